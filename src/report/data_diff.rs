//! The differences of two packs, as text and as CSV.

use std::io::{self, Write};

use super::csv::{CsvRows, cell};
use super::{Format, Forms, text};
use crate::catalog::{Catalog, Metric, Wording, grouped};
use crate::compare::releases::{Differences, Move, SourceChange};

/// How many moves of a figure the text shows; the CSV has all.
const MOVES: usize = 5;
/// How many roles of a kind the text names.
const ROLES: usize = 20;

type Writer = fn(&mut dyn Write, &Differences, &Catalog<'_>) -> io::Result<()>;
/// The forms of the differences.
pub(crate) const FORMS: Forms<Writer> = &[(Format::Text, in_text), (Format::Csv, in_csv)];

/// Writes the differences; `after` is the catalog that they lead to.
pub fn write(out: &mut dyn Write, differences: &Differences, after: &Catalog<'_>, format: Format) -> io::Result<()> {
    format.writer(FORMS)?(out, differences, after)
}

fn in_text(out: &mut dyn Write, differences: &Differences, after: &Catalog<'_>) -> io::Result<()> {
    if *differences == Differences::default() {
        return writeln!(out, "No difference from the embedded snapshot.");
    }
    writeln!(out, "Against the embedded snapshot")?;
    for source in &differences.sources {
        text::wrapped(out, &format!("{}: {}", source.name, releases(source)), "  ", "      ")?;
    }
    if let Some((before, after)) = differences.wording {
        writeln!(out, "  Wording: {} → {}", whose(before), whose(after))?;
    }
    roles(out, "added", differences.added.iter().map(|(code, title)| format!("{code} {title}")))?;
    roles(out, "removed", differences.removed.iter().map(|(code, title)| format!("{code} {title}")))?;
    let retitled = differences.retitled.iter();
    roles(out, "retitled", retitled.map(|(code, before, after)| format!("{code} {before} → {after}")))?;
    let mut unmoved = Vec::new();
    for metric in Metric::ALL {
        let moves: Vec<&Move> = differences.moves.iter().filter(|moved| moved.metric == metric).collect();
        if moves.is_empty() {
            unmoved.push(metric.name());
            continue;
        }
        let (roles, have) = if moves.len() == 1 { ("role", "has") } else { ("roles", "have") };
        let count = grouped(moves.len() as u64);
        let of = grouped(after.roles.len() as u64);
        writeln!(out, "\n{}: {count} {roles} of {of} {have} another figure", metric.name())?;
        for moved in moves.iter().take(MOVES) {
            let [before, after] = figures(moved);
            text::wrapped(out, &format!("{} {}: {before} → {after}", moved.code, moved.title), "  ", "      ")?;
        }
        if moves.len() > MOVES {
            writeln!(out, "  and {} more; --format csv lists all", grouped((moves.len() - MOVES) as u64))?;
        }
    }
    if !unmoved.is_empty() {
        writeln!(out)?;
        text::wrapped(out, &format!("The same for every role: {}.", unmoved.join("; ")), "", "    ")?;
    }
    writeln!(out)?;
    text::wrapped(out, crate::catalog::FRAME, "", "")
}

/// The earlier and the later figure in words.
fn figures(moved: &Move) -> [String; 2] {
    let text = |value: Option<f64>, is_floor: bool| match value {
        None => crate::catalog::NOT_PUBLISHED.to_owned(),
        Some(value) if is_floor => format!("at or above {}", moved.metric.value_text(value)),
        Some(value) => moved.metric.value_text(value),
    };
    [text(moved.before, moved.floors.0), text(moved.after, moved.floors.1)]
}

fn roles(out: &mut dyn Write, what: &str, roles: impl ExactSizeIterator<Item = String>) -> io::Result<()> {
    let count = roles.len();
    writeln!(out, "  Roles {what}: {count}")?;
    for role in roles.take(ROLES) {
        text::wrapped(out, &role, "    ", "        ")?;
    }
    if count > ROLES {
        writeln!(out, "    and {} more; --format csv lists all", count - ROLES)?;
    }
    Ok(())
}

fn releases(source: &SourceChange) -> String {
    match (&source.before, &source.after) {
        (Some(before), Some(after)) if before == after => format!("{after}, from other files"),
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (None, Some(after)) => format!("{after}, new"),
        (Some(before), None) => format!("{before}, not used any more"),
        (None, None) => String::new(),
    }
}

const fn whose(wording: Wording) -> &'static str {
    match wording {
        Wording::Own => "rolescope's own",
        Wording::Official => "O*NET's official text",
    }
}

