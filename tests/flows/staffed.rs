//! A staff is counted where the nation's workers were.

use super::common::User;

/// The ranking of a staff.
fn ranking() -> User {
    let mut user = User::new();
    user.keys("headcount:>0<f5>");
    assert!(user.screen().contains("headcount: no staff is open"), "{}", user.screen());
    user.count_hospital();
    user
}

#[test]
fn the_title_line_says_whose_people_count() {
    let mut user = User::new();
    user.keys("<ctrl-p>texas<enter><f5>").count_hospital();
    let first = |width: u16| user.screen_of(width, 30).lines().next().unwrap_or_default().to_owned();
    let lines = [(200, "staff.csv · Texas · O*NET"), (80, "staff.csv · Texas · OEWS"), (50, "staff.csv · TX")];
    for (width, words) in lines {
        assert!(first(width).contains(words), "{}", first(width));
    }
    assert!(first(40).contains("staff.csv · TX") && first(26).contains("staff"), "{} {}", first(40), first(26));
}

#[test]
fn the_staff_is_counted_until_one_goes_back() {
    let mut user = ranking();
    assert!(user.screen().contains("13 of 1,016 roles · 879 people · 98.8% of the staff"), "{}", user.screen());
    assert!(!user.screen().contains("no staff is open"));
    user.keys("f<back><back>>=50<enter>");
    assert!(user.screen().contains("of 1,016 roles · 722 people · 81.1% of the staff"), "{}", user.screen());
    // No screen of the staff is open below.
    user.keys("<esc>");
    assert!(user.app.catalog().headcounts().is_none());
    user.keys("<esc>paralegal<f5>");
    let screen = user.screen();
    assert!(screen.contains("of OEWS employment") && !screen.contains("headcount"), "{screen}");
}

#[test]
fn a_headcount_is_filtered_and_completed_as_any_figure() {
    let mut user = ranking();
    user.keys("f group:29<enter><right>s");
    let screen = user.screen();
    assert!(screen.contains("5 of 1,016 roles · 526 people · 59.1% of the staff"), "{screen}");
    assert!(screen.contains("place 1 of 5 by headcount · headcount of the staff: 412"), "{screen}");
    // Roles that share a SOC code are rows of their own: each has its people.
    assert!(!screen.contains("a SOC code each"), "{screen}");
}

#[test]
fn no_words_of_the_nation_stand_beside_a_staff() {
    for (before, after) in
        [("<f5>", ""), ("<f5>", "<tab>"), ("<f5>", "<tab>w"), ("<f10>", ""), ("<f10>", "a"), ("<f10>", "<enter>")]
    {
        let mut user = User::new();
        user.keys("headcount:>0").keys(before).count_hospital().keys(after);
        for (width, height) in [(200, 60), (120, 40), (80, 24), (60, 16), (40, 12), (30, 8)] {
            let screen = user.screen_of(width, height);
            let screen = screen.split_once('\n').map_or("", |(_, below)| below);
            for word in ["workers", "OEWS employment", "of OEWS", "of the employed", "divided evenly"] {
                assert!(!screen.contains(word), "{before}{after} {word}\n{screen}");
            }
        }
    }
}

#[test]
fn on_the_map_roles_without_anybody_stand_at_the_foot() {
    let mut user = User::new();
    user.keys("<f4>").count_hospital().keys("A");
    let screen = user.screen_of(160, 40);
    assert!(screen.contains("928 with nobody of the staff stand at the foot"), "{screen}");
    assert!(screen.contains("headcount of the staff (staff.csv), log scale"), "{screen}");
    // The page of a role says how many they are.
    let mut user = User::new();
    user.keys("29-1141.00<enter>").count_hospital();
    assert!(user.screen().contains("412 people of staff.csv"), "{}", user.screen());
}
