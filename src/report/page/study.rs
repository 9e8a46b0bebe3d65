//! Programmes of study and the page of the Occupational Outlook Handbook: on the page and in JSON.

use serde::Serialize;

use super::Page;
use super::document::{Block, Item};
use crate::catalog::study::{LISTED, RULE};
use crate::catalog::{NOT_PUBLISHED, SourceId};
use crate::report::json::object;

pub fn blocks(page: Page<'_>) -> [Block; 2] {
    let Page { catalog, role } = page;
    let all = catalog.programmes(role).len();
    let shared = catalog.programmes_note(role).map_or_else(String::new, |note| format!("; {note}"));
    let listed = if all > LISTED { format!("; {LISTED} of {all} are listed") } else { String::new() };
    let items = catalog.programmes(role).take(LISTED);
    let handbook = catalog.handbook_page(role);
    [
        Block::list(
            "Programmes of study",
            Some(format!("CIP 2020, {RULE}{shared}{listed}")),
            items.map(|programme| Item::new(programme.title, Some(programme.code.to_string()))),
        ),
        Block::fact(
            "Occupational Outlook Handbook (BLS)",
            handbook.map_or_else(|| NOT_PUBLISHED.to_owned(), |page| format!("{}. {}", page.title, page.address())),
        ),
    ]
}

/// All programmes for JSON, in the order in which they are listed.
pub fn programmes(page: Page<'_>) -> impl Serialize {
    let Page { catalog, role } = page;
    object!(Programmes {
        source: SourceId::Programmes,
        soc: role.code.soc(),
        rule: RULE,
        items: catalog.programmes(role).collect::<Vec<_>>(),
    })
}

/// The page of the handbook for JSON.
pub fn handbook(page: Page<'_>) -> impl Serialize {
    let found = page.catalog.handbook_page(page.role);
    object!(Handbook {
        source: SourceId::Crosswalk,
        title: found.map(|page| page.title),
        url: found.map(crate::catalog::HandbookPage::address),
    })
}
