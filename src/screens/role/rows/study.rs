//! The programmes of study that lead to a role, and its page in the Occupational Outlook Handbook.

use super::Row;
use crate::catalog::study::{LISTED, RULE};
use crate::catalog::{Catalog, Figure, NOT_PUBLISHED, Role};

pub(super) fn study<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if !catalog.programmes.list.is_empty() {
        rows.push(Row::Gap);
        rows.extend(programmes(catalog, role));
    }
    if !catalog.handbook.pages.is_empty() {
        let about = [Figure::Handbook];
        let page = catalog.handbook_page(role);
        rows.extend([Row::Gap, Row::Heading("Occupational Outlook Handbook (BLS)".into())]);
        rows.push(Row::fact("Page", page.map_or(NOT_PUBLISHED, |page| page.title), about));
        // By itself, so that it breaks as late as it can.
        rows.extend(page.map(|page| Row::text(page.address(), about)));
    }
    rows
}

fn programmes<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let about = [Figure::Programmes];
    let all = catalog.programmes(role).len();
    if all == 0 {
        let text = format!("NCES and BLS match no programme of study with {}.", role.code.soc());
        return vec![Row::Heading("Programmes of study".into()), Row::remark(text, about)];
    }
    let mut rows = vec![Row::Heading(format!("Programmes of study ({all})"))];
    rows.extend(catalog.programmes(role).take(LISTED).copied().map(Row::Programme));
    let more = all.saturating_sub(LISTED);
    let more = if more > 0 { format!("… and {more} more. ") } else { String::new() };
    let shared = catalog.programmes_note(role).map_or_else(String::new, |note| format!(" They are {note}."));
    rows.push(Row::remark(format!("{more}CIP 2020, {RULE}.{shared}"), about));
    rows
}
