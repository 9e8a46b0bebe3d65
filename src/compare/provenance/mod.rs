//! Where the figures come from that are computed here: differences, moves, workers, groups. What is published is traced
//! in `catalog/provenance`.

mod ask;
mod groups;
mod moves;
#[cfg(test)]
mod tests;

pub use ask::{Ask, answers};
pub use groups::group;
pub use moves::{alike, gap, shift};

use super::workforce::Workforce;
use crate::catalog::provenance::{Origins, PublishedCell};
use crate::catalog::{Figure, NOT_PUBLISHED, Provenance, RoleId, grouped};

/// A difference of two figures that have been traced: the first less the second, as it is shown.
pub fn difference(here: &Provenance, there: &Provenance, shown: Option<&str>) -> Provenance {
    let is_known = shown.is_some();
    let mut cells = here.cells.clone();
    cells.extend(there.cells.iter().filter(|cell| !here.cells.contains(cell)).cloned().collect::<Vec<PublishedCell>>());
    let mut computation = vec![format!("{}: {}.", here.of, here.shown), format!("{}: {}.", there.of, there.shown)];
    computation.push(match shown {
        Some(shown) if shown.contains(['≥', '≤']) => format!(
            "The first less the second, as they are shown: {shown}. A top-coded wage is only known to be at or above \
             its ceiling, so the difference is a bound."
        ),
        Some(shown) => format!("The first less the second, rounded as they are shown: {shown}."),
        None => "Where one of the two is missing, or both are at the ceiling, there is no difference.".to_owned(),
    });
    Provenance {
        key: format!("{}_difference", here.key),
        name: format!("difference of {}", here.name),
        of: format!("{} less {}", here.of, there.of),
        shown: shown.unwrap_or(NOT_PUBLISHED).to_owned(),
        cells,
        computation,
        published_for: if is_known && here.published_for == there.published_for {
            format!("both {}", here.published_for)
        } else {
            format!("{}; {}", here.published_for, there.published_for)
        },
        is_exposure: here.is_exposure,
    }
}

/// The workers of a role: its part of its code's employment.
pub fn workers(origins: &Origins<'_>, workforce: &Workforce, id: RoleId) -> Option<Provenance> {
    let mut provenance = origins.of(id, Figure::Employment)?;
    let published = origins.catalog.role(id).and_then(|role| origins.catalog.published(role));
    let people = workforce.of_role(id);
    "workers".clone_into(&mut provenance.key);
    "workers, divided evenly".clone_into(&mut provenance.name);
    provenance.shown = people.map_or_else(|| NOT_PUBLISHED.to_owned(), grouped);
    let employment = origins.catalog.role(id).and_then(|role| origins.catalog.pay(role)?.employment);
    if let (Some(published), Some(people), Some(employment)) = (published, people, employment) {
        provenance.computation.push(format!(
            "{} people in {} are divided evenly among its {} roles, in whole people: {} here.",
            grouped(employment.into()),
            published.soc,
            published.roles,
            grouped(people)
        ));
    }
    Some(provenance)
}
