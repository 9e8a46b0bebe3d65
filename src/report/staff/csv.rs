//! The roles of a staff as CSV, and what is folded together.

use std::io::{self, Write};

use super::Report;
use crate::catalog::{Metric, RoleId};
use crate::report::csv::{CsvRows, cell};
use crate::staff::counts::Held;
use crate::staff::whole::{Class, Whole, words};
use crate::staff::words as staff_words;

const COLUMNS: [&str; 12] = [
    "code",
    "title",
    "people",
    "doubtful",
    "percent",
    "major_group",
    "index",
    "band",
    "index_studies",
    "pay",
    "pay_top_coded",
    "change",
];

/// Every role with five people or more, then the other roles of each group, the groups that are folded, and those in no role.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = CsvRows::seen(out, COLUMNS, report.catalog)?;
    let Some(whole) = &report.whole else { return rows.end() };
    for (role, held) in &whole.roles {
        rows.row(of_role(report, whole, *role, *held))?;
    }
    let mut beside = |title: String, held: Held, group: Option<u32>| {
        let [people, doubtful, percent] = numbers(whole, held);
        let group = group.map_or_else(String::new, |digits| format!("{digits:02}"));
        let empty = || String::new();
        let cells =
            [empty(), title, people, doubtful, percent, group, empty(), empty(), empty(), empty(), empty(), empty()];
        rows.row(cells)
    };
    for (group, rest) in &whole.other_roles {
        let title =
            format!("{} of {}", words::rest(rest, "role", "roles"), words::group(report.catalog, Class::Is(*group)));
        beside(title, rest.held, Some(*group))?;
    }
    if let Some(rest) = &whole.groups.rest {
        beside(words::rest(rest, "group", "groups"), rest.held, None)?;
    }
    let no_role = whole.groups.row(&Class::NoRole).and_then(|row| row.held).filter(|held| held.people > 0.0);
    if let Some(held) = no_role {
        beside(words::NO_ROLE.to_owned(), held, None)?;
    }
    rows.end()
}

fn of_role(report: &Report<'_>, whole: &Whole, id: RoleId, held: Held) -> Vec<String> {
    let catalog = report.catalog;
    let Some(role) = catalog.role(id) else { return Vec::new() };
    let [people, doubtful, percent] = numbers(whole, held);
    let value = |metric: Metric| cell(metric.value(catalog, role));
    let index = role.exposure.index;
    vec![
        role.code.to_string(),
        role.title.to_owned(),
        people,
        doubtful,
        percent,
        format!("{:02}", role.code.major_group()),
        value(Metric::Index),
        cell(index.map(|index| index.percentile.band())),
        cell(index.map(|index| index.studies)),
        value(Metric::Pay),
        Metric::Pay.is_floor(catalog, role).to_string(),
        value(Metric::Change),
    ]
}

/// People, those of them in doubt, and their share of the staff in percent.
fn numbers(whole: &Whole, held: Held) -> [String; 3] {
    let plain = |people: f64| staff_words::people(people).replace(',', "");
    let all = whole.counts.people();
    [plain(held.people), plain(held.doubtful), format!("{:.2}", held.people / all * 100.0)]
}
