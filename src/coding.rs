//! The command `rolescope code`: what the file is, how far it is, what was done.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use csv::StringRecord;

use crate::cli::Code;
use crate::data::{self, Failure};
use crate::ingest::spreadsheet::Spreadsheet;
use crate::ingest::{LARGEST, SourceFile};
use crate::report;
use crate::report::code::{CodingSummary, Given, Options, Progress, Review};
use crate::term::Bar;

/// How an Excel workbook begins, as every zip archive does.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// Codes the titles of a file or of standard input.
///
/// # Errors
/// An input that cannot be used, by its name; those of the writer.
pub fn run(out: &mut dyn Write, code: &Code) -> Result<(), Failure> {
    let name = match code.file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => code.file.display().to_string(),
    };
    let (mut bytes, size) = open(&code.file, &name)?;
    let mut start = Vec::new();
    (&mut bytes).take(WORKBOOK.len() as u64).read_to_end(&mut start).map_err(|error| format!("{name}: {error}"))?;
    let is_workbook = start == WORKBOOK;
    let mut bytes = start.as_slice().chain(bytes);
    if is_workbook {
        if code.lines {
            return Err(format!("{name}: --lines is for text; this is an Excel workbook or a zip archive").into());
        }
        let mut book = Spreadsheet::open(whole(&name, bytes)?)?;
        let mut rows = book.rows(code.sheet.as_deref())?;
        if code.sheet.is_none() && !rows.others.is_empty() {
            let others = rows.others.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
            say(&format!("{name}: sheet {:?} is read; --sheet takes another: {others}", rows.name));
        }
        let mut next = |row: &mut StringRecord| rows.next(row).map_err(io::Error::other);
        return titles(out, &name, Given::Rows(&mut next), None, code);
    }
    if code.sheet.is_some() {
        return Err(format!("{name}: --sheet is for Excel workbooks (.xlsx); this is none").into());
    }
    titles(out, &name, Given::Text(&mut bytes), size, code)
}

/// The bytes of a file or of standard input, and how many there are where that is known.
fn open(path: &Path, name: &str) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let bad = |error: io::Error| format!("{name}: {error}");
    let kind = fs::metadata(path).map_err(bad)?;
    if kind.is_dir() {
        return Err(format!("{name}: this is a folder; name a file with job titles").into());
    }
    if kind.is_file() && kind.len() == 0 {
        return Err(format!("{name}: the file is empty").into());
    }
    let file = File::open(path).map_err(bad)?;
    Ok((Box::new(file), kind.is_file().then_some(kind.len())))
}

/// A workbook in memory: its list of parts stands at its end.
fn whole(name: &str, bytes: impl Read) -> Result<SourceFile, Failure> {
    let mut whole = Vec::new();
    bytes.take(LARGEST + 1).read_to_end(&mut whole).map_err(|error| format!("{name}: {error}"))?;
    if whole.len() as u64 > LARGEST {
        return Err(
            format!("{name}: larger than the {LARGEST} bytes that are read of a workbook; save it as CSV").into()
        );
    }
    Ok(SourceFile { path: name.into(), bytes: whole })
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
    let summary = report::code(out, given, engine, &options, &watch).map_err(|error| -> Failure {
        // An input that cannot be used is named; the writer's errors stay what they are, as a closed pipe is none.
        if error.kind() == io::ErrorKind::InvalidData { format!("{name}: {error}").into() } else { error.into() }
    })?;
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
