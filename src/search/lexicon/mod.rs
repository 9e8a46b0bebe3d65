//! What people write for a title that no list of titles holds: short forms, Spanish words, newer and informal names,
//! forms for women, words that say nothing of the work, and answers that name no occupation.
//!
//! A phrase of a title is read as the words that it means, or left out where it means nothing; what is read so is
//! searched like any other title. The lists in `assets/words` are reviewed line by line; `tests/words.rs` holds each
//! against the snapshot.

mod list;

use super::analyse::{Analyser, Word};
use list::{Answers, Phrases};

/// The most words of a phrase.
const LONGEST: usize = 6;

/// All lists.
#[derive(Debug)]
pub struct Lexicon {
    phrases: Phrases,
    little: Answers,
    no_occupation: Answers,
    too_general: Answers,
    first_names: Answers,
}

impl Lexicon {
    /// The lists of this program.
    pub fn open() -> Self {
        Self {
            phrases: Phrases::of(&[
                include_str!("../../../assets/words/short_forms.csv"),
                include_str!("../../../assets/words/spanish.csv"),
                include_str!("../../../assets/words/newer_jobs.csv"),
                include_str!("../../../assets/words/military.csv"),
            ]),
            little: Answers::of(include_str!("../../../assets/words/little.csv")),
            no_occupation: Answers::of(include_str!("../../../assets/words/no_occupation.csv")),
            too_general: Answers::of(include_str!("../../../assets/words/too_general.csv")),
            first_names: Answers::of(include_str!("../../../assets/words/first_names.csv")),
        }
    }

    /// Whether a text is an answer that names no occupation: `n/a`, a number, an address, a date, a place.
    pub fn is_no_occupation(&self, text: &str, words: &[Word]) -> bool {
        let is_address = text.contains('@') || text.starts_with("www.") || text.contains("://");
        if is_address || self.no_occupation.has(&joined(words)) {
            return true;
        }
        let mut said = self.without_little(words);
        said.retain(|word| word.folded.len() > 1 && !word.folded.bytes().all(|letter| letter.is_ascii_digit()));
        said.is_empty() || self.no_occupation.has(&joined(&said))
    }

    /// Whether words read like the name of a person: two or three, of which the first or the last two begin with a first
    /// name.
    pub fn is_name(&self, words: &[Word]) -> bool {
        let is_first = |word: Option<&Word>| word.is_some_and(|word| self.first_names.has(&word.folded));
        (2..=3).contains(&words.len()) && (is_first(words.first()) || is_first(words.get(1)))
    }

    /// Whether words are a title of many occupations.
    pub fn is_too_general(&self, words: &[Word]) -> bool {
        self.too_general.has(&joined(words))
    }

    /// The words as a list of titles has them: phrases as what they mean, without what says nothing of the work. `None`
    /// where nothing changes, or nothing would be left. With `open_end`, the last word alone stands for itself: it may be
    /// the beginning of another.
    pub fn read(&self, words: &[Word], open_end: bool, analyser: &mut Analyser) -> Option<Vec<Word>> {
        let meant = self.meant(words, open_end, analyser);
        let kept = self.without_little(meant.as_deref().unwrap_or(words));
        let is_other = meant.is_some() || kept.len() < words.len();
        (is_other && !kept.is_empty()).then_some(kept)
    }

    /// The words that say something of the work; levels, shifts, places and words of advertisements do not.
    fn without_little(&self, words: &[Word]) -> Vec<Word> {
        let mut kept = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let little = phrases_at(words, at).find(|(said, _)| self.little.has(said));
            if let Some((_, length)) = little {
                at += length;
            } else {
                kept.extend(words.get(at).cloned());
                at += 1;
            }
        }
        kept
    }

    /// The words as what they mean, where some stand for others; `None` where each stands for itself.
    fn meant(&self, words: &[Word], open_end: bool, analyser: &mut Analyser) -> Option<Vec<Word>> {
        let mut read = Vec::with_capacity(words.len() + 2);
        let (mut at, mut is_other) = (0, false);
        while at < words.len() {
            let is_open = open_end && at + 1 == words.len();
            let found = phrases_at(words, at).filter(|_| !is_open).find_map(|(said, length)| {
                let beside = |word: &str| {
                    words
                        .iter()
                        .enumerate()
                        .any(|(place, other)| !(at..at + length).contains(&place) && other.folded == word)
                };
                Some((self.phrases.meaning(&said, beside)?, length))
            });
            let Some((meant, length)) = found else {
                read.extend(words.get(at).cloned());
                at += 1;
                continue;
            };
            is_other = true;
            let (Some(first), Some(last)) = (words.get(at), words.get(at + length - 1)) else { break };
            // What it means stands where it was written.
            let stands = |word: Word| Word { start: first.start, end: last.end, is_small: true, ..word };
            read.extend(analyser.words(meant).into_iter().map(stands));
            at += length;
        }
        (is_other && !read.is_empty()).then_some(read)
    }
}

/// The phrases that begin at a word, the longest first, with how many words each has.
fn phrases_at(words: &[Word], at: usize) -> impl Iterator<Item = (String, usize)> {
    let longest = LONGEST.min(words.len().saturating_sub(at));
    (1..=longest).rev().filter_map(move |length| Some((joined(words.get(at..at + length)?), length)))
}

fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}
