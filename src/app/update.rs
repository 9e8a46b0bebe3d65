//! What each message does.

use super::pins::MOST_PINS;
use super::where_from::WhereView;
use crate::app::{App, Effect, HELP_AROUND, Msg, Screen, Step};
use crate::catalog::RoleId;
use crate::screens::compare::CompareView;
use crate::screens::data as data_view;
use crate::screens::map::MapView;
use crate::screens::moves::MovesView;
use crate::screens::ranking::RankingView;
use crate::screens::role::RoleView;
use crate::screens::role::section::Section;

/// Lets a message take effect.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    if !matches!(msg, Msg::Resized(..) | Msg::Job(_)) {
        app.notice = None;
        app.data.is_leaving &= msg == Msg::Quit;
    }
    if matches!(msg, Msg::Map | Msg::Ranking | Msg::Moves | Msg::Data | Msg::Search | Msg::Paste(_)) {
        app.pins.keep();
    }
    if matches!(msg, Msg::Map | Msg::Ranking | Msg::Moves | Msg::Compare | Msg::Data) {
        // What opens shows itself, not the help over it.
        (app.help, app.where_from) = (None, None);
    }
    let effects = act_on(app, msg);
    follow_pins(app);
    effects
}

fn act_on(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Quit => return data_view::quit(app),
        Msg::Suspend => return vec![Effect::Suspend],
        Msg::Copy => return copy(app),
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
        Msg::Compare => compare(app),
        Msg::Map => open_map(app),
        Msg::Ranking => open_ranking(app),
        Msg::Moves => {
            if let Some(role) = app.role() {
                app.trail.push(Screen::Moves(MovesView::new(app.engine.catalog(), role)));
            }
        }
        Msg::Data => data_view::open(app),
        Msg::InData(action) => return data_view::act(app, action),
        Msg::Job(event) => data_view::news(app, event),
        Msg::Listed(listing) => data_view::listed(app, listing),
        Msg::Completed(completion) => data_view::completed(app, completion),
        Msg::InCompare(_) | Msg::InMap(_) | Msg::InRanking(_) | Msg::InMoves(_) => act(app, &msg),
        Msg::WhereFrom => {
            app.help = None;
            app.where_from = if app.where_from.is_some() { None } else { WhereView::of(app) };
        }
        Msg::NextFigure => app.where_from.iter_mut().for_each(|view| view.turn(true)),
        Msg::PreviousFigure => app.where_from.iter_mut().for_each(|view| view.turn(false)),
        Msg::Search => {
            (app.help, app.where_from) = (None, None);
            app.trail.clear();
            app.search.focus(true);
            app.search.query.select_all();
        }
        Msg::ToggleFocus => {
            let typing = !app.search.typing;
            app.search.focus(typing);
        }
        Msg::Complete => app.search.complete_word(&app.engine),
        Msg::DropFilter => app.search.drop_filter(&app.engine),
        Msg::AcceptCorrection => app.search.accept_correction(&app.engine),
        Msg::Unfold => app.search.unfolded = !app.search.unfolded,
        Msg::ToggleTasks => app.search.toggle_tasks(&app.engine),
        Msg::NextGroup => app.search.next_group(),
        Msg::PreviousGroup => app.search.previous_group(),
        Msg::NextSection => with_role(app, RoleView::next_section),
        Msg::PreviousSection => with_role(app, RoleView::previous_section),
        Msg::Section(number) => {
            let section = usize::from(number).checked_sub(1).and_then(|place| Section::ALL.get(place).copied());
            if let Some(section) = section {
                with_role(app, |view| view.open_section(section));
            }
        }
    }
    Vec::new()
}

/// A key of the screen in front.
fn act(app: &mut App, msg: &Msg) {
    let (catalog, room) = (app.engine.catalog(), app.around().map_room());
    match (app.trail.last_mut(), msg) {
        (Some(Screen::Compare(view)), Msg::InCompare(action)) => {
            view.act(catalog, *action);
            app.pins.reorder(&view.roles());
            app.pins.reference = view.reference();
        }
        (Some(Screen::Map(view)), Msg::InMap(action)) => view.act(catalog, *action, room),
        (Some(Screen::Ranking(view)), Msg::InRanking(action)) => view.act(&app.engine, *action),
        (Some(Screen::Moves(view)), Msg::InMoves(action)) => view.act(catalog, *action),
        _ => {}
    }
}

/// The query that was last asked, in the search or as a filter, and whether the screen in front shows what it selects.
fn asked(app: &App) -> (&str, bool) {
    match app.trail.last() {
        None => (app.search.query.text(), true),
        Some(Screen::Ranking(view)) => (view.filter.text(), true),
        _ => (app.search.query.text(), false),
    }
}

/// Opened from the search the map shows what was found; from elsewhere all roles, and a key turns to what was found.
fn open_map(app: &mut App) {
    let (query, is_shown) = asked(app);
    let selected = if query.trim().is_empty() { Vec::new() } else { app.engine.select(query) };
    // One role alone is no map: then it is sought among all.
    let is_narrowed = is_shown && selected.len() > 1;
    let view = MapView::new(app.catalog(), app.role(), query, selected, is_narrowed);
    app.trail.push(Screen::Map(view));
}

/// From the search the ranking takes the query along, from elsewhere the role; from the untouched start neither.
fn open_ranking(app: &mut App) {
    let from_search = app.trail.is_empty();
    let query = if from_search { app.search.query.text().to_owned() } else { String::new() };
    let untouched = from_search && query.trim().is_empty() && app.search.cursor == 0;
    let role = app.role().filter(|_| !untouched);
    app.trail.push(Screen::Ranking(RankingView::new(&app.engine, &query, role)));
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

/// Opens the comparison; with a single pin, the role under the cursor is compared with it.
fn compare(app: &mut App) {
    if let ([pinned], Some(role)) = (app.pins.roles(), app.role())
        && *pinned != role
    {
        app.pins.toggle(role);
    }
    let view = CompareView::new(app.engine.catalog(), app.pins.roles(), app.pins.reference_place());
    app.trail.push(Screen::Compare(view));
}

/// The comparison shows what is pinned; without pins it closes.
fn follow_pins(app: &mut App) {
    let catalog = app.engine.catalog();
    let Some(Screen::Compare(view)) = app.trail.last_mut() else { return };
    if app.pins.roles().is_empty() {
        app.trail.pop();
    } else {
        view.follow(catalog, app.pins.roles());
    }
}

fn with_role(app: &mut App, change: impl FnOnce(&mut RoleView)) {
    if let Some(Screen::Role(view)) = app.trail.last_mut() {
        change(view);
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
    if app.front_mut().0.close() || app.trail.pop().is_some() {
        return;
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
