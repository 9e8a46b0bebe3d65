//! What a staff is paid, where its file says so, beside the published percentiles of its roles. Nothing of it is the pay of one
//! person: medians are of five people or more and rounded, and there is no least and no most.

use std::collections::HashMap;

use super::fold::{Rest, folded};
use super::people::People;
use super::table::{Class, Row, Table, cells};
use crate::catalog::{Catalog, Pay, Period, PlaceId, PublishedId, RoleId, Wage, WageRange};
use crate::compare::weighted::Weighted;
use crate::staff::Staff;
use crate::staff::counts::Held;

/// Where pay lies among the published percentiles.
pub const STANDS: [&str; 6] = [
    "under the 10th percentile",
    "10th to 25th percentile",
    "25th percentile to median",
    "median to 75th percentile",
    "75th to 90th percentile",
    "90th percentile or over",
];

/// What is said of it.
pub const TOLD: &str = "Each pay is measured against the percentiles that OEWS publishes for the role where the post is, \
    where the file names a place and OEWS has the role there; else against those of the place that is chosen, or the \
    nation's. Medians are of five people or more, to the nearest $1,000.";

/// Medians are rounded to so many dollars: the median of few may be somebody's own pay.
const ROUNDED: f64 = 1_000.0;

/// The pay of a staff.
#[derive(Clone, Debug, PartialEq)]
pub struct Paid {
    /// People by where their pay lies ([`STANDS`]). Those without a figure are in roles of which OEWS does not publish the
    /// percentiles next to their pay. The whole are those with pay in the file.
    pub stands: Table<&'static str>,
    /// The roles with five paid people or more, most people first.
    pub roles: Vec<PaidRole>,
    /// Paid people of other roles, and those without a role where they are fewer than five or the others alone were.
    pub others: Option<Rest>,
}

/// The pay of the people in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct PaidRole {
    pub role: RoleId,
    /// The people with pay in the file.
    pub held: Held,
    /// Half of them have less; dollars a year, to the nearest thousand.
    pub median: f64,
    /// What OEWS publishes for a year, where it does: of the place of their posts if they have one in common and OEWS has the
    /// role there, else as the catalog is seen.
    pub range: WageRange,
    /// The place that the range is of; none for the catalog's own.
    pub place: Option<PlaceId>,
}

/// Percentiles by role and place, read once.
struct Percentiles<'c> {
    catalog: &'c Catalog<'c>,
    of_place: HashMap<PlaceId, Vec<Option<Pay>>>,
}

impl Percentiles<'_> {
    /// The wages of a year of a role in a place, and whether they are those of the place.
    fn of(&mut self, role: RoleId, place: Option<PlaceId>) -> (WageRange, Option<PlaceId>) {
        let catalog = self.catalog;
        let Some(role) = catalog.role(role) else { return Default::default() };
        let there = place.and_then(|id| {
            let pay = self.of_place.entry(id).or_insert_with(|| by_code(catalog, id));
            let PublishedId(published) = role.published?;
            let range = (*pay.get(usize::from(published))?)?.annual;
            range.points().iter().any(|(_, wage)| wage.is_some()).then_some((range, Some(id)))
        });
        there.unwrap_or_else(|| (catalog.pay(role).map_or_else(WageRange::default, |pay| pay.annual), None))
    }
}

/// What a place has, by code.
fn by_code(catalog: &Catalog<'_>, place: PlaceId) -> Vec<Option<Pay>> {
    let mut list = vec![None; catalog.published.len()];
    let place = catalog.places.get(usize::from(place.0));
    for estimate in place.into_iter().flat_map(|place| place.estimates.iter()) {
        if let Some(slot) = list.get_mut(usize::from(estimate.published.0)) {
            *slot = Some(estimate.pay);
        }
    }
    list
}

/// Where pay lies among the percentiles; none where the percentiles next to it are not published.
pub fn stands(pay: f64, range: &WageRange) -> Option<&'static str> {
    let points = range.points().map(|(_, wage)| wage);
    let is_over = |wage: Wage| match wage {
        Wage::Cents(_) => Some(pay >= wage.dollars(Period::Year)),
        // Of a top-coded percentile it is only known that it is no less than the ceiling.
        Wage::TopCoded => (pay < wage.dollars(Period::Year)).then_some(false),
    };
    let over: Vec<Option<bool>> = points.iter().map(|wage| wage.and_then(is_over)).collect();
    let place = (0..STANDS.len()).find(|place| {
        let lower = place.checked_sub(1).is_none_or(|below| over.get(below) == Some(&Some(true)));
        let upper = over.get(*place).is_none_or(|above| *above == Some(false));
        lower && upper
    })?;
    STANDS.get(place).copied()
}

