//! How a screen's room is shared out between list, map and detail.

use crate::app::view::Around;
use crate::compare::places::tiles;

/// The fewest columns of a list beside a map.
const LIST: u16 = 48;
/// From so many rows on list and map stand side by side.
const BOTH: u16 = 20;
/// The fewest and the most columns of a tile, the gap between two among them.
const TILE: (u16, u16) = (3, 9);
/// Rows above the list: what is listed, and the heads of the columns.
const HEAD: u16 = 2;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Columns of the pane at the side, of map and detail; none where there is room for one.
    pub side: u16,
    /// Columns and rows of a tile; none where the map has no room.
    pub tile: Option<(u16, u16)>,
    /// Rows of the detail below list or map, where there is no pane at the side.
    pub detail: u16,
    /// Rows for the rules below the list.
    pub rules: u16,
    /// Rows of the list in view.
    pub page: u16,
}

impl Room {
    /// The parts on the terminal as it is.
    pub fn around(around: Around<'_>, has_map: bool) -> Self {
        Self::of(around.columns, around.body, has_map)
    }

    /// The parts of a body of that many columns and rows, the frame's own rows not counted.
    pub fn of(columns: u16, rows: u16, has_map: bool) -> Self {
        let (least, most) = TILE;
        let wide = (columns.saturating_sub(LIST + 3) / tiles::COLUMNS).min(most);
        let is_both = rows >= BOTH && wide > least + 1;
        let side = if is_both && has_map {
            wide * tiles::COLUMNS + 2
        } else if is_both {
            (columns * 2 / 5).max(56)
        } else {
            0
        };
        let detail = match rows {
            _ if side > 0 => 0,
            ..8 => 0,
            8..12 => 1,
            12..18 => 3,
            _ => 4,
        };
        // Heading, legend and a table of thirteen rows stand around a map at the side; less below one alone.
        let tile = if side > 0 {
            let height = rows.saturating_sub(3 + 15) / tiles::ROWS;
            Some((wide, height.clamp(2, 4)))
        } else {
            let height = rows.saturating_sub(1 + detail.min(1)) / tiles::ROWS;
            let width = (columns / tiles::COLUMNS).min(most);
            (height > 0 && width >= least).then_some((width, height.min(if rows < 30 { 2 } else { 3 })))
        };
        let rules = match rows {
            ..16 => 0,
            16..30 => 1,
            _ => 4,
        };
        let page = rows.saturating_sub(HEAD + detail + rules);
        Self { side, tile: tile.filter(|_| has_map), detail, rules, page }
    }

    /// Whether list and map stand side by side.
    pub const fn is_both(self) -> bool {
        self.side > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_fits_whatever_the_terminal() {
        for columns in 0..260 {
            for rows in 0..90 {
                let room = Room::of(columns, rows, true);
                assert!(room.side <= columns && room.page <= rows, "{columns}x{rows} {room:?}");
                let Some((width, height)) = room.tile else { continue };
                let pane = if room.is_both() { room.side } else { columns };
                assert!(width * tiles::COLUMNS <= pane, "{columns}x{rows} {room:?}");
                assert!(height * tiles::ROWS < rows, "{columns}x{rows} {room:?}");
                if room.is_both() {
                    assert!(columns - room.side >= LIST, "{columns}x{rows} {room:?}");
                }
            }
        }
    }

    #[test]
    fn both_stand_side_by_side_where_there_is_room() {
        let of = |columns, rows| {
            let room = Room::of(columns, rows, true);
            (room.is_both(), room.tile)
        };
        assert_eq!(of(200, 58), (true, Some((9, 4))));
        assert_eq!(of(120, 38), (true, Some((5, 2))));
        assert_eq!(of(80, 22), (false, Some((6, 2))));
        assert_eq!(of(40, 10), (false, Some((3, 1))));
        assert_eq!(of(30, 10), (false, None));
        assert_eq!(Room::of(120, 38, false).tile, None);
    }
}
