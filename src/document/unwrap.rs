//! Lines that were broken to fit a page are joined again; lines that their writer broke are not.

use super::hyphen::Words;
use super::letters::is_hidden;
use super::marks;
use super::paper::{LONGEST, Paper, Part};

/// The widths at which texts are wrapped: below are addresses and lists, above whole paragraphs.
const WRAPPED_AT: std::ops::RangeInclusive<usize> = 30..=140;

/// A line of a page or of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub text: String,
    /// How far it is moved in, in letters.
    pub indent: usize,
    /// What it is, where its format says so.
    pub part: Option<Part>,
    /// Whether something parts it from the line before.
    pub is_apart: bool,
    /// Whether the next line's first word would not have fitted into it.
    pub is_full: bool,
}

/// Writes a text without marks of its own.
pub fn prose(text: &str, paper: &mut Paper) {
    // Of the blanks and marks that go, no text has more than of letters.
    let end = text.floor_char_boundary(LONGEST * 2);
    write(&lines(text.get(..end).unwrap_or(text)), paper);
    if end < text.len() {
        paper.cut();
    }
}

/// Writes lines, joined where one goes on in the next.
pub fn write(lines: &[Line], paper: &mut Paper) {
    let words = Words::of(lines.iter().map(|line| line.text.as_str()));
    for block in lines.chunk_by(|_, next| !next.is_apart) {
        let wraps = block.windows(2).any(|pair| matches!(pair, [line, next] if line.is_full && is_low(&next.text)));
        let mut open: Option<(Part, String, usize)> = None;
        let mut before: Option<&Line> = None;
        for (place, line) in block.iter().enumerate() {
            let (part, text) = told(line, before, block.get(place + 1));
            match (&mut open, before) {
                (Some((of, whole, indent)), Some(before))
                    if (part == Part::Text || part == *of && line.part.is_some())
                        && goes_on(*of, before, line, *indent, wraps) =>
                {
                    words.join(whole, text);
                }
                _ => {
                    if let Some((part, text, _)) = open.replace((part, text.to_owned(), line.indent)) {
                        paper.write(part, &text);
                    }
                }
            }
            before = Some(line);
        }
        if let Some((part, text, _)) = open {
            paper.write(part, &text);
        }
        paper.end();
        if paper.is_full() {
            return;
        }
    }
}

/// What a line is, and its text without a mark.
fn told<'a>(line: &'a Line, before: Option<&Line>, next: Option<&Line>) -> (Part, &'a str) {
    let text = line.text.as_str();
    if let Some(part) = line.part {
        return (part, text);
    }
    let hashes = text.trim_start_matches('#');
    if hashes.len() < text.len() && hashes.starts_with(' ') && text.len() - hashes.len() <= 6 {
        return (Part::Heading, hashes);
    }
    if let Some(item) = marks::item(text) {
        return (Part::Item, item);
    }
    let is_beside = |line: Option<&Line>| line.is_some_and(|line| marks::is_capitals(&line.text));
    if marks::is_shouted(text) && !is_beside(before) && !is_beside(next) {
        return (Part::Heading, text);
    }
    match marks::introduction(text).filter(|_| before.is_none_or(|before| !before.is_full || !is_open(&before.text))) {
        Some(heading) => (Part::Heading, heading),
        None => (Part::Text, text),
    }
}

/// Whether a line belongs to what the line before began.
fn goes_on(of: Part, before: &Line, line: &Line, indent: usize, wraps: bool) -> bool {
    if of == Part::Heading {
        return line.part == Some(Part::Heading) && before.is_full;
    }
    let is_low = is_low(&line.text);
    if is_low && is_parted(&before.text) {
        return true;
    }
    let is_hanging = of == Part::Item && line.indent > indent;
    let stands_alone = |text: &str| marks::is_contact(text) || text.contains(" | ");
    if stands_alone(&before.text) || stands_alone(&line.text) {
        return (is_low || is_hanging) && before.is_full;
    }
    if is_hanging {
        return true;
    }
    let is_new = of == Part::Item && is_ended(&before.text);
    before.is_full && (is_low || is_open(&before.text) || wraps && !is_new && !marks::is_dated(&line.text))
}

