//! Imports that must fail, and leave everything as it was; what they make is tested on the whole program.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::ingest::observer::NoProgress;

const USER: &str = "SOC Code,title,ai_applicability_score_user\n11-1011,Chief Executives,0.25\n";
const HEADLINE: &str = "SOC Code,title,ai_applicability_score\n11-1011,Chief Executives,0.125\n";

/// A folder of files, the small catalog, and data that an import may replace.
struct Bench {
    folder: tempfile::TempDir,
    home: Home,
}

impl Bench {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        let home = Home::at(folder.path().join("data"));
        home.hold(&mut NoProgress).unwrap().replace(b"the earlier pack").unwrap();
        let bench = Self { folder, home };
        for (name, bytes) in files {
            fs::write(bench.brought(name), bytes).unwrap();
        }
        bench
    }

    fn brought(&self, name: &str) -> PathBuf {
        self.folder.path().join("in").join(name)
    }

    fn import(&self, request: &Request) -> Result<Imported, BadInput> {
        let base = Base { catalog: crate::fixture::catalog(), record: None };
        import(request, base, &self.home, &mut NoProgress)
    }

    fn folder(&self) -> Request {
        Request { any: Some(self.folder.path().join("in")), ..Request::default() }
    }

    /// The error of an import that changed nothing.
    fn refused(&self, request: &Request) -> String {
        let error = self.import(request).unwrap_err().to_string();
        assert_eq!(self.home.read().unwrap().as_deref(), Some(b"the earlier pack".as_slice()), "{error}");
        let left: Vec<_> = fs::read_dir(self.home.folder()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
        error
    }
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_brought_is_taken_and_the_rest_is_the_base() {
    let bench = Bench::new(&[("a.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes()), ("notes.md", b"# notes")]);
    let mut watched = Watched::default();
    let base = Base { catalog: crate::fixture::catalog(), record: None };
    // The small catalog draws on datasets that it does not list, which an import does not let through.
    let error = import(&bench.folder(), base, &bench.home, &mut watched).unwrap_err().to_string();
    assert!(error.contains("sources.csv") || error.contains("do not fit together"), "{error}");
    assert_eq!(watched.0, ["reading a.csv 1/3", "reading b.csv 2/3", "reading notes.md 3/3", "joining", "indexing"]);
}

#[derive(Default)]
struct Watched(Vec<String>);

impl Observer for Watched {
    fn progress(&mut self, progress: Progress<'_>) {
        self.0.push(match progress {
            Progress::Reading { file, number, of } => {
                format!("reading {} {number}/{of}", file.file_name().unwrap().to_string_lossy())
            }
            Progress::Joining => "joining".to_owned(),
            Progress::Indexing => "indexing".to_owned(),
            other => format!("{other:?}"),
        });
    }
}

#[test]
fn files_that_are_not_what_they_should_be_change_nothing() {
    let cases: [(&str, &str, &[u8], &str); 12] = [
        ("empty", "soc_metrics.csv", b"", "the header has 0 columns \"SOC Code\""),
        ("cut off in a line", "any.csv", &USER.as_bytes()[..USER.len() - 3], "the last line has no line end"),
        ("mis-columned", "soc_metrics.csv", b"SOC,score\n", ":1: the header has 0 columns \"SOC Code\""),
        ("a column twice", "soc_metrics.csv", b"SOC Code,SOC Code,ai_applicability_score_user\n", "has 2 columns"),
        ("a row twice", "any.csv", b"SOC Code,ai_applicability_score_user\n11-1011,0.1\n11-1011,0.1\n", ":3, column"),
        ("out of range", "any.csv", b"SOC Code,ai_applicability_score_user\n11-1011,7\n", "column \"ai_app"),
        ("no number", "any.csv", b"SOC Code,ai_applicability_score_user\n11-1011,x\n", ":2, column"),
        (
            "columns shifted",
            "any.csv",
            b"SOC Code,t,ai_applicability_score_user\n11-1011,0.1\n",
            "2 fields, expected 3",
        ),
        ("Latin-1", "any.csv", b"SOC Code,ai_applicability_score_user\n11-1011,\xe9\n", "not UTF-8"),
        ("UTF-16", "soc_metrics.csv", b"\xff\xfeS\0O\0C\0", "next"),
        ("a web page", "occupation.xlsx", b"<!DOCTYPE html><html>Access Denied", "this is a web page"),
        ("half a workbook", "national_M2024_dl.xlsx", b"PK\x03\x04 and no more", "not a readable zip archive"),
    ];
    for (what, name, bytes, expected) in cases {
        let mut files = vec![(name, bytes)];
        files.push(("other.csv", HEADLINE.as_bytes()));
        let bench = Bench::new(&files);
        let error = bench.refused(&bench.folder());
        assert!(error.contains(name) && (error.contains(expected) || what == "UTF-16"), "{what}: {error}");
    }
}

#[test]
fn rows_in_another_order_say_the_same() {
    let lines = ["11-1011,A,0.25\n", "11-1021,B,0.5\n", "13-1011,C,0.75\n"];
    let file = |order: [usize; 3]| {
        let rows: String = order.map(|place| lines[place]).concat();
        let text = format!("SOC Code,title,ai_applicability_score_user\n{rows}");
        crate::ingest::SourceFile { path: "f.csv".into(), bytes: text.into_bytes() }
    };
    let read = |order| crate::ingest::microsoft::read_user(&file(order)).unwrap().0;
    assert_eq!(read([2, 0, 1]), read([0, 1, 2]));
}

#[test]
fn hostile_archives_change_nothing() {
    let bomb = zipped(&[("soc_metrics.csv", &vec![b'0'; 130 << 20])]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    let mut texts = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/sharedStrings.xml", &vec![b' '; 33 << 20])]);
    let book = std::mem::take(&mut texts);
    for (name, bytes, expected) in [
        ("climbs.zip", zipped(&[("../../soc_metrics.csv", USER.as_bytes())]), "leads out of the archive"),
        ("absolute.zip", zipped(&[("/etc/soc_metrics.csv", USER.as_bytes())]), "leads out of the archive"),
        ("bomb.zip", bomb, "unpacks to more than"),
        ("occupation.xlsx", book, "unpacks to more than"),
        ("cut.zip", zipped(&[("a", b"b")])[..40].to_vec(), "not a readable zip archive"),
    ] {
        let bench = Bench::new(&[(name, &bytes)]);
        let error = bench.refused(&bench.folder());
        assert!(error.contains(name) && error.contains(expected), "{name}: {error}");
    }
}

#[test]
fn what_is_named_must_be_there_and_what_it_is_called() {
    let bench = Bench::new(&[("a.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes()), ("page.xlsx", b"<html>")]);
    let of = |group, name: &str| Request { of: vec![(group, bench.brought(name))], ..Request::default() };
    for (request, expected) in [
        (of(SourceId::Oews, "page.xlsx"), "page.xlsx: this is a web page"),
        (of(SourceId::Oews, "a.csv"), "a.csv: this is not an Excel workbook"),
        (of(SourceId::Onet, "a.csv"), "a.csv:1: no table of O*NET has these columns: SOC Code, title"),
        (of(SourceId::Microsoft, "a.csv"), "a.csv: this is half of the dataset; Microsoft's applicability scores"),
        (of(SourceId::Microsoft, "missing.csv"), "missing.csv: No such file"),
        (Request { any: Some(bench.brought("page.xlsx")), ..Request::default() }, "no published file is recognised"),
    ] {
        let error = bench.refused(&request);
        assert!(error.contains(expected), "{expected}: {error}");
    }
}

#[test]
fn two_files_for_the_same_are_not_chosen_between() {
    let other = USER.replace("0.25", "0.5");
    let bench = Bench::new(&[("a.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes()), ("c.csv", other.as_bytes())]);
    let error = bench.refused(&bench.folder());
    assert!(error.contains("c.csv: holds Microsoft's metrics") && error.contains("--microsoft PATH"), "{error}");
}

#[test]
fn an_onet_release_is_brought_whole_or_not_at_all() {
    let occupations = b"O*NET-SOC Code\tTitle\tDescription\r\n11-1011.00\tChief Executives\tLead.\r\n";
    let tasks = b"O*NET-SOC Code\tTask ID\tTask\tTask Type\r\n11-1011.00\t1\tLead.\tCore\r\n";
    let bench = Bench::new(&[("Occupation Data.txt", occupations), ("Task Statements.txt", tasks)]);
    let error = bench.refused(&bench.folder());
    assert!(error.contains("these tables are missing: Job Zones; Sample of Reported Titles"), "{error}");
    let bench = Bench::new(&[("Task Statements.txt", tasks)]);
    assert!(bench.refused(&bench.folder()).contains("no file holds Occupation Data"));
}

#[test]
fn observed_use_without_the_sentences_it_joins_by_is_left_aside() {
    let penetration = b"task,penetration\nSing.,0.5\n";
    let observed = b"occ_code,observed_exposure\n11-1011,0.5\n";
    let bench = Bench::new(&[("p.csv", penetration), ("o.csv", observed)]);
    let request = Request {
        of: vec![(SourceId::Anthropic, bench.brought("p.csv")), (SourceId::Anthropic, bench.brought("o.csv"))],
        ..Request::default()
    };
    assert!(bench.refused(&request).contains("joins by O*NET's official sentences"));
    let inbox = Inbox::of(&bench.folder(), &mut NoProgress).unwrap();
    let given = Read::of(&bench.folder(), inbox, false, None).unwrap();
    assert!(given.files.is_empty() && given.notes[0].contains("left aside"), "{:?}", given.notes);
    let inbox = Inbox::of(&bench.folder(), &mut NoProgress).unwrap();
    assert_eq!(Read::of(&bench.folder(), inbox, true, None).unwrap().files.len(), 2);
}

#[test]
fn a_cancelled_import_changes_nothing() {
    struct Stops(usize);
    impl Observer for Stops {
        fn progress(&mut self, _: Progress<'_>) {
            self.0 -= 1;
        }
        fn is_cancelled(&self) -> bool {
            self.0 == 0
        }
    }
    let bench = Bench::new(&[("a.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes())]);
    for steps in 0..3 {
        let base = Base { catalog: crate::fixture::catalog(), record: None };
        let error = import(&bench.folder(), base, &bench.home, &mut Stops(steps)).unwrap_err().to_string();
        assert!(error.contains("cancelled; nothing was changed"), "{steps}: {error}");
        assert_eq!(bench.home.read().unwrap().as_deref(), Some(b"the earlier pack".as_slice()));
    }
}

#[test]
fn archives_below_folders_are_opened_in_order() {
    let bench = Bench::new(&[("b.csv", HEADLINE.as_bytes())]);
    fs::create_dir(bench.brought("release")).unwrap();
    let release = zipped(&[("2025/notes.txt", b"nothing of use"), ("2025/metrics.csv", USER.as_bytes())]);
    fs::write(bench.brought("release").join("all.zip"), release).unwrap();
    let inbox = Inbox::of(&bench.folder(), &mut NoProgress).unwrap();
    let names: Vec<String> = inbox.files.iter().map(|(_, file)| file.name()).collect();
    assert_eq!((names, inbox.unknown), (vec!["b.csv".to_owned(), "metrics.csv".into()], vec!["notes.txt".to_owned()]));
}

#[test]
fn hidden_files_and_deep_folders_are_not_followed() {
    let bench =
        Bench::new(&[("a.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes()), (".b.csv.part", b"SOC Code,")]);
    let inbox = Inbox::of(&bench.folder(), &mut NoProgress).unwrap();
    assert!(inbox.unknown.is_empty(), "{:?}", inbox.unknown);
    let deep = (0..10).fold(bench.brought(""), |folder: PathBuf, _| folder.join("x"));
    fs::create_dir_all(deep).unwrap();
    assert!(bench.refused(&bench.folder()).contains("followed 8 deep"));
    assert!(
        bench
            .refused(&Request { any: Some(Path::new("/dev/zero").to_owned()), ..Request::default() })
            .contains("not a file")
    );
}

/// Somebody's folder of downloads: an edition with other columns beside one that is read.
#[test]
fn an_edition_that_is_too_old_is_passed_over_beside_one_that_is_read() {
    let old: &[u8] = b"SOC Code,title,score\n11-1011,Chief Executives,0.25\n";
    let both = Bench::new(&[("soc_metrics.csv", old), ("newer.csv", USER.as_bytes()), ("b.csv", HEADLINE.as_bytes())]);
    let inbox = Inbox::of(&both.folder(), &mut NoProgress).unwrap();
    assert!(
        inbox.notes.iter().any(|note| note.contains("passed over") && note.contains("soc_metrics.csv:1")),
        "{inbox:?}"
    );
    let alone = Bench::new(&[("soc_metrics.csv", old), ("b.csv", HEADLINE.as_bytes())]);
    assert!(alone.refused(&alone.folder()).contains("soc_metrics.csv:1: the header has 0 columns"));
}
