//! `rolescope rank --groups`: the major groups, as text, Markdown, CSV or JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{Options, Selection, direction_word, left_out_json, said, summary_json, summary_lines};
use crate::catalog::words::short_group;
use crate::catalog::{Band, Catalog, FRAME, Measure, SourceId, grouped};
use crate::compare::groups::{BANDS, Group, GroupColumn, GroupPart, groups, sort};
use crate::compare::ranking::Summary;
use crate::compare::workforce::Workforce;
use crate::report::csv::{CsvRows, cell};
use crate::report::json::{self, object};
use crate::report::releases::{releases, sources_sentence};
use crate::report::table::{Align, Table};
use crate::report::{Failure, Format, Outcome};

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/groups/1";

/// What groups are ordered by, with their keys.
const BY: [(&str, GroupColumn); 9] = [
    ("index", GroupColumn::Mean),
    ("median", GroupColumn::Median),
    ("low", GroupColumn::Band(Band::Low)),
    ("moderate", GroupColumn::Band(Band::Moderate)),
    ("high", GroupColumn::Band(Band::High)),
    ("workers", GroupColumn::Workers),
    ("roles", GroupColumn::Roles),
    ("no_index", GroupColumn::Unscored),
    ("group", GroupColumn::Code),
];

fn by(key: &str) -> Result<(&'static str, GroupColumn), String> {
    let key = key.trim().to_ascii_lowercase();
    let key = if key == "employment" { "workers" } else { &key };
    BY.into_iter().find(|(known, _)| *known == key).ok_or_else(|| {
        let known = BY.map(|(key, _)| key);
        format!("groups are not ranked by {key:?}; there are: {}", known.join(", "))
    })
}

