//! The staff screen as the others see it.

use super::{Face, StaffView, Summary};
use crate::app::query_box::{Edit, QueryBox};
use crate::app::reload::Change;
use crate::app::view::{Around, OF_STAFF, View};
use crate::app::{Screen, Step};
use crate::catalog::{Catalog, RoleId};
use crate::staff::columns::Holds;

impl StaffView {
    /// Changes what is typed; `false` where nothing is.
    fn type_in(&mut self, around: Around<'_>, how: impl FnOnce(&mut QueryBox)) -> bool {
        if self.face == Face::Search {
            let is_typed = self.search.change(how);
            if is_typed {
                self.find(around.engine);
            }
            return is_typed;
        }
        let is_typed = self.face == Face::Titles && self.filter.change(how);
        if let Some(staff) = around.staff.filter(|_| is_typed) {
            self.list(staff, around.catalog());
        }
        is_typed
    }
}

impl View for StaffView {
    fn name(&self, _: &Catalog<'static>, _: Option<&Screen>) -> String {
        "staff".to_owned()
    }

    fn role(&self) -> Option<RoleId> {
        self.role
    }

    fn query(&self) -> Option<&str> {
        Some(OF_STAFF)
    }

    fn is_of_staff(&self) -> bool {
        true
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        let page = Self::page(around);
        match self.face {
            Face::Columns => self.choice.cursor = step.from(self.choice.cursor, Holds::ALL.len(), page),
            Face::Search => self.found_cursor = step.from(self.found_cursor, self.found.len(), page),
            Face::Titles | Face::Title => {
                let row = step.from(self.cursor, self.rows.len(), page);
                if row != self.cursor {
                    (self.cursor, self.candidate) = (row, 0);
                }
            }
        }
    }

    /// The title under the cursor in full size.
    fn open(&mut self, _: Around<'_>) -> Option<Screen> {
        self.face = Face::Title;
        None
    }

    fn close(&mut self) -> bool {
        match self.face {
            Face::Titles => return false,
            Face::Title | Face::Columns => self.face = Face::Titles,
            Face::Search => {
                self.search.keep();
                self.face = Face::Title;
            }
        }
        true
    }

    fn insert(&mut self, text: &str, around: Around<'_>) -> bool {
        self.type_in(around, |line| line.insert(text))
    }

    fn edit(&mut self, edit: Edit, around: Around<'_>) -> bool {
        self.type_in(around, |line| line.edit(edit))
    }

    fn follow(&mut self, around: Around<'_>) -> bool {
        if let Some(staff) = around.staff {
            self.look_at(staff);
        }
        around.staff.is_some()
    }

    /// The same titles, the cursor on the same one.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        self.found = self.found.iter().filter_map(|role| change.role(*role)).collect();
        self.found_cursor = self.found_cursor.min(self.found.len().saturating_sub(1));
        if let Some(staff) = around.staff {
            self.summary = Summary::of(staff);
            self.look_at(staff);
        }
        Ok(())
    }
}
