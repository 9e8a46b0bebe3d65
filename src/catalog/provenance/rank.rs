//! Percentiles by mid-rank, with the counts that they are made of.

use crate::catalog::exposure::TIE;
use crate::catalog::{Catalog, Measure, Percentile, Role};

/// Where a value stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MidRank {
    /// How many of the surveyed roles are below.
    pub below: usize,
    /// How many are equal, the role itself among them where it is surveyed.
    pub equal: usize,
    /// How many surveyed roles have the figure.
    pub of: usize,
}

impl MidRank {
    /// The place of `value` among the surveyed roles by a figure.
    pub fn of(catalog: &Catalog<'_>, value: f64, figure: impl Fn(&Role<'_>) -> Option<f64>) -> Self {
        let mut rank = Self { below: 0, equal: 0, of: 0 };
        for other in catalog.roles.iter().filter(|role| role.is_surveyed()).filter_map(figure) {
            rank.of += 1;
            match other - value {
                gap if gap.abs() <= TIE => rank.equal += 1,
                gap if gap < 0.0 => rank.below += 1,
                _ => {}
            }
        }
        rank
    }

    /// The place of a role's reading of a measure.
    pub fn of_measure(catalog: &Catalog<'_>, value: f64, measure: Measure) -> Self {
        Self::of(catalog, value, |role| Some(role.exposure.reading(measure)?.raw))
    }

    /// The place of a role's mean of the index.
    pub fn of_mean(catalog: &Catalog<'_>, value: f64) -> Self {
        Self::of(catalog, value, |role| Some(role.exposure.index?.mean))
    }

    /// The percentile; 50 where there is nothing to rank among.
    #[allow(clippy::cast_precision_loss, reason = "a thousand roles at most")]
    pub fn percentile(self) -> Percentile {
        if self.of == 0 {
            return Percentile(50.0);
        }
        Percentile((self.below as f64 + self.equal as f64 / 2.0) / self.of as f64 * 100.0)
    }

    /// The computation with its numbers: `(809 below + ½ × 2 equal) / 874 × 100 = 92.68`.
    pub fn text(self) -> String {
        let Self { below, equal, of } = self;
        format!("({below} below + ½ × {equal} equal) / {of} × 100 = {:.2}", self.percentile().0)
    }
}
