//! Choosing a place, on the catalog of the tests.

use super::*;
use crate::app::update;
use crate::fixture;

fn app(typed: &str) -> App {
    let mut app = App::new(fixture::engine());
    update(&mut app, OPEN);
    update(&mut app, Msg::Paste(typed.to_owned()));
    app
}

fn names(app: &App) -> Vec<String> {
    let view: &PlacesView = app.front_as().unwrap();
    view.rows.iter().map(|row| row.name.clone()).collect()
}

fn choose(app: &mut App) {
    update(app, Msg::In(ScreenAction::Places(Action::Choose)));
}

#[test]
fn the_nation_stands_first_and_the_cursor_on_what_is_chosen() {
    let mut app = app("");
    assert_eq!(
        names(&app),
        ["United States", "Texas", "Wyoming", "Austin-Round Rock-San Marcos, TX"],
        "no release is known of the catalog of the tests, so no year is newer"
    );
    update(&mut app, Msg::Step(Step::Down));
    choose(&mut app);
    assert!(app.trail.is_empty() && app.notice.as_ref().is_some_and(|notice| notice.contains("Texas")));
    assert_eq!(app.catalog().place().map(|place| place.name), Some("Texas"));
    update(&mut app, OPEN);
    let view: &PlacesView = app.front_as().unwrap();
    assert_eq!(view.cursor, 1);
}

#[test]
fn letters_leave_the_places_that_have_them() {
    let mut app = app("aus");
    assert_eq!(names(&app), ["Austin-Round Rock-San Marcos, TX"]);
    choose(&mut app);
    assert_eq!(app.catalog().there(), " in Austin, TX");
    let mut app = self::app("us");
    assert_eq!(names(&app), ["United States"]);
    update(&mut app, Msg::Edit(Edit::DeleteToStart));
    assert_eq!(names(&app).len(), 4);
}

#[test]
fn a_second_place_stands_beside_until_it_is_chosen_itself() {
    let beside = Msg::In(ScreenAction::Places(Action::Beside));
    let mut app = app("wyo");
    update(&mut app, beside.clone());
    assert_eq!(app.catalog().beside().map(|place| place.name), Some("Wyoming"));
    assert_eq!(names(&app), ["Wyoming"], "one is still here");
    choose(&mut app);
    assert_eq!(app.catalog().place().map(|place| place.name), Some("Wyoming"));
    assert!(app.catalog().beside().is_none());
    update(&mut app, OPEN);
    update(&mut app, Msg::Paste("wyo".to_owned()));
    update(&mut app, beside);
    assert_eq!(app.notice.as_deref(), Some("Wyoming is the chosen place itself"));
}
