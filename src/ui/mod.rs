//! Pictures of the state: drawing reads and never changes it, and builds only the rows that can be seen.

mod bars;
mod compare;
mod data;
pub mod fit;
mod footer;
mod help;
pub mod look;
mod map;
mod moves;
mod pins;
mod preview;
mod query_line;
mod query_notes;
mod ranking;
pub mod role;
mod role_line;
mod search;
mod sharing;
mod size;
mod task_rows;
#[cfg(test)]
mod tests;
mod title;
mod where_from;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Screen, around};
use crate::catalog::FRAME;
use crate::keys::Context;
pub use look::Look;

/// Draws the screen in front.
pub fn draw(frame: &mut Frame<'_>, app: &App, look: &Look) {
    let area = frame.area();
    let [top, body, bottom] = rows(area);
    title::draw(frame, top, app, *look);
    let body = pins::bar(frame, body, app, *look);
    match app.trail.last() {
        None => search::draw(frame, body, app, *look),
        Some(Screen::Role(view)) => role::draw(frame, body, view, (app.catalog(), &app.pins), look),
        Some(Screen::Sharing(sharing)) => sharing::draw(frame, body, sharing, app, *look),
        Some(Screen::Compare(view)) => compare::draw(frame, body, view, app, *look),
        Some(Screen::Map(view)) => map::draw(frame, body, view, app, *look),
        Some(Screen::Ranking(view)) => ranking::draw(frame, body, view, app, *look),
        Some(Screen::Moves(view)) => moves::draw(frame, body, view, app, *look),
        Some(Screen::Data(view)) => data::draw(frame, body, view, app, *look),
    }
    footer::draw(frame, bottom, app, *look);
    if let Some(view) = &app.where_from {
        where_from::draw(frame, body, view, *look);
    }
    pins::exchange(frame, body, app, *look);
    if let Some(scroll) = app.help {
        help::draw(frame, body, Context::beneath(app), scroll, *look);
    }
    if look.ascii() {
        in_ascii(frame);
    }
}

/// Replaces what names and figures bring along that is not ASCII, cell by cell.
fn in_ascii(frame: &mut Frame<'_>) {
    for position in frame.area().positions() {
        if let Some(cell) = frame.buffer_mut().cell_mut(position).filter(|cell| !cell.symbol().is_ascii()) {
            cell.set_symbol(match cell.symbol() {
                "γ" => "g",
                "β" => "b",
                "α" => "a",
                "…" => "~",
                "≥" | "→" => ">",
                "®" | "™" => " ",
                "’" | "‘" => "'",
                "“" | "”" => "\"",
                "·" | "–" | "—" | "─" => "-",
                _ => "?",
            });
        }
    }
}

/// Title line, body, footer; the body stays longest where there are too few rows.
fn rows(area: Rect) -> [Rect; 3] {
    let [top, bottom] = around(area.height);
    let row = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let body = area.height - top - bottom;
    [row(0, top), row(top, body), row(top + body, bottom)]
}

/// Columns from which on a sentence fits that says what exposure is not; below, no exposure figure is shown.
const FRAMED: u16 = 32;

/// The frame sentence, shortened to what `cells` hold; empty where not even the shortest fits.
fn frame_sentence(cells: usize) -> &'static str {
    const SHORTER: [&str; 4] = [
        FRAME,
        "Exposure is task overlap: not jobs lost, not a forecast.",
        "task overlap, not a forecast",
        "task overlap",
    ];
    SHORTER.into_iter().find(|text| fit::width(text) <= cells).unwrap_or_default()
}

/// Prints a line at a row of an area, if the row is there.
fn print(frame: &mut Frame<'_>, area: Rect, row: u16, line: Line<'_>) {
    if row < area.height && area.width > 0 {
        frame.render_widget(line, Rect { y: area.y + row, height: 1, ..area });
    }
}
