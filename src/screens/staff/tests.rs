//! The columns that are chosen, and other data under the screen.

use super::{Action, Face, OPEN, StaffView, columns::Choice};
use crate::app::{App, Msg, ScreenAction, reload, update};
use crate::catalog::RoleId;
use crate::fixture;
use crate::search::{Candidate, Coding, Evidence, Found};
use crate::staff::columns::{Asked, Columns, Holds};
use crate::staff::decisions::Decision;
use crate::staff::{Staff, Title};

fn title(text: &str, people: f64, roles: &[(u16, f32)]) -> Title {
    let candidate = |(role, confidence): &(u16, f32)| Candidate {
        role: RoleId(*role),
        score: *confidence,
        confidence: *confidence,
        matched: Evidence { found: Found::Title, marked: Vec::new() },
    };
    let coding = Coding { candidates: roles.iter().map(candidate).collect(), note: None };
    Title { text: text.to_owned(), rows: 1, people, coding, ..Title::default() }
}

fn app() -> App {
    let titles = vec![
        title("Hive Inspector", 10.0, &[(1, 0.9), (0, 0.1)]),
        title("Bee Helper", 20.0, &[(0, 0.5), (1, 0.3)]),
        title("Queen", 5.0, &[]),
    ];
    let mut app = App::new(fixture::engine());
    let mut staff = Staff::default();
    staff.titles = titles;
    app.staff = Some(Box::new(staff));
    update(&mut app, OPEN);
    app
}

fn act(app: &mut App, action: Action) {
    update(app, Msg::In(ScreenAction::Staff(action)));
}

fn columns(names: &[&str]) -> Columns {
    let mut columns = Columns::default();
    columns.names = names.iter().map(|name| (*name).to_owned()).collect();
    columns
}

#[test]
fn a_name_that_says_too_little_is_asked_for_by_number() {
    let file = columns(&["Title", "Pay", "Pay", "2024", "none", "column 6", ""]);
    let asked = |used: [Option<usize>; 6]| Choice { used, cursor: 0 }.asked(&file).0.map(Option::unwrap_or_default);
    assert_eq!(asked([Some(0), Some(1), Some(3), Some(4), Some(5), Some(6)]), ["Title", "2", "4", "5", "6", "7"]);
    assert_eq!(asked([Some(2), None, None, None, None, None]), ["3", "none", "none", "none", "none", "none"]);
    let lines = columns(&["title"]);
    let asked = Choice { used: [Some(0), None, None, None, None, None], cursor: 0 }.asked(&lines);
    assert_eq!(asked.of(Holds::Title), Some("1"), "a file of lines has no header");
    assert_ne!(asked, Asked::default());
}

#[test]
fn columns_turn_through_none_but_for_the_titles() {
    let mut choice = Choice { used: [Some(0), None, Some(1), None, None, None], cursor: 0 };
    choice.turn(2, true);
    choice.turn(2, true);
    assert_eq!(choice.used[0], Some(0));
    choice.cursor = 1;
    let mut seen = Vec::new();
    for _ in 0..3 {
        choice.turn(2, true);
        seen.push(choice.used[1]);
    }
    assert_eq!(seen, [Some(0), Some(1), None]);
    choice.turn(2, false);
    assert_eq!((choice.used[1], choice.other(1), choice.other(0)), (Some(1), Some(Holds::Headcount), None));
}

#[test]
fn a_role_that_is_gone_makes_its_title_open_again() {
    let mut app = app();
    act(&mut app, Action::Pick(1));
    assert_eq!(app.staff.as_ref().map(|staff| staff.titles[1].decision), Some(Some(Decision::Role(RoleId(0)))));
    act(&mut app, Action::Columns);
    let mut catalog = fixture::catalog().clone();
    catalog.roles.remove(0);
    reload(&mut app, fixture::engine_of(Box::leak(Box::new(catalog))), None, None);
    let notice = app.notice.clone().unwrap_or_default();
    assert!(notice.starts_with("1 title of the staff is open again"), "{notice}");
    let view = app.front_as::<StaffView>().unwrap();
    assert_eq!((view.face, view.summary.made, view.summary.counts.of_role(RoleId(0)).people), (Face::Columns, 0, 30.0));
}

#[test]
fn the_cursor_goes_on_to_what_is_in_doubt_and_says_when_nothing_is() {
    let mut app = app();
    let under = |app: &App| app.front_as::<StaffView>().and_then(StaffView::selected);
    assert_eq!(under(&app), Some(1));
    act(&mut app, Action::Pick(9));
    assert!(app.notice.as_ref().is_some_and(|notice| notice.contains("no candidate 9")));
    act(&mut app, Action::Accept);
    assert_eq!(under(&app), Some(2));
    act(&mut app, Action::Accept);
    assert_eq!(under(&app), Some(2), "it has no candidate to accept");
    act(&mut app, Action::NoOccupation);
    assert_eq!(under(&app), Some(0), "what is called sure comes where its doubt has its place");
    act(&mut app, Action::Accept);
    assert_eq!(app.notice.as_deref(), Some("No title is in doubt any more"));
    let view = app.front_as::<StaffView>().unwrap();
    assert_eq!(view.summary.progress()[1], "95% likely right");
    app.staff = None;
    update(&mut app, Msg::Resized(80, 24));
    assert!(app.trail.is_empty(), "nothing is left to show");
}
