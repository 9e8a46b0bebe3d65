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
    "education",
    "school",
    "schooling",
    "degree",
    "diploma",
    "ged",
    "b.s",
    "bs",
    "b.a",
    "ba",
    "bba",
    "a.a.s",
    "m.s",
    "mba",
    "bachelor",
    "master",
    "associate's",
    "certificate",
    "certified",
    "license",
    "award",
    "honors",
];
/// Words of headings that end what is told of the last job.
const ENDS: [&str; 26] = [
    "education",
    "skills",
    "references",
    "interests",
    "hobbies",
    "languages",
    "certifications",
    "certificates",
    "licenses",
    "credentials",
    "training",
    "tools",
    "awards",
    "honors",
    "volunteer",
    "memberships",
    "personal",
    "summary",
    "profile",
    "objective",
    "other",
    "additional",
    "tickets",
    "schooling",
    "software",
    "admitted",
];

/// Words of headings above jobs.
const HEADINGS: [&str; 6] = ["experience", "employment", "history", "jobs", "work", "positions"];

/// A line with years.
struct Anchor {
    /// Where its first line begins and its last one ends, by line.
    lines: Range<usize>,
    title: Option<Range<usize>>,
    /// Words that name the employer.
    employer: Option<Range<usize>>,
    years: Years,
}

