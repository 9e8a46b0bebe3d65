//! The people whose figures are told, and beside whom.

use super::fold::{hide, may_stand};
use crate::catalog::{Catalog, Lens, RoleId, Vintage};
use crate::compare::weighted::Weighted;
use crate::compare::workforce::Workforce;
use crate::staff::counts::{Counts, Held};
use crate::staff::{LEAST_PEOPLE, Standing};

/// Some people by role.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Most people first.
    pub roles: Vec<(RoleId, Held)>,
    /// Those whose title has no role.
    pub no_role: f64,
    /// All of them.
    pub all: f64,
}

/// The people whose figures are told: the whole staff, or one of its departments.
#[derive(Clone, Copy, Debug)]
pub struct People<'p> {
    pub part: &'p Part,
    /// All departments and which of them it is, where it is one: what is told of a department must not tell the others.
    pub among: Option<(&'p [Part], usize)>,
}

/// Those beside whom a staff is shown: the workers of a place, or of the nation.
#[derive(Clone, Debug)]
pub struct Beside {
    pub name: String,
    /// Workers of each role; 0 where their number is not published.
    workers: Vec<f64>,
}

impl Part {
    pub fn of(counts: &Counts) -> Self {
        let no_role = counts.of(Standing::Open) + counts.of(Standing::NoOccupation);
        Self { roles: counts.roles(), no_role, all: counts.people() }
    }

    /// The people in roles of some kind.
    pub fn sum(&self, has: impl Fn(RoleId) -> bool) -> Held {
        self.roles.iter().filter(|(role, _)| has(*role)).map(|(_, held)| *held).sum()
    }

    /// Adds the people of another part.
    pub fn add(&mut self, other: &Self) {
        for (role, held) in &other.roles {
            match self.roles.iter_mut().find(|(known, _)| known == role) {
                Some((_, sum)) => *sum += *held,
                None => self.roles.push((*role, *held)),
            }
        }
        self.no_role += other.no_role;
        self.all += other.all;
    }
}

impl People<'_> {
    /// Whether a number of a department must be folded: it is of fewer than five people, or it would tell that of others
    /// once the number of the whole staff is known.
    pub fn tells(&self, people: impl Fn(&Part) -> f64) -> bool {
        let parts = self.among.map_or(&[][..], |(parts, _)| parts);
        self.tells_of(&parts.iter().map(people).collect::<Vec<f64>>())
    }

    /// The same of the numbers of all departments.
    pub fn tells_of(&self, cells: &[f64]) -> bool {
        let Some((_, place)) = self.among else { return false };
        let mut hidden = vec![false; cells.len()];
        hide(cells, &mut hidden);
        hidden.get(place).copied().unwrap_or_default()
    }

    /// The people in roles of some kind; none where fewer than five are in them or outside them.
    pub fn told(&self, has: impl Fn(RoleId) -> bool) -> Option<Held> {
        let held = self.part.sum(&has);
        let is_told = held.people > 0.0
            && may_stand(held.people)
            && may_stand(self.part.all - held.people)
            && !self.tells(|part| part.sum(&has).people);
        is_told.then_some(held)
    }

    /// How a figure of roles spreads over the people; none where fewer than five are in roles that have it.
    pub fn spread(&self, value: impl Fn(RoleId) -> Option<f64>) -> Option<Weighted> {
        let values = self.part.roles.iter().filter_map(|(role, held)| Some((value(*role)?, held.people)));
        let is_told = !self.tells(|part| part.sum(|role| value(role).is_some()).people);
        Weighted::of(values).filter(|spread| is_told && spread.weight > LEAST_PEOPLE - 1e-6)
    }
}

impl Beside {
    /// The place that a catalog is seen from, where one is chosen, and the nation of the same year.
    pub fn of(catalog: &Catalog<'_>) -> Vec<Self> {
        let lens = catalog.lens();
        // Places are published for the newest year alone.
        let vintage = if lens.place.is_some() { Vintage::Newest } else { lens.vintage };
        let nation = Lens { vintage, ..Lens::default() };
        let place = catalog.place().map(|place| Self::named(place.in_words().into_owned(), catalog));
        let nation = Self::named("the nation".to_owned(), &catalog.through(nation));
        place.into_iter().chain([nation]).collect()
    }

    #[allow(clippy::cast_precision_loss, reason = "people of one country")]
    fn named(name: String, catalog: &Catalog<'_>) -> Self {
        let workforce = Workforce::of(catalog);
        let workers = catalog.roles_with_ids().map(|(role, _)| workforce.of_role(role).unwrap_or_default() as f64);
        Self { name, workers: workers.collect() }
    }

    /// The workers of each role.
    pub fn roles(&self) -> impl Iterator<Item = (RoleId, f64)> {
        (0..).map(RoleId).zip(self.workers.iter().copied()).filter(|(_, workers)| *workers > 0.0)
    }

    /// The share of the workers in roles of some kind, in percent; none where no employment is published.
    pub fn percent(&self, has: impl Fn(RoleId) -> bool) -> Option<f64> {
        let all: f64 = self.workers.iter().sum();
        let part = self.roles().filter(|(role, _)| has(*role)).fold(0.0, |sum, (_, workers)| sum + workers);
        (all > 0.0).then(|| part / all * 100.0)
    }

    /// How a figure of roles spreads over the workers.
    pub fn spread(&self, value: impl Fn(RoleId) -> Option<f64>) -> Option<Weighted> {
        Weighted::of(self.roles().filter_map(|(role, workers)| Some((value(role)?, workers))))
    }
}
