//! Files as people have them: whatever comes ends in a stream of rows, each with its title and its other columns.
//!
//! What a file is, where its header stands and which column holds the titles is decided by its first rows, before anything
//! is written; then rows are read as they are needed.

mod columns;
mod lines;
pub mod names;
mod table;
mod text;

use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use csv::StringRecord;

use columns::Columns;
pub use columns::{Judge, listed};
use lines::Lines;
use table::{Form, Rows, SAMPLE};
pub use text::Meter;
use text::{BLOCK, Text};

/// The longest title, in bytes.
const LONGEST: usize = 64 * 1024;

/// Reads a row into the record; `false` at the end.
pub type NextRow<'a> = dyn FnMut(&mut StringRecord) -> io::Result<bool> + 'a;

/// What titles are read from.
pub enum Given<'a> {
    /// Lines or a table, in any encoding.
    Text(&'a mut dyn Read),
    /// The rows of a worksheet.
    Rows(&'a mut NextRow<'a>),
}

/// Rows with titles.
pub struct Input<'a> {
    /// The names of all columns; one for plain lines.
    pub names: Vec<String>,
    /// The column of the titles.
    pub title: usize,
    /// What the user may want to know of the choice.
    pub remark: Option<String>,
    /// The first rows with titles: a look at what stands in the columns.
    pub below: Vec<StringRecord>,
    /// What is counted while it is read; nothing of a worksheet.
    pub meter: Rc<Meter>,
    /// It is no row wherever it stands.
    header: Option<StringRecord>,
    next: Box<NextRow<'a>>,
}

impl<'a> Input<'a> {
    /// Finds out what is given.
    ///
    /// # Errors
    /// Those of the reader; what is no text; a table whose column of titles is not known, or not there.
    pub fn open(given: Given<'a>, wanted: Option<&str>, only_lines: bool, judge: &mut Judge<'_>) -> io::Result<Self> {
        match given {
            Given::Text(bytes) => {
                let meter = Rc::new(Meter::default());
                let mut text = Text::open(bytes, Rc::clone(&meter))?;
                let mut head = Vec::new();
                (&mut text).take(BLOCK as u64).read_to_end(&mut head)?;
                let is_all = head.len() < BLOCK;
                let text = BufReader::new(Cursor::new(head.clone()).chain(text));
                let head = String::from_utf8_lossy(&head);
                match Form::of(&head, is_all, wanted).filter(|_| !only_lines) {
                    Some((form, rows)) => {
                        let columns = columns::found(&rows, wanted, judge).map_err(invalid)?;
                        let mut rows = Rows::new(text, form, columns.skip)?;
                        Ok(Self::new(columns, meter, Box::new(move |row| rows.next(row))))
                    }
                    None => Self::lines(Lines::new(text, lines::Form::of(&head)), meter, &head, (wanted, only_lines)),
                }
            }
            Given::Rows(next) => {
                let mut rows = Vec::new();
                let mut row = StringRecord::new();
                while rows.len() < SAMPLE && next(&mut row)? {
                    rows.push(row.clone());
                }
                let columns = columns::found(&rows, wanted, judge).map_err(invalid)?;
                let mut ahead = rows.into_iter().skip(columns.skip);
                let next = move |row: &mut StringRecord| match ahead.next() {
                    Some(first) => {
                        row.clone_from(&first);
                        Ok(true)
                    }
                    None => next(row),
                };
                Ok(Self::new(columns, Rc::default(), Box::new(next)))
            }
        }
    }

    fn new(columns: Columns, meter: Rc<Meter>, next: Box<NextRow<'a>>) -> Self {
        let Columns { names, title, header, remark, below, .. } = columns;
        Self { names, title, remark, below, meter, header, next }
    }

    /// One title a line; the first line may say so.
    fn lines(
        mut lines: Lines<impl io::BufRead + 'a>,
        meter: Rc<Meter>,
        head: &str,
        (wanted, only_lines): (Option<&str>, bool),
    ) -> io::Result<Self> {
        let first = first_lines(head).next().unwrap_or_default().trim().trim_matches('"');
        let is_wanted = wanted.is_some_and(|wanted| names::are_alike(first, wanted));
        if let Some(wanted) = wanted.filter(|wanted| !is_wanted && wanted.trim() != "1") {
            return Err(invalid(format!(
                "there is no column {wanted:?}: the file has one title a line, the first is {:?}",
                first.chars().take(60).collect::<String>()
            )));
        }
        let is_header = is_wanted || (!only_lines && names::says(first) >= names::Says::AtLength);
        if is_header {
            let mut is_first = false;
            while !is_first && lines.next(&mut |line| is_first = !line.trim().is_empty())? {}
        }
        let next = move |row: &mut StringRecord| {
            row.clear();
            let mut position = csv::Position::new();
            position.set_line(lines.number() + 1);
            row.set_position(Some(position));
            lines.next(&mut |line| row.push_field(line))
        };
        let names = vec!["title".to_owned()];
        let below = Vec::new();
        Ok(Self { names, title: 0, remark: None, below, meter, header: None, next: Box::new(next) })
    }

    /// The next row; `false` at the end.
    ///
    /// # Errors
    /// Those of the reader; a line or a cell that is too long.
    pub fn next(&mut self, row: &mut StringRecord) -> io::Result<bool> {
        loop {
            if !(self.next)(row)? {
                return Ok(false);
            }
            if self.header.as_ref() == Some(row) {
                continue;
            }
            // Spreadsheets write empty cells far beyond the last column.
            while row.len() > self.names.len() && row.get(row.len() - 1) == Some("") {
                row.truncate(row.len() - 1);
            }
            return Ok(true);
        }
    }
}

/// The lines that hold something, whatever ends them.
fn first_lines(head: &str) -> impl Iterator<Item = &str> {
    head.split(['\n', '\r']).filter(|line| !line.trim().is_empty())
}

/// The error of an input that cannot be used.
pub fn invalid(problem: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

/// The I/O error inside, or the CSV error as one: a closed pipe must stay recognisable.
pub fn io_error(error: csv::Error) -> io::Error {
    if error.is_io_error() {
        if let csv::ErrorKind::Io(inner) = error.into_kind() {
            return inner;
        }
        return io::Error::other("CSV");
    }
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests;
