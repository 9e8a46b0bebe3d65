//! Rows of codes of other and older classifications: one pair each.

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, ShortCode, SocCode, code};

/// Minor and broad groups of SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SocGroupRow {
    #[serde(with = "code::soc_text")]
    pub code: SocCode,
    pub title: String,
}

/// SOC 2010 to SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Soc2010Row {
    /// SOC 2010 code.
    #[serde(with = "code::soc_text")]
    pub soc2010: SocCode,
    /// The title of that code, without BLS's mark of those that changed.
    pub title: String,
    /// SOC 2018 code.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
}

/// O*NET-SOC 2010 codes that no role has any more, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Onet2010Row {
    /// O*NET-SOC 2010 code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// The role that bears its title today; empty: none does.
    #[serde(with = "maybe_code")]
    pub role: Option<Code>,
}

/// Census 2018 to SOC 2018, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Census2018Row {
    /// Census 2018 code.
    #[serde(with = "code::short_text")]
    pub census: ShortCode,
    /// Detailed SOC 2018 code.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
}

/// Census 2010 to Census 2018, where that is another code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Census2010Row {
    /// Census 2010 code.
    #[serde(with = "code::short_text")]
    pub census2010: ShortCode,
    /// Census 2018 code.
    #[serde(with = "code::short_text")]
    pub census: ShortCode,
}

/// ISCO-08 to SOC 2010, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IscoRow {
    /// ISCO-08 unit group.
    #[serde(with = "code::short_text")]
    pub isco: ShortCode,
    /// SOC 2010 code.
    #[serde(with = "code::soc_text")]
    pub soc2010: SocCode,
}

/// `#[serde(with = "maybe_code")]`: an O*NET-SOC code, or an empty field.
mod maybe_code {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::catalog::Code;

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(code: &Option<Code>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&code.map_or_else(String::new, |code| code.to_string()))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Code>, D::Error> {
        let text = String::deserialize(deserializer)?;
        (!text.is_empty()).then(|| text.parse().map_err(serde::de::Error::custom)).transpose()
    }
}
