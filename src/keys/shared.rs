//! The keys that several screens share, and those that work everywhere.

use super::binding::{Binding, line};
use super::chord::{Key, ch, ctrl, key};
use crate::app::Context::{
    self, Always, Ask, Columns, Compare, Data, Help, List, Map, Moves, Ranking, Role, Sharing, Where,
};
use crate::app::Step::{Bottom, Down, HalfDown, HalfUp, PageDown, PageUp, Top, Up};
use crate::app::where_from::is_traceable;
use crate::app::{App, Msg, Screen};

const SCREENS: &[Context] = &[List, Role, Sharing, Compare, Map, Ranking, Columns, Moves, Data, Ask, Where, Help];
const LISTS: &[Context] = &[List, Role, Sharing, Compare, Map, Ranking, Moves];
/// The screens whose cursor moves in rows.
const ROWS: &[Context] = &[List, Role, Sharing, Compare, Ranking, Columns, Moves, Data, Ask, Where, Help];
/// The screens above the search.
const ABOVE: &[Context] = &[Role, Sharing, Compare, Map, Ranking, Moves, Data];
/// Where the help is a letter away.
const HELPED: &[Context] = &[List, Role, Sharing, Compare, Map, Ranking, Moves, Data, Ask];

pub const KEYS: &[Binding] = &[
    line(ROWS, &[key(Key::Up), key(Key::Down), ch('k'), ch('j')], &[Msg::Step(Up), Msg::Step(Down)], "up, down")
        .hint("move", 1, 2),
    line(&[List, Sharing, Map, Moves], &[key(Key::Enter)], &[Msg::Open], "open the role")
        .hint("open", 0, 1)
        .when(has_role),
    line(SCREENS, &[ctrl('u'), ctrl('d')], &[Msg::Step(HalfUp), Msg::Step(HalfDown)], "half a page up, down"),
    line(
        SCREENS,
        &[key(Key::PageUp), key(Key::PageDown)],
        &[Msg::Step(PageUp), Msg::Step(PageDown)],
        "a page up, down",
    ),
    line(
        ROWS,
        &[ch('g'), ch('G'), key(Key::Home), key(Key::End)],
        &[Msg::Step(Top), Msg::Step(Bottom)],
        "to the first, the last",
    ),
    line(ABOVE, &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "back").hint("back", 1, 1),
    line(&[Help], &[key(Key::Esc), key(Key::Backspace), ch('?')], &[Msg::Back], "close").hint("close", 0, 1),
    line(SCREENS, &[ch('/')], &[Msg::Search], "new search").hint("search", 3, 1),
    line(LISTS, &[ch(' ')], &[Msg::Pin], "pin the role for comparison, or unpin it").hint("pin", 2, 1).when(can_pin),
    line(LISTS, &[ch('c')], &[Msg::Compare], "compare the pinned roles; a single one with this role")
        .hint("compare", 3, 1)
        .when(can_compare),
    line(LISTS, &[ch('m')], &[Msg::Map], "the map of roles").hint("map", 5, 1).when(not_on_map),
    line(LISTS, &[ch('t')], &[Msg::Ranking], "the ranking: all roles in a table, to sort and filter")
        .hint("ranking", 5, 1)
        .when(not_on_ranking),
    line(LISTS, &[ch('v')], &[Msg::Moves], "moves: where one could go from the role")
        .hint("moves", 5, 1)
        .when(has_role),
    line(LISTS, &[ch('y')], &[Msg::Copy], "copy the role's code and title").hint("copy", 7, 1).when(has_role),
    line(LISTS, &[ch('w')], &[Msg::WhereFrom], "where the figures under the cursor come from")
        .hint("where from", 4, 1)
        .when(has_figure),
    line(HELPED, &[ch('?')], &[Msg::Help], "this help").hint("help", 4, 1),
    line(LISTS, &[ch('d')], &[Msg::Data], "the data: releases, ages, licences; import and fetch").hint("data", 7, 1),
    line(SCREENS, &[ch('q')], &[Msg::Quit], "quit").hint("quit", 5, 1),
    line(&[Always], &[key(Key::F(2))], &[Msg::Pin], "pin the role, also while typing").hint("pin", 3, 1).when(can_pin),
    line(&[Always], &[key(Key::F(3))], &[Msg::Compare], "compare, also while typing")
        .hint("compare", 3, 1)
        .when(can_compare),
    line(&[Always], &[key(Key::F(4))], &[Msg::Map], "the map, also while typing").hint("map", 6, 1).when(not_on_map),
    line(&[Always], &[key(Key::F(5))], &[Msg::Ranking], "the ranking, also while typing")
        .hint("ranking", 6, 1)
        .when(not_on_ranking),
    line(&[Always], &[key(Key::F(6))], &[Msg::Moves], "moves, also while typing").hint("moves", 6, 1).when(has_role),
    line(&[Always], &[key(Key::F(7))], &[Msg::Data], "the data, also while typing")
        .hint("data", 7, 1)
        .when(not_on_data),
    line(&[Always], &[key(Key::F(9))], &[Msg::WhereFrom], "where figures come from, also while typing")
        .hint("where from", 5, 1)
        .when(has_figure),
    line(&[Always], &[ctrl('c')], &[Msg::Quit], "quit").hint("quit", 6, 1),
    line(&[Always], &[key(Key::F(1))], &[Msg::Help], "this help").hint("help", 6, 1),
    line(&[Always], &[ctrl('z')], &[Msg::Suspend], "to the shell; fg comes back"),
];

pub fn has_role(app: &App) -> Result<(), &'static str> {
    app.role().map(|_| ()).ok_or("No role is under the cursor")
}

fn has_figure(app: &App) -> Result<(), &'static str> {
    match app.where_from {
        Some(_) => Ok(()),
        None if app.pins.waiting().is_some() => Err("Choose which pin to replace: 1 to 4, or Esc to cancel"),
        None if is_traceable(app) => Ok(()),
        None => Err("No figure is under the cursor"),
    }
}

pub fn can_pin(app: &App) -> Result<(), &'static str> {
    match app.pins.waiting() {
        _ if app.help.is_some() => Err("Close the help first"),
        Some(_) => Err("Choose which pin to replace: 1 to 4, or Esc to cancel"),
        None => has_role(app),
    }
}

pub fn can_compare(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        _ if app.help.is_some() => Err("Close the help first"),
        Some(Screen::Compare(_)) => Err("This is the comparison"),
        _ if app.pins.waiting().is_some() => Err("Choose which pin to replace: 1 to 4, or Esc to cancel"),
        _ if app.pins.roles().is_empty() => Err("Pin roles first: Space, or F2 while typing"),
        _ => Ok(()),
    }
}

pub fn not_on_map(app: &App) -> Result<(), &'static str> {
    if matches!(app.trail.last(), Some(Screen::Map(_))) { Err("This is the map") } else { Ok(()) }
}

pub fn not_on_ranking(app: &App) -> Result<(), &'static str> {
    if matches!(app.trail.last(), Some(Screen::Ranking(_))) { Err("This is the ranking") } else { Ok(()) }
}

fn not_on_data(app: &App) -> Result<(), &'static str> {
    if matches!(app.trail.last(), Some(Screen::Data(_))) { Err("This is the data screen") } else { Ok(()) }
}
