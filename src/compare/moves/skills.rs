//! Which skills a role asks for beyond another, and which are brought along.

use std::cmp::Reverse;

use super::profile::is_in;
use crate::catalog::{Catalog, Element, ElementId, Family, Gap, Hundredths, Rating, Role};

/// Importance from which what is asked for is named first: nearer to "important" than to "somewhat important". Below
/// it a level may be far above one that is not relevant, and still matter little.
const MATTERS: Hundredths = Hundredths(250);

/// Importance from which an element counts as brought along.
pub const BROUGHT: Hundredths = Hundredths(300);

/// The level of an element, 0 where O*NET marks it not relevant to the role; none where the level is withheld.
pub fn level(rating: &Rating) -> Option<Hundredths> {
    match rating.level {
        Ok(level) => Some(level),
        Err(Gap::NotRelevant) => Some(Hundredths(0)),
        Err(_) => None,
    }
}

/// The skills and kinds of knowledge of one role against another's.
#[derive(Clone, Debug, Default)]
pub struct Skills {
    /// What the role asks for beyond the other: what weighs most in [`super::Profiles::gap`] first, and what matters
    /// little there (importance under 2.5) last.
    pub asked: Vec<Asked>,
    /// What it asks for, of importance [`BROUGHT`] or more, and the other has at that level or above: most important
    /// first.
    pub brought: Vec<Asked>,
}

/// An element that both roles have a level of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub element: ElementId,
    /// Its importance in the role one goes to.
    pub importance: Hundredths,
    /// Its level in the role one comes from.
    pub here: Hundredths,
    /// Its level in the role one goes to.
    pub there: Hundredths,
}

impl Asked {
    /// The element's name; `Mathematics (knowledge)` where a skill and a kind of knowledge share one.
    pub fn name(self, catalog: &Catalog<'_>) -> String {
        let Some(own) = catalog.element(self.element) else { return String::new() };
        let same = |element: &&Element<'_>| is_in(element.family) && element.name == own.name;
        if catalog.elements.iter().filter(same).count() < 2 {
            return own.name.to_owned();
        }
        let kind = if own.family == Family::Knowledge { "knowledge" } else { "skill" };
        format!("{} ({kind})", own.name)
    }

    /// Level there less level here.
    pub fn beyond(self) -> f64 {
        self.there.value() - self.here.value()
    }

    /// What it adds to the gap: levels beyond, weighted by importance there.
    fn weight(self) -> u32 {
        u32::from(self.importance.0.saturating_sub(100)) * u32::from(self.there.0.saturating_sub(self.here.0))
    }
}

impl Skills {
    /// Compares the role `there` with the role `here`.
    pub fn of(catalog: &Catalog<'_>, here: &Role<'_>, there: &Role<'_>) -> Self {
        let mut own: Vec<Option<&Rating>> = vec![None; catalog.elements.len()];
        for rating in &here.capabilities {
            if let Some(slot) = own.get_mut(usize::from(rating.element.0)) {
                *slot = Some(rating);
            }
        }
        let mut skills = Self::default();
        for rating in &there.capabilities {
            let is_part = catalog.element(rating.element).is_some_and(|element| is_in(element.family));
            let mine = own.get(usize::from(rating.element.0)).copied().flatten();
            let (true, Some(here), Some(there)) = (is_part, mine.and_then(level), level(rating)) else { continue };
            let asked = Asked { element: rating.element, importance: rating.importance, here, there };
            if asked.weight() > 0 {
                skills.asked.push(asked);
            } else if asked.importance >= BROUGHT {
                skills.brought.push(asked);
            }
        }
        // The ratings come most important first, so that equals stay in that order.
        skills.asked.sort_by_key(|asked| (asked.importance < MATTERS, Reverse(asked.weight())));
        skills
    }
}
