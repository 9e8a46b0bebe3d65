//! Which letters of a text match.

use std::ops::Range;

use super::corpus::{BREAK, Corpus};
use super::query::Query;

/// The matched letters of a document's text, in order: of a word that was typed in part its beginning, else all of it.
pub fn marks(corpus: &Corpus, query: &Query, document: u32, text: &str) -> Vec<Range<usize>> {
    let mut places = words(text);
    let mut marked = Vec::new();
    for number in corpus.document(document).filter(|number| *number != BREAK) {
        // A short form stands behind the text's own words: nothing of it is shown.
        let Some(place) = places.next() else { break };
        let stem = corpus.stem(number);
        let best = query
            .words
            .iter()
            .map(|word| (word.likeness(number, stem), word))
            .filter(|(likeness, _)| *likeness > 0.0)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        let Some((_, word)) = best else { continue };
        let typed = word.word.folded.len();
        let is_begun = word.beginnings.contains(&usize::from(number)) && word.number != Some(number);
        // Folding may change the number of bytes: then all of the word is marked.
        let plain = text.get(place.clone()).is_some_and(str::is_ascii);
        let end = if is_begun && plain { (place.start + typed).min(place.end) } else { place.end };
        marked.push(place.start..end);
    }
    marked
}

/// Where the words of a text stand: runs of letters and digits, as the index's analyser cuts them.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        at = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analyse::Analyser;

    #[test]
    fn words_stand_where_the_analyser_finds_them() {
        for text in ["", "Bees, (hives) & Café-Owner's", "  É1 ", "Straße/x", "日本 bee"] {
            let analysed: Vec<_> = Analyser::new().words(text).into_iter().map(|word| word.start..word.end).collect();
            assert_eq!(words(text).collect::<Vec<_>>(), analysed, "{text}");
        }
    }
}
