//! A treemap: the whole economy as tiles, each role as large as its workforce, in its major group.

mod middle;
mod plan;
mod shades;
mod squarify;

pub use middle::Middle;
pub use plan::{Area, GroupArea, Plan, TileArea};
pub use shades::{LEVELS, Shades};
pub use squarify::Rect;

use super::workforce::Workforce;
use crate::catalog::{Catalog, Metric, RoleId};
use squarify::squarify;

/// Roles and their workers, by major group. Groups and roles stand by their workers, the most first.
#[derive(Clone, Debug, Default)]
pub struct Treemap {
    pub groups: Vec<Group>,
    /// The roles that have no tile, as no employment of them is published.
    pub without: Vec<RoleId>,
}

/// A major group.
#[derive(Clone, Debug)]
pub struct Group {
    /// The first two digits of its codes.
    pub digits: u32,
    pub workers: u64,
    pub tiles: Vec<Tile>,
}

/// A role and its part of its code's employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    pub role: RoleId,
    pub workers: u64,
}

/// A role's place in a picture of which both sides are 1 long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub digits: u32,
    pub tile: Tile,
    /// From the upper left corner.
    pub place: Rect,
}

impl Treemap {
    /// The roles of a catalog, of the nation or the place that it is seen through.
    pub fn of(catalog: &Catalog<'_>, workforce: &Workforce) -> Self {
        let mut map = Self::default();
        for (role, entry) in catalog.roles_with_ids() {
            let Some(workers) = workforce.of_role(role).filter(|workers| *workers > 0) else {
                map.without.push(role);
                continue;
            };
            let digits = entry.code.major_group();
            match map.groups.last_mut().filter(|group| group.digits == digits) {
                Some(group) => {
                    group.workers += workers;
                    group.tiles.push(Tile { role, workers });
                }
                None => map.groups.push(Group { digits, workers, tiles: vec![Tile { role, workers }] }),
            }
        }
        for group in &mut map.groups {
            group.tiles.sort_by(|a, b| b.workers.cmp(&a.workers).then(a.role.cmp(&b.role)));
        }
        map.groups.sort_by(|a, b| b.workers.cmp(&a.workers).then(a.digits.cmp(&b.digits)));
        map
    }

    /// The groups that are shown: one alone, or all.
    pub fn shown(&self, only: Option<u32>) -> impl Iterator<Item = &Group> + Clone {
        self.groups.iter().filter(move |group| only.is_none_or(|digits| group.digits == digits))
    }

    /// The roles that are shown, in the order of their groups.
    pub fn tiles(&self, only: Option<u32>) -> impl Iterator<Item = &Tile> + Clone {
        self.shown(only).flat_map(|group| &group.tiles)
    }

    /// A role's group and tile; none where it has no tile.
    pub fn find(&self, role: RoleId) -> Option<(&Group, &Tile)> {
        self.groups.iter().find_map(|group| Some((group, group.tiles.iter().find(|tile| tile.role == role)?)))
    }

    /// Where the tiles stand in a picture that is `ratio` times as wide as high: their areas are their shares of the
    /// workers that are shown, and no tile is longer than it must be.
    pub fn placed(&self, only: Option<u32>, ratio: f64) -> Vec<Placed> {
        let whole = Rect::of(ratio, 1.0);
        let across = |rect: Rect| Rect { left: rect.left / ratio, right: rect.right / ratio, ..rect };
        let mut placed = Vec::new();
        for (group, _, tiles) in self.laid(only, whole, |rect| rect) {
            let tiles = group.tiles.iter().zip(tiles);
            placed.extend(tiles.map(|(tile, place)| Placed {
                digits: group.digits,
                tile: *tile,
                place: across(place),
            }));
        }
        placed
    }

    /// Groups in a rectangle, and the roles of each in what `inside` leaves of it.
    fn laid(
        &self,
        only: Option<u32>,
        whole: Rect,
        inside: impl Fn(Rect) -> Rect,
    ) -> impl Iterator<Item = (&Group, Rect, Vec<Rect>)> {
        let weights: Vec<f64> = self.shown(only).map(|group| people(group.workers)).collect();
        let rects = squarify(&weights, whole);
        self.shown(only).zip(rects).map(move |(group, rect)| {
            let weights: Vec<f64> = group.tiles.iter().map(|tile| people(tile.workers)).collect();
            (group, rect, squarify(&weights, inside(rect)))
        })
    }
}

impl Group {
    /// The figure of its workers.
    pub fn middle(&self, catalog: &Catalog<'_>, metric: Metric) -> Middle {
        Middle::of(catalog, metric, &self.tiles)
    }
}

#[allow(clippy::cast_precision_loss, reason = "people of one country")]
const fn people(workers: u64) -> f64 {
    workers as f64
}

#[cfg(test)]
mod tests;
