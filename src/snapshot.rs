//! The data inside the program.

use crate::catalog::Catalog;
use crate::catalog::pack::{Pack, PackError};
use crate::search::{Engine, SearchError};

/// `build.rs` unpacks it from `assets/snapshot.pack.xz`.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/snapshot.pack"));

/// Why the embedded data cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    #[error("the embedded data: {0}; run `rolescope data build` and compile again")]
    Pack(#[from] PackError),
    #[error("the embedded data: {0}; run `rolescope data build` and compile again")]
    Index(#[from] SearchError),
}

/// The embedded catalog and the bytes of its index, after checking their checksum.
///
/// # Errors
/// When the bytes are not a pack of this format, or have changed since they were written.
pub fn pack() -> Result<Pack<'static>, SnapshotError> {
    Ok(Pack::open_checked(PACK)?)
}

/// Opens the embedded data. They stay for as long as the program runs, so the catalog is never dropped.
///
/// # Errors
/// When the program was compiled with a pack of another format.
pub fn open() -> Result<Engine, SnapshotError> {
    let Pack { catalog, index } = Pack::open(PACK)?;
    let catalog: &'static Catalog<'static> = Box::leak(Box::new(catalog));
    Ok(Engine::open(index, catalog)?)
}
