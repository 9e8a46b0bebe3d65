//! What each message does.

use super::job::{Event, How};
use super::pins::MOST_PINS;
use super::reload::count_staff;
use super::where_from::WhereView;
use super::{App, Effect, HELP_AROUND, Msg, Step};
use crate::catalog::RoleId;

pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    if !matches!(msg, Msg::Resized(..) | Msg::Job(_) | Msg::GoOn) {
        app.notice = None;
        app.data.is_leaving &= msg == Msg::Quit;
    }
    if matches!(msg, Msg::Search | Msg::Paste(_)) {
        app.pins.keep();
    }
    let before = staffed(app);
    let effects = act_on(app, msg);
    let (front, around) = app.front_mut();
    if !front.follow(around) {
        app.leave_to(app.trail.len().saturating_sub(1));
    }
    if staffed(app) != before {
        count_staff(app);
    }
    effects
}

/// What decides whether a staff is counted, and which numbers: the screens that are open, and what was decided on its titles.
fn staffed(app: &App) -> (usize, Option<u64>) {
    (app.trail.len(), app.staff.as_ref().map(|staff| staff.revision()))
}

fn act_on(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Quit => return quit(app),
        Msg::Suspend => return vec![Effect::Suspend],
        Msg::Copy => return copy(app),
        Msg::In(action) => return action.act(app),
        Msg::Resized(width, height) => (app.width, app.height) = (width, height),
        Msg::Unavailable(why) => app.notice = Some(why.to_owned()),
        Msg::Help => app.help = if app.help.is_some() { None } else { Some(0) },
        Msg::Type(letter) => {
            let (front, around) = app.front_mut();
            front.insert(letter.encode_utf8(&mut [0; 4]), around);
        }
        Msg::Edit(edit) => {
            let (front, around) = app.front_mut();
            front.edit(edit, around);
        }
        Msg::Paste(text) => paste(app, &text),
        Msg::Step(step) => move_cursor(app, step),
        Msg::ScrollHelp(step, lines) => {
            let seen = usize::from(app.height.saturating_sub(HELP_AROUND)).max(1);
            app.help = app.help.map(|scroll| step.from(scroll, (lines + 1).saturating_sub(seen), seen));
        }
        Msg::Open => open(app),
        Msg::Back => back(app),
        Msg::Pin => pin(app),
        Msg::Exchange(place) => exchange(app, place),
        Msg::Job(event) => news(app, event),
        Msg::GoOn => {
            let (front, around) = app.front_mut();
            front.go_on(around);
        }
        Msg::WhereFrom => {
            app.help = None;
            app.where_from = if app.where_from.is_some() { None } else { WhereView::of(app) };
        }
        Msg::NextFigure => app.where_from.iter_mut().for_each(|view| view.turn(true)),
        Msg::PreviousFigure => app.where_from.iter_mut().for_each(|view| view.turn(false)),
        Msg::Search => {
            (app.help, app.where_from) = (None, None);
            app.leave_to(0);
            app.search.focus(true);
            app.search.query.select_all();
        }
    }
    Vec::new()
}

fn title(app: &App, role: RoleId) -> &'static str {
    app.catalog().role(role).map_or("", |role| role.title)
}

fn pin(app: &mut App) {
    let Some(role) = app.role() else { return };
    if !app.pins.toggle(role) {
        return;
    }
    let (title, count) = (title(app, role), app.pins.roles().len());
    app.notice = Some(if app.pins.has(role) {
        format!("Pinned {title}, {count} of {MOST_PINS}")
    } else {
        format!("{title} is no longer pinned")
    });
    if app.trail.is_empty() && app.search.typing {
        // The next letter starts the search for the next role.
        app.search.query.select_all();
    }
}

fn exchange(app: &mut App, place: u8) {
    let Some(waiting) = app.pins.waiting() else { return };
    if let Some(out) = usize::from(place).checked_sub(1).and_then(|place| app.pins.exchange(place)) {
        app.notice = Some(format!("Pinned {} in place of {}", title(app, waiting), title(app, out)));
    }
}

fn paste(app: &mut App, text: &str) {
    let is_covered = app.help.is_some() || app.where_from.is_some();
    if !is_covered {
        if app.trail.is_empty() {
            app.search.focus(true);
        }
        let (front, around) = app.front_mut();
        if front.insert(text, around) {
            return;
        }
    }
    app.notice = Some("Paste goes into the search: press / first".to_owned());
}

fn move_cursor(app: &mut App, step: Step) {
    let page = app.around().page();
    if let Some(view) = &mut app.where_from {
        return view.step(step, page);
    }
    let (front, around) = app.front_mut();
    front.step(step, around);
}

fn open(app: &mut App) {
    let (front, around) = app.front_mut();
    let next = front.open(around);
    app.trail.extend(next);
}

/// One step back: out of the help, to the screen before, from the list to the query, from a query to all roles.
fn back(app: &mut App) {
    if app.help.take().is_some() || app.where_from.take().is_some() {
        return;
    }
    if app.pins.keep().is_some() {
        app.notice = Some("Pins unchanged".to_owned());
        return;
    }
    if app.front_mut().0.close() {
        return;
    }
    if let Some(depth) = app.trail.len().checked_sub(1) {
        return app.leave_to(depth);
    }
    if !app.search.typing {
        app.search.focus(true);
    } else if app.search.query.text().is_empty() {
        app.notice = Some("This is the start. Ctrl-C quits".to_owned());
    } else {
        app.search.clear(&app.engine);
    }
}

fn copy(app: &mut App) -> Vec<Effect> {
    if let Some(view) = &app.where_from {
        app.notice = Some("Copied where it comes from".to_owned());
        return vec![Effect::Copy(view.text())];
    }
    let catalog = app.engine.catalog();
    let Some(role) = app.role().and_then(|id| catalog.role(id)) else { return Vec::new() };
    let text = format!("{} {}", role.code, role.title);
    app.notice = Some(format!("Copied {text}"));
    vec![Effect::Copy(text)]
}

fn news(app: &mut App, event: Event) {
    match event {
        Event::At(stage) => {
            if let Some(running) = &mut app.data.running {
                running.at(stage);
            }
        }
        Event::Ended(ended) => {
            let (brief, how) = (ended.brief(), ended.how);
            app.data.running = None;
            app.data.ended = Some(ended);
            let is_seen = app.front_mut().0.tell_job();
            app.data.is_news = !is_seen;
            if !is_seen && app.notice.is_none() {
                let why = if how == How::Failed { "says why" } else { "says more" };
                app.notice = Some(format!("{}: F7 {why}", sentence(&brief)));
            }
        }
    }
}

/// Ends the program; while a job runs, or decisions on a staff are not saved, not before the user has said so twice.
fn quit(app: &mut App) -> Vec<Effect> {
    let job = app.data.running.as_ref().map(|running| running.job.name());
    let is_unsaved = app.staff.as_ref().is_some_and(|staff| !staff.is_saved());
    if !app.data.is_leaving && (job.is_some() || is_unsaved) {
        app.notice = Some(match job {
            Some(job) if is_unsaved => {
                format!("The {job} still runs, and your decisions are not saved: quit again to leave")
            }
            Some(job) => format!("The {job} still runs: quit again to cancel it and leave"),
            None => "Your decisions are not saved: F11 s saves them; quit again to leave without".to_owned(),
        });
        app.data.is_leaving = true;
        return Vec::new();
    }
    if job.is_some() { vec![Effect::Cancel, Effect::Quit] } else { vec![Effect::Quit] }
}

/// With a capital at its start.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
