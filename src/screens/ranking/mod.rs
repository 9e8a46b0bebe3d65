//! The ranking: roles in a table, filtered and ordered; or the major groups that they belong to.

mod as_view;
pub mod draw;
mod group_table;
pub mod keys;
#[cfg(test)]
mod tests;

use crate::app::filter_box::FilterBox;
use crate::app::query_box::QueryBox;
use crate::app::{App, Effect, Msg, Screen, ScreenAction, View};
use crate::catalog::{Catalog, Metric, RoleId, Sparkline};
use crate::compare::filter::{self, Facet};
use crate::compare::groups::GroupColumn;
use crate::compare::ranking::{Column, Direction, Ranking, Rows};
use crate::compare::workforce::Workforce;
use crate::search::Engine;
use crate::search::language::Parsed;

pub use group_table::GroupTable;

#[derive(Clone, Debug)]
pub struct RankingView {
    /// What the table's rows are.
    pub face: Face,
    /// Which roles are in it, as query text.
    pub filter: FilterBox,
    pub ranking: Ranking,
    /// What its rows are, where that was chosen; else the order and the filter decide.
    pub rows: Option<Rows>,
    /// Which of them the cursor is on.
    pub cursor: usize,
    /// The columns that are shown, the title first.
    pub columns: Vec<Column>,
    pub column: usize,
    /// The row of the list of columns, while it is open.
    pub chooser: Option<usize>,
    /// What the filter left out for want of a figure, and what of it could not be used.
    pub remarks: Vec<String>,
    /// The role that the filter asks for more pay and less overlap than.
    pub better_than: Option<RoleId>,
    pub groups: GroupTable,
    /// The role that the cursor stays on when the order or the filter changes; at the top it stays at the top.
    held: Option<RoleId>,
    /// The filter as the language reads it.
    parsed: Parsed,
    selected: Vec<RoleId>,
    workforce: Workforce,
    /// How the median of each published code went, in their order.
    pub sparklines: Vec<Option<Sparkline>>,
}

/// What the rows of the table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Roles,
    Groups,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Ranking(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    PreviousColumn,
    NextColumn,
    /// Orders by the chosen column; when it is ordered by it, the other way round.
    Sort,
    /// Gives the keys to the filter.
    EditFilter,
    /// Gives them back and keeps the filter.
    KeepFilter,
    /// Gives them back and takes the former filter.
    LeaveFilter,
    ClearFilter,
    /// Puts the next value of a term into the filter.
    Next(Facet),
    /// Keeps the group of the role under the cursor, or lets all groups in again.
    ItsGroup,
    /// The roles with at least the pay and less overlap than the one under the cursor.
    Better,
    Turn,
    /// Folds roles that share a SOC code into one row, or gives each its own.
    Fold,
    /// Opens or closes the list of columns.
    Columns,
    /// Shows or hides the column under the cursor of that list.
    ToggleColumn,
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        open(app);
    } else if let Some((view, around)) = app.front_as_mut::<RankingView>() {
        view.act(around.engine, action);
    }
    Vec::new()
}

/// From the search the ranking takes the query along, and from a screen of the staff what selects its roles; from elsewhere the
/// role; from the untouched start neither.
fn open(app: &mut App) {
    let from_search = app.trail.is_empty();
    let query = if from_search {
        app.search.query.text()
    } else {
        app.front().query().filter(|_| app.front().is_of_staff()).unwrap_or_default()
    };
    let untouched = from_search && query.trim().is_empty() && app.search.cursor == 0;
    let role = app.role().filter(|_| !untouched);
    let view = RankingView::new(&app.engine, query, role);
    app.push(Screen::Ranking(view));
}

/// The columns that can be hidden: all but the title.
pub fn choice(catalog: &Catalog<'_>) -> Vec<Column> {
    Column::all(catalog).into_iter().skip(1).collect()
}

impl RankingView {
    /// The roles that `text` selects, most exposed first; the cursor on `role`, or at the top.
    pub fn new(engine: &Engine, text: &str, role: Option<RoleId>) -> Self {
        let catalog = engine.catalog();
        let workforce = Workforce::of(catalog);
        let by = Column::Figure(Metric::Index);
        let mut view = Self {
            face: Face::Roles,
            filter: FilterBox::new(text.trim()),
            ranking: Ranking::of(catalog, &workforce, &[], (by, Direction::Descending), Rows::Roles),
            rows: None,
            cursor: 0,
            columns: Column::all(catalog),
            column: 1,
            chooser: None,
            remarks: Vec::new(),
            better_than: None,
            groups: GroupTable::new(),
            held: role,
            parsed: Parsed::default(),
            selected: Vec::new(),
            workforce,
            sparklines: catalog.sparklines(),
        };
        view.select(engine);
        view
    }

    /// The roles of the group under the cursor, with the same columns in the same order.
    pub fn of_group(&self, engine: &Engine) -> Option<Self> {
        let digits = self.groups.rows.get(self.groups.cursor)?.digits;
        let mut view = Self { face: Face::Roles, held: None, better_than: None, ..self.clone() };
        view.set_filter(engine, &filter::with(self.filter.text(), Facet::Group, Some(&format!("{digits:02}"))));
        Some(view)
    }

