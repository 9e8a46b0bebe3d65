//! The data screen as the others see it.

use super::{Data, DataView, Pane, Prompt, Room, counts, pane_lines};
use crate::app::query_box::{Edit, QueryBox};
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{Context, Screen, Step};
use crate::catalog::{Catalog, RoleId};
use crate::compare::provenance::Ask;

impl DataView {
    pub(super) fn show(&mut self, pane: Pane) {
        self.pane = pane;
        self.scroll = 0;
    }

    /// Whoever has data of their own keeps them unless they say otherwise: nothing that works is lost by a default.
    pub(super) fn ask_for_path(&mut self, data: &Data) {
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

impl View for DataView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        "data".to_owned()
    }

    fn context(&self) -> Context {
        match self.pane {
            Pane::Import(_) => Context::Path,
            Pane::Fetch(_) | Pane::Reset => Context::Ask,
            Pane::Source | Pane::Details | Pane::Job => Context::Data,
        }
    }

    fn role(&self, _catalog: &Catalog<'static>) -> Option<RoleId> {
        None
    }

    /// It says itself what is known of each dataset.
    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        Vec::new()
    }

    /// Moves the cursor in the list, or scrolls the pane.
    fn step(&mut self, step: Step, around: Around<'_>) {
        let room = Room::of(self, around);
        if self.scrolls() {
            let seen = room.pane_rows().max(1);
            let lines = pane_lines(self, around, room.cells()).len();
            self.scroll = step.from(self.scroll, (lines + 1).saturating_sub(seen), seen);
        } else {
            let page = usize::from(room.rows.saturating_sub(1)).max(1);
            self.cursor = step.from(self.cursor, around.catalog().sources.len(), page);
            self.scroll = 0;
        }
    }

    /// The details of the dataset; after a download, its import.
    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        let has_come = around.data.ended.as_ref().is_some_and(|ended| ended.folder.is_some());
        match self.pane {
            Pane::Job if around.data.running.is_none() && has_come => self.ask_for_path(around.data),
            Pane::Source => self.show(Pane::Details),
            _ => {}
        }
        None
    }

    fn close(&mut self) -> bool {
        let is_open = !matches!(self.pane, Pane::Source);
        if is_open {
            self.show(Pane::Source);
        }
        is_open
    }

    fn insert(&mut self, text: &str, _around: Around<'_>) -> bool {
        self.type_path(|path| path.insert(text))
    }

    fn edit(&mut self, edit: Edit, _around: Around<'_>) -> bool {
        self.type_path(|path| path.edit(edit))
    }

    fn reload(&mut self, _change: Change, around: Around<'_>) -> Result<(), String> {
        self.cursor = self.cursor.min(around.catalog().sources.len().saturating_sub(1));
        self.roles = counts(around.catalog());
        Ok(())
    }
}
