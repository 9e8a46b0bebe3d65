//! A role's whereabouts: the places where it is and where it pays, as a list and as a tile map of the states; and the
//! industries that employ it.

pub mod draw;
pub mod keys;
mod room;
#[cfg(test)]
mod tests;

pub use room::Room;

use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Msg, Screen, ScreenAction, Step, look, turned};
use crate::catalog::{Catalog, Figure, Lens, PlaceId, RoleId};
use crate::compare::places::{Listed, PlaceFigure, RolePlaces, Row, Scope, Shades, Whose, tiles};
use crate::compare::provenance::Ask;
use crate::compare::scatter::Direction;

/// Rows of the map that half a page is.
const HALF: usize = 2;

#[derive(Clone, Debug)]
pub struct Whereabouts {
    pub role: RoleId,
    /// What OEWS estimates for it in each place or industry.
    pub places: RolePlaces,
    /// The same in order.
    pub listed: Listed,
    /// The shades of the map.
    pub shades: Shades,
    /// Which row of the list the cursor is on; on the map it is on the same state.
    pub cursor: usize,
    /// The second place and the place that is looked at, to stand beside the one under the cursor.
    pub chosen: Vec<Row>,
    /// Where the arrows go, and what is shown where there is room for one.
    pub pane: Pane,
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    List,
    Map,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Whereabouts(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens the places of the role under the cursor.
    Open,
    /// From the list to the map, or back.
    OtherPane,
    /// To the nearest state in a direction.
    Walk(Direction),
    /// Orders and shades by the next figure.
    NextFigure,
    PreviousFigure,
    /// Turns the order round.
    Reverse,
    /// Takes the place under the cursor for everything; the nation again where it is taken already.
    Choose,
    /// Puts the place under the cursor beside it, or takes it away.
    Beside,
    /// Areas, or states again.
    Areas,
    /// Industries, or states again.
    Industries,
    /// Industries cut finer.
    Finer,
    /// Industries cut coarser.
    Coarser,
}

impl Whereabouts {
    /// The states of a role, most workers first; the cursor on the place that is looked at.
    pub fn new(catalog: &Catalog<'_>, role: RoleId) -> Self {
        let mut view = Self {
            role,
            places: RolePlaces::of(catalog, role, Scope::States),
            listed: Listed::default(),
            shades: Shades::default(),
            cursor: 0,
            chosen: Vec::new(),
            pane: Pane::List,
        };
        view.choose(catalog);
        view.list(PlaceFigure::default(), false);
        if let Some(place) = catalog.lens().place {
            view.go_to(Whose::Place(place));
        }
        view
    }

    /// The row under the cursor.
    pub fn selected(&self) -> Option<&Row> {
        self.places.rows.get(self.listed.rows.get(self.cursor)?.at)
    }

    /// The place under the cursor.
    pub fn place(&self) -> Option<PlaceId> {
        match self.selected()?.whose {
            Whose::Place(id) if self.places.has_any() => Some(id),
            _ => None,
        }
    }

    /// Whether there is a map of what is listed.
    pub fn has_map(&self) -> bool {
        self.places.scope == Scope::States && self.places.has_any()
    }

    fn choose(&mut self, catalog: &Catalog<'_>) {
        let Lens { place, beside, .. } = catalog.lens();
        let chosen = [beside, place].into_iter().flatten();
        self.chosen = chosen.filter_map(|id| self.places.place(catalog, id)).collect();
    }

    fn list(&mut self, by: PlaceFigure, reversed: bool) {
        self.listed = Listed::of(&self.places, by, reversed);
        self.shades = Shades::of(&self.places, by);
    }

    fn go_to(&mut self, whose: Whose) {
        let at = self.places.rows.iter().position(|row| row.whose == whose);
        if let Some(place) = at.and_then(|at| self.listed.place_of(at)) {
            self.cursor = place;
        }
    }

