//! How well one document fits a query.
//!
//! The product of two shares, each weighted by how much its words tell: how much of the query the document says, and
//! how much of the document the query says. A title with a part in parentheses is read in three ways, as a whole,
//! without that part, and as that part alone: `Deli Clerk (Delicatessen Clerk)` is both.

use super::corpus::{BREAK, Corpus};
use super::query::Query;

/// How much a part of a title counts that stands for all of it: a short form, or what stands in parentheses.
const PART: f32 = 0.964;
/// The share of a fit that does not depend on what else the document says.
const BASE: f32 = 0.55;
/// What words in another order cost.
const OUT_OF_ORDER: f32 = 0.026;
/// What a document gains that ends with the query's head, which says what the person is.
const SAME_END: f32 = 0.044;
/// From which share on a query says a document word for word that has no other words.
const WORD_FOR_WORD: f32 = 0.8;
/// What saying it word for word is worth when the last word is a beginning that may go on otherwise.
const SO_FAR: f32 = 0.3;

/// How well a document's words fit a query: 0 to about 1, and above when the query says the document word for word.
pub fn fit(corpus: &Corpus, query: &Query, words: &[u16]) -> f32 {
    let whole = fit_of(corpus, query, words.iter().copied().filter(|word| *word != BREAK));
    let parts = words.split(|word| *word == BREAK).filter(|part| !part.is_empty() && part.len() < words.len());
    parts.map(|part| PART * fit_of(corpus, query, part.iter().copied())).fold(whole, f32::max)
}

fn fit_of(corpus: &Corpus, query: &Query, words: impl Iterator<Item = u16>) -> f32 {
    let mut said = [0.0_f32; 32];
    let (mut covered, mut uncovered) = (0.0_f32, 0.0_f32);
    let (mut last_place, mut in_order, mut is_last, mut is_begun) = (None, true, false, false);
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
            is_begun |= query.words.get(best.1).is_some_and(|asked| asked.is_only_begun(word, stem));
            covered += weight;
            in_order &= last_place.is_none_or(|last| best.1 >= last);
            last_place = Some(best.1);
            is_last = best.1 == query.head;
        } else {
            uncovered += weight;
        }
    }
    let said: f32 = query.words.iter().zip(said).map(|(word, likeness)| word.weight * likeness).sum();
    if said <= 0.0 || query.weight <= 0.0 {
        return 0.0;
    }
    let of_query = said / query.weight;
    let of_document = covered / (covered + uncovered);
    let mut score = of_query * (BASE + (1.0 - BASE) * of_document);
    if !in_order {
        score -= OUT_OF_ORDER;
    }
    if is_last {
        score += SAME_END * of_query;
    }
    if of_query > WORD_FOR_WORD && uncovered <= 0.0 {
        score += of_query * of_query * if is_begun { SO_FAR } else { 1.0 };
    }
    score
}
