//! A role page in plain text of 80 columns.

use std::io::{self, Write};

use super::Page;
use super::document::{Block, Item, written};
use crate::catalog::NOT_PUBLISHED;
use crate::report::text::{underlined, wrapped};

/// Writes the page.
pub fn write(out: &mut dyn Write, page: Page<'_>) -> io::Result<()> {
    written(out, page, write_block)
}

fn write_block(out: &mut dyn Write, block: &Block) -> io::Result<()> {
    match block {
        Block::Title(title) => underlined(out, title, '='),
        Block::Heading(heading) => underlined(out, heading, '-'),
        Block::Summary(text) | Block::Remark(text) | Block::Trailer(text) => wrapped(out, text, "", ""),
        Block::Fact { label, text } => wrapped(out, &format!("{label}: {text}"), "", "    "),
        Block::List { label, note, items } => {
            let label = match note {
                Some(note) => format!("{label} ({note}):"),
                None => format!("{label}:"),
            };
            wrapped(out, &label, "", "    ")?;
            if items.is_empty() {
                return writeln!(out, "  {NOT_PUBLISHED}");
            }
            items.iter().try_for_each(|item| write_item(out, item))
        }
        Block::Source { name, release, text } => wrapped(out, &format!("{name} ({release}) — {text}"), "", "    "),
    }
}

fn write_item(out: &mut dyn Write, item: &Item) -> io::Result<()> {
    let text = match &item.mark {
        Some(mark) => format!("{} ({mark})", item.text),
        None => item.text.clone(),
    };
    wrapped(out, &text, "  - ", "    ")
}
