//! One to four roles side by side: sections of rows of cells, each figure as it stands on the role's own page, and how
//! far it is from that of one of them, the reference.

mod cell;
mod exposure;
mod labour;
mod lists;
mod notes;
mod skills;
#[cfg(test)]
mod tests;
mod verdict;

use std::borrow::Cow;

use crate::catalog::exposure::mid_rank;
use crate::catalog::words::listed;
use crate::catalog::{Catalog, Figure, Metric, Role, RoleId, SourceId, Unit};

pub use cell::{Cell, Gap, Picture};
pub use verdict::Verdict;

/// How many roles can be compared at once.
pub const MOST: usize = 4;

/// Roles side by side. Nothing is left out of it: screens show a part at first, reports all.
#[derive(Clone, Debug)]
pub struct Comparison<'c> {
    /// The roles, in the order of their columns.
    pub columns: Vec<ComparedRole<'c>>,
    /// Which column the others are compared with.
    pub reference: usize,
    /// At a glance: which role overlaps most, and for each but the reference what one gains and loses with it.
    pub verdicts: Vec<Verdict>,
    /// The rows, part by part.
    pub sections: Vec<Section<'c>>,
}

#[derive(Clone, Copy, Debug)]
pub struct ComparedRole<'c> {
    pub id: RoleId,
    pub role: &'c Role<'c>,
}

/// A part of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The index and every measure.
    Exposure,
    /// How the tasks are labelled.
    TaskMix,
    /// The most important tasks that are exposed.
    ExposedTasks,
    /// Pay, employment, outlook.
    Labour,
    /// Job zone and typical entry.
    Preparation,
    /// Knowledge, skills and abilities by how much their importance differs.
    Skills,
    /// Software and tools that all roles use.
    Shared,
    /// Software and tools that only one of the roles uses.
    Only,
    /// Alternate titles.
    Titles,
}

impl Part {
    /// How many parts there are.
    pub const COUNT: usize = 9;

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exposure => "Exposure to AI, percentiles",
            Self::TaskMix => "How their tasks are labelled (GPTs are GPTs, 2023)",
            Self::ExposedTasks => "Most important tasks that GPT-4 labels E1 or E2",
            Self::Labour => "Pay, employment, outlook",
            Self::Preparation => "Preparation",
            Self::Skills => "Skills, by how much their importance differs (1 to 5)",
            Self::Shared => "Software and tools of all",
            Self::Only => "Software and tools of only one",
            Self::Titles => "Also known as",
        }
    }

    /// Its stable key in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::TaskMix => "task_mix",
            Self::ExposedTasks => "exposed_tasks",
            Self::Labour => "labour",
            Self::Preparation => "preparation",
            Self::Skills => "skills",
            Self::Shared => "shared",
            Self::Only => "only_one",
            Self::Titles => "titles",
        }
    }

    /// Whether its rows can be ordered by how far the roles are apart; lists keep their order.
    pub const fn has_gaps(self) -> bool {
        matches!(self, Self::Exposure | Self::TaskMix | Self::Labour | Self::Preparation | Self::Skills)
    }

    /// Whether each column is a list of its own, so that a row has nothing in common but its place.
    pub const fn is_lists(self) -> bool {
        matches!(self, Self::ExposedTasks | Self::Only | Self::Titles)
    }
}

/// The rows of a part.
#[derive(Clone, Debug)]
pub struct Section<'c> {
    pub part: Part,
    pub rows: Vec<Row<'c>>,
    /// What must be said with them: what was left out, and what is published for several roles together.
    pub remarks: Vec<String>,
    /// How many of the rows are shown at first.
    pub at_first: usize,
}

/// A row: one thing, with a cell a role.
#[derive(Clone, Debug)]
pub struct Row<'c> {
    /// Its stable key in CSV and JSON.
    pub key: Cow<'c, str>,
    /// Its name in full.
    pub label: Cow<'c, str>,
    /// Its name in at most twenty cells, where that differs.
    pub short: Cow<'c, str>,
    /// What its values count.
    pub unit: Unit,
    /// The datasets of its values.
    pub sources: Vec<SourceId>,
    /// Whether it is shown at first.
    pub is_main: bool,
    /// A cell a column.
    pub cells: Vec<Cell<'c>>,
    /// The figures that it shows of each role; empty where each cell has its own.
    pub figures: Vec<Figure>,
    /// The largest distance to the reference, 0 to 1, so that unlike figures can be put in order: exposure and shares
    /// in percentage points, importance as a part of its scale, all else by the places among all roles.
    pub gap: f64,
}

impl<'c> Comparison<'c> {
    /// Compares the roles that the catalog knows among `roles`, the first [`MOST`] of them; `reference` is a column.
    pub fn of(catalog: &'c Catalog<'c>, roles: &[RoleId], reference: usize) -> Self {
        let columns: Vec<ComparedRole<'c>> =
            roles.iter().take(MOST).filter_map(|id| Some(ComparedRole { id: *id, role: catalog.role(*id)? })).collect();
        let reference = reference.min(columns.len().saturating_sub(1));
        let table = Compared { catalog, columns: &columns, reference };
        let mut sections = vec![
            exposure::measures(table),
            exposure::mix(table),
            exposure::tasks(table),
            labour::labour(table),
            labour::preparation(table),
        ];
        if columns.len() > 1 {
            sections.extend([skills::skills(table), lists::shared(table), lists::only(table)]);
        }
        sections.push(lists::titles(table));
        for section in &mut sections {
            section.count_missing();
        }
        let verdicts = verdict::verdicts(table);
        Self { columns, reference, verdicts, sections }
    }

