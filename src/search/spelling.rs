//! Words that were not typed as the corpus writes them: one typing error, or another ending.

use super::analyse::one_typing_error;
use super::corpus::Corpus;

/// The shortest word in which a typing error is assumed.
const SHORTEST: usize = 4;
/// The most words that a misspelt one may stand for.
const MOST: usize = 8;
/// How much a word is alike that one typing error makes into the typed one.
const ONE_ERROR: f32 = 0.88;
/// The shortest word in which two are assumed, and how many letters stand before them.
const SHORTEST_OF_TWO: usize = 8;
const SURE: usize = 3;
/// What the second costs.
const SECOND_ERROR: f32 = 0.08;
/// What a word loses for each e-fold that it is rarer than the commonest choice.
const RARER: f32 = 0.02;
/// What it loses when it begins with another letter: first letters are seldom mistyped.
const OTHER_INITIAL: f32 = 0.06;
/// What it loses when the error is no slip of the fingers, but another letter or one too many.
const NO_SLIP: f32 = 0.05;
/// How much a word is alike that only begins in the same way.
const AKIN: f32 = 0.6;

/// Words of the corpus that one typing error makes into a word or its plural or singular, by number.
pub fn near(corpus: &Corpus, typed: &str) -> Vec<(u16, f32)> {
    let as_typed = near_exactly(corpus, typed);
    if !as_typed.is_empty() {
        return as_typed;
    }
    if typed.len() < SHORTEST {
        return Vec::new();
    }
    let other_number =
        near_exactly(corpus, &typed.strip_suffix('s').map_or_else(|| format!("{typed}s"), str::to_owned));
    if other_number.is_empty() { with_two_errors(corpus, typed) } else { other_number }
}

/// Words that two typing errors after the first letters make into a long word, by number.
fn with_two_errors(corpus: &Corpus, typed: &str) -> Vec<(u16, f32)> {
    if typed.len() < SHORTEST_OF_TWO || !typed.is_ascii() {
        return Vec::new();
    }
    let front = corpus.beginning_with(typed.as_bytes().get(..SURE).unwrap_or_default());
    let is_near = |at: &usize| {
        let word = std::str::from_utf8(corpus.word(*at)).unwrap_or_default();
        word.len().abs_diff(typed.len()) <= 2 && strsim::osa_distance(typed, word) <= 2
    };
    let found = front.filter(is_near).filter_map(|at| u16::try_from(at).ok()).collect();
    let found = likenesses(corpus, typed, found);
    found.into_iter().map(|(word, likeness)| (word, likeness - SECOND_ERROR)).collect()
}

fn near_exactly(corpus: &Corpus, typed: &str) -> Vec<(u16, f32)> {
    if !typed.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<u16> = Vec::new();
    if typed.len() < SHORTEST {
        if typed.len() + 1 == SHORTEST {
            found.extend(slips(typed).filter(|word| word.len() >= typed.len()).filter_map(|word| corpus.find(&word)));
        }
        return likenesses(corpus, typed, found);
    }
    // The error stands after the first two letters: the words that begin with them …
    let front = corpus.beginning_with(typed.as_bytes().get(..2).unwrap_or_default());
    for at in front {
        let word = corpus.word(at);
        if word.len().abs_diff(typed.len()) <= 1 && one_typing_error(typed.as_bytes(), word) {
            found.extend(u16::try_from(at));
        }
    }
    // … or within the first three: all words that differ there.
    found.extend(early_errors(typed).iter().filter_map(|word| corpus.find(word)));
    likenesses(corpus, typed, found)
}

/// How much the commonest of some words are alike, by number.
fn likenesses(corpus: &Corpus, typed: &str, mut found: Vec<u16>) -> Vec<(u16, f32)> {
    found.sort_unstable();
    found.dedup();
    // The commonest ones: those that tell least.
    found.sort_by(|a, b| corpus.weight(*a).total_cmp(&corpus.weight(*b)));
    found.truncate(MOST);
    let lightest = found.first().map_or(0.0, |word| corpus.weight(*word));
    let likeness = |word: u16| {
        let first = corpus.word(usize::from(word)).first() == typed.as_bytes().first();
        let rarer = (corpus.weight(word) - lightest).min(6.0);
        let is_slip = is_slip(typed.as_bytes(), corpus.word(usize::from(word)));
        ONE_ERROR - RARER * rarer - if first { 0.0 } else { OTHER_INITIAL } - if is_slip { 0.0 } else { NO_SLIP }
    };
    let mut found: Vec<(u16, f32)> = found.into_iter().map(|word| (word, likeness(word))).collect();
    found.sort_unstable_by_key(|(word, _)| *word);
    found
}

