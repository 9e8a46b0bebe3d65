#![allow(clippy::float_cmp, reason = "the values are worked out by hand, and exact")]

use proptest::prelude::*;

use super::departments::Who;
use super::*;
use crate::catalog::{Metric, PlaceId};
use crate::fixture;
use crate::search::{Candidate, Coding, Evidence, Found};
use crate::staff::decisions::Decision;
use crate::staff::{LEAST_PEOPLE, Row as StaffRow, Title};

/// Titles of the role 0 and 1 that are sure, one of role 1 in doubt, one of role 2, and one that is open.
const BEES: u32 = 0;
const HIVES: u32 = 1;
const PERHAPS: u32 = 2;
const ARMY: u32 = 3;
const OPEN: u32 = 4;

/// A staff of such rows: title, department, people, pay.
fn staff(rows: &[(u32, Option<u32>, f64, Option<f64>)]) -> Staff {
    let coded = |role, confidence| Coding {
        candidates: vec![Candidate {
            role: RoleId(role),
            score: confidence,
            confidence,
            matched: Evidence { found: Found::Title, marked: Vec::new() },
        }],
        note: None,
    };
    let title = |coding| Title { text: "title".to_owned(), coding, ..Title::default() };
    let mut staff = Staff {
        titles: [coded(0, 0.9), coded(1, 0.9), coded(1, 0.4), coded(2, 0.9), Coding::default()].map(title).to_vec(),
        departments: ["Yard", "Field", "Desk"].map(str::to_owned).to_vec(),
        ..Staff::default()
    };
    for (title, department, people, pay) in rows {
        staff.titles[*title as usize].people += people;
        staff.rows.push(StaffRow { title: *title, department: *department, people: *people, pay: *pay, place: None });
    }
    staff
}

fn whole(rows: &[(u32, Option<u32>, f64)], department: Option<u32>) -> Option<Whole> {
    let rows: Vec<_> = rows.iter().map(|(title, department, people)| (*title, *department, *people, None)).collect();
    Whole::of(&staff(&rows), department, fixture::catalog())
}

const HOUSE: [(u32, Option<u32>, f64); 5] =
    [(BEES, None, 20.0), (HIVES, None, 10.0), (PERHAPS, None, 6.0), (ARMY, None, 3.0), (OPEN, None, 8.0)];

fn held(people: f64, doubtful: f64) -> Held {
    Held { people, doubtful }
}

#[test]
fn people_are_counted_by_role_group_and_band() {
    let whole = whole(&HOUSE, None).unwrap();
    assert_eq!(whole.roles, [(RoleId(0), held(20.0, 0.0)), (RoleId(1), held(16.0, 6.0))]);
    assert_eq!(whole.beside, ["the nation"]);
    // Three soldiers are folded, and with them the eight in no role, as 47 less 36 less 8 would tell them.
    assert_eq!(whole.groups.rest, Some(Rest { members: 2, held: held(11.0, 0.0) }));
    let of = |class| whole.groups.row(&class).map(|row| (row.held, row.beside.clone()));
    assert_eq!(of(Class::Is(45)), Some((Some(held(36.0, 6.0)), vec![Some(100.0)])));
    assert_eq!(of(Class::Is(55)), Some((None, vec![Some(0.0)])));
    assert_eq!(of(Class::NoRole), Some((None, vec![None])));
    assert!(whole.other_roles.is_empty());
    let bands: Vec<_> = whole.bands.rows.iter().map(|row| row.held).collect();
    assert_eq!(bands, [Some(held(20.0, 0.0)), Some(held(0.0, 0.0)), Some(held(16.0, 6.0)), None, None]);
    assert_eq!(whole.bands.rows[0].beside, [Some(50.0)]);
    assert_eq!(whole.bands.whole, 47.0);
}

