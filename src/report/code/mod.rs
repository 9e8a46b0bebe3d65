//! Coding job titles in bulk: titles in, one after the other, codes out in the same order.

mod output;
mod review;

use std::io::{self, Write};
use std::rc::Rc;

use super::{Format, Forms, page};
use crate::catalog::Catalog;
use crate::search::Coding;
use crate::staff::batch::{Batch, Finder, judge};
use crate::staff::file::{Given, Input, Meter};
use output::Output;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/code/1";
/// The schema of the list that a person should look at.
pub const REVIEW_SCHEMA: &str = "rolescope/review/1";

/// A first code below this confidence is counted as unsure.
const UNSURE: f32 = 0.5;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// At most so many candidates a title.
    pub top: usize,
    /// How they are written.
    pub format: Format,
    /// The column of the titles, by name or by number from 1.
    pub column: Option<&'a str>,
    /// Takes each line as a title, without looking for columns or a header.
    pub lines: bool,
    /// Lists the titles that a person should look at, instead of all.
    pub review: Option<Review>,
}

/// Which titles a person should look at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Review {
    /// At most so many, the least certain.
    pub limit: Option<usize>,
    /// Those under this confidence.
    pub below: Option<f32>,
}

/// How far the coding of an input is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the input that are done.
    pub bytes: u64,
    /// Titles that are done.
    pub titles: usize,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingSummary {
    /// Titles read.
    pub titles: usize,
    /// Titles that have a code.
    pub coded: usize,
    /// Titles whose code is less sure than one in two.
    pub unsure: usize,
    /// What the user may want to know of the input.
    pub remarks: Vec<String>,
}

impl CodingSummary {
    fn count(&mut self, coding: &Coding, times: usize) {
        self.titles += times;
        if let Some(first) = coding.candidates.first() {
            self.coded += times;
            self.unsure += if first.confidence < UNSURE { times } else { 0 };
        }
    }

    fn remark_on(&mut self, meter: &Meter, ragged: Option<usize>) {
        self.remarks.extend(meter.remarks());
        if let Some(row) = ragged {
            let remark =
                format!("row {row} has more cells than there are columns, perhaps others too: they stand at its end");
            self.remarks.push(remark);
        }
    }
}

/// How a form writes all titles, and those that a person should look at.
pub(crate) struct CodeForm {
    all: output::Open,
    review: fn(&mut dyn Write, &review::ReviewList<'_>) -> io::Result<()>,
}

/// The forms of codes.
pub(crate) const FORMS: Forms<CodeForm> = &[
    (Format::Csv, CodeForm { all: output::csv, review: review::csv }),
    (Format::Json, CodeForm { all: output::json, review: review::json }),
];

/// Codes every title of the input, on as many threads as there are finders. The order is kept and memory does not grow
/// with the input (of a review: with its different titles): titles are taken in batches. Nothing is written before it is
/// known what the input is.
///
/// # Errors
/// Those of reader and writer, of the kind `InvalidData` where the input cannot be used: it is no text, the column of the
/// titles is not known or not there, a title is beyond 64 KiB.
pub fn write(
    out: &mut dyn Write,
    given: Given<'_>,
    catalog: &Catalog<'_>,
    options: &Options<'_>,
    finders: &mut [impl Finder],
    watch: &dyn Fn(Progress),
) -> io::Result<CodingSummary> {
    let form = options.format.writer(FORMS)?;
    let mut input = Input::open(given, options.column, options.lines, &mut judge(finders))?;
    let meter = Rc::clone(&input.meter);
    let wording = page::wording_source(catalog);
    let mut summary = CodingSummary { remarks: input.remark.take().into_iter().collect(), ..CodingSummary::default() };
    if let Some(review) = options.review {
        let news = |titles: usize| watch(Progress { bytes: meter.bytes.get(), titles });
        let titles = review::doubtful(&mut input, review, finders, &news, &mut summary)?;
        (form.review)(out, &review::ReviewList { catalog, wording, titles })?;
        summary.remark_on(&meter, None);
        return Ok(summary);
    }
    let mut output = Output::new(out, (catalog, wording), form.all, (&input.names, input.title))?;
    let mut batch = Batch::default();
    let mut ragged = None;
    loop {
        let more = batch.fill(&mut input)?;
        let codings = batch.code(input.title, finders, options.top);
        for (row, mut coding) in batch.rows().iter().zip(codings) {
            coding.candidates.truncate(options.top);
            summary.count(&coding, 1);
            if row.len() > input.names.len() {
                ragged = ragged.or(Some(summary.titles));
            }
            output.title(row, &coding)?;
        }
        watch(Progress { bytes: meter.bytes.get(), titles: summary.titles });
        if !more {
            break;
        }
    }
    output.end()?;
    summary.remark_on(&meter, ragged);
    Ok(summary)
}

/// Why a title has no code, or none that is sure.
fn reason(coding: &Coding) -> Option<&'static str> {
    match coding.note {
        Some(note) => Some(note.label()),
        None if coding.candidates.is_empty() => Some("nothing found"),
        None => None,
    }
}

#[cfg(test)]
mod tests;
