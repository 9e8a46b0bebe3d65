//! How exposure spreads over the people of a staff, beside the workers of the nation.

use super::people::{Beside, People};
use super::table::Table;
use crate::catalog::{Band, Catalog, Metric, Role, RoleId, Study};
use crate::compare::groups::BANDS;
use crate::compare::weighted::Weighted;
use crate::staff::counts::Held;

/// How the percentile of an exposure figure spreads: each counts with that of the role.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// The index, or the gauge of a study.
    pub metric: Metric,
    /// Mean and quartiles of the people whose role has it, 0 to 100; none of fewer than five.
    pub spread: Option<Weighted>,
    /// The same of the workers, for each of [`super::Whole::beside`].
    pub beside: Vec<Option<Weighted>>,
    /// People in each tenth of the percentile: 0 is up to 10, 9 from 90 on.
    pub tenths: Table<u8>,
}

/// How the labelled tasks of the roles divide, each role weighted by its people.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// Whether people labelled the tasks; else GPT-4 did.
    pub human: bool,
    /// Percent of the tasks that are E0, E1 and E2; none where fewer than five people are in roles with labelled tasks.
    pub percent: Option<[f64; 3]>,
    /// Those people; none where fewer than five are among them or outside them.
    pub covers: Option<Held>,
    /// The same percentages of the workers, for each of [`super::Whole::beside`].
    pub beside: Vec<Option<[f64; 3]>>,
}

/// The index, and the gauge of each study.
pub fn overlaps(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> Vec<Overlap> {
    let metrics = [Metric::Index].into_iter().chain(Study::ALL.map(Metric::gauge));
    let overlap = |metric: Metric| {
        let value = |role: RoleId| metric.value(catalog, catalog.role(role)?);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let tenth = |role: RoleId| value(role).map(|percentile| ((percentile / 10.0) as u8).min(9));
        Overlap {
            metric,
            spread: people.spread(value),
            beside: beside.iter().map(|beside| beside.spread(value)).collect(),
            tenths: Table::of(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], people, beside, tenth),
        }
    };
    metrics.map(overlap).collect()
}

/// The people in each band of the index.
pub fn bands(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> Table<Band> {
    Table::of(&BANDS, people, beside, |role| band(catalog.role(role)?))
}

/// The band of a role.
pub fn band(role: &Role<'_>) -> Option<Band> {
    role.exposure.index.map(|index| index.percentile.band())
}

/// The mix of tasks as GPT-4 labels them, and as people do.
pub fn mixes(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> [Mix; 2] {
    [false, true].map(|human| {
        let share = |role: RoleId, label: usize| {
            let mix = catalog.role(role)?.task_mix(human);
            let all: usize = mix.iter().sum();
            #[allow(clippy::cast_precision_loss, reason = "tasks of one role")]
            let share = *mix.get(label)? as f64 / all as f64 * 100.0;
            (all > 0).then_some(share)
        };
        let mean = |spread: &dyn Fn(usize) -> Option<Weighted>| {
            let [e0, e1, e2] = [0, 1, 2].map(|label| spread(label).map(|spread| spread.mean));
            Some([e0?, e1?, e2?])
        };
        Mix {
            human,
            percent: mean(&|label| people.spread(|role| share(role, label))),
            covers: people.told(|role| share(role, 0).is_some()),
            beside: beside.iter().map(|beside| mean(&|label| beside.spread(|role| share(role, label)))).collect(),
        }
    })
}
