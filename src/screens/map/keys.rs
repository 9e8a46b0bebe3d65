//! The keys of the map.

use super::{Action, MapView, OPEN, Room};
use crate::app::Msg::In;
use crate::app::ScreenAction::Map as On;
use crate::app::{App, Msg, Step};
use crate::compare::scatter::Direction;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, OPENS, ROLES};
use crate::keys::shared::{ALWAYS, SIDES};
use crate::keys::{Context, ScreenKeys};

pub const MAP: Context = Context { heading: "The map", takes: &[COMMANDS, ROLES, OPENS, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[MAP],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('m')], &[OPEN], "the map of roles").hint("map", 5, 1).when(elsewhere),
        line(ALWAYS, &[key(Key::F(4))], &[OPEN], "the map, also while typing").hint("map", 6, 1).when(elsewhere),
    ],
};

pub const fn context(_: &MapView) -> Context {
    MAP
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
        "to the nearest role in that direction",
    )
    .hint("walk", 1, 4),
    line(
        MAP,
        &[key(Key::Tab), key(Key::BackTab)],
        &[In(On(Action::NextInCell)), In(On(Action::PreviousInCell))],
        "the next, previous role of the same cell",
    )
    .hint("in cell", 2, 1)
    .when(shares_cell),
    line(
        MAP,
        &[ch('a'), ch('A')],
        &[In(On(Action::NextUp)), In(On(Action::PreviousUp))],
        "against what: pay, projected change, openings, employment",
    )
    .hint("against", 2, 1),
    line(
        MAP,
        &[ch('x'), ch('X')],
        &[In(On(Action::NextAcross)), In(On(Action::PreviousAcross))],
        "exposure by the index, or by one of the studies",
    )
    .hint("exposure", 2, 1),
    line(
        MAP,
        &[ch('g'), ch('G')],
        &[In(On(Action::NextGroup)), In(On(Action::PreviousGroup))],
        "light the role's major group; then the next, previous group",
    )
    .hint("light group", 2, 1),
    line(MAP, &[ch('0')], &[In(On(Action::NoGroup))], "light no group").hint("no group", 4, 1).when(has_light),
    line(
        MAP,
        &[ch('n'), ch('N')],
        &[In(On(Action::NextRole)), In(On(Action::PreviousRole))],
        "the next, previous role by code; of the lit group, where one is lit",
    )
    .hint("next lit", 3, 1)
    .when(has_light),
    line(
        MAP,
        &[ch('n'), ch('N')],
        &[In(On(Action::NextRole)), In(On(Action::PreviousRole))],
        "the next, previous role by code",
    ),
    line(MAP, &[ch('s')], &[In(On(Action::TurnScale))], "logarithmic or linear scale")
        .hint("log scale", 4, 1)
        .when(has_log),
    line(MAP, &[ch('f')], &[In(On(Action::TurnNarrow))], "all roles, or those of the last search")
        .hint("all or found", 3, 1)
        .when(has_search),
    line(
        MAP,
        &[key(Key::Home), key(Key::End)],
        &[Msg::Step(Step::Top), Msg::Step(Step::Bottom)],
        "to the role with the least, the most exposure",
    ),
];

fn map(app: &App) -> Option<&MapView> {
    app.front_as()
}

fn shares_cell(app: &App) -> Result<(), &'static str> {
    let cells = map(app).map(|view| (view.role, view.cells(Room::around(app.around()).grid)));
    let roles = cells.and_then(|(role, cells)| Some(cells.at(cells.of(role?)?).len()));
    if roles.is_some_and(|roles| roles > 1) { Ok(()) } else { Err("No other role is in this cell") }
}

fn has_light(app: &App) -> Result<(), &'static str> {
    map(app).and_then(|view| view.lit).map(|_| ()).ok_or("No group is lit: g lights one")
}

fn has_log(app: &App) -> Result<(), &'static str> {
    let log = map(app).is_some_and(|view| view.scatter.up.has_log());
    if log { Ok(()) } else { Err("No log scale: the projected change can be negative") }
}

fn has_search(app: &App) -> Result<(), &'static str> {
    let search = map(app).is_some_and(|view| !view.query.is_empty());
    if search { Ok(()) } else { Err("All roles are shown. Search first, then m maps what was found") }
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if map(app).is_none() { Ok(()) } else { Err("This is the map") }
}
