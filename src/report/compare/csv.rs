//! A comparison in CSV: a row for each figure or entry of each role.

use std::io::{self, Write};

use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::compare::side_by_side::{Cell, Row};
use crate::report::csv::{CsvRows, cell as or_empty};

const HEADER: [&str; 15] = [
    "section",
    "row",
    "name",
    "code",
    "title",
    "value",
    "text",
    "mark",
    "raw",
    "difference",
    "bound",
    "unit",
    "published_for",
    "sources",
    "studies",
];

pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> io::Result<()> {
    let mut rows = CsvRows::seen(out, HEADER, catalog)?;
    for section in &comparison.sections {
        for row in &section.rows {
            for (column, cell) in comparison.columns.iter().zip(&row.cells) {
                // The end of a list is no entry.
                if section.part.is_lists() && cell.text.is_empty() {
                    continue;
                }
                let code = column.role.code.to_string();
                let sources = sources(row)?;
                let record = record(cell);
                let [value, text, mark, raw, difference, bound, published_for, studies] = &record;
                let fields: [&str; HEADER.len()] = [
                    section.part.key(),
                    &row.key,
                    &row.label,
                    &code,
                    column.role.title,
                    value,
                    text,
                    mark,
                    raw,
                    difference,
                    bound,
                    row.unit.key(),
                    published_for,
                    &sources,
                    studies,
                ];
                rows.row(fields)?;
            }
        }
    }
    rows.end()
}

fn record(cell: &Cell<'_>) -> [String; 8] {
    let gap = cell.gap.as_ref();
    [
        or_empty(cell.value),
        // What is not published is an empty field, as in every table.
        if cell.is_missing { String::new() } else { cell.text.to_string() },
        cell.band.map_or(cell.mark, |band| band.word()).to_owned(),
        or_empty(cell.raw),
        or_empty(gap.map(|gap| gap.value)),
        gap.map_or("", |gap| gap.bound.key()).to_owned(),
        or_empty(cell.published_for),
        or_empty(cell.studies),
    ]
}

/// The ids of the datasets as JSON writes them, with spaces between.
fn sources(row: &Row<'_>) -> io::Result<String> {
    let ids: Result<Vec<String>, _> = row.sources.iter().map(serde_json::to_string).collect();
    Ok(ids?.join(" ").replace('"', ""))
}
