//! What is known of the Employment Projections 2025-35: change, openings and BLS's relative AI exposure category, transcribed
//! by a third party. No levels.

use super::published::{BLS, Dataset, PUBLIC_DOMAIN, Published};
use super::read::keep;
use super::sheet::{Form, Once, Sheet, has_columns};
use super::tables::NextOutlookRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::next_projections::{AI, CHANGE, CODE, OPENINGS, RELEASE};
use crate::catalog::{AiCategory, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::NextProjections,
    name: "BLS Employment Projections and relative AI exposure (transcribed, no levels)",
    release: RELEASE,
    date: "2026-08",
    publisher: BLS,
    address: "https://www.bls.gov/emp/",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections 2025–35, percent change, annual openings \
        and relative AI exposure category, from a transcription that has no employment levels.",
    files: &[Published {
        dataset: SourceId::NextProjections,
        what: "the Employment Projections 2025-35, transcribed",
        name: File::NextProjections.name(),
        others: &[],
        recognise: |file| has_columns(file, Form::Comma, &COLUMNS),
        read: |file, found| keep(&mut found.tables.outlook_next, read(file)),
        download: None,
    }],
    place: |tables, found| tables.outlook_next = std::mem::take(&mut found.tables.outlook_next),
    ..Dataset::PLAIN
};

const COLUMNS: [&str; 4] = [CODE, AI, CHANGE, OPENINGS];

/// Reads the codes, each once.
///
/// # Errors
/// When a column is missing, or a value is not what it should be: with its line and column.
pub fn read(file: &SourceFile) -> Result<(Vec<NextOutlookRow>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &COLUMNS)?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let code = row.field(CODE)?;
        let soc = code.soc_code()?;
        once.note(soc, code)?;
        let category = row.field(AI)?;
        let expected = || category.bad(&AiCategory::ALL.map(AiCategory::name).join(" or "));
        let ai = AiCategory::named(category.value()).ok_or_else(expected)?;
        let openings = row.field(OPENINGS)?;
        // BLS publishes them in thousands with one decimal.
        let hundreds = openings.count().ok().filter(|jobs| jobs.is_multiple_of(100)).map(|jobs| f64::from(jobs / 100));
        intake.keep();
        rows.push(NextOutlookRow {
            soc,
            ai: Some(ai),
            change_percent: Some(row.field(CHANGE)?.decimals(1, &(-100.0..=f64::MAX))?),
            openings: Some(hundreds.ok_or_else(|| openings.bad("a number of jobs in hundreds"))? / 10.0),
        });
    }
    if rows.is_empty() {
        return Err(BadInput::file(&file.path, "there is no code in this file"));
    }
    rows.sort_by_key(|row| row.soc);
    Ok((rows, intake))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    const HEADER: &str =
        "nem_code,relative_ai_exposure,employment_change_percent_2025_35,openings_annual_average_2025_35\n";
    const CHIEFS: &str = "11-1011,Very high,3.2,19100\n";

    #[test]
    fn codes_are_read_with_category_change_and_openings() -> Result<(), BadInput> {
        let file = file(&format!("{HEADER}11-2011,Low,-3.7,2300\n{CHIEFS}"));
        assert!((DATASET.files[0].recognise)(&file));
        let (rows, intake) = read(&file)?;
        let rows: Vec<_> = rows.iter().map(|row| (row.ai, row.change_percent, row.openings)).collect();
        assert_eq!(
            rows,
            [(Some(AiCategory::VeryHigh), Some(3.2), Some(19.1)), (Some(AiCategory::Low), Some(-3.7), Some(2.3))]
        );
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn values_that_do_not_fit_are_refused() {
        for (good, bad, expected) in [
            ("11-1011", "11-101", "column \"nem_code\": \"11-101\" is not a SOC code"),
            ("Very high", "Huge", "\"Huge\" is not Low or Moderate or High or Very high"),
            ("Very high", "", "\"\" is not Low or Moderate or High or Very high"),
            ("3.2", "3.25", "\"3.25\" is not a number from -100 with at most 1 decimals"),
            ("3.2", "-100.1", "\"-100.1\" is not a number from -100"),
            ("19100", "19150", "\"19150\" is not a number of jobs in hundreds"),
            ("19100", "-100", "\"-100\" is not a number of jobs in hundreds"),
        ] {
            let error = read(&file(&format!("{HEADER}{}", CHIEFS.replacen(good, bad, 1)))).unwrap_err().to_string();
            assert!(error.starts_with("sample.csv:2, column") && error.contains(expected), "{error}");
        }
        assert!(read(&file(HEADER)).unwrap_err().to_string().contains("there is no code"));
        let twice = read(&file(&format!("{HEADER}{CHIEFS}{CHIEFS}"))).unwrap_err().to_string();
        assert!(twice.contains("is not new: it stands in line 2"), "{twice}");
        let other = file(&HEADER.replace("_35", "_36"));
        assert!(read(&other).unwrap_err().to_string().contains("0 columns"));
        assert!(!(DATASET.files[0].recognise)(&other));
    }
}
