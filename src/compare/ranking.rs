//! A ranking: the roles that a query selects, in the order of one column; roles without the figure stay out of it.

use std::cmp::Ordering;

use super::workforce::{Workers, Workforce, percent_text};
use crate::catalog::{Catalog, Code, Measure, Role, RoleId, Study, Yardstick, grouped};

/// What a table of roles shows beside the code, and is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The title.
    Title,
    /// The major group.
    Group,
    /// A figure.
    Figure(Yardstick),
}

impl Column {
    /// The columns of the tables, in their order.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Figure(Yardstick::Index),
        Self::Figure(Yardstick::Pay),
        Self::Figure(Yardstick::Employment),
        Self::Figure(Yardstick::Change),
        Self::Figure(Yardstick::Openings),
        Self::Figure(Yardstick::JobZone),
        Self::Figure(Yardstick::gauge(Study::Gpts)),
        Self::Figure(Yardstick::gauge(Study::Microsoft)),
        Self::Figure(Yardstick::gauge(Study::Aioe)),
        Self::Figure(Yardstick::gauge(Study::Anthropic)),
        Self::Figure(Yardstick::Education),
        Self::Figure(Yardstick::EntryPay),
        Self::Figure(Yardstick::Hourly),
        Self::Figure(Yardstick::SelfEmployed),
        Self::Figure(Yardstick::AtHome),
        Self::Group,
    ];

    /// Its stable key on the command line, in CSV and JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Group => "group",
            Self::Figure(yardstick) => yardstick.key(),
        }
    }

    /// The column of a key, in any case; what [`Yardstick::from_key`] knows too.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.to_ascii_lowercase().as_str() {
            "title" | "role" => Some(Self::Title),
            "group" => Some(Self::Group),
            key => Yardstick::from_key(key).map(Self::Figure),
        }
    }

    /// A name of at most twelve cells, for heads.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Title => "role",
            Self::Group => "group",
            Self::Figure(yardstick) => yardstick.short_name(),
        }
    }

    /// Its name in full, with the year of the study that it comes from.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Group => "major group".to_owned(),
            Self::Figure(Yardstick::Measure(measure)) => format!("{} ({})", measure.name(), measure.year()),
            Self::Figure(Yardstick::AtHome) => "work at home, by its tasks (2020)".to_owned(),
            Self::Figure(yardstick) => yardstick.name().to_owned(),
        }
    }

    /// Its figure, where it has one.
    #[must_use]
    pub const fn yardstick(self) -> Option<Yardstick> {
        match self {
            Self::Figure(yardstick) => Some(yardstick),
            Self::Title | Self::Group => None,
        }
    }

    /// The order that is asked for first: names from A, figures from the highest.
    #[must_use]
    pub const fn first_direction(self) -> Direction {
        match self {
            Self::Title | Self::Group => Direction::Ascending,
            Self::Figure(_) => Direction::Descending,
        }
    }
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The lowest, or A.
    Ascending,
    /// The highest, or Z.
    Descending,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    /// Turns an ascending order into this one.
    #[must_use]
    pub const fn apply(self, order: Ordering) -> Ordering {
        match self {
            Self::Ascending => order,
            Self::Descending => order.reverse(),
        }
    }
}

/// The roles that a query selects, in order.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// What they are ordered by.
    pub by: Column,
    /// Which end comes first.
    pub direction: Direction,
    /// The ordered roles, then those that have no figure, these by title.
    roles: Vec<RoleId>,
    /// The place of each ordered role; equal figures share the better place.
    ranks: Vec<usize>,
    /// What is selected, in numbers.
    pub summary: Summary,
}

/// How much of the labour market a selection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many roles it has.
    pub roles: usize,
    /// Of how many.
    pub of: usize,
    /// Their workers.
    pub workers: Workers,
    /// All workers of the labour market.
    pub all_workers: Option<u64>,
}

