//! How many people of a staff work in which role, and how sure that is.

use std::collections::HashMap;

use super::title::{Standing, Title};
use crate::catalog::RoleId;

/// The people of a role.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Held {
    /// Posts or people in all.
    pub people: f64,
    /// Those among them whose title is doubtful.
    pub doubtful: f64,
}

impl std::ops::AddAssign for Held {
    fn add_assign(&mut self, other: Self) {
        self.people += other.people;
        self.doubtful += other.doubtful;
    }
}

impl std::iter::Sum for Held {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let mut sum = Self::default();
        all.for_each(|held| sum += held);
        sum
    }
}

/// The people of a staff, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    by_role: HashMap<RoleId, Held>,
    by_standing: HashMap<Standing, f64>,
}

impl Counts {
    /// Counts people of a title.
    pub fn add(&mut self, title: &Title, people: f64) {
        let standing = title.standing();
        *self.by_standing.entry(standing).or_default() += people;
        if let Some(role) = title.role() {
            let held = self.by_role.entry(role).or_default();
            held.people += people;
            held.doubtful += if standing == Standing::Doubtful { people } else { 0.0 };
        }
    }

    /// The roles with their people, most people first.
    pub fn roles(&self) -> Vec<(RoleId, Held)> {
        let mut roles: Vec<(RoleId, Held)> = self.by_role.iter().map(|(role, held)| (*role, *held)).collect();
        roles.retain(|(_, held)| held.people > 0.0);
        roles.sort_by(|a, b| b.1.people.total_cmp(&a.1.people).then(a.0.cmp(&b.0)));
        roles
    }

    /// The people of a role.
    pub fn of_role(&self, role: RoleId) -> Held {
        self.by_role.get(&role).copied().unwrap_or_default()
    }

    /// Posts or people whose titles stand so.
    pub fn of(&self, standing: Standing) -> f64 {
        self.by_standing.get(&standing).copied().unwrap_or_default()
    }

    /// All who belong to the staff: everybody but those left out.
    pub fn people(&self) -> f64 {
        Standing::ALL.iter().filter(|standing| **standing != Standing::LeftOut).map(|standing| self.of(*standing)).sum()
    }

    /// All who are counted in a role.
    pub fn coded(&self) -> f64 {
        Standing::ALL.iter().filter(|standing| standing.has_role()).map(|standing| self.of(*standing)).sum()
    }

    /// Those among them whose role is sure or decided.
    pub fn sure(&self) -> f64 {
        self.of(Standing::Decided) + self.of(Standing::Sure)
    }
}
