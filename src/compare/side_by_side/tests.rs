//! Comparisons of the tests' small catalog: two roles that share a SOC code, and one that is not surveyed.

use super::*;
use crate::catalog::{ElementId, Measure, NOT_PUBLISHED, SoftwareId};
use crate::fixture;

fn compared(ids: &[u16], reference: usize) -> Comparison<'static> {
    let roles: Vec<RoleId> = ids.iter().copied().map(RoleId).collect();
    Comparison::of(fixture::catalog(), &roles, reference)
}

fn row<'r>(comparison: &'r Comparison<'static>, part: Part, key: &str) -> &'r Row<'static> {
    comparison.section(part).unwrap().rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("{key}"))
}

fn gaps<'r>(row: &'r Row<'_>) -> Vec<Option<&'r str>> {
    row.cells.iter().map(|cell| cell.gap.as_ref().map(|gap| gap.text.as_str())).collect()
}

#[test]
fn every_yardstick_is_the_one_of_the_catalog() {
    let catalog = fixture::catalog();
    let comparison = compared(&[0, 1, 2], 0);
    let all = Metric::ALL.into_iter().chain(Measure::ALL.map(Metric::Measure));
    let mut seen = 0;
    for metric in all {
        let rows = || comparison.sections.iter().flat_map(|section| &section.rows);
        let row = rows().find(|row| row.key == metric.key()).unwrap_or_else(|| panic!("{}", metric.key()));
        for (place, (cell, column)) in row.cells.iter().zip(&comparison.columns).enumerate() {
            let reference = comparison.columns[0].role;
            let difference = metric.difference(catalog, column.role, reference).map(|d| d.to_string());
            assert_eq!(cell.text, metric.text(catalog, column.role));
            assert_eq!(cell.value, metric.value(catalog, column.role));
            assert_eq!(cell.gap.as_ref().map(|gap| gap.text.clone()), difference.filter(|_| place != 0));
            seen += usize::from(cell.value.is_some());
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn the_reference_has_no_difference_and_the_others_have_theirs() {
    let comparison = compared(&[0, 1], 0);
    assert_eq!(gaps(row(&comparison, Part::Exposure, "index")), [None, Some("+60")]);
    assert_eq!(gaps(row(&compared(&[0, 1], 1), Part::Exposure, "index")), [Some("-60"), None]);
    assert_eq!(row(&comparison, Part::Exposure, "eloundou_gamma").cells[1].raw, Some(0.75));
    assert_eq!(row(&comparison, Part::Exposure, "index").cells[0].raw, Some(20.0), "the mean that is ranked");
}

#[test]
fn tasks_are_counted_by_label() {
    let comparison = compared(&[0, 1, 2], 1);
    let mix = row(&comparison, Part::TaskMix, "gpt4_mix");
    // The first role has one task of E0, one of E2, and one that the study does not label.
    assert_eq!(mix.cells[0].picture, Picture::Mix([0, 1, 1]));
    assert_eq!((&*mix.cells[0].text, &*mix.cells[2].text), ("E1 0% E2 50% E0 50%", NOT_PUBLISHED));
    let exposed = row(&comparison, Part::TaskMix, "gpt4_exposed");
    assert_eq!((&*exposed.cells[0].text, exposed.cells[0].value), ("50% (1)", Some(50.0)));
    assert_eq!(gaps(exposed), [Some("-50 pts"), None, None]);
    let human = row(&comparison, Part::TaskMix, "human_E1");
    assert!(!human.is_main && human.cells[0].value == Some(50.0));
    let tasks = comparison.section(Part::ExposedTasks).unwrap();
    assert_eq!((tasks.rows[0].cells[0].mark, tasks.rows[0].cells[1].mark), ("E2", "E1"));
    assert_eq!(tasks.rows[0].cells[0].figures, Figure::of_task(1));
    assert!(comparison.section(Part::TaskMix).unwrap().remarks[0].contains("Military Hive Specialists"));
}

#[test]
fn pay_ranges_share_one_scale_and_what_is_missing_is_counted() {
    let comparison = compared(&[0, 2], 0);
    let range = &row(&comparison, Part::Labour, "pay_range").cells[0];
    assert_eq!(range.text, "$30,000 to at or above $239,200");
    assert!(matches!(range.picture, Picture::Range { scale: (30_000.0, 239_200.0), .. }));
    assert!(row(&comparison, Part::Labour, "pay_p75").cells[0].is_missing);
    assert!(row(&comparison, Part::Labour, "pay_p90").cells[0].is_floor);
    let labour = comparison.section(Part::Labour).unwrap();
    let figures: Vec<_> = labour.rows.iter().filter(|row| row.unit != Unit::Entry).collect();
    let missing = figures.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_missing).count();
    let said = format!("{missing} of {} figures are not published", figures.len() * 2);
    assert!(labour.remarks.iter().any(|remark| remark.starts_with(&said)), "{said} {:?}", labour.remarks);
}

#[test]
fn a_code_that_roles_share_is_named_once_for_all_of_them() {
    let labour = compared(&[0, 1], 0).section(Part::Labour).unwrap().remarks.clone();
    let same = "Pay, employment and outlook of Beekeepers and Hive Inspectors are the same figures: published for \
                45-2093 Farmworkers, Hives, shared by 2 roles.";
    assert!(labour.iter().any(|remark| remark == same), "{labour:?}");
    let alone = compared(&[0, 2], 0).section(Part::Labour).unwrap().remarks.clone();
    assert!(
        alone.iter().any(|remark| remark.contains("that more roles share: Beekeepers (45-2093, 2 roles)")),
        "{alone:?}"
    );
    let exposure = compared(&[1, 0], 0).section(Part::Exposure).unwrap().remarks.clone();
    assert!(exposure[0].starts_with("Working with AI of Hive Inspectors and Beekeepers are the same"), "{exposure:?}");
}

#[test]
fn skills_that_all_have_are_compared_and_the_others_counted() {
    let comparison = compared(&[0, 1], 0);
    let skills = comparison.section(Part::Skills).unwrap();
    // Both have Active Listening and Operations Analysis; Biology is rated for beekeepers alone.
    assert_eq!(skills.rows.len(), 2);
    assert_eq!(skills.rows[0].label, "Active Listening");
    assert_eq!(gaps(&skills.rows[0]), [None, Some("+1.50")]);
    assert_eq!(skills.rows[0].figures, [Figure::Rating(ElementId(0))]);
    assert!(skills.remarks[0].contains("2 are compared; 1 is left out"), "{:?}", skills.remarks);
    // A role without ratings leaves the others comparable.
    let with_unrated = compared(&[0, 2, 1], 0);
    let skills = with_unrated.section(Part::Skills).unwrap();
    assert_eq!(gaps(&skills.rows[0]), [None, None, Some("+1.50")]);
    assert!(skills.remarks[1].contains("no ratings for Military Hive Specialists"), "{:?}", skills.remarks);
    assert!(compared(&[0, 2], 0).section(Part::Skills).unwrap().rows.is_empty());
}

#[test]
fn things_are_shared_by_all_or_one_has_them_alone() {
    let comparison = compared(&[0, 1], 1);
    let shared = comparison.section(Part::Shared).unwrap();
    assert_eq!(shared.rows.len(), 1);
    assert_eq!(shared.rows[0].figures, [Figure::Software(SoftwareId(0))]);
    assert_eq!(shared.rows[0].cells.iter().map(|cell| cell.mark).collect::<Vec<_>>(), ["in demand", "hot"]);
    let only = comparison.section(Part::Only).unwrap();
    assert_eq!((&*only.rows[0].cells[0].text, &*only.rows[0].cells[1].text), ("Smoker cans", ""));
    assert!(only.remarks[0].contains("Beekeepers 1, Hive Inspectors 0"), "{:?}", only.remarks);
    let silent = compared(&[0, 1, 2], 0).section(Part::Shared).unwrap().remarks.clone();
    assert!(silent[0].contains("no software or tool for Military Hive"), "{silent:?}");
}

#[test]
fn rows_are_ordered_by_gap_within_their_section() {
    let comparison = compared(&[0, 1], 0);
    let exposure = comparison.section(Part::Exposure).unwrap();
    let keys = |by_gap| -> Vec<&str> {
        exposure.order(false, by_gap).into_iter().map(|place| &*exposure.rows[place].key).collect()
    };
    assert_eq!(keys(false)[..2], ["index", "eloundou_gamma"]);
    assert_eq!(keys(true).last(), Some(&"anthropic_observed"), "what is not published stays behind");
    assert_eq!(exposure.order(true, false).len(), 12);
    let labour = comparison.section(Part::Labour).unwrap();
    assert!(labour.rows.iter().all(|row| row.gap == 0.0), "one code, the same figures");
}

#[test]
fn what_one_gains_and_loses_is_said_at_a_glance() {
    let texts = |ids: &[u16], reference| -> Vec<String> {
        compared(ids, reference).verdicts.iter().map(Verdict::text).collect()
    };
    assert_eq!(
        texts(&[0, 1], 0),
        ["Hive Inspectors instead of Beekeepers: overlap +60; same pay and outlook (both published for 45-2093); job \
          zone +1; more Active Listening +1.50, Operations Analysis +1.00"]
    );
    let three = texts(&[0, 1, 2], 1);
    assert_eq!(
        three[0],
        "Most task overlap: Hive Inspectors 80th High, 100% of its tasks E1 or E2; Beekeepers 20th Low, 50% of its \
         tasks E1 or E2; Military Hive Specialists, All Other not published"
    );
    assert!(three[1].contains("less Active Listening -1.50"), "{three:?}");
    assert!(three[2].contains("not comparable: overlap, pay, growth, openings, job zone, skills"), "{three:?}");
    assert!(texts(&[0], 0).is_empty());
}

#[test]
fn strange_ids_and_too_many_roles_are_left_out() {
    assert_eq!(compared(&[0, 99, 1], 7).columns.len(), 2);
    assert_eq!(compared(&[0, 99, 1], 7).reference, 1);
    assert_eq!(compared(&[0, 1, 2, 0, 1], 0).columns.len(), MOST);
    let none = compared(&[], 0);
    assert!(none.columns.is_empty() && none.verdicts.is_empty());
    let alone = compared(&[0], 0);
    assert!(alone.section(Part::Skills).is_none() && alone.section(Part::Titles).is_some());
}
