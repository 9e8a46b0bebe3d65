//! A download that is not complete: its bytes so far, and the server's tag of the version that they are of.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The bytes of a download so far, beside where the file will be.
#[derive(Debug)]
pub struct Part {
    path: PathBuf,
    tag: PathBuf,
}

impl Part {
    /// The part of a file.
    pub fn of(folder: &Path, file: &str) -> Self {
        Self { path: folder.join(format!(".{file}.part")), tag: folder.join(format!(".{file}.tag")) }
    }

    /// Where the bytes are.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many bytes are here and of which version; none where it is not known of which, as they are of no use then.
    pub fn here(&self) -> Option<(u64, String)> {
        let tag = fs::read_to_string(&self.tag).ok().filter(|tag| !tag.is_empty())?;
        let size = fs::metadata(&self.path).ok()?.len();
        (size > 0).then_some((size, tag))
    }

    /// Begins anew with a version, whose tag may be empty where the server gives none.
    pub fn begin(&self, tag: &str) -> std::io::Result<File> {
        let file = File::create(&self.path)?;
        fs::write(&self.tag, tag)?;
        Ok(file)
    }

    /// Goes on.
    pub fn go_on(&self) -> std::io::Result<File> {
        File::options().append(true).open(&self.path)
    }

    /// Gives the complete bytes their name.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn finish(self, file: &mut File, to: &Path) -> std::io::Result<()> {
        file.flush()?;
        file.sync_all()?;
        fs::rename(&self.path, to)?;
        let _ = fs::remove_file(&self.tag);
        Ok(())
    }

    /// Throws the bytes away.
    pub fn discard(&self) {
        let _ = fs::remove_file(&self.path);
        let _ = fs::remove_file(&self.tag);
    }
}
