//! What a search found, as text, CSV or JSON.

mod codes;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::releases::{releases, sources_sentence};
use super::{Format, csv_out, json, numbers, page};
use crate::catalog::{Catalog, Code, FRAME, Metric, NOT_PUBLISHED, PercentTenths, Percentile, Role, SourceId, Wording};
use crate::search::language::{Order, Parsed, Problem};
use crate::search::{Hit, Results};
use codes::Codes;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/search/1";

/// The kind of evidence that quotes a task.
const TASK: &str = "task";

/// Writes the hits, best first.
pub fn write(
    out: &mut dyn Write,
    catalog: &Catalog<'_>,
    parsed: &Parsed,
    results: &Results,
    format: Format,
) -> io::Result<()> {
    let query = parsed.text.as_str();
    let hits = results.hits.iter().enumerate().filter_map(|(place, hit)| FoundRole::of(catalog, place + 1, hit));
    match format {
        Format::Text | Format::Markdown => {
            let notes = results.codes.as_ref().map(|codes| codes.notes(catalog)).unwrap_or_default();
            text(out, query, (results, &notes), hits, catalog)
        }
        Format::Csv => csv(out, hits, catalog.wording),
        Format::Json => {
            let answer = SearchJson {
                query,
                filters: parsed.terms.iter().map(ToString::to_string).collect(),
                problems: parsed.problems.iter().map(Fault::of).collect(),
                corrections: corrections(results),
                left_out: left_out(results),
                codes: results.codes.as_ref().map(|reading| Codes::of(reading, catalog)),
                order: order(results.order),
                roles: results.roles,
                figures: results.figures,
                tasks: results.tasks,
                wording: page::wording_source(catalog),
                sources: SOURCES,
                releases: releases(catalog, DATASETS),
                hits: hits.collect(),
            };
            json::write(out, SCHEMA, &answer)
        }
    }
}

#[derive(Serialize)]
struct SearchJson<'a> {
    query: &'a str,
    filters: Vec<String>,
    problems: Vec<Fault<'a>>,
    corrections: Vec<Corrected<'a>>,
    left_out: Vec<LeftOut>,
    /// The codes that the query is; null where it is words.
    codes: Option<Codes>,
    order: &'static str,
    roles: usize,
    /// How many published figures order the roles, where several share one; else null.
    figures: Option<usize>,
    tasks: usize,
    /// Whose sentences tasks carry.
    wording: SourceId,
    sources: Sources,
    releases: BTreeMap<SourceId, &'a str>,
    hits: Vec<FoundRole<'a>>,
}

/// A part of the query that could not be used.
#[derive(Serialize)]
struct Fault<'a> {
    /// Bytes from and to in `query`.
    place: [usize; 2],
    message: &'a str,
    instead: Option<&'a str>,
}

impl<'a> Fault<'a> {
    fn of(problem: &'a Problem) -> Self {
        let place = [problem.span.start, problem.span.end];
        Self { place, message: &problem.message, instead: problem.instead.as_deref() }
    }
}

#[derive(Serialize)]
struct Corrected<'a> {
    typed: &'a str,
    meant: &'a str,
}

#[derive(Serialize)]
struct LeftOut {
    figure: &'static str,
    missing: usize,
    undecided: usize,
}

fn corrections(results: &Results) -> Vec<Corrected<'_>> {
    results.corrections.iter().map(|c| Corrected { typed: &c.typed, meant: &c.meant }).collect()
}

fn left_out(results: &Results) -> Vec<LeftOut> {
    let key = |left: &crate::search::language::LeftOut| left.metric.key();
    let lefts = results.left_out.iter();
    lefts.map(|left| LeftOut { figure: key(left), missing: left.missing, undecided: left.undecided }).collect()
}

const fn order(order: Order) -> &'static str {
    match order {
        Order::Words => "words",
        Order::Texts => "texts",
        Order::Code => "code",
        Order::Figure(metric) => metric.key(),
    }
}

/// Writes what of a query could not be used, each with its place marked below the query.
pub fn problems(out: &mut dyn Write, query: &str, parsed: &Parsed) -> io::Result<()> {
    for problem in &parsed.problems {
        let text = |range| query.get(range).map_or(0, textwrap::core::display_width);
        let (before, marked) = (text(0..problem.span.start), text(problem.span.clone()));
        writeln!(out, "  {}", query.replace(char::is_control, " "))?;
        writeln!(out, "  {}{} {problem}", " ".repeat(before), "^".repeat(marked.max(1)))?;
    }
    Ok(())
}

/// Where the figures of a hit come from.
#[derive(Serialize)]
struct Sources {
    index_percentile: [SourceId; 3],
    median_annual_pay: SourceId,
    change_percent: SourceId,
}

