//! Rows as text: those of a table letter by letter as they stand, others as CSV.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::rc::Rc;

use csv::{StringRecord, WriterBuilder};

use super::{Failure, Own, Sink};
use crate::staff::file::{self, Layout, io_error};

/// What a text begins with that spreadsheets are to read as UTF-8.
const MARK: &str = "\u{feff}";

/// The rows with what is appended, in UTF-8.
pub struct Text<'o, W: Write> {
    form: Form<'o, W>,
    /// All rows have so many cells before ours.
    width: usize,
}

enum Form<'o, W: Write> {
    /// Cells stay as they are written.
    Table(Box<Table<'o, W>>),
    /// Plain lines, or the cells of a worksheet.
    Cells(Box<csv::Writer<&'o mut W>>),
}

/// A table whose letters are copied.
struct Table<'o, W: Write> {
    out: &'o mut W,
    raw: file::Text<'o>,
    /// How many bytes are copied.
    at: u64,
    delimiter: char,
    quoting: bool,
    /// The row that is copied next, as its end is known when the following one begins: its cells, and what is appended.
    next: Option<(usize, Own)>,
}

impl<'o, W: Write> Text<'o, W> {
    /// Begins with the file that is copied, and whether all of it is UTF-8.
    pub fn new(
        out: &'o mut W,
        (raw, is_utf8): (&'o mut File, bool),
        layout: &Layout,
        width: usize,
    ) -> Result<Self, Failure> {
        let Some((delimiter, quoting)) = layout.marks() else {
            let writer = WriterBuilder::new().flexible(true).from_writer(out);
            return Ok(Self { form: Form::Cells(Box::new(writer)), width });
        };
        let mut start = Vec::new();
        raw.take(3).read_to_end(&mut start)?;
        raw.rewind()?;
        let is_marked = start.first().is_some_and(|first| *first >= 0xEF) || start.contains(&0);
        if is_marked || !is_utf8 {
            out.write_all(MARK.as_bytes())?;
        }
        let raw = file::Text::open(raw, Rc::default())?;
        let table = Table { out, raw, at: 0, delimiter: char::from(delimiter), quoting, next: None };
        Ok(Self { form: Form::Table(Box::new(table)), width })
    }

    /// Writes what is left.
    pub fn end(self) -> Result<(), Failure> {
        match self.form {
            Form::Table(mut table) => table.copy(None, self.width),
            Form::Cells(mut writer) => Ok(writer.flush()?),
        }
    }
}

impl<W: Write> Sink for Text<'_, W> {
    fn row(&mut self, row: &StringRecord, own: Own) -> Result<(), Failure> {
        match &mut self.form {
            Form::Table(table) => {
                table.copy(row.position().map(csv::Position::byte), self.width)?;
                table.next = Some((row.len(), own));
            }
            Form::Cells(writer) => {
                let missing = own.iter().flat_map(|_| std::iter::repeat_n("", self.width.saturating_sub(row.len())));
                let cells = row.iter().chain(missing).chain(own.iter().flatten().map(String::as_str));
                writer.write_record(cells).map_err(io_error)?;
            }
        }
        Ok(())
    }
}

impl<W: Write> Table<'_, W> {
    /// Copies the row that comes next, up to a byte or the end of the file, and appends to it.
    fn copy(&mut self, to: Option<u64>, width: usize) -> Result<(), Failure> {
        let mut letters = String::new();
        let length = to.map_or(u64::MAX, |to| to.saturating_sub(self.at));
        (&mut self.raw).take(length).read_to_string(&mut letters)?;
        self.at += letters.len() as u64;
        let Some((cells, Some(own))) = self.next.take() else {
            return Ok(self.out.write_all(letters.as_bytes())?);
        };
        let is_end = |letter| matches!(letter, '\r' | '\n');
        let (row, end) = letters.split_at(letters.trim_end_matches(is_end).len());
        write!(self.out, "{row}")?;
        for _ in cells..width {
            write!(self.out, "{}", self.delimiter)?;
        }
        let are_quoted = cells > 0 && row.matches('"').count() >= 2 * cells;
        for cell in own {
            let is_quoted = self.quoting && (are_quoted || cell.contains([self.delimiter, '"']));
            let mark = if is_quoted { "\"" } else { "" };
            write!(self.out, "{}{mark}{cell}{mark}", self.delimiter)?;
        }
        Ok(self.out.write_all(end.as_bytes())?)
    }
}
