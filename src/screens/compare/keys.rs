//! The keys of the comparison; the help names those of a fifth pin right after them.

use super::{Action, CompareView, Item, OPEN};
use crate::app::Msg::In;
use crate::app::ScreenAction::Compare as On;
use crate::app::{App, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS};
use crate::keys::shared::{ALWAYS, EXCHANGE};
use crate::keys::{Context, ScreenKeys};

pub const COMPARE: Context = Context { heading: "Roles side by side", takes: &[COMMANDS, ROWS, ROLES, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[COMPARE, EXCHANGE],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('c')], &[OPEN], "compare the pinned roles; a single one with this role")
            .hint("compare", 3, 1)
            .when(can_compare),
        line(ALWAYS, &[key(Key::F(3))], &[OPEN], "compare, also while typing").hint("compare", 3, 1).when(can_compare),
    ],
};

pub const fn context(_: &CompareView) -> Context {
    COMPARE
}

const KEYS: &[Binding] = &[
    line(COMPARE, &[key(Key::Enter)], &[Msg::Open], "fold or unfold; who shares the skill or tool; or open the role")
        .hint("open", 0, 1)
        .when(not_a_heading),
    line(COMPARE, &[key(Key::Enter)], &[Msg::Open], "on a heading: fold or unfold")
        .hint("fold", 0, 1)
        .when(on_a_heading),
    line(
        COMPARE,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[In(On(Action::Left)), In(On(Action::Right))],
        "previous, next role",
    )
    .hint("role", 1, 2)
    .when(has_two_columns),
    line(COMPARE, &[ch('r')], &[In(On(Action::Reference))], "compare the others with this role")
        .hint("reference", 2, 1)
        .when(not_reference),
    line(COMPARE, &[ch('s')], &[In(On(Action::ByGap))], "sort the rows by gap, or restore their order")
        .hint("by gap", 2, 1)
        .when(has_two_columns),
    line(COMPARE, &[ch('a')], &[In(On(Action::All))], "every figure and raw value, or the main ones").hint(
        "all figures",
        2,
        1,
    ),
    line(COMPARE, &[ch('x'), key(Key::Delete)], &[Msg::Pin], "take the role out").hint("take out", 3, 1),
    line(
        COMPARE,
        &[ch('<'), ch('>'), ch('H'), ch('L')],
        &[In(On(Action::MoveLeft)), In(On(Action::MoveRight))],
        "move the column to the left, right",
    )
    .hint("move column", 5, 2)
    .when(has_two_columns),
    line(
        COMPARE,
        &[ch('f'), ch('F')],
        &[In(On(Action::Fold)), In(On(Action::FoldAll))],
        "fold the section, all sections; or unfold",
    )
    .hint("fold", 4, 2),
    line(
        COMPARE,
        &[key(Key::Tab), key(Key::BackTab), ch('n'), ch('p')],
        &[In(On(Action::NextSection)), In(On(Action::PreviousSection))],
        "next, previous section",
    )
    .hint("section", 3, 1),
];

fn heading(app: &App) -> bool {
    matches!(app.front_as::<CompareView>(), Some(view) if matches!(view.under(), Some(Item::Heading(_))))
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
    match app.front_as::<CompareView>() {
        Some(view) if view.column == view.comparison.reference => {
            Err("This role is the reference already: go to another column")
        }
        _ => Ok(()),
    }
}

fn can_compare(app: &App) -> Result<(), &'static str> {
    match app.pins.waiting() {
        _ if app.help.is_some() => Err("Close the help first"),
        _ if app.front_as::<CompareView>().is_some() => Err("This is the comparison"),
        Some(_) => Err("Choose which pin to replace: 1 to 4, or Esc to cancel"),
        None if app.pins.roles().is_empty() => Err("Pin roles first: Space, or F2 while typing"),
        None => Ok(()),
    }
}
