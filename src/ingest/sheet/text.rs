//! The lines of a text whose fields are parted by commas, tabs or semicolons.

#![expect(clippy::naive_bytecount, reason = "short counts are not worth a crate")]

use std::borrow::Cow;

use csv::{ByteRecord, Position, Reader, ReaderBuilder, StringRecord};

use super::{Form, Numbered};
use crate::ingest::{BadInput, SourceFile};

const AGAIN: &str = "download the file again";

/// The lines of a file, one after the other. A quoted field may make a line span several of the file: then the first of
/// them is named.
pub(super) struct Lines<'f> {
    file: &'f SourceFile,
    reader: Reader<&'f [u8]>,
    is_onet: bool,
    is_quoted: bool,
    /// How many fields the first line has.
    width: Option<usize>,
    /// Up to which byte line ends are counted, and the line there. The csv crate's own count is one short where lines end
    /// in CRLF.
    counted: usize,
    line: usize,
}

impl<'f> Lines<'f> {
    pub fn of(file: &'f SourceFile, form: Form) -> Self {
        let is_onet = form.is_onet();
        let delimiter = match form {
            Form::Tab => b'\t',
            Form::Onet => delimiter(&file.bytes),
            _ => b',',
        };
        let is_quoted = !(is_onet && delimiter == b'\t');
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(is_quoted)
            .flexible(true)
            .has_headers(false)
            .from_reader(body(file));
        Self { file, reader, is_onet, is_quoted, width: None, counted: 0, line: 1 }
    }

    /// The next line with its number.
    ///
    /// # Errors
    /// When it has more or fewer fields than the first, or is not UTF-8.
    pub fn next(&mut self) -> Result<Option<Numbered>, BadInput> {
        let mut record = ByteRecord::new();
        let is_empty = |record: &ByteRecord| record.iter().all(|field| field.trim_ascii().is_empty());
        loop {
            if !self.reader.read_byte_record(&mut record).map_err(|error| BadInput::file(&self.file.path, error))? {
                return Ok(None);
            }
            // What a spreadsheet saves anew may end with empty lines.
            if !(self.is_onet && is_empty(&record)) {
                break;
            }
        }
        let number = self.number_at(record.position());
        let bad = |problem: String| BadInput::line(&self.file.path, number, problem);
        let (found, expected) = (record.len(), *self.width.get_or_insert(record.len()));
        if found != expected {
            let problem = if self.is_onet {
                format!("{found} fields where the header names {expected}")
            } else {
                format!("{found} fields, expected {expected}; the file may be cut off")
            };
            return Err(bad(problem).next(AGAIN));
        }
        let record = StringRecord::from_byte_record(record)
            .map_err(|error| bad(format!("field {} is not UTF-8 text", error.utf8_error().field() + 1)))?;
        Ok(Some((number, if self.is_quoted { record } else { record.iter().map(unquote).collect() })))
    }

    fn number_at(&mut self, position: Option<&Position>) -> usize {
        let bytes = body(self.file);
        let start = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        // A record's position may stand before the line ends that come before the record.
        let ends = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let start = start.saturating_add(ends.count());
        let passed = bytes.get(self.counted..start).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.counted = start;
        self.line
    }

    /// Refuses a file that ends within a line or a quotation. The csv crate takes the end of the file for the end of both:
    /// a figure that was cut off there would pass.
    pub fn check_end(&self) -> Result<(), BadInput> {
        let cut = |problem| Err(BadInput::line(&self.file.path, self.line, problem).next(AGAIN));
        if self.is_quoted && self.file.bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
            return cut("a quotation mark is left open; the file may be cut off");
        }
        if !matches!(self.file.bytes.last(), Some(b'\n' | b'\r')) {
            return cut("the last line has no line end; the file may be cut off");
        }
        Ok(())
    }
}

/// Refuses a text of O*NET that is not whole, before anything of it is read.
pub(super) fn check_onet(file: &SourceFile) -> Result<(), BadInput> {
    let line_of = |place| 1 + file.bytes.iter().take(place).filter(|byte| **byte == b'\n').count();
    let cut = |problem| Err(BadInput::line(&file.path, line_of(file.bytes.len()), problem).next(AGAIN));
    if let Err(error) = std::str::from_utf8(&file.bytes) {
        let line = line_of(error.valid_up_to());
        let bad = BadInput::line(&file.path, line, "bytes that are not UTF-8");
        return Err(bad.next("take the text release as published"));
    }
    if !file.bytes.ends_with(b"\n") {
        return cut("the last line has no line end: the file was cut off");
    }
    if delimiter(&file.bytes) != b'\t' && file.bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
        return cut("a quotation mark is left open: the file was cut off");
    }
    Ok(())
}

/// The bytes without a byte order mark.
fn body(file: &SourceFile) -> &[u8] {
    file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes)
}

/// What parts the fields of a table of O*NET: the tab of its text release, the comma of its CSV edition, or a semicolon.
pub(in crate::ingest) fn delimiter(text: &[u8]) -> u8 {
    let header = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    [b'\t', b';', b','].into_iter().find(|delimiter| header.contains(delimiter)).unwrap_or(b'\t')
}

/// A field without the quotation marks that a spreadsheet puts around it when it saves a table anew; those that O*NET
/// itself has within a field stay.
pub(in crate::ingest) fn unquote(field: &str) -> Cow<'_, str> {
    let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner.map(|inner| inner.replace("\"\"", "")) {
        // Within the marks all others are doubled.
        Some(single) if !single.contains('"') => Cow::Owned(inner.unwrap_or_default().replace("\"\"", "\"")),
        _ => Cow::Borrowed(field),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::file;
    use super::super::{Form, Row, Sheet, has_columns};
    use crate::ingest::{BadInput, SourceFile};

    fn error(text: &[u8]) -> String {
        let file = SourceFile { path: "f.csv".into(), bytes: text.to_vec() };
        Sheet::read(&file, Form::Comma, &["a", "b"]).unwrap_err().to_string()
    }

    #[test]
    fn fields_are_found_by_name_whatever_their_order() -> Result<(), BadInput> {
        let file = file("\u{feff}b,x,a\r\n1,2,\"three,\n\"\"3\"\"\"\r\n4,5, 6 \r\n");
        let sheet = Sheet::read(&file, Form::Comma, &["a", "b"])?;
        let lines: Vec<Row<'_>> = sheet.rows().collect();
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
        assert!(has_columns(&file("a\tb\n1"), Form::Tab, &["b"]));
        assert!(!has_columns(&file("a\tb\n1"), Form::Comma, &["b"]));
        assert!(!has_columns(&SourceFile { path: "f".into(), bytes: b"PK\x03\x04\xff".to_vec() }, Form::Comma, &["a"]));
    }
}
