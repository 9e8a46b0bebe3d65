//! Which rows are taken: all occupations together and the detailed ones, of what the dataset is of.

use super::shape::{CROSS_INDUSTRY, GROUP, Kind, NATION, Shape};
use crate::catalog::SocCode;
use crate::catalog::provenance::names::oews::{CODE, DETAILED, NAICS};
use crate::ingest::BadInput;
use crate::ingest::sheet::Row;

/// Codes of several detailed occupations that OEWS publishes as one; all other codes that end in 0 are those of groups.
/// Exported tables do not say which is which.
const COMBINED: [&str; 7] = ["13-1020", "13-2020", "29-2010", "31-1120", "39-7010", "47-4090", "51-2090"];
/// The code under which a workbook has rows of single owners in all industries.
const ALL_INDUSTRIES: &str = "000000";

/// Why a row is left out; none where it is taken.
pub fn reason(row: &Row<'_>, kind: Kind, shape: Shape) -> Result<Option<String>, BadInput> {
    let group = match shape {
        Shape::Workbook => {
            if let Some(reason) = of_others(row, kind)? {
                return Ok(Some(reason.to_owned()));
            }
            row.field(super::shape::LEVEL)?.one_of(&[DETAILED, "broad", "minor", "major", "total"])?
        }
        Shape::Export => group(row)?,
    };
    Ok(match group {
        DETAILED | "total" => None,
        group => Some(format!("{group} groups")),
    })
}

/// The workbooks have the same columns, and one of all data has the rows of each.
fn of_others(row: &Row<'_>, kind: Kind) -> Result<Option<&'static str>, BadInput> {
    let area = row.field(super::shape::AREA_TYPE)?.one_of(&["1", "2", "3", "4", "6"])?;
    let group = row.field(GROUP)?.text()?;
    let is_whole = group == CROSS_INDUSTRY;
    Ok(match (kind, area) {
        (Kind::Industries, NATION) if is_whole => Some("rows of all industries"),
        (Kind::Industries, NATION) if row.field(NAICS)?.value() == ALL_INDUSTRIES => Some("rows of single owners"),
        (Kind::Industries, NATION) => None,
        (_, NATION) => Some("rows of the nation"),
        (Kind::States, "2" | "3") | (Kind::Areas, "4" | "6") => (!is_whole).then_some("rows of single industries"),
        (_, "2" | "3") => Some("rows of states"),
        _ => Some("rows of areas"),
    })
}

/// How detailed a code is.
fn group(row: &Row<'_>) -> Result<&'static str, BadInput> {
    let code = row.field(CODE)?;
    let soc = code.soc_code()?;
    Ok(match code.value() {
        _ if soc == SocCode::ALL_OCCUPATIONS => "total",
        value if COMBINED.contains(&value) => DETAILED,
        value if value.ends_with("0000") => "major",
        value if value.ends_with("000") => "minor",
        value if value.ends_with('0') => "broad",
        _ => DETAILED,
    })
}
