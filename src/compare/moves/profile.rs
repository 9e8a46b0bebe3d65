//! Skill profiles: how alike two roles are, and how much one asks for beyond the other.

use super::skills;
use crate::catalog::{Catalog, Family, RoleId};

/// The profiles of all roles: importance and level of each skill and each kind of knowledge. Abilities are not in them:
/// they are lasting traits, and nobody changes roles by learning one.
#[derive(Clone, Debug)]
pub struct Profiles {
    elements: usize,
    /// A row a role: the importance of each element, then its level, both from 0 to 1; NaN where there is none.
    values: Vec<f64>,
    /// Their means over the roles that have them.
    means: Vec<f64>,
    /// Whether each role has at least half a profile.
    rated: Vec<bool>,
}

/// Whether elements of a family are part of the profiles.
pub const fn is_in(family: Family) -> bool {
    matches!(family, Family::EssentialSkill | Family::TransferableSkill | Family::Knowledge)
}

impl Profiles {
    /// Gathers the profiles of a catalog.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        let mut elements = 0;
        let slots: Vec<Option<usize>> = catalog
            .elements
            .iter()
            .map(|element| {
                let slot = is_in(element.family).then_some(elements);
                elements += usize::from(slot.is_some());
                slot
            })
            .collect();
        let width = elements * 2;
        let mut values = vec![f64::NAN; width * catalog.roles.len()];
        let (mut sums, mut counts) = (vec![0.0; width], vec![0.0; width]);
        for (role, row) in catalog.roles.iter().zip(values.chunks_exact_mut(width.max(1))) {
            for rating in &role.capabilities {
                let Some(Some(slot)) = slots.get(usize::from(rating.element.0)) else { continue };
                if let Some(value) = row.get_mut(*slot) {
                    *value = (rating.importance.value() - 1.0) / 4.0;
                }
                if let (Some(value), Some(level)) = (row.get_mut(elements + slot), skills::level(rating)) {
                    *value = level.value() / 7.0;
                }
            }
            for ((value, sum), count) in row.iter().zip(&mut sums).zip(&mut counts) {
                if !value.is_nan() {
                    *sum += value;
                    *count += 1.0;
                }
            }
        }
        let is_rated = |row: &[f64]| row.iter().filter(|value| !value.is_nan()).count() * 2 >= row.len();
        let rated = values.chunks_exact(width.max(1)).map(is_rated).collect();
        let means = sums.into_iter().zip(counts).map(|(sum, count)| sum / count).collect();
        Self { elements, values, means, rated }
    }

    fn row(&self, role: RoleId) -> &[f64] {
        let width = self.elements * 2;
        let start = usize::from(role.0) * width;
        self.values.get(start..start + width).unwrap_or_default()
    }

    /// Whether O*NET rates the role's skills: at least half of the profile is there.
    pub fn is_rated(&self, role: RoleId) -> bool {
        self.rated.get(usize::from(role.0)).copied().unwrap_or_default()
    }

    /// How alike two profiles are, -1 to 1: the correlation (Pearson) of what both have of importance and level, each
    /// brought to the range 0 to 1 and taken less its mean over all roles. 1 is the same shape, 0 no more alike than
    /// any two roles. None where either role is not rated, or a profile does not differ from the mean.
    pub fn similarity(&self, one: RoleId, other: RoleId) -> Option<f64> {
        let products = self.products(one, other)?;
        let spread = products.one * products.other;
        // Rounding may leave a little where nothing differs.
        (spread > 1e-18).then(|| (products.together / spread.sqrt()).clamp(-1.0, 1.0))
    }

    /// What the similarity is made of. None where either role is not rated.
    pub fn products(&self, one: RoleId, other: RoleId) -> Option<Products> {
        if !self.is_rated(one) || !self.is_rated(other) {
            return None;
        }
        let (mut values, mut count) = (0, 0.0);
        let (mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for ((x, y), mean) in self.row(one).iter().zip(self.row(other)).zip(&self.means) {
            let (x, y) = (x - mean, y - mean);
            if x.is_nan() || y.is_nan() {
                continue;
            }
            values += 1;
            count += 1.0;
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        Some(Products { values, together: ab - a * b / count, one: aa - a * a / count, other: bb - b * b / count })
    }

    /// What the role `to` asks for beyond the role `from`, in levels (0 to 7): the mean over the elements, weighted by
    /// importance there, of how far the level there is above the level here; where it is not above, 0. It is directed:
    /// the way back has a gap of its own. None where either role is not rated.
    pub fn gap(&self, from: RoleId, to: RoleId) -> Option<f64> {
        let Beyond { levels, weight, .. } = self.beyond(from, to)?;
        (weight > 0.0).then(|| levels / weight)
    }

    /// What the gap is made of. None where either role is not rated.
    pub fn beyond(&self, from: RoleId, to: RoleId) -> Option<Beyond> {
        if !self.is_rated(from) || !self.is_rated(to) {
            return None;
        }
        let (weights, there) = self.row(to).split_at_checked(self.elements)?;
        let (_, here) = self.row(from).split_at_checked(self.elements)?;
        let mut sums = Beyond { elements: 0, levels: 0.0, weight: 0.0 };
        for ((weight, there), here) in weights.iter().zip(there).zip(here) {
            let beyond = there - here;
            if weight.is_nan() || beyond.is_nan() {
                continue;
            }
            sums.elements += 1;
            sums.levels += weight * beyond.max(0.0) * 7.0;
            sums.weight += weight;
        }
        Some(sums)
    }
}

/// Sums of products of two profiles, each value taken less its mean over all roles, then less the mean of the profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Products {
    /// How many values both have.
    pub values: usize,
    /// One by the other.
    pub together: f64,
    /// One by itself.
    pub one: f64,
    /// The other by itself.
    pub other: f64,
}

/// Levels that a role asks for beyond another's, each weighted by importance there, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    /// How many elements both have a level of.
    pub elements: usize,
    /// The weighted levels together.
    pub levels: f64,
    /// The weights together.
    pub weight: f64,
}
