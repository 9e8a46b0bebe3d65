//! What was decided goes along to another reading of the file, and to other data.

use std::collections::HashMap;

use super::decisions::{Decision, Decisions};
use super::{NEVER, Staff};
use crate::catalog::{Catalog, PlaceId, RoleId};
use crate::search::{Candidate, Found};

impl Staff {
    /// Takes the decisions of another reading of the same file, and the way back through them.
    pub fn go_on_from(&mut self, before: &Self) {
        let decided = before.titles.iter().filter_map(|title| Some((title.key(), title.decision?)));
        let decided: Decisions = decided.chain(before.others.clone()).collect();
        self.take(decided);
        let places: HashMap<_, usize> = self.titles.iter().enumerate().map(|(at, title)| (title.key(), at)).collect();
        let same = |(title, stood): &(usize, Option<Decision>)| {
            Some((*places.get(&before.titles.get(*title)?.key())?, *stood))
        };
        self.history = before.history.iter().filter_map(same).collect();
        self.saved = match before.history.get(..before.saved) {
            Some(saved) => saved.iter().filter_map(same).count(),
            None => NEVER,
        };
    }

    /// Speaks of the roles of other data from now on, found by their codes. How many titles were decided to be a role that
    /// is not there: they wait for a decision again.
    pub fn carry_over(&mut self, from: &Catalog<'_>, to: &Catalog<'_>) -> usize {
        let codes = from.roles.iter().map(|role| to.role_by_code(role.code));
        let there: Vec<Option<RoleId>> = codes.collect();
        let role = |id: RoleId| there.get(usize::from(id.0)).copied().flatten();
        let decision = |decision: Option<Decision>| match decision? {
            Decision::Role(id) => role(id).map(Decision::Role),
            other => Some(other),
        };
        self.revision += 1;
        let mut gone = 0;
        for title in &mut self.titles {
            let stood = title.decision;
            title.decision = decision(stood);
            gone += usize::from(title.decision != stood && title.decision.is_none());
            title.coding.candidates.retain_mut(|candidate| carried(candidate, role(candidate.role), from, to));
        }
        for (_, stood) in &mut self.history {
            *stood = decision(*stood);
        }
        let others = self.others.drain().filter_map(|(key, stood)| Some((key, decision(Some(stood))?)));
        self.others = others.collect();
        let places: Vec<Option<PlaceId>> = from.places.iter().map(|place| to.place_of_area(place.area)).collect();
        for row in &mut self.rows {
            row.place = row.place.and_then(|id| places.get(usize::from(id.0)).copied().flatten());
        }
        gone
    }
}

/// Makes a candidate speak of the same role in other data; `false` where it is not there. What it matched stays where the
/// role has the same text there.
fn carried(candidate: &mut Candidate, there: Option<RoleId>, from: &Catalog<'_>, to: &Catalog<'_>) -> bool {
    let Some((role, before, after)) = there.and_then(|id| Some((id, from.role(candidate.role)?, to.role(id)?))) else {
        return false;
    };
    let found = candidate.matched.found;
    if found.text(from, before) != found.text(to, after) {
        candidate.matched.found = Found::Title;
        candidate.matched.marked.clear();
    }
    candidate.role = role;
    true
}
