//! Two catalogs side by side: which roles came, went or were renamed, and which figures moved.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Code, Metric, Role, Source, SourceId, Wording};

/// What differs between two catalogs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// Datasets whose release differs, or that one of the two lacks.
    pub sources: Vec<SourceChange>,
    /// Whose wording each carries, where that differs.
    pub wording: Option<(Wording, Wording)>,
    /// Roles that only the later one has, by code.
    pub added: Vec<(Code, String)>,
    /// Roles that only the earlier one has, by code.
    pub removed: Vec<(Code, String)>,
    /// Roles with another title, by code: earlier, later.
    pub retitled: Vec<(Code, String, String)>,
    /// Figures that moved, by metric, the largest moves first.
    pub moves: Vec<Move>,
}

/// A dataset whose release differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceChange {
    /// Which dataset.
    pub id: SourceId,
    pub name: String,
    /// The earlier release; none where the earlier catalog does not have it.
    pub before: Option<String>,
    /// The later release; none where the later catalog does not have it.
    pub after: Option<String>,
}

/// A figure of a role that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The role.
    pub code: Code,
    /// Its title in the later catalog.
    pub title: String,
    /// The figure.
    pub metric: Metric,
    /// The earlier value; none where it was not published.
    pub before: Option<f64>,
    /// The later value; none where it is not published.
    pub after: Option<f64>,
    /// Whether the earlier and the later value are only known to be at or above what they say: top-coded wages.
    pub floors: (bool, bool),
}

impl Move {
    /// Later less earlier, in the unit of the metric; none where one of them is not published, or only known to be
    /// at or above its value.
    pub fn difference(&self) -> Option<f64> {
        if self.floors.0 || self.floors.1 {
            return None;
        }
        Some(self.after? - self.before?)
    }
}

/// Compares two catalogs, the earlier first.
pub fn differences(before: &Catalog<'_>, after: &Catalog<'_>) -> Differences {
    let earlier: BTreeMap<Code, &Role<'_>> = before.roles.iter().map(|role| (role.code, role)).collect();
    let later: BTreeMap<Code, &Role<'_>> = after.roles.iter().map(|role| (role.code, role)).collect();
    let only = |these: &BTreeMap<Code, &Role<'_>>, those: &BTreeMap<Code, &Role<'_>>| -> Vec<(Code, String)> {
        let only = these.values().filter(|role| !those.contains_key(&role.code));
        only.map(|role| (role.code, role.title.to_owned())).collect()
    };
    let both = || later.values().filter_map(|role| Some((*earlier.get(&role.code)?, *role)));
    let retitled = both().filter(|(a, b)| a.title != b.title);
    Differences {
        sources: sources(before, after),
        wording: (before.wording != after.wording).then_some((before.wording, after.wording)),
        added: only(&later, &earlier),
        removed: only(&earlier, &later),
        retitled: retitled.map(|(a, b)| (b.code, a.title.to_owned(), b.title.to_owned())).collect(),
        moves: Metric::ALL.into_iter().flat_map(|y| moves(before, after, y, both())).collect(),
    }
}

fn moves<'r>(
    before: &Catalog<'_>,
    after: &Catalog<'_>,
    metric: Metric,
    both: impl Iterator<Item = (&'r Role<'r>, &'r Role<'r>)>,
) -> Vec<Move> {
    let mut moves: Vec<Move> = both
        .filter_map(|(a, b)| {
            let (earlier, later) = (metric.value(before, a), metric.value(after, b));
            let floors = (metric.is_floor(before, a), metric.is_floor(after, b));
            let same = match (earlier, later) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9 && floors.0 == floors.1,
                (None, None) => true,
                _ => false,
            };
            let title = b.title.to_owned();
            (!same).then_some(Move { code: b.code, title, metric, before: earlier, after: later, floors })
        })
        .collect();
    // A figure that came or went, or is only bounded, has no size: it stands after those that moved.
    let size = |moved: &Move| moved.difference().map_or(-1.0, f64::abs);
    moves.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.code.cmp(&b.code)));
    moves
}

fn sources(before: &Catalog<'_>, after: &Catalog<'_>) -> Vec<SourceChange> {
    let mut ids: Vec<SourceId> = before.sources.iter().chain(&after.sources).map(|source| source.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .filter_map(|id| {
            let (a, b) = (before.source(id), after.source(id));
            let release = |source: Option<&Source<'_>>| source.map(|source| source.release.to_owned());
            let name = b.or(a)?.name.to_owned();
            (a.map(|s| (s.release, s.sha256)) != b.map(|s| (s.release, s.sha256))).then(|| SourceChange {
                id,
                name,
                before: release(a),
                after: release(b),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Wage;

    #[test]
    fn a_catalog_does_not_differ_from_itself() {
        let catalog = crate::fixture::catalog();
        assert_eq!(differences(catalog, catalog), Differences::default());
    }

    #[test]
    fn roles_that_came_went_and_were_renamed_are_found_with_moved_figures() {
        let before = crate::fixture::catalog();
        let mut after = before.clone();
        after.wording = Wording::Official;
        after.roles[0].title = "Apiarists";
        let gone = after.roles.remove(2);
        let mut new = gone.clone();
        new.code = "99-9999.01".parse().unwrap();
        after.roles.push(new);
        after.published[0].pay.as_mut().unwrap().annual.median = Some(Wage::Cents(5_023_000));
        after.published[0].outlook = None;
        after.published[0].pay.as_mut().unwrap().employment = None;
        after.sources[0].release = "31.0";

        let found = differences(before, &after);
        assert_eq!(found.added, [("99-9999.01".parse().unwrap(), gone.title.to_owned())]);
        assert_eq!(found.removed, [(gone.code, gone.title.to_owned())]);
        assert_eq!(found.retitled, [(after.roles[0].code, "Beekeepers".to_owned(), "Apiarists".to_owned())]);
        assert_eq!(found.wording, Some((Wording::Own, Wording::Official)));
        assert_eq!(found.sources[0].after.as_deref(), Some("31.0"));
        let pay: Vec<_> = found.moves.iter().filter(|m| m.metric == Metric::Pay).collect();
        assert_eq!(pay.iter().map(|m| m.difference()).collect::<Vec<_>>(), [Some(-1000.0), Some(-1000.0)]);
        let mut capped = before.clone();
        capped.published[0].pay.as_mut().unwrap().annual.median = Some(Wage::TopCoded);
        let bounded = &differences(before, &capped).moves[0];
        assert_eq!((bounded.difference(), bounded.floors, bounded.after), (None, (false, true), Some(239_200.0)));
        let change = found.moves.iter().find(|m| m.metric == Metric::Change).unwrap();
        assert_eq!((change.before, change.after, change.difference()), (Some(-8.3), None, None));
    }
}
