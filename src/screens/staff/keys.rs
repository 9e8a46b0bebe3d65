//! The keys of the staff: its titles, one of them in full size, the search for another role, the columns of the file.

use super::{Action, Face, OPEN, StaffView};
use crate::app::Msg::In;
use crate::app::ScreenAction::Staff as On;
use crate::app::{App, Edit, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS, TEXT, TEXT_ABOVE_ROWS};
use crate::keys::shared::{ALWAYS, has_role};
use crate::keys::{Context, ScreenKeys};
use crate::staff::Paper;

/// Where titles are decided on.
const DECIDING: Context = Context { heading: "titles of a staff", takes: &[] };
/// Where letters are commands.
const STAFF: Context = Context { heading: "staff", takes: &[] };
pub const TITLES: Context =
    Context { heading: "The titles of a staff", takes: &[DECIDING, STAFF, COMMANDS, ROWS, ROLES, BACK, HELPED] };
pub const TITLE: Context = Context {
    heading: "A title of a staff in full size",
    takes: &[DECIDING, STAFF, COMMANDS, ROWS, ROLES, BACK, HELPED],
};
pub const SEARCH: Context =
    Context { heading: "Another role for a title, while you type", takes: &[TEXT, TEXT_ABOVE_ROWS] };
pub const FILTER: Context =
    Context { heading: "The filter of titles, while you type", takes: &[TEXT, TEXT_ABOVE_ROWS] };
pub const COLUMNS: Context =
    Context { heading: "The columns of a staff file", takes: &[STAFF, COMMANDS, ROWS, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[TITLES, TITLE, SEARCH, FILTER, COLUMNS],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('J')], &[OPEN], "the staff that is open: its job titles, to be decided on")
            .hint("staff", 5, 1)
            .when(can_open),
        line(ALWAYS, &[key(Key::F(11))], &[OPEN], "the staff, also while typing").hint("staff", 6, 1).when(can_open),
    ],
};

pub const fn context(view: &StaffView) -> Context {
    match view.face {
        Face::Titles if view.filter.is_edited() => FILTER,
        Face::Titles => TITLES,
        Face::Title => TITLE,
        Face::Search => SEARCH,
        Face::Columns => COLUMNS,
    }
}

