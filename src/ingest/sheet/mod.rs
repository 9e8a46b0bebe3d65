//! A published table, read strictly: text or the sheet of a workbook, columns found by name, values with their place.

mod field;
mod text;
mod workbook;

use std::borrow::Cow;
use std::path::Path;

use csv::StringRecord;

use super::{BadInput, SourceFile};
pub use field::{Field, NOT_NEGATIVE, Once, SHARE, refuse_web_page};
pub(super) use text::{delimiter, unquote};

/// In how many rows from the top of a workbook's sheet a header is looked for.
const HEADER_WITHIN: usize = 20;

/// How a table is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text parted by commas.
    Comma,
    /// Text parted by tabs, quoted as CSV is.
    Tab,
    /// The first sheet of a workbook, whatever its name.
    First,
    /// The sheet of a workbook that has this name.
    Named(&'static str),
    /// A workbook of OEWS: the first sheet, of Excel 97 too, as it was published until 2013; its names in capitals, which
    /// those of 2019 are not.
    Oews,
    /// A table of O*NET, published or saved anew: text parted by tabs, commas or semicolons, or the first sheet of a
    /// workbook. Its values stand as they are, with the spaces around them.
    Onet,
}

impl Form {
    fn is_onet(self) -> bool {
        self == Self::Onet
    }

    /// Whether a file is read as a workbook.
    fn is_workbook(self, file: &SourceFile) -> bool {
        match self {
            Self::Comma | Self::Tab => false,
            Self::First | Self::Named(_) | Self::Oews => true,
            Self::Onet => file.bytes.starts_with(b"PK"),
        }
    }
}

/// A line of a text or a row of a sheet, with its number from 1.
type Numbered = (usize, StringRecord);

/// The rows of a table under its header.
#[derive(Debug)]
pub struct Sheet<'f> {
    file: &'f Path,
    header: StringRecord,
    rows: Vec<Numbered>,
}

/// A column of a [`Sheet`], by its place.
#[derive(Clone, Copy, Debug)]
pub struct Column(usize);

/// A row under a header.
#[derive(Clone, Copy, Debug)]
pub struct Row<'s> {
    sheet: &'s Sheet<'s>,
    line: usize,
    cells: &'s StringRecord,
}

/// Whether a file is a table of this form with these columns; only its top is read.
pub fn has_columns(file: &SourceFile, form: Form, columns: &[&str]) -> bool {
    if form.is_workbook(file) {
        return workbook::is_one(file, form) && Sheet::of_workbook(file, form, columns, HEADER_WITHIN).is_ok();
    }
    let header = text::Lines::of(file, form).next();
    header.is_ok_and(|header| Sheet::under(file, header, columns).is_ok())
}

/// The first cell of a workbook's sheet, where titles stand; empty where nothing does.
///
/// # Errors
/// When there is no such sheet, or it cannot be read.
pub fn title(file: &SourceFile, form: Form) -> Result<String, BadInput> {
    refuse_web_page(file)?;
    let (_, rows) = workbook::rows(file, form, 1)?;
    let first = rows.first().filter(|(number, _)| *number == 1).and_then(|(_, row)| row.get(0));
    Ok(first.unwrap_or_default().trim().to_owned())
}

/// Whether these cells stand near the top of a workbook's sheet, above or in its header.
pub fn has_cells(file: &SourceFile, form: Form, cells: &[&str]) -> bool {
    let rows = if workbook::is_one(file, form) { workbook::rows(file, form, HEADER_WITHIN).ok() } else { None };
    let rows = rows.map_or_else(Vec::new, |(_, rows)| rows);
    cells.iter().all(|cell| rows.iter().any(|(_, row)| row.iter().any(|found| found.trim() == *cell)))
}

impl<'f> Sheet<'f> {
    /// Reads a table, in which these columns must stand once each. The header of a workbook's sheet is the row near its top
    /// that has the first of them.
    ///
    /// # Errors
    /// When the file is another one, a column is missing or stands twice, a line has more or fewer fields than the header,
    /// the text is not UTF-8, or the file ends within a line or a quotation.
    pub fn read(file: &'f SourceFile, form: Form, columns: &[&str]) -> Result<Self, BadInput> {
        refuse_web_page(file)?;
        let mut sheet = if form.is_workbook(file) {
            Self::of_workbook(file, form, columns, usize::MAX)?
        } else {
            Self::of_text(file, form, columns)?
        };
        if !form.is_onet() {
            sheet.rows.iter_mut().for_each(|(_, row)| row.trim());
        }
        Ok(sheet)
    }

