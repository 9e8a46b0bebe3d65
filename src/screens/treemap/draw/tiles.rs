//! The frames of groups and the tiles of roles in them: shade, name, pins, the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Treemap, shade};
use crate::catalog::RoleId;
use crate::catalog::words::short_group;
use crate::compare::treemap::{Area, GroupArea, TileArea};
use crate::screens::map::draw::write;
use crate::search::language::groups;
use crate::ui::fit;
use crate::ui::look::Look;

/// A name in fewer cells says too little, unless its first word fits.
const SHORTEST: usize = 6;
/// The shortest word that is a name, and the least of the title of a group.
const LEAST: usize = 4;

pub(super) fn draw(frame: &mut Frame<'_>, plot: Rect, map: &Treemap<'_>) {
    for group in map.plan.groups.iter().filter(|group| group.is_framed) {
        edges(frame, plot, map, *group);
    }
    for tile in map.plan.tiles.iter().filter(|tile| !tile.area.is_empty()) {
        fill(frame, plot, map, tile);
    }
    for (number, role) in (1..).zip(map.app.pins.roles()) {
        if let Some(tile) = map.plan.tile(*role) {
            let (column, row) = (tile.seat.column, tile.seat.row);
            write(frame, plot, (column, row), &number.to_string(), map.look.key());
        }
    }
    if let Some(tile) = map.view.role.and_then(|role| map.plan.tile(role)) {
        cursor(frame, plot, tile);
    }
}

/// The upper edge of a group with its name, and its left edge.
fn edges(frame: &mut Frame<'_>, plot: Rect, map: &Treemap<'_>, group: GroupArea) {
    let look = map.look;
    let GroupArea { digits, area, .. } = group;
    let is_here = map.role().is_some_and(|(_, role)| role.code.major_group() == digits);
    let cells = usize::from(area.columns()).saturating_sub(1);
    let title = groups(map.catalog).find(|(known, _)| *known == digits).map_or("", |(_, title)| short_group(title));
    let number = format!("{digits:02}");
    let title = look.cut(title, cells.saturating_sub(fit::width(&number) + 2));
    let name = if fit::width(&title) < LEAST { number } else { format!("{number} {title}") };
    let rest = cells.saturating_sub(fit::width(&name) + 1);
    let style = if is_here { look.title() } else { look.heading() };
    let corner = if look.ascii() { "+" } else { "┌" };
    write(frame, plot, (area.left, area.top), corner, look.border());
    write(frame, plot, (area.left + 1, area.top), &name, style);
    let after = area.right - u16::try_from(rest).unwrap_or(0);
    write(frame, plot, (after, area.top), &look.rule().repeat(rest), look.border());
    for row in area.top + 1..area.bottom {
        write(frame, plot, (area.left, row), look.wall(), look.border());
    }
}

/// The cells of a tile that are filled: its last column is left out, and its last row where it is high, so that tiles stand
/// apart; at the edge of its group the next one's frame does that.
fn filled(tile: &TileArea, is_named: bool) -> Area {
    let area = tile.area;
    let least = if is_named { 4 } else { 3 };
    let right = if area.columns() >= 2 && !tile.is_rightmost { area.right - 1 } else { area.right };
    let bottom = if area.rows() >= least && !tile.is_lowest { area.bottom - 1 } else { area.bottom };
    Area { right, bottom, ..area }
}

fn fill(frame: &mut Frame<'_>, plot: Rect, map: &Treemap<'_>, tile: &TileArea) {
    let (look, view) = (map.look, map.view);
    let Some(role) = map.catalog.role(tile.role) else { return };
    let is_lit = view.is_lit(tile.role);
    let level = view.shades.level(map.catalog, role);
    let (glyph, style) = match level {
        _ if !is_lit => (shade::dimmed(look), look.quiet()),
        Some(level) => (shade::glyph(look, level), shade::style(look, view.shades.metric, level)),
        None => (shade::missing(look), look.quiet()),
    };
    let pin = map.app.pins.roles().iter().position(|pinned| *pinned == tile.role);
    // In several rows the number of its pin stands before the name; it is written over the first cell.
    let called = match pin {
        Some(place) if filled(tile, true).rows() > 1 => format!("{} {}", place + 1, role.title),
        _ => role.title.to_owned(),
    };
    let lines = names(map, tile, &called);
    let area = filled(tile, !lines.is_empty());
    let shaded = glyph.repeat(usize::from(area.columns()));
    for row in area.top..area.bottom {
        write(frame, plot, (area.left, row), &shaded, style);
    }
    let name = if is_lit { look.heading() } else { look.quiet() };
    // In a single row the name comes after its shade.
    let left = area.left + u16::from(area.rows() == 1);
    let room = usize::from(area.right.saturating_sub(left));
    for (row, (text, is_title)) in (area.top..area.bottom).zip(lines) {
        let after = if fit::width(&text) < room { " " } else { "" };
        let style = if is_title || !is_lit { name } else { look.plain() };
        write(frame, plot, (left, row), &format!("{text}{after}"), style);
    }
}

