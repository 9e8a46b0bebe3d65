//! How pay and employment of a role went, in the nation, over the years whose figures are comparable with today's.

use super::figures::{Period, Thousandths, Wage};
use super::labour::WageRange;
use super::place::{SOC_2018_FROM, Year, ceiling, wage_in_column, wage_text};
use super::prices::NOMINAL;
use super::provenance::Point;
use super::{Catalog, Estimate, Pay, PublishedId, Role};

/// What stands beside every trend.
pub const WARNING: &str = "Dollars of each year, not adjusted for prices. BLS does not design OEWS as a time series: from \
                           2021 on it counts by SOC 2018 and estimates by another model.";

/// The most years that a sparkline has.
const MOST: usize = 24;

/// The nation in a year, of one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearPoint {
    /// The year, of which OEWS takes May.
    pub year: u16,
    /// People employed; self-employed are not counted.
    pub employment: Option<u32>,
    /// Wages a year, or an hour where only those are published.
    pub wages: WageRange,
    /// Of which the wages are.
    pub period: Period,
    /// The price index of the dollars shown and that of the year, the same where they are its own; none where the index
    /// lacks the year.
    prices: Option<[Thousandths; 2]>,
}

impl YearPoint {
    fn of(year: &Year<'_>, pay: &Pay, prices: Option<[Thousandths; 2]>) -> Self {
        let period = Point::Median.wage(pay).map_or(Period::Year, |(_, period)| period);
        let wages = if period == Period::Year { pay.annual } else { pay.hourly };
        Self { year: year.year, employment: pay.employment, wages, period, prices }
    }

    /// A wage in the dollars of the trend; the ceiling of the year for one at or above it. None where the price index lacks
    /// the year.
    pub fn dollars(&self, wage: Wage) -> Option<f64> {
        Some(self.drawn(wage)?.dollars(self.period))
    }

    /// The wages with the ceiling of the year where they are at or above it, to be drawn.
    pub fn range(&self) -> WageRange {
        let drawn = |wage: Option<Wage>| self.drawn(wage?);
        let WageRange { p10, p25, median, p75, p90, mean } = self.wages;
        let [p10, p25, median] = [p10, p25, median].map(drawn);
        let [p75, p90, mean] = [p75, p90, mean].map(drawn);
        WageRange { p10, p25, median, p75, p90, mean }
    }

    /// A wage times the index of the dollars shown over that of its year, a year's in whole dollars, an hour's in cents.
    fn drawn(&self, wage: Wage) -> Option<Wage> {
        let published = match wage {
            Wage::TopCoded => ceiling(self.year, self.period),
            cents @ Wage::Cents(_) => cents,
        };
        let ([shown, then], Wage::Cents(cents)) = (self.prices?, published) else { return None };
        if shown == then {
            return Some(published);
        }
        let unit = if self.period == Period::Year { 100 } else { 1 };
        let (over, under) = (u64::from(cents) * u64::from(shown.0), u64::from(then.0).max(1) * unit);
        u32::try_from((over + under / 2) / under * unit).ok().map(Wage::Cents)
    }

    /// `$116,580`, `$31.20 an hour`, `at or above $187,200`, that none is published, or `no index for 2013`.
    pub fn text(&self, wage: Option<Wage>) -> String {
        let Some(wage) = wage else { return super::NOT_PUBLISHED.to_owned() };
        let Some(shown) = self.drawn(wage) else { return format!("no index for {}", self.year) };
        let bound = if wage == Wage::TopCoded { "at or above " } else { "" };
        let text = format!("{bound}{}", shown.text(self.period));
        if self.period == Period::Hour { format!("{text} an hour") } else { text }
    }

    /// The price index of May of the year, where its wages are shown in the dollars of another.
    pub fn price_index(&self) -> Option<Thousandths> {
        self.prices.filter(|[shown, _]| *shown != NOMINAL).map(|[_, then]| then)
    }
}

/// Heights of a median over the years, for a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// The first year and the last.
    pub years: (u16, u16),
    /// By year from the first: 0 where no median is published, else 1 to 8 from the lowest median to the highest.
    levels: [u8; MOST],
}

impl Sparkline {
    /// The medians of some years; none where fewer than two are published, or nothing changes.
    pub fn of(points: &[YearPoint]) -> Option<Self> {
        let last = points.iter().rev().find(|point| point.wages.median.is_some())?;
        let medians = points.iter().filter(|point| point.period == last.period);
        let medians: Vec<(u16, f64)> =
            medians.filter_map(|point| Some((point.year, point.dollars(point.wages.median?)?))).collect();
        let low = medians.iter().map(|(_, median)| *median).fold(f64::INFINITY, f64::min);
        let high = medians.iter().map(|(_, median)| *median).fold(f64::NEG_INFINITY, f64::max);
        let years = (medians.first()?.0, medians.last()?.0);
        if low >= high {
            return None;
        }
        let mut levels = [0; MOST];
        for (year, median) in medians {
            if let Some(level) = levels.get_mut(usize::from(year - years.0)) {
                *level = height((median - low) / (high - low));
            }
        }
        Some(Self { years, levels })
    }

