//! What is known of a sentence, from which it is told what it holds: its words, how and where it stands, and below what.

use super::heading::{self, Section};
use super::sentences::Piece;
use super::vocabulary::{HEADS, LONGEST_TITLE, MOST_BEFORE_HEAD, TRADE, Written, doing, names_state, words};
use super::{Holds, Shape};

/// A text's pieces with the section of each.
pub struct Signs<'t> {
    text: &'t str,
    is_cv: bool,
    pieces: &'t [Piece],
    under: Vec<Under>,
    /// The words of the sentence in hand, and of what is known of it.
    words: String,
    name: String,
}

/// Below which heading a piece stands.
#[derive(Clone, Copy, Default)]
struct Under {
    section: Option<Section>,
    /// The heading stands in the same paragraph.
    is_label: bool,
    /// The items of a list have come between, and ended.
    is_after_list: bool,
    /// How many pieces came between.
    far: usize,
    /// It is one of a line or two.
    is_brief: bool,
}

impl<'t> Signs<'t> {
    pub fn of(text: &'t str, is_cv: bool, pieces: &'t [Piece]) -> Self {
        Self { text, is_cv, pieces, under: under(text, pieces), words: String::new(), name: String::new() }
    }

    pub fn said(&self, place: usize) -> &'t str {
        self.pieces.get(place).and_then(|piece| self.text.get(piece.range.clone())).unwrap_or_default()
    }

    /// The section that a heading opens.
    pub fn opened(&self, place: usize) -> Option<Section> {
        let piece = self.pieces.get(place)?;
        (piece.shape == Shape::Heading).then(|| heading::section(self.said(place)))
    }

    /// Whether a piece is what stands behind "Position:" or the like.
    pub fn is_titled(&self, place: usize) -> bool {
        let under = self
            .under
            .get(place)
            .is_some_and(|under| under.is_label && under.section == Some(Section::Of(Holds::Title)));
        let before = place.checked_sub(1).and_then(|before| self.pieces.get(before));
        under && before.is_some_and(|before| before.is_label)
    }

    /// Whether a piece is a short line that says what somebody is, as titles do: `Bookkeeper II (full-time, Rockland)`.
    pub fn is_title_line(&self, place: usize) -> bool {
        let said = self.said(place);
        let is_line = self.pieces.get(place).is_some_and(|piece| piece.shape != Shape::Item)
            && matches!(self.opened(place), None | Some(Section::Other))
            && said.len() < LONGEST_TITLE
            && !said.ends_with(['.', '!', '?']);
        let mut words = said.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        !self.is_cv
            && is_line
            && words.by_ref().take(MOST_BEFORE_HEAD).any(|word| HEADS.contains(&*word.to_lowercase()))
    }

    /// Tells each sign of a piece.
    pub fn each(&mut self, place: usize, mut tell: impl FnMut(&str)) {
        let (Some(piece), Some(under)) = (self.pieces.get(place), self.under.get(place).copied()) else { return };
        let said = self.said(place);
        self.words.clear();
        let written = words(said, &mut self.words);
        self.of_words(said, &mut tell);
        self.of_place(place, piece.shape, &mut tell);
        self.of_writing(said, &written, &mut tell);
        self.of_section(under, piece.shape, &mut tell);
    }

    fn of_words(&self, said: &str, tell: &mut impl FnMut(&str)) {
        let ends = || self.words.match_indices(' ').map(|(at, _)| at).chain([self.words.len()]);
        let mut before = None;
        let mut start = 0;
        for end in ends() {
            if let Some(before) = before {
                tell(self.words.get(before..end).unwrap_or_default());
                // Begin and end say nothing alone.
                if end < self.words.len() {
                    tell(self.words.get(start..end).unwrap_or_default());
                }
            }
            before = Some(start);
            start = end + 1;
        }
        let count = ends().count().saturating_sub(2);
        tell(match count {
            0..=1 => "words:1",
            2..=3 => "words:2-3",
            4..=7 => "words:4-7",
            8..=15 => "words:8-15",
            16..=30 => "words:16-30",
            _ => "words:31-",
        });
        let each = || self.words.split(' ');
        let first = each().skip(1).find(|word| *word != "#" && word.len() > 1);
        first.and_then(doing).into_iter().for_each(&mut *tell);
        let trade = each().filter(|word| TRADE.contains(word)).count();
        tell(match trade {
            0 => "trade:0",
            1 => "trade:1",
            2 => "trade:2",
            3..=4 => "trade:3-4",
            _ => "trade:5-",
        });
        if trade * 3 > count {
            tell("trade:much");
        }
        let head = each().position(|word| HEADS.contains(word)).filter(|at| *at <= MOST_BEFORE_HEAD);
        if let Some(at) = head {
            let is_last = each().nth(at + 1) == Some(">");
            tell(if is_last { "head:last" } else { "head" });
            if is_last || said.len() < LONGEST_TITLE {
                tell("head:short");
            }
        }
    }

    fn of_place(&mut self, place: usize, shape: Shape, tell: &mut impl FnMut(&str)) {
        tell("always");
        tell(if self.is_cv { "form:cv" } else { "form:other" });
        tell(match shape {
            Shape::Heading => "shape:heading",
            Shape::Plain => "shape:plain",
            Shape::Item => "shape:item",
        });
        match place {
            0 => self.also_of_cv("place:first", tell),
            1 => self.also_of_cv("place:second", tell),
            2..=4 => self.also_of_cv("place:third-fifth", tell),
            _ => {}
        }
        if place + 1 == self.pieces.len() {
            tell("place:last");
        }
    }

    fn of_writing(&mut self, said: &str, written: &Written, tell: &mut impl FnMut(&str)) {
        for (holds, sign) in [
            (heading::is_in_capitals(said), "capitals"),
            (written.capitalised * 10 > written.words * 6 && written.words > 1, "capitalised"),
            (written.years > 1 || (written.years > 0 && self.words.contains("present")), "years"),
            (written.years > 0, "year"),
            (written.commas > 2, "commas"),
            (written.digits * 5 > said.len(), "digits"),
            (said.ends_with('.'), "full stop"),
            (said.ends_with(':'), "colon"),
            (names_state(said), "state"),
            (said.starts_with(|first: char| first.is_lowercase()), "small"),
        ] {
            if holds {
                self.also_of_cv(sign, tell);
            }
        }
    }

    fn of_section(&mut self, under: Under, shape: Shape, tell: &mut impl FnMut(&str)) {
        let key = under.section.map_or("none", Section::key);
        let stands = match (under.is_label, under.is_after_list, shape, under.far) {
            (true, ..) => " label",
            (_, true, ..) => " after list",
            (_, _, Shape::Heading, _) => " heading",
            (_, _, Shape::Item, _) => " item",
            (_, _, Shape::Plain, 0..=3) => " near",
            (_, _, Shape::Plain, _) => " far",
        };
        for (cv, stands) in [("", ""), ("", stands), ("cv ", "")] {
            if cv.is_empty() || self.is_cv {
                self.name.clear();
                self.name.extend([cv, "section:", key, stands]);
                tell(&self.name);
            }
        }
    }

    /// Tells a sign, and once more for CVs, in which it may say something else.
    fn also_of_cv(&mut self, sign: &str, tell: &mut impl FnMut(&str)) {
        tell(sign);
        if self.is_cv {
            self.name.clear();
            self.name.extend(["cv ", sign]);
            tell(&self.name);
        }
    }
}

