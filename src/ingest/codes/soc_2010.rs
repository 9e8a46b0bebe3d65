//! From SOC 2010 to SOC 2018 (`soc_2010_to_2018_crosswalk.xlsx`).

use crate::catalog::{SocCode, SourceId};
use crate::ingest::published::{Dataset, PUBLIC_DOMAIN, Published};
use crate::ingest::read::keep;
use crate::ingest::sheet::{Form, Once, Sheet, has_columns};
use crate::ingest::tables::Soc2010Row;
use crate::ingest::{BadInput, Intake, SourceFile};

pub static DATASET: Dataset = Dataset {
    id: SourceId::SocCrosswalk,
    name: "SOC 2010 to SOC 2018 crosswalk",
    release: "2017-11",
    date: "2017-11",
    publisher: "U.S. Office of Management and Budget / U.S. Bureau of Labor Statistics",
    address: "https://www.bls.gov/soc/2018/crosswalks.htm",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, 2010 SOC to 2018 SOC crosswalk.",
    files: &[Published {
        dataset: SourceId::SocCrosswalk,
        what: "SOC 2010 to 2018",
        name: "",
        others: &[],
        recognise: |file| has_columns(file, Form::First, &[OLD, NEW]),
        read: |file, found| keep(&mut found.tables.soc_2010, read(file)),
        download: None,
    }],
    place: |tables, found| tables.soc_2010 = std::mem::take(&mut found.tables.soc_2010),
    ..Dataset::PLAIN
};

const OLD: &str = "2010 SOC Code";
const NEW: &str = "2018 SOC Code";
const TITLE: &str = "2010 SOC Title";

/// Reads the pairs, by code. A code that was split stands once for each part.
///
/// # Errors
/// When the workbook is not what it should be, or a pair stands twice.
pub fn read(file: &SourceFile) -> Result<(Vec<Soc2010Row>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::First, &[OLD, TITLE, NEW])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::<(SocCode, SocCode)>::default());
    for row in sheet.rows() {
        let (soc2010, soc) = (row.field(OLD)?.soc_code()?, row.field(NEW)?.soc_code()?);
        once.note((soc2010, soc), row.field(NEW)?)?;
        intake.keep();
        rows.push(Soc2010Row { soc2010, title: title(row.field(TITLE)?.text()?), soc });
    }
    rows.sort_by_key(|row| (row.soc2010, row.soc));
    Ok((rows, intake))
}

/// A title without BLS's marks of codes that changed: `Managers, All Other (#)`.
fn title(published: &str) -> String {
    published.trim_end_matches("(#)").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }
    use crate::ingest::sheet::samples::workbook;

    #[test]
    fn a_code_that_was_split_has_a_row_for_each_part() -> Result<(), BadInput> {
        let header = "2010 SOC Code|2010 SOC Title|2018 SOC Code|2018 SOC Title";
        let file = workbook(&[(
            "Sorted by 2010",
            &["Bureau", "", header, "11-2031|A (#)|11-2033|C", "11-2031|A (#)|11-2032|B"],
        )]);
        assert!(is_file(0, &file));
        let (rows, intake) = read(&file)?;
        assert!(rows.iter().all(|row| row.title == "A"));
        let pairs: Vec<String> = rows.iter().map(|row| format!("{} {}", row.soc2010, row.soc)).collect();
        assert_eq!((pairs.join(", ").as_str(), intake.used), ("11-2031 11-2032, 11-2031 11-2033", 2));
        let twice = workbook(&[("S", &[header, "11-2031|A|11-2032|B", "11-2031|A|11-2032|B"])]);
        assert!(read(&twice).unwrap_err().to_string().contains(":3, column \"2018 SOC Code\": \"11-2032\" is not new"));
        Ok(())
    }
}
