//! Values that stand for people: the mean and the quartiles where each counts as often as people have it.

/// How values spread over the people who have them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The mean of all people.
    pub mean: f64,
    /// A quarter of the people have less.
    pub lower_quartile: f64,
    /// Half of them have less.
    pub median: f64,
    /// A quarter of them have more.
    pub upper_quartile: f64,
    /// How many people there are.
    pub weight: f64,
}

impl Weighted {
    /// The spread of values, each with how many people have it. A quantile is the value at which that share of the people
    /// is reached, and half way to the next value where a value ends there. None where nobody has a value.
    pub fn of(values: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut values: Vec<(f64, f64)> = values.into_iter().filter(|(_, weight)| *weight > 0.0).collect();
        let (sum, weight) =
            values.iter().fold((0.0, 0.0), |(sum, all), (value, weight)| (sum + value * weight, all + weight));
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let quantile = |share: f64| {
            let (wanted, mut reached) = (share * weight, 0.0);
            let mut values = values.iter();
            while let Some((value, weight)) = values.next() {
                reached += weight;
                // Sums of halves and tenths of a post carry a little noise.
                if (reached - wanted).abs() <= wanted * 1e-12 {
                    return Some(values.next().map_or(*value, |(next, _)| f64::midpoint(*value, *next)));
                }
                if reached > wanted {
                    return Some(*value);
                }
            }
            None
        };
        Some(Self {
            mean: sum / weight,
            lower_quartile: quantile(0.25)?,
            median: quantile(0.5)?,
            upper_quartile: quantile(0.75)?,
            weight,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_counts_as_often_as_people_have_it() {
        let spread = Weighted::of([(80.0, 1.0), (20.0, 3.0), (50.0, 0.0)]).unwrap();
        assert_eq!((spread.mean, spread.weight), (35.0, 4.0));
        // Three of four have 20; the quarter above begins half way to 80.
        assert_eq!((spread.lower_quartile, spread.median, spread.upper_quartile), (20.0, 20.0, 50.0));
        let halves = Weighted::of([(10.0, 0.5), (30.0, 0.5)]).unwrap();
        assert_eq!((halves.lower_quartile, halves.median, halves.upper_quartile), (10.0, 20.0, 30.0));
        assert_eq!(Weighted::of([(10.0, 0.0)]), None);
    }
}
