//! The figures of a place: what rows are ordered and shaded by, and how each is written.

use super::{Missing, Row, Scope};
use crate::catalog::figures::HOURS;
use crate::catalog::provenance::Point;
use crate::catalog::{Hundredths, PercentTenths, Period, Thousandths, Unit, Wage, grouped};
use crate::compare::workforce::percent_text;

/// A figure of a role in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlaceFigure {
    /// People employed.
    #[default]
    Employment,
    /// Relative standard error of the employment, in percent.
    Error,
    /// The part of the role's employment in the nation, in percent.
    Share,
    /// Jobs in the role per 1,000 jobs there.
    PerThousand,
    /// The role's share of the jobs there over its share of those of the nation.
    Quotient,
    /// 10th percentile of wages.
    P10,
    /// Median wage, in dollars a year, or an hour where BLS publishes only that.
    Median,
    /// 90th percentile of wages.
    P90,
    /// The median at the price level of the nation: 100 times the median over the price level of the place.
    UsPrices,
}

/// A wage at the price level of the nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InUsPrices {
    /// Dollars of the nation's price level.
    pub dollars: f64,
    /// A year's, or an hour's.
    pub period: Period,
    /// Whether the wage is only known to be at or above a ceiling.
    pub is_floor: bool,
}

impl PlaceFigure {
    /// All, in the order of columns.
    pub const ALL: [Self; 9] = [
        Self::Employment,
        Self::Error,
        Self::Share,
        Self::PerThousand,
        Self::Quotient,
        Self::P10,
        Self::Median,
        Self::P90,
        Self::UsPrices,
    ];

    /// Those that places are ordered by.
    pub const ORDERS: [Self; 5] = [Self::Employment, Self::PerThousand, Self::Quotient, Self::Median, Self::UsPrices];

    /// Those that industries are ordered by.
    pub const OF_INDUSTRIES: [Self; 2] = [Self::Employment, Self::Median];

    /// The orders of a scope.
    pub const fn orders(scope: Scope) -> &'static [Self] {
        match scope {
            Scope::Industries(_) => &Self::OF_INDUSTRIES,
            _ => &Self::ORDERS,
        }
    }

    /// Whether the rows of a scope have it at all.
    pub const fn is_of(self, scope: Scope) -> bool {
        match scope {
            Scope::Industries(_) => !matches!(self, Self::PerThousand | Self::Quotient | Self::UsPrices),
            Scope::Areas => !matches!(self, Self::UsPrices),
            Scope::States => true,
        }
    }

    /// Whether tiny cells could lead an order by it.
    pub const fn has_floor(self) -> bool {
        !matches!(self, Self::Employment | Self::Share)
    }

    /// Its stable key on the command line, in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Employment => "employment",
            Self::Error => "error_percent",
            Self::Share => "percent_of_nation",
            Self::PerThousand => "per_thousand",
            Self::Quotient => "quotient",
            Self::P10 => "p10",
            Self::Median => "median",
            Self::P90 => "p90",
            Self::UsPrices => "us_prices",
        }
    }

    /// The order of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ORDERS.into_iter().find(|figure| figure.key() == key)
    }

    /// Its name in full.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Employment => "employment",
            Self::Error => "relative error",
            Self::Share => "share of the nation",
            Self::PerThousand => "jobs per 1,000 jobs",
            Self::Quotient => "location quotient",
            Self::P10 => "10th percentile",
            Self::Median => "median pay",
            Self::P90 => "90th percentile",
            Self::UsPrices => "median in US prices",
        }
    }

    /// A name of at most nine cells, for the heads of columns.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Employment => "employed",
            Self::Error => "error",
            Self::Share => "share",
            Self::PerThousand => "per 1,000",
            Self::Quotient => "quotient",
            Self::P10 => "10th",
            Self::Median => "median",
            Self::P90 => "90th",
            Self::UsPrices => "US prices",
        }
    }

    /// The order by it, in words.
    pub const fn order(self) -> &'static str {
        match self {
            Self::PerThousand => "most jobs per 1,000 jobs first",
            Self::Quotient => "highest location quotient first",
            Self::Median => "highest median pay first",
            Self::UsPrices => "highest median in US prices first",
            _ => "most workers first",
        }
    }

    /// The point of the spread of wages, of one that is a wage as published.
    pub const fn point(self) -> Option<Point> {
        match self {
            Self::P10 => Some(Point::P10),
            Self::Median => Some(Point::Median),
            Self::P90 => Some(Point::P90),
            _ => None,
        }
    }

    /// A row's figure as a number, or why there is none. A top-coded wage counts as its ceiling.
    ///
    /// # Errors
    /// Why the figure is missing.
    pub fn value(self, row: &Row) -> Result<f64, Missing> {
        let estimate = row.estimate()?;
        match self {
            Self::Employment => row.employment().map(f64::from),
            Self::Error => estimate.error.map(PercentTenths::value).ok_or(Missing::Withheld),
            Self::Share => {
                let whole = row.whole.and_then(|whole| if whole == 0 { Err(Missing::NoWhole) } else { Ok(whole) })?;
                Ok(f64::from(row.employment()?) / f64::from(whole) * 100.0)
            }
            Self::PerThousand => estimate.per_thousand.map(Thousandths::value).ok_or(Missing::Withheld),
            Self::Quotient => estimate.quotient.map(Hundredths::value).ok_or(Missing::Withheld),
            Self::P10 | Self::Median | Self::P90 => {
                let (wage, period) = row.wage(self.point().unwrap_or(Point::Median))?;
                Ok(wage.dollars(period))
            }
            Self::UsPrices => row.in_us_prices().map(|wage| wage.dollars),
        }
    }

    /// Where a row stands in an order by it: its value, and for pay of an hour that over a year of 2,080 hours.
    ///
    /// # Errors
    /// Why the figure is missing.
    pub fn rank_value(self, row: &Row) -> Result<f64, Missing> {
        let period = match self {
            Self::P10 | Self::Median | Self::P90 | Self::UsPrices => row.wage(self.point().unwrap_or(Point::Median))?.1,
            _ => Period::Year,
        };
        let value = self.value(row)?;
        Ok(if period == Period::Hour { value * HOURS } else { value })
    }

    /// As sentences and tables say it: `23,430`, `1.3%`, `at or above $239,200`, `$28.44 an hour`, `withheld`.
    pub fn text(self, row: &Row) -> String {
        let written = || match self {
            Self::P10 | Self::Median | Self::P90 => {
                let (wage, period) = row.wage(self.point().unwrap_or(Point::Median))?;
                Ok(if period == Period::Hour { wage.in_full(period) } else { wage.text(period) })
            }
            Self::UsPrices => row.in_us_prices().map(InUsPrices::text),
            _ => self.value(row).map(|value| self.written(value)),
        };
        written().unwrap_or_else(|missing: Missing| missing.word().to_owned())
    }

    /// The same in at most ten cells, for columns: `≥$239,200`, `$28.44/h`; none where it is missing.
    pub fn brief(self, row: &Row) -> Option<String> {
        let wage = |dollars: f64, period: Period, is_floor: bool| {
            let least = if is_floor { "≥" } else { "" };
            match period {
                Period::Year => format!("{least}{}", Unit::DollarsAYear.text(dollars)),
                Period::Hour => format!("{least}{}/h", Unit::DollarsAnHour.text(dollars)),
            }
        };
        match self {
            Self::P10 | Self::Median | Self::P90 => {
                let (published, period) = row.wage(self.point()?).ok()?;
                Some(wage(published.dollars(period), period, published == Wage::TopCoded))
            }
            Self::UsPrices => {
                row.in_us_prices().ok().map(|InUsPrices { dollars, period, is_floor }| wage(dollars, period, is_floor))
            }
            _ => self.value(row).ok().map(|value| self.written(value)),
        }
    }

    /// The same in at most seven cells, for the tiles of a map: `12k`, `≥$239k`, `$28.44`.
    pub fn short(self, row: &Row) -> Option<String> {
        match self {
            Self::Employment => row.employment().ok().map(short_count),
            Self::P10 | Self::Median | Self::P90 | Self::UsPrices => {
                let brief = self.brief(row)?;
                if let Some(hourly) = brief.strip_suffix("/h") {
                    return Some(hourly.to_owned());
                }
                let least = if brief.starts_with('≥') { "≥" } else { "" };
                // Whole thousands, as columns write a year's pay.
                self.value(row).ok().map(|dollars| format!("{least}${:.0}k", dollars / 1_000.0))
            }
            _ => self.brief(row),
        }
    }

    fn written(self, value: f64) -> String {
        match self {
            Self::Error => Unit::Percent.text(value),
            Self::Share => percent_text(value),
            Self::PerThousand if value >= 10.0 => format!("{value:.1}"),
            Self::PerThousand | Self::Quotient => format!("{value:.2}"),
            _ => Unit::People.text(value),
        }
    }
}