/// Writes the groups of `selected` in order; in CSV what is said beside the table goes to `beside`.
///
/// # Errors
/// Those of the writers; an order that is not known.
pub fn write(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    catalog: &Catalog<'_>,
    selection: Selection<'_>,
    options: &Options<'_>,
) -> Result<Outcome, Failure> {
    let (key, column) = by(options.by.unwrap_or("index"))?;
    let direction = options.direction(column.first_direction());
    let workforce = Workforce::of(catalog);
    let mut rows = groups(catalog, &workforce, selection.roles);
    sort(&mut rows, column, direction);
    let summary = Summary::of(catalog, &workforce, selection.roles);
    let mut lines = summary_lines(catalog, &summary, selection, Some(rows.len()));
    let unscored: usize = rows.iter().map(|group| group.unscored.roles).sum();
    if unscored > 0 {
        lines.push(format!("{} roles have no exposure index: in no band, mean or quartile", grouped(unscored as u64)));
    }
    rows.truncate(options.limit.unwrap_or(usize::MAX));
    match options.format {
        Format::Text | Format::Markdown => {
            let markdown = options.format == Format::Markdown;
            said_wrapped(out, &lines, markdown)?;
            if !rows.is_empty() {
                writeln!(out)?;
                let table = table(&rows);
                if markdown {
                    table.markdown(out)?;
                } else {
                    table.text(out)?;
                }
                writeln!(out)?;
                let sources = sources_sentence(catalog, sources(catalog));
                let remarks: Vec<String> = REMARKS.iter().map(ToString::to_string).chain([sources]).collect();
                said_wrapped(out, &remarks, markdown)?;
            }
        }
        Format::Csv => {
            csv(out, catalog, &rows)?;
            said(beside, &lines, "")?;
        }
        Format::Json => {
            let answer = object!(Answer {
                query: selection.query,
                by: key,
                direction: direction_word(direction),
                frame: FRAME,
                sources: object!(Sources {
                    index: Measure::IN_INDEX.map(Measure::source),
                    workers: catalog.pay_source(),
                    groups: SourceId::Onet,
                }),
                releases: releases(catalog, sources(catalog)),
                summary: summary_json(&summary),
                left_out: left_out_json(selection),
                groups: rows.iter().map(group_json).collect::<Vec<_>>(),
            });
            json::write(out, SCHEMA, catalog, answer)?;
        }
    }
    Ok(if selection.roles.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

/// The datasets of the table: those of the index, and whose workers and groups they are.
fn sources(catalog: &Catalog<'_>) -> [SourceId; 5] {
    [SourceId::Gpts, SourceId::Microsoft, SourceId::Aioe, catalog.pay_source(), SourceId::Onet]
}

const REMARKS: [&str; 3] = [
    "mean: index of the role that each worker is in. quartiles: lower, median and upper among the roles. Low, Mod, High: \
     share of workers in roles of the band (up to the 33rd, up to the 66th, from the 67th on).",
    super::WORKERS_RULE,
    FRAME,
];

fn said_wrapped(out: &mut dyn Write, lines: &[String], markdown: bool) -> io::Result<()> {
    if markdown {
        return said(out, lines, "  ");
    }
    lines.iter().try_for_each(|line| crate::report::text::wrapped(out, line, "", "  "))
}

fn table(groups: &[Group<'_>]) -> Table {
    let mut table = Table::default();
    table.column("", Align::Left);
    table.title("group");
    for head in ["roles", "workers", "mean", "quartiles", "Low", "Mod", "High", "no index"] {
        table.column(head, Align::Right);
    }
    let percentile = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.0}"));
    for group in groups {
        let percent = |band| group.share_text(band).unwrap_or_else(|| "-".to_owned());
        let title = short_group(group.title);
        let quartiles = group.spread.map_or_else(
            || "-".to_owned(),
            |s| format!("{:.0} {:.0} {:.0}", s.lower_quartile, s.median, s.upper_quartile),
        );
        let mut cells = vec![
            format!("{:02}", group.digits),
            title.to_owned(),
            group.summary.roles.to_string(),
            group.summary.workers.short().unwrap_or_else(|| "-".to_owned()),
            percentile(group.mean),
            quartiles,
        ];
        cells.extend(BANDS.map(percent));
        cells.push(group.unscored.roles.to_string());
        table.row(cells);
    }
    table
}

fn csv(out: &mut dyn Write, catalog: &Catalog<'_>, groups: &[Group<'_>]) -> io::Result<()> {
    let head = [
        "group",
        "title",
        "roles",
        "workers",
        "approximate",
        "percent_of_workers",
        "mean_index",
        "low",
        "lower_quartile",
        "median",
        "upper_quartile",
        "high",
        "low_roles",
        "low_workers",
        "low_approximate",
        "moderate_roles",
        "moderate_workers",
        "moderate_approximate",
        "high_roles",
        "high_workers",
        "high_approximate",
        "no_index_roles",
        "no_index_workers",
        "no_index_approximate",
    ];
    let mut rows = CsvRows::seen(out, head, catalog)?;
    for group in groups {
        let people =
            |part: &GroupPart| [part.roles.to_string(), cell(people(part)), part.workers.approximate.to_string()];
        let workers = group.summary.workers;
        let mut cells = vec![
            format!("{:02}", group.digits),
            group.title.to_owned(),
            group.summary.roles.to_string(),
            cell((workers.roles > 0).then_some(workers.count)),
            workers.approximate.to_string(),
            cell(group.summary.percent()),
            cell(group.mean),
        ];
        let spread = group.spread.as_ref();
        cells.extend(
            [
                spread.map(|s| s.low),
                spread.map(|s| s.lower_quartile),
                spread.map(|s| s.median),
                spread.map(|s| s.upper_quartile),
                spread.map(|s| s.high),
            ]
            .map(cell),
        );
        cells.extend(group.bands.iter().chain([&group.unscored]).flat_map(people));
        rows.row(cells)?;
    }
    rows.end()
}

/// The workers of a part; none where it has roles but no published employment.
fn people(part: &GroupPart) -> Option<u64> {
    (part.workers.roles > 0 || part.roles == 0).then_some(part.workers.count)
}

fn group_json<'a>(group: &Group<'a>) -> impl Serialize + use<'a> {
    let workers = group.summary.workers;
    let bands = BANDS.map(|band| {
        object!(InBand {
            band,
            #[serde(flatten)]
            part: part_json(group.part(band), group.percent_in(band)),
        })
    });
    object!(Group {
        group: format!("{:02}", group.digits),
        title: group.title,
        roles: group.summary.roles,
        workers: (workers.roles > 0).then_some(workers.count),
        workers_approximate: workers.approximate,
        roles_without_employment: workers.without,
        percent_of_workers: group.summary.percent(),
        mean_index: group.mean,
        spread: group.spread,
        bands,
        no_index: part_json(&group.unscored, group.percent_unscored()),
    })
}

fn part_json(part: &GroupPart, percent_of_group: Option<f64>) -> impl Serialize + use<> {
    object!(GroupPart {
        roles: part.roles,
        workers: people(part),
        workers_approximate: part.workers.approximate,
        percent_of_group,
    })
}
