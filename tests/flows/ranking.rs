//! The ranking and the groups, key by key.

use rolescope::app::Screen;
use rolescope::screens::ranking::{Face, RankingView};

use super::common::User;

fn ranking(user: &User) -> &RankingView {
    match user.app.trail.last() {
        Some(Screen::Ranking(view)) => view,
        _ => unreachable!("no ranking is in front"),
    }
}

fn under_the_cursor(user: &User) -> &'static str {
    let role = user.app.role().and_then(|id| user.app.catalog().role(id));
    role.map_or("", |role| role.title)
}

#[test]
fn from_the_start_all_roles_stand_in_the_order_of_the_index() {
    let mut user = User::new();
    user.keys("<f5>");
    let view = ranking(&user);
    assert_eq!((view.cursor, view.ranking.roles().len(), view.filter.text()), (0, user.app.catalog().roles.len(), ""));
    let screen = user.screen();
    assert!(screen.contains("1,016 roles · 154,186,300 workers · 100.0% of OEWS employment"), "{screen}");
    assert!(screen.contains("roles have no exposure index: last, unranked"), "{screen}");
    let first = under_the_cursor(&user);
    assert_eq!(user.keys("<enter>").role(), Some(first));
    user.keys("<esc>G");
    let screen = user.screen_of(120, 90);
    assert!(screen.contains("roles have no exposure index"), "{screen}");
    user.keys("gs");
    assert_ne!(under_the_cursor(&user), first, "s turns the order round");
    user.keys("<esc>");
    assert!(user.app.trail.is_empty());
}

#[test]
fn the_query_of_the_search_is_the_filter() {
    let mut user = User::new();
    user.keys("paralegal<f5>");
    assert_eq!(ranking(&user).filter.text(), "paralegal");
    assert_eq!(under_the_cursor(&user), "Paralegals and Legal Assistants", "the role stays under the cursor");
    assert!(ranking(&user).ranking.roles().len() < 100);
    user.keys("x");
    assert_eq!(ranking(&user).ranking.roles().len(), user.app.catalog().roles.len());
    assert_eq!(under_the_cursor(&user), "Paralegals and Legal Assistants");
}

/// Which roles pay as much with less overlap: two keys from a role.
#[test]
fn as_much_pay_with_less_overlap() {
    let mut user = User::new();
    user.keys("paralegal<enter>te");
    let view = ranking(&user);
    assert_eq!(view.filter.text(), "pay:>=61010 exposure:<57");
    let catalog = user.app.catalog();
    let figures = |place: usize| {
        let role = catalog.role(view.ranking.roles()[place]).unwrap();
        (catalog.pay(role).unwrap().annual.median.is_some(), role.exposure.index.unwrap().percentile.0)
    };
    assert!(view.ranking.roles().len() > 50 && view.ranking.without() == 0);
    assert!(figures(0).0 && figures(0).1 <= figures(1).1 && figures(view.ranking.roles().len() - 1).1 < 57.0);
    let screen = user.screen_of(200, 60);
    assert!(screen.contains("pay like Paralegals and Legal Assistants ($61,010) or more, less overlap than its 57th"));
    let screen = user.screen_of(80, 24);
    assert!(screen.contains(" pay like Paralegals and Legal Assistants or more, less overlap\n"), "{screen}");
    user.keys("z");
    assert_eq!(ranking(&user).filter.text(), "pay:>=61010 exposure:<57 zone:2");
}

/// Where does my field stand among all others: two keys from a role.
#[test]
fn the_field_of_a_role_among_all_others() {
    let mut user = User::new();
    user.keys("paralegal<enter>t<tab>");
    let view = ranking(&user);
    assert_eq!((view.face, view.groups.rows.len()), (Face::Groups, 23));
    assert_eq!(view.groups.rows[view.groups.cursor].digits, 23);
    let screen = user.screen();
    assert!(screen.contains("23 groups · 1,016 roles · 154,186,300 workers"), "{screen}");
    user.keys("<enter>");
    let view = ranking(&user);
    assert_eq!((view.face, view.filter.text()), (Face::Roles, "group:23"));
    assert_eq!(view.ranking.roles().len(), 8);
    user.keys("<esc>");
    assert_eq!(ranking(&user).face, Face::Groups);
    user.keys("<tab>");
    assert_eq!(under_the_cursor(&user), "Paralegals and Legal Assistants");
    user.keys("<esc>");
    assert_eq!(user.role(), Some("Paralegals and Legal Assistants"));
}

