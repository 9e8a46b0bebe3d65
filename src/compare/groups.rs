//! The major groups: how exposure spreads among the roles of each, and how many of its workers stand in each band.

use std::cmp::Ordering;

use serde::Serialize;

use super::ranking::{Direction, Summary};
use super::weighted::Weighted;
use super::workforce::{Workers, Workforce};
use crate::catalog::{Band, Catalog, Role, RoleId, SocCode};

/// The bands, lowest first: the order of [`Group::bands`].
pub const BANDS: [Band; 3] = [Band::Low, Band::Moderate, Band::High];

/// A major group of SOC 2018, or what a query selects of it.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The first two digits of its codes.
    pub digits: u32,
    pub title: &'a str,
    /// Its roles and workers.
    pub summary: Summary,
    /// How the index spreads among its roles; none where no role has one.
    pub spread: Option<Spread>,
    /// Mean of the index of its workers (each counts the index of the role that they work in), 0 to 100; none where no
    /// role has both an index and a published employment.
    pub mean: Option<f64>,
    /// Roles and workers of each band.
    pub bands: [GroupPart; 3],
    /// Roles without an index, and their workers.
    pub unscored: GroupPart,
}

/// Some roles of a group, and their workers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupPart {
    pub roles: usize,
    pub workers: Workers,
}

/// How values spread: the ends, the quartiles and how many there are in each tenth of the scale from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The lowest.
    pub low: f64,
    /// A quarter is below.
    pub lower_quartile: f64,
    /// Half is below.
    pub median: f64,
    /// A quarter is above.
    pub upper_quartile: f64,
    /// The highest.
    pub high: f64,
    /// How many values lie in each tenth of the scale.
    pub tenths: [usize; 10],
}

impl Spread {
    /// The spread of values from 0 to 100; quantiles between two values are interpolated. None without a value.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0 to 100, and a thousand roles at most"
    )]
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let last = values.len().checked_sub(1)?;
        let quantile = |share: f64| {
            let at = share * last as f64;
            let (below, above) = (*values.get(at.floor() as usize)?, *values.get(at.ceil() as usize)?);
            Some(below + (above - below) * at.fract())
        };
        let mut tenths = [0; 10];
        for value in &values {
            if let Some(count) = tenths.get_mut(((value / 10.0) as usize).min(9)) {
                *count += 1;
            }
        }
        Some(Self {
            low: quantile(0.0)?,
            lower_quartile: quantile(0.25)?,
            median: quantile(0.5)?,
            upper_quartile: quantile(0.75)?,
            high: quantile(1.0)?,
            tenths,
        })
    }
}

impl Group<'_> {
    /// The share of the group's workers in a band, in percent.
    pub fn percent_in(&self, band: Band) -> Option<f64> {
        self.percent(self.part(band))
    }

    /// The same in whole percent, marked where only some roles of a code are in the band: `12%`, `≈96%`, `<1%`.
    pub fn share_text(&self, band: Band) -> Option<String> {
        let percent = self.percent_in(band)?;
        let about = if self.part(band).workers.approximate { "≈" } else { "" };
        let share = if percent > 0.0 && percent < 0.5 { "<1%".to_owned() } else { format!("{}%", percent.round()) };
        Some(format!("{about}{share}"))
    }

    /// The share of the group's workers in roles without an index, in percent.
    pub fn percent_unscored(&self) -> Option<f64> {
        self.percent(&self.unscored)
    }

    /// Roles and workers of a band.
    pub const fn part(&self, band: Band) -> &GroupPart {
        &self.bands[band as usize]
    }

    /// Of nothing published there is no share; of a published whole, no role in the part is 0 %.
    #[allow(clippy::cast_precision_loss, reason = "people of one country")]
    fn percent(&self, part: &GroupPart) -> Option<f64> {
        let whole = self.summary.workers;
        (whole.roles > 0 && whole.count > 0).then(|| part.workers.count as f64 / whole.count as f64 * 100.0)
    }
}