impl Ranking {
    /// Puts roles in order.
    #[must_use]
    pub fn of(
        catalog: &Catalog<'_>,
        workforce: &Workforce,
        selected: &[RoleId],
        by: Column,
        direction: Direction,
    ) -> Self {
        let known = selected.iter().filter_map(|id| Some((*id, catalog.role(*id)?)));
        let mut with: Vec<(RoleId, &Role<'_>, f64)> = Vec::new();
        let mut without: Vec<(RoleId, &Role<'_>)> = Vec::new();
        for (id, role) in known {
            match by.yardstick().map_or(Some(0.0), |yardstick| yardstick.value(catalog, role)) {
                Some(value) => with.push((id, role, value)),
                None => without.push((id, role)),
            }
        }
        let order = |a: &(RoleId, &Role<'_>, f64), b: &(RoleId, &Role<'_>, f64)| match by {
            Column::Title => a.1.title.cmp(b.1.title),
            Column::Group => a.1.code.major_group().cmp(&b.1.code.major_group()),
            Column::Figure(_) => a.2.total_cmp(&b.2),
        };
        with.sort_by(|a, b| direction.apply(order(a, b)).then_with(|| a.1.title.cmp(b.1.title)));
        without.sort_by_key(|(_, role)| role.title);
        let mut ranks: Vec<usize> = Vec::with_capacity(with.len());
        for (place, row) in with.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| Some((with.get(before)?, *ranks.get(before)?)));
            let tied = before.filter(|(before, _)| order(before, row).is_eq()).map(|(_, rank)| rank);
            ranks.push(tied.unwrap_or(place + 1));
        }
        let roles: Vec<RoleId> = with.iter().map(|row| row.0).chain(without.iter().map(|row| row.0)).collect();
        let summary = Summary::of(catalog, workforce, &roles);
        Self { by, direction, roles, ranks, summary }
    }

    /// All roles: first the ordered ones, then those without the figure.
    #[must_use]
    pub fn roles(&self) -> &[RoleId] {
        &self.roles
    }

    /// How many roles stand in the order.
    #[must_use]
    pub fn ordered(&self) -> usize {
        self.ranks.len()
    }

    /// How many roles have no figure.
    #[must_use]
    pub fn without(&self) -> usize {
        self.roles.len() - self.ranks.len()
    }

    /// The place of a row in the order, from 1; equal figures share the better place. None without a figure.
    #[must_use]
    pub fn rank(&self, row: usize) -> Option<usize> {
        self.ranks.get(row).copied()
    }

    /// The row of a role.
    #[must_use]
    pub fn row(&self, role: RoleId) -> Option<usize> {
        self.roles.iter().position(|other| *other == role)
    }

    /// The order in words: `by median annual pay, highest first`.
    #[must_use]
    pub fn order(&self) -> String {
        let first = match (self.by, self.direction) {
            (Column::Title, Direction::Ascending) => "A to Z",
            (Column::Title, Direction::Descending) => "Z to A",
            (Column::Group, Direction::Ascending) => "by code",
            (Column::Group, Direction::Descending) => "last code first",
            (_, Direction::Ascending) => "lowest first",
            (_, Direction::Descending) => "highest first",
        };
        format!("by {}, {first}", self.by.name())
    }

    /// What was left out of the order, where something was: `12 roles have no published median annual pay: last, unranked`.
    #[must_use]
    pub fn left_out(&self) -> Option<String> {
        let (yardstick, count) = (self.by.yardstick()?, self.without());
        let what = match yardstick {
            Yardstick::Index => "no exposure index".to_owned(),
            _ => format!("no published {}", self.by.name()),
        };
        (count > 0).then(|| format!("{} {} {what}: last, unranked", grouped(count as u64), has(count)))
    }
}

impl Summary {
    /// Counts roles and workers.
    #[must_use]
    pub fn of(catalog: &Catalog<'_>, workforce: &Workforce, roles: &[RoleId]) -> Self {
        let workers = workforce.sum(roles.iter().copied());
        Self { roles: roles.len(), of: catalog.roles.len(), workers, all_workers: workforce.all() }
    }

    /// The share of all workers, in percent.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        self.workers.percent_of(self.all_workers)
    }

    /// How many roles: `38 of 1,016 roles`.
    #[must_use]
    pub fn roles_text(&self) -> String {
        let of = if self.roles == self.of { String::new() } else { format!(" of {}", grouped(self.of as u64)) };
        let noun = if self.of == 1 { "role" } else { "roles" };
        format!("{}{of} {noun}", grouped(self.roles as u64))
    }

    /// How many workers, and which share of all: `≈4,912,310 workers`, `3.2% of US employment`.
    #[must_use]
    pub fn workers_text(&self) -> Vec<String> {
        let Some(workers) = self.workers.text() else {
            let nobody = ["0 workers".to_owned(), "0% of US employment".to_owned()];
            return if self.roles == 0 { nobody.to_vec() } else { vec!["employment not published".to_owned()] };
        };
        let share = self.percent().map(|percent| format!("{} of US employment", percent_text(percent)));
        std::iter::once(format!("{workers} workers")).chain(share).collect()
    }

    /// What the figure of workers leaves out or assumes, where it does.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.workers.approximate {
            notes.push("≈ employment of a SOC code that several roles share is divided evenly among them".to_owned());
        }
        if self.workers.roles > 0 && self.workers.without > 0 {
            let (count, has) = (grouped(self.workers.without as u64), has(self.workers.without));
            notes.push(format!("{count} {has} no published employment"));
        }
        notes
    }
}

