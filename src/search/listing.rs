//! How a role lists a title word for word.

use super::language::RoleSet;
use super::query::Query;
use super::{Engine, Evidence, Found, Hit};
use crate::catalog::{RoleId, TitleOrigin};

/// How a role lists what a query says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listing {
    /// Not word for word.
    #[default]
    Not,
    /// As a title that has the query's words, in whatever form.
    Whole,
    /// As a title of the very words.
    Words,
    /// As a title of the very letters.
    Letters,
}

/// How a role lists a query by a title that says all of it: where the title comes from (3 the role's own, 2 reported
/// and shown, 1 reported, 0 from the lists) and which sources name it.
pub fn listed(
    engine: &Engine,
    query: &Query,
    role: RoleId,
    document: u32,
    is_exact: bool,
) -> Option<(Listing, u8, u16)> {
    let of_role = engine.catalog.role(role)?;
    let (title, short, origin, sources) = match engine.layout.found(document)? {
        Found::Alternate(place) => {
            let alternate = of_role.alternates.get(usize::from(place))?;
            let origin = match alternate.origin {
                TitleOrigin::ReportedShown => 2,
                TitleOrigin::Reported => 1,
                TitleOrigin::JobTitle => 0,
            };
            (alternate.title, alternate.short, origin, alternate.sources)
        }
        _ => (of_role.title, None, 3, 0),
    };
    let listing = if !is_exact {
        Listing::Whole
    } else if short.is_some_and(|short| same_letters(short, &query.text)) || same_letters(title, &query.text) {
        Listing::Letters
    } else {
        Listing::Words
    };
    Some((listing, origin, sources))
}

/// Whether a title, with or without what stands in brackets at its end, has the very letters of a text in lower case.
fn same_letters(title: &str, text: &str) -> bool {
    let is = |title: &str| title.trim().chars().flat_map(char::to_lowercase).eq(text.chars());
    is(title) || title.find('(').and_then(|at| title.get(..at)).is_some_and(is)
}

impl Engine {
    /// A query that is a role's title, word for word, means that role.
    pub(super) fn exact_title_first(&self, query: &str, hits: &mut Vec<Hit>, limit: usize, only: Option<&RoleSet>) {
        let query = query.trim();
        let Some((role, title)) = self
            .catalog
            .roles_with_ids()
            .map(|(id, role)| (id, role.title))
            .find(|(_, t)| t.eq_ignore_ascii_case(query))
            .filter(|(role, _)| only.is_none_or(|only| only.has(*role)))
        else {
            return;
        };
        let own = Evidence { found: Found::Title, marked: std::iter::once(0..title.len()).collect() };
        let mut hit = match hits.iter().position(|hit| hit.role == role) {
            Some(place) => hits.remove(place),
            None => Hit { role, score: 0.0, evidence: Vec::new() },
        };
        hit.evidence.retain(|evidence| evidence.found != Found::Title);
        hit.evidence.insert(0, own);
        hit.score = hits.iter().map(|hit| hit.score).fold(hit.score, f32::max);
        hits.insert(0, hit);
        hits.truncate(limit);
    }
}
