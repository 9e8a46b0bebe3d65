//! At a glance: which role overlaps most, and what one gains and loses with each instead of the reference.

use super::cell::share;
use super::skills::{Rated, ratings};
use super::{Compared, Gap};
use crate::catalog::{Band, Label, Metric, NOT_PUBLISHED, Percentile, Role};

/// How many skills are named on either side where two roles are compared, and where more are.
const SKILLS: [usize; 2] = [3, 2];

/// A sentence at the top, in its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Which column it is about; the one that overlaps most where it is about all.
    pub column: usize,
    /// What it says first: `Most task overlap`, or `Penetration Testers instead of Registered Nurses`.
    pub head: String,
    /// The rest, part by part.
    pub parts: Vec<String>,
    /// The skills that matter more with it, and those that matter less: a sentence each.
    pub skills: Vec<String>,
}

impl Verdict {
    /// In one line.
    pub fn text(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().chain(&self.skills).map(String::as_str).collect();
        format!("{}: {}", self.head, parts.join("; "))
    }
}

/// The sentences; none for a single role.
pub(super) fn verdicts(table: Compared<'_, '_>) -> Vec<Verdict> {
    if table.columns.len() < 2 {
        return Vec::new();
    }
    let most = (table.columns.len() > 2).then(|| most_overlap(table));
    let others = (0..table.columns.len()).filter(|place| *place != table.reference);
    most.into_iter().chain(others.map(|place| instead(table, place))).collect()
}

/// All roles by their index, the highest first.
fn most_overlap(table: Compared<'_, '_>) -> Verdict {
    let mut ranked: Vec<(usize, Option<f64>)> = (0..)
        .zip(table.columns)
        .map(|(place, column)| (place, Metric::Index.value(table.catalog, column.role)))
        .collect();
    ranked.sort_by(|(_, a), (_, b)| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0)));
    let parts = ranked.iter().map(|(place, value)| {
        let figure = value.map(Percentile).map_or_else(
            || NOT_PUBLISHED.to_owned(),
            |percentile| format!("{percentile} {}", Band::word(percentile.band())),
        );
        let figure = figure + &exposed(table.columns[*place].role);
        format!("{} {figure}", table.columns[*place].role.title)
    });
    Verdict {
        column: ranked.first().map_or(0, |(place, _)| *place),
        head: "Most task overlap".to_owned(),
        parts: parts.collect(),
        skills: Vec::new(),
    }
}

/// `, 95% of its tasks E1 or E2`: why it overlaps.
fn exposed(role: &Role<'_>) -> String {
    let labels = || role.tasks.iter().filter_map(|task| task.labels);
    let exposed = labels().filter(|labels| labels.gpt4 != Label::E0).count();
    let percent = share(exposed, labels().count());
    percent.map_or_else(String::new, |percent| format!(", {percent:.0}% of its tasks E1 or E2"))
}

/// What changes with a role instead of the reference: figures, then skills that matter more and less.
fn instead(table: Compared<'_, '_>, place: usize) -> Verdict {
    let (here, there) = (table.columns[place].role, table.columns[table.reference].role);
    let mut parts = Vec::new();
    let mut missing = Vec::new();
    let same_code = here.published.is_some() && here.published == there.published;
    for (metric, name) in [
        (Metric::Index, "overlap"),
        (Metric::Pay, "pay"),
        (Metric::Change, "growth"),
        (Metric::Openings, "openings"),
        (Metric::JobZone, "job zone"),
    ] {
        let is_labour = matches!(metric, Metric::Pay | Metric::Change | Metric::Openings);
        if same_code && is_labour {
            continue;
        }
        // Where one of the two has an hourly wage only, both are compared by the hour.
        let hourly = || Metric::Hourly.difference(table.catalog, here, there).filter(|_| metric == Metric::Pay);
        match metric.difference(table.catalog, here, there).or_else(hourly).map(Gap::of) {
            Some(gap) if gap.is_none() => parts.push(format!("same {name}")),
            Some(gap) => parts.push(format!("{name} {}", gap.text)),
            None => missing.push(name),
        }
    }
    if same_code && table.catalog.pay(here).is_some() {
        let soc = table.catalog.published(here).map_or_else(String::new, |published| published.soc.to_string());
        parts.insert(1.min(parts.len()), format!("same pay and outlook (both published for {soc})"));
    }
    if here.capabilities.is_empty() || there.capabilities.is_empty() {
        missing.push("skills");
    }
    if !missing.is_empty() {
        parts.push(format!("not comparable: {}", missing.join(", ")));
    }
    let head = format!("{} instead of {}", here.title, there.title);
    Verdict { column: place, head, parts, skills: skills(table, place) }
}

fn skills(table: Compared<'_, '_>, place: usize) -> Vec<String> {
    let of = |rated: &Rated| {
        let importance = |place: usize| rated.importance.get(place).copied().flatten().map(|i| i32::from(i.0));
        Some((rated.element, importance(place)? - importance(table.reference)?))
    };
    let mut differences: Vec<_> = ratings(table).rated.iter().filter_map(of).collect();
    let mut named = |word: &str, sign: i32| {
        differences.sort_by_key(|(element, difference)| (-sign * difference, *element));
        let most = SKILLS[usize::from(table.columns.len() > 2)];
        let first = differences.iter().take(most).filter(|(_, difference)| sign * difference > 0);
        let names: Vec<String> = first
            .filter_map(|(element, difference)| {
                let gap = Gap::exact(f64::from(*difference) / 100.0, 2, "");
                Some(format!("{} {}", table.catalog.element(*element)?.name, gap.text))
            })
            .collect();
        (!names.is_empty()).then(|| format!("{word} {}", names.join(", ")))
    };
    [named("more", 1), named("less", -1)].into_iter().flatten().collect()
}
