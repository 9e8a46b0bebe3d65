//! Anthropic's Economic Index: observed exposure by SOC code (`job_exposure.csv`) and penetration by task text
//! (`task_penetration.csv`).

use std::collections::{BTreeMap, HashMap};

use super::published::{Address, CommandOption, Dataset, Published};
use super::read::{Read, keep};
use super::sheet::{Form, SHARE, Sheet, has_columns};
use super::tables::AnthropicRow;
use super::{BadInput, Intake, SourceFile, Tables, scores};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::anthropic::{CODE, OBSERVED, PENETRATION, TASK};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Anthropic,
    name: "Anthropic Economic Index",
    release: "labor_market_impacts",
    date: "2026-03-05",
    publisher: "Anthropic",
    address: "https://huggingface.co/datasets/Anthropic/EconomicIndex",
    licence: "CC BY",
    attribution: "Massenkoff, M., McCrory, P. (2026). Labor market impacts of AI: A new measure and early evidence. \
        Anthropic, 2026-03-05. Data of the Anthropic Economic Index, by Anthropic, under CC BY; joined to O*NET tasks and ranked into \
        percentiles by rolescope.",
    option: Some(CommandOption::new(
        "anthropic",
        "Anthropic Economic Index",
        "Anthropic Economic Index: job_exposure.csv and task_penetration.csv, or a folder with both; needs --onet",
    )),
    files: &[
        Published {
            dataset: SourceId::Anthropic,
            what: "Anthropic's job exposure",
            name: File::AnthropicRoles.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Comma, &[CODE, OBSERVED]),
            read: |file, found| keep(&mut found.tables.anthropic, read(file)),
            download: Some(Address {
                folder: "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts",
                file: File::AnthropicRoles.name(),
                size: 37_176,
                sha256: Some("4f0a3adf5feeb2ec5f5d02ab18cc5e851a2a4b8470bde84c0c9335017be12d68"),
            }),
        },
        Published {
            dataset: SourceId::Anthropic,
            what: "Anthropic's task penetration",
            name: File::AnthropicTasks.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Comma, &[TASK, PENETRATION]),
            read: |file, found| keep(&mut found.penetration, read_penetration(file)),
            download: Some(Address {
                folder: "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts",
                file: File::AnthropicTasks.name(),
                size: 1_889_822,
                sha256: Some("85bee872db1d55d3e9a7f4e89da5ae4a5d59aa8ec875d728fbf4b7d820984616"),
            }),
        },
    ],
    place,
    ..Dataset::PLAIN
};

/// Reads the observed exposure, 0 to 1, by code.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read(file: &SourceFile) -> Result<(Vec<AnthropicRow>, Intake), BadInput> {
    let (scores, intake) = scores::read(file, Form::Comma, CODE, OBSERVED, &SHARE)?;
    Ok((scores.into_iter().map(|(soc, observed)| AnthropicRow { soc, observed }).collect(), intake))
}

/// A task's text as it is compared: lower case, without spaces around it.
pub fn task_key(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Reads the penetration, 0 to 1, by [`task_key`] in the file's order. Of tasks with the same key the first is kept.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_penetration(file: &SourceFile) -> Result<(Vec<(String, f64)>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[TASK, PENETRATION])?;
    let (mut rows, mut intake) = (Vec::new(), Intake::of(file));
    let mut known: BTreeMap<String, f64> = BTreeMap::new();
    for row in sheet.rows() {
        let key = task_key(row.field(TASK)?.text()?);
        let value = row.field(PENETRATION)?.number(&SHARE)?;
        match known.get(&key) {
            // Read from the same text, equal figures are equal to the bit.
            Some(first) if first.to_bits() == value.to_bits() => intake.leave_out("repeats of a task"),
            Some(_) => intake.leave_out("repeats of a task with another figure"),
            None => {
                intake.keep();
                known.insert(key.clone(), value);
                rows.push((key, value));
            }
        }
    }
    Ok((rows, intake))
}

/// Observed use joins by the official sentence.
fn place(tables: &mut Tables, found: &mut Read) {
    tables.anthropic = std::mem::take(&mut found.tables.anthropic);
    let used: HashMap<&str, f64> = found.penetration.iter().map(|(text, used)| (text.as_str(), *used)).collect();
    for task in &mut tables.tasks {
        task.observed_use = used.get(task_key(&task.wording).as_str()).copied();
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    #[test]
    fn observed_exposure_is_read_by_code() -> Result<(), BadInput> {
        let file = file("occ_code,title,observed_exposure\n15-1299,\"B, C\",0.7451\n11-1011,A,0.0333\n");
        assert!(is_file(0, &file) && !is_file(1, &file));
        let (rows, intake) = read(&file)?;
        let rows: Vec<_> = rows.iter().map(|row| (row.soc.to_string(), row.observed)).collect();
        assert_eq!(rows, [("11-1011".to_owned(), 0.0333), ("15-1299".to_owned(), 0.7451)]);
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn of_the_same_task_the_first_is_kept() -> Result<(), BadInput> {
        let file =
            file("task,penetration\n Sing songs. ,0.5\n\"Paint, draw.\",0.0\nsing Songs.,0.5\nSing songs.,0.25\n");
        assert!(is_file(1, &file) && !is_file(0, &file));
        let (rows, intake) = read_penetration(&file)?;
        assert_eq!(rows, [("sing songs.".to_owned(), 0.5), ("paint, draw.".to_owned(), 0.0)]);
        assert_eq!((intake.read, intake.used), (4, 2));
        assert_eq!(intake.left_out_text(), "1 repeats of a task; 1 repeats of a task with another figure");
        Ok(())
    }

    #[test]
    fn lines_that_do_not_fit_are_refused() {
        for (text, expected) in [
            (
                "occ_code,observed_exposure\n11-1011,2\n",
                ":2, column \"observed_exposure\": \"2\" is not a number from 0 to 1",
            ),
            ("occ_code,observed_exposure\n11-1011,0\n11-1011,0\n", ":3, column \"occ_code\": \"11-1011\" is not new"),
            ("occ_code,observed_exposure\n11,0\n", ":2, column \"occ_code\": \"11\" is not a SOC code"),
            ("occ_code,x\n11,0\n", ":1: the header has 0 columns \"observed_exposure\""),
        ] {
            let error = read(&file(text)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        for (text, expected) in [
            ("task,penetration\nSing.,n/a\n", ":2, column \"penetration\": \"n/a\" is not a number"),
            ("task,penetration\nSing.,-0.1\n", ":2, column \"penetration\": \"-0.1\" is not a number from 0 to 1"),
            ("task,penetration\n,0.1\n", ":2, column \"task\": \"\" is not a text"),
            ("task,penetration\n\"Sing", ":2: 1 fields, expected 2"),
        ] {
            let error = read_penetration(&file(text)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
