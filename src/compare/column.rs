//! The columns of a ranking, and which end of one comes first.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::catalog::{Catalog, Metric};

/// What a table of roles shows beside the code, and is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Title,
    /// The major group.
    Group,
    Figure(Metric),
}

impl Column {
    /// The columns of the tables, in their order, without a staff.
    pub const ALL: [Self; Metric::COLUMNS.len() + 2] = {
        let mut all = [Self::Title; Metric::COLUMNS.len() + 2];
        let mut at = 0;
        while at < Metric::COLUMNS.len() {
            all[at + 1] = Self::Figure(Metric::COLUMNS[at]);
            at += 1;
        }
        all[at + 1] = Self::Group;
        all
    };

    /// The columns of the tables of a catalog, in their order: the headcount where a staff is counted.
    pub fn all(catalog: &Catalog<'_>) -> Vec<Self> {
        let figures = Metric::columns(catalog).into_iter().map(Self::Figure);
        std::iter::once(Self::Title).chain(figures).chain([Self::Group]).collect()
    }

    /// Its stable key on the command line, in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Group => "group",
            Self::Figure(metric) => metric.key(),
        }
    }

    /// The column of a key, in any case; what [`Metric::from_key`] knows too.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.to_ascii_lowercase().as_str() {
            "title" | "role" => Some(Self::Title),
            "group" => Some(Self::Group),
            key => Metric::from_key(key).map(Self::Figure),
        }
    }

    /// A name of at most twelve cells, for heads.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Title => "role",
            Self::Group => "group",
            Self::Figure(metric) => metric.short_name(),
        }
    }

    /// Its name in full, with the year of the study that it comes from.
    pub fn name(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Group => "major group".to_owned(),
            Self::Figure(Metric::Measure(measure)) => format!("{} ({})", measure.name(), measure.year()),
            Self::Figure(Metric::AtHome) => "work at home, by its tasks (2020)".to_owned(),
            Self::Figure(metric) => metric.name().to_owned(),
        }
    }

    /// The same, with where a pay or an employment is, where that was chosen.
    pub fn name_in(self, catalog: &Catalog<'_>) -> String {
        match self {
            Self::Figure(metric) if metric.is_of_place() => metric.name_in(catalog).into_owned(),
            _ => self.name(),
        }
    }

    /// [`Column::short_name`] with where it is.
    pub fn short_name_in(self, catalog: &Catalog<'_>) -> Cow<'static, str> {
        self.metric().map_or_else(|| self.short_name().into(), |metric| metric.short_name_in(catalog))
    }

    /// Its figure, where it has one.
    pub const fn metric(self) -> Option<Metric> {
        match self {
            Self::Figure(metric) => Some(metric),
            Self::Title | Self::Group => None,
        }
    }

    /// The order that is asked for first: names from A, figures from the highest.
    pub const fn first_direction(self) -> Direction {
        match self {
            Self::Title | Self::Group => Direction::Ascending,
            Self::Figure(_) => Direction::Descending,
        }
    }
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The lowest, or A.
    Ascending,
    /// The highest, or Z.
    Descending,
}

impl Direction {
    /// The other one.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    /// Turns an ascending order into this one.
    pub const fn apply(self, order: Ordering) -> Ordering {
        match self {
            Self::Ascending => order,
            Self::Descending => order.reverse(),
        }
    }
}
