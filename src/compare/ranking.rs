//! A ranking: the roles that a query selects, in the order of one column; roles without the figure stay out of it.

use std::borrow::Cow;
use std::collections::HashMap;

pub use super::column::{Column, Direction};
use super::workforce::{Workers, Workforce, percent_text};
use crate::catalog::{Catalog, Code, Measure, Metric, PublishedId, Role, RoleId, grouped};

/// What the rows of a ranking are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    #[default]
    Roles,
    /// Roles, those that share the SOC code which BLS publishes under folded into one: each code counts once.
    Codes,
}

impl Rows {
    /// What stands by itself in an order and a filter: codes, where either counts people.
    pub fn usual(by: Column, filter_counts_people: bool) -> Self {
        let counts = filter_counts_people || by.metric().is_some_and(Metric::counts_people);
        if counts { Self::Codes } else { Self::Roles }
    }
}

/// A role with the figure that it is ordered by.
type Ranked<'r> = (RoleId, &'r Role<'r>, f64);

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
    /// Of rows that stand for a SOC code, all roles that are selected of it, by the one in [`Ranking::roles`].
    folded: HashMap<RoleId, Vec<RoleId>>,
    /// What is selected, in numbers.
    pub summary: Summary,
}

/// How much of the labour market a selection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    pub roles: usize,
    pub of: usize,
    pub workers: Workers,
    /// All workers of the labour market.
    pub all_workers: Option<u64>,
}

impl Ranking {
    /// Puts roles in order.
    pub fn of(
        catalog: &Catalog<'_>,
        workforce: &Workforce,
        selected: &[RoleId],
        (by, direction): (Column, Direction),
        rows: Rows,
    ) -> Self {
        let known = selected.iter().filter_map(|id| Some((*id, catalog.role(*id)?)));
        let mut with: Vec<Ranked<'_>> = Vec::new();
        let mut without: Vec<(RoleId, &Role<'_>)> = Vec::new();
        for (id, role) in known {
            match by.metric().map_or(Some(0.0), |metric| metric.place(catalog, role)) {
                Some(value) => with.push((id, role, value)),
                None => without.push((id, role)),
            }
        }
        let order = |a: &Ranked<'_>, b: &Ranked<'_>| match by {
            Column::Title => a.1.title.cmp(b.1.title),
            Column::Group => a.1.code.major_group().cmp(&b.1.code.major_group()),
            Column::Figure(_) => a.2.total_cmp(&b.2),
        };
        with.sort_by(|a, b| direction.apply(order(a, b)).then_with(|| a.1.title.cmp(b.1.title)));
        without.sort_by_key(|(_, role)| role.title);
        let summary = Summary::of(catalog, workforce, selected);
        let mut folded: HashMap<RoleId, Vec<RoleId>> = HashMap::new();
        if rows == Rows::Codes {
            let mut first: HashMap<PublishedId, RoleId> = HashMap::new();
            let mut is_first = |id: RoleId, role: &Role<'_>| {
                let Some(published) = role.published else { return true };
                let head = *first.entry(published).or_insert(id);
                folded.entry(head).or_default().push(id);
                head == id
            };
            with.retain(|(id, role, _)| is_first(*id, role));
            without.retain(|(id, role)| is_first(*id, role));
            folded.retain(|_, roles| roles.len() > 1);
        }
        let mut ranks: Vec<usize> = Vec::with_capacity(with.len());
        for (place, row) in with.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| Some((with.get(before)?, *ranks.get(before)?)));
            let tied = before.filter(|(before, _)| order(before, row).is_eq()).map(|(_, rank)| rank);
            ranks.push(tied.unwrap_or(place + 1));
        }
        let roles: Vec<RoleId> = with.iter().map(|row| row.0).chain(without.iter().map(|row| row.0)).collect();
        Self { by, direction, roles, ranks, folded, summary }
    }

    /// The roles that a row stands for where it stands for a SOC code that several share; empty for any other.
    pub fn stands_for(&self, role: RoleId) -> &[RoleId] {
        self.folded.get(&role).map_or(&[], Vec::as_slice)
    }

    /// Whether a column says the same of all roles that a row stands for.
    pub fn is_one(&self, catalog: &Catalog<'_>, row: RoleId, column: Column) -> bool {
        let Some(metric) = column.metric() else { return true };
        let mut texts = self.stands_for(row).iter().filter_map(|id| Some(metric.short(catalog, catalog.role(*id)?)));
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    }

    /// What a row is called: its role, or its SOC code and how many roles share it.
    pub fn title<'c>(&self, catalog: &'c Catalog<'c>, row: RoleId) -> Cow<'c, str> {
        let Some(role) = catalog.role(row) else { return Cow::Borrowed("") };
        match (self.stands_for(row).len(), catalog.published(role)) {
            (2.., Some(published)) => Cow::Owned(format!("{} ({} roles)", published.title, self.stands_for(row).len())),
            _ => Cow::Borrowed(role.title),
        }
    }

    /// How many rows there are, in words, where some stand for a code: `75 SOC codes`.
    pub fn codes_text(&self) -> Option<String> {
        (!self.folded.is_empty()).then(|| format!("in {} rows, a SOC code each", grouped(self.roles.len() as u64)))
    }

    /// All rows: first the ordered roles, then those without the figure.
    pub fn roles(&self) -> &[RoleId] {
        &self.roles
    }

    /// How many roles stand in the order.
    pub fn ordered(&self) -> usize {
        self.ranks.len()
    }

    /// How many roles have no figure.
    pub fn without(&self) -> usize {
        self.roles.len() - self.ranks.len()
    }

    /// The place of a row in the order, from 1; equal figures share the better place. None without a figure.
    pub fn rank(&self, row: usize) -> Option<usize> {
        self.ranks.get(row).copied()
    }

    pub fn row(&self, role: RoleId) -> Option<usize> {
        self.roles.iter().position(|other| *other == role || self.stands_for(*other).contains(&role))
    }

    /// The order in words: `by median annual pay, highest first`.
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
    pub fn left_out(&self) -> Option<String> {
        let (metric, count) = (self.by.metric()?, self.without());
        let what = match metric {
            Metric::Index => "no exposure index".to_owned(),
            _ => format!("no published {}", self.by.name()),
        };
        (count > 0).then(|| format!("{} {} {what}: last, unranked", grouped(count as u64), has(count)))
    }
}

