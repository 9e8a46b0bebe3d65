//! What is asked of a ranking.

use super::super::Format;
use crate::catalog::{Band, Catalog, Metric};
use crate::compare::filter::{Facet, with};
use crate::compare::groups::find;
use crate::compare::ranking::{Column, Direction, Rows};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The key of what the order is by.
    pub by: Option<&'a str>,
    /// Lowest first.
    pub ascending: bool,
    /// A major group, by digits, code or a part of its title.
    pub group: Option<&'a str>,
    /// A job zone.
    pub zone: Option<u8>,
    /// A band of the index.
    pub band: Option<Band>,
    /// A query of the search.
    pub query: &'a str,
    /// How many roles at most.
    pub limit: Option<usize>,
    /// What the rows are; none for what the order and the query ask for.
    pub rows: Option<Rows>,
    /// The keys of the columns; empty for those of the format.
    pub columns: &'a [String],
    /// How to write it.
    pub format: Format,
}

impl Options<'_> {
    /// The query that holds all that is asked for.
    ///
    /// # Errors
    /// When no group, or more than one, is called so.
    pub fn whole_query(&self, catalog: &Catalog<'_>) -> Result<String, String> {
        let mut query = self.query.trim().to_owned();
        if let Some(group) = self.group {
            query = with(&query, Facet::Group, Some(&format!("{:02}", find(catalog, group)?)));
        }
        if let Some(zone) = self.zone {
            query = with(&query, Facet::Zone, Some(&zone.to_string()));
        }
        if let Some(band) = self.band {
            query = with(&query, Facet::Band, Some(&band.word().to_ascii_lowercase()));
        }
        Ok(query)
    }

    /// What the order is by; the index where nothing is said.
    ///
    /// # Errors
    /// When the key names nothing; the text lists what there is.
    pub fn by(&self) -> Result<Column, String> {
        self.by.map_or(Ok(Column::Figure(Metric::Index)), column)
    }

    /// The columns asked for, or those of the format; what the order is by is always among them.
    ///
    /// # Errors
    /// As [`Options::by`].
    pub fn columns(&self, by: Column) -> Result<Vec<Column>, String> {
        let mut columns = self.columns.iter().map(|key| column(key)).collect::<Result<Vec<_>, _>>()?;
        let asked = !columns.is_empty();
        if !asked {
            columns = match self.format {
                Format::Text => TEXT_COLUMNS.map(Column::Figure).to_vec(),
                Format::Markdown => Column::ALL.into_iter().skip(1).take(6).collect(),
                _ => Column::ALL.into_iter().skip(1).collect(),
            };
        }
        if by != Column::Title && !columns.contains(&by) {
            columns.insert(0, by);
        }
        // The title always stands beside the code.
        columns.retain(|column| *column != Column::Title);
        Ok(columns)
    }

    /// Which end comes first.
    pub const fn direction(&self, first: Direction) -> Direction {
        if self.ascending { Direction::Ascending } else { first }
    }
}

const TEXT_COLUMNS: [Metric; 4] = [Metric::Index, Metric::Pay, Metric::Employment, Metric::Change];

fn column(key: &str) -> Result<Column, String> {
    Column::from_key(key.trim()).ok_or_else(|| {
        let known: Vec<&str> = Column::ALL.into_iter().map(Column::key).collect();
        format!("no figure is called {key:?}; there are: {}", known.join(", "))
    })
}
