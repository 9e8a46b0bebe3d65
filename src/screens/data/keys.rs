//! The keys of the data screen, of its questions and of the path of an import.

use super::{Action, DataView, OPEN, Pane};
use crate::app::Msg::In;
use crate::app::ScreenAction::Data as On;
use crate::app::{App, Edit, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, ROLES, ROWS, TEXT};
use crate::keys::shared::ALWAYS;
use crate::keys::{Context, ScreenKeys};

pub const DATA: Context = Context { heading: "The data", takes: &[COMMANDS, ROWS, BACK, HELPED] };
pub const PATH: Context = Context { heading: "The path of an import, while you type", takes: &[TEXT] };
pub const ASK: Context = Context { heading: "Before a download or a reset", takes: &[COMMANDS, ROWS, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[DATA, PATH, ASK],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('d')], &[OPEN], "the data: releases, ages, licences; import and fetch").hint("data", 7, 1),
        line(ALWAYS, &[key(Key::F(7))], &[OPEN], "the data, also while typing").hint("data", 7, 1).when(elsewhere),
    ],
};

pub const fn context(view: &DataView) -> Context {
    match view.pane {
        Pane::Import(_) => PATH,
        Pane::Fetch(_) | Pane::Reset => ASK,
        Pane::Source | Pane::Details | Pane::Job => DATA,
    }
}

const KEYS: &[Binding] = &[
    line(DATA, &[key(Key::Enter)], &[Msg::Open], "all of the dataset under the cursor")
        .hint("details", 0, 1)
        .when(on_list),
    line(DATA, &[key(Key::Enter)], &[Msg::Open], "after a download: import what has come")
        .hint("import these", 0, 1)
        .when(has_come),
    line(DATA, &[ch('x')], &[In(On(Action::Cancel))], "cancel the import or download that runs")
        .hint("cancel", 0, 1)
        .when(runs),
    line(DATA, &[ch('i')], &[In(On(Action::Import))], "import published files of your own")
        .hint("import", 1, 1)
        .when(nothing_runs),
    line(DATA, &[ch('f')], &[In(On(Action::Fetch))], "fetch: list what would be downloaded, and ask")
        .hint("fetch", 1, 1)
        .when(nothing_runs),
    line(DATA, &[ch(' ')], &[In(On(Action::Choose))], "choose the dataset for a download, or not")
        .hint("choose", 3, 1)
        .when(in_list),
    line(DATA, &[ch('r')], &[In(On(Action::Reset))], "remove your own data, back to the snapshot; asks first")
        .hint("reset", 4, 1)
        .when(has_own),
    line(DATA, &[ch('p')], &[In(On(Action::Job))], "progress: the job that runs, or how the last one ended")
        .hint("progress", 2, 1)
        .when(has_job),
    line(ASK, &[ch('y')], &[In(On(Action::Yes))], "yes").hint("yes", 0, 1).when(can_say_yes),
    line(ASK, &[key(Key::Esc), ch('n'), key(Key::Backspace)], &[In(On(Action::No))], "no").hint("no", 0, 1),
    line(ASK, &[key(Key::Enter)], &[Msg::Unavailable("y says yes, Esc says no")], "nothing: y says yes"),
    line(PATH, &[key(Key::Enter)], &[In(On(Action::StartImport))], "import").hint("import", 0, 1),
    line(PATH, &[key(Key::Tab)], &[In(On(Action::Complete))], "complete the path").hint("complete", 1, 1),
    line(
        PATH,
        &[key(Key::Up), key(Key::Down)],
        &[In(On(Action::TurnKeep))],
        "keep your present data for what is not brought, or take the snapshot's",
    )
    .hint("what stays", 2, 2)
    .when(has_data),
    line(PATH, &[key(Key::Esc)], &[Msg::Back], "cancel").hint("cancel", 1, 1),
    line(
        PATH,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the path",
    ),
];

fn pane(app: &App) -> Option<&Pane> {
    app.front_as::<DataView>().map(|view| &view.pane)
}

fn on_list(app: &App) -> Result<(), &'static str> {
    match pane(app) {
        Some(Pane::Source) => Ok(()),
        Some(Pane::Job) => Err("Esc goes to the list of datasets"),
        _ => Err("The details are already shown"),
    }
}

fn in_list(app: &App) -> Result<(), &'static str> {
    if matches!(pane(app), Some(Pane::Source)) { Ok(()) } else { Err("Esc goes to the list of datasets") }
}

fn runs(app: &App) -> Result<(), &'static str> {
    match &app.data.running {
        Some(running) if running.is_cancelled => Err("It is being cancelled"),
        Some(_) => Ok(()),
        None => Err("Nothing runs"),
    }
}

fn nothing_runs(app: &App) -> Result<(), &'static str> {
    if app.data.running.is_none() { Ok(()) } else { Err("Another import or download is running; press x to cancel it") }
}

fn has_come(app: &App) -> Result<(), &'static str> {
    nothing_runs(app)?;
    let has_come = app.data.ended.as_ref().is_some_and(|ended| ended.folder.is_some());
    if has_come && matches!(pane(app), Some(Pane::Job)) { Ok(()) } else { Err("Nothing was downloaded") }
}

fn has_data(app: &App) -> Result<(), &'static str> {
    if app.data.own.is_some() { Ok(()) } else { Err("You have no usable data of your own yet") }
}

fn has_own(app: &App) -> Result<(), &'static str> {
    nothing_runs(app)?;
    let has_own = app.data.own.is_some() || app.data.unusable.is_some();
    if has_own { Ok(()) } else { Err("You have no data of your own: this is the snapshot") }
}

fn has_job(app: &App) -> Result<(), &'static str> {
    let has_job = app.data.running.is_some() || app.data.ended.is_some();
    match pane(app) {
        Some(Pane::Job) => Err("It is shown"),
        _ if has_job => Ok(()),
        _ => Err("Nothing runs, and nothing has run"),
    }
}

fn can_say_yes(app: &App) -> Result<(), &'static str> {
    match pane(app) {
        Some(Pane::Fetch(listing)) if listing.problem.is_some() => Err("Nothing can be downloaded"),
        _ => nothing_runs(app),
    }
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if app.front_as::<DataView>().is_none() { Ok(()) } else { Err("This is the data screen") }
}
