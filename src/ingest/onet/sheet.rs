//! A published table in memory: columns found by name, values checked where they are taken out.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::RangeInclusive;
use std::str::FromStr;

use calamine::{Data, Reader, Xlsx};
use csv::StringRecord;

use crate::catalog::Code;
use crate::ingest::{BadInput, SourceFile};

const AGAIN: &str = "download the file again";
/// The most columns that a table may have: four times those of the widest.
const MOST_COLUMNS: usize = 64;
/// The most cells that a sheet may fill: twice those of the largest table that is read.
const MOST_CELLS: usize = 3_000_000;

/// A table: text parted by tabs, commas or semicolons, or the first sheet of an xlsx workbook.
pub(super) struct Sheet<'f> {
    file: &'f SourceFile,
    header: Vec<String>,
    records: Vec<(usize, StringRecord)>,
}

/// A column of a [`Sheet`], by its place.
#[derive(Clone, Copy)]
pub(super) struct Column(usize);

impl<'f> Sheet<'f> {
    /// Reads a table. Every row must have as many fields as the header has names.
    pub fn read(file: &'f SourceFile) -> Result<Self, BadInput> {
        let sheet = if is_workbook(file) { Self::read_workbook(file)? } else { Self::read_text(file)? };
        let expected = sheet.header.len();
        for (line, record) in &sheet.records {
            if record.len() != expected {
                let found = record.len();
                let problem = format!("{found} fields where the header names {expected}");
                return Err(BadInput::line(&file.path, *line, problem).next(AGAIN));
            }
        }
        if sheet.records.is_empty() {
            return Err(BadInput::file(&file.path, "a header, but no rows").next(AGAIN));
        }
        Ok(sheet)
    }

    fn read_text(file: &'f SourceFile) -> Result<Self, BadInput> {
        let text = std::str::from_utf8(&file.bytes).map_err(|e| {
            let line = line_of(&file.bytes, e.valid_up_to());
            BadInput::line(&file.path, line, "bytes that are not UTF-8").next("take the text release as published")
        })?;
        let text = text.trim_start_matches('\u{feff}');
        if !text.ends_with('\n') {
            let problem = "the last line has no line end: the file was cut off";
            return Err(BadInput::line(&file.path, line_of(&file.bytes, file.bytes.len()), problem).next(AGAIN));
        }
        let delimiter = delimiter(text.as_bytes());
        let quoted = delimiter != b'\t';
        if quoted && text.matches('"').count() % 2 == 1 {
            let problem = "a quotation mark is left open: the file was cut off";
            return Err(BadInput::line(&file.path, line_of(&file.bytes, file.bytes.len()), problem).next(AGAIN));
        }
        // Lines end with `\n` here and `raw` takes the `\r` off: csv counts lines one short where both end them.
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(quoted)
            .terminator(csv::Terminator::Any(b'\n'))
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let (mut records, mut record) = (Vec::new(), StringRecord::new());
        let place = |reader: &csv::Reader<_>| {
            let (line, byte) = (reader.position().line(), reader.position().byte());
            (usize::try_from(line).unwrap_or(usize::MAX), usize::try_from(byte).unwrap_or(usize::MAX))
        };
        let mut ended = place(&reader);
        while reader.read_record(&mut record).map_err(|e| BadInput::file(&file.path, e))? {
            let (line, byte) = std::mem::replace(&mut ended, place(&reader));
            // A quotation may go on over several lines: the first of them is named, after the empty ones that csv skips.
            let here = line + text.bytes().skip(byte).take_while(|byte| *byte == b'\n').count();
            // What a spreadsheet saves anew may end with empty lines.
            if record.iter().any(|field| !field.trim().is_empty()) {
                records.push((here, if quoted { std::mem::take(&mut record) } else { unquoted(&record) }));
            }
        }
        Ok(Self::with_header(file, records))
    }

    fn read_workbook(file: &'f SourceFile) -> Result<Self, BadInput> {
        Self::top_of_workbook(file, usize::MAX)
    }

