//! Single tasks in a list: what a query finds among all tasks.

use crate::app::Step;
use crate::search::Engine;
use crate::search::language::{Parsed, TaskHit, TaskResults};

/// How many tasks are looked at first; the rest follow when the cursor gets there.
const FIRST: usize = 100;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskList {
    /// What the query finds.
    pub results: TaskResults,
    pub cursor: usize,
}

impl TaskList {
    pub fn of(query: &Parsed, engine: &Engine) -> Self {
        Self { results: engine.tasks(query, FIRST), cursor: 0 }
    }

    /// The task under the cursor.
    pub fn hit(&self) -> Option<&TaskHit> {
        self.results.hits.get(self.cursor)
    }

    pub fn step(&mut self, step: Step, page: usize, query: &Parsed, engine: &Engine) {
        let ahead = self.cursor.saturating_add(page.max(1));
        let known = self.results.hits.len();
        if known < self.results.tasks && (step == Step::Bottom || ahead >= known) {
            self.results = engine.tasks(query, self.results.tasks);
        }
        self.cursor = step.from(self.cursor, self.results.hits.len(), page);
    }
}
