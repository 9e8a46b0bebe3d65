//! Knowledge, skills and abilities, those first whose importance differs most among the roles.

use std::collections::BTreeMap;

use super::{Cell, Compared, Gap, Part, Picture, Row, Section, Unit, lists};
use crate::catalog::provenance::File;
use crate::catalog::{ElementId, Figure, Hundredths};

/// How many are shown at first.
const AT_FIRST: usize = 10;

/// An element that every rated role has, with its importance in each column; none in those of unrated roles.
pub(super) struct Rated {
    pub element: ElementId,
    pub importance: Vec<Option<Hundredths>>,
}

/// What can be compared, and what cannot.
pub(super) struct Ratings {
    /// By the largest spread of importance among the roles; among equals by element.
    pub rated: Vec<Rated>,
    /// How many elements only some of the roles have.
    pub left_out: usize,
    /// Columns without any rating.
    pub unrated: Vec<usize>,
}

/// The elements that all roles with ratings have.
pub(super) fn ratings(table: Compared<'_, '_>) -> Ratings {
    let unrated: Vec<usize> =
        (0..table.columns.len()).filter(|place| table.columns[*place].role.capabilities.is_empty()).collect();
    let mut by_element: BTreeMap<ElementId, Vec<Option<Hundredths>>> = BTreeMap::new();
    for (place, column) in table.columns.iter().enumerate() {
        for rating in &column.role.capabilities {
            let row = by_element.entry(rating.element).or_insert_with(|| vec![None; table.columns.len()]);
            row[place] = Some(rating.importance);
        }
    }
    let known = by_element.len();
    let needed = table.columns.len() - unrated.len();
    let mut rated: Vec<Rated> = by_element
        .into_iter()
        .map(|(element, importance)| Rated { element, importance })
        .filter(|rated| needed > 1 && rated.importance.iter().flatten().count() == needed)
        .collect();
    rated.sort_by_key(|rated| std::cmp::Reverse(spread(&rated.importance)));
    Ratings { left_out: known - rated.len(), rated, unrated }
}

fn spread(importance: &[Option<Hundredths>]) -> u16 {
    let published = || importance.iter().flatten().map(|importance| importance.0);
    published().max().unwrap_or(0) - published().min().unwrap_or(0)
}

pub(super) fn skills<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let Ratings { rated, left_out, unrated } = ratings(table);
    let compared = rated.len();
    let rows = rated.into_iter().filter_map(|rated| row(table, &rated)).collect();
    let mut section = Section::new(Part::Skills, rows);
    section.at_first = AT_FIRST;
    if compared > 0 {
        let one = |count: usize| if count == 1 { "is" } else { "are" };
        section.remarks.push(format!(
            "Of the knowledge, skills and abilities {compared} {} compared; {left_out} {} left out, as not all of these \
             roles have a rating there.",
            one(compared),
            one(left_out)
        ));
    }
    if !unrated.is_empty() {
        section.remarks.push(format!("O*NET publishes no ratings for {}.", table.names(&unrated)));
    }
    section
}

fn row<'c>(table: Compared<'_, 'c>, rated: &Rated) -> Option<Row<'c>> {
    let element = table.catalog.element(rated.element)?;
    let mut cells: Vec<Cell<'c>> = rated
        .importance
        .iter()
        .map(|importance| {
            importance.map_or_else(Cell::missing, |importance| Cell {
                text: importance.to_string().into(),
                value: Some(importance.value()),
                picture: Picture::Bar((importance.value() - 1.0) / 4.0),
                ..Cell::default()
            })
        })
        .collect();
    lists::differences(&mut cells, table.reference, |difference| Gap::exact(difference, 2, ""));
    let row = Row {
        sources: vec![table.catalog.dataset_of(File::Ratings(element.family))],
        figures: vec![Figure::Rating(rated.element)],
        ..Row::new(element.id, element.name, Unit::Importance, cells)
    };
    Some(row.measured_by(table.reference, |importance| importance / 4.0))
}
