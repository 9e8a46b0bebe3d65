//! The arrows of the house: which room imports from which, which room names which library, and how long a file is.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};

/// What a room may import from. Single files such as `main.rs`, `cli.rs` and `open_data.rs` stand at the door and see every
/// room. `screens` is no room: [`room`] says to which one each of its files belongs, and [`BESIDE`] what they may name there.
const ROOMS: [(&str, &[&str]); 14] = [
    ("catalog", &[]),
    ("document", &[]),
    ("search", &["catalog"]),
    ("ingest", &["catalog"]),
    ("compare", &["catalog", "search"]),
    ("staff", &["catalog", "search", "compare"]),
    ("matching", &["catalog", "search", "compare"]),
    ("app", &["catalog", "search", "compare", "staff", "matching", "screens"]),
    ("keys", &["app", "catalog", "search", "compare", "staff", "matching", "screens"]),
    ("ui", &["app", "keys", "catalog", "search", "compare", "staff", "matching", "screens"]),
    ("screens", &[]),
    // It does what the explorer asks for, and alone of its rooms names `ingest`.
    (
        "jobs",
        &["app", "catalog", "search", "document", "ingest", "staff", "matching", "report", "open_data", "snapshot"],
    ),
    ("term", &["app", "keys", "ui", "screens", "staff", "matching", "jobs", "open_data"]),
    ("report", &["catalog", "search", "compare", "staff", "matching"]),
];

/// The modules of a screen that a room may not name, by whatever path.
const BESIDE: [(&str, &[&str]); 2] = [("app", &["keys", "draw"]), ("keys", &["draw"])];

/// Single files that may do more than their room.
const FURTHER: [(&str, &str); 1] = [("ingest/build.rs", "search")];

/// Where a library may be named.
const LIBRARIES: [(&str, &[&str]); 17] = [
    ("postcard", &["catalog/"]),
    ("tantivy", &["search/"]),
    ("calamine", &["ingest/"]),
    // Beside the program, tests make workbooks with it.
    ("rust_xlsxwriter", &["jobs/coded/", "ingest/own/malformed_input_tests.rs"]),
    ("zip", &["ingest/", "document/"]),
    ("flate2", &["ingest/", "document/pdf/"]),
    ("html5gum", &["document/html.rs"]),
    ("pulldown_cmark", &["document/markdown.rs"]),
    ("quick_xml", &["document/docx"]),
    ("hayro_interpret", &["document/pdf/"]),
    ("ureq", &["ingest/fetch/"]),
    ("etcetera", &["ingest/own/"]),
    ("indicatif", &["term/", "progress.rs"]),
    // The query box styles and draws its text area, which is a ratatui widget.
    ("ratatui", &["ui/", "term/", "app/query_box.rs"]),
    ("crossterm", &["term/"]),
    ("tui_textarea", &["app/query_box.rs", "app/text_box.rs"]),
    ("serde_json", &["report/"]),
];

const LONGEST: usize = 400;

/// Text without what is compiled for tests only, without comments and without what stands in quotes.
fn code(text: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push(bare(line));
            continue;
        }
        // What the attribute is on ends with a line at its own depth: `mod tests;` or the closing brace.
        let depth = line.len() - line.trim_start().len();
        for line in lines.by_ref() {
            let at_depth = line.len() - line.trim_start().len() == depth;
            if at_depth && (line.ends_with(';') || line.trim_start().starts_with('}') || line.ends_with("{}")) {
                break;
            }
        }
    }
    kept.join("\n")
}

/// A line without its strings and its comment.
fn bare(line: &str) -> String {
    let mut kept = String::new();
    let mut quoted = false;
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if quoted => _ = letters.next(),
            '"' if !quoted && line[at..].starts_with("\"'") && line[..at].ends_with('\'') => {}
            '"' => quoted = !quoted,
            '/' if !quoted && line[at..].starts_with("//") => break,
            _ if quoted => {}
            letter => kept.push(letter),
        }
    }
    kept
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The names that come right after `path` in code: one, or several in braces.
fn names_after(code: &str, path: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(path) {
        if code[..at].ends_with(|c: char| is_word(c) || c == ':' || c == '$') {
            continue;
        }
        let rest = &code[at + path.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            names.push(rest.chars().take_while(|c| is_word(*c)).collect());
            continue;
        };
        let (mut depth, mut name) = (0, true);
        for word in list.split_inclusive(|c: char| !is_word(c)) {
            let (text, end) = match word.chars().last() {
                Some(end) if !is_word(end) => (&word[..word.len() - end.len_utf8()], end),
                _ => (word, ' '),
            };
            if depth == 0 && name && !text.is_empty() {
                names.push(text.to_owned());
                name = false;
            }
            match end {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => name = true,
                _ => {}
            }
        }
    }
    names
}

