//! The search screen: the query, the list below it, the preview beside it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::look::Look;
use super::role_line::Columns;
use super::size::{Size, first_row};
use super::{fit, frame_sentence, preview, print};
use crate::app::App;
use crate::app::search_view::SearchView;
use crate::catalog::{Catalog, grouped};
use crate::search::{Evidence, Found, Hit};

const PLACEHOLDER: [&str; 3] = [
    "Type any word of a job: a title, a task, a tool, a skill, or a code like 15-1252",
    "Type a title, a task, a tool, a skill or a code",
    "Type a job",
];

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, look: Look) {
    if area.is_empty() {
        return;
    }
    let size = Size::of(frame.area());
    if area.height == 1 && app.search.query.is_blank() {
        return list(frame, area, app, Columns::of(0).with_title(usize::from(area.width)), look);
    }
    query_line(frame, Rect { height: 1, ..area }, app, look);
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    if size == Size::Tiny {
        // Title alone: figures would need their frame sentence, and there is no room for it.
        list(frame, below, app, Columns::of(0).with_title(usize::from(below.width)), look);
        return;
    }
    let wide = size == Size::Wide && !app.search.is_empty();
    let left = if wide { area.width * 11 / 20 } else { area.width };
    let pane = Rect { width: left, ..below };
    let columns = Columns::of(usize::from(left));
    print(frame, pane, 0, columns.heads(if app.search.results.is_some() { "Roles" } else { "All roles" }, look));
    // In the preview the sentence stands under the gauges; where that might not fit, it takes a line of its own.
    let framed = columns.has_exposure() && !app.search.is_empty() && !(wide && below.height >= preview::FRAMED);
    let rows = below.height.saturating_sub(1 + u16::from(framed));
    list(frame, Rect { y: pane.y + 1, height: rows, ..pane }, app, columns, look);
    if framed {
        let sentence = frame_sentence(usize::from(pane.width).saturating_sub(3));
        print(frame, pane, below.height - 1, Line::styled(format!("  {sentence}"), look.frame()));
    }
    if wide && let Some(role) = app.search.role().and_then(|id| app.catalog().role(id)) {
        wall(frame, Rect { x: area.x + left, width: 1, ..below }, look);
        let beside = Rect { x: area.x + left + 1, width: area.width - left - 1, ..below };
        preview::draw(frame, beside, role, app.search.hit(), app.catalog(), look);
    }
}

pub(super) fn wall(frame: &mut Frame<'_>, area: Rect, look: Look) {
    print(frame, area, 0, Line::styled(look.joint(), look.border()));
    for row in 1..area.height {
        print(frame, area, row, Line::styled(look.wall(), look.border()));
    }
}

fn query_line(frame: &mut Frame<'_>, area: Rect, app: &App, look: Look) {
    let view = &app.search;
    let counts = counts(view, app.catalog(), look);
    let cells = usize::from(area.width);
    let counts_fit = cells >= fit::width(&counts) + 24;
    let style = if view.typing { look.title() } else { look.quiet() };
    print(frame, area, 0, Line::from(vec![Span::raw(" "), Span::styled(look.prompt(), style)]));
    let taken = if counts_fit { fit::width(&counts) + 3 } else { 0 };
    let room = u16::try_from(cells.saturating_sub(3 + taken)).unwrap_or(0);
    let input = Rect { x: area.x + area.width.min(3), width: room, ..area };
    if !input.is_empty() {
        frame.render_widget(view.query.widget(), input);
        if view.query.text().is_empty() {
            let room = usize::from(input.width).saturating_sub(1);
            let hint = PLACEHOLDER.into_iter().find(|hint| hint.len() <= room).unwrap_or_default();
            let beside = Rect { x: input.x + 1, width: input.width - 1, ..input };
            print(frame, beside, 0, Line::styled(hint, look.quiet()));
        }
    }
    if counts_fit {
        let width = area.width.saturating_sub(1);
        print(frame, Rect { width, ..area }, 0, Line::styled(counts, look.quiet()).right_aligned());
    }
}

