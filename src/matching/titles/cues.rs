//! Titles in sentences: what stands before and behind them.

use super::phrase::Phrase;
use super::words::{Gap, Words};

/// Words before a title, and how sure it is behind them that it is the job's (logits).
const BEFORE: &[(&str, f32)] = &[
    ("is seeking", 1.6),
    ("are seeking", 1.6),
    ("seeking", 1.2),
    ("seeing an", 1.0),
    ("is hiring", 1.6),
    ("are hiring", 1.6),
    ("hiring", 1.0),
    ("adding a", 1.2),
    ("being a", 0.2),
    ("for the", -0.2),
    ("join our", -0.4),
    ("to hire", 1.2),
    ("is recruiting", 1.4),
    ("currently recruiting", 1.4),
    ("recruiting for", 1.4),
    ("looking for", 1.4),
    ("in search of", 1.4),
    ("search for", 1.2),
    ("in need of", 1.4),
    ("immediate need for", 1.0),
    ("needs a", 1.4),
    ("needs an", 1.4),
    ("wants a", 1.4),
    ("wants an", 1.4),
    ("opening for", 1.4),
    ("openings for", 1.4),
    ("opportunity for", 1.0),
    ("opportunity as", 1.4),
    ("position of", 1.8),
    ("position as", 1.6),
    ("role of", 1.4),
    ("role as", 1.4),
    ("job of", 1.2),
    ("post of", 1.4),
    ("vacancy for", 1.6),
    ("in the", -0.6),
    ("as a", 1.0),
    ("as an", 1.0),
    ("as our", 1.0),
    ("as the", 0.6),
    ("serves as", 1.2),
    ("serve as", 1.2),
    ("work as", 1.2),
    ("working as", 1.2),
    ("employed as", 1.4),
    ("position is a", 1.6),
    ("position is an", 1.6),
    ("position is for a", 1.6),
    ("position is for an", 1.6),
    ("this is a", 0.8),
    ("duties of", 1.2),
    ("responsibilities of", 1.0),
    ("responsibilities for", 0.8),
    ("become a", 1.0),
    ("becoming a", 1.0),
    ("our", 0.2),
    ("the", 0.4),
    ("i am a", 1.2),
    ("i'm a", 1.2),
    ("i’m a", 1.2),
    ("im a", 1.2),
    ("been a", 1.2),
    ("i am an", 1.2),
    ("i'm an", 1.2),
    ("been an", 1.2),
    ("worked as", 0.8),
    ("experience as", 0.6),
];
/// What may stand between the words of a cue: `is currently seeking`.
const BETWEEN: [&str; 8] = ["currently", "now", "actively", "also", "always", "still", "a", "an"];
/// Words behind a title that say that it is the job's.
const BEHIND: &[(&str, f32)] = &[
    ("needed", 1.4),
    ("wanted", 1.6),
    ("position", 0.8),
    ("positions", 0.6),
    ("role", 0.6),
    ("opening", 0.8),
    ("openings", 0.8),
    ("job", 0.6),
    ("you", 1.0),
    ("looking", 0.6),
];
/// Verbs that tell of the job: `the engineer will`, `the clerk is responsible`.
const VERBS: [&str; 36] = [
    "will",
    "is",
    "are",
    "must",
    "shall",
    "has",
    "reports",
    "performs",
    "provides",
    "assists",
    "works",
    "ensures",
    "serves",
    "coordinates",
    "supports",
    "manages",
    "leads",
    "plans",
    "supervises",
    "operates",
    "maintains",
    "oversees",
    "directs",
    "prepares",
    "conducts",
    "develops",
    "designs",
    "analyzes",
    "reviews",
    "helps",
    "may",
    "should",
    "receives",
    "inspects",
    "position",
    "role",
];
/// Words before a person who is not the one looked for.
const OTHERS: [&str; 16] = [
    "to",
    "by",
    "with",
    "from",
    "of",
    "reports",
    "under",
    "supervises",
    "and",
    "or",
    "for",
    "than",
    "assist",
    "support",
    "contact",
    "between",
];

/// A title in a sentence, with how sure it is by what stands around it.
pub struct Cued {
    pub phrase: Phrase,
    pub logit: f32,
}

