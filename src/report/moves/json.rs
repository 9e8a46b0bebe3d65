//! Moves in JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{FoundMove, MovesReport, code_of, datasets, told};
use crate::catalog::metric::Bound;
use crate::catalog::{Catalog, FRAME, Measure, Metric, Percentile, Published, Role, SourceId};
use crate::compare::moves::{ALIKE, Asked, GAP, NEAREST, Scope, Shift};
use crate::report::json::{self, object};
use crate::report::releases::releases;

/// The schema.
pub const SCHEMA: &str = "rolescope/moves/1";

pub fn write(out: &mut dyn Write, report: &MovesReport<'_>) -> io::Result<()> {
    let MovesReport { catalog, here, moves, question, listed, .. } = report;
    let published = catalog.published(here).filter(|published| published.roles > 1);
    let from = object!(Start {
        code: here.code,
        title: here.title,
        rated: moves.is_rated,
        overlap: overlap(catalog, here, Shift::Unknown),
        pay: pay(catalog, here, Shift::Unknown),
        outlook: outlook(catalog, here, Shift::Unknown),
        published_for: published.map(|published: &Published<'_>| published.soc),
        job_zone: here.job_zone,
    });
    let answer = object!(Answer {
        from,
        frame: FRAME,
        measures: object!(Measures { similarity: ALIKE, gap: GAP, nearest: NEAREST }),
        question: object!(Asking {
            scope: if question.scope == Scope::All { "all" } else { "near" },
            less_overlap: question.terms.less_overlap,
            same_pay: question.terms.same_pay,
            same_outlook: question.terms.same_outlook,
            least_openings: question.terms.openings,
            order: question.order.key(),
            reversed: question.reversed,
        }),
        counts: object!(Counts {
            scope: listed.of,
            listed: listed.rows.len(),
            left_out: listed.untold,
            without_order_figure: listed.unordered,
            not_rated: moves.unplaced,
        }),
        sources: object!(Sources {
            related: SourceId::Onet,
            skills: [SourceId::Onet, SourceId::OnetKnowledge],
            overlap: Measure::IN_INDEX.map(Measure::source),
            pay: catalog.pay_source(),
            outlook: catalog.outlook_source(),
        }),
        releases: releases(catalog, datasets(catalog)),
        moves: report.found().map(|found| one(report, &found)).collect::<Vec<_>>(),
    });
    json::write(out, SCHEMA, catalog, answer)
}

fn one<'r>(report: &'r MovesReport<'_>, found: &FoundMove<'r>) -> impl Serialize + use<'r> {
    let FoundMove { rank, row, there, skills } = found;
    let catalog = report.catalog;
    object!(Move {
        rank: *rank,
        code: there.code,
        title: there.title,
        found: row.found(),
        tier: row.related.map(|(tier, _)| tier),
        near_place: row.place,
        similarity: row.similarity,
        gap: row.gap,
        overlap: overlap(catalog, there, row.overlap),
        pay: pay(catalog, there, row.pay),
        outlook: outlook(catalog, there, row.outlook),
        same_code: code_of(row),
        job_zone: there.job_zone,
        asks_for_more: elements(catalog, &skills.asked),
        brought: elements(catalog, &skills.brought),
    })
}

pub fn overlap(catalog: &Catalog<'_>, role: &Role<'_>, shift: Shift) -> impl Serialize + use<> {
    let percentile = Metric::Index.value(catalog, role).map(Percentile);
    object!(Overlap {
        percentile,
        band: percentile.map(Percentile::band),
        studies: role.exposure.index.map(|index| index.studies),
        change: told(shift),
    })
}

pub fn pay(catalog: &Catalog<'_>, role: &Role<'_>, shift: Shift) -> impl Serialize + use<> {
    let dollars = Metric::Pay.value(catalog, role);
    let is_hourly = matches!(shift, Shift::By(difference) if difference.metric == Metric::Hourly);
    let bound: Option<Bound> = told(shift).map(|_| shift.bound());
    object!(Pay {
        dollars,
        top_coded: dollars.is_some() && Metric::Pay.is_floor(catalog, role),
        #[serde(flatten)]
        newest: json::newest(catalog, role),
        hourly_dollars: if dollars.is_none() { Metric::Hourly.value(catalog, role) } else { None },
        change: told(shift).filter(|_| !is_hourly),
        hourly_change: told(shift).filter(|_| is_hourly),
        bound,
    })
}

pub fn outlook(catalog: &Catalog<'_>, role: &Role<'_>, shift: Shift) -> impl Serialize + use<> {
    object!(Outlook {
        change_percent: Metric::Change.value(catalog, role),
        // A difference of tenths carries no more than tenths.
        change: told(shift).map(|change| (change * 10.0).round() / 10.0),
        openings: Metric::Openings.value(catalog, role),
    })
}

pub fn elements<'r>(catalog: &'r Catalog<'_>, asked: &[Asked]) -> Vec<impl Serialize + use<'r>> {
    let elements = asked.iter().filter_map(|asked| {
        let element = catalog.element(asked.element)?;
        Some(object!(Element {
            id: element.id,
            name: element.name,
            family: element.family,
            importance: asked.importance,
            here: asked.here,
            there: asked.there,
        }))
    });
    elements.collect()
}
