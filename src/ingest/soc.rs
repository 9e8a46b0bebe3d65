//! The structure of SOC 2018 (`soc_structure_2018.xlsx`), and the combined codes that the employment matrix adds.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{Form, Once, Sheet, has_columns};
use super::tables::{SocGroupRow, SocLevel, SocRow};
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SocCode;
use crate::catalog::provenance::names::soc::{DETAILED, MAJOR};

const MINOR: &str = "Minor Group";
const BROAD: &str = "Broad Group";
const LEVELS: [&str; 4] = [MAJOR, MINOR, BROAD, DETAILED];

/// What the structure says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// Major groups and detailed occupations, by code.
    pub socs: Vec<SocRow>,
    /// Minor and broad groups, by code.
    pub groups: Vec<SocGroupRow>,
}

pub fn recognise(file: &SourceFile) -> bool {
    has_columns(file, Form::First, &LEVELS)
}

/// Reads groups and detailed occupations, by code.
///
/// # Errors
/// When the workbook is not what it should be, a row has not exactly one code, or a code stands twice.
pub fn read(file: &SourceFile) -> Result<(Structure, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::First, &LEVELS)?;
    let (mut found, mut intake, mut once) = (Structure::default(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let mut filled = Vec::new();
        for level in LEVELS {
            let field = row.field(level)?;
            if !field.value().is_empty() {
                filled.push((level, field));
            }
        }
        // A row has its code in the column of its level.
        let (level, field) = match filled.as_slice() {
            [] => return Err(row.field(MAJOR)?.bad("a code in one of the four columns")),
            [only] => *only,
            [_, (_, second), ..] => return Err(second.bad("empty, as the row has its code already")),
        };
        let code = field.soc_code()?;
        once.note(code, field)?;
        // The column of the titles has no name.
        let title = row.field_after(DETAILED, "title")?.text()?.to_owned();
        intake.keep();
        match level {
            MAJOR => found.socs.push(SocRow { code, level: SocLevel::Major, title }),
            DETAILED => found.socs.push(SocRow { code, level: SocLevel::Detailed, title }),
            _ => found.groups.push(SocGroupRow { code, title }),
        }
    }
    found.socs.sort_by_key(|row| row.code);
    found.groups.sort_by_key(|row| row.code);
    Ok((found, intake))
}

/// Adds the codes of the employment matrix that are no detailed occupations, with the titles of the crosswalk.
pub fn with_combined(mut socs: Vec<SocRow>, matrix: &BTreeMap<SocCode, String>) -> Vec<SocRow> {
    let known: BTreeSet<SocCode> = socs.iter().map(|row| row.code).collect();
    let combined = matrix.iter().filter(|(code, _)| !known.contains(code));
    socs.extend(combined.map(|(code, title)| SocRow { code: *code, level: SocLevel::Combined, title: title.clone() }));
    socs.sort_by_key(|row| row.code);
    socs
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    const HEADER: &str = "Major Group|Minor Group|Broad Group|Detailed Occupation";

    fn file(rows: &[&str]) -> SourceFile {
        workbook(&[("2018 Structure", &[&["Bureau", "", HEADER], rows].concat())])
    }

    #[test]
    fn majors_and_details_are_read_and_combined_codes_added() -> Result<(), BadInput> {
        let file = file(&[
            "13-0000||||Business",
            "|13-1000|||B",
            "||13-1020||B",
            "|||13-1021|Farm Buyers",
            "",
            "11-0000||||Chiefs",
        ]);
        assert!(recognise(&file));
        let (Structure { socs, groups }, intake) = read(&file)?;
        assert_eq!((intake.read, intake.used), (5, 5));
        let groups: Vec<String> = groups.iter().map(|row| format!("{} {}", row.code, row.title)).collect();
        assert_eq!(groups, ["13-1000 B", "13-1020 B"]);
        let code = |text: &str| text.parse::<SocCode>().unwrap();
        let matrix = [("13-1020", "Buyers"), ("13-1021", "unused")].map(|(soc, title)| (code(soc), title.to_owned()));
        let rows: Vec<_> =
            with_combined(socs, &matrix.into()).into_iter().map(|r| (r.code, r.level, r.title)).collect();
        let expected = [
            ("11-0000", SocLevel::Major, "Chiefs"),
            ("13-0000", SocLevel::Major, "Business"),
            ("13-1020", SocLevel::Combined, "Buyers"),
            ("13-1021", SocLevel::Detailed, "Farm Buyers"),
        ];
        assert_eq!(rows, expected.map(|(soc, level, title)| (code(soc), level, title.to_owned())));
        Ok(())
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        for (row, expected) in [
            ("||||Untitled", ":4, column \"Major Group\": \"\" is not a code in one of the four columns"),
            ("11-0000|||11-1011|Two", ":4, column \"Detailed Occupation\": \"11-1011\" is not empty"),
            ("11-000||||Short", ":4, column \"Major Group\": \"11-000\" is not a SOC code"),
            ("|||11-1011|", ":4, column \"title\": \"\" is not a text"),
        ] {
            let text = read(&file(&[row])).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
        let twice = read(&file(&["11-0000||||A", "11-0000||||A"])).unwrap_err().to_string();
        assert!(twice.contains(":5, column \"Major Group\": \"11-0000\" is not new"), "{twice}");
        assert!(!recognise(&workbook(&[("S", &["Major Group|Minor Group"])])));
    }
}
