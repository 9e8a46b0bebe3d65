//! The index as one run of bytes, served to tantivy in place.
//!
//! Layout, numbers little-endian: number of files (4), then for each file the length of its name (4), its name, its
//! length (4), its bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
};

/// Joins files into one run of bytes; `None` when one is larger than 4 GiB.
pub fn join(files: &BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let number = |n: usize| u32::try_from(n).ok().map(u32::to_le_bytes);
    bytes.extend(number(files.len())?);
    for (name, file) in files {
        bytes.extend(number(name.len())?);
        bytes.extend(name.as_bytes());
        bytes.extend(number(file.len())?);
        bytes.extend(file);
    }
    Some(bytes)
}

/// A read-only directory of files that lie in memory.
#[derive(Clone, Debug)]
pub struct PackedDirectory {
    files: Arc<BTreeMap<PathBuf, &'static [u8]>>,
}

impl PackedDirectory {
    /// Opens what [`join`] has written; `None` when the bytes are something else.
    pub fn open(mut bytes: &'static [u8]) -> Option<Self> {
        let mut files = BTreeMap::new();
        for _ in 0..take_number(&mut bytes)? {
            let length = take_number(&mut bytes)?;
            let name = std::str::from_utf8(take(&mut bytes, length)?).ok()?;
            let length = take_number(&mut bytes)?;
            files.insert(PathBuf::from(name), take(&mut bytes, length)?);
        }
        bytes.is_empty().then(|| Self { files: Arc::new(files) })
    }

    /// A file that the index library does not know.
    pub fn bytes(&self, name: &str) -> Option<&'static [u8]> {
        self.files.get(Path::new(name)).copied()
    }

    fn file(&self, path: &Path) -> Result<&'static [u8], OpenReadError> {
        self.files.get(path).copied().ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))
    }
}

fn take(bytes: &mut &'static [u8], length: usize) -> Option<&'static [u8]> {
    let (front, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(front)
}

fn take_number(bytes: &mut &'static [u8]) -> Option<usize> {
    let number: [u8; 4] = take(bytes, 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(number)).ok()
}

fn read_only() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::PermissionDenied, "the packed index is read-only")
}

impl Directory for PackedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(OwnedBytes::new(self.file(path)?)))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError { io_error: Arc::new(read_only()), filepath: path.to_owned() })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.files.contains_key(path))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::IoError { io_error: Arc::new(read_only()), filepath: path.to_owned() })
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.file(path).map(<[u8]>::to_vec)
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> std::io::Result<()> {
        Err(read_only())
    }

    fn sync_directory(&self) -> std::io::Result<()> {
        Ok(())
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }
}
