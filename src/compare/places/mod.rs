//! Where a role is and where it pays: what OEWS estimates for its code in each state, area or industry. No change from one
//! year to the next is made of it: for a place that is mostly noise.

mod figure;
mod listed;
mod nation;
mod shades;
#[cfg(test)]
pub mod tests;
pub mod tiles;
mod words;

pub use figure::{InUsPrices, PlaceFigure};
pub use listed::{Listed, ListedRow, Standing};
pub use nation::Nation;
pub use shades::{STEPS, Shade, Shades};
pub use words::{FEW, FLOOR_WORDS, OVERLAP, US_PRICES};

use crate::catalog::provenance::Point;
use crate::catalog::{
    Catalog, Estimate, Industry, Pay, Period, Place, PlaceId, PublishedId, RoleId, Thousandths, Wage, WageRange,
};

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The states, the District of Columbia and the territories.
    #[default]
    States,
    /// Metropolitan and nonmetropolitan areas.
    Areas,
    /// The industries of one level, as [`crate::catalog::Industry::level`] counts. Levels overlap.
    Industries(u8),
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// A state or an area.
    Place(PlaceId),
    /// An industry, by its place in [`Catalog::industries`].
    Industry(u16),
    /// The nation beside them.
    Nation,
}

/// What OEWS estimates for a role's code in a place or an industry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Where.
    pub whose: Whose,
    /// The estimate; none where BLS publishes none for the code there.
    pub estimate: Option<Estimate>,
    /// The price level there, of which the nation's is 100.
    pub price_level: Option<Thousandths>,
    /// The role's employment in the nation, of which this is a part.
    whole: Result<u32, Missing>,
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// BLS publishes nothing for the code there.
    NoEstimate,
    /// BLS has an estimate and does not release it.
    Withheld,
    /// The nation's employment of the same release, of which it would be a part, is not known.
    NoWhole,
    /// The territories are no part of the national estimates.
    Apart,
    /// BEA has no price level of the place.
    NoPriceLevel,
}

/// From which size on a cell may lead a list.
#[derive(Clone, Copy, Debug)]
pub struct Floor {
    /// The fewest workers.
    pub workers: u32,
    /// Below so many workers the relative error counts, too.
    pub sure: u32,
    /// The largest relative standard error there, in percent.
    pub error: f64,
}

/// A cell of fewer workers, or of few and with a large error, stands below all others in an order by anything but employment.
///
/// In May 2025 half of the states' cells with fewer than 200 workers have a relative error above 15 to 20 percent; they would be
/// 16 in a hundred of the three highest location quotients of each role and 27 of the three highest medians, and 8 and 12 have
/// an error above 30. With this floor none is so small, and 1 in a hundred so uncertain; 99.2 percent of the workers remain in
/// the order. From 1,000 workers on a cell stays where it is, whatever its error: that it is large is known.
pub const FLOOR: Floor = Floor { workers: 200, sure: 1_000, error: 30.0 };

/// The territories of the states' file (Guam, Puerto Rico, Virgin Islands), which the national estimates leave out.
const APART: [u32; 3] = [66, 72, 78];

/// A role in all states, areas or industries of one level.
#[derive(Clone, Debug)]
pub struct RolePlaces {
    /// The role.
    pub role: RoleId,
    /// What the rows are.
    pub scope: Scope,
    /// One row each, in the order of the catalog.
    pub rows: Vec<Row>,
    /// The nation beside them.
    pub nation: Row,
}

impl RolePlaces {
    /// Reads a role's estimates: those of each place once.
    pub fn of(catalog: &Catalog<'_>, role: RoleId, scope: Scope) -> Self {
        let published = catalog.role(role).and_then(|role| role.published);
        let nation = Nation::of(catalog, published).row;
        let whole = whole(catalog, &nation, scope);
        let rows = if let Scope::Industries(level) = scope {
            let all = (0..).zip(&catalog.industries).filter(|(_, industry)| industry.level == level);
            let row = |(at, industry): (u16, &Industry<'_>)| Row {
                whose: Whose::Industry(at),
                estimate: published.and_then(|published| industry.estimates.get(published)),
                price_level: None,
                whole,
            };
            all.map(row).collect()
        } else {
            let all = (0..).map(PlaceId).zip(&catalog.places);
            let of_scope = all.filter(|(_, place)| place.is_state() == (scope == Scope::States));
            of_scope.map(|(id, place)| Row::of_place(id, place, published, whole)).collect()
        };
        Self { role, scope, rows, nation }
    }

