//! Cutting a query into pieces: words, phrases, and words with a colon or a comparison inside.

use std::ops::Range;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes, minus and quotes included.
    pub span: Range<usize>,
    /// Whether a minus stands before it.
    pub without: bool,
    /// What stands before a colon or a comparison; empty for a word or a phrase.
    pub name: Range<usize>,
    /// Whether that is a colon.
    pub colon: bool,
    /// What stands behind it, a comparison included; for a word or a phrase, all of it. Without quotes.
    pub value: Range<usize>,
    /// Whether the value stands in quotes.
    pub quoted: bool,
    /// Whether the closing quote is there.
    pub closed: bool,
}

/// Signs of a comparison.
pub const COMPARISONS: [char; 5] = ['>', '<', '=', '≥', '≤'];

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„')
}

const fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '−')
}

/// The pieces of a text, in order; between them stand spaces only.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|c: char| !c.is_whitespace())).map(|n| at + n) {
        let piece = piece(text, start);
        at = piece.span.end;
        pieces.push(piece);
    }
    pieces
}

fn piece(text: &str, start: usize) -> Piece {
    let rest = text.get(start..).unwrap_or_default();
    // A minus leaves out what follows; two of them, or one alone, are letters like others.
    let minus = rest.chars().next().filter(|letter| is_minus(*letter)).map_or(0, char::len_utf8);
    let follows = rest.get(minus..).and_then(|rest| rest.chars().next()).filter(|_| minus > 0);
    let without = follows.is_some_and(|letter| !is_minus(letter) && !letter.is_whitespace());
    let from = if without { start + minus } else { start };
    let of = |span, name, colon, value, quoted, closed| Piece { span, without, name, colon, value, quoted, closed };
    if let Some((value, end, closed)) = quoted(text, from) {
        return of(start..end, from..from, false, value, true, closed);
    }
    let word = text.get(from..).unwrap_or_default();
    let end = from + word.find(char::is_whitespace).unwrap_or(word.len());
    let word = text.get(from..end).unwrap_or_default();
    let sign = word.char_indices().find(|(_, letter)| *letter == ':' || COMPARISONS.contains(letter));
    let Some((place, sign)) = sign.filter(|(place, _)| is_name(word.get(..*place).unwrap_or_default())) else {
        return of(start..end, from..from, false, from..end, false, true);
    };
    let name = from..from + place;
    let colon = sign == ':';
    let value = name.end + usize::from(colon);
    if let Some((value, end, closed)) = quoted(text, value).filter(|_| colon) {
        return of(start..end, name, colon, value, true, closed);
    }
    of(start..end, name, colon, value..end, false, true)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// What stands in quotes from a place on, where the quotes end, and whether they are closed.
fn quoted(text: &str, from: usize) -> Option<(Range<usize>, usize, bool)> {
    let open = text.get(from..)?.chars().next().filter(|letter| is_quote(*letter))?;
    let start = from + open.len_utf8();
    let rest = text.get(start..)?;
    match rest.char_indices().find(|(_, letter)| is_quote(*letter)) {
        Some((length, close)) => Some((start..start + length, start + length + close.len_utf8(), true)),
        None => Some((start..text.len(), text.len(), false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        pieces(text)
            .iter()
            .map(|p| {
                let minus = if p.without { "-" } else { "" };
                format!("{minus}{}|{}", &text[p.name.clone()], &text[p.value.clone()])
            })
            .collect()
    }

    #[test]
    fn words_phrases_and_fields_are_cut() {
        assert_eq!(cut("nurse \"a b\" -c pay:>3"), ["|nurse", "|a b", "-|c", "pay|>3"]);
        assert_eq!(cut("-title:\"a b\"c pay>=3"), ["-title|a b", "|c", "pay|>=3"]);
        assert_eq!(cut("“two words” x"), ["|two words", "|x"]);
        assert_eq!(cut("\"half ty"), ["|half ty"]);
    }

    #[test]
    fn titles_stay_whole() {
        for title in ["C++", "24/7", "self-employed", "co-pilot", "R&D:", "-", "--", "10:30", "5\"", "(a:b)", "::"] {
            assert_eq!(cut(title), [format!("|{title}")], "{title}");
        }
    }
}
