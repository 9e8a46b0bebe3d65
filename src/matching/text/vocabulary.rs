//! Words that say what a sentence is of, in lists that stand in `assets/words`, and the words of a sentence as the tables
//! have them.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of tasks that stand seldom in what stands around the work: `assets/words/trade.csv`.
pub static TRADE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../../assets/words/trade.csv").lines().skip(1).collect());

/// The words that say what somebody is, as titles have them: `assets/words/heads.csv`.
pub static HEADS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../../assets/words/heads.csv").lines().skip(1).collect());
/// So many words stand before it in a title at most.
pub const MOST_BEFORE_HEAD: usize = 8;
/// The most bytes of a title with what stands beside it.
pub const LONGEST_TITLE: usize = 70;

/// Verbs of what is done at work, as they stand in a dictionary: `assets/words/doing.csv`.
static DOING: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../../assets/words/doing.csv").lines().skip(1).collect());

/// Whether a word is one of these verbs as it stands in a dictionary.
pub fn is_verb_of_doing(word: &str) -> bool {
    DOING.contains(word)
}

/// In which form a word is one of these verbs.
pub fn doing(word: &str) -> Option<&'static str> {
    let is_verb = |stem: &str| {
        let without = stem.strip_suffix(|last: char| stem.ends_with([last; 2]) && last.is_alphabetic());
        // "Filed", "filled", "planned".
        DOING.contains(stem) || without.is_some_and(|stem| DOING.contains(stem)) || is_with_e(stem)
    };
    if DOING.contains(word) || word.strip_suffix('e').is_some_and(|stem| DOING.contains(stem)) {
        return Some("doing");
    }
    if let Some(stem) = word.strip_suffix("ing") {
        return is_verb(stem).then_some("doing:ing");
    }
    word.strip_suffix("ed").filter(|stem| is_verb(stem)).map(|_| "doing:ed")
}

/// Whether a stem and an `e` are a verb: "writ-ing".
fn is_with_e(stem: &str) -> bool {
    let mut word = [0; 16];
    for (to, from) in word.iter_mut().zip(stem.bytes().chain([b'e'])) {
        *to = from;
    }
    word.get(..=stem.len()).and_then(|word| std::str::from_utf8(word).ok()).is_some_and(|word| DOING.contains(word))
}

/// The short forms of the states, two letters each.
const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK \
    OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY";

/// Whether a sentence names a place in a state: "Reno, NV".
pub fn names_state(said: &str) -> bool {
    said.match_indices(", ").any(|(at, _)| {
        let rest = said.get(at + 2..).unwrap_or_default();
        let ends = rest.get(2..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        ends && rest.get(..2).is_some_and(|state| !state.contains(' ') && STATES.contains(state))
    })
}

/// How a sentence is written.
#[derive(Default)]
pub struct Written {
    pub words: usize,
    pub capitalised: usize,
    pub years: usize,
    pub commas: usize,
    pub digits: usize,
}

/// Writes a sentence as its words between `<` and `>`: small letters, without the `s` at an end; `#` for numbers, `year`,
/// `$`, `%` and `@` for what stands with them.
pub fn words(said: &str, to: &mut String) -> Written {
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
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_their_ends() {
        let mut to = String::new();
        words("Maintains 12.5% of the company's duties since 2017, $40k", &mut to);
        assert_eq!(to, "< maintain # % of the company duty since year $ # k >");
    }

    #[test]
    fn a_verb_of_doing_is_known_in_its_forms() {
        assert_eq!(doing("maintain"), Some("doing"));
        assert_eq!(doing("planned"), Some("doing:ed"));
        assert_eq!(doing("writing"), Some("doing:ing"));
        assert_eq!(doing("competitive"), None);
    }

    #[test]
    fn a_place_is_known_by_its_state() {
        assert!(names_state("Reno, NV") && names_state("Reno, NV 89501"));
        assert!(!names_state("Reno, NVA") && !names_state("Mops, dusts"));
    }
}
