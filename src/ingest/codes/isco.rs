//! From ISCO-08 to SOC 2010 (`isco2008_soc2010.csv`). No licence is stated: only the codes are taken.

use std::collections::BTreeSet;

use crate::catalog::SourceId;
use crate::catalog::source::NOT_STATED;
use crate::ingest::published::{Dataset, Published};
use crate::ingest::read::keep;
use crate::ingest::sheet::{Form, Sheet, has_columns};
use crate::ingest::tables::IscoRow;
use crate::ingest::{BadInput, Intake, SourceFile};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Isco,
    name: "ISCO-08 to SOC 2010 crosswalk (codes only)",
    release: "ISCO-08",
    date: NOT_STATED,
    publisher: "A third party's copy; ISCO-08 is the International Labour Organization's",
    address: "https://www.bls.gov/soc/soccrosswalks.htm",
    licence: "None stated; codes only",
    attribution: "Codes of the International Standard Classification of Occupations (ISCO-08, International Labour \
        Organization) with those of SOC 2010, from a third party's table that states no licence; nothing but the \
        codes is taken.",
    files: &[Published {
        dataset: SourceId::Isco,
        what: "ISCO-08 to SOC 2010",
        name: "",
        others: &[],
        recognise: |file| has_columns(file, Form::Comma, &[CODE, SOC]),
        read: |file, found| keep(&mut found.tables.isco_08, read(file)),
        download: None,
    }],
    place: |tables, found| tables.isco_08 = std::mem::take(&mut found.tables.isco_08),
    ..Dataset::PLAIN
};

const CODE: &str = "isco2008";
const SOC: &str = "soc2010";

/// Reads the pairs of unit groups, by code; groups of three digits are left out.
///
/// # Errors
/// When a column is missing, or a code is none, with its place.
pub fn read(file: &SourceFile) -> Result<(Vec<IscoRow>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[CODE, SOC])?;
    let (mut pairs, mut intake) = (BTreeSet::new(), Intake::of(file));
    for row in sheet.rows() {
        let code = row.field(CODE)?;
        if code.value().len() < 4 && code.count().is_ok() {
            intake.leave_out("groups of unit groups");
            continue;
        }
        if pairs.insert((code.short_code()?, row.field(SOC)?.soc_code()?)) {
            intake.keep();
        } else {
            intake.leave_out("repeats of a pair");
        }
    }
    Ok((pairs.into_iter().map(|(isco, soc2010)| IscoRow { isco, soc2010 }).collect(), intake))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }
    use crate::ingest::sheet::samples::file;

    #[test]
    fn unit_groups_are_read() -> Result<(), BadInput> {
        let file = file(
            "isco2008,isco2008_title,soc2010,soc2010_title\n2512,A,15-1133,B\n0110,C,55-1011,D\n211,E,19-2099,F\n",
        );
        assert!(is_file(0, &file));
        let (rows, intake) = read(&file)?;
        let pairs: Vec<String> = rows.iter().map(|row| format!("{} {}", row.isco, row.soc2010)).collect();
        assert_eq!(pairs, ["0110 55-1011", "2512 15-1133"]);
        assert_eq!(intake.left_out_text(), "1 groups of unit groups");
        Ok(())
    }

    #[test]
    fn a_code_that_is_none_is_refused() {
        let text = read(&file("isco2008,soc2010\n25x2,15-1133\n")).unwrap_err().to_string();
        assert!(text.contains(":2, column \"isco2008\": \"25x2\" is not a code of four digits"), "{text}");
    }
}
