//! The candidates of the title under the cursor, and the tasks of two of them side by side, so that one key decides.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Scene, list, mark};
use crate::catalog::{Catalog, RoleId};
use crate::search::{Candidate, Found};
use crate::staff::Title;
use crate::ui::look::Look;
use crate::ui::{fit, print, print_all};

/// Columns from which on the tasks of two roles stand side by side.
const SIDE_BY_SIDE: usize = 60;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, staff, look, .. } = *scene;
    let Some(title) = view.title(staff).filter(|_| area.width >= 8) else { return };
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let cells = usize::from(inner.width);
    let mut row = 0;
    if area.height >= 6 {
        print(frame, area, 0, heading(title, usize::from(area.width), look));
        row = 1;
    }
    if area.height >= 16 {
        for line in look.wrap(&standing(title, scene), cells, 2) {
            print(frame, inner, row, Line::styled(line, look.quiet()));
            row += 1;
        }
        row += 1;
    }
    let left = usize::from(area.height.saturating_sub(row));
    let most = if area.height < 6 { left } else { (left / 2).clamp(1, 9) };
    let first = crate::ui::size::first_row(view.candidate, title.coding.candidates.len(), most);
    for (place, candidate) in title.coding.candidates.iter().enumerate().skip(first).take(most) {
        print(frame, area, row, choice(candidate, place, scene, usize::from(area.width)));
        row += 1;
        if place == view.candidate && left >= 20 {
            for line in look.wrap(&matched(candidate, scene.catalog), cells.saturating_sub(2), 2) {
                print(frame, inner, row, Line::styled(format!("  {line}"), look.quiet()));
                row += 1;
            }
        }
    }
    if title.coding.candidates.is_empty() {
        let text = "No candidates: r searches for a role, n says that it names no occupation, x leaves it out.";
        return print_all(frame, inner, row, look.wrap(text, cells, 3).into_iter().map(Line::raw));
    }
    if area.height >= 6 {
        row += u16::from(left >= 14);
        let height = area.height.saturating_sub(row);
        both(frame, Rect { y: inner.y + row, height, ..inner }, title, scene);
    }
}

/// The title and its people, in a rule across.
fn heading(title: &Title, cells: usize, look: Look) -> Line<'static> {
    let people = mark::people(title.people);
    let name = look.cut(&list::name(title), cells.saturating_sub(fit::width(&people) + 7));
    let fill = cells.saturating_sub(fit::width(&name) + fit::width(&people) + 6);
    Line::from(vec![
        Span::styled(format!("{} ", look.rule()), look.border()),
        Span::styled(name, look.title()),
        Span::styled(format!(" {} ", look.rule().repeat(fill)), look.border()),
        Span::styled(people, look.quiet()),
    ])
}

/// How it stands with the title, in a sentence.
pub(super) fn standing(title: &Title, scene: &Scene<'_>) -> String {
    let rows = match title.rows {
        1 => "1 row".to_owned(),
        rows => format!("{} rows", crate::catalog::grouped(rows.into())),
    };
    let note = title.coding.note.filter(|_| title.decision.is_none());
    let note = note.map_or_else(String::new, |note| format!(": {}", note.words(scene.catalog)));
    let decided = title.decision.map_or("", |_| "; 0 takes it back");
    let role = title.decision.and(title.role());
    let role =
        role.map_or_else(String::new, |role| format!(" to be {}", super::super::role_words(scene.catalog, role)));
    format!("{rows}, {}{role}{note}{decided}", mark::said(title))
}

