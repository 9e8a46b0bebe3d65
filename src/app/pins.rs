//! The roles that are pinned for comparison.

use crate::catalog::RoleId;
use crate::compare::side_by_side::MOST;

/// How many roles can be compared at once.
pub const MOST_PINS: usize = MOST;

/// The pinned roles, in the order of their columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    roles: Vec<RoleId>,
    /// A fifth role, while the user is asked which of the four gives way to it.
    waiting: Option<RoleId>,
    /// The role that the others were compared with last.
    pub reference: Option<RoleId>,
}

impl Pins {
    pub fn roles(&self) -> &[RoleId] {
        &self.roles
    }

    /// The place of the role that the others are compared with; the first where none was chosen.
    pub fn reference_place(&self) -> usize {
        self.roles.iter().position(|role| Some(*role) == self.reference).unwrap_or(0)
    }

    pub fn has(&self, role: RoleId) -> bool {
        self.roles.contains(&role)
    }

    /// Pins a role, or takes its pin away; `false` where four others are pinned, and the role waits for one of them to
    /// give way.
    pub fn toggle(&mut self, role: RoleId) -> bool {
        if let Some(place) = self.roles.iter().position(|pinned| *pinned == role) {
            self.roles.remove(place);
        } else if self.roles.len() < MOST_PINS {
            self.roles.push(role);
        } else {
            self.waiting = Some(role);
            return false;
        }
        true
    }

    /// The role that waits for one of the four to give way.
    pub const fn waiting(&self) -> Option<RoleId> {
        self.waiting
    }

    /// Pins the waiting role in a place, 0 for the first; gives back the role that gave way.
    pub fn exchange(&mut self, place: usize) -> Option<RoleId> {
        let role = self.waiting.take()?;
        Some(std::mem::replace(self.roles.get_mut(place)?, role))
    }

    /// Keeps the four as they are; gives back the role that waited.
    pub const fn keep(&mut self) -> Option<RoleId> {
        self.waiting.take()
    }

    /// The same roles in another order; other roles change nothing.
    pub fn reorder(&mut self, roles: &[RoleId]) {
        if roles.len() == self.roles.len() && roles.iter().all(|role| self.has(*role)) {
            self.roles = roles.to_vec();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_role_waits_until_one_gives_way() {
        let mut pins = Pins::default();
        assert!((0..4).all(|id| pins.toggle(RoleId(id))));
        assert!(!pins.toggle(RoleId(9)));
        assert_eq!((pins.waiting(), pins.has(RoleId(9))), (Some(RoleId(9)), false));
        assert_eq!(pins.exchange(1), Some(RoleId(1)));
        assert_eq!(pins.roles(), [RoleId(0), RoleId(9), RoleId(2), RoleId(3)]);
        assert_eq!((pins.waiting(), pins.exchange(0)), (None, None));
        pins.toggle(RoleId(7));
        assert_eq!((pins.keep(), pins.has(RoleId(7))), (Some(RoleId(7)), false));
        assert!(pins.toggle(RoleId(9)) && pins.roles().len() == 3, "a pinned role is taken out");
    }

    #[test]
    fn an_order_has_the_same_roles() {
        let mut pins = Pins::default();
        (0..3).for_each(|id| _ = pins.toggle(RoleId(id)));
        pins.reorder(&[RoleId(2), RoleId(0), RoleId(1)]);
        assert_eq!(pins.roles(), [RoleId(2), RoleId(0), RoleId(1)]);
        pins.reorder(&[RoleId(2), RoleId(0)]);
        pins.reorder(&[RoleId(2), RoleId(0), RoleId(8)]);
        assert_eq!(pins.roles(), [RoleId(2), RoleId(0), RoleId(1)]);
    }
}
