//! The keys of the moves.

use super::{Action, MovesView, OPEN};
use crate::app::App;
use crate::app::Msg::In;
use crate::app::ScreenAction::Moves as On;
use crate::compare::moves::Scope;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, OPENS, ROLES, ROWS};
use crate::keys::shared::{ALWAYS, has_role};
use crate::keys::{Context, ScreenKeys};

pub const MOVES: Context =
    Context { heading: "Moves from a role", takes: &[COMMANDS, ROWS, ROLES, OPENS, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[MOVES],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('v')], &[OPEN], "moves: where one could go from the role").hint("moves", 5, 1).when(has_role),
        line(ALWAYS, &[key(Key::F(6))], &[OPEN], "moves, also while typing").hint("moves", 6, 1).when(has_role),
    ],
};

pub const fn context(_: &MovesView) -> Context {
    MOVES
}

const KEYS: &[Binding] = &[
    line(
        MOVES,
        &[ch('b')],
        &[In(On(Action::Terms))],
        "less overlap, at least the same pay and no worse outlook, smallest gap first",
    )
    .hint("less overlap, same pay", 0, 1)
    .when(asks_nothing),
    line(MOVES, &[ch('b')], &[In(On(Action::Terms))], "remove the filter again").hint("no filter", 0, 1).when(asks),
    line(MOVES, &[ch('o')], &[In(On(Action::Openings))], "only where there are more and more openings a year")
        .hint("openings", 4, 1)
        .when(has_scope),
    line(MOVES, &[ch('s')], &[In(On(Action::Sort))], "order by the next column").hint("sort", 2, 1).when(has_moves),
    line(MOVES, &[ch('r')], &[In(On(Action::Reverse))], "reverse the order").hint("reverse", 6, 1).when(has_moves),
    line(MOVES, &[ch('a')], &[In(On(Action::Scope))], "look among all roles, or the near ones again")
        .hint("all roles", 2, 1)
        .when(near_only),
    line(MOVES, &[ch('a')], &[In(On(Action::Scope))], "again: the near roles").hint("near roles", 2, 1).when(all_roles),
];

fn asks(app: &App) -> Result<(), &'static str> {
    match app.front_as::<MovesView>() {
        Some(view) if view.question.terms.any() => Ok(()),
        _ => Err("The list has no filter"),
    }
}

fn asks_nothing(app: &App) -> Result<(), &'static str> {
    match app.front_as::<MovesView>() {
        Some(view) if view.listed.of == 0 => Err("There is no role to choose among: a takes all"),
        _ if asks(app).is_err() => Ok(()),
        _ => Err("The list is filtered"),
    }
}

fn has_scope(app: &App) -> Result<(), &'static str> {
    match app.front_as::<MovesView>() {
        Some(view) if view.listed.of == 0 => Err("There is no role to choose among: a takes all"),
        _ => Ok(()),
    }
}

fn all_roles(app: &App) -> Result<(), &'static str> {
    match app.front_as::<MovesView>() {
        Some(view) if view.question.scope == Scope::All => Ok(()),
        _ => Err("The near roles are listed"),
    }
}

fn near_only(app: &App) -> Result<(), &'static str> {
    if all_roles(app).is_err() { Ok(()) } else { Err("All roles are listed") }
}

fn has_moves(app: &App) -> Result<(), &'static str> {
    match app.front_as::<MovesView>() {
        Some(view) if view.listed.rows.is_empty() => Err("There is nothing to order"),
        _ => Ok(()),
    }
}
