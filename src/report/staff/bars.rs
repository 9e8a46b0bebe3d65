//! People by class, as a table or as a picture.

use crate::report::table::{Align, Table};
use crate::staff::counts::Held;
use crate::staff::whole::words::{NONE, percent};
use crate::staff::whole::{self, Class, words};
use crate::staff::words::{people, share};

/// Shares of a staff beside those of the workers.
#[derive(Clone, Debug)]
pub struct Bars {
    /// What is shown.
    pub title: String,
    /// What a row is: `band`.
    pub name: &'static str,
    /// Beside whom.
    pub beside: Vec<String>,
    pub rows: Vec<Bar>,
}

/// A share of a staff.
#[derive(Clone, Debug)]
pub struct Bar {
    pub label: String,
    /// How many people, where they are counted.
    pub people: Option<String>,
    /// In percent; none where it is folded.
    pub share: Option<f64>,
    /// What of it is in doubt, in percent of the whole staff; none where that cannot be.
    pub doubtful: Option<f64>,
    /// In percent, for each of those beside.
    pub beside: Vec<Option<f64>>,
}

impl Bars {
    /// The classes of a table and what of it is folded. A class in which nobody is stands only if it is one of few.
    pub fn of<T: Copy + PartialEq>(
        (title, name): (&str, &'static str),
        beside: &[String],
        table: &whole::Table<T>,
        label: impl Fn(Class<T>) -> String,
    ) -> Self {
        let percent = |people: f64| if table.whole > 0.0 { people / table.whole * 100.0 } else { 0.0 };
        let bar = |label: String, held: Option<Held>, beside: Vec<Option<f64>>, has_role: bool| Bar {
            label,
            people: Some(words::number(held)),
            share: held.map(|held| percent(held.people)),
            doubtful: held.filter(|_| has_role).map(|held| percent(held.doubtful)),
            beside,
        };
        let shown = table.rows.iter().filter(|row| row.is_shown());
        let mut rows: Vec<Bar> =
            shown.map(|row| bar(label(row.class), row.held, row.beside.clone(), row.class != Class::NoRole)).collect();
        let beside = if rows.iter().any(|row| !row.beside.is_empty()) { beside.to_vec() } else { Vec::new() };
        rows.extend(
            table.rest.map(|rest| bar(words::together(&rest), Some(rest.held), vec![None; beside.len()], true)),
        );
        Self { title: title.to_owned(), name, beside, rows }
    }

    /// As a table.
    pub fn table(&self) -> Table {
        let (are_counted, may_doubt) = (
            self.rows.iter().any(|row| row.people.is_some()),
            self.rows.iter().any(|row| row.doubtful.is_some_and(|doubtful| doubtful > 0.0)),
        );
        let mut table = Table::default();
        table.title(self.name);
        if are_counted {
            table.column("people", Align::Right);
        }
        table.column("share", Align::Right);
        for beside in &self.beside {
            table.column(beside.trim_start_matches("the "), Align::Right);
        }
        if may_doubt {
            table.column("in doubt", Align::Right);
        }
        for row in &self.rows {
            let mut cells = vec![row.label.clone()];
            cells.extend(row.people.clone());
            cells.push(percent(row.share));
            cells.extend(row.beside.iter().map(|share| percent(*share)));
            if may_doubt {
                let share = row.share.unwrap_or_default();
                cells.push(row.doubtful.map_or_else(|| NONE.to_owned(), |doubtful| of_it(doubtful, share)));
            }
            table.row(cells);
        }
        table
    }
}

/// How much of a share is in doubt, in percent of it.
fn of_it(doubtful: f64, all: f64) -> String {
    if doubtful > 0.0 { share(doubtful, all) } else { "0%".to_owned() }
}

/// A number of people and their share of a whole.
pub fn with_share(held: Held, whole: f64) -> [String; 2] {
    [people(held.people), percent((whole > 0.0).then(|| held.people / whole * 100.0))]
}
