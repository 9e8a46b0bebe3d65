//! A text cut into sentences, headings and items of lists.

use std::ops::Range;

use super::{Holds, Sentence, Shape, heading};

/// Signs with which items of lists begin.
const SIGNS: [char; 12] = ['-', '*', '•', '·', '▪', '◦', '‣', '–', '—', '●', '○', '■'];

/// Cuts a text: lines first, paragraphs into sentences.
pub fn cut(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = trimmed(text, at..at + line.len());
        at += line.len();
        let said = text.get(range.clone()).unwrap_or_default();
        if said.is_empty() {
            continue;
        }
        if heading::is_heading(said) {
            sentences.push(sentence(range, Shape::Heading));
            continue;
        }
        let unmarked = said.trim_start_matches(|c: char| SIGNS.contains(&c) || c.is_whitespace());
        let shape = if unmarked.len() < said.len() { Shape::Item } else { Shape::Plain };
        let start = range.end - unmarked.len();
        sentences.extend(ends(text, start..range.end).into_iter().map(|range| sentence(range, shape)));
    }
    sentences
}

const fn sentence(range: Range<usize>, shape: Shape) -> Sentence {
    Sentence { range, shape, holds: Holds::Duty, counts: true, by_user: false }
}

/// A range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let said = text.get(range.clone()).unwrap_or_default();
    let start = range.start + said.len() - said.trim_start().len();
    start..start + said.trim().len()
}

/// The sentences of a paragraph.
fn ends(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let said = text.get(paragraph.clone()).unwrap_or_default();
    let mut cut = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = said.char_indices().collect();
    for (place, (at, letter)) in letters.iter().enumerate() {
        let next = letters.get(place + 1).map(|(_, next)| *next);
        let after = letters.get(place + 2).map(|(_, after)| *after);
        let ends = matches!(letter, '.' | '!' | '?' | ';')
            && next.is_some_and(char::is_whitespace)
            && after.is_none_or(|after| after.is_uppercase() || after.is_numeric() || *letter == ';')
            && at - start > 12;
        if ends {
            cut.push(start..at + letter.len_utf8());
            start = at + letter.len_utf8();
        }
    }
    cut.push(start..said.len());
    cut.into_iter()
        .map(|range| trimmed(text, paragraph.start + range.start..paragraph.start + range.end))
        .filter(|range| !range.is_empty())
        .collect()
}
