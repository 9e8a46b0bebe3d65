//! The titles that a text names, and the roles that they belong to.

mod cues;
mod lines;
mod lists;
mod phrase;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use crate::search::{Coding, Engine, Note};

use super::cv::{self, Held};
use super::text::{Form, Holds, Text};
use lists::VAGUE;
use phrase::Phrase;
pub(super) use words::{Gap, Words};

/// A title that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTitle {
    /// The sentence that it stands in.
    pub sentence: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The title, without what stands around it: no grade, place, pay, employer.
    pub title: String,
    /// How sure it is that it is the title of the job, 0 to 1: by where it stands and what stands around it, by how often it
    /// is said, and by how well it is known.
    pub sureness: f32,
    /// Whether it is another job's than the first one's: an advertisement for two, a list of alternatives.
    pub is_another: bool,
    /// The roles that it may belong to.
    pub coding: Coding,
}

/// How many roles of a title are asked for.
const CANDIDATES: usize = 25;
/// How many titles are coded.
const MOST: usize = 6;
/// From which sureness on a title is told: a wrong one costs more than a missing one.
const LEAST: f32 = 0.4;
/// From which sureness on a title of other words is another job's.
const ANOTHER: f32 = 0.7;
/// From which confidence on each part of a title is one by itself.
const CLEAR: f32 = 0.5;
/// In how many words from the top titles are looked for.
const WORDS: usize = 3000;

/// A title before it is coded.
struct Candidate {
    phrase: Phrase,
    logit: f32,
    /// How often it is said in the same words.
    times: f32,
}

/// The titles of a text, the likeliest to be the job's first; none where it names none.
pub fn found(engine: &Engine, text: &Text) -> Vec<FoundTitle> {
    let words = Words::of(engine, top(text));
    let held = if text.form == Form::Cv { cv::of_words(&words, text) } else { Vec::new() };
    let candidates = candidates(&words, text, &held);
    let mut titles: Vec<FoundTitle> =
        candidates.into_iter().take(MOST).filter_map(|candidate| coded(engine, text, &words, candidate)).collect();
    titles.sort_by(|a, b| b.sureness.total_cmp(&a.sureness).then(a.range.start.cmp(&b.range.start)));
    if let Some(first) = titles.first().cloned() {
        for other in titles.iter_mut().skip(1) {
            other.is_another = held.is_empty() && is_another(&first, other);
        }
        titles.extend(alternatives(engine, &first));
    }
    titles
}

/// The part of a text in which titles and jobs are looked for.
pub(super) fn top(text: &Text) -> &str {
    text.letters.get(..text.letters.floor_char_boundary(WORDS * 8)).unwrap_or_default()
}

/// Whether a title is as sure as the first one, and another job's: of other words and another role.
fn is_another(first: &FoundTitle, other: &FoundTitle) -> bool {
    let role = |title: &FoundTitle| title.coding.candidates.first().map(|first| first.role);
    let (one, two) = (first.title.to_lowercase(), other.title.to_lowercase());
    let shares = two.split(|c: char| !c.is_alphanumeric()).any(|word| word.len() > 2 && one.contains(word));
    other.sureness >= ANOTHER && !shares && role(first) != role(other)
}

/// The titles of a list of alternatives: `Cook/Dishwasher`, `Hair Stylists & Colorists`; none where it is one title.
fn alternatives(engine: &Engine, whole: &FoundTitle) -> Vec<FoundTitle> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in whole.title.match_indices(['/', '&']).chain([(whole.title.len(), "")]) {
        let part = whole.title.get(start..at).unwrap_or_default();
        parts.push((start + part.len() - part.trim_start().len(), part.trim()));
        start = at + mark.len();
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let coded = parts.into_iter().map(|(start, part)| (start, part, engine.code(part, CANDIDATES)));
    let parts: Vec<(usize, &str, Coding)> = coded.collect();
    let is_title = |coding: &Coding| {
        coding.note.is_none() && coding.candidates.first().is_some_and(|first| first.confidence >= CLEAR)
    };
    let role = |coding: &Coding| coding.candidates.first().map(|first| first.role);
    if !parts.iter().all(|(_, _, coding)| is_title(coding)) {
        return Vec::new();
    }
    let own = role(&whole.coding);
    let others = parts.into_iter().filter(|(_, _, coding)| role(coding) != own);
    others
        .map(|(start, part, coding)| {
            let start = (whole.range.start + start).min(whole.range.end);
            let range = start..(start + part.len()).min(whole.range.end);
            FoundTitle { range, title: part.to_owned(), is_another: true, coding, ..whole.clone() }
        })
        .collect()
}

