//! The moves: where one could go from a role, each with what changes and what it asks for.

mod columns;
mod detail;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::MovesView;
use crate::app::App;
use crate::catalog::{Catalog, Published, Role};
use crate::compare::moves::{ALIKE, BRIEF, GAP, figures_in_short};
use crate::ui::look::Look;
use crate::ui::size::Size;
use crate::ui::{print, print_all, print_frame, print_list, wall};
use columns::MoveColumns;
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

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &MovesView, app: &App, look: Look) {
    let Some(here) = app.catalog().role(view.from) else { return };
    let scene = Scene { view, catalog: app.catalog(), here, look };
    if Size::of(frame.area()) == Size::Tiny {
        return tiny(frame, area, &scene);
    }
    let beside = area.width >= BESIDE.0 && area.height >= BESIDE.1;
    let left = if beside { (area.width * 11 / 20).max(78) } else { area.width };
    let pane = Rect { width: left, ..area };
    let mut row = head(frame, pane, &scene);
    let columns = MoveColumns::of(usize::from(left));
    print(frame, pane, row, columns.heads(view.question.order, scene.catalog, look));
    row += 1;
    let below = foot(pane, row, beside);
    let height = area.height.saturating_sub(row + below.all);
    let list = Rect { y: area.y + row.min(area.height), height, ..pane };
    if view.listed.rows.is_empty() {
        nothing(frame, list, &scene);
    }
    rows(frame, list, &scene, columns);
    let mut at = row + height;
    let Some((selected, there)) =
        view.selected().and_then(|selected| Some((selected, scene.catalog.role(selected.role)?)))
    else {
        return;
    };
    let detail = Detail { scene: &scene, selected, there };
    if beside {
        let x = area.x + left;
        wall(frame, Rect { x, width: 1, ..area }, look);
        detail.beside(frame, Rect { x: x + 1, width: area.width - left - 1, ..area });
    } else {
        detail.below(frame, Rect { y: area.y + at, height: below.detail, ..pane });
        at += below.detail;
    }
    let cells = usize::from(left).saturating_sub(3);
    let explained = measures(cells, below.lines.saturating_sub(1), look);
    for line in explained {
        print(frame, area, at, Line::styled(format!("  {line}"), look.quiet()));
        at += 1;
    }
    print_frame(frame, pane, at, look);
}

/// How the rows at the bottom are shared out.
struct Foot {
    /// All of them.
    all: u16,
    /// For the role under the cursor.
    detail: u16,
    /// For the measures, where there is room, and the frame sentence.
    lines: u16,
}

fn foot(pane: Rect, used: u16, beside: bool) -> Foot {
    let free = pane.height.saturating_sub(used);
    let detail = match free {
        _ if beside => 0,
        ..6 => 0,
        6..9 => 2,
        9..17 => 4,
        _ => 6,
    };
    let lines = match free {
        ..17 => 1,
        17..30 => 2,
        _ => u16::try_from(measures(usize::from(pane.width).saturating_sub(3), 9, Look::default()).len() + 1)
            .unwrap_or(1),
    };
    Foot { all: detail + lines, detail, lines }
}

/// What the figures mean: at length, or in the one line that there is.
fn measures(cells: usize, lines: u16, look: Look) -> Vec<String> {
    let dot = format!("{} stands where nothing is published.", look.glyphs.dot);
    let wrapped = |text: &str| look.wrap(text, cells, 9);
    match usize::from(lines) {
        0 => Vec::new(),
        1 => wrapped(BRIEF).into_iter().take(1).collect(),
        most => [ALIKE, GAP, &dot].into_iter().flat_map(wrapped).take(most).collect(),
    }
}

/// What one comes from, and what is listed. Returns the rows that it takes.
fn head(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) -> u16 {
    let look = scene.look;
    let cells = usize::from(area.width).saturating_sub(2);
    let mut row = 0;
    let mut line = |text: &str, most: usize, style| {
        for line in look.wrap(text, cells, most) {
            print(frame, area, row, Line::styled(format!(" {line}"), style));
            row += 1;
        }
    };
    if area.height >= 16 {
        line(
            &look.text(&format!("From {}: {}", scene.here.title, figures_in_short(scene.catalog, scene.here))),
            2,
            look.heading(),
        );
        let shared = scene.catalog.published(scene.here).and_then(Published::shared_note);
        if let Some(note) = shared.filter(|_| area.height >= 30) {
            line(&format!("Pay and outlook {note}"), 2, look.quiet());
        }
    }
    if scene.view.listed.of == 0 {
        return row;
    }
    let text = if cells < 60 {
        words::listed_briefly(scene.view, scene.catalog)
    } else {
        scene.view.moves.listed_words(scene.catalog, scene.view.question, &scene.view.listed)
    };
    line(&text, if area.height >= 16 { 3 } else { 2 }, look.quiet());
    row
}

fn rows(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, columns: MoveColumns) {
    let (cursor, len) = (scene.view.cursor, scene.view.listed.rows.len());
    print_list(frame, area, (cursor, len, 1), |place| {
        let row = scene.view.row(place)?;
        Some(columns.line(row, scene.catalog.role(row.role)?.title, place == cursor, scene.look))
    });
}

fn nothing(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let cells = usize::from(area.width).saturating_sub(4);
    let lines = scene.look.wrap(&words::nothing(scene.view, scene.catalog), cells, 5);
    let lines = lines.into_iter().map(|line| Line::raw(format!("  {line}")));
    print_all(frame, area, u16::from(area.height > 4), lines);
}

/// Titles alone: figures would need their frame sentence, and there is no room for it.
fn tiny(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    if scene.view.listed.rows.is_empty() {
        let text = scene.look.cut("no moves", usize::from(area.width));
        return print(frame, area, 0, Line::raw(text));
    }
    rows(frame, area, scene, MoveColumns::titles(usize::from(area.width)));
}
