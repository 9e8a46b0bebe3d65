//! The data screen as the others see it.

use super::{DataView, Pane, Room, counts, pane_lines};
use crate::app::query_box::Edit;
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{Screen, Step};
use crate::catalog::Catalog;

impl View for DataView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        "data".to_owned()
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

    /// What is being typed or asked is not taken away; the title line has the news.
    fn tell_job(&mut self) -> bool {
        let is_free = matches!(self.pane, Pane::Source | Pane::Details | Pane::Job);
        if is_free {
            self.show(Pane::Job);
        }
        is_free
    }

    fn reload(&mut self, _change: Change, around: Around<'_>) -> Result<(), String> {
        self.cursor = self.cursor.min(around.catalog().sources.len().saturating_sub(1));
        self.roles = counts(around.catalog());
        Ok(())
    }
}