fn counts(view: &SearchView, catalog: &Catalog<'_>, look: Look) -> String {
    let count = |number: usize, one: &str, many: &str| {
        format!("{} {}", grouped(number as u64), if number == 1 { one } else { many })
    };
    let dot = look.glyphs.dot;
    match &view.results {
        Some(results) if results.roles == 0 && !results.hits.is_empty() => "no full match, similar roles".to_owned(),
        Some(results) => {
            let found = count(results.roles, "role", "roles");
            let similar = if results.hits.len() > results.roles { ", then similar" } else { "" };
            format!("{found} {dot} {}{similar}", count(results.tasks, "task", "tasks"))
        }
        None => format!(
            "{} {dot} {}",
            count(catalog.roles.len(), "role", "roles"),
            count(view.groups.len(), "group", "groups")
        ),
    }
}

fn list(frame: &mut Frame<'_>, area: Rect, app: &App, columns: Columns, look: Look) {
    if area.is_empty() {
        return;
    }
    match &app.search.results {
        None => browse(frame, area, app, columns, look),
        Some(results) if results.hits.is_empty() => nothing(frame, area, app, look),
        Some(results) => hits(frame, area, &results.hits, app, columns, look),
    }
}

/// All roles under their major groups: a heading, its roles, an empty row.
fn browse(frame: &mut Frame<'_>, area: Rect, app: &App, columns: Columns, look: Look) {
    let view = &app.search;
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
    let title = fit::cut(title, cells.saturating_sub(fit::width(&count) + 3), look.glyphs.more).into_owned();
    Line::from(vec![Span::raw(" "), Span::styled(title, look.title()), Span::styled(format!(" {count}"), look.quiet())])
}

/// The evidence that has a line of its own: what is not in the title already.
fn shown_evidence(hit: &Hit) -> Option<&Evidence> {
    hit.evidence.first().filter(|evidence| !matches!(evidence.found, Found::Title | Found::Code))
}

fn hits(frame: &mut Frame<'_>, area: Rect, hits: &[Hit], app: &App, columns: Columns, look: Look) {
    let catalog = app.catalog();
    let seen = usize::from(area.height);
    let rows = |hits: &[Hit]| hits.iter().map(|hit| 1 + usize::from(shown_evidence(hit).is_some())).sum::<usize>();
    let cursor = app.search.cursor;
    let first = first_row(rows(hits.get(..cursor).unwrap_or_default()), rows(hits), seen);
    let mut row = 0;
    for (place, hit) in hits.iter().enumerate() {
        if row >= first + seen {
            break;
        }
        let at = |row: usize| row.checked_sub(first).and_then(|row| u16::try_from(row).ok());
        if let Some(role) = catalog.role(hit.role) {
            if let Some(at) = at(row) {
                let title = hit.evidence.iter().find(|evidence| evidence.found == Found::Title);
                let marks = title.map_or(&[][..], |evidence| &evidence.marked);
                print(frame, area, at, columns.line(role, catalog, (marks, ""), place == cursor, look));
            }
            if let Some(evidence) = shown_evidence(hit) {
                if let Some(at) = at(row + 1) {
                    let text = evidence.found.text(catalog, role);
                    let line = evidence_line(evidence, text, place == cursor, usize::from(area.width), look);
                    print(frame, area, at, line);
                }
                row += 1;
            }
        }
        row += 1;
    }
}

fn evidence_line<'t>(evidence: &Evidence, text: &'t str, selected: bool, cells: usize, look: Look) -> Line<'t> {
    let cursor = if selected { look.glyphs.cursor } else { " " };
    let word = evidence.found.word();
    let room = cells.saturating_sub(fit::width(word) + 7);
    let mut spans = vec![Span::styled(cursor, look.title()), Span::styled(format!("   {word}  "), look.quiet())];
    spans.extend(fit::marked(text, &evidence.marked, room, look.glyphs.more, (look.plain(), look.matched())));
    Line::from(spans)
}

fn nothing(frame: &mut Frame<'_>, area: Rect, app: &App, look: Look) {
    let query = app.search.query.text().trim();
    let cells = usize::from(area.width).saturating_sub(4);
    let roles = grouped(app.catalog().roles.len() as u64);
    let lines = [
        (format!("No role has words like \"{query}\"."), look.heading()),
        ("Try fewer words, another word for the same work, or a code such as 15-1252.".to_owned(), look.plain()),
        (format!("Esc clears the query and shows all {roles} roles."), look.plain()),
    ];
    let mut row = u16::from(area.height > 4);
    for (text, style) in lines {
        for line in fit::wrap(&text, cells, 4, look.glyphs.more) {
            print(frame, area, row, Line::styled(format!("  {line}"), style));
            row += 1;
        }
    }
}
