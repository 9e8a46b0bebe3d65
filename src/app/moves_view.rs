//! The moves: where one could go from a role.

use super::Step;
use crate::catalog::{Catalog, RoleId};
use crate::compare::moves::{Listed, Move, Moves, Order, Scope, Terms};

/// Rows that the screen gives at most to the role under the cursor and to what stands around the list.
pub const AROUND_LIST: usize = 6;

/// The state of the screen.
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
    /// Among which roles one looks.
    pub scope: Scope,
    /// What a move must bring.
    pub terms: Terms,
    /// What the list is ordered by.
    pub order: Order,
    /// Whether it runs the other way.
    pub reversed: bool,
    /// The order to come back to when the terms are given up.
    before: (Order, bool),
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Less overlap and at least the same pay, smallest gap first; or all again.
    Terms,
    /// Orders by the next column.
    Sort,
    /// Turns the order round.
    Reverse,
    /// Looks among all roles, or among the near ones again.
    Scope,
}

impl MovesView {
    /// The screen as it opens.
    #[must_use]
    pub fn new(catalog: &Catalog<'_>, from: RoleId) -> Self {
        let moves = Moves::of(catalog, from);
        let mut view = Self {
            from,
            moves,
            listed: Listed::default(),
            cursor: 0,
            scope: Scope::default(),
            terms: Terms::default(),
            order: Order::default(),
            reversed: false,
            before: (Order::default(), false),
        };
        view.list(catalog);
        view
    }

    /// The move under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Move> {
        self.row(self.cursor)
    }

    /// The move at a place of the list.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Move> {
        self.moves.rows.get(*self.listed.rows.get(place)?)
    }

    /// The role under the cursor.
    #[must_use]
    pub fn role(&self) -> Option<RoleId> {
        self.selected().map(|row| row.role)
    }

    /// Moves the cursor; `page` rows are in view where the list has the whole screen.
    pub fn step(&mut self, _catalog: &Catalog<'_>, step: Step, page: usize) {
        self.cursor = step.from(self.cursor, self.listed.rows.len(), page.saturating_sub(AROUND_LIST).max(1));
    }

    /// Does what a key of this screen does. The cursor goes to what now comes first; a wider or narrower list keeps the
    /// role that it is on.
    pub fn act(&mut self, catalog: &Catalog<'_>, action: Action) {
        let kept = self.role();
        match action {
            Action::Terms if self.terms.any() => {
                self.terms = Terms::default();
                (self.order, self.reversed) = self.before;
            }
            Action::Terms => {
                self.before = (self.order, self.reversed);
                self.terms = Terms::BOTH;
                (self.order, self.reversed) = (Order::Gap, false);
            }
            Action::Sort => (self.order, self.reversed) = (self.order.next(), false),
            Action::Reverse => self.reversed = !self.reversed,
            Action::Scope => self.scope = if self.scope == Scope::All { Scope::Near } else { Scope::All },
        }
        self.list(catalog);
        let place = |role| (0..self.listed.rows.len()).find(|at| self.row(*at).is_some_and(|row| row.role == role));
        self.cursor = match action {
            Action::Scope => kept.and_then(place).unwrap_or(0),
            _ => 0,
        };
    }

    fn list(&mut self, catalog: &Catalog<'_>) {
        self.listed = self.moves.list(catalog, self.scope, self.terms, self.order, self.reversed);
    }
}
