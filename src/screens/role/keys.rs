//! The keys of a role's page.

use super::{Action, RoleView, handbook_address};
use crate::app::Msg::In;
use crate::app::ScreenAction::Role as On;
use crate::app::target::Target;
use crate::app::{App, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS};
use crate::keys::{Context, ScreenKeys};

pub const ROLE: Context = Context { heading: "A role", takes: &[COMMANDS, ROWS, ROLES, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys { contexts: &[ROLE], keys: KEYS, openers: &[] };

pub const fn context(_: &RoleView) -> Context {
    ROLE
}

const KEYS: &[Binding] = &[
    line(ROLE, &[key(Key::Enter)], &[Msg::Open], "the roles that share this task, skill or tool")
        .hint("who shares it", 0, 1)
        .when(has_shared),
    line(ROLE, &[key(Key::Enter)], &[Msg::Open], "the related role").hint("open", 0, 1).when(has_related),
    line(
        ROLE,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l'), key(Key::BackTab), key(Key::Tab)],
        &[In(On(Action::PreviousSection)), In(On(Action::NextSection))],
        "previous, next section",
    )
    .hint("section", 2, 2),
    line(
        ROLE,
        &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6'), ch('7'), ch('8'), ch('9')],
        &[
            In(On(Action::Section(1))),
            In(On(Action::Section(2))),
            In(On(Action::Section(3))),
            In(On(Action::Section(4))),
            In(On(Action::Section(5))),
            In(On(Action::Section(6))),
            In(On(Action::Section(7))),
            In(On(Action::Section(8))),
            In(On(Action::Section(9))),
        ],
        "to a section by its number",
    ),
    line(
        ROLE,
        &[ch('u')],
        &[In(On(Action::CopyHandbook))],
        "copy the address of the role's page in BLS's Occupational Outlook Handbook",
    )
    .hint("copy handbook", 8, 1)
    .when(has_handbook),
    line(
        ROLE,
        &[ch('$')],
        &[In(On(Action::Dollars))],
        "the years in dollars of the last one (CPI-U), or of each year again",
    )
    .when(has_index),
];

fn selected(app: &App) -> Option<Target> {
    app.front_as::<RoleView>()?.selected()
}

fn has_handbook(app: &App) -> Result<(), &'static str> {
    handbook_address(app).map(|_| ()).ok_or("The Occupational Outlook Handbook has no page of this role")
}

fn has_index(app: &App) -> Result<(), &'static str> {
    app.catalog().last_dollars().map(|_| ())
}

fn has_shared(app: &App) -> Result<(), &'static str> {
    match selected(app) {
        Some(Target::Role(_)) => Err("A related role opens"),
        Some(_) => Ok(()),
        None => Err("Nothing to follow here: go to a task, a skill or a tool"),
    }
}

fn has_related(app: &App) -> Result<(), &'static str> {
    match selected(app) {
        Some(Target::Role(_)) => Ok(()),
        _ => Err("Nothing to follow here: go to a task, a skill or a tool"),
    }
}
