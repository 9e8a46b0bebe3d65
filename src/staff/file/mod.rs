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
use text::BLOCK;
pub use text::{Meter, Text};

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

/// How a file is laid out: enough to read it again as it was read.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    kind: Kind,
    /// So many rows stand above the first with a title; the header is the last of them.
    above: usize,
    has_header: bool,
    /// A row that is no title wherever it stands.
    header: Option<StringRecord>,
    /// How many columns have a name.
    width: usize,
}

#[derive(Clone, Copy, Debug, Default)]
enum Kind {
    Lines(lines::Form),
    Table(Form),
    #[default]
    Sheet,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A line above the header: a heading, a note, nothing at all.
    Above,
    /// The names of the columns, also where a printed list repeats them.
    Header,
    Row,
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
    pub layout: Layout,
    /// How many rows were read.
    read: usize,
    next: Box<NextRow<'a>>,
}

impl Layout {
    /// What stands between the cells of a table, and whether quotation marks hold a cell together; none of plain lines and
    /// of a worksheet.
    pub const fn marks(&self) -> Option<(u8, bool)> {
        match self.kind {
            Kind::Table(form) => Some((form.delimiter, form.quoting)),
            Kind::Lines(_) | Kind::Sheet => None,
        }
    }
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
                let text = Cursor::new(head.clone()).chain(text);
                let head = String::from_utf8_lossy(&head);
                match Form::of(&head, is_all, wanted).filter(|_| !only_lines) {
                    Some((form, rows)) => {
                        let columns = columns::found(&rows, wanted, judge).map_err(invalid)?;
                        let kind = Kind::Table(form);
                        Ok(Self::new(columns, kind, meter, rows_of(text, kind)))
                    }
                    None => Self::lines(text, meter, &head, (wanted, only_lines)),
                }
            }
            Given::Rows(next) => {
                let mut rows = Vec::new();
                let mut row = StringRecord::new();
                while rows.len() < SAMPLE && next(&mut row)? {
                    rows.push(row.clone());
                }
                let columns = columns::found(&rows, wanted, judge).map_err(invalid)?;
                let mut ahead = rows.into_iter();
                let next = move |row: &mut StringRecord| match ahead.next() {
                    Some(first) => {
                        row.clone_from(&first);
                        Ok(true)
                    }
                    None => next(row),
                };
                Ok(Self::new(columns, Kind::Sheet, Rc::default(), Box::new(next)))
            }
        }
    }

    /// Reads a file again as it was read.
    ///
    /// # Errors
    /// Those of the reader; what is of another kind now.
    pub fn again(given: Given<'a>, layout: &Layout) -> io::Result<Self> {
        let meter = Rc::<Meter>::default();
        let next = match (given, layout.kind) {
            (Given::Rows(next), Kind::Sheet) => Box::new(next),
            (Given::Text(bytes), kind @ (Kind::Lines(_) | Kind::Table(_))) => {
                rows_of(Text::open(bytes, Rc::clone(&meter))?, kind)
            }
            _ => return Err(invalid("it is of another kind")),
        };
        let (names, below) = (Vec::new(), Vec::new());
        Ok(Self { names, title: 0, remark: None, below, meter, layout: layout.clone(), read: 0, next })
    }

    fn new(columns: Columns, kind: Kind, meter: Rc<Meter>, next: Box<NextRow<'a>>) -> Self {
        let Columns { names, title, header, remark, below, skip } = columns;
        let is_hinted = matches!(kind, Kind::Table(Form { hint: true, .. }));
        let above = skip + usize::from(is_hinted);
        let layout = Layout { kind, above, has_header: header.is_some(), header, width: names.len() };
        Self { names, title, remark, below, meter, layout, read: 0, next }
    }

    /// One title a line; the first line may say so.
    fn lines(
        text: impl Read + 'a,
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
        let has_header = is_wanted || (!only_lines && names::says(first) >= names::Says::AtLength);
        let form = lines::Form::of(head);
        let kind = Kind::Lines(form);
        let blank = head.split(char::from(form.end)).take_while(|line| line.trim().is_empty()).count();
        let above = if has_header { blank + 1 } else { 0 };
        let layout = Layout { kind, above, has_header, header: None, width: 1 };
        let (names, below) = (vec!["title".to_owned()], Vec::new());
        Ok(Self { names, title: 0, remark: None, below, meter, layout, read: 0, next: rows_of(text, kind) })
    }

    /// The next row; `false` at the end.
    ///
    /// # Errors
    /// Those of the reader; a line or a cell that is too long.
    pub fn next(&mut self, row: &mut StringRecord) -> io::Result<bool> {
        loop {
            match self.next_of_all(row)? {
                None => return Ok(false),
                Some(Part::Row) => return Ok(true),
                Some(Part::Above | Part::Header) => {}
            }
        }
    }

    /// The next row, those above the header and the header among them, and what it is; none at the end.
    ///
    /// # Errors
    /// As [`Input::next`].
    pub fn next_of_all(&mut self, row: &mut StringRecord) -> io::Result<Option<Part>> {
        if !(self.next)(row)? {
            return Ok(None);
        }
        let Layout { above, has_header, header, width, .. } = &self.layout;
        self.read += 1;
        if self.read <= *above {
            return Ok(Some(if *has_header && self.read == *above { Part::Header } else { Part::Above }));
        }
        if header.as_ref() == Some(row) {
            return Ok(Some(Part::Header));
        }
        // Spreadsheets write empty cells far beyond the last column.
        while row.len() > *width && row.get(row.len() - 1) == Some("") {
            row.truncate(row.len() - 1);
        }
        Ok(Some(Part::Row))
    }
}

/// The rows of a text, from its first line on.
fn rows_of<'a>(text: impl Read + 'a, kind: Kind) -> Box<NextRow<'a>> {
    match kind {
        Kind::Table(form) => {
            let mut rows = Rows::new(text, form);
            Box::new(move |row| rows.next(row))
        }
        Kind::Lines(form) => {
            let mut lines = Lines::new(BufReader::new(text), form);
            Box::new(move |row| {
                row.clear();
                let mut position = csv::Position::new();
                position.set_line(lines.number() + 1);
                row.set_position(Some(position));
                lines.next(&mut |line| row.push_field(line))
            })
        }
        Kind::Sheet => Box::new(|_| Ok(false)),
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
