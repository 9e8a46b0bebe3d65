//! The rows of any Excel workbook, one after the other: lists that people keep, of which nothing is known beforehand.

use std::io::Cursor;
use std::path::PathBuf;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};
use csv::{Position, StringRecord};

use super::archive::check_spreadsheet;
use super::{BadInput, SourceFile};

/// A workbook in memory.
pub struct Spreadsheet {
    path: PathBuf,
    book: Xlsx<Cursor<Vec<u8>>>,
}

impl Spreadsheet {
    /// Opens a workbook; what it unpacks to is counted first.
    ///
    /// # Errors
    /// When the file is none, is damaged, or too large.
    pub fn open(file: SourceFile) -> Result<Self, BadInput> {
        check_spreadsheet(&file)?;
        let SourceFile { path, bytes } = file;
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self { path, book }),
            Err(error) => Err(BadInput::file(&path, unreadable(&error))),
        }
    }

    /// The rows of a sheet: of this name, or of this number from 1, or the first that is shown.
    ///
    /// # Errors
    /// When there is no such sheet, or it is empty.
    pub fn rows(&mut self, sheet: Option<&str>) -> Result<Rows<'_>, BadInput> {
        let sheets = self.book.sheets_metadata();
        let shown =
            |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
        let found = match sheet {
            Some(wanted) => sheets
                .iter()
                .find(|sheet| sheet.name == wanted)
                .or_else(|| sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(wanted.trim())))
                .or_else(|| sheets.get(wanted.trim().parse::<usize>().ok()?.checked_sub(1)?)),
            None => sheets.iter().find(shown).or_else(|| sheets.first()),
        };
        let names = || sheets.iter().map(|sheet| format!("{:?}", sheet.name)).collect::<Vec<_>>();
        let Some(name) = found.map(|sheet| sheet.name.clone()) else {
            let wanted = sheet.map_or_else(|| "sheet".to_owned(), |sheet| format!("sheet {sheet:?}"));
            return Err(BadInput::file(&self.path, format!("there is no {wanted}; there are {}", names().join(", "))));
        };
        let others: Vec<String> = sheets.iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
        let others = others.into_iter().filter(|other| *other != name).collect();
        let reader = self.book.worksheet_cells_reader(&name);
        let reader = reader.map_err(|error| BadInput::file(&self.path, unreadable(&error)))?;
        let mut rows = Rows { path: self.path.clone(), name, others, reader, ahead: None };
        rows.ahead = rows.cell()?;
        if rows.ahead.is_none() {
            let others = rows.others.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
            let problem = format!("sheet {:?} is empty", rows.name);
            let next = format!("name another with --sheet: {others}");
            let bad = BadInput::file(&rows.path, problem);
            return Err(if others.is_empty() { bad } else { bad.next(next) });
        }
        Ok(rows)
    }
}

fn unreadable(error: &XlsxError) -> String {
    format!("cannot be read as an Excel workbook ({error}); the file may be cut off")
}

/// The rows of a sheet in which anything stands.
pub struct Rows<'b> {
    path: PathBuf,
    /// The sheet.
    pub name: String,
    /// The other sheets that are shown.
    pub others: Vec<String>,
    reader: XlsxCellReader<'b, Cursor<Vec<u8>>>,
    ahead: Option<Cell>,
}

struct Cell {
    row: u32,
    column: usize,
    text: String,
}

impl Rows<'_> {
    /// Reads the next row; `false` at the end.
    ///
    /// # Errors
    /// When the sheet is damaged.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<bool, BadInput> {
        record.clear();
        let Some(first) = self.ahead.take() else { return Ok(false) };
        let row = first.row;
        let mut position = Position::new();
        record.set_position(Some(position.set_line(u64::from(row) + 1).clone()));
        let mut next = Some(first);
        while let Some(cell) = next {
            if cell.row != row {
                self.ahead = Some(cell);
                break;
            }
            // Excel writes cells in their order; what comes a second time in a row is damage.
            if cell.column < record.len() {
                let problem = "cells stand out of their order; save the workbook anew";
                return Err(BadInput::line(&self.path, row as usize + 1, problem));
            }
            while record.len() < cell.column {
                record.push_field("");
            }
            record.push_field(&cell.text);
            next = self.cell()?;
        }
        Ok(true)
    }

    /// The next cell in which something stands. Cell by cell, as a range of calamine's would fill the memory for one cell
    /// that stands far out.
    fn cell(&mut self) -> Result<Option<Cell>, BadInput> {
        while let Some(cell) =
            self.reader.next_cell().map_err(|error| BadInput::file(&self.path, unreadable(&error)))?
        {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value());
            if !text.trim().is_empty() {
                return Ok(Some(Cell { row, column: column as usize, text }));
            }
        }
        Ok(None)
    }
}

