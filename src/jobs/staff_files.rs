//! What of a staff is written to files: only where the user asks for it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::{coded, whole};
use crate::catalog::Catalog;
use crate::report::{self, Format};
use crate::staff::{Paper, Staff, decisions};

/// Writes something of a staff beside its file; what was written where, in words. No file that is there already is
/// replaced, but the decisions that were read or saved before.
///
/// # Errors
/// Why it cannot be written, and what to do.
pub fn save(catalog: &Catalog<'_>, staff: &mut Staff, paper: Paper) -> Result<String, String> {
    let file = staff.origin.path.clone();
    let told = match paper {
        Paper::Decisions => {
            let before = staff.origin.decisions.clone();
            let path = before.unwrap_or_else(|| whole::free(beside(&file, ".decisions.csv")));
            let count = whole::write(&path, |file| Ok(decisions::write(file, staff, catalog)?));
            staff.origin.decisions = count.is_ok().then(|| path.clone()).or(staff.origin.decisions.take());
            count.map(|count| {
                let decisions = if count == 1 { "decision is" } else { "decisions are" };
                format!("{count} {decisions} saved in {}; --decisions takes them up again", path.display())
            })
        }
        Paper::Codes => {
            let end = if coded::is_workbook(&file) { ".coded.xlsx".to_owned() } else { ending(&file) };
            coded::write(catalog, staff, &whole::free(beside(&file, &end)), false)
        }
        Paper::Report => {
            let path = whole::free(beside(&file, ".report.html"));
            let written = whole::write(&path, |file| {
                Ok(report::staff::write(file, &mut io::sink(), catalog, staff, Format::Html)?)
            });
            written.map(|()| format!("the report is written to {}; any browser opens and prints it", path.display()))
        }
    };
    told.map_err(|problem| problem.to_string())
}

/// How the file with the codes ends: as the file itself does; a list of plain lines becomes CSV.
fn ending(file: &Path) -> String {
    let own = file.extension().and_then(|end| end.to_str()).filter(|end| !end.eq_ignore_ascii_case("txt"));
    format!(".coded.{}", own.unwrap_or("csv"))
}

/// A file beside another: `staff.csv` has `staff.decisions.csv`.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.file_stem().map_or_else(|| OsString::from("staff"), OsString::from);
    name.push(end);
    path.with_file_name(name)
}
