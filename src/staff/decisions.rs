//! What the user has decided on titles, as a small CSV that is kept beside the file, edited by hand, and used again.

use std::collections::HashMap;
use std::io::{self, Read, Write};

use super::file::{invalid, io_error};
use super::title::Title;
use crate::catalog::{Catalog, RoleId, codes};

/// What a title is, says the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// This role.
    Role(RoleId),
    /// It names no occupation; its people belong to the staff all the same.
    NoOccupation,
    /// Its rows do not belong to the staff.
    LeftOut,
}

/// Decisions by the key of their title, [`Title::key`].
pub type Decisions = HashMap<(String, String), Decision>;

/// The columns. A title of a file with codes has its code beside it.
const COLUMNS: [&str; 4] = ["title", "code_in_file", "decision", "role"];
const NO_OCCUPATION: &str = "no occupation";
const LEFT_OUT: &str = "left out";

/// Reads decisions.
///
/// # Errors
/// With the line: a file without the columns `title` and `decision`; a decision that is no code, `no occupation` or
/// `left out`; a title that is decided twice, and differently.
pub fn read(from: impl Read, catalog: &Catalog<'_>) -> io::Result<Decisions> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(from);
    let names = reader.headers().map_err(io_error)?.clone();
    let column =
        |wanted: &str| names.iter().position(|name| name.trim_start_matches('\u{feff}').eq_ignore_ascii_case(wanted));
    let (Some(title), Some(decision)) = (column(COLUMNS[0]), column(COLUMNS[2])) else {
        return Err(invalid(format!(
            "line 1: a file of decisions has the columns {}; this one has {}. Save one from the staff screen to see its form",
            COLUMNS.join(","),
            names.iter().collect::<Vec<_>>().join(",")
        )));
    };
    let code = column(COLUMNS[1]);
    let mut decisions = Decisions::new();
    for row in reader.records() {
        let row = row.map_err(io_error)?;
        let line = row.position().map_or(0, csv::Position::line);
        let cell = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default();
        let text = cell(Some(decision));
        if text.is_empty() {
            continue;
        }
        let decided = decided(text, catalog).ok_or_else(|| {
            invalid(format!(
                "line {line}: {text:?} is no decision; write an O*NET-SOC or SOC code, {NO_OCCUPATION:?} or {LEFT_OUT:?}"
            ))
        })?;
        let of = Title { text: cell(Some(title)).to_owned(), code: cell(code).to_owned(), ..Title::default() };
        if decisions.insert(of.key(), decided).is_some_and(|before| before != decided) {
            return Err(invalid(format!("line {line}: {:?} is decided twice; keep one of the lines", of.text)));
        }
    }
    Ok(decisions)
}

/// What a cell decides.
fn decided(text: &str, catalog: &Catalog<'_>) -> Option<Decision> {
    match text.to_lowercase().as_str() {
        NO_OCCUPATION => Some(Decision::NoOccupation),
        LEFT_OUT => Some(Decision::LeftOut),
        _ => codes::read(text, catalog)?.roles().first().map(|role| Decision::Role(*role)),
    }
}

/// Writes decisions, in the order of the titles.
///
/// # Errors
/// Those of the writer.
pub fn write(out: impl Write, staff: &super::Staff, catalog: &Catalog<'_>) -> io::Result<usize> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(io_error)?;
    let mut count = 0;
    for (title, code, decision) in staff.decisions() {
        let role = match decision {
            Decision::Role(role) => catalog.role(role),
            Decision::NoOccupation | Decision::LeftOut => None,
        };
        let decided = match decision {
            Decision::LeftOut => LEFT_OUT.to_owned(),
            _ => role.map_or_else(|| NO_OCCUPATION.to_owned(), |role| role.code.to_string()),
        };
        let role = role.map_or("", |role| role.title);
        writer.write_record([title, code, &decided, role]).map_err(io_error)?;
        count += 1;
    }
    writer.flush()?;
    Ok(count)
}
