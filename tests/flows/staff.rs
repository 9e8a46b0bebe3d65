//! The staff by its keys, on a made-up clinic.

use rolescope::app::{Effect, Msg, Screen, ScreenAction, Step, update};
use rolescope::keys::chord::ch;
use rolescope::keys::message;
use rolescope::screens::staff::{Action, Face, StaffView};
use rolescope::staff::columns::{Asked, Holds};
use rolescope::staff::decisions::Decision;
use rolescope::staff::{Paper, Staff, Standing};

use super::common::staff::{TITLES, staff, user, user_of};
use super::common::{User, chords};

fn view(user: &User) -> &StaffView {
    let view =
        user.app.trail.last().and_then(|screen| if let Screen::Staff(view) = screen { Some(view) } else { None });
    view.unwrap()
}

fn kept(user: &User) -> &Staff {
    user.app.staff.as_deref().unwrap()
}

/// The title under the cursor.
fn title(user: &User) -> &rolescope::staff::Title {
    view(user).title(kept(user)).unwrap()
}

fn told(user: &User) -> &str {
    user.app.notice.as_deref().unwrap_or_default()
}

fn code(user: &User, role: rolescope::catalog::RoleId) -> String {
    user.app.catalog().role(role).unwrap().code.to_string()
}

#[test]
fn the_first_look_says_what_is_read_and_how_much_is_sure() {
    let user = user();
    for (width, height) in [(200, 60), (120, 40), (80, 24)] {
        let screen = user.screen_of(width, height);
        for said in
            ["people are counted in a role", "surely", "title \"Job Title\", headcount \"FTE\"", "no decisions yet"]
        {
            assert!(screen.contains(said), "{said} at {width}: {screen}");
        }
    }
    assert!(title(&user).doubt() > 0.0, "the first title is worth a decision");
    let mut without = User::new();
    without.keys("<f11>");
    assert_eq!(told(&without), "Open one with: rolescope staff FILE");
    without.keys("weld<tab>J");
    assert_eq!(told(&without), "Open one with: rolescope staff FILE");
}

#[test]
fn a_digit_decides_and_goes_on_and_nothing_moves_under_the_cursor() {
    let mut user = user();
    let (before, rows) = (kept(&user).counts(None), view(&user).rows.clone());
    let wanted = title(&user).coding.candidates[1].role;
    let first = view(&user).selected().unwrap();
    user.keys("2");
    assert_eq!(kept(&user).titles[first].decision, Some(Decision::Role(wanted)));
    assert_eq!(view(&user).rows, rows);
    assert!(title(&user).doubt() > 0.0 && view(&user).cursor > 0);
    let second = view(&user).selected().unwrap();
    user.keys("n");
    let third = view(&user).selected().unwrap();
    user.keys("x");
    assert_eq!(kept(&user).titles[second].standing(), Standing::NoOccupation);
    assert_eq!(kept(&user).titles[third].standing(), Standing::LeftOut);
    assert!(user.screen().contains("3 decisions, not saved"), "{}", user.screen());
    // Taken back one by one, to the start; each time the cursor is on its title.
    for title in [third, second, first] {
        user.keys("u");
        assert_eq!(view(&user).selected(), Some(title));
        assert!(told(&user).starts_with("Undone"));
    }
    assert_eq!(kept(&user).counts(None), before);
    user.keys("u");
    assert_eq!(told(&user), "There is nothing to undo");
    assert!(kept(&user).is_saved(), "there is nothing to save");
    user.keys("a0");
    assert_eq!(told(&user), "Nothing is decided on this title", "the cursor has gone on");
    user.keys("<up>0");
    assert_eq!(kept(&user).counts(None), before);
}

