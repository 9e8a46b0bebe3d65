//! Pictures of the state: drawing reads and never changes it, and builds only the rows that can be seen.

pub mod bars;
pub mod fit;
mod footer;
mod help;
pub mod look;
mod pins;
pub mod role_line;
pub mod size;
#[cfg(test)]
mod tests;
mod title;
mod where_from;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{App, Screen, around};
use crate::catalog::FRAME;
use crate::keys::below_help;
use crate::screens;
pub use look::Look;

/// Draws the screen in front.
pub fn draw(frame: &mut Frame<'_>, app: &App, look: &Look) {
    let area = frame.area();
    let [top, body, bottom] = rows(area);
    title::draw(frame, top, app, *look);
    let body = pins::bar(frame, body, app, *look);
    if !body.is_empty() {
        screen(frame, body, app, *look);
    }
    footer::draw(frame, bottom, app, *look);
    if let Some(view) = &app.where_from {
        where_from::draw(frame, body, view, *look);
    }
    pins::exchange(frame, body, app, *look);
    if let Some(scroll) = app.help {
        help::draw(frame, body, below_help(app), scroll, *look);
    }
    if look.ascii() {
        in_ascii(frame);
    }
}

macro_rules! drawn {
    ($bottom:ident: $search:ident::$_view:ident, $($name:ident: $module:ident::$view:ident,)+) => {
        /// Draws the screen in front between the title line and the footer.
        fn screen(frame: &mut Frame<'_>, body: Rect, app: &App, look: Look) {
            match app.trail.last() {
                None => screens::$search::draw::draw(frame, body, &app.search, app, look),
                $(Some(Screen::$name(view)) => screens::$module::draw::draw(frame, body, view, app, look),)+
            }
        }
    };
}
screens::for_each_screen!(drawn);

/// Replaces what names and figures bring along that is not ASCII, cell by cell.
fn in_ascii(frame: &mut Frame<'_>) {
    for position in frame.area().positions() {
        if let Some(cell) = frame.buffer_mut().cell_mut(position).filter(|cell| !cell.symbol().is_ascii()) {
            cell.set_symbol(match cell.symbol() {
                "γ" => "g",
                "β" => "b",
                "α" => "a",
                "…" | "≈" => "~",
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
pub const FRAMED_COLUMNS: u16 = 32;

/// The frame sentence, shortened to what `cells` hold; empty where not even the shortest fits.
pub fn frame_sentence(cells: usize) -> &'static str {
    const SHORTER: [&str; 4] = [
        FRAME,
        "Exposure is task overlap: not jobs lost, not a forecast.",
        "task overlap, not a forecast",
        "task overlap",
    ];
    SHORTER.into_iter().find(|text| fit::width(text) <= cells).unwrap_or_default()
}

/// Prints a line at a row of an area, if the row is there.
pub fn print(frame: &mut Frame<'_>, area: Rect, row: u16, line: Line<'_>) {
    if row < area.height && area.width > 0 {
        frame.render_widget(line, Rect { y: area.y + row, height: 1, ..area });
    }
}

/// Prints lines one below the other from a row of an area on, as far as it has rows.
pub fn print_all<'l>(frame: &mut Frame<'_>, area: Rect, from: u16, lines: impl IntoIterator<Item = Line<'l>>) {
    for (row, line) in (from..area.height).zip(lines) {
        print(frame, area, row, line);
    }
}

/// Prints what is in view of a list of `len` items, each of them `rows` rows high, with the one under the cursor in the
/// middle while there is more on both sides.
pub fn print_list<'l, I: IntoIterator<Item = Line<'l>>>(
    frame: &mut Frame<'_>,
    area: Rect,
    (cursor, len, rows): (usize, usize, usize),
    item: impl Fn(usize) -> I,
) {
    let first = size::first_row(cursor * rows, len * rows, area.height.into());
    print_all(frame, area, 0, (first / rows..len).flat_map(item).skip(first % rows));
}

/// Prints the frame sentence at a row of an area.
pub fn print_frame(frame: &mut Frame<'_>, area: Rect, row: u16, look: Look) {
    let sentence = frame_sentence(usize::from(area.width).saturating_sub(3));
    print(frame, area, row, Line::styled(format!("  {sentence}"), look.frame()));
}

/// Says why a list is empty and what to do.
pub fn print_nothing(frame: &mut Frame<'_>, area: Rect, said: impl IntoIterator<Item = (String, Style)>, look: Look) {
    let cells = usize::from(area.width).saturating_sub(4);
    let lines = said.into_iter().flat_map(|(text, style)| {
        let lines = look.wrap(&text, cells, 4).into_iter();
        lines.map(move |line| Line::styled(format!("  {line}"), style))
    });
    print_all(frame, area, u16::from(area.height > 4), lines);
}

/// Draws the line between two panes, in an area of one column.
pub fn wall(frame: &mut Frame<'_>, area: Rect, look: Look) {
    print(frame, area, 0, Line::styled(look.joint(), look.border()));
    print_all(frame, area, 1, std::iter::repeat_n(Line::styled(look.wall(), look.border()), area.height.into()));
}
