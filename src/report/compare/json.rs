//! A comparison in JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::catalog::{Band, Catalog, Code, FRAME, PublishedFor};
use crate::compare::Comparison;
use crate::compare::side_by_side::{Cell, Picture, Section};
use crate::report::json::{self, object};

pub const SCHEMA: &str = "rolescope/compare/1";

/// A cell; what only some rows have is not written for the others.
#[derive(Serialize)]
struct CellJson<'a, Counts, Difference> {
    code: Code,
    value: Option<f64>,
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    mark: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<Band>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    studies: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts>,
    top_coded: bool,
    difference: Option<Difference>,
    published_for: Option<PublishedFor<'a>>,
}

/// Writes it.
pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, comparison: &Comparison<'_>) -> io::Result<()> {
    let roles = comparison.columns.iter().map(|column| column.role);
    let Some(reference) = roles.clone().nth(comparison.reference).map(|role| role.code) else { return Ok(()) };
    let verdicts = comparison.verdicts.iter();
    let verdicts = verdicts
        .map(|verdict| object!(Sentence { head: &verdict.head, parts: &verdict.parts, skills: &verdict.skills }));
    let answer = object!(Answer {
        frame: FRAME,
        reference,
        roles: roles.map(|role| object!(Named { code: role.code, title: role.title })).collect::<Vec<_>>(),
        at_a_glance: verdicts.collect::<Vec<_>>(),
        sections: comparison.sections.iter().map(|part| section(catalog, comparison, part)).collect::<Vec<_>>(),
        sources: catalog.sources_seen().collect::<Vec<_>>(),
    });
    json::write(out, SCHEMA, catalog, answer)
}

fn section<'a>(
    catalog: &'a Catalog<'_>,
    comparison: &'a Comparison<'_>,
    section: &'a Section<'_>,
) -> impl Serialize + use<'a> {
    let rows = section.rows.iter().map(|row| {
        let cells = comparison.columns.iter().zip(&row.cells);
        // The end of a list is no entry.
        let cells = cells.filter(|(_, cell)| !section.part.is_lists() || !cell.text.is_empty());
        object!(Row {
            row: &row.key,
            name: &row.label,
            unit: row.unit.key(),
            sources: &row.sources,
            cells: cells.map(|(column, one)| cell(catalog, column.role.code, one)).collect::<Vec<_>>(),
        })
    });
    object!(Section {
        section: section.part.key(),
        name: section.part.name(),
        remarks: &section.remarks,
        rows: rows.collect::<Vec<_>>(),
    })
}

fn cell<'a>(catalog: &'a Catalog<'_>, code: Code, cell: &'a Cell<'_>) -> impl Serialize + use<'a> {
    let counts = match cell.picture {
        Picture::Mix([e1, e2, e0]) => Some(json::mix([e0, e1, e2])),
        _ => None,
    };
    let gap = cell.gap.as_ref();
    CellJson {
        code,
        value: cell.value,
        text: (!cell.is_missing && !cell.text.is_empty()).then_some(&*cell.text),
        mark: cell.mark,
        band: cell.band,
        raw: cell.raw,
        studies: cell.studies,
        counts,
        top_coded: cell.is_floor,
        difference: gap.map(|gap| object!(Difference { value: gap.value, text: &gap.text, bound: gap.bound })),
        published_for: cell.published_for.map(|soc| catalog.published_for(soc)),
    }
}
