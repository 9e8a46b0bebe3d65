#![allow(clippy::float_cmp, reason = "sums of halves are exact")]

use super::columns::{Asked, Holds};
use super::decisions::{self, Decision};
use super::file::{Given, Input};
use super::*;
use crate::catalog::RoleId;
use crate::fixture;
use crate::search::{Candidate, Evidence, Found, Note};

/// Knows hives surely, bees in doubt, finds chiefs too general and vacancies to be nobody.
fn find(title: &str, top: usize) -> Coding {
    let candidate = |role: u16, confidence: f32| Candidate {
        role: RoleId(role),
        score: confidence,
        confidence,
        matched: Evidence { found: Found::Title, marked: Vec::new() },
    };
    let title = title.to_lowercase();
    let (mut candidates, note) = match title.as_str() {
        "chief" => (vec![candidate(0, 0.4)], Some(Note::TooGeneral)),
        "vacant" => (Vec::new(), Some(Note::NoOccupation)),
        title if title.contains("hive") => (vec![candidate(1, 0.9), candidate(0, 0.1)], None),
        title if title.contains("bee") => (vec![candidate(0, 0.5), candidate(1, 0.3)], None),
        _ => (Vec::new(), None),
    };
    candidates.truncate(top);
    Coding { candidates, note }
}

fn read(text: &str, asked: &Asked) -> Result<Staff, String> {
    let mut bytes = text.as_bytes();
    let given = Given::Text(&mut bytes);
    let mut input = Input::open(given, asked.of(Holds::Title), false, &mut |_| 0.9).map_err(|e| e.to_string())?;
    let mut staff = Staff::read(&mut input, fixture::catalog(), Origin::default(), asked).map_err(|e| e.to_string())?;
    staff.code(&mut [find], &|_| {});
    Ok(staff)
}

const STAFF: &str = "No,Job Title,Dept,FTE,Hourly Rate,State\n\
    1,Hive Inspector,Field,1,25,TX\n\
    2,HIVE  inspector,Field,0.5,n/a,TX\n\
    3,Bee Helper,Yard,12 FTE,18,WY\n\
    4,Chief,,-,,\n\
    5,,Yard,2,20,TX\n\
    6,Vacant,Yard,many,,TX\n";

#[test]
fn columns_are_found_and_rows_are_counted() {
    let staff = read(STAFF, &Asked::default()).unwrap();
    let name = |holds| staff.columns.name_of(holds);
    assert_eq!(
        Holds::ALL.map(name),
        [Some("Job Title"), None, Some("FTE"), Some("Dept"), Some("Hourly Rate"), Some("State")]
    );
    assert!(staff.columns.is_fte());
    let titles: Vec<_> = staff.titles.iter().map(|t| (t.text.as_str(), t.rows, t.people, t.standing())).collect();
    assert_eq!(
        titles,
        [
            ("Hive Inspector", 2, 1.5, Standing::Sure),
            ("Bee Helper", 1, 12.0, Standing::Doubtful),
            ("Chief", 1, 0.0, Standing::Open),
            ("", 1, 2.0, Standing::Open),
            ("Vacant", 1, 0.0, Standing::NoOccupation),
        ]
    );
    assert_eq!(staff.rows[0].pay, Some(25.0 * 2080.0));
    assert_eq!((staff.rows[1].pay, staff.rows[3].department), (None, None));
    assert_eq!(staff.rows[0].place, staff.rows[4].place);
    assert_ne!(staff.rows[0].place, staff.rows[2].place);
    assert_eq!(
        staff.remarks,
        [
            "headcounts are full-time equivalents, of column \"FTE\": half a post is 0.5",
            "1 row without a headcount, 1 row with a headcount that is no number (line 7: \"many\"): they count nobody",
            "3 rows without a pay: they are left out where pay is compared"
        ]
    );
}

#[test]
fn counts_say_how_sure_they_are() {
    let mut staff = read(STAFF, &Asked::default()).unwrap();
    let counts = staff.counts(None);
    assert_eq!((counts.people(), counts.coded(), counts.sure()), (15.5, 13.5, 1.5));
    assert_eq!(counts.roles()[0].0, RoleId(0));
    assert_eq!(counts.of_role(RoleId(0)).doubtful, 12.0);
    assert_eq!(
        words::coverage(&counts),
        "87.1% of 15.5 people are counted in a role, 9.7% surely, 77.4% in doubt, 12.9% open"
    );
    let yard = staff.counts(Some(1));
    assert_eq!((yard.people(), yard.of_role(RoleId(0)).people), (14.0, 12.0));
    // What most people stand behind comes first.
    assert_eq!(staff.by_doubt()[..2], [1, 0]);
    staff.decide(1, Some(Decision::Role(RoleId(1))));
    staff.decide(3, Some(Decision::LeftOut));
    let counts = staff.counts(None);
    assert_eq!((counts.people(), counts.sure(), counts.of_role(RoleId(1)).people), (13.5, 13.5, 13.5));
    assert_eq!((staff.undo(), staff.undo(), staff.undo()), (Some(3), Some(1), None));
    assert_eq!(staff.counts(None), read(STAFF, &Asked::default()).unwrap().counts(None));
}

