//! Rows as a sheet of an Excel workbook.

use std::io::{Seek, Write};

use csv::StringRecord;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{Failure, Own, Sink};

/// Digits beyond these Excel forgets: such a number is a name, and stays text.
const DIGITS: usize = 15;

/// A sheet that is filled.
pub struct Sheet {
    book: Workbook,
    /// All rows have so many cells before ours.
    width: usize,
    next: u32,
}

impl Sheet {
    pub fn new(width: usize) -> Self {
        let mut book = Workbook::new();
        book.add_worksheet();
        Self { book, width, next: 0 }
    }

    pub fn save(mut self, file: impl Write + Seek + Send) -> Result<(), Failure> {
        self.book.save_to_writer(file).map_err(refused)
    }
}

impl Sink for Sheet {
    fn row(&mut self, row: &StringRecord, own: Own) -> Result<(), Failure> {
        let sheet = self.book.worksheet_from_index(0).map_err(refused)?;
        for (column, cell) in (0..).zip(row.iter()) {
            put(sheet, (self.next, column), cell).map_err(refused)?;
        }
        let width = u16::try_from(self.width).unwrap_or(u16::MAX);
        for (column, cell) in (width..).zip(own.iter().flatten()) {
            put(sheet, (self.next, column), cell).map_err(refused)?;
        }
        self.next += 1;
        Ok(())
    }
}

/// Writes a cell: a number where it is written as Excel writes it, so that `007` stays what it is; never a formula.
fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &str) -> Result<(), XlsxError> {
    let number = cell.parse::<f64>().ok().filter(|number| number.is_finite() && number.to_string() == cell);
    match number.filter(|_| cell.len() <= DIGITS) {
        Some(number) => sheet.write_number(row, column, number)?,
        None if cell.is_empty() => return Ok(()),
        None => sheet.write_string(row, column, cell)?,
    };
    Ok(())
}

fn refused(error: XlsxError) -> Failure {
    match error {
        XlsxError::RowColumnLimitError | XlsxError::MaxStringLengthExceeded => {
            "an Excel workbook does not hold as much; name a file that ends with .csv".into()
        }
        error => error.into(),
    }
}
