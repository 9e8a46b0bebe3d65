//! The keys that several screens share, and those that work everywhere.

use super::binding::{Binding, line};
use super::chord::{Chord, Key, ch, ctrl, key};
use super::context::{BACK, COMMANDS, Context, HELPED, OPENS, ROLES, ROWS};
use crate::app::Step::{Bottom, Down, HalfDown, HalfUp, PageDown, PageUp, Top, Up};
use crate::app::where_from::is_traceable;
use crate::app::{App, Msg};

/// Four roles are pinned and a fifth waits for one of them to give way.
pub const EXCHANGE: Context = Context { heading: "When a fifth role is pinned", takes: &[] };
pub const HELP: Context = Context { heading: "This help", takes: &[COMMANDS, ROWS] };
pub const ALWAYS: Context = Context { heading: "Everywhere", takes: &[] };

/// To the four sides, in the order left, up, down, right, twice.
pub const SIDES: &[Chord] =
    &[key(Key::Left), key(Key::Up), key(Key::Down), key(Key::Right), ch('h'), ch('k'), ch('j'), ch('l')];

/// After the keys of single screens, before those that open a screen with roles.
pub const FIRST: &[Binding] = &[
    line(
        EXCHANGE,
        &[ch('1'), ch('2'), ch('3'), ch('4')],
        &[Msg::Exchange(1), Msg::Exchange(2), Msg::Exchange(3), Msg::Exchange(4)],
        "pin the fifth role in the place of this one",
    )
    .hint("which one gives way", 0, 4),
    line(EXCHANGE, &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "cancel").hint("cancel", 0, 1),
    line(ROWS, &[key(Key::Up), key(Key::Down), ch('k'), ch('j')], &[Msg::Step(Up), Msg::Step(Down)], "up, down")
        .hint("move", 1, 2),
    line(OPENS, &[key(Key::Enter)], &[Msg::Open], "open the role").hint("open", 0, 1).when(has_role),
    line(COMMANDS, &[ctrl('u'), ctrl('d')], &[Msg::Step(HalfUp), Msg::Step(HalfDown)], "half a page up, down"),
    line(
        COMMANDS,
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
    line(BACK, &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "back").hint("back", 1, 1),
    line(HELP, &[key(Key::Esc), key(Key::Backspace), ch('?')], &[Msg::Back], "close").hint("close", 0, 1),
    line(COMMANDS, &[ch('/')], &[Msg::Search], "new search").hint("search", 3, 1),
    line(ROLES, &[ch(' ')], &[Msg::Pin], "pin the role for comparison, or unpin it").hint("pin", 2, 1).when(can_pin),
    line(ALWAYS, &[key(Key::F(2))], &[Msg::Pin], "pin the role, also while typing").hint("pin", 3, 1).when(can_pin),
];

/// Between the keys that open a screen with roles and those that open any other.
pub const BETWEEN: &[Binding] = &[
    line(ROLES, &[ch('y')], &[Msg::Copy], "copy the role's code and title").hint("copy", 7, 1).when(has_role),
    line(ROLES, &[ch('w')], &[Msg::WhereFrom], "where the figures under the cursor come from")
        .hint("where from", 4, 1)
        .when(has_figure),
    line(HELPED, &[ch('?')], &[Msg::Help], "this help").hint("help", 4, 1),
];

/// After all keys that open a screen.
pub const LAST: &[Binding] = &[
    line(COMMANDS, &[ch('q')], &[Msg::Quit], "quit").hint("quit", 5, 1),
    line(ALWAYS, &[key(Key::F(9))], &[Msg::WhereFrom], "where figures come from, also while typing")
        .hint("where from", 5, 1)
        .when(has_figure),
    line(ALWAYS, &[ctrl('c')], &[Msg::Quit], "quit").hint("quit", 6, 1),
    line(ALWAYS, &[key(Key::F(1))], &[Msg::Help], "this help").hint("help", 6, 1),
    line(ALWAYS, &[ctrl('z')], &[Msg::Suspend], "to the shell; fg comes back"),
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
