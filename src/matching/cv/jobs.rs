//! Where the jobs of a CV stand: a line with years, a title in it, above it or below it, and what follows.

use std::cmp::Reverse;
use std::ops::Range;

use super::Held;
use super::dates::{Years, years};
use crate::matching::text::Text;
use crate::matching::titles::{Gap, Words};

/// The most words of a line that names a job, before the years and all told.
const LONGEST: usize = 18;
/// Words of headings below which no job stands, and of lines that tell of schooling.
const SCHOOLING: [&str; 22] = [
    "education", "school", "schooling", "degree", "diploma", "ged", "b.s", "bs", "b.a", "ba", "bba", "a.a.s", "m.s", "mba",
    "bachelor", "master", "associate's", "certificate", "certified", "license", "award", "honors",
];
/// Words of headings that end what is told of the last job.
const ENDS: [&str; 26] = [
    "education", "skills", "references", "interests", "hobbies", "languages", "certifications", "certificates", "licenses",
    "credentials", "training", "tools", "awards", "honors", "volunteer", "memberships", "personal", "summary", "profile",
    "objective", "other", "additional", "tickets", "schooling", "software", "admitted",
];

/// A line with years.
struct Anchor {
    /// Where its first line begins and its last one ends, by line.
    lines: Range<usize>,
    title: Option<Range<usize>>,
    employer: Option<usize>,
    years: Years,
}

/// The jobs, the last one first: what goes on, then by the year it ended; else in the order of the text.
pub fn of_words(words: &Words<'_>, text: &Text) -> Vec<Held> {
    let lines = lines(words);
    let anchors = anchors(words, &lines);
    let sentence = |byte: usize| text.sentences.partition_point(|sentence| sentence.range.start <= byte).saturating_sub(1);
    let first_byte = |line: usize| lines.get(line).map_or(usize::MAX, |line| words.range(line).start);
    let mut held: Vec<Held> = Vec::new();
    for (place, anchor) in anchors.iter().enumerate() {
        let next = anchors.get(place + 1).map_or(lines.len(), |next| next.lines.start);
        let end = (anchor.lines.end..next).find(|line| ends(words, &lines, *line)).unwrap_or(next);
        let from = text.sentences.partition_point(|sentence| sentence.range.start < first_byte(anchor.lines.end));
        let to = text.sentences.partition_point(|sentence| sentence.range.start < first_byte(end));
        let title = anchor.title.clone().map(|title| words.range(&title));
        let stands = title.as_ref().map_or_else(|| words.range(&anchor.years.words).start, |title| title.start);
        // A line that goes on behind the years tells of the job, too.
        held.push(Held {
            sentence: sentence(stands),
            told: from.min(to)..to,
            title,
            employer: anchor.employer.and_then(|line| lines.get(line)).map(|line| words.range(line)),
            from: anchor.years.from,
            to: anchor.years.to,
        });
    }
    held.sort_by_key(|job| Reverse((job.to.unwrap_or(u16::MAX), job.title.is_some(), job.from)));
    held
}

/// The lines of a text, by its words.
fn lines(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < words.words.len() {
        let end = words.line_end(at);
        lines.push(at..end);
        at = end;
    }
    lines
}

/// Whether a line is a heading of something else than jobs.
fn ends(words: &Words<'_>, lines: &[Range<usize>], line: usize) -> bool {
    let Some(line) = lines.get(line) else { return true };
    let first = words.small(line.start);
    let is_short = line.len() <= 4 || words.gap(line.start + 1) == Gap::Colon || words.gap(line.start + 2) == Gap::Colon;
    let is_listed = words.words.get(line.start).is_some_and(|word| word.in_list);
    is_short && !is_listed && words.is_capital(line.start) && line.clone().take(3).any(|at| ENDS.contains(&words.small(at)))
        || ENDS.contains(&first) && words.gap(line.start + 1) == Gap::Colon
}

fn anchors(words: &Words<'_>, lines: &[Range<usize>]) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut is_schooling = false;
    let mut taken = 0;
    for (place, line) in lines.iter().enumerate() {
        let is_heading = line.len() <= 4;
        if is_heading && line.clone().any(|at| SCHOOLING.contains(&words.small(at)) || ENDS.contains(&words.small(at))) {
            is_schooling = line.clone().any(|at| matches!(words.small(at), "education" | "schooling" | "training"));
        } else if is_heading && line.clone().any(|at| matches!(words.small(at), "experience" | "employment" | "work" | "history" | "jobs")) {
            is_schooling = false;
        }
        let Some(years) = years(words, line) else { continue };
        let before = years.words.start - line.start;
        let is_listed = words.words.get(line.start).is_some_and(|word| word.in_list);
        let tells_school = line.clone().any(|at| SCHOOLING.contains(&words.small(at)));
        if is_schooling || before > LONGEST || place < taken || is_listed && line.len() > LONGEST {
            continue;
        }
        let found = title(words, lines, place, &years, taken);
        if found.is_none() && (tells_school || years.to == Some(years.from)) {
            continue;
        }
        let (title, at) = found.map_or((None, place), |(title, at)| (Some(title), at));
        let has_more = at == place && before > title.as_ref().map_or(0, ExactSizeIterator::len) + 1;
        let employer = if has_more || at != place { Some(place) } else { place.checked_sub(1).filter(|before| *before >= taken) };
        let first = at.min(place);
        let last = at.max(place) + 1;
        taken = last;
        anchors.push(Anchor { lines: first..last, title, employer, years });
    }
    anchors
}

/// The title of a job: in its line with years, in the line above or below it; with the line.
fn title(words: &Words<'_>, lines: &[Range<usize>], place: usize, years: &Years, taken: usize) -> Option<(Range<usize>, usize)> {
    let line = lines.get(place)?;
    let own = titles(words, line.start..years.words.start).or_else(|| {
        let behind = (years.words.end..line.end).take_while(|at| *at < years.words.end + 10).last()? + 1;
        titles(words, years.words.end..behind)
    });
    let is_plural = |title: &Range<usize>| {
        let last = words.small(title.end.saturating_sub(1));
        last.ends_with('s') && !last.ends_with("ss")
    };
    if let Some(own) = own.clone().filter(|own| !is_plural(own)) {
        return Some((own, place));
    }
    let beside = |other: usize| {
        let line = lines.get(other).filter(|line| line.len() <= LONGEST && other >= taken)?;
        let is_listed = words.words.get(line.start).is_some_and(|word| word.in_list);
        let is_dated = self::years(words, line).is_some();
        if is_listed || is_dated { None } else { titles(words, line.clone()).map(|title| (title, other)) }
    };
    let is_apart = |line: usize| {
        let start = lines.get(line).map_or(0, |line| words.range(line).start);
        let before = words.letters.get(..start).unwrap_or_default();
        let gap = before.get(before.trim_end().len()..).unwrap_or_default();
        gap.matches('\n').count() > 1
    };
    let above = place.checked_sub(1).filter(|_| !is_apart(place)).and_then(beside);
    let further = || place.checked_sub(2).filter(|above| !is_apart(place) && !is_apart(above + 1)).and_then(beside);
    let below = || Some(place + 1).filter(|below| !is_apart(*below)).and_then(beside);
    above.or_else(below).or_else(further).or_else(|| own.map(|own| (own, place)))
}

/// The title among words: the first that is no plural, as those of employers are.
fn titles(words: &Words<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let all = words.titles_of_line(range);
    let singular = all.iter().find(|title| {
        let last = words.small(title.end.saturating_sub(1));
        !last.ends_with('s') || last.ends_with("ss")
    });
    singular.or(all.first()).cloned()
}
