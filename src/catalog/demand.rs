//! Skills in demand: the project's own rule, as no list of them is published.

use super::{Catalog, ElementId, Role, SoftwareId};

/// A skill in demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demanded {
    /// Knowledge, a skill or an ability.
    Element(ElementId),
    /// Software that employers' postings for the role name often.
    Software(SoftwareId),
}

impl Demanded {
    /// Its name, empty for an id of another catalog.
    #[must_use]
    pub fn name<'c>(self, catalog: &'c Catalog<'_>) -> &'c str {
        match self {
            Self::Element(id) => catalog.element(id).map_or("", |element| element.name),
            Self::Software(id) => catalog.software(id).map_or("", |software| software.name),
        }
    }

    /// Whether it counts as specialized: software, technical and systems skills. The rest is common.
    #[must_use]
    pub fn is_specialized(self, catalog: &Catalog<'_>) -> bool {
        match self {
            Self::Element(id) => catalog.element(id).is_some_and(super::Element::is_specialized),
            Self::Software(_) => true,
        }
    }
}

/// The first `limit` skills in demand: elements by importance, then software in demand, which has a third of the
/// places where the role has that much.
#[must_use]
pub fn skills_in_demand(role: &Role<'_>, limit: usize) -> Vec<Demanded> {
    let in_demand = role.software.iter().filter(|used| used.in_demand);
    let places = in_demand.clone().count().min(limit / 3);
    role.capabilities
        .iter()
        .take(limit - places)
        .map(|rating| Demanded::Element(rating.element))
        .chain(in_demand.map(|used| Demanded::Software(used.software)))
        .take(limit)
        .collect()
}
