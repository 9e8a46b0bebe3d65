//! What texts describe, by the real program: an advertisement with noise, a CV and a list of duties as they stand in each form, and
//! how the command takes what comes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

mod page;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// How a run of `rolescope match` ended: its exit code, what it wrote, what it said on standard error.
struct Run {
    code: Option<i32>,
    out: String,
    said: String,
}

/// Runs the command with arguments and what comes through the pipe.
fn run_with(arguments: &[&str], piped: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rolescope"))
        .arg("match")
        .args(arguments)
        .env("ROLESCOPE_DATA", std::env::temp_dir().join("rolescope-no-data"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // What does not read its pipe closes it: that is no failure of the test.
    let _ = child.stdin.take().unwrap().write_all(piped);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), said: text(output.stderr) }
}

fn run(arguments: &[&str]) -> Run {
    run_with(arguments, b"")
}

const TEXTS: [&str; 3] = ["advertisement", "cv", "duties"];

fn path(text: &str) -> String {
    format!("tests/texts/reports/{text}.txt")
}

/// What the command writes of one of the texts, when all is well.
fn report(text: &str, arguments: &[&str]) -> String {
    let path = path(text);
    let run = run(&[&[path.as_str()], arguments].concat());
    assert_eq!((run.code, run.said.as_str()), (Some(0), ""), "{text} {arguments:?}");
    run.out
}

fn json(text: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&report(text, &[&["--format", "json"], arguments].concat())).unwrap()
}

/// The sentences of a document that count, or do not.
fn sentences(document: &Value, counts: bool) -> Vec<&str> {
    let all = document["sentences"].as_array().unwrap().iter();
    all.filter(|sentence| sentence["counts"] == counts).map(|sentence| sentence["text"].as_str().unwrap()).collect()
}

#[test]
fn reports_of_texts_read_as_they_did() {
    for text in TEXTS {
        for (format, ending) in [("text", "text"), ("markdown", "markdown"), ("html", "html"), ("json", "json")] {
            let left_out: &[&str] = if matches!(format, "text" | "markdown") { &["--left-out"] } else { &[] };
            let written = report(text, &[&["--format", format], left_out].concat());
            insta::assert_snapshot!(format!("match_{text}_{ending}"), written);
            assert!(written.ends_with('\n') && !written.ends_with("\n\n"), "{text} as {format} ends with one line end");
        }
    }
}

#[test]
fn text_comes_by_itself_and_fits_eighty_columns() {
    for text in TEXTS {
        let written = report(text, &[]);
        assert_eq!(written, report(text, &["--format", "text"]));
        let long = written.lines().find(|line| line.chars().count() > 80);
        // The name of a file is not cut.
        assert!(long.is_none_or(|line| line.contains("reports/")), "{long:?}");
        for said in ["Read as a ", "stays on this machine", "Exposure of the mix = (E1 + half of E2)", "not jobs lost"]
        {
            assert!(written.contains(said), "{said} in {text}");
        }
    }
}

#[test]
fn the_noise_of_an_advertisement_is_left_out_and_can_be_taken_back_in() {
    let document = json("advertisement", &[]);
    let (work, out) = (sentences(&document, true).join("\n"), sentences(&document, false).join("\n"));
    for noise in ["founded in 1961", "401(k)", "cover letter", "equal opportunity"] {
        assert!(out.contains(noise) && !work.contains(noise), "{noise}");
    }
    for duty in ["journal entries", "vendor invoices", "payroll", "trial balance"] {
        assert!(work.contains(duty), "{duty}");
    }
    let counted: u64 =
        document["left_out"].as_array().unwrap().iter().map(|kind| kind["words"].as_u64().unwrap()).sum();
    assert_eq!(document["words"]["left_out"], counted);
    let all = json("advertisement", &["--all"]);
    assert!(sentences(&all, false).is_empty() && all["words"]["left_out"] == 0);
    assert_eq!(sentences(&all, true).len(), document["sentences"].as_array().unwrap().len());
    let text = report("advertisement", &["--all"]);
    assert!(text.contains("that would be left out are counted, as asked."), "{text}");
}

