//! Reports from a place: what is chosen on the command line stands in every form, and nothing withheld becomes a number.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::process::{Command, Output};

use rolescope::catalog::metric::Difference;
use rolescope::catalog::{Lens, Metric, NOT_PUBLISHED};
use rolescope::snapshot;

fn run(line: &[&str]) -> Output {
    let nowhere = std::env::temp_dir().join("rolescope-no-data");
    Command::new(env!("CARGO_BIN_EXE_rolescope")).args(line).env("ROLESCOPE_DATA", nowhere).output().unwrap()
}

fn out(line: &[&str]) -> String {
    let output = run(line);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{line:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

const NURSES: &str = "29-1141.00";

#[test]
fn a_place_goes_by_name_letters_and_code() {
    let texas = out(&["show", NURSES, "--place", "texas"]);
    assert!(texas.contains("Pay and employment are those of Texas (BLS OEWS, May 2025)"), "{texas}");
    for name in ["TX", "tx", "48"] {
        assert_eq!(out(&["show", NURSES, "--place", name]), texas, "{name}");
    }
    let nation = out(&["show", NURSES]);
    assert_eq!(out(&["show", NURSES, "--place", "us"]), nation);
    assert!(!nation.contains("Pay and employment are those of"));
    let capital = out(&["show", NURSES, "--place", "D.C."]);
    assert!(capital.contains("the District of Columbia"), "{capital}");
}

#[test]
fn a_place_that_is_not_known_says_what_to_do() {
    for (name, said) in [
        ("texs", "Did you mean Texas?"),
        ("virgin", "may be one of these"),
        ("El Paso, TX", "Until then you can ask for the state, Texas."),
    ] {
        for command in [&["search", "nurse"][..], &["show", NURSES], &["rank"], &["moves", NURSES], &["where", NURSES]]
        {
            let output = run(&[command, &["--place", name]].concat());
            let complaint = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{complaint}");
            assert!(complaint.contains(said) && output.stdout.is_empty(), "{complaint}");
        }
    }
    // It is no option of the commands that have no figure of a place.
    assert_eq!(run(&["code", "-", "--place", "texas"]).status.code(), Some(2));
    assert_eq!(run(&["data", "status", "--place", "texas"]).status.code(), Some(2));
    assert_eq!(run(&["--place", "texas", "rank"]).status.code(), Some(2));
}

#[test]
fn every_form_carries_the_place() {
    for command in
        ["rank group:29", "rank --groups", "search pay:>=100k", "compare 29-1141.00 29-1171.00", "moves 29-1141.00"]
    {
        let words: Vec<&str> = command.split(' ').collect();
        let of = |format: &str, place: &[&str]| out(&[&words, &["--format", format][..], place].concat());
        let text = of("text", &["--place", "tx"]).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Pay and employment are those of Texas (BLS OEWS, May 2025)"), "{command}: {text}");
        let rows = of("csv", &["--place", "tx"]);
        let lines: Vec<&str> = rows.lines().collect();
        assert!(lines[0].ends_with(",place,pay_release"), "{command}: {}", lines[0]);
        assert!(lines[1..].iter().all(|line| line.ends_with(",Texas,May 2025")), "{command}: {rows}");
        assert!(!of("csv", &[]).contains("pay_release"));
        let json: serde_json::Value = serde_json::from_str(&of("json", &["--place", "tx", "--place", "ca"])).unwrap();
        assert_eq!((&json["place"]["name"], &json["beside"]["letters"]), (&"Texas".into(), &"CA".into()), "{command}");
        assert_eq!((&json["place"]["release"], &json["vintage"]), (&"May 2025".into(), &"base".into()), "{command}");
        let nation: serde_json::Value = serde_json::from_str(&of("json", &[])).unwrap();
        assert!(nation.get("place").is_none() && nation.get("vintage").is_none(), "{command}");
    }
}

#[test]
fn a_figure_is_traced_into_the_file_of_the_states() {
    let asked = ["pay", "employment", "employment_error", "location_quotient", "jobs_per_1000", "price_level"];
    let json = out(&[&["where", NURSES], &asked[..], &["--place", "texas", "--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), asked.len());
    for (figure, column) in figures.iter().zip([
        "A_MEDIAN",
        "TOT_EMP",
        "EMP_PRSE",
        "LOC_QUOTIENT",
        "JOBS_1000",
        "regional_price_parity_2024",
    ]) {
        let cell = &figure["cells"][0];
        assert_eq!(cell["column"], column, "{figure:#}");
        assert!(cell["value"].as_str().is_some_and(|value| value.parse::<f64>().is_ok()), "{cell:#}");
    }
    assert_eq!(figures[0]["cells"][0]["source"], "oews_states");
    assert_eq!(figures[5]["cells"][0]["source"], "price_levels");
}

/// In every state, for every role: a figure that BLS does not publish is no number anywhere, and says why.
#[test]
fn nothing_withheld_is_shown_as_a_number() {
    let engine = snapshot::open().unwrap();
    let base = engine.catalog();
    assert_eq!(base.places.iter().filter(|place| place.is_state()).count(), 54);
    let (mut withheld, mut none) = (0, 0);
    for (id, place) in base.places_with_ids() {
        let catalog = base.through(Lens { place: Some(id), ..Lens::default() });
        for role in &catalog.roles {
            let estimate = role.published.and_then(|published| place.estimates.get(published));
            assert_eq!(catalog.pay(role), estimate.as_ref().map(|estimate| &estimate.pay), "{}", place.name);
            for metric in [Metric::Pay, Metric::EntryPay, Metric::Hourly, Metric::Employment] {
                if metric.place(&catalog, role).is_some() {
                    continue;
                }
                let text = metric.text(&catalog, role);
                assert!(!text.bytes().any(|byte| byte.is_ascii_digit()), "{text}");
                let is_there = [metric.short(&catalog, role), metric.cell(&catalog, role)].iter().any(Option::is_some);
                let by: Option<Difference> = metric.difference(&catalog, role, &catalog.roles[0]);
                assert!(!is_there && by.is_none() && metric.value(&catalog, role).is_none(), "{} {text}", place.name);
                match text {
                    text if text.starts_with("withheld in ") => withheld += 1,
                    text if text.starts_with("no estimate for ") => none += 1,
                    text => assert_eq!(text, NOT_PUBLISHED),
                }
            }
        }
    }
    assert!(withheld > 2_000 && none > 20_000, "{withheld} {none}");
}
