//! A comparison in JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::bound;
use crate::catalog::{Band, Catalog, Code, FRAME, SocCode, Source};
use crate::compare::Comparison;
use crate::compare::side_by_side::{Cell, Picture, Section};
use crate::report::page::labour::PublishedFor;
use crate::report::{json, numbers};

pub const SCHEMA: &str = "rolescope/compare/1";

#[derive(Serialize)]
struct ComparisonJson<'a> {
    frame: &'static str,
    #[serde(serialize_with = "numbers::shown")]
    reference: Code,
    roles: Vec<Named<'a>>,
    at_a_glance: Vec<Sentence<'a>>,
    sections: Vec<SectionFacts<'a>>,
    sources: &'a [Source<'a>],
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    title: &'a str,
}

#[derive(Serialize)]
struct Sentence<'a> {
    head: &'a str,
    parts: &'a [String],
    skills: &'a [String],
}

#[derive(Serialize)]
struct SectionFacts<'a> {
    section: &'static str,
    name: &'static str,
    remarks: &'a [String],
    rows: Vec<RowFacts<'a>>,
}

#[derive(Serialize)]
struct RowFacts<'a> {
    row: &'a str,
    name: &'a str,
    unit: &'static str,
    sources: &'a [crate::catalog::SourceId],
    cells: Vec<CellFacts<'a>>,
}

#[derive(Serialize)]
struct CellFacts<'a> {
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    value: Option<f64>,
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    mark: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    studies: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts>,
    top_coded: bool,
    difference: Option<Difference<'a>>,
    published_for: Option<PublishedFor<'a>>,
}

/// How many tasks have each label.
#[derive(Serialize)]
struct Counts {
    #[serde(rename = "E0")]
    e0: usize,
    #[serde(rename = "E1")]
    e1: usize,
    #[serde(rename = "E2")]
    e2: usize,
}

#[derive(Serialize)]
struct Difference<'a> {
    value: f64,
    text: &'a str,
    bound: &'static str,
}

/// Writes it.
pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> io::Result<()> {
    let named = comparison.columns.iter().map(|column| Named { code: column.role.code, title: column.role.title });
    let roles: Vec<Named<'_>> = named.collect();
    let Some(reference) = roles.get(comparison.reference).map(|role| role.code) else { return Ok(()) };
    let verdicts = comparison.verdicts.iter();
    let answer = ComparisonJson {
        frame: FRAME,
        reference,
        roles,
        at_a_glance: verdicts
            .map(|verdict| Sentence { head: &verdict.head, parts: &verdict.parts, skills: &verdict.skills })
            .collect(),
        sections: comparison.sections.iter().map(|section| facts(catalog, comparison, section)).collect(),
        sources: &catalog.sources,
    };
    json::write(out, SCHEMA, &answer)
}

fn facts<'a>(catalog: &'a Catalog<'_>, comparison: &'a Comparison<'_>, section: &'a Section<'_>) -> SectionFacts<'a> {
    let rows = section.rows.iter().map(|row| {
        let cells = comparison.columns.iter().zip(&row.cells);
        // The end of a list is no entry.
        let cells = cells.filter(|(_, cell)| !section.part.is_lists() || !cell.text.is_empty());
        RowFacts {
            row: &row.key,
            name: &row.label,
            unit: row.unit.key(),
            sources: &row.sources,
            cells: cells.map(|(column, cell)| cell_facts(catalog, column.role.code, cell)).collect(),
        }
    });
    SectionFacts {
        section: section.part.key(),
        name: section.part.name(),
        remarks: &section.remarks,
        rows: rows.collect(),
    }
}

fn cell_facts<'a>(catalog: &'a Catalog<'_>, code: Code, cell: &'a Cell<'_>) -> CellFacts<'a> {
    let counts = match cell.picture {
        Picture::Mix([e1, e2, e0]) => Some(Counts { e0, e1, e2 }),
        _ => None,
    };
    CellFacts {
        code,
        value: cell.value,
        text: (!cell.is_missing() && !cell.text.is_empty()).then_some(&*cell.text),
        mark: cell.mark,
        band: cell.band.map(Band::word),
        raw: cell.raw,
        studies: cell.studies,
        counts,
        top_coded: cell.is_floor,
        difference: cell.gap.as_ref().map(|gap| Difference {
            value: gap.value,
            text: &gap.text,
            bound: bound(gap.bound),
        }),
        published_for: cell.published_for.map(|soc| published_for(catalog, soc)),
    }
}

fn published_for<'a>(catalog: &'a Catalog<'_>, soc: SocCode) -> PublishedFor<'a> {
    let published = catalog.published.iter().find(|published| published.soc == soc);
    let roles = published.map_or_else(
        || catalog.roles.iter().filter(|role| role.code.soc() == soc).count(),
        |published| usize::from(published.roles),
    );
    PublishedFor { soc, title: published.map(|published| published.title).or_else(|| catalog.soc_title(soc)), roles }
}
