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
    pub fn into_text(self) -> String {
        match self {
            Self::Line(text) | Self::Prose(text) => text,
        }
    }
}

/// What an import did, in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Rows read and used of each file.
    pub files: Vec<Words>,
    /// What was passed over, and what looks odd.
    pub remarks: Vec<Words>,
    /// Where each dataset comes from, whose sentences are shown, where the data is.
    pub summary: Vec<Words>,
    /// What was the user's and is the snapshot's again.
    pub lost: Option<String>,
}

/// Says what an import did.
pub fn of_import(home: &Home, Imports { imported, lost }: &Imports) -> Told {
    let files = imported.files.iter().map(|file| {
        let left_out = if file.left_out.is_empty() { String::new() } else { format!("; left out: {}", file.left_out) };
        Words::Line(format!("{}: {} rows read, {} used{left_out}", file.file, file.rows_read, file.rows_used))
    });
    let mut remarks: Vec<Words> = imported.notes.iter().cloned().map(Words::Line).collect();
    if !imported.unknown.is_empty() {
        let (count, names) = (imported.unknown.len(), imported.unknown.join("; "));
        let files = if count == 1 { "file that holds" } else { "files that hold" };
        remarks.push(Words::Prose(format!("Passed over, {count} {files} nothing of use: {names}")));
    }
    let mut summary = Vec::new();
    for (name, release, origin) in &imported.sources {
        summary.push(Words::Line(format!("{:<8}  {name} ({release})", origin.word())));
    }
    summary.push(Words::Line(String::new()));
    summary.push(Words::Line(imported.wording.note().to_owned()));
    summary.push(Words::Line(format!("{}: {} bytes", home.pack().display(), imported.bytes)));
    let lost = (!lost.is_empty()).then(|| format!("From the snapshot again: {}.", lost.join("; ")));
    Told { files: files.collect(), remarks, summary, lost }
}
