//! A user's own pack: a pack with the record of what it was made from, in one file that is replaced in one rename.
//!
//! Layout, numbers little-endian: magic (8 bytes), layout version (4), length of the record (4), CRC-32 of the
//! record (4), the record (postcard), the pack with its own header and checksum.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::pack::PackError;
use super::{Source, SourceId};

const MAGIC: &[u8; 8] = b"roleuser";
const HEADER: usize = 20;
const LAYOUT: u32 = 1;

/// What a user's pack was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// The version of the program that made it.
    pub program: &'a str,
    /// When it was made, in seconds since 1970 (UTC).
    pub made: u64,
    /// The files of the user that were used, by dataset and name.
    #[serde(borrow)]
    pub files: Vec<UsedFile<'a>>,
}

/// A published file that the user brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsedFile<'a> {
    /// The dataset.
    pub id: SourceId,
    /// Its name without folders.
    pub name: &'a str,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: &'a str,
    /// Rows read, header lines not counted.
    pub rows_read: u64,
    /// Rows used.
    pub rows_used: u64,
    /// Rows left out, with the reasons; empty where all are used.
    pub left_out: &'a str,
}

/// A user's own data, as the program found them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where they are.
    pub path: PathBuf,
    /// The size of the file in bytes.
    pub bytes: usize,
    /// What they were made from.
    pub record: Record<'static>,
}

/// Where the figures of a dataset come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From the snapshot inside the program.
    Snapshot,
    /// From files that the user brought.
    User,
}

impl Origin {
    /// `snapshot` or `yours`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::User => "yours",
        }
    }
}

impl Record<'_> {
    /// Where a dataset comes from.
    pub fn origin(&self, id: SourceId) -> Origin {
        if self.files.iter().any(|file| file.id == id) { Origin::User } else { Origin::Snapshot }
    }

    /// The datasets that the user brought, as `O*NET 31.0, OEWS May 2025` would be joined.
    pub fn brought<'s, 'a>(&self, sources: &'s [Source<'a>]) -> impl Iterator<Item = &'s Source<'a>> {
        sources.iter().filter(|source| self.origin(source.id) == Origin::User)
    }
}

/// Writes a user's pack.
///
/// # Errors
/// When a part is too large for the layout.
pub fn encode(record: &Record<'_>, pack: &[u8]) -> Result<Vec<u8>, PackError> {
    let record = postcard::to_stdvec(record).map_err(|e| PackError::Catalog(e.to_string()))?;
    let length = u32::try_from(record.len()).map_err(|_| PackError::TooLarge)?;
    let mut bytes = Vec::with_capacity(HEADER + record.len() + pack.len());
    bytes.extend_from_slice(MAGIC);
    for number in [LAYOUT, length, crc32fast::hash(&record)] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(&record);
    bytes.extend_from_slice(pack);
    Ok(bytes)
}

/// Takes a user's pack apart: the record, and the bytes of the pack, which [`super::pack::Pack::open_checked`] opens.
///
/// # Errors
/// When the bytes are none, have another layout, or the record has changed since it was written.
pub fn split(bytes: &[u8]) -> Result<(Record<'_>, &[u8]), PackError> {
    let numbers = bytes.get(..HEADER).and_then(|header| header.strip_prefix(MAGIC)).ok_or(PackError::NotAPack)?;
    let mut header = [0; 3];
    for (number, bytes) in header.iter_mut().zip(numbers.as_chunks().0) {
        *number = u32::from_le_bytes(*bytes);
    }
    let [layout, length, checksum] = header;
    if layout != LAYOUT {
        return Err(PackError::OtherFormat { found: layout });
    }
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let expected = HEADER.saturating_add(length);
    let record = bytes.get(HEADER..expected).ok_or(PackError::Length { found: bytes.len(), expected })?;
    if crc32fast::hash(record) != checksum {
        return Err(PackError::Checksum);
    }
    let record = postcard::from_bytes(record).map_err(|e| PackError::Catalog(e.to_string()))?;
    Ok((record, bytes.get(expected..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record<'static> {
        let file = UsedFile {
            id: SourceId::Oews,
            name: "national_M2025_dl.xlsx",
            bytes: 3,
            sha256: "ab",
            rows_read: 2,
            rows_used: 1,
            left_out: "1 major groups",
        };
        Record { program: "0.1.0", made: 7, files: vec![file] }
    }

    #[test]
    fn a_users_pack_reads_as_it_was_written() {
        let bytes = encode(&record(), b"pack").unwrap();
        let (read, pack) = split(&bytes).unwrap();
        assert_eq!((read, pack), (record(), b"pack".as_slice()));
        assert_eq!(record().origin(SourceId::Oews), Origin::User);
        assert_eq!(record().origin(SourceId::Onet), Origin::Snapshot);
    }

    #[test]
    fn every_flipped_byte_of_the_record_is_noticed() {
        let bytes = encode(&record(), b"").unwrap();
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x20;
            assert!(split(&damaged).is_err(), "byte {place}");
            assert!(split(&bytes[..place]).is_err(), "cut at {place}");
        }
    }
}
