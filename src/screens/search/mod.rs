//! The search screen: a query, and what it finds; without a query, all roles by major group.

pub mod completing;
pub mod draw;
pub mod groups;
pub mod keys;
pub mod task_list;

use crate::app::query_box::{Edit, QueryBox};
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Screen, Step};
use crate::catalog::{Catalog, Figure, Metric, RoleId, Study};
use crate::compare::provenance::Ask;
use crate::screens::role::RoleView;
use crate::search::language::{Blocking, Parsed, blocking};
use crate::search::{Engine, Hit, Results};
use completing::Completing;
use groups::{Group, groups};
use task_list::TaskList;

/// How many roles are looked at first; the rest follow when the cursor gets there.
const FIRST: usize = 60;

pub struct SearchView {
    /// What is typed.
    pub query: QueryBox,
    /// Whether letters go to the query; otherwise they are commands.
    pub typing: bool,
    /// What it finds; `None` while the query asks for nothing and all roles are browsed.
    pub results: Option<Results>,
    /// The query as the language reads it.
    pub parsed: Parsed,
    /// What the word at the cursor may be completed to.
    pub completing: Completing,
    /// Which filters leave nothing, where nothing is found.
    pub blocking: Vec<Blocking>,
    /// The tasks that it finds, while single tasks are listed.
    pub tasks: Option<TaskList>,
    /// Whether all evidence of the role under the cursor is shown.
    pub unfolded: bool,
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

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Gives the keys to the list, or back to the query.
    ToggleFocus,
    /// Completes the word at the cursor of the query.
    Complete,
    /// Takes a filter out of the query.
    DropFilter,
    /// Writes a mistyped word as it was taken.
    AcceptCorrection,
    /// Shows all evidence of the role under the cursor, or the best alone.
    Unfold,
    ToggleTasks,
    NextGroup,
    PreviousGroup,
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (view, engine) = (&mut app.search, &app.engine);
    match action {
        Action::ToggleFocus => view.focus(!view.typing),
        Action::Complete => view.complete_word(engine),
        Action::DropFilter => view.drop_filter(engine),
        Action::AcceptCorrection => view.accept_correction(engine),
        Action::Unfold => view.unfolded = !view.unfolded,
        Action::ToggleTasks => view.toggle_tasks(engine),
        Action::NextGroup => view.next_group(),
        Action::PreviousGroup => view.previous_group(),
    }
    Vec::new()
}

impl SearchView {
    /// All roles, with the keys at the query.
    pub fn new(catalog: &Catalog<'static>) -> Self {
        Self {
            query: QueryBox::new(),
            typing: true,
            results: None,
            parsed: Parsed::default(),
            completing: Completing::default(),
            blocking: Vec::new(),
            tasks: None,
            unfolded: false,
            groups: groups(catalog),
            cursor: 0,
            browsed: 0,
            roles: catalog.roles.len(),
            complete: false,
        }
    }