impl Summary {
    /// Counts roles and workers.
    pub fn of(catalog: &Catalog<'_>, workforce: &Workforce, roles: &[RoleId]) -> Self {
        let workers = workforce.sum(roles.iter().copied());
        Self { roles: roles.len(), of: catalog.roles.len(), workers, all_workers: workforce.all() }
    }

    /// The share of all workers, in percent.
    pub fn percent(&self) -> Option<f64> {
        self.workers.percent_of(self.all_workers)
    }

    /// How many roles: `38 of 1,016 roles`.
    pub fn roles_text(&self) -> String {
        let of = if self.roles == self.of { String::new() } else { format!(" of {}", grouped(self.of as u64)) };
        let noun = if self.of == 1 { "role" } else { "roles" };
        format!("{}{of} {noun}", grouped(self.roles as u64))
    }

    /// How many workers, and which share of all: `≈4,912,310 workers`, `≈3.2% of OEWS employment`; of a place, where one was
    /// chosen: `≈3.2% of OEWS employment in Texas`; of a staff: `1,812 people`, `90.6% of the staff`.
    pub fn workers_text(&self, catalog: &Catalog<'_>) -> Vec<String> {
        let (word, whole) = (catalog.counted_word(self.workers.count), catalog.counted_whole());
        let Some(workers) = self.workers.text() else {
            let nobody = [format!("0 {word}"), format!("0% of {whole}")];
            let there = catalog.there();
            return if self.roles == 0 { nobody.to_vec() } else { vec![format!("employment not published{there}")] };
        };
        let share =
            self.percent().map(|percent| format!("{}{} of {whole}", self.workers.about(), percent_text(percent)));
        std::iter::once(format!("{workers} {word}")).chain(share).collect()
    }

