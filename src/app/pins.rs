//! The roles that are pinned for comparison.

use crate::catalog::RoleId;

/// How many roles can be compared at once.
pub const MOST_PINS: usize = 4;

/// The pinned roles, in the order in which they were pinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    roles: Vec<RoleId>,
}

impl Pins {
    /// The pinned roles.
    #[must_use]
    pub fn roles(&self) -> &[RoleId] {
        &self.roles
    }

    /// Whether a role is pinned.
    #[must_use]
    pub fn has(&self, role: RoleId) -> bool {
        self.roles.contains(&role)
    }

    /// Pins a role, or takes its pin away; `false` where four others are pinned.
    pub fn toggle(&mut self, role: RoleId) -> bool {
        if let Some(place) = self.roles.iter().position(|pinned| *pinned == role) {
            self.roles.remove(place);
        } else if self.roles.len() < MOST_PINS {
            self.roles.push(role);
        } else {
            return false;
        }
        true
    }
}
