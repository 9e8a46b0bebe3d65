//! Codes and names over the whole snapshot: what people hold opens the role that it means.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::collections::BTreeMap;

use rolescope::catalog::{Catalog, RoleId, SocCode};
use rolescope::report::lookup::{Lookup, find};
use rolescope::report::{Format, Outcome, search, show};
use rolescope::search::{Coding, Note};
use rolescope::snapshot;

/// The role that a text opens without the search, or none.
fn opened(catalog: &Catalog<'_>, text: &str) -> Option<RoleId> {
    match find(catalog, &|_| Coding::default(), text) {
        Lookup::Role(role, _) => Some(role),
        Lookup::Doubtful(..) => None,
    }
}

#[test]
fn every_soc_code_opens_its_occupation() {
    let catalog = snapshot::pack().unwrap().catalog;
    let mut socs: BTreeMap<SocCode, Vec<RoleId>> = BTreeMap::new();
    for (id, role) in catalog.roles_with_ids() {
        socs.entry(role.code.soc()).or_default().push(id);
    }
    let mut with_others = 0;
    for (soc, roles) in socs {
        let first = catalog.role(roles[0]).unwrap();
        let Lookup::Role(role, said) = find(&catalog, &|_| Coding::default(), &soc.to_string()) else {
            assert!(roles.len() > 1 && !first.code.is_whole(), "{soc} opens nothing");
            continue;
        };
        assert_eq!(role, roles[0], "{soc}");
        assert_eq!(said.len(), if roles.len() > 1 { roles.len() } else { 0 }, "{soc}: {said:?}");
        with_others += usize::from(roles.len() > 1);
    }
    assert!(with_others >= 70, "{with_others}");
}

/// The singular of a noun, as a writer of English makes it.
fn singular(word: &str) -> String {
    let ending = |from: &str, to: &str| word.strip_suffix(from).map(|start| format!("{start}{to}"));
    if ["ss", "us", "is", "'s"].iter().any(|ending| word.ends_with(ending)) || word.len() < 4 {
        return word.to_owned();
    }
    ending("men", "man")
        .or_else(|| ending("wives", "wife"))
        .or_else(|| ending("ies", "y"))
        .or_else(|| {
            ["sses", "ches", "shes", "xes"].iter().find_map(|plural| ending(plural, plural.strip_suffix("es")?))
        })
        .or_else(|| ending("s", ""))
        .unwrap_or_else(|| word.to_owned())
}

/// The singulars that people write of a title: of every word, of the last one before each comma, `and` and `or` joined
/// as they like, and of the last word alone.
fn singulars(title: &str) -> Vec<String> {
    let every = |words: &str| {
        words
            .split(' ')
            .map(|word| match word.strip_suffix(',') {
                Some(word) => format!("{},", singular(word)),
                None => singular(word),
            })
            .collect::<Vec<_>>()
            .join(" ")
    };
    let heads = title.split(", ").map(|part| {
        part.split(" and ")
            .map(|part| match part.rsplit_once(' ') {
                Some((before, head)) => format!("{before} {}", singular(head)),
                None => singular(part),
            })
            .collect::<Vec<_>>()
            .join(" and ")
    });
    let heads = heads.collect::<Vec<_>>().join(", ");
    let last =
        title.rsplit_once(' ').map_or_else(|| singular(title), |(before, last)| format!("{before} {}", singular(last)));
    let mut all = vec![every(title), heads.replace(" and ", " or "), heads.to_lowercase(), heads, last];
    all.sort();
    all.dedup();
    all
}

