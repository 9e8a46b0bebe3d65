//! What figures count.

use super::figures::{PercentTenths, Percentile, Thousands, grouped};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Position among the surveyed roles, 0 to 100.
    Percentile,
    /// Dollars a year.
    DollarsAYear,
    /// Dollars an hour.
    DollarsAnHour,
    /// People employed.
    People,
    /// Percent.
    Percent,
    /// Jobs, or openings a year.
    Jobs,
    /// Job zone, 2 to 5.
    Zone,
    /// Importance, 1 to 5.
    Importance,
    /// No figure: entries of lists and words, by their place in an order.
    Entry,
}

impl Unit {
    /// Its stable key in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Percentile => "percentile",
            Self::DollarsAYear => "dollars_a_year",
            Self::DollarsAnHour => "dollars_an_hour",
            Self::People => "people",
            Self::Percent => "percent",
            Self::Jobs => "jobs",
            Self::Zone => "job_zone",
            Self::Importance => "importance",
            Self::Entry => "entry",
        }
    }

    /// A value in words: `97th`, `$108,970`, `439,380`, `8.2%`, `31.3k`, `4`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what the figures hold")]
    pub fn text(self, value: f64) -> String {
        let whole = value.clamp(0.0, 1e12).round() as u64;
        match self {
            Self::Percentile => Percentile(value).to_string(),
            Self::DollarsAYear => format!("${}", grouped(whole)),
            Self::DollarsAnHour => format!("${value:.2}"),
            Self::People => grouped(whole),
            Self::Percent => PercentTenths((value * 10.0).clamp(-1e6, 1e6).round() as i32).to_string(),
            Self::Jobs => Thousands((value / 100.0).clamp(0.0, 1e12).round() as i64).to_string(),
            Self::Zone | Self::Importance | Self::Entry => format!("{value:.1}").trim_end_matches(".0").to_owned(),
        }
    }
}
