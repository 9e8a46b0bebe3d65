//! The real program: in a pseudo-terminal, and without a terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

mod terminal;

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use terminal::{NO_DATA, PATIENCE, PROGRAM, Terminal, parser};

#[test]
fn a_user_searches_opens_goes_back_and_quits() {
    let mut terminal = Terminal::start();
    terminal.shows("1,016 roles");
    terminal.press("ethical hacker");
    terminal.shows("Penetration Testers");
    terminal.press("\r");
    terminal.shows("15-1299.04");
    terminal.press("\x1b");
    terminal.shows("❯ ethical hacker");
    terminal.press("\x03");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_given_back();
}

/// Nobody sends a signal here: the terminal itself goes, as when its window is closed or the line is cut.
#[test]
fn a_closed_terminal_ends_the_program() {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    // Read here and on no other thread, so that nothing holds the terminal open afterwards.
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut screen, mut bytes) = (parser(), [0; 4096]);
    while !screen.screen().contents().contains("1,016 roles") {
        let count = reader.read(&mut bytes).unwrap();
        assert!(count > 0, "{}", screen.screen().contents());
        screen.process(&bytes[..count]);
    }
    drop((reader, pair.master));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("the program goes on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The very bytes: what was switched on is switched off, in the way out and after it.
#[test]
fn what_was_switched_on_is_switched_off() {
    let taken = ["\x1b[?1049h", "\x1b[?2004h", "\x1b[?25l"];
    let given = ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?25h"];
    for by_signal in [false, true] {
        let mut terminal = Terminal::start();
        terminal.shows("1,016 roles");
        if by_signal {
            let pid = terminal.child.process_id().unwrap().to_string();
            assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        } else {
            terminal.press("\x03");
        }
        terminal.is_given_back();
        assert_eq!(terminal.exit_code(), if by_signal { 128 + 15 } else { 0 });
        let seen = String::from_utf8_lossy(&terminal.seen);
        for (on, off) in taken.iter().zip(given) {
            let last = |code: &str| seen.rfind(code).unwrap_or_else(|| panic!("no {code:?}"));
            assert!(last(on) < last(off), "{on:?} after {off:?}");
        }
    }
}

#[test]
fn a_signal_gives_the_terminal_back() {
    let mut terminal = Terminal::start();
    terminal.shows("1,016 roles");
    let pid = terminal.child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert_eq!(terminal.exit_code(), 128 + 15);
    terminal.is_given_back();
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let Terminal { master, mut child, keys, output, mut screen, .. } = Terminal::start();
    let start = Instant::now();
    while !screen.screen().contents().contains("1,016 roles") {
        assert!(start.elapsed() < PATIENCE);
        if let Ok(bytes) = output.recv_timeout(Duration::from_millis(50)) {
            screen.process(&bytes);
        }
    }
    let pid = child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-HUP", &pid]).status().unwrap().success());
    drop((keys, master, output));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("the program goes on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn without_a_terminal_it_answers_and_ends() {
    let overview = run(&[]);
    assert_eq!(overview.status.code(), Some(0));
    assert!(out(&overview).contains("1,016 roles, 18,796 tasks"));

    let found = run(&["search", "registered", "nurse", "--limit", "3", "--format", "csv"]);
    assert_eq!(found.status.code(), Some(0));
    assert!(out(&found).contains("29-1141.00"));
    let nothing = run(&["search", "zzzzqqqqxx"]);
    assert_eq!(nothing.status.code(), Some(1));

    let page = run(&["show", "15-1299.05", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_slice(&page.stdout).unwrap();
    assert_eq!(page["schema"], "rolescope/role/1");
    let unknown = run(&["show", "nosuchthingatall"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("No role is called"));
    assert_eq!(run(&["search", "--format", "nonsense", "x"]).status.code(), Some(2));
    assert_eq!(run(&["code", "no/such/file.txt"]).status.code(), Some(2));
}

#[test]
fn two_to_four_roles_are_compared_and_exit_codes_say_how_it_went() {
    let both = run(&["compare", "15-1299.05", "Penetration Testers", "--reference", "15-1299.04", "--format", "json"]);
    assert_eq!(both.status.code(), Some(0));
    let answer: serde_json::Value = serde_json::from_slice(&both.stdout).unwrap();
    assert_eq!((&answer["schema"], &answer["reference"]), (&"rolescope/compare/1".into(), &"15-1299.04".into()));
    for roles in [&["15-1299.05"][..], &["a", "b", "c", "d", "e"], &["15-1299.05", "15-1299.05"]] {
        assert_eq!(run(&[&["compare"], roles].concat()).status.code(), Some(2), "{roles:?}");
    }
    let doubtful = run(&["compare", "15-1299.05", "health worker"]);
    assert_eq!((doubtful.status.code(), doubtful.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(doubtful.stderr).unwrap().contains("21-1094.00  Community Health Workers"));
}

#[test]
fn titles_are_coded_in_their_order() {
    let mut child = Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .args(["code", "-", "--top", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("Ethical Hacker\n\"Nurse, Registered\"\n".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = out(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "input,rank,code,title,matched,score,confidence,reason");
    assert!(lines[1].starts_with("Ethical Hacker,1,15-1299.04,"), "{text}");
    assert!(lines.iter().any(|line| line.contains(",1,29-1141.00,")), "{text}");
}

#[test]
fn a_bad_table_is_named_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let tables = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/tables");
    for entry in std::fs::read_dir(&tables).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let pay = folder.path().join("pay.csv");
    let text = std::fs::read_to_string(&pay).unwrap().replacen("211850", "many", 1);
    std::fs::write(&pay, text).unwrap();
    let pack = folder.path().join("snapshot.pack");
    let output = run(&["data", "build", "--tables", folder.path().to_str().unwrap(), "--to", pack.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("pay.csv:3"), "{complaint}");
    assert!(!pack.exists());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .args(["show", "15-1299.05"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_list_has_as_many_roles_as_asked_for() {
    let list = run(&["search", "nurse", "--limit", "3", "--format", "csv"]);
    assert_eq!(list.status.code(), Some(0));
    let mut reader = csv::Reader::from_reader(list.stdout.as_slice());
    let codes: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
    assert_eq!(codes.len(), 3, "{codes:?}");
    let list = run(&["search", "nurse", "--limit", "3", "--format", "json"]);
    assert_eq!(list.status.code(), Some(0));
    let list: serde_json::Value = serde_json::from_slice(&list.stdout).unwrap();
    assert_eq!(list["hits"].as_array().map(Vec::len), Some(3), "{list:#}");
}

#[test]
fn a_misspelt_role_is_opened_or_offered_and_named_on_the_error_stream() {
    let misspelt = run(&["show", "penetration", "testerz"]);
    // Whether it is beyond doubt is the search's to say.
    assert_eq!(misspelt.stdout.is_empty(), misspelt.status.code() == Some(1), "{}", out(&misspelt));
    let said = String::from_utf8(misspelt.stderr).unwrap();
    assert!(said.contains("Penetration Testers") && said.contains("15-1299.04"), "{said}");
}

#[test]
fn the_pack_is_what_the_tables_make() {
    let checked = run(&["data", "build", "--check"]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn whoever_reads_one_line_has_read_enough() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(PROGRAM)
        .env("ROLESCOPE_DATA", NO_DATA)
        .args(["show", "15-1299.05"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    // A buffer of one byte: the rest of the page stays in the pipe, which then closes.
    BufReader::with_capacity(1, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("Information Security Engineers"), "{line}");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_query_language_works_on_the_command_line_and_faults_go_to_standard_error() {
    let output = run(&["search", "group:15", "pay:>=100k", "python", "-manager", "pya:>3", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0));
    let found = out(&output);
    assert!(found.lines().count() > 5 && found.lines().skip(1).all(|line| line.contains(",15-")), "{found}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("^^^^^^ pya: is no field; did you mean pay:>3 ?"), "{said}");
    let none = run(&["search", "zone:9"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8(none.stderr).unwrap().contains("zone: takes 2 to 5"));
}
