//! Where a figure comes from: dataset, release, file, row, column, the value as the file has it, and what is computed
//! from it. The one place that knows it, for screens and reports.

mod at_home;
mod fields;
mod figure;
mod files;
mod headcount;
mod labour;
pub mod names;
mod onet;
mod place;
mod preparation;
mod rank;
mod roles;
mod study;
#[cfg(test)]
pub(crate) mod tests;
mod usage;
mod years;

pub use fields::Field;
pub use figure::{Figure, LISTED_IN_DEMAND, List};
pub use files::File;
pub use labour::Point;
pub use rank::MidRank;
pub use study::place as measure_place;

use super::own::{Origin, Record};
use super::source::NOT_STATED;
use super::{Catalog, NOT_PUBLISHED, Role, RoleId, SocCode, SourceId};

/// What figures are traced in.
#[derive(Clone, Copy, Debug)]
pub struct Origins<'s> {
    /// The catalog.
    pub catalog: &'s Catalog<'s>,
    /// What a user's own data were made from; none with the snapshot.
    pub record: Option<&'s Record<'s>>,
}

/// Where one figure comes from. No part is empty, but that a figure of the user's own staff has no cell of a published file.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Its stable key, such as `pay`.
    pub key: String,
    /// Its name, such as `median annual pay`.
    pub name: String,
    /// Whose figure it is: `15-1299.05 Information Security Engineers`.
    pub of: String,
    /// As it is shown.
    pub shown: String,
    /// The cells of published files that it is made from.
    pub cells: Vec<PublishedCell>,
    /// How it is made from them, step by step, with the numbers.
    pub computation: Vec<String>,
    /// For which code it is published, and how many roles share it.
    pub published_for: String,
    /// Whether the frame sentence must stand beside it.
    pub is_exposure: bool,
}

impl Provenance {
    /// Adds the cells that it is made from, and how it is made from them.
    fn from(
        mut self,
        cells: impl IntoIterator<Item = PublishedCell>,
        collected: Option<String>,
        steps: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.cells.extend(cells);
        self.computation.extend(collected.into_iter().chain(steps.into_iter().map(Into::into)));
        self
    }
}

/// A cell of a published file.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedCell {
    /// The dataset.
    pub source: SourceId,
    /// Its name.
    pub dataset: String,
    /// Its release, and when that was published.
    pub release: String,
    /// Whether it is the user's own or the snapshot's.
    pub origin: Origin,
    /// Its licence.
    pub licence: String,
    /// The file, as its publisher calls it.
    pub file: String,
    /// The sheet, in a workbook of several.
    pub sheet: Option<&'static str>,
    /// The row: columns and what stands in them.
    pub row: Vec<(String, String)>,
    /// The column of the value.
    pub column: String,
    /// What stands there.
    pub raw: Raw,
    /// Whether it only leads to the row of the other cells: a crosswalk.
    pub is_way: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// The value as the file has it.
    Value(String),
    /// Nothing that could be used, and why.
    Missing(String),
}

impl Raw {
    /// The value, or why there is none.
    fn or(value: Option<impl Into<String>>, why: impl FnOnce() -> String) -> Self {
        value.map_or_else(|| Self::Missing(why()), |value| Self::Value(value.into()))
    }

    /// The value, or why there is none.
    pub fn text(&self) -> &str {
        match self {
            Self::Value(text) | Self::Missing(text) => text,
        }
    }

    /// The value as the file has it.
    pub fn value(&self) -> Option<&str> {
        match self {
            Self::Value(text) => Some(text),
            Self::Missing(_) => None,
        }
    }
}

impl PublishedCell {
    /// The row in words: `OCC_CODE 15-1299, O_GROUP detailed`.
    pub fn row_text(&self) -> String {
        let parts: Vec<String> = self.row.iter().map(|(column, value)| format!("{column} {value}")).collect();
        parts.join(", ")
    }

