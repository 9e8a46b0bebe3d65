//! The data screen's messages in, its state and effects out.

use super::{Action, DataView, Line, OPEN, Pane, pane_lines, size};
use crate::app::data::{Completion, Listing, Offer};
use crate::app::job::{Ended, Event, How, Job, Stage};
use crate::app::{App, Effect, Msg, ScreenAction, Step, update};
use crate::catalog::own::{Own, Record, UsedFile};
use crate::catalog::{Date, SourceId};
use crate::fixture;

fn app(msgs: &[Msg]) -> App {
    let mut app = App::new(fixture::engine());
    app.data.today = Some(Date { year: 2026, month: 11, day: 24 });
    for msg in msgs {
        update(&mut app, msg.clone());
    }
    app
}

fn own() -> Own {
    let file = UsedFile {
        id: SourceId::Onet,
        name: "Occupation Data.txt",
        bytes: 265_000,
        sha256: "ab",
        rows_read: 1_017,
        rows_used: 1_016,
        left_out: "1 empty row",
    };
    let record = Record { program: "0.1.0", made: 1_795_478_400, files: vec![file] };
    Own { path: "/data/own.pack".into(), bytes: 12_500_000, record }
}

/// What the pane says, in one line.
fn said(app: &App) -> String {
    let lines = pane_lines(app.front_as::<DataView>().unwrap(), app.around(), 60).into_iter().map(|line| match line {
        Line::Text { text, .. } => text.trim().to_owned(),
        Line::Bar(share) => format!("[{share:.2}]"),
    });
    let all = lines.collect::<Vec<_>>().join(" ");
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn act(app: &mut App, action: Action) -> Vec<Effect> {
    update(app, Msg::In(ScreenAction::Data(action)))
}

fn typed(app: &mut App, path: &str) {
    path.chars().for_each(|letter| _ = update(app, Msg::Type(letter)));
}

fn ended(job: Job, how: How, line: &str, folder: Option<&str>) -> Msg {
    let ended = Ended { job, how, lines: vec![line.to_owned()], folder: folder.map(str::to_owned) };
    Msg::Job(Event::Ended(ended))
}

fn import(keep: bool) -> Job {
    Job::Import { path: "/files".to_owned(), keep }
}

fn listing() -> Listing {
    let offer = Offer {
        file: "a.zip".to_owned(),
        address: "https://example.org/a.zip".to_owned(),
        size: 14_000_000,
        licence: "CC BY 4.0".to_owned(),
        is_here: false,
    };
    Listing { folder: "/data/downloads".to_owned(), files: vec![offer.clone(), offer], ..Listing::default() }
}

#[test]
fn a_dataset_is_shown_with_its_age_and_its_files() {
    let mut app = app(&[OPEN]);
    let text = said(&app);
    for part in ["Release 30.3", "2026-05, 6 months old", "3 of 3", "the snapshot inside the program", "CC BY 4.0"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    app.data.own = Some(own());
    let text = said(&app);
    for part in
        ["yours: from files", "Occupation Data.txt", "1,017 rows read, 1,016 used; 265 kB; left out: 1 empty row"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    app.data.today = None;
    assert!(!said(&app).contains("old"), "an age needs a day");
}

#[test]
fn an_import_starts_with_the_path_and_keeps_present_data() {
    let mut app = app(&[OPEN]);
    act(&mut app, Action::Import);
    assert!(act(&mut app, Action::StartImport).is_empty() && app.notice.is_some(), "no path, no import");
    typed(&mut app, "/files");
    // Without data of one's own there is nothing to keep.
    act(&mut app, Action::TurnKeep);
    let effects = act(&mut app, Action::StartImport);
    assert_eq!(effects, [Effect::Start(import(false))]);
    assert!(matches!(app.front_as::<DataView>().unwrap().pane, Pane::Job));

    for (turns, keep) in [(0, true), (1, false), (2, true)] {
        let mut app = self::app(&[]);
        app.data.own = Some(own());
        update(&mut app, OPEN);
        act(&mut app, Action::Import);
        update(&mut app, Msg::Paste("/files\n".to_owned()));
        (0..turns).for_each(|_| _ = act(&mut app, Action::TurnKeep));
        assert_eq!(act(&mut app, Action::StartImport), [Effect::Start(import(keep))], "{turns}");
    }
}

#[test]
fn the_path_of_the_last_import_is_there_again_and_a_letter_starts_afresh() {
    let before = || {
        let mut app = app(&[OPEN, Msg::In(ScreenAction::Data(Action::Import))]);
        typed(&mut app, "/files");
        act(&mut app, Action::StartImport);
        update(&mut app, ended(import(false), How::Failed, "x", None));
        act(&mut app, Action::Import);
        app
    };
    assert_eq!(act(&mut before(), Action::StartImport), [Effect::Start(import(false))]);
    let mut afresh = before();
    typed(&mut afresh, "/f");
    assert_eq!(act(&mut afresh, Action::Complete), [Effect::Complete("/f".to_owned())]);
    let mut goes_on = before();
    let there = Completion { typed: "/files".to_owned(), path: "/files".to_owned(), offers: Vec::new() };
    update(&mut goes_on, Msg::In(ScreenAction::Data(Action::Completed(there))));
    typed(&mut goes_on, "/2");
    assert_eq!(act(&mut goes_on, Action::Complete), [Effect::Complete("/files/2".to_owned())]);
}

#[test]
fn a_path_is_completed_unless_another_is_typed_by_then() {
    let mut app = app(&[OPEN, Msg::In(ScreenAction::Data(Action::Import))]);
    typed(&mut app, "/fi");
    assert_eq!(act(&mut app, Action::Complete), [Effect::Complete("/fi".to_owned())]);
    let late = Completion { typed: "/f".to_owned(), path: "/fish".to_owned(), offers: Vec::new() };
    update(&mut app, Msg::In(ScreenAction::Data(Action::Completed(late))));
    let offers = vec!["files/".to_owned(), "filed/".to_owned()];
    update(
        &mut app,
        Msg::In(ScreenAction::Data(Action::Completed(Completion {
            typed: "/fi".to_owned(),
            path: "/file".to_owned(),
            offers,
        }))),
    );
    assert!(said(&app).contains("files/ filed/"), "{}", said(&app));
    typed(&mut app, "s");
    assert!(!said(&app).contains("filed/"), "offers are of what stands there");
    assert_eq!(
        act(&mut app, Action::StartImport),
        [Effect::Start(Job::Import { path: "/files".to_owned(), keep: false })]
    );
}

#[test]
fn nothing_is_downloaded_without_a_yes() {
    let mut app = app(&[OPEN]);
    assert_eq!(act(&mut app, Action::Fetch), [Effect::List(Vec::new())]);
    assert!(act(&mut app, Action::Yes).is_empty(), "nothing was asked");
    update(&mut app, Msg::In(ScreenAction::Data(Action::Listed(listing()))));
    let text = said(&app);
    assert!(text.contains("2, about 28.0 MB in all") && text.contains("https://example.org/a.zip"), "{text}");
    assert!(update(&mut app, Msg::Open).is_empty() && app.data.running.is_none(), "Enter is no yes");
    act(&mut app, Action::No);
    assert!(act(&mut app, Action::Yes).is_empty() && app.data.running.is_none());
    update(&mut app, Msg::In(ScreenAction::Data(Action::Listed(listing()))));
    assert_eq!(act(&mut app, Action::Yes), [Effect::Start(Job::Fetch { datasets: Vec::new() })]);
    assert_eq!(app.data.running.as_ref().unwrap().files, 2);

    let mut app = self::app(&[OPEN]);
    let problem = Some("there is no home folder".to_owned());
    update(&mut app, Msg::In(ScreenAction::Data(Action::Listed(Listing { problem, ..Listing::default() }))));
    assert!(act(&mut app, Action::Yes).is_empty(), "nowhere to put it");
}

#[test]
fn datasets_are_chosen_for_a_download() {
    let mut app = app(&[OPEN]);
    act(&mut app, Action::Choose);
    let effects = act(&mut app, Action::Fetch);
    let [Effect::List(chosen)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(chosen.contains(&SourceId::Onet) && chosen.contains(&SourceId::OnetTools), "one archive: {chosen:?}");
    act(&mut app, Action::Choose);
    assert_eq!(act(&mut app, Action::Fetch), [Effect::List(Vec::new())]);
}

#[test]
fn what_has_come_can_be_imported_at_once() {
    let fetch = Job::Fetch { datasets: Vec::new() };
    let mut app =
        app(&[OPEN, Msg::In(ScreenAction::Data(Action::Listed(listing()))), Msg::In(ScreenAction::Data(Action::Yes))]);
    update(&mut app, ended(fetch, How::Done, "a.zip: unchanged", Some("/data/downloads")));
    assert!(
        said(&app).contains("Downloaded Press Enter to import the downloaded files. a.zip: unchanged"),
        "{}",
        said(&app)
    );
    update(&mut app, Msg::Open);
    let job = Job::Import { path: "/data/downloads".to_owned(), keep: false };
    assert_eq!(act(&mut app, Action::StartImport), [Effect::Start(job)]);
}

#[test]
fn a_job_is_watched_cancelled_and_its_end_is_told_everywhere() {
    let mut app = app(&[OPEN, Msg::In(ScreenAction::Data(Action::Import))]);
    typed(&mut app, "/files");
    act(&mut app, Action::StartImport);
    let reading = Stage::Reading { file: "b.txt".to_owned(), number: 2, of: 4 };
    update(&mut app, Msg::Job(Event::At(reading)));
    assert!(said(&app).contains("Reading file 2 of 4: b.txt [0.25]"), "{}", said(&app));
    for action in [Action::Import, Action::Fetch] {
        act(&mut app, action);
        typed(&mut app, "/other");
        assert!(act(&mut app, Action::StartImport).is_empty(), "one at a time");
    }
    // Elsewhere meanwhile: a notice of the user's own is not taken away by news.
    update(&mut app, Msg::Search);
    update(&mut app, Msg::Unavailable("Why not"));
    update(&mut app, Msg::Job(Event::At(Stage::Joining)));
    assert_eq!(app.notice.as_deref(), Some("Why not"));
    update(&mut app, OPEN);
    assert!(matches!(app.front_as::<DataView>().unwrap().pane, Pane::Job), "the screen opens on it");
    assert_eq!(act(&mut app, Action::Cancel), [Effect::Cancel]);
    assert!(said(&app).contains("Cancelling"), "{}", said(&app));
    update(&mut app, Msg::Back);
    update(&mut app, Msg::Back);
    update(&mut app, ended(import(false), How::Cancelled, "", None));
    assert_eq!(app.notice.as_deref(), Some("Import cancelled: F7 says more"));
    assert!(app.data.is_news && app.data.running.is_none());
    update(&mut app, OPEN);
    assert!(!app.data.is_news && said(&app).contains("your data stays as it is"), "{}", said(&app));
}

#[test]
fn an_error_is_shown_in_full_and_scrolls() {
    let mut app = app(&[OPEN, Msg::Resized(80, 12)]);
    let long = (1..=30).map(|line| format!("line {line} of the error")).collect::<Vec<_>>().join("\n");
    update(&mut app, ended(import(false), How::Failed, &long, None));
    let lines = pane_lines(app.front_as::<DataView>().unwrap(), app.around(), 78).len();
    update(&mut app, Msg::Step(Step::Bottom));
    let view = app.front_as::<DataView>().unwrap();
    assert!(view.scroll > 20 && view.scroll < lines, "{} of {lines}", view.scroll);
    let text = said(&app);
    assert!(text.contains("The import failed; your data has not changed") && text.contains("line 30 of"), "{text}");
}

#[test]
fn whoever_leaves_while_a_job_runs_is_asked() {
    let mut app = app(&[]);
    assert_eq!(update(&mut app, Msg::Quit), [Effect::Quit]);
    app.data.running = Some(crate::app::job::Running::new(import(false), 0));
    assert!(update(&mut app, Msg::Quit).is_empty() && app.notice.is_some());
    update(&mut app, Msg::Step(Step::Down));
    assert!(update(&mut app, Msg::Quit).is_empty(), "another key in between takes it back");
    update(&mut app, Msg::Job(Event::At(Stage::Joining)));
    assert_eq!(update(&mut app, Msg::Quit), [Effect::Cancel, Effect::Quit]);
}

#[test]
fn a_reset_asks_first() {
    let mut app = app(&[]);
    app.data.own = Some(own());
    update(&mut app, OPEN);
    act(&mut app, Action::Reset);
    let text = said(&app);
    assert!(text.contains("/data/own.pack") && text.contains("O*NET (30.3)"), "{text}");
    assert_eq!(act(&mut app, Action::Yes), [Effect::Start(Job::Reset)]);
}

#[test]
fn bytes_stand_in_words() {
    assert_eq!([9_999, 282_052, 14_000_000].map(size), ["9,999 bytes", "282 kB", "14.0 MB"]);
}
