//! All files below a folder, and which of them were of use.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ingest::tables::SourceFileRow;
use crate::ingest::{BadInput, SourceFile, archive};

/// Folders within folders are followed so far.
const DEEPEST: usize = 8;

/// The files below a folder, archives unpacked.
pub struct Inbox {
    folder: PathBuf,
    files: Vec<SourceFile>,
}

impl Inbox {
    /// Reads all files below a folder, by path.
    pub fn below(folder: &Path) -> Result<Self, BadInput> {
        let mut paths = Vec::new();
        walk(folder, DEEPEST, &mut paths)?;
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            files.extend(archive::load(&path)?);
        }
        if files.is_empty() {
            return Err(BadInput::file(folder, "there is no file in this folder")
                .next("put the published files below it; `rolescope data status` names the datasets"));
        }
        Ok(Self { folder: folder.to_owned(), files })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The files of a kind.
    pub fn holding(&self, recognise: fn(&SourceFile) -> bool) -> Vec<&SourceFile> {
        self.files.iter().filter(|file| recognise(file)).collect()
    }

    /// A line for each file of which nothing was used.
    pub fn passed_over(&self, used: &[SourceFileRow]) -> Vec<String> {
        let used: HashSet<&str> = used.iter().map(|row| row.sha256.as_str()).collect();
        let unused = self.files.iter().filter(|file| !used.contains(file.sha256().as_str()));
        unused.map(|file| format!("{}: passed over, nothing of it is needed", file.name())).collect()
    }
}

fn walk(folder: &Path, deepest: usize, paths: &mut Vec<PathBuf>) -> Result<(), BadInput> {
    for entry in fs::read_dir(folder).map_err(|e| BadInput::file(folder, e))? {
        let path = entry.map_err(|e| BadInput::file(folder, e))?.path();
        let kind = fs::metadata(&path).map_err(|e| BadInput::file(&path, e))?;
        if kind.is_file() {
            paths.push(path);
        } else if kind.is_dir() {
            let deepest = deepest.checked_sub(1).ok_or_else(|| {
                BadInput::file(&path, format!("folders within folders are followed {DEEPEST} deep"))
                    .next("put the published files into a folder of their own")
            })?;
            walk(&path, deepest, paths)?;
        }
    }
    Ok(())
}
