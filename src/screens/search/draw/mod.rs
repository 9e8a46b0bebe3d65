//! The search screen: the query, the list below it, the preview beside it.

mod preview;
mod query_line;
mod query_notes;
mod task_rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::SearchView;
use crate::app::{App, View};
use crate::catalog::{Metric, grouped};
use crate::compare::ranking::is_shared;
use crate::search::language::Order;
use crate::search::{Evidence, Found, Hit};
use crate::ui::look::Look;
use crate::ui::role_line::RoleColumns;
use crate::ui::size::{Size, first_row};
use crate::ui::{fit, print, print_all, print_frame, print_nothing, wall};

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, look: Look) {
    let size = Size::of(frame.area());
    if area.height == 1 && view.query.is_blank() {
        return list(frame, area, view, app, RoleColumns::of(0).with_title(usize::from(area.width)), look);
    }
    query_line::draw(frame, Rect { height: 1, ..area }, view, app, look);
    let cells = usize::from(area.width);
    let notes = query_notes::lines(view, app.catalog(), (cells, area.height), look);
    let below_query = 1 + u16::try_from(notes.len()).unwrap_or(0);
    let below = Rect { y: area.y + below_query, height: area.height - below_query, ..area };
    print_all(frame, area, 1, notes);
    let none_shown = view.tasks.as_ref().map_or(view.is_empty(), |tasks| tasks.hit().is_none());
    if size == Size::Tiny {
        // Title alone: figures would need their frame sentence, and there is no room for it.
        if let Some(tasks) = &view.tasks {
            return task_rows::draw(frame, below, view, app, tasks, look);
        }
        list(frame, below, view, app, RoleColumns::of(0).with_title(usize::from(below.width)), look);
        return;
    }
    let wide = size == Size::Wide && !none_shown;
    let left = if wide { area.width * 11 / 20 } else { area.width };
    let pane = Rect { width: left, ..below };
    if let Some(tasks) = &view.tasks {
        task_rows::draw(frame, pane, view, app, tasks, look);
        if wide {
            beside(frame, below, left, view, app, look);
        }
        return;
    }
    let columns = RoleColumns::of(usize::from(left)).with_newest(app.catalog());
    print(frame, pane, 0, columns.heads(&query_line::head(view, look), app.catalog(), look));
    // In the preview the sentence stands under the gauges; where that might not fit, it takes a line of its own.
    let framed = columns.has_exposure() && !view.is_empty() && !(wide && below.height >= preview::FRAMED_ROWS);
    let rows = below.height.saturating_sub(1 + u16::from(framed));
    list(frame, Rect { y: pane.y + 1, height: rows, ..pane }, view, app, columns, look);
    if framed {
        print_frame(frame, pane, below.height - 1, look);
    }
    if wide {
        beside(frame, below, left, view, app, look);
    }
}

/// The role under the cursor, right of a list of `left` cells.
fn beside(frame: &mut Frame<'_>, area: Rect, left: u16, view: &SearchView, app: &App, look: Look) {
    let Some(role) = view.role().and_then(|id| app.catalog().role(id)) else { return };
    wall(frame, Rect { x: area.x + left, width: 1, ..area }, look);
    let pane = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
    let task = view.tasks.as_ref().and_then(|tasks| tasks.hit()).map(|task| Hit {
        role: task.role,
        score: 0.0,
        evidence: vec![Evidence { found: Found::Task(task.place), marked: task.marked.clone() }],
    });
    preview::draw(frame, pane, role, task.as_ref().or(view.hit()), app.catalog(), look);
}

fn list(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, columns: RoleColumns, look: Look) {
    if area.is_empty() {
        return;
    }
    let columns = columns.with_pins(&app.pins, app.catalog());
    match &view.results {
        None => browse(frame, area, view, app, columns, look),
        Some(results) if results.hits.is_empty() => nothing(frame, area, view, app, look),
        Some(results) => hits(frame, area, &results.hits, view, app, columns, look),
    }
}

/// All roles under their major groups: a heading, its roles, an empty row.
fn browse(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, columns: RoleColumns, look: Look) {
    let seen = usize::from(area.height);
    let cursor_row = view.cursor + view.group().unwrap_or(0) * 2 + 1;
    let total = view.len() + (view.groups.len() * 2).saturating_sub(1);
    let first = first_row(cursor_row, total, seen);
    for (place, group) in view.groups.iter().enumerate() {
        let heading = group.roles.start + place * 2;
        let end = heading + group.roles.len() + 1;
        for row in heading.max(first)..end.min(first + seen) {
            let at = u16::try_from(row - first).unwrap_or(u16::MAX);
            if row == heading {
                print(frame, area, at, group_line(group.title, group.roles.len(), usize::from(area.width), look));
            } else {
                let role = group.roles.start + row - heading - 1;
                if let Some(found) = app.catalog().roles.get(role) {
                    let line = columns.line(found, app.catalog(), (&[], ""), role == view.cursor, look);
                    print(frame, area, at, line);
                }
            }
        }
    }
}

fn group_line(title: &str, count: usize, cells: usize, look: Look) -> Line<'static> {
    let count = count.to_string();
    let title = look.cut(title, cells.saturating_sub(fit::width(&count) + 3));
    Line::from(vec![Span::raw(" "), Span::styled(title, look.title()), Span::styled(format!(" {count}"), look.quiet())])
}

