//! Where one could go from a role.

use rolescope::app::Screen;
use rolescope::catalog::{Catalog, Metric};
use rolescope::compare::moves::{LESS_OVERLAP, Order, Scope};
use rolescope::screens::moves::MovesView;

use super::common::User;

#[allow(clippy::panic, reason = "a test on another screen is to stop")]
fn view(user: &User) -> &MovesView {
    match user.app.trail.last() {
        Some(Screen::Moves(view)) => view,
        _ => panic!("no moves in front"),
    }
}

fn title(catalog: &Catalog<'static>, role: rolescope::catalog::RoleId) -> &'static str {
    catalog.role(role).unwrap().title
}

/// Which roles pay as much with less overlap: two keys after the role's name.
#[test]
fn one_key_asks_for_less_overlap_and_the_same_pay() {
    let mut user = User::new();
    user.keys("accountants and auditors<f6>");
    let before = view(&user).listed.clone();
    user.keys("b");
    let moves = view(&user);
    let catalog = user.app.catalog();
    let here = catalog.role(moves.from).unwrap();
    assert_eq!(here.title, "Accountants and Auditors");
    assert!(!moves.listed.rows.is_empty() && moves.listed.rows.len() < before.rows.len());
    let mut last = 0.0;
    for place in 0..moves.listed.rows.len() {
        let row = moves.row(place).unwrap();
        let there = catalog.role(row.role).unwrap();
        let value = |metric: Metric, role| metric.value(catalog, role).unwrap();
        assert!(value(Metric::Index, there) < value(Metric::Index, here), "{}", there.title);
        assert!(value(Metric::Pay, there) >= value(Metric::Pay, here), "{}", there.title);
        let gap = row.gap.unwrap_or(f64::INFINITY);
        assert!(gap >= last, "smallest gap first");
        last = gap;
    }
    // What is left out for the lack of a figure is counted, and nothing else is left out but what fails.
    let fails = before.rows.iter().filter(|at| {
        let row = &moves.moves.rows[**at];
        row.overlap.value().is_some_and(|v| v > -LESS_OVERLAP)
            || row.pay.value().is_some_and(|v| v < 0.0)
            || row.declines_faster == Some(true)
    });
    assert_eq!(before.rows.len(), moves.listed.rows.len() + fails.count() + moves.listed.untold);
    let said = format!("{} of {} roles have less overlap", moves.listed.rows.len(), before.rows.len());
    assert!(user.screen().contains(&said), "{}", user.screen());
    user.keys("b");
    assert_eq!(view(&user).listed, before);
}

#[test]
fn a_path_of_moves_leads_back_the_way_it_came() {
    let mut user = User::new();
    user.keys("registered nurses<enter>v");
    let catalog = user.app.catalog();
    let first = user.app.role().unwrap();
    user.keys("<down><enter>");
    let second = user.app.role().unwrap();
    assert_ne!(second, first);
    user.keys("v");
    assert_eq!(view(&user).from, second);
    // From the list itself too.
    let third = user.app.role().unwrap();
    user.keys("v");
    assert_eq!(view(&user).from, third);
    assert!(user.screen().contains(&format!("From {}: overlap", title(catalog, third))));
    user.keys("<esc><esc><esc>");
    assert_eq!((view(&user).cursor, user.app.role()), (1, Some(second)));
    user.keys("<back>");
    assert_eq!(user.role(), Some("Registered Nurses"));
}

#[test]
fn the_list_is_ordered_by_each_column_and_turned_round() {
    let mut user = User::new();
    user.keys("welders<f6>");
    let mut seen = Vec::new();
    for _ in Order::ALL {
        seen.push(view(&user).question.order);
        user.keys("s");
    }
    assert_eq!(seen, Order::ALL);
    user.keys("sss");
    assert_eq!(view(&user).question.order, Order::Pay);
    let pay = |user: &User, place| view(user).row(place).unwrap().pay.value().unwrap();
    let (most, next) = (pay(&user, 0), pay(&user, 1));
    assert!(most >= next);
    user.keys("r");
    assert!(pay(&user, 0) <= pay(&user, 1) && pay(&user, 0) <= next);
}

#[test]
fn all_roles_are_a_key_away_and_keep_the_cursor() {
    let mut user = User::new();
    user.keys("welders<f6><down><down>");
    let role = user.app.role();
    user.keys("a");
    assert_eq!((view(&user).listed.rows.len(), view(&user).question.scope), (1_015, Scope::All));
    assert_eq!(user.app.role(), role);
    user.keys("G");
    assert_eq!(view(&user).cursor, 1_014);
    user.keys("a");
    assert!(view(&user).listed.rows.len() <= 60);
}

#[test]
fn a_move_is_pinned_from_the_list() {
    let mut user = User::new();
    user.keys("welders<f6> ");
    assert_eq!(user.app.pins.roles(), [user.app.role().unwrap()]);
}

#[test]
fn a_role_without_ratings_says_what_is_missing() {
    // No ratings, but related roles.
    let mut user = User::new();
    user.keys("penetration testers<f6>");
    assert!(!view(&user).moves.is_rated && !view(&user).listed.rows.is_empty());
    let shown = user.screen_of(100, 40).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("O*NET rates no skills of this role"), "{shown}");
    // Neither.
    let mut user = User::new();
    user.keys("55-3019.00<f6>");
    assert!(view(&user).listed.rows.is_empty());
    assert!(user.screen().contains("O*NET relates no role to this one"), "{}", user.screen());
    user.keys("<enter>");
    assert!(matches!(user.app.trail.last(), Some(Screen::Moves(_))), "there is no role to open");
    user.keys("a");
    assert_eq!(view(&user).listed.rows.len(), 1_015);
}

/// The related section of the role and the moves say the same.
#[test]
fn related_roles_differ_by_the_same_figures_in_both_places() {
    let mut user = User::new();
    user.keys("13-2011.00<f6>");
    let catalog = user.app.catalog();
    let rows: Vec<_> = view(&user).moves.rows.iter().filter(|row| row.related.is_some()).copied().collect();
    let mut user = User::new();
    user.keys("13-2011.00<enter>8");
    let shown = user.screen_of(120, 60);
    for row in rows {
        let title = title(catalog, row.role);
        let line = shown.lines().find(|line| line.contains(&title[..title.len().min(28)])).unwrap();
        let figures = [row.overlap.to_string(), row.pay.to_string(), row.tier().unwrap().to_owned()];
        for figure in figures.iter().filter(|figure| !figure.contains("not published")) {
            assert!(line.contains(figure.as_str()), "{figure} in {line}");
        }
    }
}
