//! What the data screen says, line by line: laid out here, so that scrolling knows how much there is.

use textwrap::{Options, WordSplitter};

use super::{DataView, Pane, Prompt, heading};
use crate::app::data::Listing;
use crate::app::job::{Ended, How, Job, Running};
use crate::app::view::Around;
use crate::catalog::own::{Origin, UsedFile};
use crate::catalog::{Age, Date, Source, SourceId, grouped};

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Heading,
    /// Of lesser weight.
    Quiet,
    Error,
}

/// A line that fits its cells.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    Text {
        /// How it is meant.
        tone: Tone,
        /// What it says.
        text: String,
        /// How many bytes at its start are a label.
        label: usize,
    },
    /// How far a job is, 0 to 1.
    Bar(f64),
}

/// Cells of a label before a fact.
const LABEL: usize = 12;
/// Cells from which on labels stand before their facts.
const WITH_LABELS: usize = 30;

/// Lines that come about one after the other.
struct Lines {
    cells: usize,
    lines: Vec<Line>,
}

impl Lines {
    const fn new(cells: usize) -> Self {
        Self { cells, lines: Vec::new() }
    }

    fn wrapped(&mut self, tone: Tone, text: &str, (first, further): (&str, &str), label: usize) {
        let options = Options::new(self.cells.max(1))
            .initial_indent(first)
            .subsequent_indent(further)
            .word_splitter(WordSplitter::NoHyphenation);
        for (place, line) in textwrap::wrap(text, options).into_iter().enumerate() {
            let label = if place == 0 { label } else { 0 };
            self.lines.push(Line::Text { tone, text: line.into_owned(), label });
        }
    }

    /// A paragraph; lines of its own stay lines.
    fn say(&mut self, tone: Tone, text: &str) {
        for line in text.lines() {
            let indent = " ".repeat(line.len() - line.trim_start().len());
            self.wrapped(tone, line.trim_start(), (&indent, &indent), 0);
        }
    }

    fn gap(&mut self) {
        self.lines.push(Line::Text { tone: Tone::Plain, text: String::new(), label: 0 });
    }

    /// A fact behind its name.
    fn fact(&mut self, name: &str, text: &str) {
        if self.cells < WITH_LABELS {
            return self.wrapped(Tone::Plain, &format!("{name}: {text}"), ("", " "), name.len() + 1);
        }
        let first = format!("{name:<LABEL$}");
        self.wrapped(Tone::Plain, text, (&first, &" ".repeat(LABEL)), first.len());
    }
}

/// Bytes in words: `9.2 MB`.
#[allow(clippy::cast_precision_loss, reason = "one decimal of some megabytes")]
pub fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{} bytes", grouped(bytes)),
        10_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}

/// What is said of all data: what is loaded, whose sentences are shown, why the user's own are not used.
pub fn head(around: Around<'_>, cells: usize) -> Vec<Line> {
    let mut lines = Lines::new(cells);
    if let Some(problem) = &around.data.unusable {
        lines.say(Tone::Error, &format!("Warning: {problem}"));
    }
    match &around.data.own {
        None => lines.say(Tone::Heading, "Loaded: the snapshot inside the program"),
        Some(own) => {
            let (made, program) = (Date::of(own.record.made), own.record.program);
            let (path, size) = (own.path.display(), size(own.bytes as u64));
            lines.say(
                Tone::Heading,
                &format!("Loaded: your own data, imported {made} by rolescope {program}, {size}: {path}"),
            );
        }
    }
    lines.say(Tone::Quiet, around.catalog().wording.note());
    lines.lines
}

/// What stands in the pane below its heading.
pub fn pane_lines(view: &DataView, around: Around<'_>, cells: usize) -> Vec<Line> {
    let mut lines = Lines::new(cells);
    match &view.pane {
        Pane::Source | Pane::Details => {
            if let Some(source) = view.source(around) {
                let roles = view.roles.get(view.cursor).copied().unwrap_or(0);
                of_source(&mut lines, around, source, roles);
            }
        }
        Pane::Import(prompt) => of_import(&mut lines, around, prompt),
        Pane::Fetch(listing) => of_fetch(&mut lines, listing),
        Pane::Reset => of_reset(&mut lines, around),
        Pane::Job => match (&around.data.running, &around.data.ended) {
            (Some(running), _) => of_running(&mut lines, running),
            (None, Some(ended)) => of_ended(&mut lines, ended),
            (None, None) => lines.say(Tone::Quiet, "Nothing runs, and nothing has run."),
        },
    }
    lines.lines
}

