//! Where sentences end in a paragraph.

use std::ops::Range;

use super::super::Holds;
use super::super::heading::{self, Section};
use super::super::lines::number;
use super::super::small::Small;
use super::super::vocabulary::{doing, is_verb_of_doing};

/// A part of a paragraph.
pub struct Part {
    pub range: Range<usize>,
    /// Whether a sign of a list stands before it.
    pub is_item: bool,
}

/// Bullets wherever they stand.
const BULLETS: [char; 22] = [
    '•', '●', '▪', '■', '◦', '‣', '・', '➢', '➤', '✔', '✓', '►', '▶', '❖', '◆', '□', '○', '⦁', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '¤',
];
/// Short forms whose full stop ends no sentence.
const SHORT: &str = "abt adm approx apt asst assoc attn ave bldg blvd capt cert co col corp cpl ctr dept dir dist div dr e.g eg est \
    ex exp ext fig ft gen gov hon i.e ie inc incl jr lt ltd max mfg mgmt mgr min mr mrs ms mt no nos ph pkwy prof \
    pt rd ref rep rev sec sgt sr st ste univ vs";
/// Words with which sentences begin, and names hardly ever.
const STARTERS: &str = "a able ability about all also an and any applicants apply are as at based basic benefits bachelor by candidate \
    candidates competitive contact demonstrated did do duties education ensure excellent experience familiarity \
    find for full great have high how i if in is it join knowledge looking maintain make manage minimum must my no \
    on other our performs please position prepare previous provide qualifications required requirements \
    responsible responsibilities salary send should skills some strong successful the they this to train we what \
    will work you your";
/// What a sentence has at most, in bytes: a longer one is cut where a word ends.
const LONGEST: usize = 1200;
/// From so many bytes on, a line without an end of a sentence may hold several.
const LONG: usize = 200;

/// The parts of a paragraph: its sentences, its items, its cells.
pub fn parts(said: &str) -> Vec<Part> {
    let dashes = dashes(said);
    let mut cutter = Cutter { said, parts: Vec::new(), start: 0, is_item: false };
    let mut word = 0;
    let mut counted = 0;
    let mut before = '\n';
    let mut skip = 0;
    for (at, letter) in said.char_indices() {
        if at < skip {
            before = letter;
            continue;
        }
        let next = at + letter.len_utf8();
        let rest = said.get(next..).unwrap_or_default();
        if matches!(before, ':' | '.' | ')') && letter.is_ascii_digit() && follows(rest_from(said, at), counted) {
            let sign = number(rest_from(said, at));
            if sign > 0 {
                counted += 1;
                cutter.end(at, at + sign, true);
                skip = at + sign;
                word = skip;
            }
        }
        if before.is_whitespace() && !letter.is_whitespace() {
            if is_gap(said, word, at) && !letter.is_lowercase() && at - cutter.start >= 12 {
                cutter.end(at, at, false);
            }
            word = at;
            if letter.is_uppercase()
                && is_bare_label(said.get(cutter.start..at).unwrap_or_default(), rest_from(said, at))
            {
                cutter.end(at, at, false);
            }
            let sign = number(rest_from(said, at));
            if sign > 0 && follows(rest_from(said, at), counted) {
                counted += 1;
                if at > 0 {
                    cutter.end(at, at + sign, true);
                    skip = at + sign;
                }
            } else if let Some(sign) = dashes.filter(|sign| *sign == letter && rest.starts_with(char::is_whitespace)) {
                cutter.end(at, at + sign.len_utf8(), true);
            }
        }
        if BULLETS.contains(&letter)
            || (letter == '·' && (before.is_whitespace() || rest.starts_with(char::is_whitespace)))
        {
            cutter.end(at, next, true);
        } else if letter == 'â' && rest.starts_with("€¢") {
            // A bullet in the letters of Windows-1252.
            skip = next + "€¢".len();
            cutter.end(at, skip, true);
        } else if letter == '-' && matches!(before, '.' | ';' | ':' | '!') && rest.starts_with(char::is_uppercase) {
            cutter.end(at, next, true);
        } else if letter == '\t' || (letter == '|' && (before.is_whitespace() || rest.starts_with(char::is_whitespace)))
        {
            cutter.end(at, next, false);
        } else if matches!(letter, '.' | '!' | '?' | '…') {
            let closed = next + rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', ')', ']', '*', '_']).len();
            if is_end(said, word, at, closed) {
                cutter.end(closed, closed, false);
                skip = closed;
            }
        } else if letter == ';' {
            // Within brackets it parts no sentences.
            let is_inside = said.get(cutter.start..at).is_some_and(|part| {
                let near = part.get(part.ceil_char_boundary(part.len().saturating_sub(300))..).unwrap_or_default();
                near.rfind('(') > near.rfind(')')
            });
            if !is_inside && rest.starts_with(char::is_whitespace) && at - cutter.start >= 15 && rest.len() >= 15 {
                cutter.end(next, next, cutter.is_item);
            }
        } else if letter == ':' {
            let label = said.get(cutter.start..at).unwrap_or_default();
            if label.len() < 80 && !rest.starts_with('/') && heading::label(label).is_some() {
                cutter.end(next, next, false);
            }
        } else if is_joint(said, word, at, before) {
            cutter.end(at, at, false);
            word = at;
        } else if letter.is_whitespace() && at - cutter.start > LONGEST {
            cutter.end(at, at, cutter.is_item);
        }
        before = letter;
    }
    cutter.end(said.len(), said.len(), false);
    cutter.parts
}

