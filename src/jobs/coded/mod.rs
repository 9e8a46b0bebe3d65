//! A staff's file with the codes appended: read again, row by row, and written with its own cells in its own order.

#[cfg(test)]
mod tests;
mod text;
mod workbook;

use std::fs::{self, File};
use std::path::Path;

use csv::StringRecord;

use super::list::{self, Wanted};
use super::whole;
use crate::catalog::{Catalog, grouped};
use crate::staff::file::{Input, Part};
use crate::staff::read::{is_blank, title_of};
use crate::staff::{Staff, Title};

/// Why the file cannot be written.
pub(super) type Failure = Box<dyn std::error::Error>;

/// What is appended. Nothing of exposure: it would stand beside a name.
const COLUMNS: [&str; 5] = ["O*NET-SOC code", "SOC code", "O*NET-SOC title", "Confidence", "Standing"];

/// What is appended to a row; none for a row of the file that belongs to nobody.
type Own = Option<[String; COLUMNS.len()]>;

/// Where rows go, one after the other.
trait Sink {
    /// A row as the file has it, and what stands behind its cells.
    fn row(&mut self, row: &StringRecord, own: Own) -> Result<(), Failure>;
}

/// Whether a file is to be an Excel workbook, by its name.
pub fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

/// Writes the staff's file with the codes appended, as an Excel workbook where `to` is called `.xlsx`, else in the form that
/// the file has; says what was done.
///
/// # Errors
/// A file that has changed since it was read, with its line, or was read from standard input; a file of that name, unless it
/// may be replaced; what the disk says.
pub fn write(catalog: &Catalog<'_>, staff: &Staff, to: &Path, may_replace: bool) -> Result<String, Failure> {
    let name = &staff.origin.name;
    if staff.origin.path.as_os_str() == "-" {
        return Err(
            "the codes are appended to a file that is read again, and standard input cannot be; save it to a file, \
                    and name that"
                .into(),
        );
    }
    let is_itself =
        fs::canonicalize(to).is_ok_and(|to| fs::canonicalize(&staff.origin.path).is_ok_and(|own| own == to));
    if is_itself {
        return Err(format!("{}: this is the staff's own file; name another for the codes", to.display()).into());
    }
    if !may_replace && fs::symlink_metadata(to).is_ok() {
        return Err(format!("{}: there is such a file already; name another, or add --overwrite", to.display()).into());
    }
    if list::stamp(&staff.origin.path) != staff.origin.stamp {
        return Err(format!("{name}: the file has changed since it was read; open it again").into());
    }
    // Once through, so that nothing is begun that cannot be ended.
    let mut width = 0;
    let is_utf8 = each(staff, |_, row, _| {
        width = width.max(row.len());
        Ok(())
    })?;
    let rows = whole::write(to, |file| {
        if is_workbook(to) {
            let mut sheet = workbook::Sheet::new(width);
            let rows = append(catalog, staff, &mut sheet)?;
            sheet.save(file)?;
            Ok(rows)
        } else {
            let mut own = File::open(&staff.origin.path)?;
            let mut text = text::Text::new(file, (&mut own, is_utf8), &staff.layout, width)?;
            let rows = append(catalog, staff, &mut text)?;
            text.end()?;
            Ok(rows)
        }
    })?;
    let rows = grouped(rows as u64);
    Ok(format!("{rows} rows are written with their codes to {}", to.display()))
}

/// Hands all rows to a sink; how many belong to the staff.
fn append(catalog: &Catalog<'_>, staff: &Staff, sink: &mut impl Sink) -> Result<usize, Failure> {
    let mut rows = 0;
    each(staff, |part, row, title| {
        let own = match (part, title) {
            (Part::Header, _) => Some(names(row)),
            (_, Some(title)) => {
                rows += 1;
                Some(cells(catalog, title))
            }
            _ => None,
        };
        sink.row(row, own)
    })?;
    Ok(rows)
}

/// Reads the file again: every row, what it is, and the title of the staff that it is about. Whether all of it is UTF-8.
fn each(
    staff: &Staff,
    mut take: impl FnMut(Part, &StringRecord, Option<&Title>) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let origin = &staff.origin;
    let name = &origin.name;
    let changed = |line: Option<u64>| -> Failure {
        let place = line.map_or_else(|| "it has fewer rows".to_owned(), |line| format!("line {line} is another"));
        format!("{name}: the file has changed since it was read: {place}; open it again").into()
    };
    let wanted = Wanted { sheet: origin.sheet.as_deref(), only_lines: origin.only_lines };
    list::with(&origin.path, wanted, |given, _, _| {
        let bad = |error| list::named(name, error);
        let mut input = Input::again(given, &staff.layout).map_err(|_| changed(Some(1)))?;
        let mut rows = staff.rows.iter();
        let mut row = StringRecord::new();
        while let Some(part) = input.next_of_all(&mut row).map_err(bad)? {
            if part != Part::Row || is_blank(&row) {
                take(part, &row, None)?;
                continue;
            }
            let title = rows.next().and_then(|row| staff.titles.get(row.title as usize));
            let same = title.filter(|title| title.key() == title_of(&staff.columns, &row).key());
            if same.is_none() {
                return Err(changed(Some(row.position().map_or(0, csv::Position::line))));
            }
            take(part, &row, same)?;
        }
        if rows.next().is_some() { Err(changed(None)) } else { Ok(input.meter.foreign.get() == 0) }
    })
}

/// The names of our columns, none of which the file has.
fn names(header: &StringRecord) -> [String; COLUMNS.len()] {
    COLUMNS.map(|name| {
        let mut name = name.to_owned();
        while header.iter().any(|other| other.trim().eq_ignore_ascii_case(&name)) {
            name.push_str(" (rolescope)");
        }
        name
    })
}

/// What is appended to a row with a title. Nothing begins as a formula does.
fn cells(catalog: &Catalog<'_>, title: &Title) -> [String; COLUMNS.len()] {
    let standing = title.standing().word().to_owned();
    match title.role().and_then(|role| catalog.role(role)) {
        Some(role) => [
            role.code.to_string(),
            role.code.soc().to_string(),
            role.title.to_owned(),
            format!("{:.3}", title.confidence()),
            standing,
        ],
        None => [String::new(), String::new(), String::new(), String::new(), standing],
    }
}
