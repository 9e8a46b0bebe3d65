//! The keys of the comparison, and of the question which of four pins gives way to a fifth.

use super::{Action as Compared, Item};
use crate::app::Context::{Compare, Exchange};
use crate::app::{App, Msg, Screen};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};

pub const KEYS: &[Binding] = &[
    line(
        &[Exchange],
        &[ch('1'), ch('2'), ch('3'), ch('4')],
        &[Msg::Exchange(1), Msg::Exchange(2), Msg::Exchange(3), Msg::Exchange(4)],
        "pin the fifth role in the place of this one",
    )
    .hint("which one gives way", 0, 4),
    line(&[Exchange], &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "cancel").hint("cancel", 0, 1),
    line(
        &[Compare],
        &[key(Key::Enter)],
        &[Msg::Open],
        "fold or unfold; who shares the skill or tool; or open the role",
    )
    .hint("open", 0, 1)
    .when(not_a_heading),
    line(&[Compare], &[key(Key::Enter)], &[Msg::Open], "on a heading: fold or unfold")
        .hint("fold", 0, 1)
        .when(on_a_heading),
    line(
        &[Compare],
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[Msg::InCompare(Compared::Left), Msg::InCompare(Compared::Right)],
        "previous, next role",
    )
    .hint("role", 1, 2)
    .when(has_two_columns),
    line(&[Compare], &[ch('r')], &[Msg::InCompare(Compared::Reference)], "compare the others with this role")
        .hint("reference", 2, 1)
        .when(not_reference),
    line(&[Compare], &[ch('s')], &[Msg::InCompare(Compared::ByGap)], "sort the rows by gap, or restore their order")
        .hint("by gap", 2, 1)
        .when(has_two_columns),
    line(&[Compare], &[ch('a')], &[Msg::InCompare(Compared::All)], "every figure and raw value, or the main ones")
        .hint("all figures", 2, 1),
    line(&[Compare], &[ch('x'), key(Key::Delete)], &[Msg::Pin], "take the role out").hint("take out", 3, 1),
    line(
        &[Compare],
        &[ch('<'), ch('>'), ch('H'), ch('L')],
        &[Msg::InCompare(Compared::MoveLeft), Msg::InCompare(Compared::MoveRight)],
        "move the column to the left, right",
    )
    .hint("move column", 5, 2)
    .when(has_two_columns),
    line(
        &[Compare],
        &[ch('f'), ch('F')],
        &[Msg::InCompare(Compared::Fold), Msg::InCompare(Compared::FoldAll)],
        "fold the section, all sections; or unfold",
    )
    .hint("fold", 4, 2),
    line(
        &[Compare],
        &[key(Key::Tab), key(Key::BackTab), ch('n'), ch('p')],
        &[Msg::InCompare(Compared::NextSection), Msg::InCompare(Compared::PreviousSection)],
        "next, previous section",
    )
    .hint("section", 3, 1),
];

fn heading(app: &App) -> bool {
    matches!(app.trail.last(), Some(Screen::Compare(view)) if matches!(view.under(), Some(Item::Heading(_))))
}

fn on_a_heading(app: &App) -> Result<(), &'static str> {
    if heading(app) { Ok(()) } else { Err("Move to a heading to fold it") }
}

fn not_a_heading(app: &App) -> Result<(), &'static str> {
    if heading(app) { Err("Enter folds this heading") } else { Ok(()) }
}

fn has_two_columns(app: &App) -> Result<(), &'static str> {
    if app.pins.roles().len() > 1 { Ok(()) } else { Err("Pin a second role first") }
}

fn not_reference(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Compare(view)) if view.column == view.comparison.reference => {
            Err("This role is the reference already: go to another column")
        }
        _ => Ok(()),
    }
}
