//! Filters at work: alone, or with words that rank what they let through.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::super::highlight::marks;
use super::super::{Engine, Evidence, Found, Hit, MOST_EVIDENCE, Results};
use super::filter::{Selection, TextMatch, shared_of};
use super::{Filter, Parsed, Place, RoleSet};
use crate::catalog::{Metric, PublishedId, Role, RoleId};

/// What the hits of a search are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By how well they fit the words.
    #[default]
    Words,
    /// By a figure, the highest first.
    Figure(Metric),
    /// By how well they fit the fields of text.
    Texts,
    /// By code.
    Code,
}

/// The roles that a query with filters finds.
pub(in crate::search) fn search(engine: &Engine, parsed: &Parsed, limit: usize) -> Results {
    if !parsed.alternatives.is_empty() {
        return super::any::search(engine, parsed, limit);
    }
    if parsed.is_blank() {
        return Results::default();
    }
    let selection = Selection::of(engine, &parsed.terms);
    if has_words(parsed) {
        let (results, found) = ranked(engine, parsed, &selection, limit);
        return Results { left_out: selection.left_out(found.as_ref()), ..results };
    }
    listed(engine, parsed, &selection, limit)
}

/// The selected roles, ranked by words; and which roles hold every word, where one does.
pub(super) fn ranked(
    engine: &Engine,
    parsed: &Parsed,
    selection: &Selection,
    limit: usize,
) -> (Results, Option<RoleSet>) {
    let (mut results, found) = engine.search_words(&parsed.words, limit, selection.keep());
    add_evidence(engine, &selection.texts, &mut results.hits);
    (results, found)
}

/// The selected roles of a query without words.
pub(super) fn listed(engine: &Engine, parsed: &Parsed, selection: &Selection, limit: usize) -> Results {
    let (order, roles) = ordered(engine, parsed, selection);
    let mut hits: Vec<Hit> = roles.iter().take(limit).map(|(role, score)| hit(*role, *score)).collect();
    add_evidence(engine, &selection.texts, &mut hits);
    let figures = figures(engine, order, &roles);
    Results { hits, roles: roles.len(), figures, order, left_out: selection.left_out(None), ..Results::default() }
}

/// How many figures of SOC codes order the roles, where that is fewer than roles.
fn figures(engine: &Engine, order: Order, roles: &[(RoleId, f32)]) -> Option<usize> {
    let Order::Figure(metric) = order else { return None };
    let published = |(id, _): &(RoleId, f32)| engine.catalog.role(*id)?.published;
    let codes: HashSet<PublishedId> = roles.iter().filter_map(published).collect();
    (metric.counts_people() && codes.len() < roles.len()).then_some(codes.len())
}

/// All roles that a query selects, by code.
pub(in crate::search) fn select(engine: &Engine, parsed: &Parsed) -> Vec<RoleId> {
    if !parsed.alternatives.is_empty() {
        let ways = parsed.alternatives.iter().map(super::Alternative::parsed);
        let mut roles: Vec<RoleId> = ways.flat_map(|way| select(engine, &way)).collect();
        roles.sort_unstable();
        roles.dedup();
        return roles;
    }
    let selection = Selection::of(engine, &parsed.terms);
    if !has_words(parsed) {
        return selection.roles.roles().collect();
    }
    let (results, found) = engine.search_words(&parsed.words, engine.catalog.roles.len(), selection.keep());
    let mut roles: Vec<RoleId> = selected(&selection, &results, found.as_ref(), engine).roles().collect();
    roles.sort_unstable();
    roles
}

/// The roles that words select: those that hold every word, or, where none does, what is like it.
pub(super) fn selected(selection: &Selection, results: &Results, found: Option<&RoleSet>, engine: &Engine) -> RoleSet {
    match found {
        Some(found) => found.and(&selection.roles),
        None => RoleSet::of(engine.catalog, results.hits.iter().map(|hit| hit.role).collect()),
    }
}

pub(super) fn has_words(parsed: &Parsed) -> bool {
    parsed.words.chars().any(char::is_alphanumeric)
}

const fn hit(role: RoleId, score: f32) -> Hit {
    Hit { role, score, evidence: Vec::new() }
}

/// The selected roles with a score each, in the order that fits the filters: by the first figure compared, else by
/// how much of a text its words are, else by code.
fn ordered(engine: &Engine, parsed: &Parsed, selection: &Selection) -> (Order, Vec<(RoleId, f32)>) {
    let catalog = engine.catalog;
    let compared = parsed.terms.iter().filter(|term| !term.without).find_map(|term| match &term.filter {
        Filter::Figure(Metric::JobZone, _)
        | Filter::Education(_)
        | Filter::Categories(_)
        | Filter::Interests(_)
        | Filter::AtHome(_) => None,
        filter => filter.metric(),
    });
    if let Some(metric) = compared {
        let value = |role: RoleId| catalog.role(role).and_then(|role| metric.value(catalog, role));
        let mut roles: Vec<(RoleId, f64)> =
            selection.roles.roles().map(|role| (role, value(role).unwrap_or(f64::NEG_INFINITY))).collect();
        roles.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        return (Order::Figure(metric), roles.into_iter().map(|(role, _)| (role, 0.0)).collect());
    }
    if selection.texts.is_empty() {
        return (Order::Code, selection.roles.roles().map(|role| (role, 0.0)).collect());
    }
    let mut roles: Vec<(RoleId, f32, usize)> = selection.roles.roles().map(|role| (role, 0.0, 0)).collect();
    for text in &selection.texts {
        let best = Best::of(engine, text, &selection.roles);
        for (role, score, count) in &mut roles {
            if let Some((_, fit)) = best.of_role(*role).first() {
                *score += fit;
            }
            *count += best.of_role(*role).len();
        }
    }
    roles.sort_by(|(a, x, m), (b, y, n)| y.total_cmp(x).then(Reverse(m).cmp(&Reverse(n))).then(a.cmp(b)));
    (Order::Texts, roles.into_iter().map(|(role, score, _)| (role, score)).collect())
}