#[test]
fn decisions_are_kept_and_taken_again() {
    let catalog = fixture::catalog();
    let mut staff = read(STAFF, &Asked::default()).unwrap();
    staff.decide(1, Some(Decision::Role(RoleId(1))));
    staff.decide(2, Some(Decision::NoOccupation));
    let gone = "title,decision\nQueen,left out\n";
    assert_eq!(staff.take(decisions::read(gone.as_bytes(), catalog).unwrap()), 0);
    let mut file = Vec::new();
    assert_eq!(decisions::write(&mut file, &staff, catalog).unwrap(), 3);
    let text = String::from_utf8(file.clone()).unwrap();
    let role = catalog.role(RoleId(1)).unwrap();
    assert_eq!(
        text,
        format!(
            "title,code_in_file,decision,role\nBee Helper,,{},{}\nChief,,no occupation,\nqueen,,left out,\n",
            role.code, role.title
        )
    );
    let mut again = read(STAFF, &Asked::default()).unwrap();
    assert_eq!(again.take(decisions::read(file.as_slice(), catalog).unwrap()), 2);
    assert_eq!(again.counts(None), staff.counts(None));
    assert_eq!(again.decided(), 0, "what was decided before is nothing to undo");
    let problem = |text: &str| decisions::read(text.as_bytes(), catalog).unwrap_err().to_string();
    assert!(problem("name,code\n").starts_with("line 1: a file of decisions has the columns title,"));
    assert!(problem("title,decision\nx,nonsense\n").starts_with("line 2: \"nonsense\" is no decision"));
    let twice = "title,decision\nx,left out\nX ,no occupation\n";
    assert!(problem(twice).starts_with("line 3: \"X\" is decided twice"));
}

#[test]
fn columns_may_be_named_or_left_out() {
    let asked = |holds: Holds, name: &str| {
        let mut asked = Asked::default();
        asked.0[holds as usize] = Some(name.to_owned());
        asked
    };
    let staff = read(STAFF, &asked(Holds::Headcount, "none")).unwrap();
    assert_eq!((staff.columns.of(Holds::Headcount), staff.counts(None).people()), (None, 6.0));
    let staff = read(STAFF, &asked(Holds::Department, "state")).unwrap();
    assert_eq!(staff.departments, ["TX", "WY"]);
    assert_eq!(staff.columns.of(Holds::Place), None, "none holds two things");
    let problem = read(STAFF, &asked(Holds::Pay, "Bonus")).unwrap_err();
    assert!(problem.starts_with("there is no column \"Bonus\"; the columns are \"No\", \"Job Title\""), "{problem}");
    assert!(read("Job Title,Dept\n", &Asked::default()).unwrap_err().contains("no row stands below the header"));
}

#[test]
fn a_code_of_the_file_stands_before_the_words() {
    let text = "Job Title,SOC Code\nBee Helper,45-2093\nBee Helper,\nHive,45-2093\n";
    let staff = read(text, &Asked::default()).unwrap();
    assert_eq!(staff.columns.name_of(Holds::Code), Some("SOC Code"));
    assert_eq!(staff.titles.len(), 3, "a title with a code is another than one without");
}

#[test]
fn what_was_saved_is_known_even_after_undoing() {
    let mut staff = read(STAFF, &Asked::default()).unwrap();
    assert!(staff.is_saved(), "nothing is decided");
    staff.decide(1, Some(Decision::NoOccupation));
    assert!(!staff.is_saved());
    staff.mark_saved();
    staff.undo();
    assert!(!staff.is_saved());
    staff.decide(1, Some(Decision::LeftOut));
    assert!(!staff.is_saved(), "as many decisions, but others");
    staff.undo();
    assert!(!staff.is_saved());
    staff.mark_saved();
    staff.decide(1, None);
    assert!(staff.is_saved(), "what changes nothing is no decision");
}

#[test]
fn the_way_back_leads_through_another_reading() {
    let mut before = read(STAFF, &Asked::default()).unwrap();
    before.decide(2, Some(Decision::NoOccupation));
    before.decide(1, Some(Decision::LeftOut));
    before.mark_saved();
    before.decide(1, Some(Decision::Role(RoleId(1))));
    let mut asked = Asked::default();
    asked.0[Holds::Headcount as usize] = Some("none".to_owned());
    let mut again = read(STAFF, &asked).unwrap();
    again.go_on_from(&before);
    assert_eq!((again.decisions(), again.decided(), again.is_saved()), (before.decisions(), 3, false));
    assert_eq!((again.undo(), again.is_saved()), (Some(1), true));
    assert_eq!((again.undo(), again.undo(), again.undo()), (Some(1), Some(2), None));
    assert_eq!(again.counts(None), read(STAFF, &asked).unwrap().counts(None));
}

#[test]
fn a_share_is_likely_right_after_so_many_decisions() {
    let mut staff = read(STAFF, &Asked::default()).unwrap();
    // Of 15.5 people 6 of the 12 bee helpers are likely wrong, and 0.15 of the hive inspectors.
    assert_eq!([0.0, 0.5, 0.7, 0.95, 1.0].map(|share| staff.decisions_to(share)), [0, 0, 1, 1, 2]);
    staff.decide(1, Some(Decision::LeftOut));
    assert_eq!([0.95, 1.0].map(|share| staff.decisions_to(share)), [0, 1]);
}

#[test]
fn other_data_have_the_same_roles_by_code() {
    let from = fixture::catalog();
    let mut to = from.clone();
    to.roles.remove(0);
    let mut staff = read(STAFF, &Asked::default()).unwrap();
    staff.decide(1, Some(Decision::Role(RoleId(0))));
    staff.decide(3, Some(Decision::Role(RoleId(1))));
    assert_eq!(staff.carry_over(from, &to), 1, "the first role is gone");
    assert_eq!((staff.titles[1].decision, staff.titles[1].standing()), (None, Standing::Doubtful));
    assert_eq!(staff.titles[3].decision, Some(Decision::Role(RoleId(0))));
    assert_eq!(staff.titles[0].role(), Some(RoleId(0)), "the inspectors have another place");
    assert_eq!(staff.titles[0].coding.candidates.len(), 1);
    staff.undo();
    staff.undo();
    assert_eq!(staff.counts(None).of_role(RoleId(0)).people, 13.5);
}
