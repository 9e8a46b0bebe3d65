//! The treemap on a catalog of three roles: two that share a code's workers, one without any.

use super::*;
use crate::app::{look, update};
use crate::catalog::{Lens, PlaceId};
use crate::fixture;

const GRID: Grid = Grid { columns: 40, rows: 10 };

#[test]
fn the_cursor_walks_between_the_tiles() {
    let engine = fixture::engine();
    let mut view = TreemapView::new(&engine, Some(RoleId(0)), "");
    let mut seen = vec![view.role];
    for direction in [Direction::Right, Direction::Left, Direction::Up] {
        view.act(&engine, Action::Walk(direction), GRID);
        seen.push(view.role);
    }
    assert_eq!(seen, [0, 1, 0, 0].map(|role| Some(RoleId(role))));
    view.go(Step::Bottom, GRID);
    assert_eq!(view.role, Some(RoleId(1)));
}

#[test]
fn a_role_without_a_tile_keeps_the_cursor_until_it_walks() {
    let engine = fixture::engine();
    let mut view = TreemapView::new(&engine, Some(RoleId(2)), "");
    assert_eq!((view.role, view.without(engine.catalog())), (Some(RoleId(2)), 1));
    view.act(&engine, Action::Walk(Direction::Down), GRID);
    assert_eq!(view.role, Some(RoleId(0)));
}

#[test]
fn a_query_dims_and_counts() {
    let engine = fixture::engine();
    let mut view = TreemapView::new(&engine, None, "");
    assert_eq!((view.summary.roles, view.summary.workers.count), (3, 1_230));
    view.act(&engine, Action::EditFilter, GRID);
    view.type_into_filter(&engine, |filter| filter.insert("inspectors"));
    assert!(view.is_lit(RoleId(1)) && !view.is_lit(RoleId(0)));
    assert_eq!((view.summary.roles, view.summary.workers.text().as_deref()), (1, Some("≈615")));
    view.act(&engine, Action::NextRole, GRID);
    assert_eq!(view.role, Some(RoleId(1)), "the next that the query selects");
    view.act(&engine, Action::LeaveFilter, GRID);
    assert!(view.is_lit(RoleId(0)) && !view.filter.is_edited() && view.filter.is_blank());
}

#[test]
fn figures_turn_within_their_kind_and_come_back() {
    let engine = fixture::engine();
    let mut view = TreemapView::new(&engine, None, "");
    let mut turned = |action| {
        view.act(&engine, action, GRID);
        view.shades.metric
    };
    let pay = turned(Action::NextOther);
    let employment = turned(Action::NextOther);
    let index = turned(Action::NextExposure);
    assert_eq!((pay, employment, index), (Metric::Pay, Metric::Employment, Metric::Index));
    assert_eq!(turned(Action::NextOther), Metric::Employment, "the one that was chosen last");
    assert!(turned(Action::PreviousExposure) == Metric::Index && turned(Action::PreviousExposure).is_exposure());
}

#[test]
fn a_place_has_its_own_workers_and_the_cursor_stays() {
    let mut app = App::new(fixture::engine());
    for msg in [Msg::Paste("inspectors".to_owned()), OPEN, Msg::Open] {
        update(&mut app, msg);
    }
    look(&mut app, Lens { place: Some(PlaceId(0)), ..Lens::default() });
    let view: &TreemapView = app.front_as().unwrap();
    assert_eq!((view.role, view.group, view.summary.workers.count), (Some(RoleId(1)), Some(45), 230));
    look(&mut app, Lens { place: Some(PlaceId(1)), ..Lens::default() });
    let view: &TreemapView = app.front_as().unwrap();
    assert_eq!(view.map.tiles(None).map(|tile| tile.workers).sum::<u64>(), 40);
    let role = app.catalog().role(RoleId(1)).unwrap();
    assert_eq!(Metric::Pay.value(app.catalog(), role), None, "what Wyoming withholds is not the nation's");
    assert_eq!(Shades::of(app.catalog(), &view.map, Metric::Pay).level(app.catalog(), role), None);
}
