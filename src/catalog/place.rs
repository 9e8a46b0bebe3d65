//! Places, industries and years that BLS estimates pay and employment for.

use serde::{Deserialize, Serialize};

use super::SourceId;
use super::estimates::Estimates;
use super::figures::Thousandths;

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