    /// The first rows of a workbook that hold anything. Cell by cell, as a range of calamine's would fill the memory for
    /// one cell that stands far out.
    fn top_of_workbook(file: &'f SourceFile, rows: usize) -> Result<Self, BadInput> {
        let bad = |e| BadInput::file(&file.path, format!("not a readable xlsx workbook: {e}")).next(AGAIN);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.as_slice())).map_err(bad)?;
        let Some(name) = book.sheet_names().first().cloned() else { return Ok(Self::with_header(file, Vec::new())) };
        let mut reader = book.worksheet_cells_reader(&name).map_err(bad)?;
        let (mut found, mut width, mut count) = (Vec::<(usize, Vec<String>)>::new(), 0, 0);
        while let Some(cell) = reader.next_cell().map_err(bad)? {
            let (row, column) = cell.get_position();
            let (line, column) = (row as usize + 1, column as usize);
            let text = Data::from(cell.get_value().clone()).to_string();
            if text.is_empty() {
                continue;
            }
            count += 1;
            if column >= MOST_COLUMNS || count > MOST_CELLS {
                let problem =
                    format!("more than {MOST_COLUMNS} columns or {MOST_CELLS} cells, which no table of O*NET has");
                return Err(BadInput::line(&file.path, line, problem));
            }
            if found.last().is_none_or(|(last, _)| *last != line) {
                if found.len() == rows {
                    break;
                }
                found.push((line, Vec::new()));
            }
            let Some((_, cells)) = found.last_mut() else { continue };
            cells.resize(cells.len().max(column + 1), String::new());
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
            width = width.max(column + 1);
        }
        let records = found.into_iter().map(|(line, mut cells)| {
            cells.resize(width, String::new());
            (line, cells.iter().collect::<StringRecord>())
        });
        Ok(Self::with_header(file, records.collect()))
    }

    /// Refuses an xlsx workbook that cannot be read, of which nothing could be recognised.
    pub fn check_workbook(file: &'f SourceFile) -> Result<(), BadInput> {
        let name = b"xl/workbook.xml";
        if is_workbook(file) && file.bytes.windows(name.len()).any(|part| part == name) {
            Self::read_workbook(file)?;
        }
        Ok(())
    }

    fn with_header(file: &'f SourceFile, mut records: Vec<(usize, StringRecord)>) -> Self {
        let header = if records.is_empty() { StringRecord::new() } else { records.remove(0).1 };
        Self { file, header: header.iter().map(|name| name.trim().to_owned()).collect(), records }
    }

    /// The distinct beginnings (five characters, `2.B.3`) of a column's fields, of a file that may be no table at all.
    pub fn beginnings(file: &'f SourceFile, column: usize) -> BTreeSet<String> {
        let beginning = |text: &str| text.chars().take(5).collect::<String>();
        if is_workbook(file) {
            let sheet = Self::read_workbook(file);
            let records = sheet.map(|sheet| sheet.records).unwrap_or_default();
            return records.iter().filter_map(|(_, record)| record.get(column)).map(beginning).collect();
        }
        if delimiter(&file.bytes) != b'\t' {
            let records = Self::read_text(file).map(|sheet| sheet.records).unwrap_or_default();
            return records.iter().filter_map(|(_, record)| record.get(column)).map(beginning).collect();
        }
        let lines = file.bytes.split(|byte| *byte == b'\n').skip(1);
        let fields = lines.filter_map(|line| line.split(|byte| *byte == b'\t').nth(column));
        let mut found = BTreeSet::new();
        for field in fields.map(|field| field.get(..5).unwrap_or(field)) {
            if let Ok(text) = std::str::from_utf8(field)
                && !found.contains(text)
            {
                found.insert(text.to_owned());
            }
        }
        found
    }

    /// The names of the columns, of a file that may be no table at all.
    pub fn header_of(file: &'f SourceFile) -> Vec<String> {
        if is_workbook(file) {
            return Self::top_of_workbook(file, 1).map(|sheet| sheet.header).unwrap_or_default();
        }
        let line = file.bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = String::from_utf8_lossy(line);
        let delimiter = char::from(delimiter(line.as_bytes()));
        let names = line.trim_start_matches('\u{feff}').split(delimiter);
        names.map(|name| unquote(name.trim()).into_owned()).collect()
    }

    /// The column that has a name.
    pub fn column(&self, name: &str) -> Result<Column, BadInput> {
        self.any_column(&[name])
    }

    /// The column that has the first of these names that is there: names changed between releases.
    pub fn any_column(&self, names: &[&str]) -> Result<Column, BadInput> {
        names.iter().find_map(|name| self.optional(name)).ok_or_else(|| {
            let problem = format!("no column {:?}; its columns are {}", names.join(" or "), self.header.join(", "));
            BadInput::line(&self.file.path, 1, problem).next("take the file as O*NET publishes it, releases 28 to 31")
        })
    }

    /// The column that has a name, where the table has it.
    pub fn optional(&self, name: &str) -> Option<Column> {
        self.header.iter().position(|column| column == name).map(Column)
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { sheet: self, line: *line, record })
    }
}

