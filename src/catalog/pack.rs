//! The pack: catalog and search index in one file, read in place.
//!
//! Layout, numbers little-endian: magic (8 bytes), format version (4), length of the catalog (4), length of the
//! index (4), CRC-32 of all that follows (4), the catalog (postcard), the index.

use super::Catalog;

const MAGIC: &[u8; 8] = b"rolescop";
const HEADER: usize = 24;

/// The format that this program writes and reads; it changes with every change of the catalog's types.
pub const FORMAT: u32 = 8;

/// An opened pack.
#[derive(Debug)]
pub struct Pack<'a> {
    /// What is known.
    pub catalog: Catalog<'a>,
    /// The bytes of the prebuilt search index.
    pub index: &'a [u8],
}

/// Why bytes are not a pack that this program can read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Not a pack at all.
    #[error("this is not a rolescope pack")]
    NotAPack,
    /// A pack of another version of the program.
    #[error("the pack has format {found}, this program reads format {FORMAT}; build or import it again")]
    OtherFormat {
        /// The format of the pack.
        found: u32,
    },
    /// Cut short, or longer than its header says.
    #[error("the pack is {found} bytes long, its header says {expected}")]
    Length {
        /// Bytes there are.
        found: usize,
        /// Bytes there should be.
        expected: usize,
    },
    /// Bytes have changed since it was written.
    #[error("the pack is damaged: its checksum does not fit")]
    Checksum,
    /// The catalog cannot be read or written.
    #[error("the pack's catalog is damaged: {0}")]
    Catalog(String),
    /// Larger than the format can say.
    #[error("the pack is larger than 4 GiB")]
    TooLarge,
}

/// Writes a pack.
///
/// # Errors
/// When a part is too large for the format.
pub fn encode(catalog: &Catalog<'_>, index: &[u8]) -> Result<Vec<u8>, PackError> {
    let catalog = postcard::to_stdvec(catalog).map_err(|e| PackError::Catalog(e.to_string()))?;
    let length = |part: &[u8]| u32::try_from(part.len()).map_err(|_| PackError::TooLarge);
    let mut checksum = crc32fast::Hasher::new();
    checksum.update(&catalog);
    checksum.update(index);

    let mut bytes = Vec::with_capacity(HEADER + catalog.len() + index.len());
    bytes.extend_from_slice(MAGIC);
    for number in [FORMAT, length(&catalog)?, length(index)?, checksum.finalize()] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(&catalog);
    bytes.extend_from_slice(index);
    Ok(bytes)
}

impl<'a> Pack<'a> {
    /// Opens a pack that a checksum need not protect: the one inside the program.
    ///
    /// # Errors
    /// When the bytes are not a pack of this format.
    pub fn open(bytes: &'a [u8]) -> Result<Self, PackError> {
        let [format, catalog, index, _] = header(bytes)?;
        if format != FORMAT {
            return Err(PackError::OtherFormat { found: format });
        }
        let (catalog, index) = (size(catalog), size(index));
        let expected = HEADER.saturating_add(catalog).saturating_add(index);
        if bytes.len() != expected {
            return Err(PackError::Length { found: bytes.len(), expected });
        }
        let (catalog, index) = bytes[HEADER..].split_at(catalog);
        let catalog = postcard::from_bytes(catalog).map_err(|e| PackError::Catalog(e.to_string()))?;
        Ok(Self { catalog, index })
    }

    /// Opens a pack that was stored outside the program, after checking its checksum.
    ///
    /// # Errors
    /// When the bytes are not a pack of this format, or have changed since it was written.
    pub fn open_checked(bytes: &'a [u8]) -> Result<Self, PackError> {
        let [format, catalog, index, checksum] = header(bytes)?;
        // What is cut short or of another version is told as such.
        let is_whole = bytes.len() == HEADER.saturating_add(size(catalog)).saturating_add(size(index));
        if format == FORMAT && is_whole && crc32fast::hash(&bytes[HEADER..]) != checksum {
            return Err(PackError::Checksum);
        }
        Self::open(bytes)
    }
}

fn header(bytes: &[u8]) -> Result<[u32; 4], PackError> {
    let numbers = bytes.get(..HEADER).and_then(|header| header.strip_prefix(MAGIC)).ok_or(PackError::NotAPack)?;
    let mut header = [0; 4];
    for (number, bytes) in header.iter_mut().zip(numbers.as_chunks().0) {
        *number = u32::from_le_bytes(*bytes);
    }
    Ok(header)
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Shared;
    use crate::catalog::Wording;

    fn small() -> Catalog<'static> {
        Catalog {
            wording: Wording::Own,
            socs: Shared::from(vec![("15-0000".parse().unwrap(), "Computer and Mathematical Occupations")]),
            crosswalks: crate::catalog::Crosswalks::default(),
            rows: vec![("roles.csv", 0)],
            ..Catalog::default()
        }
    }

    #[test]
    fn a_pack_reads_as_it_was_written() {
        let bytes = encode(&small(), b"index").unwrap();
        let pack = Pack::open_checked(&bytes).unwrap();
        assert_eq!(pack.index, b"index");
        assert_eq!(pack.catalog.soc_title("15-0000".parse().unwrap()), Some("Computer and Mathematical Occupations"));
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        let bytes = encode(&small(), b"index").unwrap();
        assert_eq!(Pack::open(b"").unwrap_err(), PackError::NotAPack);
        assert_eq!(Pack::open(&[0; 40]).unwrap_err(), PackError::NotAPack);
        let cut = &bytes[..bytes.len() - 1];
        assert!(matches!(Pack::open(cut), Err(PackError::Length { .. })));
        let mut other = bytes.clone();
        other[8] = 99;
        assert_eq!(Pack::open_checked(&other).unwrap_err(), PackError::OtherFormat { found: 99 });
    }

    #[test]
    fn every_flipped_byte_is_noticed() {
        let bytes = encode(&small(), b"index").unwrap();
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x20;
            assert!(Pack::open_checked(&damaged).is_err(), "byte {place}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            cases: proptest::prelude::ProptestConfig::default().cases.max(4_000), failure_persistence: None, ..proptest::prelude::ProptestConfig::default()
        })]

        /// Bytes whose checksum was made to fit: the catalog is read or refused, and what is read can be looked at.
        #[test]
        fn any_catalog_is_read_or_refused(
            damages in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), 0_u8..), 0..8),
            more in proptest::collection::vec(0_u8.., 0..64),
        ) {
            let whole = encode(crate::fixture::catalog(), b"index").unwrap();
            let mut catalog = whole[HEADER..whole.len() - 5].to_vec();
            for (place, byte) in &damages {
                let at = place.index(catalog.len());
                catalog[at] = *byte;
            }
            catalog.extend_from_slice(&more);
            let mut bytes = whole[..HEADER].to_vec();
            bytes[12..16].copy_from_slice(&u32::try_from(catalog.len()).unwrap().to_le_bytes());
            bytes[16..20].copy_from_slice(&0_u32.to_le_bytes());
            bytes[20..24].copy_from_slice(&crc32fast::hash(&catalog).to_le_bytes());
            bytes.extend_from_slice(&catalog);
            if let Ok(pack) = Pack::open_checked(&bytes) {
                let _ = crate::catalog::integrity::problems(&pack.catalog);
            }
        }

        #[test]
        fn any_bytes_are_refused(bytes in proptest::collection::vec(0_u8.., 0..200)) {
            proptest::prop_assert!(Pack::open_checked(&bytes).is_err());
            proptest::prop_assert!(crate::catalog::own::split(&bytes).is_err());
        }
    }
}
