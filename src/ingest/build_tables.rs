//! From the published files to the reviewed tables: all datasets, and the project's own wording.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

use super::inbox::{Inbox, Request};
use super::observer::NoProgress;
use super::read::Read;
use super::tables::SourceFileRow;
use super::{BadInput, Tables, merge, published};
use crate::catalog::{SourceId, Wording};

/// Makes the tables from all published files below a folder, recognised by what they hold, and from the project's own
/// wording below another, and writes them. Says of each file what became of its rows, and which were passed over.
///
/// # Errors
/// A file that is missing or cannot be read as what it should be, and tables that cannot be written.
pub fn run(from: &Path, wording: &Path, to: &Path) -> Result<Vec<String>, BadInput> {
    let of = vec![(SourceId::Wording, wording.to_owned())];
    let request = Request { all: true, any: Some(from.to_owned()), of };
    let mut inbox = Inbox::of(&request, &mut NoProgress)?;
    let seen = std::mem::take(&mut inbox.seen);
    let tables = tables(Read::of(&request, inbox, true, None)?, wording)?;
    fs::create_dir_all(to).map_err(|e| BadInput::file(to, e))?;
    tables.write(to)?;
    let mut report: Vec<String> = tables.source_files.iter().map(line).collect();
    let used: HashSet<&str> = tables.source_files.iter().map(|row| row.sha256.as_str()).collect();
    let unused = seen.iter().filter(|(_, sha256)| !used.contains(sha256.as_str()));
    report.extend(unused.map(|(name, _)| format!("{name}: passed over, nothing of it is needed")));
    report.extend(tables.counts().into_iter().map(|(table, rows)| counted(table, rows)));
    Ok(report)
}

/// A table without rows is no error, since older releases lack some, but is not to be missed either.
fn counted(table: &str, rows: usize) -> String {
    let none = if rows == 0 { ": no file that is taken has the columns of one that holds them" } else { "" };
    format!("{table}: {rows} rows{none}")
}

fn line(row: &SourceFileRow) -> String {
    let left_out = if row.left_out.is_empty() { String::new() } else { format!("; left out: {}", row.left_out) };
    format!("{}: {} rows read, {} used{left_out}", row.file, row.rows_read, row.rows_used)
}

fn tables(mut read: Read, wording: &Path) -> Result<Tables, BadInput> {
    let (mut tables, _) = merge::over(Tables::default(), &mut read, Wording::Official);
    // These files are those of the releases that the table of datasets speaks of.
    tables.sources = published::rows(&read.files, &read.releases);
    own_wording(&mut tables, read, wording)?;
    Ok(tables)
}

/// Replaces O*NET's sentences by the project's own, so that none of them enters a table.
fn own_wording(tables: &mut Tables, read: Read, folder: &Path) -> Result<(), BadInput> {
    let missing = |what: String| {
        BadInput::file(folder, format!("no own wording for {what}")).next("add a line for it to the wording")
    };
    let mut summaries: BTreeMap<_, _> = read.summaries.into_iter().collect();
    for role in &mut tables.roles {
        role.summary = summaries.remove(&role.code).ok_or_else(|| missing(format!("role {}", role.code)))?;
    }
    let mut wordings: HashMap<_, _> = read.wordings.into_iter().map(|(_, id, wording)| (id, wording)).collect();
    let mut own_by_official = HashMap::new();
    for task in &mut tables.tasks {
        let own = wordings.remove(&task.task_id).ok_or_else(|| missing(format!("task {}", task.task_id)))?;
        own_by_official.insert(bare(&task.wording), own.clone());
        task.wording = own;
    }
    // A few activities are called by a task statement, or end in one.
    for activity in &mut tables.activities {
        let name = bare(&activity.name);
        let mut starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        let Some((at, own)) = starts.find_map(|at| Some((at, own_by_official.get(name.get(at..)?)?))) else {
            continue;
        };
        let begun = activity.name.get(..at).unwrap_or_default();
        let own = if begun.is_empty() { own.clone() } else { lower_first(own) };
        activity.name = format!("{begun}{own}.");
    }
    Ok(())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn bare(sentence: &str) -> String {
    sentence.trim().trim_end_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_is_not_to_be_missed() {
        assert_eq!(counted("knowledge.csv", 29_502), "knowledge.csv: 29502 rows");
        assert_eq!(
            counted("knowledge.csv", 0),
            "knowledge.csv: 0 rows: no file that is taken has the columns of one that holds them"
        );
    }

    #[test]
    fn an_empty_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = run(folder.path(), folder.path(), &folder.path().join("tables")).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}: there is no file", folder.path().display())), "{error}");
    }
}
