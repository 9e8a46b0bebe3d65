//! The keys of the map.

use super::{Action as OnMap, MapView};
use crate::app::Context::Map;
use crate::app::{App, Msg, Screen, Step};
use crate::compare::scatter::Direction;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};

/// Every key of the map that it does not share with other screens.
pub const KEYS: &[Binding] = &[
    line(
        &[Map],
        &[key(Key::Left), key(Key::Up), key(Key::Down), key(Key::Right), ch('h'), ch('k'), ch('j'), ch('l')],
        &[
            Msg::InMap(OnMap::Walk(Direction::Left)),
            Msg::InMap(OnMap::Walk(Direction::Up)),
            Msg::InMap(OnMap::Walk(Direction::Down)),
            Msg::InMap(OnMap::Walk(Direction::Right)),
        ],
        "to the nearest role in that direction",
    )
    .hint("walk", 1, 4),
    line(
        &[Map],
        &[key(Key::Tab), key(Key::BackTab)],
        &[Msg::InMap(OnMap::NextInCell), Msg::InMap(OnMap::PreviousInCell)],
        "the next, previous role of the same cell",
    )
    .hint("in cell", 2, 1)
    .when(shares_cell),
    line(
        &[Map],
        &[ch('a'), ch('A')],
        &[Msg::InMap(OnMap::NextUp), Msg::InMap(OnMap::PreviousUp)],
        "against what: pay, projected change, openings, employment",
    )
    .hint("against", 2, 1),
    line(
        &[Map],
        &[ch('x'), ch('X')],
        &[Msg::InMap(OnMap::NextAcross), Msg::InMap(OnMap::PreviousAcross)],
        "exposure by the index, or by one of the studies",
    )
    .hint("exposure", 2, 1),
    line(
        &[Map],
        &[ch('g'), ch('G')],
        &[Msg::InMap(OnMap::NextGroup), Msg::InMap(OnMap::PreviousGroup)],
        "light the role's major group; then the next, previous group",
    )
    .hint("light group", 2, 1),
    line(&[Map], &[ch('0')], &[Msg::InMap(OnMap::NoGroup)], "light no group").hint("no group", 4, 1).when(has_light),
    line(
        &[Map],
        &[ch('n'), ch('N')],
        &[Msg::InMap(OnMap::NextRole), Msg::InMap(OnMap::PreviousRole)],
        "the next, previous role by code; of the lit group, where one is lit",
    )
    .hint("next lit", 3, 1)
    .when(has_light),
    line(
        &[Map],
        &[ch('n'), ch('N')],
        &[Msg::InMap(OnMap::NextRole), Msg::InMap(OnMap::PreviousRole)],
        "the next, previous role by code",
    ),
    line(&[Map], &[ch('s')], &[Msg::InMap(OnMap::TurnScale)], "logarithmic or linear scale")
        .hint("log scale", 4, 1)
        .when(has_log),
    line(&[Map], &[ch('f')], &[Msg::InMap(OnMap::TurnNarrow)], "all roles, or those of the last search")
        .hint("all or found", 3, 1)
        .when(has_search),
    line(
        &[Map],
        &[key(Key::Home), key(Key::End)],
        &[Msg::Step(Step::Top), Msg::Step(Step::Bottom)],
        "to the role with the least, the most exposure",
    ),
];

fn map(app: &App) -> Option<&MapView> {
    match app.trail.last() {
        Some(Screen::Map(view)) => Some(view),
        _ => None,
    }
}

fn shares_cell(app: &App) -> Result<(), &'static str> {
    let cells = map(app).map(|view| (view.role, view.cells(app.around().map_room().grid)));
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