#[test]
fn every_official_title_and_its_singulars_open_its_role() {
    let catalog = snapshot::pack().unwrap().catalog;
    let mut wrong = Vec::new();
    for (id, role) in catalog.roles_with_ids() {
        let lower = role.title.to_lowercase();
        for name in singulars(role.title).into_iter().chain([role.title.to_owned(), lower]) {
            if opened(&catalog, &name) != Some(id) {
                wrong.push(format!("{} {}: {name}", role.code, role.title));
            }
        }
    }
    assert!(wrong.is_empty(), "{} names: {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_name_opens_what_the_search_is_sure_of_and_else_lists_candidates() {
    let engine = snapshot::open().unwrap();
    let shown = |what: &str| {
        let (mut out, mut said) = (Vec::new(), Vec::new());
        let outcome = show(&mut out, &mut said, &engine, what, Format::Text).unwrap();
        (outcome, String::from_utf8(said).unwrap())
    };
    let said = |text: &str| (Outcome::Found, text.to_owned());
    assert_eq!(shown("paralegals"), said("paralegals: 23-2011.00 Paralegals and Legal Assistants\n"));
    assert_eq!(shown("electrical engineer"), said("electrical engineer: 17-2071.00 Electrical Engineers\n"));
    assert_eq!(shown("15-1252.00"), said(""));
    assert_eq!(
        shown("29-1062"),
        said("SOC 2010 29-1062, by the BLS crosswalk to SOC 2018: 29-1215\n"),
        "an old code that one role has today"
    );
    for (text, word) in [
        ("15-1132", "  15-1252.00  Software Developers\n"),
        ("Nov-21", "  11-3021.00  Computer and Information Systems Managers\n"),
        ("15-1225", "Codes are read of"),
        ("qzxqzx", "No role is called \"qzxqzx\""),
    ] {
        let (outcome, said) = shown(text);
        assert!(outcome == Outcome::NothingFound && said.contains(word), "{text}: {said}");
    }
}

#[test]
fn a_search_says_by_which_crosswalk() {
    let engine = snapshot::open().unwrap();
    let found = |query: &str, format| {
        let (mut out, mut problems) = (Vec::new(), Vec::new());
        search(&mut out, &mut problems, &engine, query, 20, format).unwrap();
        assert!(problems.is_empty(), "{query}");
        String::from_utf8(out).unwrap()
    };
    let value: serde_json::Value = serde_json::from_str(&found("15-1132", Format::Json)).unwrap();
    assert_eq!(value["codes"]["named"][0]["scheme"], "soc_2010");
    assert_eq!(value["codes"]["named"][0]["to"], serde_json::json!(["15-1252", "15-1253"]));
    assert_eq!(value["hits"][0]["code"], "15-1252.00");
    let value: serde_json::Value = serde_json::from_str(&found("nurse", Format::Json)).unwrap();
    assert!(value["codes"].is_null());
    assert!(found("15-1132", Format::Text).contains("\nSOC 2010 15-1132, by the BLS crosswalk to SOC 2018: 15-1252,"));
    assert!(found("Nov-21", Format::Text).starts_with("A code that a spreadsheet made into a date: it was 11-2021,"));
    assert!(found("15-1225", Format::Text).starts_with("No role has the code 15-1225; the nearest: 15-122"));
    assert!(found("15-1132 pay:>1", Format::Text).contains("15-1252.00  Software Developers\n"));
}

#[test]
fn a_column_of_codes_is_coded() {
    let engine = snapshot::open().unwrap();
    let coded = |text: &str| {
        let coding = engine.code(text, 20);
        let role =
            |candidate: &rolescope::search::Candidate| engine.catalog().role(candidate.role).unwrap().code.to_string();
        (
            coding.candidates.iter().map(role).collect::<Vec<_>>().join(" "),
            coding.note.map(|note| note.words(engine.catalog())),
        )
    };
    assert_eq!(coded("=\"13-2011\""), ("13-2011.00".to_owned(), None));
    assert_eq!(coded("15-1122.00"), ("15-1212.00".to_owned(), Some("O*NET-SOC 2010, by its title".to_owned())));
    let date = coded("Nov-21").1.unwrap();
    assert!(coded("Nov-21").0.is_empty() && date.contains("date: 11-2021, 11-3021"), "{date}");
    assert_eq!(engine.code("15-9999", 3).note, Some(Note::UnknownCode));
    let two = engine.code("15-1132", 5);
    assert!(two.clear().is_none() && (two.candidates[0].confidence - 0.5).abs() < 1e-6, "two SOC codes are a doubt");
    assert!(engine.code("29-1141", 5).clear().is_some());
}
