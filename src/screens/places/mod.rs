//! The places: from where, and of which year, every screen tells pay, employment and outlook.

pub mod draw;
pub mod keys;
#[cfg(test)]
mod tests;

use crate::app::query_box::{Edit, QueryBox};
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{self, App, Effect, Msg, Screen, ScreenAction, Step};
use crate::catalog::place_names::may_be_nation;
use crate::catalog::words::NATION;
use crate::catalog::{Catalog, Lens, Pay, PlaceId, SourceId, Thousandths, Vintage};

#[derive(Clone, Debug)]
pub struct PlacesView {
    /// What is typed of the name of a place.
    pub query: QueryBox,
    /// The places that it leaves.
    pub rows: Vec<Row>,
    pub cursor: usize,
    /// What is looked from now.
    pub lens: Lens,
    /// Whether there are states or areas in the data at all.
    pub has_places: bool,
    /// Whether there are areas among them.
    pub has_areas: bool,
}

/// What can be chosen.
#[derive(Clone, Debug)]
pub struct Row {
    pub spot: Spot,
    pub name: String,
    /// Employment and wages of all occupations together.
    pub all: Option<Pay>,
    /// The price level of a state, of which the nation's is 100.
    pub price_level: Option<Thousandths>,
}

/// The nation of a vintage, or a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Nation(Vintage),
    Place(PlaceId),
}

pub const OPEN: Msg = Msg::In(ScreenAction::Places(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// Looks from the place under the cursor, and goes back to where one was.
    Choose,
    /// Puts the place under the cursor beside the chosen one, or takes it away from there.
    Beside,
}

pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        let view = PlacesView::new(app.catalog());
        app.push(Screen::Places(view));
        return Vec::new();
    }
    let Some((view, _)) = app.front_as_mut::<PlacesView>() else { return Vec::new() };
    let (Some(row), lens) = (view.rows.get(view.cursor).cloned(), view.lens) else { return Vec::new() };
    match (action, row.spot) {
        (Action::Open, _) => {}
        (Action::Choose, spot) => {
            let chosen = spot.chosen(lens);
            app.leave_to(app.trail.len().saturating_sub(1));
            app::look(app, chosen);
            app.notice = Some(told(app.catalog()));
        }
        (Action::Beside, Spot::Place(id)) if lens.place != Some(id) => {
            let beside = Some(id).filter(|id| lens.beside != Some(*id));
            app::look(app, Lens { beside, ..lens });
        }
        (Action::Beside, Spot::Place(_)) => app.notice = Some(format!("{} is the chosen place itself", row.name)),
        (Action::Beside, Spot::Nation(_)) => {
            app.notice = Some("The nation stands beside every place by itself".to_owned());
        }
    }
    Vec::new()
}

impl Spot {
    /// The lens after it was chosen: a place that stood beside gives way to it.
    fn chosen(self, lens: Lens) -> Lens {
        match self {
            Self::Nation(vintage) => Lens { place: None, vintage, ..lens },
            Self::Place(id) => Lens { place: Some(id), beside: lens.beside.filter(|beside| *beside != id), ..lens },
        }
    }

    /// Whether it is what one looks from.
    pub fn is_chosen(self, lens: Lens) -> bool {
        match self {
            Self::Nation(vintage) => lens.place.is_none() && lens.vintage == vintage,
            Self::Place(id) => lens.place == Some(id),
        }
    }

    /// Whether it stands beside that.
    pub fn is_beside(self, lens: Lens) -> bool {
        matches!(self, Self::Place(id) if lens.beside == Some(id))
    }
}

/// What was chosen, for the footer.
fn told(catalog: &Catalog<'_>) -> String {
    catalog.seen_text().unwrap_or_else(|| format!("Pay and employment are those of the {NATION} again"))
}

