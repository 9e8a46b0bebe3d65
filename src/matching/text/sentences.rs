//! A text cut into sentences, headings and items of lists.

mod ends;

use std::ops::Range;

use super::lines::{paragraphs, trimmed};
use super::{Shape, heading};

/// What is told for work, or not, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub range: Range<usize>,
    pub shape: Shape,
    /// The place of its paragraph among those of the text.
    pub paragraph: usize,
    /// Whether a semicolon alone parts it from the one before.
    pub goes_on: bool,
    /// Whether it is a heading with more behind it in its paragraph, for which alone it stands.
    pub is_label: bool,
}

/// Cuts a text: paragraphs first, these into sentences.
pub fn cut(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (place, paragraph) in paragraphs(text).into_iter().enumerate() {
        if paragraph.shape == Shape::Heading {
            pieces.push(Piece {
                range: paragraph.range,
                shape: Shape::Heading,
                paragraph: place,
                goes_on: false,
                is_label: false,
            });
            continue;
        }
        let said = text.get(paragraph.range.clone()).unwrap_or_default();
        let start = paragraph.range.start;
        let mut is_open = false;
        for part in ends::parts(said) {
            let range = trimmed(text, start + part.range.start..start + part.range.end);
            let letters = text.get(range.clone()).unwrap_or_default();
            if !letters.contains(char::is_alphanumeric) {
                continue;
            }
            // The one part of a paragraph is no label: its line was looked at.
            let is_label = range.end < paragraph.range.end
                && (letters.ends_with(':') || letters.starts_with(|first: char| first.is_uppercase()))
                && (heading::known(letters).is_some() || (letters.ends_with(':') && heading::label(letters).is_some()));
            let shape = match (is_label, part.is_item) {
                (true, _) => Shape::Heading,
                (false, true) => Shape::Item,
                (false, false) => paragraph.shape,
            };
            let goes_on = is_open;
            is_open = letters.ends_with(';');
            pieces.push(Piece { range, shape, paragraph: place, goes_on, is_label });
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
