//! Which titles a person should look at: each once, the least certain first.

use std::collections::HashMap;
use std::io::{self, Write};

use csv::StringRecord;

use super::output::candidates;
use super::{CodingSummary, REVIEW_SCHEMA, Review, reason};
use crate::catalog::{Catalog, SourceId};
use crate::report::csv::{CsvRows, cell};
use crate::report::json::object;
use crate::search::Coding;
use crate::staff::batch::{Finder, coded};
use crate::staff::file::Input;

/// The columns of the CSV form.
const COLUMNS: [&str; 8] = ["count", "input", "code", "title", "confidence", "reason", "second_code", "second_title"];
/// So many candidates of a title are shown.
const CANDIDATES: usize = 2;
/// So many titles are coded before the next news.
const TOGETHER: usize = 1024;

/// A title with how often it occurs.
pub struct Doubtful {
    title: String,
    count: usize,
    /// In thousandths, as it is written: where it reads the same, the count decides.
    certainty: u16,
    coding: Coding,
}

/// Reads all titles, codes each different one once, and gives those that a person should look at, the least certain
/// first, then the more frequent. A title without a code is the least certain; blank ones are left out.
pub fn doubtful(
    input: &mut Input<'_>,
    review: Review,
    finders: &mut [impl Finder],
    watch: &dyn Fn(usize),
    summary: &mut CodingSummary,
) -> io::Result<Vec<Doubtful>> {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    let mut row = StringRecord::new();
    let mut read = 0_usize;
    while input.next(&mut row)? {
        read += 1;
        let title = row.get(input.title).unwrap_or_default().trim();
        match counts.get_mut(title) {
            Some((count, _)) => *count += 1,
            None => _ = counts.insert(title.to_owned(), (1, counts.len())),
        }
        if read.is_multiple_of(TOGETHER) {
            watch(0);
        }
    }
    let mut titles: Vec<(String, (usize, usize))> = counts.into_iter().collect();
    titles.sort_unstable_by_key(|(_, (_, place))| *place);
    let mut found = Vec::new();
    for titles in titles.chunks(TOGETHER) {
        let codings = coded(titles.iter().map(|(title, _)| title.as_str()), finders, CANDIDATES);
        for ((title, (count, _)), coding) in titles.iter().zip(codings) {
            summary.count(&coding, *count);
            let sure = coding.candidates.first().map_or(0.0, |first| first.confidence);
            if !title.is_empty() && review.below.is_none_or(|below| sure < below) {
                found.push(Doubtful { title: title.clone(), count: *count, certainty: thousandths(sure), coding });
            }
        }
        watch(summary.titles);
    }
    // Stable: of titles that are equal in both, the one that came first.
    found.sort_by_key(|title| (title.certainty, std::cmp::Reverse(title.count)));
    found.truncate(review.limit.unwrap_or(usize::MAX));
    Ok(found)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
fn thousandths(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u16
}

/// What is written: the titles, with whose wording they quote.
pub(crate) struct ReviewList<'a> {
    pub catalog: &'a Catalog<'a>,
    pub wording: SourceId,
    pub titles: Vec<Doubtful>,
}

/// Writes it as CSV.
pub fn csv(out: &mut dyn Write, list: &ReviewList<'_>) -> io::Result<()> {
    let mut rows = CsvRows::new(out, COLUMNS)?;
    for title in &list.titles {
        let found = candidates(list.catalog, &title.coding);
        let code = |place: usize| cell(found.get(place).map(|c| c.code));
        let name = |place: usize| found.get(place).map_or("", |c| c.title);
        let confidence = cell(found.first().map(|c| format!("{:.3}", c.confidence)));
        let reason = reason(&title.coding).unwrap_or_default();
        let (count, first, second) = (title.count.to_string(), code(0), code(1));
        rows.row([&count, &title.title, &first, name(0), &confidence, reason, &second, name(1)])?;
    }
    rows.end()
}

/// Writes it as JSON.
pub fn json(out: &mut dyn Write, list: &ReviewList<'_>) -> io::Result<()> {
    let results = list.titles.iter().map(|title| {
        object!(Entry {
            count: title.count,
            input: &title.title,
            reason: reason(&title.coding),
            candidates: candidates(list.catalog, &title.coding),
        })
    });
    let results = results.collect::<Vec<_>>();
    serde_json::to_writer(&mut *out, &object!(Document { schema: REVIEW_SCHEMA, wording: list.wording, results }))?;
    writeln!(out)?;
    out.flush()
}