/// The groups that have a role among those selected, by code.
pub fn groups<'a>(catalog: &Catalog<'a>, workforce: &Workforce, selected: &[RoleId]) -> Vec<Group<'a>> {
    let mut roles: Vec<(RoleId, &Role<'a>)> =
        selected.iter().filter_map(|id| Some((*id, catalog.role(*id)?))).collect();
    roles.sort_by_key(|(id, _)| *id);
    roles
        .chunk_by(|a, b| a.1.code.major_group() == b.1.code.major_group())
        .filter_map(|roles| Some((roles, roles.first()?.1)))
        .map(|(roles, first)| group(catalog, workforce, roles, first))
        .collect()
}

fn group<'a>(
    catalog: &Catalog<'a>,
    workforce: &Workforce,
    roles: &[(RoleId, &Role<'a>)],
    first: &Role<'a>,
) -> Group<'a> {
    let ids: Vec<RoleId> = roles.iter().map(|(id, _)| *id).collect();
    let band = |role: &Role<'_>| role.exposure.index.map(|index| index.percentile.band());
    let part = |wanted: Option<Band>| {
        let part = || roles.iter().filter(|(_, role)| band(role) == wanted).map(|(id, _)| *id);
        GroupPart { roles: part().count(), workers: workforce.sum(part()) }
    };
    let scored = roles.iter().filter_map(|(id, role)| Some((*id, role.exposure.index?.percentile.0)));
    Group {
        digits: first.code.major_group(),
        title: catalog.major_group(first.code).unwrap_or("Other Occupations"),
        summary: Summary::of(catalog, workforce, &ids),
        spread: Spread::of(scored.clone().map(|(_, index)| index).collect()),
        mean: mean(scored.filter_map(|(id, index)| Some((index, workforce.of_role(id)?)))),
        bands: BANDS.map(|band| part(Some(band))),
        unscored: part(None),
    }
}

#[allow(clippy::cast_precision_loss, reason = "people of one country")]
fn mean(values: impl Iterator<Item = (f64, u64)>) -> Option<f64> {
    Weighted::of(values.map(|(value, people)| (value, people as f64))).map(|spread| spread.mean)
}

/// Finds a group among all by its two digits, its code (`15-0000`) or a part of its title.
///
/// # Errors
/// What there is, where the text names no group, or more than one.
pub fn find(catalog: &Catalog<'_>, text: &str) -> Result<u32, String> {
    let mut known: Vec<(u32, &str)> = catalog
        .roles
        .iter()
        .map(|role| (role.code.major_group(), catalog.major_group(role.code).unwrap_or("")))
        .collect();
    known.dedup();
    let text = text.trim();
    let number = text.parse::<u32>().ok().or_else(|| Some(text.parse::<SocCode>().ok()?.major_group()));
    let wanted = text.to_lowercase();
    let named: Vec<(u32, &str)> = known
        .iter()
        .copied()
        .filter(|(digits, title)| match number {
            Some(number) => *digits == number,
            None => !wanted.is_empty() && title.to_lowercase().contains(&wanted),
        })
        .collect();
    let list = |groups: &[(u32, &str)]| {
        groups.iter().map(|(digits, title)| format!("\n  {digits:02}  {title}")).collect::<Vec<_>>().concat()
    };
    match named.as_slice() {
        [(digits, _)] => Ok(*digits),
        [] => Err(format!("no major group is called {text:?}; there are:{}", list(&known))),
        several => Err(format!("{text:?} names {} major groups:{}", several.len(), list(several))),
    }
}

/// What the groups are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupColumn {
    Code,
    /// The mean of the index, weighted by employment.
    Mean,
    /// The median of the index among the roles.
    Median,
    /// The share of workers in a band.
    Band(Band),
    Workers,
    Roles,
    /// The roles without an index.
    Unscored,
}

