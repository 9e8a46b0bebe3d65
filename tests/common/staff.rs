//! A made-up staff of a clinic, and someone who has it open.

use rolescope::app::update;
use rolescope::screens::staff::OPEN;
use rolescope::snapshot;
use rolescope::staff::batch::{finders, judge};
use rolescope::staff::columns::{Asked, Holds};
use rolescope::staff::file::{Given, Input};
use rolescope::staff::{Origin, Staff};

use super::User;

/// Each title with its headcount and the SOC code that is right; none where it names no occupation.
pub const TITLES: [(&str, f64, Option<&str>); 24] = [
    ("RN - Float Pool", 61.0, Some("29-1141")),
    ("Registered Nurse", 120.0, Some("29-1141")),
    ("LPN", 22.0, Some("29-2061")),
    ("CNA", 54.0, Some("31-1131")),
    ("Phys Therapist", 12.5, Some("29-1123")),
    ("Resp Therapist", 9.0, Some("29-1126")),
    ("Pt Transporter", 26.0, Some("31-1132")),
    ("Unit Clerk", 14.0, Some("43-9061")),
    ("Coordinator", 11.0, Some("11-9111")),
    ("Specialist III", 7.0, Some("13-1071")),
    ("Analyst II", 6.5, Some("13-1111")),
    ("EVS Tech", 18.0, Some("37-2012")),
    ("Food Svc Aide", 16.0, Some("35-3041")),
    ("Cook", 8.0, Some("35-2012")),
    ("Security Ofcr", 9.0, Some("33-9032")),
    ("Maint Mech", 6.0, Some("49-9071")),
    ("Nurse Mangaer", 5.0, Some("11-9111")),
    ("HR Generalist", 3.0, Some("13-1071")),
    ("Pharmacist", 7.0, Some("29-1051")),
    ("Surg Tech", 13.0, Some("29-2055")),
    ("Social Wkr", 4.0, Some("21-1022")),
    ("Volunteer", 12.0, None),
    ("vacant", 9.0, None),
    ("", 2.0, None),
];

/// The file: a row for each title.
fn file() -> String {
    let departments = ["Nursing", "Support", "Administration"];
    let row = |(place, (title, people, _)): (usize, &(&str, f64, Option<&str>))| {
        format!("{},{title},{},{people},{}\n", 100 + place, departments[place % 3], 31_000 + place * 2_500)
    };
    let rows: String = TITLES.iter().enumerate().map(row).collect();
    format!("Employee No,Job Title,Department,FTE,Annual Salary\n{rows}900,Chaplain,Support,n/a,52000\n")
}

/// The staff of a file of that name, read with some columns.
pub fn staff(name: &str, asked: &Asked) -> Staff {
    let engine = snapshot::open().unwrap();
    let mut finders = finders(&engine).unwrap();
    let text = file();
    let mut bytes = text.as_bytes();
    let given = Given::Text(&mut bytes);
    let mut input = Input::open(given, asked.of(Holds::Title), false, &mut judge(&mut finders)).unwrap();
    let origin = Origin { name: name.to_owned(), path: name.into(), ..Origin::default() };
    let mut staff = Staff::read(&mut input, engine.catalog(), origin, asked).unwrap();
    staff.code(&mut finders, &|_| {});
    staff
}

/// Someone who has opened it.
pub fn user() -> User {
    user_of(staff("clinic.csv", &Asked::default()))
}

/// Someone who has opened a staff.
pub fn user_of(staff: Staff) -> User {
    let mut user = User::new();
    user.app.staff = Some(Box::new(staff));
    update(&mut user.app, OPEN);
    user
}
