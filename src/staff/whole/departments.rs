//! The departments of a staff, compared.

use std::collections::HashMap;

use super::fold::{folded, hide_table};
use super::overlap::band;
use super::people::{Part, People};
use super::table::{Class, Row, Table};
use crate::catalog::{Band, Catalog, RoleId};
use crate::compare::groups::BANDS;
use crate::staff::Staff;
use crate::staff::counts::{Counts, Held};

/// A department, or several that are folded together.
#[derive(Clone, Debug, PartialEq)]
pub struct Department {
    pub who: Who,
    pub people: f64,
    /// Those counted in a role; none where fewer than five are among them or outside them.
    pub coded: Option<Held>,
    /// Mean of the index of their roles, 0 to 100; none of fewer than five people.
    pub mean: Option<f64>,
    /// People in each band of the index. What stands in no row is folded, so that it cannot be told from the other departments
    /// either.
    pub bands: Table<Band>,
}

/// Whose figures they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// One of [`Staff::departments`].
    Of(u32),
    /// The rows of the file that name none.
    Without,
    /// So many small ones together.
    Others(usize),
}

/// The departments that are told apart, and who works in them.
#[derive(Clone, Debug, Default)]
pub struct Departments {
    pub who: Vec<Who>,
    /// The people of each.
    pub parts: Vec<Part>,
    /// Which of them each department of the file is; the last is for the rows that name none.
    places: Vec<usize>,
}

impl Departments {
    /// Counts the departments and folds small ones together. None where the file has none.
    pub fn of(staff: &Staff) -> Self {
        if staff.departments.is_empty() {
            return Self::default();
        }
        let number = |department: Option<u32>| department.map_or(staff.departments.len(), |number| number as usize);
        let mut by_title: HashMap<(usize, u32), f64> = HashMap::new();
        for row in &staff.rows {
            *by_title.entry((number(row.department), row.title)).or_default() += row.people;
        }
        let mut by_title: Vec<((usize, u32), f64)> = by_title.into_iter().collect();
        by_title.sort_by_key(|(key, _)| *key);
        let mut counts = vec![Counts::default(); staff.departments.len() + 1];
        for ((department, title), people) in by_title {
            if let (Some(counts), Some(title)) = (counts.get_mut(department), staff.titles.get(title as usize)) {
                counts.add(title, people);
            }
        }
        let parts: Vec<Part> = counts.iter().map(Part::of).collect();
        let mut sizes: Vec<(usize, Held)> =
            parts.iter().map(|part| Held { people: part.all, doubtful: 0.0 }).enumerate().collect();
        sizes.sort_by(|a, b| b.1.people.total_cmp(&a.1.people).then(a.0.cmp(&b.0)));
        sizes.retain(|(_, held)| held.people > 0.0);
        let (kept, rest) = folded(sizes, |_| false);
        let others = kept.len();
        let mut told = Self { places: vec![others; parts.len()], ..Self::default() };
        for (place, (department, _)) in kept.iter().enumerate() {
            if let Some(at) = told.places.get_mut(*department) {
                *at = place;
            }
            let of = u32::try_from(*department).ok().filter(|_| *department < staff.departments.len());
            told.who.push(of.map_or(Who::Without, Who::Of));
            told.parts.extend(parts.get(*department).cloned());
        }
        if let Some(rest) = rest {
            let mut together = Part::default();
            let folded = parts.iter().zip(&told.places).filter(|(_, place)| **place == others);
            folded.for_each(|(part, _)| together.add(part));
            told.who.push(Who::Others(rest.members));
            told.parts.push(together);
        }
        told
    }

    /// Which of the parts the people of a department are in.
    pub fn place(&self, department: Option<u32>) -> usize {
        let number = department.map_or(self.places.len().saturating_sub(1), |number| number as usize);
        self.places.get(number).copied().unwrap_or_default()
    }

    /// The place of a department that can be chosen: one that is not folded.
    pub fn chosen(&self, department: u32) -> Option<usize> {
        self.who.iter().position(|who| *who == Who::Of(department))
    }

    /// Compares them.
    pub fn compared(&self, catalog: &Catalog<'_>) -> Vec<Department> {
        let classes: Vec<Class<Band>> =
            BANDS.into_iter().map(Class::Is).chain([Class::NoFigure, Class::NoRole]).collect();
        let of = |role: RoleId| catalog.role(role).and_then(band);
        let row = |part: &Part| -> Vec<Held> {
            let held = |class: &Class<Band>| match class {
                Class::NoRole => Held { people: part.no_role, doubtful: 0.0 },
                Class::NoFigure => part.sum(|role| of(role).is_none()),
                Class::Is(band) => part.sum(|role| of(role) == Some(*band)),
            };
            classes.iter().map(held).collect()
        };
        let table: Vec<Vec<Held>> = self.parts.iter().map(row).collect();
        let people: Vec<Vec<f64>> = table.iter().map(|row| row.iter().map(|held| held.people).collect()).collect();
        let hidden = hide_table(&people);
        let index = |role: RoleId| Some(catalog.role(role)?.exposure.index?.percentile.0);
        let department = |((place, part), who): ((usize, &Part), &Who)| {
            let counted = classes.iter().copied().zip(table.get(place).cloned().unwrap_or_default()).collect();
            let is_hidden = |class: &Class<Band>| {
                let cell = classes.iter().position(|known| known == class);
                cell.and_then(|cell| hidden.get(place)?.get(cell)).copied().unwrap_or_default()
            };
            let people = People { part, among: Some((&self.parts, place)) };
            Department {
                who: *who,
                people: part.all,
                coded: people.told(|_| true),
                mean: people.spread(index).map(|spread| spread.mean),
                bands: Table::folding(counted, is_hidden, |class| Row { class, held: None, beside: Vec::new() }),
            }
        };
        self.parts.iter().enumerate().zip(&self.who).map(department).collect()
    }
}
