//! The query language: words, `"phrases"`, `-without`, `OR` and fields such as `group:15` or `pay:>=100k`.
//!
//! Any text is a query. What is no term of the language is words, as before; what looks like a term and cannot be
//! used is a [`Problem`] with its place and, where one is near, what may have been meant.

mod any;
mod bounds;
mod chosen;
mod complete;
mod correct;
mod field;
mod filter;
mod nothing;
mod number;
mod operator;
mod ordered;
mod parse;
mod postings;
mod print;
mod scan;
mod task_search;
mod tree;
mod value;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::catalog::{AiCategory, Band, Catalog, EntryEducation, Metric, RoleId};

pub use bounds::{Bounds, End};
pub use complete::{Completion, Offer, complete};
pub use correct::Correction;
pub(super) use correct::corrections;
pub use field::{Field, GUIDE, groups};
pub use filter::LeftOut;
pub use nothing::{Blocking, blocking};
pub use ordered::Order;
pub(super) use ordered::{search, select};
pub use parse::parse;
pub use task_search::{TaskHit, TaskResults};
pub use tree::Node;

/// A query, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The text as it stands.
    pub text: String,
    /// The filters, in the order of the text.
    pub terms: Vec<Term>,
    /// What could not be used, in the order of the text.
    pub problems: Vec<Problem>,
    /// What is left to rank by: the text without its filters and operators; phrases stay, without their quotes.
    pub words: String,
    /// Where `OR`, `AND`, `NOT` and `|` stand as operators.
    pub operators: Vec<Range<usize>>,
    /// The ways in which the query may be met, where there are several: it has an `OR`.
    pub alternatives: Vec<Alternative>,
    /// How its parts hang together, where there are alternatives.
    pub tree: Option<Node>,
    /// Whether the text is words alone, so that it is searched as it stands.
    pub is_plain: bool,
}

impl Parsed {
    /// Whether it asks for nothing: neither a word nor a filter.
    pub fn is_blank(&self) -> bool {
        self.terms.is_empty() && self.words.trim().is_empty()
    }

    /// Whether a filter compares a figure that is published for whole SOC codes in people or jobs: roles that share a code
    /// would each bring it again.
    pub fn counts_people(&self) -> bool {
        let counts = |term: &Term| matches!(term.filter, Filter::Figure(metric, _) if metric.counts_people());
        self.terms.iter().any(counts)
    }

    /// The term that the cursor at a byte of the text is in or right behind.
    pub fn term_at(&self, at: usize) -> Option<usize> {
        self.terms.iter().position(|term| term.span.start <= at && at <= term.span.end)
    }
}

/// One way to meet a query that has an `OR`: filters that all hold, and words to rank by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alternative {
    /// The filters.
    pub terms: Vec<Term>,
    /// The words.
    pub words: String,
}

/// One filter of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its bytes in the text, a minus included.
    pub span: Range<usize>,
    /// Whether it leaves out what it matches.
    pub without: bool,
    /// What it matches.
    pub filter: Filter,
}

/// What a term matches.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Roles that have words in one text.
    Text {
        /// Where they are looked for.
        place: Place,
        /// The words as typed, without quotes.
        text: String,
        /// Whether they must stand next to each other.
        phrase: bool,
        /// Whether the last word may be the beginning of one: it is still being typed.
        open: bool,
    },
    /// Roles of these major groups, by their two digits.
    Groups(Vec<u32>),
    /// Roles whose exposure index lies in one of these bands.
    Bands(Vec<Band>),
    /// Roles for whose entry one of these levels is typical.
    Education(Vec<EntryEducation>),
    /// `bls:high`: BLS's relative AI exposure category is one of these.
    Categories(Vec<AiCategory>),
    /// Roles whose first interests are one of these lists, places in [`crate::catalog::role::INTERESTS`].
    Interests(Vec<Vec<u8>>),
    /// Roles whose work can be done at home, or cannot.
    AtHome(bool),
    /// Roles whose figure lies in a range. Percentiles are compared as they are shown: rounded.
    Figure(Metric, Bounds),
}

/// Where the words of a text term are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In any text of a role: titles, tasks, software, tools, skills.
    Anywhere,
    /// In its title and its alternate titles.
    Title,
    /// In its tasks.
    Task,
    /// In its software and tools.
    Tool,
    /// In the knowledge, skills and abilities of importance 3 and more, and in software that postings ask for.
    Skill,
}

/// A part of a query that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What is wrong with it, in a few words.
    pub message: String,
    /// What to write in its place, where something is near.
    pub instead: Option<String>,
    /// Whether it may still become a term: it ends where the text ends.
    pub unfinished: bool,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        match &self.instead {
            Some(instead) => write!(f, "; did you mean {instead} ?"),
            None => Ok(()),
        }
    }
}

/// A set of roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSet(Vec<bool>);

impl RoleSet {
    /// No role of `roles`.
    pub fn none(roles: usize) -> Self {
        Self(vec![false; roles])
    }

    /// All of `roles`.
    pub fn all(roles: usize) -> Self {
        Self(vec![true; roles])
    }

    /// The set of some roles.
    pub fn of(catalog: &Catalog<'_>, roles: Vec<RoleId>) -> Self {
        let mut set = Self::none(catalog.roles.len());
        for role in roles {
            set.add(role);
        }
        set
    }

    /// Whether a role belongs to it.
    #[inline]
    pub fn has(&self, role: RoleId) -> bool {
        self.0.get(usize::from(role.0)).copied().unwrap_or(false)
    }

    /// Adds a role.
    pub fn add(&mut self, role: RoleId) {
        self.0.get_mut(usize::from(role.0)).into_iter().for_each(|has| *has = true);
    }

    /// Its roles, by code.
    pub fn roles(&self) -> impl Iterator<Item = RoleId> + '_ {
        (0..).map(RoleId).zip(&self.0).filter(|(_, has)| **has).map(|(role, _)| role)
    }

    /// How many roles it has.
    pub fn count(&self) -> usize {
        self.0.iter().filter(|has| **has).count()
    }
}