#[test]
fn every_range_of_the_document_lies_in_the_text_and_in_order() {
    for text in TEXTS {
        let document = json(text, &[]);
        let letters = document["text"].as_str().unwrap();
        assert_eq!(document["schema"], "rolescope/match/1");
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let range = |bytes: &Value| number(&bytes[0])..number(&bytes[1]);
        let mut end = 0;
        let sentences = document["sentences"].as_array().unwrap();
        for sentence in sentences {
            let bytes = range(&sentence["bytes"]);
            assert!(bytes.start >= end, "{sentence}");
            assert_eq!(letters[bytes.clone()], *sentence["text"].as_str().unwrap());
            end = bytes.end;
        }
        let mut marks = 0;
        for role in document["roles"].as_array().unwrap() {
            for tie in role["ties"].as_array().unwrap() {
                let within = range(&sentences[number(&tie["sentence"])]["bytes"]);
                for marked in tie["marked"].as_array().unwrap() {
                    let marked = range(marked);
                    assert!(within.start <= marked.start && marked.end <= within.end, "{tie}");
                    marks += usize::from(!letters[marked].trim().is_empty());
                }
            }
        }
        assert!(marks > 10, "{text}: {marks}");
    }
}

#[test]
fn the_profile_is_that_of_the_likeliest_role_or_of_the_one_asked_for() {
    let document = json("duties", &[]);
    assert_eq!(document["profile"]["code"], document["roles"][0]["code"]);
    let other = json("duties", &["--role", "29-1131", "--top", "2"]);
    assert_eq!((&other["profile"]["code"], other["roles"].as_array().unwrap().len()), (&"29-1131.00".into(), 2));
    let mix = &other["profile"]["mix"];
    let count = |label: &str| mix["labels"][label].as_f64().unwrap();
    let labelled = count("E0") + count("E1") + count("E2");
    assert!((mix["labelled"].as_f64().unwrap() - labelled).abs() < 1e-9, "{mix}");
    let exposure = (count("E1") + count("E2") / 2.0) / labelled;
    assert!((mix["exposure"].as_f64().unwrap() - exposure).abs() < 1e-9, "{mix}");
    let unknown = run(&[&path("duties"), "--role", "zzqqxx"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(1), ""));
    assert!(unknown.said.contains("zzqqxx"), "{}", unknown.said);
}

#[test]
fn a_cv_has_its_roles_beside_the_last_title_held() {
    let document = json("cv", &["--from", "cashiers"]);
    assert_eq!((&document["form"], &document["last_role"]["code"]), (&"cv".into(), &"41-2011.00".into()));
    let fits = document["last_role"]["fits"].as_array().unwrap();
    assert!(!fits.is_empty() && fits.iter().all(|way| way["code"] != "41-2011.00"), "{fits:?}");
    assert!(fits[0]["gap"].is_number() && !fits[0]["asks_for_more"].as_array().unwrap().is_empty());
    assert!(json("advertisement", &[])["last_role"].is_null());
    let there = report("cv", &["--from", "cashiers", "--place", "wa"]);
    assert!(there.contains("pay WA: $") && there.contains("those of Washington"), "{there}");
}

#[test]
fn a_pipe_says_what_a_file_says() {
    let piped = run_with(&["-", "--format", "json"], &fs::read(path("duties")).unwrap());
    assert_eq!(piped.code, Some(0), "{}", piped.said);
    let (mut piped, mut file): (Value, Value) = (serde_json::from_str(&piped.out).unwrap(), json("duties", &[]));
    assert_eq!(piped["file"], "standard input");
    (piped["file"], file["file"]) = (Value::Null, Value::Null);
    assert_eq!(piped, file);
}

#[test]
fn what_says_too_little_of_any_work_says_so_and_what_to_do() {
    for format in ["text", "markdown", "html", "json"] {
        let run = run_with(&["-", "--format", format], b"We pay well and offer dental insurance. Apply today.");
        assert_eq!(run.code, Some(1), "{}", run.said);
        assert!(run.said.contains("Too little work in it") && run.said.contains("Say what is done"), "{}", run.said);
        assert!(run.said.contains("--all counts them"), "{}", run.said);
        assert!(run.out.contains("Too little work in it"), "{}", run.out);
        assert!(run.out.ends_with('\n') && !run.out.ends_with("\n\n"), "{}", run.out);
    }
    let empty = run_with(&["-"], b"");
    assert!(matches!(empty.code, Some(1 | 2)) && !empty.said.is_empty(), "{:?} {}", empty.code, empty.said);
}

