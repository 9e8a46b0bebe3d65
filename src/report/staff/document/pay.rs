//! Outlook and pay of the roles, and the staff's own pay.

use super::super::bars::Bars;
use super::{Section, title};
use crate::catalog::{Catalog, grouped};
use crate::report::table::{Align, Table};
use crate::staff::whole::paid::{Paid, TOLD};
use crate::staff::whole::pay::OPENINGS;
use crate::staff::whole::words::dollars;
use crate::staff::whole::{Whole, words};
use crate::staff::words::people;

/// So many roles with their pay stand in a report of two pages.
const ROLES: usize = 6;

pub fn sections(catalog: &Catalog<'_>, whole: &Whole) -> Vec<Section> {
    let outlook =
        Bars::of(("People by the outlook of their role", "projected change"), &whole.beside, &whole.outlook, |class| {
            words::class(class, "no projection").to_owned()
        });
    let mut sections = vec![Section {
        heading: "Outlook and pay of the roles".to_owned(),
        bars: vec![outlook],
        said: vec![OPENINGS.to_owned(), words::published(whole)],
        ..Section::default()
    }];
    if let Some(paid) = &whole.paid {
        let stands = Bars::of(
            ("People by where their pay lies among the published percentiles", "their pay lies"),
            &[],
            &paid.stands,
            |class| words::class(class, "no percentile to compare").to_owned(),
        );
        sections.push(Section {
            heading: "Their pay beside the published percentiles".to_owned(),
            bars: vec![stands],
            said: vec![TOLD.to_owned()],
            ..Section::default()
        });
        sections.extend((!paid.roles.is_empty()).then(|| roles(catalog, paid)));
    }
    sections
}

fn roles(catalog: &Catalog<'_>, paid: &Paid) -> Section {
    let mut table = Table::default();
    table.title("role");
    for head in ["paid people", "their median", "10th", "25th", "median", "75th", "90th"] {
        table.column(head, Align::Right);
    }
    table.column("published for", Align::Left);
    for role in paid.roles.iter().take(ROLES) {
        let mut cells = vec![title(catalog, role.role).to_owned(), people(role.held.people), dollars(role.median)];
        cells.extend(role.range.points().map(|(_, wage)| words::wage(wage)));
        cells.push(words::published_for(catalog, role.place));
        table.row(cells);
    }
    let more = paid.roles.len().saturating_sub(ROLES);
    let said = (more > 0).then(|| format!("{} more roles with pay; --format json lists all.", grouped(more as u64)));
    Section {
        heading: "Pay by role, in dollars a year".to_owned(),
        table: Some(table),
        said: said.into_iter().collect(),
        is_wide: true,
        ..Section::default()
    }
}
