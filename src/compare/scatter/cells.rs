//! The plane cut into the cells of a terminal. The cursor's walk and the picture use the same cells.

use super::Point;
use crate::catalog::RoleId;

/// How many columns are as long as a row is high, on the usual terminal.
const ROW: i32 = 2;

/// How many cells the plot has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// From left to right.
    pub columns: u16,
    /// From top to foot.
    pub rows: u16,
}

/// A cell of the plot; rows are counted from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// From the top.
    pub row: u16,
    /// From the left.
    pub column: u16,
}

/// Where the cursor is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To higher figures up.
    Up,
    /// To lower ones.
    Down,
    /// To less exposure.
    Left,
    /// To more.
    Right,
}

impl Direction {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Up, Self::Down, Self::Left, Self::Right];
}

impl Grid {
    /// The column of a place across.
    pub fn column(self, x: f64) -> u16 {
        nearest(x, self.columns)
    }

    /// The row of a place up.
    pub fn row(self, y: f64) -> u16 {
        nearest(1.0 - y, self.rows)
    }

    /// The cell of a place: the one function that puts roles into cells.
    pub fn cell(self, x: f64, y: f64) -> Cell {
        Cell { row: self.row(y), column: self.column(x) }
    }
}

/// Which of `cells` cells in a row a share from 0 to 1 falls on.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the cells that there are")]
fn nearest(share: f64, cells: u16) -> u16 {
    let last = f64::from(cells.saturating_sub(1));
    (share * last).round().clamp(0.0, last) as u16
}

/// The roles of a plot in their cells.
#[derive(Clone, Debug)]
pub struct Cells {
    /// By cell, then by code.
    placed: Vec<(Cell, RoleId)>,
}

impl Cells {
    /// Puts each point into its cell.
    pub fn new(points: &[Point], grid: Grid) -> Self {
        let mut placed: Vec<_> = points.iter().map(|point| (grid.cell(point.x, point.y), point.role)).collect();
        placed.sort_unstable();
        Self { placed }
    }

    /// The cells that hold roles, row by row, each with its roles by code.
    pub fn occupied(&self) -> impl Iterator<Item = (Cell, &[(Cell, RoleId)])> {
        self.placed.chunk_by(|one, other| one.0 == other.0).filter_map(|roles| Some((roles.first()?.0, roles)))
    }

    /// The roles of a cell, by code.
    #[must_use = "it does nothing but look"]
    pub fn at(&self, cell: Cell) -> impl ExactSizeIterator<Item = RoleId> + Clone + '_ {
        let from = self.placed.partition_point(|(at, _)| *at < cell);
        let to = self.placed.partition_point(|(at, _)| *at <= cell);
        self.placed.get(from..to).unwrap_or_default().iter().map(|(_, role)| *role)
    }

    /// The cell of a role; none where it is not plotted.
    pub fn of(&self, role: RoleId) -> Option<Cell> {
        self.placed.iter().find(|(_, placed)| *placed == role).map(|(cell, _)| *cell)
    }

    /// The occupied cell that the cursor reaches from `from`: the nearest in the quarter turn around the direction;
    /// where that quarter is empty, the nearest of all cells ahead; among equals the one straighter ahead. Distances
    /// are lengths on the screen, where a row is as high as two columns are wide. So the cursor never stands still
    /// while a role lies in the direction. Of the two diagonals that bound a quarter only the one clockwise belongs
    /// to it: each cell lies in one quarter, which keeps every cell within reach where many are equally far.
    pub fn walk(&self, from: Cell, direction: Direction) -> Option<Cell> {
        let reach = |to: Cell| {
            let (right, down) = apart(from, to);
            let (ahead, clockwise) = match direction {
                Direction::Up => (-down, right),
                Direction::Down => (down, -right),
                Direction::Left => (-right, -down),
                Direction::Right => (right, down),
            };
            let outside = clockwise <= -ahead || clockwise > ahead;
            (ahead > 0).then_some((outside, ahead.pow(2) + clockwise.pow(2), clockwise.abs(), to))
        };
        self.occupied().filter_map(|(cell, _)| reach(cell)).min().map(|(.., to)| to)
    }

    /// The occupied cell nearest to a place that may be empty; none where nothing is plotted.
    pub fn nearest(&self, to: Cell) -> Option<Cell> {
        let far = |cell: Cell| {
            let (right, down) = apart(to, cell);
            right.pow(2) + down.pow(2)
        };
        self.occupied().map(|(cell, _)| (far(cell), cell)).min().map(|(_, cell)| cell)
    }
}

