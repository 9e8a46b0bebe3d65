//! The arrows of the house: which room may use which, who alone names a library, and how long a file may be.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each with those that it may use.
const ROOMS: [(&str, &[&str]); 8] = [
    ("catalog", &[]),
    ("search", &["catalog"]),
    ("ingest", &["catalog", "search"]),
    ("app", &["catalog", "search"]),
    ("keys", &["catalog", "search", "app"]),
    ("ui", &["catalog", "search", "app", "keys"]),
    ("term", &["catalog", "search", "app", "keys", "ui"]),
    ("report", &["catalog", "search"]),
];

/// Libraries, and the only rooms that name them.
const LIBRARIES: [(&str, &[&str]); 8] = [
    ("postcard", &["catalog"]),
    ("tantivy", &["search"]),
    ("calamine", &["ingest"]),
    ("zip", &["ingest"]),
    ("ratatui", &["ui", "term"]),
    ("crossterm", &["term"]),
    ("tui_textarea", &["app"]),
    ("serde_json", &["report"]),
];

/// The most lines of a file.
const LONGEST: usize = 400;

/// What of a file breaks the rules of its room.
fn broken(room: &str, text: &str) -> Vec<String> {
    let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let may = ROOMS.iter().find(|(name, _)| *name == room).map_or(&[] as &[&str], |(_, may)| may);
    let mut broken = Vec::new();
    for line in own.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        for (_, after) in line.match_indices("crate::").map(|(at, found)| (at, &line[at + found.len()..])) {
            let used: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_room = ROOMS.iter().any(|(name, _)| *name == used);
            if is_room && used != room && !may.contains(&used.as_str()) {
                broken.push(format!("{room} uses {used}: {line}"));
            }
        }
        for (library, rooms) in LIBRARIES {
            if line.contains(&format!("{library}::"))
                && !line.contains(&format!("_{library}::"))
                && !rooms.contains(&room)
            {
                broken.push(format!("{room} names {library}: {line}"));
            }
        }
    }
    broken
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn rooms_use_only_the_rooms_before_them() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut problems = Vec::new();
    for (room, _) in ROOMS {
        let mut paths = Vec::new();
        files(&source.join(room), &mut paths);
        assert!(!paths.is_empty(), "{room} is there");
        let for_tests = ["tests.rs", "fixture.rs", "published_files.rs"];
        for path in paths.iter().filter(|path| !for_tests.iter().any(|name| path.ends_with(name))) {
            let text = fs::read_to_string(path).unwrap();
            let name = path.strip_prefix(&source).unwrap().display().to_string();
            // The one file that names the text area needs the widget's own styles.
            let is_text_area = |problem: &String| name == "app/query_box.rs" && problem.contains("names ratatui");
            let found = broken(room, &text).into_iter().filter(|problem| !is_text_area(problem));
            problems.extend(found.map(|problem| format!("{name}: {problem}")));
            if text.lines().count() > LONGEST {
                problems.push(format!("{name}: {} lines are more than {LONGEST}", text.lines().count()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_broken_arrow_is_noticed() {
    assert_eq!(broken("catalog", "use crate::search::Engine;").len(), 1);
    assert_eq!(broken("report", "let x = tantivy::Index::open();").len(), 1);
    assert!(broken("ui", "use crate::app::App;\nuse ratatui::Frame;\n// crate::term is named in a comment").is_empty());
    assert!(broken("search", "use super::Engine;\n#[cfg(test)]\nmod tests {\n use crate::ui::draw;\n}").is_empty());
}
