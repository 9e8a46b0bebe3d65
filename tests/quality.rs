//! Whether people find what they mean: floors under the quality of the search, by kind of query.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod judged;

use std::collections::BTreeMap;

use judged::Figures;
use rolescope::search::{Engine, Hit};

/// The least share answered by the first hit and within five. The figures stand some points above: who changes the
/// ranking sees them printed (`cargo test --test quality -- --nocapture`).
const FLOORS: [(&str, f64, f64); 6] = [
    ("half-typed", 0.88, 0.92),
    ("mixture", 0.87, 0.95),
    ("skill", 0.92, 0.96),
    ("software", 0.75, 0.89),
    ("task", 0.58, 0.83),
    ("tool", 0.85, 0.96),
];

/// How many official statements are drawn.
const DRAWN: usize = 2000;

fn codes<'e>(engine: &'e Engine, hits: &'e [Hit]) -> impl Iterator<Item = String> + 'e {
    hits.iter().map(|hit| engine.catalog().role(hit.role).unwrap().code.to_string())
}

#[test]
fn people_find_what_they_mean() {
    let engine = rolescope::snapshot::open().unwrap();
    let queries = judged::queries();
    assert!(queries.len() >= 200, "{}", queries.len());
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for judged in &queries {
        let hits = engine.search(&judged.query, 10).hits;
        let rank = judged.rank(codes(&engine, &hits));
        if rank.is_none_or(|rank| rank > 5) {
            println!("{}: {:?} rank {rank:?}", judged.kind, judged.query);
        }
        figures.entry(judged.kind.clone()).or_default().add(rank);
    }
    let mut low = Vec::new();
    for (kind, of_kind) in &figures {
        let (first, five) = (of_kind.first(), of_kind.five());
        println!("{kind:<12}{:>5} {first:.3} {five:.3} {:.3}", of_kind.asked(), of_kind.mean_reciprocal());
        let (_, least_first, least_five) = FLOORS.iter().find(|(floor, ..)| floor == kind).unwrap();
        if first < *least_first || five < *least_five {
            low.push(format!("{kind}: first {first:.3}, within five {five:.3}"));
        }
    }
    assert_eq!(figures.len(), FLOORS.len());
    assert!(low.is_empty(), "{low:?}");
}

#[test]
fn every_code_of_the_benchmark_is_a_roles() {
    let engine = rolescope::snapshot::open().unwrap();
    for judged in judged::queries() {
        assert!(!judged.codes.is_empty(), "{}", judged.query);
        for code in &judged.codes {
            assert!(code.parse().is_ok_and(|code| engine.catalog().role_by_code(code).is_some()), "{code}");
        }
    }
}

/// Titles with the SOC codes that BLS and the Census Bureau give them: the least share first and within five.
const TITLES: [(&str, f64, f64); 2] = [("titles_dev.csv", 0.96, 0.985), ("census_dev.csv", 0.46, 0.69)];

#[test]
fn titles_get_the_codes_that_agencies_give_them() {
    let Some(shared) = judged::shared() else { return };
    let engine = rolescope::snapshot::open().unwrap();
    for (file, least_first, least_five) in TITLES {
        let mut figures = Figures::default();
        for judged in judged::titles(&shared, file) {
            // Roles of one SOC code count once, as they do for whoever codes titles by SOC.
            let mut codes: Vec<String> = Vec::new();
            for candidate in engine.code(&judged.query, 10).candidates {
                let code = engine.catalog().role(candidate.role).unwrap().code.soc().to_string();
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            figures.add(judged.rank(codes.into_iter()));
        }
        let (first, five) = (figures.first(), figures.five());
        println!("{file:<16} {:>5} {first:.4} {five:.4} {:.4}", figures.asked(), figures.mean_reciprocal());
        assert!(first >= least_first && five >= least_five, "{file}: {first} {five}");
    }
}

/// The official statement of a task finds the task's role by this project's own wording.
#[test]
fn official_statements_find_their_roles() {
    let Some(shared) = judged::shared() else { return };
    let engine = rolescope::snapshot::open().unwrap();
    let mut statements = judged::statements(&shared);
    let mut state = 2026_u64;
    let mut figures = Figures::default();
    for _ in 0..DRAWN {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (code, text) = statements.swap_remove(usize::try_from(state >> 33).unwrap() % statements.len());
        let hits = engine.search(&text, 10).hits;
        let rank = codes(&engine, &hits).zip(1..).find(|(found, _)| *found == code).map(|(_, rank)| rank);
        figures.add(rank);
    }
    let (first, five, ten) = (figures.first(), figures.five(), figures.ten());
    println!("statements  {:>5} {first:.3} {five:.3} {ten:.3} {:.3}", figures.asked(), figures.mean_reciprocal());
    assert!(ten >= 0.9, "{ten}");
}
