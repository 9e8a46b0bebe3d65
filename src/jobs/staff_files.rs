//! What of a staff is written to files: only where the user asks for it.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use crate::catalog::Catalog;
use crate::staff::{Paper, Staff, decisions};

/// Writes something of a staff beside its file; what was written where, in words.
///
/// # Errors
/// Why it cannot be written, and what to do.
pub fn save(catalog: &Catalog<'_>, staff: &Staff, paper: Paper) -> Result<String, String> {
    match paper {
        Paper::Decisions => {
            let path = staff.origin.decisions.clone().unwrap_or_else(|| beside(&staff.origin.path, ".decisions.csv"));
            let told = |error: std::io::Error| format!("{}: {error}", path.display());
            let count = File::create(&path).and_then(|file| decisions::write(file, staff, catalog)).map_err(told)?;
            Ok(format!("{count} decisions are saved in {}", path.display()))
        }
        Paper::Codes | Paper::Report => Err("not there yet".to_owned()),
    }
}

/// A file beside another: `staff.csv` has `staff.decisions.csv`.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.file_stem().map_or_else(|| OsString::from("staff"), OsString::from);
    name.push(end);
    path.with_file_name(name)
}
