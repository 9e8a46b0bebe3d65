//! From documents to roles: how well each document fits the query, and how the documents of a role add up.
//!
//! A document's fit is the product of two shares, each weighted by how rare its words are: how much of the query the
//! document says, and how much of the document the query says. A role's score is its best fit plus a little for
//! everything else that fits, so that among roles with the same title the one that says it more often comes first.

use std::collections::HashMap;
use std::ops::Range;

use super::analyse::Word;
use super::layout::Document;
use super::query::{Query, QueryWord};
use super::{Engine, Evidence, Found, Hit};
use crate::catalog::{RoleId, TitleOrigin};

/// How much the documents of a role beside the best one add.
const ADDED: f32 = 0.04;
/// The most evidences that a hit carries.
const MOST_EVIDENCE: usize = 6;

/// How well a document fits.
struct Fit {
    score: f32,
    marked: Vec<Range<usize>>,
}

/// The roles of the documents, best first.
pub fn by_role(engine: &Engine, query: &Query, documents: &[Document]) -> Vec<Hit> {
    let users = engine.users();
    let mut found: HashMap<RoleId, Vec<(f32, Evidence)>> = HashMap::new();
    let mut analyser = engine.analyser.borrow_mut();
    let mut add = |role: RoleId, what: Found, score: f32, fit: &Fit| {
        found.entry(role).or_default().push((score, Evidence { found: what, marked: fit.marked.clone() }));
    };
    for document in documents {
        let Some((text, weight)) = text_and_weight(engine, *document) else { continue };
        let fit = fit(query, &analyser.words(text));
        let score = fit.score * weight;
        if score <= 0.0 {
            continue;
        }
        match *document {
            Document::Title(role) => add(role, Found::Title, score, &fit),
            Document::Alternate(role, place) => add(role, Found::Alternate(place), score, &fit),
            Document::Task(role, place) => add(role, Found::Task(place), score, &fit),
            Document::Software(id) => {
                for role in users.of_software(id) {
                    add(*role, Found::Software(id), score, &fit);
                }
            }
            Document::Tool(id) => users.of_tool(id).iter().for_each(|role| add(*role, Found::Tool(id), score, &fit)),
            Document::Skill(id) => {
                for (place, role) in (0_u16..).zip(users.of_element(id)) {
                    add(*role, Found::Skill(id), score - f32::from(place) * 0.001, &fit);
                }
            }
        }
    }
    let mut hits: Vec<Hit> = found.into_iter().map(|(role, evidence)| hit(role, evidence)).collect();
    hits.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
    hits
}

fn hit(role: RoleId, mut evidence: Vec<(f32, Evidence)>) -> Hit {
    evidence.sort_unstable_by(|(a, x), (b, y)| b.total_cmp(a).then(x.found.cmp(&y.found)));
    let best = evidence.first().map_or(0.0, |(score, _)| *score);
    let rest: f32 = evidence.iter().skip(1).map(|(score, _)| score * score).sum();
    evidence.truncate(MOST_EVIDENCE);
    Hit { role, score: best + ADDED * (1.0 + rest).ln(), evidence: evidence.into_iter().map(|(_, e)| e).collect() }
}

/// A document's text, and how much its kind counts.
fn text_and_weight(engine: &Engine, document: Document) -> Option<(&'static str, f32)> {
    let catalog = engine.catalog;
    Some(match document {
        Document::Title(role) => (catalog.role(role)?.title, 1.0),
        Document::Alternate(role, place) => {
            let alternate = catalog.role(role)?.alternates.get(usize::from(place))?;
            let weight = match alternate.origin {
                TitleOrigin::ReportedShown => 0.985,
                TitleOrigin::Reported => 0.97,
                TitleOrigin::JobTitle => 0.96,
            };
            (alternate.title, weight)
        }
        Document::Task(role, place) => (catalog.role(role)?.tasks.get(usize::from(place))?.wording, 0.62),
        Document::Software(id) => (catalog.software(id)?.name, 0.7),
        Document::Tool(id) => (catalog.tool(id)?.name, 0.66),
        Document::Skill(id) => (catalog.element(id)?.name, 0.68),
    })
}

/// How well a document's words fit a query.
fn fit(query: &Query, words: &[Word]) -> Fit {
    let mut said = 0.0;
    let mut asked = 0.0;
    let mut matched_words = vec![0.0_f32; words.len()];
    let mut marked = Vec::new();
    let mut in_order = true;
    let mut last = None;
    for asked_for in &query.words {
        asked += asked_for.weight;
        let best = words
            .iter()
            .enumerate()
            .map(|(at, word)| (likeness(asked_for, word), at))
            .filter(|(likeness, _)| *likeness > 0.0)
            .max_by(|(a, x), (b, y)| a.total_cmp(b).then(y.cmp(x)));
        let Some((likeness, at)) = best else { continue };
        said += asked_for.weight * likeness;
        in_order &= last.is_none_or(|last| at > last);
        last = Some(at);
        if let (Some(matched), Some(word)) = (matched_words.get_mut(at), words.get(at)) {
            *matched = matched.max(asked_for.weight);
            marked.push(letters(asked_for, word));
        }
    }
    if asked <= 0.0 || said <= 0.0 {
        return Fit { score: 0.0, marked };
    }
    marked.sort_unstable_by_key(|range| range.start);
    marked.dedup();
    let covered: f32 = matched_words.iter().sum();
    let average = asked / small(query.words.len());
    let uncovered: f32 = matched_words.iter().filter(|weight| **weight == 0.0).map(|_| average).sum();
    let of_query = said / asked;
    let of_document = covered / (covered + uncovered);
    let mut score = of_query * (0.55 + 0.45 * of_document);
    if of_query > 0.98 && uncovered == 0.0 {
        score += if in_order { 1.0 } else { 0.9 };
    } else if in_order {
        score += 0.01 * of_query;
    }
    Fit { score, marked }
}

#[allow(clippy::cast_precision_loss, reason = "a few words")]
fn small(count: usize) -> f32 {
    count.max(1) as f32
}

/// How much alike a query's word and a document's word are, 0 to 1.
fn likeness(asked: &QueryWord, word: &Word) -> f32 {
    if asked.word.folded == word.folded {
        1.0
    } else if asked.word.stem == word.stem {
        0.99
    } else if asked.is_prefix && word.folded.starts_with(&asked.word.folded) {
        0.9
    } else if asked.near.iter().any(|near| *near == word.stem) {
        0.85
    } else {
        0.0
    }
}

/// The letters of a document's word that a query's word matches: the beginning that was typed, else the whole word.
fn letters(asked: &QueryWord, word: &Word) -> Range<usize> {
    let typed = asked.word.end - asked.word.start;
    if asked.is_prefix && word.folded.starts_with(&asked.word.folded) && word.folded.len() == word.end - word.start {
        return word.start..(word.start + typed).min(word.end);
    }
    word.start..word.end
}