    fn act(&mut self, engine: &Engine, action: Action) {
        match action {
            Action::Open => {}
            Action::PreviousColumn => self.choose_column(usize::checked_sub),
            Action::NextColumn => self.choose_column(usize::checked_add),
            Action::Sort => self.sort(engine),
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
            Action::Next(facet) => self.set_filter(engine, &filter::next(self.filter.text(), facet)),
            Action::ItsGroup => {
                let text = self.filter.text();
                let role = self.role().and_then(|id| engine.catalog().role(id));
                let group = role.map(|role| format!("{:02}", role.code.major_group()));
                let wanted = if filter::value(text, Facet::Group).is_some() { None } else { group.as_deref() };
                self.set_filter(engine, &filter::with(text, Facet::Group, wanted));
            }
            Action::Better => self.better(engine),
            Action::Turn => self.turn(engine),
            Action::Fold => self.fold(engine),
            Action::Columns => self.chooser = if self.chooser.is_some() { None } else { Some(0) },
            Action::ToggleColumn => self.toggle_column(engine.catalog()),
        }
    }

    /// Changes the filter, while it is edited; `false` where it is not.
    fn type_into_filter(&mut self, engine: &Engine, change: impl FnOnce(&mut QueryBox)) -> bool {
        let is_edited = self.filter.change(change);
        if is_edited {
            self.changed(engine);
        }
        is_edited
    }

    fn set_filter(&mut self, engine: &Engine, text: &str) {
        self.filter.set(text);
        self.changed(engine);
    }

    fn changed(&mut self, engine: &Engine) {
        self.better_than = None;
        self.select(engine);
    }

    fn select(&mut self, engine: &Engine) {
        self.parsed = engine.read(self.filter.text());
        self.selected = engine.selected(&self.parsed);
        self.remarks = filter::remarks(engine, &self.parsed, self.filter.is_edited());
        self.order(engine, self.ranking.by, self.ranking.direction);
        if self.face == Face::Groups {
            self.look_at_groups(engine);
        }
    }

    fn order(&mut self, engine: &Engine, by: Column, direction: Direction) {
        let rows = self.rows.unwrap_or_else(|| self.usual_rows(by));
        self.ranking = Ranking::of(engine.catalog(), &self.workforce, &self.selected, (by, direction), rows);
        self.cursor = self.held.and_then(|role| self.ranking.row(role)).unwrap_or(0);
    }

    /// What the order and the filter ask for, where nobody has chosen.
    fn usual_rows(&self, by: Column) -> Rows {
        Rows::usual(by, self.parsed.counts_people())
    }

    fn fold(&mut self, engine: &Engine) {
        let (by, direction) = (self.ranking.by, self.ranking.direction);
        let now = self.rows.unwrap_or_else(|| self.usual_rows(by));
        self.rows = Some(if now == Rows::Codes { Rows::Roles } else { Rows::Codes });
        self.order(engine, by, direction);
    }

    fn choose_column(&mut self, to: fn(usize, usize) -> Option<usize>) {
        let (column, len) = match self.face {
            Face::Roles => (&mut self.column, self.columns.len()),
            Face::Groups => (&mut self.groups.column, GroupColumn::ALL.len()),
        };
        *column = to(*column, 1).unwrap_or(0).min(len.saturating_sub(1));
    }

    fn sort(&mut self, engine: &Engine) {
        if self.face == Face::Groups {
            return self.groups.sort();
        }
        let Some(by) = self.columns.get(self.column).copied() else { return };
        let again = by == self.ranking.by;
        let direction = if again { self.ranking.direction.reversed() } else { by.first_direction() };
        self.order(engine, by, direction);
    }

    /// The whole filter is another question: what was asked before would hide most of the answer.
    fn better(&mut self, engine: &Engine) {
        let Some(id) = self.role() else { return };
        let catalog = engine.catalog();
        let Some(text) = catalog.role(id).and_then(|role| filter::better_than(catalog, role)) else { return };
        self.held = None;
        self.set_filter(engine, &text);
        self.better_than = Some(id);
        self.order(engine, Column::Figure(Metric::Index), Direction::Ascending);
        self.column = self.columns.iter().position(|column| *column == self.ranking.by).unwrap_or(0);
    }

    fn turn(&mut self, engine: &Engine) {
        if self.face == Face::Groups {
            self.face = Face::Roles;
            return;
        }
        let role = self.role().and_then(|id| engine.catalog().role(id));
        self.face = Face::Groups;
        self.groups.hold(role.map(|role| role.code.major_group()));
        self.look_at_groups(engine);
    }

    /// A group stands among all others: the filter's own group does not count there.
    fn look_at_groups(&mut self, engine: &Engine) {
        let selected = engine.select(&filter::with(self.filter.text(), Facet::Group, None));
        self.groups.fill(engine.catalog(), &self.workforce, &selected);
    }

    fn toggle_column(&mut self, catalog: &Catalog<'_>) {
        let Some(column) = self.chooser.and_then(|row| choice(catalog).get(row).copied()) else { return };
        let is_shown = self.columns.contains(&column);
        self.show_columns(catalog, |other| if other == column { Some(!is_shown) } else { None });
    }

    /// The headcount comes with a staff and goes with it, as what is ordered by, too.
    fn take_columns(&mut self, catalog: &Catalog<'_>) {
        let headcount = Column::Figure(Metric::Headcount);
        self.show_columns(catalog, |column| (column == headcount).then_some(true));
        if self.ranking.by == headcount && catalog.headcounts().is_none() {
            self.ranking.by = Column::Figure(Metric::counted(catalog));
        }
    }

    /// Of the columns that there are shows those that `is_shown` says, and leaves the others as they are; the chosen one stays
    /// chosen.
    fn show_columns(&mut self, catalog: &Catalog<'_>, is_shown: impl Fn(Column) -> Option<bool>) {
        let chosen = self.columns.get(self.column).copied();
        let all = Column::all(catalog).into_iter();
        let columns = all.filter(|column| is_shown(*column).unwrap_or_else(|| self.columns.contains(column))).collect();
        self.columns = columns;
        let place = self.columns.iter().position(|column| Some(*column) == chosen);
        self.column = place.unwrap_or(self.column).min(self.columns.len().saturating_sub(1));
    }
}
