//! Pictures and walks of the organisation: a made-up clinic on the embedded data.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use common::{User, picture, rows};
use rolescope::app::{Msg, update};
use rolescope::screens::organisation::Organisation;
use rolescope::staff::batch::finders;
use rolescope::staff::columns::Asked;
use rolescope::staff::decisions::Decision;
use rolescope::staff::file::{Given, Input};
use rolescope::staff::{Origin, Staff};
use rolescope::ui::Look;

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

/// Titles with their department, how many people have them, and the least of their salaries.
const CLINIC: [(&str, &str, u32, u32); 24] = [
    ("Registered Nurse", "Wards", 96, 71_000),
    ("Nursing Assistant", "Wards", 48, 33_000),
    ("Licensed Practical Nurse", "Wards", 22, 52_000),
    ("Charge Nurse II", "Wards", 9, 88_000),
    ("Nurse Practitioner", "Outpatients", 8, 112_000),
    ("Medical Assistant", "Outpatients", 31, 37_000),
    ("Receptionist", "Outpatients", 18, 33_000),
    ("Medical Secretary", "Outpatients", 14, 39_000),
    ("Radiologic Technologist", "Imaging", 17, 64_000),
    ("Sonographer", "Imaging", 6, 79_000),
    ("MRI Tech", "Imaging", 4, 81_000),
    ("Pharmacist", "Pharmacy", 7, 128_000),
    ("Pharmacy Technician", "Pharmacy", 12, 39_000),
    ("Billing Specialist", "Administration", 11, 41_000),
    ("Medical Records Specialist", "Administration", 9, 46_000),
    ("Accountant", "Administration", 5, 74_000),
    ("HR Generalist", "Administration", 3, 66_000),
    ("Software Developer", "IT", 6, 118_000),
    ("Help Desk Analyst", "IT", 5, 55_000),
    ("Janitor", "Services", 24, 31_000),
    ("Cook", "Services", 13, 33_000),
    ("Team Member", "Services", 7, 30_000),
    ("Patient Navigator", "Outpatients", 9, 44_000),
    ("Unit Coordinator", "Wards", 8, 43_000),
];

fn clinic() -> String {
    let mut text = "Job Title,Department,Annual Salary,State\n".to_owned();
    let person = |title: &str, department: &str, salary: u32| format!("{title},{department},{salary},MN\n");
    for (title, department, people, salary) in CLINIC {
        text.extend((0..people).map(|number| person(title, department, salary + number * 700 % 19_000)));
    }
    text
}

/// A user who has opened a staff and presses keys.
fn user_of(file: &str, keys: &str) -> User {
    let mut user = User::new();
    let mut finders = finders(&user.app.engine).unwrap();
    let mut bytes = file.as_bytes();
    let mut input = Input::open(Given::Text(&mut bytes), None, false, &mut |_| 0.9).unwrap();
    let origin = Origin { name: "clinic.csv".to_owned(), ..Origin::default() };
    let mut staff = Staff::read(&mut input, user.app.catalog(), origin, &Asked::default()).unwrap();
    staff.code(&mut finders, &|_| {});
    user.app.staff = Some(Box::new(staff));
    user.keys(keys);
    user
}

#[test]
fn every_side_at_every_common_size() {
    let file = clinic();
    for (name, keys) in [
        ("overview", "<ctrl-g>"),
        ("roles", "<ctrl-g>2G"),
        ("shared", "<ctrl-g>3<down><down>"),
        ("pay", "<ctrl-g>4<pagedown>"),
        ("departments", "<ctrl-g>5<down>"),
        ("moves", "<ctrl-g>6<down>"),
        ("department", "<ctrl-g>]]2<down>"),
        ("in_a_place", "<ctrl-p>minnesota<enter><ctrl-g>"),
    ] {
        let mut user = user_of(&file, keys);
        for (width, height) in SIZES {
            update(&mut user.app, Msg::Resized(width, height));
            let text = rows(&picture(&user.app, &Look::default(), (width, height)), |cell| cell.symbol().to_owned());
            insta::assert_snapshot!(format!("organisation_{name}_{width}x{height}"), text);
            let ascii = Look { colour: false, glyphs: rolescope::ui::look::ASCII };
            let text = rows(&picture(&user.app, &ascii, (width, height)), |cell| cell.symbol().to_owned());
            assert!(text.is_ascii(), "{name} {width}x{height}");
        }
        for size in [(1, 1), (19, 5), (31, 20), (32, 6), (33, 8), (60, 9), (99, 12)] {
            update(&mut user.app, Msg::Resized(size.0, size.1));
            let text = rows(&picture(&user.app, &Look::default(), size), |cell| cell.symbol().to_owned());
            let is_of_exposure = text.contains("exposure index") || text.contains("Moderate");
            assert!(!is_of_exposure || text.to_lowercase().contains("task overlap"), "{name} {size:?}\n{text}");
        }
    }
}

