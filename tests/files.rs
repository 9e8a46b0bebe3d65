//! `rolescope code` on files as people have them, by the real program.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_rolescope");
/// A folder without data of a user's own, so that the embedded snapshot answers.
const NO_DATA: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-data");

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).env("ROLESCOPE_DATA", NO_DATA).arg("code").args(arguments).output().unwrap()
}

fn piped(bytes: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .arg("code")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The rows of a CSV answer, the header first.
fn rows(output: &Output) -> Vec<Vec<String>> {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(output.stdout.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const TABLE: &str = "Employee ID,Job Title,Café\r\n1,Registered Nurse,é\r\n2,\"Cook, Short Order\",–\r\n3,,\r\n";

#[test]
fn a_staff_file_is_read_in_every_form_and_comes_through() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(TABLE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cp1252: Vec<u8> =
        TABLE.chars().map(|letter| if letter == '–' { 0x96 } else { u8::try_from(letter).unwrap() }).collect();
    let forms: [(&str, Vec<u8>); 6] = [
        ("comma.csv", TABLE.into()),
        ("bom.csv", format!("\u{feff}{TABLE}").into()),
        ("utf16.csv", utf16),
        ("tab.tsv", TABLE.replace("\"Cook, Short Order\"", "Cook; Short Order").replace(',', "\t").into()),
        ("cr.csv", TABLE.replace("\r\n", "\r").into()),
        ("cp1252.csv", cp1252),
    ];
    for (name, bytes) in forms {
        for output in [run(&[&file(&folder, name, &bytes)]), piped(&bytes, &["-"])] {
            let rows = rows(&output);
            assert_eq!(rows[0][6..], ["confidence", "reason", "Employee ID", "Café"], "{name}");
            assert_eq!((rows[1][0].as_str(), rows[1][2].as_str()), ("Registered Nurse", "29-1141.00"), "{name}");
            assert_eq!((rows[2][2].as_str(), rows[2][8..].concat()), ("35-2015.00", "2–".to_owned()), "{name}");
            assert_eq!(rows[3].concat(), "empty3", "{name}");
            assert_eq!(rows.len(), 4, "{name}");
            assert_eq!(said(&output).contains("Windows-1252"), name == "cp1252.csv", "{name}: {}", said(&output));
        }
    }
}

#[test]
fn a_workbook_is_read_by_its_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Staff").unwrap();
    for (row, cells) in (0..).zip([["Name", "Position"], ["A", "Registered Nurse"], ["B", "Welder"]]) {
        sheet.write_string(row, 0, cells[0]).unwrap().write_string(row, 1, cells[1]).unwrap();
    }
    let sheet = book.add_worksheet().set_name("Plain").unwrap();
    sheet.write_string(0, 0, "Welder").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let path = file(&folder, "staff.xlsx", &bytes);
    for output in [run(&[&path]), piped(&bytes, &[])] {
        let rows = rows(&output);
        assert_eq!(rows[0][8..], ["Name"]);
        assert_eq!((rows[1][2].as_str(), rows[2][2].as_str(), rows[2][8].as_str()), ("29-1141.00", "51-4121.00", "B"));
        assert!(
            said(&output).contains("sheet \"Staff\" is read; --sheet takes another: \"Plain\""),
            "{}",
            said(&output)
        );
    }
    for sheet in ["Plain", "2"] {
        assert_eq!(rows(&run(&[&path, "--sheet", sheet]))[1][2], "51-4121.00");
    }
    let none = run(&[&path, "--sheet", "Roles"]);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
    assert!(
        said(&none).contains("staff.xlsx: there is no sheet \"Roles\"; there are \"Staff\", \"Plain\""),
        "{}",
        said(&none)
    );
}

#[test]
fn what_cannot_be_read_is_refused_by_name_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let text = file(&folder, "staff.csv", TABLE.as_bytes());
    for (arguments, words) in [
        (vec![folder.path().to_str().unwrap().to_owned()], "this is a folder"),
        (vec![folder.path().join("none.csv").to_str().unwrap().to_owned()], "none.csv: "),
        (vec![file(&folder, "empty.csv", b"")], "empty.csv: the file is empty"),
        (vec![file(&folder, "a.pdf", b"%PDF-1.4\n")], "a.pdf: this is a PDF"),
        (vec![file(&folder, "a.docx", b"PK\x03\x04 cut off")], "a.docx: "),
        (vec![file(&folder, "a.bin", b"\x00\x01\x02\x00")], "a.bin: this is not text"),
        (vec![file(&folder, "two.csv", b"Job,Position,id\nWelder,Cook,1\n")], "two.csv: several columns may hold"),
        (vec![file(&folder, "none.csv", b"id,name\n1,Ann\n2,Bob\n")], "the columns are \"id\", \"name\""),
        (vec![file(&folder, "bare.csv", b"1,Welder\n2,Cook\n")], "--column NUMBER"),
        (vec![text.clone(), "--column".into(), "Rank".into()], "no column \"Rank\"; the columns are \"Employee ID\", "),
        (vec![text.clone(), "--sheet".into(), "1".into()], "--sheet is for Excel workbooks"),
        (vec![text, "--below".into(), "2".into()], "a number from 0 to 1"),
    ] {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = run(&arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
    }
}

#[test]
fn a_plain_list_has_a_row_for_every_line() {
    let list = b"Job Title\nRegistered Nurse\n\nCook, Short Order\nWelder, NY/NJ\n";
    let rows = rows(&piped(list, &[]));
    let inputs: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(inputs, ["Registered Nurse", "", "Cook, Short Order", "Welder, NY/NJ"]);
    assert!(rows.iter().all(|row| row.len() == 8), "{rows:?}");
    let output = piped(list, &["--lines"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().nth(1).unwrap().split(',').next(), Some("Job Title"));
    let none = piped(b"", &[]);
    assert_eq!((none.status.code(), String::from_utf8(none.stdout).unwrap().lines().count()), (Some(0), 1));
}

#[test]
fn a_review_lists_each_title_once() {
    let list = "id,title\n1,Welder\n2,Welder\n3,qqxzzk\n4,qqxzzk\n5,zzkqqx\n";
    let listed = rows(&piped(list.as_bytes(), &["--review", "2"]));
    assert_eq!(listed[0].join(","), "count,input,code,title,confidence,reason,second_code,second_title");
    assert_eq!((listed[1][..2].concat(), listed[2][..2].concat()), ("2qqxzzk".to_owned(), "1zzkqqx".to_owned()));
    assert_eq!(listed.len(), 3);
    assert_eq!(rows(&piped(list.as_bytes(), &["--below", "0.1"])).len(), 3);
    let output = piped(list.as_bytes(), &["--review", "1", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&document["schema"], &document["results"][0]["count"]), (&"rolescope/review/1".into(), &2.into()));
}

#[test]
fn many_titles_are_coded_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let title = |n: usize| if n.is_multiple_of(2) { "registered nurse" } else { "welder" };
    let text = (0..3000).map(title).collect::<Vec<_>>().join("\n");
    let output = run(&[&file(&folder, "titles.txt", text.as_bytes())]);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "no bar where standard error is no terminal");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 3001);
    for (n, line) in text.lines().skip(1).enumerate() {
        let code = if n.is_multiple_of(2) { "29-1141.00" } else { "51-4121.00" };
        assert!(line.starts_with(&format!("{},1,{code},", title(n))), "{n}: {line}");
    }
}

#[test]
fn whoever_reads_one_line_of_many_has_read_enough() {
    use std::io::{BufRead, BufReader};
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "titles.txt", "welder\n".repeat(20_000).as_bytes());
    let mut child = Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .args(["code", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::with_capacity(1, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("input,rank,"), "{line}");
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{}", said(&output));
}
