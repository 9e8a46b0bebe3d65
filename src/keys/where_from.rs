//! The keys of the panel that shows where figures come from.

use super::binding::{Binding, line};
use super::chord::{Key, ch, key};
use super::context::Context;
use super::context::{COMMANDS, ROWS};
use crate::app::{App, Msg};

pub const WHERE: Context = Context { heading: "Where a figure comes from", takes: &[COMMANDS, ROWS] };

pub const KEYS: &[Binding] = &[
    line(WHERE, &[key(Key::Esc), key(Key::Backspace), ch('w')], &[Msg::Back], "close").hint("close", 0, 1),
    line(
        WHERE,
        &[key(Key::BackTab), key(Key::Tab), ch('p'), ch('n')],
        &[Msg::PreviousFigure, Msg::NextFigure],
        "previous, next figure of the line",
    )
    .hint("figure", 1, 2)
    .when(has_several),
    line(WHERE, &[ch('y')], &[Msg::Copy], "copy where they come from").hint("copy", 2, 1),
    line(WHERE, &[ch('?')], &[Msg::Help], "this help").hint("help", 4, 1),
];

fn has_several(app: &App) -> Result<(), &'static str> {
    match &app.where_from {
        Some(view) if view.figures.len() > 1 => Ok(()),
        _ => Err("The line has one figure"),
    }
}
