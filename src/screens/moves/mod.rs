//! The moves: where one could go from a role.

pub mod draw;
pub mod keys;

use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Msg, Screen, ScreenAction, Step};
use crate::catalog::{Catalog, Figure, Metric, RoleId};
use crate::compare::moves::{Listed, Move, Moves, Order, Question, Scope, Terms};
use crate::compare::provenance::Ask;
use crate::screens::role::RoleView;

/// Rows that the role under the cursor takes from the list, at most.
const DETAIL: usize = 6;

#[derive(Clone, Debug)]
pub struct MovesView {
    /// The role that one comes from.
    pub from: RoleId,
    /// What a move to each other role would change.
    pub moves: Moves,
    /// The moves of the list, in order.
    pub listed: Listed,
    /// Which of them the cursor is on.
    pub cursor: usize,
    /// What the list answers.
    pub question: Question,
    /// The question to come back to when the terms are given up.
    before: Question,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Moves(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens the moves from the role under the cursor.
    Open,
    /// Less overlap, at least the same pay and no worse outlook, smallest gap first; or all again.
    Terms,
    /// Asks for more openings, or for any number again.
    Openings,
    Sort,
    /// Turns the order round.
    Reverse,
    /// Looks among all roles, or among the near ones again.
    Scope,
}

impl MovesView {
    pub fn new(catalog: &Catalog<'_>, from: RoleId) -> Self {
        let moves = Moves::of(catalog, from);
        // Without ratings O*NET's order is the one that there is.
        let order = if moves.is_rated { Order::default() } else { Order::Related };
        let mut view = Self {
            from,
            moves,
            listed: Listed::default(),
            cursor: 0,
            question: Question { order, ..Question::default() },
            before: Question::default(),
        };
        view.list(catalog);
        view
    }

    pub fn selected(&self) -> Option<&Move> {
        self.row(self.cursor)
    }

    /// The move at a place of the list.
    pub fn row(&self, place: usize) -> Option<&Move> {
        self.moves.rows.get(*self.listed.rows.get(place)?)
    }

    /// The cursor goes to what now comes first; a wider or narrower list keeps the role that it is on.
    fn act(&mut self, catalog: &Catalog<'_>, action: Action) {
        let kept = self.role();
        let question = &mut self.question;
        match action {
            Action::Open => {}
            Action::Terms if question.terms.any() => *question = Question { scope: question.scope, ..self.before },
            Action::Terms => {
                self.before = *question;
                *question =
                    Question { scope: question.scope, terms: Terms::BETTER, order: Order::Gap, reversed: false };
            }
            Action::Openings => question.terms = question.terms.with_more_openings(),
            Action::Sort => (question.order, question.reversed) = (question.order.next(), false),
            Action::Reverse => question.reversed = !question.reversed,
            Action::Scope if question.scope == Scope::All => question.scope = Scope::Near,
            Action::Scope => question.scope = Scope::All,
        }
        self.list(catalog);
        let place = |role| (0..self.listed.rows.len()).find(|at| self.row(*at).is_some_and(|row| row.role == role));
        self.cursor = match action {
            Action::Scope => kept.and_then(place).unwrap_or(0),
            _ => 0,
        };
    }

    fn list(&mut self, catalog: &Catalog<'_>) {
        self.listed = self.moves.list(catalog, self.question);
    }
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action != Action::Open {
        if let Some((view, around)) = app.front_as_mut::<MovesView>() {
            view.act(around.catalog(), action);
        }
    } else if let Some(role) = app.role() {
        app.push(Screen::Moves(MovesView::new(app.catalog(), role)));
    }
    Vec::new()
}

impl View for MovesView {
    /// After its page the role need not be named again.
    fn name(&self, catalog: &Catalog<'static>, before: Option<&Screen>) -> String {
        match before {
            Some(Screen::Role(page)) if page.role == self.from => "moves".to_owned(),
            _ => format!("moves from {}", catalog.role(self.from).map_or("a role", |role| role.title)),
        }
    }

    fn role(&self) -> Option<RoleId> {
        self.selected().map(|row| row.role)
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        let Some(row) = self.selected() else { return Vec::new() };
        let mut asks = vec![Ask::Alike(self.from, row.role), Ask::Gap(self.from, row.role)];
        let shown = [Metric::Index, Metric::Pay, Metric::Change];
        asks.extend(shown.map(|metric| Ask::Shift(metric, self.from, row.role)));
        asks.extend(row.related.map(|_| Ask::Of(self.from, Figure::Related(row.role))));
        asks
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        let page = around.page().saturating_sub(DETAIL).max(1);
        self.cursor = step.from(self.cursor, self.listed.rows.len(), page);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        Some(Screen::Role(RoleView::new(around.catalog(), self.role()?)))
    }

    /// The same question, the cursor on the same move.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let from = change.role(self.from).ok_or_else(|| change.title(self.from))?;
        let role = self.role().and_then(|id| change.role(id));
        *self = Self { question: self.question, before: self.before, ..Self::new(around.catalog(), from) };
        self.list(around.catalog());
        let there = |at: &usize| role.is_some() && self.row(*at).map(|row| row.role) == role;
        self.cursor = (0..self.listed.rows.len()).find(there).unwrap_or(0);
        Ok(())
    }
}
