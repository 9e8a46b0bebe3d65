//! The data screen, key by key, with the news of jobs given by hand.

use rolescope::app::data::{Listing, Offer};
use rolescope::app::job::{Ended, Event, How, Job, Stage};
use rolescope::app::{Effect, Msg, Screen, ScreenAction, reload, update};
use rolescope::screens::data;
use rolescope::snapshot;

use crate::common::User;

fn ended(user: &mut User, job: Job, how: How) {
    let ended = Ended { job, how, lines: vec!["What it did.".to_owned()], folder: None };
    update(&mut user.app, Msg::Job(Event::Ended(ended)));
}

#[test]
fn the_data_are_a_key_away_from_everywhere() {
    for keys in ["<f7>", "nurse<f7>", "<tab>d", "welder<enter>d", "<f5>d", "<f4>d", "nurse<f1><f7>", "<f5>fpay<f7>"] {
        let mut user = User::new();
        user.keys(keys);
        assert!(matches!(user.app.trail.last(), Some(Screen::Data(_))) && user.app.help.is_none(), "{keys}");
        let screen = user.screen();
        assert!(screen.contains("Loaded: the snapshot") && screen.contains("own wording"), "{screen}");
        assert!(screen.contains("1 year 7 months"), "OEWS May 2024 came out in April 2025: {screen}");
    }
    let mut user = User::new();
    user.keys("d");
    assert_eq!(user.app.search.query.text(), "d", "a letter is typed while the query has the keys");
}

/// An import takes four keys and the path, a download three.
#[test]
fn an_import_is_started_and_its_end_is_seen() {
    let mut user = User::new();
    user.keys("nurse<f7>i~/my data/onet<enter>");
    let job = Job::Import { path: "~/my data/onet".to_owned(), keep: false };
    assert_eq!(user.effects, [Effect::Start(job.clone())]);
    let reading = Stage::Reading { file: "Job Zones.txt".to_owned(), number: 2, of: 9 };
    update(&mut user.app, Msg::Job(Event::At(reading)));
    assert!(user.screen().contains("Reading file 2 of 9: Job Zones.txt"), "{}", user.screen());
    // The explorer goes on meanwhile, and every screen says how far it is.
    user.keys("<esc><esc><ctrl-u>welder<enter>");
    assert_eq!(user.role(), Some("Welders, Cutters, Solderers, and Brazers"));
    for size in [(120, 40), (40, 12)] {
        assert!(user.screen_of(size.0, size.1).lines().next().unwrap().contains("import 2/9"), "{size:?}");
    }
    ended(&mut user, job, How::Failed);
    assert!(user.screen().contains("Import failed: F7 says why"), "{}", user.screen());
    user.keys("<down>");
    assert!(user.screen().lines().next().unwrap().contains("import failed"), "{}", user.screen());
    user.keys("d");
    assert!(user.screen().contains("What it did.") && user.screen().contains("The import failed"));
    assert!(user.screen().lines().next().unwrap().contains("O*NET 30.3"), "read news are no news");
}

#[test]
fn a_download_is_listed_first_and_needs_a_yes() {
    let mut user = User::new();
    user.keys("<f7><down> f");
    let Some(Effect::List(datasets)) = user.effects.pop() else { panic!("{:?}", user.effects) };
    assert_eq!(datasets.len(), 6, "what is chosen of O*NET is one archive");
    let file = Offer { file: "db_30_3_text.zip".to_owned(), size: 14_000_000, ..Offer::default() };
    let listing = Listing { datasets: datasets.clone(), files: vec![file], ..Listing::default() };
    update(&mut user.app, Msg::In(ScreenAction::Data(data::Action::Listed(listing.clone()))));
    assert!(user.screen().contains("Download this file?") && user.screen().contains("about 14.0 MB"));
    user.keys("<enter>");
    assert!(user.screen().contains("y says yes, Esc says no"), "{}", user.screen());
    user.keys("<esc>y");
    assert!(user.effects.is_empty(), "{:?}", user.effects);
    update(&mut user.app, Msg::In(ScreenAction::Data(data::Action::Listed(listing))));
    user.keys("y");
    assert_eq!(user.effects, [Effect::Start(Job::Fetch { datasets })]);
    user.keys("x");
    assert_eq!(user.effects.last(), Some(&Effect::Cancel));
}

#[test]
fn letters_of_a_path_are_no_commands() {
    let mut user = User::new();
    user.keys("<f7>i/q?/x d<left><left><back>");
    assert!(user.effects.is_empty() && user.screen().contains("path ❯ /q?/ d"), "{}", user.screen());
    user.keys("<tab>");
    assert_eq!(user.effects, [Effect::Complete("/q?/ d".to_owned())]);
    user.keys("<esc><esc>");
    assert!(user.app.trail.is_empty());
}

#[test]
fn quitting_while_a_job_runs_is_asked_about() {
    let mut user = User::new();
    user.keys("<f7>i/x<enter><esc>q");
    assert_eq!(user.effects.len(), 1, "{:?}", user.effects);
    assert!(user.screen().contains("quit again to cancel it and leave"), "{}", user.screen());
    user.keys("q");
    assert_eq!(user.effects[1..], [Effect::Cancel, Effect::Quit]);
}

#[test]
fn keys_that_are_off_say_why() {
    for (keys, why) in [
        ("r", "no data of your own"),
        ("x", "Nothing runs"),
        ("p", "nothing has run"),
        ("<f7>", "This is the data screen"),
        ("G ", "nothing to download"),
        ("<f2>", "No role"),
        ("i/x<enter>i", "press x to cancel it"),
        ("<enter> ", "Esc goes to the list"),
    ] {
        let mut user = User::new();
        user.keys("<f7>").keys(keys);
        assert!(user.screen().contains(why), "{keys}: {}", user.screen());
    }
}

#[test]
fn new_data_come_under_the_screens_that_are_open() {
    let mut user = User::new();
    user.keys("nurse<f2><down><f2><enter>2");
    let second = user.role();
    user.keys("<f3><f5>");
    let before = (user.screen(), user.app.pins.clone(), user.app.trail.len());
    reload(&mut user.app, snapshot::open().unwrap(), None, None);
    assert_eq!((user.screen(), user.app.pins.clone(), user.app.trail.len()), before);
    user.keys("<esc><esc>");
    assert_eq!(user.role(), second, "{}", user.screen());
    user.keys("<esc>");
    assert_eq!(user.app.search.query.text(), "nurse");
}
