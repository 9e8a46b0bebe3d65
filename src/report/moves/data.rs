//! Moves as data: what the JSON form says, and the CSV form in part.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{FoundMove, Report};
use crate::catalog::metric::Bound;
use crate::catalog::{Code, FRAME, Family, Hundredths, Metric, PercentTenths, Percentile, Role, SourceId};
use crate::compare::moves::{ALIKE, Asked, GAP, NEAREST, Scope, Shift};
use crate::report::numbers;
use crate::report::releases::releases;

/// The JSON document below its schema.
#[derive(Serialize)]
pub(super) struct MovesJson<'r> {
    from: Start<'r>,
    frame: &'static str,
    measures: Measures,
    question: Asking,
    counts: Counts,
    sources: Sources,
    releases: BTreeMap<SourceId, &'r str>,
    moves: Vec<Entry<'r>>,
}

#[derive(Serialize)]
struct Start<'r> {
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    title: &'r str,
    rated: bool,
    overlap: Overlap,
    pay: Pay,
    outlook: Outlook,
    published_for: Option<String>,
    job_zone: Option<u8>,
}

#[derive(Serialize)]
struct Measures {
    similarity: &'static str,
    gap: &'static str,
    nearest: u16,
}

#[derive(Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of the document")]
struct Asking {
    scope: &'static str,
    less_overlap: bool,
    same_pay: bool,
    same_outlook: bool,
    least_openings: u32,
    order: &'static str,
    reversed: bool,
}

#[derive(Serialize)]
struct Counts {
    scope: usize,
    listed: usize,
    left_out: usize,
    without_order_figure: usize,
    not_rated: usize,
}

#[derive(Serialize)]
struct Sources {
    related: SourceId,
    skills: [SourceId; 2],
    overlap: [SourceId; 3],
    pay: SourceId,
    outlook: SourceId,
}

/// All datasets of a move.
pub(super) const DATASETS: [SourceId; 7] = [
    SourceId::Onet,
    SourceId::OnetKnowledge,
    SourceId::Oews,
    SourceId::Projections,
    SourceId::Gpts,
    SourceId::Microsoft,
    SourceId::Aioe,
];

const SOURCES: Sources = Sources {
    related: SourceId::Onet,
    skills: [SourceId::Onet, SourceId::OnetKnowledge],
    overlap: [SourceId::Gpts, SourceId::Microsoft, SourceId::Aioe],
    pay: SourceId::Oews,
    outlook: SourceId::Projections,
};

/// A move.
#[derive(Serialize)]
pub(super) struct Entry<'r> {
    pub rank: usize,
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    pub title: &'r str,
    pub found: Option<&'static str>,
    pub tier: Option<&'static str>,
    pub near_place: Option<u16>,
    pub similarity: Option<f64>,
    pub gap: Option<f64>,
    pub overlap: Overlap,
    pub pay: Pay,
    pub outlook: Outlook,
    /// The SOC code whose figures both roles have.
    pub same_code: Option<String>,
    pub job_zone: Option<u8>,
    asks_for_more: Vec<Element>,
    brought: Vec<Element>,
}

