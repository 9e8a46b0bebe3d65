//! `rolescope rank`: roles in the order of a figure, as text, Markdown, CSV or JSON.

mod groups;
mod options;
mod row;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::csv::{CsvRows, cell, newest_pay};
use super::json::{self, object};
use super::releases::{releases, sources_sentence};
use super::table::{Align, Table};
use super::{Failure, Format, Forms, Outcome};
use crate::catalog::at_home::NOTE;
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::{AiCategory, Catalog, FRAME, Measure, Metric, NOT_PUBLISHED, RoleId, SourceId, Unit, grouped};
use crate::compare::filter::left_out_text;
use crate::compare::ranking::{Column, Direction, Ranking, Rows, Summary};
use crate::compare::workforce::Workforce;
use crate::search::language::LeftOut;
use row::{RankedRole, VARIES};

pub use groups::{SCHEMA as GROUPS_SCHEMA, write as write_groups};
pub use options::Options;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/rank/1";

/// How the workers of a selection are counted.
pub const WORKERS_RULE: &str = "Workers: OEWS employment, without the self-employed, farms, households and the military. It is published per SOC code; where \
                                several roles share a code it is divided evenly among them, and a sum that holds only \
                                some of them is marked as approximate.";

/// What a query selects.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    pub query: &'a str,
    /// The roles, each once.
    pub roles: &'a [RoleId],
    /// What its filters left out for want of a figure.
    pub left_out: &'a [LeftOut],
    /// Whether one of them compares employment or openings.
    pub counts_people: bool,
}

type Writer = fn(&RankingReport<'_>, &mut dyn Write, &mut dyn Write) -> io::Result<()>;
/// The forms of a ranking; what stands beside a table goes to the second writer.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, |report, out, _| report.text(out)),
    (Format::Markdown, |report, out, _| report.markdown(out)),
    (Format::Csv, |report, out, beside| {
        report.csv(out)?;
        said(beside, &report.said(), "")
    }),
    (Format::Json, |report, out, _| report.json(out)),
];

/// Writes the selected roles in order; in CSV what is said beside the table goes to `beside`.
///
/// # Errors
/// Those of the writers; a column that is not known.
pub fn write(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    catalog: &Catalog<'_>,
    selection: Selection<'_>,
    options: &Options<'_>,
) -> Result<Outcome, Failure> {
    let by = options.by()?;
    let columns = options.columns(by)?;
    let workforce = Workforce::of(catalog);
    let direction = options.direction(by.first_direction());
    let rows = options.rows.unwrap_or_else(|| Rows::usual(by, selection.counts_people));
    let ranking = Ranking::of(catalog, &workforce, selection.roles, (by, direction), rows);
    let few = matches!(options.format, Format::Text | Format::Markdown).then_some(FEW);
    let limit = options.limit.or(few).unwrap_or(usize::MAX);
    let report =
        RankingReport { catalog, selection, workforce: &workforce, ranking: &ranking, columns: &columns, limit };
    options.format.writer(FORMS)?(&report, out, beside)?;
    Ok(if ranking.roles().is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

/// How many roles a text holds when nothing is said.
const FEW: usize = 20;

pub(crate) struct RankingReport<'a> {
    catalog: &'a Catalog<'a>,
    selection: Selection<'a>,
    workforce: &'a Workforce,
    ranking: &'a Ranking,
    columns: &'a [Column],
    limit: usize,
}

/// What a column of percentiles is, with the year of each study.
pub(super) fn percentile_of(metric: Metric) -> String {
    let dated = |measure: Measure| format!("{} ({})", measure.name(), measure.year());
    match metric {
        Metric::Measure(measure) => format!("{} = {}", metric.short_name(), dated(measure)),
        _ => format!("index = {INDEX_NAME}, the mean of {}", Measure::IN_INDEX.map(dated).join(", ")),
    }
}

/// The datasets of a figure; those of the studies that the index joins.
pub(super) fn sources(catalog: &Catalog<'_>, metric: Metric) -> Vec<SourceId> {
    let index = Measure::IN_INDEX.map(Measure::source);
    metric.source_in(catalog).map_or_else(|| index.to_vec(), |source| vec![source])
}

/// The lines that say how much is selected: for every format, of roles and of groups.
pub(super) fn summary_lines(
    catalog: &Catalog<'_>,
    summary: &Summary,
    selection: Selection<'_>,
    group_count: Option<usize>,
) -> Vec<String> {
    let query = selection.query;
    let left_out = selection.left_out.iter().map(left_out_text);
    if summary.roles == 0 {
        let of = grouped(summary.of as u64);
        let workers = summary.workers_text(catalog).join(", ");
        let nothing = format!("No role matches {query:?}: 0 of {of} roles, {workers}.");
        return std::iter::once(nothing).chain(catalog.seen_text()).chain(left_out).collect();
    }
    let groups = group_count.map(|count| format!("{count} major {}", if count == 1 { "group" } else { "groups" }));
    let asked = if query.is_empty() { String::new() } else { format!(" for {query:?}") };
    let counts: Vec<String> =
        groups.into_iter().chain(std::iter::once(summary.roles_text())).chain(summary.workers_text(catalog)).collect();
    let mut lines = vec![format!("{}{asked}", counts.join(", "))];
    lines.extend(catalog.seen_text());
    lines.extend(summary.notes());
    lines.extend(left_out);
    lines
}

pub(super) fn said(out: &mut dyn Write, lines: &[String], end: &str) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}{end}"))
}

