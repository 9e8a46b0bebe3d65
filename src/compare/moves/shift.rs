//! How a figure changes from one role to another, or why that cannot be told.

use std::fmt;

use crate::catalog::figures::HOURS;
use crate::catalog::metric::{Bound, Difference};
use crate::catalog::{Catalog, Metric, NOT_PUBLISHED, Role, SocCode};

/// How a figure changes from one role to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shift {
    By(Difference),
    /// Both roles have the figure of one SOC code: it does not tell them apart.
    SameCode(SocCode),
    /// Both wages are at or above the survey's ceiling.
    AtCeiling,
    /// One of the roles has no published figure.
    Unknown,
}

impl Shift {
    /// The change of a figure on the way from the role `here` to the role `there`.
    pub fn of(metric: Metric, catalog: &Catalog<'_>, there: &Role<'_>, here: &Role<'_>) -> Self {
        let code = |role| metric.published_for(catalog, role);
        if let (Some(one), Some(other)) = (code(there), code(here))
            && one == other
        {
            return Self::SameCode(one);
        }
        match metric.difference(catalog, there, here) {
            Some(difference) => Self::By(difference),
            None if metric.is_floor(catalog, there) && metric.is_floor(catalog, here) => Self::AtCeiling,
            None => Self::Unknown,
        }
    }

    /// The change of the median pay: of a year, or of an hour where one of the two has an hourly wage only.
    pub fn of_pay(catalog: &Catalog<'_>, there: &Role<'_>, here: &Role<'_>) -> Self {
        match Self::of(Metric::Pay, catalog, there, here) {
            Self::Unknown => Self::of(Metric::Hourly, catalog, there, here),
            shift => shift,
        }
    }

    /// The change as a number, in the unit of the metric, 0 where both have the figure of one code; none where it
    /// cannot be told.
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::By(difference) => Some(difference.value),
            Self::SameCode(_) => Some(0.0),
            Self::AtCeiling | Self::Unknown => None,
        }
    }

    /// How often its unit comes in a year: 2,080 times an hour's wage, once all else.
    pub const fn hours(self) -> f64 {
        match self {
            Self::By(Difference { metric: Metric::Hourly, .. }) => HOURS,
            _ => 1.0,
        }
    }

    /// Whether it is exact; a top-coded wage bounds it only.
    pub const fn bound(self) -> Bound {
        match self {
            Self::By(difference) => difference.bound,
            _ => Bound::Exact,
        }
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(difference) => difference.fmt(f),
            Self::SameCode(_) => f.pad("same code"),
            Self::AtCeiling => f.pad("at ceiling"),
            Self::Unknown => f.pad(NOT_PUBLISHED),
        }
    }
}
