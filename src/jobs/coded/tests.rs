use std::fs;
use std::path::Path;

use super::*;
use crate::fixture;
use crate::search::Coding;
use crate::staff::columns::Asked;
use crate::staff::file::Input;
use crate::staff::{Origin, Paper};

const LIST: &str = "No,Job Title\n1,Cook\n2,Nurse\n";

/// A staff whose titles nobody knows.
fn read(path: &Path) -> Staff {
    let read = |given: crate::staff::file::Given<'_>| -> Result<Staff, Failure> {
        let origin = Origin {
            name: "staff.csv".to_owned(),
            path: path.to_owned(),
            stamp: list::stamp(path),
            ..Origin::default()
        };
        let mut input = Input::open(given, None, false, &mut |_| 0.9)?;
        let mut staff = Staff::read(&mut input, fixture::catalog(), origin, &Asked::default())?;
        staff.code(&mut [|_: &str, _: usize| Coding::default()], &|_| {});
        Ok(staff)
    };
    list::with(path, Wanted::default(), |given, _, _| read(given)).unwrap()
}

fn files(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.collect();
    files.sort();
    files
}

#[test]
fn a_file_that_has_changed_is_said_with_its_line_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (path, to) = (folder.path().join("staff.csv"), folder.path().join("coded.csv"));
    let problem = |now: &str, is_noticed_at_once: bool| {
        fs::write(&path, LIST).unwrap();
        let mut staff = read(&path);
        fs::write(&path, now).unwrap();
        if !is_noticed_at_once {
            staff.origin.stamp = list::stamp(&path);
        }
        write(fixture::catalog(), &staff, &to, false).unwrap_err().to_string()
    };
    assert_eq!(
        problem("No,Job Title\n1,Cook\n2,Welder\n", true),
        "staff.csv: the file has changed since it was read; open it again"
    );
    for (now, place) in [
        ("No,Job Title\n1,Cook\n2,Nanny\n", "line 3 is another"),
        ("No,Job Title\n1,Cook\n", "it has fewer rows"),
        ("No,Job Title\n1,Cook\n2,Nurse\n3,Cook\n", "line 4 is another"),
    ] {
        let expected = format!("staff.csv: the file has changed since it was read: {place}; open it again");
        assert_eq!(problem(now, false), expected);
    }
    assert_eq!(files(folder.path()), ["staff.csv"]);
    fs::write(&path, LIST).unwrap();
    let staff = read(&path);
    fs::remove_file(&path).unwrap();
    assert!(write(fixture::catalog(), &staff, &to, false).is_err());
    assert_eq!(files(folder.path()).len(), 0);
}

#[test]
fn what_is_saved_from_the_screen_replaces_nothing() {
    use super::super::staff_files::save;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("staff.csv");
    fs::write(&path, LIST).unwrap();
    fs::write(folder.path().join("staff.decisions.csv"), "a colleague\u{2019}s").unwrap();
    let mut staff = read(&path);
    staff.decide(0, Some(crate::staff::decisions::Decision::LeftOut));
    for paper in [Paper::Decisions, Paper::Codes, Paper::Report].repeat(2) {
        let told = save(fixture::catalog(), &mut staff, paper).unwrap();
        assert!(told.contains("staff."), "{told}");
    }
    assert_eq!(
        files(folder.path()),
        [
            "staff.coded-2.csv",
            "staff.coded.csv",
            "staff.csv",
            "staff.decisions-2.csv",
            "staff.decisions.csv",
            "staff.report-2.html",
            "staff.report.html"
        ]
    );
    assert_eq!(fs::read_to_string(folder.path().join("staff.decisions.csv")).unwrap(), "a colleague\u{2019}s");
    let coded = fs::read_to_string(folder.path().join("staff.coded.csv")).unwrap();
    assert!(coded.contains("1,Cook,,,,,left out\n2,Nurse,,,,,open\n"), "{coded}");
}
