//! What is known of the data beside the catalog, and what is told of the user's own files.

use super::job::{Ended, How, Running};
use crate::catalog::own::{Origin, Own};
use crate::catalog::{Date, SourceId};

/// What the program knows of its data beside the catalog, and what changes them.
#[derive(Debug, Default)]
pub struct Data {
    /// The user's own data; none where the embedded snapshot is used.
    pub own: Option<Own>,
    /// Why the user's own data is not used although there is some.
    pub unusable: Option<String>,
    /// The day that ages count to; none where it is not known.
    pub today: Option<Date>,
    pub running: Option<Running>,
    pub ended: Option<Ended>,
    pub path: Option<String>,
    /// Whether the user has not been on the data screen since it ended.
    pub is_news: bool,
    /// Whether the user was asked if the program is to end although a job runs, or decisions are not saved.
    pub is_leaving: bool,
}

impl Data {
    pub fn origin(&self, id: SourceId) -> Origin {
        self.own.as_ref().map_or(Origin::Snapshot, |own| own.record.origin(id))
    }

    /// How far the job is, or how it ended while the user was elsewhere: a few words for the title line of every screen.
    pub fn job_words(&self) -> Option<String> {
        // What went well shows in the releases themselves.
        let is_news = |ended: &&Ended| self.is_news && ended.how != How::Done;
        self.running.as_ref().map(Running::brief).or_else(|| self.ended.as_ref().filter(is_news).map(Ended::brief))
    }
}

/// Files that can be downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The chosen datasets; none means all.
    pub datasets: Vec<SourceId>,
    /// Where the files would go.
    pub folder: String,
    pub files: Vec<Offer>,
    /// Why nothing can be downloaded.
    pub problem: Option<String>,
}

/// A file that can be downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub file: String,
    /// Where it is published.
    pub address: String,
    /// About how large it is, in bytes.
    pub size: u64,
    pub licence: String,
    /// Whether a file of that name is in the folder.
    pub is_here: bool,
}

/// What a path may be completed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The path as it was typed.
    pub typed: String,
    /// As far as it can be completed.
    pub path: String,
    /// The names that it may go on with, where there are several.
    pub offers: Vec<String>,
}

/// The text of a file that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedText {
    /// What the file is called.
    pub name: String,
    pub text: String,
    /// What could not be read of it, if anything.
    pub remark: Option<String>,
}
