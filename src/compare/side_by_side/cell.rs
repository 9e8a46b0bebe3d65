//! A cell: a role's figure or entry in a row, how it is drawn, and how far it is from the reference.

use std::borrow::Cow;

use crate::catalog::metric::{Bound, Difference};
use crate::catalog::{Band, Figure, Label, Metric, NOT_PUBLISHED, Percentile, Period, SocCode, Wage, WageRange};

/// A role's figure or entry.
#[derive(Clone, Debug, Default)]
pub struct Cell<'c> {
    /// As written on every screen; why there is none where no source publishes it, empty where a list has ended.
    pub text: Cow<'c, str>,
    /// Whether no source publishes the figure.
    pub is_missing: bool,
    /// The same in at most nine cells, where that differs.
    pub short: Option<String>,
    /// The figure in the unit of the row.
    pub value: Option<f64>,
    /// A study's own figure, as published; its measure says its range. The mean percentile for the index.
    pub raw: Option<f64>,
    /// Of how many studies an index is made.
    pub studies: Option<u8>,
    /// The band of a percentile.
    pub band: Option<Band>,
    /// Whether the figure is only known to be at or above its value: a top-coded wage.
    pub is_floor: bool,
    /// How far it is from the reference's figure; none for the reference itself and where either is missing.
    pub gap: Option<Gap>,
    /// How it is drawn.
    pub picture: Picture,
    /// A word on the entry: `hot, in demand`, `Growing fast`.
    pub mark: &'static str,
    /// The label of a task.
    pub label: Option<Label>,
    /// What the cell alone shows, where the row has nothing in common but its place.
    pub figures: Vec<Figure>,
    /// The SOC code that the figure is published for, where it is not published for the role itself.
    pub published_for: Option<SocCode>,
}

impl Cell<'_> {
    /// A figure that no source publishes.
    pub(super) fn missing() -> Self {
        Self { text: NOT_PUBLISHED.into(), is_missing: true, ..Self::default() }
    }

    /// The same of pay or employment, where the place may say why.
    pub(super) fn missing_there(why: Cow<'static, str>) -> Self {
        Self { text: why, is_missing: true, ..Self::default() }
    }
}

/// How a cell is drawn beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Picture {
    /// Not at all.
    #[default]
    None,
    /// A bar, filled from 0 to 1.
    Bar(f64),
    /// How many tasks are labelled E1, E2 and E0.
    Mix([usize; 3]),
    /// A spread of wages on a scale that all columns share.
    Range {
        /// The spread.
        range: WageRange,
        /// The lowest and the highest wage of all columns, in dollars a year.
        scale: (f64, f64),
    },
}

/// A difference to the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The role's figure less the reference's, in the unit of the row; percentiles and shares are rounded first.
    pub value: f64,
    /// With its sign: `+12`, `-$13,460`, `+2.1 pts`.
    pub text: String,
    /// In at most seven cells: `-$13k`.
    pub short: String,
    /// Whether it is exact.
    pub bound: Bound,
}

impl Gap {
    /// The difference of a metric.
    pub fn of(difference: Difference) -> Self {
        let text = difference.to_string();
        let short = match difference.metric {
            Metric::Pay if difference.value.abs() >= 1000.0 => {
                let (before, _) = text.split_at(text.find('$').unwrap_or(0));
                format!("{before}${:.0}k", difference.value.abs() / 1000.0)
            }
            Metric::Employment if difference.value.abs() >= 10_000.0 => {
                format!("{:+.0}k", difference.value / 1000.0)
            }
            Metric::Change => text.trim_end_matches(" pts").to_owned(),
            _ => text.clone(),
        };
        Self { value: difference.value, text, short, bound: difference.bound }
    }

    /// A difference of two figures that are exact, written with `decimals` and what counts them.
    pub(super) fn exact(value: f64, decimals: usize, after: &str) -> Self {
        // A difference of two rounded figures has no more decimals than they.
        let size = format!("{:.decimals$}", value.abs());
        let is_zero = size.bytes().all(|letter| matches!(letter, b'0' | b'.'));
        let sign = if is_zero {
            ""
        } else if value > 0.0 {
            "+"
        } else {
            "-"
        };
        Self {
            value: if is_zero { 0.0 } else { value },
            text: format!("{sign}{size}{after}"),
            short: format!("{sign}{size}"),
            bound: Bound::Exact,
        }
    }

    /// Whether the figures are the same.
    pub fn is_none(&self) -> bool {
        self.value == 0.0 && self.bound == Bound::Exact
    }
}

/// The percentile of a cell, where it is one.
pub(super) fn percentile(value: Option<f64>) -> (Option<Band>, Picture) {
    value
        .map(Percentile)
        .map_or((None, Picture::None), |percentile| (Some(percentile.band()), Picture::Bar(percentile.0 / 100.0)))
}

/// A wage of a row: the median, another point of the spread, the mean.
pub(super) fn wage_cell<'c>(wage: Option<Wage>, period: Period, why_none: Cow<'static, str>) -> Cell<'c> {
    let Some(wage) = wage else { return Cell::missing_there(why_none) };
    Cell {
        text: wage.text(period).into(),
        short: (period == Period::Year).then(|| wage.short()),
        value: Some(wage.dollars(period)),
        is_floor: wage == Wage::TopCoded,
        ..Cell::default()
    }
}

/// A share in percent, rounded as the role page rounds it: half a percent counts as one.
#[allow(clippy::cast_precision_loss, reason = "some hundred tasks at most")]
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64 * 100.0).round())
}
