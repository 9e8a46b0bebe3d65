//! Tables to catalog: joins rows by code, puts lists into the order in which they are shown.

mod at_home;
mod check;
mod exposure;
mod labour;
mod names;
mod parts;
mod roles;
mod use_and_study;
mod years;

use super::{BadInput, Tables};
use crate::catalog::{Activity, Catalog, Crosswalks, Element, SocCode, Source, Wording};
use names::Names;

/// A row that refers to something that no table has, or a figure outside its range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table}: {problem}")]
pub struct BadTable {
    pub table: &'static str,
    /// What does not fit, with the row's key.
    pub problem: String,
}

impl BadTable {
    fn new(table: &'static str, problem: impl Into<String>) -> Self {
        Self { table, problem: problem.into() }
    }
}

impl From<BadTable> for BadInput {
    fn from(bad: BadTable) -> Self {
        Self::file(std::path::Path::new(bad.table), bad.problem)
    }
}

/// Makes the catalog.
///
/// # Errors
/// A row whose code, element or task stands in no other table, a figure outside its range, or one of no named source.
pub fn catalog(tables: &Tables, wording: Wording) -> Result<Catalog<'_>, BadTable> {
    check::check(tables)?;
    let names = Names::of(tables)?;
    let mut published = labour::published(tables)?;
    let mut roles = roles::roles(tables, &names, &published)?;
    labour::count_sharing(&roles, &mut published);
    let crosswalks = crosswalks(tables);
    let years = years::years(tables, &crosswalks, &published)?;
    exposure::measure(tables, &mut roles);
    at_home::fill(tables, &mut roles)?;
    let (places, industries) = (parts::places(tables, &published)?, parts::industries(tables, &published)?);
    Ok(Catalog {
        wording,
        roles: roles.into(),
        elements: tables
            .elements
            .iter()
            .map(|row| Element { id: &row.id, name: &row.name, family: row.family })
            .collect(),
        activities: tables.activities.iter().map(|row| Activity { id: &row.id, name: &row.name }).collect(),
        intermediate: use_and_study::intermediate(tables)?,
        usage: use_and_study::usage(tables)?,
        programmes: use_and_study::programmes(tables)?,
        handbook: use_and_study::handbook(tables),
        published: published.into(),
        all_occupations: labour::all_occupations(tables)?,
        places: places.into(),
        industries: industries.into(),
        years: years.into(),
        socs: labour::soc_titles(tables).into(),
        crosswalks,
        sources: tables
            .sources
            .iter()
            .map(|row| Source {
                id: row.id,
                name: &row.name,
                release: &row.release,
                publisher: &row.publisher,
                address: &row.address,
                licence: &row.licence,
                date: &row.date,
                sha256: &row.sha256,
                attribution: &row.attribution,
            })
            .collect(),
        rows: tables.counts().into_iter().map(|(file, rows)| (file, u32::try_from(rows).unwrap_or(u32::MAX))).collect(),
        software: names.software.list.into(),
        tools: names.tools.list.into(),
        kinds: names.kinds.list.into(),
        prices: parts::prices(tables)?.into(),
        seen: None,
        counted: None,
    })
}

/// What codes of other and older classifications lead to.
fn crosswalks(tables: &Tables) -> Crosswalks<'_> {
    Crosswalks {
        groups: tables.soc_groups.iter().map(|row| (row.code, row.title.as_str())).collect(),
        soc_2010: tables.soc_2010.iter().map(|row| (row.soc2010, row.soc)).collect(),
        soc_2010_titles: soc_2010_titles(tables).into(),
        onet_2010: tables.onet_2010.iter().map(|row| (row.code, row.role)).collect(),
        census_2018: tables.census_2018.iter().map(|row| (row.census, row.soc)).collect(),
        census_2010: tables.census_2010.iter().map(|row| (row.census2010, row.census)).collect(),
        isco_08: tables.isco_08.iter().map(|row| (row.isco, row.soc2010)).collect(),
    }
}

/// The titles of SOC 2010, each code once.
fn soc_2010_titles(tables: &Tables) -> Vec<(SocCode, &str)> {
    let mut titles: Vec<(SocCode, &str)> =
        tables.soc_2010.iter().map(|row| (row.soc2010, row.title.as_str())).collect();
    titles.dedup_by_key(|(code, _)| *code);
    titles
}