/// All datasets of a hit's figures.
const DATASETS: [SourceId; 5] =
    [SourceId::Gpts, SourceId::Microsoft, SourceId::Aioe, SourceId::Oews, SourceId::Projections];

const SOURCES: Sources = Sources {
    index_percentile: [SourceId::Gpts, SourceId::Microsoft, SourceId::Aioe],
    median_annual_pay: SourceId::Oews,
    change_percent: SourceId::Projections,
};

#[derive(Serialize)]
struct FoundRole<'a> {
    rank: usize,
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    title: &'a str,
    score: f32,
    index_percentile: Option<Percentile>,
    index_studies: Option<u8>,
    median_annual_pay: Option<f64>,
    median_top_coded: bool,
    change_percent: Option<f64>,
    evidence: Vec<Evidence<'a>>,
    #[serde(skip)]
    pay_text: Option<String>,
    #[serde(skip)]
    change: Option<PercentTenths>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    kind: &'static str,
    text: &'a str,
    /// Bytes from and to of each marked word in `text`.
    marked: Vec<[usize; 2]>,
}

impl<'a> FoundRole<'a> {
    fn of(catalog: &'a Catalog<'a>, rank: usize, hit: &Hit) -> Option<Self> {
        let role: &Role<'_> = catalog.role(hit.role)?;
        let evidence = hit.evidence.iter().map(|evidence| Evidence {
            kind: evidence.found.word(),
            text: evidence.found.text(catalog, role),
            marked: evidence.marked.iter().map(|range| [range.start, range.end]).collect(),
        });
        let pay = Metric::Pay.value(catalog, role);
        let change = catalog.outlook(role).map(|outlook| outlook.change_percent);
        Some(Self {
            rank,
            code: role.code,
            title: role.title,
            score: hit.score,
            index_percentile: role.exposure.index.map(|index| index.percentile),
            index_studies: role.exposure.index.map(|index| index.studies),
            median_annual_pay: pay,
            median_top_coded: pay.is_some() && Metric::Pay.is_floor(catalog, role),
            change_percent: change.map(PercentTenths::value),
            evidence: evidence.collect(),
            pay_text: Metric::Pay.short(catalog, role),
            change,
        })
    }
}

fn text<'a>(
    out: &mut dyn Write,
    query: &str,
    (results, notes): (&Results, &[String]),
    hits: impl Iterator<Item = FoundRole<'a>>,
    catalog: &Catalog<'_>,
) -> io::Result<()> {
    if results.hits.is_empty() && !notes.is_empty() {
        return notes.iter().try_for_each(|note| super::text::wrapped(out, &format!("{note}."), "", ""));
    }
    if results.hits.is_empty() {
        return writeln!(out, "No role found for {query:?}.");
    }
    let (mut roles, tasks) = (counted(results.roles, "role"), counted(results.tasks, "task"));
    if let Some(figures) = results.figures {
        roles = format!("{roles}, which share {}", counted(figures, "published figure"));
    }
    match results.order {
        Order::Words => writeln!(out, "{roles} and {tasks} for {query:?}")?,
        Order::Figure(metric) => writeln!(out, "{roles} for {query:?}, highest {} first", metric.name())?,
        Order::Texts => writeln!(out, "{roles} for {query:?}, closest first")?,
        Order::Code => writeln!(out, "{roles} for {query:?}, by code")?,
    }
    for note in notes {
        super::text::wrapped(out, &format!("{note}."), "", "")?;
    }
    for left in &results.left_out {
        writeln!(out, "{left}")?;
    }
    for correction in &results.corrections {
        writeln!(out, "Did you mean {:?}? Found for {:?}.", correction.meant, correction.typed)?;
    }
    writeln!(out)?;
    let mut tasks_are_quoted = false;
    for hit in hits {
        tasks_are_quoted |= hit.evidence.iter().any(|evidence| evidence.kind == TASK);
        let figure = |figure: Option<String>| figure.unwrap_or_else(|| NOT_PUBLISHED.to_owned());
        writeln!(out, "{}  {}", hit.code, hit.title)?;
        for evidence in &hit.evidence {
            super::text::wrapped(
                out,
                &format!("{}: {}", evidence.kind, evidence.text),
                "            ",
                "              ",
            )?;
        }
        writeln!(
            out,
            "            exposure index {}, median pay {}, outlook {}",
            figure(hit.index_percentile.zip(hit.index_studies).map(|(p, n)| format!("{p} percentile ({n} studies)"))),
            figure(hit.pay_text.clone()),
            figure(hit.change.map(PercentTenths::signed)),
        )?;
    }
    writeln!(out)?;
    if tasks_are_quoted {
        writeln!(out, "{}", catalog.wording.of_tasks())?;
    }
    super::text::wrapped(out, FRAME, "", "")?;
    super::text::wrapped(out, &sources_sentence(catalog, DATASETS), "", "")
}

