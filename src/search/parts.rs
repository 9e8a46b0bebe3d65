//! The parts of a title, and which of its words says what somebody is: of `Manager of Software Developers` the first,
//! of `Lawyer's Secretary` the last.

use super::Engine;
use super::analyse::Word;
use super::query::{LEVELS, QueryWord};

/// Words of little meaning that link what a person is to what they are it of: `manager of`, `clerk for`.
pub const LINKS: [&str; 8] = ["of", "for", "to", "in", "at", "with", "by", "on"];

/// A part of a title: `Manager | of Software Developers`, `Electrical Engineer | (Project Management)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    number: u8,
    opened_by: Opening,
}

/// What a part of a title begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opening {
    /// Nothing: it is the first one.
    #[default]
    Start,
    Link,
    /// A dash, a comma, a slash or the like.
    Mark,
    Bracket,
    /// Nothing: it says whose the next word is, as `Lawyer's` of `Lawyer's Secretary`.
    Owner,
}

/// Whether the apostrophe and the `s` of an owner follow a word.
fn is_owner(text: &str, word: &Word) -> bool {
    let after = text.get(word.end..).unwrap_or_default();
    let after = after.strip_prefix(['\'', '\u{2019}']).and_then(|after| after.strip_prefix(['s', 'S']));
    after.is_some_and(|after| after.starts_with(' ') && !after.trim().is_empty())
}

/// Whether a word is the `s` of an owner.
pub fn is_owners(text: &str, word: &Word) -> bool {
    word.folded == "s" && text.get(..word.start).is_some_and(|before| before.ends_with(['\'', '\u{2019}']))
}

/// Cuts a title into parts.
#[derive(Debug, Default)]
pub struct Parts {
    part: Part,
    end: usize,
}

impl Parts {
    pub fn go_on(&mut self, text: &str, word: &Word) {
        let between = text.get(self.end..word.start).unwrap_or_default();
        let opened_by = if between.contains(['(', '[', ')', ']']) {
            Opening::Bracket
        } else if between.contains([',', ';', ':', '/', '|', '\u{2013}', '\u{2014}'])
            || between.contains(" -")
            || between.contains("- ")
        {
            Opening::Mark
        } else if LINKS.contains(&word.folded.as_str()) && (word.is_small || !text.contains(char::is_lowercase)) {
            Opening::Link
        } else {
            self.end = word.end;
            return;
        };
        self.end = word.end;
        if word.start > 0 {
            self.part = Part { number: self.part.number.saturating_add(1), opened_by };
        }
    }

    /// The part of the word last gone on to.
    pub fn of(&self, text: &str, word: &Word) -> Part {
        if is_owner(text, word) { Part { opened_by: Opening::Owner, ..self.part } } else { self.part }
    }
}

/// From how many thousandths of a word's titles on, that it ends, a word says what somebody is.
const SAYS_WHAT: u16 = 180;
/// How much more the head counts than another word of its frequency.
const HEAD: f32 = 1.35;
/// How much the words of another part than the head's count, by what opens that part.
const AFTER_LINK: f32 = 0.55;
const AFTER_MARK: f32 = 0.65;
const IN_BRACKETS: f32 = 0.6;
const OWNERS: f32 = 0.6;

/// The place of the word that says what somebody is: the last such word of the first part that has one.
pub fn head(engine: &Engine, words: &[QueryWord]) -> usize {
    let headship = |word: &QueryWord| word.likeliest(&engine.corpus).map_or(0, |s| engine.classifier.headship(s));
    let says_what = |word: &&QueryWord| {
        headship(word) >= SAYS_WHAT
            && word.part.opened_by != Opening::Owner
            && !LEVELS.contains(&word.word.folded.as_str())
    };
    if let Some(part) = words.iter().find(says_what).map(|word| word.part) {
        let last = words.iter().rposition(|word| word.part == part && says_what(&word));
        return last.unwrap_or(0);
    }
    (0..words.len()).max_by_key(|at| words.get(*at).map(headship)).unwrap_or(0)
}

/// Words beside the head's part tell less.
pub fn weigh(words: &mut [QueryWord], head: usize) {
    if let Some(word) = words.get_mut(head) {
        word.weight *= HEAD;
    }
    let Some(part) = words.get(head).map(|word| word.part) else { return };
    for word in words.iter_mut().filter(|word| word.part != part) {
        word.weight *= match word.part.opened_by {
            Opening::Start => 1.0,
            Opening::Link => AFTER_LINK,
            Opening::Mark => AFTER_MARK,
            Opening::Bracket => IN_BRACKETS,
            Opening::Owner => OWNERS,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture;
    use crate::search::query::Query;

    #[test]
    fn an_owner_is_not_what_somebody_is_and_tells_less() {
        let engine = fixture::engine();
        let read = |text: &str| {
            let words = engine.analyser.borrow_mut().words(text);
            Query::new(&engine, (text, words), false)
        };
        for text in ["Beekeeper's Inspector", "Beekeeper\u{2019}s Inspector"] {
            let query = read(text);
            let words: Vec<&str> = query.words.iter().map(|word| word.word.folded.as_str()).collect();
            assert_eq!((words, query.head), (vec!["beekeeper", "inspector"], 1), "{text}");
            let plain = read("Beekeeper Inspector");
            assert!(query.words[0].weight < plain.words[0].weight, "{text}");
        }
    }
}
