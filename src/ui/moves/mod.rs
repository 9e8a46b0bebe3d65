//! The moves: where one could go from a role, each with what changes and what it asks for.

mod columns;
mod detail;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::look::Look;
use super::role_line::ascii;
use super::size::{Size, first_row};
use super::{fit, frame_sentence, print};
use crate::app::App;
use crate::app::moves_view::MovesView;
use crate::catalog::{Catalog, Role};
use crate::compare::moves::{ALIKE, GAP};
use columns::Columns;
use detail::Detail;

/// From this width and height on, the role under the cursor stands beside the list.
const BESIDE: (u16, u16) = (116, 24);

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Scene<'s> {
    view: &'s MovesView,
    catalog: &'s Catalog<'static>,
    here: &'s Role<'static>,
    look: Look,
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &MovesView, app: &App, look: Look) {
    let Some(here) = app.catalog().role(view.from) else { return };
    if area.is_empty() {
        return;
    }
    let scene = Scene { view, catalog: app.catalog(), here, look };
    if Size::of(frame.area()) == Size::Tiny {
        return tiny(frame, area, scene);
    }
    let beside = area.width >= BESIDE.0 && area.height >= BESIDE.1;
    let left = if beside { (area.width * 11 / 20).max(76) } else { area.width };
    let pane = Rect { width: left, ..area };
    let mut row = head(frame, pane, scene);
    let columns = Columns::of(usize::from(left));
    print(frame, pane, row, columns.heads(view.order, look));
    row += 1;
    let below = foot(frame, pane, row, beside);
    let height = area.height.saturating_sub(row + below.foot);
    let list = Rect { y: area.y + row.min(area.height), height, ..pane };
    if view.listed.rows.is_empty() {
        nothing(frame, list, scene);
    }
    rows(frame, list, scene, columns);
    let mut at = row + height;
    let Some((selected, there)) =
        view.selected().and_then(|selected| Some((selected, scene.catalog.role(selected.role)?)))
    else {
        return;
    };
    let detail = Detail { scene, selected, there };
    if beside {
        let x = area.x + left;
        super::search::wall(frame, Rect { x, width: 1, ..area }, look);
        detail.beside(frame, Rect { x: x + 1, width: area.width - left - 1, ..area });
    } else {
        detail.below(frame, Rect { y: area.y + at, height: below.detail, ..pane });
        at += below.detail;
    }
    for (line, style) in closing(usize::from(left).saturating_sub(3), below.lines, look) {
        print(frame, area, at, Line::styled(format!("  {line}"), style));
        at += 1;
    }
}

/// How the rows at the bottom are shared out.
struct Foot {
    /// All of them.
    foot: u16,
    /// For the role under the cursor.
    detail: u16,
    /// For the frame sentence and, where there is room, the measures.
    lines: u16,
}

fn foot(frame: &Frame<'_>, pane: Rect, used: u16, beside: bool) -> Foot {
    let free = pane.height.saturating_sub(used);
    let detail = match free {
        _ if beside => 0,
        ..6 => 0,
        6..9 => 2,
        9..17 => 4,
        _ => 7,
    };
    let cells = usize::from(pane.width).saturating_sub(3);
    let whole = u16::try_from(measures(cells, Look::default()).len()).unwrap_or(u16::MAX).saturating_add(1);
    let lines = if frame.area().height >= 30 && free >= whole + detail + 8 { whole } else { 1 };
    Foot { foot: detail + lines, detail, lines }
}

/// What the figures mean, in lines.
fn measures(cells: usize, look: Look) -> Vec<String> {
    [ALIKE, GAP].into_iter().flat_map(|text| fit::wrap(text, cells, 4, look.glyphs.more)).collect()
}

fn closing(cells: usize, lines: u16, look: Look) -> Vec<(String, ratatui::style::Style)> {
    let mut closing = Vec::new();
    if lines > 1 {
        closing.extend(measures(cells, look).into_iter().map(|line| (line, look.quiet())));
    }
    closing.push((frame_sentence(cells).to_owned(), look.frame()));
    closing
}

/// What one comes from, and what is listed. Returns the rows that it takes.
fn head(frame: &mut Frame<'_>, area: Rect, scene: Scene<'_>) -> u16 {
    let look = scene.look;
    let cells = usize::from(area.width).saturating_sub(2);
    let mut row = 0;
    if area.height >= 16 {
        for line in fit::wrap(&words::here(scene), cells, 2, look.glyphs.more) {
            print(frame, area, row, Line::styled(format!(" {}", ascii(line, look)), look.heading()));
            row += 1;
        }
    }
    let most = if area.height >= 16 { 3 } else { 2 };
    for line in fit::wrap(&words::listed(scene.view), cells, most, look.glyphs.more) {
        print(frame, area, row, Line::styled(format!(" {line}"), look.quiet()));
        row += 1;
    }
    row
}

fn rows(frame: &mut Frame<'_>, area: Rect, scene: Scene<'_>, columns: Columns) {
    let seen = usize::from(area.height);
    let first = first_row(scene.view.cursor, scene.view.listed.rows.len(), seen);
    for (at, place) in (0..area.height).zip(first..scene.view.listed.rows.len()) {
        let Some(row) = scene.view.row(place) else { continue };
        let Some(role) = scene.catalog.role(row.role) else { continue };
        print(frame, area, at, columns.line(row, role.title, place == scene.view.cursor, scene.look));
    }
}

fn nothing(frame: &mut Frame<'_>, area: Rect, scene: Scene<'_>) {
    let cells = usize::from(area.width).saturating_sub(4);
    let lines = fit::wrap(&words::nothing(scene.view), cells, 5, scene.look.glyphs.more);
    for (at, line) in (u16::from(area.height > 4)..).zip(lines) {
        print(frame, area, at, Line::raw(format!("  {line}")));
    }
}

/// Titles alone: figures would need their frame sentence, and there is no room for it.
fn tiny(frame: &mut Frame<'_>, area: Rect, scene: Scene<'_>) {
    if scene.view.listed.rows.is_empty() {
        let text = fit::cut("no moves", usize::from(area.width), scene.look.glyphs.more).into_owned();
        return print(frame, area, 0, Line::raw(text));
    }
    rows(frame, area, scene, Columns::titles(usize::from(area.width)));
}
