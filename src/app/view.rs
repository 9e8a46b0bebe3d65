//! What every screen answers to what stands around it, so that adding one changes nothing there.

use std::any::Any;

use super::data::Data;
use super::pins::Pins;
use super::query_box::Edit;
use super::reload::Change;
use super::{Screen, Step};
use crate::catalog::provenance::Origins;
use crate::catalog::{Catalog, Provenance, RoleId};
use crate::compare::provenance::Ask;
use crate::search::Engine;
use crate::staff::Staff;

/// Rows that stand around the list of most screens: title, query, heads, frame, footer.
const AROUND_LIST: u16 = 5;

/// The query that selects the roles of the staff that is counted.
pub const OF_STAFF: &str = "headcount:>0";

/// What a screen may look at beside its own state.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub engine: &'a Engine,
    pub data: &'a Data,
    pub staff: Option<&'a Staff>,
    pub pins: &'a Pins,
    pub columns: u16,
    pub rows: u16,
    /// Rows between the title line and the footer or the bar of the pins.
    pub body: u16,
}

impl Around<'_> {
    pub fn catalog(&self) -> &'static Catalog<'static> {
        self.engine.catalog()
    }

    /// Rows that most lists have in view.
    pub fn page(&self) -> usize {
        usize::from(self.rows.saturating_sub(AROUND_LIST)).max(1)
    }
}

/// A screen as the shell sees it: the search, and each of [`Screen`].
pub trait View: Any {
    /// Its step in the title line; `before` is the screen that it was opened from, none for the search.
    fn name(&self, catalog: &Catalog<'static>, before: Option<&Screen>) -> String;

    /// The role that the cursor is on, or that the screen is about.
    fn role(&self) -> Option<RoleId> {
        None
    }

    /// The figures under the cursor, in their order.
    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        Vec::new()
    }

    /// A sum under the cursor that belongs to no role, traced.
    fn sum(&self, _engine: &Engine, _origins: &Origins<'_>) -> Option<Provenance> {
        None
    }

    /// Whether [`View::sum`] gives one.
    fn has_sum(&self) -> bool {
        false
    }

    /// The query that selects what it shows, where one does.
    fn query(&self) -> Option<&str> {
        None
    }

    /// Whether it is about the staff: while it is open, be it under others, the staff is counted wherever workers are.
    fn is_of_staff(&self) -> bool {
        false
    }

    /// Whether the pins stand on it by themselves.
    fn shows_pins(&self) -> bool {
        false
    }

    fn step(&mut self, step: Step, around: Around<'_>);

    /// Enter: changes the screen, or gives the one that opens over it.
    fn open(&mut self, around: Around<'_>) -> Option<Screen>;

    /// Gives the keys back to the list; `false` where it has them already.
    fn close(&mut self) -> bool {
        false
    }

    /// Takes text where letters are typed into the screen; `false` where they are not.
    fn insert(&mut self, _text: &str, _around: Around<'_>) -> bool {
        false
    }

    /// Changes what is typed; `false` where nothing is.
    fn edit(&mut self, _edit: Edit, _around: Around<'_>) -> bool {
        false
    }

    /// Whether it has begun something that is not done yet.
    fn goes_on(&self) -> bool {
        false
    }

    /// Goes on with it for some milliseconds at most.
    fn go_on(&mut self, _around: Around<'_>) {}

    /// Follows what a message has changed beside it; `false` where nothing is left to show.
    fn follow(&mut self, _around: Around<'_>) -> bool {
        true
    }

    /// Shows how a job ended; `false` where it does not.
    fn tell_job(&mut self) -> bool {
        false
    }

    /// Shows other data: what the user was at stays as far as its O*NET-SOC codes exist there. Else the name of what is
    /// gone.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String>;
}
