//! What most people share.

use super::{Bar, Item, Leads, Row, beside_heads};
use crate::app::target::Target;
use crate::catalog::{Catalog, ElementId, RoleId, SoftwareId};
use crate::staff::counts::Held;
use crate::staff::whole::Whole;
use crate::staff::whole::shared::{COUNTED, Kind};
use crate::staff::whole::words::{in_doubt, percent};
use crate::staff::words::people;

pub fn rows(whole: &Whole, catalog: &Catalog<'_>) -> Vec<Row> {
    let mut rows = vec![Row::Said(COUNTED.to_owned())];
    let coded = whole.counts.coded();
    // What nearly all share fills its bar.
    let all = Held { people: coded, doubtful: 0.0 };
    for (kind, list) in &whole.shared {
        rows.extend([Row::Gap, Row::Heading(format!("Most shared: {}", kind.name()))]);
        if list.is_empty() {
            rows.push(Row::Said("None is shared by five people or more.".to_owned()));
            continue;
        }
        let mut heads: Vec<String> = [kind.name(), "people", "share"].map(str::to_owned).to_vec();
        heads.extend(beside_heads(whole));
        heads.extend(["roles", "in doubt"].map(str::to_owned));
        rows.push(Row::Heads(heads));
        for shared in list {
            let share = shared.held.map(|held| held.people / coded * 100.0);
            let number = shared.held.map_or_else(|| "nearly all".to_owned(), |held| people(held.people));
            let mut cells = vec![number, percent(share)];
            cells.extend(shared.beside.iter().copied().map(percent));
            cells.extend([shared.roles.to_string(), in_doubt(shared.held)]);
            let bar = Bar::of(shared.held.or(Some(all)), coded, shared.beside.first().copied().flatten());
            rows.push(Row::Item(Item {
                name: kind.thing(catalog, shared.place).trim_end_matches('.').to_owned(),
                cells,
                bar: Some(bar),
                leads: leads(*kind, shared.place, whole, catalog),
            }));
        }
    }
    rows
}

/// To the roles that share it, as seen from the largest role of the staff that has it; none for work activities, which lead
/// through a task.
fn leads(kind: Kind, place: usize, whole: &Whole, catalog: &Catalog<'_>) -> Option<Leads> {
    let number = u16::try_from(place).ok()?;
    let has = |id: &RoleId| {
        catalog.role(*id).is_some_and(|role| match kind {
            Kind::Activities => false,
            Kind::Skills | Kind::Knowledge => role.capabilities.iter().any(|rating| rating.element.0 == number),
            Kind::Software => role.software.iter().any(|used| used.software.0 == number),
        })
    };
    let from = whole.roles.iter().map(|(role, _)| *role).find(has)?;
    let target = match kind {
        Kind::Software => Target::Software(SoftwareId(number)),
        _ => Target::Element(ElementId(number)),
    };
    Some(Leads::To(target, from))
}
