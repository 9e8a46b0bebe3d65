//! A provenance line by line, for the panel, its copy and the report.

use super::{Cell, Provenance, Raw};
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
    #[must_use]
    pub fn head(&self) -> String {
        format!("{}: {}", self.name, self.shown)
    }

    /// Its lines in the order in which they are read: from the dataset to what is shown. What several cells share
    /// stands once.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        let mut add = |label, text: String| fields.push(Field { label, text });
        add("of", self.of.clone());
        for (at, cell) in self.cells.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| self.cells.get(at));
            let same = |is: fn(&Cell, &Cell) -> bool| before.is_some_and(|before| is(before, cell));
            let same_set = same(|a, b| a.source == b.source);
            let same_file = same_set && same(|a, b| a.file == b.file && a.sheet == b.sheet);
            if !same_set {
                add("dataset", cell.dataset.clone());
                add("release", format!("{}; {}", cell.release, cell.origin_text()));
                add("licence", cell.licence.clone());
            }
            if !same_file {
                add("file", cell.file_text());
            }
            if !same_file || !same(|a, b| a.row == b.row) {
                add("row", cell.row_text());
            }
            add(
                "column",
                match &cell.raw {
                    Raw::Value(value) => format!("{} = {value}", cell.column),
                    Raw::Missing(why) => format!("{}: {why}", cell.column),
                },
            );
        }
        for step in &self.computation {
            add("computed", step.clone());
        }
        add("for", self.published_for.clone());
        fields
    }

    /// All of it as text, for the clipboard.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.head());
        for Field { label, text: line } in self.fields() {
            text.push_str(&format!("  {label:<9} {line}\n"));
        }
        if self.is_exposure {
            text.push_str(&format!("  {FRAME}\n"));
        }
        text
    }
}