    /// The file with its sheet.
    pub fn file_text(&self) -> String {
        match self.sheet {
            Some(sheet) => format!("{}, sheet {sheet}", self.file),
            None => self.file.clone(),
        }
    }

    /// The dataset with its release, and whose it is: `O*NET, 30.3, released 2026-05 (snapshot)`.
    pub fn dataset_text(&self) -> String {
        let whose = match self.origin {
            Origin::Snapshot => "snapshot",
            Origin::User => "your own data",
        };
        format!("{}, {} ({whose})", self.dataset, self.release)
    }

    /// The value under the name of its column: `A_MEDIAN = 108970`, or why there is none.
    pub fn value_text(&self) -> String {
        match &self.raw {
            Raw::Value(value) => format!("{} = {value}", self.column),
            Raw::Missing(why) => format!("{}: {why}", self.column),
        }
    }
}

impl Origins<'_> {
    /// Where a figure of a role comes from; of a role of another catalog nothing is known.
    pub fn of(&self, id: RoleId, figure: Figure) -> Option<Provenance> {
        let role = self.catalog.role(id)?;
        let mut provenance = match figure {
            Figure::Index => self.index(role),
            Figure::Measure(measure) => self.measure(role, measure),
            Figure::Wage(period, point) => self.wage(role, period, point),
            Figure::Employment => self.employment(role),
            Figure::PayNewest => self.year_pay(role, figure, self.catalog.newest().map(|newest| newest.year)),
            Figure::YearPay(year) => self.year_pay(role, figure, Some(year)),
            Figure::YearEmployment(year) => self.year_employment(role, figure, year),
            Figure::ChangeNext | Figure::OpeningsNext | Figure::BlsAi => self.next(role, figure),
            Figure::BaseJobs
            | Figure::TargetJobs
            | Figure::ChangeJobs
            | Figure::Change
            | Figure::Openings
            | Figure::SelfEmployed
            | Figure::Entry
            | Figure::Experience
            | Figure::Training => self.projection(role, figure),
            Figure::EmploymentError | Figure::LocationQuotient | Figure::JobsPer1000 | Figure::PriceLevel => {
                self.of_place(role, figure)
            }
            Figure::Code => self.code(role),
            Figure::Rating(element) => self.rating(role, element),
            Figure::Task(place) => self.task(role, place),
            Figure::TaskRating(place) => self.task_rating(role, place),
            Figure::TaskLabels(place) => self.task_labels(role, place),
            Figure::TaskUse(place) => self.task_use(role, place),
            Figure::TaskUsage(place) => self.task_usage(role, place),
            Figure::ActivityUse(place) => self.activity_use(role, place),
            Figure::Usage => self.role_usage(role),
            Figure::Programmes => self.programmes(role),
            Figure::Handbook => self.handbook(role),
            Figure::TaskMix { human } => self.task_mix(role, human),
            Figure::JobZone => self.job_zone(role),
            Figure::Education(level) => self.education(role, level),
            Figure::Interest(place) => self.interest(role, place),
            Figure::AtHome => self.at_home(role),
            Figure::Software(software) => self.software(role, software),
            Figure::Tool(tool) => self.tool(role, tool),
            Figure::InDemand(demanded) => self.in_demand(role, demanded),
            Figure::Related(related) => self.related(role, related),
            Figure::Titles { from, count } => self.titles(role, from, count),
            Figure::Title => self.title(role),
            Figure::Group => self.group(role),
            Figure::Summary => self.summary(role),
            Figure::Nothing(list) => self.nothing(role, list),
            Figure::Dataset(id) => self.dataset(role, id),
            Figure::Headcount => self.headcount(role),
        };
        let none = [NOT_PUBLISHED, &self.catalog.no_wage(role), &self.catalog.no_employment(role)];
        if none.contains(&provenance.shown.as_str()) && provenance.published_for.starts_with(PUBLISHED_FOR) {
            let soc = role.code.soc();
            let is_key = |cell: &PublishedCell| cell.row.iter().any(|(_, key)| *key == soc.to_string());
            if provenance.cells.iter().any(is_key) {
                provenance.published_for = self.published_for(soc);
            }
            provenance.published_for = provenance.published_for.replacen(PUBLISHED_FOR, "looked up for ", 1);
        }
        Some(provenance)
    }

    /// Where a dataset comes from.
    pub fn origin(&self, id: SourceId) -> Origin {
        self.record.map_or(Origin::Snapshot, |record| record.origin(id))
    }

    /// A cell of a file: its row by columns and what stands in them, its column, and what stands there.
    pub fn cell(&self, file: File, row: &[(&str, String)], column: impl Into<String>, raw: Raw) -> PublishedCell {
        let found = self.file(file);
        PublishedCell {
            file: found.name,
            origin: found.origin,
            sheet: file.sheet(),
            row: row.iter().map(|(column, value)| ((*column).to_owned(), value.clone())).collect(),
            column: column.into(),
            raw,
            ..self.of_dataset(found.source)
        }
    }

    /// A cell in a row of a role: its code, and what else the row goes by.
    fn of_role(
        &self,
        role: &Role<'_>,
        (file, keys): (File, &[(&str, &str)]),
        column: impl Into<String>,
        raw: Raw,
    ) -> PublishedCell {
        let code = std::iter::once((names::onet::CODE, role.code.to_string()));
        let keys = keys.iter().map(|(column, value)| (*column, (*value).to_owned()));
        self.cell(file, &code.chain(keys).collect::<Vec<_>>(), column, raw)
    }

    /// A dataset as a cell: its files as a whole.
    pub fn whole(&self, id: SourceId) -> PublishedCell {
        let files = self.files_of(id);
        let file = if files.is_empty() { NOT_STATED.to_owned() } else { files.join(", ") };
        PublishedCell { file, ..self.of_dataset(id) }
    }

    /// What all cells of a dataset have in common.
    fn of_dataset(&self, id: SourceId) -> PublishedCell {
        let source = self.catalog.source(id);
        let released = source.map_or_else(|| NOT_STATED.to_owned(), |s| format!("{}, {}", s.release, s.released()));
        let digest = source.map_or("no checksum is stated", |source| source.sha256);
        PublishedCell {
            source: id,
            dataset: source.map_or_else(|| format!("{id:?}"), |source| source.name.to_owned()),
            release: released,
            origin: self.origin(id),
            licence: source.map_or(NOT_STATED, |source| source.licence).to_owned(),
            file: String::new(),
            sheet: None,
            row: vec![("all".to_owned(), "that are used".to_owned())],
            column: "SHA-256 over its files".to_owned(),
            raw: Raw::Value(digest.to_owned()),
            is_way: false,
        }
    }

    /// A provenance with what all have in common; nothing shown is not published.
    fn traced(role: &Role<'_>, figure: Figure, name: impl Into<String>, shown: Option<String>) -> Provenance {
        Provenance {
            key: figure.key(),
            name: name.into(),
            of: format!("{} {}", role.code, role.title),
            shown: shown.unwrap_or_else(|| NOT_PUBLISHED.to_owned()),
            cells: Vec::new(),
            computation: Vec::new(),
            published_for: format!("published for the role itself, {}", role.code),
            is_exposure: false,
        }
    }

    /// For which code a figure is published, and how many roles share it.
    fn published_for(&self, soc: SocCode) -> String {
        self.catalog.shared_note(soc).unwrap_or_else(|| {
            let title = self.catalog.soc_title(soc).map_or_else(String::new, |title| format!(" {title}"));
            format!("{PUBLISHED_FOR}{soc}{title}, which this role has alone")
        })
    }
}

/// How the words begin that say for which code a figure is published.
const PUBLISHED_FOR: &str = "published for ";
