//! When the keys of the moves work.

use crate::app::{App, Screen};
use crate::compare::moves::Scope;

pub fn asks(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.question.terms.any() => Ok(()),
        _ => Err("The list has no filter"),
    }
}

pub fn asks_nothing(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.listed.of == 0 => Err("There is no role to choose among: a takes all"),
        _ if asks(app).is_err() => Ok(()),
        _ => Err("The list is filtered"),
    }
}

pub fn all_roles(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.question.scope == Scope::All => Ok(()),
        _ => Err("The near roles are listed"),
    }
}

pub fn near_only(app: &App) -> Result<(), &'static str> {
    if all_roles(app).is_err() { Ok(()) } else { Err("All roles are listed") }
}

pub fn has_moves(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Moves(view)) if view.listed.rows.is_empty() => Err("There is nothing to order"),
        _ => Ok(()),
    }
}