fn in_csv(out: &mut dyn Write, differences: &Differences, _: &Catalog<'_>) -> io::Result<()> {
    let mut rows = CsvRows::new(out, ["what", "code", "title", "before", "after", "difference", "note"])?;
    let mut row = |cells: [&str; 7]| rows.row(cells);
    for source in &differences.sources {
        row(["release", "", &source.name, &cell(source.before.as_ref()), &cell(source.after.as_ref()), "", ""])?;
    }
    if let Some((before, after)) = differences.wording {
        row(["wording", "", "", whose(before), whose(after), "", ""])?;
    }
    for (code, title) in &differences.added {
        row(["role added", &code.to_string(), title, "", title, "", ""])?;
    }
    for (code, title) in &differences.removed {
        row(["role removed", &code.to_string(), title, title, "", "", ""])?;
    }
    for (code, before, after) in &differences.retitled {
        row(["role retitled", &code.to_string(), after, before, after, "", ""])?;
    }
    for moved in &differences.moves {
        let figure = |figure: Option<f64>| cell(figure.map(rounded));
        let (before, after) = (figure(moved.before), figure(moved.after));
        let (code, difference) = (moved.code.to_string(), figure(moved.difference()));
        let note = match moved.floors {
            (false, false) => "",
            (true, false) => "at or above what stands before",
            (false, true) => "at or above what stands after",
            (true, true) => "both at or above",
        };
        row([moved.metric.key(), &code, &moved.title, &before, &after, &difference, note])?;
    }
    rows.end()
}

/// To ten decimals, which hides what the last bits of a subtraction leave over.
fn rounded(figure: f64) -> f64 {
    (figure * 1e10).round() / 1e10
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Wage;
    use crate::compare::releases::differences;

    fn written(format: Format) -> String {
        let before = crate::fixture::catalog();
        let mut after = before.clone();
        after.published[0].pay.as_mut().unwrap().annual.median = Some(Wage::Cents(5_023_000));
        after.published[0].outlook = None;
        after.sources[0].release = "31.0";
        after.roles[0].title = "Apiarists";
        let mut out = Vec::new();
        write(&mut out, &differences(before, &after), &after, format).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_names_releases_roles_and_moves() {
        let text = written(Format::Text);
        for part in [
            "O*NET: 30.3 → 31.0",
            "Roles retitled: 1\n    45-2093.01 Beekeepers → Apiarists",
            "median annual pay: 2 roles of 3 have another figure\n  45-2093.01 Apiarists: $51,230 → $50,230",
            "projected change: 2 roles of 3 have another figure\n  45-2093.01 Apiarists: -8.3% → not published",
            "The same for every role: exposure index;",
            crate::catalog::FRAME.split(':').next().unwrap(),
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let same = crate::fixture::catalog();
        let mut out = Vec::new();
        write(&mut out, &differences(same, same), same, Format::Text).unwrap();
        assert_eq!(out, b"No difference from the embedded snapshot.\n");
    }

    #[test]
    fn csv_has_every_difference_in_seven_columns() {
        let csv = written(Format::Csv);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "what,code,title,before,after,difference,note");
        assert_eq!(lines[1], "release,,O*NET,30.3,31.0,,");
        assert_eq!(lines[2], "role retitled,45-2093.01,Apiarists,Beekeepers,Apiarists,,");
        assert_eq!(lines[3], "pay,45-2093.01,Apiarists,51230,50230,-1000,");
        assert!(lines.contains(&"change,45-2093.02,Hive Inspectors,-8.3,,,"), "{csv}");
    }
}
