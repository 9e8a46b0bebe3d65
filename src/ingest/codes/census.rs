//! Occupation codes of the Census Bureau: those of 2018 with their SOC codes, and what became of those of 2010
//! (`2018-occupation-code-list-and-crosswalk.xlsx`).

use std::collections::BTreeSet;

use crate::catalog::{ShortCode, SocCode, SourceId};
use crate::ingest::published::{Dataset, PUBLIC_DOMAIN, Published};
use crate::ingest::read::{Read, keep};
use crate::ingest::sheet::{Form, Once, Sheet, has_columns};
use crate::ingest::tables::{Census2010Row, Census2018Row, SocLevel};
use crate::ingest::{BadInput, Intake, SourceFile, Tables};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Census,
    name: "Census Bureau 2018 occupation code list and crosswalk",
    release: "2018",
    date: "2020-05",
    publisher: "U.S. Census Bureau",
    address: "https://www.census.gov/topics/employment/industry-occupation/guidance/code-lists.html",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Census Bureau, 2018 Census occupation code list and crosswalk.",
    files: &[Published {
        dataset: SourceId::Census,
        what: "the Census codes",
        name: "",
        others: &[],
        recognise: |file| has_columns(file, LIST, &[CODE, SOC]) && has_columns(file, CHANGES, &[OLD, NEW]),
        read: |file, found| keep(&mut found.census, read(file).map(|(found, intake)| (Some(found), intake))),
        download: None,
    }],
    place,
    ..Dataset::PLAIN
};

const LIST: Form = Form::Named("2018 Census Occ Code List");
const CODE: &str = "2018 Census Code";
const SOC: &str = "2018 SOC Code";
const CHANGES: Form = Form::Named("Occ Code Changes");
const OLD: &str = "2010 Census OCC Code";
const NEW: &str = "New 2018 Census OCC Code";
/// What stands for a SOC code where there is none.
const NONE: &str = "none";

/// What the workbook says.
#[derive(Clone, Debug, PartialEq)]
pub struct Census {
    /// Each code of 2018 with its SOC codes as published: `15-1252`, a group such as `11-2030`, or `13-20XX`.
    codes: Vec<(ShortCode, String)>,
    /// What became of the codes of 2010 that are others today, by code.
    pub changes: Vec<Census2010Row>,
}

/// Reads both sheets.
///
/// # Errors
/// When the workbook is not what it should be, or a code of 2018 stands twice.
pub fn read(file: &SourceFile) -> Result<(Census, Intake), BadInput> {
    let mut intake = Intake::of(file);
    let codes = codes(file, &mut intake)?;
    let changes = changes(file, &mut intake)?;
    Ok((Census { codes, changes }, intake))
}

fn codes(file: &SourceFile, intake: &mut Intake) -> Result<Vec<(ShortCode, String)>, BadInput> {
    let sheet = Sheet::read(file, LIST, &[CODE, SOC])?;
    let (mut codes, mut once) = (Vec::new(), Once::default());
    for row in sheet.rows() {
        let (code, soc) = (row.field(CODE)?, row.field(SOC)?);
        // Headings have a range of codes, notes none.
        if code.value().is_empty() || code.value().contains('-') {
            intake.leave_out("headings and notes");
            continue;
        }
        let short = code.short_code()?;
        once.note(short, code)?;
        if soc.value() == NONE {
            intake.leave_out("codes without a SOC code");
            continue;
        }
        if soc.value().replace('X', "0").parse::<SocCode>().is_err() {
            return Err(soc.bad("a SOC code such as 15-1299 or 13-20XX"));
        }
        intake.keep();
        codes.push((short, soc.value().to_owned()));
    }
    Ok(codes)
}

fn changes(file: &SourceFile, intake: &mut Intake) -> Result<Vec<Census2010Row>, BadInput> {
    let sheet = Sheet::read(file, CHANGES, &[OLD, NEW])?;
    let mut pairs = BTreeSet::new();
    let (mut old, mut new) = (None, None);
    for row in sheet.rows() {
        // A code that was split stands before the first of its parts; codes that were joined stand below each other,
        // the new one beside the first of them.
        for (column, last) in [(OLD, &mut old), (NEW, &mut new)] {
            let field = row.field(column)?;
            if !field.value().is_empty() {
                *last = Some(field.short_code()?);
            }
        }
        let (Some(census2010), Some(census)) = (old, new) else {
            return Err(row.field(NEW)?.bad("a code of four digits"));
        };
        intake.keep();
        pairs.insert((census2010, census));
    }
    Ok(pairs.into_iter().map(|(census2010, census)| Census2010Row { census2010, census }).collect())
}

