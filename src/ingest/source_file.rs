//! A published file in memory, with what identifies it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::BadInput;

/// The largest file that is read, in bytes: far above any published file, far below what would fill the memory.
pub const LARGEST: u64 = 128 * 1024 * 1024;

/// A published file, read whole.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Where it was read from; for a file of a zip archive, the archive's path followed by the name inside.
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, or is larger than [`LARGEST`].
    pub fn read(path: &Path) -> Result<Self, BadInput> {
        let bad = |e| BadInput::file(path, e);
        // A device or a pipe may never end.
        let kind = fs::metadata(path).map_err(bad)?;
        if !kind.is_file() {
            return Err(BadInput::file(path, "this is not a file"));
        }
        // What comes is counted: a file may grow while it is read.
        let mut bytes = Vec::new();
        fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(bad)?;
        if bytes.len() as u64 > LARGEST {
            let size = kind.len().max(LARGEST + 1);
            return Err(BadInput::file(path, format!("{size} bytes are more than the {LARGEST} that are read")));
        }
        Ok(Self { path: path.to_owned(), bytes })
    }

    /// Its name without folders.
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The SHA-256 of its bytes in hexadecimal digits.
    pub fn sha256(&self) -> String {
        hex(&Sha256::digest(&self.bytes))
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for nibble in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(nibble.into(), 16));
        }
        text
    })
}