/// Whether what was typed, near a word, lacks letters of it, has one twice, or two in each other's place: of each of these
/// there are few ways to go wrong, of a wrong letter there are twenty-five.
pub fn is_slip(typed: &[u8], word: &[u8]) -> bool {
    if typed.len() == word.len() {
        let differing = || typed.iter().zip(word).filter(|(a, b)| a != b);
        return differing().count() == 2;
    }
    let at = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    typed.len() < word.len() || at.checked_sub(1).is_some_and(|before| typed.get(before) == typed.get(at))
}

/// What a word may have been by a slip after its first letter: a letter is missing, stands twice, or two are swapped.
pub fn slips(typed: &str) -> impl Iterator<Item = String> + '_ {
    let cut = move |at: usize| typed.split_at_checked(at);
    let missing = (1..=typed.len())
        .filter_map(cut)
        .flat_map(|(front, rest)| ('a'..='z').map(move |letter| format!("{front}{letter}{rest}")));
    let twice = (1..typed.len()).filter_map(cut).filter_map(|(front, rest)| {
        let before = front.chars().next_back()?;
        rest.strip_prefix(before).map(|rest| format!("{front}{rest}"))
    });
    let swapped = (1..typed.len()).filter_map(cut).filter_map(|(front, rest)| {
        let mut letters = rest.chars();
        let (here, next) = (letters.next()?, letters.next()?);
        (here != next).then(|| format!("{front}{next}{here}{}", letters.as_str()))
    });
    twice.chain(swapped).chain(missing)
}

/// What a word may have been if one of its first letters is wrong.
fn early_errors(typed: &str) -> Vec<String> {
    let mut words = Vec::new();
    for at in 0..3 {
        let Some((front, rest)) = typed.split_at_checked(at) else { break };
        let mut letters = rest.chars();
        let (Some(here), after) = (letters.next(), letters.as_str()) else { break };
        words.push(format!("{front}{after}"));
        if let Some(next) = after.chars().next() {
            words.push(format!("{front}{next}{here}{}", &after[next.len_utf8()..]));
        }
        for letter in 'a'..='z' {
            words.push(format!("{front}{letter}{after}"));
            words.push(format!("{front}{letter}{rest}"));
        }
    }
    words
}

/// Words whose beginning one typing error makes into the letters typed so far, by number.
pub fn near_beginning(corpus: &Corpus, typed: &str) -> Vec<(u16, f32)> {
    if typed.len() < SHORTEST + 1 || !typed.is_ascii() {
        return Vec::new();
    }
    let letters = typed.as_bytes();
    let begins = |word: &[u8]| {
        (letters.len() - 1..=letters.len() + 1).any(|n| word.get(..n).is_some_and(|w| one_typing_error(letters, w)))
    };
    let front = corpus.beginning_with(letters.get(..2).unwrap_or_default());
    let mut found: Vec<u16> =
        front.filter(|at| begins(corpus.word(*at))).filter_map(|at| u16::try_from(at).ok()).collect();
    found.sort_by(|a, b| corpus.weight(*a).total_cmp(&corpus.weight(*b)));
    found.truncate(MOST);
    found.sort_unstable();
    found.into_iter().map(|word| (word, ONE_ERROR - 0.1)).collect()
}

/// Words of the corpus that begin with most of a word's letters: `electrolysist`, `electrolysis`.
pub fn akin(corpus: &Corpus, typed: &str) -> Vec<(u16, f32)> {
    let longest = typed.len().saturating_sub(1);
    for length in (typed.len().saturating_mul(2).div_ceil(3).max(5)..=longest).rev() {
        let Some(front) = typed.as_bytes().get(..length) else { continue };
        let words = corpus.beginning_with(front);
        if !words.is_empty() {
            return words.take(MOST).filter_map(|at| Some((u16::try_from(at).ok()?, AKIN))).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_slip_leaves_out_doubles_or_swaps_a_letter() {
        for typed in ["manger", "manaager", "manaegr"] {
            assert!(is_slip(typed.as_bytes(), b"manager"), "{typed}");
            assert!(slips(typed).any(|word| word == "manager"), "{typed}");
        }
        for typed in ["manaxer", "manaxger"] {
            assert!(!is_slip(typed.as_bytes(), b"manager") && slips(typed).all(|word| word != "manager"), "{typed}");
        }
        assert!(slips("anager").all(|word| word != "manager"), "the first letter stands");
    }

    #[test]
    fn a_long_word_may_have_two_errors_and_is_less_alike_then() {
        let engine = fixture::engine();
        let nearest = |typed: &str| {
            near(&engine.corpus, typed)
                .into_iter()
                .find(|(word, _)| engine.corpus.word(usize::from(*word)) == b"beekeepers")
        };
        let (one, two) = (nearest("beekepers").unwrap().1, nearest("beekpers").unwrap().1);
        assert!(one > two, "{one} {two}");
        assert!(nearest("beekprs").is_none());
    }
}