    /// The title of a column, empty where there is none.
    pub fn title(&self, column: usize) -> &'c str {
        self.columns.get(column).map_or("", |column| column.role.title)
    }

    /// The section of a part; some parts need two roles.
    pub fn section(&self, part: Part) -> Option<&Section<'c>> {
        self.sections.iter().find(|section| section.part == part)
    }
}

impl<'c> Section<'c> {
    fn new(part: Part, rows: Vec<Row<'c>>) -> Self {
        Self { part, rows, remarks: Vec::new(), at_first: usize::MAX }
    }

    /// Which rows are shown and in what order: all of them or those shown at first, by place or by gap.
    pub fn order(&self, all: bool, by_gap: bool) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.rows.len()).filter(|place| all || self.rows[*place].is_main).collect();
        if by_gap && self.part.has_gaps() {
            places.sort_by(|a, b| self.rows[*b].gap.total_cmp(&self.rows[*a].gap));
        }
        if !all {
            places.truncate(self.at_first);
        }
        places
    }

    /// Says how many figures are missing, where some are.
    fn count_missing(&mut self) {
        // There whole columns are missing, and the remarks name them.
        if matches!(self.part, Part::TaskMix | Part::Skills) {
            return;
        }
        let cells = || self.rows.iter().filter(|row| row.unit != Unit::Entry).flat_map(|row| &row.cells);
        let (missing, all) = (cells().filter(|cell| cell.is_missing).count(), cells().count());
        if missing > 0 && missing < all {
            self.remarks.push(format!(
                "{missing} of {all} figures are not published; they have no difference and stay out of the order."
            ));
        }
    }
}

/// What sections are made from.
#[derive(Clone, Copy)]
struct Compared<'t, 'c> {
    catalog: &'c Catalog<'c>,
    columns: &'t [ComparedRole<'c>],
    reference: usize,
}

impl<'c> Compared<'_, 'c> {
    /// The role that the others are compared with.
    fn reference(&self) -> Option<&'c Role<'c>> {
        self.columns.get(self.reference).map(|column| column.role)
    }

    /// A cell for each column.
    fn cells(&self, cell: impl FnMut(&'c Role<'c>) -> Cell<'c>) -> Vec<Cell<'c>> {
        self.columns.iter().map(|column| column.role).map(cell).collect()
    }

    /// The row of a metric.
    fn metric(&self, metric: Metric) -> Row<'c> {
        let catalog = self.catalog;
        let mut cells = self.cells(|role| Cell {
            text: metric.text(catalog, role).into(),
            is_missing: metric.place(catalog, role).is_none(),
            short: metric.short(catalog, role),
            value: metric.value(catalog, role),
            published_for: metric.published_for(catalog, role),
            is_floor: metric.is_floor(catalog, role),
            ..Cell::default()
        });
        for (place, cell) in cells.iter_mut().enumerate() {
            cell.gap = (place != self.reference)
                .then(|| metric.difference(catalog, self.columns[place].role, self.reference()?).map(Gap::of))
                .flatten();
        }
        let row = Row {
            short: metric.short_name_in(catalog),
            sources: metric.source_in(catalog).into_iter().collect(),
            figures: vec![metric.into()],
            ..Row::new(metric.key(), metric.name_in(catalog), metric.unit(), cells)
        };
        row.measured_by(self.reference, self.scale(metric))
    }

    /// Where a value stands on a scale from 0 to 1 on which unlike figures can be put in order.
    fn scale(&self, metric: Metric) -> impl Fn(f64) -> f64 + use<> {
        let is_exposure = metric.is_exposure();
        let mut all: Vec<f64> = Vec::new();
        if !is_exposure {
            all.extend(self.catalog.roles.iter().filter_map(|role| metric.value(self.catalog, role)));
            all.sort_by(f64::total_cmp);
        }
        move |value| if is_exposure { value / 100.0 } else { mid_rank(&all, value).0 / 100.0 }
    }

    /// The titles of some columns: `A`, `A and B`, `A, B and C`.
    fn names(&self, columns: &[usize]) -> String {
        let titles: Vec<&str> = columns.iter().filter_map(|place| Some(self.columns.get(*place)?.role.title)).collect();
        listed(&titles)
    }
}

impl<'c> Row<'c> {
    /// A row that is shown at first, without datasets, figures and gap.
    fn new(key: impl Into<Cow<'c, str>>, label: impl Into<Cow<'c, str>>, unit: Unit, cells: Vec<Cell<'c>>) -> Self {
        let (key, label) = (key.into(), label.into());
        let short = label.clone();
        Self { key, label, short, unit, sources: Vec::new(), is_main: true, cells, figures: Vec::new(), gap: 0.0 }
    }

    /// The figures that it shows in a column.
    pub fn figures_of(&self, column: usize) -> &[Figure] {
        match self.cells.get(column) {
            Some(cell) if self.figures.is_empty() => &cell.figures,
            _ => &self.figures,
        }
    }

    /// The row with its gap: how far the values are from the reference's, each put on a scale from 0 to 1.
    fn measured_by(mut self, reference: usize, scale: impl Fn(f64) -> f64) -> Self {
        if let Some(base) = self.cells.get(reference).and_then(|cell| cell.value).map(&scale) {
            let apart = self.cells.iter().filter_map(|cell| cell.value).map(|value| (scale(value) - base).abs());
            self.gap = apart.fold(0.0, f64::max);
        }
        self
    }
}
