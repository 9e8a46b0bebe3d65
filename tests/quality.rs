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
    ("software", 0.78, 0.92),
    ("task", 0.80, 0.92),
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

/// Everyday queries of a search box: the least share answered by the first hit and within five.
const EVERYDAY: (f64, f64) = (0.87, 0.93);

#[test]
fn everyday_queries_find_what_a_counsellor_would_name() {
    let engine = rolescope::snapshot::open().unwrap();
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for judged in judged::everyday() {
        let hits = engine.search(&judged.query, 10).hits;
        let rank = judged.rank(codes(&engine, &hits));
        if rank.is_none_or(|rank| rank > 5) {
            println!("{}: {:?} rank {rank:?}", judged.kind, judged.query);
        }
        figures.entry(judged.kind.clone()).or_default().add(rank);
        figures.entry("all".to_owned()).or_default().add(rank);
    }
    for (kind, of_kind) in &figures {
        println!("{kind:<12}{:>5} {:.3} {:.3}", of_kind.asked(), of_kind.first(), of_kind.five());
    }
    let all = figures["all"];
    assert!(all.first() >= EVERYDAY.0 && all.five() >= EVERYDAY.1, "{} {}", all.first(), all.five());
}

/// How well titles are coded: by SOC codes, best first, without repeats.
fn coded(engine: &Engine, titles: &[judged::Judged]) -> Figures {
    let mut figures = Figures::default();
    for judged in titles {
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
    figures
}

/// Titles that most people have, and as employers write them: the least share first and within five.
const PEOPLE: [(&str, f64, f64); 2] = [("common", 0.93, 0.99), ("employers", 0.89, 0.98)];

#[test]
fn the_titles_that_most_people_have_get_their_codes() {
    let engine = rolescope::snapshot::open().unwrap();
    let all = judged::people();
    for (kind, least_first, least_five) in PEOPLE {
        let titles: Vec<_> = all.iter().filter(|judged| judged.kind == kind).cloned().collect();
        let figures = coded(&engine, &titles);
        let (first, five) = (figures.first(), figures.five());
        println!("{kind:<16} {:>5} {first:.4} {five:.4}", figures.asked());
        assert!(first >= least_first && five >= least_five, "{kind}: {first} {five}");
    }
}

/// Of so many answers that name no occupation, at most so large a share gets a code: some cannot be told from titles.
const GUESSED: f64 = 0.08;

#[test]
fn what_names_no_occupation_gets_no_code() {
    let engine = rolescope::snapshot::open().unwrap();
    let answers = judged::not_a_job();
    let guessed: Vec<&String> = answers.iter().filter(|answer| engine.code(answer, 1).clear().is_some()).collect();
    assert!(guessed.is_empty(), "taken without asking: {guessed:?}");
    let coded: Vec<&String> = answers.iter().filter(|answer| !engine.code(answer, 1).candidates.is_empty()).collect();
    println!("{} of {}: {coded:?}", coded.len(), answers.len());
    let share = f64::from(u32::try_from(coded.len()).unwrap()) / f64::from(u32::try_from(answers.len()).unwrap());
    assert!(share <= GUESSED, "{share}: {coded:?}");
}

/// Titles with the SOC codes that agencies and others give them: the least share first and within five.
const TITLES: [(&str, f64, f64); 4] = [
    ("titles_dev.csv", 0.96, 0.99),
    ("census_dev.csv", 0.50, 0.74),
    ("common_dev.csv", 0.93, 0.985),
    ("employers_dev.csv", 0.78, 0.93),
];

#[test]
fn titles_get_the_codes_that_agencies_give_them() {
    let Some(shared) = judged::shared() else { return };
    let engine = rolescope::snapshot::open().unwrap();
    for (file, least_first, least_five) in TITLES {
        let figures = coded(&engine, &judged::titles(&shared, file));
        let (first, five) = (figures.first(), figures.five());
        println!("{file:<16} {:>5} {first:.4} {five:.4} {:.4}", figures.asked(), figures.mean_reciprocal());
        assert!(first >= least_first && five >= least_five, "{file}: {first} {five}");
    }
}

/// Every title that O*NET lists, by its long or its short form, gets a code that lists it; `coded_otherwise.csv` has those
/// that do not, each with its reason.
#[test]
fn a_listed_title_is_coded_as_a_role_that_lists_it() {
    let engine = rolescope::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let mut listed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut short: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for role in &catalog.roles {
        let code = role.code.soc().to_string();
        let in_brackets =
            |title: &'static str| title.trim().strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
        for title in role.alternates.iter().map(|alternate| alternate.title).chain([role.title]) {
            let (long, bracketed) = in_brackets(title).unwrap_or((title, ""));
            listed.entry(long.trim().to_lowercase()).or_default().push(code.clone());
            short.entry(bracketed.to_lowercase()).or_default().push(code.clone());
        }
        for alternate in role.alternates.iter().filter_map(|alternate| alternate.short) {
            short.entry(alternate.to_lowercase()).or_default().push(code.clone());
        }
    }
    for (title, codes) in &mut listed {
        codes.extend(short.get(title).into_iter().flatten().cloned());
    }
    let reviewed = include_str!("coded_otherwise.csv");
    let reviewed: Vec<(String, String)> =
        csv::Reader::from_reader(reviewed.as_bytes()).deserialize().map(Result::unwrap).collect();
    assert!(reviewed.iter().all(|(title, reason)| listed.contains_key(title) && !reason.is_empty()));
    let is_reviewed = |title: &str| reviewed.iter().any(|(of, _)| of == title);
    let mut wrong = Vec::new();
    let titles: Vec<_> = listed.iter().collect();
    std::thread::scope(|scope| {
        let halves: Vec<_> = titles
            .chunks(titles.len().div_ceil(2))
            .map(|titles| {
                let engine = engine.again().unwrap();
                scope.spawn(move || {
                    let coded =
                        |title: &str| Some(catalog.role(engine.code(title, 1).candidates.first()?.role)?.code.soc());
                    let is_wrong = |(title, codes): &&(&String, &Vec<String>)| {
                        coded(title).is_some_and(|code| !codes.contains(&code.to_string()))
                    };
                    titles.iter().filter(is_wrong).map(|(title, _)| (*title).clone()).collect::<Vec<_>>()
                })
            })
            .collect();
        wrong.extend(halves.into_iter().flat_map(|half| half.join().unwrap()));
    });
    println!("{} of {} coded otherwise", wrong.len(), listed.len());
    wrong.retain(|title| !is_reviewed(title));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The official statement of a task finds the task's role by this project's own wording, which says the same in other words.
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
    assert!(ten >= 0.85, "{ten}");
}
