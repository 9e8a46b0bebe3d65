//! Skills in demand: the project's own rule, as no list of them is published.

use super::{Catalog, ElementId, Role, SoftwareId};

/// The rule, in words.
pub const RULE: &str = "by rolescope's rule, as no list is published: O*NET's elements by importance, then software that \
    employers' postings ask for; specialized: software, technical and systems skills";

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
    pub fn name<'c>(self, catalog: &'c Catalog<'_>) -> &'c str {
        match self {
            Self::Element(id) => catalog.element(id).map_or("", |element| element.name),
            Self::Software(id) => catalog.software(id).map_or("", |software| software.name),
        }
    }

    /// Whether it counts as specialized: software, technical and systems skills. The rest is common.
    pub fn is_specialized(self, catalog: &Catalog<'_>) -> bool {
        match self {
            Self::Element(id) => catalog.element(id).is_some_and(super::Element::is_specialized),
            Self::Software(_) => true,
        }
    }

    /// Which of the two, as the published role page calls it.
    pub fn kind(self, catalog: &Catalog<'_>) -> &'static str {
        if self.is_specialized(catalog) { "Specialized Skill" } else { "Common Skill" }
    }
}

/// The first `limit` skills in demand: elements by importance, then software in demand, which has a third of the
/// places where the role has that much.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Gap, Hundredths, KindId, Rating, SoftwareUse};

    #[test]
    fn software_has_a_third_of_the_places_and_elements_come_first() {
        let mut role = crate::fixture::catalog().roles[2].clone();
        let rating =
            |element| Rating { element: ElementId(element), importance: Hundredths(300), level: Err(Gap::NotRated) };
        role.capabilities = (0..20).map(rating).collect();
        role.software = (0..9)
            .map(|id| SoftwareUse { software: SoftwareId(id), category: KindId(0), hot: true, in_demand: id > 0 })
            .collect();
        let skills = skills_in_demand(&role, 12);
        assert_eq!(skills.len(), 12);
        assert_eq!(skills[7..9], [Demanded::Element(ElementId(7)), Demanded::Software(SoftwareId(1))]);

        role.software.clear();
        assert_eq!(skills_in_demand(&role, 12).last(), Some(&Demanded::Element(ElementId(11))));
        role.capabilities.truncate(2);
        assert_eq!(skills_in_demand(&role, 12).len(), 2);
    }
}