impl RankingReport<'_> {
    fn rows(&self) -> impl Iterator<Item = RankedRole<'_>> {
        let ids = self.ranking.roles().iter().take(self.limit).enumerate();
        ids.filter_map(|(place, id)| {
            let role = self.catalog.role(*id)?;
            let title = self.ranking.title(self.catalog, *id);
            Some(RankedRole { report: self, id: *id, rank: self.ranking.rank(place), code: role.code, title })
        })
    }

    fn said(&self) -> Vec<String> {
        let mut lines = summary_lines(self.catalog, &self.ranking.summary, self.selection, None);
        if !self.ranking.roles().is_empty() {
            let codes = self.ranking.codes_text().map_or_else(String::new, |codes| format!(", {codes} (--by-role)"));
            lines.push(format!("{}{codes}", self.ranking.order()));
            lines.extend(self.ranking.left_out());
        }
        lines
    }

    fn table(&self) -> Table {
        let mut table = Table::default();
        table.column("rank", Align::Right);
        table.column("code", Align::Left);
        table.title("role");
        for column in self.columns {
            let align = if *column == Column::Group { Align::Left } else { Align::Right };
            match self.years(*column) {
                Some([base, newest]) => {
                    table.column(&format!("{} {base}", column.short_name_in(self.catalog)), align);
                    table.column(&newest, align);
                }
                None => table.column(&column.short_name_in(self.catalog), align),
            }
        }
        for row in self.rows() {
            let rank = row.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
            let mut cells = vec![rank, row.code_text(), row.title.to_string()];
            for column in self.columns {
                cells.push(row.shown(*column));
                cells.extend(self.years(*column).map(|_| row.newest().unwrap_or_else(|| "-".to_owned())));
            }
            table.row(cells);
        }
        table
    }

    /// The two years of which the medians of a column stand side by side.
    fn years(&self, column: Column) -> Option<[String; 2]> {
        self.catalog.pay_years().filter(|_| column == Column::Figure(Metric::Pay))
    }

    /// What stands below the table.
    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        let rest = self.ranking.roles().len().saturating_sub(self.limit);
        if rest > 0 {
            remarks.push(format!("{} more roles; show more with --limit.", grouped(rest as u64)));
        }
        let shared = self.rows().any(|row| self.columns.iter().any(|column| row.is_shared(*column)));
        if shared {
            remarks.push("* published for a SOC code that several roles share.".to_owned());
        }
        let missing = |row: &RankedRole<'_>| {
            self.columns.iter().any(|column| column.metric().is_some() && row.known(*column).is_none())
        };
        if self.rows().any(|row| self.columns.iter().any(|column| !row.is_one(*column))) {
            remarks.push(format!("{VARIES}: differs among the roles that share the code."));
        }
        if self.rows().any(|row| missing(&row)) {
            let withheld = if self.catalog.place().is_some() { ", or withheld there" } else { "" };
            remarks.push(format!("- {NOT_PUBLISHED}{withheld}."));
        }
        if self.columns.contains(&Column::Figure(Metric::AtHome)) {
            remarks.push(format!("{}: tasks that can be done at home. {NOTE}", Metric::AtHome.short_name()));
        }
        if self.columns.iter().filter_map(|column| column.metric()).any(Metric::is_exposure) {
            let exposure =
                self.columns.iter().filter_map(|column| column.metric()).filter(|y| y.unit() == Unit::Percentile);
            let named: Vec<String> = exposure.map(percentile_of).collect();
            if !named.is_empty() {
                remarks.push(format!("Percentiles: {}. 2/3: of two of the three.", named.join("; ")));
            }
            if self.columns.contains(&Column::Figure(Metric::BlsCategory)) {
                remarks.push(AiCategory::SENTENCE.to_owned());
            }
            remarks.push(FRAME.to_owned());
        }
        remarks.push(sources_sentence(self.catalog, self.sources()));
        remarks
    }

    /// The datasets of all columns.
    fn sources(&self) -> impl Iterator<Item = SourceId> {
        let newest = self.columns.iter().any(|column| self.years(*column).is_some()).then_some(SourceId::OewsYears);
        let metrics = self.columns.iter().filter_map(|column| column.metric());
        metrics.flat_map(|metric| sources(self.catalog, metric)).chain(newest)
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        for line in self.said() {
            super::text::wrapped(out, &line, "", "  ")?;
        }
        if self.ranking.roles().is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        self.table().text(out)?;
        writeln!(out)?;
        self.remarks().iter().try_for_each(|line| super::text::wrapped(out, line, "", "  "))
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        said(out, &self.said(), "  ")?;
        if self.ranking.roles().is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        self.table().markdown(out)?;
        writeln!(out)?;
        said(out, &self.remarks(), "  ")
    }

    fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut head = vec!["rank", "code", "title"];
        head.extend(self.columns.iter().map(|column| column.key()));
        head.extend(["pay_top_coded", "workers", "shared", "index_studies", "roles", "newest_median_annual_pay"]);
        let mut rows = CsvRows::seen(out, head, self.catalog)?;
        for row in self.rows() {
            let mut cells = vec![cell(row.rank), row.code_text(), row.title.to_string()];
            cells.extend(self.columns.iter().map(|column| match column {
                column if !row.is_one(*column) => String::new(),
                Column::Figure(Metric::AtHome) => row.known(*column).unwrap_or_default(),
                Column::Figure(metric) => cell(row.value(*metric)),
                _ => format!("{:02}", row.code.major_group()),
            }));
            cells.push(row.top_coded().to_string());
            cells.push(cell(row.workers()));
            cells.push(row.shared().join(" "));
            cells.push(cell(row.studies()));
            cells.push(row.roles().map(|code| code.to_string()).collect::<Vec<_>>().join(" "));
            cells.push(row.role().map_or_else(String::new, |role| newest_pay(self.catalog, role)));
            rows.row(cells)?;
        }
        rows.end()
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let sources =
            self.columns.iter().filter_map(|column| Some((column.key(), sources(self.catalog, column.metric()?))));
        let answer = object!(Answer {
            query: self.selection.query,
            by: self.ranking.by.key(),
            direction: direction_word(self.ranking.direction),
            frame: FRAME,
            summary: summary_json(&self.ranking.summary),
            // Selected roles that have no figure to be ordered by.
            unranked: self.ranking.without(),
            left_out: left_out_json(self.selection),
            columns: self.columns.iter().map(|column| column.key()).collect::<Vec<_>>(),
            sources: Keyed(sources.collect()),
            releases: releases(self.catalog, self.sources()),
            rows: self.rows().map(|row| row.json()).collect::<Vec<_>>(),
        });
        json::write(out, SCHEMA, self.catalog, answer)
    }
}

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    }
}

/// What filters left out: roles without the figure, and roles that are only known to be at or above a ceiling.
pub(super) fn left_out_json(selection: Selection<'_>) -> Vec<impl Serialize> {
    let left_out = selection.left_out.iter().map(|left| {
        object!(LeftOut { figure: left.metric.key(), not_published: left.missing, undecided: left.undecided })
    });
    left_out.collect()
}

/// A selection in numbers.
pub(super) fn summary_json(summary: &Summary) -> impl Serialize + use<> {
    let workers = summary.workers;
    object!(Counted {
        roles: summary.roles,
        roles_in_all: summary.of,
        workers: (workers.roles > 0 || summary.roles == 0).then_some(workers.count),
        workers_approximate: workers.approximate,
        roles_without_employment: workers.without,
        workers_in_all: summary.all_workers,
        percent_of_workers: summary.percent(),
        workers_rule: WORKERS_RULE,
    })
}

/// An object whose keys are figures, in the order of the columns.
struct Keyed<V>(Vec<(&'static str, V)>);

impl<V: Serialize> Serialize for Keyed<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
