//! Outlook and published pay of the roles of a staff.

use super::people::{Beside, People};
use super::table::Table;
use crate::catalog::{Catalog, Metric, Period, RoleId, Wage};
use crate::compare::weighted::Weighted;

/// What the projected change is called, from the most growth to decline; see [`crate::catalog::Outlook::words`].
pub const OUTLOOKS: [&str; 5] = ["Growing fast", "Growing", "Growing slowly", "Little change", "Declining"];

/// What is said of openings.
pub const OPENINGS: &str = "The outlook is that of the whole nation for the role, not of these people; openings are national and add up to nothing here.";

/// How the median pay of a role is published.
pub const PUBLISHED: [&str; 3] = ["a year's median", "a median at or above the ceiling", "an hour's median only"];

/// The published median pay of the roles, each counted as often as people have it.
#[derive(Clone, Debug, PartialEq)]
pub struct RolePay {
    /// Quartiles in dollars a year over the people whose role has a year's median; one at or above the survey's ceiling counts
    /// as the ceiling. None of fewer than five people.
    pub spread: Option<Weighted>,
    /// The same of the workers, for each of [`super::Whole::beside`]: by the pay of the place that is chosen too.
    pub beside: Vec<Option<Weighted>>,
    /// How it is published ([`PUBLISHED`]); the class without a figure is withheld or not published.
    pub published: Table<&'static str>,
}

impl RolePay {
    /// Whether a quartile is only known to be at or above the survey's ceiling.
    pub fn is_floor(&self, quartile: f64) -> bool {
        quartile >= Wage::TopCoded.dollars(Period::Year)
            && self
                .published
                .rows
                .iter()
                .any(|row| row.class == super::Class::Is(PUBLISHED[1]) && row.held.is_none_or(|held| held.people > 0.0))
    }
}

/// The people by what the projections of their role say.
pub fn outlook(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> Table<&'static str> {
    let word = |role: RoleId| Some(catalog.outlook(catalog.role(role)?)?.words());
    Table::of(&OUTLOOKS, people, beside, word)
}

/// The pay of their roles.
pub fn pay(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> RolePay {
    let median = |role: RoleId| Metric::Pay.value(catalog, catalog.role(role)?);
    let published = |role: RoleId| {
        let [year, ceiling, hour] = PUBLISHED;
        Some(match Metric::Pay.wage(catalog, catalog.role(role)?)? {
            (_, Period::Hour) => hour,
            (Wage::TopCoded, Period::Year) => ceiling,
            (Wage::Cents(_), Period::Year) => year,
        })
    };
    RolePay {
        spread: people.spread(median),
        beside: beside.iter().map(|beside| beside.spread(median)).collect(),
        published: Table::of(&PUBLISHED, people, beside, published),
    }
}
