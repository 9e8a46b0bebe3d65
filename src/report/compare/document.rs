//! A comparison as a sequence of blocks: the sentences once, for Markdown and for plain text.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, FRAME, SourceId, Unit, raw_value};
use crate::compare::Comparison;
use crate::compare::side_by_side::{Cell, Part, Row, Section};

/// How many skills are written; CSV and JSON have all.
const SKILLS: usize = 20;
/// How many alternate titles and exposed tasks of a role are written.
const ENTRIES: usize = 12;

/// A part of the document.
pub enum Passage {
    /// The heading of a section.
    Heading(String),
    /// A sentence: what it is about, and what it says.
    Sentence(String, String),
    /// Rows of figures, a cell a role.
    Table(Vec<TableLine>),
    /// Entries of a role, or of all.
    List {
        /// Whose they are.
        label: String,
        /// The entries.
        items: Vec<String>,
        /// Whether each entry is a sentence, on a line of its own.
        sentences: bool,
    },
    Remark(String),
}

/// A row of figures.
pub struct TableLine {
    /// What they are.
    pub label: String,
    /// A cell a role.
    pub cells: Vec<CellText>,
}

/// A figure in words.
pub struct CellText {
    /// As on every screen, with its band or words.
    pub text: String,
    /// The same in fewer cells.
    pub short: String,
    /// The study's own figure.
    pub raw: Option<String>,
    /// The difference to the reference.
    pub gap: Option<String>,
}

/// The name of a column in tables: `A` to `D`.
pub fn letter(place: usize) -> &'static str {
    ["A", "B", "C", "D"].get(place).copied().unwrap_or("?")
}

/// The document below its title and its list of roles.
pub fn blocks(catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> Vec<Passage> {
    let mut blocks: Vec<Passage> = catalog.seen_text().map(Passage::Remark).into_iter().collect();
    if !comparison.verdicts.is_empty() {
        blocks.push(Passage::Heading("At a glance".to_owned()));
        let verdicts = comparison.verdicts.iter();
        blocks.extend(verdicts.map(|verdict| {
            let parts: Vec<String> = verdict.parts.iter().chain(&verdict.skills).cloned().collect();
            Passage::Sentence(verdict.head.clone(), parts.join("; "))
        }));
    }
    for section in &comparison.sections {
        blocks.push(Passage::Heading(section.part.name().to_owned()));
        blocks.extend(body(comparison, section));
        blocks.extend(section.remarks.iter().cloned().map(Passage::Remark));
    }
    blocks.push(Passage::Heading("Sources".to_owned()));
    let used: BTreeSet<SourceId> =
        comparison.sections.iter().flat_map(|section| &section.rows).flat_map(|row| row.sources.clone()).collect();
    let sources = used.into_iter().filter_map(|id| catalog.source(id));
    let items = sources.map(|source| format!("{} ({}), {}", source.name, source.release, source.publisher)).collect();
    blocks.push(Passage::List { label: String::new(), items, sentences: true });
    blocks.push(Passage::Remark(FRAME.to_owned()));
    blocks
}

fn body(comparison: &Comparison<'_>, section: &Section<'_>) -> Vec<Passage> {
    match section.part {
        Part::Shared => {
            let items: Vec<String> = section.rows.iter().map(|row| row.label.to_string()).collect();
            if items.is_empty() {
                Vec::new()
            } else {
                vec![Passage::List { label: String::new(), items, sentences: false }]
            }
        }
        part if part.is_lists() => {
            let most = if part == Part::Only { usize::MAX } else { ENTRIES };
            (0..comparison.columns.len()).filter_map(|place| list(comparison, section, place, most)).collect()
        }
        part => {
            let most = if part == Part::Skills { SKILLS } else { usize::MAX };
            let rows: Vec<TableLine> = section.rows.iter().take(most).map(table_row).collect();
            let mut blocks = if rows.is_empty() { Vec::new() } else { vec![Passage::Table(rows)] };
            blocks.extend(more(section.rows.len(), most).map(Passage::Remark));
            blocks
        }
    }
}

/// That there is more than is written.
fn more(all: usize, most: usize) -> Option<String> {
    let more = all.checked_sub(most).filter(|more| *more > 0)?;
    Some(format!("{more} more in the forms csv and json."))
}

fn list(comparison: &Comparison<'_>, section: &Section<'_>, place: usize, most: usize) -> Option<Passage> {
    let sentences = section.part == Part::ExposedTasks;
    let cells = section.rows.iter().filter_map(|row| row.cells.get(place)).filter(|cell| !cell.text.is_empty());
    let mut items: Vec<String> = cells.map(|cell| entry(cell, sentences)).collect();
    let rest = more(items.len(), most);
    items.truncate(most);
    items.extend(rest);
    let label = format!("{} {}", letter(place), comparison.title(place));
    (!items.is_empty()).then_some(Passage::List { label, items, sentences })
}

fn entry(cell: &Cell<'_>, mark_first: bool) -> String {
    match (cell.mark, mark_first) {
        ("", _) => cell.text.to_string(),
        (mark, true) => format!("{mark}: {}", cell.text),
        (mark, false) => format!("{} ({mark})", cell.text),
    }
}

fn table_row(row: &Row<'_>) -> TableLine {
    let cells = row.cells.iter().map(|cell| {
        let text = match (row.unit, cell.short.as_deref()) {
            // A change needs its sign.
            (Unit::Percent, Some(signed)) => signed,
            _ => &cell.text,
        };
        let word = cell.band.map_or(cell.mark, |band| band.word());
        let words = if word.is_empty() { String::new() } else { format!(" {word}") };
        let is_index = row.key == crate::catalog::Metric::Index.key();
        let raw = |raw: f64| if is_index { format!("mean {raw:.1}") } else { raw_value(raw) };
        CellText {
            text: format!("{text}{words}"),
            short: cell.short.clone().unwrap_or_else(|| text.to_owned()),
            raw: cell.raw.map(raw),
            gap: cell.gap.as_ref().map(|gap| if gap.is_none() { "=".to_owned() } else { gap.text.clone() }),
        }
    });
    TableLine { label: row.label.to_string(), cells: cells.collect() }
}