/// People in at most five cells: `4.9M`, `12k`, `1.2k`, `830`.
fn short_count(people: u32) -> String {
    let count = f64::from(people);
    match people {
        999_500.. => format!("{:.1}M", count / 1e6),
        9_950.. => format!("{:.0}k", count / 1e3),
        1_000.. => format!("{:.1}k", count / 1e3),
        _ => people.to_string(),
    }
}

impl InUsPrices {
    /// `$53,641`, `at or above $245,000`, `$29.10 an hour`.
    pub fn text(self) -> String {
        let least = if self.is_floor { "at or above " } else { "" };
        match self.period {
            Period::Year => format!("{least}{}", Unit::DollarsAYear.text(self.dollars)),
            Period::Hour => format!("{least}{} an hour", Unit::DollarsAnHour.text(self.dollars)),
        }
    }
}

impl Row {
    /// The median at the price level of the nation.
    ///
    /// # Errors
    /// Why there is none.
    pub fn in_us_prices(&self) -> Result<InUsPrices, Missing> {
        let (wage, period) = self.wage(Point::Median)?;
        let level = self.price_level.filter(|level| level.0 > 0).ok_or(Missing::NoPriceLevel)?;
        let dollars = wage.dollars(period) * 100.0 / level.value();
        Ok(InUsPrices { dollars, period, is_floor: wage == Wage::TopCoded })
    }

    /// The price level: `97.5`, or why there is none.
    pub fn price_level_text(&self) -> String {
        self.price_level
            .map_or_else(|| Missing::NoPriceLevel.word().to_owned(), |level| format!("{:.1}", level.value()))
    }

    /// The spread of pay in words: `$30,000 to $90,000`; none where neither end is published.
    pub fn spread(&self) -> Option<String> {
        match (PlaceFigure::P10.brief(self), PlaceFigure::P90.brief(self)) {
            (Some(low), Some(high)) => Some(format!("{low} to {high}")),
            (Some(low), None) => Some(format!("10th percentile {low}")),
            (None, Some(high)) => Some(format!("90th percentile {high}")),
            (None, None) => None,
        }
    }

    /// People employed with the relative error, as published: `230 ±12.5%`.
    pub fn employment_text(&self) -> String {
        let error = PlaceFigure::Error.brief(self).map_or_else(String::new, |error| format!(" ±{error}"));
        match self.employment() {
            Ok(people) => format!("{}{error}", grouped(people.into())),
            Err(missing) => missing.word().to_owned(),
        }
    }
}