/// The jobs, the last one first: what goes on, then by the year it ended; else in the order of the text.
pub fn of_words(words: &Words<'_>, text: &Text) -> Vec<Held> {
    let lines = lines(words);
    let anchors = anchors(words, &lines);
    let sentence =
        |byte: usize| text.sentences.partition_point(|sentence| sentence.range.start <= byte).saturating_sub(1);
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
            employer: anchor.employer.as_ref().map(|employer| words.range(employer)),
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
    while at < words.all.len() {
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
    let is_short =
        line.len() <= 4 || words.gap(line.start + 1) == Gap::Colon || words.gap(line.start + 2) == Gap::Colon;
    let is_listed = words.all.get(line.start).is_some_and(|word| word.in_list);
    is_short
        && !is_listed
        && words.is_capital(line.start)
        && line.clone().take(3).any(|at| ENDS.contains(&words.small(at)))
        || ENDS.contains(&first) && words.gap(line.start + 1) == Gap::Colon
}

fn anchors(words: &Words<'_>, lines: &[Range<usize>]) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = Vec::new();
    let (mut is_schooling, mut is_beside) = (false, false);
    let mut taken = 0;
    for (place, line) in lines.iter().enumerate() {
        let has = |list: &[&str]| line.len() <= 4 && line.clone().any(|at| list.contains(&words.small(at)));
        if has(&["summary", "profile", "objective"]) {
            is_schooling = false;
        } else if has(&ENDS) {
            (is_schooling, is_beside) = (has(&["education", "schooling", "training"]), true);
        } else if has(&HEADINGS) || has(&["current", "previous", "before"]) {
            (is_schooling, is_beside) = (false, false);
        }
        let Some(years) = years(words, line) else { continue };
        let before = years.words.start - line.start;
        let is_listed = words.all.get(line.start).is_some_and(|word| word.in_list);
        let is_since = words.small(years.words.start) == "since";
        let tells_school = line.clone().any(|at| SCHOOLING.contains(&words.small(at)));
        let is_other = ENDS.contains(&words.small(line.start)) && words.gap(line.start + 1) == Gap::Colon;
        if is_schooling || is_other || before > LONGEST || place < taken || is_listed && line.len() > LONGEST {
            continue;
        }
        let found = title(words, lines, place, &years, taken);
        let is_one_year = years.to == Some(years.from);
        if found.is_none() && (tells_school || is_one_year || is_beside) || is_beside && (is_one_year || is_since) {
            continue;
        }
        // `Windows Server 2016-2022` is a product with its year.
        let is_product = |title: &Range<usize>| title.end == years.words.start && words.gap(title.end) == Gap::Space;
        if is_beside && found.as_ref().is_some_and(|(title, _)| is_product(title)) {
            continue;
        }
        let (title, at) = found.map_or((None, place), |(title, at)| (Some(title), at));
        let employer = employer(words, lines, (place, at, taken), title.as_ref(), &years);
        let first = employer.as_ref().map_or(place, |(_, line)| *line).min(at).min(place);
        let last = at.max(place) + 1;
        taken = last;
        anchors.push(Anchor { lines: first..last, title, employer: employer.map(|(words, _)| words), years });
    }
    anchors
}

/// The employer, with its line: what stands beside the title in the line with the years, else the line above both.
fn employer(
    words: &Words<'_>,
    lines: &[Range<usize>],
    (place, titled, taken): (usize, usize, usize),
    title: Option<&Range<usize>>,
    years: &Years,
) -> Option<(Range<usize>, usize)> {
    let line = lines.get(place)?;
    let before = line.start..years.words.start;
    let own = match title.filter(|_| titled == place) {
        Some(title) if title.start >= years.words.end && before.is_empty() => title.end..line.end.min(title.end + 8),
        Some(title) if title.start >= years.words.end => before,
        Some(title) if title.start > line.start => line.start..title.start,
        Some(title) => (title.end..before.end).find(|at| !is_numeral(words, *at)).unwrap_or(before.end)..before.end,
        None => before,
    };
    let above = || {
        let at =
            place.min(titled).checked_sub(1).filter(|above| *above >= taken && !is_apart(words, lines, above + 1))?;
        let line = lines.get(at).filter(|line| !words.all.get(line.start).is_some_and(|word| word.in_list))?;
        (!line.clone().any(|at| HEADINGS.contains(&words.small(at)))).then(|| (line.clone(), at))
    };
    let is_name = |named: &Range<usize>| !named.is_empty() && named.len() <= LONGEST && words.is_capital(named.start);
    Some((own, place)).filter(|(named, _)| is_name(named)).or_else(|| above().filter(|(named, _)| is_name(named)))
}

/// Whether a word is the numeral of a grade, or a single letter.
fn is_numeral(words: &Words<'_>, at: usize) -> bool {
    words.small(at).chars().all(|letter| matches!(letter, 'i' | 'v'))
}

/// Whether an empty line stands above a line.
fn is_apart(words: &Words<'_>, lines: &[Range<usize>], line: usize) -> bool {
    let start = lines.get(line).map_or(0, |line| words.range(line).start);
    let before = words.letters.get(..start).unwrap_or_default();
    let gap = before.get(before.trim_end().len()..).unwrap_or_default();
    gap.matches('\n').count() > 1
}

/// The title of a job: in its line with years, in the line above or below it; with the line.
fn title(
    words: &Words<'_>,
    lines: &[Range<usize>],
    place: usize,
    years: &Years,
    taken: usize,
) -> Option<(Range<usize>, usize)> {
    let line = lines.get(place)?;
    let behind = years.words.end..line.end.min(years.words.end + 10);
    if let Some(own) = singular(words, line.start..years.words.start).or_else(|| singular(words, behind)) {
        return Some((own, place));
    }
    let beside = |other: usize| {
        let line = lines.get(other).filter(|line| line.len() <= LONGEST && other >= taken)?;
        let is_listed = words.all.get(line.start).is_some_and(|word| word.in_list);
        let is_dated = self::years(words, line).is_some();
        if is_listed || is_dated { None } else { singular(words, line.clone()).map(|title| (title, other)) }
    };
    let above = place.checked_sub(1).filter(|_| !is_apart(words, lines, place)).and_then(beside);
    let further = || {
        place
            .checked_sub(2)
            .filter(|above| !is_apart(words, lines, place) && !is_apart(words, lines, above + 1))
            .and_then(beside)
    };
    let below = || Some(place + 1).filter(|below| !is_apart(words, lines, *below)).and_then(beside);
    above.or_else(below).or_else(further)
}

/// The first title among words that is no plural, as names of employers are: `Prairie State Builders`.
fn singular(words: &Words<'_>, range: Range<usize>) -> Option<Range<usize>> {
    words.titles_of_line(range).into_iter().find(|title| {
        let last = words.small(title.end.saturating_sub(1));
        !last.ends_with('s') || last.ends_with("ss")
    })
}
