//! `rolescope compare` on a small catalog.

use super::*;
use crate::catalog::RoleId;
use crate::fixture;
use crate::search::{Candidate, Coding, Evidence, Found};

fn asked(what: &[&str], reference: Option<&str>, format: Format) -> (io::Result<Outcome>, String, String) {
    let what: Vec<String> = what.iter().map(|text| (*text).to_owned()).collect();
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let matched = Evidence { found: Found::Title, marked: Vec::new() };
    let nearest = |_: &str| Coding {
        candidates: vec![Candidate { role: RoleId(1), score: 0.5, confidence: 0.2, matched: matched.clone() }],
        note: None,
    };
    let outcome = write(&mut out, &mut problems, fixture::catalog(), &nearest, (&what, reference), format);
    (outcome, String::from_utf8(out).unwrap(), String::from_utf8(problems).unwrap())
}

fn written(what: &[&str], format: Format) -> String {
    let (outcome, out, problems) = asked(what, None, format);
    assert_eq!((outcome.unwrap(), problems.as_str()), (Outcome::Found, ""));
    out
}

const BOTH: [&str; 2] = ["45-2093.01", "hive inspectors"];
const ALL: [&str; 3] = ["45-2093.01", "45-2093.02", "55-9999.00"];

#[test]
fn two_to_four_roles_are_compared_and_each_once() {
    let problem = |what: &[&str], reference| asked(what, reference, Format::Text).0.unwrap_err().to_string();
    assert!(problem(&["45-2093.01"], None).contains("needs two to four roles"));
    assert!(problem(&["a", "b", "c", "d", "e"], None).starts_with("5 roles are too many"));
    assert!(problem(&["45-2093.01", "beekeepers"], None).contains("names Beekeepers a second time"));
    assert!(problem(&BOTH, Some("55-9999.00")).contains("none of the roles compared"));
}

#[test]
fn what_names_no_role_is_answered_with_suggestions() {
    let (outcome, out, problems) = asked(&["hive", "45-2093.01", "keeper"], None, Format::Csv);
    assert_eq!((outcome.unwrap(), out.as_str()), (Outcome::NothingFound, ""));
    let told = |what: &str| {
        format!("No role is called {what:?} beyond doubt. It may be one of these:\n  45-2093.02  Hive Inspectors\n")
    };
    assert_eq!(problems, told("hive") + &told("keeper"), "each of them is told");
    let (_, _, words) = asked(&["Hive", "Inspectors"], None, Format::Csv);
    assert!(words.ends_with("needs quotes: rolescope compare \"Registered Nurses\" CODE\n"), "{words}");
}

#[test]
fn text_has_every_section_in_eighty_columns() {
    for what in [&BOTH[..], &ALL] {
        let text = written(what, Format::Text);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        for part in ["Exposure to AI", "Pay, employment, outlook", "Skills, by how much", "Also known as", "Sources"] {
            assert!(text.contains(part), "{part} {text}");
        }
        assert!(text.contains("A  45-2093.01  Beekeepers (reference)\n"), "{text}");
        assert!(text.contains("not jobs lost"), "{text}");
    }
    let text = written(&BOTH, Format::Text);
    let index = format!("{:<24}{:<28}80th High  mean 80.0  +60\n", "exposure index", "20th Low  mean 20.0");
    assert!(text.contains(&index), "{text}");
    assert!(text.contains("are the same\nfigures: published for 45-2093 Farmworkers"), "{text}");
}

#[test]
fn the_reference_may_be_another() {
    let (_, text, _) = asked(&BOTH, Some("hive inspectors"), Format::Text);
    assert!(text.contains("Beekeepers instead of Hive Inspectors: overlap -60"), "{text}");
    assert!(text.contains("B  45-2093.02  Hive Inspectors (reference)\n"), "{text}");
}

#[test]
fn markdown_is_tables_with_differences() {
    let page = written(&BOTH, Format::Markdown);
    assert!(page.starts_with("# 2 roles side by side\n\n- **A** Beekeepers (45-2093.01) _(reference)_\n"), "{page}");
    assert!(page.contains("| | A Beekeepers | B Hive Inspectors |\n|---|---|---|\n"), "{page}");
    assert!(page.contains("| exposure index | 20th Low, mean 20.0 | 80th High, mean 80.0 (**+60**) |"), "{page}");
    assert!(page.contains("**A Beekeepers:** Smoker cans (tool)"), "{page}");
}

#[test]
fn csv_has_a_row_for_each_figure_of_each_role() {
    let text = written(&ALL, Format::Csv);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let of = |row: &str, code: &str| {
        rows.iter().find(|record| &record[1] == row && &record[3] == code).unwrap_or_else(|| panic!("{row}")).clone()
    };
    let index = of("index", "45-2093.02");
    assert_eq!([&index[5], &index[6], &index[7], &index[9], &index[10]], ["80", "80th", "High", "60", "exact"]);
    assert_eq!(&index[13], "gpts microsoft aioe");
    assert_eq!(&of("pay", "45-2093.01")[12], "45-2093");
    let missing = of("pay", "55-9999.00");
    assert_eq!([&missing[5], &missing[6], &missing[9]], ["", "", ""], "not published is empty");
    assert!(rows.iter().all(|record| !record[6].contains("not published")));
}

#[test]
fn json_has_schema_figures_differences_and_null() {
    let value: serde_json::Value = serde_json::from_str(&written(&ALL, Format::Json)).unwrap();
    assert_eq!((&value["schema"], &value["reference"]), (&json::SCHEMA.into(), &"45-2093.01".into()));
    let rows = value["sections"][0]["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["row"]), (12, &"index".into()));
    let [bees, inspectors, other] = &rows[0]["cells"].as_array().unwrap()[..] else { panic!("three cells") };
    assert!(bees["difference"].is_null());
    assert_eq!(inspectors["difference"], serde_json::json!({"value": 60.0, "text": "+60", "bound": "exact"}));
    assert!(other["value"].is_null() && other["text"].is_null() && other["difference"].is_null());
    let parts: Vec<&str> =
        value["sections"].as_array().unwrap().iter().map(|section| section["section"].as_str().unwrap()).collect();
    assert_eq!(parts.len(), crate::compare::side_by_side::Part::COUNT);
    let mix = &value["sections"][1]["rows"][0]["cells"][0]["counts"];
    assert_eq!(mix, &serde_json::json!({"E0": 1, "E1": 0, "E2": 1}));
}
