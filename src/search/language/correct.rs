//! Which typed words were taken for others: told from what was found, whatever the ranking assumed.

use super::super::analyse::Word;
use super::super::{Engine, Hit};

/// A word that was taken for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As typed, lower-cased and without accents.
    pub typed: String,
    /// What was found in its place.
    pub meant: String,
}

/// The shortest word that is said to be mistyped.
const SHORTEST: usize = 4;
/// How many of the first hits must show the typed word for it to be meant.
const FIRST: usize = 3;

/// The corrections that the first hits show.
pub(in crate::search) fn corrections(engine: &Engine, words: &str, hits: &[Hit]) -> Vec<Correction> {
    if hits.is_empty() {
        return Vec::new();
    }
    let end = words.char_indices().nth(400).map_or(words.len(), |(at, _)| at);
    let typed = engine.analyser.borrow_mut().words(words.get(..end).unwrap_or_default());
    let long = |word: &&Word| word.folded.len() >= SHORTEST && !word.folded.bytes().any(|b| b.is_ascii_digit());
    if !typed.iter().any(|word| long(&word)) {
        return Vec::new();
    }
    let shown = shown(engine, hits);
    let mut corrections: Vec<Correction> = Vec::new();
    for word in typed.iter().filter(long) {
        let is_shown = shown.iter().any(|other| is_same(word, other, words.len()));
        if is_shown || corrections.iter().any(|known| known.typed == word.folded) {
            continue;
        }
        if let Some(meant) = shown.iter().find(|other| is_like(&word.folded, &other.folded)) {
            corrections.push(Correction { typed: word.folded.clone(), meant: meant.folded.clone() });
        }
    }
    corrections
}

impl Engine {
    /// The bytes of a text at which a word stands, lower-cased and without accents.
    pub fn place_of(&self, text: &str, word: &str) -> Option<std::ops::Range<usize>> {
        let words = self.analyser.borrow_mut().words(text);
        words.into_iter().find(|known| known.folded == word).map(|known| known.start..known.end)
    }
}

/// The marked words of the first hits.
fn shown(engine: &Engine, hits: &[Hit]) -> Vec<Word> {
    let mut shown: Vec<Word> = Vec::new();
    for hit in hits.iter().take(FIRST) {
        let Some(role) = engine.catalog.role(hit.role) else { continue };
        for evidence in &hit.evidence {
            let text = evidence.found.text(engine.catalog, role);
            let marked = evidence.marked.iter().filter_map(|mark| text.get(mark.start..word_end(text, mark.end)));
            for word in marked.flat_map(|marked| engine.analyser.borrow_mut().words(marked)) {
                if !shown.iter().any(|known| known.folded == word.folded) {
                    shown.push(word);
                }
            }
        }
    }
    shown
}

/// Where the word ends that a mark ends in: of a word that was typed in part its beginning is marked.
fn word_end(text: &str, mark: usize) -> usize {
    let rest = text.get(mark..).unwrap_or_default();
    mark + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Whether a typed word is there, in whatever form: another ending, the beginning of it, a part of a compound.
fn is_same(typed: &Word, shown: &Word, end: usize) -> bool {
    // What was written together is found apart.
    let part = typed.folded.strip_prefix(&shown.folded).is_some_and(|rest| shown.folded.len() > 2 && rest.len() > 2);
    typed.stem == shown.stem
        || part
        || shown.folded.contains(&typed.folded)
        || (typed.end == end && shown.folded.starts_with(&typed.folded))
}

/// Whether a word may be another, mistyped: one error in short words, two in long ones, in its beginning too.
fn is_like(typed: &str, meant: &str) -> bool {
    let most = if typed.len() < 8 { 1 } else { 2 };
    let begins = |length: usize| meant.get(..length).is_some_and(|front| strsim::osa_distance(typed, front) <= most);
    strsim::osa_distance(typed, meant) <= most
        || strsim::osa_distance(typed, meant.trim_end_matches('s')) <= most
        || (meant.len() > typed.len() && begins(typed.len()))
}
