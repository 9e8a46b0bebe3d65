//! The words of a text with what stands between them, and how titles use each.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::search::{Engine, InTitles};

use super::lists::{NOT_HEADS, SHORTENED};

/// What stands before a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    #[default]
    Space,
    Slash,
    Comma,
    /// A dash between spaces, a bar, a dot in the middle of a line, a wide gap.
    Mark,
    Open,
    Close,
    Colon,
    /// The end of a sentence.
    Stop,
    /// The end of a line, or of what was a line before the text lost its line breaks.
    Line,
}

/// A word of a text.
#[derive(Clone, Debug)]
pub struct Word {
    pub range: Range<usize>,
    /// In small letters.
    pub small: String,
    pub gap: Gap,
    /// Whether the sign of a list opens its line.
    pub in_list: bool,
}

/// From how many thousandths of a word's titles on, that it ends, a word says what somebody is.
const SAYS_WHAT: u32 = 180;
/// Words that say what somebody is although titles seldom end with them.
const HEADS: [&str; 7] = ["lead", "leads", "head", "hands", "help", "aid", "aids"];
/// Signs with which items of lists begin.
const SIGNS: [char; 14] = ['-', '*', '•', '·', '▪', '◦', '‣', '–', '●', '○', '■', '➢', '✓', '>'];

/// A text in words.
pub struct Words<'e> {
    engine: &'e Engine,
    pub letters: &'e str,
    pub all: Vec<Word>,
    known: RefCell<HashMap<String, InTitles>>,
}

impl<'e> Words<'e> {
    /// The words of a text.
    pub fn of(engine: &'e Engine, letters: &'e str) -> Self {
        let mut read = Self { engine, letters, all: Vec::new(), known: RefCell::default() };
        let mut at = 0;
        for line in letters.split_inclusive('\n') {
            read.line(at, line);
            at += line.len();
        }
        read
    }

    fn line(&mut self, at: usize, line: &str) {
        let body = line.trim_start();
        let unmarked = body.trim_start_matches(|c: char| SIGNS.contains(&c));
        let in_list = unmarked.len() < body.len() && unmarked.starts_with(char::is_whitespace)
            || body.starts_with(|c: char| c.is_ascii_digit()) && body.chars().take(4).any(|c| matches!(c, '.' | ')'));
        let mut end = 0;
        let mut gap = Gap::Line;
        while let Some((start, word_end)) = next_word(line, end) {
            let between = line.get(end..start).unwrap_or_default();
            gap = match gap_of(between) {
                _ if gap == Gap::Line => gap,
                Gap::Stop if self.is_shortened(between) => Gap::Space,
                other => other,
            };
            for (start, word_end) in self.unglued(line, start, word_end) {
                let range = at + start..at + word_end;
                let small = line.get(start..word_end).unwrap_or_default().to_lowercase();
                self.all.push(Word { range, small, gap, in_list });
                gap = Gap::Line;
            }
            gap = Gap::Space;
            end = word_end;
        }
    }

    /// Whether a stop behind the last word is the sign of a short form: `Sr. Coordinator`, `U.S. Attorney`.
    fn is_shortened(&self, between: &str) -> bool {
        let Some(last) = self.all.last().filter(|_| between == ". ") else { return false };
        let is_initials = last.small.len() < 2 || last.small.contains('.');
        is_initials || SHORTENED.contains(&last.small.as_str())
    }

    /// A word in its parts, where a line break was lost: `ExperiencePorter`.
    fn unglued(&self, line: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
        let word = line.get(start..end).unwrap_or_default();
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        let mut parts = vec![(start, end)];
        for three in letters.windows(3) {
            let &[(_, a), (at, b), (_, c)] = three else { continue };
            let glued = at >= 3 && a.is_lowercase() && b.is_uppercase()
                || at >= 2 && a.is_uppercase() && b.is_uppercase() && c.is_lowercase()
                || at >= 4 && a.is_ascii_digit() && b.is_uppercase();
            if glued && word.len() >= at + 3 {
                parts = vec![(start, start + at), (start + at, end)];
                break;
            }
        }
        if parts.len() == 2 && !word.contains('-') && self.use_of(&word.to_lowercase()).titles > 0 {
            vec![(start, end)]
        } else {
            parts
        }
    }

