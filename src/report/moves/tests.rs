use super::*;
use crate::catalog::{Catalog, ElementId, Hundredths, Index, Percentile, Rating};
use crate::compare::moves::{Order, Scope, Terms};
use crate::report::fixture::{BAKERS, MIXERS, catalog};

fn options(format: Format) -> Options {
    Options { question: Question::default(), limit: 20, format }
}

fn written(catalog: &Catalog<'_>, from: RoleId, options: Options) -> (String, String, Outcome) {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let outcome = write(&mut out, &mut problems, catalog, from, options).unwrap();
    (String::from_utf8(out).unwrap(), String::from_utf8(problems).unwrap(), outcome)
}

/// The bakers, and cake bakers whose oven design goes further and whose food chemistry does not.
fn rated() -> Catalog<'static> {
    let mut catalog = catalog();
    let ratings = |oven, food| {
        [(0, 300, oven), (1, 350, food)]
            .map(|(element, importance, level)| Rating {
                element: ElementId(element),
                importance: Hundredths(importance),
                level: Ok(Hundredths(level)),
            })
            .to_vec()
    };
    catalog.roles[0].capabilities = ratings(400, 300);
    catalog.roles[1].capabilities = ratings(550, 200);
    catalog.roles[1].exposure.index = catalog.roles[0].exposure.index;
    catalog
}

#[test]
fn text_tells_what_changes_and_what_is_asked_for() {
    let (text, problems, outcome) = written(&rated(), BAKERS, options(Format::Text));
    assert_eq!((problems.as_str(), outcome), ("", Outcome::Found));
    for expected in [
        "Moves from 51-3011.00 Bread, Rolls and Buns Bakers\n====",
        "Here: overlap 97th High (2 of 3 studies), pay at or above $239,200, outlook\n    -3.1%, openings 31.3k a year, job zone 2\n",
        "Pay and outlook published for 51-3011 Bakers, shared by 2 roles\n",
        "1 role: 1 related by O*NET, 1 near by skills, 1 both; most alike first.",
        "1. Cake, Pie Bakers (51-3011.01)\n    O*NET: closest, 1st nearest; alike ",
        "gap 0.67\n",
        "changes: overlap 0, pay same code, outlook same code\n",
        "also requires: Oven Design +1.50\n",
        "not jobs lost, not a\n    forecast.",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_role_without_ratings_still_has_its_related_roles() {
    let (text, _, outcome) = written(&catalog(), BAKERS, options(Format::Text));
    assert_eq!(outcome, Outcome::Found);
    assert!(text.contains("O*NET: closest\n"), "{text}");
    assert!(text.contains("overlap not published, pay same code"), "{text}");
    assert!(!text.contains("also requires"), "{text}");
}

#[test]
fn a_role_without_ratings_and_related_roles_says_so() {
    for format in [Format::Text, Format::Markdown, Format::Csv, Format::Json] {
        let (text, problems, outcome) = written(&catalog(), MIXERS, options(format));
        assert_eq!((text.as_str(), outcome), ("", Outcome::NothingFound));
        assert!(problems.contains("51-3092.00 Dough Mixers: O*NET rates none of its skills"), "{problems}");
    }
    let question = Question { scope: Scope::All, order: Order::Title, ..Question::default() };
    let (text, _, outcome) = written(&catalog(), MIXERS, Options { question, ..options(Format::Text) });
    assert_eq!(outcome, Outcome::Found);
    assert!(text.contains("2 other roles, A-Z; O*NET rates no skills of this role"), "{text}");
}

#[test]
fn where_none_meets_the_terms_the_count_says_so() {
    let question = Question { terms: Terms::BETTER, ..Question::default() };
    let (text, _, outcome) = written(&rated(), BAKERS, Options { question, ..options(Format::Text) });
    assert_eq!(outcome, Outcome::NothingFound);
    assert!(text.contains("0 of 1 role have less overlap (5 points or more), at least the same pay, an\noutlook that declines no faster"), "{text}");
}

#[test]
fn json_has_levels_changes_and_null_for_what_is_not_told() {
    let (text, ..) = written(&rated(), BAKERS, options(Format::Json));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["schema"], SCHEMA);
    assert_eq!(value["from"]["published_for"], "51-3011");
    assert_eq!(value["counts"]["scope"], 1);
    let entry = &value["moves"][0];
    assert_eq!((&entry["found"], &entry["tier"]), (&"both".into(), &"primary_short".into()));
    assert_eq!(entry["same_code"], "51-3011");
    assert!(entry["pay"]["change"].is_null() && entry["pay"]["bound"].is_null(), "{entry}");
    assert_eq!(entry["overlap"]["change"], 0.0);
    assert_eq!(entry["asks_for_more"][0]["there"], 5.5);
    assert_eq!(entry["brought"][0]["name"], "Food Chemistry");
    let (text, ..) = written(&catalog(), BAKERS, options(Format::Json));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(value["moves"][0]["gap"].is_null() && value["moves"][0]["overlap"]["percentile"].is_null());
}

#[test]
fn csv_and_markdown_have_a_row_a_move() {
    let (text, ..) = written(&rated(), BAKERS, options(Format::Csv));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!((&rows[0][1], &rows[0][2]), ("51-3011.01", "Cake, Pie Bakers"));
    assert_eq!((&rows[0][12], &rows[0][19]), ("", "51-3011"));
    let (text, ..) = written(&rated(), BAKERS, options(Format::Markdown));
    assert!(text.contains("| 1 | 51-3011.01 Cake, Pie Bakers | O*NET: closest, 1st nearest |"), "{text}");
    assert!(text.contains("| 97th 2/3 (0) | at or above $239,200 (same code) | -3.1% (same code) | 31.3k |"), "{text}");
}

/// A percentile is a whole number there, also where it has one digit or three letters in words.
#[test]
fn csv_writes_a_percentile_as_a_number() {
    let mut catalog = rated();
    for (percentile, expected) in [(4.6, "5"), (0.2, "1"), (52.4, "52"), (99.7, "99")] {
        let index = catalog.roles[0].exposure.index.unwrap();
        catalog.roles[1].exposure.index = Some(Index { percentile: Percentile(percentile), ..index });
        let (text, ..) = written(&catalog, BAKERS, options(Format::Csv));
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let row = rows.records().next().unwrap().unwrap();
        assert_eq!(&row[8], expected);
    }
}

#[test]
fn the_limit_is_told() {
    let mut catalog = rated();
    catalog.roles[2].capabilities = catalog.roles[0].capabilities.clone();
    let (text, ..) = written(&catalog, BAKERS, Options { limit: 1, ..options(Format::Text) });
    assert!(text.contains("Showing 1 of 2; use --limit for more."), "{text}");
}
