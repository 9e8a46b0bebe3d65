//! Downloads from a real server on loopback: refusals, slow and broken transfers, redirects, ranges.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rolescope::catalog::SourceId;
use rolescope::ingest::fetch::{Download, Outcome, RetryPolicy, downloads, fetch};
use rolescope::ingest::observer::{NoProgress, Observer, Progress};

/// A request as it came: the path, and the headers in lower case.
#[derive(Clone, Debug)]
struct Asked {
    path: String,
    headers: Vec<String>,
}

impl Asked {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A server that answers each request as `answer` says, which is told how many came before.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    fn new(answer: impl Fn(usize, &Asked, &mut TcpStream) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let Some(Ok(first)) = lines.next() else { continue };
                let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
                let mut headers = Vec::new();
                while let Some(Ok(line)) = lines.next() {
                    if line.is_empty() {
                        break;
                    }
                    let (name, value) = line.split_once(": ").unwrap_or((&line, ""));
                    headers.push(format!("{}: {value}", name.to_lowercase()));
                }
                let request = Asked { path, headers };
                let count = {
                    let mut log = log.lock().unwrap();
                    log.push(request.clone());
                    log.len() - 1
                };
                answer(count, &request, &mut stream);
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// A file of "Working with AI" on this server.
    fn file(&self) -> Download {
        let mut all = downloads(&[SourceId::Microsoft], "30.3", None, Some(&self.address));
        assert_eq!(all[0].published.what, "Microsoft's metrics");
        all.swap_remove(0)
    }
}

fn send(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n");
    // Whoever closes early does not want the rest.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

/// As published, and large enough to break off within.
fn body() -> Vec<u8> {
    use std::fmt::Write;
    let mut text = String::from("SOC Code,title,ai_applicability_score_user\n");
    for number in 1_000..9_000 {
        writeln!(text, "11-{number},Chief Executives of a kind,0.25").unwrap();
    }
    text.into_bytes()
}

const PATIENCE: RetryPolicy = RetryPolicy {
    connect: Duration::from_secs(5),
    answer: Duration::from_millis(700),
    body: Duration::from_millis(700),
    tries: 3,
    wait: Duration::from_millis(10),
};

fn one(server: &Server, folder: &Path) -> Outcome {
    fetch(&[server.file()], folder, &PATIENCE, &mut NoProgress).unwrap().remove(0)
}

fn failed(outcome: Outcome) -> String {
    let Outcome::Failed(error) = outcome else { panic!("{outcome:?}") };
    error.to_string()
}

fn visible(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

#[test]
fn a_file_comes_once_and_is_asked_for_again_only_when_it_is_newer() {
    let server = Server::new(|count, asked, stream| {
        if count > 0 && asked.header("if-none-match") == Some("\"one\"") {
            return send(stream, "304 Not Modified", "ETag: \"one\"\r\n", b"");
        }
        send(stream, "200 OK", "ETag: \"one\"\r\nLast-Modified: Tue, 24 Nov 2026 14:00:00 GMT\r\n", &body());
    });
    let folder = tempfile::tempdir().unwrap();
    let Outcome::Came { bytes, sha256, is_known } = one(&server, folder.path()) else { panic!("it did not come") };
    assert_eq!((bytes, sha256.len(), is_known), (body().len() as u64, 64, Some(false)));
    assert!(matches!(one(&server, folder.path()), Outcome::Unchanged));
    assert_eq!(fs::read(folder.path().join("soc_metrics.csv")).unwrap(), body());
    let asked = server.asked();
    assert_eq!(asked[0].path, "/soc_metrics.csv");
    let agent = asked[0].header("user-agent").unwrap();
    assert!(agent.starts_with("rolescope/") && agent.contains("+https://"), "{agent}");
    assert_eq!(asked[0].header("if-none-match"), None);
    assert_eq!(asked[1].header("if-modified-since"), Some("Tue, 24 Nov 2026 14:00:00 GMT"));

    // A file that was changed on the disk is not what the server would compare with.
    fs::write(folder.path().join("soc_metrics.csv"), "changed").unwrap();
    assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }));
    assert_eq!(server.asked()[2].header("if-none-match"), None);
    assert_eq!(visible(folder.path()), ["soc_metrics.csv"]);
}

#[test]
fn refusals_say_what_to_do_by_hand() {
    for (status, page, expected) in [
        ("403 Forbidden", "<html>Access Denied</html>", "refuses programs (403 Forbidden)"),
        ("200 OK", "\n<!DOCTYPE html><html>Access Denied</html>", "a web page came instead of the file"),
        ("200 OK", "", "nothing came"),
        ("200 OK", "SOC,score\n1,2\n", "what came is not Microsoft's metrics"),
        ("401 Unauthorized", "", "answers with status 401"),
    ] {
        let server = Server::new(move |_, _, stream| send(stream, status, "", page.as_bytes()));
        let folder = tempfile::tempdir().unwrap();
        let error = failed(one(&server, folder.path()));
        let place = folder.path().join("soc_metrics.csv");
        assert!(error.starts_with("soc_metrics.csv: 127.0.0.1") && error.contains(expected), "{error}");
        let next =
            format!("next: open {}/soc_metrics.csv in a browser, save the file as {}", server.address, place.display());
        assert!(error.contains(&next) && error.contains("then run: rolescope data import "), "{error}");
        assert_eq!(visible(folder.path()), Vec::<String>::new());
        assert_eq!(server.asked().len(), 1, "a refusal is not asked again");

        // What the user then puts there by hand is taken as it is.
        fs::write(&place, body()).unwrap();
        assert!(matches!(one(&server, folder.path()), Outcome::ByHand));
    }
}