struct Cutter<'t> {
    said: &'t str,
    parts: Vec<Part>,
    start: usize,
    is_item: bool,
}

impl Cutter<'_> {
    /// Ends the part here, and begins the next one there.
    fn end(&mut self, here: usize, there: usize, is_item: bool) {
        if self.said.get(self.start..here).is_some_and(|part| part.contains(char::is_alphanumeric)) {
            self.parts.push(Part { range: self.start..here, is_item: self.is_item });
            self.start = there;
            self.is_item = is_item;
        } else {
            self.start = there;
            self.is_item |= is_item;
        }
    }
}

/// Whether words are a heading that lost its colon, and a sentence begins behind them: "Responsibilities Prepares meals".
fn is_bare_label(label: &str, rest: &str) -> bool {
    let next = Small::of(first_word(rest));
    let begins = match next.as_str() {
        "the" | "we" | "you" | "our" | "must" => true,
        word => {
            word.len() > 3
                && (has(STARTERS, word) || doing(word).is_some() || doing(word.trim_end_matches('s')).is_some())
        }
    };
    let is_heading = begins && (6..40).contains(&label.len()) && label.starts_with(char::is_uppercase);
    is_heading
        && matches!(
            heading::known(label),
            Some(Section::Summary | Section::Requirements | Section::Of(Holds::Duty | Holds::Offer))
        )
}

/// Whether there is a gap before a place, of several spaces on one line: where a list lost its signs.
fn is_gap(said: &str, word: usize, at: usize) -> bool {
    let before = token(said, word, at);
    let gap = before.get(before.trim_end().len()..).unwrap_or_default();
    gap.chars().count() > 1 && !gap.contains(['\n', '\r']) && !before.trim_end().is_empty()
}

/// Whether years of experience begin here: "5+ years", "3-5 years".
fn counts_years(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || "+-– ".contains(letter));
    rest.starts_with("year") || rest.starts_with("yrs")
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// The letters with which a text begins, as many as a word has.
fn first_word(rest: &str) -> &str {
    let rest = rest.get(..rest.floor_char_boundary(40)).unwrap_or_default();
    rest.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default()
}

fn rest_from(said: &str, at: usize) -> &str {
    said.get(at..).unwrap_or_default()
}

/// Whether a number goes on with those counted so far, and a new item begins behind it.
fn follows(rest: &str, counted: usize) -> bool {
    let digits = rest.trim_start_matches('(');
    let length = digits.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let value = digits.get(..length).and_then(|digits| digits.parse::<usize>().ok());
    let behind = digits.get(length + 1..).unwrap_or_default().trim_start();
    value == Some(counted + 1) && behind.starts_with(|first: char| first.is_uppercase())
}

/// The sign that parts the items of a list whose lines were run together: a dash or a star, where it often stands before a
/// capital.
fn dashes(said: &str) -> Option<char> {
    let signs = [('-', " - "), ('*', " * "), ('–', " – ")].into_iter();
    let mut often = signs.filter(|(_, pattern)| {
        let items = said.match_indices(pattern).filter(|(at, found)| {
            let rest = rest_from(said, at + found.len()).trim_start();
            rest.starts_with(|first: char| first.is_uppercase())
        });
        let count = items.count();
        count >= 3 && said.len() / count >= 20
    });
    often.next().map(|(sign, _)| sign)
}

/// What stands before a place of its word, as far as it matters.
fn token(said: &str, word: usize, at: usize) -> &str {
    said.get(said.ceil_char_boundary(word.max(at.saturating_sub(60)))..at).unwrap_or_default()
}

