//! A text in its paragraphs: its lines, without the signs of lists, and those that a line break cut in two put together.

use std::ops::Range;

use super::{Shape, heading};

/// A heading, an item of a list, or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes, without the sign of a list.
    pub range: Range<usize>,
    pub shape: Shape,
}

struct Line {
    range: Range<usize>,
    shape: Shape,
    /// How long it is with its indentation and sign.
    length: usize,
    /// Whether nothing stands between it and the line before.
    follows: bool,
}

/// The words after which no sentence ends.
const LEADING_ON: [&str; 17] =
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&", "your"];
/// Beyond this a line was not broken by a text's width.
const WIDEST: usize = 140;

/// The paragraphs of a text.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let said = |line: &Line| text.get(line.range.clone()).unwrap_or_default();
    let goes_on = |line: &Line| line.shape == Shape::Plain && line.follows && starts_small(said(line));
    let is_wrapped = lines.iter().filter(|line| goes_on(line)).count() > 1
        && lines.iter().filter(|line| line.length > WIDEST).count() * 10 <= lines.len();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut block = Block::default();
    for (at, line) in lines.iter().enumerate() {
        if !line.follows || at == 0 {
            block = Block::of(text, lines.get(at..).unwrap_or_default());
        }
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let joined = before.is_some_and(|before| {
            line.follows
                && line.shape == Shape::Plain
                && before.shape != Shape::Heading
                && block.joins(said(before), before.length, said(line), is_wrapped)
        });
        match paragraphs.last_mut() {
            Some(last) if joined => last.range.end = line.range.end,
            _ => paragraphs.push(Paragraph { range: line.range.clone(), shape: line.shape }),
        }
    }
    paragraphs
}

fn starts_small(said: &str) -> bool {
    said.starts_with(|first: char| first.is_lowercase())
}

/// Lines with nothing between them.
#[derive(Default)]
struct Block {
    /// How long the longest is.
    width: usize,
    /// Whether they begin with small letters as a habit, so that these tell of no sentence that goes on.
    all_small: bool,
}

impl Block {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut block = Self { width: 0, all_small: true };
        for line in lines.iter().take(1).chain(lines.iter().skip(1).take_while(|line| line.follows)) {
            block.width = block.width.max(line.length);
            block.all_small &= starts_small(text.get(line.range.clone()).unwrap_or_default());
        }
        block
    }

    /// Whether a line goes on with the sentence of the line before.
    fn joins(&self, before: &str, length: usize, line: &str, is_wrapped: bool) -> bool {
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        if before.ends_with(['.', '!', '?', ':', ';']) {
            return false;
        }
        let first = line.split_whitespace().next().map_or(0, str::len);
        let is_full = length + 1 + first > self.width && self.width <= WIDEST;
        if starts_small(line) {
            let is_long = length >= 30 && length * 10 >= self.width * 6;
            return is_full || (is_long && !self.all_small) || LEADING_ON.contains(&last) || last.ends_with(',');
        }
        (is_full && is_wrapped && length >= 40) || (length >= 20 && LEADING_ON.contains(&last))
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    let mut is_blank = true;
    for raw in text.split_inclusive(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        for range in without_tags(raw) {
            let range = trimmed(text, at + range.start..at + range.end);
            let said = text.get(range.clone()).unwrap_or_default();
            if !said.contains(char::is_alphanumeric) {
                // The feed of a carriage return and line feed is no empty line.
                is_blank |= raw != "\n" || !text.get(..at).unwrap_or_default().ends_with('\r');
                continue;
            }
            let sign = sign(said);
            let shape = if sign > 0 { Shape::Item } else { Shape::Plain };
            let content = trimmed(text, range.start + sign..range.end);
            let length = raw.trim_end().chars().count();
            lines.push(Line { range: content, shape, length, follows: !is_blank });
            is_blank = false;
        }
        at += raw.len();
    }
    let said = |line: &Line| text.get(line.range.clone()).unwrap_or_default();
    let shouting = heading::shouts(lines.iter().map(said));
    for line in &mut lines {
        if heading::is_heading(text.get(line.range.clone()).unwrap_or_default(), line.shape == Shape::Item, shouting) {
            line.shape = Shape::Heading;
            line.range = bare(text, line.range.clone());
        }
    }
    lines
}

