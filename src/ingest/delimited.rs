//! CSV and tab-separated files with a header line, read strictly: columns by name, fields with their place.

#![expect(clippy::naive_bytecount, reason = "two short counts are not worth a crate")]

use std::path::Path;

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};

use super::field::{Field, refuse_web_page};
use super::{BadInput, SourceFile};

/// A file's lines under its header.
#[derive(Debug)]
pub struct Delimited<'f> {
    file: &'f Path,
    header: StringRecord,
    records: Vec<(usize, StringRecord)>,
}

/// One line; a quoted field may make it span several of the file, and then the first of them is named.
#[derive(Clone, Copy, Debug)]
pub struct Line<'d> {
    file: &'d Path,
    header: &'d StringRecord,
    number: usize,
    record: &'d StringRecord,
}

/// Whether a file's header line has these columns; nothing below it is read.
pub fn has_columns(file: &SourceFile, delimiter: u8, columns: &[&str]) -> bool {
    let mut reader = reader(file, delimiter);
    reader.headers().is_ok_and(|header| columns.iter().all(|column| places(header, column).count() == 1))
}

fn reader(file: &SourceFile, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).from_reader(body(file))
}

/// The bytes without a byte order mark.
fn body(file: &SourceFile) -> &[u8] {
    file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes)
}

fn places<'h>(header: &'h StringRecord, column: &str) -> impl Iterator<Item = usize> + 'h {
    let column = column.to_owned();
    header.iter().enumerate().filter(move |(_, name)| name.trim() == column).map(|(place, _)| place)
}

impl<'f> Delimited<'f> {
    /// Reads a file.
    ///
    /// # Errors
    /// When a column is missing or stands twice, a line has more or fewer fields than the header, the text is not
    /// UTF-8, or the file ends within a line or a quotation.
    pub fn read(file: &'f SourceFile, delimiter: u8, columns: &[&str]) -> Result<Self, BadInput> {
        refuse_web_page(file)?;
        let path = &file.path;
        let mut reader = reader(file, delimiter);
        let header = reader.headers().map_err(|error| bad_line(file, &error))?.clone();
        for column in columns {
            let count = places(&header, column).count();
            if count != 1 {
                let found: Vec<&str> = header.iter().collect();
                let problem = format!(
                    "the header has {count} columns {column:?}, expected one; it has: {:.200}",
                    found.join(", ")
                );
                return Err(BadInput::line(path, 1, problem));
            }
        }
        let mut records = Vec::new();
        let mut lines = LineCount::of(file);
        for record in reader.records() {
            let record = record.map_err(|error| bad_line(file, &error))?;
            records.push((lines.at(record.position()), record));
        }
        // The csv crate takes the end of the file for the end of a quotation and of a line: a figure that was cut off
        // there would pass.
        let last = records.last().map_or(1, |(line, _)| *line);
        if file.bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
            return Err(cut_off(BadInput::line(path, last, "a quotation mark is left open; the file may be cut off")));
        }
        if !matches!(file.bytes.last(), Some(b'\n' | b'\r')) {
            return Err(cut_off(BadInput::line(path, last, "the last line has no line end; the file may be cut off")));
        }
        Ok(Self { file: path, header, records })
    }

    /// The lines under the header, in their order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.records.iter().map(|(number, record)| Line {
            file: self.file,
            header: &self.header,
            number: *number,
            record,
        })
    }
}

impl<'d> Line<'d> {
    /// The field of a column.
    pub fn field(&self, column: &'d str) -> Result<Field<'d>, BadInput> {
        let value = places(self.header, column).next().and_then(|place| self.record.get(place));
        let value =
            value.ok_or_else(|| BadInput::line(self.file, self.number, format!("there is no column {column:?}")))?;
        Ok(Field::new(self.file, self.number, column, value))
    }
}

/// Counts lines up to places that follow each other. The csv crate's own count is one short where lines end in CRLF.
struct LineCount<'f> {
    bytes: &'f [u8],
    offset: usize,
    line: usize,
}

impl<'f> LineCount<'f> {
    fn of(file: &'f SourceFile) -> Self {
        Self { bytes: body(file), offset: 0, line: 1 }
    }

