//! Regional price parities by state of the Bureau of Economic Analysis (`regional_price_parities_2024.csv`).

use super::published::{Dataset, PUBLIC_DOMAIN, Published};
use super::read::keep;
use super::sheet::{Form, Once, Sheet, has_columns};
use super::tables::PriceLevelRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::price_levels::{LETTERS, LEVEL};

pub static DATASET: Dataset = Dataset {
    id: SourceId::PriceLevels,
    name: "BEA regional price parities by state",
    release: "2024",
    date: "2026-02",
    publisher: "U.S. Bureau of Economic Analysis",
    address: "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Economic Analysis, Regional Price Parities by state, 2024; from one \
        transcription, not checked against BEA's own table.",
    files: &[Published {
        dataset: SourceId::PriceLevels,
        what: "price levels by state",
        name: File::PriceLevels.name(),
        others: &[],
        recognise: |file| has_columns(file, Form::Comma, &[LETTERS, LEVEL]),
        read: |file, found| keep(&mut found.tables.price_levels, read(file)),
        download: None,
    }],
    place: |tables, found| tables.price_levels = std::mem::take(&mut found.tables.price_levels),
    ..Dataset::PLAIN
};

/// Reads the levels, by state.
///
/// # Errors
/// When the table is another one, a state stands twice, or a level is none.
pub fn read(file: &SourceFile) -> Result<(Vec<PriceLevelRow>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[LETTERS, LEVEL])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let letters = row.field(LETTERS)?;
        if letters.value().len() != 2 || !letters.value().bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(letters.bad("the two letters of a state"));
        }
        once.note(letters.value(), letters)?;
        let level = row.field(LEVEL)?.decimals(3, &(50.0..=200.0))?;
        intake.keep();
        rows.push(PriceLevelRow { letters: letters.value().to_owned(), level });
    }
    rows.sort_by(|a, b| a.letters.cmp(&b.letters));
    Ok((rows, intake))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    const HEADER: &str = "state_name,state_abbreviation,regional_price_parity_2024\n";

    #[test]
    fn levels_are_read_by_state() -> Result<(), BadInput> {
        let file = file(&format!("{HEADER}Texas,TX,97.057\nAlaska,AK,102.359\n"));
        assert!((DATASET.files[0].recognise)(&file));
        let (rows, intake) = read(&file)?;
        let rows: Vec<_> = rows.iter().map(|row| (row.letters.as_str(), row.level)).collect();
        assert_eq!(rows, [("AK", 102.359), ("TX", 97.057)]);
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn what_is_no_level_is_refused() {
        for (rows, expected) in [
            ("Texas,Tx,97.057\n", ":2, column \"state_abbreviation\": \"Tx\" is not the two letters of a state"),
            ("Texas,TX,0.97\n", ":2, column \"regional_price_parity_2024\": \"0.97\" is not a number from 50 to 200"),
            ("Texas,TX,97.0571\n", "is not a number from 50 to 200 with at most 3 decimals"),
            ("Texas,TX,97\nTexas,TX,97\n", ":3, column \"state_abbreviation\": \"TX\" is not new"),
        ] {
            let error = read(&file(&format!("{HEADER}{rows}"))).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
