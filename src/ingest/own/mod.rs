//! A user's own data: what they bring over what the program has, in one pack that is replaced whole or not at all.

mod home;

use std::time::{SystemTime, UNIX_EPOCH};

use super::inbox::{Inbox, Request};
use super::observer::{Observer, Progress, step};
use super::read::Read;
use super::tables::SourceFileRow;
use super::{BadInput, Tables, build, merge, tables_from_catalog};
use crate::catalog::own::{self, Origin, Record, UsedFile};
use crate::catalog::pack::Pack;
use crate::catalog::{Catalog, SourceId, Wording, integrity};
pub use home::{Held, Home, VARIABLE, lock};

/// What datasets are taken from that the user does not bring.
#[derive(Clone, Copy, Debug)]
pub struct Base<'c> {
    /// The embedded snapshot, or what the user has now.
    pub catalog: &'c Catalog<'c>,
    /// The record of what the user has now; none with the snapshot.
    pub record: Option<&'c Record<'c>>,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The datasets of the new pack: name, release, where it comes from.
    pub sources: Vec<(String, String, Origin)>,
    /// The files that were used.
    pub files: Vec<SourceFileRow>,
    /// Words on files that were not used, and on what looks odd.
    pub notes: Vec<String>,
    /// The names of files that hold nothing that is taken.
    pub unknown: Vec<String>,
    /// Whose sentences the new pack carries.
    pub wording: Wording,
    /// The size of the pack in bytes.
    pub bytes: usize,
}

/// Imports what a user brings: reads it, joins it with what is taken from `base`, makes the search index, and replaces
/// the user's pack in one rename. Until then the earlier pack stands; it stands too when this fails or is cancelled.
///
/// # Errors
/// A file that does not hold what it should, with its place; a folder that cannot be written; a cancelled import.
pub fn import(
    request: &Request,
    base: Base<'_>,
    home: &Home,
    observer: &mut dyn Observer,
) -> Result<Imported, BadInput> {
    let held = home.hold(observer)?;
    let inbox = Inbox::of(request, observer)?;
    let official = base.catalog.wording == Wording::Official;
    let mut read = Read::of(request, inbox, official, base_year(base.catalog))?;
    step(observer, home.folder(), Progress::Joining)?;
    let earlier = tables_from_catalog::tables(base.catalog);
    let counts = earlier.counts();
    let (mut tables, wording) = merge::over(earlier, &mut read, base.catalog.wording);
    tables.source_files.extend(kept_files(&base, &read.files));
    tables.source_files.sort_by(|a, b| (a.id, &a.file).cmp(&(b.id, &b.file)));
    let mut notes = std::mem::take(&mut read.notes);
    notes.extend(fewer(&counts, &tables));

    step(observer, home.folder(), Progress::Indexing)?;
    let pack = build::pack_of(&tables, wording)?;
    check(&pack, home)?;
    let bytes = own::encode(&record(&tables.source_files), &pack).map_err(|e| BadInput::file(&home.pack(), e))?;
    step(observer, home.folder(), Progress::Writing)?;
    held.replace(&bytes)?;

    let origin = |id: SourceId| {
        if tables.source_files.iter().any(|file| file.id == id) { Origin::User } else { Origin::Snapshot }
    };
    let sources = tables.sources.iter().map(|row| (row.name.clone(), row.release.clone(), origin(row.id)));
    Ok(Imported {
        sources: sources.collect(),
        files: read.files,
        notes,
        unknown: read.unknown,
        wording,
        bytes: bytes.len(),
    })
}

/// The year that the projections start from: `2024–2034`.
fn base_year(catalog: &Catalog<'_>) -> Option<u16> {
    catalog.source(SourceId::Projections)?.release.get(..4)?.parse().ok()
}

/// The files of datasets that the user brought earlier and keeps.
fn kept_files(base: &Base<'_>, brought: &[SourceFileRow]) -> Vec<SourceFileRow> {
    let files = base.record.map(|record| record.files.as_slice()).unwrap_or_default();
    // Years that are not brought again stay.
    let is_replaced = |file: &UsedFile<'_>, by: &SourceFileRow| {
        by.id == file.id && (file.id != SourceId::OewsYears || by.file == file.name)
    };
    let kept = files.iter().filter(|file| !brought.iter().any(|other| is_replaced(file, other)));
    kept.map(|file| SourceFileRow {
        id: file.id,
        file: file.name.to_owned(),
        bytes: file.bytes,
        sha256: file.sha256.to_owned(),
        rows_read: usize::try_from(file.rows_read).unwrap_or(usize::MAX),
        rows_used: usize::try_from(file.rows_used).unwrap_or(usize::MAX),
        left_out: file.left_out.to_owned(),
    })
    .collect()
}

fn record(files: &[SourceFileRow]) -> Record<'_> {
    let made = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let files = files.iter().map(|row| UsedFile {
        id: row.id,
        name: &row.file,
        bytes: row.bytes,
        sha256: &row.sha256,
        rows_read: row.rows_read as u64,
        rows_used: row.rows_used as u64,
        left_out: &row.left_out,
    });
    Record { program: env!("CARGO_PKG_VERSION"), made, files: files.collect() }
}

/// A file that ends early at a line end reads as a whole one: far fewer rows than before are worth a word.
fn fewer(before: &[(&'static str, usize)], after: &Tables) -> Vec<String> {
    let after = after.counts();
    let pairs = before.iter().zip(&after).filter(|((name, _), _)| !name.starts_with("source"));
    pairs
        .filter(|((_, before), (_, after))| after * 5 < before * 4)
        .map(|((name, before), (_, after))| {
            format!("{name}: {after} rows, where there were {before}: is a file cut off, or of an older release?")
        })
        .collect()
}

/// Opens the new pack as it will be opened, before it replaces another.
fn check(pack: &[u8], home: &Home) -> Result<(), BadInput> {
    let place = home.pack();
    let opened = Pack::open_checked(pack).map_err(|e| BadInput::file(&place, e))?;
    match integrity::problems(&opened.catalog).into_iter().next() {
        None => Ok(()),
        Some(problem) => Err(BadInput::file(&place, format!("the data brought do not fit together: {problem}"))
            .next("your data has not changed; import complete releases as published")),
    }
}

#[cfg(test)]
mod malformed_input_tests;
#[cfg(test)]
mod tests;
