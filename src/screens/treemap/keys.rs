//! The keys of the treemap and of the query that dims it.

use super::{Action, OPEN, TreemapView};
use crate::app::Msg::In;
use crate::app::ScreenAction::Treemap as On;
use crate::app::{App, Edit, Msg, Step};
use crate::compare::scatter::Direction;
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, TEXT};
use crate::keys::shared::{ALWAYS, SIDES, has_role};
use crate::keys::{Context, ScreenKeys};

pub const TREEMAP: Context = Context { heading: "The treemap", takes: &[COMMANDS, ROLES, BACK, HELPED] };
pub const FILTER: Context = Context { heading: "The treemap's query, while you type", takes: &[TEXT] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[TREEMAP, FILTER],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('T')], &[OPEN], "the treemap: all roles as large as their workforce")
            .hint("treemap", 6, 1)
            .when(elsewhere),
        line(ALWAYS, &[key(Key::F(10))], &[OPEN], "the treemap, also while typing")
            .hint("treemap", 7, 1)
            .when(elsewhere),
    ],
};

pub const fn context(view: &TreemapView) -> Context {
    if view.filter.is_edited() { FILTER } else { TREEMAP }
}

const KEYS: &[Binding] = &[
    line(
        TREEMAP,
        SIDES,
        &[
            In(On(Action::Walk(Direction::Left))),
            In(On(Action::Walk(Direction::Up))),
            In(On(Action::Walk(Direction::Down))),
            In(On(Action::Walk(Direction::Right))),
        ],
        "to the nearest tile in that direction",
    )
    .hint("walk", 1, 4),
    line(TREEMAP, &[key(Key::Enter)], &[Msg::Open], "into the role's major group").hint("group", 0, 1).when(on_all),
    line(TREEMAP, &[key(Key::Enter)], &[Msg::Open], "open the role").hint("open", 0, 1).when(in_group),
    line(
        TREEMAP,
        &[ch('a'), ch('A')],
        &[In(On(Action::NextOther)), In(On(Action::PreviousOther))],
        "shade by pay, projected change, job zone and the other figures",
    )
    .hint("pay and others", 2, 1),
    line(
        TREEMAP,
        &[ch('x'), ch('X')],
        &[In(On(Action::NextExposure)), In(On(Action::PreviousExposure))],
        "shade by exposure: the index, or one of the studies",
    )
    .hint("exposure", 2, 1),
    line(
        TREEMAP,
        &[ch('f')],
        &[In(On(Action::EditFilter))],
        "type a query: what it does not select is dimmed, roles and workers are counted",
    )
    .hint("dim by query", 2, 1),
    line(TREEMAP, &[ch('0')], &[In(On(Action::ClearFilter))], "no query: dim nothing")
        .hint("dim nothing", 4, 1)
        .when(has_filter),
    line(
        TREEMAP,
        &[ch('g'), ch('G')],
        &[In(On(Action::NextGroup)), In(On(Action::PreviousGroup))],
        "the next, previous major group by its workers",
    )
    .hint("next group", 3, 1),
    line(
        TREEMAP,
        &[ch('n'), ch('N')],
        &[In(On(Action::NextRole)), In(On(Action::PreviousRole))],
        "the next smaller, larger role of the group; with a query, of what it selects",
    )
    .hint("next role", 3, 1),
    line(
        TREEMAP,
        &[key(Key::Home), key(Key::End)],
        &[Msg::Step(Step::Top), Msg::Step(Step::Bottom)],
        "to the largest role of the largest group, the smallest of the smallest",
    ),
    line(FILTER, &[key(Key::Enter), key(Key::Tab)], &[In(On(Action::KeepFilter))], "keep the query").hint("keep", 0, 1),
    line(FILTER, &[key(Key::Esc)], &[In(On(Action::LeaveFilter))], "discard the changes").hint("discard", 0, 1),
    line(
        FILTER,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the query",
    ),
];

fn treemap(app: &App) -> Option<&TreemapView> {
    app.front_as()
}

/// Whether Enter goes into a group: a role without a tile opens at once.
fn on_all(app: &App) -> Result<(), &'static str> {
    let has_tile = |view: &TreemapView| view.role.is_some_and(|role| view.map.find(role).is_some());
    match treemap(app) {
        Some(view) if view.group.is_none() && has_tile(view) => Ok(()),
        _ => Err("One group fills the screen"),
    }
}

fn in_group(app: &App) -> Result<(), &'static str> {
    if on_all(app).is_ok() { Err("All groups are shown") } else { has_role(app) }
}

fn has_filter(app: &App) -> Result<(), &'static str> {
    let blank = treemap(app).is_none_or(|view| view.filter.is_blank());
    if blank { Err("Nothing is dimmed: f types a query") } else { Ok(()) }
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if treemap(app).is_none() { Ok(()) } else { Err("This is the treemap") }
}