    /// What the figure of workers leaves out or assumes, where it does.
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
pub fn is_shared(catalog: &Catalog<'_>, id: RoleId, metric: Metric) -> bool {
    let Some(role) = catalog.role(id) else { return false };
    match metric {
        Metric::Measure(measure) => is_shared_reading(catalog, id, role.code, measure),
        _ => {
            metric.is_of_bls()
                && metric.value(catalog, role).is_some()
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
    use crate::catalog::Study;
    use crate::fixture;

    fn ranking(by: Column, direction: Direction) -> Ranking {
        let catalog = fixture::catalog();
        let all: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
        Ranking::of(catalog, &Workforce::of(catalog), &all, (by, direction), Rows::Roles)
    }

    #[test]
    fn roles_without_the_figure_stay_out_of_the_order_and_are_counted() {
        let by = Column::Figure(Metric::Index);
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
        let pay = ranking(Column::Figure(Metric::Pay), Direction::Descending);
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
        assert_eq!(summary.workers_text(catalog), ["≈615 workers", "≈6.2% of OEWS employment"]);
        assert_eq!(summary.notes().len(), 2);
        let none = Summary::of(catalog, &Workforce::of(catalog), &[RoleId(2)]);
        assert_eq!(none.workers_text(catalog), ["employment not published"]);
        assert!(none.notes().is_empty());
    }

    #[test]
    fn a_summary_of_a_staff_speaks_of_its_people() {
        let catalog = fixture::staffed();
        let text = |roles: &[u16]| {
            let roles: Vec<RoleId> = roles.iter().copied().map(RoleId).collect();
            let summary = Summary::of(&catalog, &Workforce::of(&catalog), &roles);
            [summary.workers_text(&catalog), summary.notes()].concat().join(", ")
        };
        assert_eq!(text(&[0, 1, 2]), "13 people, 65.0% of the staff");
        assert_eq!(text(&[1]), "1 person, 5.0% of the staff");
        assert_eq!(text(&[2]), "0 people, 0% of the staff");
        assert_eq!(text(&[]), "0 people, 0% of the staff");
        let by = Column::Figure(Metric::Headcount);
        let ranking = Ranking::of(
            &catalog,
            &Workforce::of(&catalog),
            &[RoleId(1), RoleId(0)],
            (by, by.first_direction()),
            Rows::usual(by, false),
        );
        assert_eq!((ranking.roles(), ranking.left_out()), (&[RoleId(0), RoleId(1)][..], None));
        assert!(ranking.stands_for(RoleId(0)).is_empty(), "roles of one SOC code have people of their own");
    }

    #[test]
    fn shared_figures_are_known() {
        let catalog = fixture::catalog();
        let shared = |id, metric| is_shared(catalog, RoleId(id), metric);
        assert!(shared(0, Metric::Pay) && shared(1, Metric::gauge(Study::Microsoft)));
        assert!(!shared(0, Metric::Index) && !shared(0, Metric::gauge(Study::Gpts)));
        assert!(!shared(2, Metric::Pay) && !shared(2, Metric::gauge(Study::Microsoft)));
    }

    #[test]
    fn columns_have_keys() {
        for column in Column::ALL {
            assert_eq!(Column::from_key(column.key()), Some(column));
            assert!(column.short_name().chars().count() <= 12);
        }
        assert_eq!(Column::from_key("nonsense"), None);
    }

    /// The beekeepers and the inspectors share a code: one row, with what differs between them said.
    #[test]
    fn roles_that_share_a_code_fold_into_one_row() {
        let catalog = fixture::catalog();
        let all = [RoleId(0), RoleId(1), RoleId(2)];
        let by = (Column::Figure(Metric::Employment), Direction::Descending);
        let ranking = Ranking::of(catalog, &Workforce::of(catalog), &all, by, Rows::Codes);
        assert_eq!((ranking.roles(), ranking.stands_for(RoleId(0))), (&[RoleId(0), RoleId(2)][..], &all[..2]));
        assert_eq!(ranking.title(catalog, RoleId(0)), "Farmworkers, Hives (2 roles)");
        assert_eq!((ranking.row(RoleId(1)), ranking.rank(0), ranking.without()), (Some(0), Some(1), 1));
        assert!(ranking.is_one(catalog, RoleId(0), Column::Figure(Metric::Pay)));
        assert!(!ranking.is_one(catalog, RoleId(0), Column::Figure(Metric::Index)));
        assert!(ranking.stands_for(RoleId(2)).is_empty(), "a role alone stands for itself");
        assert_eq!(ranking.summary.roles, 3);
        assert_eq!(Rows::usual(by.0, false), Rows::Codes);
        assert_eq!(Rows::usual(Column::Title, false), Rows::Roles);
        assert_eq!(Rows::usual(Column::Title, true), Rows::Codes);
    }
}
