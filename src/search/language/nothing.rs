//! Which filter leaves nothing.

use super::super::Engine;
use super::filter::Selection;
use super::{Parsed, Term};

/// A filter of a query that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocking {
    /// The filter, as a query.
    pub term: String,
    /// How many roles it lets through alone.
    pub alone: usize,
    /// How many roles the query would find without it.
    pub without: usize,
}

/// The filters of a query, those first without which it would find most.
pub fn blocking(engine: &Engine, parsed: &Parsed) -> Vec<Blocking> {
    let mut blocking: Vec<Blocking> = parsed
        .terms
        .iter()
        .enumerate()
        .map(|(place, term)| {
            let mut others = parsed.clone();
            others.terms.remove(place);
            for alternative in &mut others.alternatives {
                alternative.terms.retain(|other| other.span != term.span);
            }
            // An alternative that was this filter alone is gone with it.
            others.alternatives.retain(|way| !way.terms.is_empty() || !way.words.trim().is_empty());
            if term.filter.is_anywhere() && !term.without {
                others.words = without_words(parsed, term);
            }
            let without =
                if others.is_blank() { engine.catalog.roles.len() } else { super::select(engine, &others).len() };
            let alone = Selection::of(engine, std::slice::from_ref(term)).roles.count();
            Blocking { term: term.to_string(), alone, without }
        })
        .collect();
    blocking.sort_by_key(|filter| std::cmp::Reverse(filter.without));
    blocking
}

/// The words to rank by without those of a phrase.
fn without_words(parsed: &Parsed, phrase: &Term) -> String {
    match &phrase.filter {
        super::Filter::Text { text, .. } => parsed.words.replacen(text.as_str(), " ", 1),
        _ => parsed.words.clone(),
    }
}