#[test]
fn exposure_counts_each_role_as_often_as_people_have_it() {
    let whole = whole(&HOUSE, None).unwrap();
    let index = &whole.overlaps[0];
    assert_eq!(index.metric, Metric::Index);
    let spread = index.spread.unwrap();
    assert_eq!((spread.mean, spread.weight), ((20.0 * 20.0 + 80.0 * 16.0) / 36.0, 36.0));
    assert_eq!((spread.lower_quartile, spread.median, spread.upper_quartile), (20.0, 20.0, 80.0));
    // 615 workers each: the median lies half way.
    assert_eq!(index.beside[0].map(|nation| (nation.mean, nation.median)), Some((50.0, 50.0)));
    assert_eq!(index.tenths.row(&Class::Is(2)).unwrap().held, Some(held(20.0, 0.0)));
    assert_eq!(index.tenths.row(&Class::Is(8)).unwrap().held, Some(held(16.0, 6.0)));
    assert_eq!(index.tenths.row(&Class::Is(0)).unwrap().held, Some(held(0.0, 0.0)));
    assert_eq!(whole.overlaps[4].spread, None, "the study has no figure of these roles");
    let [gpt4, _] = &whole.mixes;
    // Beekeepers: one task E0, one E2; inspectors: one task E1.
    assert_eq!(gpt4.percent, Some([1000.0 / 36.0, 1600.0 / 36.0, 1000.0 / 36.0]));
    assert_eq!(gpt4.beside, [Some([25.0, 50.0, 25.0])]);
    assert_eq!(gpt4.covers, Some(held(36.0, 6.0)));
}

#[test]
fn what_roles_share_is_counted_by_their_people() {
    let whole = whole(&HOUSE, None).unwrap();
    let of = |wanted: Kind| {
        let list = &whole.shared.iter().find(|(kind, _)| *kind == wanted).unwrap().1;
        list.iter().map(|shared| (shared.place, shared.held, shared.roles)).collect::<Vec<_>>()
    };
    // 36 of the 39 in roles: that three have not is not told.
    assert_eq!(of(Kind::Software), [(0, None, 2)]);
    assert_eq!(of(Kind::Activities), [(0, None, 2)]);
    assert_eq!(of(Kind::Skills), [(0, None, 2), (1, Some(held(16.0, 6.0)), 1)]);
    assert_eq!(of(Kind::Knowledge), [(2, Some(held(20.0, 0.0)), 1)]);
    assert_eq!(whole.shared[2].1[0].beside, [Some(50.0)]);
}

#[test]
fn outlook_and_published_pay_are_those_of_the_roles() {
    let whole = whole(&HOUSE, None).unwrap();
    assert_eq!(whole.outlook.row(&Class::Is("Declining")).unwrap().held, Some(held(36.0, 6.0)));
    assert_eq!(whole.outlook.rest.map(|rest| rest.held.people), Some(11.0));
    assert_eq!(whole.role_pay.spread.map(|spread| spread.median), Some(51_230.0));
    assert!(!whole.role_pay.is_floor(51_230.0));
    assert_eq!(whole.paid, None);
}

#[test]
fn moves_lead_to_roles_of_the_staff_that_are_alike() {
    let mut catalog = fixture::catalog().clone();
    // Soldiers analyse and do not listen; beekeepers and inspectors are alike beside them.
    let mut roles: Vec<_> = catalog.roles.iter().cloned().collect();
    roles[2].capabilities = roles[0].capabilities.clone();
    for (rating, importance) in roles[2].capabilities.iter_mut().zip([100, 100, 450]) {
        rating.importance = crate::catalog::Hundredths(importance);
    }
    catalog.roles = crate::catalog::Shared::from(roles);
    let rows = [(BEES, None, 20.0, None), (HIVES, None, 16.0, None), (ARMY, None, 30.0, None)];
    let whole = Whole::of(&staff(&rows), None, &catalog).unwrap();
    let moves: Vec<_> = whole.moves.iter().map(|from| (from.role, from.held.people, &from.to[..])).collect();
    let [(RoleId(1), 16.0, [to]), (RoleId(0), 20.0, [back])] = moves[..] else { panic!("{moves:?}") };
    assert_eq!((to.to.role, to.held.people, to.to.overlap.value()), (RoleId(0), 20.0, Some(-60.0)));
    assert_eq!((back.to.role, back.to.overlap.value()), (RoleId(1), Some(60.0)));
}

