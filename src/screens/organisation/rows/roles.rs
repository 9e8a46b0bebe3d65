//! The major groups beside the nation's, and the roles.

use super::{Item, Row, class_heads, classes, heads, role};
use crate::catalog::{Catalog, Metric};
use crate::staff::whole::words::{NONE, in_doubt, index, percent, short};
use crate::staff::whole::{Class, Whole, words};
use crate::staff::words::people;

pub fn rows(whole: &Whole, catalog: &Catalog<'_>) -> Vec<Row> {
    let all = whole.counts.people();
    // Where nobody of the staff is in a group, the share of the nation is all that there would be.
    let groups = whole.groups.largest_first();
    let mut rows = vec![Row::Heading("Major groups".to_owned()), class_heads("group", whole)];
    rows.extend(classes(&groups, |class| words::group(catalog, class).to_owned(), |_| None));
    rows.extend([
        Row::Gap,
        Row::Heading("Roles with five people or more".to_owned()),
        heads(["role", "people", "share", "index", "pay", "in doubt"]),
    ]);
    for (id, held) in &whole.roles {
        let share = percent((all > 0.0).then(|| held.people / all * 100.0));
        let pay = short(Metric::Pay, catalog, *id);
        rows.push(role(
            catalog,
            *id,
            vec![people(held.people), share, index(catalog, *id), pay, in_doubt(Some(*held))],
        ));
    }
    if whole.roles.is_empty() {
        rows.push(Row::Said("None can be shown alone.".to_owned()));
    }
    for (group, rest) in &whole.other_roles {
        let name = format!("{} of {}", words::rest(rest, "role", "roles"), words::group(catalog, Class::Is(*group)));
        let share = percent((all > 0.0).then(|| rest.held.people / all * 100.0));
        let none = NONE.to_owned();
        let cells = vec![people(rest.held.people), share, none.clone(), none, in_doubt(Some(rest.held))];
        rows.push(Row::Item(Item { name, cells, bar: None, leads: None }));
    }
    rows
}
