//! A table in plain text and in Markdown.

use std::io::{self, Write};

use textwrap::core::display_width;

use super::text::{WIDTH, escaped, wrapped};
use super::xml;

/// The fewest cells of a title; the line is longer than 80 cells where the other columns leave less.
const TITLE: usize = 24;

/// To which side a column's cells are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// Heads and rows, all of the same length.
#[derive(Clone, Debug, Default)]
pub struct Table {
    heads: Vec<(String, Align)>,
    /// The column that is cut where a line is too long.
    title: Option<usize>,
    /// Columns of whole sentences: with one, plain text has each row as a paragraph.
    sentences: Vec<usize>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn column(&mut self, head: &str, align: Align) {
        self.heads.push((head.to_owned(), align));
    }

    /// The column of titles.
    pub fn title(&mut self, head: &str) {
        self.title = Some(self.heads.len());
        self.column(head, Align::Left);
    }

    /// A column of whole sentences.
    pub fn sentence(&mut self, head: &str) {
        self.sentences.push(self.heads.len());
        self.column(head, Align::Left);
    }

    /// One more row, a cell a column.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    fn widths(&self) -> Vec<usize> {
        let longest =
            |place: usize| self.rows.iter().filter_map(move |row| row.get(place)).map(|cell| display_width(cell));
        let heads = self.heads.iter().enumerate();
        let mut widths: Vec<usize> =
            heads.map(|(place, (head, _))| longest(place).chain([display_width(head)]).max().unwrap_or(0)).collect();
        if let Some(place) = self.title {
            let others: usize = widths.iter().sum::<usize>() + widths.len().saturating_sub(1) * 2;
            let over = others.saturating_sub(WIDTH);
            if let Some(width) = widths.get_mut(place) {
                *width = width.saturating_sub(over).max(TITLE.min(*width));
            }
        }
        widths
    }

    /// Writes it in columns; where it has sentences, each row as a paragraph: the first cell, below it the others behind their
    /// heads, each sentence in lines of its own.
    pub fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.sentences.is_empty() { self.columns(out) } else { self.paragraphs(out) }
    }

    fn paragraphs(&self, out: &mut dyn Write) -> io::Result<()> {
        let below = |out: &mut dyn Write, cells: &mut Vec<String>| {
            let line = std::mem::take(cells).join("; ");
            if line.is_empty() { Ok(()) } else { wrapped(out, &line, "    ", "      ") }
        };
        for row in &self.rows {
            let mut brief = Vec::new();
            for ((place, cell), (head, _)) in
                row.iter().enumerate().zip(&self.heads).filter(|((_, cell), _)| !cell.is_empty())
            {
                if place == 0 {
                    wrapped(out, cell, "- ", "  ")?;
                    continue;
                }
                if self.sentences.contains(&place) {
                    below(out, &mut brief)?;
                }
                brief.push(format!("{head}: {cell}"));
                if self.sentences.contains(&place) {
                    below(out, &mut brief)?;
                }
            }
            below(out, &mut brief)?;
        }
        Ok(())
    }

    fn columns(&self, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let cells = cells.zip(&self.heads).zip(&widths).map(|((cell, (_, align)), width)| {
                let cell = cut(cell, *width);
                let fill = " ".repeat(width.saturating_sub(display_width(&cell)));
                if *align == Align::Left { format!("{cell}{fill}") } else { format!("{fill}{cell}") }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        writeln!(out, "{}", line(&mut self.heads.iter().map(|(head, _)| head.as_str())))?;
        self.rows.iter().try_for_each(|row| writeln!(out, "{}", line(&mut row.iter().map(String::as_str))))
    }

    /// Writes it as a Markdown table.
    pub fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            cells.map(|cell| format!(" {} |", escaped(cell).replace('|', "\\|"))).collect::<Vec<_>>().concat()
        };
        writeln!(out, "|{}", line(&mut self.heads.iter().map(|(head, _)| head.as_str())))?;
        let rule = |align: &Align| if *align == Align::Left { "---|" } else { "--:|" };
        writeln!(out, "|{}", self.heads.iter().map(|(_, align)| rule(align)).collect::<String>())?;
        self.rows.iter().try_for_each(|row| writeln!(out, "|{}", line(&mut row.iter().map(String::as_str))))
    }

    /// Writes it as a table of HTML.
    pub fn html(&self, out: &mut dyn Write) -> io::Result<()> {
        let side = |align: &Align| if *align == Align::Left { "" } else { " class=\"r\"" };
        write!(out, "<table>\n<thead><tr>")?;
        for (head, align) in &self.heads {
            write!(out, "<th scope=\"col\"{}>{}</th>", side(align), xml::escaped(head))?;
        }
        writeln!(out, "</tr></thead>\n<tbody>")?;
        for row in &self.rows {
            write!(out, "<tr>")?;
            for ((place, cell), (_, align)) in row.iter().enumerate().zip(&self.heads) {
                let cell = xml::escaped(cell);
                if self.title == Some(place) {
                    write!(out, "<th scope=\"row\">{cell}</th>")?;
                } else {
                    write!(out, "<td{}>{cell}</td>", side(align))?;
                }
            }
            writeln!(out, "</tr>")?;
        }
        writeln!(out, "</tbody></table>")
    }
}

/// A text in at most `width` cells; what is cut ends with an ellipsis.
fn cut(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if display_width(&kept) + display_width(letter.encode_utf8(&mut [0; 4])) + 1 > width {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_way_and_figures_stay() {
        let mut table = Table::default();
        table.column("rank", Align::Right);
        table.title("role");
        table.column("figure", Align::Right);
        table.row(vec!["1".to_owned(), "Bakers | ".repeat(20), "12".to_owned()]);
        let mut out = Vec::new();
        table.text(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().all(|line| display_width(line) == 80 || line.starts_with("rank")), "{text}");
        assert!(text.ends_with("…      12\n"), "{text}");
        let mut out = Vec::new();
        table.markdown(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("| rank | role | figure |\n|--:|---|--:|\n| 1 | Bakers \\| Bakers"), "{text}");
    }
}
