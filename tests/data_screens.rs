//! Pictures of the data screen at four sizes: the list, the details, the questions, and a job from start to end.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use common::{User, picture, rows};
use rolescope::app::data::{Completion, Listing, Offer};
use rolescope::app::job::{Ended, Event, How, Job, Stage};
use rolescope::app::{Msg, ScreenAction, update};
use rolescope::catalog::SourceId;
use rolescope::catalog::own::{Own, Record, UsedFile};
use rolescope::screens::data;
use rolescope::ui::Look;

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

fn own() -> Own {
    let file = |id, name, rows_read, rows_used, left_out| UsedFile {
        id,
        name,
        bytes: 307_200,
        sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        rows_read,
        rows_used,
        left_out,
    };
    let record = Record {
        program: "0.1.0",
        made: 1_795_478_400,
        files: vec![
            file(SourceId::Oews, "national_M2025_dl.xlsx", 1_395, 830, "565 summary occupations"),
            file(SourceId::Microsoft, "soc_metrics.csv", 785, 785, ""),
        ],
    };
    Own { path: "/home/user/.local/share/rolescope/own.pack".into(), bytes: 12_534_123, record }
}

fn user(keys: &str) -> User {
    let mut user = User::new();
    user.keys(keys);
    user
}

/// A user with data of their own.
fn owner(keys: &str) -> User {
    let mut user = User::new();
    user.app.data.own = Some(own());
    user.keys(keys);
    user
}

fn then(mut user: User, msgs: Vec<Msg>) -> User {
    for msg in msgs {
        update(&mut user.app, msg);
    }
    user
}

fn listing() -> Listing {
    let offer = |file: &str, address: &str, size, licence: &str, is_here| Offer {
        file: file.to_owned(),
        address: format!("https://{address}/{file}"),
        size,
        licence: licence.to_owned(),
        is_here,
    };
    let bls = "public domain (U.S. government work)";
    Listing {
        folder: "/home/user/.local/share/rolescope/downloads".to_owned(),
        files: vec![
            offer("db_30_3_text.zip", "www.onetcenter.org/dl_files/database", 14_000_000, "CC BY 4.0", false),
            offer("oesm24nat.zip", "www.bls.gov/oes/special-requests", 282_052, bls, true),
            offer("occupation.xlsx", "www.bls.gov/emp/ind-occ-matrix", 407_365, bls, false),
        ],
        ..Listing::default()
    }
}

fn at(stage: Stage) -> Msg {
    Msg::Job(Event::At(stage))
}

fn ended(job: Job, how: How, lines: &[&str], folder: Option<&str>) -> Msg {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    Msg::Job(Event::Ended(Ended { job, how, lines, folder: folder.map(str::to_owned) }))
}

fn import() -> Job {
    Job::Import { path: "~/onet/db_31_0_text".to_owned(), keep: true }
}

fn fetch() -> Job {
    Job::Fetch { datasets: Vec::new() }
}

