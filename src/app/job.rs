//! What runs beside the explorer: an import, a download, the way back to the snapshot. Here is how far it is and how it
//! ended; who does it is the affair of `jobs`.

use crate::catalog::{SourceId, grouped};

/// Retries that are shown.
const TRIES: usize = 20;

/// Something that takes its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Takes files of the user into their own data.
    Import {
        /// A folder, zip or file, as it was typed.
        path: String,
        /// Whether the present data stays for what is not brought.
        keep: bool,
    },
    Fetch {
        /// Of which datasets; of all where none is named.
        datasets: Vec<SourceId>,
    },
    Reset,
}

impl Job {
    /// What it is: `import`, `download`, `reset`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Import { .. } => "import",
            Self::Fetch { .. } => "download",
            Self::Reset => "reset",
        }
    }

    /// What stays when it is cancelled.
    pub const fn stays(&self) -> &'static str {
        match self {
            Self::Import { .. } | Self::Reset => "Cancelled, your data stays as it is.",
            Self::Fetch { .. } => "Cancelled, what has come stays, and a later download goes on from there.",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    Starting,
    /// Another program changes the data; this one goes on when that is done.
    Waiting,
    Reading {
        file: String,
        /// Which of them, from 1.
        number: usize,
        of: usize,
    },
    Joining,
    Indexing,
    Writing,
    Opening,
    /// A file is asked for.
    Asking {
        file: String,
        /// Bytes of it that are here from an earlier try.
        here: u64,
    },
    /// A file comes.
    Downloading {
        file: String,
        /// Bytes that are here.
        done: u64,
        /// Bytes that there will be, where the server says so.
        total: Option<u64>,
    },
    /// A try failed; another one follows.
    Retrying {
        file: String,
        why: String,
        /// In how many milliseconds.
        after: u64,
    },
    /// A file has come, or will not.
    Done,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It does something else now.
    At(Stage),
    Ended(Ended),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub job: Job,
    pub how: How,
    /// What it did or why it failed, a paragraph each.
    pub lines: Vec<String>,
    /// The folder with downloaded files that can be imported now.
    pub folder: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Done,
    /// The user did not want it any more.
    Cancelled,
    Failed,
}

impl Ended {
    /// In a few words: `import done`.
    pub fn brief(&self) -> String {
        let how = match self.how {
            How::Done => "done",
            How::Cancelled => "cancelled",
            How::Failed => "failed",
        };
        format!("{} {how}", self.job.name())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    pub job: Job,
    pub stage: Stage,
    /// Which tries failed, the last ones.
    pub tries: Vec<String>,
    /// Downloads that are done.
    pub done: usize,
    /// How many downloads there are; 0 where that is not known.
    pub files: usize,
    /// Whether the user wants no more of it.
    pub is_cancelled: bool,
}

impl Running {
    /// A job that begins, with so many downloads.
    pub const fn new(job: Job, files: usize) -> Self {
        Self { job, stage: Stage::Starting, tries: Vec::new(), done: 0, files, is_cancelled: false }
    }

    /// Takes note of what it does now.
    pub fn at(&mut self, stage: Stage) {
        match &stage {
            Stage::Done => self.done += 1,
            Stage::Retrying { file, why, .. } => {
                self.tries.push(format!("{file}: {why}"));
                let over = self.tries.len().saturating_sub(TRIES);
                self.tries.drain(..over);
            }
            _ => {}
        }
        self.stage = stage;
    }

    /// In a few words, for the title line of every screen: `import 3/14`.
    pub fn brief(&self) -> String {
        let name = self.job.name();
        if self.is_cancelled {
            return format!("{name}: cancelling");
        }
        let file = || format!("{name} {}/{}", (self.done + 1).min(self.files.max(1)), self.files.max(1));
        match &self.stage {
            Stage::Reading { number, of, .. } => format!("{name} {number}/{of}"),
            Stage::Waiting => format!("{name}: waiting"),
            Stage::Joining => format!("{name}: joining"),
            Stage::Indexing => format!("{name}: indexing"),
            Stage::Writing => format!("{name}: writing"),
            Stage::Opening => format!("{name}: opening"),
            Stage::Retrying { .. } => format!("{}: retrying", file()),
            Stage::Asking { .. } | Stage::Done => file(),
            Stage::Downloading { .. } => match self.share() {
                Some(share) => format!("{} {:.0} %", file(), share * 100.0),
                None => file(),
            },
            Stage::Starting => name.to_owned(),
        }
    }

