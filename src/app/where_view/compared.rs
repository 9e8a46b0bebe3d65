//! The figures of a row of the comparison, in the column under the cursor.

use crate::app::compare_view::{CompareView, Item};
use crate::catalog::{Figure, RoleId, Yardstick};
use crate::compare::provenance::Ask;
use crate::compare::side_by_side::Part;

/// The figures under the cursor; of a sentence at the top those that it is made from.
pub fn figures(view: &CompareView) -> Vec<Ask> {
    match view.under() {
        Some(Item::Row { section, row }) => of_row(view, section, row),
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

fn of_row(view: &CompareView, section: usize, place: usize) -> Vec<Ask> {
    let Some(section) = view.comparison.sections.get(section) else { return Vec::new() };
    let (Some(row), Some(id)) = (section.rows.get(place), view.role()) else { return Vec::new() };
    let figures = row.figures_of(view.column);
    let gap = row.cells.get(view.column).and_then(|cell| cell.gap.as_ref());
    let difference = match (figures, gap, view.reference()) {
        ([figure], Some(gap), Some(reference)) if reference != id && section.part != Part::TaskMix => {
            Some(Ask::Less(*figure, reference, id, Some(gap.text.clone())))
        }
        ([figure @ Figure::TaskMix { .. }], Some(_), Some(reference)) if reference != id => {
            Some(Ask::Of(reference, *figure))
        }
        _ => None,
    };
    figures.iter().map(|figure| Ask::Of(id, *figure)).chain(difference).collect()
}