/// What may be the title, the likeliest first, each once.
fn candidates(words: &Words<'_>, text: &Text, held: &[Held]) -> Vec<Candidate> {
    let mut candidates: Vec<(String, Candidate)> = Vec::new();
    let lines = lines::lined(words, WORDS).into_iter().map(|found| (found.phrase, found.logit));
    // Who a list of duties speaks of is mostly somebody else.
    let of_duties = if text.form == Form::Duties { 1.5 } else { 0.0 };
    let cues = cues::cued(words, WORDS).into_iter().map(|found| (found.phrase, found.logit - of_duties));
    // The job held last is the one that a CV is of; then those before it.
    let phrase = |title: &Range<usize>| Some(Phrase { words: words.at(title)?, wide: None, is_later: false });
    let jobs = held.iter().zip([2.2, 0.0, -0.8, -1.2]);
    let jobs = jobs.filter_map(|(job, logit)| Some((phrase(job.title.as_ref()?)?, logit)));
    let first_job = held.iter().filter_map(|job| job.title.as_ref()).map(|title| title.start).min();
    for (phrase, logit) in jobs.chain(lines.chain(cues)) {
        let start = words.range(&phrase.words).start;
        let mut logit = logit + beside(text, start);
        // Above the jobs of a CV stands what somebody calls himself, or a name with letters behind it.
        if let Some(first) = first_job
            && !held.iter().any(|job| job.title.as_ref().is_some_and(|title| title.start == start))
        {
            logit -= if start > first { 2.0 } else { 0.4 };
        }
        let key = key(words, phrase.words.clone());
        if let Some((_, known)) = candidates.iter_mut().find(|(other, _)| *other == key) {
            known.times += 1.0;
            if logit > known.logit {
                (known.logit, known.phrase) = (logit, phrase);
            }
        } else {
            candidates.push((key, Candidate { phrase, logit, times: 0.0 }));
        }
    }
    let said = times_said(words, &candidates);
    for (at, (_, candidate)) in candidates.iter_mut().enumerate() {
        let times: f32 = said.get(at).copied().unwrap_or_default();
        candidate.logit += 0.5 * candidate.times.min(3.0) + 0.3 * (times - candidate.times - 1.0).clamp(0.0, 3.0);
    }
    candidates.sort_by(|(_, a), (_, b)| b.logit.total_cmp(&a.logit));
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How much less sure a title is in a sentence that tells of something else.
fn beside(text: &Text, at: usize) -> f32 {
    let Some(sentence) = sentence_at(text, at).and_then(|at| text.sentences.get(at)) else { return 0.0 };
    match sentence.holds {
        _ if sentence.by_user && !sentence.counts => -9.0,
        // In a CV the titles of all jobs are told for titles.
        Holds::Title if text.form != Form::Cv => 0.8,
        Holds::Legal | Holds::Application | Holds::Person => -0.8,
        Holds::Offer | Holds::Education | Holds::Conditions => -0.4,
        _ => 0.0,
    }
}

/// The sentence of a place in a text.
fn sentence_at(text: &Text, at: usize) -> Option<usize> {
    text.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)
}

/// A title without capitals and plurals.
fn key(words: &Words<'_>, range: Range<usize>) -> String {
    let singular = |at: usize| words.small(at).strip_suffix('s').unwrap_or(words.small(at)).to_owned();
    range.map(singular).collect::<Vec<_>>().join(" ")
}

/// How often the words of each candidate are said in the text.
fn times_said(words: &Words<'_>, candidates: &[(String, Candidate)]) -> Vec<f32> {
    let mut by_first: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (place, (key, _)) in candidates.iter().enumerate() {
        let first = key.split(' ').next().unwrap_or_default();
        by_first.entry(first).or_default().push((place, key.split(' ').count()));
    }
    let mut times = vec![0.0; candidates.len()];
    for at in 0..words.all.len() {
        let small = words.small(at);
        let Some(places) = by_first.get(small.strip_suffix('s').unwrap_or(small)) else { continue };
        for (place, length) in places {
            let is_said = candidates.get(*place).is_some_and(|(said, _)| *said == key(words, at..at + length));
            times.get_mut(*place).into_iter().for_each(|times| *times += f32::from(u8::from(is_said)));
        }
    }
    times
}

/// Codes a title, with what tells it more exactly where it alone does not tell its role.
fn coded(engine: &Engine, text: &Text, words: &Words<'_>, candidate: Candidate) -> Option<FoundTitle> {
    let said = |range: &Range<usize>| words.said(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
    let confidence = |coding: &Coding| coding.candidates.first().map_or(0.0, |first| first.confidence);
    let mut range = words.range(&candidate.phrase.words);
    let mut title = said(&candidate.phrase.words);
    let mut coding = engine.code(&title, CANDIDATES);
    if let Some(wide) = candidate.phrase.wide
        && (confidence(&coding) < 0.6
            || coding.note == Some(Note::TooGeneral)
            || words.gap(candidate.phrase.words.end) == Gap::Open
            || candidate.phrase.words.len() == 1)
    {
        let more = said(&wide);
        let other = engine.code(&more, CANDIDATES);
        let margin = if candidate.phrase.words.len() == 1 { 0.15 } else { 0.0 };
        if confidence(&other) > confidence(&coding) - margin
            || coding.note == Some(Note::TooGeneral) && other.note.is_none()
        {
            (range, title, coding) = (words.range(&wide), more, other);
        }
    }
    // A bracket is a title's where it closes.
    if text.letters.get(range.end..).is_some_and(|rest| rest.starts_with(')')) && title.contains('(') {
        range.end += 1;
        title.push(')');
    }
    let first = coding.candidates.first()?;
    let mut logit = candidate.logit + 2.5 * (first.confidence - 0.6);
    if coding.note.is_some() {
        logit -= 1.5;
    }
    // `Prairie State Builders`
    if candidate.phrase.words.len() > 1 && title.ends_with('s') && first.confidence < 0.4 {
        logit -= 2.0;
    }
    if range == words.range(&candidate.phrase.words)
        && VAGUE.contains(&key(words, candidate.phrase.words.clone()).as_str())
    {
        logit -= 3.0;
    }
    let sureness = 1.0 / (1.0 + (-logit).exp());
    let sentence = sentence_at(text, range.start).unwrap_or_default();
    (sureness >= LEAST).then_some(FoundTitle { sentence, range, title, sureness, is_another: false, coding })
}

#[cfg(test)]
mod tests;
