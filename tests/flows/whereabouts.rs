//! A role's places, by keys and on the embedded data.

use rolescope::app::Screen;
use rolescope::compare::places::{PlaceFigure, Scope};
use rolescope::screens::whereabouts::{Pane, Whereabouts};

use super::common::User;

/// The places in front.
fn view(user: &User) -> &Whereabouts {
    let view = user.app.trail.last().and_then(|screen| match screen {
        Screen::Whereabouts(view) => Some(view),
        _ => None,
    });
    view.unwrap()
}

fn here(user: &User) -> &'static str {
    view(user).selected().unwrap().name(user.app.catalog())
}

#[test]
fn where_nurses_are_and_where_they_are_paid_most() {
    let mut user = User::new();
    user.keys("registered nurses<enter>P");
    assert_eq!((here(&user), view(&user).listed.rows.len()), ("California", 54));
    user.keys("ss");
    assert_eq!((here(&user), view(&user).listed.by), ("West Virginia", PlaceFigure::Quotient));
    user.keys("s");
    assert_eq!(here(&user), "California");
    assert!(user.screen().contains("$140,270"), "{}", user.screen());
    // At the nation's prices the order is another one.
    user.keys("s");
    assert_eq!(view(&user).listed.by, PlaceFigure::UsPrices);
    assert!(user.screen().contains("BEA 2024"));
}

#[test]
fn the_map_is_walked_and_a_state_taken_for_everything() {
    let mut user = User::new();
    user.keys("15-1252.00<enter>P<tab>");
    assert_eq!((view(&user).pane, here(&user)), (Pane::Map, "California"));
    user.keys("<up><up>");
    assert_eq!(here(&user), "Washington");
    user.keys("<enter>");
    assert_eq!(user.app.catalog().place().unwrap().name, "Washington");
    assert!(user.app.notice.is_some());
    user.keys("<right>b");
    assert_eq!(user.app.catalog().beside().unwrap().name, "Idaho");
    let shown = user.screen_of(200, 60);
    assert!(shown.contains("Nation, May 202") && shown.contains("Idaho"), "{shown}");
    // Its role page speaks of the place now; the places do, whatever is looked at.
    user.keys("<esc>");
    let washington = user.app.catalog().pay(user.app.catalog().role(user.app.role().unwrap()).unwrap()).unwrap();
    assert_eq!(washington.employment, Some(107_030));
    user.keys("P");
    assert_eq!(here(&user), "Washington", "the cursor is on the place that is looked at");
    user.keys("<enter>");
    assert!(user.app.catalog().place().is_none());
}

#[test]
fn what_is_hourly_or_missing_says_so() {
    let mut user = User::new();
    user.keys("27-2011.00<enter>Psss");
    let shown = user.screen();
    assert!(shown.contains("/h") && !shown.contains("$59,"), "{shown}");
    for role in ["55-1011.00", "45-3031.00"] {
        let mut user = User::new();
        user.keys(role).keys("<enter>P");
        let shown = user.screen();
        assert!(shown.contains("BLS publishes no pay") || shown.contains("BLS estimates nothing"), "{shown}");
        user.keys("<tab><enter>sr");
        assert!(user.app.catalog().place().is_none());
    }
}

#[test]
fn areas_and_industries_say_what_brings_them() {
    let mut user = User::new();
    user.keys("welders<enter>Pi");
    assert!(matches!(view(&user).places.scope, Scope::Industries(_)));
    assert!(user.screen().contains("natsector_M2025_dl.xlsx"), "{}", user.screen());
    user.keys("a");
    assert!(user.screen().contains("MSA_M2025_dl.xlsx"), "{}", user.screen());
    user.keys("a");
    assert_eq!(view(&user).places.scope, Scope::States);
}