impl Census {
    /// The codes of 2018 with each detailed SOC code that they stand for. A pattern such as `13-20XX` means what no
    /// closer one of the list takes.
    pub fn rows(&self, detailed: impl Iterator<Item = SocCode>) -> Vec<Census2018Row> {
        let starts: Vec<(ShortCode, &str)> = self.codes.iter().map(|(code, soc)| (*code, start(soc))).collect();
        let closest = |soc: SocCode| {
            let text = soc.to_string();
            let fitting = starts.iter().filter(|(_, start)| text.starts_with(start));
            fitting.max_by_key(|(_, start)| start.len()).map(|(census, _)| Census2018Row { census: *census, soc })
        };
        let mut rows: Vec<Census2018Row> = detailed.filter_map(closest).collect();
        rows.sort_by_key(|row| (row.census, row.soc));
        rows
    }
}

/// What the SOC codes of a pattern begin with: those of `13-20XX` with `13-20`, those of the group `11-2030` with `11-203`.
fn start(pattern: &str) -> &str {
    let digits = pattern.trim_end_matches('X');
    if digits.len() < pattern.len() { digits } else { pattern.trim_end_matches('0') }
}

fn place(tables: &mut Tables, found: &mut Read) {
    let Some(census) = found.census.take() else { return };
    let detailed = tables.socs.iter().filter(|row| row.level == SocLevel::Detailed);
    tables.census_2018 = census.rows(detailed.map(|row| row.code));
    tables.census_2010 = census.changes;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }
    use crate::ingest::sheet::samples::workbook;

    fn file(codes: &[&str], changes: &[&str]) -> SourceFile {
        let list = [&["|U.S. Census Bureau", "", "|2018 Census Title |2018 Census Code|2018 SOC Code"], codes].concat();
        let summary = [&["Summary", "2010 Census OCC Code|Title|New 2018 Census OCC Code|Title"], changes].concat();
        workbook(&[("2018 Census Occ Code List", &list), ("Occ Code Changes", &summary)])
    }

    #[test]
    fn patterns_take_what_no_closer_one_takes() -> Result<(), BadInput> {
        let file = file(
            &[
                "Management:||0010-3550|11-0000 - 29-0000",
                "|Chiefs|'0010|11-1011",
                "|Appraisers|'0810|13-2020",
                "|Others|'0960|13-20XX",
                "|Software developers|1021|15-1252",
                "|Rank not specified|'9830|none",
            ],
            &["1020|Developers|1021|Developers", "||1022|Testers", "'9230|B|9265|Rail", "'9260|S"],
        );
        assert!(is_file(0, &file));
        let (census, intake) = read(&file)?;
        assert_eq!(intake.left_out_text(), "1 codes without a SOC code; 1 headings and notes");
        let socs = ["11-1011", "13-2022", "13-2023", "13-2099", "15-1252", "17-1011"].map(|soc| soc.parse().unwrap());
        let pairs: Vec<_> = census.rows(socs.into_iter()).iter().map(|r| format!("{} {}", r.census, r.soc)).collect();
        assert_eq!(pairs, ["0010 11-1011", "0810 13-2022", "0810 13-2023", "0960 13-2099", "1021 15-1252"]);
        let pairs: Vec<_> = census.changes.iter().map(|r| format!("{} {}", r.census2010, r.census)).collect();
        assert_eq!(pairs, ["1020 1021", "1020 1022", "9230 9265", "9260 9265"]);
        Ok(())
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        let text = |codes: &[&str], changes: &[&str]| read(&file(codes, changes)).unwrap_err().to_string();
        let twice = text(&["|A|'0010|11-1011", "|A|'0010|11-1011"], &[]);
        assert!(twice.contains(":5, column \"2018 Census Code\": \"0010\" is not new"), "{twice}");
        assert!(text(&["|A|'0010|11-1"], &[]).contains("\"11-1\" is not a SOC code such as 15-1299 or 13-20XX"));
        assert!(text(&["|A|10|11-1011"], &[]).contains("\"10\" is not a code of four digits"));
        assert!(
            text(&[], &["1020|Developers"]).contains(":3, column \"New 2018 Census OCC Code\": \"\" is not a code")
        );
    }
}
