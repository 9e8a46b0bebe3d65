//! Ranges of figures.

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The value, in the unit of the metric.
    pub value: f64,
    /// Whether it belongs to the range.
    pub included: bool,
}

/// A range of figures; an end that is missing is open. Without both ends it holds every published figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// Where it begins.
    pub low: Option<End>,
    /// Where it ends.
    pub high: Option<End>,
}

/// Figures have one decimal at most; this is far below it.
const EQUAL: f64 = 1e-6;

impl Bounds {
    /// From a value on.
    pub const fn from(value: f64, included: bool) -> Self {
        Self { low: Some(End { value, included }), high: None }
    }

    /// Up to a value.
    pub const fn up_to(value: f64, included: bool) -> Self {
        Self { low: None, high: Some(End { value, included }) }
    }

    /// From one value to another, both included, whichever comes first.
    pub const fn between(a: f64, b: f64) -> Self {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        Self { low: Some(End { value: low, included: true }), high: Some(End { value: high, included: true }) }
    }

    /// Whether it has no end.
    pub const fn is_open(&self) -> bool {
        self.low.is_none() && self.high.is_none()
    }

    /// Whether a figure lies in it.
    pub fn holds(&self, value: f64) -> bool {
        let above =
            self.low.is_none_or(|end| value > end.value + EQUAL || (end.included && value >= end.value - EQUAL));
        let below =
            self.high.is_none_or(|end| value < end.value - EQUAL || (end.included && value <= end.value + EQUAL));
        above && below
    }

    /// Whether a figure lies in it that is only known to be at or above `floor`; none where that is not known.
    pub fn holds_from(&self, floor: f64) -> Option<bool> {
        if self.high.is_some_and(|end| end.value < floor - EQUAL) {
            return Some(false);
        }
        (self.high.is_none() && self.holds(floor)).then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_a_range_or_do_not() {
        assert!(Bounds::from(5.0, true).holds(5.0) && !Bounds::from(5.0, false).holds(5.0));
        assert!(Bounds::up_to(5.0, true).holds(5.0) && !Bounds::up_to(5.0, false).holds(5.0));
        assert!(Bounds::between(9.0, 6.0).holds(7.0) && !Bounds::between(9.0, 6.0).holds(9.1));
        assert!(Bounds::default().holds(-1e9));
    }

    #[test]
    fn a_figure_at_or_above_a_ceiling_is_compared_only_where_that_decides() {
        assert_eq!(Bounds::from(200.0, false).holds_from(239.0), Some(true));
        assert_eq!(Bounds::from(250.0, true).holds_from(239.0), None);
        assert_eq!(Bounds::between(100.0, 200.0).holds_from(239.0), Some(false));
        assert_eq!(Bounds::up_to(300.0, true).holds_from(239.0), None);
    }
}
