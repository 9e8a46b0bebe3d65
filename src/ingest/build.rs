//! From the tables to the pack.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use lzma_rust2::{XzOptions, XzReader, XzWriter};

use super::{BadInput, Tables, assemble};
use crate::catalog::{Catalog, Wording, pack};
use crate::search;

/// Makes the pack of a folder of tables: the same bytes for the same tables.
///
/// # Errors
/// A table that cannot be read, or a row that does not fit the others.
pub fn pack(tables: &Path) -> Result<Vec<u8>, BadInput> {
    let rows = Tables::read(tables)?;
    let catalog = assemble::catalog(&rows, Wording::Own).map_err(|bad| {
        BadInput::file(&tables.join(bad.table), bad.problem).next("mend the row, or make the tables anew")
    })?;
    let index = search::build(&catalog).map_err(|e| BadInput::file(tables, e))?;
    pack::encode(&catalog, &index).map_err(|e| BadInput::file(tables, e))
}

/// Makes the pack of tables that are at hand.
///
/// # Errors
/// A row that does not fit the others.
pub fn pack_of(tables: &Tables, wording: Wording) -> Result<Vec<u8>, BadInput> {
    let catalog = assemble::catalog(tables, wording)?;
    let index = index_of(&catalog)?;
    pack::encode(&catalog, &index).map_err(|e| BadInput::file(Path::new("the pack"), e))
}

/// Makes the search index of a catalog: the same bytes for the same catalog.
///
/// # Errors
/// When the index cannot be made.
pub fn index_of(catalog: &Catalog<'_>) -> Result<Vec<u8>, BadInput> {
    search::build(catalog).map_err(|e| BadInput::file(Path::new("the search index"), e))
}

/// Writes the pack of a folder of tables in one rename, compressed where the file is called `.xz`, and says how many bytes it has.
///
/// # Errors
/// Those of [`pack()`], and a file that cannot be written.
pub fn write_pack(tables: &Path, to: &Path) -> Result<usize, BadInput> {
    let bytes = pack(tables)?;
    let temporary = to.with_extension("new");
    let written = if is_compressed(to) { compressed(&bytes) } else { Ok(bytes.clone()) };
    written.and_then(|written| fs::write(&temporary, written)).map_err(|e| BadInput::file(&temporary, e))?;
    fs::rename(&temporary, to).map_err(|e| BadInput::file(to, e))?;
    Ok(bytes.len())
}

fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "xz")
}

/// The bytes as an xz file, as small as xz makes them.
fn compressed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = XzWriter::new(Vec::new(), XzOptions::with_preset(9))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// What a file holds, uncompressed.
fn contents(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = fs::read(path)?;
    if !is_compressed(path) {
        return Ok(bytes);
    }
    let mut contents = Vec::new();
    XzReader::new(bytes.as_slice(), false).read_to_end(&mut contents)?;
    Ok(contents)
}

/// Checks that a pack is the one that its tables make.
///
/// # Errors
/// Those of [`pack()`], and a pack that differs, with what to do.
pub fn check_pack(tables: &Path, at: &Path) -> Result<usize, BadInput> {
    let bytes = pack(tables)?;
    let stands = contents(at).map_err(|e| BadInput::file(at, e).next("run `rolescope data build`"))?;
    if bytes == stands {
        return Ok(bytes.len());
    }
    let place = bytes.iter().zip(&stands).take_while(|(a, b)| a == b).count();
    let problem = format!(
        "differs from what {} make, from byte {place} on ({} bytes stand there, {} are made)",
        tables.display(),
        stands.len(),
        bytes.len()
    );
    Err(BadInput::file(at, problem).next("run `rolescope data build` and commit the pack with its tables"))
}
