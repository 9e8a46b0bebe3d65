//! From a text to its terms. Total: whatever is typed gives a [`Parsed`].

use super::field::{self, Field};
use super::operator::{Role, Token, is_operator, tokens};
use super::scan::{COMPARISONS, Piece, is_quote};
use super::tree::{MOST, Node};
use super::value::{self, Fault};
use super::{Alternative, Filter, Parsed, Place, Problem, Term};
use crate::catalog::{Catalog, codes};

/// What a piece turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Read {
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
pub fn parse(text: &str, catalog: &Catalog<'_>) -> Parsed {
    // No part of a code, or of the address of its page, is a field.
    if text.contains("://") || codes::read(text, catalog).is_some() {
        return Parsed { text: text.to_owned(), words: text.to_owned(), is_plain: true, ..Parsed::default() };
    }
    let tokens = tokens(text, catalog);
    let mut reader = Reader { text, tokens, at: 0, seen: 0, parsed: Parsed { is_plain: true, ..Parsed::default() } };
    let tree = reader.any(false);
    let mut parsed = Parsed { text: text.to_owned(), ..reader.parsed };
    // Operators behind the last part are no words.
    let ends_with_operator = parsed.operators.last().is_some_and(|operator| operator.start >= reader.seen);
    let rest = if ends_with_operator { "" } else { text.get(reader.seen..).unwrap_or_default() };
    parsed.words.push_str(rest);
    parsed.words = if parsed.is_plain { text.to_owned() } else { parsed.words.trim_start().to_owned() };
    let ways = tree.as_ref().map(Node::ways).unwrap_or_default();
    let count = ways.len();
    if count > 1 {
        parsed.alternatives = ways.iter().take(MOST).map(|way| Alternative::of(way)).collect();
        parsed.tree = tree;
    }
    if count > MOST {
        let message = format!("more than {MOST} alternatives: the first {MOST} are searched");
        parsed.problems.push(Problem { span: 0..text.len(), message, instead: None, unfinished: false });
    }
    parsed
}

/// A word; none where it says nothing, or is left over of operators, as the second of `pay OR OR title:nurse`.
fn word(text: &str, open: bool) -> Option<Node> {
    let says_something = text.chars().any(char::is_alphanumeric) && !is_operator(text);
    says_something.then(|| Node::Word { text: text.to_owned(), open })
}

/// Reads tokens, from left to right: alternatives, each of parts that all hold. Under NOT the two change places.
struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
    /// Up to where the text was read into the words.
    seen: usize,
    parsed: Parsed,
}