    /// Lists something else, by the figure by which it was listed where that has it.
    fn turn_to(&mut self, catalog: &Catalog<'_>, scope: Scope) {
        self.places = RolePlaces::of(catalog, self.role, scope);
        let by = if self.listed.by.is_of(scope) { self.listed.by } else { PlaceFigure::default() };
        self.list(by, self.listed.reversed);
        self.cursor = 0;
        if !self.has_map() {
            self.pane = Pane::List;
        }
    }

    /// Orders by another figure; the map keeps its state under the cursor, the list goes to what comes first.
    fn order(&mut self, by: PlaceFigure, reversed: bool) {
        let kept = self.selected().map(|row| row.whose).filter(|_| self.pane == Pane::Map);
        self.list(by, reversed);
        self.cursor = 0;
        if let Some(whose) = kept {
            self.go_to(whose);
        }
    }

    fn turn_figure(&mut self, forward: bool) {
        let orders: Vec<PlaceFigure> = self.figures_to_order_by();
        let here = orders.iter().position(|figure| *figure == self.listed.by).unwrap_or(0);
        let next = turned(here, orders.len(), forward);
        self.order(orders.get(next).copied().unwrap_or_default(), false);
    }

    fn figures_to_order_by(&self) -> Vec<PlaceFigure> {
        let scope = self.places.scope;
        PlaceFigure::orders(scope).iter().copied().filter(|figure| figure.is_of(scope)).collect()
    }

    fn turn_level(&mut self, catalog: &Catalog<'_>, forward: bool) {
        let Scope::Industries(level) = self.places.scope else { return };
        let levels = Scope::levels(catalog);
        let next = if forward {
            levels.iter().find(|other| **other > level).or(levels.first())
        } else {
            levels.iter().rev().find(|other| **other < level).or(levels.last())
        };
        if let Some(level) = next {
            self.turn_to(catalog, Scope::Industries(*level));
        }
    }

    fn walk(&mut self, catalog: &Catalog<'_>, direction: Direction) {
        let tile = |row: &Row| row.letters(catalog).and_then(tiles::tile);
        let tiles = self.places.rows.iter().filter_map(|row| Some((tile(row)?, row.whose)));
        let here = self.selected().and_then(tile);
        if let Some(next) = here.and_then(|here| tiles::walk(here, direction, tiles)) {
            self.go_to(next);
        }
    }

    fn act(&mut self, catalog: &Catalog<'_>, action: Action) {
        match action {
            Action::Open | Action::Choose | Action::Beside => {}
            Action::OtherPane if self.pane == Pane::Map || !self.has_map() => self.pane = Pane::List,
            Action::OtherPane => self.pane = Pane::Map,
            Action::Walk(direction) => self.walk(catalog, direction),
            Action::NextFigure => self.turn_figure(true),
            Action::PreviousFigure => self.turn_figure(false),
            Action::Reverse => self.order(self.listed.by, !self.listed.reversed),
            Action::Areas if self.places.scope == Scope::Areas => self.turn_to(catalog, Scope::States),
            Action::Areas => self.turn_to(catalog, Scope::Areas),
            Action::Industries => match self.places.scope {
                Scope::Industries(_) => self.turn_to(catalog, Scope::States),
                _ => self.turn_to(catalog, Scope::first_industries(catalog)),
            },
            Action::Finer => self.turn_level(catalog, true),
            Action::Coarser => self.turn_level(catalog, false),
        }
    }
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => {
            if let Some(role) = app.role() {
                app.push(Screen::Whereabouts(Whereabouts::new(app.catalog(), role)));
            }
        }
        Action::Choose => choose(app),
        Action::Beside => put_beside(app),
        _ => {
            if let Some((view, around)) = app.front_as_mut::<Whereabouts>() {
                view.act(around.catalog(), action);
            }
        }
    }
    Vec::new()
}

fn name(app: &App, id: PlaceId) -> &'static str {
    app.catalog().places.get(usize::from(id.0)).map_or("", |place| place.name)
}

