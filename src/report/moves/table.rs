//! Moves in rows: CSV and the table of Markdown.

use std::io::{self, Write};

use super::{FoundMove, MovesReport, code_of, named, named_in_line, told};
use crate::catalog::{FRAME, Metric, NOT_PUBLISHED};
use crate::compare::moves::{ALIKE, GAP, Shift};
use crate::report::csv::{CsvRows, cell, newest_pay};
use crate::report::table::{Align, Table};

/// The columns of the CSV form.
const COLUMNS: [&str; 25] = [
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
    "newest_median_annual_pay",
];

/// One row a move; what is not published is empty.
pub(super) fn csv(out: &mut dyn Write, report: &MovesReport<'_>) -> io::Result<()> {
    let mut rows = CsvRows::seen(out, COLUMNS, report.catalog)?;
    for FoundMove { rank, row, there, skills } in report.found() {
        let decimals = |value: Option<f64>, decimals| cell(value.map(|value| format!("{value:.decimals$}")));
        let figure = |metric: Metric| metric.value(report.catalog, there);
        let pay = figure(Metric::Pay);
        let (pay_change, hourly_change) = match row.pay {
            Shift::By(difference) if difference.metric == Metric::Hourly => (None, told(row.pay)),
            shift => (told(shift), None),
        };
        let brought: Vec<_> = skills.brought.iter().map(|asked| asked.name(report.catalog)).collect();
        rows.row([
            rank.to_string(),
            there.code.to_string(),
            there.title.to_owned(),
            cell(row.found()),
            cell(row.related.map(|(tier, _)| tier.key())),
            cell(row.place),
            decimals(row.similarity, 4),
            decimals(row.gap, 4),
            cell(Metric::Index.short(report.catalog, there)),
            cell(told(row.overlap)),
            cell(pay),
            (pay.is_some() && Metric::Pay.is_floor(report.catalog, there)).to_string(),
            cell(pay_change),
            cell(told(row.pay).map(|_| row.pay.bound().key())),
            cell(figure(Metric::Change)),
            decimals(told(row.outlook), 1),
            cell(figure(Metric::Openings)),
            cell(figure(Metric::Hourly).filter(|_| pay.is_none())),
            decimals(hourly_change, 2),
            cell(code_of(row)),
            cell(there.job_zone),
            named(report.catalog, &skills.asked).join("; "),
            brought.join("; "),
            cell(there.exposure.index.map(|index| index.studies)),
            newest_pay(report.catalog, there),
        ])?;
    }
    rows.end()
}

/// The moves as a table.
pub(super) fn markdown(out: &mut dyn Write, report: &MovesReport<'_>) -> io::Result<()> {
    let (title, here, shared) = report.head();
    writeln!(out, "# {title}\n\n{here}")?;
    for line in shared.into_iter().chain(report.catalog.seen_text()) {
        writeln!(out, "\n{line}")?;
    }
    writeln!(out, "\n{}\n", report.listed_words())?;
    rows(report).markdown(out)?;
    for line in report.rest().into_iter().chain([ALIKE, GAP].map(str::to_owned)).chain([report.sources()]) {
        writeln!(out, "\n{line}")?;
    }
    writeln!(out, "\n_{FRAME}_")
}

/// A table with the figures of each role and, in brackets, how they change.
fn rows(report: &MovesReport<'_>) -> Table {
    let mut table = Table::default();
    let heads = ["#", "role", "found", "alike", "gap", "overlap", "pay", "outlook", "openings a year", "also requires"];
    for head in heads {
        let is_number = matches!(head, "#" | "alike" | "gap" | "openings a year");
        let head = if head == "pay" { Metric::Pay.short_name_in(report.catalog) } else { head.into() };
        table.column(&head, if is_number { Align::Right } else { Align::Left });
    }
    for FoundMove { rank, row, there, skills } in report.found() {
        let figure = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let changed = |metric: Metric, shift: String| {
            let mut text = metric.text(report.catalog, there);
            if metric == Metric::Pay {
                text.push_str(&report.catalog.newest_in_brackets(there));
            }
            if let (Metric::Index, Some(index)) = (metric, there.exposure.index) {
                text.push_str(&index.fraction());
            }
            if shift == NOT_PUBLISHED { text } else { format!("{text} ({shift})") }
        };
        table.row(vec![
            rank.to_string(),
            format!("{} {}", there.code, there.title),
            row.found_words(),
            figure(row.alike_text()),
            figure(row.gap_text()),
            changed(Metric::Index, row.overlap.to_string()),
            changed(Metric::Pay, row.pay.to_string()),
            changed(Metric::Change, row.outlook.to_string()),
            figure(row.openings_text()),
            figure(row.gap.map(|_| named_in_line(report.catalog, &skills.asked))),
        ]);
    }
    table
}
