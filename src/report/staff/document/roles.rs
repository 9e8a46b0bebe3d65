//! Who works in which role and group, and what most people share.

use super::super::bars::{Bars, with_share};
use super::{Section, title};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Metric, grouped};
use crate::report::table::{Align, Table};
use crate::staff::whole::shared::{COUNTED, Kind, Shared};
use crate::staff::whole::words::{NONE, in_doubt, index, percent, short};
use crate::staff::whole::{Whole, words};
use crate::staff::words::people;

/// So many roles, and so many things that are shared, stand in a report of two pages.
const ROLES: usize = 12;
const SHARED: usize = 5;

pub fn sections(catalog: &Catalog<'_>, whole: &Whole) -> [Section; 2] {
    let groups = whole.groups.largest_first();
    let bars = Bars::of(("People by major group", "major group"), &whole.beside, &groups, |class| {
        short_group(words::group(catalog, class)).to_owned()
    });
    let groups = Section { heading: "Major groups".to_owned(), bars: vec![bars], ..Section::default() };
    [groups, roles(catalog, whole)]
}

/// The largest roles, and what is folded.
fn roles(catalog: &Catalog<'_>, whole: &Whole) -> Section {
    let all = whole.counts.people();
    let mut table = Table::default();
    table.column("code", Align::Left);
    table.title("role");
    for head in ["people", "share", "index", "median pay", "outlook", "in doubt"] {
        table.column(head, Align::Right);
    }
    for (role, held) in whole.roles.iter().take(ROLES) {
        let code = catalog.role(*role).map(|role| role.code.to_string()).unwrap_or_default();
        let mut cells = vec![code, title(catalog, *role).to_owned()];
        cells.extend(with_share(*held, all));
        cells.extend([
            index(catalog, *role),
            short(Metric::Pay, catalog, *role),
            short(Metric::Change, catalog, *role),
        ]);
        cells.push(in_doubt(Some(*held)));
        table.row(cells);
    }
    let more = whole.roles.len().saturating_sub(ROLES);
    let (others, members) =
        whole.other_roles.iter().fold((0.0, 0), |(sum, all), (_, rest)| (sum + rest.held.people, all + rest.members));
    let mut said = Vec::new();
    if more > 0 {
        said.push(format!("{} more roles with five people or more; --format csv lists all.", grouped(more as u64)));
    }
    if members > 0 {
        let roles = if members == 1 { "1 other role".to_owned() } else { format!("{members} other roles") };
        said.push(format!("{roles} with {} people are folded into their major groups.", people(others)));
    }
    Section { heading: "The largest roles".to_owned(), table: Some(table), said, is_wide: true, ..Section::default() }
}

/// What most of the staff share, each kind apart; how it is counted stands behind the last.
pub fn shared(catalog: &Catalog<'_>, whole: &Whole) -> Vec<Section> {
    let coded = whole.counts.coded();
    let of_kind = |(kind, list): &(Kind, Vec<Shared>)| {
        let mut table = Table::default();
        table.title(if *kind == Kind::Activities { "activity" } else { kind.key().trim_end_matches('s') });
        for head in ["people", "share"] {
            table.column(head, Align::Right);
        }
        for name in &whole.beside {
            table.column(name.trim_start_matches("the "), Align::Right);
        }
        for shared in list.iter().take(SHARED) {
            let mut cells = vec![kind.thing(catalog, shared.place).trim_end_matches('.').to_owned()];
            cells.extend(match shared.held {
                Some(held) => with_share(held, coded),
                None => ["nearly all".to_owned(), NONE.to_owned()],
            });
            cells.extend(shared.beside.iter().map(|share| percent(*share)));
            table.row(cells);
        }
        let said = list.is_empty().then(|| "None is shared by five people or more.".to_owned());
        Section {
            heading: format!("Most shared {}", kind.name()),
            table: (!list.is_empty()).then_some(table),
            said: said.into_iter().collect(),
            ..Section::default()
        }
    };
    let mut sections: Vec<Section> = whole.shared.iter().map(of_kind).collect();
    if let Some(last) = sections.last_mut() {
        last.said.push(COUNTED.to_owned());
    }
    sections
}
