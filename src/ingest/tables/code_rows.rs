//! Rows of codes of other and older classifications: one pair each.

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, ShortCode, SocCode};

/// Minor and broad groups of SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SocGroupRow {
    pub code: SocCode,
    pub title: String,
}

/// SOC 2010 to SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Soc2010Row {
    /// SOC 2010 code.
    pub soc2010: SocCode,
    /// The title of that code, without BLS's mark of those that changed.
    pub title: String,
    /// SOC 2018 code.
    pub soc: SocCode,
}

/// O*NET-SOC 2010 codes that no role has any more, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Onet2010Row {
    /// O*NET-SOC 2010 code.
    pub code: Code,
    /// The role that bears its title today; empty: none does.
    pub role: Option<Code>,
}

/// Census 2018 to SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Census2018Row {
    /// Census 2018 code.
    pub census: ShortCode,
    /// Detailed SOC 2018 code.
    pub soc: SocCode,
}

/// Census 2010 to Census 2018, where that is another code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Census2010Row {
    /// Census 2010 code.
    pub census2010: ShortCode,
    /// Census 2018 code.
    pub census: ShortCode,
}

/// ISCO-08 to SOC 2010, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IscoRow {
    /// ISCO-08 unit group.
    pub isco: ShortCode,
    /// SOC 2010 code.
    pub soc2010: SocCode,
}
