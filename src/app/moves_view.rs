//! The moves: where one could go from a role.

use super::Step;
use crate::catalog::{Catalog, RoleId};

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct MovesView {
    /// The role that one comes from.
    pub from: RoleId,
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

impl MovesView {
    /// The screen as it opens.
    #[must_use]
    pub const fn new(from: RoleId) -> Self {
        Self { from }
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        Some(self.from)
    }

    /// Moves the cursor; `page` rows are in view.
    pub fn step(&mut self, _catalog: &Catalog<'_>, _step: Step, _page: usize) {}

    /// Does what a key of this screen does.
    pub fn act(&mut self, _catalog: &Catalog<'_>, action: Action) {
        match action {}
    }
}
