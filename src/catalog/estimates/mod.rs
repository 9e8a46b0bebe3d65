//! What OEWS estimates for a place, an industry or a year: employment and wages of each code, kept as bytes of the pack
//! and read when they are asked for.

mod coding;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::figures::{Hundredths, PercentTenths, Thousandths};
use super::labour::Pay;
use super::{PublishedId, Wage};

/// The estimates of one place, industry or year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimates<'a> {
    /// All occupations together (00-0000).
    pub all: Option<Pay>,
    /// The codes, as [`Estimates::of`] writes them.
    #[serde(borrow)]
    cells: Cow<'a, [u8]>,
}

/// What OEWS estimates for one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The code.
    pub published: PublishedId,
    /// Employment and wages. Where both wages are absent, BLS withholds them; where one is, it publishes only the other.
    pub pay: Pay,
    /// Relative standard error of the employment, in percent.
    pub error: Option<PercentTenths>,
    /// Jobs in the code per 1,000 jobs of the place.
    pub per_thousand: Option<Thousandths>,
    /// Location quotient: the code's share of the jobs of the place over its share of those of the nation.
    pub quotient: Option<Hundredths>,
}

impl<'a> Estimates<'a> {
    /// Writes estimates, which come in the order of their codes.
    pub fn of(all: Option<Pay>, estimates: &[Estimate]) -> Self {
        let cells = coding::write(estimates, total(all.as_ref()));
        Self { all, cells: Cow::Owned(cells) }
    }

    /// All estimates, by code.
    pub fn iter(&self) -> impl Iterator<Item = Estimate> + use<'_, 'a> {
        coding::read(&self.cells, total(self.all.as_ref()))
    }

    /// Whether the bytes are estimates to their end.
    pub fn is_whole(&self) -> bool {
        coding::is_whole(&self.cells)
    }

    /// How many bytes the estimates take.
    pub fn size(&self) -> usize {
        self.cells.len()
    }

    /// The estimate of a code. Reads up to it.
    pub fn get(&self, published: PublishedId) -> Option<Estimate> {
        self.iter().take_while(|estimate| estimate.published <= published).find(|e| e.published == published)
    }
}

impl Estimate {
    /// The wages of a year, else of an hour, and whether any is published.
    pub fn has_wages(&self) -> bool {
        let any = |points: [(&str, Option<Wage>); 5]| points.iter().any(|(_, wage)| wage.is_some());
        any(self.pay.annual.points()) || any(self.pay.hourly.points())
    }
}

fn total(all: Option<&Pay>) -> u32 {
    all.and_then(|pay| pay.employment).unwrap_or(0)
}
