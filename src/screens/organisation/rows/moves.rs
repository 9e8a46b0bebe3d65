//! Moves within the house.

use super::{Row, heads, role};
use crate::catalog::{Catalog, Metric};
use crate::staff::whole::Whole;
use crate::staff::whole::house::SAID;
use crate::staff::whole::words::{NONE, index, short};
use crate::staff::words::people;

pub fn rows(whole: &Whole, catalog: &Catalog<'_>) -> Vec<Row> {
    let mut rows = vec![Row::Said(SAID.to_owned())];
    if whole.moves.is_empty() {
        rows.push(Row::Said("No role with five people or more has both an index and rated skills.".to_owned()));
        return rows;
    }
    for from in &whole.moves {
        rows.extend([
            Row::Gap,
            heads(["from", "people", "index", "alike", "index change", "pay change", "gap", "pay"]),
        ]);
        let none = || NONE.to_owned();
        let here = vec![
            people(from.held.people),
            index(catalog, from.role),
            none(),
            none(),
            none(),
            none(),
            short(Metric::Pay, catalog, from.role),
        ];
        rows.push(role(catalog, from.role, here));
        if from.to.is_empty() {
            rows.push(Row::Said("No other role of this staff with five people or more is alike.".to_owned()));
        }
        for to in &from.to {
            let cells = vec![
                people(to.held.people),
                index(catalog, to.to.role),
                to.to.alike_text().unwrap_or_else(none),
                to.to.overlap.to_string(),
                to.to.pay.to_string(),
                to.to.gap_text().unwrap_or_else(none),
                short(Metric::Pay, catalog, to.to.role),
            ];
            let mut row = role(catalog, to.to.role, cells);
            if let Row::Item(item) = &mut row {
                item.name.insert_str(0, "  ");
            }
            rows.push(row);
        }
    }
    rows
}