fn has(count: usize) -> &'static str {
    if count == 1 { "role has" } else { "roles have" }
}

/// Whether a role's figure is published for a SOC code that other roles have too.
#[must_use]
pub fn is_shared(catalog: &Catalog<'_>, id: RoleId, yardstick: Yardstick) -> bool {
    let Some(role) = catalog.role(id) else { return false };
    match yardstick {
        Yardstick::Index | Yardstick::JobZone | Yardstick::Interest | Yardstick::AtHome => false,
        Yardstick::Measure(measure) => is_shared_reading(catalog, id, role.code, measure),
        _ => {
            yardstick.value(catalog, role).is_some()
                && catalog.published(role).is_some_and(|published| published.roles > 1)
        }
    }
}

/// Roles of one SOC code are neighbours in the catalog.
fn is_shared_reading(catalog: &Catalog<'_>, id: RoleId, code: Code, measure: Measure) -> bool {
    let at = usize::from(id.0);
    let soc = |at: usize| catalog.roles.get(at).map(|role| role.code.soc());
    let published = catalog.roles.get(at).and_then(|role| role.exposure.reading(measure)?.published_for);
    let neighbours = [at.checked_sub(1).and_then(soc), soc(at + 1)];
    published.is_some() && neighbours.contains(&Some(code.soc()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn ranking(by: Column, direction: Direction) -> Ranking {
        let catalog = fixture::catalog();
        let all: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
        Ranking::of(catalog, &Workforce::of(catalog), &all, by, direction)
    }

    #[test]
    fn roles_without_the_figure_stay_out_of_the_order_and_are_counted() {
        let by = Column::Figure(Yardstick::Index);
        let highest = ranking(by, Direction::Descending);
        assert_eq!(highest.roles(), [RoleId(1), RoleId(0), RoleId(2)]);
        assert_eq!((highest.ordered(), highest.without(), highest.rank(1), highest.rank(2)), (2, 1, Some(2), None));
        assert_eq!(highest.left_out().as_deref(), Some("1 role has no exposure index: last, unranked"));
        let lowest = ranking(by, Direction::Ascending);
        assert_eq!(lowest.roles(), [RoleId(0), RoleId(1), RoleId(2)], "still last");
        assert_eq!(lowest.order(), "by exposure index, lowest first");
    }

    #[test]
    fn equal_figures_share_a_place_and_stand_by_title() {
        let pay = ranking(Column::Figure(Yardstick::Pay), Direction::Descending);
        assert_eq!((pay.rank(0), pay.rank(1), pay.rank(2)), (Some(1), Some(1), None));
        assert_eq!(pay.roles()[0], RoleId(0), "Beekeepers before Hive Inspectors");
        let titles = ranking(Column::Title, Direction::Descending);
        assert_eq!((titles.roles()[0], titles.without(), titles.left_out()), (RoleId(2), 0, None));
    }

    #[test]
    fn the_summary_says_how_much_of_the_market_it_is() {
        let catalog = fixture::catalog();
        let summary = Summary::of(catalog, &Workforce::of(catalog), &[RoleId(0), RoleId(2)]);
        assert_eq!(summary.roles_text(), "2 of 3 roles");
        assert_eq!(summary.workers_text(), ["≈615 workers", "6.2% of US employment"]);
        assert_eq!(summary.notes().len(), 2);
        let none = Summary::of(catalog, &Workforce::of(catalog), &[RoleId(2)]);
        assert_eq!(none.workers_text(), ["employment not published"]);
        assert!(none.notes().is_empty());
    }

    #[test]
    fn shared_figures_are_known() {
        let catalog = fixture::catalog();
        let shared = |id, yardstick| is_shared(catalog, RoleId(id), yardstick);
        assert!(shared(0, Yardstick::Pay) && shared(1, Yardstick::gauge(Study::Microsoft)));
        assert!(!shared(0, Yardstick::Index) && !shared(0, Yardstick::gauge(Study::Gpts)));
        assert!(!shared(2, Yardstick::Pay) && !shared(2, Yardstick::gauge(Study::Microsoft)));
    }

    #[test]
    fn columns_have_keys() {
        for column in Column::ALL {
            assert_eq!(Column::from_key(column.key()), Some(column));
            assert!(column.short_name().chars().count() <= 12);
        }
        assert_eq!(Column::from_key("nonsense"), None);
    }
}
