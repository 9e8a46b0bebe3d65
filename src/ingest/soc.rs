//! The structure of SOC 2018 (`soc_structure_2018.xlsx`), and the combined codes that the employment matrix adds.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::published::{Address, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use super::read::{Read, keep};
use super::sheet::{Form, Once, Sheet, has_columns};
use super::tables::{SocGroupRow, SocLevel, SocRow};
use super::{BadInput, Intake, SourceFile, Tables};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::soc::{DETAILED, MAJOR};
use crate::catalog::{SocCode, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Soc,
    name: "Standard Occupational Classification",
    release: "2018",
    is_only: true,
    date: "2017-11",
    publisher: "U.S. Office of Management and Budget / U.S. Bureau of Labor Statistics",
    address: "https://www.bls.gov/soc/2018/",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, 2018 Standard Occupational Classification.",
    option: Some(CommandOption::new("soc", "The SOC structure", "The SOC structure: soc_structure_2018.xlsx")),
    files: &[Published {
        dataset: SourceId::Soc,
        what: "the SOC 2018 structure",
        name: File::Soc.name(),
        others: &[],
        recognise: |file| has_columns(file, Form::First, &LEVELS),
        read: |file, found| keep(&mut found.structure, read(file).map(|(found, intake)| (Some(found), intake))),
        download: Some(Address {
            folder: "https://www.bls.gov/soc/2018",
            file: File::Soc.name(),
            size: 51_367,
            sha256: Some("ade08af40923266f3a854842e888ca3e93c15b26a147c20a2b12a61f4c4f4077"),
        }),
    }],
    is_in_parts: false,
    place,
};

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

/// Groups and occupations, the pairs of the crosswalk, and the combined codes that it names, whichever of them was read.
pub fn place(tables: &mut Tables, found: &mut Read) {
    let mut socs = found.structure.take().map(|structure| {
        tables.soc_groups = structure.groups;
        structure.socs
    });
    if let Some(crosswalk) = found.crosswalk.take() {
        tables.crosswalk = crosswalk.rows;
        tables.handbook = crosswalk.handbook;
        tables.socs = with_combined(
            socs.take().unwrap_or_else(|| {
                let combined = |row: &SocRow| row.level == SocLevel::Combined;
                std::mem::take(&mut tables.socs).into_iter().filter(|row| !combined(row)).collect()
            }),
            &crosswalk.titles,
        );
    } else if let Some(socs) = socs {
        let known: HashSet<_> = socs.iter().map(|row| row.code).collect();
        let combined = std::mem::take(&mut tables.socs).into_iter().filter(|row| !known.contains(&row.code));
        tables.socs = socs.into_iter().chain(combined).collect();
        tables.socs.sort_by_key(|row| row.code);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

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
        assert!(is_file(0, &file));
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
        assert!(!is_file(0, &workbook(&[("S", &["Major Group|Minor Group"])])));
    }
}