impl GroupColumn {
    /// All, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Code,
        Self::Mean,
        Self::Median,
        Self::Band(Band::Low),
        Self::Band(Band::Moderate),
        Self::Band(Band::High),
        Self::Workers,
        Self::Roles,
        Self::Unscored,
    ];

    /// A group's value; none where none is published.
    #[allow(clippy::cast_precision_loss, reason = "people of one country")]
    pub fn value(self, group: &Group<'_>) -> Option<f64> {
        match self {
            Self::Code => Some(group.digits.into()),
            Self::Mean => group.mean,
            Self::Median => group.spread.map(|spread| spread.median),
            Self::Band(band) => group.percent_in(band),
            Self::Workers => (group.summary.workers.roles > 0).then_some(group.summary.workers.count as f64),
            Self::Roles => Some(group.summary.roles as f64),
            Self::Unscored => Some(group.unscored.roles as f64),
        }
    }

    /// The order that is asked for first.
    pub const fn first_direction(self) -> Direction {
        if matches!(self, Self::Code) { Direction::Ascending } else { Direction::Descending }
    }
}

/// Puts groups in order; those without the value come last, by code.
pub fn sort(groups: &mut [Group<'_>], by: GroupColumn, direction: Direction) {
    groups.sort_by(|a, b| {
        let order = match (by.value(a), by.value(b)) {
            (Some(a), Some(b)) => direction.apply(a.total_cmp(&b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        order.then_with(|| a.digits.cmp(&b.digits))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn all() -> Vec<Group<'static>> {
        let catalog = fixture::catalog();
        let ids: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
        groups(catalog, &Workforce::of(catalog), &ids)
    }

    #[test]
    fn bands_hold_the_workers_of_the_group() {
        let groups = all();
        let [farming, military] = &groups[..] else { panic!("two groups") };
        assert_eq!((farming.digits, farming.title, farming.summary.roles), (45, "Farming Occupations", 2));
        assert_eq!((farming.summary.workers.count, farming.summary.workers.approximate), (1_230, false));
        let low = farming.part(Band::Low);
        assert_eq!((low.roles, low.workers.count, low.workers.approximate), (1, 615, true));
        assert_eq!(farming.part(Band::Moderate).roles, 0);
        assert_eq!(
            [Band::Low, Band::Moderate, Band::High].map(|b| farming.percent_in(b)),
            [Some(50.0), Some(0.0), Some(50.0)]
        );
        assert_eq!(farming.mean, Some(50.0));
        assert_eq!(farming.spread.map(|s| (s.low, s.median, s.high)), Some((20.0, 50.0, 80.0)));
        assert_eq!((military.unscored.roles, military.mean, military.spread), (1, None, None));
        assert_eq!(military.percent_in(Band::High), None);
    }

    #[test]
    fn quartiles_are_interpolated() {
        let spread = Spread::of(vec![40.0, 10.0, 30.0, 20.0, 100.0]).unwrap();
        assert_eq!((spread.low, spread.lower_quartile, spread.median), (10.0, 20.0, 30.0));
        assert_eq!((spread.upper_quartile, spread.high), (40.0, 100.0));
        assert_eq!(spread.tenths, [0, 1, 1, 1, 1, 0, 0, 0, 0, 1]);
        assert_eq!(Spread::of(vec![1.0, 2.0]).map(|spread| spread.median), Some(1.5));
        assert_eq!(Spread::of(Vec::new()), None);
    }

    #[test]
    fn groups_without_the_value_come_last_whatever_the_direction() {
        let mut groups = all();
        for direction in [Direction::Ascending, Direction::Descending] {
            sort(&mut groups, GroupColumn::Mean, direction);
            assert_eq!(groups.iter().map(|group| group.digits).collect::<Vec<_>>(), [45, 55]);
        }
        sort(&mut groups, GroupColumn::Code, Direction::Descending);
        assert_eq!(groups[0].digits, 55);
    }

    #[test]
    fn a_group_is_found_by_digits_code_or_name() {
        let catalog = fixture::catalog();
        for text in ["45", "45-0000", "farming", " Farming Occupations "] {
            assert_eq!(find(catalog, text), Ok(45), "{text}");
        }
        assert!(find(catalog, "12").unwrap_err().contains("45  Farming Occupations"));
        assert!(find(catalog, "occupations").unwrap_err().contains("names 2 major groups"));
        assert!(find(catalog, "").is_err());
    }
}
