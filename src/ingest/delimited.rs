//! CSV and tab-separated files with a header line, read strictly: columns by name, fields with their place.

use std::path::Path;

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};

use super::field::{Field, refuse_web_page};
use super::{BadInput, SourceFile};

/// A file's lines under its header.
#[derive(Debug)]
pub struct Delimited<'f> {
    file: &'f Path,
    header: StringRecord,
    records: Vec<StringRecord>,
}

/// One line; a quoted field may make it span several of the file, and then the first of them is named.
#[derive(Clone, Copy, Debug)]
pub struct Line<'d> {
    file: &'d Path,
    header: &'d StringRecord,
    record: &'d StringRecord,
}

/// Whether a file's header line has these columns; nothing below it is read.
#[must_use]
pub fn has_columns(file: &SourceFile, delimiter: u8, columns: &[&str]) -> bool {
    let mut reader = reader(file, delimiter);
    reader.headers().is_ok_and(|header| columns.iter().all(|column| places(header, column).count() == 1))
}

fn reader(file: &SourceFile, delimiter: u8) -> Reader<&[u8]> {
    let bytes = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
    ReaderBuilder::new().delimiter(delimiter).from_reader(bytes)
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
    /// UTF-8, or a quotation mark is left open.
    pub fn read(file: &'f SourceFile, delimiter: u8, columns: &[&str]) -> Result<Self, BadInput> {
        refuse_web_page(file)?;
        let path = &file.path;
        let mut reader = reader(file, delimiter);
        let header = reader.headers().map_err(|error| bad_line(path, &error))?.clone();
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
        let records: Result<Vec<StringRecord>, csv::Error> = reader.records().collect();
        let records = records.map_err(|error| bad_line(path, &error))?;
        // The csv crate ends an open quotation at the end of the file: a file that was cut off there would pass.
        if file.bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
            let line = records.last().map_or(1, |record| line_of(record.position()));
            return Err(cut_off(BadInput::line(path, line, "a quotation mark is left open; the file may be cut off")));
        }
        Ok(Self { file: path, header, records })
    }

    /// The lines under the header, in their order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.records.iter().map(|record| Line { file: self.file, header: &self.header, record })
    }
}

impl<'d> Line<'d> {
    /// The field of a column.
    ///
    /// # Errors
    /// When there is no such column.
    pub fn field(&self, column: &'d str) -> Result<Field<'d>, BadInput> {
        let number = line_of(self.record.position());
        let value = places(self.header, column).next().and_then(|place| self.record.get(place));
        let value = value.ok_or_else(|| BadInput::line(self.file, number, format!("there is no column {column:?}")))?;
        Ok(Field::new(self.file, number, column, value))
    }
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position.map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX))
}

fn bad_line(path: &Path, error: &csv::Error) -> BadInput {
    match error.kind() {
        ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let problem = format!("{len} fields, expected {expected_len}; the file may be cut off");
            cut_off(BadInput::line(path, line_of(pos.as_ref()), problem))
        }
        ErrorKind::Utf8 { pos, err } => {
            BadInput::line(path, line_of(pos.as_ref()), format!("field {} is not UTF-8 text", err.field() + 1))
        }
        _ => BadInput::file(path, error),
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
        assert_eq!(error(b"a,b\n1,\xff\n"), "f.csv:2: field 2 is not UTF-8 text");
        assert!(error(b" <!DOCTYPE html>").contains("this is a web page"));
    }

    #[test]
    fn a_header_is_recognised_without_reading_on() {
        assert!(has_columns(&file("a\tb\n1"), b'\t', &["b"]));
        assert!(!has_columns(&file("a\tb\n1"), b',', &["b"]));
        assert!(!has_columns(&SourceFile { path: "f".into(), bytes: b"PK\x03\x04\xff".to_vec() }, b',', &["a"]));
    }
}