#[test]
fn a_missing_file_is_not_looked_for_by_hand() {
    let server = Server::new(|_, _, stream| send(stream, "404 Not Found", "", b"<html>"));
    let folder = tempfile::tempdir().unwrap();
    let error = failed(one(&server, folder.path()));
    assert!(
        error.contains("does not have it (404 Not Found)") && error.contains("look where it is published"),
        "{error}"
    );
}

#[test]
fn a_broken_transfer_goes_on_where_it_stopped() {
    let half = body().len() / 2;
    let server = Server::new(move |count, asked, stream| {
        let body = body();
        match (count, asked.header("range")) {
            (0, None) => {
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nETag: \"one\"\r\n\r\n", body.len());
                stream.write_all(head.as_bytes()).unwrap();
                stream.write_all(&body[..half]).unwrap();
            }
            (1, Some(range)) => {
                assert_eq!(asked.header("if-range"), Some("\"one\""));
                let from: usize = range.strip_prefix("bytes=").unwrap().strip_suffix('-').unwrap().parse().unwrap();
                let range = format!("Content-Range: bytes {from}-{}/{}\r\n", body.len() - 1, body.len());
                send(stream, "206 Partial Content", &range, &body[from..]);
            }
            other => panic!("{other:?}"),
        }
    });
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }));
    assert_eq!(fs::read(folder.path().join("soc_metrics.csv")).unwrap(), body());
    let range = server.asked()[1].header("range").unwrap().to_owned();
    assert_eq!(range, format!("bytes={half}-"), "not a byte is asked for twice");
}

#[test]
fn what_changed_meanwhile_is_begun_anew() {
    for (status, headers) in [
        ("200 OK", "ETag: \"two\"\r\n"),
        ("416 Range Not Satisfiable", ""),
        ("206 Partial Content", "Content-Range: bytes 7-9/10\r\n"),
    ] {
        let server = Server::new(move |count, _, stream| match count {
            0 => {
                let head = "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\nETag: \"one\"\r\n\r\nSOC Code,other";
                stream.write_all(head.as_bytes()).unwrap();
            }
            1 if !status.starts_with("200") => send(stream, status, headers, b"xyz"),
            _ => send(stream, "200 OK", "ETag: \"two\"\r\n", &body()),
        });
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }), "{status}");
        assert_eq!(fs::read(folder.path().join("soc_metrics.csv")).unwrap(), body(), "{status}");
    }
}

#[test]
fn a_busy_server_is_asked_again_a_few_times() {
    #[derive(Default)]
    struct Waits(Vec<u64>);
    impl Observer for Waits {
        fn progress(&mut self, progress: Progress<'_>) {
            if let Progress::Retrying { after, .. } = progress {
                self.0.push(after);
            }
        }
    }
    let server =
        Server::new(
            |count, _, stream| {
                if count < 2 { send(stream, "503 Busy", "", b"") } else { send(stream, "200 OK", "", &body()) }
            },
        );
    let folder = tempfile::tempdir().unwrap();
    let mut waits = Waits::default();
    let outcome = fetch(&[server.file()], folder.path(), &PATIENCE, &mut waits).unwrap().remove(0);
    assert!(matches!(outcome, Outcome::Came { .. }));
    assert_eq!(waits.0, [10, 20], "waits double");

    let server = Server::new(|_, _, stream| send(stream, "503 Busy", "", b""));
    let error = failed(one(&server, tempfile::tempdir().unwrap().path()));
    assert!(error.contains("status 503") && server.asked().len() == 3, "{error}");
}

#[test]
fn a_server_that_falls_silent_does_not_hold_the_program() {
    let server = Server::new(|count, _, stream| {
        if count % 2 == 1 {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nSOC").unwrap();
        }
        let silent = stream.try_clone().unwrap();
        thread::spawn(move || {
            thread::sleep(Duration::from_secs(20));
            drop(silent);
        });
    });
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let error = failed(one(&server, folder.path()));
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    assert!(error.contains("time"), "{error}");
    assert_eq!(visible(folder.path()), Vec::<String>::new());
}

