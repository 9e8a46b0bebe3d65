//! The search screen: a query, and what it finds; without a query, all roles by major group.

use super::query_box::{Edit, QueryBox};
use super::{Group, Step, groups};
use crate::catalog::{Catalog, RoleId};
use crate::search::{Engine, Hit, Results};

/// How many roles are looked at first; the rest follow when the cursor gets there.
const FIRST: usize = 60;

/// The state of the search screen.
pub struct SearchView {
    /// What is typed.
    pub query: QueryBox,
    /// Whether letters go to the query; otherwise they are commands.
    pub typing: bool,
    /// What it finds; `None` while the query is blank and all roles are browsed.
    pub results: Option<Results>,
    /// The major groups, for browsing.
    pub groups: Vec<Group>,
    /// Which role of the list the cursor is on.
    pub cursor: usize,
    /// The cursor while browsing, kept during a search.
    browsed: usize,
    roles: usize,
    /// Whether all that the query finds was asked for.
    complete: bool,
}

impl SearchView {
    /// All roles, with the keys at the query.
    #[must_use]
    pub fn new(catalog: &Catalog<'static>) -> Self {
        Self {
            query: QueryBox::new(),
            typing: true,
            results: None,
            groups: groups(catalog),
            cursor: 0,
            browsed: 0,
            roles: catalog.roles.len(),
            complete: false,
        }
    }

    /// How many roles the list has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.results.as_ref().map_or(self.roles, |results| results.hits.len())
    }

    /// Whether the list has no role.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        match &self.results {
            Some(_) => self.hit().map(|hit| hit.role),
            None if self.cursor < self.roles => u16::try_from(self.cursor).ok().map(RoleId),
            None => None,
        }
    }

    /// The hit under the cursor; none while browsing.
    #[must_use]
    pub fn hit(&self) -> Option<&Hit> {
        self.results.as_ref()?.hits.get(self.cursor)
    }

    /// The group under the cursor, while browsing.
    #[must_use]
    pub fn group(&self) -> Option<usize> {
        if self.results.is_some() {
            return None;
        }
        self.groups.iter().position(|group| group.roles.contains(&self.cursor))
    }

    /// Gives the keys to the query or to the list.
    pub fn focus(&mut self, typing: bool) {
        self.typing = typing;
        self.query.set_focused(typing);
    }

    /// Puts text into the query and searches.
    pub fn insert(&mut self, text: &str, engine: &Engine) {
        self.change(engine, |query| query.insert(text));
    }

    /// Changes the query and searches where the text is another.
    pub fn edit(&mut self, edit: Edit, engine: &Engine) {
        self.change(engine, |query| query.edit(edit));
    }

    /// Takes the query away: all roles again, the cursor where it was among them.
    pub fn clear(&mut self, engine: &Engine) {
        self.change(engine, QueryBox::clear);
    }

    fn change(&mut self, engine: &Engine, how: impl FnOnce(&mut QueryBox)) {
        let before = self.query.text().to_owned();
        how(&mut self.query);
        // A space at the end counts: it says that the last word is whole.
        let text = self.query.text();
        if text == before {
            return;
        }
        if before.trim().is_empty() {
            self.browsed = self.cursor;
        }
        if text.trim().is_empty() {
            self.results = None;
            self.cursor = self.browsed;
        } else {
            self.results = Some(engine.search(text, FIRST));
            self.complete = false;
            self.cursor = 0;
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step, page: usize, engine: &Engine) {
        let ahead = self.cursor.saturating_add(page.max(1));
        if matches!(step, Step::Down | Step::HalfDown | Step::PageDown | Step::Bottom) {
            self.look_further(ahead, step == Step::Bottom, engine);
        }
        self.cursor = step.from(self.cursor, self.len(), page);
    }

    fn look_further(&mut self, ahead: usize, all: bool, engine: &Engine) {
        let Some(results) = &self.results else { return };
        let short = !self.complete && results.hits.len() < results.roles;
        if short && (all || ahead >= results.hits.len()) {
            self.results = Some(engine.search(self.query.text(), results.roles));
            self.complete = true;
        }
    }

    /// To the first role of the next group, while browsing.
    pub fn next_group(&mut self) {
        if let Some(group) = self.group().and_then(|at| self.groups.get(at + 1)) {
            self.cursor = group.roles.start;
        }
    }

    /// To the first role of this group, or of the one before when already there.
    pub fn previous_group(&mut self) {
        let Some(at) = self.group() else { return };
        let start = |at: usize| self.groups.get(at).map_or(0, |group| group.roles.start);
        self.cursor = if self.cursor > start(at) { start(at) } else { start(at.saturating_sub(1)) };
    }
}
