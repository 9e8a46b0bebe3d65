//! The comparison: up to four roles in aligned columns.

use super::Step;
use crate::catalog::{Catalog, RoleId};

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct CompareView {
    /// The roles, the reference among them.
    pub roles: Vec<RoleId>,
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

impl CompareView {
    /// The screen as it opens.
    #[must_use]
    pub const fn new(roles: Vec<RoleId>) -> Self {
        Self { roles }
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        self.roles.first().copied()
    }

    /// Moves the cursor; `page` rows are in view.
    pub fn step(&mut self, _catalog: &Catalog<'_>, _step: Step, _page: usize) {}

    /// Does what a key of this screen does.
    pub fn act(&mut self, _catalog: &Catalog<'_>, action: Action) {
        match action {}
    }
}
