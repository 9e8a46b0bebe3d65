//! Outlook and published pay of the roles; and the staff's own pay, where the file has it.

use super::{Item, Row, class_heads, classes, heads, role};
use crate::catalog::Catalog;
use crate::staff::whole::paid::{PaidRole, TOLD};
use crate::staff::whole::pay::OPENINGS;
use crate::staff::whole::words::dollars;
use crate::staff::whole::{Whole, words};
use crate::staff::words::people;

pub fn rows(whole: &Whole, catalog: &Catalog<'_>) -> Vec<Row> {
    let mut rows = vec![Row::Heading("Outlook of the roles".to_owned()), class_heads("projected change", whole)];
    rows.extend(classes(&whole.outlook, |class| words::class(class, "no projection").to_owned(), |_| None));
    rows.push(Row::Said(OPENINGS.to_owned()));
    rows.extend([
        Row::Gap,
        Row::Heading(format!("Published pay of the roles{}", catalog.there())),
        Row::Said(words::published(whole)),
        class_heads("how it is published", whole),
    ]);
    let none = "withheld, or not published";
    rows.extend(classes(&whole.role_pay.published, |class| words::class(class, none).to_owned(), |_| None));
    rows.extend([Row::Gap, Row::Heading("What the staff is paid, beside the published percentiles".to_owned())]);
    let Some(paid) = &whole.paid else {
        rows.push(Row::Said("The file has no pay, or pay of fewer than five people.".to_owned()));
        return rows;
    };
    rows.extend([Row::Said(TOLD.to_owned()), heads(["their pay lies", "people", "share", "in doubt"])]);
    rows.extend(classes(&paid.stands, |class| words::class(class, "no percentile to compare").to_owned(), |_| None));
    rows.extend([
        Row::Gap,
        heads(["role", "paid people", "their median", "10th", "25th", "median", "75th", "90th", "published for"]),
    ]);
    rows.extend(paid.roles.iter().map(|paid| paid_role(catalog, paid)));
    if let Some(rest) = &paid.others {
        let name = format!("other roles, or none, folded together ({})", rest.members);
        let cells = vec![people(rest.held.people)];
        rows.push(Row::Item(Item { name, cells, bar: None, leads: None }));
    }
    rows
}

fn paid_role(catalog: &Catalog<'_>, paid: &PaidRole) -> Row {
    let mut cells = vec![people(paid.held.people), dollars(paid.median)];
    cells.extend(paid.range.points().map(|(_, wage)| words::wage(wage)));
    cells.push(words::published_for(catalog, paid.place));
    role(catalog, paid.role, cells)
}
