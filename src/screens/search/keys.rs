//! The keys of the search: while letters go to the query, and in its list. Those that edit serve the ranking's filter and the path
//! of an import too.

use super::{Action, SearchView};
use crate::app::Msg::In;
use crate::app::ScreenAction::Search as On;
use crate::app::Step::{Down, PageDown, PageUp, Up};
use crate::app::{App, Edit, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Chord, Key, ch, ctrl, key};
use crate::keys::context::{COMMANDS, HELPED, OPENS, ROLES, ROWS, TEXT, TEXT_ABOVE_ROWS};
use crate::keys::shared::has_role;
use crate::keys::{Context, ScreenKeys};

const WORD_LEFT: Chord = Chord { key: Key::Left, ctrl: true, alt: false };
const WORD_RIGHT: Chord = Chord { key: Key::Right, ctrl: true, alt: false };
const WORD_BACK: Chord = Chord { key: Key::Backspace, ctrl: false, alt: true };

pub const QUERY: Context = Context { heading: "Search, while you type", takes: &[TEXT, TEXT_ABOVE_ROWS] };
pub const LIST: Context =
    Context { heading: "Search, in the list (Tab goes there)", takes: &[COMMANDS, ROWS, ROLES, OPENS, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys { contexts: &[QUERY, LIST], keys: KEYS, openers: &[] };

pub const fn context(view: &SearchView) -> Context {
    if view.typing { QUERY } else { LIST }
}

const KEYS: &[Binding] = &[
    line(TEXT_ABOVE_ROWS, &[key(Key::Up), key(Key::Down)], &[Msg::Step(Up), Msg::Step(Down)], "move in the list")
        .hint("move", 1, 2),
    line(QUERY, &[key(Key::Enter)], &[Msg::Open], "open the role").hint("open", 0, 1).when(has_role),
    line(
        QUERY,
        &[key(Key::Left), key(Key::Right)],
        &[In(On(Action::PreviousGroup)), In(On(Action::NextGroup))],
        "with no query: previous, next group",
    )
    .hint("group", 3, 2)
    .when(browsing),
    line(
        QUERY,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the query",
    )
    .when(has_query),
    line(
        TEXT_ABOVE_ROWS,
        &[key(Key::PageUp), key(Key::PageDown)],
        &[Msg::Step(PageUp), Msg::Step(PageDown)],
        "a page up, down",
    ),
    line(QUERY, &[key(Key::Esc)], &[Msg::Back], "clear the query").hint("clear", 2, 1).when(has_query),
    line(QUERY, &[key(Key::Esc)], &[Msg::Back], "nothing: this is the start"),
    line(QUERY, &[key(Key::Tab)], &[In(On(Action::Complete))], "complete a field, a comparison, a unit or a value")
        .hint("complete", 1, 1)
        .when(can_complete),
    line(
        QUERY,
        &[key(Key::Tab), key(Key::BackTab)],
        &[In(On(Action::ToggleFocus))],
        "to the list: letters become commands",
    )
    .hint("to list", 5, 1)
    .when(nothing_to_complete),
    line(QUERY, &[key(Key::BackTab)], &[In(On(Action::ToggleFocus))], "to the list, also with something to complete"),
    line(QUERY, &[ctrl('r')], &[In(On(Action::AcceptCorrection))], "accept the correction")
        .hint("accept", 2, 1)
        .when(has_correction),
    line(QUERY, &[ctrl('x'), key(Key::F(8))], &[In(On(Action::DropFilter))], "take the marked filter away")
        .hint("drop filter", 3, 1)
        .when(has_filter),
    line(
        QUERY,
        &[ctrl('o')],
        &[In(On(Action::Unfold))],
        "all evidence of the role under the cursor, or the best alone",
    )
    .hint("evidence", 7, 1)
    .when(has_evidence),
    line(QUERY, &[ctrl('t')], &[In(On(Action::ToggleTasks))], "list single tasks in place of roles")
        .hint("tasks", 4, 1)
        .when(lists_roles),
    line(QUERY, &[ctrl('t')], &[In(On(Action::ToggleTasks))], "list roles again").hint("roles", 4, 1).when(lists_tasks),
    line(
        TEXT,
        &[key(Key::Home), ctrl('a'), key(Key::End), ctrl('e')],
        &[Msg::Edit(Edit::Start), Msg::Edit(Edit::Start), Msg::Edit(Edit::End), Msg::Edit(Edit::End)],
        "start, end of the query",
    ),
    line(
        TEXT,
        &[WORD_LEFT, WORD_RIGHT],
        &[Msg::Edit(Edit::WordLeft), Msg::Edit(Edit::WordRight)],
        "a word to the left, right",
    ),
    line(
        TEXT,
        &[key(Key::Backspace), ctrl('h'), key(Key::Delete)],
        &[Msg::Edit(Edit::Backspace), Msg::Edit(Edit::Backspace), Msg::Edit(Edit::Delete)],
        "delete a letter",
    ),
    line(TEXT, &[ctrl('w'), WORD_BACK], &[Msg::Edit(Edit::DeleteWord)], "delete a word"),
    line(
        TEXT,
        &[ctrl('u'), ctrl('k')],
        &[Msg::Edit(Edit::DeleteToStart), Msg::Edit(Edit::DeleteToEnd)],
        "delete to the start, to the end",
    ),
    line(TEXT, &[ctrl('y')], &[Msg::Edit(Edit::Undo)], "undo"),
    line(QUERY, &[ch('?')], &[Msg::Help], "with no query: this help").hint("help", 4, 1).when(query_is_empty),
    line(
        LIST,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[In(On(Action::PreviousGroup)), In(On(Action::NextGroup))],
        "previous, next group",
    )
    .hint("group", 3, 2)
    .when(browsing),
    line(
        LIST,
        &[key(Key::Esc), key(Key::Backspace), key(Key::Tab)],
        &[In(On(Action::ToggleFocus))],
        "back to the query",
    )
    .hint("to query", 2, 1),
    line(
        LIST,
        &[ch('e'), ch('+'), ctrl('o')],
        &[In(On(Action::Unfold))],
        "all evidence of the role, or the best alone",
    )
    .hint("evidence", 3, 1)
    .when(has_evidence),
    line(LIST, &[ch('x'), ctrl('x'), key(Key::F(8))], &[In(On(Action::DropFilter))], "take the marked filter away")
        .hint("drop filter", 4, 1)
        .when(has_filter),
    line(LIST, &[ctrl('t')], &[In(On(Action::ToggleTasks))], "list single tasks, or roles again").hint(
        "tasks/roles",
        4,
        1,
    ),
];

fn browsing(app: &App) -> Result<(), &'static str> {
    match app.search.results {
        None if app.search.tasks.is_some() => Err("Groups are there while roles are listed"),
        None => Ok(()),
        Some(_) => Err("Groups are there while the query is empty"),
    }
}

fn has_query(app: &App) -> Result<(), &'static str> {
    if app.search.query.text().is_empty() { Err("The query is empty already") } else { Ok(()) }
}

