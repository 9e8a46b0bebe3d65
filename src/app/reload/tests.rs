//! What stays on the screens under other data, from another place, and while a staff is counted.

use super::*;
use crate::app::{Msg, Screen, ScreenAction, Step, View, update};
use crate::catalog::Metric;
use crate::compare::ranking::Column;
use crate::fixture;
use crate::screens::ranking::{Face, RankingView};
use crate::screens::role::section::Section;
use crate::screens::{data, map, moves, ranking, role, treemap};
use crate::search::{Candidate, Coding, Evidence, Found};
use crate::staff::decisions::Decision;
use crate::staff::{Origin, Staff, Standing, Title};

/// The data of the tests without the first role, so that every other one has another id.
fn without_beekeepers() -> Engine {
    let mut catalog = fixture::catalog().clone();
    catalog.roles.remove(0);
    fixture::engine_of(Box::leak(Box::new(catalog)))
}

fn app(msgs: &[Msg]) -> App {
    let mut app = App::new(fixture::engine());
    for msg in msgs {
        update(&mut app, msg.clone());
    }
    app
}

fn title_of(app: &App, id: RoleId) -> &'static str {
    app.catalog().role(id).unwrap().title
}

#[test]
fn pins_and_query_stay_with_their_codes() {
    let mut app = app(&[
        Msg::Pin,
        Msg::Step(Step::Down),
        Msg::Pin,
        Msg::Step(Step::Down),
        Msg::Pin,
        Msg::Paste("inspect".to_owned()),
    ]);
    app.pins.reference = Some(RoleId(1));
    reload(&mut app, without_beekeepers(), None, None);
    let pinned: Vec<_> = app.pins.roles().iter().map(|id| title_of(&app, *id)).collect();
    assert_eq!(pinned, ["Hive Inspectors", "Military Hive Specialists, All Other"]);
    assert_eq!(app.pins.reference, Some(RoleId(0)));
    assert_eq!(app.notice.as_deref(), Some("Not in the new data, and closed: Beekeepers"));
    assert_eq!((app.search.query.text(), app.search.role()), ("inspect", Some(RoleId(0))));
}

#[test]
fn screens_stay_where_their_roles_do() {
    let inspectors = [Msg::Paste("hive inspectors".to_owned()), Msg::Open];
    let mut app = app(&[
        &inspectors[..],
        &[Msg::In(ScreenAction::Role(role::Action::Section(2))), moves::OPEN, map::OPEN, ranking::OPEN, data::OPEN],
    ]
    .concat());
    reload(&mut app, without_beekeepers(), None, Some("odd".to_owned()));
    let [Screen::Role(role), Screen::Moves(moves), Screen::Map(map), Screen::Ranking(ranking), Screen::Data(data)] =
        app.trail.as_slice()
    else {
        panic!("{:?}", app.trail)
    };
    assert_eq!((role.role, role.section), (RoleId(0), Section::Tasks));
    assert_eq!((moves.from, map.roles, data.roles.clone()), (RoleId(0), 2, vec![2]));
    assert_eq!((ranking.face, ranking.ranking.roles().len()), (Face::Roles, 2));
    assert!(app.notice.is_none() && app.data.unusable.is_some());
}

#[test]
fn what_is_about_a_role_that_is_gone_closes() {
    let beekeepers = [
        Msg::Paste("beekeepers".to_owned()),
        Msg::Open,
        Msg::In(ScreenAction::Role(role::Action::Section(2))),
        Msg::Open,
    ];
    let mut app = app(&beekeepers);
    assert_eq!(app.trail.len(), 2);
    reload(&mut app, without_beekeepers(), None, None);
    assert!(app.trail.is_empty());
    assert!(app.notice.as_ref().is_some_and(|notice| notice.contains("Beekeepers")), "{:?}", app.notice);
}

/// Twelve people and a half, and four of whom nothing is known.
fn staff() -> Staff {
    let bees = Candidate {
        role: RoleId(0),
        score: 1.0,
        confidence: 0.9,
        matched: Evidence { found: Found::Title, marked: Vec::new() },
    };
    let coding = Coding { candidates: vec![bees], note: None };
    let titles = vec![
        Title { text: "Bees".to_owned(), people: 12.5, coding, ..Title::default() },
        Title { text: "Zq".to_owned(), people: 4.0, ..Title::default() },
    ];
    let origin = Origin { name: "lists/staff.csv".to_owned(), ..Origin::default() };
    let mut staff = Staff::default();
    (staff.origin, staff.titles) = (origin, titles);
    staff
}

