//! The match screen by its keys, on made-up texts.

use std::time::{Duration, Instant};

use rolescope::app::data::OpenedText;
use rolescope::app::{Effect, Msg, Screen, ScreenAction, Step, update};
use rolescope::screens::matching::rows::Row;
use rolescope::screens::matching::side::Side;
use rolescope::screens::matching::{Action, Focus, MatchView};

use super::common::User;
use super::common::texts::{CV, NOTICE, user};

fn view(user: &User) -> &MatchView {
    user.app.front_as().unwrap()
}

fn told(user: &User) -> &str {
    user.app.notice.as_deref().unwrap_or_default()
}

fn titles(user: &User) -> Vec<&'static str> {
    let title = |role| user.app.catalog().role(role).unwrap().title;
    view(user).matched.roles.iter().map(|near| title(near.role)).collect()
}

fn act(user: &mut User, action: Action) {
    user.tell(Msg::In(ScreenAction::Matching(action)));
}

/// The sentence of the walk.
fn walked(user: &User) -> &str {
    let view = view(user);
    view.cut.said(view.walked().unwrap())
}

#[test]
fn the_empty_screen_says_what_to_do_and_tries_an_example_on_one_key() {
    let mut user = User::new();
    assert!(user.screen().contains("Ctrl-F finds the roles of a whole text"), "{}", user.screen());
    user.keys("<ctrl-f>");
    for said in ["Paste a job advertisement, a CV or a list of duties", "stays on this machine", "Tab tries an example"]
    {
        assert!(user.screen().contains(said), "{said}: {}", user.screen());
    }
    user.keys("<tab>");
    assert!(!view(&user).matched.roles.is_empty());
    assert!(user.screen().contains("words of work"), "{}", user.screen());
    user.keys("<ctrl-y>");
    assert!(view(&user).text.is_empty() && view(&user).matched.roles.is_empty());
    assert!(user.keys("<esc>").app.trail.is_empty(), "without a text Esc goes back");
    user.keys("nurse<tab>M");
    assert!(user.screen().contains("Paste a job advertisement"), "by a letter, too");
}

#[test]
fn too_little_names_no_role_and_says_what_is_missing() {
    let mut user = User::new();
    user.keys("<ctrl-f>Call<tab>");
    assert!(titles(&user).is_empty());
    assert!(user.screen().contains("Too little work in it"), "{}", user.screen());
    assert_eq!(user.app.role(), None);
    user.keys("<enter>w 123");
    assert_eq!(view(&user).focus, Focus::Roles);
}

#[test]
fn roles_stand_beside_the_text_while_it_is_typed() {
    let mut user = User::new();
    user.keys("<ctrl-f>cook<enter>").keys("grill meat and fry fish to order, q? 1");
    assert_eq!(view(&user).text.text(), "cook\ngrill meat and fry fish to order, q? 1");
    assert!(titles(&user).iter().any(|title| title.contains("Cooks")), "{:?}", titles(&user));
    assert!(user.screen().contains('%') && user.effects.is_empty());
    let screen = user.screen_of(80, 24);
    assert!(screen.contains("grill meat") && screen.contains('%'), "in a narrow terminal below the text: {screen}");
}

#[test]
fn only_the_work_counts_and_the_rest_says_why() {
    let user = user(NOTICE);
    assert!(titles(&user)[0].contains("Cooks"), "{:?}", titles(&user));
    let (work, left_out) = view(&user).summary.words;
    assert!(work > 20 && left_out > 20, "{work} {left_out}");
    let screen = user.screen();
    assert!(screen.contains("about the employer") && screen.contains("pay and benefits"), "{screen}");
    assert!(screen.contains(&format!("{work} words of work, {left_out} words left out")), "{screen}");
}