/// The matching documents of each role, the best first, with how much of them the words are.
struct Best(Vec<Vec<(u32, f32)>>);

impl Best {
    fn of(engine: &Engine, text: &TextMatch, roles: &RoleSet) -> Self {
        let mut best = vec![Vec::new(); engine.catalog.roles.len()];
        let asked = engine.analyser.borrow_mut().words(&text.text).len();
        let mut shared = Vec::new();
        for document in &text.documents {
            match engine.layout.owner(*document).0 {
                Some(role) if roles.has(role) => {
                    let share = share(asked, engine.corpus.length(*document));
                    best.get_mut(usize::from(role.0)).into_iter().for_each(|list| list.push((*document, share)));
                }
                Some(_) => {}
                None => shared.extend(engine.layout.found(*document).map(|found| (found, *document))),
            }
        }
        shared.sort_unstable();
        for (id, role) in engine.catalog.roles_with_ids().filter(|(id, _)| !shared.is_empty() && roles.has(*id)) {
            for found in shared_of(role, text.place) {
                let Ok(at) = shared.binary_search_by_key(&found, |(found, _)| *found) else { continue };
                let document = shared.get(at).map_or(0, |(_, document)| *document);
                let worth = worth(role, found) * share(asked, engine.corpus.length(document));
                best.get_mut(usize::from(id.0)).into_iter().for_each(|list| list.push((document, worth)));
            }
        }
        for list in &mut best {
            list.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        }
        Self(best)
    }

    fn of_role(&self, role: RoleId) -> &[(u32, f32)] {
        self.0.get(usize::from(role.0)).map_or(&[], Vec::as_slice)
    }
}

fn share(asked: usize, length: u32) -> f32 {
    let short = |number: usize| u16::try_from(number).map_or(f32::from(u16::MAX), f32::from);
    short(asked) / short(usize::try_from(length).unwrap_or(usize::MAX)).max(1.0)
}

/// How much a thing that roles share matters for a role, 0 to 1.
fn worth(role: &Role<'_>, found: Found) -> f32 {
    match found {
        Found::Skill(element) => {
            let rating = role.capabilities.iter().find(|rating| rating.element == element);
            rating.map_or(0.0, |rating| f32::from(rating.importance.0) / 500.0)
        }
        Found::Software(software) => {
            let used = role.software.iter().find(|used| used.software == software);
            used.map_or(0.0, |used| if used.in_demand { 0.9 } else { 0.6 })
        }
        _ => 0.7,
    }
}

/// Puts what a text term matches before the other evidence of each hit.
fn add_evidence(engine: &Engine, texts: &[TextMatch], hits: &mut [Hit]) {
    let roles = RoleSet::of(engine.catalog, hits.iter().map(|hit| hit.role).collect());
    for text in texts.iter().rev() {
        let best = Best::of(engine, text, &roles);
        let query = engine.parse(&text.text, text.open);
        for hit in &mut *hits {
            let Some(role) = engine.catalog.role(hit.role) else { continue };
            // A phrase that the best evidence shows already stays where it is.
            let most = if text.place == Place::Anywhere { 1 } else { MOST_EVIDENCE };
            for (document, _) in best.of_role(hit.role).iter().take(most).rev() {
                let Some(found) = engine.layout.found(*document) else { continue };
                let marked = marks(&engine.corpus, &query, *document, found.text(engine.catalog, role));
                let known = hit.evidence.iter().position(|evidence| evidence.found == found);
                let evidence = known.map_or(Evidence { found, marked: Vec::new() }, |at| hit.evidence.remove(at));
                hit.evidence.insert(0, Evidence { marked: joined(evidence.marked, marked), ..evidence });
            }
            hit.evidence.truncate(MOST_EVIDENCE);
        }
    }
}

/// Two lists of marks as one, in order and without overlap.
fn joined(mut a: Vec<std::ops::Range<usize>>, b: Vec<std::ops::Range<usize>>) -> Vec<std::ops::Range<usize>> {
    a.extend(b);
    a.sort_unstable_by_key(|range| (range.start, Reverse(range.end)));
    let mut marks: Vec<std::ops::Range<usize>> = Vec::new();
    for range in a {
        match marks.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    marks
}
