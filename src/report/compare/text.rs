//! A comparison in plain text of 80 columns.

use std::io::{self, Write};

use textwrap::core::display_width;

use super::document::{CellText, Passage, TableLine, blocks, letter};
use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::report::text::{underlined, wrapped};

const WIDTH: usize = 80;
/// Cells of the names of the rows.
const LABEL: usize = 24;

pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> io::Result<()> {
    underlined(out, &format!("{} roles side by side", comparison.columns.len()), '=')?;
    for (place, column) in comparison.columns.iter().enumerate() {
        let reference = if place == comparison.reference { " (reference)" } else { "" };
        let text = format!("{}  {}  {}{reference}", letter(place), column.role.code, column.role.title);
        wrapped(out, &text, "", "               ")?;
    }
    for block in blocks(catalog, comparison) {
        match block {
            Passage::Heading(heading) => {
                writeln!(out)?;
                underlined(out, &heading, '-')?;
            }
            Passage::Sentence(head, text) => wrapped(out, &format!("{head}: {text}"), "", "  ")?,
            Passage::Table(rows) => table(out, &rows)?,
            Passage::List { label, items, sentences } => {
                if !label.is_empty() {
                    wrapped(out, &format!("{label}:"), "", "  ")?;
                }
                if sentences {
                    items.iter().try_for_each(|item| wrapped(out, item, "  - ", "    "))?;
                } else {
                    wrapped(out, &items.join(", "), "  ", "  ")?;
                }
            }
            Passage::Remark(text) => wrapped(out, &text, "", "")?,
        }
    }
    Ok(())
}

fn table(out: &mut dyn Write, rows: &[TableLine]) -> io::Result<()> {
    let count = rows.first().map_or(1, |row| row.cells.len()).max(1);
    let cells = (WIDTH - LABEL) / count;
    let heads = (0..count).map(|place| padded(letter(place), cells)).collect::<String>();
    writeln!(out, "{}{}", padded("", LABEL), heads.trim_end())?;
    for row in rows {
        // All figures of a row on one line, or raw values and differences of all below.
        let on_one = row.cells.iter().all(|figure| display_width(&whole(figure)) < cells);
        let lines: Vec<Vec<String>> = row
            .cells
            .iter()
            .map(|figure| if on_one { vec![whole(figure)] } else { lines(figure, cells - 1) })
            .collect();
        let height = lines.iter().map(Vec::len).max().unwrap_or(1);
        let labels = textwrap::wrap(&row.label, LABEL - 2);
        for at in 0..height.max(labels.len()) {
            let label = labels.get(at).map_or("", |label| label);
            let texts =
                lines.iter().map(|lines| padded(lines.get(at).map_or("", String::as_str), cells)).collect::<String>();
            writeln!(out, "{}", format!("{}{texts}", padded(label, LABEL)).trim_end())?;
        }
    }
    Ok(())
}

/// Raw value and difference, where there are any.
fn below(figure: &CellText) -> String {
    let below: Vec<&str> = [figure.raw.as_deref(), figure.gap.as_deref()].into_iter().flatten().collect();
    below.join("  ")
}

/// A figure on one line.
fn whole(figure: &CellText) -> String {
    format!("{}  {}", figure.text, below(figure)).trim_end().to_owned()
}

/// A figure in lines of at most `cells` cells, raw value and difference below.
fn lines(figure: &CellText, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = textwrap::wrap(&figure.text, cells).into_iter().map(String::from).collect();
    if lines.len() > 1 && display_width(&figure.short) <= cells && figure.short.contains('$') {
        lines = vec![figure.short.clone()];
    }
    lines.extend(Some(below(figure)).filter(|below| !below.is_empty()));
    lines
}

fn padded(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(display_width(text))))
}
