//! Errors and counts of reading: what a reader could not use, where it stands, and what to do next.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::SourceFile;

/// A file that cannot be read as what it should be.
#[derive(Debug, thiserror::Error)]
#[error("{}{place}: {problem}{}", .file.display(), .next.as_deref().map(|next| format!("\n  next: {next}")).unwrap_or_default())]
pub struct BadInput {
    pub file: PathBuf,
    /// Where in the file.
    pub place: Place,
    /// What is wrong: what stands there and what was expected.
    pub problem: String,
    /// What the user can do.
    pub next: Option<String>,
}

/// A place in a file: line (or row of a sheet), counted from 1, and column by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line or row.
    pub line: Option<usize>,
    pub column: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column:?}")?;
        }
        Ok(())
    }
}

impl BadInput {
    /// A problem with a file as a whole.
    pub fn file(file: &Path, problem: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), place: Place::default(), problem: problem.to_string(), next: None }
    }

    /// A problem in a line (counted from 1).
    pub fn line(file: &Path, line: usize, problem: impl fmt::Display) -> Self {
        let place = Place { line: Some(line), column: None };
        Self { place, ..Self::file(file, problem) }
    }

    /// A value that is not what its column should hold.
    pub fn value(file: &Path, line: usize, column: &str, value: &str, expected: &str) -> Self {
        let place = Place { line: Some(line), column: Some(column.to_owned()) };
        let value: String = value.chars().take(60).collect();
        Self { place, ..Self::file(file, format!("{value:?} is not {expected}")) }
    }

    /// Adds what to do next.
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}

/// What a reader did with a file: nothing is dropped without a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The file's name.
    pub file: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its SHA-256.
    pub sha256: String,
    /// Rows read, header lines not counted.
    pub read: usize,
    /// Rows used.
    pub used: usize,
    /// Rows left out, by reason.
    pub left_out: BTreeMap<String, usize>,
}

impl Intake {
    /// Begins the count of a file.
    pub fn of(file: &SourceFile) -> Self {
        Self { file: file.name(), bytes: file.bytes.len(), sha256: file.sha256(), ..Self::default() }
    }

    /// Counts a row that is used.
    pub fn keep(&mut self) {
        self.read += 1;
        self.used += 1;
    }

    /// Counts a row that is left out.
    pub fn leave_out(&mut self, reason: &str) {
        self.read += 1;
        *self.left_out.entry(reason.to_owned()).or_default() += 1;
    }

    /// Counts rows that are left out after all.
    pub fn take_back(&mut self, rows: usize, reason: &str) {
        if rows > 0 {
            self.used -= rows;
            *self.left_out.entry(reason.to_owned()).or_default() += rows;
        }
    }

    /// The reasons with their counts: `17 summary rows; 4 footnotes`; empty where all rows are used.
    pub fn left_out_text(&self) -> String {
        let reasons: Vec<String> = self.left_out.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
        reasons.join("; ")
    }
}
