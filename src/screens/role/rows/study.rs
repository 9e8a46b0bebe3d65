//! The programmes of study that lead to a role, and its page in the Occupational Outlook Handbook.

use super::Row;
use crate::catalog::study::{LISTED, RULE};
use crate::catalog::{Catalog, Figure, Role};

pub(super) fn study<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let about = [Figure::Programmes];
    if !catalog.programmes.list.is_empty() {
        let all = catalog.programmes(role).len();
        let heading = if all == 0 { "Programmes of study".to_owned() } else { format!("Programmes of study ({all})") };
        rows.extend([Row::Gap, Row::Heading(heading)]);
        if all == 0 {
            let text = format!("NCES and BLS match no programme of study with {}.", role.code.soc());
            rows.push(Row::remark(text, about));
        } else {
            let listed = catalog.programmes(role).take(LISTED);
            rows.extend(listed.map(|programme| Row::text(format!("{}  {}", programme.code, programme.title), about)));
            let more = all.saturating_sub(LISTED);
            let more = if more > 0 { format!(" … and {more} more.") } else { String::new() };
            let shared = catalog.programmes_note(role).map_or_else(String::new, |note| format!(" They are {note}."));
            rows.push(Row::remark(format!("CIP 2020, {RULE}.{shared}{more}"), about));
        }
    }
    if !catalog.handbook.pages.is_empty() {
        let page = catalog
            .handbook_page(role)
            .map_or_else(|| "no page of its own".to_owned(), |page| format!("{}: {}", page.title, page.address()));
        rows.extend([Row::Gap, Row::Heading("Occupational Outlook Handbook (BLS)".into())]);
        rows.push(Row::text(page, [Figure::Handbook]));
    }
    rows
}