    /// What it is doing, in a sentence.
    pub fn words(&self) -> String {
        match &self.stage {
            Stage::Starting => "Starting.".to_owned(),
            Stage::Waiting => "Another program is changing your data: waiting for it to end.".to_owned(),
            Stage::Reading { file, number, of } => format!("Reading file {number} of {of}: {file}"),
            Stage::Joining => "Joining the tables.".to_owned(),
            Stage::Indexing => "Making the search index; this takes longest.".to_owned(),
            Stage::Writing => "Writing.".to_owned(),
            Stage::Opening => "Opening the new data.".to_owned(),
            Stage::Asking { file, here: 0 } => format!("Asking for {}{file}", self.place()),
            Stage::Asking { file, here } => {
                format!("Asking for the rest of {}{file}: {} bytes are here", self.place(), grouped(*here))
            }
            Stage::Downloading { file, done, total: Some(total) } => {
                format!("{}{file}: {} of {} bytes", self.place(), grouped(*done), grouped(*total))
            }
            Stage::Downloading { file, done, total: None } => {
                format!("{}{file}: {} bytes; the server does not say how many there are", self.place(), grouped(*done))
            }
            Stage::Retrying { file, why, after } => {
                let seconds = std::time::Duration::from_millis(*after).as_secs_f64();
                format!("{}{file}: {why}; trying again in {seconds:.1} s", self.place())
            }
            Stage::Done => format!("{} of {} files are done.", self.done, self.files),
        }
    }

    /// `file 2 of 13, `.
    fn place(&self) -> String {
        if self.files == 0 { String::new() } else { format!("file {} of {}, ", self.done + 1, self.files) }
    }

    /// How far it is with what it is doing, 0 to 1, where that is known.
    #[allow(clippy::cast_precision_loss, reason = "a bar of some cells")]
    pub fn share(&self) -> Option<f64> {
        let of = |part: u64, whole: u64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        match self.stage {
            // A file that is being read is not read yet.
            Stage::Reading { number, of: all, .. } => Some(of(number.saturating_sub(1) as u64, all as u64)),
            Stage::Downloading { done, total: Some(total), .. } => Some(of(done, total)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_job_is_stands_in_words_and_shares() {
        let mut import = Running::new(Job::Import { path: "files".to_owned(), keep: true }, 0);
        assert_eq!((import.brief().as_str(), import.share()), ("import", None));
        import.at(Stage::Reading { file: "a.txt".to_owned(), number: 3, of: 8 });
        assert_eq!((import.brief().as_str(), import.share()), ("import 3/8", Some(0.25)));
        assert_eq!(import.words(), "Reading file 3 of 8: a.txt");
        import.is_cancelled = true;
        assert_eq!(import.brief(), "import: cancelling");

        let mut fetch = Running::new(Job::Fetch { datasets: Vec::new() }, 13);
        let file = || "a.zip".to_owned();
        fetch.at(Stage::Done);
        fetch.at(Stage::Downloading { file: file(), done: 500, total: Some(2000) });
        assert_eq!((fetch.brief().as_str(), fetch.share()), ("download 2/13 25 %", Some(0.25)));
        assert_eq!(fetch.words(), "file 2 of 13, a.zip: 500 of 2,000 bytes");
        fetch.at(Stage::Downloading { file: file(), done: 500, total: None });
        assert_eq!((fetch.brief().as_str(), fetch.share()), ("download 2/13", None));
        for number in 0..30 {
            fetch.at(Stage::Retrying { file: file(), why: format!("status {number}"), after: 1500 });
        }
        assert_eq!((fetch.tries.len(), fetch.tries[0].as_str()), (TRIES, "a.zip: status 10"));
        assert!(fetch.words().ends_with("status 29; trying again in 1.5 s"), "{}", fetch.words());
    }
}