/// Whether a line begins as no sentence does.
fn is_low(text: &str) -> bool {
    marks::item(text).is_none()
        && text
            .trim_start_matches(['(', '"', '“', '‘', '\'', '['])
            .starts_with(|letter: char| letter.is_lowercase() || letter == '&')
}

/// Whether a line ends within a word.
fn is_parted(text: &str) -> bool {
    text.strip_suffix(['-', '\u{2010}', '\u{ad}']).is_some_and(|head| head.ends_with(char::is_alphabetic))
}

/// Whether a sentence can end as the line does.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches([')', '"', '”', '’', '\'', ' ']).ends_with(['.', '!', '?', ':', ';'])
}

/// Whether no sentence, title or name ends as the line does.
fn is_open(text: &str) -> bool {
    const WORDS: [&str; 25] = [
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "our", "your",
        "their", "its", "is", "are", "be", "will", "that", "than",
    ];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    text.ends_with([',', '&', '/', '(']) || WORDS.contains(&last)
}

/// The lines of a text: where paragraphs part, how far they are moved in, and which are full.
fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut is_apart = true;
    let mut bullet = None;
    let text = text.replace("\r\n", "\n");
    for raw in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let trimmed =
            raw.trim_matches(|letter: char| letter.is_whitespace() || is_hidden(letter) && letter != '\u{ad}');
        if trimmed.is_empty() {
            is_apart = true;
            continue;
        }
        if marks::is_rule(trimmed) {
            // A rule below a short line makes it a heading, as in a letter of plain text.
            let above = lines
                .last_mut()
                .filter(|above| !is_apart && trimmed.starts_with(['=', '-', '~']) && above.text.len() <= 60);
            if let Some(above) = above.filter(|above| marks::item(&above.text).is_none()) {
                above.part = Some(Part::Heading);
            }
            is_apart = true;
            continue;
        }
        if marks::is_lone_bullet(trimmed) {
            bullet = Some(indent(raw));
            continue;
        }
        let (indent, text) = match bullet.take() {
            Some(indent) => (indent, format!("• {trimmed}")),
            None => (indent(raw), cells(trimmed)),
        };
        lines.push(Line { text, indent, is_apart, ..Line::default() });
        is_apart = false;
    }
    fill(&mut lines);
    lines
}

fn indent(raw: &str) -> usize {
    raw.chars().take_while(|letter| letter.is_whitespace()).map(|letter| if letter == '\t' { 4 } else { 1 }).sum()
}

/// A line with its columns told apart: they stand behind tabs, or many blanks.
fn cells(line: &str) -> String {
    if marks::item(line).is_some() || !line.contains('\t') && !line.contains("    ") {
        return line.to_owned();
    }
    let mut cells = line.split('\t').flat_map(|cell| cell.split("    ")).map(str::trim).filter(|cell| !cell.is_empty());
    let mut text = cells.next().unwrap_or_default().to_owned();
    for cell in cells {
        text.push_str(if marks::is_lone_bullet(&text) { " " } else { " | " });
        text.push_str(cell);
    }
    text
}

/// Tells which lines are full, by the longest line of their paragraph.
fn fill(lines: &mut [Line]) {
    let length = |line: &Line| line.indent + line.text.chars().count();
    for block in lines.chunk_by_mut(|_, next| !next.is_apart) {
        let width = block.iter().map(length).max().unwrap_or_default();
        if !WRAPPED_AT.contains(&width) {
            continue;
        }
        let first_words: Vec<usize> = block
            .iter()
            .skip(1)
            .map(|next| next.text.split(char::is_whitespace).next().unwrap_or_default().chars().count())
            .collect();
        for (line, word) in block.iter_mut().zip(first_words) {
            line.is_full = length(line) + 1 + word > width;
        }
    }
}

#[cfg(test)]
mod tests;
