//! The map: roles in the plane of two figures.

use super::Step;
use crate::catalog::{Catalog, RoleId};

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct MapView {
    /// Which role the cursor is on.
    pub role: Option<RoleId>,
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

impl MapView {
    /// The screen as it opens.
    #[must_use]
    pub const fn new(role: Option<RoleId>) -> Self {
        Self { role }
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        self.role
    }

    /// Moves the cursor; `page` rows are in view.
    pub fn step(&mut self, _catalog: &Catalog<'_>, _step: Step, _page: usize) {}

    /// Does what a key of this screen does.
    pub fn act(&mut self, _catalog: &Catalog<'_>, action: Action) {
        match action {}
    }
}