impl Reader<'_> {
    fn any(&mut self, negated: bool) -> Option<Node> {
        let mut alternatives = Vec::from_iter(self.all(negated));
        while self.is_next(Role::Or) {
            self.operator();
            alternatives.extend(self.all(negated));
        }
        Node::joined(alternatives, !negated)
    }

    fn all(&mut self, negated: bool) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            match self.tokens.get(self.at).map(|token| token.role) {
                None | Some(Role::Or | Role::Close) => return Node::joined(parts, negated),
                Some(Role::And) => self.operator(),
                Some(_) => parts.extend(self.one(negated)),
            }
        }
    }

    fn one(&mut self, mut negated: bool) -> Option<Node> {
        if self.is_next(Role::Not) {
            self.operator();
            negated = !negated;
        }
        if self.is_next(Role::Open) {
            self.at += 1;
            let inside = self.any(negated);
            if self.is_next(Role::Close) {
                self.at += 1;
            }
            return inside;
        }
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        self.leaf(token.piece, token.read, negated)
    }

    fn is_next(&self, role: Role) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.role == role)
    }

    fn operator(&mut self) {
        if let Some(token) = self.tokens.get(self.at) {
            self.parsed.operators.push(token.piece.span.clone());
            self.parsed.is_plain = false;
            self.at += 1;
        }
    }

    fn leaf(&mut self, piece: Piece, read: Read, negated: bool) -> Option<Node> {
        let (text, parsed) = (self.text, &mut self.parsed);
        // Between pieces stand spaces, operators and brackets: none of them is a word.
        let between = text.get(self.seen..piece.span.start).unwrap_or_default();
        parsed.words.push_str(if between.trim().is_empty() { between } else { " " });
        self.seen = piece.span.end;
        let ends_text = piece.span.end == text.len();
        let whole = text.get(piece.span.clone()).unwrap_or_default();
        let read = match read {
            Read::Words if negated && whole.chars().any(char::is_alphanumeric) => {
                // With a mark or a bracket that closes nothing, only the letters say anything.
                let is_mark = |letter: char| is_quote(letter) || matches!(letter, '(' | ')');
                let letters = |letter: &char| !whole.contains(is_mark) || letter.is_alphanumeric();
                let text = whole.chars().filter(letters).collect();
                Read::Term(Filter::Text { place: Place::Anywhere, text, phrase: false, open: false })
            }
            // What is not to be left out is looked for.
            Read::Term(Filter::Text { place: Place::Anywhere, text, phrase: false, .. })
                if piece.without && negated =>
            {
                parsed.words.push_str(&text);
                return word(&text, ends_text);
            }
            read => read,
        };
        match read {
            Read::Words => {
                parsed.words.push_str(whole);
                word(whole, ends_text)
            }
            Read::Term(filter) => {
                parsed.is_plain = false;
                let without = piece.without != negated;
                let filter = still_typed(filter, ends_text && !without && !(piece.quoted && piece.closed), text);
                if let (Filter::Text { place: Place::Anywhere, text, .. }, false) = (&filter, without) {
                    parsed.words.push(' ');
                    parsed.words.push_str(text);
                }
                // Behind a term a word is whole; behind a phrase that is not closed its last word may go on.
                if !is_open(&filter) || !matches!(filter, Filter::Text { place: Place::Anywhere, .. }) {
                    parsed.words.push(' ');
                }
                let term = Term { span: piece.span, without, filter };
                parsed.terms.push(term.clone());
                Some(Node::Term(term))
            }
            Read::Problem { fault, stays } => {
                let unfinished = fault.is_short && ends_text;
                let minus = if piece.without { "-" } else { "" };
                let instead = fault.instead.map(|instead| format!("{minus}{instead}"));
                parsed.problems.push(Problem { span: piece.span, message: fault.message, instead, unfinished });
                if stays && !negated {
                    parsed.words.push_str(whole);
                    return word(whole, ends_text);
                }
                parsed.is_plain = false;
                parsed.words.push(' ');
                None
            }
        }
    }
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

pub(super) fn read(text: &str, piece: &Piece, catalog: &Catalog<'_>) -> Read {
    let part = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default();
    let (name, value) = (part(&piece.name), part(&piece.value));
    if name.is_empty() {
        return unnamed(value, piece);
    }
    let Some(field) = Field::of(name) else { return no_field(name, value, piece, catalog) };
    if !piece.colon && !matches!(field, Field::Figure(_) | Field::Education | Field::Category) {
        return plain_or_without(part(&(piece.name.start..piece.value.end)), piece);
    }
    match value::filter(&name.to_lowercase(), field, value, piece.quoted, catalog) {
        Ok(filter) => Read::Term(filter),
        // In `Nursing home: aide` it is a word of a title.
        Err(fault) => Read::Problem { fault, stays: field == Field::AtHome },
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

/// A name that is no field. With a comparison behind it one was meant; any other stays a word, and is marked where a
/// value stands right behind its colon.
fn no_field(name: &str, value: &str, piece: &Piece, catalog: &Catalog<'_>) -> Read {
    let signs = value.chars().take_while(|letter| COMPARISONS.contains(letter)).count();
    let behind = value.chars().nth(signs);
    let compared = if piece.colon { signs > 0 } else { behind.is_some_and(|c| c.is_ascii_digit() || c == '$') };
    let near = field::nearest(name, compared, catalog);
    let reads_like_one = name.len() > 1 && (compared || (piece.colon && behind.is_some_and(char::is_alphanumeric)));
    if !reads_like_one && (!piece.colon || near.is_none()) {
        let whole = if piece.colon { format!("{name}:{value}") } else { format!("{name}{value}") };
        return plain_or_without(&whole, piece);
    }
    let quote = if piece.quoted { "\"" } else { "" };
    let instead = near.map(|near| format!("{near}:{quote}{value}{quote}"));
    let message = match instead {
        Some(_) => format!("{name}: is no field"),
        None if compared => {
            format!("{name}: is no field; there are {}", field::names(catalog).collect::<Vec<_>>().join(", "))
        }
        None => format!("{name}: is no field, so these are words; F1 or docs/QUERIES.md lists the fields"),
    };
    Read::Problem { fault: Fault { message, instead, is_short: false }, stays: !compared }
}