    /// Whether BLS estimates anything for the role in one of the rows.
    pub fn has_any(&self) -> bool {
        self.rows.iter().any(|row| row.estimate.is_some())
    }

    /// The row of any place, listed or not.
    pub fn place(&self, catalog: &Catalog<'_>, id: PlaceId) -> Option<Row> {
        let published = catalog.role(self.role).and_then(|role| role.published);
        let scope = if catalog.places.get(usize::from(id.0))?.is_state() { Scope::States } else { Scope::Areas };
        let whole = whole(catalog, &self.nation, scope);
        let listed = self.rows.iter().find(|row| row.whose == Whose::Place(id)).copied();
        listed.or_else(|| Some(Row::of_place(id, catalog.places.get(usize::from(id.0))?, published, whole)))
    }
}

/// The role's employment in the nation, where it is that of the release of the rows.
fn whole(catalog: &Catalog<'_>, nation: &Row, scope: Scope) -> Result<u32, Missing> {
    let is_same = Nation::release(catalog) == scope.release(catalog);
    nation.employment().ok().filter(|_| is_same).ok_or(Missing::NoWhole)
}

impl Row {
    fn of_place(id: PlaceId, place: &Place<'_>, published: Option<PublishedId>, whole: Result<u32, Missing>) -> Self {
        Self {
            whose: Whose::Place(id),
            estimate: published.and_then(|published| place.estimates.get(published)),
            price_level: place.price_level,
            whole: if APART.contains(&place.area) { Err(Missing::Apart) } else { whole },
        }
    }

    /// What it is of, as BLS calls it.
    pub fn name<'a>(&self, catalog: &Catalog<'a>) -> &'a str {
        match self.whose {
            Whose::Place(id) => catalog.places.get(usize::from(id.0)).map_or("", |place| place.name),
            Whose::Industry(at) => catalog.industries.get(usize::from(at)).map_or("", |industry| industry.title),
            Whose::Nation => "Nation",
        }
    }

    /// The two letters of a state.
    pub fn letters<'a>(&self, catalog: &Catalog<'a>) -> Option<&'a str> {
        match self.whose {
            Whose::Place(id) => catalog.places.get(usize::from(id.0))?.letters,
            _ => None,
        }
    }

    /// BLS's code: FIPS of a state, that of an area, NAICS of an industry.
    pub fn code(&self, catalog: &Catalog<'_>) -> String {
        match self.whose {
            Whose::Place(id) => catalog.places.get(usize::from(id.0)).map_or_else(String::new, |place| {
                if place.is_state() { format!("{:02}", place.area) } else { format!("{:07}", place.area) }
            }),
            Whose::Industry(at) => {
                catalog.industries.get(usize::from(at)).map_or_else(String::new, |industry| industry.naics.to_owned())
            }
            Whose::Nation => "99".to_owned(),
        }
    }

    fn estimate(&self) -> Result<&Estimate, Missing> {
        self.estimate.as_ref().ok_or(Missing::NoEstimate)
    }

    /// People employed.
    ///
    /// # Errors
    /// Why their number is missing.
    pub fn employment(&self) -> Result<u32, Missing> {
        self.estimate()?.pay.employment.ok_or(Missing::Withheld)
    }

    /// The wages of a year, or of an hour where BLS publishes only those.
    ///
    /// # Errors
    /// Why there are none.
    pub fn wages(&self) -> Result<(&WageRange, Period), Missing> {
        let Pay { annual, hourly, .. } = &self.estimate()?.pay;
        let has = |range: &WageRange| range.mean.is_some() || range.points().iter().any(|(_, wage)| wage.is_some());
        match (has(annual), has(hourly)) {
            (true, _) => Ok((annual, Period::Year)),
            (_, true) => Ok((hourly, Period::Hour)),
            _ => Err(Missing::Withheld),
        }
    }

    /// One of these wages.
    ///
    /// # Errors
    /// Why there is none.
    pub fn wage(&self, point: Point) -> Result<(Wage, Period), Missing> {
        let (range, period) = self.wages()?;
        Ok((point.of(range).ok_or(Missing::Withheld)?, period))
    }

    /// Whether it is below the [`FLOOR`], or of a size that is withheld.
    pub fn is_few(&self) -> bool {
        let Some(estimate) = self.estimate.filter(|_| self.whose != Whose::Nation) else { return false };
        estimate.pay.employment.is_none_or(|people| {
            let is_unsure = estimate.error.is_some_and(|error| error.value() > FLOOR.error);
            people < FLOOR.workers || (people < FLOOR.sure && is_unsure)
        })
    }
}
