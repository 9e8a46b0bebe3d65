//! When the keys of pins and comparison work, and why not.

use crate::app::compare_view::Item;
use crate::app::{App, Screen};
use crate::keys::table::has_role;

pub fn can_pin(app: &App) -> Result<(), &'static str> {
    match app.pins.waiting() {
        Some(_) => Err("First say which of the four gives way: 1 to 4, or Esc"),
        None => has_role(app),
    }
}

fn heading(app: &App) -> bool {
    matches!(app.trail.last(), Some(Screen::Compare(view)) if matches!(view.under(), Some(Item::Heading(_))))
}

pub fn on_a_heading(app: &App) -> Result<(), &'static str> {
    if heading(app) { Ok(()) } else { Err("Only a heading folds") }
}

pub fn not_a_heading(app: &App) -> Result<(), &'static str> {
    if heading(app) { Err("A heading folds") } else { Ok(()) }
}

pub fn has_two_columns(app: &App) -> Result<(), &'static str> {
    if app.pins.roles().len() > 1 { Ok(()) } else { Err("Pin a second role first") }
}

pub fn not_reference(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Compare(view)) if view.column == view.comparison.reference => {
            Err("This role is the reference already: go to another column")
        }
        _ => Ok(()),
    }
}

pub fn can_compare(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Compare(_)) => Err("This is the comparison"),
        _ if app.pins.waiting().is_some() => Err("First say which of the four gives way: 1 to 4, or Esc"),
        _ if app.pins.roles().is_empty() => Err("Pin roles first: Space, or F2 while typing"),
        _ => Ok(()),
    }
}
