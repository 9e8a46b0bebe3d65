//! How titles use a word: whether any has it, and how often it says what somebody is.

use std::collections::HashMap;
use std::ops::Range;

use super::Engine;
use super::analyse::Word;
use super::highlight::words;
use super::parts::LINKS;

/// How titles use a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InTitles {
    /// How many have it.
    pub titles: u32,
    /// Of those, in how many it says what somebody is, in thousandths: `nurse` in most of them, `hospital` in none.
    pub says_what: u32,
}

/// How titles use each of their words, by the word in small letters; made when it is first asked for.
pub type TitleWords = HashMap<String, InTitles>;

impl Engine {
    /// How titles use a word; a plural as they use the singular, a short form as what it means.
    pub fn in_titles(&self, word: &str) -> InTitles {
        let words = self.analyser.borrow_mut().words(word);
        let known = self.title_words.get_or_init(|| self.count_title_words());
        let uses = |word: &Word| {
            let folded = word.folded.as_str();
            let singular = folded.strip_suffix("ies").map(|start| format!("{start}y"));
            let shorter = ["s", "es"].into_iter().filter_map(|ending| folded.strip_suffix(ending).map(str::to_owned));
            let forms = std::iter::once(folded.to_owned()).chain(singular).chain(shorter);
            forms.filter_map(|form| known.get(&form)).copied().max_by_key(|uses| uses.says_what).unwrap_or_default()
        };
        let own = words.last().map(uses).unwrap_or_default();
        let meant = self.lexicon.read(&words, false, &mut self.analyser.borrow_mut());
        let meant = meant.as_deref().and_then(<[Word]>::last).map(uses).unwrap_or_default();
        if meant.says_what > own.says_what { meant } else { own }
    }

    /// Counts the words of all titles, without what stands in brackets.
    fn count_title_words(&self) -> TitleWords {
        let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
        // Without the analyser, which would take ten times as long for stems that nobody asks for here.
        let mut word = String::new();
        for role in &self.base.roles {
            let titles = std::iter::once(role.title).chain(role.alternates.iter().map(|alternate| alternate.title));
            for title in titles {
                let title = title.split('(').next().unwrap_or(title);
                let said = |range: &Range<usize>| title.get(range.clone()).unwrap_or_default();
                let is_link = |range: &Range<usize>| LINKS.iter().any(|link| link.eq_ignore_ascii_case(said(range)));
                let end = words(title).find(is_link).map_or(title.len(), |link| link.start);
                let end = title.find([',', '/']).map_or(end, |mark| mark.min(end));
                let head = words(title).take_while(|range| range.end <= end).last();
                for range in words(title) {
                    word.clear();
                    word.extend(said(&range).chars().flat_map(char::to_lowercase));
                    let is_head = u32::from(head.as_ref() == Some(&range));
                    if let Some((all, heads)) = counts.get_mut(&word) {
                        *all += 1;
                        *heads += is_head;
                    } else {
                        counts.insert(word.clone(), (1, is_head));
                    }
                }
            }
        }
        let uses = |(titles, heads): (u32, u32)| InTitles { titles, says_what: 1000 * heads / (titles + 2) };
        counts.into_iter().map(|(word, counted)| (word, uses(counted))).collect()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_ends_titles_says_what_somebody_is() {
        let engine = crate::snapshot::open().unwrap();
        for word in ["nurse", "Nurses", "LPN", "rep", "mechanic", "Director", "secretaries", "officer"] {
            assert!(engine.in_titles(word).says_what > 400, "{word}: {:?}", engine.in_titles(word));
        }
        for word in ["hospital", "services", "Monday", "xyzzy", "office", "management", "profile"] {
            assert!(engine.in_titles(word).says_what < 100, "{word}: {:?}", engine.in_titles(word));
        }
        assert!(engine.in_titles("hospital").titles > 0 && engine.in_titles("xyzzy").titles == 0);
    }
}
