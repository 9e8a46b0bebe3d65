//! Excel workbooks, read strictly: sheets and columns by name, cells with their place.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::field::{Field, refuse_web_page};
use super::{BadInput, SourceFile};

/// In how many rows from the top a header is looked for.
const HEADER_WITHIN: usize = 20;
/// The most cells that a sheet may fill: ten times those of the largest sheet that is read.
const MOST_CELLS: usize = 1_000_000;

/// A workbook in memory.
pub struct Workbook<'f> {
    file: &'f Path,
    book: Xlsx<Cursor<&'f [u8]>>,
}

/// The filled cells of a sheet; rows without any are not kept.
#[derive(Debug)]
pub struct Sheet<'f> {
    file: &'f Path,
    name: String,
    rows: Vec<FilledRow>,
}

#[derive(Debug)]
struct FilledRow {
    number: usize,
    cells: BTreeMap<u32, String>,
}

/// The rows under a header.
#[derive(Debug)]
pub struct Table<'s> {
    file: &'s Path,
    columns: Vec<(&'s str, u32)>,
    rows: &'s [FilledRow],
}

/// One row under a header.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s> {
    table: &'s Table<'s>,
    row: &'s FilledRow,
}

/// Which sheet of a workbook.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// The first, whatever its name.
    First,
    Named(&'a str),
}

/// Whether a file is a workbook with a sheet that has these columns; only the sheet's top is read.
pub fn has_columns(file: &SourceFile, which: Which<'_>, columns: &[&str]) -> bool {
    let top = |mut book: Workbook<'_>| Some(book.rows(which, HEADER_WITHIN).ok()?.table(columns).is_ok());
    file.bytes.starts_with(b"PK") && Workbook::open(file).ok().and_then(top).unwrap_or(false)
}

impl<'f> Workbook<'f> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When the file is none: a web page, another format, or cut off.
    pub fn open(file: &'f SourceFile) -> Result<Self, BadInput> {
        refuse_web_page(file)?;
        if !file.bytes.starts_with(b"PK") {
            return Err(BadInput::file(&file.path, "this is not an Excel workbook (.xlsx)")
                .next("download the file by hand in a browser, and import the saved file"));
        }
        let book = Xlsx::new(Cursor::new(file.bytes.as_slice())).map_err(|error| unreadable(&file.path, &error))?;
        Ok(Self { file: &file.path, book })
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// When there is no such sheet, or it cannot be read.
    pub fn sheet(&mut self, which: Which<'_>) -> Result<Sheet<'f>, BadInput> {
        self.rows(which, usize::MAX)
    }

    fn rows(&mut self, which: Which<'_>, last: usize) -> Result<Sheet<'f>, BadInput> {
        let names = self.book.sheet_names();
        let name = match which {
            Which::First => names.first(),
            Which::Named(wanted) => names.iter().find(|name| *name == wanted),
        };
        let Some(name) = name.cloned() else {
            let wanted =
                if let Which::Named(wanted) = which { format!("sheet {wanted:?}") } else { "sheet".to_owned() };
            return Err(BadInput::file(self.file, format!("there is no {wanted}; there are: {}", names.join(", "))));
        };
        let mut rows: BTreeMap<usize, BTreeMap<u32, String>> = BTreeMap::new();
        let mut reader = self.book.worksheet_cells_reader(&name).map_err(|error| unreadable(self.file, &error))?;
        // Cell by cell, as a range of calamine's would fill the memory for one cell that stands far out.
        let mut count = 0;
        while let Some(cell) = reader.next_cell().map_err(|error| unreadable(self.file, &error))? {
            let (row, column) = cell.get_position();
            let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
            if number > last {
                break;
            }
            let text = text(cell.get_value());
            if text.trim().is_empty() {
                continue;
            }
            count += 1;
            if count > MOST_CELLS {
                let problem = format!("sheet {name:?} fills more than the {MOST_CELLS} cells that are read");
                return Err(BadInput::file(self.file, problem));
            }
            rows.entry(number).or_default().insert(column, text);
        }
        let rows = rows.into_iter().map(|(number, cells)| FilledRow { number, cells }).collect();
        Ok(Sheet { file: self.file, name, rows })
    }
}

fn unreadable(path: &Path, error: &XlsxError) -> BadInput {
    let problem = format!("cannot be read as an Excel workbook ({error}); the file may be cut off");
    BadInput::file(path, problem).next("download the file again, by hand in a browser where a program is refused")
}

/// Numbers in their shortest form, which gives back what was typed; dates and errors so that no number is made of them.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) => format!("date {}", date.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => format!("date {text}"),
        DataRef::Error(error) => format!("error {error}"),
    }
}

