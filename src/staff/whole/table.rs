//! People by the class of their role, beside the workers of the nation.

use super::fold::{Rest, folded};
use super::people::{Beside, Part, People};
use crate::catalog::RoleId;
use crate::staff::counts::Held;

/// What the role of a number of people is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class<T> {
    Is(T),
    /// Their role has no such figure.
    NoFigure,
    /// Their title has no role: it is open, or no occupation.
    NoRole,
}

/// People by class.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    /// Every class in its order, whether it has people or not; then those without the figure, and those without a role.
    pub rows: Vec<Row<T>>,
    /// What is folded together.
    pub rest: Option<Rest>,
    /// All people of the table: rows and rest together.
    pub whole: f64,
}

/// The people of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<T> {
    pub class: Class<T>,
    /// None where they are folded into the rest.
    pub held: Option<Held>,
    /// The share of the workers in it, in percent, for each of [`super::Whole::beside`]; none where it is not known.
    pub beside: Vec<Option<f64>>,
}

impl<T: Copy + PartialEq> Table<T> {
    /// Counts people by what `of` says of their role.
    pub fn of(classes: &[T], people: People<'_>, beside: &[Beside], of: impl Fn(RoleId) -> Option<T>) -> Self {
        Self::with(classes, people, beside, of, |_| false)
    }

    /// The same, where some classes `must` be folded.
    pub fn with(
        classes: &[T],
        people: People<'_>,
        beside: &[Beside],
        of: impl Fn(RoleId) -> Option<T>,
        must: impl Fn(T) -> bool,
    ) -> Self {
        let shares = |class: Class<T>| {
            let percent = |beside: &Beside| match class {
                Class::NoRole => None,
                _ => beside.percent(|role| class_of(of(role)) == class),
            };
            beside.iter().map(percent).collect()
        };
        let sums = |part: &Part| sums(classes, part, &of);
        let of_parts: Vec<_> = people.among.map_or(&[][..], |(parts, _)| parts).iter().map(sums).collect();
        let tells = |class: &Class<T>| people.tells_of(&cells(&of_parts, class));
        let must = |class: &Class<T>| matches!(class, Class::Is(class) if must(*class)) || tells(class);
        Self::folding(sums(people.part), must, |class| Row { class, held: None, beside: shares(class) })
    }

    /// Folds counted classes.
    pub fn folding(
        counted: Vec<(Class<T>, Held)>,
        must: impl Fn(&Class<T>) -> bool,
        row: impl Fn(Class<T>) -> Row<T>,
    ) -> Self {
        let whole = counted.iter().map(|(_, held)| held.people).sum();
        let mut rows: Vec<Row<T>> = counted.iter().map(|(class, _)| row(*class)).collect();
        let (kept, rest) = folded(counted, must);
        for (class, held) in kept {
            if let Some(row) = rows.iter_mut().find(|row| row.class == class) {
                row.held = Some(held);
            }
        }
        Self { rows, rest, whole }
    }
}

impl<T: Clone> Table<T> {
    /// The classes in which somebody is, most people first; those that are folded come last.
    #[must_use]
    pub fn largest_first(&self) -> Self {
        let mut rows = self.rows.clone();
        rows.retain(|row| row.held.is_none_or(|held| held.people > 0.0));
        let size = |row: &Row<T>| row.held.map_or(-1.0, |held| held.people);
        rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
        Self { rows, ..self.clone() }
    }
}

impl<T> Row<T> {
    /// Whether somebody is in the class, or may be, or somebody of those beside.
    pub fn is_shown(&self) -> bool {
        self.held.is_none_or(|held| held.people > 0.0) || self.beside.iter().flatten().any(|share| *share > 0.0)
    }
}

impl<T: PartialEq> Table<T> {
    /// The row of a class.
    pub fn row(&self, class: &Class<T>) -> Option<&Row<T>> {
        self.rows.iter().find(|row| row.class == *class)
    }

    /// A number of its people in percent.
    pub fn percent(&self, held: Held) -> Option<f64> {
        (self.whole > 0.0).then(|| held.people / self.whole * 100.0)
    }
}

fn class_of<T>(figure: Option<T>) -> Class<T> {
    figure.map_or(Class::NoFigure, Class::Is)
}

/// The people of a class in each of several parts.
pub fn cells<T: PartialEq>(parts: &[Vec<(Class<T>, Held)>], class: &Class<T>) -> Vec<f64> {
    let people =
        |part: &Vec<(Class<T>, Held)>| part.iter().find(|(of, _)| of == class).map_or(0.0, |(_, held)| held.people);
    parts.iter().map(people).collect()
}

/// The people of each class.
fn sums<T: Copy + PartialEq>(classes: &[T], part: &Part, of: impl Fn(RoleId) -> Option<T>) -> Vec<(Class<T>, Held)> {
    let all = classes.iter().map(|class| Class::Is(*class)).chain([Class::NoFigure, Class::NoRole]);
    let mut sums: Vec<(Class<T>, Held)> = all.map(|class| (class, Held::default())).collect();
    let no_role = (None, Held { people: part.no_role, doubtful: 0.0 });
    let in_roles = part.roles.iter().map(|(role, held)| (Some(*role), *held));
    for (role, held) in in_roles.chain([no_role]) {
        let class = role.map_or(Class::NoRole, |role| class_of(of(role)));
        if let Some((_, sum)) = sums.iter_mut().find(|(known, _)| *known == class) {
            *sum += held;
        }
    }
    sums
}
