//! The map: roles in the plane of two figures.

pub mod draw;
pub mod keys;
mod room;

pub use room::{MARGIN, Room};

use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Msg, Screen, ScreenAction, Step, turned};
use crate::catalog::{Catalog, Figure, RoleId};
use crate::compare::provenance::Ask;
use crate::compare::scatter::{ACROSS, Axis, Cell, Cells, Direction, Grid, Scale, Scatter, UP, up};
use crate::screens::role::RoleView;

#[derive(Clone, Debug)]
pub struct MapView {
    /// Which role the cursor is on; where a figure of it is missing, it has no place on the plot.
    pub role: Option<RoleId>,
    /// The query that the map can be narrowed to; blank where there is none.
    pub query: String,
    /// Whether only the roles of the query are shown.
    pub is_narrowed: bool,
    /// The major group that is lit, by the first two digits of its codes.
    pub lit: Option<u32>,
    /// The roles in their places.
    pub scatter: Scatter,
    /// How many roles are shown or left out in all.
    pub roles: usize,
    /// The roles of the query.
    selected: Vec<RoleId>,
    across: usize,
    up: usize,
    /// Each axis that can stand up, with the scale that it was last drawn on.
    axes: Vec<Axis>,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Map(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// To the nearest role in a direction.
    Walk(Direction),
    /// To the next role of the cell.
    NextInCell,
    /// To the previous role of the cell.
    PreviousInCell,
    /// To the next role by code; where a group is lit, to its next role.
    NextRole,
    PreviousRole,
    /// The next study on the axis across.
    NextAcross,
    PreviousAcross,
    /// The next figure on the axis up.
    NextUp,
    PreviousUp,
    /// Turns the axis up between a linear and a logarithmic scale.
    TurnScale,
    /// Lights the next major group; at first that of the role under the cursor.
    NextGroup,
    /// Lights the previous one.
    PreviousGroup,
    NoGroup,
    /// Turns between all roles and those of the query.
    TurnNarrow,
}

impl MapView {
    /// The screen as it opens: the roles `selected` by a query, or all; the cursor on `role`.
    pub fn new(
        catalog: &Catalog<'_>,
        role: Option<RoleId>,
        query: &str,
        selected: Vec<RoleId>,
        is_narrowed: bool,
    ) -> Self {
        let axes: Vec<Axis> = up(catalog).map(Axis::new).collect();
        let mut view = Self {
            role,
            query: query.trim().to_owned(),
            is_narrowed: is_narrowed && !query.trim().is_empty(),
            lit: None,
            scatter: Scatter::new(catalog, &[], Axis::new(ACROSS[0]), Axis::new(UP[0])),
            roles: 0,
            selected,
            across: 0,
            up: 0,
            axes,
        };
        view.plot(catalog);
        view
    }

    /// Whether a role belongs to the lit group.
    pub fn is_lit(&self, catalog: &Catalog<'_>, role: RoleId) -> bool {
        self.lit.is_some() && catalog.group_of(role) == self.lit
    }

    /// How many plotted roles belong to the lit group.
    pub fn lit_roles(&self, catalog: &Catalog<'_>) -> usize {
        self.scatter.points.iter().filter(|point| self.is_lit(catalog, point.role)).count()
    }

    /// The plotted roles in the cells of a plot.
    pub fn cells(&self, grid: Grid) -> Cells {
        Cells::new(&self.scatter.points, grid)
    }

    /// Moves the cursor up or down by one role, by a quarter or by half of the plot; to its left or right end.
    fn go(&mut self, catalog: &Catalog<'_>, step: Step, grid: Grid) {
        match step.walk(grid.rows) {
            Some((direction, rows)) => self.walk(catalog, direction, rows, grid),
            None => self.go_to_end(step == Step::Bottom),
        }
    }