    /// How titles use a word in small letters.
    pub fn use_of(&self, small: &str) -> InTitles {
        if let Some(known) = self.known.borrow().get(small) {
            return *known;
        }
        let known = self.engine.in_titles(small);
        self.known.borrow_mut().insert(small.to_owned(), known);
        known
    }

    /// Whether a word says what somebody is.
    pub fn is_head(&self, at: usize) -> bool {
        let Some(word) = self.all.get(at) else { return false };
        let small = word.small.rsplit(['-', '.']).next().unwrap_or(&word.small);
        if HEADS.contains(&small) {
            return !matches!(
                self.small(at.saturating_sub(1)),
                "financial" | "first" | "hearing" | "legal" | "can" | "to"
            );
        }
        small.len() > 1
            && !NOT_HEADS.contains(&small)
            && (small.len() > 3 || self.said(at..at + 1).chars().all(|c| !c.is_lowercase()) || SHORT.contains(&small))
            && self.use_of(small).says_what >= SAYS_WHAT
            && (self.use_of(small).titles > 2 || small.len() > 7 || self.is_capital(at))
    }

    pub fn small(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| &word.small)
    }

    pub fn gap(&self, at: usize) -> Gap {
        self.all.get(at).map_or(Gap::Line, |word| word.gap)
    }

    /// Whether a word begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.said(at..at + 1).starts_with(char::is_uppercase)
    }

    /// The bytes of words.
    pub fn range(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.all.get(words.start).map_or(0, |word| word.range.start);
        let end = words.end.checked_sub(1).and_then(|last| self.all.get(last)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }

    /// The words of bytes.
    pub fn at(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let start = self.all.partition_point(|word| word.range.start < range.start);
        let end = self.all.partition_point(|word| word.range.start < range.end);
        (start < end).then_some(start..end)
    }

    /// The letters of words.
    pub fn said(&self, words: Range<usize>) -> &'e str {
        self.letters.get(self.range(&words)).unwrap_or_default()
    }

    /// The words of the line that a word stands in, to its end.
    pub fn line_end(&self, at: usize) -> usize {
        (at + 1..self.all.len()).find(|at| self.gap(*at) == Gap::Line).unwrap_or(self.all.len())
    }
}

/// Short words that say what somebody is, in small letters too.
const SHORT: [&str; 7] = ["rep", "reps", "gm", "rn", "rns", "lpn", "cna"];

fn is_inner(before: char, inner: char, after: Option<char>) -> bool {
    let Some(after) = after else { return matches!(inner, '+' | '#') };
    match inner {
        '\'' | '’' | '&' | '-' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' => before.is_uppercase() && after.is_uppercase() || before.is_ascii_digit() && after.is_ascii_digit(),
        ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '+' | '#' => true,
        _ => false,
    }
}

/// Where the next word starts and ends.
fn next_word(line: &str, from: usize) -> Option<(usize, usize)> {
    let rest = line.get(from..)?;
    let start = from + rest.find(char::is_alphanumeric)?;
    let mut before = ' ';
    let mut letters = line.get(start..)?.char_indices().peekable();
    let mut end = start;
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, after)| *after);
        if !letter.is_alphanumeric() && !is_inner(before, letter, after) {
            break;
        }
        before = letter;
        end = start + at + letter.len_utf8();
    }
    Some((start, end))
}

fn gap_of(between: &str) -> Gap {
    let mut gap = Gap::Space;
    for letter in between.chars() {
        gap = gap.max(match letter {
            '/' | '\\' => Gap::Slash,
            ',' => Gap::Comma,
            '–' | '—' | '|' | '•' | '·' | '\t' | '●' | '@' | '*' | '~' | '-' => Gap::Mark,
            '(' | '[' => Gap::Open,
            ')' | ']' => Gap::Close,
            ':' => Gap::Colon,
            '.' | '!' | '?' | ';' | '"' | '“' | '”' => Gap::Stop,
            _ => Gap::Space,
        });
    }
    // `(Full time) - Days`: what opens a bracket tells more than what closes one.
    if between.contains(['(', '[']) {
        return Gap::Open;
    }
    if gap == Gap::Space && between.len() > 2 && between.trim().is_empty() { Gap::Mark } else { gap }
}
