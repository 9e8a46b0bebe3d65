//! A role page in Markdown.

use std::io::{self, Write};

use super::Page;
use super::document::{Block, Item, written};
use crate::catalog::NOT_PUBLISHED;
use crate::report::text::escaped;

/// Writes the page.
pub fn write(out: &mut dyn Write, page: Page<'_>) -> io::Result<()> {
    written(out, page, write_block)
}

fn write_block(out: &mut dyn Write, block: &Block) -> io::Result<()> {
    match block {
        Block::Title(title) => writeln!(out, "# {}", escaped(title)),
        Block::Summary(summary) => writeln!(out, "> {}", escaped(summary)),
        Block::Heading(heading) => writeln!(out, "## {heading}"),
        Block::Fact { label, text } => writeln!(out, "- **{label}:** {}", escaped(text)),
        Block::List { label, note, items } => {
            match note {
                Some(note) => writeln!(out, "**{label}** ({note}):")?,
                None => writeln!(out, "**{label}:**")?,
            }
            if items.is_empty() {
                return writeln!(out, "- {NOT_PUBLISHED}");
            }
            items.iter().try_for_each(|item| write_item(out, item))
        }
        Block::Source { name, release, text } => writeln!(out, "- **{name}** ({release}) — {text}"),
        Block::Remark(remark) => writeln!(out, "{}", escaped(remark)),
        Block::Trailer(text) => writeln!(out, "---\n_{text}_"),
    }
}

fn write_item(out: &mut dyn Write, item: &Item) -> io::Result<()> {
    match &item.mark {
        Some(mark) => writeln!(out, "- {} _({mark})_", escaped(&item.text)),
        None => writeln!(out, "- {}", escaped(&item.text)),
    }
}
