//! Moves in rows: CSV and the table of Markdown.

use std::io::{self, Write};

use super::{FoundMove, Report, data, named};
use crate::catalog::{Metric, NOT_PUBLISHED};
use crate::report::csv_out;

/// The columns of the CSV form.
const COLUMNS: [&str; 24] = [
    "rank",
    "code",
    "title",
    "found",
    "tier",
    "near_place",
    "similarity",
    "gap",
    "index_percentile",
    "overlap_change",
    "median_annual_pay",
    "median_top_coded",
    "pay_change",
    "pay_change_bound",
    "change_percent",
    "outlook_change",
    "openings",
    "median_hourly_pay",
    "hourly_pay_change",
    "same_code",
    "job_zone",
    "asks_for_more",
    "brought",
    "index_studies",
];

/// One row a move; what is not published is empty.
pub(super) fn csv(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(COLUMNS).map_err(csv_out::io_error)?;
    for found in report.found() {
        let entry = data::Entry::of(report, &found);
        let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        let asked = found.skills.asked.iter().take(super::NAMED);
        let asked: Vec<_> =
            asked.map(|asked| format!("{} {:+.2}", asked.name(report.catalog), asked.beyond())).collect();
        let brought: Vec<_> = found.skills.brought.iter().map(|asked| asked.name(report.catalog)).collect();
        rows.write_record([
            entry.rank.to_string(),
            found.there.code.to_string(),
            entry.title.to_owned(),
            entry.found.unwrap_or("").to_owned(),
            entry.tier.unwrap_or("").to_owned(),
            entry.near_place.map_or(String::new(), |place| place.to_string()),
            entry.similarity.map_or(String::new(), |value| format!("{value:.4}")),
            entry.gap.map_or(String::new(), |value| format!("{value:.4}")),
            entry.overlap.percentile.map_or(String::new(), |value| format!("{value:.2}")),
            number(entry.overlap.change),
            number(entry.pay.dollars),
            entry.pay.top_coded.to_string(),
            number(entry.pay.change),
            entry.pay.bound.unwrap_or("").to_owned(),
            number(entry.outlook.change_percent),
            entry.outlook.change.map_or(String::new(), |value| format!("{value:.1}")),
            number(entry.outlook.openings),
            number(entry.pay.hourly_dollars),
            entry.pay.hourly_change.map_or(String::new(), |value| format!("{value:.2}")),
            entry.same_code.unwrap_or_default(),
            entry.job_zone.map_or(String::new(), |zone| zone.to_string()),
            asked.join("; "),
            brought.join("; "),
            entry.overlap.studies.map_or(String::new(), |studies| studies.to_string()),
        ])
        .map_err(csv_out::io_error)?;
    }
    rows.flush()
}

/// A table with the figures of each role and, in brackets, how they change.
pub(super) fn markdown(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    writeln!(out, "| # | role | found | alike | gap | overlap | pay | outlook | openings a year | also requires |")?;
    writeln!(out, "|--:|---|---|--:|--:|---|---|---|--:|---|")?;
    for FoundMove { rank, row, there, skills } in report.found() {
        let figure = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let changed = |metric: Metric, shift: String| {
            let mut text = metric.text(report.catalog, there);
            if let (Metric::Index, Some(index)) = (metric, there.exposure.index) {
                text.push_str(&index.fraction());
            }
            if shift == NOT_PUBLISHED { text } else { format!("{text} ({shift})") }
        };
        let asked = if row.gap.is_some() { named(report.catalog, &skills.asked, " ") } else { "–".to_owned() };
        writeln!(
            out,
            "| {rank} | {} {} | {} | {} | {} | {} | {} | {} | {} | {asked} |",
            there.code,
            there.title,
            row.found_words(),
            figure(row.alike_text()),
            figure(row.gap_text()),
            changed(Metric::Index, row.overlap.to_string()),
            changed(Metric::Pay, row.pay.to_string()),
            changed(Metric::Change, row.outlook.to_string()),
            figure(row.openings_text()),
        )?;
    }
    Ok(())
}
