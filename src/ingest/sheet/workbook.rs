//! The rows of a sheet of an Excel workbook, cell by cell.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use csv::StringRecord;

use super::{Form, Numbered};
use crate::ingest::{BadInput, SourceFile};

/// The most cells that a sheet may take, those left free before a filled one among them: twice those of the largest
/// sheet that is read.
const MOST_CELLS: usize = 10_000_000;
/// The most cells of a table of O*NET: twice those of the largest.
const MOST_ONET_CELLS: usize = 3_000_000;
/// The most columns of a table of O*NET: four times those of the widest.
const MOST_ONET_COLUMNS: usize = 64;

/// The name of a sheet and its first rows, `most` of them, in which anything stands.
pub(super) fn rows(file: &SourceFile, form: Form, most: usize) -> Result<(String, Vec<Numbered>), BadInput> {
    if !file.bytes.starts_with(b"PK") {
        return Err(BadInput::file(&file.path, "this is not an Excel workbook (.xlsx)")
            .next("download the file by hand in a browser, and import the saved file"));
    }
    let bad = |error| unreadable(file, form, &error);
    let mut book = Xlsx::new(Cursor::new(file.bytes.as_slice())).map_err(bad)?;
    let names = book.sheet_names();
    let name = match form {
        Form::Named(wanted) => names.iter().find(|name| *name == wanted),
        _ => names.first(),
    };
    let Some(name) = name.cloned() else {
        let wanted = if let Form::Named(wanted) = form { format!("sheet {wanted:?}") } else { "sheet".to_owned() };
        return Err(BadInput::file(&file.path, format!("there is no {wanted}; there are: {}", names.join(", "))));
    };
    let (mut rows, mut filled): (Vec<Numbered>, Vec<String>) = (Vec::new(), Vec::new());
    let mut count = 0;
    // A range of calamine's would fill the memory for one cell that stands far out.
    let mut cells = book.worksheet_cells_reader(&name).map_err(bad)?;
    while let Some(cell) = cells.next_cell().map_err(bad)? {
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        let text = text(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| *last != number) {
            end(&mut rows, &mut filled);
            if rows.len() == most {
                break;
            }
            rows.push((number, StringRecord::new()));
        }
        count += (column + 1).saturating_sub(filled.len());
        if form.is_onet() && (column >= MOST_ONET_COLUMNS || count > MOST_ONET_CELLS) {
            let problem = format!(
                "more than {MOST_ONET_COLUMNS} columns or {MOST_ONET_CELLS} cells, which no table of O*NET has"
            );
            return Err(BadInput::line(&file.path, number, problem));
        }
        if !form.is_onet() && count > MOST_CELLS {
            let problem = format!("sheet {name:?} fills more than the {MOST_CELLS} cells that are read");
            return Err(BadInput::file(&file.path, problem));
        }
        filled.resize(filled.len().max(column + 1), String::new());
        if let Some(place) = filled.get_mut(column) {
            *place = text;
        }
    }
    end(&mut rows, &mut filled);
    Ok((name, rows))
}

/// Ends the last row: its cells take a third of the memory then.
fn end(rows: &mut [Numbered], cells: &mut Vec<String>) {
    if let Some((_, row)) = rows.last_mut().filter(|_| !cells.is_empty()) {
        *row = cells.drain(..).collect();
    }
}

fn unreadable(file: &SourceFile, form: Form, error: &XlsxError) -> BadInput {
    if form.is_onet() {
        let problem = format!("not a readable xlsx workbook: {error}");
        return BadInput::file(&file.path, problem).next("download the file again");
    }
    let problem = format!("cannot be read as an Excel workbook ({error}); the file may be cut off");
    BadInput::file(&file.path, problem).next("download the file again, by hand in a browser where a program is refused")
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