    fn at(&mut self, position: Option<&csv::Position>) -> usize {
        let start = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        // A record's position may stand before the line ends that come before the record.
        let ends = self.bytes.get(start..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let start = start.saturating_add(ends.count());
        let passed = self.bytes.get(self.offset..start).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.offset = start;
        self.line
    }
}

fn bad_line(file: &SourceFile, error: &csv::Error) -> BadInput {
    let line = |position: &Option<csv::Position>| LineCount::of(file).at(position.as_ref());
    match error.kind() {
        ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let problem = format!("{len} fields, expected {expected_len}; the file may be cut off");
            cut_off(BadInput::line(&file.path, line(pos), problem))
        }
        ErrorKind::Utf8 { pos, err } => {
            BadInput::line(&file.path, line(pos), format!("field {} is not UTF-8 text", err.field() + 1))
        }
        _ => BadInput::file(&file.path, error),
    }
}

fn cut_off(error: BadInput) -> BadInput {
    error.next("download the file again")
}

/// Small files for the tests of readers.
#[cfg(test)]
pub(super) mod samples {
    use crate::ingest::SourceFile;

    /// A file that holds a text.
    pub fn file(text: &str) -> SourceFile {
        SourceFile { path: "sample.csv".into(), bytes: text.as_bytes().to_vec() }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::file;
    use super::*;

    fn error(text: &[u8]) -> String {
        let file = SourceFile { path: "f.csv".into(), bytes: text.to_vec() };
        Delimited::read(&file, b',', &["a", "b"]).unwrap_err().to_string()
    }

    #[test]
    fn fields_are_found_by_name_whatever_their_order() -> Result<(), BadInput> {
        let file = file("\u{feff}b,x,a\r\n1,2,\"three,\n\"\"3\"\"\"\r\n4,5,6\r\n");
        let table = Delimited::read(&file, b',', &["a", "b"])?;
        let lines: Vec<Line<'_>> = table.lines().collect();
        assert_eq!(lines.len(), 2);
        let fields = [lines[0].field("a")?, lines[0].field("b")?, lines[1].field("a")?];
        assert_eq!(fields.map(|field| (field.line(), field.value())), [(2, "three,\n\"3\""), (2, "1"), (4, "6")]);
        assert!(lines[0].field("c").is_err());
        Ok(())
    }

    #[test]
    fn what_does_not_fit_the_header_is_refused_with_its_line() {
        assert_eq!(error(b"a,c\n1,2\n"), "f.csv:1: the header has 0 columns \"b\", expected one; it has: a, c");
        assert_eq!(error(b"a,b,b\n1,2,3\n"), "f.csv:1: the header has 2 columns \"b\", expected one; it has: a, b, b");
        assert!(error(b"").starts_with("f.csv:1: the header has 0 columns \"a\""));
        let cut = "f.csv:3: 1 fields, expected 2; the file may be cut off\n  next: download the file again";
        assert_eq!(error(b"a,b\n1,2\n3"), cut);
        assert!(error(b"a,b\n1,2\n3,\"4").starts_with("f.csv:3: a quotation mark is left open"));
        assert_eq!(error(b"\xef\xbb\xbfa,b\r\n\r\n1,2\r\n1,\xff\r\n"), "f.csv:4: field 2 is not UTF-8 text");
        assert!(error(b"a,b\r\n1,2\r\n3\r\n").starts_with("f.csv:3: 1 fields"));
        assert_eq!(error(b"a,b\n1,\xff\n"), "f.csv:2: field 2 is not UTF-8 text");
        assert!(error(b"a,b\n1,2\n3,0.45").starts_with("f.csv:3: the last line has no line end"));
        assert!(error(b" <!DOCTYPE html>").contains("this is a web page"));
    }

    #[test]
    fn a_header_is_recognised_without_reading_on() {
        assert!(has_columns(&file("a\tb\n1"), b'\t', &["b"]));
        assert!(!has_columns(&file("a\tb\n1"), b',', &["b"]));
        assert!(!has_columns(&SourceFile { path: "f".into(), bytes: b"PK\x03\x04\xff".to_vec() }, b',', &["a"]));
    }
}