#[test]
fn a_slow_server_is_waited_for_as_long_as_bytes_come() {
    // Each request gives a tenth and then falls silent: ten requests, none of which is the last straw.
    let server = Server::new(|_, asked, stream| {
        let body = body();
        let from = asked.header("range").map_or(0, |range| range[6..range.len() - 1].parse::<usize>().unwrap());
        let to = (from + body.len() / 8).min(body.len());
        let head = if from == 0 {
            format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nETag: \"one\"\r\n\r\n", body.len())
        } else {
            let (last, left) = (body.len() - 1, body.len() - from);
            let range = format!("Content-Range: bytes {from}-{last}/{}", body.len());
            format!("HTTP/1.1 206 Partial Content\r\nContent-Length: {left}\r\n{range}\r\nETag: \"one\"\r\n\r\n")
        };
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body[from..to]).unwrap();
        let silent = stream.try_clone().unwrap();
        thread::spawn(move || {
            thread::sleep(Duration::from_secs(3));
            drop(silent);
        });
    });
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }));
    assert_eq!(fs::read(folder.path().join("soc_metrics.csv")).unwrap(), body());
    assert!(server.asked().len() > PATIENCE.tries as usize, "{}", server.asked().len());
}

#[test]
fn redirects_are_followed_but_not_forever() {
    let server = Server::new(|_, asked, stream| {
        if asked.path == "/soc_metrics.csv" {
            send(stream, "302 Found", "Location: /elsewhere\r\n", b"");
        } else {
            send(stream, "200 OK", "", &body());
        }
    });
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }));
    let circle = Server::new(|_, _, stream| send(stream, "302 Found", "Location: /soc_metrics.csv\r\n", b""));
    let error = failed(one(&circle, tempfile::tempdir().unwrap().path()));
    assert!(error.contains("redirects again and again"), "{error}");
}

#[test]
fn a_file_far_too_large_is_not_taken() {
    let said = Server::new(|_, _, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n").unwrap();
    });
    // Without a length only counting helps.
    let endless = Server::new(|_, _, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        let piece = vec![b'0'; 65_536];
        while stream.write_all(&piece).is_ok() {}
    });
    for server in [said, endless] {
        let folder = tempfile::tempdir().unwrap();
        let patient = RetryPolicy { body: Duration::from_secs(30), ..PATIENCE };
        let outcome = fetch(&[server.file()], folder.path(), &patient, &mut NoProgress).unwrap().remove(0);
        assert!(failed(outcome).contains("it is larger than"));
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "only the lock is left");
    }
}

#[test]
fn a_cancelled_download_keeps_what_came_and_goes_on_later() {
    struct Stops(bool);
    impl Observer for Stops {
        fn progress(&mut self, progress: Progress<'_>) {
            self.0 |= matches!(progress, Progress::Downloading { done: 1.., .. });
        }
        fn is_cancelled(&self) -> bool {
            self.0
        }
    }
    let server = Server::new(|_, asked, stream| {
        let body = body();
        match asked.header("range") {
            None => send(stream, "200 OK", "ETag: \"one\"\r\n", &body),
            Some(range) => {
                let from: usize = range[6..range.len() - 1].parse().unwrap();
                let range = format!("Content-Range: bytes {from}-{}/{}\r\n", body.len() - 1, body.len());
                send(stream, "206 Partial Content", &range, &body[from..]);
            }
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let error = fetch(&[server.file()], folder.path(), &PATIENCE, &mut Stops(false)).unwrap_err().to_string();
    assert!(error.contains("cancelled"), "{error}");
    assert_eq!(visible(folder.path()), Vec::<String>::new());
    assert!(matches!(one(&server, folder.path()), Outcome::Came { .. }));
    assert!(server.asked()[1].header("range").is_some());
    assert_eq!(fs::read(folder.path().join("soc_metrics.csv")).unwrap(), body());
}

#[test]
fn nobody_at_home_is_said_soon() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let files = downloads(&[SourceId::Microsoft], "30.3", None, Some(&address));
    let folder = tempfile::tempdir().unwrap();
    let mut waits = Waits::default();
    let outcomes = fetch(&files, folder.path(), &PATIENCE, &mut waits).unwrap();
    assert_eq!(outcomes.len(), 2);
    for outcome in outcomes {
        let error = failed(outcome);
        assert!(error.contains("127.0.0.1") && error.contains("not reached"), "{error}");
    }
    // The second file does not wait for a network that the first has waited for.
    assert_eq!(waits.0, ["soc_metrics.csv"; 2]);
}

#[test]
fn a_server_that_breaks_off_does_not_take_the_tries_of_the_next_file() {
    let server = Server::new(|_, _, stream| drop(stream.shutdown(std::net::Shutdown::Both)));
    let files = downloads(&[SourceId::Microsoft], "30.3", None, Some(&server.address));
    let folder = tempfile::tempdir().unwrap();
    for outcome in fetch(&files, folder.path(), &PATIENCE, &mut NoProgress).unwrap() {
        let error = failed(outcome);
        assert!(!error.contains("not reached"), "{error}");
    }
    assert_eq!(server.asked().len(), 6, "three times each");
}

/// The files that were waited for.
#[derive(Default)]
struct Waits(Vec<String>);

impl Observer for Waits {
    fn progress(&mut self, progress: Progress<'_>) {
        if let Progress::Retrying { file, .. } = progress {
            self.0.push(file.to_owned());
        }
    }
}
