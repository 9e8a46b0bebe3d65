//! A comparison in Markdown.

use std::io::{self, Write};

use super::document::{CellText, Passage, blocks, letter};
use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::report::text::escaped;

pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> io::Result<()> {
    writeln!(out, "# {} roles side by side\n", comparison.columns.len())?;
    for (place, column) in comparison.columns.iter().enumerate() {
        let reference = if place == comparison.reference { " _(reference)_" } else { "" };
        let title = escaped(column.role.title);
        writeln!(out, "- **{}** {title} ({}){reference}", letter(place), column.role.code)?;
    }
    for block in blocks(catalog, comparison) {
        match block {
            Passage::Heading(heading) => writeln!(out, "\n## {heading}")?,
            Passage::Sentence(head, text) => writeln!(out, "\n**{}:** {}", escaped(&head), escaped(&text))?,
            Passage::Table(rows) => {
                let heads: Vec<String> = (0..comparison.columns.len())
                    .map(|place| format!("{} {}", letter(place), cell_text(comparison.title(place))))
                    .collect();
                writeln!(out, "\n| | {} |", heads.join(" | "))?;
                writeln!(out, "|---|{}", "---|".repeat(heads.len()))?;
                for row in rows {
                    let cells: Vec<String> = row.cells.iter().map(figure).collect();
                    writeln!(out, "| {} | {} |", cell_text(&row.label), cells.join(" | "))?;
                }
            }
            Passage::List { label, items, sentences } => {
                let label = if label.is_empty() { String::new() } else { format!("**{}:**", escaped(&label)) };
                if sentences {
                    writeln!(out, "\n{label}")?;
                    items.iter().try_for_each(|item| writeln!(out, "- {}", escaped(item)))?;
                } else {
                    writeln!(out, "\n{label} {}", escaped(&items.join(", ")))?;
                }
            }
            Passage::Remark(text) => writeln!(out, "\n_{}_", escaped(&text))?,
        }
    }
    Ok(())
}

fn figure(figure: &CellText) -> String {
    let raw = figure.raw.as_ref().map_or_else(String::new, |raw| format!(", {raw}"));
    let gap = figure.gap.as_ref().map_or_else(String::new, |gap| format!(" (**{gap}**)"));
    format!("{}{raw}{gap}", cell_text(&figure.text))
}

/// A bar would end the cell.
fn cell_text(text: &str) -> String {
    escaped(text).replace('|', "\\|")
}
