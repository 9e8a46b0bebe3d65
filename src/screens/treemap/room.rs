//! How a screen's room is shared out between the tiles and what stands around them.

use crate::app::view::Around;
use crate::compare::scatter::Grid;

/// The smallest picture that says something, with room for the frame sentence below it.
const LEAST: Grid = Grid { columns: 30, rows: 4 };
/// Where there is no picture the cursor walks all the same, on this one.
const UNSEEN: Grid = Grid { columns: 60, rows: 16 };

/// The parts of the treemap on a screen; parts without room have no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The cells of the tiles.
    pub grid: Grid,
    /// Whether they are drawn.
    pub is_drawn: bool,
    /// Rows for the role under the cursor.
    pub role: u16,
    /// Rows for what the shades mean.
    pub legend: u16,
    /// Rows for what is not drawn and why.
    pub left_out: u16,
}

impl Room {
    /// The parts on the terminal as it is.
    pub fn around(around: Around<'_>) -> Self {
        Self::of(around.columns, around.body)
    }

    /// The parts of a body of that many columns and rows, the frame's own rows not counted.
    pub fn of(columns: u16, rows: u16) -> Self {
        let from = |least: u16| u16::from(rows >= least);
        let (role, legend, left_out) = (1 + from(16), from(9), from(14));
        // The heading, and the frame sentence or how workers are counted.
        let around = 2 + role + legend + left_out;
        let grid = Grid { columns: columns.saturating_sub(2), rows: rows.saturating_sub(around) };
        let is_drawn = grid.columns >= LEAST.columns && grid.rows >= LEAST.rows;
        let grid = if is_drawn { grid } else { UNSEEN };
        Self { grid, is_drawn, role, legend, left_out }
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
                if room.is_drawn {
                    assert_eq!(room.grid.rows + 2 + room.role + room.legend + room.left_out, rows);
                    assert_eq!(room.grid.columns + 2, columns);
                }
            }
        }
    }

    #[test]
    fn a_small_screen_still_has_tiles() {
        let drawn = |columns, rows| Room::of(columns, rows).is_drawn;
        assert_eq!([drawn(200, 58), drawn(80, 22), drawn(40, 10), drawn(40, 9)], [true; 4]);
        assert_eq!([drawn(31, 10), drawn(80, 6), drawn(0, 0)], [false; 3]);
    }
}
