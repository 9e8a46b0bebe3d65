//! Words: one analyser for documents, queries and highlighting.

use tantivy::tokenizer::{AsciiFoldingFilter, Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};

/// The name of the analyser of folded words in the index.
pub const FOLDED: &str = "folded";
/// The name of the analyser of stems in the index.
pub const STEMMED: &str = "stemmed";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Whether it has a small letter.
    pub is_small: bool,
    /// Lower-cased, without accents.
    pub folded: String,
    /// The stem of that.
    pub stem: String,
}

pub struct Analyser {
    folded: TextAnalyzer,
    stemmed: TextAnalyzer,
}

impl Analyser {
    pub fn new() -> Self {
        Self { folded: folded(), stemmed: stemmed() }
    }

    /// The words of a text, in order.
    pub fn words(&mut self, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        let mut stream = self.folded.token_stream(text);
        while let Some(token) = stream.next() {
            words.push(Word {
                start: token.offset_from,
                end: token.offset_to,
                is_small: text
                    .get(token.offset_from..token.offset_to)
                    .is_some_and(|word| word.chars().any(char::is_lowercase)),
                folded: token.text.clone(),
                stem: String::new(),
            });
        }
        let mut stems = self.stemmed.token_stream(text);
        for word in &mut words {
            if let Some(token) = stems.next() {
                word.stem.clone_from(&token.text);
            }
        }
        words
    }
}

/// Words split at what is no letter or digit, lower-cased, without accents.
pub fn folded() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

/// The same, stemmed.
pub fn stemmed() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// What stands behind the first letters of a word.
fn rest(word: &[u8], from: usize) -> &[u8] {
    word.get(from..).unwrap_or_default()
}

/// Whether one dropped, added, changed or swapped letter makes `a` into `b`.
pub fn one_typing_error(a: &[u8], b: &[u8]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => rest(a, front) == rest(b, front + 1),
        std::cmp::Ordering::Greater => rest(a, front + 1) == rest(b, front),
        std::cmp::Ordering::Equal => {
            rest(a, front + 1) == rest(b, front + 1)
                || (rest(a, front + 2) == rest(b, front + 2)
                    && a.get(front) == b.get(front + 1)
                    && a.get(front + 1) == b.get(front))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let words = Analyser::new().words("Café Managers, Nights");
        let seen: Vec<_> = words.iter().map(|w| (w.start, w.end, w.folded.as_str(), w.stem.as_str())).collect();
        assert_eq!(seen, [(0, 5, "cafe", "cafe"), (6, 14, "managers", "manag"), (16, 22, "nights", "night")]);
    }

    #[test]
    fn one_error_of_each_kind() {
        for typed in ["nrse", "nuurse", "nuxse", "nruse", "nurse", "nursee"] {
            assert!(one_typing_error(typed.as_bytes(), b"nurse"), "{typed}");
        }
        for typed in ["nrs", "unrsee", "nuxxe", "purze"] {
            assert!(!one_typing_error(typed.as_bytes(), b"nurse"), "{typed}");
        }
    }
}
