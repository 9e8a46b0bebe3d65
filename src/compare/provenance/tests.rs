//! Computed figures: their texts hold the numbers that are shown.

use super::*;
use crate::catalog::Metric;
use crate::catalog::provenance::tests::empty_part;
use crate::compare::groups::{GroupColumn, groups};
use crate::compare::moves::{Moves, Profiles};
use crate::fixture;

#[test]
fn a_difference_names_both_figures() {
    let origins = Origins { catalog: fixture::catalog(), record: None };
    let of = |metric| shift(&origins, metric, RoleId(0), RoleId(1)).unwrap();
    let index = of(Metric::Index);
    assert_eq!((index.shown.as_str(), index.is_exposure, index.cells.len()), ("+60", true, 4));
    assert!(index.computation[0].ends_with("80th, High.") && index.computation[1].ends_with("20th, Low."));
    let pay = of(Metric::Pay);
    assert_eq!(pay.shown, "same code");
    assert!(pay.computation.last().unwrap().contains("45-2093"), "{pay:?}");
    let none = shift(&origins, Metric::Pay, RoleId(0), RoleId(2)).unwrap();
    assert_eq!((none.shown.as_str(), empty_part(&none)), (NOT_PUBLISHED, None));
}

#[test]
fn workers_are_divided_in_words() {
    let catalog = fixture::catalog();
    let origins = Origins { catalog, record: None };
    let workers = workers(&origins, &Workforce::of(catalog), RoleId(1)).unwrap();
    assert_eq!((workers.shown.as_str(), empty_part(&workers)), ("615", None));
    let step = workers.computation.last().unwrap();
    assert!(step.contains("1,230 people in 45-2093") && step.contains("2 roles"), "{step}");
}

#[test]
fn every_figure_of_every_group_can_be_traced() {
    for catalog in [fixture::catalog(), crate::snapshot::open().unwrap().catalog()] {
        let origins = Origins { catalog, record: None };
        let workforce = Workforce::of(catalog);
        let all: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
        for one in &groups(catalog, &workforce, &all) {
            let roles: Vec<RoleId> = all
                .iter()
                .copied()
                .filter(|id| catalog.role(*id).is_some_and(|role| role.code.major_group() == one.digits))
                .collect();
            for column in GroupColumn::ALL {
                let traced = group(&origins, &workforce, (one, &roles), column);
                assert_eq!(empty_part(&traced), None, "{traced:?}");
            }
            let Some(mean) = one.mean else { continue };
            // The numbers of the text give the mean that is shown.
            let traced = group(&origins, &workforce, (one, &roles), GroupColumn::Mean);
            let (_, rest) = traced.computation[0].split_once(" workers = ").unwrap();
            let numbers: Vec<f64> =
                rest.split([' ', '/', '=']).filter_map(|word| word.trim_end_matches('.').parse().ok()).collect();
            assert!((numbers[0] / numbers[1] - mean).abs() < 0.01, "{rest}");
            assert_eq!(traced.shown, format!("{mean:.1}"));
        }
    }
}

#[test]
fn every_move_of_a_role_can_be_traced_with_the_figure_that_is_listed() {
    let catalog = crate::snapshot::open().unwrap().catalog();
    let origins = Origins { catalog, record: None };
    let profiles = Profiles::of(catalog);
    for code in ["15-1299.05", "55-1011.00"] {
        let from = catalog.role_by_code(code.parse().unwrap()).unwrap();
        for row in &Moves::of(catalog, from).rows {
            let (alike, gap) = (alike(&origins, &profiles, from, row.role), gap(&origins, &profiles, from, row.role));
            let (alike, gap) = (alike.unwrap(), gap.unwrap());
            assert_eq!((empty_part(&alike), empty_part(&gap)), (None, None));
            assert_eq!(alike.shown, row.alike_text().unwrap_or_else(|| NOT_PUBLISHED.to_owned()));
            assert_eq!(gap.shown, row.gap_text().unwrap_or_else(|| NOT_PUBLISHED.to_owned()));
            let pay = shift(&origins, Metric::Pay, from, row.role).unwrap();
            assert_eq!((pay.shown.clone(), empty_part(&pay)), (row.pay.to_string(), None));
        }
    }
}
