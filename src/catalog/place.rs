//! Places, industries and years that BLS estimates pay and employment for.

use serde::{Deserialize, Serialize};

use super::SourceId;
use super::estimates::Estimates;
use super::figures::{Period, Thousandths, Wage};
use super::{Catalog, PublishedId, SocCode};

/// A state, or an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place<'a> {
    /// BLS's code: up to 99 that of a state (FIPS), else that of an area.
    pub area: u32,
    /// As BLS calls it: `Texas`, `Austin-Round Rock-San Marcos, TX`.
    pub name: &'a str,
    /// The two letters of a state; none of an area.
    pub letters: Option<&'a str>,
    /// The price level of a state (BEA), of which the nation's is 100.
    pub price_level: Option<Thousandths>,
    /// Employment and wages there.
    #[serde(borrow)]
    pub estimates: Estimates<'a>,
}

impl Place<'_> {
    /// Whether it is a state, the District of Columbia or a territory.
    pub const fn is_state(&self) -> bool {
        self.area < 100
    }

    /// The dataset that its estimates come from.
    pub const fn source(&self) -> SourceId {
        if self.is_state() { SourceId::OewsStates } else { SourceId::OewsAreas }
    }
}

/// An industry of the nation. Levels and owners overlap: industries are never added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industry<'a> {
    /// BLS's NAICS code, six digits or letters.
    pub naics: &'a str,
    /// As BLS calls it.
    pub title: &'a str,
    /// How fine it is cut: 1 all industries of an owner, 2 sectors, 3 and more the digits of NAICS.
    pub level: u8,
    /// Employment and wages there.
    #[serde(borrow)]
    pub estimates: Estimates<'a>,
}

/// The nation in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year<'a> {
    /// The year, of which OEWS takes May.
    pub year: u16,
    /// The release: `May 2025`.
    pub release: &'a str,
    /// Employment and wages of the codes that are comparable with today's.
    #[serde(borrow)]
    pub estimates: Estimates<'a>,
}

/// The first year whose figures are those of SOC 2018 alone, and in which the model of the estimates changed: what stands
/// on both sides of it is not one series.
pub const SOC_2018_FROM: u16 = 2021;
/// The first year with codes of SOC 2018 among its codes.
const MIXED_FROM: u16 = 2019;

/// A wage of a year as written: `$108,970`, `at or above $187,200`.
pub fn wage_text(year: u16, wage: Wage, period: Period) -> String {
    match wage {
        Wage::TopCoded => format!("at or above {}", ceiling(year, period).text(period)),
        cents @ Wage::Cents(_) => cents.text(period),
    }
}

/// A wage in the cells of a column, a year or an hour: `$109k`, `$52/h`.
pub fn wage_in_column(wage: Wage, period: Period) -> String {
    match period {
        Period::Year => wage.short(),
        Period::Hour => format!("${:.0}/h", wage.dollars(Period::Hour).round()),
    }
}

/// The wage from which on the survey only said `#` in a year. Of 2025 it gives every wage.
pub const fn ceiling(year: u16, period: Period) -> Wage {
    let (hour, year) = match year {
        ..=2015 => (90, 187_200),
        2016..=2021 => (100, 208_000),
        _ => (115, 239_200),
    };
    Wage::Cents(100 * if matches!(period, Period::Hour) { hour } else { year })
}

impl Catalog<'_> {
    /// The code under which OEWS published in a year what it publishes under a code today; none where that is not the
    /// same work.
    pub fn code_in(&self, year: u16, published: PublishedId) -> Option<SocCode> {
        let soc = self.published.get(usize::from(published.0))?.soc;
        let parts = self.roles.iter().filter(|role| role.published == Some(published)).map(|role| role.code.soc());
        self.crosswalks.code_in(year, soc, &parts.collect::<Vec<_>>())
    }

    /// The nation in a year.
    pub fn year(&self, year: u16) -> Option<&Year<'_>> {
        self.years.iter().find(|known| known.year == year)
    }
}

impl super::Crosswalks<'_> {
    /// The code under which OEWS published in a year what it publishes under `soc` today, which has these parts.
    pub fn code_in(&self, year: u16, soc: SocCode, parts: &[SocCode]) -> Option<SocCode> {
        if year >= SOC_2018_FROM {
            return Some(soc);
        }
        let before = self.one_to_one_in_2010(soc, parts)?;
        Some(if year >= MIXED_FROM { soc } else { before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `#` stands for in each workbook's or archive's field descriptions.
    #[test]
    fn the_ceiling_is_that_of_the_year() {
        assert_eq!(wage_text(2015, Wage::TopCoded, Period::Year), "at or above $187,200");
        assert_eq!(wage_text(2016, Wage::TopCoded, Period::Hour), "at or above $100.00");
        assert_eq!(ceiling(2021, Period::Year), Wage::Cents(20_800_000));
        assert_eq!(wage_text(2022, Wage::TopCoded, Period::Year), Wage::TopCoded.text(Period::Year));
    }
}
