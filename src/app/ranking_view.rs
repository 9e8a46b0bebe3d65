//! The ranking: roles in a table, filtered and ordered.

use super::Step;
use crate::catalog::{Catalog, RoleId};

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct RankingView {
    /// The roles of the table, in its order.
    pub rows: Vec<RoleId>,
    /// Which of them the cursor is on.
    pub cursor: usize,
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

impl RankingView {
    /// The screen as it opens.
    #[must_use]
    pub const fn new(rows: Vec<RoleId>) -> Self {
        Self { rows, cursor: 0 }
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        self.rows.get(self.cursor).copied()
    }

    /// Moves the cursor; `page` rows are in view.
    pub fn step(&mut self, _catalog: &Catalog<'_>, _step: Step, _page: usize) {}

    /// Does what a key of this screen does.
    pub fn act(&mut self, _catalog: &Catalog<'_>, action: Action) {
        match action {}
    }
}