fn of_source(lines: &mut Lines, around: Around<'_>, source: &Source<'_>, roles: usize) {
    let catalog = around.catalog();
    lines.say(Tone::Heading, source.name);
    lines.gap();
    lines.fact("Release", source.release);
    let from = match around.data.origin(source.id) {
        Origin::User => "yours: from files that you imported",
        Origin::Snapshot => "the snapshot inside the program",
    };
    lines.fact("From", from);
    let age = around.data.today.map(|today| Age::of(source.date, today));
    lines.fact("Released", &released(source, age));
    let all = catalog.roles.len();
    lines.fact("Roles", &format!("{} of {}", grouped(roles as u64), grouped(all as u64)));
    lines.fact("Licence", source.licence);
    lines.fact("Publisher", source.publisher);
    lines.fact("Address", source.address);
    lines.fact("Attribution", source.attribution);
    if matches!(source.id, SourceId::Onet | SourceId::Wording) {
        lines.fact("Wording", catalog.wording.note());
    }
    lines.fact("SHA-256", &format!("{} (over the list of its files)", source.sha256));
    let record = around.data.own.as_ref().map(|own| &own.record);
    let files: Vec<&UsedFile<'_>> =
        record.into_iter().flat_map(|record| &record.files).filter(|file| file.id == source.id).collect();
    lines.gap();
    if files.is_empty() {
        return lines.say(
            Tone::Quiet,
            "Its files, with rows read and used, are listed in assets/tables/source_files.csv of rolescope's source.",
        );
    }
    lines.say(Tone::Heading, &format!("Your files, {}", files.len()));
    for file in files {
        lines.say(Tone::Plain, file.name);
        let mut rows =
            format!("  {} rows read, {} used; {}", grouped(file.rows_read), grouped(file.rows_used), size(file.bytes));
        if !file.left_out.is_empty() {
            rows = format!("{rows}; left out: {}", file.left_out);
        }
        lines.say(Tone::Quiet, &rows);
        lines.say(Tone::Quiet, &format!("  SHA-256 {}", file.sha256));
    }
}

/// When, and how long ago.
fn released(source: &Source<'_>, age: Option<Age>) -> String {
    match age {
        Some(Age::Unknown) | None => source.date.to_owned(),
        Some(age @ Age::Years(2..)) => format!("{}, {age} old (only the year is stated)", source.date),
        Some(age @ (Age::Years(1) | Age::Months(_))) => format!("{}, {age} old", source.date),
        Some(age) => format!("{}, {age}", source.date),
    }
}

fn of_import(lines: &mut Lines, around: Around<'_>, prompt: &Prompt) {
    for offer in &prompt.offers {
        lines.say(Tone::Quiet, offer);
    }
    if !prompt.offers.is_empty() {
        lines.gap();
    }
    let choice = |chosen: bool, text: &str| format!("{} {text}", if chosen { "(x)" } else { "( )" });
    if around.data.own.is_some() {
        lines.say(Tone::Plain, "Take everything else from (up, down to change)");
        lines.say(Tone::Plain, &choice(prompt.keep, "your current data"));
        lines.say(Tone::Plain, &choice(!prompt.keep, "the built-in snapshot: what you imported before is removed"));
    } else {
        lines.say(Tone::Plain, "Everything else comes from the built-in snapshot.");
    }
    lines.gap();
    lines.say(
        Tone::Quiet,
        "A folder, zip or file with any of the published files; they are recognised by what they hold. ~ is your home, \
         Tab completes. Your data is replaced in one step when all is well; until then nothing is changed.",
    );
}

