use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::compare::scatter::{Direction, Grid};
use crate::fixture;

fn fixture_map() -> Treemap {
    Treemap::of(fixture::catalog(), &Workforce::of(fixture::catalog()))
}

/// Groups of made-up roles.
fn made_up(groups: &[Vec<u64>]) -> Treemap {
    let mut role = 0;
    let groups = (11..).zip(groups).map(|(digits, workers)| {
        let tiles = workers.iter().map(|workers| {
            role += 1;
            Tile { role: RoleId(role), workers: *workers }
        });
        let mut tiles: Vec<Tile> = tiles.collect();
        tiles.sort_by_key(|tile| std::cmp::Reverse(tile.workers));
        Group { digits, workers: workers.iter().sum(), tiles }
    });
    let mut groups: Vec<Group> = groups.collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.workers));
    Treemap { groups, without: Vec::new() }
}

#[test]
fn roles_without_employment_have_no_tile_and_are_counted() {
    let map = fixture_map();
    assert_eq!((map.groups.len(), map.without.as_slice()), (1, &[RoleId(2)][..]));
    let farming = &map.groups[0];
    assert_eq!((farming.digits, farming.workers, farming.tiles.len()), (45, 1_230, 2));
    assert_eq!(map.find(RoleId(1)).map(|(group, tile)| (group.digits, tile.workers)), Some((45, 615)));
    assert!(map.find(RoleId(2)).is_none());
}

#[test]
fn a_place_has_its_own_tiles() {
    let texas = fixture::catalog()
        .through(crate::catalog::Lens { place: Some(crate::catalog::PlaceId(0)), ..crate::catalog::Lens::default() });
    let map = Treemap::of(&texas, &Workforce::of(&texas));
    assert_eq!(map.tiles(None).map(|tile| tile.workers).sum::<u64>(), 230);
}

#[test]
fn exposure_is_shaded_by_its_bands_and_what_is_missing_by_none() {
    let catalog = fixture::catalog();
    let shades = Shades::of(catalog, &fixture_map(), Metric::Index);
    assert_eq!(shades.names().collect::<Vec<_>>(), ["Low", "Moderate", "High"]);
    let levels: Vec<_> = catalog.roles.iter().map(|role| shades.level(catalog, role)).collect();
    assert_eq!(levels, [Some(0), Some(2), None]);
    let change = Shades::of(catalog, &fixture_map(), Metric::Change);
    assert_eq!(change.level(catalog, &catalog.roles[0]), Some(0), "a decline of 8.3 %");
    let zones = Shades::of(catalog, &fixture_map(), Metric::JobZone);
    assert_eq!(zones.names().collect::<Vec<_>>(), ["3", "4"]);
    for metric in Metric::COLUMNS {
        assert!(Shades::of(catalog, &fixture_map(), metric).names().len() <= LEVELS);
    }
}

#[test]
fn the_middle_of_a_group_is_that_of_its_workers() {
    let map = fixture_map();
    let middle = map.groups[0].middle(fixture::catalog(), Metric::Index);
    assert_eq!((middle.mean, middle.median), (Some(50.0), Some(20.0)));
    let pay = map.groups[0].middle(fixture::catalog(), Metric::Pay);
    assert_eq!((pay.mean, pay.median_text(Metric::Pay).as_deref()), (None, Some("$51,230")));
    let none = map.groups[0].middle(fixture::catalog(), Metric::Education);
    assert_eq!((none.mean, none.median), (None, Some(1.0)));
}

#[test]
fn one_group_fills_the_whole() {
    let map = made_up(&[vec![30, 20, 10], vec![5, 5]]);
    let plan = Plan::of(&map, Some(12), Grid { columns: 20, rows: 10 });
    let [group] = plan.groups[..] else { panic!("one group") };
    assert!(!group.is_framed && (group.area.columns(), group.area.rows()) == (20, 10));
    let cells: usize = plan.tiles.iter().map(|tile| usize::from(tile.area.columns() * tile.area.rows())).sum();
    assert_eq!((plan.tiles.len(), cells), (2, 200));
}

proptest! {
    /// Places of roles are their shares of the workers, and lie within the picture.
    #[test]
    fn areas_are_shares_of_the_workers(
        groups in prop::collection::vec(prop::collection::vec(1_u64..3_000_000, 1..40), 1..24),
        ratio in 0.3..4.0_f64,
    ) {
        let map = made_up(&groups);
        let all: u64 = groups.iter().flatten().sum();
        let placed = map.placed(None, ratio);
        prop_assert_eq!(placed.len(), groups.iter().map(Vec::len).sum::<usize>());
        for Placed { tile, place, .. } in placed {
            prop_assert!((place.area() - people(tile.workers) / people(all)).abs() < 1e-9);
            prop_assert!(place.left >= 0.0 && place.right <= 1.0 + 1e-12 && place.top >= 0.0 && place.bottom <= 1.0);
        }
    }

    /// Every cell belongs to one tile or to the frame of one group.
    #[test]
    fn cells_are_covered_once(
        groups in prop::collection::vec(prop::collection::vec(1_u64..3_000_000, 1..40), 1..24),
        columns in 0_u16..200,
        rows in 0_u16..60,
    ) {
        let plan = Plan::of(&made_up(&groups), None, Grid { columns, rows });
        let mut owners = vec![0_u8; usize::from(columns) * usize::from(rows)];
        let mut count = |area: Area| {
            for row in area.top..area.bottom {
                for column in area.left..area.right {
                    owners[usize::from(row) * usize::from(columns) + usize::from(column)] += 1;
                }
            }
        };
        plan.tiles.iter().for_each(|tile| count(tile.area));
        for GroupArea { area, .. } in plan.groups.iter().filter(|group| group.is_framed) {
            count(Area { bottom: area.top + 1, ..*area });
            count(Area { top: area.top + 1, right: area.left + 1, ..*area });
        }
        prop_assert!(owners.iter().all(|owner| *owner == 1), "{owners:?}");
    }

    /// From the first tile that is drawn the walk reaches each, and from each the first.
    #[test]
    fn the_walk_reaches_every_tile(
        groups in prop::collection::vec(prop::collection::vec(1_u64..300_000, 1..12), 1..16),
        columns in 20_u16..160,
        rows in 6_u16..50,
    ) {
        let plan = Plan::of(&made_up(&groups), None, Grid { columns, rows });
        prop_assert_eq!(unreached(&plan), Vec::<RoleId>::new());
    }
}

/// The drawn tiles to which no way leads from the first.
fn unreached(plan: &Plan) -> Vec<RoleId> {
    let drawn: Vec<RoleId> = plan.tiles.iter().filter(|tile| !tile.area.is_empty()).map(|tile| tile.role).collect();
    let mut seen: HashSet<RoleId> = drawn.iter().copied().take(1).collect();
    let mut next: Vec<RoleId> = seen.iter().copied().collect();
    while let Some(role) = next.pop() {
        for direction in Direction::ALL {
            next.extend(plan.walk(role, direction).filter(|role| seen.insert(*role)));
        }
    }
    drawn.into_iter().filter(|role| !seen.contains(role)).collect()
}
