//! A provenance line by line, for the panel, its copy and the report.

use super::{Provenance, PublishedCell};
use crate::catalog::FRAME;

/// A line: what it says, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// In at most nine letters.
    pub label: &'static str,
    /// The text; never empty.
    pub text: String,
}

impl Provenance {
    /// What it is and how it is shown: `median annual pay: $108,970`.
    pub fn head(&self) -> String {
        format!("{}: {}", self.name, self.shown)
    }

    /// Its lines in the order in which they are read: from the dataset to what is shown. What several cells share
    /// stands once.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        let mut add = |label, text: String| fields.push(Field { label, text });
        add("of", self.of.clone());
        let mut before: Option<&PublishedCell> = None;
        for cell in self.cells.iter().filter(|cell| !cell.is_way) {
            let same = |is: fn(&PublishedCell, &PublishedCell) -> bool| before.is_some_and(|before| is(before, cell));
            let same_set = same(|a, b| a.source == b.source);
            let same_file = same_set && same(|a, b| a.file == b.file && a.sheet == b.sheet);
            if !same_set {
                add("dataset", cell.dataset_text());
            }
            if !same_file {
                add("file", cell.file_text());
            }
            if !same_file || !same(|a, b| a.row == b.row) {
                add("row", cell.row_text());
            }
            add("column", cell.value_text());
            before = Some(cell);
        }
        for way in self.cells.iter().filter(|cell| cell.is_way) {
            let (dataset, row, value) = (way.dataset_text(), way.row_text(), way.value_text());
            add("found by", format!("{}: {row}, {value}; {dataset}", way.file_text()));
        }
        for step in &self.computation {
            add("computed", step.clone());
        }
        add("for", self.published_for.clone());
        if !self.cells.is_empty() {
            add("licence", self.licences());
        }
        fields
    }

    /// The licences of its datasets.
    fn licences(&self) -> String {
        let mut known: Vec<(&str, &str)> = Vec::new();
        for cell in &self.cells {
            if known.iter().all(|(dataset, _)| *dataset != cell.dataset) {
                known.push((&cell.dataset, &cell.licence));
            }
        }
        let first = known.first().map_or("", |(_, licence)| licence);
        if known.iter().all(|(_, licence)| *licence == first) {
            return first.to_owned();
        }
        let all: Vec<String> = known.iter().map(|(dataset, licence)| format!("{dataset}: {licence}")).collect();
        all.join("; ")
    }

    /// All of it as text, for the clipboard.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.head());
        for Field { label, text: line } in self.fields() {
            text.extend(["  ", &format!("{label:<9} {line}"), "\n"]);
        }
        if self.is_exposure {
            text.extend(["  ", FRAME, "\n"]);
        }
        text
    }
}
