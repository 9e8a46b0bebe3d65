//! The keys of the moves.

use super::Action as Moved;
use crate::app::Context::Moves;
use crate::app::{App, Msg, Screen};
use crate::compare::moves::Scope;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::ch;

pub const KEYS: &[Binding] = &[
    line(
        &[Moves],
        &[ch('b')],
        &[Msg::InMoves(Moved::Terms)],
        "less overlap, at least the same pay and no worse outlook, smallest gap first",
    )
    .hint("less overlap, same pay", 0, 1)
    .when(asks_nothing),
    line(&[Moves], &[ch('b')], &[Msg::InMoves(Moved::Terms)], "remove the filter again")
        .hint("no filter", 0, 1)
        .when(asks),
    line(&[Moves], &[ch('o')], &[Msg::InMoves(Moved::Openings)], "only where there are more and more openings a year")
        .hint("openings", 4, 1)
        .when(has_scope),
    line(&[Moves], &[ch('s')], &[Msg::InMoves(Moved::Sort)], "order by the next column")
        .hint("sort", 2, 1)
        .when(has_moves),
    line(&[Moves], &[ch('r')], &[Msg::InMoves(Moved::Reverse)], "reverse the order")
        .hint("reverse", 6, 1)
        .when(has_moves),
    line(&[Moves], &[ch('a')], &[Msg::InMoves(Moved::Scope)], "look among all roles, or the near ones again")
        .hint("all roles", 2, 1)
        .when(near_only),
    line(&[Moves], &[ch('a')], &[Msg::InMoves(Moved::Scope)], "again: the near roles")
        .hint("near roles", 2, 1)
        .when(all_roles),
];

fn asks(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.question.terms.any() => Ok(()),
        _ => Err("The list has no filter"),
    }
}

fn asks_nothing(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.listed.of == 0 => Err("There is no role to choose among: a takes all"),
        _ if asks(app).is_err() => Ok(()),
        _ => Err("The list is filtered"),
    }
}

fn has_scope(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.listed.of == 0 => Err("There is no role to choose among: a takes all"),
        _ => Ok(()),
    }
}

fn all_roles(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.question.scope == Scope::All => Ok(()),
        _ => Err("The near roles are listed"),
    }
}

fn near_only(app: &App) -> Result<(), &'static str> {
    if all_roles(app).is_err() { Ok(()) } else { Err("All roles are listed") }
}

fn has_moves(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.listed.rows.is_empty() => Err("There is nothing to order"),
        _ => Ok(()),
    }
}
