//! What is known of a sentence, from which it is told what it holds: its words, how and where it stands, and below what.

use super::Shape;
use super::heading::{self, Section};
use super::sentences::Piece;

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

    /// Tells each sign of a piece.
    pub fn each(&mut self, place: usize, mut tell: impl FnMut(&str)) {
        let (Some(piece), Some(under)) = (self.pieces.get(place), self.under.get(place).copied()) else { return };
        let said = self.said(place);
        self.words.clear();
        let shape = words(said, &mut self.words);
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
        tell("always");
        tell(if self.is_cv { "form:cv" } else { "form:other" });
        tell(match piece.shape {
            Shape::Heading => "shape:heading",
            Shape::Plain => "shape:plain",
            Shape::Item => "shape:item",
        });
        tell(match count {
            0..=1 => "words:1",
            2..=3 => "words:2-3",
            4..=7 => "words:4-7",
            8..=15 => "words:8-15",
            16..=30 => "words:16-30",
            _ => "words:31-",
        });
        let first = match place {
            0 => Some("place:first"),
            1 => Some("place:second"),
            2..=4 => Some("place:third-fifth"),
            _ => None,
        };
        first.into_iter().for_each(&mut tell);
        if let Some(first) = first.filter(|_| self.is_cv) {
            self.name.clear();
            self.name.extend(["cv ", first]);
            tell(&self.name);
        }
        if place + 1 == self.pieces.len() {
            tell("place:last");
        }
        for (holds, sign) in [
            (heading::is_in_capitals(said), "capitals"),
            (shape.capitalised * 10 > shape.words * 6 && shape.words > 1, "capitalised"),
            (shape.years > 1 || (shape.years > 0 && self.words.contains("present")), "years"),
            (shape.years > 0, "year"),
            (shape.commas > 2, "commas"),
            (shape.digits * 5 > said.len(), "digits"),
            (said.ends_with('.'), "full stop"),
            (said.ends_with(':'), "colon"),
            (names_state(said), "state"),
            (starts_small(said), "small"),
        ] {
            if holds {
                tell(sign);
                if self.is_cv {
                    self.name.clear();
                    self.name.extend(["cv ", sign]);
                    tell(&self.name);
                }
            }
        }
        let key = under.section.map_or("none", Section::key);
        let stands = match (under.is_label, under.is_after_list, piece.shape, under.far) {
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
            now.is_after_list = had_items && piece.shape != Shape::Item;
            let under = match own {
                Some(section) if piece.shape != Shape::Heading => {
                    Under { section: Some(section), is_label: true, is_after_list: false, far: 0 }
                }
                _ => now,
            };
            if piece.shape == Shape::Heading {
                let section = heading::section(text.get(piece.range.clone()).unwrap_or_default());
                if section == Section::Button {
                    return under;
                }
                if piece.is_label {
                    label = Some((piece.paragraph, section));
                } else {
                    now = Under { section: Some(section), ..Under::default() };
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

fn starts_small(said: &str) -> bool {
    said.starts_with(|first: char| first.is_lowercase())
}

/// The short forms of the states, two letters each.
const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK \
    OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY";

/// Whether a sentence names a place in a state: "Reno, NV".
fn names_state(said: &str) -> bool {
    said.match_indices(", ").any(|(at, _)| {
        let rest = said.get(at + 2..).unwrap_or_default();
        let ends = rest.get(2..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        ends && rest.get(..2).is_some_and(|state| !state.contains(' ') && STATES.contains(state))
    })
}

/// How a sentence is written.
#[derive(Default)]
struct Written {
    words: usize,
    capitalised: usize,
    years: usize,
    commas: usize,
    digits: usize,
}

/// Writes a sentence as its words between `<` and `>`: small letters, without the `s` at an end; `#` for numbers, `year`,
/// `$`, `%` and `@` for what stands with them.
fn words(said: &str, to: &mut String) -> Written {
    let mut written = Written::default();
    to.push('<');
    let mut letters = said.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        match letter {
            '$' | '%' | '@' => {
                to.push(' ');
                to.push(letter);
            }
            ',' => written.commas += 1,
            _ if letter.is_ascii_digit() => {
                let mut end = start + 1;
                while let Some((at, _)) = letters.next_if(|(_, next)| next.is_ascii_digit()) {
                    end = at + 1;
                }
                written.digits += end - start;
                let number = said.get(start..end).unwrap_or_default();
                let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
                written.years += usize::from(is_year);
                if is_year {
                    to.push_str(" year");
                } else if !to.ends_with(" #") {
                    to.push_str(" #");
                }
            }
            _ if letter.is_alphabetic() => {
                written.words += 1;
                written.capitalised += usize::from(letter.is_uppercase());
                to.push(' ');
                let from = to.len();
                to.extend(letter.to_lowercase());
                loop {
                    if let Some((_, next)) = letters.next_if(|(_, next)| next.is_alphabetic()) {
                        to.extend(next.to_lowercase());
                    } else if letters.next_if(|(_, next)| matches!(next, '\'' | '’')).is_none() {
                        break;
                    }
                }
                singular(to, from);
            }
            _ => {}
        }
    }
    to.push_str(" >");
    written
}

/// Takes the `s` of a plural or of a verb from the word at the end.
fn singular(words: &mut String, from: usize) {
    let word = words.get(from..).unwrap_or_default();
    if word.len() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return;
    }
    if word.len() > 4 && word.ends_with("ies") {
        words.truncate(words.len() - 3);
        words.push('y');
    } else {
        words.truncate(words.len() - 1);
    }
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
    fn words_stand_between_their_ends() {
        let mut to = String::new();
        words("Maintains 12.5% of the company's duties since 2017, $40k", &mut to);
        assert_eq!(to, "< maintain # % of the company duty since year $ # k >");
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
