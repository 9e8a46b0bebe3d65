//! Every line of every section of every role can be traced.

use super::*;
use crate::app::{Msg, ScreenAction, update};
use crate::catalog::provenance::PublishedCell;
use crate::catalog::provenance::tests::empty_part;
use crate::catalog::words::NATION;
use crate::catalog::{Catalog, Lens, PlaceId, RoleId, WITHHELD};
use crate::fixture;
use crate::screens::role;
use crate::screens::role::asked;
use crate::screens::role::rows::{Row, Told, rows};
use crate::screens::role::section::Section;

/// Traces every line that the cursor can rest on; the number of figures.
fn trace_all(catalog: &Catalog<'_>) -> usize {
    let origins = Origins { catalog, record: None };
    let mut traced = 0;
    for (id, role) in catalog.roles_with_ids() {
        for section in Section::ALL {
            let rows = rows(catalog, id, section);
            for at in (0..rows.len()).filter(|at| rows[*at].is_stop()) {
                let answers = answers(&origins, &asked(id, &rows[at]));
                assert!(!answers.is_empty(), "{} {section:?} {:?}", role.code, rows[at]);
                for answer in &answers {
                    assert_eq!(empty_part(answer), None, "{} {section:?} {answer:?}", role.code);
                }
                agrees(catalog, &rows[at], &answers);
                traced += answers.len();
            }
        }
    }
    traced
}

/// The line shows the figures that are traced.
fn agrees(catalog: &Catalog<'_>, row: &Row<'_>, answers: &[Provenance]) {
    let there = catalog.there();
    let shown = |text: &str| answers.iter().any(|answer| answer.shown.to_lowercase().contains(&text.to_lowercase()));
    match row {
        Row::Fact("Median wage", Told { text, .. }) => {
            let text = text.strip_suffix(&there).unwrap_or(text);
            assert!(shown(text.trim_end_matches(" an hour")), "{text} {answers:?}");
        }
        // Its year stands behind it.
        Row::Fact("Newest median", Told { text, .. }) => {
            let median = text.split(" in ").next().unwrap_or_default().trim_end_matches(" an hour");
            assert!(shown(median), "{text} {answers:?}");
        }
        // The line of the nation has pay, employment and the year.
        Row::Fact(NATION, Told { text, .. }) => {
            let told = |answer: &Provenance| text.contains(&answer.shown);
            assert!(answers.iter().all(told), "{text} {answers:?}");
        }
        // What it means stands behind yes or no.
        Row::Fact("Can be done at home", Told { text, .. }) => {
            let word = text.split(',').next().unwrap_or_default();
            assert!(answers.iter().any(|answer| answer.shown == word), "{text} {answers:?}");
        }
        Row::Fact("Projected change" | "Outlook" | "Employment" | "Job zone", _) => {}
        // When a table was collected is said behind its figures.
        Row::Fact(_, Told { text, .. }) => {
            let text = text.strip_suffix(&there).unwrap_or(text);
            let said = |answer: &Provenance| answer.computation.iter().any(|step| step.contains(text));
            assert!(shown(text) || answers.iter().any(said), "{text} {answers:?}");
        }
        // Of another place: the line has what is traced there, or why there is none.
        Row::Elsewhere(_, _, Told { text, .. }) => {
            let is_told = |answer: &&Provenance| text.contains(answer.shown.trim_end_matches(" an hour"));
            assert!(answers.iter().any(|answer| is_told(&answer)), "{text} {answers:?}");
        }
        Row::Rated(rating) => assert!(shown(&rating.importance.to_string())),
        Row::Programme(programme) => {
            let code = programme.code.to_string();
            let of_it = |cell: &PublishedCell| cell.raw.text().split(", ").any(|known| known == code);
            assert!(answers.iter().flat_map(|answer| &answer.cells).any(of_it), "{code} {answers:?}");
        }
        Row::Share { share, .. } => assert!(shown(&share.text())),
        Row::Text(Told { text, .. }) => {
            let raw: Vec<&str> = answers.iter().flat_map(|a| &a.cells).map(|cell| cell.raw.text()).collect();
            let first = text.split(" · ").next().unwrap_or_default().trim_end_matches('.');
            let first = first.split(" … and ").next().unwrap_or_default();
            assert!(raw.iter().any(|raw| raw.contains(first)), "{first} in {raw:?}");
        }
        _ => {}
    }
}