fn counted(number: usize, name: &str) -> String {
    if number == 1 { format!("1 {name}") } else { format!("{number} {name}s") }
}

/// One row a role, with its best evidence.
#[derive(Serialize)]
struct CsvRow<'a> {
    rank: usize,
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    title: &'a str,
    found: &'a str,
    matched: &'a str,
    score: String,
    /// Whose sentence a task is; empty where no task is quoted.
    wording: &'static str,
}

fn csv<'a>(out: &mut dyn Write, hits: impl Iterator<Item = FoundRole<'a>>, wording: Wording) -> io::Result<()> {
    let mut rows = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    rows.write_record(["rank", "code", "title", "found", "matched", "score", "wording"]).map_err(csv_out::io_error)?;
    for hit in hits {
        let best = hit.evidence.first();
        rows.serialize(CsvRow {
            rank: hit.rank,
            code: hit.code,
            title: hit.title,
            found: best.map_or("", |evidence| evidence.kind),
            matched: best.map_or("", |evidence| evidence.text),
            score: format!("{:.4}", hit.score),
            wording: best.filter(|evidence| evidence.kind == TASK).map_or("", |_| wording.word()),
        })
        .map_err(csv_out::io_error)?;
    }
    rows.flush()
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::report::fixture::{CAKE, catalog};
    use crate::search;
    use crate::search::language::{Correction, parse};

    fn results() -> Results {
        let evidence = vec![
            search::Evidence { found: search::Found::Alternate(0), marked: vec![Range { start: 0, end: 6 }] },
            search::Evidence { found: search::Found::Title, marked: Vec::new() },
        ];
        Results { hits: vec![Hit { role: CAKE, score: 2.5, evidence }], roles: 1, tasks: 2, ..Results::default() }
    }

    fn written(results: &Results, format: Format) -> String {
        let mut out = Vec::new();
        write(&mut out, &catalog(), &parse("pastry", &catalog()), results, format).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_names_the_roles_their_evidence_and_the_frame() {
        let text = written(&results(), Format::Text);
        assert!(text.starts_with("1 role and 2 tasks for \"pastry\"\n\n51-3011.01  Cake, Pie Bakers\n"), "{text}");
        assert!(text.contains("alternate title: Pastry Hand\n"), "{text}");
        assert!(text.contains("exposure index not published, median pay ≥$239k, outlook -3.1%"), "{text}");
        assert!(text.contains("not jobs lost"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }

    #[test]
    fn text_says_how_a_misspelt_word_was_taken() {
        let correction = Correction { typed: "pastrie".to_owned(), meant: "pastry".to_owned() };
        let text = written(&Results { corrections: vec![correction], ..results() }, Format::Text);
        assert!(text.contains("\nDid you mean \"pastry\"? Found for \"pastrie\".\n"), "{text}");
    }

    #[test]
    fn csv_quotes_titles_with_commas() {
        assert_eq!(
            written(&results(), Format::Csv),
            "rank,code,title,found,matched,score,wording\n\
             1,51-3011.01,\"Cake, Pie Bakers\",alternate title,Pastry Hand,2.5000,\n"
        );
    }

    #[test]
    fn json_carries_schema_counts_and_marks() {
        let value: serde_json::Value = serde_json::from_str(&written(&results(), Format::Json)).unwrap();
        assert_eq!(value["schema"], SCHEMA);
        assert_eq!(value["tasks"], 2);
        let hit = &value["hits"][0];
        assert_eq!(hit["evidence"][0]["marked"], serde_json::json!([[0, 6]]));
        assert_eq!(hit["median_annual_pay"], 239_200.0);
        assert_eq!(hit["median_top_coded"], true);
        assert!(hit["index_percentile"].is_null());
    }

    #[test]
    fn what_could_not_be_used_is_marked_in_place() {
        let parsed = parse("bäcker pya:>3 x", &catalog());
        let mut out = Vec::new();
        problems(&mut out, "bäcker pya:>3 x", &parsed).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "  bäcker pya:>3 x\n         ^^^^^^ pya: is no field; did you mean pay:>3 ?\n"
        );
    }

    #[test]
    fn nothing_found_is_said_in_every_format() {
        let none = Results::default();
        assert_eq!(written(&none, Format::Text), "No role found for \"pastry\".\n");
        assert_eq!(written(&none, Format::Csv), "rank,code,title,found,matched,score,wording\n");
        let value: serde_json::Value = serde_json::from_str(&written(&none, Format::Json)).unwrap();
        assert_eq!(value["hits"], serde_json::json!([]));
    }
}
