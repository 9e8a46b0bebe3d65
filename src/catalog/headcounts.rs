//! The people of a staff by role: what a catalog counts in the place of the nation's workers while a staff is looked at.

use std::sync::Arc;

use super::{Catalog, Code, Role};

/// How many people of a staff work in each role. They stand on the screen as they are, be they fewer than five: the file is
/// the user's own, and on the screen beside them. What leaves the program folds small groups (`staff::LEAST_PEOPLE`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headcounts {
    /// What the file is called: `staff.csv`.
    pub name: String,
    /// All who belong to the staff, in whichever role or in none.
    pub people: u64,
    /// The roles that somebody works in, by code.
    by_role: Vec<(Code, u32)>,
}

impl Headcounts {
    /// Posts and people by role, and `people` in all: parts of posts are rounded to whole people, in each role to one at
    /// least.
    pub fn new(name: impl Into<String>, by_role: impl IntoIterator<Item = (Code, f64)>, people: f64) -> Self {
        let held = by_role.into_iter().filter(|(_, people)| *people > 0.0);
        let mut by_role: Vec<(Code, u32)> = held.map(|(code, people)| (code, whole(people).max(1))).collect();
        by_role.sort_unstable();
        // A role of half a post is one person: all are no fewer than those in roles.
        let in_roles: u64 = by_role.iter().map(|(_, people)| u64::from(*people)).sum();
        Self { name: name.into(), people: in_roles.max(whole(people).into()), by_role }
    }

    /// The people of a role; 0 where nobody works in it.
    pub fn of(&self, code: Code) -> u32 {
        let found = self.by_role.binary_search_by_key(&code, |(code, _)| *code);
        found.ok().and_then(|place| self.by_role.get(place)).map_or(0, |(_, people)| *people)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn whole(people: f64) -> u32 {
    people.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

impl Catalog<'_> {
    /// The same catalog, counting a staff, or the nation's workers again.
    #[must_use]
    pub fn with_headcounts(&self, headcounts: Option<Arc<Headcounts>>) -> Self {
        Self { counted: headcounts, ..self.clone() }
    }

    /// The staff that is counted; none where the nation's workers are.
    pub fn headcounts(&self) -> Option<&Headcounts> {
        self.counted.as_deref()
    }

    /// How many people of the staff work in a role; none without a staff.
    pub fn headcount(&self, role: &Role<'_>) -> Option<u32> {
        self.headcounts().map(|headcounts| headcounts.of(role.code))
    }

    /// What those are called who are counted: `workers`; of a staff `people`, or `person`.
    pub fn counted_word(&self, count: u64) -> &'static str {
        match (self.headcounts(), count) {
            (None, _) => "workers",
            (Some(_), 1) => "person",
            (Some(_), _) => "people",
        }
    }

    /// What they are a share of: `OEWS employment in Texas`, `the staff`.
    pub fn counted_whole(&self) -> String {
        match self.headcounts() {
            None => format!("OEWS employment{}", self.there()),
            Some(_) => "the staff".to_owned(),
        }
    }

    /// The people of a role in words: `12 people of staff.csv`; none without a staff.
    pub fn headcount_text(&self, role: &Role<'_>) -> Option<String> {
        let (people, headcounts) = (self.headcount(role)?.into(), self.headcounts()?);
        Some(format!("{} {} of {}", super::grouped(people), self.counted_word(people), headcounts.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn parts_of_posts_are_whole_people_and_all_are_no_fewer() {
        let code = |text: &str| text.parse::<Code>().unwrap();
        let half = [(code("45-2093.02"), 0.4), (code("45-2093.01"), 0.5), (code("55-9999.00"), 0.0)];
        let headcounts = Headcounts::new("staff.csv", half, 0.9);
        assert_eq!(["45-2093.01", "45-2093.02", "55-9999.00"].map(|text| headcounts.of(code(text))), [1, 1, 0]);
        assert_eq!(headcounts.people, 2);
        let many = Headcounts::new("staff.csv", [(code("45-2093.01"), 12.5)], 1_240.4);
        assert_eq!((many.of(code("45-2093.01")), many.people), (13, 1_240));
    }

    #[test]
    fn without_a_staff_nothing_is_said_of_one() {
        let nation = fixture::catalog();
        let staffed = fixture::staffed();
        let role = &nation.roles[0];
        assert_eq!((nation.headcount(role), nation.headcount_text(role)), (None, None));
        assert_eq!(staffed.headcount_text(role).as_deref(), Some("12 people of staff.csv"));
        assert_eq!(staffed.headcount_text(&nation.roles[1]).as_deref(), Some("1 person of staff.csv"));
        assert_eq!(staffed.headcount_text(&nation.roles[2]).as_deref(), Some("0 people of staff.csv"));
        assert_eq!((nation.counted_whole(), staffed.counted_whole()), ("OEWS employment".into(), "the staff".into()));
        assert!(nation.headcounts().is_none() && staffed.with_headcounts(None).headcounts().is_none());
    }
}
