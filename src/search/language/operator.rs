//! Which pieces of a query are operators: `OR`, `AND`, `NOT`, `|`, brackets; all others are terms and words.

use super::parse::{Read, read};
use super::scan::{Piece, pieces};
use crate::catalog::Catalog;

/// Deeper brackets than these are passed over.
const DEEPEST: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is a term or a word.
    Part,
    Or,
    And,
    Not,
    Open,
    Close,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub role: Role,
    pub piece: Piece,
    /// What it is as a part.
    pub read: Read,
}

/// How a piece is written that may be an operator.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Sign,
    Capitals,
    Small,
}

/// The pieces of a text, each with what it does.
pub fn tokens(text: &str, catalog: &Catalog<'_>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut depth, mut passed_over) = (0_usize, 0_usize);
    for piece in pieces(text) {
        let letter = text.get(piece.span.clone()).unwrap_or_default();
        let role = match (piece.groups, letter) {
            (false, _) => Role::Part,
            (true, "(") if depth == DEEPEST => {
                passed_over += 1;
                continue;
            }
            (true, "(") => {
                depth += 1;
                Role::Open
            }
            (true, ")") if passed_over > 0 => {
                passed_over -= 1;
                continue;
            }
            // One that closes nothing says nothing.
            (true, ")") if depth == 0 => continue,
            (true, ")") => {
                depth -= 1;
                Role::Close
            }
            (true, _) => Role::Not,
        };
        let read = if piece.groups { Read::Words } else { read(text, &piece, catalog) };
        tokens.push(Token { role, piece, read });
    }
    // In a text of capitals, words of two letters are the names of departments: OR NURSE.
    let capitals_count = text.chars().any(char::is_lowercase) || tokens.iter().any(is_field);
    for at in 0..tokens.len() {
        let role = tokens.get(at).and_then(|token| operator(text, &tokens, at, token, capitals_count));
        if let (Some(role), Some(token)) = (role, tokens.get_mut(at)) {
            token.role = role;
        }
    }
    tokens
}

/// What a piece does where it stands as an operator can: between two parts, or before one.
fn operator(text: &str, tokens: &[Token], at: usize, token: &Token, capitals_count: bool) -> Option<Role> {
    let (role, style) = candidate(text, token)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let behind = tokens.get(at + 1);
    let starts = behind.is_some_and(|token| match token.role {
        Role::Part => is_part(text, token) && !matches!(candidate(text, token), Some((Role::Or | Role::And, _))),
        Role::Open | Role::Not => true,
        _ => false,
    });
    let ends = before.is_some_and(|token| match token.role {
        Role::Part => is_part(text, token),
        role => role == Role::Close,
    });
    let fields = |token: Option<&Token>| token.is_some_and(|token| is_field(token) || token.piece.groups);
    let counts = match style {
        Style::Sign => true,
        Style::Capitals => capitals_count,
        // Small ones are words, but between two filters.
        Style::Small => fields(behind) && (role == Role::Not || fields(before)),
    };
    let behind_not = before.is_some_and(|token| token.role == Role::Not);
    (counts && starts && if role == Role::Not { !behind_not } else { ends }).then_some(role)
}

fn candidate(text: &str, token: &Token) -> Option<(Role, Style)> {
    if token.role != Role::Part || token.piece.quoted || token.piece.without {
        return None;
    }
    as_operator(text.get(token.piece.span.clone())?)
}

/// What a word does where it stands as an operator can, and how it is written.
fn as_operator(word: &str) -> Option<(Role, Style)> {
    Some(match word {
        "|" | "||" => (Role::Or, Style::Sign),
        "OR" => (Role::Or, Style::Capitals),
        "AND" => (Role::And, Style::Capitals),
        "NOT" => (Role::Not, Style::Capitals),
        "or" => (Role::Or, Style::Small),
        "and" => (Role::And, Style::Small),
        "not" => (Role::Not, Style::Small),
        _ => return None,
    })
}

/// Whether a word is an operator wherever it stands as one can.
pub fn is_operator(word: &str) -> bool {
    as_operator(word).is_some()
}

/// Whether a piece says something: a dash does not.
fn is_part(text: &str, token: &Token) -> bool {
    text.get(token.piece.span.clone()).is_some_and(|text| text.chars().any(char::is_alphanumeric))
}

/// Whether a piece is a filter, or was meant as one.
const fn is_field(token: &Token) -> bool {
    matches!(token.read, Read::Term(_) | Read::Problem { .. })
}
