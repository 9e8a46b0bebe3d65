//! The reports of a made-up clinic, by the real program: as they stand, and that none of them tells of fewer than five people.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

mod page;

use std::process::{Command, Stdio};

use serde_json::Value;

/// What the program writes of the clinic, and behind it what it says on standard error.
fn report(format: &str) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_rolescope"))
        .args(["staff", "tests/staff/clinic.csv", "--format", format])
        .env("ROLESCOPE_DATA", std::env::temp_dir().join("rolescope-no-data"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    (String::from_utf8(output.stdout).unwrap(), said)
}

#[test]
fn reports_of_a_staff_read_as_they_did() {
    for format in ["text", "markdown", "csv", "html"] {
        let (text, said) = report(format);
        insta::assert_snapshot!(format!("staff_{format}"), format!("{text}--\n{said}"));
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{format} ends with one line end");
    }
}

#[test]
fn json_begins_with_its_schema_and_holds_every_part() {
    let document: Value = serde_json::from_str(&report("json").0).unwrap();
    assert_eq!(document["schema"], "rolescope/staff/1");
    for key in [
        "coverage",
        "frame",
        "folded",
        "releases",
        "roles",
        "other_roles",
        "groups",
        "bands",
        "exposure",
        "task_mixes",
        "shared",
        "outlook",
        "role_pay",
        "paid",
        "departments",
        "moves",
    ] {
        assert!(!document[key].is_null(), "{key}");
    }
    assert_eq!(document["exposure"][0]["figure"], "index");
}

/// Every number of people in a document.
fn people(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| match value.as_f64() {
            Some(number) if matches!(key.as_str(), "people" | "whole" | "in_a_role" | "sure") => found.push(number),
            _ => people(value, found),
        }),
        Value::Array(array) => array.iter().for_each(|value| people(value, found)),
        _ => {}
    }
}

#[test]
fn no_report_tells_of_fewer_than_five_people() {
    let mut found = Vec::new();
    people(&serde_json::from_str(&report("json").0).unwrap(), &mut found);
    assert!(found.len() > 100);
    assert!(found.iter().all(|people| *people == 0.0 || *people >= 5.0), "{found:?}");
    let mut rows = csv::Reader::from_reader(report("csv").0.as_bytes().to_vec().leak() as &[u8]);
    assert!(rows.records().all(|row| row.unwrap()[2].parse::<f64>().unwrap() >= 5.0));
    // A chaplain and his department, two pharmacists, three in the laboratory.
    for format in ["text", "markdown", "csv", "json", "html"] {
        let (text, _) = report(format);
        for name in ["Clergy", "Chapel", "Pharmacist", "Clinical Laboratory"] {
            assert!(!text.contains(name), "{name} in {format}");
        }
    }
}

#[test]
fn the_page_stands_alone_and_is_whole() {
    let (page, _) = report("html");
    page::assert_whole(&page);
    assert!(page.contains("Outpatient &lt;b&gt; &amp; Co") && !page.contains("Outpatient <b>"));
    assert_eq!(page.matches("role=\"img\"").count(), page.matches("<desc id=").count());
}
