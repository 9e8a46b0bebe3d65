//! Words that were parted at the end of a line.

use std::collections::HashSet;

/// The words of a text, by which a parted word is known.
#[derive(Debug, Default)]
pub struct Words(HashSet<String>);

/// What words with a hyphen begin with: `follow-up`.
const HEADS: [&str; 33] = [
    "anti", "back", "best", "client", "close", "co", "cost", "cross", "customer", "day", "decision", "ex", "face",
    "fast", "first", "follow", "front", "full", "hands", "high", "large", "long", "low", "mid", "non", "one", "real",
    "self", "short", "three", "time", "two", "well",
];

/// What words with a hyphen end with: `on-site`, `part-time`.
const TAILS: [&str; 42] = [
    "based",
    "bound",
    "building",
    "call",
    "centered",
    "class",
    "day",
    "depth",
    "driven",
    "effective",
    "end",
    "facing",
    "free",
    "friendly",
    "going",
    "hand",
    "house",
    "in",
    "keeping",
    "known",
    "level",
    "line",
    "making",
    "minded",
    "month",
    "off",
    "on",
    "oriented",
    "out",
    "paced",
    "person",
    "quality",
    "related",
    "round",
    "site",
    "solving",
    "specific",
    "taking",
    "term",
    "time",
    "up",
    "wide",
];

/// How the second half of a parted word ends or begins, and no word does.
const ENDINGS: [&str; 24] = [
    "ability", "able", "ance", "ation", "cation", "cial", "cian", "ed", "ence", "er", "ers", "ible", "ical", "ing",
    "ity", "ization", "ment", "ments", "ness", "sion", "tial", "tion", "tions", "tive",
];

impl Words {
    /// The words of lines; the halves of a parted one are none.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut words = HashSet::new();
        let mut was_parted = false;
        for line in lines {
            let is_parted = line.ends_with(['-', '\u{ad}', '\u{2010}']);
            let mut rest = line;
            if was_parted {
                rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
            }
            if is_parted {
                rest = rest.rsplit_once(' ').map_or("", |(rest, _)| rest);
            }
            was_parted = is_parted;
            let all = rest.split(|letter: char| !letter.is_alphabetic() && letter != '-');
            words.extend(all.map(|word| word.trim_matches('-')).filter(|word| word.len() > 2).map(str::to_lowercase));
        }
        Self(words)
    }

    /// Adds a line to the one that it goes on from.
    pub fn join(&self, whole: &mut String, line: &str) {
        // These two are there for nothing else.
        if whole.ends_with(['\u{ad}', '\u{2010}']) && line.starts_with(char::is_lowercase) {
            whole.pop();
            whole.push_str(line);
            return;
        }
        let head = whole.strip_suffix('-').filter(|head| head.ends_with(char::is_alphabetic));
        match head.filter(|_| line.starts_with(char::is_alphabetic)) {
            Some(head) => {
                let head = head.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
                let tail: String = line.chars().take_while(|letter| letter.is_alphabetic()).collect();
                if matches!(tail.as_str(), "and" | "or" | "to") {
                    whole.push(' ');
                } else if tail.starts_with(char::is_lowercase) && self.is_parted(&head.to_lowercase(), &tail) {
                    whole.pop();
                }
            }
            None if whole.is_empty() => {}
            // `and/` and `long–` go on without a blank.
            None if whole.ends_with('/') && !whole.ends_with(" /") => {}
            None => whole.push(' '),
        }
        whole.push_str(line);
    }

    /// Whether two halves are surely one word.
    fn is_parted(&self, head: &str, tail: &str) -> bool {
        let has = |word: &str| self.0.contains(word);
        let is_compound = || HEADS.contains(&head) || TAILS.contains(&tail) || head.len() < 2 || has(head) && has(tail);
        match () {
            () if has(&format!("{head}{tail}")) => true,
            () if has(&format!("{head}-{tail}")) => false,
            () => ENDINGS.contains(&tail) || !is_compound(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn joined(text: &str, head: &str, tail: &str) -> String {
        let mut whole = head.to_owned();
        Words::of(std::iter::once(text)).join(&mut whole, tail);
        whole
    }

    #[test]
    fn a_word_is_mended_only_where_that_is_sure() {
        for (text, head, tail, expected) in [
            ("", "the manage-", "ment of", "the management of"),
            ("the scheduling", "daily sche-", "duling of", "daily scheduling of"),
            ("", "daily sche\u{ad}", "duling of", "daily scheduling of"),
            ("", "part-", "time work", "part-time work"),
            ("a decision-making body", "decision-", "making", "decision-making"),
            ("", "in-", "stitutions", "institutions"),
            ("", "on-", "site", "on-site"),
            ("", "e-", "mail", "e-mail"),
            ("", "full-", "and part-time", "full- and part-time"),
            ("the nurse and the patient", "nurse-", "patient", "nurse-patient"),
            ("", "follow-", "ing up", "following up"),
            ("", "sys\u{2010}", "tems", "systems"),
            ("", "nurses and/", "or aides", "nurses and/or aides"),
            ("", "the", "cook", "the cook"),
            ("", "Wilkes-", "Barre", "Wilkes-Barre"),
            ("", "2019 -", "today", "2019 - today"),
        ] {
            assert_eq!(joined(text, head, tail), expected);
        }
    }
}
