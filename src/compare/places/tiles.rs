//! The states as tiles of one size, roughly where they lie: the tile grid that newsrooms use, the territories apart.

use crate::compare::scatter::Direction;

/// Columns and rows of the grid.
pub const COLUMNS: u16 = 12;
/// Its rows.
pub const ROWS: u16 = 8;

/// Where a tile lies, from the left and from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// From the left.
    pub column: u16,
    /// From the top.
    pub row: u16,
}

/// The grid; a dot where there is no state.
const GRID: [&str; ROWS as usize] = [
    "AK .. .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. WI .. .. .. VT NH",
    ".. WA ID MT ND MN IL MI .. NY MA ..",
    ".. OR NV WY SD IA IN OH PA NJ CT RI",
    ".. CA UT CO NE MO KY WV VA MD DE ..",
    ".. .. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. .. OK LA MS AL GA .. .. VI",
    "GU .. HI .. TX .. .. .. .. FL .. PR",
];

/// The tile of a state, by its two letters.
pub fn tile(letters: &str) -> Option<Tile> {
    if letters.len() != 2 || letters.starts_with('.') {
        return None;
    }
    (0..).zip(GRID).find_map(|(row, line)| {
        let column = line.split(' ').position(|name| name == letters)?;
        Some(Tile { column: u16::try_from(column).ok()?, row })
    })
}

/// The nearest of some tiles in a direction; what lies aside counts twice.
pub fn walk<T: Copy>(from: Tile, direction: Direction, tiles: impl Iterator<Item = (Tile, T)>) -> Option<T> {
    let ahead = |tile: Tile| {
        let (x, y) = (i32::from(tile.column) - i32::from(from.column), i32::from(tile.row) - i32::from(from.row));
        let (along, aside) = match direction {
            Direction::Left => (-x, y),
            Direction::Right => (x, y),
            Direction::Up => (-y, x),
            Direction::Down => (y, x),
        };
        (along > 0).then(|| (along + 2 * aside.abs(), aside.abs(), aside))
    };
    tiles.filter_map(|(tile, what)| Some((ahead(tile)?, what))).min_by_key(|(cost, _)| *cost).map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(Tile, &'static str)> {
        let names = GRID.iter().flat_map(|line| line.split(' ')).filter(|name| *name != "..");
        names.map(|name| (tile(name).unwrap(), name)).collect()
    }

    #[test]
    fn every_state_has_a_tile_of_its_own() {
        let mut tiles = all();
        assert_eq!(tiles.len(), 54);
        tiles.sort_unstable();
        tiles.dedup_by_key(|(tile, _)| *tile);
        assert_eq!(tiles.len(), 54);
        assert!(tiles.iter().all(|(tile, _)| tile.column < COLUMNS && tile.row < ROWS));
        assert!(GRID.iter().all(|line| line.split(' ').count() == usize::from(COLUMNS)));
        assert_eq!([tile(".."), tile("ZZ"), tile("")], [None; 3]);
    }

    #[test]
    fn one_walks_to_neighbours_and_comes_everywhere() {
        let go = |from: &str, direction| walk(tile(from).unwrap(), direction, all().into_iter());
        assert_eq!(go("TX", Direction::Up), Some("OK"));
        assert_eq!(go("CA", Direction::Right), Some("UT"));
        assert_eq!(go("MI", Direction::Right), Some("NY"));
        assert_eq!(go("TX", Direction::Left), Some("HI"));
        assert_eq!(go("ME", Direction::Up), None);
        assert_eq!(go("FL", Direction::Right), Some("PR"));
        let mut reached = vec!["TX"];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            for there in Direction::ALL.into_iter().filter_map(|direction| go(from, direction)) {
                if !reached.contains(&there) {
                    reached.push(there);
                }
            }
            next += 1;
        }
        assert_eq!(reached.len(), 54);
    }
}