const KEYS: &[Binding] = &[
    line(
        DECIDING,
        &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6'), ch('7'), ch('8'), ch('9')],
        &[
            In(On(Action::Pick(1))),
            In(On(Action::Pick(2))),
            In(On(Action::Pick(3))),
            In(On(Action::Pick(4))),
            In(On(Action::Pick(5))),
            In(On(Action::Pick(6))),
            In(On(Action::Pick(7))),
            In(On(Action::Pick(8))),
            In(On(Action::Pick(9))),
        ],
        "take this candidate for every row with the title, and go on to the next in doubt",
    )
    .hint("to 9 take", 0, 1)
    .when(has_candidates),
    line(TITLES, &[key(Key::Enter)], &[Msg::Open], "the title in full size: its candidates side by side")
        .hint("side by side", 1, 1)
        .when(has_title),
    line(TITLE, &[key(Key::Enter)], &[In(On(Action::Accept))], "take the candidate that is looked at")
        .hint("take", 0, 1)
        .when(has_candidates),
    line(DECIDING, &[ch('a')], &[In(On(Action::Accept))], "accept the candidate that is looked at, at first number 1")
        .hint("accept", 2, 1)
        .when(has_candidates),
    line(DECIDING, &[ch('r')], &[In(On(Action::Search))], "search for another role")
        .hint("another", 1, 1)
        .when(has_title),
    line(TITLE, &[ch('/')], &[In(On(Action::Search))], "also searches for another role").when(has_title),
    line(DECIDING, &[ch('n')], &[In(On(Action::NoOccupation))], "it names no occupation; its people stay in the staff")
        .hint("none", 2, 1)
        .when(has_title),
    line(DECIDING, &[ch('x')], &[In(On(Action::LeaveOut))], "leave its rows out of the staff")
        .hint("leave out", 3, 1)
        .when(has_title),
    line(DECIDING, &[ch('0')], &[In(On(Action::TakeBack))], "take the decision on this title back")
        .hint("take back", 3, 1)
        .when(is_decided),
    line(STAFF, &[ch('u')], &[In(On(Action::Undo))], "undo the last decision, back to the start")
        .hint("undo", 2, 1)
        .when(can_undo),
    line(
        DECIDING,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[In(On(Action::PreviousCandidate)), In(On(Action::NextCandidate))],
        "look at the candidate before, after",
    )
    .hint("look at", 4, 2)
    .when(has_candidates),
    line(
        TITLES,
        &[key(Key::Tab), key(Key::BackTab)],
        &[In(On(Action::OnlyWaiting))],
        "list only titles that wait for a decision, or all",
    )
    .hint("waiting", 4, 1)
    .when(has_titles),
    line(TITLES, &[ch('f')], &[In(On(Action::EditFilter))], "type words of the titles or roles that are to be listed")
        .hint("filter", 4, 1)
        .when(has_titles),
    line(
        TITLES,
        &[ch('b'), ch('B')],
        &[In(On(Action::NextSort)), In(On(Action::PreviousSort))],
        "order by the next, previous: doubt, people, title, standing",
    )
    .hint("order", 5, 1)
    .when(has_titles),
    line(TITLES, &[ch('z')], &[In(On(Action::SortAgain))], "order anew, by what has been decided since")
        .when(has_titles),
    line(DECIDING, &[ch('p')], &[In(On(Action::Page))], "the page of the role that is looked at")
        .hint("page", 5, 1)
        .when(has_role),
    line(FILTER, &[key(Key::Enter), key(Key::Tab)], &[In(On(Action::KeepFilter))], "keep the filter")
        .hint("keep", 0, 1),
    line(FILTER, &[key(Key::Esc)], &[In(On(Action::LeaveFilter))], "the filter from before").hint("discard", 0, 1),
    line(SEARCH, &[key(Key::Enter)], &[In(On(Action::TakeFound))], "take this role for every row with the title")
        .hint("take", 0, 1)
        .when(has_role),
    line(SEARCH, &[key(Key::Esc)], &[Msg::Back], "back to the candidates").hint("back", 0, 1),
    line(
        FILTER,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the words of the filter",
    ),
    line(
        SEARCH,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the words of the search",
    ),
    line(COLUMNS, &[key(Key::Enter)], &[In(On(Action::Confirm))], "these columns are right: on to the titles")
        .hint("right", 0, 1)
        .when(is_as_read),
    line(
        COLUMNS,
        &[key(Key::Enter)],
        &[In(On(Action::Confirm))],
        "where others are chosen: read the file again with them; decisions are kept",
    )
    .hint("read again", 0, 1)
    .when(is_changed),
    line(
        COLUMNS,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[In(On(Action::PreviousColumn)), In(On(Action::NextColumn))],
        "read it from the column before, after, or from none",
    )
    .hint("column", 0, 2),
    line(
        STAFF,
        &[ch('C')],
        &[In(On(Action::Columns))],
        "which columns are read, and the remarks on the file; again: back",
    )
    .hint("columns", 3, 1),
    line(STAFF, &[ch('s')], &[In(On(Action::Save(Paper::Decisions)))], "save the decisions beside the file")
        .hint("save", 1, 1)
        .when(has_unsaved),
    line(
        STAFF,
        &[ch('o')],
        &[In(On(Action::Save(Paper::Codes)))],
        "write the file with the codes appended, as another file",
    )
    .hint("coded file", 5, 1),
    line(STAFF, &[ch('e')], &[In(On(Action::Save(Paper::Report)))], "write the report of the staff")
        .hint("report", 5, 1),
];

fn can_open(app: &App) -> Result<(), &'static str> {
    match &app.staff {
        None => Err("Open one with: rolescope staff FILE"),
        Some(_) if app.front_as::<StaffView>().is_some() => Err("This is the staff"),
        Some(_) => Ok(()),
    }
}

fn has_titles(app: &App) -> Result<(), &'static str> {
    let is_empty = app.staff.as_ref().is_none_or(|staff| staff.titles.is_empty());
    if is_empty { Err("The file has no titles") } else { Ok(()) }
}

fn title(app: &App) -> Option<&crate::staff::Title> {
    app.front_as::<StaffView>()?.title(app.staff.as_deref()?)
}

fn has_title(app: &App) -> Result<(), &'static str> {
    title(app).map(|_| ()).ok_or("No title is under the cursor")
}

fn has_candidates(app: &App) -> Result<(), &'static str> {
    let title = title(app).ok_or("No title is under the cursor")?;
    if title.coding.candidates.is_empty() { Err("It has no candidates: r searches for a role") } else { Ok(()) }
}

fn is_decided(app: &App) -> Result<(), &'static str> {
    title(app).and_then(|title| title.decision).map(|_| ()).ok_or("Nothing is decided on this title")
}

fn can_undo(app: &App) -> Result<(), &'static str> {
    if app.staff.as_ref().is_some_and(|staff| staff.decided() > 0) { Ok(()) } else { Err("There is nothing to undo") }
}

fn has_unsaved(app: &App) -> Result<(), &'static str> {
    if app.staff.as_ref().is_some_and(|staff| !staff.is_saved()) { Ok(()) } else { Err("No decision is unsaved") }
}

fn is_changed(app: &App) -> Result<(), &'static str> {
    let columns = app.staff.as_ref().map(|staff| &staff.columns);
    let changed =
        app.front_as::<StaffView>().zip(columns).is_some_and(|(view, columns)| view.choice.is_changed(columns));
    if changed { Ok(()) } else { Err("The columns are read as they are chosen") }
}

fn is_as_read(app: &App) -> Result<(), &'static str> {
    if is_changed(app).is_err() { Ok(()) } else { Err("Other columns are chosen") }
}
