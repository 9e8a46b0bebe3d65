//! The keys of the organisation.

use super::{Action, OPEN, Organisation, TWO};
use crate::app::Msg::In;
use crate::app::ScreenAction::Organisation as On;
use crate::app::target::Target;
use crate::app::{App, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, ctrl, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS};
use crate::keys::shared::ALWAYS;
use crate::keys::{Context, ScreenKeys};
use crate::screens::organisation::rows::Leads;

pub const ORGANISATION: Context =
    Context { heading: "The organisation", takes: &[COMMANDS, ROWS, ROLES, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[ORGANISATION],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('O')], &[OPEN], "the organisation: the staff as a whole")
            .hint("organisation", 5, 1)
            .when(has_staff),
        line(ALWAYS, &[ctrl('g')], &[OPEN], "the organisation, also while typing")
            .hint("organisation", 6, 1)
            .when(has_staff),
    ],
};

pub const fn context(_: &Organisation) -> Context {
    ORGANISATION
}

const KEYS: &[Binding] = &[
    line(ORGANISATION, &[key(Key::Enter)], &[Msg::Open], "the role under the cursor").hint("open", 0, 1).when(on_role),
    line(ORGANISATION, &[key(Key::Enter)], &[Msg::Open], "the roles that share this skill or software")
        .hint("who shares it", 0, 1)
        .when(on_thing),
    line(ORGANISATION, &[key(Key::Enter)], &[Msg::Open], "the department under the cursor alone, or all again")
        .hint("choose", 0, 1)
        .when(on_department),
    line(
        ORGANISATION,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l'), key(Key::BackTab), key(Key::Tab)],
        &[In(On(Action::PreviousFace)), In(On(Action::NextFace))],
        "previous, next side of the organisation",
    )
    .hint("side", 1, 2),
    line(
        ORGANISATION,
        &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6')],
        &[
            In(On(Action::Face(1))),
            In(On(Action::Face(2))),
            In(On(Action::Face(3))),
            In(On(Action::Face(4))),
            In(On(Action::Face(5))),
            In(On(Action::Face(6))),
        ],
        "to a side by its number",
    ),
    line(
        ORGANISATION,
        &[ch('['), ch(']')],
        &[In(On(Action::PreviousDepartment)), In(On(Action::NextDepartment))],
        "previous, next department; after the last all together",
    )
    .hint("department", 2, 2)
    .when(has_departments),
    line(ORGANISATION, &[ch('b')], &[In(On(Action::Beside))], "keep this department beside the next, or take it away")
        .hint("beside", 3, 1)
        .when(has_room),
];

fn has_staff(app: &App) -> Result<(), &'static str> {
    match (&app.staff, app.front_as::<Organisation>()) {
        (None, _) => Err("There is no staff: rolescope staff FILE opens one"),
        (Some(_), Some(_)) => Err("This is the organisation: 1 to 6 show its sides"),
        (Some(_), None) => Ok(()),
    }
}

fn has_departments(app: &App) -> Result<(), &'static str> {
    let view = app.front_as::<Organisation>();
    if view.is_some_and(|view| !view.departments().is_empty()) {
        Ok(())
    } else {
        Err("The file has no department of five people or more")
    }
}

fn has_room(app: &App) -> Result<(), &'static str> {
    if app.width < TWO {
        return Err("Two departments stand side by side from 160 columns on");
    }
    has_departments(app)
}

fn leads(app: &App) -> Option<Leads> {
    app.front_as::<Organisation>()?.leads()
}

const NOTHING: &str = "Nothing to open here: go to a role, a skill, software or a department";

fn on_role(app: &App) -> Result<(), &'static str> {
    matches!(leads(app), Some(Leads::To(Target::Role(_), _))).then_some(()).ok_or(NOTHING)
}

fn on_thing(app: &App) -> Result<(), &'static str> {
    let is_thing = matches!(leads(app), Some(Leads::To(target, _)) if !matches!(target, Target::Role(_)));
    is_thing.then_some(()).ok_or(NOTHING)
}

fn on_department(app: &App) -> Result<(), &'static str> {
    matches!(leads(app), Some(Leads::Department(_))).then_some(()).ok_or(NOTHING)
}