#[test]
fn sentences_are_left_out_and_taken_back_in() {
    let mut user = user(NOTICE);
    let words = view(&user).summary.words;
    user.keys("<ctrl-x>g");
    while !walked(&user).contains("family-owned") {
        user.keys("<down>");
    }
    user.keys("x");
    assert!(view(&user).walked().is_some_and(|sentence| sentence.counts && sentence.by_user));
    assert!(view(&user).summary.words.0 > words.0);
    assert!(user.screen().contains("taken in by you"), "{}", user.screen());
    user.keys(" ");
    assert_eq!(view(&user).summary.words, words, "a second time takes the choice back");
    user.keys("g<down>x");
    let without = view(&user).summary.words;
    user.keys("u");
    assert_eq!(view(&user).summary.words, words);
    user.keys("x0");
    assert_eq!(view(&user).summary.words, words);
    assert!(view(&user).chosen.is_empty());
    user.keys("u");
    assert_eq!(view(&user).summary.words, without, "to forget all is undone, too");
    user.keys("uuuuu0");
    assert!(told(&user).contains("nothing") || told(&user).contains("chosen"), "{}", told(&user));
    // Only what is left out, one sentence after the other.
    user.keys("o");
    assert!(view(&user).walked().is_some_and(|sentence| !sentence.counts));
    user.keys("G");
    assert!(view(&user).walked().is_some_and(|sentence| !sentence.counts));
    // A choice holds while the text changes around it.
    user.keys("x<enter><home>").keys("Note: ");
    assert!(!view(&user).chosen.is_empty());
    assert_eq!(view(&user).focus, Focus::Typing);
}

#[test]
fn each_side_says_what_ties_the_text_to_the_role() {
    let mut user = user(NOTICE);
    user.keys("<tab>");
    assert_eq!((view(&user).focus, view(&user).side), (Focus::Roles, Side::Why));
    let is_task = |row: &Row| matches!(row, Row::Tie { kind: "task", there, .. } if !there.text.is_empty());
    assert!(view(&user).rows.iter().any(is_task) && !view(&user).marks.is_empty());
    user.keys("2");
    let labelled = view(&user).rows.iter().filter(|row| matches!(row, Row::Duty { label: Some(_), .. })).count();
    assert!(labelled >= 3, "{:?}", view(&user).rows);
    assert!(user.screen().contains("not a forecast"), "{}", user.screen());
    user.keys("<right><right>");
    assert_eq!(view(&user).side, Side::Missing);
    assert!(view(&user).rows.iter().all(|row| matches!(row, Row::Task { .. })));
    user.keys("<right>");
    assert!(user.screen().contains("Exposure of the mix = (E1 + half of E2)"), "{}", user.screen());
    user.keys("<right>");
    assert_eq!(view(&user).side, Side::Why, "an advertisement has no last title");
    user.keys("6<left>");
    assert_eq!(view(&user).side, Side::Exposure);
    user.keys("<tab>w");
    let shown = user.app.where_from.as_ref().unwrap();
    assert!(shown.is_exposure() && shown.text().contains("half of E2"), "{}", shown.text());
    user.keys("<esc><down>w");
    assert!(user.app.where_from.as_ref().unwrap().text().contains("GPTs"));
    user.keys("<esc><esc>w");
    assert!(user.app.where_from.as_ref().unwrap().text().contains("careful coder"));
}

#[test]
fn a_row_leads_on_and_the_way_back_keeps_everything() {
    let mut user = user(NOTICE);
    user.keys("<tab><down>");
    let (role, text) = (user.app.role().unwrap(), view(&user).text.text());
    user.keys("<enter>");
    assert_eq!(user.role(), Some(user.app.catalog().role(role).unwrap().title));
    user.keys("<esc>");
    assert_eq!((user.app.role(), view(&user).focus), (Some(role), Focus::Roles));
    user.keys("2<tab><enter>");
    assert!(matches!(user.app.trail.last(), Some(Screen::Sharing(_))));
    // From anywhere back to the text, and out of it and in again: nothing is lost.
    user.keys("<ctrl-f>");
    assert_eq!((user.app.trail.len(), view(&user).side), (1, Side::Duties));
    user.keys("<esc><esc>");
    assert!(user.app.trail.is_empty());
    user.keys("weld<enter><ctrl-f>");
    assert_eq!((user.app.role(), view(&user).text.text()), (Some(role), text.clone()));
    user.keys("/<ctrl-f>");
    assert_eq!(view(&user).text.text(), text);
    user.keys("e<tab> <down> c");
    assert!(matches!(user.app.trail.last(), Some(Screen::Compare(_))), "pinned and compared");
}

