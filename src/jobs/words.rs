//! What an import did, in words: the same for the command and for the explorer.

use super::own::Imports;
use crate::ingest::own::Home;

/// A line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// One that is not broken: names and figures.
    Line(String),
    /// Sentences.
    Prose(String),
}

impl Words {
    /// The text alone.
    #[must_use]
    pub fn into_text(self) -> String {
        match self {
            Self::Line(text) | Self::Prose(text) => text,
        }
    }
}

/// Rows of each file, what was passed over, where each dataset comes from, whose sentences are shown.
#[must_use]
pub fn of_import(home: &Home, Imports { imported, lost }: &Imports) -> Vec<Words> {
    let mut words = Vec::new();
    for file in &imported.files {
        let left_out = if file.left_out.is_empty() { String::new() } else { format!("; left out: {}", file.left_out) };
        words.push(Words::Line(format!(
            "{}: {} rows read, {} used{left_out}",
            file.file, file.rows_read, file.rows_used
        )));
    }
    if !imported.unknown.is_empty() {
        let (count, names) = (imported.unknown.len(), imported.unknown.join("; "));
        let files = if count == 1 { "file that holds" } else { "files that hold" };
        words.push(Words::Prose(format!("Passed over, {count} {files} nothing of use: {names}")));
    }
    words.extend(imported.notes.iter().cloned().map(Words::Line));
    words.push(Words::Line(String::new()));
    for (name, release, origin) in &imported.sources {
        words.push(Words::Line(format!("{:<8}  {name} ({release})", origin.word())));
    }
    words.push(Words::Line(String::new()));
    words.push(Words::Line(imported.wording.note().to_owned()));
    words.push(Words::Line(format!("{}: {} bytes", home.pack().display(), imported.bytes)));
    if !lost.is_empty() {
        let lost = lost.join("; ");
        words.push(Words::Prose(format!("From the snapshot again: {lost}. With --keep they would have stayed.")));
    }
    words
}
