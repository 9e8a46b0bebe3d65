//! Rows of places, industries and what OEWS estimates for them: one fact each.

use serde::{Deserialize, Serialize};

use crate::catalog::{SocCode, Wage};

/// States and areas, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceRow {
    /// BLS's code: up to 99 that of a state (FIPS), else that of an area.
    pub area: u32,
    pub name: String,
    /// The two letters of a state; none of an area.
    pub letters: Option<String>,
}

/// Price levels of the states (BEA), by state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceLevelRow {
    /// The two letters of the state.
    pub letters: String,
    /// The level, of which the nation's is 100, with three decimals.
    pub level: f64,
}

/// Consumer price index (BLS CPI-U) of May, by year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsumerPriceRow {
    pub year: u16,
    /// The index, of which that of 1982-84 is 100, with three decimals.
    pub index: f64,
}

/// Industries, by NAICS code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndustryRow {
    /// BLS's NAICS code.
    pub naics: String,
    pub title: String,
    /// 1 all industries of an owner, 2 sectors, 3 and more the digits of NAICS.
    pub level: u8,
}

/// Employment and wages of a detailed occupation in a place or an industry. Wages in dollars; `#` at or above the ceiling;
/// empty: not published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EstimateRow<K> {
    /// BLS's code of the state or the area, or the NAICS code of the industry.
    pub of: K,
    /// OEWS code.
    pub soc: SocCode,
    /// People employed.
    pub employment: Option<u32>,
    /// Relative standard error of the employment, in percent.
    pub error: Option<f64>,
    /// Jobs per 1,000 jobs of the place.
    pub per_thousand: Option<f64>,
    /// Location quotient.
    pub quotient: Option<f64>,
    #[serde(with = "dollars")]
    pub hourly_mean: Option<Wage>,
    #[serde(with = "dollars")]
    pub hourly_p10: Option<Wage>,
    #[serde(with = "dollars")]
    pub hourly_p25: Option<Wage>,
    #[serde(with = "dollars")]
    pub hourly_median: Option<Wage>,
    #[serde(with = "dollars")]
    pub hourly_p75: Option<Wage>,
    #[serde(with = "dollars")]
    pub hourly_p90: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_mean: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_p10: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_p25: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_median: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_p75: Option<Wage>,
    #[serde(with = "dollars")]
    pub annual_p90: Option<Wage>,
}

/// A wage as the tables have it: dollars with at most two decimals, `#`, or nothing. None where it is neither.
pub fn read_wage(text: &str) -> Option<Option<Wage>> {
    match text {
        "" => Some(None),
        "#" => Some(Some(Wage::TopCoded)),
        dollars => cents(dollars).map(|cents| Some(Wage::Cents(cents))),
    }
}

/// Dollars with at most two decimals as cents.
fn cents(dollars: &str) -> Option<u32> {
    let (whole, fraction) = dollars.split_once('.').unwrap_or((dollars, ""));
    let fraction: u32 = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u32>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(fraction)
}

/// A wage as it stands in the tables.
pub fn written_wage(wage: Option<Wage>) -> String {
    match wage {
        None => String::new(),
        Some(Wage::TopCoded) => "#".to_owned(),
        Some(Wage::Cents(cents)) if cents.is_multiple_of(100) => (cents / 100).to_string(),
        Some(Wage::Cents(cents)) => format!("{}.{:02}", cents / 100, cents % 100),
    }
}

/// A wage as it stands in the tables.
mod dollars {
    use std::borrow::Cow;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{read_wage, written_wage};
    use crate::catalog::Wage;

    #[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(wage: &Option<Wage>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written_wage(*wage))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Wage>, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        read_wage(&text).ok_or_else(|| D::Error::custom("expected dollars, # or nothing"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wages_are_written_as_they_are_read() {
        for text in ["", "#", "0.05", "12.50", "52.39", "108970"] {
            assert_eq!(read_wage(text).map(written_wage).as_deref(), Some(text));
        }
        for text in ["*", "-", "1.234", "1e3", "50000000"] {
            assert_eq!(read_wage(text), None, "{text}");
        }
    }
}