#[test]
fn a_title_in_full_size_shows_its_candidates_side_by_side() {
    let mut user = user();
    let first = view(&user).selected().unwrap();
    user.keys("<enter>");
    assert_eq!(view(&user).face, Face::Title);
    let screen = user.screen();
    for said in ["Main tasks", "median pay", "overlap", "not a forecast", "this staff"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    user.keys("<right>l<left>");
    let wanted = title(&user).coding.candidates[1].role;
    assert_eq!(user.app.role(), Some(wanted));
    user.keys("<down><up>");
    assert_eq!((view(&user).selected(), view(&user).candidate), (Some(first), 0), "up and down go to other titles");
    user.keys("<right><enter>");
    assert_eq!(kept(&user).titles[first].role(), Some(wanted));
    assert_eq!(view(&user).face, Face::Titles);
    assert_ne!(view(&user).selected(), Some(first));
    user.keys("<enter><esc>");
    assert_eq!(view(&user).face, Face::Titles);
    assert!(user.keys("<esc>").app.trail.is_empty());
    // It is there again, decided as it was.
    user.keys("<f11>");
    assert_eq!(kept(&user).titles[first].role(), Some(wanted));
}

#[test]
fn any_role_is_found_by_its_name() {
    let mut user = user();
    let first = view(&user).selected().unwrap();
    user.keys("rchaplain");
    assert_eq!(view(&user).face, Face::Search);
    assert_eq!(code(&user, user.app.role().unwrap()), "21-2011.00");
    user.keys("<esc>");
    assert_eq!((view(&user).face, title(&user).decision), (Face::Title, None));
    user.keys("/clergy<enter>");
    assert_eq!(code(&user, kept(&user).titles[first].role().unwrap()), "21-2011.00");
    assert_eq!(view(&user).face, Face::Titles);
}

#[test]
fn the_page_of_a_role_is_one_key_away_and_so_is_the_way_back() {
    let mut user = user();
    user.keys("<down><down>");
    let (row, role) = (view(&user).cursor, user.app.role().unwrap());
    user.keys("p");
    assert_eq!(user.role(), Some(user.app.catalog().role(role).unwrap().title));
    user.keys("J");
    assert_eq!((view(&user).cursor, user.app.trail.len()), (row, 1));
    user.keys(" ");
    assert_eq!(user.app.pins.roles(), [role]);
    user.keys("<f5><f11>");
    assert_eq!((view(&user).cursor, user.app.trail.len()), (row, 1));
}

#[test]
fn titles_are_filtered_and_ordered() {
    let mut user = user();
    let all = kept(&user).titles.len();
    user.keys("fnurse");
    assert!(view(&user).rows.len() < all, "titles and roles with the word");
    assert!(user.screen().contains("filter"));
    user.keys("<enter>");
    let found: Vec<_> = view(&user).rows.iter().map(|at| kept(&user).titles[*at].text.as_str()).collect();
    assert!(
        found.contains(&"RN - Float Pool") && found.contains(&"Nurse Mangaer") && !found.contains(&"Cook"),
        "{found:?}"
    );
    let count = found.len();
    user.keys("fzz<esc>");
    assert_eq!(view(&user).rows.len(), count, "Esc brings the filter from before back");
    user.keys("f<ctrl-u><enter><tab>");
    let waiting = view(&user).rows.len();
    assert!(waiting < all && view(&user).rows.iter().all(|at| kept(&user).titles[*at].standing().waits()));
    user.keys("a");
    assert_eq!(view(&user).rows.len(), waiting, "a decided title stays where it is");
    user.keys("z");
    assert_eq!(view(&user).rows.len(), waiting - 1, "until the list is made anew");
    user.keys("<tab>b");
    assert_eq!(title(&user).text, "Registered Nurse", "largest first");
    user.keys("b");
    assert_eq!(title(&user).text, "");
    user.keys("fzzz<enter>");
    assert!(user.screen().contains("No title has these words."));
    user.keys("1a<enter>nxu<right>p");
    assert_eq!(kept(&user).decided(), 0, "the one decision is undone; nothing else was under the cursor");
}

#[test]
fn other_columns_are_read_and_decisions_go_along() {
    let mut user = user();
    user.keys("1C<enter>");
    assert_eq!((view(&user).face, user.effects.len()), (Face::Titles, 0), "they were right");
    user.keys("C<down><down><right>");
    assert!(user.screen().contains("What you have decided is kept"), "{}", user.screen());
    user.keys("<enter>");
    let Some(Effect::ReadAgain(asked)) = user.effects.last() else { panic!("{:?}", user.effects) };
    assert_eq!(asked.of(Holds::Headcount), Some("Annual Salary"));
    assert_eq!(asked.of(Holds::Title), Some("Job Title"));
    assert_eq!(asked.of(Holds::Place), Some("none"));
    // What the program does then.
    let mut asked = asked.clone();
    asked.0[Holds::Headcount as usize] = Some("none".to_owned());
    let mut again = staff("clinic.csv", &asked);
    again.go_on_from(kept(&user));
    assert_eq!((again.decided(), again.is_saved()), (1, false));
    let mut user = user_of(again);
    assert!(user.screen().contains("1 decision, not saved"), "{}", user.screen());
    user.keys("u");
    assert!(kept(&user).is_saved(), "undone to the start");
    // A file that cannot be read any more is said to be so, once.
    let mut lost = staff("clinic.csv", &Asked::default());
    lost.problem = Some("Not read again".to_owned());
    let mut user = user_of(lost);
    assert_eq!(told(&user), "Not read again");
    user.keys("<esc><f11>");
    assert_eq!(told(&user), "");
    // Standard input is gone once it was read.
    let mut user = user_of(staff("-", &Asked::default()));
    user.keys("C<left><enter>");
    assert!(told(&user).starts_with("Standard input cannot be read again"));
    assert!(user.effects.is_empty());
}

#[test]
fn what_is_not_saved_is_asked_about_once() {
    let mut user = user();
    user.keys("s");
    assert_eq!(told(&user), "No decision is unsaved");
    user.keys("1q");
    assert!(user.effects.is_empty() && told(&user).contains("not saved"), "{}", told(&user));
    user.keys("s");
    assert_eq!(user.effects, [Effect::Save(Paper::Decisions)]);
    // What the terminal tells once they are written.
    update(&mut user.app, Msg::In(ScreenAction::Staff(Action::Saved(Paper::Decisions))));
    assert!(user.screen().contains("1 decision, saved"), "{}", user.screen());
    user.keys("q");
    assert_eq!(user.effects.last(), Some(&Effect::Quit));
    // Undone, and the same number of other decisions: not what was saved.
    user.keys("un");
    assert!(!kept(&user).is_saved());
    user.keys("<ctrl-c><ctrl-c>");
    assert_eq!(user.effects.len(), 3, "the second time it ends");
    user.keys("oe");
    assert_eq!(user.effects[3..], [Effect::Save(Paper::Codes), Effect::Save(Paper::Report)]);
}

/// People whose title stands in its right code, or rightly in none.
fn right(staff: &Staff) -> f64 {
    let truth = |text: &str| TITLES.iter().find(|(title, ..)| *title == text).and_then(|(_, _, soc)| *soc);
    let catalog = rolescope::snapshot::open().unwrap().catalog();
    let is_right = |title: &&rolescope::staff::Title| {
        let soc = title.role().and_then(|role| catalog.role(role)).map(|role| role.code.soc().to_string());
        soc.as_deref() == truth(&title.text)
    };
    staff.titles.iter().filter(is_right).map(|title| title.people).sum()
}

#[test]
fn few_keys_make_nearly_everybody_right() {
    let mut user = user();
    let all = kept(&user).counts(None).people();
    let mut pressed = 0;
    while right(kept(&user)) < 0.95 * all {
        let under = title(&user);
        assert!(under.doubt() > 0.0, "nothing in doubt is left: {} of {all} right", right(kept(&user)));
        let soc = TITLES.iter().find(|(text, ..)| *text == under.text).and_then(|(_, _, soc)| *soc);
        let has = |candidate: &rolescope::search::Candidate| {
            Some(code(&user, candidate.role)[..7].to_owned()).as_deref() == soc
        };
        let keys = match (soc, under.coding.candidates.iter().position(has)) {
            (None, _) => "n".to_owned(),
            (_, Some(place)) => (place + 1).to_string(),
            (Some(soc), None) => format!("r{soc}<enter>"),
        };
        pressed += chords(&keys).len();
        user.keys(&keys);
    }
    let decided = kept(&user).decided();
    println!("{pressed} keys for {decided} decisions, {:.1}% right", right(kept(&user)) / all * 100.0);
    assert!(pressed <= 12, "{pressed} keys for {decided} decisions");
    assert!(message(&user.app, ch('u')).is_some());
}

#[test]
fn every_size_has_a_picture() {
    for keys in ["", "<enter>", "rzz", "C", "fnurs", "fzzz<enter>"] {
        let mut user = user();
        user.keys(keys);
        for width in [1, 8, 12, 19, 20, 31, 32, 59, 60, 99, 100, 110] {
            for height in [1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 16, 20] {
                update(&mut user.app, Msg::Resized(width, height));
                update(&mut user.app, Msg::Step(Step::PageDown));
                let screen = user.screen_of(width, height);
                let is_framed = !screen.contains("overlap    ") || screen.contains("task overlap");
                assert!(is_framed, "a figure without its frame, {keys} {width}x{height}: {screen}");
                // At the smallest, a line can be read.
                assert!(width < 12 || screen.trim().chars().any(char::is_alphabetic), "{keys} {width}x{height}");
            }
        }
    }
}
