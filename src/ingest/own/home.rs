//! The folder of a user's data: their pack, their downloads, and the lock that lets one change at a time happen.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;

use crate::ingest::observer::{Observer, Progress, step};
use crate::ingest::{BadInput, LARGEST};

/// The variable that names the folder.
pub const VARIABLE: &str = "ROLESCOPE_DATA";
const PACK: &str = "own.pack";
const LOCK: &str = "lock";
const DOWNLOADS: &str = "downloads";
/// What a pack is called while it is written.
const UNFINISHED: &str = "own.pack.new-";
/// How often a lock is tried that another process holds.
const PATIENCE: Duration = Duration::from_millis(100);

/// The folder of a user's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home(PathBuf);

/// The right to change the folder; given back when it is dropped, and by the system when the program ends.
#[derive(Debug)]
pub struct Held<'h> {
    home: &'h Home,
    _lock: File,
}

impl Home {
    /// A folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// The folder that `ROLESCOPE_DATA` names, or else the one where the system keeps a user's data; none where the user
    /// has no home.
    pub fn of_user() -> Option<Self> {
        if let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
            return Some(Self(folder.into()));
        }
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(Self(strategy.data_dir().join("rolescope")))
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// The user's pack.
    pub fn pack(&self) -> PathBuf {
        self.0.join(PACK)
    }

    /// Where downloads go unless the user says otherwise.
    pub fn downloads(&self) -> PathBuf {
        self.0.join(DOWNLOADS)
    }

    /// The bytes of the user's pack; none where there is none.
    ///
    /// # Errors
    /// When the file is there but cannot be read, or is larger than any pack.
    pub fn read(&self) -> Result<Option<Vec<u8>>, BadInput> {
        let path = self.pack();
        let size = match fs::metadata(&path) {
            Ok(kind) => kind.len(),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) => return Err(BadInput::file(&path, error)),
        };
        if size > LARGEST {
            return Err(BadInput::file(&path, format!("{size} bytes are more than any pack has")));
        }
        fs::read(&path).map(Some).map_err(|e| BadInput::file(&path, e))
    }

    /// Takes the right to change the folder, which is made where it is missing. Waits while another process has it.
    ///
    /// # Errors
    /// When the folder cannot be made or written to, or the observer does not want to wait.
    pub fn hold(&self, observer: &mut dyn Observer) -> Result<Held<'_>, BadInput> {
        fs::create_dir_all(&self.0).map_err(|e| cannot_write(&self.0, e))?;
        let lock = lock(&self.0.join(LOCK), observer)?;
        let held = Held { home: self, _lock: lock };
        held.sweep();
        Ok(held)
    }
}

fn cannot_write(path: &Path, error: impl std::fmt::Display) -> BadInput {
    BadInput::file(path, format!("cannot be written to: {error}"))
        .next(format!("make the folder writable, or name another one in {VARIABLE}"))
}

/// Takes a lock, and waits while another process has it. It is given back when the file is dropped, and by the system
/// when the program ends, however it ends.
///
/// # Errors
/// When the file of the lock cannot be made, or the observer does not want to wait.
pub fn lock(path: &Path, observer: &mut dyn Observer) -> Result<File, BadInput> {
    let file = File::options().write(true).create(true).truncate(false).open(path);
    let file = file.map_err(|e| cannot_write(path, e))?;
    let mut told = false;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(cannot_write(path, error)),
            Err(TryLockError::WouldBlock) if told => step(observer, path, Progress::StillWaiting)?,
            Err(TryLockError::WouldBlock) => {
                step(observer, path, Progress::Waiting)?;
                told = true;
            }
        }
        std::thread::sleep(PATIENCE);
    }
}

impl Held<'_> {
    /// Removes what killed imports left unfinished; whoever holds the lock knows that none of it is being written.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.home.0) else { return };
        let unfinished = entries.flatten().filter(|e| e.file_name().to_string_lossy().starts_with(UNFINISHED));
        for entry in unfinished {
            // What cannot be removed does no harm but the room it takes.
            let _ = fs::remove_file(entry.path());
        }
    }

    /// Replaces the user's pack in one rename, after all of it has reached the disk.
    ///
    /// # Errors
    /// When it cannot be written; the earlier pack stands then.
    pub fn replace(&self, bytes: &[u8]) -> Result<(), BadInput> {
        let path = self.home.0.join(format!("{UNFINISHED}{}", std::process::id()));
        let written = (|| {
            let mut file = File::options().write(true).create_new(true).open(&path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&path, self.home.pack())
        })();
        if let Err(error) = written {
            let _ = fs::remove_file(&path);
            return Err(BadInput::file(&path, format!("cannot be written: {error}; your data has not changed"))
                .next(format!("make room on the disk, or name another folder in {VARIABLE}")));
        }
        // The name too is to last; where a folder cannot be synced, the system does it in its own time.
        if let Ok(folder) = File::open(&self.home.0) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Removes the user's pack, so that the embedded snapshot is used again; says whether there was one.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn reset(&self) -> Result<bool, BadInput> {
        let path = self.home.pack();
        match fs::remove_file(&path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(BadInput::file(&path, format!("cannot be removed: {error}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::observer::NoProgress;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_pack_is_replaced_whole_and_reset() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("deep/data"));
        assert_eq!(home.read().unwrap(), None);
        let held = home.hold(&mut NoProgress).unwrap();
        held.replace(b"one").unwrap();
        held.replace(b"two").unwrap();
        assert_eq!(home.read().unwrap().as_deref(), Some(b"two".as_slice()));
        assert_eq!(names(home.folder()), ["lock", "own.pack"]);
        assert!(held.reset().unwrap() && !held.reset().unwrap());
        assert_eq!(home.read().unwrap(), None);
    }

    #[test]
    fn what_a_killed_import_left_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        fs::write(folder.path().join("own.pack.new-1"), "half").unwrap();
        fs::write(folder.path().join("own.pack"), "whole").unwrap();
        drop(home.hold(&mut NoProgress).unwrap());
        assert_eq!(names(folder.path()), ["lock", "own.pack"]);
    }

    #[test]
    fn a_second_change_waits_or_gives_up() {
        struct GivesUp(usize);
        impl Observer for GivesUp {
            fn progress(&mut self, progress: Progress<'_>) {
                assert_eq!(progress, Progress::Waiting);
                self.0 += 1;
            }
            fn is_cancelled(&self) -> bool {
                self.0 > 0
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let held = home.hold(&mut NoProgress).unwrap();
        let mut observer = GivesUp(0);
        let error = home.hold(&mut observer).unwrap_err().to_string();
        assert!(error.contains("cancelled; nothing was changed") && observer.0 == 1, "{error}");
        drop(held);
        assert!(home.hold(&mut NoProgress).is_ok());
    }

    #[test]
    fn a_folder_that_cannot_be_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        let error = Home::at(file.join("data")).hold(&mut NoProgress).unwrap_err().to_string();
        assert!(error.contains("cannot be written to") && error.contains("ROLESCOPE_DATA"), "{error}");
    }
}
