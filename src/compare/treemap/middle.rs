//! A figure of some workers: each has that of the role that they work in.

use super::{Tile, people};
use crate::catalog::{Catalog, Metric, Unit};

/// The figure of workers taken together; roles without it do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Middle {
    /// The mean; none of what cannot be averaged: wages, of which some are only known as at or above a ceiling, counts, which
    /// roles share, and entries of lists.
    pub mean: Option<f64>,
    /// Half of the workers are in roles with no more.
    pub median: Option<f64>,
    /// Whether the median is only known to be at or above its value.
    pub is_floor: bool,
}

impl Middle {
    /// That of the workers of some roles.
    pub fn of(catalog: &Catalog<'_>, metric: Metric, tiles: &[Tile]) -> Self {
        let known = tiles.iter().filter_map(|tile| {
            let role = catalog.role(tile.role)?;
            Some((metric.value(catalog, role)?, tile.workers, metric.is_floor(catalog, role)))
        });
        let mut known: Vec<(f64, u64, bool)> = known.collect();
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all: u64 = known.iter().map(|(_, workers, _)| workers).sum();
        let mut below = 0;
        let median = known.iter().find(|(_, workers, _)| {
            below += workers;
            below * 2 >= all
        });
        let is_averaged = matches!(metric.unit(), Unit::Percentile | Unit::Percent);
        let sum: f64 = known.iter().map(|(value, workers, _)| value * people(*workers)).sum();
        Self {
            mean: (is_averaged && all > 0).then(|| sum / people(all)),
            median: median.map(|(value, ..)| *value),
            is_floor: median.is_some_and(|(.., is_floor)| *is_floor),
        }
    }

    /// The mean as it is written; none where none is taken.
    pub fn mean_text(&self, metric: Metric) -> Option<String> {
        self.mean.map(|mean| metric.value_text(mean))
    }

    /// The median as it is written, with the mark of a wage at or above the survey's ceiling.
    pub fn median_text(&self, metric: Metric) -> Option<String> {
        let mark = if self.is_floor { "≥" } else { "" };
        self.median.map(|median| format!("{mark}{}", metric.value_text(median)))
    }
}
