//! Coded titles as CSV and JSON.

use std::io::{self, Write};

use csv::StringRecord;
use serde::{Serialize, Serializer};

use super::{SCHEMA, reason};
use crate::catalog::{Catalog, Code, SourceId};
use crate::report::csv::CsvRows;
use crate::report::json::object;
use crate::search::Coding;

/// The columns of the CSV form; those of the input follow.
pub const COLUMNS: [&str; 8] = ["input", "rank", "code", "title", "matched", "score", "confidence", "reason"];

/// A candidate of a title.
#[derive(Serialize)]
pub struct Coded<'a> {
    rank: usize,
    pub code: Code,
    /// The title of the role.
    pub title: &'a str,
    found: &'static str,
    matched: &'a str,
    score: f32,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// The candidates of a coding with their roles, best first.
pub fn candidates<'a>(catalog: &Catalog<'a>, coding: &Coding) -> Vec<Coded<'a>> {
    let roles = coding.candidates.iter().filter_map(|candidate| Some((candidate, catalog.role(candidate.role)?)));
    let coded = roles.zip(1..).map(|((candidate, role), rank)| Coded {
        rank,
        code: role.code,
        title: role.title,
        found: candidate.matched.found.word(),
        matched: candidate.matched.found.text(catalog, role),
        score: candidate.score,
        confidence: candidate.confidence,
    });
    coded.collect()
}

/// Where coded titles are written.
pub struct Output<'w, 'c> {
    form: Sink<'w>,
    catalog: &'c Catalog<'c>,
    /// The column of the titles.
    title: usize,
    /// The names of all columns of the input, as the answer has them.
    names: Vec<String>,
}

/// Begins a form with the names of the columns beside ours.
pub type Open = for<'w> fn(&'w mut dyn Write, SourceId, &[&str]) -> io::Result<Sink<'w>>;

/// Begins a table.
pub fn csv<'w>(out: &'w mut dyn Write, _: SourceId, others: &[&str]) -> io::Result<Sink<'w>> {
    Ok(Sink::Csv(Box::new(CsvRows::new(out, COLUMNS.iter().chain(others))?)))
}

/// Begins a document.
pub fn json<'w>(out: &'w mut dyn Write, wording: SourceId, _: &[&str]) -> io::Result<Sink<'w>> {
    write!(out, "{{\"schema\":\"{SCHEMA}\",\"wording\":")?;
    serde_json::to_writer(&mut *out, &wording)?;
    write!(out, ",\"results\":[")?;
    Ok(Sink::Json { out, first: true })
}

/// A form that has begun.
pub enum Sink<'w> {
    Csv(Box<CsvRows<'w>>),
    Json { out: &'w mut dyn Write, first: bool },
}

impl<'w, 'c> Output<'w, 'c> {
    /// Writes what stands before the titles.
    pub fn new(
        out: &'w mut dyn Write,
        (catalog, wording): (&'c Catalog<'c>, SourceId),
        open: Open,
        (names, title): (&[String], usize),
    ) -> io::Result<Self> {
        let names = apart(names);
        let form = open(out, wording, &others(names.iter().map(String::as_str), title).collect::<Vec<_>>())?;
        Ok(Self { form, catalog, title, names })
    }

    /// Writes a title.
    pub fn title(&mut self, row: &StringRecord, coding: &Coding) -> io::Result<()> {
        let input = row.get(self.title).unwrap_or_default();
        let (candidates, reason) = (candidates(self.catalog, coding), reason(coding));
        match &mut self.form {
            Sink::Csv(rows) => {
                // Short rows get the cells that they lack.
                let missing = std::iter::repeat_n("", self.names.len().saturating_sub(row.len().max(self.title + 1)));
                let mut write = |own: [&str; 8]| {
                    let cells = own.into_iter().chain(others(row.iter(), self.title)).chain(missing.clone());
                    rows.row(cells)
                };
                let reason = reason.unwrap_or_default();
                if candidates.is_empty() {
                    return write([input, "", "", "", "", "", "", reason]);
                }
                candidates.iter().try_for_each(|c| {
                    let (rank, code) = (c.rank.to_string(), c.code.to_string());
                    let (score, confidence) = (format!("{:.4}", c.score), format!("{:.3}", c.confidence));
                    write([input, &rank, &code, c.title, c.matched, &score, &confidence, reason])
                })
            }
            Sink::Json { out, first } => {
                write!(out, "{}", if *first { "\n" } else { ",\n" })?;
                *first = false;
                let columns = OtherColumns { names: &self.names, row, title: self.title };
                Ok(serde_json::to_writer(&mut **out, &object!(Coded { input, reason, candidates, columns }))?)
            }
        }
    }

    /// Writes what stands after the titles.
    pub fn end(self) -> io::Result<()> {
        match self.form {
            Sink::Csv(rows) => rows.end(),
            Sink::Json { out, .. } => {
                writeln!(out, "\n]}}")?;
                out.flush()
            }
        }
    }
}

/// The cells beside the title.
fn others<'r>(cells: impl Iterator<Item = &'r str>, title: usize) -> impl Iterator<Item = &'r str> {
    cells.enumerate().filter(move |(column, _)| *column != title).map(|(_, cell)| cell)
}

/// The names of the input's columns, none of them one of ours.
fn apart(names: &[String]) -> Vec<String> {
    let mut taken: Vec<String> = COLUMNS.map(str::to_owned).to_vec();
    let mut apart = Vec::new();
    for name in names {
        let mut name = name.clone();
        while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            name.push_str(" (input)");
        }
        taken.push(name.clone());
        apart.push(name);
    }
    apart
}

/// The other columns of a row, by their names.
struct OtherColumns<'a> {
    names: &'a [String],
    row: &'a StringRecord,
    title: usize,
}

impl Serialize for OtherColumns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = self.names.len().max(self.row.len());
        let columns = (0..count).filter(|column| *column != self.title).map(|column| {
            let name = self.names.get(column).cloned().unwrap_or_else(|| format!("column {}", column + 1));
            (name, self.row.get(column).unwrap_or_default())
        });
        serializer.collect_map(columns)
    }
}