impl Sheet<'_> {
    /// What stands in the first cell of the first row, where titles stand; empty where nothing does.
    pub fn title(&self) -> Field<'_> {
        let title = self.rows.first().filter(|row| row.number == 1).and_then(|row| row.cells.get(&0));
        Field::new(self.file, 1, "A", title.map_or("", String::as_str))
    }

    /// The rows under the header: the row near the top that has the first of these columns. All must be there.
    ///
    /// # Errors
    /// When there is no such row, or a column of it is missing or stands twice.
    pub fn table(&self, columns: &[&str]) -> Result<Table<'_>, BadInput> {
        let first = columns.first().copied().unwrap_or_default();
        let mut near_top = self.rows.iter().take_while(|row| row.number <= HEADER_WITHIN).enumerate();
        let header = near_top.find(|(_, row)| row.cells.values().any(|name| name.trim() == first));
        let Some((place, header)) = header else {
            let problem = format!("no row near the top of sheet {:?} has a column {first:?}", self.name);
            return Err(BadInput::file(self.file, problem));
        };
        let names: Vec<(&str, u32)> = header.cells.iter().map(|(column, name)| (name.trim(), *column)).collect();
        for column in columns {
            let count = names.iter().filter(|(name, _)| name == column).count();
            if count != 1 {
                let problem = format!("sheet {:?} has {count} columns {column:?}, expected one", self.name);
                return Err(BadInput::line(self.file, header.number, problem));
            }
        }
        Ok(Table { file: self.file, columns: names, rows: self.rows.get(place + 1..).unwrap_or_default() })
    }
}

impl Table<'_> {
    /// The rows in their order, without those that are empty.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record { table: self, row })
    }
}

impl<'s> Record<'s> {
    /// The cell of a column.
    pub fn field(&self, column: &'s str) -> Result<Field<'s>, BadInput> {
        Ok(self.cell(self.place(column)?, column))
    }

    /// The cell to the right of a column's, for columns that have no name of their own.
    pub fn field_after(&self, column: &'s str, name: &'s str) -> Result<Field<'s>, BadInput> {
        Ok(self.cell(self.place(column)?.saturating_add(1), name))
    }

    /// How many cells of the row are filled.
    pub fn filled(&self) -> usize {
        self.row.cells.len()
    }

    fn place(&self, column: &str) -> Result<u32, BadInput> {
        let place = self.table.columns.iter().find(|(name, _)| *name == column).map(|(_, place)| *place);
        place.ok_or_else(|| BadInput::line(self.table.file, self.row.number, format!("there is no column {column:?}")))
    }

    fn cell(&self, place: u32, column: &'s str) -> Field<'s> {
        let value = self.row.cells.get(&place).map_or("", String::as_str);
        Field::new(self.table.file, self.row.number, column, value)
    }
}

/// Small workbooks for the tests of readers.
#[cfg(test)]
pub(in crate::ingest) mod samples {
    use rust_xlsxwriter::Workbook;

    use crate::ingest::SourceFile;

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
        let read = || Workbook::open(file)?.sheet(Which::Named("S"))?.table(&["a", "b"]).map(|_| ());
        read().unwrap_err().to_string()
    }

    #[test]
    fn cells_are_found_under_their_header() -> Result<(), BadInput> {
        let file = workbook(&[("T", &["x"]), ("S", &["A title", "", " b |note|a", "1.5||'2.50", "", "||37.13"])]);
        let sheet = Workbook::open(&file)?.sheet(Which::Named("S"))?;
        assert_eq!(sheet.title().value(), "A title");
        let table = sheet.table(&["a", "b"])?;
        let rows: Vec<Record<'_>> = table.records().collect();
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
        assert!(has_columns(&file, Which::First, &["a", "b"]));
        assert!(has_columns(&file, Which::Named("T"), &["c"]));
        assert!(!has_columns(&file, Which::First, &["c"]) && !has_columns(&file, Which::Named("U"), &["c"]));
        let text = SourceFile { path: "f".into(), bytes: b"a,b".to_vec() };
        assert!(!has_columns(&text, Which::First, &["a"]));
    }
}