    /// The level of each year, 0 where none is published, and whether the break lies before it.
    pub fn levels(&self) -> impl Iterator<Item = (u8, bool)> + use<'_> {
        let first = self.years.0;
        let years = (first..=self.years.1).zip(self.levels);
        years.map(move |(year, level)| (level, year == SOC_2018_FROM && year > first))
    }
}

/// A share from 0 to 1 as one of eight heights.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 8")]
fn height(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 7.0).round() as u8 + 1
}

impl Catalog<'_> {
    /// The years of a role in which figures for its code are published and comparable, the newest last.
    pub fn trend(&self, role: &Role<'_>) -> Vec<YearPoint> {
        let Some(published) = role.published else { return Vec::new() };
        let points = self.years.iter().map(|year| (year, year.estimates.get(published)));
        points
            .filter_map(|(year, estimate)| Some(YearPoint::of(year, &estimate?.pay, self.prices_of(year.year))))
            .collect()
    }

    /// The sparklines of all published codes, in their order.
    pub fn sparklines(&self) -> Vec<Option<Sparkline>> {
        let mut points: Vec<Vec<YearPoint>> = vec![Vec::new(); self.published.len()];
        for year in &self.years {
            let prices = self.prices_of(year.year);
            for Estimate { published: PublishedId(place), pay, .. } in year.estimates.iter() {
                if let Some(points) = points.get_mut(usize::from(place)) {
                    points.push(YearPoint::of(year, &pay, prices));
                }
            }
        }
        points.iter().map(|points| Sparkline::of(points)).collect()
    }

    /// The newest median of a role, of which it is, and its year, where the page keeps to an older base year.
    pub fn newest_wage(&self, role: &Role<'_>) -> Option<(Wage, Period, &Year<'_>)> {
        let year = self.newest().filter(|_| !self.lens().is_of_pay())?;
        let (wage, period) = Point::Median.wage(&year.estimates.get(role.published?)?.pay)?;
        Some((wage, period, year))
    }

    /// The same as written, with its release.
    pub fn newest_pay(&self, role: &Role<'_>) -> Option<(String, &str)> {
        let (wage, period, year) = self.newest_wage(role)?;
        let text = wage_text(year.year, wage, period);
        Some((if period == Period::Hour { format!("{text} an hour") } else { text }, year.release))
    }

    /// The same in the cells of a column: `$117k`, `≥$239k`, `$58/h`.
    pub fn newest_short(&self, role: &Role<'_>) -> Option<String> {
        let (wage, period, _) = self.newest_wage(role)?;
        Some(wage_in_column(wage, period))
    }

    /// The base year and the newest, as they stand above two medians, where both are known: `'24`, `'25`.
    pub fn pay_years(&self) -> Option<[String; 2]> {
        let newest = self.newest().filter(|_| !self.lens().is_of_pay())?;
        Some([self.pay_release()?, newest.release].map(|release| format!("'{}", release.get(6..).unwrap_or_default())))
    }

    /// The newest median in brackets behind that of the base year: ` ($116,580 in May 2025)`; nothing where there is none.
    pub fn newest_in_brackets(&self, role: &Role<'_>) -> String {
        self.newest_median(role).map_or_else(String::new, |text| format!(" ({text})"))
    }

    /// The same in words: `$116,580 in May 2025`.
    pub fn newest_median(&self, role: &Role<'_>) -> Option<String> {
        self.newest_pay(role).map(|(median, release)| format!("{median} in {release}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn point(year: u16, dollars: Option<u32>) -> YearPoint {
        let median = dollars.map(|dollars| Wage::Cents(dollars * 100));
        let wages = WageRange { median, ..WageRange::default() };
        YearPoint { year, employment: None, wages, period: Period::Year, prices: Some([NOMINAL; 2]) }
    }

    #[test]
    fn heights_run_from_the_lowest_median_to_the_highest_with_the_break_between() {
        let line = Sparkline::of(&[point(2019, Some(10)), point(2021, Some(15)), point(2022, Some(17))]).unwrap();
        let levels: Vec<_> = line.levels().collect();
        assert_eq!(levels, [(1, false), (0, false), (6, true), (8, false)]);
        assert_eq!(Sparkline::of(&[point(2019, Some(10)), point(2020, None)]), None);
        assert_eq!(Sparkline::of(&[point(2021, Some(10)), point(2022, Some(10))]), None);
    }

    #[test]
    fn the_newest_median_stands_beside_the_base_year_alone() {
        let mut catalog = fixture::catalog().clone();
        let role = catalog.roles[0].clone();
        let years: Vec<u16> = catalog.trend(&role).iter().map(|point| point.year).collect();
        assert_eq!(years, [2021, 2025]);
        assert_eq!(catalog.newest_median(&role), None, "no release of OEWS to be newer than");
        let oews =
            crate::catalog::Source { id: crate::catalog::SourceId::Oews, release: "May 2024", ..catalog.sources[0] };
        catalog.sources.push(oews);
        assert_eq!(catalog.newest_median(&role).as_deref(), Some("$53,000 in May 2025"));
        assert_eq!(catalog.sparklines().len(), catalog.published.len());
        let seen =
            catalog.through(crate::catalog::Lens { place: Some(crate::catalog::PlaceId(0)), ..Default::default() });
        assert_eq!(seen.newest_median(&role), None);
    }
}