    fn of_text(file: &'f SourceFile, form: Form, columns: &[&str]) -> Result<Self, BadInput> {
        if form.is_onet() {
            text::check_onet(file)?;
        }
        let mut lines = text::Lines::of(file, form);
        let mut sheet = Self::under(file, lines.next()?, columns)?;
        while let Some(line) = lines.next()? {
            sheet.rows.push(line);
        }
        lines.check_end()?;
        Ok(sheet)
    }

    /// A text of which only the header is read.
    fn under(file: &'f SourceFile, header: Option<Numbered>, columns: &[&str]) -> Result<Self, BadInput> {
        let mut header = header.unwrap_or_default().1;
        header.trim();
        let sheet = Self { file: &file.path, header, rows: Vec::new() };
        if let Some((column, count)) = sheet.not_once(columns) {
            let found: Vec<&str> = sheet.header.iter().collect();
            let problem =
                format!("the header has {count} columns {column:?}, expected one; it has: {:.200}", found.join(", "));
            return Err(BadInput::line(&file.path, 1, problem));
        }
        Ok(sheet)
    }

    /// The first rows of a workbook's sheet, `most` of them, the header among them.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn of_workbook(file: &'f SourceFile, form: Form, columns: &[&str], most: usize) -> Result<Self, BadInput> {
        let (name, mut rows) = workbook::rows(file, form, most)?;
        let header = match columns.first() {
            Some(first) => {
                let mut near_top = rows.iter().take_while(|(number, _)| *number <= HEADER_WITHIN);
                let is_first = |name: &str| heading(form, name.trim()) == *first;
                near_top.position(|(_, row)| row.iter().any(is_first)).ok_or_else(|| {
                    BadInput::file(&file.path, format!("no row near the top of sheet {name:?} has a column {first:?}"))
                })?
            }
            None => 0,
        };
        let under = rows.split_off((header + 1).min(rows.len()));
        let (line, header) = rows.pop().unwrap_or_default();
        let header: StringRecord = header.iter().map(|name| heading(form, name.trim())).collect();
        let sheet = Self { file: &file.path, header, rows: under };
        if let Some((column, count)) = sheet.not_once(columns) {
            let problem = format!("sheet {name:?} has {count} columns {column:?}, expected one");
            return Err(BadInput::line(&file.path, line, problem));
        }
        Ok(sheet)
    }

    /// The first of some columns that does not stand once, and how often it stands.
    fn not_once<'c>(&self, columns: &[&'c str]) -> Option<(&'c str, usize)> {
        let counts = columns.iter().map(|column| (*column, self.header.iter().filter(|name| name == column).count()));
        counts.into_iter().find(|(_, count)| *count != 1)
    }

    /// The names of the columns.
    pub const fn header(&self) -> &StringRecord {
        &self.header
    }

    /// The column that has a name.
    ///
    /// # Errors
    /// When there is none.
    pub fn column(&self, name: &str) -> Result<Column, BadInput> {
        self.any_column(&[name])
    }

    /// The column that has the first of these names that is there: names changed between releases.
    ///
    /// # Errors
    /// When there is none.
    pub fn any_column(&self, names: &[&str]) -> Result<Column, BadInput> {
        names.iter().find_map(|name| self.optional(name)).ok_or_else(|| {
            let header: Vec<&str> = self.header.iter().collect();
            let problem = format!("no column {:?}; its columns are {}", names.join(" or "), header.join(", "));
            BadInput::line(self.file, 1, problem).next("take the file as O*NET publishes it, releases 28 to 31")
        })
    }

    /// The column that has a name, where the table has it.
    pub fn optional(&self, name: &str) -> Option<Column> {
        self.header.iter().position(|column| column == name).map(Column)
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { sheet: self, line: *line, cells })
    }
}

/// The name of a column as it is looked for.
fn heading(form: Form, name: &str) -> Cow<'_, str> {
    match form {
        Form::Oews => name.to_ascii_uppercase().into(),
        _ => name.into(),
    }
}

