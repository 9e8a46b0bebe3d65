//! How a screen's room is shared out between the plot and what stands around it.

use crate::app::view::Around;
use crate::compare::scatter::Grid;

/// Columns left of the plot: the figures of the axis up, and its line.
pub const MARGIN: u16 = 7;
/// The smallest plot that says something.
const LEAST: Grid = Grid { columns: 16, rows: 4 };
/// Rows from which a pane has room for a role's figures and the roles of its cell.
const PANE: u16 = 22;
/// Where there is no plot the cursor walks all the same, on this one.
const UNSEEN: Grid = Grid { columns: 60, rows: 16 };

/// The parts of the map on a screen; parts without room have no rows or columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The cells that the cursor walks on.
    pub grid: Grid,
    /// Whether they are drawn.
    pub is_plotted: bool,
    /// Columns of the pane at the side with the role under the cursor.
    pub pane: u16,
    /// Rows for that role below the plot, where it has no pane.
    pub role: u16,
    /// Rows for the name of the axis across.
    pub caption: u16,
    /// Rows for what the glyphs mean.
    pub legend: u16,
    /// Rows for what is left out and why.
    pub left_out: u16,
}

impl Room {
    /// The parts on the terminal as it is.
    pub fn around(around: Around<'_>) -> Self {
        Self::of(around.columns, around.body)
    }

    /// The parts of a body of that many columns and rows, the frame's own rows not counted.
    pub fn of(columns: u16, rows: u16) -> Self {
        let pane = if columns >= 100 && rows >= PANE { (columns * 3 / 10).clamp(40, 58) } else { 0 };
        let from = |least: u16| u16::from(rows >= least);
        let role = if pane > 0 { 0 } else { 1 + from(18) };
        let (caption, left_out, legend) = (from(12), from(14), from(15));
        // The heading, the axis with its figures, the frame sentence.
        let around = 4 + role + caption + legend + left_out;
        let grid = Grid { columns: columns.saturating_sub(pane + MARGIN + 1), rows: rows.saturating_sub(around) };
        let is_plotted = grid.columns >= LEAST.columns && grid.rows >= LEAST.rows;
        let grid = if is_plotted { grid } else { UNSEEN };
        Self { grid, is_plotted, pane, role, caption, legend, left_out }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_room() {
        for columns in 0..260 {
            for rows in 0..90 {
                let room = Room::of(columns, rows);
                assert!(room.grid.columns >= LEAST.columns && room.grid.rows >= LEAST.rows);
                if room.is_plotted {
                    let around = 4 + room.role + room.caption + room.legend + room.left_out;
                    assert_eq!(room.grid.rows + around, rows);
                    assert_eq!(room.grid.columns + MARGIN + 1 + room.pane, columns);
                }
            }
        }
    }

    #[test]
    fn a_small_screen_still_has_a_plot() {
        let plotted = |columns, rows| {
            let room = Room::of(columns, rows);
            (room.is_plotted, room.pane > 0)
        };
        assert_eq!([plotted(200, 58), plotted(120, 20), plotted(40, 10)], [(true, true), (true, false), (true, false)]);
        assert_eq!([plotted(20, 10), plotted(80, 4), plotted(0, 0)], [(false, false); 3]);
    }
}