#[test]
fn every_line_of_the_small_catalog_has_a_provenance() {
    assert!(trace_all(fixture::catalog()) > 60);
}

#[test]
fn every_line_of_every_role_has_a_provenance() {
    let traced = trace_all(crate::snapshot::open().unwrap().catalog());
    assert!(traced > 200_000, "{traced}");
}

/// In Texas, with Wyoming beside it, which withholds the wages; and the other way round.
#[test]
fn every_line_of_the_small_catalog_has_a_provenance_in_a_place() {
    for (place, beside) in [(0, 1), (1, 0), (2, 1)] {
        let lens = Lens { place: Some(PlaceId(place)), beside: Some(PlaceId(beside)), ..Lens::default() };
        assert!(trace_all(&fixture::catalog().through(lens)) > 70);
    }
}

/// Through a state that withholds much, with a large one beside it.
#[test]
fn every_line_of_every_role_has_a_provenance_in_a_state() {
    let engine = crate::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let named = |name: &str| catalog.place_named(name).unwrap();
    let lens = Lens { place: named("wyoming"), beside: named("california"), ..Lens::default() };
    let traced = trace_all(&catalog.through(lens));
    assert!(traced > 200_000, "{traced}");
}

/// The lists of a role name each withheld element once, and trace what they name.
#[test]
fn a_list_traces_the_withheld_elements_that_it_names() {
    let engine = crate::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let mut traced = 0;
    for (id, role) in catalog.roles_with_ids() {
        let figures = [Section::Skills, Section::Activities].map(|section| {
            let rows = rows(catalog, id, section);
            let said = |row: &&Row<'_>| matches!(row, Row::Remark(told) if told.text.starts_with(WITHHELD));
            rows.iter().find(said).map_or_else(Vec::new, Row::figures)
        });
        assert_eq!(figures.concat().len(), role.withheld.len(), "{}", role.code);
        traced += role.withheld.len();
    }
    assert!(traced > 0);
}

#[test]
fn the_cursor_goes_through_lines_and_from_figure_to_figure() {
    let mut app = App::new(fixture::engine());
    for msg in [
        Msg::Paste("bees".to_owned()),
        Msg::Open,
        Msg::In(ScreenAction::Role(role::Action::Section(2))),
        Msg::WhereFrom,
    ] {
        update(&mut app, msg);
    }
    let view = app.where_from.as_mut().unwrap();
    assert_eq!((view.figures.len(), view.at()), (6, 0));
    view.turn(true);
    view.turn(true);
    assert_eq!((view.at(), &view.items[view.cursor]), (2, &Item::Figure(2)));
    view.step(Step::Down, 20);
    assert_eq!(view.at(), 2);
    view.turn(false);
    assert_eq!(&view.items[view.cursor], &Item::Figure(2), "first to the head of the same figure");
    view.turn(false);
    view.turn(false);
    view.turn(false);
    assert_eq!(view.at(), 5, "round");
    view.step(Step::Bottom, 20);
    assert_eq!(view.cursor, view.items.len() - 1);
    view.turn(true);
    assert_eq!(view.cursor, 0);
    assert!(view.text().starts_with(&view.figures[0].head()) && view.is_exposure());
}

#[test]
fn another_catalogs_role_has_none() {
    let origins = Origins { catalog: fixture::catalog(), record: None };
    assert_eq!(origins.of(RoleId(99), crate::catalog::Figure::Index), None);
    assert_eq!(WhereView::about(Vec::new()), None);
}