#[test]
fn without_a_staff_its_key_says_why() {
    let mut user = User::new();
    user.keys("<tab>O");
    let why = "There is no staff: rolescope staff FILE opens one";
    assert_eq!(user.app.notice.as_deref(), Some(why));
    user.keys("<tab>nurse<ctrl-g>");
    assert_eq!((user.app.notice.as_deref(), user.app.trail.len()), (Some(why), 0));
    let user = user_of(&clinic(), "<tab>OO");
    assert_eq!(user.app.trail.len(), 1);
    assert_eq!(user.app.notice.as_deref(), Some("This is the organisation: 1 to 6 show its sides"));
}

fn view(user: &User) -> &Organisation {
    user.app.front_as::<Organisation>().unwrap()
}

#[test]
fn departments_go_round_and_are_chosen_from_their_list() {
    let mut user = user_of(&clinic(), "<ctrl-g>]");
    assert_eq!(view(&user).whose, "Wards, 183 people, department 1 of 7");
    user.keys("[");
    assert_eq!(view(&user).department, None);
    user.keys("[");
    assert_eq!(view(&user).whose, "IT, 11 people, department 7 of 7");
    user.keys("]5<down><down><enter>");
    assert!(view(&user).whose.starts_with("Outpatients, 80 people"), "{}", view(&user).whose);
    assert!(user.screen().contains("Outpatients (shown)"));
    user.keys("<enter>");
    assert!(view(&user).whose.ends_with("all departments"));
}

#[test]
fn two_departments_stand_side_by_side() {
    let mut user = user_of(&clinic(), "<ctrl-g>]b");
    assert_eq!(user.app.notice.as_deref(), Some("Two departments stand side by side from 160 columns on"));
    update(&mut user.app, Msg::Resized(200, 60));
    user.keys("b]2");
    assert_eq!(
        view(&user).beside.as_deref().map(|other| other.whose.as_str()),
        Some("Wards, 183 people, department 1 of 7")
    );
    insta::assert_snapshot!("organisation_side_by_side_200x60", user.screen_of(200, 60));
    user.keys("b");
    assert!(view(&user).beside.is_none());
}

#[test]
fn a_role_opens_and_is_pinned() {
    let mut user = user_of(&clinic(), "<ctrl-g>6<down> ");
    assert_eq!(user.app.pins.roles().len(), 1);
    user.keys("<enter>");
    assert_eq!(user.role(), Some("Software Developers"));
    user.keys("<esc>3G<enter>");
    assert!(user.sharing() > 1, "the roles that use the software");
}

#[test]
fn a_decision_is_counted_at_once() {
    let mut user = user_of(&clinic(), "<ctrl-g>");
    assert!(view(&user).coverage.ends_with("1.8% open"), "{}", view(&user).coverage);
    let cooks = user.app.catalog().role_by_code("35-2012.00".parse().unwrap()).unwrap();
    let staff = user.app.staff.as_mut().unwrap();
    let title = staff.titles.iter().position(|title| title.text == "Team Member").unwrap();
    staff.decide(title, Some(Decision::Role(cooks)));
    user.keys("2");
    assert!(view(&user).coverage.starts_with("100.0%"), "{}", view(&user).coverage);
    assert!(user.screen().contains("Cooks, Institution and Cafeteria"));
    let all = user.app.staff.as_ref().unwrap().titles.len();
    for title in 0..all {
        user.app.staff.as_mut().unwrap().decide(title, Some(Decision::LeftOut));
    }
    user.keys("1");
    assert!(user.screen().contains("There are fewer than five people"));
}