    fn act(&mut self, catalog: &Catalog<'_>, action: Action, room: Room) {
        match action {
            Action::Open => {}
            Action::Walk(direction) => self.walk(catalog, direction, 1, room.grid),
            Action::NextInCell => self.turn_in_cell(true, room.grid),
            Action::PreviousInCell => self.turn_in_cell(false, room.grid),
            Action::NextRole => self.turn_role(catalog, true),
            Action::PreviousRole => self.turn_role(catalog, false),
            Action::NextAcross => self.across = turned(self.across, ACROSS.len(), true),
            Action::PreviousAcross => self.across = turned(self.across, ACROSS.len(), false),
            Action::NextUp => self.up = turned(self.up, self.axes.len(), true),
            Action::PreviousUp => self.up = turned(self.up, self.axes.len(), false),
            Action::TurnScale => {
                if let Some(axis) = self.axes.get_mut(self.up).filter(|axis| axis.has_log()) {
                    axis.log = !axis.log;
                }
            }
            Action::NextGroup => self.light(catalog, true),
            Action::PreviousGroup => self.light(catalog, false),
            Action::NoGroup => self.lit = None,
            Action::TurnNarrow => self.is_narrowed = !self.is_narrowed && !self.query.is_empty(),
        }
        match action {
            Action::NextAcross
            | Action::PreviousAcross
            | Action::NextUp
            | Action::PreviousUp
            | Action::TurnScale
            | Action::TurnNarrow => self.plot(catalog),
            _ => {}
        }
    }

    /// Places the roles anew. A cursor on a role that is not shown goes to the nearest; one on a role whose figure is
    /// missing stays, so that the next figure may have it again.
    fn plot(&mut self, catalog: &Catalog<'_>) {
        let all: Vec<RoleId>;
        let roles = if self.is_narrowed {
            &self.selected
        } else {
            all = catalog.roles_with_ids().map(|(id, _)| id).collect();
            &all
        };
        let across = ACROSS.get(self.across).copied().unwrap_or(ACROSS[0]);
        let up = self.axes.get(self.up).copied().unwrap_or(Axis::new(UP[0]));
        self.roles = roles.len();
        let is_shown = self.role.is_some_and(|role| roles.contains(&role));
        self.scatter = Scatter::new(catalog, roles, Axis::new(across), up);
        if !is_shown {
            self.go_near(catalog);
        }
    }

    /// To the nearest role `rows` or more away in a direction, or as far as there are roles.
    fn walk(&mut self, catalog: &Catalog<'_>, direction: Direction, rows: u16, grid: Grid) {
        let cells = self.cells(grid);
        let Some(start) = self.role.and_then(|role| cells.of(role)) else { return self.go_near(catalog) };
        let mut here = start;
        while here.row.abs_diff(start.row) < rows
            && let Some(next) = cells.walk(here, direction)
        {
            here = next;
            if rows == 1 {
                break;
            }
        }
        if here != start {
            self.enter(catalog, &cells, here);
        }
    }

    /// To a role of a cell: to one of the lit group, where it has one.
    fn enter(&mut self, catalog: &Catalog<'_>, cells: &Cells, cell: Cell) {
        let mut roles = cells.at(cell);
        let lit = roles.clone().find(|role| self.is_lit(catalog, *role));
        self.role = lit.or_else(|| roles.next()).or(self.role);
    }

    /// From a role that is not plotted to the plotted one nearest to what is known of it, or to the middle.
    fn go_near(&mut self, catalog: &Catalog<'_>) {
        let Scatter { across, up, scale_across, scale_up, .. } = self.scatter;
        let role = self.role.and_then(|id| catalog.role(id));
        let place = |axis: Axis, scale: Option<Scale>| {
            role.and_then(|role| Some(scale?.place(axis.metric.value(catalog, role)?))).unwrap_or(0.5)
        };
        // The nearest by the eye needs no terminal: any fine grid will do.
        let grid = Grid { columns: 400, rows: 200 };
        let cells = self.cells(grid);
        if let Some(cell) = cells.nearest(grid.cell(place(across, scale_across), place(up, scale_up))) {
            self.enter(catalog, &cells, cell);
        }
    }

