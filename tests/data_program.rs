//! The data screen of the real program in a pseudo-terminal: import, cancel, quit, reset and fetch without a restart.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

mod terminal;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use terminal::Terminal;

/// A user with a folder for data and one with the two small files of "Working with AI".
struct User {
    folder: tempfile::TempDir,
}

impl User {
    fn new() -> Self {
        let user = Self { folder: tempfile::tempdir().unwrap() };
        let files = user.folder.path().join("my files");
        fs::create_dir(&files).unwrap();
        fs::write(files.join("soc_metrics.csv"), METRICS).unwrap();
        fs::write(files.join("scores.csv"), "SOC Code,ai_applicability_score\n11-1011,0.125\n15-1299,0.75\n").unwrap();
        user
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The names in the folder for data, hidden ones too.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.data()).into_iter().flatten();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn start(&self, variables: &[(&str, &str)]) -> Terminal {
        let mut terminal = Terminal::start_in(&self.data(), variables);
        terminal.shows("1,016 roles");
        // F7
        terminal.press("\x1b[18~");
        terminal.shows("Loaded: the snapshot");
        terminal
    }
}

const METRICS: &str = "SOC Code,ai_applicability_score_user\n11-1011,0.25\n15-1299,0.5\n";

/// The published wages of a later year than the snapshot's; none where they are absent.
fn wages() -> Option<PathBuf> {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/bls/national_M2025_dl.xlsx"));
    file.is_file().then(|| file.to_owned())
}

fn quits(mut terminal: Terminal) {
    terminal.press("\x03");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_given_back();
}

#[test]
fn an_import_takes_effect_without_a_restart_and_a_reset_too() {
    let user = User::new();
    let mut terminal = user.start(&[]);
    // The wages are named in the title line; the list says whose a dataset is.
    let (path, title) = match wages() {
        Some(path) => (path, "OEWS May 2025"),
        None => (user.folder.path().join("my files"), "OEWS May 2024"),
    };
    terminal.press("i");
    terminal.shows("path");
    // Pasted as a terminal pastes.
    terminal.press(&format!("\x1b[200~{}\x1b[201~\r", path.display()));
    terminal.shows("import done");
    terminal.shows("Imported: the new data is shown now");
    terminal.shows("your own data, imported");
    assert_eq!(user.names(), ["lock", "own.pack"]);
    terminal.shows(title);
    terminal.press("\x1b");
    terminal.shows("27 datasets");
    terminal.shows("yours");

    // The search goes on with the new data.
    terminal.press("/registered nurses\r");
    terminal.shows("29-1141.00");
    terminal.press("dr");
    terminal.shows("Remove your own data");
    terminal.press("y");
    terminal.shows("the snapshot is shown now");
    terminal.shows("Loaded: the snapshot");
    assert_eq!(user.names(), ["lock"]);
    quits(terminal);
}

#[test]
fn an_import_is_cancelled_and_one_that_runs_ends_with_the_program() {
    let user = User::new();
    let mut terminal = user.start(&[]);
    terminal.press("i");
    terminal.shows("path");
    terminal.press(&format!("{}/my f\t\r", user.folder.path().display()));
    terminal.shows("import: indexing");
    terminal.press("x");
    terminal.shows("Cancelled, your data stays as it is.");
    assert_eq!(user.names(), ["lock"]);

    // The path is there again.
    terminal.press("i");
    terminal.shows("path");
    terminal.press("\r");
    terminal.shows("import: indexing");
    terminal.press("\x03");
    terminal.shows("quit again to cancel it");
    quits(terminal);
    assert_eq!(user.names(), ["lock"], "nothing is left half done");
}

#[test]
fn what_cannot_be_imported_is_named_and_the_explorer_goes_on() {
    let user = User::new();
    let broken = user.folder.path().join("my files/soc_metrics.csv");
    fs::write(&broken, METRICS.replace("0.25", "much")).unwrap();
    let mut terminal = user.start(&[]);
    terminal.press(&format!("i{}\r", broken.parent().unwrap().display()));
    terminal.shows("The import failed; your data has not changed");
    terminal.shows("soc_metrics.csv:2");
    terminal.press("i");
    terminal.shows("path");
    // A letter starts afresh.
    terminal.press("/no/such/place\r");
    terminal.shows(" /no/such/place: ");
    terminal.shows("import failed");
    assert_eq!(user.names(), ["lock"]);
    quits(terminal);
}

/// A server that has one small file under every name; what it was asked for.
fn server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let Some(Ok(first)) = lines.next() else { continue };
            lines.by_ref().take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).for_each(drop);
            let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
            let (status, body) = if path == "/soc_metrics.csv" { ("200 OK", METRICS) } else { ("403 Forbidden", "") };
            log.lock().unwrap().push(path);
            let length = body.len();
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
            let _ = stream.write_all(head.as_bytes());
        }
    });
    (address, asked)
}

#[test]
fn a_download_is_asked_about_first_and_its_files_are_offered_for_import() {
    let user = User::new();
    let (address, asked) = server();
    let mut terminal = user.start(&[("ROLESCOPE_MIRROR", &address)]);
    // From the first dataset down to "Working with AI".
    terminal.press(&format!("g{} f", "j".repeat(11)));
    terminal.shows("Download these files? 2, about 233 kB in all");
    terminal.press("\r");
    terminal.shows("y says yes, Esc says no");
    assert!(asked.lock().unwrap().is_empty(), "nothing is asked for without a yes");
    terminal.press("y");
    terminal.shows("Some files could not be downloaded");
    terminal.shows("refuses programs");
    terminal.shows("Press Enter to import");
    assert_eq!(*asked.lock().unwrap(), ["/soc_metrics.csv", "/soc_ai_applicability_scores.csv"]);
    assert_eq!(fs::read_to_string(user.data().join("downloads/soc_metrics.csv")).unwrap(), METRICS);
    terminal.press("\r");
    terminal.shows("data/downloads");
    quits(terminal);
}
