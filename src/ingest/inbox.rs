//! Files as people keep them, sorted by what they hold: those that hold something are kept, the others are only named.

use std::fs;
use std::path::{Path, PathBuf};

use super::archive::{self, LARGEST_IN_ALL};
use super::observer::{Observer, Progress, step};
use super::published::{Published, files};
use super::{BadInput, SourceFile, onet};
use crate::catalog::SourceId;

/// Folders within folders are followed so far.
const DEEPEST: usize = 8;
/// So many files are looked at.
const MOST_FILES: usize = 10_000;

/// What is brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Whether all datasets must be there, those that come with the program alone among them.
    pub all: bool,
    /// A folder (or zip, or file) with any of the published files.
    pub any: Option<PathBuf>,
    /// Files, zips or folders of single datasets; for these nothing is taken from elsewhere.
    pub of: Vec<(SourceId, PathBuf)>,
}

impl Request {
    pub fn names(&self, dataset: SourceId) -> bool {
        self.of.iter().any(|(named, _)| *named == dataset)
    }

    /// Where the files of a dataset lie.
    pub fn place_of(&self, dataset: SourceId) -> &Path {
        let named = self.of.iter().find(|(named, _)| *named == dataset).map(|(_, path)| path);
        named.or(self.any.as_ref()).map_or(Path::new("."), PathBuf::as_path)
    }
}

