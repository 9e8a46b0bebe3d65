//! Other data under an open staff: roles and places go by their codes.

use super::Staff;
use super::decisions::Decision;
use crate::catalog::{PlaceId, RoleId};
use crate::search::{Candidate, Evidence, Found};

impl Staff {
    /// Keeps what was coded and decided, by what `role` and `place` are in other data. A role that is gone is no candidate any
    /// more, and what was decided for it is open again; which title of a role was matched is known when the file is read anew.
    pub fn follow(&mut self, role: impl Fn(RoleId) -> Option<RoleId>, place: impl Fn(PlaceId) -> Option<PlaceId>) {
        let decided = |decision: Decision| match decision {
            Decision::Role(of) => role(of).map(Decision::Role),
            other => Some(other),
        };
        for title in &mut self.titles {
            let candidates = std::mem::take(&mut title.coding.candidates).into_iter();
            let matched = || Evidence { found: Found::Title, marked: Vec::new() };
            let here = |one: Candidate| Some(Candidate { role: role(one.role)?, matched: matched(), ..one });
            title.coding.candidates = candidates.filter_map(here).collect();
            title.decision = title.decision.and_then(decided);
        }
        self.others = std::mem::take(&mut self.others)
            .into_iter()
            .filter_map(|(title, decision)| Some((title, decided(decision)?)))
            .collect();
        for (_, before) in &mut self.history {
            *before = before.and_then(decided);
        }
        for row in &mut self.rows {
            row.place = row.place.and_then(&place);
        }
    }
}
