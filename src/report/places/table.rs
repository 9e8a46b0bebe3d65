//! Places in rows: CSV and the tables of text and Markdown.

use std::io::{self, Write};

use super::PlacesReport;
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Wage};
use crate::compare::places::{ListedRow, Missing, PlaceFigure, Row, Scope, Standing};
use crate::report::csv::{CsvRows, cell};
use crate::report::table::{Align, Table};

/// The points of the spread, by the names of their columns.
pub(super) const POINTS: [(&str, Point); 5] =
    [("p10", Point::P10), ("p25", Point::P25), ("median", Point::Median), ("p75", Point::P75), ("p90", Point::P90)];

/// The columns of the CSV form.
const COLUMNS: [&str; 22] = [
    "rank",
    "standing",
    "missing",
    "code",
    "name",
    "state",
    "employment",
    "error_percent",
    "percent_of_nation",
    "per_thousand",
    "quotient",
    "pay_period",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "top_coded",
    "us_prices",
    "us_prices_top_coded",
    "price_level",
    "role",
];

/// How a row stands, by its stable key.
pub(super) const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Ranked => "ranked",
        Standing::Few => "few_workers",
        Standing::Missing => "missing",
    }
}

/// `year` or `hour`.
pub(super) const fn period_key(period: Period) -> &'static str {
    match period {
        Period::Year => "year",
        Period::Hour => "hour",
    }
}

impl PlacesReport<'_> {
    /// One row a place; what is withheld is empty.
    pub(super) fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let by = self.listed.by;
        let mut rows = CsvRows::new(out, COLUMNS)?;
        for (listed, row) in self.rows() {
            let figure = |figure: PlaceFigure, decimals: usize| {
                cell(figure.value(row).ok().map(|value| format!("{value:.decimals$}")))
            };
            let wages = row.wages().ok();
            let wage = |(_, point): &(&str, Point)| {
                cell(wages.and_then(|(range, period)| Some(point.of(range)?.dollars(period))))
            };
            let top_coded: Vec<&str> = POINTS
                .iter()
                .filter(|(_, point)| wages.is_some_and(|(range, _)| point.of(range) == Some(Wage::TopCoded)))
                .map(|(name, _)| *name)
                .collect();
            let prices = row.in_us_prices().ok();
            let mut cells = vec![
                cell(listed.rank),
                standing_key(listed.standing).to_owned(),
                cell(by.rank_value(row).err().map(Missing::key)),
                row.code(self.catalog),
                row.name(self.catalog).to_owned(),
                cell(row.letters(self.catalog)),
                figure(PlaceFigure::Employment, 0),
                figure(PlaceFigure::Error, 1),
                figure(PlaceFigure::Share, 2),
                figure(PlaceFigure::PerThousand, 3),
                figure(PlaceFigure::Quotient, 2),
                cell(wages.map(|(_, period)| period_key(period))),
            ];
            cells.extend(POINTS.iter().map(wage));
            cells.push(top_coded.join(" "));
            cells.push(cell(prices.map(|wage| format!("{:.2}", wage.dollars))));
            cells.push(cell(prices.map(|wage| wage.is_floor)));
            cells.push(cell(row.price_level));
            cells.push(self.role.code.to_string());
            rows.row(cells)?;
        }
        rows.end()
    }

    /// The table of a text of 80 columns.
    pub(super) fn brief_table(&self) -> Table {
        let figures: Vec<PlaceFigure> = match self.places.scope {
            Scope::Industries(_) => {
                vec![PlaceFigure::Employment, PlaceFigure::Error, PlaceFigure::Share, PlaceFigure::Median]
            }
            scope => {
                let density = if self.listed.by == PlaceFigure::PerThousand {
                    PlaceFigure::PerThousand
                } else {
                    PlaceFigure::Quotient
                };
                let all =
                    [PlaceFigure::Employment, PlaceFigure::Error, density, PlaceFigure::Median, PlaceFigure::UsPrices];
                all.into_iter().filter(|figure| figure.is_of(scope)).collect()
            }
        };
        self.table(&figures)
    }

    /// The table of all figures.
    pub(super) fn full_table(&self) -> Table {
        let scope = self.places.scope;
        self.table(&PlaceFigure::ALL.into_iter().filter(|figure| figure.is_of(scope)).collect::<Vec<_>>())
    }

    fn table(&self, figures: &[PlaceFigure]) -> Table {
        let mut table = Table::default();
        table.column("rank", Align::Right);
        table.title(self.places.scope.of_one());
        for figure in figures {
            table.column(figure.short_name(), Align::Right);
        }
        for (listed, row) in self.rows() {
            let mut cells = vec![rank(*listed), row.name(self.catalog).to_owned()];
            // Where there is no estimate at all, one word says it for all figures.
            let shown = figures.iter().zip(0..).map(|(figure, place)| match row.estimate {
                None if place > 0 => "-".to_owned(),
                _ => shown(*figure, row),
            });
            cells.extend(shown);
            table.row(cells);
        }
        table
    }
}

fn rank(listed: ListedRow) -> String {
    match listed.standing {
        Standing::Ranked => listed.rank.map_or_else(String::new, |rank| rank.to_string()),
        Standing::Few => "few".to_owned(),
        Standing::Missing => "-".to_owned(),
    }
}

/// A figure, or why it is missing.
fn shown(figure: PlaceFigure, row: &Row) -> String {
    let text = figure.brief(row).map(|text| if figure == PlaceFigure::Error { format!("±{text}") } else { text });
    text.unwrap_or_else(|| figure.text(row))
}