fn of_fetch(lines: &mut Lines, listing: &Listing) {
    if let Some(problem) = &listing.problem {
        return lines.say(Tone::Error, problem);
    }
    let total: u64 = listing.files.iter().map(|file| file.size).sum();
    let count = listing.files.len();
    let files = if count == 1 { "this file" } else { "these files" };
    lines.say(Tone::Heading, &format!("Download {files}? {count}, about {} in all", size(total)));
    lines.say(Tone::Plain, &format!("y downloads into {}; Esc does not. Nothing has been asked for.", listing.folder));
    let which = if listing.datasets.is_empty() {
        "All datasets: Space in the list chooses single ones. "
    } else {
        "The chosen datasets. "
    };
    let hint = "Other releases: rolescope data fetch --onet-release, --oews-year.";
    lines.say(Tone::Quiet, &format!("{which}{hint}"));
    for file in &listing.files {
        lines.gap();
        lines.say(Tone::Heading, &file.file);
        let here = if file.is_here { "; here already: asked for only if it is newer" } else { "" };
        lines.say(Tone::Plain, &format!("about {}; licence: {}{here}", size(file.size), file.licence));
        lines.say(Tone::Quiet, &file.address);
    }
}

fn of_reset(lines: &mut Lines, around: Around<'_>) {
    lines.say(Tone::Heading, "Remove your own data and go back to the snapshot?");
    lines.say(Tone::Plain, "y removes, Esc does not.");
    lines.gap();
    let goes = match &around.data.own {
        Some(own) => {
            let brought: Vec<String> = own
                .record
                .brought(&around.catalog().sources)
                .map(|source| format!("{} ({})", source.name, source.release))
                .collect();
            lines.fact("File", &own.path.display().to_string());
            lines.fact("Size", &size(own.bytes as u64));
            lines.fact("Imported", &Date::of(own.record.made).to_string());
            brought.join("; ")
        }
        None => "your data, which cannot be used".to_owned(),
    };
    lines.fact("Goes", &goes);
    lines.gap();
    lines.say(Tone::Quiet, "The files that you imported them from are not touched; an import brings them back.");
}

fn of_running(lines: &mut Lines, running: &Running) {
    lines.say(Tone::Heading, &heading(&running.job));
    lines.gap();
    lines.say(Tone::Plain, &running.words());
    if let Some(share) = running.share() {
        lines.lines.push(Line::Bar(share));
    }
    lines.gap();
    if running.is_cancelled {
        lines.say(Tone::Heading, "Cancelling; the step that has begun comes to its end.");
    } else {
        let stays = match running.job {
            Job::Fetch { .. } => "x cancels: what has come stays, and a later download goes on from there.",
            _ => "x cancels: your data stays as it is until the new data is whole.",
        };
        lines.say(Tone::Quiet, stays);
        lines.say(Tone::Quiet, "Search, read and compare meanwhile: Esc goes back, the job goes on.");
    }
    if !running.tries.is_empty() {
        lines.gap();
        lines.say(Tone::Heading, "Failed attempts");
        for line in running.tries.iter().rev() {
            lines.say(Tone::Plain, line);
        }
    }
}

fn of_ended(lines: &mut Lines, ended: &Ended) {
    let (tone, text) = match (&ended.how, &ended.job) {
        (How::Done, Job::Import { .. }) => (Tone::Heading, "Imported: the new data is shown now".to_owned()),
        (How::Done, Job::Fetch { .. }) => (Tone::Heading, "Downloaded".to_owned()),
        (How::Done, Job::Reset) => (Tone::Heading, "Your data is removed: the snapshot is shown now".to_owned()),
        (How::Cancelled, job) => (Tone::Heading, job.stays().to_owned()),
        (How::Failed, Job::Fetch { .. }) => (Tone::Error, "Some files could not be downloaded".to_owned()),
        (How::Failed, job) => (Tone::Error, format!("The {} failed; your data has not changed", job.name())),
    };
    lines.say(tone, &text);
    if ended.folder.is_some() {
        lines.say(Tone::Plain, "Press Enter to import the downloaded files.");
    }
    lines.gap();
    for line in &ended.lines {
        lines.say(Tone::Plain, line);
    }
}
