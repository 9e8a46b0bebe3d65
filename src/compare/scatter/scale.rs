//! The scale of an axis: where a value stands, and which round numbers are written beside it.

/// From values to places on an axis, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    log: bool,
}

/// The least width of a linear scale as a share of its highest value, so that its round numbers stay short.
const LEAST: f64 = 0.1;

impl Scale {
    /// 0 to 100.
    pub const fn percentiles() -> Self {
        Self { low: 0.0, high: 100.0, log: false }
    }

    /// A scale from the lowest of some values to the highest. On a logarithmic one, what is 0 or less stands at the
    /// foot, clear of the lowest value that has a logarithm.
    pub fn over(values: impl Iterator<Item = f64>, log: bool) -> Self {
        let (mut low, mut high, mut zeros) = (f64::INFINITY, f64::NEG_INFINITY, false);
        for value in values.filter(|value| value.is_finite()) {
            if log && value <= 0.0 {
                zeros = true;
            } else {
                (low, high) = (low.min(value), high.max(value));
            }
        }
        if low > high {
            (low, high) = (1.0, 1.0);
        }
        if zeros {
            low /= 2.0;
        }
        let least = (high.abs().max(low.abs()) * LEAST).max(1.0);
        if log && high / low < 1.5 {
            (low, high) = (low / 1.5, high * 1.5);
        } else if !log && high - low < least {
            let middle = f64::midpoint(low, high);
            (low, high) = (middle - least / 2.0, middle + least / 2.0);
        }
        Self { low, high, log }
    }

    /// Where a value stands: 0 at the low end, 1 at the high end.
    pub fn place(self, value: f64) -> f64 {
        let part = if !self.log {
            (value - self.low) / (self.high - self.low)
        } else if value <= 0.0 {
            0.0
        } else {
            (value / self.low).ln() / (self.high / self.low).ln()
        };
        part.clamp(0.0, 1.0)
    }

    /// Round numbers on the scale, ascending, at most `most`: multiples of 1, 2 or 5 times a power of ten; on a
    /// logarithmic scale those numbers themselves, where at least two fit.
    pub fn ticks(self, most: usize) -> Vec<f64> {
        if most == 0 {
            return Vec::new();
        }
        if self.log {
            let sets = [&[1.0, 2.0, 5.0][..], &[1.0, 3.0], &[1.0]];
            let decades = [1, 2, 3];
            let sets = sets.into_iter().map(|set| (set, 1)).chain(decades.map(|every| (&[1.0][..], every)));
            for (set, every) in sets {
                let ticks = self.powers(set, every);
                if ticks.len() < 2 {
                    break;
                }
                if ticks.len() <= most {
                    return ticks;
                }
            }
        }
        self.multiples(most)
    }

    /// Numbers of `set` times every so manieth power of ten.
    fn powers(self, set: &[f64], every: i32) -> Vec<f64> {
        let first = floor_log10(self.low);
        let all = (first..=floor_log10(self.high)).filter(|power| power.rem_euclid(every) == 0);
        let numbers = all.flat_map(|power| set.iter().map(move |number| number * 10_f64.powi(power)));
        numbers.filter(|number| self.holds(*number)).collect()
    }

    fn multiples(self, most: usize) -> Vec<f64> {
        let mut power = floor_log10((self.high - self.low).max(f64::MIN_POSITIVE)) - 2;
        loop {
            for number in [1.0, 2.0, 5.0] {
                let step = number * 10_f64.powi(power);
                let ticks = self.multiples_of(step, most);
                if ticks.len() <= most {
                    return ticks;
                }
            }
            power += 1;
        }
    }

    /// The multiples of a step on the scale; one too many where there are more than `most`.
    fn multiples_of(self, step: f64, most: usize) -> Vec<f64> {
        let first = (self.low / step - 1e-9).ceil();
        let mut ticks = Vec::new();
        let mut at = first;
        while self.holds(at * step) && ticks.len() <= most {
            // Zero has no sign to show.
            ticks.push(if at == 0.0 { 0.0 } else { at * step });
            at += 1.0;
        }
        ticks
    }