#[test]
fn open_screens_count_a_staff_and_the_nation_again_without_it() {
    let mut app = app(&[ranking::OPEN, map::OPEN, ranking::OPEN]);
    let nation = app.catalog();
    app.staff = Some(Box::new(staff()));
    count_staff(&mut app);
    assert!(std::ptr::eq(app.catalog(), nation), "no screen of the staff is open");
    let mut staff = staff();
    count(&mut app, Some(staff.headcounts(nation)));
    let headcount = Column::Figure(Metric::Headcount);
    let counted = app.catalog();
    let ranking = app.front_as::<RankingView>().unwrap();
    assert_eq!((ranking.columns[2], ranking.ranking.summary.workers.count), (headcount, 13));
    assert_eq!(ranking.ranking.summary.workers_text(counted), ["13 people", "76.5% of the staff"]);
    assert_eq!(counted.headcounts().map(|staff| staff.name.as_str()), Some("staff.csv"));
    // The same numbers again are the same catalog; a decision makes others.
    count(&mut app, Some(staff.headcounts(nation)));
    assert!(std::ptr::eq(app.catalog(), counted));
    staff.decide(1, Some(Decision::Role(RoleId(2))));
    look(&mut app, Lens { place: Some(PlaceId(0)), ..Lens::default() });
    count(&mut app, Some(staff.headcounts(nation)));
    let there = app.catalog();
    assert_eq!((there.headcount(&there.roles[2]), there.place().is_some()), (Some(4), true));
    look(&mut app, Lens::default());
    staff.undo();
    count(&mut app, Some(staff.headcounts(nation)));
    assert!(std::ptr::eq(app.catalog(), counted), "what was taken back is not made anew");
    // A step back, and as no screen of the staff is open the nation is counted.
    update(&mut app, Msg::In(ScreenAction::Ranking(ranking::Action::NextColumn)));
    update(&mut app, Msg::In(ScreenAction::Ranking(ranking::Action::Sort)));
    assert_eq!(app.front_as::<RankingView>().unwrap().ranking.by, headcount);
    update(&mut app, data::OPEN);
    assert!(std::ptr::eq(app.catalog(), nation));
    update(&mut app, Msg::Back);
    let ranking = app.front_as::<RankingView>().unwrap();
    assert_eq!((ranking.ranking.by, ranking.columns.contains(&headcount)), (Column::Figure(Metric::Employment), false));
}

#[test]
fn a_staff_stays_with_its_codes_under_other_data() {
    let mut app = app(&[ranking::OPEN]);
    let mut staff = staff();
    staff.decide(1, Some(Decision::Role(RoleId(2))));
    let headcounts = staff.headcounts(app.catalog());
    count(&mut app, Some(headcounts));
    app.staff = Some(Box::new(staff));
    reload(&mut app, without_beekeepers(), None, None);
    let (staff, catalog) = (app.staff.as_ref().unwrap(), app.catalog());
    assert_eq!((staff.titles[0].role(), staff.titles[0].standing()), (None, Standing::Open), "the role is gone");
    assert_eq!(
        staff.titles[1].role().and_then(|id| catalog.role(id)).map(|role| role.title),
        Some("Military Hive Specialists, All Other")
    );
    // What is counted goes by code, and is still counted.
    assert_eq!(catalog.headcount(&catalog.roles[1]), Some(4));
    let headcounts = staff.headcounts(catalog);
    assert_eq!((headcounts.of(catalog.roles[1].code), headcounts.people), (4, 17));
}

#[test]
fn from_the_screens_of_a_staff_rankings_treemap_and_map_open_on_it() {
    for of_staff in [crate::screens::staff::OPEN, crate::screens::organisation::OPEN] {
        let mut app = app(&[]);
        let nation = app.catalog();
        app.staff = Some(Box::new(staff()));
        update(&mut app, of_staff);
        assert_eq!(app.catalog().headcounts().map(|staff| staff.people), Some(17));
        update(&mut app, ranking::OPEN);
        let ranking = app.front_as::<RankingView>().unwrap();
        assert_eq!((ranking.filter.text(), ranking.ranking.roles()), ("headcount:>0", &[RoleId(0)][..]));
        update(&mut app, Msg::Back);
        update(&mut app, treemap::OPEN);
        assert_eq!(app.front_as::<treemap::TreemapView>().unwrap().map.tiles(None).count(), 1);
        update(&mut app, Msg::Back);
        if let Some(staff) = &mut app.staff {
            staff.decide(1, Some(Decision::Role(RoleId(1))));
        }
        update(&mut app, map::OPEN);
        assert_eq!(app.catalog().headcount(&app.catalog().roles[1]), Some(4), "what was decided is counted");
        update(&mut app, Msg::Search);
        assert!(std::ptr::eq(app.catalog(), nation));
    }
}

#[test]
fn an_axis_and_the_shades_go_with_their_staff() {
    let mut app = app(&[map::OPEN]);
    let headcounts = staff().headcounts(app.catalog());
    count(&mut app, Some(headcounts.clone()));
    update(&mut app, Msg::In(ScreenAction::Map(map::Action::PreviousUp)));
    let up = |app: &App| app.front_as::<map::MapView>().unwrap().scatter.up.metric;
    assert_eq!(up(&app), Metric::Headcount);
    count(&mut app, None);
    assert_eq!(up(&app), Metric::Pay);
    update(&mut app, treemap::OPEN);
    count(&mut app, Some(headcounts));
    for _ in 0..2 {
        update(&mut app, Msg::In(ScreenAction::Treemap(treemap::Action::PreviousOther)));
    }
    for _ in 0..Metric::COLUMNS.len() {
        if app.front_as::<treemap::TreemapView>().unwrap().shades.metric != Metric::Headcount {
            update(&mut app, Msg::In(ScreenAction::Treemap(treemap::Action::NextOther)));
        }
    }
    let view = app.front_as::<treemap::TreemapView>().unwrap();
    assert_eq!((view.shades.metric, view.map.tiles(None).count()), (Metric::Headcount, 1));
    count(&mut app, None);
    assert_eq!(app.front_as::<treemap::TreemapView>().unwrap().shades.metric, Metric::Employment);
}

#[test]
fn what_is_shared_is_found_again_by_name() {
    let mut app = app(&[
        Msg::Paste("hive inspectors".to_owned()),
        Msg::Open,
        Msg::In(ScreenAction::Role(role::Action::Section(5))),
        Msg::Open,
    ]);
    assert!(matches!(app.trail.last(), Some(Screen::Sharing(_))), "{:?}", app.trail);
    reload(&mut app, without_beekeepers(), None, None);
    let Some(Screen::Sharing(sharing)) = app.trail.last() else { panic!("{:?}", app.trail) };
    assert_eq!((sharing.thing(app.catalog()), sharing.rows.len()), ("HiveSoft Ledger", 1));
}
