//! The project's own wording of summaries (`occupations.csv`) and tasks (`tasks.csv`).

use super::published::{CC_BY, Dataset, Published};
use super::read::keep;
use super::sheet::{Form, Once, Sheet, has_columns};
use super::{BadInput, Intake, SourceFile};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::wording::{CODE, SUMMARY, TASK, WORDING};
use crate::catalog::{Code, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Wording,
    name: "rolescope wording of tasks and occupations",
    release: "1",
    date: "2026-11",
    publisher: "rolescope",
    address: "https://github.com/rolescope/rolescope",
    licence: CC_BY,
    attribution: "rolescope's own wording of each task and occupation, written after O*NET 30.3; it is not O*NET's \
        official text.",
    files: &[
        Published {
            dataset: SourceId::Wording,
            what: "the wording of occupations",
            name: File::WordedSummaries.name(),
            others: &[],
            // The program's own table of roles has these columns too, and a title.
            recognise: |file| {
                has_columns(file, Form::Comma, &[CODE, SUMMARY]) && !has_columns(file, Form::Comma, &["title"])
            },
            read: |file, found| keep(&mut found.summaries, read_summaries(file)),
            download: None,
        },
        Published {
            dataset: SourceId::Wording,
            what: "the wording of tasks",
            name: File::WordedTasks.name(),
            others: &[],
            // The program's own table of tasks has these columns too, and labels.
            recognise: |file| {
                has_columns(file, Form::Comma, &[CODE, TASK, WORDING]) && !has_columns(file, Form::Comma, &["kind"])
            },
            read: |file, found| keep(&mut found.wordings, read_tasks(file)),
            download: None,
        },
    ],
    ..Dataset::PLAIN
};

/// The code of a role, the Task ID, and the wording of the task.
pub type WordedTask = (Code, u32, String);

/// Reads the summary of each role, in the file's order.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_summaries(file: &SourceFile) -> Result<(Vec<(Code, String)>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[CODE, SUMMARY])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let code = row.field(CODE)?.role_code()?;
        once.note(code, row.field(CODE)?)?;
        rows.push((code, row.field(SUMMARY)?.text()?.to_owned()));
        intake.keep();
    }
    Ok((rows, intake))
}

/// Reads the wording of each task with its Task ID, in the file's order.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_tasks(file: &SourceFile) -> Result<(Vec<WordedTask>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[CODE, TASK, WORDING])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let id = row.field(TASK)?.count()?;
        once.note(id, row.field(TASK)?)?;
        rows.push((row.field(CODE)?.role_code()?, id, row.field(WORDING)?.text()?.to_owned()));
        intake.keep();
    }
    Ok((rows, intake))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    #[test]
    fn summaries_and_tasks_are_read() -> Result<(), BadInput> {
        let summaries = file("code,summary\n11-1011.00,\"Lead, and decide\"\n");
        let tasks = file("code,task_id,wording\n11-1011.00,20,Sing\n11-1011.00,3,\"Paint, draw\"\n");
        assert!(is_file(0, &summaries) && !is_file(1, &summaries));
        assert!(is_file(1, &tasks) && !is_file(0, &tasks));
        assert!(!is_file(0, &file("code,title,summary\n")) && !is_file(1, &file("code,task_id,wording,kind\n")));
        let code: Code = "11-1011.00".parse().unwrap();
        assert_eq!(read_summaries(&summaries)?.0, [(code, "Lead, and decide".to_owned())]);
        let (rows, intake) = read_tasks(&tasks)?;
        assert_eq!(rows, [(code, 20, "Sing".to_owned()), (code, 3, "Paint, draw".to_owned())]);
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn lines_that_do_not_fit_are_refused() {
        for (text, expected) in [
            ("code,summary\n11-1011.00,\n", ":2, column \"summary\": \"\" is not a text"),
            ("code,summary\n11-1011,x\n", ":2, column \"code\": \"11-1011\" is not an O*NET-SOC code"),
            ("code,summary\n11-1011.00,x\n11-1011.00,y\n", ":3, column \"code\": \"11-1011.00\" is not new"),
            ("code,summary\n11-1011.00,\"x", ":2: a quotation mark is left open"),
            ("code,x\n", ":1: the header has 0 columns \"summary\""),
        ] {
            let error = read_summaries(&file(text)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        for (text, expected) in [
            ("code,task_id,wording\n11-1011.00,1.0,x\n", ":2, column \"task_id\": \"1.0\" is not a whole number"),
            ("code,task_id,wording\n11-1011.00,1,x\n11-1021.00,1,y\n", ":3, column \"task_id\": \"1\" is not new"),
            ("code,task_id,wording\n11-1011.00,1\n", ":2: 2 fields, expected 3"),
        ] {
            let error = read_tasks(&file(text)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
