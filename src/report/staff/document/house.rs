//! The departments, and moves within the house.

use super::{Section, title};
use crate::catalog::Catalog;
use crate::report::table::{Align, Table};
use crate::staff::Staff;
use crate::staff::whole::house::SAID;
use crate::staff::whole::words::{NONE, index};
use crate::staff::whole::{Whole, words};
use crate::staff::words::{people, share};

/// So many stand in a report of two pages: departments, roles to move from, roles to move to.
const DEPARTMENTS: usize = 9;
const FROM: usize = 3;
const TO: usize = 3;

/// The departments, compared; none where the file has none.
pub fn departments(staff: &Staff, whole: &Whole) -> Option<Section> {
    let first = whole.departments.first()?;
    let mut table = Table::default();
    table.title("department");
    for head in ["people", "mean index"] {
        table.column(head, Align::Right);
    }
    for row in &first.bands.rows {
        table.column(words::band(row.class), Align::Right);
    }
    for head in ["folded", "in a role"] {
        table.column(head, Align::Right);
    }
    for told in whole.departments.iter().take(DEPARTMENTS) {
        let mut cells = vec![words::department(staff, told.who), people(told.people)];
        cells.push(told.mean.map_or_else(|| NONE.to_owned(), |mean| format!("{mean:.0}")));
        cells.extend(told.bands.rows.iter().map(|row| words::number(row.held)));
        cells.push(told.bands.rest.map_or_else(|| NONE.to_owned(), |rest| people(rest.held.people)));
        cells.push(told.coded.map_or_else(|| words::FOLDED.to_owned(), |held| share(held.people, told.people)));
        table.row(cells);
    }
    let more = whole.departments.len().saturating_sub(DEPARTMENTS);
    let said = (more > 0).then(|| format!("{more} more departments; --format json lists all."));
    let all = format!("Mean of the exposure index of the roles, and people by its band; {FOLDED_HERE}");
    Some(Section {
        heading: "Departments".to_owned(),
        table: Some(table),
        said: said.into_iter().chain([all]).collect(),
        is_wide: true,
        ..Section::default()
    })
}

const FOLDED_HERE: &str = "numbers that would tell fewer than five people stand folded together.";

/// Moves within the house.
pub fn moves(catalog: &Catalog<'_>, whole: &Whole) -> Section {
    let heading = "Moves within the house".to_owned();
    if whole.moves.iter().all(|from| from.to.is_empty()) {
        let none = "No two roles with five people or more, an index and rated skills are alike.".to_owned();
        return Section { heading, said: vec![none], ..Section::default() };
    }
    let mut table = Table::default();
    table.title("from, and to");
    for head in ["people", "index", "alike", "index change", "pay change"] {
        table.column(head, Align::Right);
    }
    for from in whole.moves.iter().filter(|from| !from.to.is_empty()).take(FROM) {
        let none = || NONE.to_owned();
        let here = title(catalog, from.role).to_owned();
        table.row(vec![here, people(from.held.people), index(catalog, from.role), none(), none(), none()]);
        for to in from.to.iter().take(TO) {
            table.row(vec![
                format!("→ {}", title(catalog, to.to.role)),
                people(to.held.people),
                index(catalog, to.to.role),
                to.to.alike_text().unwrap_or_else(none),
                to.to.overlap.to_string(),
                to.to.pay.to_string(),
            ]);
        }
    }
    Section { heading, table: Some(table), said: vec![SAID.to_owned()], is_wide: true, ..Section::default() }
}
