//! The map on a catalog of three roles: two with figures at one height, one without any.

use super::*;
use crate::catalog::Metric;
use crate::fixture;

const ROOM: Room = Room {
    grid: Grid { columns: 50, rows: 20 },
    is_plotted: true,
    pane: 0,
    role: 1,
    caption: 1,
    legend: 1,
    left_out: 1,
};

fn view(catalog: &Catalog<'_>, role: u16) -> MapView {
    MapView::new(catalog, Some(RoleId(role)), "bee", vec![RoleId(1)], false)
}

#[test]
fn arrows_walk_between_the_plotted_roles() {
    let catalog = fixture::catalog();
    let mut view = view(catalog, 0);
    let mut walked = |direction| {
        view.act(catalog, Action::Walk(direction), ROOM);
        view.role
    };
    assert_eq!(walked(Direction::Left), Some(RoleId(0)));
    assert_eq!(walked(Direction::Right), Some(RoleId(1)));
    assert_eq!(walked(Direction::Up), Some(RoleId(1)));
    assert_eq!(walked(Direction::Left), Some(RoleId(0)));
    view.go(catalog, Step::Bottom, ROOM.grid);
    assert_eq!(view.role, Some(RoleId(1)));
    view.go(catalog, Step::Top, ROOM.grid);
    assert_eq!(view.role, Some(RoleId(0)));
}

#[test]
fn a_role_without_a_figure_keeps_the_cursor_until_it_walks() {
    let catalog = fixture::catalog();
    let mut view = view(catalog, 2);
    assert_eq!((view.role, view.scatter.points.len(), view.roles), (Some(RoleId(2)), 2, 3));
    view.act(catalog, Action::NextUp, ROOM);
    assert_eq!(view.role, Some(RoleId(2)));
    view.act(catalog, Action::Walk(Direction::Left), ROOM);
    assert!(view.role == Some(RoleId(0)) || view.role == Some(RoleId(1)), "{:?}", view.role);
}

#[test]
fn each_axis_turns_through_its_figures_and_back() {
    let catalog = fixture::catalog();
    let mut view = view(catalog, 0);
    let mut shown = |action| {
        view.act(catalog, action, ROOM);
        (view.scatter.across.metric, view.scatter.up.metric, view.scatter.up.log)
    };
    assert_eq!(shown(Action::NextAcross), (ACROSS[1], Metric::Pay, false));
    assert_eq!(shown(Action::PreviousAcross), (ACROSS[0], Metric::Pay, false));
    assert_eq!(shown(Action::TurnScale), (ACROSS[0], Metric::Pay, true));
    assert_eq!(shown(Action::NextUp), (ACROSS[0], Metric::Change, false));
    assert_eq!(shown(Action::TurnScale), (ACROSS[0], Metric::Change, false));
    assert_eq!(shown(Action::PreviousUp), (ACROSS[0], Metric::Pay, true));
    assert_eq!(shown(Action::PreviousUp), (ACROSS[0], Metric::Employment, true));
}

#[test]
fn the_own_group_is_lit_first_and_none_after_the_last() {
    let catalog = fixture::catalog();
    let mut view = view(catalog, 1);
    view.act(catalog, Action::NextGroup, ROOM);
    assert_eq!((view.lit, view.lit_roles(catalog)), (Some(45), 2));
    view.act(catalog, Action::NextGroup, ROOM);
    assert_eq!((view.lit, view.lit_roles(catalog)), (None, 0));
    view.act(catalog, Action::PreviousGroup, ROOM);
    view.act(catalog, Action::NoGroup, ROOM);
    assert_eq!(view.lit, None);
}

#[test]
fn the_map_turns_between_all_roles_and_those_of_the_query() {
    let catalog = fixture::catalog();
    let mut view = view(catalog, 0);
    view.act(catalog, Action::TurnNarrow, ROOM);
    assert_eq!((view.is_narrowed, view.roles, view.role), (true, 1, Some(RoleId(1))));
    view.act(catalog, Action::TurnNarrow, ROOM);
    assert_eq!((view.is_narrowed, view.roles, view.role), (false, 3, Some(RoleId(1))));
    let blank = MapView::new(catalog, None, "  ", Vec::new(), true);
    assert!(!blank.is_narrowed && blank.role.is_some());
    let nothing = MapView::new(catalog, None, "zq", Vec::new(), true);
    assert_eq!((nothing.roles, nothing.role), (0, None));
}

#[test]
fn a_ring_is_stepped_through_both_ways() {
    let ring = [RoleId(2), RoleId(5), RoleId(9)];
    let next = |role: u16, forward| neighbour(&ring, Some(RoleId(role)), forward).unwrap().0;
    assert_eq!([next(2, true), next(9, true), next(6, true), next(10, true)], [5, 2, 9, 2]);
    assert_eq!([next(2, false), next(9, false), next(6, false), next(0, false)], [9, 5, 5, 9]);
    assert_eq!(neighbour(&[], Some(RoleId(0)), true), None);
}
