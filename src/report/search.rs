//! What a search found, as text, CSV or JSON.

mod codes;

use std::io::{self, Write};

use serde::Serialize;

use super::csv::CsvRows;
use super::json::newest;
use super::json::{self, object};
use super::releases::{releases, sources_sentence};
use super::{Format, Forms, page};
use crate::catalog::{Catalog, FRAME, Measure, Metric, NOT_PUBLISHED, Role, SourceId};
use crate::search::language::{Order, Parsed};
use crate::search::{Hit, Results};

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/search/1";

/// The kind of evidence that quotes a task.
const TASK: &str = "task";

type Writer = fn(&mut dyn Write, &Catalog<'_>, &Parsed, &Results) -> io::Result<()>;
/// The forms of the hits.
pub(crate) const FORMS: Forms<Writer> = &[(Format::Text, text), (Format::Csv, csv), (Format::Json, in_json)];

/// Writes the hits, best first.
pub fn write(
    out: &mut dyn Write,
    catalog: &Catalog<'_>,
    parsed: &Parsed,
    results: &Results,
    format: Format,
) -> io::Result<()> {
    format.writer(FORMS)?(out, catalog, parsed, results)
}

/// The hits with their roles.
fn found<'a>(catalog: &'a Catalog<'a>, results: &'a Results) -> impl Iterator<Item = (&'a Hit, &'a Role<'a>)> {
    results.hits.iter().filter_map(|hit| Some((hit, catalog.role(hit.role)?)))
}

fn in_json(out: &mut dyn Write, catalog: &Catalog<'_>, parsed: &Parsed, results: &Results) -> io::Result<()> {
    let problems = parsed.problems.iter().map(|problem| {
        let place = [problem.span.start, problem.span.end];
        object!(Fault { place, message: &problem.message, instead: &problem.instead })
    });
    let corrections = results
        .corrections
        .iter()
        .map(|correction| object!(Corrected { typed: &correction.typed, meant: &correction.meant }));
    let left_out = results
        .left_out
        .iter()
        .map(|left| object!(LeftOut { figure: left.metric.key(), missing: left.missing, undecided: left.undecided }));
    let answer = object!(Answer {
        query: &parsed.text,
        filters: parsed.terms.iter().map(ToString::to_string).collect::<Vec<_>>(),
        problems: problems.collect::<Vec<_>>(),
        corrections: corrections.collect::<Vec<_>>(),
        left_out: left_out.collect::<Vec<_>>(),
        codes: results.codes.as_ref().map(|reading| codes::json(reading, catalog)),
        order: order(results.order),
        roles: results.roles,
        figures: results.figures,
        tasks: results.tasks,
        wording: page::wording_source(catalog),
        sources: object!(Sources {
            index_percentile: Measure::IN_INDEX.map(Measure::source),
            median_annual_pay: catalog.pay_source(),
            change_percent: catalog.outlook_source(),
        }),
        releases: releases(catalog, datasets(catalog)),
        hits: found(catalog, results).zip(1..).map(|(hit, rank)| hit_json(catalog, rank, hit)).collect::<Vec<_>>(),
    });
    json::write(out, SCHEMA, catalog, answer)
}

fn hit_json<'a>(
    catalog: &'a Catalog<'_>,
    rank: usize,
    (hit, role): (&'a Hit, &'a Role<'_>),
) -> impl Serialize + use<'a> {
    let evidence = hit.evidence.iter().map(|evidence| {
        object!(Evidence {
            kind: evidence.found.word(),
            text: evidence.found.text(catalog, role),
            // Bytes from and to of each marked word.
            marked: evidence.marked.iter().map(|range| [range.start, range.end]).collect::<Vec<_>>(),
        })
    });
    let pay = Metric::Pay.value(catalog, role);
    object!(FoundRole {
        rank,
        code: role.code,
        title: role.title,
        score: hit.score,
        index_percentile: role.exposure.index.map(|index| index.percentile),
        index_studies: role.exposure.index.map(|index| index.studies),
        median_annual_pay: pay,
        median_top_coded: pay.is_some() && Metric::Pay.is_floor(catalog, role),
        #[serde(flatten)]
        newest: newest(catalog, role),
        change_percent: Metric::Change.value(catalog, role),
        evidence: evidence.collect::<Vec<_>>(),
    })
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

