//! A scatter plot of roles: exposure on the axis across, a figure of the labour market on the axis up.

mod cells;
mod scale;

pub use cells::{Cell, Cells, Direction, Grid};
pub use scale::Scale;

use crate::catalog::{Catalog, Metric, RoleId, Study, Unit};

/// What can stand on the axis across: the index and the gauge of each study.
pub const ACROSS: [Metric; 5] = [
    Metric::Index,
    Metric::gauge(Study::Gpts),
    Metric::gauge(Study::Microsoft),
    Metric::gauge(Study::Aioe),
    Metric::gauge(Study::Anthropic),
];

/// What can stand on the axis up.
pub const UP: [Metric; 4] = [Metric::Pay, Metric::Change, Metric::Openings, Metric::Employment];

/// What can stand there on a map of a catalog: [`UP`], and the headcount where a staff is counted.
pub fn up(catalog: &Catalog<'_>) -> impl Iterator<Item = Metric> + use<> {
    UP.into_iter().chain(catalog.headcounts().map(|_| Metric::Headcount))
}

/// A figure, and whether it is drawn on a logarithmic scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The figure.
    pub metric: Metric,
    /// Each step up the axis multiplies it.
    pub log: bool,
}

impl Axis {
    /// The axis as it is drawn at first: employment and openings, which span four powers of ten, by their logarithm.
    pub const fn new(metric: Metric) -> Self {
        Self { metric, log: matches!(metric.unit(), Unit::People | Unit::Jobs) }
    }

    /// Whether a logarithm makes sense of the figure: not of a change, which falls below zero, nor of a percentile.
    pub const fn has_log(self) -> bool {
        matches!(self.metric.unit(), Unit::DollarsAYear | Unit::People | Unit::Jobs)
    }
}

/// A role in the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub role: RoleId,
    /// Place across, 0 (left) to 1.
    pub x: f64,
    /// Place up, 0 (foot) to 1.
    pub y: f64,
}

/// Roles that are left out because a figure is not published for them; each role counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Only the figure across is missing.
    pub across: usize,
    /// Only the figure up is missing.
    pub up: usize,
    pub both: usize,
}

impl LeftOut {
    pub const fn total(self) -> usize {
        self.across + self.up + self.both
    }
}

/// Roles in the plane of two figures.
#[derive(Clone, Debug)]
pub struct Scatter {
    /// The figure across.
    pub across: Axis,
    /// The figure up.
    pub up: Axis,
    /// Where the figures across stand; none where no role has both.
    pub scale_across: Option<Scale>,
    /// Where the figures up stand; none where no role has both.
    pub scale_up: Option<Scale>,
    /// The roles that have both figures, by code.
    pub points: Vec<Point>,
    /// The others.
    pub left_out: LeftOut,
    /// The median over the plotted roles of the figure up.
    pub median: Option<f64>,
    /// How many plotted roles have a figure up that is only known as a floor: a top-coded wage.
    pub floors: usize,
    /// How many stand at the foot of a logarithmic axis because their figure is published as 0.
    pub zeros: usize,
}

impl Scatter {
    /// Puts each role that has both figures in its place.
    pub fn new(catalog: &Catalog<'_>, roles: &[RoleId], across: Axis, up: Axis) -> Self {
        let mut left_out = LeftOut::default();
        let mut found = Vec::with_capacity(roles.len());
        let mut floors = 0;
        for (id, role) in roles.iter().filter_map(|id| Some((*id, catalog.role(*id)?))) {
            match (across.metric.value(catalog, role), up.metric.value(catalog, role)) {
                (Some(x), Some(y)) => {
                    floors += usize::from(up.metric.is_floor(catalog, role));
                    found.push((id, x, y));
                }
                (None, Some(_)) => left_out.across += 1,
                (Some(_), None) => left_out.up += 1,
                (None, None) => left_out.both += 1,
            }
        }
        let heights: Vec<f64> = found.iter().map(|(_, _, y)| *y).collect();
        let scale_across = (!found.is_empty()).then(|| {
            // Percentiles keep their whole scale, so that two maps can be laid side by side.
            if across.metric.is_exposure() {
                Scale::percentiles()
            } else {
                Scale::over(found.iter().map(|(_, x, _)| *x), across.log)
            }
        });
        let scale_up = (!found.is_empty()).then(|| Scale::over(heights.iter().copied(), up.log));
        let place = |scale: Option<Scale>, value: f64| scale.map_or(0.0, |scale| scale.place(value));
        let points =
            found.iter().map(|(role, x, y)| Point { role: *role, x: place(scale_across, *x), y: place(scale_up, *y) });
        Self {
            across,
            up,
            scale_across,
            scale_up,
            points: points.collect(),
            left_out,
            median: median(&heights),
            floors,
            zeros: if up.log { heights.iter().filter(|y| **y <= 0.0).count() } else { 0 },
        }
    }

    /// A role's point; none where it is not plotted.
    pub fn point(&self, role: RoleId) -> Option<Point> {
        self.points.iter().find(|point| point.role == role).copied()
    }
}

/// The middle value, or the mean of the two in the middle; none of nothing.
fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn scatter(catalog: &Catalog<'_>, up: Metric) -> Scatter {
        let roles: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
        Scatter::new(catalog, &roles, Axis::new(Metric::Index), Axis::new(up))
    }

    #[test]
    fn roles_without_a_figure_are_left_out_and_counted_once() {
        let catalog = fixture::catalog();
        let plotted = scatter(catalog, Metric::Pay);
        assert_eq!(plotted.points.iter().map(|point| point.role).collect::<Vec<_>>(), [RoleId(0), RoleId(1)]);
        assert_eq!(plotted.left_out, LeftOut { across: 0, up: 0, both: 1 });
        let observed =
            Scatter::new(catalog, &[RoleId(0), RoleId(2)], Axis::new(ACROSS[4]), Axis::new(Metric::Openings));
        assert_eq!((observed.points.len(), observed.left_out), (0, LeftOut { across: 1, up: 0, both: 1 }));
        assert!(observed.scale_up.is_none() && observed.median.is_none());
    }

    #[test]
    fn places_follow_the_figures() {
        let plotted = scatter(fixture::catalog(), Metric::Pay);
        let places: Vec<f64> = plotted.points.iter().map(|point| point.x).collect();
        assert!((places[0] - 0.2).abs() < 1e-9 && (places[1] - 0.8).abs() < 1e-9, "{places:?}");
        // Both roles share one code's pay: one height, in the middle of the axis.
        assert!((plotted.points[0].y - plotted.points[1].y).abs() < 1e-9);
        assert_eq!(plotted.median, Some(51_230.0));
        assert_eq!(plotted.point(RoleId(2)), None);
    }

    #[test]
    fn the_median_of_an_even_count_lies_between() {
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn logarithms_are_for_what_spans_powers_of_ten() {
        assert_eq!(UP.map(|up| Axis::new(up).log), [false, false, true, true]);
        assert_eq!(UP.map(|up| Axis::new(up).has_log()), [true, false, true, true]);
        assert_eq!(up(fixture::catalog()).count(), 4, "a headcount needs a staff");
        assert_eq!(up(&fixture::staffed()).last().map(Axis::new), Some(Axis { metric: Metric::Headcount, log: true }));
        assert!(ACROSS.iter().all(|across| across.is_exposure() && !Axis::new(*across).has_log()));
    }
}
