//! The keys of a role's places.

use super::{Action, OPEN, Pane, Whereabouts};
use crate::app::App;
use crate::app::Msg::In;
use crate::app::ScreenAction::Whereabouts as On;
use crate::compare::places::Scope;
use crate::compare::scatter::Direction;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS};
use crate::keys::shared::{ALWAYS, SIDES, has_role};
use crate::keys::{Context, ScreenKeys};
use crate::screens::whereabouts::Room;

/// What the list and the map have in common.
const BOTH: Context = Context { heading: "places of a role", takes: &[] };
pub const LIST: Context =
    Context { heading: "The places of a role", takes: &[BOTH, COMMANDS, ROWS, ROLES, BACK, HELPED] };
pub const MAP: Context = Context { heading: "The map of the states", takes: &[BOTH, COMMANDS, ROLES, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[LIST, MAP],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('P')], &[OPEN], "places: where the role is and where it pays")
            .hint("by state", 5, 1)
            .when(elsewhere),
        line(ALWAYS, &[key(Key::F(12))], &[OPEN], "the role's places, also while typing")
            .hint("by state", 7, 1)
            .when(elsewhere),
    ],
};

pub fn context(view: &Whereabouts) -> Context {
    match view.pane {
        Pane::List => LIST,
        Pane::Map => MAP,
    }
}

const KEYS: &[Binding] = &[
    line(
        MAP,
        SIDES,
        &[
            In(On(Action::Walk(Direction::Left))),
            In(On(Action::Walk(Direction::Up))),
            In(On(Action::Walk(Direction::Down))),
            In(On(Action::Walk(Direction::Right))),
        ],
        "to the nearest state in that direction",
    )
    .hint("walk", 1, 4),
    line(BOTH, &[key(Key::Enter)], &[In(On(Action::Choose))], "take the place for everything; again: the nation")
        .hint("take the place", 0, 1)
        .when(has_place),
    line(BOTH, &[ch('b')], &[In(On(Action::Beside))], "put the place beside as the second one, or take it away")
        .hint("beside", 2, 1)
        .when(has_place),
    line(
        BOTH,
        &[ch('s'), ch('S')],
        &[In(On(Action::NextFigure)), In(On(Action::PreviousFigure))],
        "order and shade by the next, previous figure",
    )
    .hint("figure", 1, 1)
    .when(has_rows),
    line(
        LIST,
        &[key(Key::Right), key(Key::Left), ch('l'), ch('h')],
        &[In(On(Action::NextFigure)), In(On(Action::PreviousFigure))],
        "order by the next, previous figure",
    )
    .when(has_rows),
    line(BOTH, &[ch('r')], &[In(On(Action::Reverse))], "reverse the order").hint("reverse", 6, 1).when(has_rows),
    line(LIST, &[key(Key::Tab), key(Key::BackTab)], &[In(On(Action::OtherPane))], "to the map of the states")
        .hint("map", 1, 1)
        .when(has_map),
    line(MAP, &[key(Key::Tab), key(Key::BackTab)], &[In(On(Action::OtherPane))], "to the list").hint("list", 1, 1),
    line(BOTH, &[ch('a')], &[In(On(Action::Areas))], "metropolitan and nonmetropolitan areas")
        .hint("areas", 3, 1)
        .when(no_areas),
    line(BOTH, &[ch('a')], &[In(On(Action::Areas))], "again: the states").hint("states", 3, 1).when(areas),
    line(BOTH, &[ch('i')], &[In(On(Action::Industries))], "the industries that employ the role")
        .hint("industries", 3, 1)
        .when(no_industries),
    line(BOTH, &[ch('i')], &[In(On(Action::Industries))], "from the industries: to the states")
        .hint("states", 3, 1)
        .when(industries),
    line(
        LIST,
        &[ch('n'), ch('N')],
        &[In(On(Action::Finer)), In(On(Action::Coarser))],
        "industries cut finer, coarser: sectors, 3 digits, 4 digits",
    )
    .hint("finer", 2, 1)
    .when(has_levels),
];

fn view(app: &App) -> Option<&Whereabouts> {
    app.front_as()
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if view(app).is_some() { Err("These are the role's places") } else { has_role(app) }
}

fn has_place(app: &App) -> Result<(), &'static str> {
    match view(app) {
        Some(view) if matches!(view.places.scope, Scope::Industries(_)) => Err("An industry is no place"),
        Some(view) if view.place().is_some() => Ok(()),
        _ => Err("No place is under the cursor"),
    }
}

fn has_rows(app: &App) -> Result<(), &'static str> {
    if view(app).is_some_and(|view| view.places.has_any()) { Ok(()) } else { Err("There is nothing to order") }
}

fn has_map(app: &App) -> Result<(), &'static str> {
    match view(app) {
        Some(view) if !view.has_map() => Err("Only states have a map"),
        Some(_) if Room::around(app.around(), true).tile.is_none() => Err("The map needs 36 columns and 10 rows"),
        _ => Ok(()),
    }
}

fn areas(app: &App) -> Result<(), &'static str> {
    if view(app).is_some_and(|view| view.places.scope == Scope::Areas) { Ok(()) } else { Err("Areas are not listed") }
}

fn no_areas(app: &App) -> Result<(), &'static str> {
    if areas(app).is_err() { Ok(()) } else { Err("Areas are listed") }
}

fn industries(app: &App) -> Result<(), &'static str> {
    let is_listed = view(app).is_some_and(|view| matches!(view.places.scope, Scope::Industries(_)));
    if is_listed { Ok(()) } else { Err("No industries are listed: i shows them") }
}

fn has_levels(app: &App) -> Result<(), &'static str> {
    industries(app)?;
    if Scope::levels(app.catalog()).len() > 1 { Ok(()) } else { Err("Only one level of industries is here") }
}

fn no_industries(app: &App) -> Result<(), &'static str> {
    if industries(app).is_err() { Ok(()) } else { Err("Industries are listed") }
}
