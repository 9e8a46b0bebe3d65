//! How well a whole staff is coded: three made-up organisations with their right SOC codes.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs::File;

use rolescope::catalog::Catalog;
use rolescope::search::Engine;
use rolescope::staff::batch::{finders, judge};
use rolescope::staff::columns::{Asked, Holds};
use rolescope::staff::decisions::Decision;
use rolescope::staff::file::{Given, Input};
use rolescope::staff::{Origin, Staff, Standing};

/// The least share of the headcount coded right first and within five; the most decisions until 95 % of it is right.
/// Titles as hospitals and cities write them are mostly in O*NET's lists, those of software firms often are not.
const FLOORS: [(&str, f64, f64, usize); 3] =
    [("hospital", 0.90, 0.97, 16), ("city", 0.90, 0.98, 10), ("software", 0.75, 0.90, 100)];
/// The largest mean distance between confidence and share of right codes, in ten bins.
const MOST_ECE: f64 = 0.12;

/// Reads one of the staffs; its column of right codes is used or not.
fn staff(name: &str, engine: &Engine, codes: &str) -> Staff {
    let mut asked = Asked::default();
    asked.0[Holds::Code as usize] = Some(codes.to_owned());
    let mut finders = finders(engine).unwrap();
    let mut file = File::open(format!("{}/tests/staff/{name}.csv", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut input = Input::open(Given::Text(&mut file), None, false, &mut judge(&mut finders)).unwrap();
    let mut staff = Staff::read(&mut input, engine.catalog(), Origin::default(), &asked).unwrap();
    if codes == "none" {
        staff.code(&mut finders, &|_| {});
    }
    staff
}

/// For each title the right code of each of its rows, with the people of the row; rows without a right code are left out.
fn right_codes(staff: &Staff, checked: &Staff) -> Vec<Vec<(String, f64)>> {
    let mut right = vec![Vec::new(); staff.titles.len()];
    for (row, with_code) in staff.rows.iter().zip(&checked.rows) {
        let code = &checked.titles[with_code.title as usize].code;
        if !code.is_empty() {
            right[row.title as usize].push((code.clone(), row.people));
        }
    }
    right
}

fn soc(catalog: &Catalog<'_>, role: rolescope::catalog::RoleId) -> String {
    catalog.role(role).unwrap().code.soc().to_string()
}

#[test]
fn a_staff_is_mostly_right_and_few_decisions_make_it_so() {
    let engine = rolescope::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let mut low = Vec::new();
    for (name, least_first, least_five, most_decisions) in FLOORS {
        let (mut staff, checked) = (staff(name, &engine, "none"), staff(name, &engine, "Checked SOC"));
        assert_eq!((staff.rows.len(), checked.rows.len()), (2_000, 2_000));
        let right = right_codes(&staff, &checked);
        let all: f64 = right.iter().flatten().map(|(_, people)| people).sum();
        let (mut first, mut five, mut bins) = (0.0, 0.0, [(0.0, 0.0, 0.0); 10]);
        for (title, right) in staff.titles.iter().zip(&right) {
            let mut socs: Vec<String> = title.coding.candidates.iter().map(|c| soc(catalog, c.role)).collect();
            socs.dedup();
            for (code, people) in right {
                let place = socs.iter().position(|soc| soc == code);
                first += if place == Some(0) { *people } else { 0.0 };
                five += if place.is_some_and(|place| place < 5) { *people } else { 0.0 };
                let confidence = title.first().map_or(0.0, |first| f64::from(first.confidence));
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
                let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
                *bin =
                    (bin.0 + people, bin.1 + confidence * people, bin.2 + if place == Some(0) { *people } else { 0.0 });
            }
        }
        let ece: f64 = bins.iter().map(|(_, said, was)| (said - was).abs() / all).sum();
        let (decisions, keys) = decisions_until(0.95, &mut staff, &right, catalog);
        println!(
            "{name:<9} first {:.3}, within five {:.3}, ECE {ece:.3}, {} titles, {decisions} decisions ({keys} keys) until \
             95 % are right",
            first / all,
            five / all,
            staff.titles.len()
        );
        let is_low = first / all < least_first || five / all < least_five;
        if is_low || ece > MOST_ECE || decisions > most_decisions {
            low.push(format!("{name}: {:.3} {:.3} {ece:.3} {decisions}", first / all, five / all));
        }
    }
    assert!(low.is_empty(), "{low:?}");
}

/// How many titles a user decides on, in the order of the review and each as most of its people have it, until that share
/// of the people stands in the right SOC code; and how many keys that takes: one for a candidate or for no occupation, the
/// code and two more for another role.
fn decisions_until(
    share: f64,
    staff: &mut Staff,
    right: &[Vec<(String, f64)>],
    catalog: &Catalog<'_>,
) -> (usize, usize) {
    let mut keys = 0;
    let all: f64 = right.iter().flatten().map(|(_, people)| people).sum();
    let order = staff.by_doubt();
    for (made, title) in order.into_iter().enumerate() {
        let in_right = |staff: &Staff| -> f64 {
            let titles = staff.titles.iter().zip(right);
            let coded = titles.filter_map(|(title, right)| Some((soc(catalog, title.role()?), right)));
            coded
                .flat_map(|(soc, right)| right.iter().filter(move |(code, _)| *code == soc))
                .map(|(_, people)| people)
                .sum()
        };
        if in_right(staff) >= share * all {
            return (made, keys);
        }
        let mut codes = right[title].clone();
        codes.sort_by(|a, b| b.1.total_cmp(&a.1));
        let role = codes.first().and_then(|(code, _)| {
            let wanted = code.parse().ok()?;
            catalog.roles_with_ids().find(|(_, role)| role.code.soc() == wanted).map(|(id, _)| id)
        });
        let is_offered =
            |code: &String| staff.titles[title].coding.candidates.iter().any(|c| soc(catalog, c.role) == *code);
        keys += if codes.first().is_none_or(|(code, _)| is_offered(code)) { 1 } else { 9 };
        staff.decide(title, Some(role.map_or(Decision::NoOccupation, Decision::Role)));
    }
    (usize::MAX, keys)
}

#[test]
fn a_column_of_codes_is_found_and_decides() {
    let engine = rolescope::snapshot::open().unwrap();
    let mut finders = finders(&engine).unwrap();
    let mut checked = staff("hospital", &engine, "Checked SOC");
    checked.code(&mut finders, &|_| {});
    for title in checked.titles.iter().filter(|title| !title.code.is_empty()) {
        assert_eq!(title.standing(), Standing::Sure, "{title:?}");
        assert_eq!(soc(engine.catalog(), title.role().unwrap()), title.code);
    }
}