impl PlacesView {
    /// All places, the cursor on the chosen one.
    pub fn new(catalog: &Catalog<'_>) -> Self {
        let mut query = QueryBox::new();
        query.set_focused(true);
        let mut view = Self {
            query,
            rows: Vec::new(),
            cursor: 0,
            lens: catalog.lens(),
            has_places: !catalog.places.is_empty(),
            has_areas: catalog.has_areas(),
        };
        view.list(catalog);
        view.cursor = view.rows.iter().position(|row| row.spot.is_chosen(view.lens)).unwrap_or(0);
        view
    }

    /// Makes the rows that the query leaves.
    fn list(&mut self, catalog: &Catalog<'_>) {
        let typed = self.query.text();
        let nation = if may_be_nation(typed) { nation(catalog) } else { Vec::new() };
        let places = catalog.places_like(typed).into_iter().filter_map(|id| {
            let place = catalog.places.get(usize::from(id.0))?;
            let (name, price_level) = (place.name.to_owned(), place.price_level);
            Some(Row { spot: Spot::Place(id), name, all: place.estimates.all, price_level })
        });
        self.rows = nation.into_iter().chain(places).collect();
        self.cursor = 0;
    }

    fn change(&mut self, catalog: &Catalog<'_>, how: impl FnOnce(&mut QueryBox)) {
        let before = self.query.text().to_owned();
        how(&mut self.query);
        if self.query.text() != before {
            self.list(catalog);
        }
    }
}

/// The nation in the base year, and in the newest one where there is one.
fn nation(catalog: &Catalog<'_>) -> Vec<Row> {
    let row = |vintage, name, all| Row { spot: Spot::Nation(vintage), name, all, price_level: None };
    let named = |id: SourceId| catalog.source(id).map(|source| source.release);
    let releases: Vec<&str> = [SourceId::Oews, SourceId::Projections].into_iter().filter_map(named).collect();
    let base = match releases.join(" and ") {
        none if none.is_empty() => NATION.to_owned(),
        releases => format!("{NATION}, {releases}"),
    };
    let newest = catalog.through(Lens { vintage: Vintage::Newest, ..Lens::default() });
    let mut rows = vec![row(Vintage::Base, base, catalog.all_occupations)];
    if catalog.newest().is_some() || catalog.has_next() {
        let releases = newest.pay_release().into_iter().chain(newest.outlook_release());
        let releases: Vec<_> = releases.collect();
        let name = format!("{NATION}, newest: {}", releases.join(" and "));
        rows.push(row(Vintage::Newest, name, newest.all_pay().copied()));
    }
    rows
}

impl View for PlacesView {
    fn name(&self, _: &Catalog<'static>, _: Option<&Screen>) -> String {
        "choose a place".to_owned()
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.cursor = step.from(self.cursor, self.rows.len(), around.page());
    }

    /// Choosing changes what every screen looks from: [`Action::Choose`] does it.
    fn open(&mut self, _: Around<'_>) -> Option<Screen> {
        None
    }

    fn insert(&mut self, text: &str, around: Around<'_>) -> bool {
        self.change(around.catalog(), |query| query.insert(text));
        true
    }

    fn edit(&mut self, edit: Edit, around: Around<'_>) -> bool {
        self.change(around.catalog(), |query| query.edit(edit));
        true
    }

    /// The same places, the cursor on the one with the same code.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let area = |catalog: &Catalog<'_>, spot: Spot| match spot {
            Spot::Place(id) => catalog.places.get(usize::from(id.0)).map(|place| Ok(place.area)),
            Spot::Nation(vintage) => Some(Err(vintage)),
        };
        let before = self.rows.get(self.cursor).and_then(|row| area(change.from, row.spot));
        let catalog = around.catalog();
        self.lens = catalog.lens();
        (self.has_places, self.has_areas) = (!catalog.places.is_empty(), catalog.has_areas());
        self.list(catalog);
        self.cursor = self.rows.iter().position(|row| area(catalog, row.spot) == before).unwrap_or(0);
        Ok(())
    }
}