    fn holds(self, number: f64) -> bool {
        let slack = (self.high - self.low) * 1e-9;
        number >= self.low - slack && number <= self.high + slack
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the logarithm of a finite number is below 400")]
fn floor_log10(value: f64) -> i32 {
    (value.log10() + 1e-9).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a number is a small multiple of 1, 2 or 5 times a power of ten below it.
    fn is_round(number: f64) -> bool {
        if number == 0.0 {
            return true;
        }
        let power = 10_f64.powi(floor_log10(number.abs()) - 2);
        (number / power - (number / power).round()).abs() < 1e-6
    }

    #[test]
    fn ticks_are_round_few_and_on_the_scale() {
        let spans = [(30_160.0, 239_200.0), (-36.1, 49.9), (180.0, 3_988_140.0), (8.2, 8.2), (51_230.0, 51_230.0)];
        for (low, high) in spans {
            for log in [false, true] {
                if log && low <= 0.0 {
                    continue;
                }
                let scale = Scale::over([low, high].into_iter(), log);
                for most in 1..30 {
                    let ticks = scale.ticks(most);
                    assert!(ticks.len() <= most && ticks.is_sorted(), "{low} {high} {log} {most}: {ticks:?}");
                    assert!(ticks.iter().all(|tick| is_round(*tick) && scale.holds(*tick)), "{ticks:?}");
                    assert!(most < 6 || ticks.len() >= 2, "{low} {high} {log} {most}: {ticks:?}");
                }
            }
        }
    }

    #[test]
    fn ticks_are_those_a_reader_expects() {
        assert_eq!(Scale::percentiles().ticks(7), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        let pay = Scale::over([30_160.0, 239_200.0].into_iter(), false);
        assert_eq!(pay.ticks(6), [50_000.0, 100_000.0, 150_000.0, 200_000.0]);
        let pay = Scale::over([30_160.0, 239_200.0].into_iter(), true);
        assert_eq!(pay.ticks(6), [50_000.0, 100_000.0, 200_000.0]);
        let employment = Scale::over([180.0, 3_988_140.0].into_iter(), true);
        assert_eq!(employment.ticks(6), [1e3, 1e4, 1e5, 1e6]);
        let change = Scale::over([-36.1, 49.9].into_iter(), false);
        assert_eq!(change.ticks(6), [-20.0, 0.0, 20.0, 40.0]);
    }

    #[test]
    fn a_greater_value_stands_further_on() {
        let values: Vec<f64> = (0..400).map(|i| f64::from(i) * 37.0).collect();
        for log in [false, true] {
            let scale = Scale::over(values.iter().copied(), log);
            let places: Vec<f64> = values.iter().map(|value| scale.place(*value)).collect();
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{log}");
            assert!(places[0] >= 0.0 && (places[399] - 1.0).abs() < 1e-9);
        }
        // Equal factors are equal distances.
        let scale = Scale::over([100.0, 1e6].into_iter(), true);
        let step = |from: f64| scale.place(from * 10.0) - scale.place(from);
        assert!((step(100.0) - step(1e4)).abs() < 1e-9);
    }

    #[test]
    fn what_is_zero_stands_at_the_foot_below_the_lowest() {
        let scale = Scale::over([0.0, 100.0, 90_000.0].into_iter(), true);
        assert!(scale.place(0.0).abs() < 1e-9 && scale.place(100.0) > 0.05);
        let nothing = Scale::over(std::iter::empty(), true);
        assert!(nothing.place(5.0).is_finite() && nothing.place(0.0).is_finite());
    }

    #[test]
    fn a_single_value_stands_in_the_middle() {
        for log in [false, true] {
            let scale = Scale::over(std::iter::once(51_230.0), log);
            assert!((scale.place(51_230.0) - 0.5).abs() < 1e-9, "{log}");
        }
    }
}
