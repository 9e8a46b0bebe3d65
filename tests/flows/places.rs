//! A place is chosen once, and every screen speaks of it.

use rolescope::app::Screen;
use rolescope::catalog::{Metric, Vintage};

use super::common::User;

/// In Texas from the search on, and back in the nation: the very picture of before.
#[test]
fn a_state_is_chosen_while_one_types_and_given_up_again() {
    let mut user = User::new();
    user.keys("registered nurses");
    let before = user.screen();
    user.keys("<ctrl-p>tex");
    assert!(user.screen().contains("All occupations together"), "{}", user.screen());
    user.keys("<enter>");
    assert_eq!(user.app.search.query.text(), "registered nurses", "the letters went to the places");
    let screen = user.screen();
    for said in ["Texas", "OEWS May 2025", "a year in Texas"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    user.keys("<ctrl-p>united<enter><down><up>");
    assert_eq!(user.screen(), before);
}

#[test]
fn the_title_line_says_where_at_every_width() {
    let mut user = User::new();
    user.keys("<ctrl-p>district<enter>nurse");
    for (width, height, said) in [
        (200, 60, "the District of Columbia"),
        (120, 40, "the District of Columbia"),
        (80, 24, "OEWS May 2025"),
        (40, 12, "DC"),
    ] {
        let screen = user.screen_of(width, height);
        assert!(screen.lines().next().unwrap().contains(said), "{width}: {screen}");
    }
}

#[test]
fn filters_orders_and_shares_are_those_of_the_place() {
    let mut user = User::new();
    user.keys("pay:>=150k");
    let nation = user.app.search.results.as_ref().unwrap().roles;
    user.keys("<ctrl-p>wyoming<enter>");
    let there = user.app.search.results.as_ref().unwrap().roles;
    assert_ne!(nation, there);
    let catalog = user.app.catalog();
    for hit in &user.app.search.results.as_ref().unwrap().hits {
        assert!(Metric::Pay.place(catalog, catalog.role(hit.role).unwrap()).unwrap() >= 150_000.0);
    }
    user.keys("<f5>");
    let screen = user.screen();
    assert!(screen.contains("of OEWS employment in Wyoming") && screen.contains("pay WY"), "{screen}");
}

#[test]
fn moves_ask_for_the_same_pay_there() {
    let mut user = User::new();
    user.keys("accountants and auditors<f6><ctrl-p>texas<enter>b");
    let screen = user.screen_of(200, 60);
    assert!(screen.contains("at least the same pay in Texas") && screen.contains("pay TX"), "{screen}");
}

#[test]
fn a_second_place_stands_beside_on_the_role() {
    let mut user = User::new();
    user.keys("29-1141.00<enter>7<ctrl-p>texas<enter><ctrl-p>california<tab><esc>");
    assert!(matches!(user.app.trail.last(), Some(Screen::Role(_))), "back on the role");
    let screen = user.screen_of(120, 70);
    for said in [
        "Pay and employment in Texas (BLS OEWS, May 2025)",
        "Relative error",
        "Location quotient",
        "Jobs per 1,000",
        "Price level",
        "Beside it, in California",
        "In the nation",
        "United States        median $97,550 a year, 3,379,720 employed, May 2025",
    ] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    // Where they come from, in the file of the states.
    user.keys("<ctrl-p>california<enter>G<up><up>w");
    assert!(user.app.where_from.is_some());
}

#[test]
fn what_a_state_withholds_says_so_and_is_not_filled() {
    let mut user = User::new();
    user.keys("<ctrl-p>wyoming<enter>");
    let catalog = user.app.catalog();
    let withheld = catalog.roles.iter().find(|role| catalog.estimate(role).is_some_and(|e| !e.has_wages())).unwrap();
    let none = catalog.roles.iter().find(|role| role.published.is_some() && catalog.pay(role).is_none()).unwrap();
    user.keys(&withheld.code.to_string());
    assert!(user.screen().contains("withheld in Wyoming"), "{}", user.screen());
    user.keys(&format!("<ctrl-u>{}", none.code));
    assert!(user.screen().contains("no estimate for Wyoming"), "{}", user.screen());
}

#[test]
fn a_name_of_nothing_says_what_to_do() {
    let mut user = User::new();
    user.keys("<ctrl-p>zzzz<enter>");
    let screen = user.screen();
    assert!(screen.contains("No place is called \"zzzz\""), "{screen}");
    assert!(matches!(user.app.trail.last(), Some(Screen::Places(_))));
    user.keys("<esc>");
    assert!(user.app.trail.is_empty() && user.app.catalog().lens().vintage == Vintage::Base);
}
