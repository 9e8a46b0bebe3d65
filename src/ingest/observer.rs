//! Who watches an import or a download: told what is being done, asked whether to go on. No terminal here.

use std::path::Path;

use super::BadInput;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// Another import holds the data; this one goes on when it is done.
    Waiting,
    /// It still does.
    StillWaiting,
    /// A file is read; `number` counts from 1.
    Reading {
        file: &'a Path,
        /// Which of them.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// The tables are joined.
    Joining,
    /// The search index is made.
    Indexing,
    /// The pack is written.
    Writing,
    /// A file is asked for.
    Asking {
        file: &'a str,
        /// Bytes that are here from an earlier try.
        here: u64,
    },
    /// A file comes.
    Downloading {
        file: &'a str,
        /// Bytes that are here.
        done: u64,
        /// Bytes that there will be, where the server says so.
        total: Option<u64>,
    },
    /// A try failed; another one follows.
    Retrying {
        file: &'a str,
        why: &'a str,
        /// In how many milliseconds.
        after: u64,
    },
    /// A file is done.
    Done { file: &'a str },
}

/// Someone who watches.
pub trait Observer {
    /// Is told what is being done.
    fn progress(&mut self, progress: Progress<'_>);

    /// Whether to stop. Asked between files, between steps, and while a download goes on.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoProgress;

impl Observer for NoProgress {
    fn progress(&mut self, _: Progress<'_>) {}
}

/// Tells what is being done, unless it is to stop.
///
/// # Errors
/// When the observer wants to stop; nothing has been changed then.
pub fn step(observer: &mut dyn Observer, place: &Path, progress: Progress<'_>) -> Result<(), BadInput> {
    if observer.is_cancelled() {
        return Err(BadInput::file(place, "cancelled; nothing was changed"));
    }
    observer.progress(progress);
    Ok(())
}
