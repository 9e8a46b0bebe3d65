//! What each side of the organisation says, row by row; `draw` decides how a row looks.

mod departments;
mod moves;
mod overview;
mod pay;
mod roles;
mod shared;

use super::Face;
use crate::app::target::Target;
use crate::catalog::{Band, Catalog, RoleId};
use crate::staff::Staff;
use crate::staff::counts::Held;
use crate::staff::whole::departments::Who;
use crate::staff::whole::words::{NONE, in_doubt, percent};
use crate::staff::whole::{Class, Table, Whole, words};
use crate::staff::words::people;

/// A row of a side.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Gap,
    Heading(String),
    /// The heads of the columns of the items below; the first is that of their names.
    Heads(Vec<String>),
    /// A sentence or several.
    Said(String),
    Item(Item),
}

/// A row with figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub name: String,
    /// Figures in the order of the heads, the one that matters most first.
    pub cells: Vec<String>,
    pub bar: Option<Bar>,
    pub leads: Option<Leads>,
}

/// Shares in percent that a bar shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Of the staff; none where it is folded.
    pub staff: Option<f64>,
    /// What of it is doubtful.
    pub doubtful: f64,
    /// Of the workers beside it.
    pub beside: Option<f64>,
    pub band: Option<Band>,
}

/// Where Enter leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a role, or to the roles that share something, as seen from a role of the staff.
    To(Target, RoleId),
    /// To a department alone, or to all again.
    Department(Option<u32>),
}

impl Bar {
    /// The share of some people in a whole, beside that of the workers.
    fn of(held: Option<Held>, whole: f64, beside: Option<f64>) -> Self {
        let percent = |people: f64| if whole > 0.0 { people / whole * 100.0 } else { 0.0 };
        let doubtful = held.map_or(0.0, |held| percent(held.doubtful));
        Self { staff: held.map(|held| percent(held.people)), doubtful, beside, band: None }
    }
}

impl Item {
    /// The role that it is about.
    pub const fn role(&self) -> Option<RoleId> {
        match self.leads {
            Some(Leads::To(Target::Role(role), _)) => Some(role),
            _ => None,
        }
    }
}

impl Row {
    /// Whether the cursor can be on it.
    pub const fn is_stop(&self) -> bool {
        matches!(self, Self::Item(_) | Self::Said(_))
    }
}

/// The rows of a side.
pub fn rows(face: Face, whole: &Whole, staff: &Staff, catalog: &Catalog<'_>) -> Vec<Row> {
    match face {
        Face::Overview => overview::rows(whole),
        Face::Roles => roles::rows(whole, catalog),
        Face::Shared => shared::rows(whole, catalog),
        Face::Pay => pay::rows(whole, catalog),
        Face::Departments => departments::rows(whole, staff),
        Face::Moves => moves::rows(whole, catalog),
    }
}

/// Whose figures they are: `Radiology, 42 people, department 3 of 9`.
pub fn whose(whole: Option<&Whole>, staff: &Staff) -> String {
    let file = staff.origin.file_name();
    let Some(whole) = whole else { return file };
    let count = format!("{} {}", people(whole.counts.people()), staff.columns.unit());
    let shown = whole.departments.iter().filter(|department| matches!(department.who, Who::Of(_)));
    let all = shown.clone().count();
    match whole.department {
        Some(number) => {
            let place = shown.take_while(|department| department.who != Who::Of(number)).count() + 1;
            format!("{}, {count}, department {place} of {all}", words::department(staff, Who::Of(number)))
        }
        None if all > 0 => format!("{file}, {count}, all departments"),
        None => format!("{file}, {count}"),
    }
}

/// The names of those beside the staff as heads of columns: `nation`.
fn beside_heads(whole: &Whole) -> impl Iterator<Item = String> + '_ {
    whole.beside.iter().map(|name| name.trim_start_matches("the ").to_owned())
}

/// The heads of [`classes`].
fn class_heads(first: &str, whole: &Whole) -> Row {
    let own = [first, "people", "share"].map(str::to_owned);
    Row::Heads(own.into_iter().chain(beside_heads(whole)).chain(["in doubt".to_owned()]).collect())
}

/// The classes of a table with their bars, then what is folded. Classes in which nobody is and nobody is known to be
/// elsewhere are passed over.
fn classes<T: Copy + PartialEq>(
    table: &Table<T>,
    name: impl Fn(Class<T>) -> String,
    band: impl Fn(Class<T>) -> Option<Band>,
) -> Vec<Row> {
    let shown = table.rows.iter().filter(|row| row.is_shown());
    let item = |row: &crate::staff::whole::Row<T>| {
        let share = row.held.and_then(|held| table.percent(held));
        let own = [words::number(row.held), percent(share)];
        let doubt = if row.class == Class::NoRole { NONE.to_owned() } else { in_doubt(row.held) };
        let cells = own.into_iter().chain(row.beside.iter().copied().map(percent)).chain([doubt]);
        let bar =
            Bar { band: band(row.class), ..Bar::of(row.held, table.whole, row.beside.first().copied().flatten()) };
        Row::Item(Item { name: name(row.class), cells: cells.collect(), bar: Some(bar), leads: None })
    };
    let mut rows: Vec<Row> = shown.map(item).collect();
    if let Some(rest) = &table.rest {
        let share = table.percent(rest.held);
        let beside = table.rows.first().map_or(0, |row| row.beside.len());
        let cells = [people(rest.held.people), percent(share)].into_iter();
        let cells = cells.chain((0..beside).map(|_| NONE.to_owned())).chain([in_doubt(Some(rest.held))]);
        rows.push(Row::Item(Item {
            name: words::together(rest),
            cells: cells.collect(),
            bar: Some(Bar::of(Some(rest.held), table.whole, None)),
            leads: None,
        }));
    }
    rows
}

/// A role that Enter opens.
fn role(catalog: &Catalog<'_>, id: RoleId, cells: Vec<String>) -> Row {
    let name = catalog.role(id).map_or("", |role| role.title).to_owned();
    Row::Item(Item { name, cells, bar: None, leads: Some(Leads::To(Target::Role(id), id)) })
}

fn heads<const N: usize>(names: [&str; N]) -> Row {
    Row::Heads(names.map(str::to_owned).to_vec())
}
