//! What people write for a title that no list of titles holds: short forms, Spanish words, newer and informal names,
//! forms for women, words that say nothing of the work, and answers that name no occupation.
//!
//! A phrase of a title is read as the words that it means, or left out where it means nothing; what is read so is
//! searched like any other title. The lists in `assets/words` are held against the snapshot by the tests below.

mod list;

use super::analyse::{Analyser, Word};
use super::spelling::slips;
use list::{Answers, Phrases};

/// The most words of a phrase.
const LONGEST: usize = 6;

/// The fewest letters of a word in which an error is assumed.
const SHORTEST_MENDED: usize = 4;

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

    /// The codes of which one comes first where words are a title of many occupations, most likely first; none where it
    /// is a title of few.
    pub fn too_general(&self, words: &[Word]) -> Option<impl Iterator<Item = &'static str>> {
        self.too_general.said_of(&joined(words)).map(str::split_ascii_whitespace)
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

    /// Whether something is said of a word.
    pub fn has(&self, word: &str) -> bool {
        self.phrases.has(word)
    }

    /// The phrase of one word that a misspelt one was to be, by a slip of the fingers.
    pub fn mended(&self, typed: &str) -> Option<String> {
        if typed.len() < SHORTEST_MENDED || !typed.is_ascii() {
            return None;
        }
        slips(typed).find(|word| word.len() >= SHORTEST_MENDED - 1 && self.has(word))
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
            let found = phrases_at(words, at).find_map(|(said, length)| {
                let beside = |word: &str| {
                    words
                        .iter()
                        .enumerate()
                        .any(|(place, other)| !(at..at + length).contains(&place) && other.folded == word)
                };
                // What may go on is read where it would go on to what it means, as in `sales rep`.
                let goes_on = |meant: &&str| at > 0 && meant.starts_with(&said);
                let meant = self.phrases.meaning(&said, beside).filter(|meant| !is_open || goes_on(meant))?;
                Some((meant, length))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        Analyser::new().words(text)
    }

    fn read(text: &str) -> Option<String> {
        Lexicon::open().read(&words(text), false, &mut Analyser::new()).map(|words| joined(&words))
    }

    #[test]
    fn a_short_form_means_what_the_rest_of_the_title_says() {
        assert_eq!(read("Acct Clerk").as_deref(), Some("accounting clerk"));
        assert_eq!(read("acct exec").as_deref(), Some("account executive"));
        assert_eq!(read("sr acct").as_deref(), Some("accountant"));
        assert_eq!(read("PT Assistant").as_deref(), Some("physical therapy assistant"));
        assert_eq!(read("Registered Nurse"), None);
        let open = Lexicon::open().read(&words("acct cl"), true, &mut Analyser::new()).map(|words| joined(&words));
        assert!(open.is_some_and(|read| read.ends_with(" cl")), "the last word may go on");
    }

    #[test]
    fn what_says_nothing_of_the_work_is_left_out_unless_nothing_would_be_left() {
        assert_eq!(read("Cashier II - Part Time").as_deref(), Some("cashier"));
        assert_eq!(read("part time"), None);
    }

    #[test]
    fn answers_without_an_occupation_are_known() {
        let lexicon = Lexicon::open();
        let is_none = |text: &str| lexicon.is_no_occupation(text, &words(text));
        for text in
            ["n/a", "-", "Retired", "retired since 2015", "12345", "555-867-5309", "me@example.org", "Chicago, IL"]
        {
            assert!(is_none(text), "{text}");
        }
        for text in ["Retirement Planner", "Student Advisor", "911 Operator", "Chicago cab driver"] {
            assert!(!is_none(text), "{text}");
        }
        assert!(lexicon.is_name(&words("Maria Gonzalez")) && !lexicon.is_name(&words("Grant Writer")));
        assert!(lexicon.too_general(&words("Manager")).is_some());
    }

    #[test]
    fn every_phrase_means_words_that_titles_of_the_snapshot_have() {
        let engine = crate::snapshot::open().unwrap();
        for (said, meant) in Lexicon::open().phrases.all() {
            assert!(
                !said.is_empty() && said.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' '),
                "{said}"
            );
            for word in words(meant) {
                assert!(engine.stem_number(&word.stem).is_some(), "{said}: no text has {}", word.folded);
            }
        }
    }

    #[test]
    fn newer_names_find_the_role_that_they_are_listed_with() {
        let engine = crate::snapshot::open().unwrap();
        let mut missed = Vec::new();
        let lists =
            [include_str!("../../../assets/words/newer_jobs.csv"), include_str!("../../../assets/words/military.csv")];
        let mut all = 0;
        for line in lists.iter().flat_map(|list| list.lines().skip(1)) {
            let [said, _, code] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let soc = code.get(..7).unwrap();
            let found = engine.search(said, 5).hits;
            all += 1;
            if !found.iter().any(|hit| engine.catalog().role(hit.role).unwrap().code.soc().to_string() == soc) {
                missed.push(line);
            }
        }
        assert!(missed.len() * 50 <= all, "{} of {all}: {missed:#?}", missed.len());
    }
}
