//! Dollars of one year in those of another, by the consumer price index that a user may bring (CPI-U, May of each year).

use std::borrow::Cow;

use super::trend::WARNING;
use super::{Catalog, Dollars, SourceId, Thousandths};

/// What stands beside a trend in the dollars of one year, after what those are.
const BREAKS: &str = "BLS does not design OEWS as a time series: from 2021 on it counts by SOC 2018 and estimates by another \
                      model.";

/// Stands for the index where dollars are those of each year.
pub(super) const NOMINAL: Thousandths = Thousandths(1);

impl Catalog<'_> {
    /// The year whose dollars a trend can be read in, the last of OEWS.
    ///
    /// # Errors
    /// Why it can be read in the dollars of each year alone.
    pub fn last_dollars(&self) -> Result<u16, &'static str> {
        let last = self.years.last().ok_or("Your data have no years whose dollars could be compared")?.year;
        match self.price_index(last) {
            Some(_) => Ok(last),
            None if self.prices.is_empty() => {
                Err("No price index yet: `rolescope data fetch consumer-prices --import` brings it")
            }
            None => Err("The price index ends before the last year: import a newer one"),
        }
    }

    /// The price index of May of a year.
    pub fn price_index(&self, year: u16) -> Option<Thousandths> {
        let place = self.prices.binary_search_by_key(&year, |(year, _)| *year).ok()?;
        self.prices.get(place).map(|(_, index)| *index)
    }

    /// The price index of the dollars that a trend is read in, and that of a year; none where it lacks the year. In the
    /// dollars of each year both are the same.
    pub(super) fn prices_of(&self, year: u16) -> Option<[Thousandths; 2]> {
        match self.dollars_year() {
            None => Some([NOMINAL; 2]),
            Some(last) => Some([self.price_index(last)?, self.price_index(year)?]),
        }
    }

    /// The year in whose dollars a trend is read, where that was chosen.
    pub fn dollars_year(&self) -> Option<u16> {
        self.last_dollars().ok().filter(|_| self.lens().dollars == Dollars::Last)
    }

    /// The dollars that a trend is read in, where those of one year were chosen: `in May 2025 dollars (CPI-U)`.
    pub fn dollars_text(&self) -> Option<String> {
        self.dollars_year().map(|year| format!("in May {year} dollars (CPI-U)"))
    }

    /// The same behind a label, with a space before it; nothing for the dollars of each year.
    pub fn in_dollars(&self) -> String {
        self.dollars_text().map_or_else(String::new, |text| format!(" {text}"))
    }

    /// What stands beside every trend: which dollars it is in, and what OEWS warns of.
    pub fn trend_warning(&self) -> Cow<'static, str> {
        let Some(year) = self.dollars_year() else { return WARNING.into() };
        let release = self.source(SourceId::ConsumerPrices).map_or_else(String::new, |s| format!(", {}", s.release));
        format!(
            "In May {year} dollars by the consumer price index (CPI-U, not seasonally adjusted{release}); a wage that is only \
             known to be at or above a bound stays so, the bound in the same dollars. All other pay is in nominal dollars. {BREAKS}"
        )
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::provenance::Origins;
    use crate::catalog::{Figure, Lens, RoleId, Wage};
    use crate::fixture;

    /// The catalog of the tests with an index, in the dollars of its last year.
    fn with(prices: &[(u16, u32)]) -> Catalog<'static> {
        let prices: Vec<_> = prices.iter().map(|(year, index)| (*year, Thousandths(*index))).collect();
        let catalog = Catalog { prices: prices.into(), ..fixture::catalog().clone() };
        catalog.through(Lens { dollars: Dollars::Last, ..Lens::default() })
    }

    #[test]
    fn a_trend_is_read_in_the_dollars_of_the_last_year() {
        let catalog = with(&[(2021, 200_000), (2025, 300_000)]);
        let points = catalog.trend(&catalog.roles[0]);
        let medians: Vec<_> = points.iter().map(|point| point.text(point.wages.median)).collect();
        assert_eq!(medians, ["$72,000", "$53,000"], "48,000 * 300 / 200");
        assert_eq!(
            points[0].text(Some(Wage::TopCoded)),
            "at or above $312,000",
            "a bound stays one: 208,000 * 300 / 200"
        );
        assert_eq!(points[0].dollars(Wage::TopCoded), Some(312_000.0));
        assert_eq!(points[0].text(None), super::super::NOT_PUBLISHED);
        assert!(catalog.trend_warning().starts_with("In May 2025 dollars by the consumer price index (CPI-U"));
        assert_eq!(catalog.in_dollars(), " in May 2025 dollars (CPI-U)");
        let pay = |catalog: &Catalog<'_>| catalog.pay(&catalog.roles[0]).copied();
        assert_eq!(pay(&catalog), pay(fixture::catalog()), "all other pay stays nominal");
        assert!(!catalog.lens().is_of_pay());
    }

    #[test]
    fn where_traces_a_year_to_its_wage_and_both_indexes() {
        let catalog = with(&[(2021, 200_000), (2025, 300_000)]);
        let origins = Origins { catalog: &catalog, record: None };
        let traced = |figure| origins.of(RoleId(0), figure).unwrap();
        let median = traced(Figure::YearPay(2021));
        assert_eq!(median.shown, "$72,000");
        let cells: Vec<_> =
            median.cells.iter().filter(|cell| !cell.is_way).map(|cell| (cell.source, cell.raw.text())).collect();
        let index = SourceId::ConsumerPrices;
        assert_eq!(cells, [(SourceId::OewsYears, "48000"), (index, "200.000"), (index, "300.000")]);
        assert_eq!(median.cells.last().unwrap().row_text(), "series_id CUUR0000SA0, year 2025, period M05");
        let computed =
            "$48,000 a year * price index of May 2025 / price index of May 2021, in May 2025 dollars (CPI-U).";
        assert_eq!(median.computation.last().map(String::as_str), Some(computed));
        assert_eq!(traced(Figure::PayNewest).shown, fixture_origins().of(RoleId(0), Figure::PayNewest).unwrap().shown);
    }

    fn fixture_origins() -> Origins<'static> {
        Origins { catalog: fixture::catalog(), record: None }
    }

    #[test]
    fn a_year_that_the_index_lacks_says_so() {
        let catalog = with(&[(2025, 300_000)]);
        let origins = Origins { catalog: &catalog, record: None };
        assert_eq!(origins.of(RoleId(0), Figure::YearPay(2021)).unwrap().shown, "no index for 2021");
        let points = catalog.trend(&catalog.roles[0]);
        assert_eq!(points[0].text(points[0].wages.median), "no index for 2021");
        assert_eq!((points[0].dollars(Wage::TopCoded), points[0].range().median), (None, None));
        assert_eq!(points[1].text(points[1].wages.median), "$53,000");
        assert_eq!(super::super::Sparkline::of(&points), None, "one year is no line");
    }

    #[test]
    fn without_the_last_year_the_dollars_stay_nominal() {
        for (prices, why) in [(&[][..], "No price index yet"), (&[(2021, 200_000)], "ends before the last year")] {
            let catalog = with(prices);
            assert!(catalog.last_dollars().unwrap_err().contains(why));
            assert_eq!((catalog.lens(), catalog.trend_warning().as_ref()), (Lens::default(), WARNING));
            assert_eq!(catalog.trend(&catalog.roles[0]), fixture::catalog().trend(&catalog.roles[0]));
        }
    }
}