/// How far below `src` the module of a file is: `ui/mod.rs` 1, `ui/fit.rs` 2.
fn depth(file: &str) -> usize {
    let path = file.trim_end_matches(".rs");
    path.strip_suffix("/mod").unwrap_or(path).split('/').count()
}

/// The room of a file: the first folder of its path, or, below `screens`, what it does for its screen.
fn room(file: &str) -> &str {
    let parts: Vec<&str> = file.split('/').map(|part| part.trim_end_matches(".rs")).collect();
    match parts[..] {
        ["screens", _, "draw", ..] => "ui",
        ["screens", _, "keys"] => "keys",
        ["screens", _, _, ..] => "app",
        _ => parts[0],
    }
}

/// Whether a path in code goes through a module of that name, or an import renames it.
fn goes_through(code: &str, module: &str) -> bool {
    code.match_indices(module).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + module.len()..]);
        let is_name = !before.ends_with(is_word) && !after.starts_with(is_word);
        is_name
            && (after.starts_with("::")
                || after.starts_with(" as ")
                || before.ends_with("::") && !after.starts_with('('))
    })
}

/// Every arrow of a file that the house does not have. `file` is its path below `src`.
fn broken(file: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let mut broken = Vec::new();
    let room = room(file);
    if let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) {
        // So many `super::` lead out of the room.
        let out = "super::".repeat(depth(file));
        for path in ["crate::", "rolescope::", out.as_str()] {
            for name in names_after(&code, path) {
                let is_own = name == room || (out == path && name == "screens");
                let is_known = is_own || allowed.contains(&name.as_str()) || FURTHER.contains(&(file, &*name));
                if !is_known {
                    broken.push(format!("{file}: {room} imports {path}{name}"));
                }
            }
        }
    }
    // A path out of the room is told once.
    if broken.is_empty() {
        let modules = BESIDE.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, modules)| *modules);
        let named = modules.iter().filter(|module| goes_through(&code, module));
        broken.extend(named.map(|module| format!("{file}: {room} names {module}")));
    }
    for (library, places) in LIBRARIES {
        let is_named = code.match_indices(library).any(|(at, _)| {
            let before = code[..at].trim_end();
            let after = &code[at + library.len()..];
            let used = before.ends_with("use") || before.ends_with("extern crate");
            !code[..at].ends_with(|c: char| is_word(c) || c == ':' || c == '.')
                && (after.starts_with("::") || (used && !after.starts_with(is_word)))
        });
        let is_there = |place: &&str| file.starts_with(*place) || place.trim_end_matches('/') == room;
        if is_named && !places.iter().any(is_there) {
            broken.push(format!("{file}: names {library}"));
        }
    }
    broken
}

