//! Cutting a query into pieces: words, phrases, words with a colon or a comparison inside, and brackets that group.

use std::ops::Range;

use super::Place;
use super::field::Field;

#[allow(clippy::struct_excessive_bools, reason = "four signs that stand there or do not")]
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
    /// Whether it is a bracket that groups, or the minus before one.
    pub groups: bool,
}

/// Signs of a comparison.
pub const COMPARISONS: [char; 5] = ['>', '<', '=', '≥', '≤'];

pub const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„')
}

const fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '−')
}

/// The pieces of a text, in order; between them stand spaces only.
pub fn pieces(text: &str) -> Vec<Piece> {
    let grouped = text.contains('(') && may_group(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_letter(text, at) {
        let piece = bracket(text, start).filter(|_| grouped).unwrap_or_else(|| piece(text, start, grouped));
        at = piece.span.end;
        pieces.push(piece);
    }
    pieces
}

/// Whether brackets may group: an operator stands in the text, or a field right behind a bracket. Otherwise they are
/// letters of titles such as `Manager (Sales)`.
fn may_group(text: &str) -> bool {
    let is_operator = |word: &str| matches!(word.trim_matches(['(', ')', '-']), "OR" | "NOT" | "AND" | "|" | "||");
    let is_field = |word: &str| {
        let inside = word.trim_start_matches('-').strip_prefix('(').map(|rest| rest.trim_start_matches(['(', '-']));
        let name = inside.and_then(|rest| Some(rest.get(..rest.find(is_sign)?)?.to_owned()));
        name.is_some_and(|name| Field::of(&name).is_some())
    };
    text.split_whitespace().any(|word| is_operator(word) || is_field(word))
}

const fn is_sign(letter: char) -> bool {
    matches!(letter, ':' | '>' | '<' | '=' | '≥' | '≤')
}

/// Where the next letter that is no space stands.
fn next_letter(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(|c: char| !c.is_whitespace()).map(|at| from + at)
}

/// A bracket, or a minus right before one.
fn bracket(text: &str, start: usize) -> Option<Piece> {
    let mut letters = text.get(start..)?.chars();
    let (first, second) = (letters.next()?, letters.next());
    let groups = matches!(first, '(' | ')') || (is_minus(first) && second == Some('('));
    let span = start..start + first.len_utf8();
    let (without, name) = (is_minus(first), start..start);
    let value = span.clone();
    groups.then_some(Piece { span, without, name, colon: false, value, quoted: false, closed: true, groups })
}

fn piece(text: &str, start: usize, grouped: bool) -> Piece {
    let rest = text.get(start..).unwrap_or_default();
    // A minus leaves out what follows; two of them, or one alone, are letters like others.
    let minus = rest.chars().next().filter(|letter| is_minus(*letter)).map_or(0, char::len_utf8);
    let follows = rest.get(minus..).and_then(|rest| rest.chars().next()).filter(|_| minus > 0);
    let without = follows.is_some_and(|letter| !is_minus(letter) && !letter.is_whitespace());
    let from = if without { start + minus } else { start };
    let of = |span, name, colon, value, quoted, closed| Piece {
        span,
        without,
        name,
        colon,
        value,
        quoted,
        closed,
        groups: false,
    };
    if let Some((value, end, closed)) = quoted(text, from) {
        return of(start..end, from..from, false, value, true, closed);
    }
    let end = word_end(text, from, grouped);
    let word = text.get(from..end).unwrap_or_default();
    let sign = word.char_indices().find(|(_, letter)| is_sign(*letter));
    let Some((place, sign)) = sign.filter(|(place, _)| is_name(word.get(..*place).unwrap_or_default())) else {
        if let Some((colon, value)) = spaced(text, word, end, grouped) {
            return of(start..value.end, from..end, colon, value, false, true);
        }
        return of(start..end, from..from, false, from..end, false, true);
    };
    let name = from..from + place;
    let colon = sign == ':';
    let value = name.end + usize::from(colon);
    if let Some((value, end, closed)) = quoted(text, value).filter(|_| colon) {
        return of(start..end, name, colon, value, true, closed);
    }
    let field = word.get(..place).and_then(Field::of);
    let compares = word.get(value - from..).is_some_and(|rest| rest.chars().all(is_sign));
    if let Some(more) = behind(text, end, field, grouped).filter(|_| compares) {
        return of(start..more, name, colon, value..more, false, true);
    }
    of(start..end, name, colon, value..end, false, true)
}

/// Where a word ends: at a space; where brackets group, also before one that closes none of its own.
fn word_end(text: &str, from: usize, grouped: bool) -> usize {
    let word = text.get(from..).unwrap_or_default();
    let word = word.split(char::is_whitespace).next().unwrap_or_default();
    let mut open = 0_usize;
    for (at, letter) in word.char_indices().filter(|_| grouped) {
        match letter {
            '(' => open += 1,
            ')' if open == 0 => return from + at,
            ')' => open -= 1,
            _ => {}
        }
    }
    from + word.len()
}

/// The value that a field's name has behind a space: `pay > 60k`, `pay >60k`, `pay : >60k`. Whether a colon stands
/// before it, and the value, its comparison included.
fn spaced(text: &str, name: &str, end: usize, grouped: bool) -> Option<(bool, Range<usize>)> {
    let field = Field::of(name).filter(|field| !matches!(field, Field::Text(_)))?;
    let sign = next_letter(text, end)?;
    let colon = text.get(sign..)?.starts_with(':');
    let from = if colon { sign + 1 } else { sign };
    let end = word_end(text, from, grouped);
    let word = text.get(from..end)?;
    if !colon && !word.starts_with(COMPARISONS) {
        return None;
    }
    if word.chars().all(is_sign) {
        return Some((colon, from..behind(text, end, Some(field), grouped).unwrap_or(end)));
    }
    Some((colon, from..end))
}

/// Where the value ends that follows a sign and a space: it looks like one for the field.
fn behind(text: &str, end: usize, field: Option<Field>, grouped: bool) -> Option<usize> {
    let field = field.filter(|field| !matches!(field, Field::Text(Place::Anywhere | Place::Title)))?;
    let start = next_letter(text, end).filter(|start| *start > end)?;
    let mut value = start..word_end(text, start, grouped);
    let word = text.get(value.clone())?;
    // `pay: > 60k`: the amount is one word further.
    if word.chars().all(|letter| COMPARISONS.contains(&letter)) {
        let more = next_letter(text, value.end)?;
        value.end = word_end(text, more, grouped);
    }
    let word = text.get(value.clone())?;
    let is_amount = word.starts_with(|c: char| c.is_ascii_digit() || COMPARISONS.contains(&c) || c == '$')
        || word.starts_with("..")
        || word.strip_prefix(['-', '+', '−']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_value = match field {
        Field::Text(_) => false,
        Field::Figure(_) => is_amount,
        // `Nursing home: aide` is a title.
        Field::AtHome => super::chosen::yes_or_no(word).is_some(),
        Field::Group | Field::Band | Field::Study | Field::Education | Field::Category | Field::Interest => {
            let is_name = word.find(is_sign).is_some_and(|at| Field::of(word.get(..at).unwrap_or_default()).is_some());
            word.starts_with(|c: char| c.is_alphanumeric() || COMPARISONS.contains(&c))
                && !is_name
                && !matches!(word, "OR" | "AND" | "NOT")
        }
    };
    is_value.then_some(value.end)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
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
    fn a_comparison_may_stand_apart() {
        for text in ["pay>60k", "pay >60k", "pay > 60k", "pay> 60k"] {
            let cut = cut(text);
            assert_eq!(cut.len(), 1, "{text}: {cut:?}");
            assert!(cut[0].starts_with("pay|>") && cut[0].ends_with("60k"), "{text}: {cut:?}");
        }
        for text in ["pay:>60k", "pay : >60k", "pay: >60k", "pay :>60k", "pay:> 60k", "pay : > 60k", "pay: > 60k"] {
            assert_eq!(cut(text).len(), 1, "{text}: {:?}", cut(text));
        }
        assert_eq!(cut("group: 15 nurse"), ["group| 15", "|nurse"]);
        assert_eq!(cut("pay clerk > 5"), ["|pay", "|clerk", "|>", "|5"]);
        assert_eq!(cut("task: draw"), ["task|", "|draw"]);
    }

    #[test]
    fn brackets_group_beside_operators_and_fields_only() {
        assert_eq!(cut("(a OR b) c"), ["|(", "|a", "|OR", "|b", "|)", "|c"]);
        assert_eq!(cut("-(pay:>3 \"x\")"), ["-|-", "|(", "pay|>3", "|x", "|)"]);
        assert_eq!(cut("(pay > 3)"), ["|(pay", "|>", "|3)"]);
        assert_eq!(cut("Manager (Sales)"), ["|Manager", "|(Sales)"]);
        assert_eq!(cut("nurse (OR) | f(x)"), ["|nurse", "|(", "|OR", "|)", "||", "|f(x)"]);
    }

    #[test]
    fn titles_stay_whole() {
        for title in ["C++", "24/7", "self-employed", "co-pilot", "R&D:", "-", "--", "10:30", "5\"", "(a:b)", "::"] {
            assert_eq!(cut(title), [format!("|{title}")], "{title}");
        }
    }
}