/// Everything speaks of the place under the cursor from now on; chosen again, of the nation.
fn choose(app: &mut App) {
    let Some(here) = app.front_as::<Whereabouts>().and_then(Whereabouts::place) else { return };
    let lens = app.catalog().lens();
    let next = if lens.place == Some(here) {
        Lens { place: None, ..lens }
    } else if lens.beside == Some(here) {
        // Two places change places.
        Lens { place: Some(here), beside: lens.place, ..lens }
    } else {
        Lens { place: Some(here), ..lens }
    };
    look(app, next);
    app.notice = Some(match next.place {
        Some(_) => format!("Pay and employment are those of {} everywhere now", name(app, here)),
        None => "Pay and employment are those of the nation again".to_owned(),
    });
}

/// The place under the cursor stands beside the first one.
fn put_beside(app: &mut App) {
    let Some(here) = app.front_as::<Whereabouts>().and_then(Whereabouts::place) else { return };
    let lens = app.catalog().lens();
    if lens.place == Some(here) {
        app.notice = Some(format!("{} is the place itself: choose another one beside it", name(app, here)));
        return;
    }
    let beside = (lens.beside != Some(here)).then_some(here);
    look(app, Lens { beside, ..lens });
    app.notice = Some(match beside {
        Some(_) => format!("{} stands beside as the second place", name(app, here)),
        None => "No second place".to_owned(),
    });
}

impl View for Whereabouts {
    /// After its page the role need not be named again.
    fn name(&self, catalog: &Catalog<'static>, before: Option<&Screen>) -> String {
        let what = if matches!(self.places.scope, Scope::Industries(_)) { "industries" } else { "places" };
        match before {
            Some(Screen::Role(page)) if page.role == self.role => what.to_owned(),
            _ => format!("{what} of {}", catalog.role(self.role).map_or("a role", |role| role.title)),
        }
    }

    fn role(&self) -> Option<RoleId> {
        Some(self.role)
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        let Some(place) = self.place().filter(|_| self.selected().is_some_and(|row| row.estimate.is_some())) else {
            return Vec::new();
        };
        let figures = [Figure::PAY, Figure::Employment].into_iter().chain(Figure::PAY_RANGE);
        let mut asks: Vec<Ask> = Vec::new();
        for figure in figures {
            let ask = Ask::There(place, self.role, figure);
            if !asks.contains(&ask) {
                asks.push(ask);
            }
        }
        asks
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        let (direction, rows) = match step {
            Step::Up => (Direction::Up, 1),
            Step::Down => (Direction::Down, 1),
            Step::HalfUp => (Direction::Up, HALF),
            Step::HalfDown => (Direction::Down, HALF),
            Step::PageUp => (Direction::Up, usize::from(tiles::ROWS)),
            Step::PageDown => (Direction::Down, usize::from(tiles::ROWS)),
            Step::Top | Step::Bottom => (Direction::Up, 0),
        };
        if self.pane == Pane::Map && rows > 0 {
            (0..rows).for_each(|_| self.walk(around.catalog(), direction));
        } else {
            let page = usize::from(Room::around(around, self.has_map()).page).max(1);
            self.cursor = step.from(self.cursor, self.listed.rows.len(), page);
        }
    }

    /// Enter chooses a place: see [`Action::Choose`].
    fn open(&mut self, _around: Around<'_>) -> Option<Screen> {
        None
    }

    /// The same list, the cursor on the same place.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let role = change.role(self.role).ok_or_else(|| change.title(self.role))?;
        let catalog = around.catalog();
        let code = self.selected().map(|row| row.code(change.from));
        let (by, reversed, scope) = (self.listed.by, self.listed.reversed, self.places.scope);
        self.role = role;
        self.places = RolePlaces::of(catalog, role, scope);
        self.choose(catalog);
        self.list(by, reversed);
        let same = self.places.rows.iter().find(|row| Some(row.code(catalog)) == code).map(|row| row.whose);
        self.cursor = 0;
        if let Some(whose) = same {
            self.go_to(whose);
        }
        if !self.has_map() {
            self.pane = Pane::List;
        }
        Ok(())
    }
}
