//! Programmes of study and the occupations that they lead to: CIP 2020 to SOC 2018 (`CIP2020_SOC2018_Crosswalk.xlsx`).

use std::collections::{BTreeMap, BTreeSet};

use super::published::{Dataset, PUBLIC_DOMAIN, Published};
use super::read::{Read, keep};
use super::sheet::{Form, Sheet, has_columns};
use super::tables::{ProgrammeOccupationRow, ProgrammeRow};
use super::{BadInput, Intake, SourceFile, Tables};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::programmes::{CODE, NO_MATCH, SHEET, SOC, TITLE};
use crate::catalog::{CipCode, SocCode, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Programmes,
    name: "CIP 2020 to SOC 2018 crosswalk",
    release: "2020",
    date: "2020",
    publisher: "National Center for Education Statistics / U.S. Bureau of Labor Statistics",
    address: "https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: National Center for Education Statistics and U.S. Bureau of Labor Statistics, CIP 2020 to SOC \
        2018 crosswalk.",
    files: &[Published {
        dataset: SourceId::Programmes,
        what: "the crosswalk of programmes of study",
        name: File::Programmes.name(),
        others: &[],
        recognise: |file| has_columns(file, FORM, &[SOC, CODE, TITLE]),
        read: |file, found| keep(&mut found.programmes, read(file)),
        download: None,
    }],
    place,
    ..Dataset::PLAIN
};

const FORM: Form = Form::Named(SHEET);

/// Programmes with their titles, and each occupation with those that lead to it.
pub type Matches = (BTreeMap<CipCode, String>, BTreeSet<(SocCode, CipCode)>);

/// Reads the crosswalk. Titles end in the file with a full stop, which is left away.
///
/// # Errors
/// When the workbook is not what it should be, or a programme has two titles.
pub fn read(file: &SourceFile) -> Result<(Matches, Intake), BadInput> {
    let sheet = Sheet::read(file, FORM, &[SOC, CODE, TITLE])?;
    let (mut titles, mut pairs) = (BTreeMap::<CipCode, String>::new(), BTreeSet::new());
    let mut intake = Intake::of(file);
    for row in sheet.rows() {
        let (soc, code, title) = (row.field(SOC)?, row.field(CODE)?, row.field(TITLE)?);
        if NO_MATCH.contains(&soc.value()) {
            intake.leave_out("programmes without an occupation");
            continue;
        }
        if NO_MATCH.contains(&code.value()) {
            intake.leave_out("occupations without a programme");
            continue;
        }
        let programme: CipCode =
            code.value().parse().map_err(|_| code.bad("a code of a programme of study such as 51.3801"))?;
        let text = title.text()?.trim_end_matches('.');
        let known = titles.entry(programme).or_insert_with(|| text.to_owned());
        if known != text {
            return Err(title.bad(&format!("the title {known:?} that {programme} has above")));
        }
        if !pairs.insert((soc.soc_code()?, programme)) {
            return Err(code.bad(&format!("new for {}", soc.value())));
        }
        intake.keep();
    }
    Ok(((titles, pairs), intake))
}

fn place(tables: &mut Tables, found: &mut Read) {
    let (titles, pairs) = std::mem::take(&mut found.programmes);
    tables.programmes = titles.into_iter().map(|(code, title)| ProgrammeRow { code, title }).collect();
    let row = |(soc, programme)| ProgrammeOccupationRow { soc, programme };
    tables.programme_occupations = pairs.into_iter().map(row).collect();
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    const HEADER: &str = "SOC2018Code|SOC2018Title|CIP2020Code|CIP2020Title";

    fn file(rows: &[&str]) -> SourceFile {
        workbook(&[("File Guide", &["File Name|Description"]), ("SOC-CIP", &[&[HEADER], rows].concat())])
    }

    #[test]
    fn programmes_are_read_and_what_is_not_matched_is_counted() -> Result<(), BadInput> {
        let file = file(&[
            "11-1011|Chiefs|'44.0401|Public Administration.",
            "11-1021|Managers|'44.0401|Public Administration.",
            "11-1021|Managers|'01.0000|Agriculture, General.",
            "13-1074|Contractors|'99.9999|NO MATCH",
            "99-9999|NO MATCH|'60.9999|Residency.",
        ]);
        assert!((DATASET.files[0].recognise)(&file));
        let ((titles, pairs), intake) = read(&file)?;
        let titles: Vec<String> = titles.iter().map(|(code, title)| format!("{code} {title}")).collect();
        assert_eq!(titles, ["01.0000 Agriculture, General", "44.0401 Public Administration"]);
        let pairs: Vec<String> = pairs.iter().map(|(soc, code)| format!("{soc} {code}")).collect();
        assert_eq!(pairs, ["11-1011 44.0401", "11-1021 01.0000", "11-1021 44.0401"]);
        assert_eq!(intake.left_out_text(), "1 occupations without a programme; 1 programmes without an occupation");
        Ok(())
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        let first = "11-1011|Chiefs|'44.0401|Public Administration.";
        for (row, expected) in [
            (first, ":3, column \"CIP2020Code\": \"44.0401\" is not new for 11-1011"),
            ("11-1021|M|'44.0401|Other.", ":3, column \"CIP2020Title\": \"Other.\" is not the title"),
            ("11-1021|M|'44.04|Other.", ":3, column \"CIP2020Code\": \"44.04\" is not a code of a programme"),
            ("11-10|M|'44.0402|Other.", ":3, column \"SOC2018Code\": \"11-10\" is not a SOC code"),
        ] {
            let text = read(&file(&[first, row])).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
    }
}
