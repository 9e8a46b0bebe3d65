//! Where one could go from a role: the roles that O*NET relates to it and those nearest by skill profile, each with what
//! changes. Nothing here is a forecast or advice.

mod order;
mod profile;
mod shift;
mod skills;
mod words;

use crate::catalog::{Catalog, Metric, Role, RoleId, Thousands, Tier};

pub use order::{LESS_OVERLAP, Listed, Order, Question, Scope, Terms};
pub use profile::{Beyond, Products, Profiles};
pub use shift::Shift;
pub use skills::{Asked, BROUGHT, Skills, level};
pub use words::{figures, figures_in_short};

/// How many roles count as the nearest.
pub const NEAREST: u16 = 40;

/// What the similarity is, for screens and reports.
pub const ALIKE: &str = "alike: correlation of the importance and level of 35 skills and 33 kinds of knowledge, the \
    average role taken away; 1 is the same profile, 0 no more alike than any two roles.";

/// What the gap is, for screens and reports.
pub const GAP: &str = "gap: levels (0 to 7) asked for there above those here, on average, weighted by importance there; \
    degrees, licences and experience are not in it.";

/// Both in a line.
pub const BRIEF: &str = "alike: correlation of skill profiles; gap: levels asked for beyond those here";

/// What a move to every other role would change.
#[derive(Clone, Debug)]
pub struct Moves {
    /// The role that one comes from.
    pub from: RoleId,
    /// Every other role, by code.
    pub rows: Vec<Move>,
    /// Whether O*NET rates the role's skills; without that there is no similarity and no gap.
    pub is_rated: bool,
    /// How many of the others have no similarity: O*NET does not rate their skills, or not this role's.
    pub unplaced: usize,
}

/// What a move to one role would change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    pub role: RoleId,
    /// How close O*NET relates it, and its place in O*NET's order.
    pub related: Option<(Tier, u16)>,
    /// How alike the profiles are, -1 to 1: see [`Profiles::similarity`].
    pub similarity: Option<f64>,
    /// Its place by similarity among all roles, 1 the most alike.
    pub place: Option<u16>,
    /// Levels that it asks for beyond those of the role one comes from: see [`Profiles::gap`].
    pub gap: Option<f64>,
    /// Change of the exposure index.
    pub overlap: Shift,
    /// Change of the median pay: of a year, or of an hour where one of the two has no other.
    pub pay: Shift,
    /// Change of the projected change.
    pub outlook: Shift,
    /// Whether employment there is projected to decline, and faster than here; none where that cannot be told.
    pub declines_faster: Option<bool>,
    /// Openings a year there: how many chances there are.
    pub openings: Option<Thousands>,
}

impl Move {
    /// What a move between two roles changes, without how O*NET relates them and without a place among all roles.
    pub fn between(
        catalog: &Catalog<'_>,
        profiles: &Profiles,
        (from, here): (RoleId, &Role<'_>),
        (role, there): (RoleId, &Role<'_>),
    ) -> Self {
        let shift = |metric| Shift::of(metric, catalog, there, here);
        Self {
            role,
            related: None,
            similarity: profiles.similarity(from, role),
            place: None,
            gap: profiles.gap(from, role),
            overlap: shift(Metric::Index),
            pay: Shift::of_pay(catalog, there, here),
            outlook: shift(Metric::Change),
            declines_faster: declines_faster(catalog, there, here),
            openings: catalog.outlook(there).map(|outlook| outlook.openings),
        }
    }

    /// Whether it is among the nearest by profile.
    pub fn is_near(&self) -> bool {
        self.place.is_some_and(|place| place <= NEAREST)
    }

    /// How it is found, in a word: `related`, `near`, `both`; none where only the list of all roles has it.
    pub fn found(&self) -> Option<&'static str> {
        match (self.related, self.is_near()) {
            (Some(_), true) => Some("both"),
            (Some(_), false) => Some("related"),
            (None, true) => Some("near"),
            (None, false) => None,
        }
    }

    /// The similarity with two decimals.
    pub fn alike_text(&self) -> Option<String> {
        // Rounding may leave a sign without a figure.
        self.similarity.map(|alike| format!("{alike:.2}").replace("-0.00", "0.00"))
    }

    /// The gap with two decimals.
    pub fn gap_text(&self) -> Option<String> {
        self.gap.map(|gap| format!("{gap:.2}"))
    }

    /// Openings a year there, in short.
    pub fn openings_text(&self) -> Option<String> {
        self.openings.map(|openings| openings.to_string())
    }

    /// How close O*NET relates it, in a word.
    pub fn tier(&self) -> Option<&'static str> {
        self.related.map(|(tier, _)| tier.word())
    }
}

impl Moves {
    /// Computes what a move from a role would change, for every other role.
    pub fn of(catalog: &Catalog<'_>, from: RoleId) -> Self {
        let profiles = Profiles::of(catalog);
        let mut rows = Vec::with_capacity(catalog.roles.len());
        if let Some(here) = catalog.role(from) {
            let mut related = vec![None; catalog.roles.len()];
            for (at, place) in here.related.iter().zip(1..) {
                if let Some(slot) = related.get_mut(usize::from(at.role.0)) {
                    *slot = Some((at.tier, place));
                }
            }
            for ((role, there), related) in catalog.roles_with_ids().zip(related) {
                if role == from {
                    continue;
                }
                rows.push(Move { related, ..Move::between(catalog, &profiles, (from, here), (role, there)) });
            }
        }
        let unplaced = place(&mut rows);
        Self { from, rows, is_rated: profiles.is_rated(from), unplaced }
    }
}

fn declines_faster(catalog: &Catalog<'_>, there: &Role<'_>, here: &Role<'_>) -> Option<bool> {
    let change = |role| Some(catalog.outlook(role)?.change_percent.0);
    let there = change(there)?;
    // Growth is no decline, whatever is known of here.
    if there >= 0 { Some(false) } else { Some(there < change(here)?) }
}

/// Gives each row its place by similarity; returns how many have none.
fn place(rows: &mut [Move]) -> usize {
    let mut known: Vec<(f64, usize)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((row.similarity?, at))).collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for ((_, at), place) in known.iter().zip(1..) {
        if let Some(row) = rows.get_mut(*at) {
            row.place = Some(place);
        }
    }
    rows.len() - known.len()
}

#[cfg(test)]
mod tests;
