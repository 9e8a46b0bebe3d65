//! The major groups in a table.

use crate::app::Step;
use crate::catalog::{Catalog, RoleId};
use crate::compare::groups::{Group, GroupColumn, groups, sort};
use crate::compare::ranking::{Direction, Summary};
use crate::compare::workforce::Workforce;

/// The groups, in order.
#[derive(Clone, Debug)]
pub struct GroupTable {
    /// The groups that have a role in the selection.
    pub rows: Vec<Group<'static>>,
    pub summary: Option<Summary>,
    /// Which of them the cursor is on.
    pub cursor: usize,
    pub column: usize,
    pub by: GroupColumn,
    /// Which end comes first.
    pub direction: Direction,
    /// The group that the cursor stays on when the order changes; at the top it stays at the top.
    held: Option<u32>,
}

impl GroupTable {
    /// No groups yet, to be ordered by the mean of the index.
    pub(super) const fn new() -> Self {
        Self {
            rows: Vec::new(),
            summary: None,
            cursor: 0,
            column: 1,
            by: GroupColumn::Mean,
            direction: Direction::Descending,
            held: None,
        }
    }

    /// Takes the groups of a selection; the cursor stays on its group.
    pub fn fill(&mut self, catalog: &Catalog<'static>, workforce: &Workforce, selected: &[RoleId]) {
        self.rows = groups(catalog, workforce, selected);
        self.summary = Some(Summary::of(catalog, workforce, selected));
        self.order();
    }

    /// Puts the cursor on a group, as soon as there is one with these digits.
    pub const fn hold(&mut self, digits: Option<u32>) {
        self.held = digits;
    }

    pub fn step(&mut self, step: Step, page: usize) {
        self.cursor = step.from(self.cursor, self.rows.len(), page);
        self.held = if step == Step::Top { None } else { self.rows.get(self.cursor).map(|group| group.digits) };
    }

    /// Orders by the chosen column; when it is ordered by it, the other way round.
    pub fn sort(&mut self) {
        let Some(by) = GroupColumn::ALL.get(self.column).copied() else { return };
        self.direction = if by == self.by { self.direction.reversed() } else { by.first_direction() };
        self.by = by;
        self.order();
    }

    fn order(&mut self) {
        sort(&mut self.rows, self.by, self.direction);
        let place = self.held.and_then(|digits| self.rows.iter().position(|group| group.digits == digits));
        self.cursor = place.unwrap_or(0);
    }
}
