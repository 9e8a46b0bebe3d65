//! Figures and how they are written, so that a figure reads the same on every screen and in every report.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// Lets a figure stand in JSON as a number in its plain unit, and in the pack as the whole number that it is kept as.
macro_rules! plain_in_json {
    ($($type:ty, $plain:expr;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    $plain(*self).serialize(serializer)
                } else {
                    self.0.serialize(serializer)
                }
            }
        }
    )*};
}

plain_in_json! {
    Hundredths, Hundredths::value;
    PercentTenths, PercentTenths::value;
    Thousands, Thousands::jobs;
    Thousandths, Thousandths::value;
}

/// What stands where a source publishes no figure.
pub const NOT_PUBLISHED: &str = "not published";

/// A figure with two decimals, as O*NET publishes importance (1-5), level (0-7) and relevance (0-100): 4.12 is 412.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Hundredths(pub u16);

impl Hundredths {
    /// The figure as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// A share in whole percent: `14%`; half a percent counts as one.
    pub fn percent(self) -> String {
        format!("{}%", (u32::from(self.0) + 50) / 100)
    }
}

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{:02}", self.0 / 100, self.0 % 100))
    }
}

/// Why there is no figure. Four different things, each said as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// O*NET has one and advises not to show it: too few answered, or they disagree too much.
    Withheld,
    /// Most who were asked called it not relevant for the work.
    NotRelevant,
    /// O*NET does not rate it.
    NotRated,
    /// O*NET has one, in a file of which rolescope has no copy.
    NotHeld,
    /// rolescope's copy has one of an earlier release, which O*NET has replaced since.
    Superseded,
}

/// How a line begins that names what O*NET advises to suppress.
pub const WITHHELD: &str = "Withheld, as too few answered";

impl Gap {
    /// In a few words, where a figure would stand.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Withheld => "withheld",
            Self::NotRelevant => "not relevant",
            Self::NotRated => "not rated",
            Self::NotHeld | Self::Superseded => "not in rolescope's copy",
        }
    }

    /// Its stable key in tables and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Withheld => "withheld",
            Self::NotRelevant => "not_relevant",
            Self::NotRated => "not_rated",
            Self::NotHeld => "not_held",
            Self::Superseded => "superseded",
        }
    }

    /// The gap that has a key.
    pub fn of_key(key: &str) -> Option<Self> {
        let all = [Self::Withheld, Self::NotRelevant, Self::NotRated, Self::NotHeld, Self::Superseded];
        all.into_iter().find(|gap| gap.key() == key)
    }

    /// Why, in a sentence of its own.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Withheld => "O*NET advises to suppress it: too few answers, or answers too far apart",
            Self::NotRelevant => "O*NET marks it not relevant: most who were asked said that the work does not need it",
            Self::NotRated => "O*NET does not rate it",
            Self::NotHeld => "not in rolescope's copy of the file; import O*NET's own to see it",
            Self::Superseded => {
                "the copy has a row, marked superseded: O*NET has rated it anew; import O*NET's own file to see it"
            }
        }
    }
}

/// A figure of O*NET's surveys, or why there is none.
pub type Rated = Result<Hundredths, Gap>;

/// A position among all scored roles, 0 to 100, by mid-rank; printed as a whole number from 1 to 99, as in `97th`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Percentile(pub f64);

impl Percentile {
    /// The band, from the percentile as it is shown, so that one that is shown stands in one band only.
    pub fn band(self) -> Band {
        match self.rounded() {
            ..=33 => Band::Low,
            34..=66 => Band::Moderate,
            67.. => Band::High,
        }
    }

    /// The percentile as it is shown: rounded, and from 1 to 99, as no role is below or above all others and itself.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=99 first")]
    pub fn rounded(self) -> u8 {
        self.0.clamp(1.0, 99.0).round() as u8
    }
}

impl fmt::Display for Percentile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.rounded();
        if self.0 >= 99.5 {
            return f.pad("99+");
        }
        let ending = match (n % 100, n % 10) {
            (11..=13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        f.pad(&format!("{n}{ending}"))
    }
}

/// How a percentile reads in a word: thirds of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Band {
    /// The 33rd and below.
    Low,
    /// The 34th to the 66th.
    Moderate,
    /// The 67th and above.
    High,
}

impl Band {
    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
        }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A wage as BLS publishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wage {
    /// A wage in cents, so that hourly wages stay exact.
    Cents(u32),
    /// `#` in the source: at or above the survey's ceiling ($115.00 an hour, $239,200 a year).
    TopCoded,
}

/// The hours of a year of full-time work, as BLS counts them.
pub const HOURS: f64 = 2_080.0;

/// The pay period of a [`Wage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// An hour.
    Hour,
    /// A year of 2,080 hours.
    Year,
}

impl Wage {
    /// The wage in dollars; the ceiling for a top-coded one.
    pub fn dollars(self, period: Period) -> f64 {
        match (self, period) {
            (Self::Cents(cents), _) => f64::from(cents) / 100.0,
            (Self::TopCoded, Period::Hour) => 115.0,
            (Self::TopCoded, Period::Year) => 239_200.0,
        }
    }

    /// As written on screens and in reports: `$108,970`, `$52.39`, `at or above $239,200`.
    pub fn text(self, period: Period) -> String {
        match (self, period) {
            (Self::Cents(cents), Period::Hour) => format!("${}.{:02}", grouped(u64::from(cents / 100)), cents % 100),
            (Self::Cents(cents), Period::Year) => format!("${}", grouped(u64::from(cents / 100))),
            (Self::TopCoded, Period::Hour) => "at or above $115.00".to_owned(),
            (Self::TopCoded, Period::Year) => "at or above $239,200".to_owned(),
        }
    }

