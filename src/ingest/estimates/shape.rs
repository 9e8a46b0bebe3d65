//! What a file is of, and how it is published.

use crate::catalog::provenance::names::oews;
use crate::ingest::sheet::{Form, Row, Sheet, has_columns};
use crate::ingest::{BadInput, SourceFile};

/// Whether a row is of the nation, a state (2) or territory (3), or an area in (4) or outside (6) of a city.
pub const AREA_TYPE: &str = "AREA_TYPE";
/// The nation.
pub const NATION: &str = "1";
/// How detailed a code is.
pub const LEVEL: &str = oews::GROUP;
/// How fine an industry is cut.
pub const GROUP: &str = "I_GROUP";
/// All industries together.
pub const CROSS_INDUSTRY: &str = "cross-industry";
/// The level of an industry in exported tables.
const NAICS_LEVEL: &str = "NAICS_LEVEL";
/// The state of an area in exported tables.
const STATE: &str = "STATE_FIPS";
/// Industries as workbooks call them, by level.
const GROUPS: [(&str, u8); 6] =
    [("cross-industry, ownership", 1), ("sector", 2), ("3-digit", 3), ("4-digit", 4), ("5-digit", 5), ("6-digit", 6)];
/// In how many rows from the top the first row of figures stands.
const NEAR_TOP: usize = 21;

/// What a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    States,
    Areas,
    Industries,
}

impl Kind {
    /// What it is of, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::States => "a state",
            Self::Areas => "an area",
            Self::Industries => "an industry",
        }
    }

    /// What its code should be, in words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::States => "the FIPS code of a state",
            Self::Areas => "BLS's code of an area",
            Self::Industries => "a NAICS code",
        }
    }
}

/// How a file is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// BLS's own workbook.
    Workbook,
    /// A table exported from BLS's flat files.
    Export,
}

impl Shape {
    pub const fn form(self) -> Form {
        match self {
            Self::Workbook => Form::First,
            Self::Export => Form::Comma,
        }
    }

    /// The columns that it must have.
    pub fn columns(self, kind: Kind) -> Vec<&'static str> {
        let figures = [oews::CODE, oews::EMPLOYMENT, oews::ERROR, oews::PER_THOUSAND, oews::QUOTIENT];
        let place = [oews::AREA, super::AREA_TITLE];
        let industry = [oews::NAICS, super::NAICS_TITLE];
        let mut columns = match self {
            Self::Workbook => [&place[..], &industry, &[AREA_TYPE, GROUP, LEVEL]].concat(),
            Self::Export if kind == Kind::Industries => [&industry[..], &[NAICS_LEVEL]].concat(),
            Self::Export => place.to_vec(),
        };
        columns.extend(figures.into_iter().chain(oews::HOURLY).chain(oews::ANNUAL));
        columns
    }

    /// The level of a row's industry.
    pub fn level(self, row: &Row<'_>) -> Result<u8, BadInput> {
        match self {
            Self::Workbook => {
                let group = row.field(GROUP)?;
                let known = GROUPS.iter().find(|(name, _)| *name == group.value());
                known.map(|(_, level)| *level).ok_or_else(|| group.bad(&GROUPS.map(|(name, _)| name).join(" or ")))
            }
            Self::Export => row.field(NAICS_LEVEL)?.number(&(1..=6)),
        }
    }
}

/// Whether a file is one of a kind, in either shape.
pub fn is_of(file: &SourceFile, kind: Kind) -> bool {
    if file.bytes.starts_with(b"PK") {
        return workbook(file) == Some(kind);
    }
    let has = |column: &str| has_columns(file, Form::Comma, &[column]);
    let is_this = match kind {
        Kind::States => !has(STATE),
        Kind::Areas => has(STATE),
        Kind::Industries => true,
    };
    is_this && has_columns(file, Form::Comma, &Shape::Export.columns(kind))
}

/// Whether a workbook with the columns of the national one is of states, areas or single industries.
pub fn is_of_parts(file: &SourceFile) -> bool {
    workbook(file).is_some()
}

/// The shape of a file that is of a kind.
pub fn of(file: &SourceFile, kind: Kind) -> Shape {
    let is_text = !file.bytes.starts_with(b"PK") && has_columns(file, Form::Comma, &Shape::Export.columns(kind));
    if is_text { Shape::Export } else { Shape::Workbook }
}

/// What a workbook is of, as its first row says.
fn workbook(file: &SourceFile) -> Option<Kind> {
    if !file.bytes.starts_with(b"PK") {
        return None;
    }
    let sheet = Sheet::of_workbook(file, Form::First, &Shape::Workbook.columns(Kind::States), NEAR_TOP).ok()?;
    let row = sheet.rows().next()?;
    let (area, group) = (row.field(AREA_TYPE).ok()?, row.field(GROUP).ok()?);
    match area.value().trim() {
        NATION if group.value().trim() == CROSS_INDUSTRY => None,
        NATION => Some(Kind::Industries),
        "2" | "3" => Some(Kind::States),
        "4" | "6" => Some(Kind::Areas),
        _ => None,
    }
}