#[derive(Serialize)]
pub(super) struct Overlap {
    pub percentile: Option<Percentile>,
    band: Option<&'static str>,
    /// How many studies the index rests on.
    pub studies: Option<u8>,
    pub change: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct Pay {
    pub dollars: Option<f64>,
    pub top_coded: bool,
    /// Median wage of an hour, where no yearly one is published.
    pub hourly_dollars: Option<f64>,
    pub change: Option<f64>,
    /// The change of the hourly wage, where one of the two has no other.
    pub hourly_change: Option<f64>,
    pub bound: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Outlook {
    pub change_percent: Option<f64>,
    pub change: Option<f64>,
    /// Openings a year.
    pub openings: Option<f64>,
}

#[derive(Serialize)]
struct Element {
    id: String,
    name: String,
    family: &'static str,
    #[serde(serialize_with = "numbers::hundredths")]
    importance: Hundredths,
    #[serde(serialize_with = "numbers::hundredths")]
    here: Hundredths,
    #[serde(serialize_with = "numbers::hundredths")]
    there: Hundredths,
}

impl<'r> MovesJson<'r> {
    pub fn of(report: &'r Report<'_>) -> Self {
        let Report { catalog, here, moves, question, listed, .. } = report;
        Self {
            from: Start {
                code: here.code,
                title: here.title,
                rated: moves.is_rated,
                overlap: overlap(report, here, Shift::Unknown),
                pay: pay(report, here, Shift::Unknown),
                outlook: outlook(report, here, Shift::Unknown),
                published_for: catalog.published(here).filter(|p| p.roles > 1).map(|p| p.soc.to_string()),
                job_zone: here.job_zone,
            },
            frame: FRAME,
            measures: Measures { similarity: ALIKE, gap: GAP, nearest: NEAREST },
            question: Asking {
                scope: if question.scope == Scope::All { "all" } else { "near" },
                less_overlap: question.terms.less_overlap,
                same_pay: question.terms.same_pay,
                same_outlook: question.terms.same_outlook,
                least_openings: question.terms.openings,
                order: question.order.key(),
                reversed: question.reversed,
            },
            counts: Counts {
                scope: listed.of,
                listed: listed.rows.len(),
                left_out: listed.untold,
                without_order_figure: listed.unordered,
                not_rated: moves.unplaced,
            },
            sources: SOURCES,
            releases: releases(report.catalog, DATASETS),
            moves: report.found().map(|found| Entry::of(report, &found)).collect(),
        }
    }
}

impl<'r> Entry<'r> {
    pub fn of(report: &'r Report<'_>, found: &FoundMove<'r>) -> Self {
        let FoundMove { rank, row, there, skills } = found;
        let elements = |asked: &[Asked]| asked.iter().filter_map(|asked| Element::of(report, *asked)).collect();
        let code = |shift| if let Shift::SameCode(soc) = shift { Some(soc.to_string()) } else { None };
        Self {
            rank: *rank,
            code: there.code,
            title: there.title,
            found: row.found(),
            tier: row.related.map(|(tier, _)| tier.key()),
            near_place: row.place,
            similarity: row.similarity,
            gap: row.gap,
            overlap: overlap(report, there, row.overlap),
            pay: pay(report, there, row.pay),
            outlook: outlook(report, there, row.outlook),
            same_code: code(row.pay).or_else(|| code(row.outlook)),
            job_zone: there.job_zone,
            asks_for_more: elements(&skills.asked),
            brought: elements(&skills.brought),
        }
    }
}

fn overlap(report: &Report<'_>, role: &Role<'_>, shift: Shift) -> Overlap {
    let percentile = Metric::Index.value(report.catalog, role).map(Percentile);
    let studies = role.exposure.index.map(|index| index.studies);
    Overlap { percentile, band: percentile.map(|percentile| percentile.band().word()), studies, change: told(shift) }
}

fn pay(report: &Report<'_>, role: &Role<'_>, shift: Shift) -> Pay {
    let dollars = Metric::Pay.value(report.catalog, role);
    let (change, hourly_change) = match shift {
        Shift::By(difference) if difference.metric == Metric::Hourly => (None, told(shift)),
        _ => (told(shift), None),
    };
    let bound = told(shift).map(|_| match shift.bound() {
        Bound::Exact => "exact",
        Bound::AtLeast => "at_least",
        Bound::AtMost => "at_most",
    });
    Pay {
        dollars,
        top_coded: dollars.is_some() && Metric::Pay.is_floor(report.catalog, role),
        hourly_dollars: if dollars.is_none() { Metric::Hourly.value(report.catalog, role) } else { None },
        change,
        hourly_change,
        bound,
    }
}

fn outlook(report: &Report<'_>, role: &Role<'_>, shift: Shift) -> Outlook {
    let change_percent = report.catalog.outlook(role).map(|outlook| outlook.change_percent).map(PercentTenths::value);
    // A difference of tenths carries no more than tenths.
    let openings = Metric::Openings.value(report.catalog, role);
    Outlook { change_percent, change: told(shift).map(|change| (change * 10.0).round() / 10.0), openings }
}

/// The change, where the figures of two codes tell one.
fn told(shift: Shift) -> Option<f64> {
    if let Shift::By(difference) = shift { Some(difference.value) } else { None }
}

impl Element {
    fn of(report: &Report<'_>, asked: Asked) -> Option<Self> {
        let element = report.catalog.element(asked.element)?;
        let family: Family = element.family;
        Some(Self {
            id: element.id.to_owned(),
            name: element.name.to_owned(),
            family: family.label(),
            importance: asked.importance,
            here: asked.here,
            there: asked.there,
        })
    }
}