/// The title of a tile in the lines that it has room for, and in a large tile its workers and its figure; each line with
/// whether it is of the title. At least a row stays filled, where there are two.
fn names(map: &Treemap<'_>, tile: &TileArea, called: &str) -> Vec<(String, bool)> {
    let area = filled(tile, true);
    let rows = usize::from(area.rows());
    let is_flat = rows == 1;
    let cells = usize::from(area.columns()).saturating_sub(usize::from(is_flat));
    let first = called.split(' ').next().map_or(0, fit::width);
    if cells < SHORTEST.min(first) || cells < LEAST {
        return Vec::new();
    }
    let most = if is_flat { 1 } else { rows / 2 };
    let mut lines: Vec<(String, bool)> = wrapped(map.look, called, cells, most).map(|line| (line, true)).collect();
    if rows >= lines.len() + 3
        && let Some(figures) = figures(map, tile.role, cells)
    {
        lines.push((figures, false));
    }
    lines
}

/// A title in at most `most` lines, broken between words; what does not fit is cut, and so is a word that is too long.
fn wrapped(look: Look, title: &str, cells: usize, most: usize) -> impl Iterator<Item = String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = title;
    while !rest.is_empty() && lines.len() < most {
        let is_last = lines.len() + 1 == most;
        let end = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]);
        let end = end.take_while(|end| rest.get(..*end).is_some_and(|line| fit::width(line) <= cells)).last();
        if let Some(end) = end.filter(|end| !is_last || *end == rest.len()) {
            let (line, after) = rest.split_at(end);
            lines.push(line.to_owned());
            rest = after.trim_start();
        } else {
            lines.push(look.cut(rest, cells));
            break;
        }
    }
    lines.into_iter()
}

/// `3.3M · 41` in that many cells; none where that is too long.
fn figures(map: &Treemap<'_>, role: RoleId, cells: usize) -> Option<String> {
    let workers = map.view.workforce.sum([role]).short()?;
    let figure = map.catalog.role(role).and_then(|role| map.view.shades.metric.short(map.catalog, role));
    let both = figure.map(|figure| format!("{workers} {} {figure}", map.look.glyphs.dot));
    [both, Some(workers)].into_iter().flatten().find(|text| fit::width(text) <= cells)
}

/// The tile under the cursor in reverse; of a role smaller than a cell, the cell where it is.
fn cursor(frame: &mut Frame<'_>, plot: Rect, tile: &TileArea) {
    let seat =
        Area { left: tile.seat.column, top: tile.seat.row, right: tile.seat.column + 1, bottom: tile.seat.row + 1 };
    let area = if tile.area.is_empty() { seat } else { filled(tile, true) };
    for row in area.top..area.bottom {
        for column in area.left..area.right {
            if let Some(cell) = frame.buffer_mut().cell_mut((plot.x + column, plot.y + row)) {
                cell.set_style(cell.style().add_modifier(Modifier::REVERSED | Modifier::BOLD));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_between_words_and_long_words_are_cut() {
        let lines = |cells, most| wrapped(Look::default(), "Construction Laborers", cells, most).collect::<Vec<_>>();
        assert_eq!(lines(12, 2), ["Construction", "Laborers"]);
        assert_eq!(lines(12, 1), ["Constructio…"]);
        assert_eq!(lines(9, 3), ["Construc…"]);
        assert_eq!(lines(40, 2), ["Construction Laborers"]);
    }
}
