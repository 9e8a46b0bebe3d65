//! The data screen: what is loaded, how old it is, and how to change it.

mod act;
mod as_view;
pub mod draw;
pub mod keys;
mod pane;
mod room;
#[cfg(test)]
mod tests;

pub use act::act;
pub use pane::{Line, Tone, head, pane_lines, size};
pub use room::Room;

use crate::app::data::{Completion, Data, Listing};
use crate::app::job::Job;
use crate::app::query_box::QueryBox;
use crate::app::view::Around;
use crate::app::{Msg, ScreenAction};
use crate::catalog::{Catalog, Source, SourceId};
use crate::compare::coverage::roles;

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
    pub scroll: usize,
}

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
    /// Whether the user's own data is to be removed.
    Reset,
    /// The job that runs, or how the last one ended.
    Job,
}

/// Which files are to be imported.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// Their place.
    pub path: QueryBox,
    /// Whether the present data stays for what is not brought.
    pub keep: bool,
    /// What the path may be completed to.
    pub offers: Vec<String>,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Data(Action::Open));

/// What the keys of this screen do, and the answers that it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// What can be downloaded.
    Listed(Listing),
    /// What a path may be completed to.
    Completed(Completion),
    /// Asks which files are to be imported.
    Import,
    StartImport,
    Complete,
    /// Turns between keeping the present data and the snapshot for what is not brought.
    TurnKeep,
    /// Chooses the dataset for a download, or not.
    Choose,
    /// Lists what would be downloaded, and asks.
    Fetch,
    /// Asks whether the user's own data is to be removed.
    Reset,
    Yes,
    No,
    Cancel,
    /// Shows the job that runs, or how the last one ended.
    Job,
}

impl DataView {
    pub fn new(around: Around<'_>) -> Self {
        let has_job = around.data.running.is_some() || around.data.is_news;
        let pane = if has_job { Pane::Job } else { Pane::Source };
        Self { cursor: 0, chosen: Vec::new(), roles: counts(around.catalog()), pane, scroll: 0 }
    }

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

/// A job's heading while it runs: `Importing ~/onet`.
pub fn heading(job: &Job) -> String {
    match job {
        Job::Import { path, .. } => format!("Importing {path}"),
        Job::Fetch { .. } => "Downloading".to_owned(),
        Job::Reset => "Removing your own data".to_owned(),
    }
}
