//! A title in full size: its candidates side by side, with what they do, what they earn and how far AI overlaps it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Scene, candidates, list, mark};
use crate::catalog::{Metric, RoleId};
use crate::staff::words;
use crate::ui::{FRAMED_COLUMNS, print, print_all, print_frame, print_nothing, wall};

/// Columns that a candidate takes at the least.
const LEAST: u16 = 38;
/// Rows from which on figures of a role stand above its tasks.
pub(super) const WITH_FIGURES: u16 = 10;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, staff, look, .. } = *scene;
    let Some(title) = view.title(staff) else { return };
    let cells = usize::from(area.width).saturating_sub(2);
    let name = format!(" {}", look.cut(&list::name(title), cells));
    print(frame, area, 0, Line::styled(name, look.title()));
    let place = format!("title {} of {}", view.cursor + 1, view.rows.len());
    let people = format!("{} in {}", mark::people(title.people), candidates::standing(title, scene));
    let is_low = area.height < 14;
    let has_frame = !is_low && area.width >= FRAMED_COLUMNS && !title.coding.candidates.is_empty();
    let mut row = 1;
    for line in look.wrap(&format!("{people}; {place}"), cells, if is_low { 1 } else { 2 }) {
        print(frame, area, row, Line::styled(format!(" {line}"), look.quiet()));
        row += 1;
    }
    row += u16::from(!is_low);
    let height = area.height.saturating_sub(row + u16::from(has_frame));
    let body = Rect { y: area.y + row.min(area.height), height, ..area };
    if title.coding.candidates.is_empty() {
        let said = [
            ("Nothing was found for it.", look.heading()),
            ("r searches for a role, n says that it names no occupation, x leaves its rows out.", look.plain()),
        ];
        return print_nothing(frame, body, said.map(|(text, style)| (text.to_owned(), style)), look);
    }
    let len = title.coding.candidates.len();
    let count = usize::from(area.width / LEAST).clamp(1, 5).min(len);
    // As many as fit, those around the one that is looked at.
    let first = crate::ui::size::first_row(view.candidate, len, count);
    let width = area.width / u16::try_from(count).unwrap_or(1);
    for (at, place) in (0..).zip(first..(first + count).min(len)) {
        let x = area.x + at * width;
        if at > 0 {
            wall(frame, Rect { x, width: 1, ..body }, look);
        }
        let gap = if at > 0 { 2 } else { 1 };
        let part = Rect { x: x + gap, width: width.saturating_sub(gap + 1), ..body };
        candidate(frame, part, place, (scene, has_frame));
    }
    if has_frame {
        print_frame(frame, area, area.height.saturating_sub(1), look);
    }
}

fn candidate(frame: &mut Frame<'_>, area: Rect, place: usize, (scene, framed): (&Scene<'_>, bool)) {
    let Scene { view, staff, catalog, look } = *scene;
    let Some(candidate) = view.title(staff).and_then(|title| title.coding.candidates.get(place)) else { return };
    let cells = usize::from(area.width).saturating_sub(1);
    let is_here = place == view.candidate;
    let head = format!(" {}", mark::percent(candidate.confidence));
    let mut lines = vec![Line::from(vec![
        look.cursor(is_here),
        Span::styled((place + 1).to_string(), look.key()),
        Span::styled(head, if is_here { look.heading() } else { look.quiet() }),
        Span::styled(if is_here { " Enter takes it" } else { "" }, look.quiet()),
    ])];
    let most = if area.height < 14 { 1 } else { 2 };
    let matched = candidates::matched(candidate, catalog);
    lines.extend(role(candidate.role, scene, (cells, area.height), framed));
    lines.extend(look.wrap(&matched, cells, most).into_iter().map(|line| Line::styled(line, look.quiet())));
    finish(frame, area, candidate.role, lines, scene);
}

/// A role's lines, and its tasks where there is room left.
pub(super) fn finish(
    frame: &mut Frame<'_>,
    area: Rect,
    role: RoleId,
    mut lines: Vec<Line<'static>>,
    scene: &Scene<'_>,
) {
    let left = usize::from(area.height).saturating_sub(lines.len() + 1);
    if left > 1 {
        if area.height >= 14 {
            lines.push(Line::default());
        }
        lines.push(Line::styled("Main tasks", scene.look.heading()));
        let rows = usize::from(area.height).saturating_sub(lines.len());
        lines.extend(candidates::tasks(role, scene, (usize::from(area.width).saturating_sub(1), rows)));
    }
    print_all(frame, area, 0, lines);
}

/// A role's name, what it is, and its figures. Exposure stands among them only where the frame stands below.
pub(super) fn role(id: RoleId, scene: &Scene<'_>, (cells, height): (usize, u16), framed: bool) -> Vec<Line<'static>> {
    let Scene { view, catalog, look, .. } = *scene;
    let Some(role) = catalog.role(id) else { return Vec::new() };
    let name = format!("{} {}", role.code, role.title);
    let mut lines: Vec<Line<'static>> = Vec::new();
    lines.extend(look.wrap(&name, cells, 2).into_iter().map(|line| Line::styled(line, look.heading())));
    let summary = if height >= 34 {
        6
    } else if height >= 24 {
        3
    } else {
        0
    };
    lines.extend(look.wrap(role.summary, cells, summary).into_iter().map(Line::raw));
    if height < WITH_FIGURES {
        return lines;
    }
    let held = view.summary.counts.of_role(id).people;
    let pay = Metric::Pay.wage(catalog, role);
    let pay = pay.map_or_else(|| catalog.no_wage(role).into_owned(), |_| Metric::Pay.text_in(catalog, role));
    let mut rows = vec![("this staff", words::people(held)), ("median pay", pay)];
    if framed {
        let index = role.exposure.index.map(|index| format!("{} {}", index.percentile, index.percentile.band()));
        rows.push(("overlap", index.unwrap_or_else(|| crate::catalog::NOT_PUBLISHED.to_owned())));
    }
    lines.extend(rows.into_iter().map(|(label, value)| {
        let value = look.cut(&look.text(&value), cells.saturating_sub(11));
        Line::from(vec![Span::styled(look.padded(label, 11), look.quiet()), Span::raw(value)])
    }));
    lines
}