/// How far `to` lies right of and below `from`, in columns' widths.
fn apart(from: Cell, to: Cell) -> (i32, i32) {
    (i32::from(to.column) - i32::from(from.column), (i32::from(to.row) - i32::from(from.row)) * ROW)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const GRID: Grid = Grid { columns: 41, rows: 21 };

    fn cell(column: u16, row: u16) -> Cell {
        Cell { row, column }
    }

    /// Roles in the given cells of [`GRID`], numbered from 0.
    fn cells(at: &[(u16, u16)]) -> Cells {
        let point = |(role, (column, row)): (u16, &(u16, u16))| Point {
            role: RoleId(role),
            x: f64::from(*column) / 40.0,
            y: 1.0 - f64::from(*row) / 20.0,
        };
        Cells::new(&(0..).zip(at).map(point).collect::<Vec<_>>(), GRID)
    }

    #[test]
    fn ends_of_the_scales_fall_on_ends_of_the_grid() {
        assert_eq!(
            [GRID.cell(0.0, 0.0), GRID.cell(1.0, 1.0), GRID.cell(0.5, 0.5)],
            [cell(0, 20), cell(40, 0), cell(20, 10)]
        );
        let one = Grid { columns: 1, rows: 0 };
        assert_eq!(one.cell(1.0, 0.3), cell(0, 0));
    }

    #[test]
    fn the_cursor_goes_to_the_nearest_ahead() {
        // A row counts as two columns: one row down and three to the right is nearer than four to the right.
        let plot = cells(&[(10, 10), (14, 10), (13, 11), (13, 16), (10, 2)]);
        assert_eq!(plot.walk(cell(10, 10), Direction::Right), Some(cell(13, 11)));
        assert_eq!(plot.walk(cell(13, 11), Direction::Right), Some(cell(14, 10)));
        assert_eq!(plot.walk(cell(10, 10), Direction::Up), Some(cell(10, 2)));
        // Nothing in the quarter on the left, nothing at all further left.
        assert_eq!(plot.walk(cell(10, 10), Direction::Left), None);
        assert_eq!(plot.walk(cell(10, 10), Direction::Down), Some(cell(13, 16)));
    }

    #[test]
    fn a_role_aside_is_reached_when_none_is_in_the_quarter() {
        let plot = cells(&[(10, 10), (11, 0)]);
        assert_eq!(plot.walk(cell(10, 10), Direction::Right), Some(cell(11, 0)));
        assert_eq!(plot.walk(cell(11, 0), Direction::Left), Some(cell(10, 10)));
    }

    #[test]
    fn roles_of_one_cell_stand_by_code() {
        let plot = cells(&[(3, 3), (5, 5), (3, 3)]);
        assert_eq!(plot.at(cell(3, 3)).collect::<Vec<_>>(), [RoleId(0), RoleId(2)]);
        assert_eq!(plot.at(cell(4, 4)).len(), 0);
        assert_eq!((plot.of(RoleId(1)), plot.of(RoleId(9))), (Some(cell(5, 5)), None));
        assert_eq!(plot.nearest(cell(40, 20)), Some(cell(5, 5)));
        assert_eq!(plot.occupied().map(|(_, roles)| roles.len()).sum::<usize>(), 3);
    }

    /// In made-up plots, sparse and dense, every occupied cell is reached from every other.
    #[test]
    fn the_walk_reaches_every_cell() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            u16::try_from((seed >> 33) % below).unwrap()
        };
        for count in (2..200).chain(2..200) {
            let plot = cells(&(0..count).map(|_| (random(41), random(21))).collect::<Vec<_>>());
            assert_eq!(unreached(&plot), [], "{count} roles");
        }
    }

    /// Cells to which, or from which, no walk leads to and from the first.
    fn unreached(plot: &Cells) -> Vec<Cell> {
        let all: Vec<Cell> = plot.occupied().map(|(cell, _)| cell).collect();
        let steps: Vec<(Cell, Cell)> = all
            .iter()
            .flat_map(|from| Direction::ALL.map(|direction| plot.walk(*from, direction).map(|to| (*from, to))))
            .flatten()
            .collect();
        let back: Vec<(Cell, Cell)> = steps.iter().map(|(from, to)| (*to, *from)).collect();
        let (there, here) = (reached(all[0], &steps), reached(all[0], &back));
        all.into_iter().filter(|cell| !there.contains(cell) || !here.contains(cell)).collect()
    }

    fn reached(start: Cell, steps: &[(Cell, Cell)]) -> HashSet<Cell> {
        let mut seen = HashSet::from([start]);
        let mut before = 0;
        while before < seen.len() {
            before = seen.len();
            for (from, to) in steps {
                if seen.contains(from) {
                    seen.insert(*to);
                }
            }
        }
        seen
    }
}