#[test]
fn the_role_that_was_gone_to_keeps_the_cursor() {
    let mut user = user(NOTICE);
    user.keys("<tab><down><down>");
    let role = user.app.role().unwrap();
    user.keys("e").paste("- Wash dishes and mop the floor\n");
    assert!(view(&user).matched.roles.iter().all(|near| near.role != role) || user.app.role() == Some(role));
    // Another place shows other pay; text and roles stay.
    user.keys("<tab><ctrl-p>texas<enter>");
    assert_eq!(user.app.role(), Some(role));
    assert!(!view(&user).rows.is_empty());
}

#[test]
fn a_cv_has_ways_from_the_last_title() {
    let mut user = user(CV);
    user.keys("<tab>6");
    assert_eq!(view(&user).side, Side::LastTitle, "{:?}", view(&user).cut.form);
    let screen = user.screen_of(200, 60);
    assert!(screen.contains("Last title held") && screen.contains("brought along"), "{screen}");
    user.keys("<tab>G");
    let is_way = |row: &&Row| matches!(row, Row::Way { .. });
    while !view(&user).selected().is_some_and(|row| is_way(&row)) {
        user.keys("<up>");
    }
    user.keys("w");
    assert!(user.app.where_from.as_ref().unwrap().figures.len() >= 4);
    user.keys("<esc><enter>");
    assert!(user.role().is_some());
}

#[test]
fn a_text_is_undone_cleared_and_selected() {
    let mut user = user("weld pipes");
    user.keys("<ctrl-l>");
    assert!(view(&user).text.is_empty());
    user.keys("<ctrl-y>");
    assert_eq!(view(&user).text.text(), "weld pipes");
    user.keys("<ctrl-g>x");
    assert_eq!(view(&user).text.text(), "x");
    user.keys("<ctrl-y><ctrl-y>");
    assert!(view(&user).text.is_empty());
    user.keys("<ctrl-r><ctrl-r>");
    assert_eq!(view(&user).text.text(), "x");
    // What is pasted at the roles goes into the text.
    user.keys("<tab>").paste(" and y");
    assert_eq!((view(&user).text.text().as_str(), view(&user).focus), ("x and y", Focus::Typing));
}

#[test]
fn hostile_letters_are_no_harm() {
    let mut user = user("a\u{202e}b\r\nc\rd\te\u{7}\u{0}\u{1b}[2J\u{feff}");
    assert_eq!(view(&user).text.text(), "ab\nc\nd e[2J");
    user.keys("<ctrl-l>").paste(&"\u{301}".repeat(500)).paste("\u{1f469}\u{200d}\u{1f52c} \u{ff21}\u{ff22}");
    for (width, height) in [(120, 40), (80, 24), (21, 7), (3, 3)] {
        user.tell(Msg::Resized(width, height)).keys("<left><up><right><down><home><end><ctrl-w>");
        user.screen_of(width, height);
    }
}

