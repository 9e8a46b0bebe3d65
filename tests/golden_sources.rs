//! The embedded data against the published files in `../shared`, where those are at hand.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rolescope::report::{Format, Outcome, show};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The folder of published files; none, with a word of it, where it is absent.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).to_owned();
    if folder.join("data").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: ../shared with the published files is absent");
    None
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Where two texts part, short enough to read.
fn parting(made: &[u8], stands: &[u8]) -> String {
    let (made, stands) = (String::from_utf8_lossy(made), String::from_utf8_lossy(stands));
    let at = made.lines().zip(stands.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").chars().take(160).collect::<String>();
    format!("line {}: made {:?}, stands {:?}", at + 1, line(&made), line(&stands))
}

#[test]
fn the_published_files_make_the_tables_byte_for_byte() {
    let Some(shared) = shared() else { return };
    let made = tempfile::tempdir().unwrap();
    rolescope::ingest::build_tables::run(&shared, Path::new("assets/wording"), made.path()).unwrap();
    let stands = Path::new(ROOT).join("assets/tables");
    let all = names(&stands).unwrap();
    assert_eq!(names(made.path()).unwrap(), all);
    let mut differ = Vec::new();
    for name in all {
        let (new, old) = (fs::read(made.path().join(&name)).unwrap(), fs::read(stands.join(&name)).unwrap());
        if new != old {
            differ.push(format!("{name}: {}", parting(&new, &old)));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// Lines of the seed page that the program's own page does not have word for word, with how many and why.
fn excepted(lines: &[&str]) -> Vec<(&'static str, usize, Vec<String>)> {
    let below = |heading: &str| -> Vec<String> {
        let after = lines.iter().skip_while(|line| !line.starts_with(heading)).skip(1);
        after.take_while(|line| line.starts_with("- ")).map(|line| (*line).to_owned()).collect()
    };
    let starting = |start: &str| -> Vec<String> {
        lines.iter().filter(|line| line.starts_with(start)).map(|line| (*line).to_owned()).collect()
    };
    vec![
        ("the description is O*NET's sentence; the page has the project's own wording", 1, starting("> ")),
        ("task statements are O*NET's sentences; the page has the project's own wording", 12, below("**Core tasks**")),
        (
            "no list of skills in demand is published; the project has a rule of its own",
            12,
            below("**Skills in demand:**"),
        ),
        ("says that another program made the page", 1, starting("_Generated from")),
        ("is an address of another site; the page has that of O*NET OnLine", 1, starting("- **Canonical URL:**")),
        ("names another site's index; the figures are the same", 1, starting("- **AI task-overlap index:**")),
        ("does not say that it is one half of the study", 1, starting("- **AI assistant applicability")),
        ("has a general address; the page has that of the data", 1, starting("- **Microsoft “Working with AI”**")),
    ]
}

#[test]
fn the_page_in_markdown_has_every_line_of_the_seed_page() {
    let Some(shared) = shared() else { return };
    let seed = fs::read_to_string(shared.join("data/seed/role-15-1299-05.md")).unwrap();
    let lines: Vec<&str> = seed.lines().collect();
    let excepted = excepted(&lines);
    for (reason, count, lines) in &excepted {
        assert_eq!(lines.len(), *count, "{reason}");
    }

    let engine = rolescope::snapshot::open().unwrap();
    let (mut page, mut problems) = (Vec::new(), Vec::new());
    let outcome = show(&mut page, &mut problems, &engine, "15-1299.05", Format::Markdown).unwrap();
    assert_eq!((outcome, problems.as_slice()), (Outcome::Found, b"".as_slice()));
    let page = String::from_utf8(page).unwrap();
    let has: Vec<&str> = page.lines().collect();

    let is_excepted = |line: &str| excepted.iter().any(|(_, _, lines)| lines.iter().any(|except| except == line));
    let missing: Vec<&str> = lines.into_iter().filter(|line| !is_excepted(line) && !has.contains(line)).collect();
    assert!(missing.is_empty(), "the page lacks:\n{}", missing.join("\n"));
    // Where words of ours stand in the place of the seed's, its figures stand in them.
    for (label, figures) in
        [("AI task-overlap index", "97th percentile (High)"), ("AI assistant applicability", "88th percentile (High)")]
    {
        assert!(has.iter().any(|line| line.contains(label) && line.contains(figures)), "{label} {figures}");
    }
}
