//! Which lines of a section are in view.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::screens::role::rows::Row;

/// The lines round the cursor that fill the height, or the first ones without a cursor: only what is seen is built.
pub fn around(page: &Page<'_>, rows: &[Row<'_>], cursor: Option<usize>, height: usize) -> Vec<Line<'static>> {
    let at = cursor.unwrap_or(0);
    let mut lines = build(page, rows, at, cursor.is_some());
    if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        lines.push(Line::styled(format!("  {}", page.look.glyphs.more), page.look.quiet()));
        return lines;
    }
    // What no cursor reaches is seen with the last row that one reaches.
    let rest = rows
        .get(at + 1..)
        .filter(|rest| !rest.iter().any(Row::is_stop))
        .map_or(0, |rest| (at + 1..at + 1 + rest.len()).map(|place| build(page, rows, place, false).len()).sum());
    // Up to half of the height above the cursor, then all that follows, then more above where the end leaves room.
    let mut before: Vec<Vec<Line<'static>>> = Vec::new();
    let (mut first, mut above) = (at, 0);
    let mut go_up = |until: usize, above: &mut usize| {
        while first > 0 && *above < until {
            first -= 1;
            let row = build(page, rows, first, false);
            *above += row.len();
            before.push(row);
        }
    };
    go_up((height - lines.len()).saturating_sub(rest).min(height / 2), &mut above);
    let mut below = Vec::new();
    for place in at + 1..rows.len() {
        if above + lines.len() + below.len() >= height {
            break;
        }
        below.extend(build(page, rows, place, false));
    }
    go_up(height.saturating_sub(lines.len() + below.len()), &mut above);
    let mut all: Vec<Line<'static>> = before.into_iter().rev().flatten().collect();
    let too_many = (all.len() + lines.len()).saturating_sub(height);
    all.drain(..too_many.min(all.len()));
    all.append(&mut lines);
    all.append(&mut below);
    all.truncate(height);
    all
}

/// The lines of a row behind the column of the cursor; under it, a row of a list is one plain bar.
fn build(page: &Page<'_>, rows: &[Row<'_>], place: usize, selected: bool) -> Vec<Line<'static>> {
    let Some(row) = rows.get(place) else { return Vec::new() };
    let look = page.look;
    let glyph = if selected { look.glyphs.cursor } else { " " };
    let is_item = row.target(crate::catalog::RoleId(0)).is_some();
    let mut lines = page.lines(row, selected);
    for (nth, line) in lines.iter_mut().enumerate() {
        if selected && is_item && nth == 0 {
            *line = Line::styled(look.padded(&line.to_string(), page.width), look.selected());
        }
        // The style of the line is the style of its text, not of the cursor's column.
        let own = std::mem::replace(&mut line.style, Style::new());
        for span in &mut line.spans {
            span.style = own.patch(span.style);
        }
        line.spans.insert(0, Span::styled(format!("{glyph} "), look.key()));
    }
    lines
}