/// The evidence that has a line of its own: what is not in the title already; all of it where it is unfolded.
fn shown_evidence(hit: &Hit, unfolded: bool) -> &[Evidence] {
    let own_line = |evidence: &Evidence| !matches!(evidence.found, Found::Title | Found::Code);
    let start = usize::from(hit.evidence.first().is_some_and(|best| !own_line(best)));
    match unfolded {
        true => hit.evidence.get(start..).unwrap_or_default(),
        false if start == 0 => hit.evidence.get(..1).unwrap_or_default(),
        false => &[],
    }
}

fn hits(
    frame: &mut Frame<'_>,
    area: Rect,
    hits: &[Hit],
    view: &SearchView,
    app: &App,
    columns: RoleColumns,
    look: Look,
) {
    let catalog = app.catalog();
    let seen = usize::from(area.height);
    let cursor = view.cursor;
    let evidence = |place: usize, hit| shown_evidence(hit, view.unfolded && place == cursor);
    let heights = || hits.iter().enumerate().map(|(place, hit)| 1 + evidence(place, hit).len());
    let first = first_row(heights().take(cursor).sum(), heights().sum(), seen);
    let figure = view.results.as_ref().and_then(|results| noted_figure(results.order));
    let mut row = 0;
    for (place, hit) in hits.iter().enumerate() {
        if row >= first + seen {
            break;
        }
        let at = |row: usize| row.checked_sub(first).and_then(|row| u16::try_from(row).ok());
        let shown = evidence(place, hit);
        if let Some(role) = catalog.role(hit.role) {
            if let Some(at) = at(row) {
                let title = hit.evidence.iter().find(|evidence| evidence.found == Found::Title);
                let marks = title.map_or(&[][..], |evidence| &evidence.marked);
                let figure = figure
                    .filter(|figure| !figure.is_exposure() || columns.has_exposure())
                    .and_then(|figure| {
                        let mark =
                            if is_shared(catalog, hit.role, figure) && figure.counts_people() { "*" } else { "" };
                        Some(format!("{}{mark}", figure.short(catalog, role)?))
                    })
                    .unwrap_or_default();
                print(frame, area, at, columns.line(role, catalog, (marks, &figure), place == cursor, look));
            }
            for (below, evidence) in (1..).zip(shown) {
                if let Some(at) = at(row + below) {
                    let text = evidence.found.text(catalog, role);
                    let line = evidence_line(evidence, text, place == cursor, usize::from(area.width), look);
                    print(frame, area, at, line);
                }
            }
        }
        row += 1 + shown.len();
    }
}

/// The figure that orders the list, where no column shows it.
const fn noted_figure(order: Order) -> Option<Metric> {
    match order {
        Order::Figure(Metric::Index | Metric::Pay | Metric::Change) => None,
        Order::Figure(metric) => Some(metric),
        _ => None,
    }
}

fn evidence_line<'t>(evidence: &Evidence, text: &'t str, selected: bool, cells: usize, look: Look) -> Line<'t> {
    let word = evidence.found.word();
    let room = cells.saturating_sub(fit::width(word) + 7);
    let mut spans = vec![look.cursor(selected), Span::styled(format!("   {word}  "), look.quiet())];
    spans.extend(look.marked(text, &evidence.marked, room, (look.plain(), look.matched())));
    Line::from(spans)
}

fn nothing(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, look: Look) {
    let query = view.query.text().trim();
    let roles = grouped(app.catalog().roles.len() as u64);
    let mut lines = Vec::new();
    let reading = view.results.as_ref().and_then(|results| results.codes.as_ref());
    if let Some(reading) = reading.filter(|_| view.blocking.is_empty()) {
        let is_date = reading.dated.is_some();
        let what = if is_date { "A spreadsheet has made a date of this code." } else { "No role has this code." };
        lines.push((what.to_owned(), look.heading()));
        let advice = "Codes of O*NET-SOC, SOC, Census and ISCO-08 are read, and groups such as 15-1200.";
        lines.push((advice.to_owned(), look.plain()));
    } else if view.blocking.is_empty() {
        lines.push((format!("No role has words like \"{query}\"."), look.heading()));
        let advice = "Try fewer words, another word for the same work, or a code such as 15-1252.";
        lines.push((advice.to_owned(), look.plain()));
    } else {
        lines.push((format!("No role matches all of \"{query}\"."), look.heading()));
        for filter in view.blocking.iter().take(4) {
            let count =
                |number: usize| format!("{} {}", grouped(number as u64), if number == 1 { "role" } else { "roles" });
            let text = match (filter.alone, filter.without) {
                (0, without) => format!("{} matches no role; without it: {}", filter.term, count(without)),
                (alone, without) => {
                    format!("without {}: {} (it matches {alone} by itself)", filter.term, count(without))
                }
            };
            lines.push((text, look.plain()));
        }
        let key = if view.typing { "Ctrl-X" } else { "x" };
        lines.push((format!("{key} takes the marked filter away."), look.plain()));
    }
    lines.push((format!("Esc clears the query and shows all {roles} roles."), look.plain()));
    print_nothing(frame, area, lines, look);
}
