//! The engine on the tests' small catalog.

use super::*;
use crate::fixture;

fn engine() -> Engine {
    fixture::engine()
}

fn titles(engine: &Engine, query: &str) -> Vec<&'static str> {
    let results = engine.search(query, 10);
    results.hits.iter().filter_map(|hit| Some(engine.catalog().role(hit.role)?.title)).collect()
}

fn first(engine: &Engine, query: &str) -> (&'static str, Found) {
    let hit = engine.search(query, 10).hits.into_iter().next().expect(query);
    (engine.catalog().role(hit.role).unwrap().title, hit.evidence[0].found)
}

#[test]
fn an_exact_title_comes_first() {
    let engine = engine();
    assert_eq!(first(&engine, "Beekeepers"), ("Beekeepers", Found::Title));
    assert_eq!(first(&engine, "bee inspector"), ("Hive Inspectors", Found::Alternate(0)));
}

#[test]
fn stems_beginnings_and_typing_errors_are_found() {
    let engine = engine();
    for query in ["beekeeper", "beekee", "bekeeper", "beekepeer", "BEEKEEPERS ", "keepers bee, b"] {
        assert!(titles(&engine, query).contains(&"Beekeepers"), "{query}");
    }
}

#[test]
fn tasks_software_tools_and_skills_find_their_roles() {
    let engine = engine();
    assert_eq!(first(&engine, "extract honey"), ("Beekeepers", Found::Task(0)));
    assert!(matches!(first(&engine, "hivesoft"), ("Hive Inspectors" | "Beekeepers", Found::Software(_))));
    assert!(matches!(first(&engine, "smoker can"), ("Beekeepers", Found::Tool(_))));
    assert!(matches!(first(&engine, "active listening").1, Found::Skill(_)));
}

#[test]
fn codes_and_addresses_find_their_roles() {
    let engine = engine();
    for query in ["45-2093.01", "45209301", " https://singulariki.com/roles/role-45-2093-01/ "] {
        assert_eq!(first(&engine, query), ("Beekeepers", Found::Code), "{query}");
    }
    assert_eq!(titles(&engine, "45-2093"), ["Beekeepers", "Hive Inspectors"]);
    assert!(titles(&engine, "99-9999").is_empty());
}

#[test]
fn any_input_is_a_query() {
    let engine = engine();
    assert_eq!(engine.search("", 10), Results::default());
    assert_eq!(engine.search(" \t\n", 10), Results::default());
    for query in
        ["\"", "(((", "a AND OR", "\u{1F41D}", "é́", "-", "title:", "\0", &"bee ".repeat(5000), &"x".repeat(100_000)]
    {
        let results = engine.search(query, 3);
        assert!(results.hits.len() <= 3);
    }
}

#[test]
fn marks_are_letters_of_the_evidence() {
    let engine = engine();
    for query in ["bee", "beekepr", "hone", "inspect hives", "exract", "listen"] {
        for hit in engine.search(query, 10).hits {
            let role = engine.catalog().role(hit.role).unwrap();
            for evidence in hit.evidence {
                let text = evidence.found.text(engine.catalog(), role);
                assert!(evidence.marked.iter().all(|range| text.get(range.clone()).is_some_and(|t| !t.is_empty())));
                assert!(evidence.marked.windows(2).all(|pair| pair[0].end <= pair[1].start), "{query} {text}");
            }
        }
    }
    let hit = engine.search("beekee", 1).hits.remove(0);
    assert_eq!(hit.evidence[0].marked, vec![0..6]);
}

#[test]
fn words_written_together_or_apart_are_found() {
    let engine = engine();
    assert_eq!(first(&engine, "beeinspector"), ("Hive Inspectors", Found::Alternate(0)));
    assert_eq!(first(&engine, "bee keepers"), ("Beekeepers", Found::Title));
    assert_eq!(first(&engine, "Inspector, Bee"), ("Hive Inspectors", Found::Alternate(0)));
}

#[test]
fn a_short_form_and_what_is_excepted() {
    let engine = engine();
    assert_eq!(first(&engine, "BI "), ("Hive Inspectors", Found::Alternate(0)));
    assert_eq!(first(&engine, "Beekeepers except inspectors "), ("Beekeepers", Found::Title));
}

#[test]
fn coding_takes_a_title_as_a_whole() {
    let engine = engine();
    let coded = engine.code("Senior Apiary Inspecter", 3).candidates;
    let best = &coded[0];
    assert_eq!(engine.catalog().role(best.role).unwrap().title, "Hive Inspectors");
    assert_eq!(best.matched.found, Found::Alternate(1));
    assert_eq!(best.matched.marked, vec![0..6, 7..16]);
    assert!(engine.code("", 3).candidates.is_empty() && engine.code("zzzzzz", 3).candidates.is_empty());
    assert!(engine.code("bee", 1).candidates.len() == 1);
}

#[test]
fn coding_names_likely_roles_that_no_word_finds() {
    let engine = engine();
    let mut unmarked = 0;
    for title in ["Apiary Inspector", "Beekeeper", "Inspector", "Hive Inspector"] {
        let coded = engine.code(title, 10).candidates;
        assert_eq!(coded.len(), engine.catalog().roles.len(), "{title}");
        assert!(coded.windows(2).all(|pair| pair[0].score >= pair[1].score), "{title}");
        let hits = engine.search(title, 10).hits;
        for candidate in coded.iter().filter(|candidate| hits.iter().all(|hit| hit.role != candidate.role)) {
            assert_eq!(candidate.matched, Evidence { found: Found::Title, marked: Vec::new() }, "{title}");
            unmarked += 1;
        }
    }
    assert!(unmarked > 0);
}

#[test]
fn what_a_list_of_occupations_leaves_open_does_not_count() {
    let engine = engine();
    for query in ["Beekeepers, ns", "Beekeepers nec", "Beekeepers less than high school diploma"] {
        assert_eq!(first(&engine, query), ("Beekeepers", Found::Title), "{query}");
    }
}

#[test]
fn counts_say_how_many_roles_and_tasks_hold_every_word() {
    let engine = engine();
    let results = engine.search("honey ", 10);
    assert_eq!((results.roles, results.tasks), (2, 2));
}

#[test]
fn the_index_is_the_same_each_time() {
    let catalog = fixture::catalog();
    assert_eq!(build(catalog).unwrap(), build(catalog).unwrap());
}

#[test]
fn damaged_bytes_are_an_error() {
    let catalog = fixture::catalog();
    let bytes: &'static [u8] = build(catalog).unwrap().leak();
    assert!(Engine::open(&[], catalog).is_err());
    assert!(Engine::open(&bytes[..bytes.len() / 2], catalog).is_err());
    let other: &'static Catalog<'static> = Box::leak(Box::new(Catalog { roles: Vec::new().into(), ..catalog.clone() }));
    assert!(Engine::open(bytes, other).is_err());
    for at in (0..bytes.len()).step_by(bytes.len() / 40) {
        let mut changed = bytes.to_vec();
        changed.truncate(at);
        assert!(Engine::open(changed.leak(), catalog).is_err(), "cut at {at}");
    }
}
