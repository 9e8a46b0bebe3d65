//! What a user does, written as keys, on the embedded data.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

#[path = "../common/mod.rs"]
mod common;
mod compare;
mod data;
mod map;
mod matching;
mod moves;
mod places;
mod ranking;
mod staff;
mod staffed;
mod treemap;
mod where_from;
mod whereabouts;

mod language;

use common::User;
use rolescope::app::{Effect, Msg, update};
use rolescope::keys::ctrl;

#[test]
fn a_role_is_found_by_any_of_its_words() {
    for (query, title) in [
        ("penetration test", "Penetration Testers"),
        ("15-1299.05", "Information Security Engineers"),
        ("ethical hacker", "Penetration Testers"),
    ] {
        assert_eq!(User::new().keys(query).keys("<enter>").role(), Some(title), "{query}");
    }
}

#[test]
fn esc_comes_back_with_the_query_and_the_cursor_kept() {
    let mut user = User::new();
    user.keys("security<down><down><enter>");
    let opened = user.role().unwrap();
    user.keys("<esc>");
    assert_eq!((user.app.search.query.text(), user.app.search.cursor), ("security", 2));
    assert_eq!(user.keys("<enter>").role(), Some(opened));
}

#[test]
fn the_way_back_is_the_way_one_came() {
    let mut user = User::new();
    user.keys("penetration test<enter>2<enter>");
    let shared = user.sharing();
    assert!(shared > 1, "{shared}");
    user.keys("<down><enter>");
    assert_ne!(user.role(), Some("Penetration Testers"));
    user.keys("<back>");
    assert_eq!(user.sharing(), shared);
    user.keys("<esc>");
    assert_eq!(user.role(), Some("Penetration Testers"));
    assert!(user.keys("<back>").app.trail.is_empty());
    // From there Esc clears the query, and then does nothing but say so: it never quits.
    user.keys("<esc>");
    assert!(user.app.search.results.is_none() && user.app.notice.is_none());
    user.keys("<esc>");
    assert!(user.app.notice.is_some() && user.effects.is_empty());
}

#[test]
fn q_types_in_the_query_and_quits_elsewhere() {
    let mut user = User::new();
    user.keys("q");
    assert_eq!((user.app.search.query.text(), user.effects.len()), ("q", 0));
    user.press(ctrl('c'));
    assert_eq!(user.effects, [Effect::Quit]);
    let mut user = User::new();
    assert_eq!(user.keys("<enter>q").effects, [Effect::Quit]);
    let mut user = User::new();
    assert_eq!(user.keys("<tab>q").effects, [Effect::Quit]);
}

#[test]
fn all_roles_are_browsed_by_group() {
    let mut user = User::new();
    assert!(user.screen().contains("1,016 roles · 23 groups"));
    user.keys("<right><right><enter>");
    assert_eq!(user.app.catalog().role(user.app.role().unwrap()).unwrap().code.major_group(), 15);
    user.keys("<esc>");
    for _ in 0..40 {
        user.keys("<right>");
    }
    assert_eq!(user.app.search.group(), Some(22));
}

#[test]
fn slash_starts_a_new_search_from_anywhere() {
    let mut user = User::new();
    user.keys("welder<enter>2<enter>/nurse");
    assert_eq!(user.app.search.query.text(), "nurse");
    assert!(user.app.trail.is_empty());
}

#[test]
fn the_end_of_a_long_list_is_reached() {
    let mut user = User::new();
    user.keys("manage<tab>G");
    let search = &user.app.search;
    let roles = search.results.as_ref().unwrap().roles;
    assert!(search.len() > 60 && search.len() >= roles / 2, "{} of {roles}", search.len());
    assert_eq!(search.cursor, search.len() - 1);
}

#[test]
fn a_role_without_a_survey_says_so() {
    let mut user = User::new();
    user.keys("55-3019.00");
    assert!(user.screen().contains("O*NET has not surveyed this role"), "{}", user.screen());
}

#[test]
fn the_code_and_title_are_copied() {
    let mut user = User::new();
    user.keys("15-1299.05<enter>y");
    assert_eq!(user.effects, [Effect::Copy("15-1299.05 Information Security Engineers".to_owned())]);
}

#[test]
fn help_opens_scrolls_and_closes() {
    let mut user = User::new();
    user.keys("weld<f1>");
    assert!(user.screen().contains("Search, while you type"));
    user.keys("G");
    assert!(user.screen().contains("to the shell; fg comes back"), "{}", user.screen());
    user.keys("<esc>");
    assert_eq!((user.app.help, user.app.search.query.text()), (None, "weld"));
}

#[test]
fn the_footer_says_what_enter_will_do() {
    let mut user = User::new();
    user.keys("15-1299.05<enter>2");
    assert!(user.screen().contains("⏎ who shares it"), "{}", user.screen());
    user.keys("8");
    assert!(user.screen().contains("⏎ open"), "{}", user.screen());
    assert!(!user.screen().contains("who shares it"), "{}", user.screen());
    assert_eq!(user.keys("<enter>").role(), Some("Penetration Testers"));
}

#[test]
fn the_help_begins_with_the_keys_of_the_screen_under_it() {
    let mut user = User::new();
    user.keys("15-1299.05<enter>?");
    let screen = user.screen();
    assert!(screen.lines().take(4).any(|line| line.contains("│ A role")), "{screen}");
}

#[test]
fn every_other_title_is_reached_with_the_cursor() {
    let mut user = User::new();
    user.keys("15-1299.05<enter>");
    assert!(user.screen().contains("and 36 more titles below"), "{}", user.screen());
    user.keys("G");
    // The last of its job titles (O*NET 30.3).
    assert!(user.screen().contains("Systems Security Engineer"), "{}", user.screen());
}

#[test]
fn what_opens_from_the_help_is_seen() {
    for opens in ["<f4>", "<f5>", "<f6>"] {
        let mut user = User::new();
        user.keys("weld<f1>").keys(opens);
        assert_eq!((user.app.help, user.app.trail.len()), (None, 1), "{opens}");
    }
}

#[test]
fn a_paste_of_several_lines_is_one_query() {
    let mut user = User::new();
    update(&mut user.app, Msg::Paste("registered\r\nnurse".to_owned()));
    assert_eq!(user.keys("<enter>").role(), Some("Registered Nurses"));
}

#[test]
fn nothing_is_pasted_under_the_help() {
    for beneath in ["weld", "<f5>f"] {
        let mut user = User::new();
        user.keys(beneath).keys("<f1>");
        update(&mut user.app, Msg::Paste("nurse".to_owned()));
        assert!(user.app.notice.as_deref().unwrap_or_default().starts_with("Paste goes into the search"), "{beneath}");
        user.keys("<esc>");
        assert!(!user.screen().contains("nurse"), "{beneath}: {}", user.screen());
    }
}
