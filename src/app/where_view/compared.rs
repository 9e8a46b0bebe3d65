//! The figures of a row of the comparison, in the column under the cursor.

use crate::app::compare_view::{CompareView, Item};
use crate::catalog::provenance::Point;
use crate::catalog::{Catalog, Figure, Period, RoleId, Yardstick};
use crate::compare::provenance::Ask;
use crate::compare::side_by_side::{Part, Thing};

/// The figures under the cursor; of a sentence at the top those that it is made from.
#[must_use]
pub fn figures(catalog: &Catalog<'_>, view: &CompareView) -> Vec<Ask> {
    match view.under() {
        Some(Item::Row { section, row }) => of_row(catalog, view, section, row),
        Some(Item::Verdict(place) | Item::VerdictSkills { verdict: place, .. }) => {
            let role = view.comparison.verdicts.get(place).and_then(|verdict| column(view, verdict.column));
            of_verdict(role, view.reference())
        }
        _ => Vec::new(),
    }
}

fn column(view: &CompareView, place: usize) -> Option<RoleId> {
    view.comparison.columns.get(place).map(|column| column.id)
}

fn of_verdict(role: Option<RoleId>, reference: Option<RoleId>) -> Vec<Ask> {
    match (role, reference) {
        (Some(role), Some(reference)) if role != reference => [Yardstick::Index, Yardstick::Pay, Yardstick::Change]
            .map(|yardstick| Ask::Shift(yardstick, reference, role))
            .into(),
        (Some(role), _) => vec![Ask::Of(role, Figure::Index)],
        _ => Vec::new(),
    }
}

fn of_row(catalog: &Catalog<'_>, view: &CompareView, section: usize, place: usize) -> Vec<Ask> {
    let Some(section) = view.comparison.sections.get(section) else { return Vec::new() };
    let (Some(row), Some(id)) = (section.rows.get(place), view.role()) else { return Vec::new() };
    let cell = row.cells.get(view.column);
    // Where a list has ended, nothing is shown.
    if section.part.is_lists() && cell.is_none_or(|cell| cell.text.is_empty()) {
        return Vec::new();
    }
    let figures = match (section.part, cell.and_then(|cell| cell.thing).or(row.thing)) {
        (Part::TaskMix, _) => vec![Figure::TaskMix { human: row.key.starts_with("human") }],
        (Part::Titles, _) => {
            u16::try_from(place).map_or_else(|_| Vec::new(), |from| vec![Figure::Titles { from, count: 1 }])
        }
        (_, Some(Thing::Task { place, .. })) => Figure::of_task(place).to_vec(),
        (_, Some(Thing::Element(element))) => vec![Figure::Rating(element)],
        (_, Some(Thing::Software(software))) => vec![Figure::Software(software)],
        (_, Some(Thing::Tool(tool))) => vec![Figure::Tool(tool)],
        _ if row.key == "pay_range" => {
            Point::ALL.into_iter().filter(|p| *p != Point::Mean).map(|p| Figure::Wage(Period::Year, p)).collect()
        }
        _ => catalog.role(id).map_or_else(Vec::new, |role| Figure::named(catalog, role, &row.key)),
    };
    let gap = cell.and_then(|cell| cell.gap.as_ref());
    let difference = match (figures.as_slice(), gap, view.reference()) {
        ([figure], Some(gap), Some(reference)) if reference != id && section.part != Part::TaskMix => {
            Some(Ask::Less(*figure, reference, id, Some(gap.text.clone())))
        }
        ([figure @ Figure::TaskMix { .. }], Some(_), Some(reference)) if reference != id => {
            Some(Ask::Of(reference, *figure))
        }
        _ => None,
    };
    figures.into_iter().map(|figure| Ask::Of(id, figure)).chain(difference).collect()
}