/// Each state with its name.
fn screens() -> Vec<(&'static str, User)> {
    let importing = || owner("<f7>i~/onet/db_31_0_text<enter>");
    let fetching = || {
        then(
            user("<f7>"),
            vec![
                Msg::In(ScreenAction::Data(data::Action::Listed(listing()))),
                Msg::In(ScreenAction::Data(data::Action::Yes)),
            ],
        )
    };
    let reading = || at(Stage::Reading { file: "Task Statements.txt".to_owned(), number: 12, of: 41 });
    let (file, why) =
        ("db_30_3_text.zip".to_owned(), "the transfer broke off after 3000000 of 14000000 bytes".to_owned());
    let coming = at(Stage::Downloading { file: file.clone(), done: 4_200_000, total: Some(14_000_000) });
    let retrying = at(Stage::Retrying { file, why, after: 2000 });
    let offers = ["db_30_3_text/", "db_31_0_text/", "db_31_0_text.zip"].map(str::to_owned).to_vec();
    let completed = Completion { typed: "~/onet/d".to_owned(), path: "~/onet/db_3".to_owned(), offers };
    let bad = "/home/user/onet/db_31_0_text/Task Ratings.txt:1204, column \"Data Value\": \"many\" is not a number from 1 \
               to 5\n  next: take the file out of the folder, or name the datasets singly, such as --onet PATH";
    let done = [
        "yours     O*NET (31.0)",
        "snapshot  O*NET Tools Used (30.1)",
        "yours     BLS Occupational Employment and Wage Statistics (OEWS) (May 2025)",
        "",
        "Tasks and summary in O*NET's official wording.",
        "/home/user/.local/share/rolescope/own.pack: 12534123 bytes",
        "",
        "Passed over, 1 file that holds nothing of use: notes.md",
        "",
        "Task Statements.txt: 18796 rows read, 18796 used",
    ];
    let refused = "oesm24nat.zip: www.bls.gov refuses programs (403 Forbidden)\n  next: open \
                   https://www.bls.gov/oes/special-requests/oesm24nat.zip in a browser, save the file as \
                   /home/user/.local/share/rolescope/downloads/oesm24nat.zip, then run: rolescope data import \
                   /home/user/.local/share/rolescope/downloads";
    let mut unusable = user("");
    unusable.app.data.unusable = Some(
        "your data in /home/user/.local/share/rolescope/own.pack cannot be used: the checksum does not hold. The \
         embedded snapshot is shown. Import your files again (rolescope data import), or remove your data (rolescope \
         data reset)."
            .to_owned(),
    );
    unusable.keys("<f7>");
    vec![
        ("list", user("<f7>")),
        ("own", owner("<f7><down><down><down><down><down><down>")),
        ("details", owner("<f7><down><down><down><down><down><down><enter>")),
        ("unusable", unusable),
        ("chosen", user("<f7> G<up><up> ")),
        ("import", owner("<f7>i~/onet/db_31_0_text<down>")),
        (
            "import_completed",
            then(user("<f7>i~/onet/d"), vec![Msg::In(ScreenAction::Data(data::Action::Completed(completed)))]),
        ),
        ("fetch", then(user("<f7>"), vec![Msg::In(ScreenAction::Data(data::Action::Listed(listing())))])),
        ("reset", owner("<f7>r")),
        ("importing", then(importing(), vec![reading()])),
        ("importing_elsewhere", then(importing(), vec![reading(), Msg::Back, Msg::Back])),
        ("downloading", then(fetching(), vec![retrying, at(Stage::Done), coming])),
        ("imported", then(importing(), vec![ended(import(), How::Done, &done, None)])),
        ("import_failed", then(importing(), vec![ended(import(), How::Failed, &[bad], None)])),
        ("import_cancelled", then(importing(), vec![ended(import(), How::Cancelled, &[], None)])),
        (
            "not_all_fetched",
            then(fetching(), vec![ended(fetch(), How::Failed, &[refused], Some("/home/user/downloads"))]),
        ),
        ("news", then(importing(), vec![Msg::Search, ended(import(), How::Failed, &[bad], None)])),
    ]
}

#[test]
fn every_state_at_every_common_size() {
    for (name, mut user) in screens() {
        for (width, height) in SIZES {
            update(&mut user.app, Msg::Resized(width, height));
            let text = rows(&picture(&user.app, &Look::default(), (width, height)), |cell| cell.symbol().to_owned());
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
        }
    }
}

#[test]
fn the_plain_look_is_ascii() {
    let look = Look { colour: false, glyphs: rolescope::ui::look::ASCII };
    for (name, user) in screens() {
        for size in SIZES {
            let text = rows(&picture(&user.app, &look, size), |cell| cell.symbol().to_owned());
            assert!(text.is_ascii(), "{name} {size:?}\n{text}");
        }
    }
}
