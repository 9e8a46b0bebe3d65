//! How O*NET writes its tables: what is missing, flags and codes; and what of a file tells which table it is.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::catalog::Code;
use crate::ingest::sheet::Form;
pub(super) use crate::ingest::sheet::{Column, Row, Sheet};
use crate::ingest::sheet::{delimiter, unquote};
use crate::ingest::{BadInput, SourceFile};

/// Reads a table, which has at least one row.
pub(super) fn read(file: &SourceFile) -> Result<Sheet<'_>, BadInput> {
    let sheet = Sheet::read(file, Form::Onet, &[])?;
    if sheet.rows().next().is_none() {
        return Err(BadInput::file(&file.path, "a header, but no rows").next("download the file again"));
    }
    Ok(sheet)
}

/// Refuses an xlsx workbook that cannot be read, of which nothing could be recognised.
pub(super) fn check_workbook(file: &SourceFile) -> Result<(), BadInput> {
    let name = b"xl/workbook.xml";
    if is_workbook(file) && file.bytes.windows(name.len()).any(|part| part == name) {
        Sheet::of_workbook(file, Form::Onet, &[], usize::MAX)?;
    }
    Ok(())
}

/// The names of the columns, of a file that may be no table at all.
pub(super) fn header_of(file: &SourceFile) -> Vec<String> {
    if is_workbook(file) {
        let top = Sheet::of_workbook(file, Form::Onet, &[], 1);
        return top.map(|sheet| sheet.header().iter().map(str::to_owned).collect()).unwrap_or_default();
    }
    let line = file.bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let names = line.trim_start_matches('\u{feff}').split(char::from(delimiter(line.as_bytes())));
    names.map(|name| unquote(name.trim()).into_owned()).collect()
}

/// The distinct beginnings (five characters, `2.B.3`) of a column's fields, of a file that may be no table at all.
pub(super) fn beginnings(file: &SourceFile, column: &str) -> BTreeSet<String> {
    if is_workbook(file) || delimiter(&file.bytes) != b'\t' {
        let Ok(sheet) = Sheet::read(file, Form::Onet, &[]) else { return BTreeSet::new() };
        let Some(column) = sheet.optional(column) else { return BTreeSet::new() };
        return sheet.rows().map(|row| row.raw(column).chars().take(5).collect()).collect();
    }
    let Some(place) = header_of(file).iter().position(|name| name == column) else { return BTreeSet::new() };
    let lines = file.bytes.split(|byte| *byte == b'\n').skip(1);
    let fields = lines.filter_map(|line| line.split(|byte| *byte == b'\t').nth(place));
    let beginnings: BTreeSet<&[u8]> = fields.map(|field| field.get(..5).unwrap_or(field)).collect();
    beginnings.into_iter().filter_map(|text| std::str::from_utf8(text).ok()).map(str::to_owned).collect()
}

fn is_workbook(file: &SourceFile) -> bool {
    file.bytes.starts_with(b"PK")
}

/// The values of a row as O*NET writes them.
impl<'s> Row<'s> {
    /// The value as it stands.
    pub fn raw(&self, column: Column) -> &'s str {
        self.at(column).value()
    }

    /// The value; `None` where it is empty or `n/a`.
    pub fn maybe(&self, column: Column) -> Option<&'s str> {
        Some(self.raw(column)).filter(|text| !text.is_empty() && *text != "n/a")
    }

    /// A text that must be there.
    pub fn text(&self, column: Column) -> Result<&'s str, BadInput> {
        self.maybe(column).ok_or_else(|| self.bad(column, "a text"))
    }

    pub fn code(&self, column: Column) -> Result<Code, BadInput> {
        self.raw(column).parse().map_err(|_| self.bad(column, "an O*NET-SOC code like 15-1299.05"))
    }

    /// A number in a range; `None` where it is missing.
    pub fn number<N>(&self, column: Column, range: RangeInclusive<N>) -> Result<Option<N>, BadInput>
    where
        N: FromStr + PartialOrd + std::fmt::Display,
    {
        self.maybe(column).map(|_| self.figure(column, range)).transpose()
    }

    /// A number in a range that must be there.
    pub fn figure<N>(&self, column: Column, range: RangeInclusive<N>) -> Result<N, BadInput>
    where
        N: FromStr + PartialOrd + std::fmt::Display,
    {
        self.at(column).number(&range)
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

    /// The refusal of a value that is not what was expected.
    pub fn bad(&self, column: Column, expected: &str) -> BadInput {
        self.at(column).bad(expected)
    }
}