fn query_is_empty(app: &App) -> Result<(), &'static str> {
    if app.search.query.text().is_empty() { Ok(()) } else { Err("F1 opens the help while a query is there") }
}

fn can_complete(app: &App) -> Result<(), &'static str> {
    if app.search.completing.can_go_on() { Ok(()) } else { Err("Nothing to complete here") }
}

fn nothing_to_complete(app: &App) -> Result<(), &'static str> {
    if app.search.completing.can_go_on() { Err("Shift-Tab goes to the list") } else { Ok(()) }
}

fn has_filter(app: &App) -> Result<(), &'static str> {
    if app.search.parsed.terms.is_empty() { Err("There is no filter in the query") } else { Ok(()) }
}

fn has_correction(app: &App) -> Result<(), &'static str> {
    let corrected = app.search.results.as_ref().is_some_and(|results| !results.corrections.is_empty());
    if corrected { Ok(()) } else { Err("Nothing was corrected") }
}

fn has_evidence(app: &App) -> Result<(), &'static str> {
    let several = app.search.hit().is_some_and(|hit| hit.evidence.len() > 1);
    if several { Ok(()) } else { Err("There is no further evidence") }
}

fn lists_roles(app: &App) -> Result<(), &'static str> {
    if app.search.tasks.is_none() { Ok(()) } else { Err("Tasks are listed already") }
}

fn lists_tasks(app: &App) -> Result<(), &'static str> {
    if app.search.tasks.is_some() { Ok(()) } else { Err("Roles are listed already") }
}
