//! What a report of a staff holds, section by section; how it is written is the forms' matter.

mod exposure;
mod house;
mod pay;
mod roles;

use super::Report;
use super::bars::Bars;
use crate::catalog::{Catalog, RoleId};
use crate::report::table::Table;
use crate::staff::whole::Whole;

/// A part of the report.
#[derive(Debug, Default)]
pub struct Section {
    pub heading: String,
    /// Shown as pictures where the form has them.
    pub bars: Vec<Bars>,
    pub table: Option<Table>,
    pub said: Vec<String>,
    /// Whether its table needs the whole width of a page.
    pub is_wide: bool,
}

impl Section {
    /// All that it shows, as tables.
    pub fn tables(&self) -> Vec<Table> {
        self.bars.iter().map(Bars::table).chain(self.table.clone()).collect()
    }
}

/// All sections, in their order.
pub fn sections(report: &Report<'_>, whole: &Whole) -> Vec<Section> {
    let catalog = report.catalog;
    let mut sections = exposure::sections(whole);
    sections.extend(roles::sections(catalog, whole));
    sections.extend(roles::shared(catalog, whole));
    sections.extend(pay::sections(catalog, whole));
    sections.extend(house::departments(report.staff, whole));
    sections.push(house::moves(catalog, whole));
    sections
}

fn title<'c>(catalog: &'c Catalog<'_>, role: RoleId) -> &'c str {
    catalog.role(role).map_or("", |role| role.title)
}