#[test]
fn pay_is_compared_with_the_percentiles_of_the_role() {
    let mut staff = staff(&[
        (BEES, None, 2.0, Some(25_000.0)),
        (BEES, None, 5.0, Some(35_400.0)),
        (BEES, None, 6.0, Some(45_000.0)),
        (HIVES, None, 5.0, Some(60_000.0)),
        (ARMY, None, 7.0, Some(60_000.0)),
        (OPEN, None, 9.0, None),
    ]);
    let whole = Whole::of(&staff, None, fixture::catalog()).unwrap();
    let paid = whole.paid.unwrap();
    let stands: Vec<_> = paid.stands.rows.iter().map(|row| row.held.map(|held| held.people)).collect();
    // The two under the 10th are folded with the next smallest. From 51,230 on no percentile is published but the 90th, at the
    // ceiling: where 60,000 lies between the median and it cannot be told.
    assert_eq!(stands, [None, None, Some(6.0), Some(0.0), Some(0.0), Some(0.0), Some(12.0), Some(0.0)]);
    assert_eq!(paid.stands.rest.map(|rest| rest.held.people), Some(7.0));
    assert_eq!(paid.stands.whole, 25.0);
    let roles: Vec<_> = paid.roles.iter().map(|role| (role.role, role.held.people, role.median)).collect();
    assert_eq!(roles, [(RoleId(0), 13.0, 35_000.0), (RoleId(2), 7.0, 60_000.0), (RoleId(1), 5.0, 60_000.0)]);
    // In Texas the role has a 10th percentile and a median of its own.
    for row in &mut staff.rows {
        row.place = Some(PlaceId(0));
    }
    let paid = Whole::of(&staff, None, fixture::catalog()).unwrap().paid.unwrap();
    assert_eq!(paid.roles[0].place, Some(PlaceId(0)));
    assert_eq!(paid.stands.row(&Class::NoFigure).unwrap().held.map(|held| held.people), None);
}

#[test]
fn departments_do_not_tell_of_each_other() {
    // The yard has all but three of the beekeepers; the desk is folded with the next smallest.
    let rows = [
        (BEES, Some(0), 30.0),
        (HIVES, Some(0), 10.0),
        (BEES, Some(1), 3.0),
        (HIVES, Some(1), 12.0),
        (OPEN, Some(1), 5.0),
        (HIVES, None, 19.0),
        (HIVES, Some(2), 2.0),
    ];
    let all = whole(&rows, None).unwrap();
    assert_eq!(all.held(RoleId(0)), Some(held(33.0, 0.0)));
    let who: Vec<_> = all.departments.iter().map(|department| (department.who, department.people)).collect();
    assert_eq!(who, [(Who::Of(0), 40.0), (Who::Of(1), 20.0), (Who::Others(2), 21.0)]);
    let low: Vec<_> =
        all.departments.iter().map(|department| department.bands.rows[0].held.map(|h| h.people)).collect();
    assert_eq!(low, [None, None, Some(0.0)], "30 of 33 would tell the three of the field");
    assert_eq!(all.departments[0].mean, Some(35.0));
    let yard = whole(&rows, Some(0)).unwrap();
    assert_eq!((yard.held(RoleId(0)), yard.bands.rows[0].held), (None, None));
    assert!(whole(&rows, Some(2)).is_none(), "it has two people");
}

/// Every number of people that is in a whole.
fn told(whole: &Whole) -> Vec<f64> {
    fn table<T>(table: &Table<T>) -> impl Iterator<Item = f64> {
        let rows = table.rows.iter().filter_map(|row| row.held).map(|held| held.people);
        rows.chain(table.rest.map(|rest| rest.held.people)).collect::<Vec<_>>().into_iter()
    }
    let mut told: Vec<f64> = whole.roles.iter().map(|(_, held)| held.people).collect();
    told.extend(whole.other_roles.iter().map(|(_, rest)| rest.held.people));
    told.extend(table(&whole.groups).chain(table(&whole.bands)).chain(table(&whole.outlook)));
    told.extend(table(&whole.role_pay.published));
    told.extend(whole.overlaps.iter().flat_map(|overlap| table(&overlap.tenths)));
    told.extend(whole.overlaps.iter().filter_map(|overlap| overlap.spread).map(|spread| spread.weight));
    told.extend(whole.mixes.iter().filter_map(|mix| mix.covers).map(|held| held.people));
    told.extend(whole.shared.iter().flat_map(|(_, list)| list).filter_map(|shared| shared.held).map(|h| h.people));
    for department in &whole.departments {
        told.push(department.people);
        told.extend(department.coded.map(|held| held.people));
        told.extend(table(&department.bands));
    }
    if let Some(paid) = &whole.paid {
        told.extend(table(&paid.stands));
        told.extend(paid.roles.iter().map(|role| role.held.people));
        told.extend(paid.others.map(|rest| rest.held.people));
    }
    told
}

