//! The differences of two packs, as text and as CSV.

use std::io::{self, Write};

use super::{DiffFormat, csv_out, text};
use crate::catalog::{Catalog, Wording, Yardstick, grouped};
use crate::compare::releases::{Differences, Move, SourceChange};

/// How many moves of a figure the text shows; the CSV has all.
const MOVES: usize = 5;
/// How many roles of a kind the text names.
const ROLES: usize = 20;

/// Writes the differences; `after` is the catalog that they lead to.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, differences: &Differences, after: &Catalog<'_>, format: DiffFormat) -> io::Result<()> {
    match format {
        DiffFormat::Text => in_text(out, differences, after),
        DiffFormat::Csv => in_csv(out, differences),
    }
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
    for yardstick in Yardstick::ALL {
        let moves: Vec<&Move> = differences.moves.iter().filter(|moved| moved.yardstick == yardstick).collect();
        let is_one = moves.len() == 1;
        let (roles, have) = if is_one { ("role", "has") } else { ("roles", "have") };
        let count = grouped(moves.len() as u64);
        writeln!(out, "\n{}: {count} {roles} of {} {have} another figure", yardstick.name(), after.roles.len())?;
        for moved in moves.iter().take(MOVES) {
            let value = |value: Option<f64>| {
                value.map_or_else(|| crate::catalog::NOT_PUBLISHED.to_owned(), |value| yardstick.value_text(value))
            };
            let line = format!("{} {}: {} → {}", moved.code, moved.title, value(moved.before), value(moved.after));
            text::wrapped(out, &line, "  ", "      ")?;
        }
        if moves.len() > MOVES {
            writeln!(out, "  and {} more; --format csv lists all", moves.len() - MOVES)?;
        }
    }
    writeln!(out)?;
    text::wrapped(out, crate::catalog::FRAME, "", "")
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

fn in_csv(out: &mut dyn Write, differences: &Differences) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    let mut row = |row: [&str; 6]| csv.write_record(row).map_err(csv_out::io_error);
    row(["what", "code", "title", "before", "after", "difference"])?;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    for source in &differences.sources {
        row(["release", "", &source.name, &text(&source.before), &text(&source.after), ""])?;
    }
    if let Some((before, after)) = differences.wording {
        row(["wording", "", "", whose(before), whose(after), ""])?;
    }
    for (code, title) in &differences.added {
        row(["role added", &code.to_string(), title, "", title, ""])?;
    }
    for (code, title) in &differences.removed {
        row(["role removed", &code.to_string(), title, title, "", ""])?;
    }
    for (code, before, after) in &differences.retitled {
        row(["role retitled", &code.to_string(), after, before, after, ""])?;
    }
    for moved in &differences.moves {
        let figure = |figure: Option<f64>| figure.map_or_else(String::new, |figure| rounded(figure).to_string());
        let (before, after) = (figure(moved.before), figure(moved.after));
        let (code, difference) = (moved.code.to_string(), figure(moved.difference()));
        row([moved.yardstick.key(), &code, &moved.title, &before, &after, &difference])?;
    }
    csv.flush()
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

    fn written(format: DiffFormat) -> String {
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
        let text = written(DiffFormat::Text);
        for part in [
            "O*NET: 30.3 → 31.0",
            "Roles retitled: 1\n    45-2093.01 Beekeepers → Apiarists",
            "median annual pay: 2 roles of 3 have another figure\n  45-2093.01 Apiarists: $51,230 → $50,230",
            "projected change: 2 roles of 3 have another figure\n  45-2093.01 Apiarists: -8.3% → not published",
            "employment: 0 roles of 3 have another figure",
            crate::catalog::FRAME.split(':').next().unwrap(),
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let same = crate::fixture::catalog();
        let mut out = Vec::new();
        write(&mut out, &differences(same, same), same, DiffFormat::Text).unwrap();
        assert_eq!(out, b"No difference from the embedded snapshot.\n");
    }

    #[test]
    fn csv_has_every_difference_in_six_columns() {
        let csv = written(DiffFormat::Csv);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "what,code,title,before,after,difference");
        assert_eq!(lines[1], "release,,O*NET,30.3,31.0,");
        assert_eq!(lines[2], "role retitled,45-2093.01,Apiarists,Beekeepers,Apiarists,");
        assert_eq!(lines[3], "pay,45-2093.01,Apiarists,51230,50230,-1000");
        assert!(lines.contains(&"change,45-2093.02,Hive Inspectors,-8.3,,"), "{csv}");
    }
}