    /// How many roles the list has.
    pub fn len(&self) -> usize {
        self.results.as_ref().map_or(self.roles, |results| results.hits.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hit under the cursor; none while browsing.
    pub fn hit(&self) -> Option<&Hit> {
        if self.tasks.is_some() {
            return None;
        }
        self.results.as_ref()?.hits.get(self.cursor)
    }

    /// The group under the cursor, while browsing.
    pub fn group(&self) -> Option<usize> {
        if self.results.is_some() || self.tasks.is_some() {
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
    pub fn insert_text(&mut self, text: &str, engine: &Engine) {
        self.change(engine, |query| query.insert(text));
    }

    /// Takes the query away: all roles again, the cursor where it was among them.
    pub fn clear(&mut self, engine: &Engine) {
        self.change(engine, QueryBox::clear);
    }

    fn change(&mut self, engine: &Engine, how: impl FnOnce(&mut QueryBox)) {
        let before = self.query.text().to_owned();
        how(&mut self.query);
        // A space at the end counts: it says that the last word is whole.
        if self.query.text() != before {
            self.ask(engine);
        }
        self.completing = Completing::of(&self.query, &self.parsed, engine.catalog());
    }

    /// Searches for what the query says now.
    fn ask(&mut self, engine: &Engine) {
        self.parsed = engine.read(self.query.text());
        if self.results.is_none() {
            self.browsed = self.cursor;
        }
        self.blocking.clear();
        if self.parsed.is_blank() {
            self.results = None;
            self.cursor = self.browsed;
        } else {
            let results = engine.find(&self.parsed, FIRST);
            if results.hits.is_empty() {
                self.blocking = blocking(engine, &self.parsed);
            }
            self.results = Some(results);
            self.complete = false;
            self.cursor = 0;
        }
        if self.tasks.is_some() {
            self.tasks = Some(TaskList::of(&self.parsed, engine));
        }
    }

    /// Puts the offer at the cursor into the query, the next one when that was done just before.
    fn complete_word(&mut self, engine: &Engine) {
        let Some((span, text)) = self.completing.take_next() else { return };
        let kept = self.completing.clone();
        // A suggestion that is taken from behind leaves the cursor there.
        let goes_on = span.end < self.query.cursor();
        self.query.replace(span, &text);
        if goes_on {
            self.query.edit(Edit::End);
        }
        self.ask(engine);
        self.completing = kept.taken(text.len());
    }

    /// Takes the filter at the cursor out of the query, or the last one.
    fn drop_filter(&mut self, engine: &Engine) {
        let Some(term) = self.marked_filter().and_then(|place| self.parsed.terms.get(place)) else { return };
        let mut span = term.span.clone();
        let text = self.query.text();
        // The operator before it goes with it, or the one behind it; and one space.
        let is_space = |range: std::ops::Range<usize>| text.get(range).is_some_and(|text| text.trim().is_empty());
        let operators = &self.parsed.operators;
        if let Some(before) = operators.iter().find(|operator| is_space(operator.end..span.start)) {
            span.start = before.start;
        } else if let Some(behind) = operators.iter().find(|operator| is_space(span.end..operator.start)) {
            span.end = behind.end;
        }
        if text.get(span.end..).is_some_and(|rest| rest.starts_with(' ')) {
            span.end += 1;
        } else if text.get(..span.start).is_some_and(|before| before.ends_with(' ')) {
            span.start -= 1;
        }
        self.change(engine, |query| query.replace(span, ""));
    }

    /// The filter that the cursor is at, or the last one.
    pub fn marked_filter(&self) -> Option<usize> {
        let at_cursor = if self.typing { self.parsed.term_at(self.query.cursor()) } else { None };
        at_cursor.or(self.parsed.terms.len().checked_sub(1))
    }

    /// Writes the words in the query as they were taken.
    fn accept_correction(&mut self, engine: &Engine) {
        let Some(results) = &self.results else { return };
        for correction in results.corrections.clone() {
            if let Some(span) = engine.place_of(self.query.text(), &correction.typed) {
                self.query.replace(span, &correction.meant);
            }
        }
        self.query.edit(Edit::End);
        self.ask(engine);
        self.completing = Completing::of(&self.query, &self.parsed, engine.catalog());
    }

    fn toggle_tasks(&mut self, engine: &Engine) {
        self.tasks = match self.tasks {
            Some(_) => None,
            None => Some(TaskList::of(&self.parsed, engine)),
        };
    }

    fn go(&mut self, step: Step, page: usize, engine: &Engine) {
        if let Some(tasks) = &mut self.tasks {
            return tasks.step(step, page, &self.parsed, engine);
        }
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
            self.results = Some(engine.find(&self.parsed, results.roles));
            self.complete = true;
        }
    }

    /// To the first role of the next group, while browsing.
    fn next_group(&mut self) {
        if let Some(group) = self.group().and_then(|at| self.groups.get(at + 1)) {
            self.cursor = group.roles.start;
        }
    }

    /// To the first role of this group, or of the one before when already there.
    fn previous_group(&mut self) {
        let Some(at) = self.group() else { return };
        let start = |at: usize| self.groups.get(at).map_or(0, |group| group.roles.start);
        self.cursor = if self.cursor > start(at) { start(at) } else { start(at.saturating_sub(1)) };
    }
}

impl View for SearchView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        self.query.text().trim().to_owned()
    }

    fn role(&self) -> Option<RoleId> {
        if let Some(tasks) = &self.tasks {
            return tasks.hit().map(|hit| hit.role);
        }
        match &self.results {
            Some(_) => self.hit().map(|hit| hit.role),
            None if self.cursor < self.roles => u16::try_from(self.cursor).ok().map(RoleId),
            None => None,
        }
    }

    /// Those of the preview of the role; of a task what is known of it.
    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        if let Some(tasks) = &self.tasks {
            return tasks.hit().map_or_else(Vec::new, |task| Ask::each(task.role, Figure::of_task(task.place)));
        }
        let gauges = Study::ALL.map(|study| Figure::from(Metric::gauge(study)));
        let labour = [Figure::PAY, Figure::Employment, Figure::Change, Figure::Openings];
        let figures = [Figure::Index].into_iter().chain(gauges).chain(labour);
        self.role().map_or_else(Vec::new, |role| Ask::each(role, figures))
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        // What is found has its evidence below it.
        let each = if self.results.is_some() || self.tasks.is_some() { 2 } else { 1 };
        self.go(step, (around.page() / each).max(1), around.engine);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        let mut view = RoleView::new(around.catalog(), self.role()?);
        if let Some(task) = self.tasks.as_ref().and_then(TaskList::hit) {
            view.open_task(around.catalog(), task.place);
        }
        Some(Screen::Role(view))
    }

    fn query(&self) -> Option<&str> {
        Some(self.query.text())
    }

    fn insert(&mut self, text: &str, around: Around<'_>) -> bool {
        self.insert_text(text, around.engine);
        true
    }

    fn edit(&mut self, edit: Edit, around: Around<'_>) -> bool {
        self.change(around.engine, |query| query.edit(edit));
        true
    }

    /// The same search, the cursor on the same role.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let role = self.role().and_then(|id| change.role(id));
        let mut view = Self { unfolded: self.unfolded, ..Self::new(around.catalog()) };
        view.insert_text(self.query.text(), around.engine);
        if self.tasks.is_some() {
            view.toggle_tasks(around.engine);
        }
        view.cursor = match (&view.results, role) {
            (Some(results), Some(role)) => results.hits.iter().position(|hit| hit.role == role).unwrap_or(0),
            (None, Some(role)) => usize::from(role.0),
            (_, None) => 0,
        };
        view.focus(self.typing);
        *self = view;
        Ok(())
    }
}
