//! How well one document fits a query.
//!
//! The product of two shares, each weighted by how much its words tell: how much of the query the document says, and
//! how much of the document the query says. A title with a part in parentheses is read in three ways, as a whole,
//! without that part, and as that part alone: `Deli Clerk (Delicatessen Clerk)` is both.

use super::corpus::{BREAK, Corpus};
use super::p;
use super::query::Query;

/// How well a document fits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fit {
    /// 0 to 1; above 1 when the query says the document word for word.
    pub score: f32,
    /// The share of the query that the document says, 0 to 1.
    pub said: f32,
}

/// How well a document's words fit a query.
pub fn fit(corpus: &Corpus, query: &Query, words: &[u16]) -> Fit {
    let whole = fit_of(corpus, query, words.iter().copied().filter(|word| *word != BREAK));
    let parts = words.split(|word| *word == BREAK).filter(|part| !part.is_empty() && part.len() < words.len());
    parts
        .map(|part| {
            let fit = fit_of(corpus, query, part.iter().copied());
            Fit { score: fit.score * p(0), ..fit }
        })
        .fold(whole, |best, fit| if fit.score > best.score { fit } else { best })
}

fn fit_of(corpus: &Corpus, query: &Query, words: impl Iterator<Item = u16>) -> Fit {
    let mut said = [0.0_f32; 32];
    let (mut covered, mut uncovered) = (0.0_f32, 0.0_f32);
    let (mut last_place, mut in_order, mut is_last) = (None, true, false);
    for word in words {
        let stem = corpus.stem(word);
        let mut best = (0.0_f32, 0);
        for (place, asked) in query.words.iter().enumerate() {
            let likeness = asked.likeness(word, stem);
            if likeness > 0.0 {
                if let Some(said) = said.get_mut(place) {
                    *said = said.max(likeness);
                }
                if likeness > best.0 {
                    best = (likeness, place);
                }
            }
        }
        let weight = stem.map_or(8.0, |stem| corpus.weight_of_stem(stem));
        is_last = false;
        if best.0 > 0.0 {
            covered += weight;
            in_order &= last_place.is_none_or(|last| best.1 >= last);
            last_place = Some(best.1);
            is_last = best.1 + 1 == query.words.len();
        } else {
            uncovered += weight;
        }
    }
    let said: f32 = query.words.iter().zip(said).map(|(word, likeness)| word.weight * likeness).sum();
    if said <= 0.0 || query.weight <= 0.0 {
        return Fit::default();
    }
    let of_query = said / query.weight;
    let of_document = covered / (covered + p(1) * uncovered);
    let mut score = of_query * (p(2) + (1.0 - p(2)) * of_document);
    let order = if in_order { 0.0 } else { p(3) };
    if is_last {
        score += p(4) * of_query;
    }
    if of_query > 0.8 && uncovered <= 0.0 && query.words.iter().all(|word| word.weight <= 0.0 || of_query > 0.8) {
        score += of_query * of_query;
    }
    Fit { score: score - order, said: of_query }
}