/// A candidate with its number, in a line.
fn choice(candidate: &Candidate, place: usize, scene: &Scene<'_>, cells: usize) -> Line<'static> {
    let Scene { view, staff, catalog, look } = *scene;
    let is_here = place == view.candidate;
    let taken = view.title(staff).filter(|title| title.role() == Some(candidate.role));
    let sure = mark::percent(candidate.confidence);
    let role = catalog.role(candidate.role);
    let text = role.map_or_else(String::new, |role| {
        if cells >= 36 { format!("{} {}", role.code, role.title) } else { role.title.to_owned() }
    });
    let taken = taken.map_or(" ", |title| mark::sign(title.standing(), look));
    let room = cells.saturating_sub(10);
    let style = if is_here { look.heading() } else { look.plain() };
    Line::from(vec![
        look.cursor(is_here),
        Span::styled((place + 1).to_string(), look.key()),
        Span::raw(taken),
        Span::styled(look.padded(&text, room), style),
        Span::styled(look.to_the_right(&sure, 5), look.quiet()),
    ])
}

/// What of a role the title resembles most.
pub(super) fn matched(candidate: &Candidate, catalog: &Catalog<'_>) -> String {
    let Some(role) = catalog.role(candidate.role) else { return String::new() };
    let found = candidate.matched.found;
    match found {
        Found::Code => "by the code in the file".to_owned(),
        Found::Title if candidate.matched.marked.is_empty() => "by what the words mean".to_owned(),
        Found::Title => "by its own title".to_owned(),
        _ => format!("by its {} {:?}", found.word(), found.text(catalog, role)),
    }
}

/// The tasks of the first candidate and of the one that is looked at, or of the second.
fn both(frame: &mut Frame<'_>, area: Rect, title: &Title, scene: &Scene<'_>) {
    let other = scene.view.candidate.max(1);
    let candidates = &title.coding.candidates;
    let pair: Vec<(usize, RoleId)> =
        [0, other].into_iter().filter_map(|place| Some((place, candidates.get(place)?.role))).collect();
    let count = u16::try_from(pair.len()).unwrap_or(1).max(1);
    let is_beside = usize::from(area.width) >= SIDE_BY_SIDE;
    for (place, (number, role)) in (0..).zip(pair) {
        let part = if is_beside {
            let width = area.width / count;
            Rect { x: area.x + place * width, width: width.saturating_sub(2), ..area }
        } else {
            let height = area.height / count;
            Rect { y: area.y + place * height, height, ..area }
        };
        print_all(frame, part, 0, with_tasks(role, number, scene, (part.width.into(), part.height.into())));
    }
}

/// A role's name above its tasks.
fn with_tasks(role: RoleId, number: usize, scene: &Scene<'_>, (cells, rows): (usize, usize)) -> Vec<Line<'static>> {
    let (look, title) = (scene.look, scene.catalog.role(role).map_or("", |role| role.title));
    let name = look.cut(title, cells.saturating_sub(2));
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{} ", number + 1), look.key()),
        Span::styled(name, look.heading()),
    ])];
    lines.extend(tasks(role, scene, (cells, rows.saturating_sub(1))));
    lines
}

/// A role's tasks, most important first, as many as fit.
pub(super) fn tasks(role: RoleId, scene: &Scene<'_>, (cells, rows): (usize, usize)) -> Vec<Line<'static>> {
    let Scene { catalog, look, .. } = *scene;
    let tasks = catalog.role(role).map_or(&[][..], |role| &role.tasks);
    if tasks.is_empty() {
        return vec![Line::styled(look.cut("O*NET has no tasks of it", cells), look.quiet())];
    }
    let most = if rows >= 12 { 3 } else { 2 };
    let mut lines: Vec<Line<'static>> = Vec::new();
    for task in tasks {
        let wrapped = look.wrap(task.wording, cells.saturating_sub(2), most.min(rows.saturating_sub(lines.len())));
        if wrapped.is_empty() {
            break;
        }
        for (place, line) in wrapped.into_iter().enumerate() {
            let start = if place == 0 { look.glyphs.dot } else { " " };
            lines.push(Line::from(vec![Span::styled(format!("{start} "), look.quiet()), Span::raw(line)]));
        }
    }
    lines
}
