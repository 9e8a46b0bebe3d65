//! Alternatives at work: what any of them selects, each role by the best of them.

use super::super::{Engine, Hit, Results};
use super::filter::{Selection, left_out};
use super::ordered::{has_words, listed, ranked, selected};
use super::{Alternative, Order, Parsed, RoleSet};

/// The roles that any alternative finds. Those that hold all of one come first, then by the best score; those that
/// only filters find, behind what words find.
pub(super) fn search(engine: &Engine, parsed: &Parsed, limit: usize) -> Results {
    let roles = engine.catalog.roles.len();
    let ways: Vec<Parsed> = parsed.alternatives.iter().map(Alternative::parsed).collect();
    let mut union = RoleSet::none(roles);
    let mut unknown = Vec::new();
    let mut texts = Vec::new();
    let mut results = Results::default();
    let mut hits: Vec<Hit> = Vec::new();
    for way in &ways {
        let selection = Selection::of(engine, &way.terms);
        if has_words(way) {
            let (found, full) = ranked(engine, way, &selection, limit);
            union.join(&selected(&selection, &found, full.as_ref(), engine));
            unknown.extend(selection.unknown_of(full.as_ref()));
            results.tasks += found.tasks;
            hits.extend(found.hits);
        } else {
            union.join(&selection.roles);
            unknown.extend(selection.unknown_of(None));
            texts.extend(selection.texts);
        }
    }
    let left_out = left_out(unknown, &union);
    let filters_alone = !ways.iter().any(has_words);
    let listed_ways: Vec<_> = ways.iter().filter(|way| !has_words(way)).collect();
    if !listed_ways.is_empty() {
        // The roles of all filters at once, in one order.
        let mut together = if filters_alone { union.clone() } else { RoleSet::none(roles) };
        for way in listed_ways.iter().filter(|_| !filters_alone) {
            together.join(&Selection::of(engine, &way.terms).roles);
        }
        let selection = Selection::listing(together, texts);
        let terms = listed_ways.iter().flat_map(|way| way.terms.clone()).collect();
        let found = listed(engine, &Parsed { terms, ..Parsed::default() }, &selection, limit);
        if filters_alone {
            return Results { left_out, ..found };
        }
        hits.extend(found.hits.into_iter().map(|hit| Hit { score: 0.0, ..hit }));
    }
    // Stable: equal ones stay in the order of their alternative.
    hits.sort_by(|a, b| union.has(b.role).cmp(&union.has(a.role)).then(b.score.total_cmp(&a.score)));
    let mut seen = RoleSet::none(roles);
    hits.retain(|hit| {
        let is_new = !seen.has(hit.role);
        seen.add(hit.role);
        is_new
    });
    hits.truncate(limit);
    Results { hits, roles: union.count(), order: Order::Words, left_out, ..results }
}
