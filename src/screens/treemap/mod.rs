//! The treemap: the whole economy as tiles, each role as large as its workforce.

mod as_view;
pub mod draw;
pub mod keys;
mod room;
#[cfg(test)]
mod tests;

pub use room::Room;

use crate::app::filter_box::FilterBox;
use crate::app::query_box::QueryBox;
use crate::app::{App, Effect, Msg, Screen, ScreenAction, Step, turned};
use crate::catalog::{Catalog, Metric, RoleId};
use crate::compare::filter;
use crate::compare::ranking::Summary;
use crate::compare::scatter::{Direction, Grid};
use crate::compare::treemap::{Plan, Shades, Treemap};
use crate::compare::workforce::Workforce;
use crate::search::Engine;
use crate::search::language::Parsed;

#[derive(Clone, Debug)]
pub struct TreemapView {
    /// Which role the cursor is on; without a published employment it has no tile.
    pub role: Option<RoleId>,
    /// The major group that fills the screen; none shows all.
    pub group: Option<u32>,
    /// What is not dimmed, as query text.
    pub filter: FilterBox,
    pub map: Treemap,
    /// The figure that tiles are shaded by.
    pub shades: Shades,
    /// What the query selects of what is shown; all of it without a query.
    pub summary: Summary,
    /// What the query left out for want of a figure, and what of it could not be used.
    pub remarks: Vec<String>,
    pub workforce: Workforce,
    /// The query as the language reads it.
    parsed: Parsed,
    /// What it selects, by role.
    selected: Vec<RoleId>,
    /// The exposure figure and the other one that were chosen last.
    last: [Metric; 2],
}

pub const OPEN: Msg = Msg::In(ScreenAction::Treemap(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// To the nearest tile in a direction.
    Walk(Direction),
    /// To the next smaller role; where a query dims others, to the next that it selects.
    NextRole,
    PreviousRole,
    /// Shades by the next measure of exposure.
    NextExposure,
    PreviousExposure,
    /// Shades by the next figure of another kind.
    NextOther,
    PreviousOther,
    /// To the next smaller major group.
    NextGroup,
    PreviousGroup,
    /// Gives the keys to the query.
    EditFilter,
    /// Gives them back and keeps the query.
    KeepFilter,
    /// Gives them back and takes the former query.
    LeaveFilter,
    ClearFilter,
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        open(app);
    } else if let Some((view, around)) = app.front_as_mut::<TreemapView>() {
        view.act(around.engine, action, Room::around(around).grid);
    }
    Vec::new()
}

/// Opened from a screen that a query selects the treemap dims all other roles. One role alone is sought among all.
fn open(app: &mut App) {
    let query = app.front().query().unwrap_or_default();
    let query = if app.engine.select(query).len() > 1 { query.to_owned() } else { String::new() };
    let untouched = app.trail.is_empty() && app.search.query.is_blank() && app.search.cursor == 0;
    let role = app.role().filter(|_| !untouched);
    let view = TreemapView::new(&app.engine, role, &query);
    app.push(Screen::Treemap(view));
}

impl TreemapView {
    /// All roles, shaded by the exposure index, those dimmed that `query` does not select; the cursor on `role`, or on the
    /// largest.
    pub fn new(engine: &Engine, role: Option<RoleId>, query: &str) -> Self {
        let catalog = engine.catalog();
        let workforce = Workforce::of(catalog);
        let map = Treemap::of(catalog, &workforce);
        let mut view = Self {
            role,
            group: None,
            filter: FilterBox::new(query.trim()),
            shades: Shades::of(catalog, &map, Metric::Index),
            map,
            summary: Summary::of(catalog, &workforce, &[]),
            remarks: Vec::new(),
            workforce,
            parsed: Parsed::default(),
            selected: Vec::new(),
            last: [Metric::Index, Metric::Pay],
        };
        view.select(engine);
        view.seat();
        view
    }

    /// The tiles that are shown, in the cells of a plot.
    pub fn plan(&self, grid: Grid) -> Plan {
        Plan::of(&self.map, self.group, grid)
    }

    /// Whether a role is not dimmed.
    pub fn is_lit(&self, role: RoleId) -> bool {
        self.filter.is_blank() || self.selected.binary_search(&role).is_ok()
    }

    /// How many of the roles that are shown have no tile.
    pub fn without(&self, catalog: &Catalog<'_>) -> usize {
        let without = self.map.without.iter();
        without.filter(|role| self.group.is_none() || catalog.group_of(**role) == self.group).count()
    }

    fn act(&mut self, engine: &Engine, action: Action, grid: Grid) {
        let catalog = engine.catalog();
        match action {
            Action::Open => {}
            Action::Walk(direction) => self.walk(direction, 1, grid),
            Action::NextRole => self.turn_role(true),
            Action::PreviousRole => self.turn_role(false),
            Action::NextExposure => self.turn_figure(catalog, true, true),
            Action::PreviousExposure => self.turn_figure(catalog, true, false),
            Action::NextOther => self.turn_figure(catalog, false, true),
            Action::PreviousOther => self.turn_figure(catalog, false, false),
            Action::NextGroup => self.turn_group(catalog, true),
            Action::PreviousGroup => self.turn_group(catalog, false),
            Action::EditFilter => self.filter.start(),
            Action::KeepFilter => {
                self.filter.keep();
                self.remarks = filter::remarks(engine, &self.parsed, false);
            }
            Action::LeaveFilter => {
                let before = self.filter.leave();
                self.set_filter(engine, &before);
            }
            Action::ClearFilter => self.set_filter(engine, ""),
        }
    }