/// What parts the fields of a text: the tab of O*NET's text release, the comma of its CSV edition, or a semicolon.
fn delimiter(text: &[u8]) -> u8 {
    let header = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    [b'\t', b';', b','].into_iter().find(|delimiter| header.contains(delimiter)).unwrap_or(b'\t')
}

/// A record without the quotation marks that a spreadsheet puts around a field when it saves a table anew; those that O*NET
/// itself has within a field stay.
fn unquoted(record: &StringRecord) -> StringRecord {
    record.iter().map(|field| unquote(field.trim_end_matches('\r'))).collect()
}

fn unquote(field: &str) -> Cow<'_, str> {
    let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner.map(|inner| inner.replace("\"\"", "")) {
        // Within the marks all others are doubled.
        Some(single) if !single.contains('"') => Cow::Owned(inner.unwrap_or_default().replace("\"\"", "\"")),
        _ => Cow::Borrowed(field),
    }
}

fn is_workbook(file: &SourceFile) -> bool {
    file.bytes.starts_with(b"PK")
}

fn line_of(bytes: &[u8], place: usize) -> usize {
    1 + bytes.iter().take(place).filter(|byte| **byte == b'\n').count()
}

#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    sheet: &'s Sheet<'s>,
    line: usize,
    record: &'s StringRecord,
}

impl<'s> Row<'s> {
    /// The line or the row of the sheet, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The field as it stands.
    pub fn raw(&self, column: Column) -> &'s str {
        self.record.get(column.0).unwrap_or_default().trim_end_matches('\r')
    }

    /// The field; `None` where it is empty or `n/a`.
    pub fn maybe(&self, column: Column) -> Option<&'s str> {
        Some(self.raw(column)).filter(|text| !text.is_empty() && *text != "n/a")
    }

    /// A text that must be there.
    pub fn text(&self, column: Column) -> Result<&'s str, BadInput> {
        self.maybe(column).ok_or_else(|| self.bad(column, "a text"))
    }

    /// An O*NET-SOC code.
    pub fn code(&self, column: Column) -> Result<Code, BadInput> {
        self.raw(column).parse().map_err(|_| self.bad(column, "an O*NET-SOC code like 15-1299.05"))
    }

    /// A number in a range; `None` where it is missing.
    pub fn number<N>(&self, column: Column, range: RangeInclusive<N>) -> Result<Option<N>, BadInput>
    where
        N: FromStr + PartialOrd + std::fmt::Display,
    {
        match self.maybe(column) {
            Some(_) => self.figure(column, range).map(Some),
            None => Ok(None),
        }
    }

    /// A number in a range that must be there.
    pub fn figure<N>(&self, column: Column, range: RangeInclusive<N>) -> Result<N, BadInput>
    where
        N: FromStr + PartialOrd + std::fmt::Display,
    {
        let number = self.raw(column).parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| self.bad(column, &format!("a number from {} to {}", range.start(), range.end())))
    }

    /// `Y` or `N`.
    pub fn flag(&self, column: Column) -> Result<bool, BadInput> {
        match self.raw(column) {
            "Y" => Ok(true),
            "N" => Ok(false),
            _ => Err(self.bad(column, "Y or N")),
        }
    }

    /// `Y`, `N`, or missing, which stands for `N`; also where the table lacks the column.
    pub fn advice(&self, column: Option<Column>) -> Result<bool, BadInput> {
        match column {
            Some(column) if self.maybe(column).is_some() => self.flag(column),
            _ => Ok(false),
        }
    }

    /// The error for a field that is not what was expected.
    pub fn bad(&self, column: Column, expected: &str) -> BadInput {
        let name = self.sheet.header.get(column.0).map_or("", String::as_str);
        BadInput::value(&self.sheet.file.path, self.line, name, self.raw(column), expected)
    }

    /// The error for a row that says again what another says.
    pub fn again(&self, what: &str, first: usize) -> BadInput {
        BadInput::line(&self.sheet.file.path, self.line, format!("{what} again; it stands in line {first} already"))
            .next("download the file again, or remove one of the two lines")
    }
}