    /// To the plotted role with the least exposure, or the most.
    fn go_to_end(&mut self, most: bool) {
        let points = self.scatter.points.iter();
        let end = if most {
            points.reduce(|end, point| if point.x > end.x { point } else { end })
        } else {
            points.reduce(|end, point| if point.x < end.x { point } else { end })
        };
        self.role = end.map(|point| point.role).or(self.role);
    }

    fn turn_in_cell(&mut self, forward: bool, grid: Grid) {
        let cells = self.cells(grid);
        let Some(cell) = self.role.and_then(|role| cells.of(role)) else { return };
        let roles: Vec<RoleId> = cells.at(cell).collect();
        self.role = neighbour(&roles, self.role, forward).or(self.role);
    }

    fn turn_role(&mut self, catalog: &Catalog<'_>, forward: bool) {
        let points = self.scatter.points.iter().map(|point| point.role);
        let roles: Vec<RoleId> = points.filter(|role| self.lit.is_none() || self.is_lit(catalog, *role)).collect();
        self.role = neighbour(&roles, self.role, forward).or(self.role);
    }

    /// The groups of the plotted roles in turn, and none after the last and before the first.
    fn light(&mut self, catalog: &Catalog<'_>, forward: bool) {
        let mut groups: Vec<u32> =
            self.scatter.points.iter().filter_map(|point| catalog.group_of(point.role)).collect();
        groups.dedup();
        let Some(lit) = self.lit else {
            let own = self.role.and_then(|role| catalog.group_of(role));
            self.lit = own.filter(|own| groups.contains(own)).or_else(|| groups.first().copied());
            return;
        };
        self.lit = if forward {
            groups.into_iter().find(|group| *group > lit)
        } else {
            groups.into_iter().rev().find(|group| *group < lit)
        };
    }
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        open(app);
    } else if let Some((view, around)) = app.front_as_mut::<MapView>() {
        view.act(around.catalog(), action, Room::around(around));
    }
    Vec::new()
}

/// Opened from a screen that a query selects the map shows the same roles; from elsewhere all, and a key turns to what was
/// found last.
fn open(app: &mut App) {
    let shown = app.front().query();
    let query = shown.unwrap_or(app.search.query.text());
    let selected = if query.trim().is_empty() { Vec::new() } else { app.engine.select(query) };
    // One role alone is no map: then it is sought among all.
    let is_narrowed = shown.is_some() && selected.len() > 1;
    let view = MapView::new(app.catalog(), app.role(), query, selected, is_narrowed);
    app.push(Screen::Map(view));
}

impl View for MapView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        "map".to_owned()
    }

    fn role(&self) -> Option<RoleId> {
        self.role
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        let axes = [self.scatter.across.metric, self.scatter.up.metric];
        self.role.map_or_else(Vec::new, |role| Ask::each(role, axes.map(Figure::from)))
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.go(around.catalog(), step, Room::around(around).grid);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        Some(Screen::Role(RoleView::new(around.catalog(), self.role?)))
    }

    /// The same map, the cursor on the same role.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        self.role = self.role.and_then(|id| change.role(id));
        // A headcount goes with its staff.
        let before = std::mem::take(&mut self.axes).into_iter();
        let drawn = |metric| before.clone().find(|axis| axis.metric == metric).unwrap_or(Axis::new(metric));
        self.axes = up(around.catalog()).map(drawn).collect();
        self.up = if self.up < self.axes.len() { self.up } else { 0 };
        self.selected = if self.query.is_empty() { Vec::new() } else { around.engine.select(&self.query) };
        self.plot(around.catalog());
        Ok(())
    }
}

/// The next role of a ring that is in order, or the previous one; where `role` is not of the ring, from where it would
/// stand.
fn neighbour(ring: &[RoleId], role: Option<RoleId>, forward: bool) -> Option<RoleId> {
    let place = match role.map_or(Err(0), |role| ring.binary_search(&role)) {
        Ok(place) => turned(place, ring.len(), forward),
        Err(place) if forward => place % ring.len().max(1),
        Err(place) => turned(place, ring.len(), false),
    };
    ring.get(place).copied()
}

#[cfg(test)]
mod tests;
