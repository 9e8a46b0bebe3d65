//! The data that the program runs on: the user's own, or the snapshot inside the program.

use crate::catalog::own::{self, Origin, Own, Record};
use crate::catalog::pack::Pack;
use crate::catalog::{Catalog, SourceId};
use crate::ingest::own::Home;
use crate::search::Engine;
use crate::snapshot::{self, SnapshotError};

/// The data that the program runs on: one value, made once and passed on.
pub struct OpenData {
    /// Finds roles; knows the catalog.
    pub engine: Engine,
    /// The user's own data; none where the embedded snapshot is used.
    pub own: Option<Own>,
    /// Why the user's data is not used although there is some, and what to do.
    pub notice: Option<String>,
}

impl OpenData {
    /// All that is known.
    pub const fn catalog(&self) -> &'static Catalog<'static> {
        self.engine.catalog()
    }

    /// What the user's data were made from; none with the snapshot.
    pub fn record(&self) -> Option<&Record<'static>> {
        self.own.as_ref().map(|own| &own.record)
    }

    /// Where a dataset comes from.
    pub fn origin(&self, id: SourceId) -> Origin {
        self.record().map_or(Origin::Snapshot, |record| record.origin(id))
    }
}

/// Opens the user's data where they are whole and of this version; else the embedded ones, with a notice.
///
/// # Errors
/// When even the embedded data cannot be opened.
pub fn open() -> Result<OpenData, SnapshotError> {
    open_from(Home::of_user().as_ref())
}

/// The same with the folder of the user's data named.
///
/// # Errors
/// When even the embedded data cannot be opened.
pub fn open_from(home: Option<&Home>) -> Result<OpenData, SnapshotError> {
    let (own, notice) = match home.map(own_data) {
        None | Some(Ok(None)) => (None, None),
        Some(Ok(Some(own))) => (Some(own), None),
        Some(Err(problem)) => (None, Some(problem)),
    };
    match own {
        Some((engine, own)) => Ok(OpenData { engine, own: Some(own), notice }),
        None => Ok(OpenData { engine: snapshot::open()?, own: None, notice }),
    }
}

fn own_data(home: &Home) -> Result<Option<(Engine, Own)>, String> {
    let path = home.pack();
    let unusable = |problem: String| {
        format!(
            "your data in {} cannot be used: {problem}. The embedded snapshot is shown. Import your files again \
             (rolescope data import), or remove your data (rolescope data reset).",
            path.display()
        )
    };
    let Some(bytes) = home.read().map_err(|e| unusable(e.problem))? else { return Ok(None) };
    // They stay for as long as the program runs.
    let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
    let (record, pack) = own::split(bytes).map_err(|e| unusable(e.to_string()))?;
    let Pack { catalog, index } = Pack::open_checked(pack).map_err(|e| unusable(e.to_string()))?;
    let catalog: &'static Catalog<'static> = Box::leak(Box::new(catalog));
    let engine = Engine::open(index, catalog).map_err(|e| unusable(e.to_string()))?;
    Ok(Some((engine, Own { path, bytes: bytes.len(), record })))
}
