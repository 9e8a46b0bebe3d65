//! The files that a user brings: those that hold something are kept, the others are only named.

use std::fs;
use std::path::{Path, PathBuf};

use super::kinds::{Group, Kind};
use crate::ingest::archive::{self, LARGEST_IN_ALL};
use crate::ingest::observer::{Observer, Progress, step};
use crate::ingest::{BadInput, SourceFile};

/// Folders within folders are followed so far.
const DEEPEST: usize = 8;
/// So many files are looked at.
const MOST_FILES: usize = 10_000;

/// What a user brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// A folder (or zip, or file) with any of the published files.
    pub any: Option<PathBuf>,
    /// Files, zips or folders of single datasets; for these nothing is taken from elsewhere.
    pub of: Vec<(Group, PathBuf)>,
}

impl Request {
    fn names(&self, group: Group) -> bool {
        self.of.iter().any(|(named, _)| *named == group)
    }
}

/// The files that are taken, by kind.
#[derive(Debug, Default)]
pub struct Inbox {
    files: Vec<(Kind, SourceFile)>,
    /// Words on files that are not taken.
    pub notes: Vec<String>,
    /// The names of files that hold nothing that is taken.
    pub unknown: Vec<String>,
    /// Files that are called as a published one and hold something else, an edition that is too old for one.
    misnamed: Vec<(Kind, BadInput)>,
    size: u64,
}

impl Inbox {
    /// Reads everything that a user brings.
    ///
    /// # Errors
    /// When something cannot be read, is called as a published file and holds something else, or nothing is recognised.
    pub fn of(request: &Request, observer: &mut dyn Observer) -> Result<Self, BadInput> {
        let mut paths: Vec<(Option<Group>, PathBuf)> = Vec::new();
        for (group, path) in request
            .of
            .iter()
            .map(|(group, path)| (Some(*group), path))
            .chain(request.any.iter().map(|path| (None, path)))
        {
            paths.extend(files_at(path)?.into_iter().map(|path| (group, path)));
        }
        let mut inbox = Self::default();
        let of = paths.len();
        for (place, (group, path)) in paths.iter().enumerate() {
            step(observer, path, Progress::Reading { file: path, number: place + 1, of })?;
            let files = archive::load(path).map_err(|error| match error.next {
                None => error.next("take the file out of the folder, or name the datasets singly, such as --onet PATH"),
                Some(_) => error,
            })?;
            for file in files {
                inbox.take(file, *group, request)?;
            }
        }
        for (kind, error) in std::mem::take(&mut inbox.misnamed) {
            // Beside an edition that can be read, another is passed over; alone it is what was asked for.
            if !inbox.files.iter().any(|(found, _)| *found == kind) {
                return Err(error);
            }
            inbox.notes.push(format!("passed over: {error}"));
        }
        for (group, path) in &request.of {
            if !inbox.files.iter().any(|(kind, _)| kind.group() == *group) {
                return Err(Self::nothing_of(*group, path));
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

    fn take(&mut self, file: SourceFile, group: Option<Group>, request: &Request) -> Result<(), BadInput> {
        let name = file.path.display().to_string();
        let Some(kind) = Kind::of(&file) else {
            match Kind::misnamed(&file) {
                // A table of O*NET that is damaged is no other edition of one that is not.
                Some((Kind::Onet, error)) => return Err(error),
                Some(misnamed) => self.misnamed.push(misnamed),
                None => self.unknown.push(file.name()),
            }
            return Ok(());
        };
        match group {
            Some(group) if group != kind.group() => {
                self.notes.push(format!("{name}: passed over, it holds {}", kind.what()));
                return Ok(());
            }
            None if request.names(kind.group()) => {
                let word = kind.group().word();
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
        self.files.push((kind, file));
        Ok(())
    }

    fn nothing_of(group: Group, path: &Path) -> BadInput {
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.group() == group).collect();
        // A single file is worth the word of the reader that it should have pleased.
        if path.is_file()
            && let Ok(files) = archive::load(path)
            && let ([file], Some(kind)) = (files.as_slice(), kinds.first())
            && let Some(complaint) = kind.complaint(file)
        {
            return complaint;
        }
        let what: Vec<&str> = kinds.iter().filter(|kind| **kind != Kind::OnetReadMe).map(|kind| kind.what()).collect();
        BadInput::file(path, format!("nothing here is {}", what.join(" or ")))
            .next("give the published file; `rolescope data fetch --dry-run` lists where each is published")
    }

    /// Takes the files of a kind out.
    pub fn pop(&mut self, kind: Kind) -> Vec<SourceFile> {
        let (of_kind, others) = std::mem::take(&mut self.files).into_iter().partition(|(found, _)| *found == kind);
        self.files = others;
        let of_kind: Vec<(Kind, SourceFile)> = of_kind;
        of_kind.into_iter().map(|(_, file)| file).collect()
    }
}

/// A file itself, or all files below a folder, by path.
fn files_at(path: &Path) -> Result<Vec<PathBuf>, BadInput> {
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
