//! How titles use a word: whether any has it, and how often it says what somebody is.

use super::Engine;

/// How titles use a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InTitles {
    /// Whether a title has it.
    pub is_known: bool,
    /// Of the titles that have it, how many end with it, in thousandths: `nurse` most of them, `hospital` none. A short form
    /// is taken for what it means.
    pub ends: u16,
}

impl Engine {
    /// How titles use a word, whatever its form.
    pub fn in_titles(&self, word: &str) -> InTitles {
        let words = self.analyser.borrow_mut().words(word);
        let meant = self.lexicon.read(&words, false, &mut self.analyser.borrow_mut());
        let uses = |words: &[super::analyse::Word]| {
            let stem = words.last().and_then(|word| self.stem_number(&word.stem))?;
            let is_known = self.classifier.row(stem, false).is_some();
            Some(InTitles { is_known, ends: self.classifier.headship(stem) })
        };
        let (own, other) = (uses(&words).unwrap_or_default(), meant.and_then(|words| uses(&words)).unwrap_or_default());
        InTitles { is_known: own.is_known || other.is_known, ends: own.ends.max(other.ends) }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_ends_titles_says_what_somebody_is() {
        let engine = crate::snapshot::open().unwrap();
        for word in ["nurse", "Nurses", "LPN", "rep", "mechanic", "Director"] {
            assert!(engine.in_titles(word).ends > 400, "{word}");
        }
        for word in ["hospital", "services", "Monday", "xyzzy"] {
            assert!(engine.in_titles(word).ends < 100, "{word}");
        }
        assert!(engine.in_titles("hospital").is_known && !engine.in_titles("xyzzy").is_known);
    }
}
