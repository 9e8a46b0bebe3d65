//! Pictures and walks of the organisation: a made-up clinic on the embedded data.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use common::{User, picture, rows};
use rolescope::app::{Msg, update};
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
    for (title, department, people, salary) in CLINIC {
        for person in 0..people {
            text.push_str(&format!("{title},{department},{},MN\n", salary + person * 700 % 19_000));
        }
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
        ("overview", "<ctrl-o>"),
        ("roles", "<ctrl-o>2G"),
        ("shared", "<ctrl-o>3<down><down>"),
        ("pay", "<ctrl-o>4<pagedown>"),
        ("departments", "<ctrl-o>5<down>"),
        ("moves", "<ctrl-o>6<down>"),
        ("department", "<ctrl-o>]]2<down>"),
        ("in_a_place", "<ctrl-p>minnesota<enter><ctrl-o>"),
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
    }
}

#[test]
fn throwaway() {
    let user = User::new();
    let catalog = user.app.catalog();
    let mut at: Vec<f64> = Vec::new();
    for (id, _) in catalog.roles_with_ids().step_by(40) {
        let moves = rolescope::compare::moves::Moves::of(catalog, id);
        at.extend(moves.rows.iter().filter(|row| row.place == Some(40)).filter_map(|row| row.similarity));
    }
    at.sort_by(f64::total_cmp);
    println!("{at:.2?}");
    let mut text = "Job Title,Department,Annual Salary,State\n".to_owned();
    for row in 0..100_000_usize {
        let role = &catalog.roles[(row * row) % 300];
        text.push_str(&format!("{},Dept {},{},{}\n", role.title.replace(',', " "), row % 37, 30_000 + row % 50_000, ["MN", "TX", "WI"][row % 3]));
    }
    let user = user_of(&text, "");
    let staff = user.app.staff.as_deref().unwrap();
    for department in [None, Some(3)] {
        for _ in 0..3 {
            let start = std::time::Instant::now();
            let whole = rolescope::staff::whole::Whole::of(staff, department, user.app.catalog()).unwrap();
            println!("{department:?} {:?} {} roles", start.elapsed(), whole.roles.len());
        }
    }
}