/// Whether a sentence ends with the sign at a place: behind it and what closes it stands the next one.
fn is_end(said: &str, word: usize, at: usize, closed: usize) -> bool {
    let rest = rest_from(said, closed);
    let Some(next) = rest.chars().next() else { return true };
    let is_stop = said.as_bytes().get(at) == Some(&b'.');
    let before = token(said, word, at).trim_start_matches(|c: char| !c.is_alphanumeric());
    if !next.is_whitespace() {
        return is_run_together(said, before, at, rest, is_stop);
    }
    let rest = rest.trim_start();
    let Some(first) = rest.chars().next() else { return true };
    if !is_stop {
        return !first.is_lowercase();
    }
    let is_starter = || starts_sentence(rest);
    let small = Small::of(before);
    if has(SHORT, small.as_str()) {
        return matches!(small.as_str(), "inc" | "co" | "corp" | "ltd" | "st" | "ave" | "rd" | "exp") && is_starter();
    }
    // Initials, "U.S.", "p.m.", "Ph.D.".
    let is_initials = before.chars().count() == 1 || before.contains('.');
    if is_initials && before.chars().all(|letter| letter.is_alphabetic() || letter == '.') {
        return is_starter();
    }
    if first.is_lowercase() {
        return before.len() >= 4 && small.as_str() != "etc" && before.bytes().all(|byte| byte.is_ascii_alphabetic());
    }
    true
}

/// Whether the sentences on both sides of a stop were run together: "duties.Maintain records".
fn is_run_together(said: &str, before: &str, at: usize, rest: &str, is_stop: bool) -> bool {
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    let starts = first.is_some_and(char::is_uppercase)
        && second.is_none_or(|second| second.is_lowercase() || (second == ' ' && matches!(first, Some('A' | 'I'))));
    if !starts || before.contains(['@', '/']) || before.starts_with("www") {
        return false;
    }
    let next = first_word(rest);
    let last = said.get(..at).and_then(|said| said.chars().next_back());
    let is_word = last.is_some_and(|last| matches!(last, ')' | '%' | '"' | '”') || last.is_ascii_digit())
        || (before.chars().count() >= 3 && last.is_some_and(char::is_lowercase));
    !is_stop || (is_word && !matches!(next, "Net" | "Js" | "Com" | "Org" | "Io" | "Gov"))
}

/// Whether a capital, or a number of years, begins a sentence that was run together with the one before without any sign: "SuiteFind out".
fn is_joint(said: &str, word: usize, at: usize, before: char) -> bool {
    if !(before.is_lowercase() || matches!(before, ')' | ':' | ',' | ';' | '!')) {
        return false;
    }
    let rest = rest_from(said, at);
    if rest.starts_with(|letter: char| letter.is_ascii_digit()) {
        return (before == ')' || before.is_lowercase()) && counts_years(rest);
    }
    if !rest.starts_with(char::is_uppercase) {
        return false;
    }
    let token = token(said, word, at);
    if token.contains(['@', '/', '_', '\\']) {
        return false;
    }
    // A known heading, as far as its colon.
    let label = rest.bytes().take(60).position(|byte| byte == b':').and_then(|colon| rest.get(..colon));
    if label.is_some_and(|label| heading::known(label).is_some()) {
        return true;
    }
    if said.len() < LONG || !before.is_lowercase() || token.chars().count() < 2 {
        return false;
    }
    // "PowerPoint", "LinkedIn", "McDonald": names begin with a capital, and no sentence with what follows there.
    let next = first_word(rest);
    let small = Small::of(next);
    let is_verb = (token.starts_with(|first: char| first.is_lowercase()) || next.len() > 5)
        && next.len() > 2
        && is_verb_of_doing(small.as_str())
        && rest.get(next.len() + 1..).is_some_and(|rest| rest.starts_with(|letter: char| !letter.is_uppercase()));
    (is_verb || starts_sentence(rest))
        && rest.get(next.len()..).is_some_and(|rest| rest.starts_with([' ', ':', ',']))
        && (token.starts_with(|first: char| first.is_lowercase()) || next.len() > 2 || next == "We")
        && !matches!(next, "Work" | "In" | "On" | "Up" | "Train" | "Make" | "Design" | "Drive")
}

/// Whether the first word is one that sentences begin with.
fn starts_sentence(rest: &str) -> bool {
    let first = first_word(rest);
    rest.starts_with(|first: char| first.is_uppercase()) && has(STARTERS, Small::of(first).as_str())
}
