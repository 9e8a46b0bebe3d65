//! The years of a line: `2017 - present`, `Jan. 2018 to 05/2020`, `since 2014`, `Summer 2022`.

use std::ops::Range;

use super::super::titles::{Gap, Words};

/// From when to when, with the words that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    pub words: Range<usize>,
    pub from: u16,
    /// None where it goes on.
    pub to: Option<u16>,
}

const NOW: [&str; 7] = ["present", "now", "today", "current", "currently", "date", "ongoing"];
const BETWEEN: [&str; 24] = [
    "to",
    "till",
    "until",
    "thru",
    "through",
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "june",
    "july",
    "aug",
    "august",
    "sept",
    "september",
    "oct",
    "october",
    "november",
    "december",
];
const MONTHS: [&str; 8] = ["jun", "jul", "sep", "nov", "dec", "summer", "fall", "spring"];

/// A year, or that it goes on, in a part of a word.
enum Said {
    Year(u16),
    Now,
    /// A month, a day, a word between two years.
    Little,
}

fn said(part: &str) -> Option<Said> {
    // A line break may be lost behind it: `PresentCashier`.
    let is_glued = part.strip_prefix("present").is_some_and(|rest| !rest.starts_with(['a', 'e', 'i', 'l', 's']));
    if NOW.contains(&part) || is_glued {
        return Some(Said::Now);
    }
    if BETWEEN.contains(&part) || MONTHS.contains(&part) || part.is_empty() {
        return Some(Said::Little);
    }
    let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
    // A line break may be lost behind it: `2020Bookkeeper`.
    if digits.len() == 4 && part.chars().skip(4).all(char::is_alphabetic) {
        return digits.parse().ok().filter(|year| (1950..2050).contains(year)).map(Said::Year);
    }
    (digits.len() == part.len() && digits.len() <= 2).then_some(Said::Little)
}

/// The first span of years among words.
pub fn years(words: &Words<'_>, line: &Range<usize>) -> Option<Years> {
    let mut start = None;
    let mut found: Vec<Said> = Vec::new();
    let mut is_since = false;
    let mut end = line.start;
    for at in line.clone() {
        let parts: Option<Vec<Said>> = words.small(at).split(['-', '.']).map(said).collect();
        let is_open = matches!(words.gap(at), Gap::Colon | Gap::Line) && at > line.start;
        let Some(parts) = parts.filter(|_| !is_open) else {
            if let Some(years) = span(&found, start.unwrap_or(at)..end, is_since) {
                return Some(years);
            }
            (start, is_since) = (None, matches!(words.small(at), "since"));
            found.clear();
            if is_since {
                start = Some(at);
            }
            continue;
        };
        start.get_or_insert(at);
        end = at + 1;
        found.extend(parts);
    }
    span(&found, start?..end, is_since)
}

fn span(found: &[Said], words: Range<usize>, is_since: bool) -> Option<Years> {
    let mut years = found.iter().filter_map(|said| if let Said::Year(year) = said { Some(*year) } else { None });
    let from = years.next()?;
    let is_now = found.iter().any(|said| matches!(said, Said::Now));
    let to = if is_now || is_since { None } else { Some(years.next().unwrap_or(from)) };
    to.is_none_or(|to| to >= from).then_some(Years { words, from, to })
}
