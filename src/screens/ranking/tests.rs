use super::*;
use crate::app::data::Data;
use crate::app::view::{Around, View};
use crate::app::{Edit, Step};
use crate::fixture;

/// Nine rows in view, less what stands around this list.
fn around<'a>(engine: &'a Engine, data: &'a Data) -> Around<'a> {
    Around { engine, data, staff: None, pins: Box::leak(Box::default()), columns: 80, rows: 18, body: 16 }
}

fn titles(view: &RankingView, engine: &Engine) -> Vec<&'static str> {
    view.ranking.roles().iter().filter_map(|id| Some(engine.catalog().role(*id)?.title)).collect()
}

#[test]
fn the_most_exposed_come_first_and_those_without_an_index_last() {
    let engine = fixture::engine();
    let view = RankingView::new(&engine, "", None);
    assert_eq!(titles(&view, &engine), ["Hive Inspectors", "Beekeepers", "Military Hive Specialists, All Other"]);
    assert_eq!((view.cursor, view.ranking.without()), (0, 1));
    assert_eq!(RankingView::new(&engine, "", Some(RoleId(2))).cursor, 2, "on the role that one comes from");
}

#[test]
fn a_column_is_sorted_by_and_then_turned_round() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "", None);
    view.act(&engine, Action::Sort);
    assert_eq!(titles(&view, &engine)[0], "Beekeepers", "already by index: the other way round");
    view.act(&engine, Action::PreviousColumn);
    view.act(&engine, Action::PreviousColumn);
    view.act(&engine, Action::Sort);
    assert_eq!((view.ranking.by, view.ranking.direction), (Column::Title, Direction::Ascending));
    view.step(Step::Down, around(&engine, &Data::default()));
    let held = view.role();
    view.act(&engine, Action::Sort);
    assert_eq!((view.role(), view.cursor), (held, 1), "the cursor stays on its role");
    view.step(Step::Bottom, around(&engine, &Data::default()));
    view.act(&engine, Action::Sort);
    assert_eq!((titles(&view, &engine)[0], view.cursor), ("Beekeepers", 0));
}

#[test]
fn an_edited_filter_is_kept_or_taken_back() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "inspect", None);
    assert!(view.ranking.roles().contains(&RoleId(1)));
    let found = view.ranking.roles().to_vec();
    view.act(&engine, Action::EditFilter);
    view.insert(" zqxzqxzqx", around(&engine, &Data::default()));
    view.edit(Edit::DeleteToStart, around(&engine, &Data::default()));
    view.insert("honey", around(&engine, &Data::default()));
    assert_eq!(view.filter.text(), "honey");
    view.act(&engine, Action::LeaveFilter);
    assert_eq!((view.filter.text(), view.ranking.roles(), !view.filter.is_edited()), ("inspect", &found[..], true));
    view.act(&engine, Action::EditFilter);
    view.edit(Edit::DeleteToStart, around(&engine, &Data::default()));
    view.act(&engine, Action::KeepFilter);
    assert_eq!((view.filter.text(), view.ranking.roles().len()), ("", 3));
}

#[test]
fn keys_write_the_filter() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "", Some(RoleId(1)));
    view.act(&engine, Action::ItsGroup);
    assert_eq!(view.filter.text(), "group:45");
    view.act(&engine, Action::ItsGroup);
    assert_eq!(view.filter.text(), "");
    view.act(&engine, Action::Next(Facet::Band));
    view.act(&engine, Action::Next(Facet::Zone));
    assert_eq!(view.filter.text(), "band:low zone:2");
    view.act(&engine, Action::ClearFilter);
    assert_eq!(view.ranking.roles().len(), 3);
}

#[test]
fn as_much_pay_with_less_overlap_is_one_key() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "hive", Some(RoleId(1)));
    view.act(&engine, Action::Better);
    assert_eq!(view.filter.text(), "pay:>=51230 exposure:<80");
    assert_eq!((view.ranking.direction, view.better_than), (Direction::Ascending, Some(RoleId(1))));
    view.act(&engine, Action::Next(Facet::Zone));
    assert_eq!(view.better_than, None, "another filter is another question");
}

#[test]
fn columns_are_hidden_and_shown_in_their_order() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "", None);
    view.act(&engine, Action::Columns);
    view.act(&engine, Action::ToggleColumn);
    let choice = choice(engine.catalog());
    assert!(!view.columns.contains(&choice[0]) && view.columns[0] == Column::Title);
    view.step(Step::Bottom, around(&engine, &Data::default()));
    view.act(&engine, Action::ToggleColumn);
    assert_eq!(view.columns.len(), Column::ALL.len() - 2);
    view.step(Step::Top, around(&engine, &Data::default()));
    view.act(&engine, Action::ToggleColumn);
    view.act(&engine, Action::Columns);
    assert_eq!((view.columns[1], view.chooser), (choice[0], None));
    assert_eq!(view.cursor, 0, "the table's cursor is another");
}

#[test]
fn groups_open_with_the_group_that_one_comes_from_under_the_cursor() {
    let engine = fixture::engine();
    let mut view = RankingView::new(&engine, "", Some(RoleId(2)));
    view.act(&engine, Action::Turn);
    let group = &view.groups.rows[view.groups.cursor];
    assert_eq!((group.digits, view.role()), (55, None));
    view.step(Step::Top, around(&engine, &Data::default()));
    let inside = view.of_group(&engine).unwrap();
    assert_eq!((inside.filter.text(), inside.face, inside.cursor), ("group:45", Face::Roles, 0));
    view.act(&engine, Action::Turn);
    assert_eq!(view.role(), Some(RoleId(2)), "the roles are as they were");
}