/// All datasets of a hit's figures.
fn datasets(catalog: &Catalog<'_>) -> Vec<SourceId> {
    let others = [SourceId::Gpts, SourceId::Microsoft, SourceId::Aioe, catalog.outlook_source()];
    catalog.pay_sources().chain(others).collect()
}

fn text(out: &mut dyn Write, catalog: &Catalog<'_>, parsed: &Parsed, results: &Results) -> io::Result<()> {
    let query = parsed.text.as_str();
    let notes = results.codes.as_ref().map(|codes| codes.notes(catalog)).unwrap_or_default();
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
        Order::Figure(metric) => {
            writeln!(out, "{roles} for {query:?}, highest {} first", metric.name_in(catalog))?;
        }
        Order::Texts => writeln!(out, "{roles} for {query:?}, closest first")?,
        Order::Code => writeln!(out, "{roles} for {query:?}, by code")?,
    }
    super::text::seen(out, catalog)?;
    for note in &notes {
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
    for (hit, role) in found(catalog, results) {
        writeln!(out, "{}  {}", role.code, role.title)?;
        for evidence in &hit.evidence {
            let kind = evidence.found.word();
            tasks_are_quoted |= kind == TASK;
            let text = format!("{kind}: {}", evidence.found.text(catalog, role));
            super::text::wrapped(out, &text, "            ", "              ")?;
        }
        let figure = |figure: Option<String>| figure.unwrap_or_else(|| NOT_PUBLISHED.to_owned());
        let index = role.exposure.index;
        writeln!(
            out,
            "            exposure index {}, median pay {}, outlook {}",
            figure(index.map(|index| format!("{} percentile ({} studies)", index.percentile, index.studies))),
            Metric::Pay
                .short(catalog, role)
                .map_or_else(|| catalog.no_wage(role).into_owned(), |pay| pay + &catalog.there())
                + &newest_in_brackets(catalog, role),
            figure(Metric::Change.short(catalog, role)),
        )?;
    }
    writeln!(out)?;
    if tasks_are_quoted {
        writeln!(out, "{}", catalog.wording.of_tasks())?;
    }
    super::text::wrapped(out, FRAME, "", "")?;
    super::text::wrapped(out, &sources_sentence(catalog, datasets(catalog)), "", "")
}

/// The newest median in short beside that of the base year.
fn newest_in_brackets(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    let newest = catalog.newest_short(role).zip(catalog.newest_wage(role));
    newest.map_or_else(String::new, |(text, (.., year))| format!(" ({text} in {})", year.release))
}

fn counted(number: usize, name: &str) -> String {
    if number == 1 { format!("1 {name}") } else { format!("{number} {name}s") }
}

/// One row a role, with its best evidence.
fn csv(out: &mut dyn Write, catalog: &Catalog<'_>, _: &Parsed, results: &Results) -> io::Result<()> {
    let names = ["rank", "code", "title", "found", "matched", "score", "wording"];
    let mut rows = CsvRows::seen(out, names, catalog)?;
    for ((hit, role), rank) in found(catalog, results).zip(1..) {
        let best = hit.evidence.first().map(|evidence| &evidence.found);
        // Whose sentence a task is; empty where no task is quoted.
        let is_task = best.is_some_and(|found| found.word() == TASK);
        rows.row([
            rank.to_string().as_str(),
            &role.code.to_string(),
            role.title,
            best.map_or("", |found| found.word()),
            best.map_or("", |found| found.text(catalog, role)),
            &format!("{:.4}", hit.score),
            if is_task { catalog.wording.word() } else { "" },
        ])?;
    }
    rows.end()
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
