//! Finding roles by any word that belongs to them: titles, alternate titles, tasks, software, tools, skills, codes.

mod analyse;
mod code_query;
mod directory;
mod evidence;
mod index;
mod layout;
mod query;
mod rank;
mod users;

use std::cell::{OnceCell, RefCell};

use tantivy::Searcher;

use crate::catalog::{Catalog, RoleId};
use analyse::Analyser;
pub use evidence::{Evidence, Found};
use index::Fields;
pub use index::build;
use layout::Layout;
use query::Query;
use users::Users;

/// What went wrong with the index.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index library's own error.
    #[error("the search index: {0}")]
    Tantivy(#[from] tantivy::TantivyError),
    /// The index is not what this program needs.
    #[error("the search index: {0}")]
    Index(String),
}

/// Finds roles. Made once; a query takes well under a millisecond.
pub struct Engine {
    catalog: &'static Catalog<'static>,
    searcher: Searcher,
    fields: Fields,
    layout: Layout,
    analyser: RefCell<Analyser>,
    vocabulary: OnceCell<query::Vocabulary>,
    users: OnceCell<Users>,
}

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Roles, best first, up to the limit.
    pub hits: Vec<Hit>,
    /// How many roles were found in all.
    pub roles: usize,
    /// How many tasks were found in all.
    pub tasks: usize,
}

/// A role that a query finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which role.
    pub role: RoleId,
    /// Higher is better; an exact title scores above 2, words found in full about 1.
    pub score: f32,
    /// Why it was found, best first; never empty.
    pub evidence: Vec<Evidence>,
}

/// A role that a job title may belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Which role.
    pub role: RoleId,
    /// As [`Hit::score`].
    pub score: f32,
    /// What of the role the title resembles most.
    pub matched: Evidence,
}

impl Engine {
    /// Opens the prebuilt index of a catalog.
    ///
    /// # Errors
    /// When the bytes are not the index of this catalog.
    pub fn open(index: &'static [u8], catalog: &'static Catalog<'static>) -> Result<Self, SearchError> {
        let layout = Layout::of(catalog);
        let (searcher, fields) = index::open(index, &layout)?;
        let analyser = RefCell::new(Analyser::new());
        Ok(Self { catalog, searcher, fields, layout, analyser, vocabulary: OnceCell::new(), users: OnceCell::new() })
    }

    /// What is searched.
    #[must_use]
    pub const fn catalog(&self) -> &'static Catalog<'static> {
        self.catalog
    }

    /// The roles that a query finds, as typed so far: its last word may be the beginning of one. No query is an
    /// error; an empty one finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Results {
        if let Some(hits) = code_query::roles(query, self.catalog) {
            let roles = hits.len();
            return Results { hits: hits.into_iter().take(limit).collect(), roles, tasks: 0 };
        }
        let query = self.parse(query, true);
        let documents = self.retrieve(&query, limit.max(100) * 4);
        let mut ranked = rank::by_role(self, &query, &documents.best);
        ranked.truncate(limit);
        Results { hits: ranked, roles: documents.roles, tasks: documents.tasks }
    }

    /// The roles that a job title most likely belongs to, best first.
    #[must_use]
    pub fn code(&self, title: &str, top: usize) -> Vec<Candidate> {
        if let Some(hits) = code_query::roles(title, self.catalog) {
            return hits.into_iter().take(top).filter_map(candidate).collect();
        }
        let query = self.parse(title, false);
        let documents = self.retrieve(&query, 400);
        rank::by_role(self, &query, &documents.best).into_iter().take(top).filter_map(candidate).collect()
    }

    fn users(&self) -> &Users {
        self.users.get_or_init(|| Users::of(self.catalog))
    }

    fn parse(&self, text: &str, as_typed: bool) -> Query {
        // A query of thousands of words says no more than its first ones.
        let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
        let words = self.analyser.borrow_mut().words(&text[..end]);
        Query::new(self, words, as_typed && text.chars().next_back().is_some_and(char::is_alphanumeric))
    }

    fn retrieve(&self, query: &Query, limit: usize) -> query::Retrieved {
        query::retrieve(self, query, limit).unwrap_or_default()
    }
}

fn candidate(hit: Hit) -> Option<Candidate> {
    let matched = hit.evidence.into_iter().next()?;
    Some(Candidate { role: hit.role, score: hit.score, matched })
}

#[cfg(test)]
mod tests;