/// Below which heading each piece stands.
fn under(text: &str, pieces: &[Piece]) -> Vec<Under> {
    let mut now = Under::default();
    let mut label: Option<(usize, Section)> = None;
    let mut had_items = false;
    pieces
        .iter()
        .map(|piece| {
            let own = label.filter(|(paragraph, _)| *paragraph == piece.paragraph).map(|(_, section)| section);
            if now.is_brief && now.far > 1 {
                now = Under::default();
            }
            now.is_after_list = had_items && piece.shape != Shape::Item;
            let under = match own {
                Some(section) if piece.shape != Shape::Heading => {
                    Under { section: Some(section), is_label: true, ..Under::default() }
                }
                _ => now,
            };
            if piece.shape == Shape::Heading {
                let said = text.get(piece.range.clone()).unwrap_or_default();
                let section = heading::section(said);
                if section == Section::Button {
                    return under;
                }
                if piece.is_label {
                    label = Some((piece.paragraph, section));
                } else {
                    now = Under { section: Some(section), is_brief: heading::is_brief(said), ..Under::default() };
                    had_items = false;
                }
            } else {
                had_items |= piece.shape == Shape::Item;
                now.far += 1;
            }
            under
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests may stop where they stand")]
mod tests {
    use super::super::sentences;
    use super::*;

    fn signs(text: &str, place: usize) -> Vec<String> {
        let pieces = sentences::cut(text);
        let mut told = Vec::new();
        Signs::of(text, true, &pieces).each(place, |sign| told.push(sign.to_owned()));
        told
    }

    #[test]
    fn a_sentence_knows_its_words_its_pairs_and_its_section() {
        let told = signs("EDUCATION\nBorn in Reno", 1);
        for sign in ["born", "< born", "born in", "reno >", "section:education", "cv section:education", "words:2-3"] {
            assert!(told.iter().any(|told| told == sign), "{sign} is missing in {told:?}");
        }
        assert!(!told.iter().any(|told| told == "<" || told == ">"));
    }

    #[test]
    fn a_label_stands_for_its_line_alone() {
        let text = "Duties\nMops floors.\nBenefits: health. Dental too.\nWashes windows.";
        assert!(signs(text, 3).contains(&"section:offer label".to_owned()));
        assert!(signs(text, 4).contains(&"section:offer label".to_owned()));
        assert!(signs(text, 5).contains(&"section:duty".to_owned()));
    }
}
