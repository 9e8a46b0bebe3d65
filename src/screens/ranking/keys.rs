//! The keys of the ranking, of its filter and of the list of its columns.

use super::{Action, Face, RankingView};
use crate::app::Context::{Columns, Filter, Ranking};
use crate::app::{App, Edit, Msg, Screen};
use crate::compare::filter::{Facet, better_than};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::shared::has_role;

/// They stand before those of every list.
pub const KEYS: &[Binding] = &[
    line(&[Ranking], &[key(Key::Enter)], &[Msg::Open], "open the role, or the group's ranking")
        .hint("open", 0, 1)
        .when(has_ranked),
    line(
        &[Ranking],
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[Msg::InRanking(Action::PreviousColumn), Msg::InRanking(Action::NextColumn)],
        "choose the column to the left, right",
    )
    .hint("column", 2, 2),
    line(
        &[Ranking],
        &[ch('s')],
        &[Msg::InRanking(Action::Sort)],
        "sort by the chosen column; again: the other way round",
    )
    .hint("sort", 1, 1),
    line(
        &[Ranking],
        &[key(Key::Tab)],
        &[Msg::InRanking(Action::Turn)],
        "the 23 major groups, its group under the cursor; or back to the roles",
    )
    .hint("groups", 2, 1)
    .when(on_roles),
    line(&[Ranking], &[key(Key::Tab)], &[Msg::InRanking(Action::Turn)], "from the groups back to the roles")
        .hint("roles", 2, 1)
        .when(on_groups),
    line(&[Ranking], &[ch('f')], &[Msg::InRanking(Action::EditFilter)], "type a filter: any query of the search")
        .hint("filter", 3, 1),
    line(
        &[Ranking],
        &[ch('i')],
        &[Msg::InRanking(Action::ItsGroup)],
        "filter: only the group of the role under the cursor; again: all",
    )
    .when(has_role),
    line(&[Ranking], &[ch('z')], &[Msg::InRanking(Action::Next(Facet::Zone))], "filter: the next job zone"),
    line(&[Ranking], &[ch('b')], &[Msg::InRanking(Action::Next(Facet::Band))], "filter: the next band of exposure"),
    line(&[Ranking], &[ch('p')], &[Msg::InRanking(Action::Next(Facet::Pay))], "filter: at least more and more pay"),
    line(&[Ranking], &[ch('r')], &[Msg::InRanking(Action::Next(Facet::Growth))], "filter: growing faster, declining"),
    line(&[Ranking], &[ch('x')], &[Msg::InRanking(Action::ClearFilter)], "no filter: all roles")
        .hint("clear", 4, 1)
        .when(has_filter),
    line(
        &[Ranking],
        &[ch('e')],
        &[Msg::InRanking(Action::Better)],
        "at least the pay of the role under the cursor, with less overlap",
    )
    .hint("less overlap", 2, 1)
    .when(has_pay_and_index),
    line(
        &[Ranking],
        &[ch('u')],
        &[Msg::InRanking(Action::Fold)],
        "a row for each SOC code, or for each role: employment is published per code",
    )
    .hint("codes", 4, 1)
    .when(on_roles),
    line(&[Ranking], &[ch('o')], &[Msg::InRanking(Action::Columns)], "which columns are shown")
        .hint("columns", 4, 1)
        .when(on_roles),
    line(&[Columns], &[ch(' '), key(Key::Enter)], &[Msg::InRanking(Action::ToggleColumn)], "show or hide the column")
        .hint("show or hide", 0, 1),
    line(
        &[Columns],
        &[key(Key::Esc), key(Key::Backspace), ch('o')],
        &[Msg::InRanking(Action::Columns)],
        "close the list of columns",
    )
    .hint("done", 0, 1),
    line(&[Filter], &[key(Key::Enter), key(Key::Tab)], &[Msg::InRanking(Action::KeepFilter)], "keep the filter")
        .hint("keep", 0, 1),
    line(&[Filter], &[key(Key::Esc)], &[Msg::InRanking(Action::LeaveFilter)], "discard the changes")
        .hint("discard", 0, 1),
    line(
        &[Filter],
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the filter",
    ),
];

/// The ranking in front.
fn ranking(app: &App) -> Option<&RankingView> {
    match app.trail.last() {
        Some(Screen::Ranking(view)) => Some(view),
        _ => None,
    }
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
