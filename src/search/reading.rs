//! What a text means before it is searched: as it stands where a role lists it so, else as the lexicon reads it.

use std::borrow::Cow;

use super::analyse::Word;
use super::blend::Known;
use super::listing::Listing;
use super::rank::{self, Scored};
use super::{Engine, first_letters, query, spelling};
use crate::catalog::RoleId;

/// A typed end that begins more words than this is not read as a short form.
const BEGINS_MANY: usize = 8;
/// Text of more words than this is no title.
const LONGEST_READ: usize = 12;

impl Engine {
    /// What a text finds: as it stands where a role lists it so, else as what its words mean. The last word of a text
    /// that ends with it may be the beginning of another.
    pub(super) fn read_as_meant<T>(
        &self,
        text: &str,
        find: impl Fn(Vec<Word>, Option<&[Word]>, bool) -> T,
        scored: impl Fn(&T) -> &[Scored],
    ) -> T {
        let words = self.analyser.borrow_mut().words(first_letters(text));
        let is_open = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let begins_many =
            words.last().is_some_and(|word| self.corpus.beginning_with(word.folded.as_bytes()).len() > BEGINS_MANY);
        // In a sentence words stand for themselves.
        let is_title = words.len() <= LONGEST_READ;
        let meant = if is_title { self.meant(&words, is_open, is_open && begins_many) } else { None };
        let as_written = find(words, meant.as_deref(), is_open);
        match meant {
            Some(meant) if scored(&as_written).first().is_none_or(|first| first.known.listing < Listing::Words) => {
                find(meant, None, false)
            }
            _ => as_written,
        }
    }

    /// What words mean by the lexicon, words that slipped by what they were to be: `mggr` by `mgr`.
    /// The last word of an open text is not misspelt where it is the beginning of one, and stands for itself where it is
    /// that of many.
    fn meant(&self, words: &[Word], is_open: bool, begins_many: bool) -> Option<Vec<Word>> {
        let read = |words: &[Word]| self.lexicon.read(words, begins_many, &mut self.analyser.borrow_mut());
        let as_written = read(words);
        // A word that belongs to a phrase of the lexicon is not misspelt.
        let stays = |word: &Word| {
            let stands = |read: &Word| read.start == word.start && read.folded == word.folded;
            as_written.as_ref().is_none_or(|read| read.iter().any(stands))
        };
        let mut mended = Cow::Borrowed(words);
        for (at, word) in words.iter().enumerate().filter(|(_, word)| stays(word)) {
            let may_go_on = is_open && at + 1 == words.len();
            if may_go_on && !self.corpus.beginning_with(word.folded.as_bytes()).is_empty() {
                continue;
            }
            let Some(folded) = self.misspelt(word) else { continue };
            let Some(known) = self.analyser.borrow_mut().words(&folded).pop() else { continue };
            let known = Word { start: word.start, end: word.end, is_small: word.is_small, ..known };
            mended.to_mut().get_mut(at).into_iter().for_each(|word| *word = known.clone());
        }
        match mended {
            Cow::Borrowed(_) => as_written,
            Cow::Owned(mended) => read(&mended).or(as_written),
        }
    }

    /// The word that a misspelt one was to be.
    fn misspelt(&self, word: &Word) -> Option<String> {
        let folded = word.folded.as_str();
        let is_known = self.corpus.find(folded).is_some() || self.stem_number(&word.stem).is_some();
        // Short capitals are an abbreviation that nobody listed.
        if is_known || self.lexicon.has(folded) || !(word.is_small || folded.len() > query::ABBREVIATION) {
            return None;
        }
        let near = spelling::near(&self.corpus, folded).into_iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let nearest = near.and_then(|(near, _)| str::from_utf8(self.corpus.word(usize::from(near))).ok());
        match nearest.filter(|near| spelling::is_slip(folded.as_bytes(), near.as_bytes())) {
            Some(near) => Some(near.to_owned()),
            None => self.lexicon.mended(folded),
        }
    }

    /// Brings the roles to the front that lead where a title is one of many occupations; whether it is.
    pub(super) fn lead_of_many(&self, words: &[Word], scored: &mut Vec<Scored>) -> bool {
        let meant = self.meant(words, false, false);
        let in_other_words = || self.lexicon.too_general(meant.as_deref()?);
        let Some(codes) = self.lexicon.too_general(words).or_else(in_other_words) else { return false };
        let leading: Vec<RoleId> = codes.filter_map(|code| self.catalog.role_by_code(code.parse().ok()?)).collect();
        for role in leading.into_iter().rev() {
            let place = scored.iter().position(|scored| scored.role == role).unwrap_or(scored.len());
            if place == scored.len() {
                scored.push(Scored { role, score: 0.0, known: Known::default() });
            }
            rank::lead(scored, place);
        }
        true
    }
}