#[test]
fn a_filter_is_typed_kept_and_taken_back() {
    let mut user = User::new();
    user.keys("<f5>fgroup:15 band:high pay:>=100k<enter>");
    let count = ranking(&user).ranking.roles().len();
    assert!(count > 3 && count < 38, "{count}");
    let screen = user.screen();
    assert!(screen.contains(&format!("{count} of 1,016 roles · ")), "{screen}");
    user.keys("f<ctrl-u>nosuchwordatall");
    assert!(user.screen().contains("Esc to restore the previous filter"), "{}", user.screen());
    user.keys("<esc>");
    assert_eq!(
        (ranking(&user).filter.text(), ranking(&user).ranking.roles().len()),
        ("group:15 band:high pay:>=100k", count)
    );
}

#[test]
fn a_term_that_cannot_be_used_is_said() {
    let mut user = User::new();
    user.keys("<f5>fgroup:nobody<enter>");
    assert!(!ranking(&user).remarks.is_empty());
    let remark = ranking(&user).remarks[0].clone();
    assert!(user.screen().contains(&remark[..20]), "{}", user.screen());
}

#[test]
fn nothing_found_says_what_to_do() {
    let mut user = User::new();
    user.keys("<f5>fzone:2 pay:>=200k exposure:>95<enter>");
    let screen = user.screen();
    assert!(screen.contains("0 of 1,016 roles · 0 workers · 0% of OEWS employment"), "{screen}");
    assert!(screen.contains("No role matches") && screen.contains("x to show all 1,016 roles"), "{screen}");
    user.keys("<enter>");
    assert!(user.app.notice.is_some(), "a key that is off says why");
    user.keys("x");
    assert!(!ranking(&user).ranking.roles().is_empty());
}

#[test]
fn keys_put_terms_into_the_filter_and_take_them_out() {
    let mut user = User::new();
    user.keys("<f5>i");
    assert_eq!(ranking(&user).filter.text(), "group:15");
    assert_eq!(ranking(&user).ranking.roles().len(), 38);
    user.keys("zzb");
    assert_eq!(ranking(&user).filter.text(), "group:15 zone:3 band:low");
    user.keys("bbbzzzi");
    assert_eq!(ranking(&user).filter.text(), "");
    user.keys("pr");
    assert_eq!(ranking(&user).filter.text(), "pay:>=50k growth:>0");
}

#[test]
fn columns_are_chosen_sorted_and_hidden() {
    let mut user = User::new();
    user.keys("<f5><right>s");
    let pay = user.screen_of(80, 24);
    assert!(pay.contains("pay▼") && pay.contains("≥$239k"), "{pay}");
    // The last columns come into view when they are chosen; the titles stay.
    user.keys("<right><right><right><right><right><right><right><right><right>");
    let screen = user.screen_of(80, 24);
    assert!(screen.contains(" group") && screen.contains("─ role") && !screen.contains(" pay▼"), "{screen}");
    user.keys("o<down> <esc>");
    let screen = user.screen_of(200, 60);
    assert!(!screen.contains(" pay▼") && screen.contains("median annual pay, highest first"), "{screen}");
}

#[test]
fn pinning_works_in_the_ranking_and_not_in_the_groups() {
    let mut user = User::new();
    user.keys("<f5><down> ");
    assert_eq!(user.app.pins.roles().len(), 1);
    user.keys("<tab> ");
    assert_eq!(user.app.pins.roles().len(), 1);
    assert!(user.app.notice.is_some());
}

#[test]
fn groups_are_sorted_by_their_columns() {
    let mut user = User::new();
    user.keys("<f5><tab><left>s");
    let digits: Vec<u32> = ranking(&user).groups.rows.iter().map(|group| group.digits).collect();
    assert!(digits.is_sorted() && digits.len() == 23);
    user.keys("<right><right><right><right><right>s");
    let view = ranking(&user);
    let high = |place: usize| view.groups.rows[place].percent_in(rolescope::catalog::Band::High);
    assert!(high(0) >= high(1) && high(22).is_none(), "military has none and comes last");
}
