//! How well one document fits a query.
//!
//! The product of two shares, each weighted by how much its words tell: how much of the query the document says, and
//! how much of the document the query says. A title with a part in parentheses is read in three ways, as a whole,
//! without that part, and as that part alone: `Deli Clerk (Delicatessen Clerk)` is both.

use super::Engine;
use super::corpus::BREAK;
use super::query::{Query, SAME_STEM};
use crate::catalog::RoleId;

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
/// What saying it word for word is worth when the last word is a beginning that may go on otherwise, or when a word was
/// mended or stands for another.
const SO_FAR: f32 = 0.3;
const ALIKE: f32 = 0.75;

/// How much of a query a document says, and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Some of it, or something else besides.
    #[default]
    Some,
    /// All of the head's part: of `Nurse Manager - ICU` a list has `Nurse Manager`.
    Part,
    /// All of it, by words that may be others: mended, or of the same meaning.
    Alike,
    /// All of it, whatever form the words have.
    Whole,
    /// All of it in the very words, in their order.
    Exact,
}

/// How well a document fits a query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fit {
    /// 0 to about 1, and above when the query says the document word for word.
    pub score: f32,
    /// How much of the query it says.
    pub extent: Extent,
    /// The document is headed by the query's head: both say that the person is the same.
    pub has_head: bool,
}

/// How well a document's words fit a query.
pub fn fit(engine: &Engine, query: &Query, words: &[u16]) -> Fit {
    let mut best = fit_of(engine, query, words.iter().copied().filter(|word| *word != BREAK));
    for part in words.split(|word| *word == BREAK).filter(|part| !part.is_empty() && part.len() < words.len()) {
        let part = fit_of(engine, query, part.iter().copied());
        let has_head = best.has_head || part.has_head;
        let part = Fit { score: PART * part.score, ..part };
        let (chosen, other) = if part.score > best.score { (part, best) } else { (best, part) };
        best = Fit { extent: chosen.extent.max(other.extent.min(Extent::Part)), has_head, ..chosen };
    }
    best
}

/// How well a role's own title fits a query, without what it says that the role is not; as what its short forms mean
/// where that fits better.
pub fn fit_of_title(engine: &Engine, query: &Query, role: RoleId) -> Fit {
    let title = engine.corpus.document(engine.layout.title(role));
    let words: Vec<u16> = title.take_while(|word| !engine.little.is_except(*word)).collect();
    let written = fit(engine, query, &words);
    let meant = query.meant.as_ref().map_or(Fit::default(), |meant| fit(engine, meant, &words));
    if meant.score > written.score { meant } else { written }
}

fn fit_of(engine: &Engine, query: &Query, words: impl Iterator<Item = u16>) -> Fit {
    let corpus = &engine.corpus;
    let mut said = [0.0_f32; 32];
    let (mut covered, mut uncovered) = (0.0_f32, 0.0_f32);
    let (mut last_place, mut in_order, mut is_last, mut is_begun) = (None, true, false, false);
    let (mut are_words, mut is_open, mut is_first) = (true, true, true);
    for word in words {
        if engine.little.contains(word) {
            // What follows `of` or `for` says of what somebody is the manager, not what they are.
            is_open &= is_first || !engine.little.is_link(word);
            continue;
        }
        is_first = false;
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
        are_words &= best.0 >= 1.0;
        let weight = stem.map_or(8.0, |stem| corpus.weight_of_stem(stem));
        if is_open {
            is_last = false;
        }
        if best.0 > 0.0 {
            is_begun |= query.words.get(best.1).is_some_and(|asked| asked.is_only_begun(word, stem));
            covered += weight;
            in_order &= last_place.is_none_or(|last| best.1 >= last);
            last_place = Some(best.1);
            is_last = if is_open { best.1 == query.head } else { is_last };
        } else {
            uncovered += weight;
        }
    }
    let pairs = || query.words.iter().zip(said);
    let all_said: f32 = pairs().map(|(word, likeness)| word.weight * likeness).sum();
    if all_said <= 0.0 || query.weight <= 0.0 {
        return Fit::default();
    }
    let of_query = all_said / query.weight;
    let of_document = covered / (covered + uncovered);
    let mut score = of_query * (BASE + (1.0 - BASE) * of_document);
    if !in_order {
        score -= OUT_OF_ORDER;
    }
    if is_last {
        score += SAME_END * of_query;
    }
    let is_whole = of_query > WORD_FOR_WORD && uncovered <= 0.0;
    let is_alike = pairs().any(|(word, likeness)| likeness < SAME_STEM && word.weight > 0.0);
    if is_whole {
        score += of_query
            * of_query
            * if is_begun {
                SO_FAR
            } else if is_alike {
                ALIKE
            } else {
                1.0
            };
    }
    // Little words between are no words of the query: nothing else may be left over.
    let is_exact = is_whole && are_words && in_order && pairs().all(|(_, likeness)| likeness >= 1.0);
    let is_part = uncovered <= 0.0
        && query
            .words
            .get(query.head)
            .is_some_and(|head| pairs().all(|(word, likeness)| (word.part == head.part) == (likeness >= SAME_STEM)));
    let extent = match (is_whole && !is_begun, is_part && !is_whole) {
        (true, _) if is_exact => Extent::Exact,
        (true, _) if is_alike => Extent::Alike,
        (true, _) => Extent::Whole,
        (_, true) => Extent::Part,
        _ => Extent::Some,
    };
    Fit { score, extent, has_head: is_last }
}
