//! Lists: software and tools that all roles use, those that only one uses, alternate titles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Compared, Gap, Part, Row, Section, Unit};
use crate::catalog::provenance::File;
use crate::catalog::{Figure, Role, SourceId};

/// How many rows of a list are shown at first.
const AT_FIRST: usize = 6;

/// Gives each cell but the reference's its difference to it, where both have a value.
pub(super) fn differences(cells: &mut [Cell<'_>], reference: usize, of: impl Fn(f64) -> Gap) {
    let Some(base) = cells.get(reference).and_then(|cell| cell.value) else { return };
    for (_, cell) in cells.iter_mut().enumerate().filter(|(place, _)| *place != reference) {
        cell.gap = cell.value.map(|value| of(value - base));
    }
}

/// Lists side by side: the first entries in the first row, and so on.
pub(super) fn columns<'c>(part: Part, lists: Vec<Vec<Cell<'c>>>, sources: &[SourceId]) -> Section<'c> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let mut lists: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    let rows = (1..=longest).map(|number| {
        let cells = lists.iter_mut().map(|list| list.next().unwrap_or_default()).collect();
        let row = Row::new(number.to_string(), number.to_string(), Unit::Entry, cells);
        Row { sources: sources.to_vec(), ..row }
    });
    let mut section = Section::new(part, rows.collect());
    section.at_first = AT_FIRST;
    section
}

/// Software as the role lists it (hot and in demand first), then physical tools.
fn things(role: &Role<'_>) -> impl Iterator<Item = (Figure, &'static str)> {
    let software = role.software.iter().map(|used| {
        let mark = match (used.hot, used.in_demand) {
            (true, true) => "hot, in demand",
            (true, false) => "hot",
            (false, true) => "in demand",
            (false, false) => "",
        };
        (Figure::Software(used.software), mark)
    });
    software.chain(role.tools.iter().map(|used| (Figure::Tool(used.tool), "tool")))
}

/// The number of a product or tool among all, for sets.
fn number(thing: Figure) -> (u8, u16) {
    match thing {
        Figure::Software(id) => (0, id.0),
        Figure::Tool(id) => (1, id.0),
        _ => (2, 0),
    }
}

fn name<'c>(table: Compared<'_, 'c>, thing: Figure) -> &'c str {
    match thing {
        Figure::Software(id) => table.catalog.software(id).map_or("", |software| software.name),
        Figure::Tool(id) => table.catalog.tool(id).map_or("", |tool| tool.name),
        _ => "",
    }
}

fn sources(table: Compared<'_, '_>, thing: Figure) -> Vec<SourceId> {
    match thing {
        Figure::Tool(_) => vec![table.catalog.dataset_of(File::Tools)],
        _ => vec![SourceId::Onet],
    }
}

/// The columns whose role lists any software or tool, and those whose role does not.
fn listing(table: Compared<'_, '_>) -> (Vec<usize>, Vec<usize>) {
    (0..table.columns.len()).partition(|place| things(table.columns[*place].role).next().is_some())
}

/// In how many columns each thing is.
fn users(table: Compared<'_, '_>) -> BTreeMap<(u8, u16), usize> {
    let mut users = BTreeMap::new();
    for column in table.columns {
        // A list may name a thing twice.
        let once: BTreeSet<_> = things(column.role).map(|(thing, _)| number(thing)).collect();
        for thing in once {
            *users.entry(thing).or_insert(0) += 1;
        }
    }
    users
}

/// What is said of roles without any software or tool.
fn without(table: Compared<'_, '_>, columns: &[usize]) -> Option<String> {
    let verb = if columns.len() == 1 { "is" } else { "are" };
    (!columns.is_empty())
        .then(|| format!("O*NET lists no software or tool for {}, which {verb} left out here.", table.names(columns)))
}

/// Software and tools of every role that lists any, in the order of the reference.
pub(super) fn shared<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let (listing, silent) = listing(table);
    let users = users(table);
    let first = listing.iter().find(|place| **place == table.reference).or(listing.first());
    let mut rows = Vec::new();
    if listing.len() > 1
        && let Some(first) = first.and_then(|place| table.columns.get(*place))
    {
        let of_all = things(first.role).filter(|(thing, _)| users.get(&number(*thing)) == Some(&listing.len()));
        for (thing, _) in of_all {
            let cells = table.cells(|role| {
                things(role).find(|(other, _)| *other == thing).map_or_else(Cell::default, |(_, mark)| Cell {
                    text: "yes".into(),
                    mark: if mark == "tool" { "" } else { mark },
                    ..Cell::default()
                })
            });
            rows.push(Row {
                sources: sources(table, thing),
                figures: vec![thing],
                ..Row::new(name(table, thing), name(table, thing), Unit::Entry, cells)
            });
        }
    }
    let (none, some) = (rows.is_empty(), users.values().filter(|count| **count > 1).count() - rows.len());
    let mut section = Section::new(Part::Shared, rows);
    section.at_first = AT_FIRST;
    if none && listing.len() > 1 {
        section.remarks.push("No software and no tool is listed for all of them.".to_owned());
    }
    if some > 0 {
        let verb = if some == 1 { "is" } else { "are" };
        section.remarks.push(format!("{some} more {verb} listed for some of them, but not for all."));
    }
    section.remarks.extend(without(table, &silent));
    section
}

/// Software and tools that one role has alone.
pub(super) fn only<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let users = users(table);
    let lists: Vec<Vec<Cell<'c>>> = table
        .columns
        .iter()
        .map(|column| {
            let own = things(column.role).filter(|(thing, _)| users.get(&number(*thing)) == Some(&1));
            own.map(|(thing, mark)| Cell {
                text: name(table, thing).into(),
                mark,
                figures: vec![thing],
                ..Cell::default()
            })
            .collect()
        })
        .collect();
    let counts: Vec<String> =
        lists.iter().zip(table.columns).map(|(list, column)| format!("{} {}", column.role.title, list.len())).collect();
    let tools = table.catalog.dataset_of(File::Tools);
    let sources = if tools == SourceId::Onet { vec![tools] } else { vec![SourceId::Onet, tools] };
    let mut section = columns(Part::Only, lists, &sources);
    section.remarks.push(format!("How many: {}.", counts.join(", ")));
    section
}

/// Alternate titles as the role page orders them.
pub(super) fn titles<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let lists = table
        .columns
        .iter()
        .map(|column| {
            let titles = (0..).zip(&column.role.alternates);
            titles
                .map(|(from, alternate)| Cell {
                    text: alternate.title.into(),
                    figures: vec![Figure::Titles { from, count: 1 }],
                    ..Cell::default()
                })
                .collect()
        })
        .collect();
    let mut section = columns(Part::Titles, lists, &[SourceId::Onet]);
    if section.rows.is_empty() {
        section.remarks.push("O*NET publishes no other titles for them.".to_owned());
    }
    section
}