/// The files that are taken.
#[derive(Debug, Default)]
pub struct Inbox {
    pub(super) files: Vec<(&'static Published, SourceFile)>,
    /// Words on files that are not taken.
    pub notes: Vec<String>,
    /// The names of files that hold nothing that is taken.
    pub unknown: Vec<String>,
    /// Files that are called as a published one and hold something else, an edition that is too old for one.
    misnamed: Vec<(&'static Published, BadInput)>,
    /// Name and SHA-256 of each file, where all datasets are asked for.
    pub seen: Vec<(String, String)>,
    size: u64,
}

impl Inbox {
    /// Reads everything that is brought.
    ///
    /// # Errors
    /// When something cannot be read, is called as a published file and holds something else, or nothing is recognised.
    pub fn of(request: &Request, observer: &mut dyn Observer) -> Result<Self, BadInput> {
        let mut paths: Vec<(Option<SourceId>, PathBuf)> = Vec::new();
        let named = request.of.iter().map(|(dataset, path)| (Some(*dataset), path));
        for (dataset, path) in named.chain(request.any.iter().map(|path| (None, path))) {
            let found = files_at(path)?;
            if request.all && found.is_empty() {
                return Err(BadInput::file(path, "there is no file in this folder")
                    .next("put the published files below it; `rolescope data status` names the datasets"));
            }
            paths.extend(found.into_iter().map(|path| (dataset, path)));
        }
        let mut inbox = Self::default();
        let of = paths.len();
        for (place, (dataset, path)) in paths.iter().enumerate() {
            step(observer, path, Progress::Reading { file: path, number: place + 1, of })?;
            let files = SourceFile::read(path).and_then(archive::unpacked).map_err(|error| match error.next {
                None if request.all => error.next("take the file out of the folder"),
                None => error.next("take the file out of the folder, or name the datasets singly, such as --onet PATH"),
                Some(_) => error,
            })?;
            for file in files {
                inbox.take(file, *dataset, request)?;
            }
        }
        for (known, error) in std::mem::take(&mut inbox.misnamed) {
            // Beside an edition that can be read, another is passed over; alone it is what was asked for.
            if !inbox.files.iter().any(|(found, _)| *found == known) {
                return Err(error);
            }
            inbox.notes.push(format!("passed over: {error}"));
        }
        if request.all {
            return Ok(inbox);
        }
        for (dataset, path) in &request.of {
            if !inbox.files.iter().any(|(known, _)| known.dataset == *dataset) {
                return Err(Self::nothing_of(*dataset, path));
            }
        }
        if inbox.files.is_empty() {
            let place = request.any.as_deref().unwrap_or(Path::new("."));
            let problem = format!("no published file is recognised among {of} files");
            return Err(BadInput::file(place, problem)
                .next("`rolescope data fetch --dry-run` lists the files and where they are published"));
        }
        Ok(inbox)
    }

    fn take(&mut self, file: SourceFile, dataset: Option<SourceId>, request: &Request) -> Result<(), BadInput> {
        let name = file.path.display().to_string();
        if request.all {
            self.seen.push((file.name(), file.sha256()));
        }
        let Some(known) = Published::of(&file, request.all) else {
            // The build takes what it needs of a folder, whatever else lies there.
            match Published::misnamed(&file).filter(|_| !request.all) {
                // A damaged table of O*NET is not an older edition of a sound one.
                Some((known, error)) if *known == onet::TABLE => return Err(error),
                Some(misnamed) => self.misnamed.push(misnamed),
                None => self.unknown.push(file.name()),
            }
            return Ok(());
        };
        if request.all && known.dataset.is_only_brought() {
            return Ok(());
        }
        match dataset {
            Some(dataset) if dataset != known.dataset => {
                self.notes.push(format!("{name}: passed over, it holds {}", known.named()));
                return Ok(());
            }
            None if request.names(known.dataset) => {
                let word = known.word();
                self.notes.push(format!("{name}: passed over, --{word} names where that comes from"));
                return Ok(());
            }
            _ => {}
        }
        self.size += file.bytes.len() as u64;
        if self.size > LARGEST_IN_ALL {
            let problem = format!("with this file, more than the {LARGEST_IN_ALL} bytes that are read in all");
            return Err(BadInput::file(&file.path, problem).next("put the published files into a folder of their own"));
        }
        self.files.push((known, file));
        Ok(())
    }

    fn nothing_of(dataset: SourceId, path: &Path) -> BadInput {
        let known: Vec<&Published> = files().filter(|known| known.dataset == dataset).collect();
        // A single file is worth the word of the reader that it should have pleased.
        if path.is_file()
            && let Ok(files) = SourceFile::read(path).and_then(archive::unpacked)
            && let ([file], Some(known)) = (files.as_slice(), known.first())
            && let Some(complaint) = known.complaint(file)
        {
            return complaint;
        }
        let known = known.into_iter().filter(|known| **known != onet::READ_ME);
        let what: Vec<String> = known.map(Published::named).collect();
        BadInput::file(path, format!("nothing here is {}", what.join(" or ")))
            .next("give the published file; `rolescope data fetch --dry-run` lists where each is published")
    }

    /// Takes the files of one published file out.
    pub fn pop(&mut self, known: &Published) -> Vec<SourceFile> {
        self.files.extract_if(.., |(found, _)| *found == known).map(|(_, file)| file).collect()
    }
}

/// A file itself, or all files below a folder, by path.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, BadInput> {
    let kind = fs::metadata(path).map_err(|e| BadInput::file(path, e))?;
    if !kind.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    walk(path, DEEPEST, &mut files)?;
    files.sort();
    Ok(files)
}

fn walk(folder: &Path, deepest: usize, files: &mut Vec<PathBuf>) -> Result<(), BadInput> {
    let own = "put the published files into a folder of their own";
    for entry in fs::read_dir(folder).map_err(|e| BadInput::file(folder, e))? {
        let entry = entry.map_err(|e| BadInput::file(folder, e))?;
        // Downloads that are not complete, and what systems leave in folders.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        let kind = fs::metadata(&path).map_err(|e| BadInput::file(&path, e))?;
        if kind.is_file() {
            if files.len() == MOST_FILES {
                return Err(BadInput::file(folder, format!("more than {MOST_FILES} files")).next(own));
            }
            files.push(path);
        } else if kind.is_dir() {
            let deepest = deepest.checked_sub(1).ok_or_else(|| {
                BadInput::file(&path, format!("folders within folders are followed {DEEPEST} deep")).next(own)
            })?;
            walk(&path, deepest, files)?;
        }
    }
    Ok(())
}
