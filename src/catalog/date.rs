//! Days of the calendar, and how old what was released on one is.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use super::source::NOT_STATED;

/// A day (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u64,
    /// The month, 1 to 12.
    pub month: u64,
    /// The day of the month, 1 to 31.
    pub day: u64,
}

impl Date {
    /// The day of a time in seconds since 1970. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras
    /// of 400 years, years that begin in March.
    pub const fn of(seconds: u64) -> Self {
        let days = seconds / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (day, month, later) =
            (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 }, month / 10);
        Self { year: era * 400 + year + later, month, day }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A month of the calendar, as O*NET dates its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Month(u16);

/// In JSON as people write it, in the pack as a number.
impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl Month {
    /// A month from its year and number, 1 to 12.
    pub fn new(year: u16, month: u16) -> Option<Self> {
        ((1900..=2999).contains(&year) && (1..=12).contains(&month)).then(|| Self(year * 12 + month - 1))
    }

    /// From `2019-07`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.0 / 12
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year(), self.0 % 12 + 1)
    }
}

/// How long ago a release was published, as exactly as its date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// No date is stated, or none that is understood.
    Unknown,
    /// The stated date is still to come.
    ToCome,
    /// Less than a month.
    ThisMonth,
    /// So many whole months, from a stated month.
    Months(u64),
    /// Only a year is stated: so many whole years at most, and perhaps one less.
    Years(u64),
}

impl Age {
    /// The age on a day of what was published on `date`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn of(date: &str, today: Date) -> Self {
        let parts: Option<Vec<u64>> = date.split('-').map(|part| part.parse().ok()).collect();
        let months = |year: u64, month: u64| year * 12 + month;
        let now = months(today.year, today.month);
        match parts.as_deref() {
            _ if date == NOT_STATED => Self::Unknown,
            Some([year]) => today.year.checked_sub(*year).map_or(Self::ToCome, Self::Years),
            Some([year, month @ 1..=12, rest @ ..]) if rest.len() < 2 => {
                let day = rest.first().copied().unwrap_or(1);
                match now.checked_sub(months(*year, *month)) {
                    None => Self::ToCome,
                    Some(0) if day > today.day => Self::ToCome,
                    // A month that is not whole does not count, where the day is known.
                    Some(count) => match count - u64::from(count > 0 && day > today.day) {
                        0 => Self::ThisMonth,
                        count => Self::Months(count),
                    },
                }
            }
            _ => Self::Unknown,
        }
    }
}

/// In words that end a column's or a sentence's "age": `2 years 6 months`, `2 to 3 years`.
impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let several = |count: u64, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        match *self {
            Self::Unknown => f.write_str("not known"),
            Self::ToCome => f.write_str("dated ahead"),
            Self::ThisMonth => f.write_str("this month"),
            Self::Years(0) => f.write_str("this year"),
            Self::Years(1) => f.write_str("under 2 years"),
            Self::Years(most) => write!(f, "{} to {most} years", most - 1),
            Self::Months(months) => match (months / 12, months % 12) {
                (0, months) => f.write_str(&several(months, "month")),
                (years, 0) => f.write_str(&several(years, "year")),
                (years, months) => write!(f, "{} {}", several(years, "year"), several(months, "month")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let days = [0, 68_169_599, 68_169_600, 951_782_400, 1_795_478_400, 4_107_542_399];
        let dates = ["1970-01-01", "1972-02-28", "1972-02-29", "2000-02-29", "2026-11-24", "2100-02-28"];
        assert_eq!(days.map(|day| Date::of(day).to_string()), dates);
    }

    #[test]
    fn an_age_is_as_exact_as_its_date() {
        let today = Date { year: 2026, month: 11, day: 24 };
        for (date, words) in [
            ("2024-05", "2 years 6 months"),
            ("2025-11", "1 year"),
            ("2026-10", "1 month"),
            ("2025-10", "1 year 1 month"),
            ("2025-08-28", "1 year 2 months"),
            ("2025-08-24", "1 year 3 months"),
            ("2026-10-25", "this month"),
            ("2026-11", "this month"),
            ("2026-11-25", "dated ahead"),
            ("2026-12", "dated ahead"),
            ("2027", "dated ahead"),
            ("2026", "this year"),
            ("2025", "under 2 years"),
            ("2021", "4 to 5 years"),
            ("not stated", "not known"),
            ("May 2024", "not known"),
            ("2024-13", "not known"),
            ("", "not known"),
        ] {
            assert_eq!(Age::of(date, today).to_string(), words, "{date}");
        }
    }
}
