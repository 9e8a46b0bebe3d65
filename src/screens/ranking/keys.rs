//! The keys of the ranking, of its filter and of the list of its columns.

use super::{Action, Face, OPEN, RankingView};
use crate::app::Msg::In;
use crate::app::ScreenAction::Ranking as On;
use crate::app::{App, Edit, Msg};
use crate::compare::filter::{Facet, better_than};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS, TEXT, TEXT_ABOVE_ROWS};
use crate::keys::shared::{ALWAYS, has_role};
use crate::keys::{Context, ScreenKeys};

pub const RANKING: Context =
    Context { heading: "The ranking of roles and groups", takes: &[COMMANDS, ROWS, ROLES, BACK, HELPED] };
pub const FILTER: Context =
    Context { heading: "The ranking's filter, while you type", takes: &[TEXT, TEXT_ABOVE_ROWS] };
pub const COLUMNS: Context = Context { heading: "The ranking's columns", takes: &[COMMANDS, ROWS] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[RANKING, FILTER, COLUMNS],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('t')], &[OPEN], "the ranking: all roles in a table, to sort and filter")
            .hint("ranking", 5, 1)
            .when(elsewhere),
        line(ALWAYS, &[key(Key::F(5))], &[OPEN], "the ranking, also while typing")
            .hint("ranking", 6, 1)
            .when(elsewhere),
    ],
};

pub const fn context(view: &RankingView) -> Context {
    match (view.filter.is_edited(), view.chooser) {
        (true, _) => FILTER,
        (false, Some(_)) => COLUMNS,
        (false, None) => RANKING,
    }
}

const KEYS: &[Binding] = &[
    line(RANKING, &[key(Key::Enter)], &[Msg::Open], "open the role, or the group's ranking")
        .hint("open", 0, 1)
        .when(has_ranked),
    line(
        RANKING,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[In(On(Action::PreviousColumn)), In(On(Action::NextColumn))],
        "choose the column to the left, right",
    )
    .hint("column", 2, 2),
    line(RANKING, &[ch('s')], &[In(On(Action::Sort))], "sort by the chosen column; again: the other way round")
        .hint("sort", 1, 1),
    line(
        RANKING,
        &[key(Key::Tab)],
        &[In(On(Action::Turn))],
        "the 23 major groups, its group under the cursor; or back to the roles",
    )
    .hint("groups", 2, 1)
    .when(on_roles),
    line(RANKING, &[key(Key::Tab)], &[In(On(Action::Turn))], "from the groups back to the roles")
        .hint("roles", 2, 1)
        .when(on_groups),
    line(RANKING, &[ch('f')], &[In(On(Action::EditFilter))], "type a filter: any query of the search")
        .hint("filter", 3, 1),
    line(
        RANKING,
        &[ch('i')],
        &[In(On(Action::ItsGroup))],
        "filter: only the group of the role under the cursor; again: all",
    )
    .when(has_role),
    line(RANKING, &[ch('z')], &[In(On(Action::Next(Facet::Zone)))], "filter: the next job zone"),
    line(RANKING, &[ch('b')], &[In(On(Action::Next(Facet::Band)))], "filter: the next band of exposure"),
    line(RANKING, &[ch('p')], &[In(On(Action::Next(Facet::Pay)))], "filter: at least more and more pay"),
    line(RANKING, &[ch('r')], &[In(On(Action::Next(Facet::Growth)))], "filter: growing faster, declining"),
    line(RANKING, &[ch('x')], &[In(On(Action::ClearFilter))], "no filter: all roles")
        .hint("clear", 4, 1)
        .when(has_filter),
    line(
        RANKING,
        &[ch('e')],
        &[In(On(Action::Better))],
        "at least the pay of the role under the cursor, with less overlap",
    )
    .hint("less overlap", 2, 1)
    .when(has_pay_and_index),
    line(
        RANKING,
        &[ch('u')],
        &[In(On(Action::Fold))],
        "a row for each SOC code, or for each role: employment is published per code",
    )
    .hint("codes", 4, 1)
    .when(on_roles),
    line(RANKING, &[ch('o')], &[In(On(Action::Columns))], "which columns are shown")
        .hint("columns", 4, 1)
        .when(on_roles),
    line(COLUMNS, &[ch(' '), key(Key::Enter)], &[In(On(Action::ToggleColumn))], "show or hide the column").hint(
        "show or hide",
        0,
        1,
    ),
    line(
        COLUMNS,
        &[key(Key::Esc), key(Key::Backspace), ch('o')],
        &[In(On(Action::Columns))],
        "close the list of columns",
    )
    .hint("done", 0, 1),
    line(FILTER, &[key(Key::Enter), key(Key::Tab)], &[In(On(Action::KeepFilter))], "keep the filter")
        .hint("keep", 0, 1),
    line(FILTER, &[key(Key::Esc)], &[In(On(Action::LeaveFilter))], "discard the changes").hint("discard", 0, 1),
    line(
        FILTER,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the filter",
    ),
];

fn ranking(app: &App) -> Option<&RankingView> {
    app.front_as()
}

fn on_roles(app: &App) -> Result<(), &'static str> {
    let on_roles = ranking(app).is_some_and(|view| view.face == Face::Roles);
    if on_roles { Ok(()) } else { Err("Not in the groups: Tab goes to the roles") }
}

fn on_groups(app: &App) -> Result<(), &'static str> {
    if on_roles(app).is_ok() { Err("These are the roles") } else { Ok(()) }
}

fn has_ranked(app: &App) -> Result<(), &'static str> {
    match ranking(app) {
        Some(view) if view.face == Face::Groups && view.groups.rows.is_empty() => Err("No group is under the cursor"),
        Some(view) if view.face == Face::Groups => Ok(()),
        _ => has_role(app),
    }
}

fn has_filter(app: &App) -> Result<(), &'static str> {
    let blank = ranking(app).is_none_or(|view| view.filter.is_blank());
    if blank { Err("There is no filter") } else { Ok(()) }
}

fn has_pay_and_index(app: &App) -> Result<(), &'static str> {
    has_role(app)?;
    let role = app.role().and_then(|id| app.catalog().role(id));
    let known = role.and_then(|role| better_than(app.catalog(), role));
    known.map(|_| ()).ok_or("Not from this role: no published yearly pay, no index, or the lowest one")
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if ranking(app).is_none() { Ok(()) } else { Err("This is the ranking") }
}