/// All titles in sentences of the first words of a text.
pub fn cued(words: &Words<'_>, most: usize) -> Vec<Cued> {
    let mut found = Vec::new();
    for at in 0..words.all.len().min(most) {
        let Some((after, logit)) = cue_at(words, at) else { continue };
        let Some(phrase) = words.title_after(after) else { continue };
        let is_the =
            matches!(words.small(at), "the" | "our" | "in" | "for") && after - at <= 2 && words.small(after - 1) != "a";
        let next = behind_bracket(words, phrase.words.end);
        let behind = words.small(next);
        let is_near = next > phrase.words.end || words.gap(next) == Gap::Space;
        let verb = is_near && is_verb(words, next);
        if is_the {
            let starts = matches!(words.gap(at), Gap::Line | Gap::Stop | Gap::Colon | Gap::Comma | Gap::Mark);
            let is_job = matches!(behind, "position" | "positions" | "role" | "opening" | "job");
            let is_of = at > 0 && matches!(words.small(at - 1), "of" | "for" | "join") && is_job;
            if !(verb && starts || is_near && (is_job || is_of)) {
                continue;
            }
        }
        let mut logit = logit;
        if let Some((_, more)) = BEHIND.iter().find(|(word, _)| is_near && *word == behind) {
            logit += more;
        }
        // `As a clerk, you will`
        let is_comma = matches!(words.gap(phrase.words.end), Gap::Comma | Gap::Close);
        if matches!(words.small(at), "as") {
            let to_you = (phrase.words.end..phrase.words.end + 14)
                .any(|at| matches!(words.small(at), "you" | "your" | "you’ll" | "you'll"));
            let starts = matches!(words.gap(at), Gap::Line | Gap::Stop);
            logit += if starts && (is_comma || to_you) {
                1.0
            } else if to_you {
                0.2
            } else {
                -0.8
            };
        }
        if is_the && verb {
            logit += 0.4;
        }
        found.push(Cued { phrase, logit });
    }
    found.extend(before_words(words, most));
    found.extend(subjects(words, most));
    found
}

/// Whether a word tells what somebody does: `will`, `cares`.
fn is_verb(words: &Words<'_>, at: usize) -> bool {
    let small = words.small(at);
    let ends = small.len() > 4 && small.ends_with('s') && !small.ends_with("ss");
    VERBS.contains(&small) || ends && !words.is_capital(at) && words.is_capital(at.max(1) - 1) && !words.is_head(at)
}

/// The word behind a bracket that opens at a word: `Police Dispatcher (PT/FT) position`.
fn behind_bracket(words: &Words<'_>, at: usize) -> usize {
    if words.gap(at) != Gap::Open {
        return at;
    }
    (at + 1..at + 6).find(|at| words.gap(*at) >= Gap::Close).filter(|at| words.gap(*at) == Gap::Close).unwrap_or(at)
}

/// Titles that begin a sentence of what is done: `Housekeepers are responsible for`, `Laboratory Scientist works`.
fn subjects(words: &Words<'_>, most: usize) -> Vec<Cued> {
    let mut found = Vec::new();
    for at in 1..words.all.len().min(most) {
        if words.gap(at) != Gap::Space || !words.is_head(at - 1) || !is_verb(words, at) {
            continue;
        }
        let start =
            (at.saturating_sub(6)..at).rev().find(|at| matches!(words.gap(*at), Gap::Line | Gap::Stop | Gap::Colon));
        let Some(start) = start else { continue };
        let phrase = Phrase { words: words.begun(start, at - 1), wide: None, is_later: false };
        if phrase.words.start == start && words.is_capital(start) {
            found.push(Cued { phrase, logit: if at - start > 1 { 0.4 } else { -0.2 } });
        }
    }
    found
}

/// The longest cue at a word: where the title begins, and how sure it is.
fn cue_at(words: &Words<'_>, at: usize) -> Option<(usize, f32)> {
    let first = words.small(at);
    // `such as a backhoe loader`, `as well as a driver`
    if first == "as"
        && at > 0
        && matches!(words.small(at - 1), "such" | "well" | "same" | "known" | "far" | "act" | "acts")
    {
        return None;
    }
    let mut best: Option<(usize, f32)> = None;
    for (cue, logit) in BEFORE {
        let mut said = cue.split(' ');
        if said.next() != Some(first) {
            continue;
        }
        let mut next = at + 1;
        let is_there = said.all(|word| {
            while words.small(next) != word && BETWEEN.contains(&words.small(next)) && words.gap(next) == Gap::Space {
                next += 1;
            }
            next += 1;
            words.small(next - 1) == word && words.gap(next - 1) <= Gap::Slash
        });
        if is_there && best.is_none_or(|(end, _)| next > end) {
            best = Some((next, *logit));
        }
    }
    best.filter(|_| {
        at == 0
            || !OTHERS.contains(&words.small(at - 1))
            || words.gap(at) > Gap::Space
            || matches!(first, "as" | "position" | "the")
    })
}

/// Titles at the beginning of a sentence before a word such as `needed`.
fn before_words(words: &Words<'_>, most: usize) -> Vec<Cued> {
    let mut found = Vec::new();
    for at in 1..words.all.len().min(most) {
        let mut word = at;
        if !matches!(words.small(at), "needed" | "wanted" | "position" | "positions" | "job")
            || words.gap(at) != Gap::Space
        {
            continue;
        }
        // `is needed`, `positions are being filled`
        if matches!(words.small(at - 1), "is" | "are") {
            word = at - 1;
        }
        let start = (at.saturating_sub(8)..word).rev().find(|at| words.gap(*at) >= Gap::Stop);
        let Some((start, head)) = start.zip((word.saturating_sub(1)..word).find(|at| words.is_head(*at))) else {
            continue;
        };
        let phrase = Phrase { words: words.begun(start, head), wide: None, is_later: false };
        let logit = if matches!(words.small(at), "needed" | "wanted") { 1.8 } else { 0.8 };
        found.push(Cued { phrase, logit });
    }
    found
}
