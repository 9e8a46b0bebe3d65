//! How far a role's figure is from another's, and how that is written.

use serde::Serialize;

use super::{Metric, Unit};

/// How far a role's figure is from another's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// What is compared.
    pub metric: Metric,
    /// The role's figure less the reference's, in the unit of the metric.
    pub value: f64,
    /// Whether it is exact.
    pub bound: Bound,
}

/// Whether a difference is exact: a top-coded wage is only known to be at or above its ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// It is.
    Exact,
    /// It may be greater.
    AtLeast,
    /// It may be smaller.
    AtMost,
}

impl Bound {
    /// Its stable key in CSV; JSON has the same.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.metric.value_text(self.value.abs());
        let size = match self.metric.unit() {
            Unit::Percentile => format!("{:.0}", self.value.abs()),
            Unit::Percent => format!("{} pts", size.trim_end_matches('%')),
            Unit::DollarsAnHour => format!("{size}/h"),
            _ => size,
        };
        let sign = match self.value {
            v if v > 0.0 => "+",
            v if v < 0.0 => "-",
            _ => "",
        };
        let bound = match self.bound {
            Bound::Exact => "",
            Bound::AtLeast => "≥",
            Bound::AtMost => "≤",
        };
        f.pad(&format!("{bound}{sign}{size}"))
    }
}
