//! A text in its sentences, and what each of them holds.

mod form;
mod heading;
mod holds;
mod lines;
mod passages;
mod sentences;
mod signs;
mod small;
mod vocabulary;

use std::collections::HashMap;
use std::ops::Range;

use heading::Section;
use signs::Signs;

pub use form::Form;
pub use holds::Holds;

/// The longest text that is read, in bytes; of a longer one the beginning.
pub const LONGEST: usize = 1024 * 1024;

/// A text and its sentences.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// As it came.
    pub letters: String,
    /// What kind of text it is.
    pub form: Form,
    /// Its sentences, headings and items, in their order; what lies between them is white space and signs of lists.
    pub sentences: Vec<Sentence>,
}

/// A sentence, a heading or an item of a list: what is told for work, or not, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the text, without the sign of a list and without white space around it.
    pub range: Range<usize>,
    /// How it stands there.
    pub shape: Shape,
    /// What it holds, as it was told.
    pub holds: Holds,
    /// Whether it counts: work does, and what the user took back in; not what the user left out.
    pub counts: bool,
    /// Whether the user has said so.
    pub by_user: bool,
}

/// How a sentence stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Heading,
    /// A sentence of a paragraph, or a line.
    Plain,
    /// An item of a list.
    Item,
}

/// Which sentences the user has taken in or left out, by their letters: so it holds while the text around them changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(HashMap<String, bool>);

impl Chosen {
    /// Takes a sentence in or leaves it out, whatever was told of it.
    pub fn choose(&mut self, sentence: &str, counts: bool) {
        self.0.insert(sentence.to_owned(), counts);
    }

    /// Goes back to what was told.
    pub fn forget(&mut self, sentence: &str) {
        self.0.remove(sentence);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Text {
    /// Cuts a text and tells what each sentence holds.
    pub fn of(letters: &str, chosen: &Chosen) -> Self {
        let end = letters.floor_char_boundary(LONGEST.min(letters.len()));
        let letters = letters.get(..end).unwrap_or_default();
        let pieces = sentences::cut(letters);
        let is_cv = form::is_cv(letters, &pieces);
        let holds = passages::tell(&mut Signs::of(letters, is_cv, &pieces), &pieces);
        let form = Form::of(letters, &pieces, &holds, is_cv);
        let sentences = pieces
            .into_iter()
            .zip(holds)
            .map(|(piece, holds)| {
                let said = letters.get(piece.range.clone()).and_then(|said| chosen.0.get(said));
                let (counts, by_user) = (said.copied().unwrap_or(holds.is_work()), said.is_some());
                Sentence { range: piece.range, shape: piece.shape, holds, counts, by_user }
            })
            .collect();
        Self { letters: letters.to_owned(), form, sentences }
    }

    /// The signs by which a CV is told, for `scripts/fit_passages.py`.
    pub fn signs_of_cv(letters: &str) -> Vec<f32> {
        form::signs_of_cv(letters, &sentences::cut(letters)).to_vec()
    }

    /// The signs by which each sentence is told, for `scripts/fit_passages.py`; of a known heading also what it
    /// holds, for which no signs are asked.
    pub fn signs(letters: &str) -> Vec<(Range<usize>, Option<Holds>, Vec<String>)> {
        let pieces = sentences::cut(letters);
        let mut signs = Signs::of(letters, form::is_cv(letters, &pieces), &pieces);
        (0..)
            .zip(&pieces)
            .map(|(place, piece)| {
                let mut told = Vec::new();
                signs.each(place, |sign| told.push(sign.to_owned()));
                let opened = signs.opened(place).filter(|section| *section != Section::Other);
                (piece.range.clone(), opened.map(Section::holds), told)
            })
            .collect()
    }

    /// The letters of a sentence.
    pub fn said(&self, sentence: &Sentence) -> &str {
        self.letters.get(sentence.range.clone()).unwrap_or_default()
    }

    /// How many words count, and how many are left out.
    pub fn words(&self) -> (usize, usize) {
        let words = |counts: bool| {
            let such = self.sentences.iter().filter(|sentence| sentence.counts == counts);
            such.map(|sentence| self.said(sentence).split_whitespace().count()).sum()
        };
        (words(true), words(false))
    }
}
