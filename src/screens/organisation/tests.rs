use super::*;
use crate::app::update;
use crate::fixture;
use crate::staff::{Row as StaffRow, Title};

fn app() -> App {
    let mut app = App::new(fixture::engine());
    let title = Title { text: "?".to_owned(), people: 9.0, rows: 9, ..Title::default() };
    let row = StaffRow { title: 0, department: None, people: 9.0, pay: None, place: None };
    let mut staff = Staff::default();
    (staff.titles, staff.rows) = (vec![title], vec![row]);
    app.staff = Some(Box::new(staff));
    update(&mut app, OPEN);
    app
}

#[test]
fn sides_go_round_and_the_cursor_rests_on_rows_only() {
    let mut app = app();
    let on = |action| Msg::In(ScreenAction::Organisation(action));
    update(&mut app, on(Action::PreviousFace));
    for face in [Face::Moves, Face::Overview, Face::Roles, Face::Shared, Face::Pay, Face::Departments] {
        for step in [Step::Down, Step::Bottom, Step::Up, Step::PageUp, Step::PageDown, Step::Top] {
            let view = app.front_as::<Organisation>().unwrap();
            assert_eq!(view.face, face);
            assert!(view.rows[view.cursor()].is_stop(), "{face:?} {step:?}");
            update(&mut app, Msg::Step(step));
        }
        update(&mut app, on(Action::NextFace));
    }
}

#[test]
fn nothing_is_left_to_show_without_the_staff() {
    let mut app = app();
    app.staff = None;
    update(&mut app, Msg::Resized(80, 24));
    assert!(app.trail.is_empty());
}
