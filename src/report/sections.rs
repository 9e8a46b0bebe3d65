//! A report in sections, as text and as Markdown.

use std::io::{self, Write};

use super::rank::said;
use super::table::Table;
use super::text::{escaped, underlined, wrapped};

/// A report in sections.
#[derive(Debug, Default)]
pub struct Sections {
    pub title: String,
    /// What stands above everything.
    pub head: Vec<String>,
    pub parts: Vec<Part>,
    /// What stands below everything.
    pub foot: Vec<String>,
}

/// A section.
#[derive(Debug, Default)]
pub struct Part {
    pub heading: String,
    pub tables: Vec<Table>,
    /// What is said below its tables.
    pub said: Vec<String>,
}

impl Sections {
    /// Writes it as plain text.
    pub fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        underlined(out, &self.title, '=')?;
        self.head.iter().try_for_each(|line| wrapped(out, line, "", ""))?;
        for part in &self.parts {
            writeln!(out)?;
            underlined(out, &part.heading, '-')?;
            for (place, table) in part.tables.iter().enumerate() {
                write!(out, "{}", if place > 0 { "\n" } else { "" })?;
                table.text(out)?;
            }
            part.gap(out)?;
            part.said.iter().try_for_each(|line| wrapped(out, line, "", ""))?;
        }
        self.above_foot(out)?;
        self.foot.iter().try_for_each(|line| wrapped(out, line, "", "  "))
    }

    /// Writes it as Markdown.
    pub fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}\n", escaped(&self.title))?;
        said(out, &self.head, "  ")?;
        for part in &self.parts {
            writeln!(out, "\n## {}\n", escaped(&part.heading))?;
            for (place, table) in part.tables.iter().enumerate() {
                write!(out, "{}", if place > 0 { "\n" } else { "" })?;
                table.markdown(out)?;
            }
            part.gap(out)?;
            said(out, &part.said, "  ")?;
        }
        self.above_foot(out)?;
        said(out, &self.foot, "  ")
    }

    /// An empty line above what stands below everything.
    fn above_foot(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.foot.is_empty() { Ok(()) } else { writeln!(out) }
    }
}

impl Part {
    /// An empty line between tables and what is said below them.
    fn gap(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.tables.is_empty() || self.said.is_empty() { Ok(()) } else { writeln!(out) }
    }
}
