//! The major groups beside the nation's, and the roles.

use super::{Item, NONE, Row, class_heads, classes, heads, in_doubt, index, percent, role};
use crate::catalog::{Catalog, Metric};
use crate::staff::whole::{Class, Whole, words};
use crate::staff::words::people;

pub fn rows(whole: &Whole, catalog: &Catalog<'_>) -> Vec<Row> {
    let all = whole.counts.people();
    let mut groups = whole.groups.clone();
    // Where nobody of the staff is in a group, the share of the nation is all that there would be.
    groups.rows.retain(|row| row.held.is_none_or(|held| held.people > 0.0));
    groups.rows.sort_by(|a, b| {
        let of = |held: &Option<crate::staff::counts::Held>| held.map_or(-1.0, |held| held.people);
        of(&b.held).total_cmp(&of(&a.held))
    });
    let mut rows = vec![Row::Heading("Major groups".to_owned()), class_heads("group", whole)];
    rows.extend(classes(&groups, |class| words::group(catalog, class).to_owned(), |_| None));
    rows.extend([
        Row::Gap,
        Row::Heading("Roles with five people or more".to_owned()),
        heads(["role", "people", "share", "index", "pay", "in doubt"]),
    ]);
    for (id, held) in &whole.roles {
        let share = percent((all > 0.0).then(|| held.people / all * 100.0));
        let pay = super::short(Metric::Pay, catalog, *id);
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
