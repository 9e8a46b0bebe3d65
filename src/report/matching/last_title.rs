//! The roles that a CV fits, beside the last title held.

use super::{Report, parts};
use crate::catalog::{Metric, NOT_PUBLISHED, Role, RoleId};
use crate::compare::moves::{ALIKE, Asked, GAP, Move, Moves, Skills, figures};
use crate::matching::{Form, LastTitle, NearRole};
use crate::report::sections::Part;
use crate::report::table::{Align, Table};

/// How many skills are named of each kind.
const NAMED: usize = 3;

/// A role that the text fits, beside the last one.
pub struct Way<'r> {
    pub near: NearRole,
    pub row: Move,
    pub there: &'r Role<'r>,
    pub skills: Skills,
}

/// From where one comes, and how that is known: none of it where the text is no CV and nothing was said.
pub fn last(report: &Report<'_>) -> Option<(RoleId, Option<LastTitle>)> {
    let asked = report.asked;
    match asked.from {
        Some(role) => Some((role, None)),
        None => asked.matched.last_title(asked.text).map(|last| (last.role, Some(last))),
    }
}

/// The roles that are told, without the last one itself.
pub fn ways<'r>(report: &'r Report<'_>, from: RoleId) -> Vec<Way<'r>> {
    let Some(here) = report.catalog.role(from) else { return Vec::new() };
    let moves = Moves::of(report.catalog, from);
    let way = |near: &NearRole| {
        let row = moves.rows.iter().find(|row| row.role == near.role)?;
        let there = report.catalog.role(near.role)?;
        Some(Way { near: *near, row: *row, there, skills: Skills::of(report.catalog, here, there) })
    };
    report.roles().iter().filter_map(way).collect()
}

pub fn part(report: &Report<'_>) -> Option<Part> {
    let catalog = report.catalog;
    let heading = "The roles that it fits beside the last one held".to_owned();
    let Some((from, named)) = last(report) else {
        let said =
            vec!["It names no title held last; `rolescope match --from ROLE` says which role that was.".to_owned()];
        return (report.asked.text.form == Form::Cv).then(|| Part { heading, said, ..Part::default() });
    };
    let here = catalog.role(from)?;
    let mut said: Vec<String> = named.map(|last| last.words(catalog)).into_iter().collect();
    said.push(format!("{} {}: {}.", here.code, here.title, figures(catalog, here)));
    let ways = ways(report, from);
    if ways.is_empty() {
        said.push("It fits no other role.".to_owned());
        return Some(Part { heading, said, ..Part::default() });
    }
    let mut table = Table::default();
    table.title("role");
    table.column("probability", Align::Right);
    table.column(&Metric::Pay.short_name_in(catalog), Align::Left);
    for head in ["outlook", "overlap", "alike", "gap"] {
        table.column(head, Align::Left);
    }
    table.sentence("also requires");
    table.sentence("brought along");
    for Way { near, row, there, skills } in ways {
        let changed = |metric: Metric, shift: String| {
            let figure = parts::cell(metric, catalog, there);
            if shift == NOT_PUBLISHED { figure } else { format!("{figure} ({shift})") }
        };
        let asked =
            skills.asked.iter().take(NAMED).map(|asked| format!("{} {:+.2}", asked.name(catalog), asked.beyond()));
        let is_rated = row.gap.is_some();
        table.row(vec![
            format!("{} {}", there.code, there.title),
            near.percent(),
            changed(Metric::Pay, row.pay.to_string()),
            changed(Metric::Change, row.outlook.to_string()),
            changed(Metric::Index, row.overlap.to_string()),
            row.alike_text().unwrap_or_else(|| "not rated".to_owned()),
            row.gap_text().unwrap_or_else(|| "not rated".to_owned()),
            if is_rated { listed(&asked.collect::<Vec<_>>()) } else { String::new() },
            if is_rated { listed(&names(report, &skills.brought)) } else { String::new() },
        ]);
    }
    said.extend([ALIKE, GAP].map(str::to_owned));
    Some(Part { heading, tables: vec![table], said })
}

fn names(report: &Report<'_>, asked: &[Asked]) -> Vec<String> {
    asked.iter().take(NAMED).map(|asked| asked.name(report.catalog)).collect()
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}
