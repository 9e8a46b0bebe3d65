//! How the parts of a query hang together: terms and words, all of them or any of them.

use super::{Alternative, Parsed, Term};

/// More alternatives than these are not searched.
pub(super) const MOST: usize = 12;

/// A part of a query. What is not to be found is a term that leaves out: `NOT (a OR b)` is read as `-a -b`.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A filter.
    Term(Term),
    /// A word to rank by.
    Word {
        /// As typed.
        text: String,
        /// Whether it may be the beginning of a word: it ends the text.
        open: bool,
    },
    /// Every part.
    All(Vec<Self>),
    /// Any part.
    Any(Vec<Self>),
}

impl Node {
    /// Several parts as one; none where there are none.
    pub(super) fn joined(mut parts: Vec<Self>, any: bool) -> Option<Self> {
        match parts.len() {
            0 => None,
            1 => parts.pop(),
            _ if any => Some(Self::Any(parts)),
            _ => Some(Self::All(parts)),
        }
    }

    /// The ways in which it may be met, each a list of terms and words that all hold; no more than [`MOST`] and one.
    pub(super) fn ways(&self) -> Vec<Vec<&Self>> {
        match self {
            Self::Term(_) | Self::Word { .. } => vec![vec![self]],
            Self::Any(parts) => parts.iter().flat_map(Self::ways).take(MOST + 1).collect(),
            Self::All(parts) => parts.iter().fold(vec![Vec::new()], |ways, part| {
                let more = part.ways();
                let both = ways.iter().flat_map(|way| more.iter().map(move |more| [way.as_slice(), more].concat()));
                both.take(MOST + 1).collect()
            }),
        }
    }
}

impl Alternative {
    /// One way to meet a query.
    pub(super) fn of(way: &[&Node]) -> Self {
        let mut alternative = Self::default();
        for node in way {
            match node {
                Node::Term(term) => {
                    if let (super::Filter::Text { text, open, .. }, false) = (&term.filter, term.without)
                        && term.filter.is_anywhere()
                    {
                        alternative.add(text, *open);
                    }
                    alternative.terms.push(term.clone());
                }
                Node::Word { text, open } => alternative.add(text, *open),
                Node::All(_) | Node::Any(_) => {}
            }
        }
        alternative
    }

    /// Adds words; a word that is whole has a space behind it.
    fn add(&mut self, text: &str, open: bool) {
        if !self.words.is_empty() && !self.words.ends_with(' ') {
            self.words.push(' ');
        }
        self.words.push_str(text);
        if !open {
            self.words.push(' ');
        }
    }

    /// It as a query of its own.
    pub(super) fn parsed(&self) -> Parsed {
        Parsed { terms: self.terms.clone(), words: self.words.clone(), ..Parsed::default() }
    }
}
