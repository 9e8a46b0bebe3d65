//! A treemap cut into the cells of a terminal. The cursor's walk and the picture use the same cells.

use super::{Rect, Treemap};
use crate::catalog::RoleId;
use crate::compare::scatter::{Cell, Direction, Grid};

/// How many columns are as long as a row is high, on the usual terminal.
const ROW: f64 = 2.0;
/// The smallest group that has a frame: its upper and its left edge.
const FRAMED: (u16, u16) = (6, 3);

/// Whole cells, from the first column and row up to but without the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub left: u16,
    pub top: u16,
    pub right: u16,
    pub bottom: u16,
}

impl Area {
    pub const fn columns(self) -> u16 {
        self.right.saturating_sub(self.left)
    }

    pub const fn rows(self) -> u16 {
        self.bottom.saturating_sub(self.top)
    }

    pub const fn is_empty(self) -> bool {
        self.columns() == 0 || self.rows() == 0
    }

    /// The cells nearest to a rectangle, of which a column is 1 wide. Neighbours share an edge, so that no cell is left
    /// over and none belongs to two.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cells of a terminal")]
    fn of(rect: Rect) -> Self {
        let cell = |edge: f64| edge.round().clamp(0.0, f64::from(u16::MAX)) as u16;
        Self {
            left: cell(rect.left),
            top: cell(rect.top / ROW),
            right: cell(rect.right),
            bottom: cell(rect.bottom / ROW),
        }
    }

    fn rect(self) -> Rect {
        let [left, top, right, bottom] = [self.left, self.top, self.right, self.bottom].map(f64::from);
        Rect { left, top: top * ROW, right, bottom: bottom * ROW }
    }

    const fn is_framed(self) -> bool {
        self.columns() >= FRAMED.0 && self.rows() >= FRAMED.1
    }

    /// What its frame leaves.
    const fn inside(self) -> Self {
        if self.is_framed() { Self { left: self.left + 1, top: self.top + 1, ..self } } else { self }
    }
}

/// The cells of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupArea {
    pub digits: u32,
    pub area: Area,
    /// Whether its first row and its first column are edges and no tiles.
    pub is_framed: bool,
}

/// The cells of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileArea {
    pub role: RoleId,
    /// Empty where the role is smaller than a cell.
    pub area: Area,
    /// Where the role is, be it smaller than a cell.
    pub seat: Cell,
    /// Whether its right edge is that of its group.
    pub is_rightmost: bool,
    /// Whether its lower edge is that of its group.
    pub is_lowest: bool,
}

/// Groups and roles in cells, in the order of the treemap.
#[derive(Clone, Debug)]
pub struct Plan {
    pub groups: Vec<GroupArea>,
    pub tiles: Vec<TileArea>,
}

impl Plan {
    /// All groups, each with its frame; or one group that fills the whole.
    pub fn of(map: &Treemap, only: Option<u32>, grid: Grid) -> Self {
        let whole = Area { left: 0, top: 0, right: grid.columns, bottom: grid.rows };
        let is_framed = |area: Area| only.is_none() && area.is_framed();
        let inside = |area: Area| if is_framed(area) { area.inside() } else { area };
        let (mut groups, mut tiles) = (Vec::new(), Vec::new());
        for (group, rect, rects) in map.laid(only, whole.rect(), |rect| inside(Area::of(rect)).rect()) {
            let whole = Area::of(rect);
            groups.push(GroupArea { digits: group.digits, area: whole, is_framed: is_framed(whole) });
            tiles.extend(group.tiles.iter().zip(rects).map(|(tile, rect)| {
                let area = Area::of(rect);
                let seat = Cell {
                    row: area.top.min(grid.rows.saturating_sub(1)),
                    column: area.left.min(grid.columns.saturating_sub(1)),
                };
                let (is_rightmost, is_lowest) = (area.right == whole.right, area.bottom == whole.bottom);
                TileArea { role: tile.role, area, seat, is_rightmost, is_lowest }
            }));
        }
        Self { groups, tiles }
    }

    /// A role's cells; none where it has no tile here.
    pub fn tile(&self, role: RoleId) -> Option<&TileArea> {
        self.tiles.iter().find(|tile| tile.role == role)
    }

    /// How many roles are smaller than a cell.
    pub fn hidden(&self) -> usize {
        self.tiles.iter().filter(|tile| tile.area.is_empty()).count()
    }

    /// The role that the cursor reaches from another: the nearest tile that lies ahead of the middle of the edge that it
    /// leaves by. What lies aside counts double. Distances are lengths on the screen, where a row is as high as two columns
    /// are wide.
    pub fn walk(&self, from: RoleId, direction: Direction) -> Option<RoleId> {
        let tile = self.tile(from)?;
        let seat =
            Area { left: tile.seat.column, top: tile.seat.row, right: tile.seat.column + 1, bottom: tile.seat.row + 1 };
        let here = Sides::of(if tile.area.is_empty() { seat } else { tile.area }, direction);
        let drawn = self.tiles.iter().filter(|tile| !tile.area.is_empty() && tile.role != from);
        let reach = |tile: &TileArea| {
            let there = Sides::of(tile.area, direction);
            let ahead = there.near - here.far;
            let middle = i32::midpoint(here.low, here.high);
            let aside = (there.low - middle).max(middle - there.high).max(0);
            (ahead >= 0).then_some((ahead + 2 * aside, aside))
        };
        // Among equals the first, which is the largest of its group.
        drawn.filter_map(|tile| Some((reach(tile)?, tile.role))).min_by_key(|(reach, _)| *reach).map(|(_, role)| role)
    }
}

/// The edges of cells as the cursor's way sees them, in quarters of a column so that every middle is a whole number.
struct Sides {
    /// The edge towards where the way comes from, growing ahead.
    near: i32,
    /// The edge ahead.
    far: i32,
    low: i32,
    high: i32,
}

impl Sides {
    fn of(area: Area, direction: Direction) -> Self {
        let [left, right] = [area.left, area.right].map(|edge| i32::from(edge) * 4);
        let [top, bottom] = [area.top, area.bottom].map(|edge| i32::from(edge) * 8);
        match direction {
            Direction::Up => Self { near: -bottom, far: -top, low: left, high: right },
            Direction::Down => Self { near: top, far: bottom, low: left, high: right },
            Direction::Left => Self { near: -right, far: -left, low: top, high: bottom },
            Direction::Right => Self { near: left, far: right, low: top, high: bottom },
        }
    }
}
