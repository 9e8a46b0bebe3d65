//! What a report of a text holds, section by section; how it is written is the forms' matter.

use super::{Report, last_title, profile};
use crate::catalog::{Catalog, Metric, Role};
use crate::matching::words;
use crate::report::sections::Part;
use crate::report::table::{Align, Table};

/// All sections, in their order.
pub fn all(report: &Report<'_>, lists_left_out: bool) -> Vec<Part> {
    let mut parts = vec![roles(report)];
    if let Some(profile) = &report.profile {
        parts.extend(profile::parts(report, profile));
    }
    parts.extend(last_title::part(report));
    parts.extend(left_out(report, lists_left_out));
    parts
}

/// A figure of a role in a column, or why there is none.
pub fn cell(metric: Metric, catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    metric.cell(catalog, role).unwrap_or_else(|| metric.missing(catalog, role).into_owned())
}

/// The likeliest roles, and what ties the text to each.
fn roles(report: &Report<'_>) -> Part {
    let (catalog, asked) = (report.catalog, report.asked);
    let heading = "Roles that it describes".to_owned();
    if asked.matched.roles.is_empty() {
        let said = vec![words::too_little(asked.text), words::SAY_MORE.to_owned()];
        return Part { heading, said, ..Part::default() };
    }
    let mut table = Table::default();
    table.column("probability", Align::Right);
    table.column("code", Align::Left);
    table.title("role");
    table.column("index", Align::Right);
    table.column(&Metric::Pay.short_name_in(catalog).replace("pay", "median pay"), Align::Right);
    let mut said = Vec::new();
    for near in report.roles() {
        let Some(role) = catalog.role(near.role) else { continue };
        table.row(vec![
            near.percent(),
            role.code.to_string(),
            role.title.to_owned(),
            cell(Metric::Index, catalog, role),
            cell(Metric::Pay, catalog, role),
        ]);
        let ties = asked.matched.ties(report.engine, asked.text, near.role);
        said.push(format!("{}: {}.", role.title, words::ties(catalog, near.role, &ties)));
    }
    Part { heading, tables: vec![table], said }
}

/// What was left out, by kind, and sentence by sentence where that is asked.
fn left_out(report: &Report<'_>, lists: bool) -> Option<Part> {
    let text = report.asked.text;
    let kinds = words::left_out(text);
    if kinds.is_empty() {
        return None;
    }
    let mut table = Table::default();
    table.title("what it holds");
    table.column("sentences", Align::Right);
    table.column("words", Align::Right);
    for kind in kinds {
        table.row(vec![kind.holds.word().to_owned(), kind.sentences.to_string(), kind.words.to_string()]);
    }
    let mut tables = vec![table];
    if lists {
        let mut table = Table::default();
        table.sentence("left out");
        table.column("holds", Align::Left);
        for sentence in text.sentences.iter().filter(|sentence| !sentence.counts) {
            let holds = sentence.holds.word();
            let by_user = if sentence.by_user { ", left out by you" } else { "" };
            table.row(vec![words::said(text, sentence), format!("{holds}{by_user}")]);
        }
        tables.push(table);
    }
    Some(Part { heading: "Left out".to_owned(), tables, said: Vec::new() })
}
