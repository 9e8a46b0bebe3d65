//! The data screen: what is loaded, how old it is, and how to change it.

mod act;
mod as_view;
mod pane;
mod room;
#[cfg(test)]
mod tests;

pub use act::{act, completed, listed, news, open, quit};
pub use pane::{Line, Tone, head, pane_lines, size};
pub use room::Room;

use super::job::{Ended, Job, Running};
use super::query_box::QueryBox;
use super::view::Around;
use super::{App, Screen};
use crate::catalog::own::{Origin, Own};
use crate::catalog::{Catalog, Date, Source, SourceId};
use crate::compare::coverage::roles;

/// What the program knows of its data beside the catalog, and what changes them.
#[derive(Debug, Default)]
pub struct Data {
    /// The user's own data; none where the embedded snapshot is used.
    pub own: Option<Own>,
    /// Why the user's own data are not used although there are some.
    pub unusable: Option<String>,
    /// The day that ages count to; none where it is not known.
    pub today: Option<Date>,
    /// The job that runs.
    pub running: Option<Running>,
    /// The last job that ended.
    pub ended: Option<Ended>,
    /// The path of the last import.
    pub path: Option<String>,
    /// Whether the user has not been on the data screen since it ended.
    pub is_news: bool,
    /// Whether the user was asked if the program is to end although a job runs.
    pub is_leaving: bool,
}

impl Data {
    /// Where a dataset comes from.
    pub fn origin(&self, id: SourceId) -> Origin {
        self.own.as_ref().map_or(Origin::Snapshot, |own| own.record.origin(id))
    }
}

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct DataView {
    /// The dataset under the cursor, by its place in the catalog.
    pub cursor: usize,
    /// The datasets that are chosen for a download.
    pub chosen: Vec<SourceId>,
    /// How many roles have something of each dataset, in the catalog's order.
    pub roles: Vec<usize>,
    /// What stands beside the list, or in its place where room is short.
    pub pane: Pane,
    /// How far the pane is scrolled.
    pub scroll: usize,
}

/// What stands beside the list.
#[derive(Clone, Debug)]
pub enum Pane {
    /// The dataset under the cursor; the list has the keys.
    Source,
    /// The same; the pane has the keys.
    Details,
    /// Which files are to be imported.
    Import(Box<Prompt>),
    /// Whether these files are to be downloaded.
    Fetch(Listing),
    /// Whether the user's own data are to be removed.
    Reset,
    /// The job that runs, or how the last one ended.
    Job,
}

/// Which files are to be imported.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// Their place.
    pub path: QueryBox,
    /// Whether the present data stay for what is not brought.
    pub keep: bool,
    /// What the path may be completed to.
    pub offers: Vec<String>,
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

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Asks which files are to be imported.
    Import,
    /// Imports them.
    StartImport,
    /// Completes the path.
    Complete,
    /// Turns between keeping the present data and the snapshot for what is not brought.
    TurnKeep,
    /// Chooses the dataset for a download, or not.
    Choose,
    /// Lists what would be downloaded, and asks.
    Fetch,
    /// Asks whether the user's own data are to be removed.
    Reset,
    /// Says yes to what is asked.
    Yes,
    /// Says no.
    No,
    /// Cancels the job.
    Cancel,
    /// Shows the job that runs, or how the last one ended.
    Job,
}

impl DataView {
    /// The screen as it opens.
    pub fn new(around: Around<'_>) -> Self {
        let has_job = around.data.running.is_some() || around.data.is_news;
        let pane = if has_job { Pane::Job } else { Pane::Source };
        Self { cursor: 0, chosen: Vec::new(), roles: counts(around.catalog()), pane, scroll: 0 }
    }

    /// The dataset under the cursor.
    pub fn source(&self, around: Around<'_>) -> Option<&'static Source<'static>> {
        around.catalog().sources.get(self.cursor)
    }

    /// Whether the cursor keys scroll the pane; otherwise they move in the list.
    pub const fn scrolls(&self) -> bool {
        !matches!(self.pane, Pane::Source | Pane::Import(_))
    }

    fn show(&mut self, pane: Pane) {
        self.pane = pane;
        self.scroll = 0;
    }

    /// Whoever has data of their own keeps them unless they say otherwise: nothing that works is lost by a default.
    fn ask_for_path(&mut self, data: &Data) {
        let mut path = QueryBox::for_a_path();
        let folder = data.ended.as_ref().and_then(|ended| ended.folder.clone());
        // What was typed before is there again: an arrow goes on from it, a letter starts afresh.
        if let Some(before) = folder.or_else(|| data.path.clone()) {
            path.insert(&before);
            path.select_all();
        }
        path.set_focused(true);
        self.show(Pane::Import(Box::new(Prompt { path, keep: data.own.is_some(), offers: Vec::new() })));
    }

    /// Changes the path that is typed; `false` where none is.
    fn type_path(&mut self, change: impl FnOnce(&mut QueryBox)) -> bool {
        let Pane::Import(prompt) = &mut self.pane else { return false };
        prompt.offers.clear();
        change(&mut prompt.path);
        true
    }
}

/// How many roles have something of each dataset.
fn counts(catalog: &Catalog<'_>) -> Vec<usize> {
    catalog.sources.iter().map(|source| roles(catalog, source.id)).collect()
}

/// The screen, where it is in front.
pub fn in_front(app: &App) -> Option<&DataView> {
    match app.trail.last() {
        Some(Screen::Data(view)) => Some(view),
        _ => None,
    }
}

fn in_front_mut(app: &mut App) -> Option<&mut DataView> {
    match app.trail.last_mut() {
        Some(Screen::Data(view)) => Some(view),
        _ => None,
    }
}

/// Whether a dataset can be downloaded.
pub const fn is_published(id: SourceId) -> bool {
    !id.is_embedded()
}

/// The first word of a job's heading while it runs: `Importing files`.
pub fn heading(job: &Job) -> String {
    match job {
        Job::Import { path, .. } => format!("Importing {path}"),
        Job::Fetch { .. } => "Downloading".to_owned(),
        Job::Reset => "Removing your own data".to_owned(),
    }
}
