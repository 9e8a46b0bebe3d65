//! The roles in their cells: density, the lit group, pinned roles and their names, the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Map, write};
use crate::catalog::RoleId;
use crate::compare::scatter::Cell;
use crate::ui::fit;
use crate::ui::look::Look;

/// From so many roles on a cell has the next glyph.
pub(super) const STEPS: [usize; 4] = [1, 2, 5, 10];
/// The longest name on the plot, in cells.
const NAME: usize = 26;
/// A name shorter than this says too little.
const SHORTEST: usize = 6;

/// The glyphs of [`STEPS`].
pub(super) fn glyphs(look: Look) -> [&'static str; 4] {
    if look.ascii() { ["o", "O", "#", "@"] } else { ["•", "●", "■", "█"] }
}

/// The glyph of cells without a role of the lit group.
pub(super) fn unlit(look: Look) -> &'static str {
    look.glyphs.empty
}

/// The glyph of a cell with that many roles.
fn density(look: Look, roles: usize) -> &'static str {
    let step = STEPS.iter().rposition(|from| roles >= *from).unwrap_or(0);
    glyphs(look).get(step).copied().unwrap_or_default()
}

pub(super) fn draw(frame: &mut Frame<'_>, plot: Rect, map: &Map<'_>) {
    for (cell, roles) in map.cells.occupied() {
        let (glyph, style) = mark(map, roles);
        write(frame, plot, (cell.column, cell.row), glyph, style);
    }
    pins(frame, plot, map);
    if let Some(cell) = map.cell() {
        let at = (plot.x + cell.column, plot.y + cell.row);
        if let Some(under) = frame.buffer_mut().cell_mut(at) {
            let style = under.style().add_modifier(Modifier::REVERSED | Modifier::BOLD);
            under.set_style(style);
        }
    }
}

/// The glyph of a cell, in the colour of its band of exposure; where a group is lit, of its roles alone.
fn mark(map: &Map<'_>, roles: &[(Cell, RoleId)]) -> (&'static str, Style) {
    let look = map.look;
    let band = |role: RoleId| {
        let value = map.view.scatter.across.metric.value(map.catalog, map.catalog.role(role)?)?;
        Some(look.band(crate::catalog::Percentile(value).band()))
    };
    let style = |role: Option<RoleId>| role.and_then(band).unwrap_or_default();
    if map.view.lit.is_none() {
        return (density(look, roles.len()), style(roles.first().map(|(_, role)| *role)));
    }
    let mut lit = roles.iter().map(|(_, role)| *role).filter(|role| map.view.is_lit(map.catalog, *role));
    match lit.next() {
        Some(first) => (density(look, 1 + lit.count()), style(Some(first)).add_modifier(Modifier::BOLD)),
        None => (unlit(look), look.quiet()),
    }
}

/// Each pinned role by its number, with its name where the fewest roles are hidden by it.
fn pins(frame: &mut Frame<'_>, plot: Rect, map: &Map<'_>) {
    let look = map.look;
    let mut pinned: Vec<(Cell, String, String)> = Vec::new();
    for (number, role) in (1..).zip(map.app.pins.roles()) {
        let (Some(cell), Some(title)) = (map.cells.of(*role), map.catalog.role(*role).map(|role| role.title)) else {
            continue;
        };
        match pinned.iter_mut().find(|(at, ..)| *at == cell) {
            // Several in one cell share the place for a name.
            Some((_, _, name)) => *name = format!("{name} +{number}"),
            None => pinned.push((cell, number.to_string(), title.to_owned())),
        }
    }
    let mut taken: Vec<Cell> = pinned.iter().map(|(cell, ..)| *cell).chain(map.cell()).collect();
    for (cell, number, name) in &pinned {
        // A blank on both sides keeps the name apart from the roles around it.
        let name = format!(" {} ", shortened(name, look));
        if let Some((from, width)) = place(map, *cell, fit::width(&name), &taken) {
            let name = if width < fit::width(&name) { look.cut(&name, width) } else { name };
            write(frame, plot, (from.column, from.row), &name, look.heading());
            taken.extend((from.column..).take(width).map(|column| Cell { column, ..from }));
        }
        write(frame, plot, (cell.column, cell.row), number, look.key());
    }
}

/// A name in few cells; `+2`, the pins that share it, stays at its end.
fn shortened(name: &str, look: Look) -> String {
    let (title, others) =
        name.split_once(" +").map_or((name, String::new()), |(title, more)| (title, format!(" +{more}")));
    let room = NAME.saturating_sub(fit::width(&others));
    format!("{}{others}", look.cut(title, room))
}

/// Where a name of that width goes: beside its cell, or a row above or below it, on the right or on the left; there
/// where it hides the fewest roles and none of the cells that are taken. With the room that it has there.
fn place(map: &Map<'_>, cell: Cell, width: usize, taken: &[Cell]) -> Option<(Cell, usize)> {
    let grid = map.room.grid;
    let wanted = u16::try_from(width).unwrap_or(grid.columns).min(grid.columns);
    let rows = [Some(cell.row), cell.row.checked_sub(1), Some(cell.row + 1).filter(|row| *row < grid.rows)];
    let mut best: Option<(usize, Cell, usize)> = None;
    for row in rows.into_iter().flatten() {
        let right = (cell.column + 1, wanted.min(grid.columns.saturating_sub(cell.column + 1)));
        let room = wanted.min(cell.column);
        let left = (cell.column - room, room);
        for (column, cells) in [right, left] {
            let span = column..column + cells;
            if usize::from(cells) < SHORTEST.min(width)
                || taken.iter().any(|at| at.row == row && span.contains(&at.column))
            {
                continue;
            }
            let hidden: usize = span.map(|column| usize::from(map.cells.at(Cell { row, column }).len() > 0)).sum();
            // A name that is cut, or not beside its cell, counts as some hidden roles.
            let cost = hidden + usize::from(cells < wanted) * 4 + usize::from(row != cell.row) * 2;
            if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, Cell { row, column }, usize::from(cells)));
            }
        }
    }
    best.map(|(_, from, cells)| (from, cells))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::look::ASCII;

    #[test]
    fn more_roles_have_a_heavier_glyph() {
        let plain = Look { colour: false, glyphs: ASCII };
        for look in [Look::default(), plain] {
            let shown: Vec<&str> = (1..30).map(|roles| density(look, roles)).collect();
            let places: Vec<_> =
                shown.iter().map(|glyph| glyphs(look).iter().position(|known| known == glyph)).collect();
            assert!(places.is_sorted() && places[0] == Some(0) && places[28] == Some(3), "{shown:?}");
            assert!(!glyphs(look).contains(&unlit(look)));
        }
        assert!(glyphs(plain).iter().all(|glyph| glyph.is_ascii()));
    }

    #[test]
    fn a_name_that_is_cut_keeps_the_pins_that_share_it() {
        let look = Look::default();
        assert_eq!(shortened("Nurses", look), "Nurses");
        assert_eq!(shortened("Computer Systems Engineers and Architects +2 +3", look), "Computer Systems En… +2 +3");
        assert!(fit::width(&shortened(&"x".repeat(80), look)) <= NAME);
    }
}