#[test]
fn what_cannot_be_read_is_named() {
    for file in ["tests/texts/reports/none.txt", "tests/texts/reports"] {
        let run = run(&[file]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.said.starts_with(&format!("rolescope: {file}: ")), "{}", run.said);
    }
}

#[test]
fn a_report_goes_into_a_file_by_its_ending_and_over_none_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let text = path("duties");
    for (name, start) in [
        ("a.md", "# The work in "),
        ("a.json", "{\n  \"schema\""),
        ("a.html", "<!DOCTYPE html>"),
        ("a.txt", "The work in "),
    ] {
        let run = run(&[&text, "--out", &to(name)]);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.said);
        assert!(run.said.contains("the report is written to"), "{}", run.said);
        assert!(fs::read_to_string(to(name)).unwrap().starts_with(start), "{name}");
    }
    fs::write(to("a.md"), "mine").unwrap();
    let refused = run(&[&text, "--out", &to("a.md")]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.said.contains("there is such a file already; name another, or add --overwrite"),
        "{}",
        refused.said
    );
    assert_eq!(fs::read_to_string(to("a.md")).unwrap(), "mine");
    for option in ["--overwrite", "--force"] {
        fs::write(to("a.md"), "mine").unwrap();
        assert_eq!(run(&[&text, "--out", &to("a.md"), option]).code, Some(0));
        assert!(fs::read_to_string(to("a.md")).unwrap().starts_with("# The work in "));
    }
    let unknown = run(&[&text, "--out", &to("a.pdf")]);
    assert!(
        unknown.code == Some(2) && unknown.said.contains("let it end with .txt, .md, .html or .json"),
        "{}",
        unknown.said
    );
    assert_eq!(run(&[&text, "--out", &to("a.pdf"), "--format", "json"]).code, Some(0));
    let itself = run(&[&to("a.txt"), "--out", &to("a.txt"), "--overwrite"]);
    assert!(itself.code == Some(2) && itself.said.contains("this is the text itself"), "{}", itself.said);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 5, "{left:?}");
}

#[test]
fn what_a_text_hides_never_reaches_the_terminal() {
    let text = "Duties:\n- Weld \u{1b}[2J\u{1b}]0;x\u{7} steel frames with MIG\u{202e} and TIG welders\u{9b}31m\n- Grind the seams \u{8} and check them\r\n\
                - Read blueprints and set up fixtures; cut plate with a plasma torch\n\nBenefits\n\u{1b}[1mDental \u{200b}insurance\n";
    for format in ["text", "markdown", "html", "json"] {
        let run = run_with(&["-", "--left-out", "--format", format], text.as_bytes());
        assert_eq!(run.code, Some(0), "{}", run.said);
        let hidden = run.out.chars().find(|letter| letter.is_control() && *letter != '\n');
        assert_eq!(hidden, None, "{format}");
        assert!(!run.out.contains(['\u{202e}', '\u{200b}']), "{format}");
    }
}

#[test]
fn windows_1252_is_read() {
    let text = b"Duties:\n- Serve caf\xe9 au lait and cr\xeapes to guests\n- Set tables, take orders \x96 and carry plates\n- Clear dishes and take payment\n";
    let run = run_with(&["-", "--format", "json"], text);
    assert_eq!(run.code, Some(0), "{}", run.said);
    assert!(run.out.contains("café au lait and crêpes") && run.out.contains('–'), "{}", run.out);
}

#[test]
fn the_page_stands_alone_and_is_whole() {
    let run = run_with(
        &["-", "--format", "html"],
        b"Job: Welder\n- Weld <b>steel</b> & aluminium frames with \"MIG\"\n- Grind seams\n",
    );
    assert!(run.out.contains("&lt;b&gt;steel&lt;/b&gt; &amp; aluminium"), "{}", run.out);
    for page in [run.out, report("advertisement", &["--format", "html"])] {
        page::assert_whole(&page);
        assert!(page.contains("<mark>"));
    }
    let page = report("advertisement", &["--format", "html"]);
    assert!(page.contains("<span class=\"out\" title=\"pay and benefits\">"), "{page}");
    // The text stands there letter by letter.
    let bare = page.split("<div class=\"text\">").nth(1).unwrap().split("</div>").next().unwrap();
    let mut text = String::new();
    let mut in_tag = false;
    for letter in bare.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if in_tag => {}
            letter => text.push(letter),
        }
    }
    assert_eq!(text.replace("&#39;", "'"), json("advertisement", &[])["text"].as_str().unwrap());
}
