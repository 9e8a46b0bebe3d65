//! `rolescope staff` on files as people have them, by the real program: what comes out, and what is refused.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_rolescope");
/// A folder without data of a user's own, so that the embedded snapshot answers.
const NO_DATA: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-data");

/// Runs `rolescope staff` in a folder.
fn run(folder: &TempDir, arguments: &str) -> Output {
    let arguments = arguments.split(' ').filter(|argument| !argument.is_empty());
    let mut command = Command::new(PROGRAM);
    command.env("ROLESCOPE_DATA", NO_DATA).current_dir(folder.path()).arg("staff").args(arguments);
    command.stdin(Stdio::null()).output().unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", said(output));
    said(output)
}

fn refused(output: &Output, words: &str) {
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{}", said(output));
    assert!(said(output).contains(words), "{words}: {}", said(output));
    assert_eq!(said(output).trim_end().lines().count(), 1, "{}", said(output));
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn names(folder: &TempDir) -> Vec<String> {
    let files = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A header that is not the first line, cells in marks, a blank line, blank cells, a short row, a long one.
const LIST: &str = "Our staff;;;\r\n\"Nr\";\"Job Title\";\"SOC code\";Dept\r\n\
    007;Registered Nurse;;é\r\n\"2\";\"Cook; Short Order\";\"\";\"\"\r\n\r\n;;;\r\n3;RN II;29-1141\r\n4;Chief;;;x\r\n";

const CODED: &str = "Our staff;;;\r\n\
    \"Nr\";\"Job Title\";\"SOC code\";Dept;;O*NET-SOC code;SOC code (rolescope);O*NET-SOC title;Confidence;Standing\r\n\
    007;Registered Nurse;;é;;29-1141.00;29-1141;Registered Nurses;0.999;sure\r\n\
    \"2\";\"Cook; Short Order\";\"\";\"\";;\"35-2015.00\";\"35-2015\";\"Cooks, Short Order\";\"0.982\";\"sure\"\r\n\r\n;;;\r\n\
    3;RN II;29-1141;;;29-1141.00;29-1141;Registered Nurses;1.000;sure\r\n4;Chief;;;x;;;;;open\r\n";

#[test]
fn codes_are_appended_to_the_file_as_it_is() {
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(LIST.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cp1252: Vec<u8> = LIST.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let marked = format!("\u{feff}{LIST}");
    for (name, bytes, mark) in [
        ("plain.csv", LIST.as_bytes(), ""),
        ("marked.csv", marked.as_bytes(), "\u{feff}"),
        ("utf16.csv", &utf16, "\u{feff}"),
        ("old.csv", &cp1252, "\u{feff}"),
    ] {
        let folder = folder(&[(name, bytes)]);
        let output = run(&folder, &format!("{name} --out coded.csv"));
        assert!(done(&output).contains("4 rows are written with their codes to coded.csv"), "{}", said(&output));
        assert_eq!(output.stdout, b"", "no report unless it is asked for");
        let coded = read(&folder, "coded.csv");
        // Confidences may move with the data; all else may not.
        let bare = |text: &str| text.replace("0.999", "0").replace("0.982", "0");
        assert_eq!(bare(&coded), bare(&format!("{mark}{CODED}")), "{name}");
        assert_eq!(names(&folder).len(), 2, "nothing else is left in the folder");
    }
}

#[test]
fn nothing_that_is_there_is_replaced_unasked() {
    let folder = folder(&[("staff.csv", LIST.as_bytes()), ("there.csv", b"mine")]);
    refused(&run(&folder, "staff.csv --out there.csv"), "there.csv: there is such a file already");
    refused(&run(&folder, "staff.csv --out ./staff.csv --overwrite"), "this is the staff's own file");
    refused(&run(&folder, "staff.csv --out none/coded.csv"), "none/coded.csv: cannot be written");
    assert_eq!((read(&folder, "there.csv").as_str(), read(&folder, "staff.csv").as_str()), ("mine", LIST));
    done(&run(&folder, "staff.csv --out there.csv --overwrite"));
    assert!(read(&folder, "there.csv").ends_with("open\r\n"));
    let output = run(&folder, "staff.csv --out with_report.csv --format csv");
    assert!(done(&output).contains("with_report.csv") && output.stdout.starts_with(b"code,title,people,"));
}

#[test]
fn a_folder_that_takes_nothing_is_named() {
    let folder = folder(&[("staff.csv", LIST.as_bytes())]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path().join("x"), "x").is_ok() {
        eprintln!("skipped: whoever runs the tests may write everywhere");
        return;
    }
    refused(&run(&folder, "staff.csv --out coded.csv"), "coded.csv: cannot be written: ");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_coded_file_is_read_again_by_its_codes() {
    let folder = folder(&[("staff.csv", b"No,Job Title\n1,Registered Nurse\n2,Welder\n3,qqxzzk\n")]);
    done(&run(&folder, "staff.csv --out coded.csv"));
    done(&run(&folder, "coded.csv --out again.csv"));
    let again = read(&folder, "again.csv");
    let header = again.lines().next().unwrap();
    assert!(header.ends_with(",Standing,O*NET-SOC code (rolescope),SOC code (rolescope),O*NET-SOC title (rolescope),Confidence (rolescope),Standing (rolescope)"));
    assert!(again.contains("29-1141.00,29-1141,Registered Nurses,1.000,sure\n"), "{again}");
    // Nothing of ours begins as a formula does.
    let coded = read(&folder, "coded.csv");
    let mut rows = csv::Reader::from_reader(coded.as_bytes());
    assert!(rows.records().all(|row| row.unwrap().iter().skip(2).all(|cell| !cell.starts_with(['=', '+', '-', '@']))));
}

#[test]
fn a_workbook_gets_its_codes_and_so_does_text_as_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([["Nr", "Position"], ["007", "Registered Nurse"], ["=1+1", "Welder"]]) {
        sheet.write_string(row, 0, cells[0]).unwrap().write_string(row, 1, cells[1]).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let folder = folder(&[("staff.xlsx", &bytes), ("list.txt", b"Job Title\nSales Rep, NY/NJ\nWelder\n")]);
    done(&run(&folder, "staff.xlsx --out coded.xlsx"));
    let mut coded: Xlsx<_> = open_workbook(folder.path().join("coded.xlsx")).unwrap();
    let range = coded.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0], ["Nr", "Position", "O*NET-SOC code", "SOC code", "O*NET-SOC title", "Confidence", "Standing"]);
    assert_eq!(rows[1][..4], ["007", "Registered Nurse", "29-1141.00", "29-1141"]);
    assert_eq!(rows[2][0], "=1+1", "what begins as a formula stays text");
    done(&run(&folder, "staff.xlsx --out coded.csv"));
    assert!(read(&folder, "coded.csv").starts_with("Nr,Position,O*NET-SOC code,"));
    done(&run(&folder, "list.txt --out list.csv"));
    assert!(read(&folder, "list.csv").contains("\n\"Sales Rep, NY/NJ\",41-"), "{}", read(&folder, "list.csv"));
}

#[test]
fn standard_input_cannot_be_read_again() {
    let folder = folder(&[]);
    let mut command = Command::new(PROGRAM);
    command.env("ROLESCOPE_DATA", NO_DATA).current_dir(folder.path()).args(["staff", "-", "--out", "coded.csv"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(LIST.as_bytes()).unwrap();
    refused(&child.wait_with_output().unwrap(), "standard input cannot be; save it to a file");
    assert_eq!(names(&folder).len(), 0);
}

#[test]
fn what_is_no_staff_is_refused_with_what_to_do() {
    let wide = (0..1000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
    let wide = format!("{wide}\n{}", format!("7{}\n", ",x".repeat(999)).repeat(3));
    let folder = folder(&[
        ("staff.csv", LIST.as_bytes()),
        ("no_title.csv", b"id,name\n1,Ann\n2,Bob\n"),
        ("bare.csv", b"1,Welder\n2,Cook\n"),
        ("empty.csv", b""),
        ("blank.csv", b"\n\n"),
        ("header.csv", b"Job Title,Dept\n"),
        ("cells.csv", b"Job Title,Dept\n,\n ,\n"),
        ("wide.csv", wide.as_bytes()),
        ("a.bin", b"\x00\x01\x02\x00"),
        ("a.pdf", b"%PDF-1.4\n"),
        ("open.csv", format!("id,Job Title\n1,\"Cook\n{}", "x\n".repeat(200_000)).as_bytes()),
        ("d1.csv", b"name,what\nx,y\n"),
        ("d2.csv", b"title,decision\nChief,maybe\n"),
        ("d3.csv", b"title,decision\nChief,left out\nchief,no occupation\n"),
        ("d4.csv", b"title,decision\nChief,99-9999\n"),
    ]);
    for (arguments, words) in [
        ("no_title.csv", "no_title.csv: no column is named as one of job titles; the columns are \"id\", \"name\""),
        ("no_title.csv --title 7", "there is no column \"7\""),
        ("bare.csv", "--column NUMBER; or --lines"),
        ("empty.csv", "empty.csv: the file is empty"),
        ("header.csv", "header.csv: no row stands below the header: there is nobody in this file"),
        ("cells.csv", "cells.csv: no row stands below the header"),
        ("blank.csv", "blank.csv: "),
        ("wide.csv", "and 960 more. Say which holds them: --column NAME"),
        (".", "this is a folder"),
        ("none.csv", "none.csv: "),
        ("a.bin", "this is not text"),
        ("a.pdf", "this is a PDF"),
        ("open.csv", "line 2 has a cell longer than 65536 bytes; is a quotation mark left open?"),
        ("staff.csv --sheet 1", "--sheet is for Excel workbooks"),
        ("staff.csv --headcount Heads", "there is no column \"Heads\"; the columns are \"Nr\", \"Job Title\""),
        ("staff.csv --decisions d1.csv", "d1.csv: line 1: a file of decisions has the columns title,"),
        ("staff.csv --decisions d2.csv", "d2.csv: line 2: \"maybe\" is no decision; write an O*NET-SOC or SOC code"),
        ("staff.csv --decisions d3.csv", "d3.csv: line 3: \"chief\" is decided twice; keep one of the lines"),
        ("staff.csv --decisions d4.csv", "d4.csv: line 2: \"99-9999\" is no decision"),
    ] {
        refused(&run(&folder, arguments), words);
    }
    done(&run(&folder, "bare.csv --lines"));
    // In a report a name that is mistyped would pass unseen; the screen makes the file when it saves.
    let missing = run(&folder, "staff.csv --decisions next_year.csv --format csv");
    refused(&missing, "next_year.csv: there is no such file of decisions; the staff screen saves one");
}

#[test]
fn odd_numbers_are_counted_and_named() {
    let mut list = "No,Job Title,Headcount\n".to_owned();
    for (number, people) in (1..).zip(["1,5", "-", "n/a", "12 FTE", "-3", "many", "2"]) {
        writeln!(list, "{number},Welder,\"{people}\"").unwrap();
    }
    list.push_str("7,Welder,2\n8,Cook\u{202e}s,1\n");
    let folder = folder(&[("staff.csv", list.as_bytes())]);
    let output = run(&folder, "staff.csv --format json");
    let said = done(&output);
    assert!(
        said.contains(
            "2 rows without a headcount, 2 rows with a headcount that is no number (line 6: \"-3\"): they count nobody"
        ),
        "{said}"
    );
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&document["people"], &document["rows"]), (&18.5.into(), &9.into()));
    // The number tells rows apart, so that one that is there twice may be a mistake.
    let twice = folder_of("No,Job Title,Dept\n1,Welder,A\n2,Welder,A\n2,Welder,A\n3,Cook,A\n");
    let said = done(&run(&twice, "staff.csv --format csv"));
    assert!(said.contains("1 row is the same as one above in every cell: each is counted"), "{said}");
    let many = folder_of("Job Title,Dept\nWelder,A\nWelder,A\nWelder,A\n");
    assert!(!done(&run(&many, "staff.csv --format csv")).contains("the same"), "a row a post says nothing else");
}

fn folder_of(list: &str) -> TempDir {
    folder(&[("staff.csv", list.as_bytes())])
}

#[test]
fn what_a_terminal_would_obey_does_not_reach_it() {
    let list = "Job Title,Dept\n".to_owned() + &"Weld\u{1b}[31mer,Yard\u{202e}\u{7}\n".repeat(6);
    let folder = folder(&[("staff.csv", list.as_bytes())]);
    for format in ["text", "markdown", "html", "csv", "json"] {
        let output = run(&folder, &format!("staff.csv --format {format}"));
        done(&output);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{format}: {text}");
    }
}
