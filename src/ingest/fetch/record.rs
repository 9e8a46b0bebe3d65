//! What is known of downloads: `.fetched.csv` beside them.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::ingest::{BadInput, table_file};

const FILE: &str = ".fetched.csv";

/// A file that was downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// Its name.
    pub file: String,
    /// Where it came from.
    pub address: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: String,
    /// The server's tag of this version, empty where it gave none.
    pub etag: String,
    /// When the server says that it was changed, empty where it does not say.
    pub last_modified: String,
}

/// All files that were downloaded into a folder.
#[derive(Debug)]
pub struct Records {
    path: PathBuf,
    rows: Vec<Fetched>,
}

impl Records {
    /// Reads the records of a folder; none where there are none, or where they cannot be read: they only save time.
    pub fn of(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let rows = table_file::read_rows(&path).unwrap_or_default();
        Self { path, rows }
    }

    /// What is known of a file from an address.
    pub fn get(&self, file: &str, address: &str) -> Option<&Fetched> {
        self.rows.iter().find(|row| row.file == file && row.address == address)
    }

    /// Notes a file, in one rename.
    ///
    /// # Errors
    /// When the records cannot be written.
    pub fn note(&mut self, fetched: Fetched) -> Result<(), BadInput> {
        self.rows.retain(|row| row.file != fetched.file);
        self.rows.push(fetched);
        self.rows.sort_by(|a, b| a.file.cmp(&b.file));
        let temporary = self.path.with_extension("new");
        table_file::write_rows(&temporary, &self.rows)?;
        fs::rename(&temporary, &self.path).map_err(|e| BadInput::file(&self.path, e))
    }
}
