//! From a text to its terms. Total: whatever is typed gives a [`Parsed`].

use super::field::{self, Field};
use super::scan::{COMPARISONS, Piece, pieces};
use super::value::{self, Fault};
use super::{Filter, Parsed, Place, Problem, Term};
use crate::catalog::{Catalog, codes};

/// What a piece turned out to be.
enum Read {
    /// Words to rank by.
    Words,
    Term(Filter),
    /// Not usable; the piece may stay among the words.
    Problem {
        fault: Fault,
        stays: bool,
    },
}

/// Reads a query.
#[must_use]
pub fn parse(text: &str, catalog: &Catalog<'_>) -> Parsed {
    let mut parsed = Parsed { is_plain: true, ..Parsed::default() };
    // No part of a code, or of the address of its page, is a field.
    if text.contains("://") || codes::read(text, catalog).is_some() {
        return Parsed { words: text.to_owned(), ..parsed };
    }
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    for piece in pieces(text) {
        words.push_str(text.get(at..piece.span.start).unwrap_or_default());
        at = piece.span.end;
        let ends_text = at == text.len();
        match read(text, &piece, catalog) {
            Read::Words => words.push_str(text.get(piece.span.clone()).unwrap_or_default()),
            Read::Term(filter) => {
                parsed.is_plain = false;
                let filter = still_typed(filter, ends_text && !piece.without && !(piece.quoted && piece.closed), text);
                if let (Filter::Text { place: Place::Anywhere, text, .. }, false) = (&filter, piece.without) {
                    words.push(' ');
                    words.push_str(text);
                }
                // Behind a term a word is whole; behind a phrase that is not closed its last word may go on.
                if !is_open(&filter) || !matches!(filter, Filter::Text { place: Place::Anywhere, .. }) {
                    words.push(' ');
                }
                parsed.terms.push(Term { span: piece.span, without: piece.without, filter });
            }
            Read::Problem { fault, stays } => {
                let unfinished = fault.is_short && ends_text;
                if stays {
                    words.push_str(text.get(piece.span.clone()).unwrap_or_default());
                } else {
                    parsed.is_plain = false;
                    words.push(' ');
                }
                let minus = if piece.without { "-" } else { "" };
                let instead = fault.instead.map(|instead| format!("{minus}{instead}"));
                parsed.problems.push(Problem { span: piece.span, message: fault.message, instead, unfinished });
            }
        }
    }
    words.push_str(text.get(at..).unwrap_or_default());
    parsed.words = if parsed.is_plain { text.to_owned() } else { words.trim_start().to_owned() };
    parsed
}

const fn is_open(filter: &Filter) -> bool {
    matches!(filter, Filter::Text { open: true, .. })
}

/// Marks a text whose last word may go on.
fn still_typed(filter: Filter, may_go_on: bool, whole: &str) -> Filter {
    match filter {
        Filter::Text { place, text, phrase, .. } => {
            let open = may_go_on && whole.chars().next_back().is_some_and(char::is_alphanumeric);
            Filter::Text { place, text, phrase, open }
        }
        other => other,
    }
}

fn read(text: &str, piece: &Piece, catalog: &Catalog<'_>) -> Read {
    let part = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default();
    let (name, value) = (part(&piece.name), part(&piece.value));
    if name.is_empty() {
        return unnamed(value, piece);
    }
    let Some(field) = Field::of(name) else { return no_field(name, value, piece) };
    if !piece.colon && !matches!(field, Field::Figure(_)) {
        return plain_or_without(part(&(piece.name.start..piece.value.end)), piece);
    }
    match value::filter(&name.to_lowercase(), field, value, piece.quoted, catalog) {
        Ok(filter) => Read::Term(filter),
        Err(fault) => Read::Problem { fault, stays: false },
    }
}

/// A word or a phrase.
fn unnamed(value: &str, piece: &Piece) -> Read {
    let has_words = value.chars().any(char::is_alphanumeric);
    if piece.quoted && has_words {
        return Read::Term(Filter::Text { place: Place::Anywhere, text: value.to_owned(), phrase: true, open: false });
    }
    if piece.quoted {
        let message = "a \"phrase\" takes words between its quotes".to_owned();
        return Read::Problem { fault: Fault { message, instead: None, is_short: true }, stays: true };
    }
    plain_or_without(value, piece)
}

/// A word to rank by; with a minus, one to leave out.
fn plain_or_without(word: &str, piece: &Piece) -> Read {
    if piece.without && word.chars().any(char::is_alphanumeric) {
        let phrase = piece.quoted;
        return Read::Term(Filter::Text { place: Place::Anywhere, text: word.to_owned(), phrase, open: false });
    }
    Read::Words
}

/// A name that is no field: a comparison behind it shows that one was meant; otherwise it stays a word.
fn no_field(name: &str, value: &str, piece: &Piece) -> Read {
    let compared = piece.colon && value.starts_with(COMPARISONS);
    let near = field::nearest(name, compared);
    if !piece.colon || (near.is_none() && !compared) {
        let whole = if piece.colon { format!("{name}:{value}") } else { format!("{name}{value}") };
        return plain_or_without(&whole, piece);
    }
    let quote = if piece.quoted { "\"" } else { "" };
    let instead = near.map(|near| format!("{near}:{quote}{value}{quote}"));
    let message = match instead {
        Some(_) => format!("{name}: is no field"),
        None => format!("{name}: is no field; there are {}", field::names().collect::<Vec<_>>().join(", ")),
    };
    Read::Problem { fault: Fault { message, instead, is_short: false }, stays: !compared }
}