    /// Changes the query, while it is edited; `false` where it is not.
    fn type_into_filter(&mut self, engine: &Engine, change: impl FnOnce(&mut QueryBox)) -> bool {
        let is_edited = self.filter.change(change);
        if is_edited {
            self.select(engine);
        }
        is_edited
    }

    fn set_filter(&mut self, engine: &Engine, text: &str) {
        self.filter.set(text);
        self.select(engine);
    }

    fn select(&mut self, engine: &Engine) {
        self.parsed = engine.read(self.filter.text());
        self.selected = engine.selected(&self.parsed);
        self.selected.sort_unstable();
        self.remarks = filter::remarks(engine, &self.parsed, self.filter.is_edited());
        self.sum(engine.catalog());
    }

    /// Counts roles and workers of what is shown.
    fn sum(&mut self, catalog: &Catalog<'_>) {
        let is_shown = |role: &RoleId| self.group.is_none() || catalog.group_of(*role) == self.group;
        let roles: Vec<RoleId> = self.selected.iter().copied().filter(is_shown).collect();
        self.summary = Summary::of(catalog, &self.workforce, &roles);
        if let Some(digits) = self.group {
            self.summary.of = catalog.roles.iter().filter(|role| role.code.major_group() == digits).count();
        }
    }

    /// Shows one group, or all.
    fn show(&mut self, group: Option<u32>) {
        self.group = group;
        self.seat();
    }

    /// Where the cursor is on none of the roles that are shown, it goes to the largest.
    fn seat(&mut self) {
        let is_here = |role: RoleId| match self.group {
            Some(digits) => self.map.find(role).is_some_and(|(group, _)| group.digits == digits),
            None => true,
        };
        if !self.role.is_some_and(is_here) {
            self.role = self.map.tiles(self.group).next().map(|tile| tile.role).or(self.role);
        }
    }

    /// Moves the cursor up or down by one tile, by a quarter or by half of the plot; to the largest tile or the smallest.
    fn go(&mut self, step: Step, grid: Grid) {
        if let Some((direction, rows)) = step.walk(grid.rows) {
            return self.walk(direction, rows, grid);
        }
        let mut tiles = self.map.tiles(self.group);
        let end = if step == Step::Top { tiles.next() } else { tiles.last() };
        self.role = end.map(|tile| tile.role).or(self.role);
    }

    /// To the nearest tile `rows` or more away in a direction, or as far as there are tiles. A role without a tile leads to
    /// the largest.
    fn walk(&mut self, direction: Direction, rows: u16, grid: Grid) {
        let plan = self.plan(grid);
        let Some(start) = self.role.and_then(|role| plan.tile(role)) else {
            self.role = plan.tiles.first().map(|tile| tile.role).or(self.role);
            return;
        };
        let mut here = start;
        while let Some(next) = plan.walk(here.role, direction).and_then(|role| plan.tile(role)) {
            here = next;
            if rows == 1 || here.seat.row.abs_diff(start.seat.row) >= rows {
                break;
            }
        }
        self.role = Some(here.role);
    }

    fn turn_role(&mut self, forward: bool) {
        let lit: Vec<RoleId> =
            self.map.tiles(self.group).map(|tile| tile.role).filter(|role| self.is_lit(*role)).collect();
        self.role = neighbour(&lit, |role| Some(*role) == self.role, forward).copied().or(self.role);
    }

    /// The first time back to the figure of that kind that was chosen last.
    fn turn_figure(&mut self, catalog: &Catalog<'_>, is_exposure: bool, forward: bool) {
        let now = self.shades.metric;
        let [exposure, other] = self.last;
        let last = if is_exposure { exposure } else { other };
        let metric = if now.is_exposure() == is_exposure {
            let kind: Vec<Metric> =
                Metric::columns(catalog).into_iter().filter(|metric| metric.is_exposure() == is_exposure).collect();
            neighbour(&kind, |metric| *metric == now, forward).copied().unwrap_or(now)
        } else {
            last
        };
        self.last = if is_exposure { [metric, other] } else { [exposure, metric] };
        self.shades = Shades::of(catalog, &self.map, metric);
    }

    /// To the largest role of the next group; where one group fills the screen, the next fills it.
    fn turn_group(&mut self, catalog: &Catalog<'_>, forward: bool) {
        let own = self.group.or_else(|| catalog.group_of(self.role?));
        let next = neighbour(&self.map.groups, |group| Some(group.digits) == own, forward);
        let Some((digits, first)) = next.and_then(|group| Some((group.digits, group.tiles.first()?.role))) else {
            return;
        };
        self.role = Some(first);
        self.show(self.group.map(|_| digits));
    }
}

/// The one behind `is_here` in a ring, or the one before; the first where none is.
fn neighbour<T>(ring: &[T], is_here: impl Fn(&T) -> bool, forward: bool) -> Option<&T> {
    ring.get(ring.iter().position(is_here).map_or(0, |place| turned(place, ring.len(), forward)))
}