#[test]
fn files_are_opened_and_saved_at_a_path() {
    let mut user = User::new();
    user.keys("<ctrl-f><ctrl-o><enter>");
    assert!(told(&user).contains("Type the path"));
    user.keys("notice.txt<enter>");
    assert_eq!(user.effects, [Effect::OpenText("notice.txt".to_owned())]);
    assert!(user.screen().contains("open \u{276f} notice.txt"), "{}", user.screen());
    act(&mut user, Action::Opened(Err("notice.txt: not found".to_owned())));
    assert!(view(&user).prompt.is_some() && told(&user).contains("not found"));
    let opened = OpenedText { name: "notice.txt".to_owned(), text: NOTICE.to_owned(), remark: None };
    // It may come after the screen was left.
    user.keys("<esc><esc>");
    act(&mut user, Action::Opened(Ok(opened)));
    user.keys("<ctrl-f>");
    assert!(titles(&user)[0].contains("Cooks") && user.screen().contains("match notice.txt"), "{}", user.screen());
    user.keys("<ctrl-s>");
    assert!(user.screen().contains("notice.match.md"), "{}", user.screen());
    user.keys("a.html<tab><enter>");
    let save = |over| Effect::SaveText { path: "a.html".to_owned(), over };
    assert_eq!(user.effects[1..], [Effect::Complete("a.html".to_owned()), save(false)]);
    act(&mut user, Action::IsThere("a.html".to_owned()));
    assert!(told(&user).contains("Enter again replaces it"));
    user.keys("<enter>");
    assert_eq!(user.effects.last(), Some(&save(true)));
    act(&mut user, Action::IsThere("a.html".to_owned()));
    user.keys("x<enter>");
    assert_eq!(
        user.effects.last(),
        Some(&Effect::SaveText { path: "a.htmlx".to_owned(), over: false }),
        "another path"
    );
    act(&mut user, Action::Saved("Saved".to_owned()));
    assert!(view(&user).prompt.is_none());
}

#[test]
fn a_long_paste_is_read_in_steps_between_keys() {
    let mut user = User::new();
    user.keys("<ctrl-f>");
    let long: Vec<String> = (0..40).map(|nth| format!("- Weld pipe number {nth} and test it for leaks")).collect();
    let long = long.join("\n");
    update(&mut user.app, Msg::Paste(long));
    assert_eq!(view(&user).text.lines().len(), 40);
    let mut steps = 0;
    while user.app.front().goes_on() {
        update(&mut user.app, Msg::GoOn);
        steps += 1;
        if steps == 2 {
            assert!(user.screen().contains("reading 32 of 40 sentences"), "{}", user.screen());
            // A key comes first.
            update(&mut user.app, Msg::Type('x'));
        }
    }
    assert!(steps > 3 && view(&user).is_done(), "{steps}");
    assert!(!user.screen().contains("reading"));
}

/// The text alone, as the reading is another's: a hundred kilobytes are pasted, typed into and drawn.
#[test]
fn a_hundred_kilobytes_stay_fluid() {
    let mut user = User::new();
    user.keys("<ctrl-f>");
    let line = "Inspects and repairs the pumps of the plant, and notes the hours of every machine in a log. ";
    let start = Instant::now();
    update(&mut user.app, Msg::Paste(line.repeat(100_000 / line.len() + 1)));
    for letter in "typed".chars() {
        update(&mut user.app, Msg::Type(letter));
        user.screen();
    }
    for step in [Step::PageUp, Step::Up, Step::Top, Step::Bottom] {
        update(&mut user.app, Msg::Step(step));
        user.screen();
    }
    // Unoptimised on a busy machine; a key takes a hundredth of it otherwise.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn every_size_has_a_picture() {
    let states =
        [("", ""), (NOTICE, ""), (NOTICE, "<tab>"), (NOTICE, "<ctrl-x>o"), (CV, "<tab>6<tab>"), (NOTICE, "<ctrl-s>")];
    for (text, keys) in states {
        let mut user = user(text);
        user.keys(keys);
        for width in [0, 1, 8, 12, 19, 20, 31, 32, 40, 59, 60, 99, 100, 120, 169, 170] {
            for height in [0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 16, 20, 30] {
                user.tell(Msg::Resized(width, height)).tell(Msg::Step(Step::PageDown));
                let screen = user.screen_of(width, height);
                // At the smallest, a line can be read; of a text it may be an empty one.
                let least = if text.is_empty() { 1 } else { 6 };
                let says = screen.chars().any(char::is_alphanumeric);
                assert!(width < 12 || height < least || says, "{keys} {width}x{height}");
                let has_figures = ["E0 ", "E1 ", "E2 ", "overlap "].iter().any(|figure| screen.contains(figure));
                assert!(!has_figures || screen.contains("task overlap"), "{keys} {width}x{height}: {screen}");
            }
        }
    }
}