/// A table's rows and its rest are all its people, and it folds no class alone.
fn adds_up<T>(table: &Table<T>) -> bool {
    let shown: f64 = table.rows.iter().filter_map(|row| row.held).map(|held| held.people).sum();
    let rest = table.rest.map_or(0.0, |rest| rest.held.people);
    (shown + rest - table.whole).abs() < 1e-6
}

proptest! {
    #[test]
    fn nothing_is_told_of_fewer_than_five(
        rows in prop::collection::vec((0..5_u32, prop::option::of(0..3_u32), 1..12_u32, any::<bool>()), 1..40)
    ) {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(title, department, halves, paid)| {
                (title, department, f64::from(halves) / 2.0, paid.then_some(f64::from(halves) * 10_000.0))
            })
            .collect();
        let staff = staff(&rows);
        for department in [None, Some(0), Some(1), Some(2)] {
            let Some(whole) = Whole::of(&staff, department, fixture::catalog()) else { continue };
            for people in told(&whole) {
                prop_assert!(people == 0.0 || people >= LEAST_PEOPLE - 1e-6, "{people} in {whole:?}");
            }
            prop_assert!(adds_up(&whole.groups) && adds_up(&whole.bands) && adds_up(&whole.outlook));
            prop_assert!(whole.overlaps.iter().all(|overlap| adds_up(&overlap.tenths)));
            prop_assert!((whole.groups.whole - whole.counts.people()).abs() < 1e-6);
            let in_roles: f64 = whole.roles.iter().map(|(_, held)| held.people).sum();
            let in_others: f64 = whole.other_roles.iter().map(|(_, rest)| rest.held.people).sum();
            let groups = whole.groups.rows.iter().filter(|row| row.class != Class::NoRole);
            let in_groups: f64 = groups.filter_map(|row| row.held).map(|held| held.people).sum();
            prop_assert!((in_roles + in_others - in_groups).abs() < 1e-6, "roles are those of the groups that are shown");
        }
    }

    /// No department's number is what the whole staff has less those of the others.
    #[test]
    fn no_department_can_be_subtracted_back(cells in prop::collection::vec(prop::collection::vec(0..15_u32, 4), 2..6)) {
        let table: Vec<Vec<f64>> = cells.iter().map(|row| row.iter().map(|cell| f64::from(*cell)).collect()).collect();
        let hidden = fold::hide_table(&table);
        let line = |cells: Vec<(f64, bool)>| {
            let hidden: Vec<f64> = cells.iter().filter(|(cell, hidden)| *hidden && *cell > 0.0).map(|c| c.0).collect();
            let shown_small = cells.iter().any(|(cell, hidden)| !hidden && *cell > 0.0 && *cell < 5.0);
            // All of a line may have to be hidden: then its own total is not shown.
            let all = cells.iter().all(|(cell, hidden)| *hidden || *cell == 0.0);
            !shown_small && (hidden.is_empty() || all || (hidden.len() > 1 && hidden.iter().sum::<f64>() >= 5.0))
        };
        for (row, hidden) in table.iter().zip(&hidden) {
            prop_assert!(line(row.iter().copied().zip(hidden.iter().copied()).collect()));
        }
        for column in 0..4 {
            prop_assert!(line(table.iter().zip(&hidden).map(|(row, hidden)| (row[column], hidden[column])).collect()));
        }
    }
}

#[test]
fn a_decision_moves_people() {
    let mut staff = staff(&HOUSE.map(|(title, department, people)| (title, department, people, None)));
    staff.decide(OPEN as usize, Some(Decision::Role(RoleId(2))));
    let whole = Whole::of(&staff, None, fixture::catalog()).unwrap();
    assert_eq!(whole.held(RoleId(2)), Some(held(11.0, 0.0)));
}