/// A cell as people read it: dates as 2024-01-31, numbers in their shortest form.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") }
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

    use super::*;

    fn sample(mut book: Workbook) -> SourceFile {
        SourceFile { path: "staff.xlsx".into(), bytes: book.save_to_buffer().unwrap() }
    }

    fn two_sheets() -> SourceFile {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Read me").unwrap();
        sheet.write_string(4, 2, "Nothing here").unwrap();
        let sheet = book.add_worksheet().set_name("Staff").unwrap();
        sheet.write_string(0, 0, "id").unwrap().write_string(0, 2, "title").unwrap();
        let day = ExcelDateTime::from_ymd(2024, 1, 31).unwrap();
        let format = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number(3, 0, 7.0).unwrap().write_datetime_with_format(3, 1, &day, &format).unwrap();
        sheet.write_string(3, 2, "Cook").unwrap().write_number(3, 4, 12.5).unwrap();
        sheet.write_string(9, 0, "  ").unwrap();
        book.add_worksheet().set_name("3").unwrap();
        sample(book)
    }

    fn rows(sheet: Option<&str>) -> Result<Vec<Vec<String>>, BadInput> {
        let mut book = Spreadsheet::open(two_sheets())?;
        let mut rows = book.rows(sheet)?;
        let (mut all, mut row) = (Vec::new(), StringRecord::new());
        while rows.next(&mut row)? {
            all.push(row.iter().map(str::to_owned).collect());
        }
        Ok(all)
    }

    #[test]
    fn sheets_are_found_by_name_and_number_and_cells_stand_in_their_columns() {
        assert_eq!(rows(None).unwrap(), [["", "", "Nothing here"]]);
        for sheet in ["Staff", "staff ", "2"] {
            let rows = rows(Some(sheet)).unwrap();
            assert_eq!(rows, [vec!["id", "", "title"], vec!["7", "2024-01-31", "Cook", "", "12.5"]], "{sheet}");
        }
        let problem = |sheet| rows(Some(sheet)).unwrap_err().to_string();
        assert!(problem("Roles").contains("no sheet \"Roles\"; there are \"Read me\", \"Staff\", \"3\""));
        assert!(
            problem("3").contains("sheet \"3\" is empty") && problem("3").contains("--sheet: \"Read me\", \"Staff\"")
        );
        let mut book = Spreadsheet::open(two_sheets()).unwrap();
        let rows = book.rows(Some("Staff")).unwrap();
        assert_eq!((rows.name.as_str(), rows.others.len()), ("Staff", 2));
    }

    #[test]
    fn a_hidden_sheet_is_not_the_first() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Lists").unwrap().set_hidden(true).write_string(0, 0, "x").unwrap();
        book.add_worksheet().set_name("Staff").unwrap().set_active(true).write_string(0, 0, "Cook").unwrap();
        let mut book = Spreadsheet::open(sample(book)).unwrap();
        assert_eq!(book.rows(None).unwrap().name, "Staff");
    }

    #[test]
    fn what_is_no_workbook_is_named() {
        use std::io::Write;
        use zip::{ZipWriter, write::SimpleFileOptions};
        let open = |name: &str| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(b"<x/>").unwrap();
            let bytes = zip.finish().unwrap().into_inner();
            Spreadsheet::open(SourceFile { path: "f".into(), bytes }).err().unwrap().to_string()
        };
        for (name, kind) in [
            ("word/document.xml", "Word document"),
            ("content.xml", "OpenDocument"),
            ("ppt/x", "presentation"),
            ("xl/workbook.bin", "xlsb"),
            ("staff.csv", "zip archive"),
            ("xl/workbook.xml", "cannot be read as an Excel workbook"),
        ] {
            assert!(open(name).contains(kind), "{name}: {}", open(name));
        }
        let mut cut = two_sheets();
        cut.bytes.truncate(cut.bytes.len() / 2);
        assert!(Spreadsheet::open(cut).is_err());
    }

    proptest::proptest! {
        #[test]
        fn a_damaged_workbook_ends_in_rows_or_an_error(
            damage in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), proptest::num::u8::ANY), 1..6),
            cut in 0_usize..40,
        ) {
            let mut file = two_sheets();
            file.bytes.truncate(file.bytes.len() - cut);
            for (place, byte) in damage {
                let place = place.index(file.bytes.len());
                file.bytes[place] = byte;
            }
            if let Ok(mut book) = Spreadsheet::open(file)
                && let Ok(mut rows) = book.rows(None)
            {
                let mut row = StringRecord::new();
                while matches!(rows.next(&mut row), Ok(true)) {}
            }
        }
    }
}