/// Compares the pay of the rows. `part_of` says which of the parts of `people` a department is in; `shown` which roles have their
/// people shown.
pub fn paid(
    staff: &Staff,
    catalog: &Catalog<'_>,
    people: People<'_>,
    part_of: impl Fn(Option<u32>) -> usize,
    shown: &[(RoleId, Held)],
) -> Paid {
    let titles: Vec<(Option<RoleId>, bool, bool)> = staff
        .titles
        .iter()
        .map(|title| {
            let standing = title.standing();
            let is_left_out = standing == crate::staff::Standing::LeftOut;
            (title.role(), standing == crate::staff::Standing::Doubtful, is_left_out)
        })
        .collect();
    let mut percentiles = Percentiles { catalog, of_place: HashMap::new() };
    let mut known: HashMap<(RoleId, Option<PlaceId>), (WageRange, Option<PlaceId>)> = HashMap::new();
    let classes: Vec<Class<&'static str>> =
        STANDS.into_iter().map(Class::Is).chain([Class::NoFigure, Class::NoRole]).collect();
    let (parts, chosen) = people.among.map_or((1, 0), |(parts, chosen)| (parts.len(), chosen));
    let mut sums: Vec<Vec<(Class<&'static str>, Held)>> =
        vec![classes.iter().map(|class| (*class, Held::default())).collect(); parts];
    let mut roles: HashMap<RoleId, PaidRows> = HashMap::new();
    // Paid people of each role by department, to see which of them would tell those of the others.
    let mut by_part: HashMap<RoleId, Vec<f64>> = HashMap::new();
    for row in &staff.rows {
        let Some((role, doubtful, false)) = titles.get(row.title as usize).copied() else { continue };
        let Some(pay) = row.pay.filter(|pay| *pay > 0.0 && row.people > 0.0) else { continue };
        let part = if people.among.is_some() { part_of(row.department) } else { 0 };
        let held = Held { people: row.people, doubtful: if doubtful { row.people } else { 0.0 } };
        let range = role.map(|role| *known.entry((role, row.place)).or_insert_with(|| percentiles.of(role, row.place)));
        let class = match &range {
            None => Class::NoRole,
            Some((range, _)) => stands(pay, range).map_or(Class::NoFigure, Class::Is),
        };
        let sum = sums.get_mut(part).and_then(|sums| sums.iter_mut().find(|(known, _)| *known == class));
        if let Some((_, sum)) = sum {
            *sum += held;
        }
        if let (Some(role), Some(_)) = (role, people.among)
            && let Some(cell) = by_part.entry(role).or_insert_with(|| vec![0.0; parts]).get_mut(part)
        {
            *cell += row.people;
        }
        if let (Some(role), Some((range, place)), true) = (role, range, part == chosen) {
            let rows = roles.entry(role).or_insert_with(|| PaidRows { range, place, ..PaidRows::default() });
            rows.held += held;
            rows.pay.push((pay, row.people));
            rows.is_mixed |= rows.place != place;
        }
    }
    let counted = sums.get(chosen).cloned().unwrap_or_default();
    let must = |class: &Class<&'static str>| people.tells_of(&cells(&sums, class));
    let stands = Table::folding(counted.clone(), must, |class| Row { class, held: None, beside: Vec::new() });
    let mut rows: Vec<(RoleId, PaidRows)> = roles.into_iter().collect();
    rows.sort_by(|a, b| b.1.held.people.total_cmp(&a.1.held.people).then(a.0.cmp(&b.0)));
    let no_role = counted.iter().find(|(class, _)| *class == Class::NoRole).map(|(_, held)| (None, *held));
    let items = rows.iter().map(|(role, rows)| (Some(*role), rows.held)).chain(no_role).collect();
    let tells = |role: &RoleId| by_part.get(role).is_some_and(|cells| people.tells_of(cells));
    let must =
        |role: &Option<RoleId>| role.is_some_and(|role| tells(&role) || !shown.iter().any(|(known, _)| *known == role));
    let (kept, others) = folded(items, must);
    let roles = rows.into_iter().filter(|(role, _)| kept.iter().any(|(known, _)| *known == Some(*role)));
    Paid { stands, roles: roles.filter_map(|(role, rows)| rows.told(role, &mut percentiles)).collect(), others }
}

/// The paid rows of a role.
#[derive(Default)]
struct PaidRows {
    held: Held,
    pay: Vec<(f64, f64)>,
    range: WageRange,
    place: Option<PlaceId>,
    /// Whether they are measured against several places.
    is_mixed: bool,
}

impl PaidRows {
    fn told(self, role: RoleId, percentiles: &mut Percentiles<'_>) -> Option<PaidRole> {
        let Self { held, pay, range, place, is_mixed } = self;
        let median = (Weighted::of(pay)?.median / ROUNDED).round() * ROUNDED;
        let (range, place) = if is_mixed { percentiles.of(role, None) } else { (range, place) };
        Some(PaidRole { role, held, median, range, place })
    }
}
