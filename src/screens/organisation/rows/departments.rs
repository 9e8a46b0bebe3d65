//! The departments, compared.

use super::{Item, Leads, Row, heads};
use crate::staff::Staff;
use crate::staff::whole::departments::Who;
use crate::staff::whole::words::{NONE, percent};
use crate::staff::whole::{Whole, words};
use crate::staff::words::{people, share};

pub fn rows(whole: &Whole, staff: &Staff) -> Vec<Row> {
    if whole.departments.is_empty() {
        return vec![Row::Said(
            "The file has no departments. A column with them is named by --department, or chosen on the staff's screen."
                .to_owned(),
        )];
    }
    let mut rows = vec![
        Row::Said(
            "Mean of the exposure index of the roles, and people by its band. Enter shows a department alone."
                .to_owned(),
        ),
        heads([
            "department",
            "people",
            "mean index",
            "Low",
            "Moderate",
            "High",
            "no index",
            "in no role",
            "folded",
            "in a role",
        ]),
    ];
    for told in &whole.departments {
        let mut cells =
            vec![people(told.people), told.mean.map_or_else(|| NONE.to_owned(), |mean| format!("{mean:.0}"))];
        cells.extend(told.bands.rows.iter().map(|row| match row.held {
            Some(held) if held.people > 0.0 => {
                format!("{} {}", people(held.people), percent(told.bands.percent(held)))
            }
            other => words::number(other),
        }));
        cells.push(told.bands.rest.map_or_else(|| NONE.to_owned(), |rest| people(rest.held.people)));
        cells.push(told.coded.map_or_else(|| words::FOLDED.to_owned(), |held| share(held.people, told.people)));
        let leads = match told.who {
            Who::Of(number) if whole.department == Some(number) => Some(Leads::Department(None)),
            Who::Of(number) => Some(Leads::Department(Some(number))),
            Who::Without | Who::Others(_) => None,
        };
        let here = if whole.department.is_some_and(|number| told.who == Who::Of(number)) { " (shown)" } else { "" };
        let name = format!("{}{here}", words::department(staff, told.who));
        rows.push(Row::Item(Item { name, cells, bar: None, leads }));
    }
    rows
}
