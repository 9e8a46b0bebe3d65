//! The shades of tiles: a figure in a few levels, each with a name.

use super::{Tile, Treemap, people};
use crate::catalog::{Catalog, Metric, Percentile, Role, Unit};
use crate::compare::groups::BANDS;

/// The most levels that there are: as many as an eye tells apart without colours.
pub const LEVELS: usize = 4;

/// The levels of projected change: those of its words on the role page, both kinds of slower growth in one.
const CHANGES: [(f64, &str); LEVELS] =
    [(f64::NEG_INFINITY, "declining"), (-0.95, "little change"), (0.95, "growing"), (6.95, "growing fast")];

/// A figure in levels. They are those of all roles that have a tile, whatever part of them is shown, so that a shade means
/// the same in each group.
#[derive(Clone, Debug)]
pub struct Shades {
    pub metric: Metric,
    /// For each level its lowest value and its name, the lowest first; of exposure the names alone decide.
    levels: Vec<(f64, String)>,
}

impl Shades {
    /// Bands for exposure, the words of the projected change for that, a level for each of a few values; otherwise levels
    /// that hold about a quarter of the workers each, from round numbers on.
    pub fn of(catalog: &Catalog<'_>, map: &Treemap, metric: Metric) -> Self {
        let named = |names: &[(f64, &str)]| names.iter().map(|(from, name)| (*from, (*name).to_owned())).collect();
        let levels = match metric {
            _ if metric.is_exposure() => named(&BANDS.map(|band| (0.0, band.word()))),
            Metric::Change => named(&CHANGES),
            _ => levels(catalog, map, metric),
        };
        Self { metric, levels }
    }

    /// Which level a role has; none where its figure is not published.
    pub fn level(&self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<usize> {
        let value = self.metric.place(catalog, role)?;
        if self.metric.is_exposure() {
            return BANDS.iter().position(|band| *band == Percentile(value).band());
        }
        self.levels.iter().rposition(|(from, _)| value >= *from)
    }

    /// What the levels are called, the lowest first.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.levels.iter().map(|(_, name)| name.as_str())
    }
}

fn levels(catalog: &Catalog<'_>, map: &Treemap, metric: Metric) -> Vec<(f64, String)> {
    let known = map.tiles(None).filter_map(|Tile { role, workers }| {
        let role = catalog.role(*role)?;
        Some((metric.place(catalog, role)?, *workers, role))
    });
    let mut known: Vec<(f64, u64, &Role<'_>)> = known.collect();
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A level begins with the value of a role, or close to it: a role's own words name what has no number.
    let text = |from: f64| match metric.unit() {
        Unit::Entry | Unit::Zone => {
            let role = known.iter().find(|(value, ..)| *value >= from).map(|(.., role)| *role);
            role.and_then(|role| metric.cell(catalog, role)).unwrap_or_default()
        }
        _ => metric.value_text(from),
    };
    let mut values: Vec<f64> = known.iter().map(|(value, ..)| *value).collect();
    values.dedup();
    if values.len() <= LEVELS {
        return values.into_iter().map(|value| (value, text(value))).collect();
    }
    let all: u64 = known.iter().map(|(_, workers, _)| workers).sum();
    let mut bounds: Vec<f64> = Vec::new();
    for part in [0.25, 0.5, 0.75] {
        let mut below = 0.0;
        let found = known.iter().find(|(_, workers, _)| {
            below += people(*workers);
            below >= people(all) * part
        });
        bounds.extend(found.map(|(value, ..)| round(*value)));
    }
    bounds.dedup();
    // A level that nobody is in says nothing.
    bounds.retain(|from| values.first().is_some_and(|least| least < from));
    let first = bounds.first().map(|first| (f64::NEG_INFINITY, format!("under {}", text(*first))));
    first.into_iter().chain(bounds.iter().map(|from| (*from, format!("from {}", text(*from))))).collect()
}

/// A number with two digits that count.
fn round(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let digits = 1.0 - value.abs().log10().floor();
    let scale = 10.0_f64.powf(digits);
    (value * scale).round() / scale
}
