//! Every JSON and CSV report, byte for byte: a change of the code that is to change no report changes none of these.
//!
//! A few short reports stand in full under `tests/snapshots`; the long ones, of a dozen roles, by their digests in
//! `tests/reports.txt`. Where bytes differ, what was found is written beside the build, to be compared with what the
//! commit before writes; `ROLESCOPE_ACCEPT=1 cargo test --test reports` takes it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

/// Roles of every kind: well published, sharing a code, top-coded, paid by the hour only, with withheld shares, never
/// surveyed, military.
const ROLES: [&str; 12] = [
    "11-1011.00",
    "15-1252.00",
    "15-1299.00",
    "15-1299.04",
    "23-2011.00",
    "25-2021.00",
    "27-2011.00",
    "29-1141.00",
    "29-1216.00",
    "43-4051.00",
    "53-7062.00",
    "55-1011.00",
];

/// Titles of every kind: listed, misspelt, too general, a code, none.
const TITLES: &str =
    "id,job title\n1,Registered Nurse\n2,sofware enginer\n3,manager\n4,15-1252\n5,n/a\n6,\"Sales Rep, NY\"\n";

/// What the program writes with these arguments: standard output, and behind it standard error where that says something.
fn report(arguments: &[&str], input: &str) -> String {
    let nowhere = std::env::temp_dir().join("rolescope-no-data");
    let mut child = Command::new(env!("CARGO_BIN_EXE_rolescope"))
        .args(arguments)
        .env("ROLESCOPE_DATA", nowhere)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (written, said) = (text(output.stdout), text(output.stderr));
    assert!(output.status.code().unwrap() < 2, "{arguments:?}: {said}");
    if said.is_empty() { written } else { format!("{written}--\n{said}") }
}

fn words(command: &str) -> Vec<&str> {
    command.split(' ').collect()
}

/// The long reports, by the command that writes them.
fn long() -> BTreeMap<String, String> {
    let mut commands: Vec<String> = Vec::new();
    for format in ["json", "csv"] {
        for query in ["nurse", "pay:>=80k zone:3", "skill:negotiation employment:>100k", "29-1141", "welder OR plumber"]
        {
            commands.push(format!("search --limit 40 --format {format} {query}"));
        }
        commands.push(format!("rank --columns index,pay,entry_pay,change,openings,education,home --format {format}"));
        commands.push(format!("rank --by employment --format {format}"));
        commands.push(format!("rank --groups --format {format}"));
        commands.push(format!("treemap --by bls --format {format}"));
        commands.push(format!("rank --place texas --vintage newest --format {format}"));
        commands.push(format!("code --top 3 --format {format}"));
        for pair in ROLES.windows(2) {
            commands.push(format!("compare --format {format} {} {}", pair[0], pair[1]));
        }
        commands.extend(ROLES.map(|role| format!("moves --all --limit 60 --format {format} {role}")));
        commands.extend(
            ROLES.map(|role| format!("where --format {format} {role}")).into_iter().filter(|_| format == "json"),
        );
    }
    for format in ["json", "csv"] {
        commands.extend(ROLES.map(|role| format!("places --by quotient --format {format} {role}")));
    }
    commands.extend(ROLES.map(|role| format!("show --format json {role}")));
    commands.push("data status --format json".to_owned());
    commands.push("staff --format json tests/staff/clinic.csv".to_owned());
    let written = |command: String| {
        let bytes = report(&words(&command), TITLES);
        (command, bytes)
    };
    let mut reports: BTreeMap<String, String> = commands.into_iter().map(written).collect();
    // Every figure of every role that `where` traces.
    for role in ROLES {
        let listed: serde_json::Value =
            serde_json::from_str(&report(&["where", "--format", "json", role], "")).unwrap();
        let figures = listed["figures"].as_array().unwrap().iter().map(|figure| figure["figure"].as_str().unwrap());
        let command = format!("where --format json {role} {}", figures.collect::<Vec<_>>().join(" "));
        reports.insert(format!("where {role}, every figure"), report(&words(&command), ""));
    }
    reports
}

#[test]
fn long_reports_are_what_they_were() {
    let list = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports.txt");
    let reports = long();
    let mut found = String::new();
    for (name, text) in &reports {
        let digest = Sha256::digest(text.as_bytes());
        let short: String = digest.iter().take(12).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        writeln!(found, "{short} {:>7} {name}", text.len()).unwrap();
    }
    if std::env::var_os("ROLESCOPE_ACCEPT").is_some() {
        std::fs::write(&list, &found).unwrap();
    }
    let known = std::fs::read_to_string(&list).unwrap();
    let known: Vec<&str> = known.lines().collect();
    let beside = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reports");
    let mut changed = Vec::new();
    for (line, (name, text)) in found.lines().zip(&reports) {
        if !known.contains(&line) {
            std::fs::create_dir_all(&beside).unwrap();
            let file = name.replace(|c: char| !c.is_ascii_alphanumeric() && !"-.".contains(c), "_");
            std::fs::write(beside.join(file), text).unwrap();
            changed.push(name.as_str());
        }
    }
    assert!(changed.is_empty(), "changed, and written to {}:\n{}", beside.display(), changed.join("\n"));
    assert_eq!(known.len(), reports.len(), "a report is gone");
}

#[test]
fn short_reports_read_as_they_did() {
    let commands = [
        ("search_json", "search --limit 2 --format json ethical hacker"),
        ("search_csv", "search --limit 3 --format csv nurse"),
        ("rank_json", "rank --limit 2 --columns index,pay --format json pay:>=80k"),
        ("rank_csv", "rank --limit 5 --by employment --format csv"),
        ("groups_json", "rank --groups --limit 1 --format json"),
        ("groups_csv", "rank --groups --format csv"),
        ("moves_json", "moves --limit 1 --format json 23-2011"),
        ("moves_csv", "moves --limit 4 --format csv 23-2011"),
        ("places_csv", "places --by median --limit 4 --format csv 27-2011"),
        ("places_json", "places --by us_prices --limit 1 --format json 29-1141"),
        ("where_json", "where --format json 27-2011.00 pay index task:1"),
        ("code_csv", "code --top 2"),
        ("code_json", "code --format json"),
        ("show_json", "show --format json 55-1011.00"),
    ];
    for (name, command) in commands {
        let text = report(&words(command), TITLES);
        insta::assert_snapshot!(name, text);
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} ends with one line end");
    }
}