impl<'s> Row<'s> {
    /// The line or the row of the sheet, from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The value in a column.
    pub fn at(&self, column: Column) -> Field<'s> {
        self.named(column.0, self.sheet.header.get(column.0).unwrap_or_default())
    }

    /// The value in the column of a name.
    ///
    /// # Errors
    /// When there is none.
    pub fn field(&self, column: &str) -> Result<Field<'s>, BadInput> {
        Ok(self.at(self.sheet.column(column)?))
    }

    /// The value to the right of a column's, where that column has no name of its own.
    ///
    /// # Errors
    /// When there is no such column.
    pub fn field_after(&self, column: &str, name: &'s str) -> Result<Field<'s>, BadInput> {
        Ok(self.named(self.sheet.column(column)?.0 + 1, name))
    }

    fn named(&self, place: usize, column: &'s str) -> Field<'s> {
        Field::new(self.sheet.file, self.line, column, self.cells.get(place).unwrap_or_default())
    }

    /// How many cells of the row are filled.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The refusal of the row as one that says again what another says.
    pub fn again(&self, what: &str, first: usize) -> BadInput {
        BadInput::line(self.sheet.file, self.line, format!("{what} again; it stands in line {first} already"))
            .next("download the file again, or remove one of the two lines")
    }
}

/// Small workbooks for the tests of readers.
#[cfg(test)]
pub(in crate::ingest) mod samples {
    use rust_xlsxwriter::Workbook;

    use crate::ingest::SourceFile;

    /// A text file.
    pub fn file(text: &str) -> SourceFile {
        SourceFile { path: "sample.csv".into(), bytes: text.as_bytes().to_vec() }
    }

    /// A workbook of sheets; each row is a text with `|` between cells. What reads as a number is one, unless `'` stands before it.
    pub fn workbook(sheets: &[(&str, &[&str])]) -> SourceFile {
        let mut book = Workbook::new();
        for (name, rows) in sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            for (row, cells) in (0..).zip(*rows) {
                for (column, cell) in (0..).zip(cells.split('|')) {
                    match (cell.parse::<f64>(), cell.strip_prefix('\'')) {
                        (Ok(number), _) => sheet.write_number(row, column, number).unwrap(),
                        (_, Some(text)) => sheet.write_string(row, column, text).unwrap(),
                        _ if cell.is_empty() => continue,
                        _ => sheet.write_string(row, column, cell).unwrap(),
                    };
                }
            }
        }
        SourceFile { path: "sample.xlsx".into(), bytes: book.save_to_buffer().unwrap() }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::workbook;
    use super::*;

    fn error(file: &SourceFile) -> String {
        Sheet::read(file, Form::Named("S"), &["a", "b"]).unwrap_err().to_string()
    }

    #[test]
    fn cells_are_found_under_their_header() -> Result<(), BadInput> {
        let file = workbook(&[("T", &["x"]), ("S", &["A title", "", " b |note|a", "1.5||' 2.50 ", "", "||37.13"])]);
        assert_eq!(title(&file, Form::Named("S"))?, "A title");
        let sheet = Sheet::read(&file, Form::Named("S"), &["a", "b"])?;
        let rows: Vec<Row<'_>> = sheet.rows().collect();
        assert_eq!(rows.len(), 2);
        let fields = [rows[0].field("a")?, rows[0].field("b")?, rows[1].field("a")?, rows[1].field("b")?];
        assert_eq!(fields.map(|f| (f.line(), f.value())), [(4, "2.50"), (4, "1.5"), (6, "37.13"), (6, "")]);
        assert_eq!(rows[0].field_after("note", "unnamed")?.value(), "2.50");
        assert_eq!((rows[0].filled(), rows[1].filled()), (2, 1));
        assert!(rows[0].field("c").is_err());
        Ok(())
    }

    #[test]
    fn what_is_no_such_workbook_is_refused() {
        let page = SourceFile { path: "f.xlsx".into(), bytes: b"\n<html>Access Denied</html>".to_vec() };
        let text = error(&page);
        assert!(text.contains("this is a web page") && text.contains("next: open the file's address in a browser"));
        let other = SourceFile { path: "f.xlsx".into(), bytes: b"a,b\n".to_vec() };
        assert!(error(&other).contains("not an Excel workbook"));
        assert!(error(&workbook(&[("T", &["a|b"])])).contains("there is no sheet \"S\"; there are: T"));
        assert!(error(&workbook(&[("S", &["b"])])).contains("no row near the top of sheet \"S\" has a column \"a\""));
        assert!(error(&workbook(&[("S", &["", "a|c"])])).contains(":2: sheet \"S\" has 0 columns \"b\""));
        assert!(error(&workbook(&[("S", &["a|b|b"])])).contains(":1: sheet \"S\" has 2 columns \"b\""));
        let mut cut = workbook(&[("S", &["a|b"])]);
        cut.bytes.truncate(cut.bytes.len() / 2);
        assert!(error(&cut).contains("may be cut off"));
    }

    #[test]
    fn columns_are_recognised() {
        let file = workbook(&[("S", &["", "a|b"]), ("T", &["c"])]);
        assert!(has_columns(&file, Form::First, &["a", "b"]));
        assert!(has_columns(&file, Form::Named("T"), &["c"]));
        assert!(!has_columns(&file, Form::First, &["c"]) && !has_columns(&file, Form::Named("U"), &["c"]));
        let text = SourceFile { path: "f".into(), bytes: b"a,b".to_vec() };
        assert!(!has_columns(&text, Form::First, &["a"]));
    }
}