/// Tags of HTML that end a line.
const BLOCKS: [&str; 14] = ["br", "p", "li", "ul", "ol", "div", "tr", "td", "h1", "h2", "h3", "h4", "h5", "table"];

/// The parts of a line between such tags.
fn without_tags(line: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices('<') {
        let tag = line.get(at + 1..).unwrap_or_default().trim_start_matches('/');
        let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).take(6).count();
        let is_block =
            tag.get(..length).is_some_and(|name| BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)));
        // The end of a tag stands near.
        let end = tag.bytes().take(200).position(|byte| byte == b'>').filter(|_| is_block);
        if let Some(end) = end.filter(|_| at >= start) {
            parts.push(start..at);
            start = line.len() - tag.len() + end + 1;
        }
    }
    parts.push(start..line.len());
    parts
}

/// A range without white space and its leavings of HTML at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let all = text.get(range.clone()).unwrap_or_default();
    let mut said = all;
    loop {
        let less = said.trim_matches(|letter: char| letter.is_whitespace() || is_unseen(letter));
        let less = less.strip_prefix("&nbsp;").or_else(|| less.strip_suffix("&nbsp;")).unwrap_or(less);
        if less.len() == said.len() {
            break;
        }
        said = less;
    }
    let start = range.start + (said.as_ptr().addr() - all.as_ptr().addr());
    start..start + said.len()
}

const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' | '\0'..='\u{1f}')
}

/// A heading without the marks around it.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let all = text.get(range.clone()).unwrap_or_default();
    let said = all.trim_matches(['#', '*', '_', '=', ' ', '\t']);
    if said.is_empty() {
        return range;
    }
    let start = range.start + (said.as_ptr().addr() - all.as_ptr().addr());
    start..start + said.len()
}

/// How many bytes of a line are the sign of an item: a bullet, a number, a letter in brackets; 0 where it has none.
pub fn sign(line: &str) -> usize {
    if let Some(rest) = line.strip_prefix("&bull;").or_else(|| line.strip_prefix("&middot;")) {
        return line.len() - rest.len();
    }
    let mut letters = line.chars();
    let Some(first) = letters.next() else { return 0 };
    let second = letters.clone().next();
    let bullet = match first {
        'o' => second.is_some_and(char::is_whitespace) && letters.clone().any(|letter| !letter.is_whitespace()),
        '-' | '*' | '+' | '>' | '~' => second.is_some_and(|second| second.is_whitespace() || second.is_alphabetic()),
        _ if first.is_alphanumeric() || "\"'“‘”’([{<$£€#@&/\\.,:;_|=%!?¿¡`".contains(first) => false,
        '–' | '—' | '−' => true,
        _ => !first.is_ascii(),
    };
    if bullet {
        return first.len_utf8();
    }
    number(line)
}

/// How many bytes of a line are its number: `1.`, `12)`, `(a)`, `b.`, `iv)`.
pub fn number(line: &str) -> usize {
    let inside = line.strip_prefix('(').unwrap_or(line);
    let bracket = line.len() - inside.len();
    let digits = inside.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let roman = || inside.bytes().take(5).take_while(|byte| matches!(byte, b'i' | b'v' | b'x')).count();
    let letter = || usize::from(inside.starts_with(|first: char| first.is_ascii_alphabetic()));
    let length = [digits, roman(), letter()]
        .into_iter()
        .find(|length| *length > 0 && inside.as_bytes().get(*length).is_some_and(|byte| matches!(byte, b')' | b'.')));
    let Some(length) = length else { return 0 };
    let close = inside.as_bytes().get(length).copied();
    if bracket > 0 && close != Some(b')') {
        return 0;
    }
    let rest = inside.get(length + 1..).unwrap_or_default();
    let is_initial = digits == 0 && close == Some(b'.') && inside.starts_with(|first: char| first.is_uppercase());
    let goes_on = match rest.chars().next() {
        None => false,
        Some(next) if next.is_whitespace() => true,
        // "1.Prepares", but no "1.5" and no "i.e.".
        Some(next) => next.is_uppercase() && (digits > 0 || close == Some(b')')),
    };
    if goes_on && !is_initial { bracket + length + 1 } else { 0 }
}
