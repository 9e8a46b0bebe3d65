//! Moves within the house: from the roles of a staff with the highest exposure index to those of its other roles that share
//! most skills.

use crate::catalog::{Catalog, RoleId};
use crate::compare::moves::{Move, Profiles};
use crate::staff::counts::Held;

/// From so many roles.
const FROM: usize = 10;
/// To so many of each.
const TO: usize = 5;

/// How alike they are at the least: what the moves call near, the 40th nearest of all roles, is seldom less alike.
const ALIKE: f64 = 0.4;

/// What is said of them.
pub const SAID: &str = "Roles of this staff that share most skills with the ones of the highest index, each with five people \
    or more. Which skills are shared is all that is said: nothing here advises anybody to move, and nobody's own skills are \
    known.";

/// A role of the staff, and those of its roles whose profiles are alike; there may be none.
#[derive(Clone, Debug)]
pub struct FromRole {
    pub role: RoleId,
    pub held: Held,
    /// Most alike first.
    pub to: Vec<ToRole>,
}

/// A role of the same staff.
#[derive(Clone, Debug)]
pub struct ToRole {
    /// What the other role is, and what changes.
    pub to: Move,
    /// The people in it.
    pub held: Held,
}

/// The moves between the roles whose people are shown; roles without an index or without rated skills are not among them.
pub fn moves(catalog: &Catalog<'_>, roles: &[(RoleId, Held)]) -> Vec<FromRole> {
    let profiles = Profiles::of(catalog);
    let index = |role: RoleId| Some(catalog.role(role)?.exposure.index?.percentile.0);
    let rated = roles.iter().filter(|(role, _)| profiles.is_rated(*role));
    let mut from: Vec<(f64, RoleId, Held)> =
        rated.filter_map(|(role, held)| Some((index(*role)?, *role, *held))).collect();
    from.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    from.truncate(FROM);
    from.into_iter()
        .map(|(_, role, held)| {
            let to = |(other, held): &(RoleId, Held)| {
                let (here, there) = (catalog.role(role)?, catalog.role(*other)?);
                let to = Move::between(catalog, &profiles, (role, here), (*other, there));
                (*other != role && to.similarity.is_some_and(|alike| alike >= ALIKE))
                    .then_some(ToRole { to, held: *held })
            };
            let mut all: Vec<ToRole> = roles.iter().filter_map(to).collect();
            all.sort_by(|a, b| {
                let alike = |to: &ToRole| to.to.similarity.unwrap_or_default();
                alike(b).total_cmp(&alike(a)).then(a.to.role.cmp(&b.to.role))
            });
            all.truncate(TO);
            FromRole { role, held, to: all }
        })
        .collect()
}