/// Files compiled for tests only.
fn is_test_file(file: &str) -> bool {
    let parts: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    parts.contains(&"tests") || parts.contains(&"fixture")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// Path below `src` and text of every file.
fn source() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    assert!(found.len() > 50, "{}", found.len());
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn imports_run_in_one_direction_and_libraries_have_their_room() {
    let broken: Vec<_> =
        source().iter().filter(|(file, _)| !is_test_file(file)).flat_map(|(file, text)| broken(file, text)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_is_known() {
    for (file, _) in source().iter().filter(|(file, _)| file.contains('/')) {
        assert!(ROOMS.iter().any(|(name, _)| *name == room(file)), "{file}");
    }
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<_> = source()
        .iter()
        .map(|(file, text)| (text.lines().count(), file.clone()))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}

#[test]
fn a_broken_arrow_is_seen() {
    for (file, text) in [
        ("catalog/role.rs", "use crate::search::Engine;"),
        ("catalog/mod.rs", "fn f() { super::ui::draw() }"),
        ("search/rank.rs", "    let x = crate::app::App::new();"),
        ("search/deep/rank.rs", "use super::super::super::app::App;"),
        ("search/rank.rs", "use crate::{\n    catalog::{Role, ui},\n    report,\n};"),
        ("ingest/oews.rs", "use crate::search;"),
        ("app/mod.rs", "use crate::keys::message;"),
        ("ui/mod.rs", "use crate::term::run;"),
        ("report/mod.rs", "use crate::ui::Look;"),
        ("report/mod.rs", "#[cfg(test)]\nmod tests;\nuse crate::ui::Look;"),
        ("report/mod.rs", "#[cfg(test)]\nmod tests {\n    fn f() {\n    }\n}\nuse crate::ui::Look;"),
        ("report/mod.rs", "let quoted = \"a // b\"; crate::ui::draw();"),
        ("app/mod.rs", "use ratatui::Frame;"),
        ("ui/look.rs", "use crossterm as terminal;"),
        ("ui/look.rs", "fn f(_: &tantivy::Index) {}"),
        ("main.rs", "use zip::ZipArchive;"),
        ("document/mod.rs", "use crate::catalog::Catalog;"),
        ("document/html.rs", "use hayro_interpret::Device;"),
        ("app/update.rs", "use tui_textarea::TextArea;"),
        ("app/update.rs", "use crate::screens::map::draw;"),
        ("app/update.rs", "use crate::screens::{map::{MapView, keys as k}, role};"),
        ("keys/mod.rs", "use crate::screens::map::draw::draw;"),
        ("search/rank.rs", "use crate::screens::map::MapView;"),
        ("report/mod.rs", "use crate::screens;"),
        ("screens/map/mod.rs", "pub mod keys;\nuse keys::MAP;"),
        ("screens/map/room.rs", "use super::draw::axes;"),
        ("screens/map/room.rs", "use ratatui::Frame;"),
        ("screens/map/mod.rs", "fn f() { self::draw::draw() }"),
        ("screens/map/mod.rs", "use crate::ui::Look;"),
        ("screens/map/keys.rs", "use super::draw;"),
        ("screens/map/keys.rs", "use super::{MapView, draw::WIDE};"),
        ("screens/map/keys.rs", "use crate::ui::fit;"),
        ("screens/map/keys.rs", "use ratatui::Frame;"),
        ("screens/map/draw.rs", "use crate::term::run;"),
        ("screens/map/draw/axes.rs", "use crossterm::event;"),
    ] {
        assert_eq!(broken(file, text).len(), 1, "{file}: {text}");
    }
}

#[test]
fn a_sound_arrow_is_let_through() {
    for (file, text) in [
        ("search/rank.rs", "use super::super::catalog::Role;\nuse super::query::Query;\nuse crate::catalog::ui;"),
        ("ingest/build.rs", "use crate::search;"),
        ("ui/mod.rs", "use crate::{app::{term, App}, keys};"),
        ("app/mod.rs", "// crate::ui draws this with ratatui::Frame\nlet s = \"crate::term\";"),
        ("app/mod.rs", "#[cfg(test)]\nmod tests {\n    use crate::ui;\n}"),
        ("app/mod.rs", "let pairs = a.zip(b); let zip = zip(a, b);"),
        ("main.rs", "use rolescope::{ui, term};"),
        ("ui/role/page.rs", "use super::super::look::Look; use super::page::Page;"),
        ("screens/map/mod.rs", "pub mod draw;\npub mod keys;\nuse crate::screens::role::RoleView; let k = map.keys();"),
        ("screens/map/keys.rs", "use super::MapView;\nuse crate::keys::binding::line;"),
        ("screens/map/draw.rs", "use super::MapView;\nuse super::keys::MAP;\nuse ratatui::Frame;"),
        (
            "screens/map/draw/axes.rs",
            "use super::super::keys; use super::Map; use ratatui::Frame; use crate::ui::Look;",
        ),
    ] {
        assert_eq!(broken(file, text), Vec::<String>::new(), "{file}: {text}");
    }
}