    /// With its period: `$108,970 a year`, `$52.39 an hour`.
    pub fn in_full(self, period: Period) -> String {
        let period_word = if period == Period::Year { "a year" } else { "an hour" };
        format!("{} {period_word}", self.text(period))
    }

    /// In the cells of a column, a year or an hour: `$109k`, `$52/h`.
    pub fn in_column(self, period: Period) -> String {
        match period {
            Period::Year => self.short(),
            Period::Hour => format!("${:.0}/h", self.dollars(Period::Hour).round()),
        }
    }

    /// A yearly wage in at most seven cells, for columns: `$109k`, `≥$239k`.
    pub fn short(self) -> String {
        match self {
            Self::Cents(cents) => format!("${}k", (cents + 50_000) / 100_000),
            Self::TopCoded => "≥$239k".to_owned(),
        }
    }
}

/// A count in thousands with one decimal, as the Employment Projections publish them: 31.3 is 313.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Thousands(pub i64);

impl Thousands {
    /// In jobs: one decimal of a thousand is a hundred.
    pub const fn jobs(self) -> i64 {
        self.0 * 100
    }
}

impl fmt::Display for Thousands {
    /// `31.3k`, `472k`, `-1.2k`: no decimal where it is zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        let text = match tenth {
            0 => format!("{sign}{}k", grouped(whole)),
            _ => format!("{sign}{}.{tenth}k", grouped(whole)),
        };
        f.pad(&text)
    }
}

/// A figure with three decimals: jobs per 1,000 jobs, or a price level of which the nation's is 100; 88.823 is 88,823.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Thousandths(pub u32);

impl Thousandths {
    /// The figure as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{:03}", self.0 / 1_000, self.0 % 1_000))
    }
}

/// A percentage with one decimal: 8.2 % is 82.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct PercentTenths(pub i32);

impl PercentTenths {
    /// The percentage as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// With its sign, for columns: `+8.2%`, `-0.4%`, `0.0%`.
    pub fn signed(self) -> String {
        let plus = if self.0 > 0 { "+" } else { "" };
        format!("{plus}{self}")
    }

    /// As a change in words: `8.2% growth`, `3.1% decline`, `no change`.
    pub fn change(self) -> String {
        match self.0 {
            0 => "no change".to_owned(),
            1.. => format!("{self} growth"),
            _ => format!("{} decline", Self(self.0.saturating_neg())),
        }
    }
}

impl fmt::Display for PercentTenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let tenths = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{}%", tenths / 10, tenths % 10))
    }
}

/// A study's raw value with three decimals: `0.912`, `-1.204`.
pub fn raw_value(value: f64) -> String {
    format!("{value:.3}")
}

/// A part of a whole in whole percent, half a percent counted as one: `13%` for 2 of 16. A whole of nothing: `0%`.
pub fn whole_percent(part: usize, whole: usize) -> String {
    format!("{}%", (200 * part + whole).checked_div(2 * whole).unwrap_or(0))
}

/// What was seen of a task in use, in words: it is a weight, and no share of the work.
pub fn observed_text(weight: f64) -> String {
    match weight {
        w if w <= 0.0 => "too seldom seen in use".to_owned(),
        w if w <= 0.5 => "seen in use, people helped".to_owned(),
        w if w >= 1.0 => "seen in use, handed over".to_owned(),
        w => format!("seen in use, weight {w:.2}"),
    }
}

/// Digits in groups of three: `439,380`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_on_the_seed_page() {
        assert_eq!(Wage::Cents(10_897_000).text(Period::Year), "$108,970");
        assert_eq!(Wage::TopCoded.text(Period::Year), "at or above $239,200");
        assert_eq!(Wage::Cents(5239).text(Period::Hour), "$52.39");
        assert_eq!(Wage::Cents(10_897_000).short(), "$109k");
        assert_eq!(Thousands(313).to_string(), "31.3k");
        assert_eq!(Thousands(4720).to_string(), "472k");
        assert_eq!(Thousands(-12).to_string(), "-1.2k");
        assert_eq!(PercentTenths(82).to_string(), "8.2%");
        assert_eq!(PercentTenths(-4).signed(), "-0.4%");
        assert_eq!(PercentTenths(82).change(), "8.2% growth");
        assert_eq!(PercentTenths(-31).change(), "3.1% decline");
        assert_eq!(PercentTenths(0).change(), "no change");
        assert_eq!(raw_value(0.912_34), "0.912");
        assert_eq!(grouped(439_380), "439,380");
        assert_eq!(Hundredths(407).to_string(), "4.07");
    }

    #[test]
    fn ordinals_and_bands() {
        let text = |p| Percentile(p).to_string();
        assert_eq!(
            [text(96.97), text(1.2), text(11.0), text(22.4), text(93.0), text(0.2), text(99.4), text(99.5)],
            ["97th", "1st", "11th", "22nd", "93rd", "1st", "99th", "99+"]
        );
        let bands = [(33.49, Band::Low), (33.5, Band::Moderate), (66.49, Band::Moderate), (66.5, Band::High)];
        assert!(bands.into_iter().all(|(percentile, band)| Percentile(percentile).band() == band));
    }

    /// What is shown alike stands in one band, at every percentile.
    #[test]
    fn one_shown_percentile_has_one_band() {
        let all = (0..=10_000).map(|hundredths| Percentile(f64::from(hundredths) / 100.0));
        let shown: std::collections::BTreeSet<_> = all.map(|p| (p.rounded(), p.band())).collect();
        assert_eq!(shown.len(), 99);
    }

    #[test]
    fn half_a_percent_counts_as_one() {
        assert_eq!([whole_percent(2, 16), whole_percent(1, 8), whole_percent(0, 0)], ["13%", "13%", "0%"]);
        assert_eq!(Hundredths(1250).percent(), "13%");
    }
}
