//! The command `rolescope code`: how far it is, what was done.

use std::io::{self, IsTerminal, Write};

use crate::cli::Code;
use crate::data::{self, Failure};
use crate::jobs::list::{self, Wanted};
use crate::report;
use crate::report::code::{CodingSummary, Options, Progress, Review};
use crate::staff::file::Given;
use crate::term::Bar;

/// Codes the titles of a file or of standard input.
///
/// # Errors
/// An input that cannot be used, by its name; those of the writer.
pub fn run(out: &mut dyn Write, code: &Code) -> Result<(), Failure> {
    let name = list::name(&code.file);
    let wanted = Wanted { sheet: code.sheet.as_deref(), only_lines: code.lines };
    list::with(&code.file, wanted, |given, size, remark| {
        if let Some(remark) = remark {
            say(&format!("{name}: {remark}"));
        }
        titles(out, &name, given, size, code)
    })
}

fn titles(out: &mut dyn Write, name: &str, given: Given<'_>, size: Option<u64>, code: &Code) -> Result<(), Failure> {
    let review = Review { limit: code.review, below: code.below };
    let options = Options {
        top: code.top,
        format: code.format,
        column: code.column.as_deref(),
        lines: code.lines,
        review: Some(review).filter(|review| *review != Review::default()),
    };
    let bar = Bar::new(size);
    let watch = |done: Progress| bar.show(done.bytes, done.titles);
    let engine = data::open()?.engine;
    let summary = report::code(out, given, &engine, &options, &watch).map_err(|error| list::named(name, error))?;
    drop(bar);
    out.flush()?;
    for remark in &summary.remarks {
        say(&format!("{name}: {remark}"));
    }
    if io::stderr().is_terminal() {
        let CodingSummary { titles, coded, unsure, .. } = summary;
        say(&format!(
            "{titles} titles, {coded} with a code ({unsure} of them under 0.5), {} without",
            titles.saturating_sub(coded)
        ));
    }
    Ok(())
}

/// Says something on standard error; where that is closed nobody listens.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "rolescope: {words}");
}
