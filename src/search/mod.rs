//! Finding roles by any word that belongs to them: titles, alternate titles, tasks, software, tools, skills, codes.

mod analyse;
mod blend;
mod classifier;
mod codes;
mod coding;
mod confidence;
mod corpus;
mod directory;
mod evidence;
mod fit;
mod highlight;
mod index;
pub mod language;
mod layout;
mod lexicon;
mod listing;
mod parts;
mod passage;
mod prior;
mod query;
mod rank;
mod reading;
mod retrieve;
mod spelling;
mod synonyms;
mod train;
mod vectors;
mod worded;
mod worth;

use std::cell::{LazyCell, OnceCell, RefCell};
use std::sync::Arc;

use tantivy::InvertedIndexReader;

use crate::catalog::codes::Reading;
use crate::catalog::{Catalog, Headcounts, Lens, RoleId};
use analyse::Analyser;
use blend::Standing;
use classifier::Classifier;
pub use coding::{Candidate, Coding, Note};
use corpus::Corpus;
pub use evidence::{Evidence, Found};
use index::Opened;
pub use index::build;
use language::{Correction, LeftOut, Order, Parsed, RoleSet};
use layout::{Kind, Layout};
use lexicon::Lexicon;
use listing::Listing;
use passage::Passages;
pub use passage::{Named, NearTask, Passage, Shared, Signs};
use query::{Little, Query};
use rank::{Fitting, Reach, Scored};
use retrieve::{Keep, Retrieved, Scratch, retrieve};
use vectors::Vectors;
pub use worded::InTitles;

/// The most evidences that a hit carries.
const MOST_EVIDENCE: usize = 6;
/// How many documents are ranked word by word.
const PROMISING: usize = 300;

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
    /// The bytes of the index, to open it once more.
    bytes: &'static [u8],
    /// Of the nation in the base year, which the order of roles is made from.
    base: &'static Catalog<'static>,
    /// The same through the lens that the user has chosen, and with the staff that is counted.
    catalog: &'static Catalog<'static>,
    /// The catalogs that were looked at, each made once and kept: places are few, and they share all but their pay; a staff
    /// adds a few KB each time that its numbers change.
    seen: Vec<&'static Catalog<'static>>,
    /// Stems with positions, for words and phrases.
    stems: Arc<InvertedIndexReader>,
    /// Words as they are written, for beginnings and typing errors.
    words: Arc<InvertedIndexReader>,
    corpus: Corpus,
    classifier: Classifier,
    vectors: Vectors,
    standings: Vec<blend::Standing>,
    /// The words of the corpus that say little.
    little: Little,
    layout: Layout,
    /// Read when the first words are: the first picture needs none.
    lexicon: LazyCell<Lexicon>,
    /// Counted when it is first asked how titles use a word.
    title_words: OnceCell<worded::TitleWords>,
    /// Laid out when the first passage of a longer text is read.
    passages: OnceCell<Passages>,
    analyser: RefCell<Analyser>,
    scratch: RefCell<Scratch>,
}

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Roles, best first, up to the limit.
    pub hits: Vec<Hit>,
    /// How many roles were found in all.
    pub roles: usize,
    /// How many published figures stand behind them, where they are ordered by one that counts the people of a SOC code and
    /// several roles share a code.
    pub figures: Option<usize>,
    /// How many tasks were found in all.
    pub tasks: usize,
    /// What the hits are ordered by.
    pub order: Order,
    /// Words that were taken for others.
    pub corrections: Vec<Correction>,
    /// Roles that a filter by a figure left out because none is published.
    pub left_out: Vec<LeftOut>,
    /// The codes that the query is; none where it is words.
    pub codes: Option<Reading>,
}

/// A role that a query finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which role.
    pub role: RoleId,
    /// Higher is better, within one query: how well a text fits, from 0 to about 1 and above 2 for an exact title, plus how
    /// likely, how near by meaning and how common the role is; never less than that of a hit behind it.
    pub score: f32,
    /// Why it was found, best first; empty where figures, groups or bands alone have found it.
    pub evidence: Vec<Evidence>,
}

impl Engine {
    /// Opens the prebuilt index of a catalog.
    ///
    /// # Errors
    /// When the bytes are not the index of this catalog.
    pub fn open(index: &'static [u8], catalog: &'static Catalog<'static>) -> Result<Self, SearchError> {
        let layout = Layout::of(catalog);
        let Opened { stems, words, corpus, classifier, vectors } = index::open(index, &layout)?;
        let (analyser, scratch) = (RefCell::new(Analyser::new()), RefCell::default());
        let standings = prior::standings(catalog);
        let little = Little::of(&corpus);
        Ok(Self {
            bytes: index,
            base: catalog,
            catalog,
            seen: Vec::new(),
            stems,
            words,
            corpus,
            classifier,
            vectors,
            standings,
            little,
            layout,
            lexicon: LazyCell::new(Lexicon::open),
            title_words: OnceCell::new(),
            passages: OnceCell::new(),
            analyser,
            scratch,
        })
    }

    /// Another engine over the same bytes, for another thread.
    ///
    /// # Errors
    /// None for bytes that were opened before.
    pub fn again(&self) -> Result<Self, SearchError> {
        Self::open(self.bytes, self.base)
    }

    /// Looks through a lens from now on: filters, orders and figures are those of the place and the year.
    pub fn look(&mut self, lens: Lens) {
        self.see(lens, self.catalog.counted.clone());
    }

    /// Counts a staff from now on wherever workers are counted, or the nation's workers again.
    pub fn count(&mut self, headcounts: Option<Headcounts>) {
        self.see(self.catalog.lens(), headcounts.map(Arc::new));
    }

    /// The same numbers through the same lens are the same catalog; with other numbers it shares what the lens shows.
    fn see(&mut self, lens: Lens, counted: Option<Arc<Headcounts>>) {
        let through = |catalog: &&'static Catalog<'static>| catalog.lens() == lens;
        let known: Vec<_> = std::iter::once(self.base).chain(self.seen.iter().copied()).filter(through).collect();
        if let Some(catalog) = known.iter().find(|catalog| catalog.counted == counted) {
            self.catalog = catalog;
            return;
        }
        let there = known.first().map_or_else(|| self.base.through(lens), |known| (*known).clone());
        self.catalog = Box::leak(Box::new(there.with_headcounts(counted)));
        self.seen.push(self.catalog);
    }

    /// What is searched.
    pub const fn catalog(&self) -> &'static Catalog<'static> {
        self.catalog
    }

    /// A query as the language reads it.
    pub fn read(&self, query: &str) -> Parsed {
        language::parse(query, self.catalog)
    }

    /// The roles that a query finds, as typed so far: its last word may be the beginning of one. No query is an
    /// error; an empty one finds nothing.
    pub fn search(&self, query: &str, limit: usize) -> Results {
        self.find(&self.read(query), limit)
    }

    /// The same for a query that has been read.
    pub fn find(&self, parsed: &Parsed, limit: usize) -> Results {
        let results = if parsed.is_plain {
            self.search_words(&parsed.text, limit, Keep::default()).0
        } else {
            language::search(self, parsed, limit)
        };
        if results.codes.is_some() {
            return results;
        }
        Results { corrections: language::corrections(self, &parsed.words, &results.hits), ..results }
    }

    /// The roles that words find in what is kept; and which roles hold every word, where one does.
    fn search_words(&self, text: &str, limit: usize, keep: Keep<'_>) -> (Results, Option<RoleSet>) {
        let only = keep.roles;
        if let Some(reading) = codes::typed(self, text) {
            let mut hits = codes::hits(&reading);
            let found = hits.iter().map(|hit| hit.role).collect();
            hits.retain(|hit| only.is_none_or(|only| only.has(hit.role)));
            let roles = hits.len();
            let hits = hits.into_iter().take(limit).collect();
            let results = Results { hits, roles, codes: Some(reading), ..Results::default() };
            return (results, Some(RoleSet::of(self.catalog, found)));
        }
        // Ranking keeps the best roles only: with a filter, the best of those that it lets through are asked for.
        let among = if only.is_some() { self.catalog.roles.len() } else { limit };
        let (query, retrieved, (mut scored, fits)) = self.read_as_meant(
            text,
            |words, meant, is_open| {
                let query = Query::new(self, (first_letters(text), words), is_open).meaning_also(
                    self,
                    first_letters(text),
                    meant,
                );
                let retrieved = self.retrieve(&query, PROMISING.max(limit * 4), keep);
                let ranked = rank::roles(self, &query, &retrieved, among, Reach::Found);
                (query, retrieved, ranked)
            },
            |(.., (scored, _))| scored,
        );
        let words = self.analyser.borrow_mut().words(first_letters(text));
        self.lead_of_many(&words, &mut scored);
        scored.retain(|scored| only.is_none_or(|only| only.has(scored.role)));
        scored.truncate(limit);
        let hits = rank::hits(self, &query, &scored, &fits, MOST_EVIDENCE);
        let found = RoleSet::from_flags(&retrieved.found);
        let full = only.map_or(retrieved.roles, |only| only.and(&found).count());
        // Where no single text holds every word, what is found holds some of them.
        let roles = if full == 0 { hits.len() } else { full };
        let mut results = Results { hits, roles, tasks: retrieved.tasks, ..Results::default() };
        self.exact_title_first(text, &mut results.hits, limit, only);
        (results, (full > 0).then_some(found))
    }

    /// All roles that a query selects, by code: those that hold every word, or, where none does, what is like it. A
    /// blank query selects every role.
    pub fn select(&self, query: &str) -> Vec<RoleId> {
        self.selected(&self.read(query))
    }

    /// The same for a query that has been read.
    pub fn selected(&self, parsed: &Parsed) -> Vec<RoleId> {
        language::select(self, parsed)
    }

    /// The roles that a job title most likely belongs to, best first.
    pub fn code(&self, title: &str, top: usize) -> Coding {
        if let Some(coding) = codes::coding(self, title, top) {
            return coding;
        }
        let text = first_letters(title);
        let words = self.analyser.borrow_mut().words(text);
        if words.is_empty() || self.lexicon.is_no_occupation(title, &words) {
            let note = if title.trim().is_empty() { Note::Blank } else { Note::NoOccupation };
            return Coding { candidates: Vec::new(), note: Some(note) };
        }
        let is_name = self.lexicon.is_name(&words);
        let (query, mut scored, fits) = self.likeliest(text, top.max(rank::SHORTLIST));
        let is_listed = scored.first().is_some_and(|first| first.known.listing >= Listing::Words);
        if !is_listed && (is_name || !query.is_known()) {
            // Of words that nobody knows it cannot be said that they name no occupation.
            return Coding { candidates: Vec::new(), note: is_name.then_some(Note::NoOccupation) };
        }
        let note = self.lead_of_many(&words, &mut scored).then_some(Note::TooGeneral);
        let confidences = confidence::confidences(self.catalog, &scored, top);
        scored.truncate(top);
        let hits = rank::hits(self, &query, &scored, &fits, 1);
        let candidates =
            hits.into_iter().zip(confidences).filter_map(|(hit, confidence)| Candidate::of(hit, confidence));
        Coding { candidates: candidates.collect(), note }
    }

    /// The likeliest roles of a job title.
    fn likeliest(&self, title: &str, top: usize) -> (Query, Vec<Scored>, Vec<Fitting>) {
        let titles = Keep { only: Some(Kind::Title), ..Keep::default() };
        self.read_as_meant(
            &format!("{title} "),
            |words, meant, _| {
                let query = Query::new(self, (title, words), false).meaning_also(self, title, meant);
                let retrieved = self.retrieve(&query, PROMISING, titles);
                let (scored, fits) = rank::roles(self, &query, &retrieved, top, Reach::Likely);
                (query, scored, fits)
            },
            |(_, scored, _)| scored,
        )
    }

    /// What is known of the likeliest roles of a job title, for fitting the blend: its features, and last how the role
    /// lists the title, 0 to 3.
    pub fn features(&self, title: &str) -> Vec<(RoleId, Vec<f32>)> {
        let (_, scored, _) = self.likeliest(first_letters(title), rank::SHORTLIST);
        scored
            .iter()
            .map(|scored| {
                let standing = self.standing(scored.role);
                let mut features = blend::features(&scored.known, &standing).to_vec();
                features.push(f32::from(scored.known.listing as u8));
                (scored.role, features)
            })
            .collect()
    }

    /// What is known of a role before a word is read.
    fn standing(&self, role: RoleId) -> Standing {
        self.standings.get(usize::from(role.0)).copied().unwrap_or_default()
    }

    /// The roles of a document that roles share.
    fn users(&self, document: u32) -> impl Iterator<Item = RoleId> + use<'_> {
        self.layout.shared(document).into_iter().flat_map(|shared| self.corpus.users(shared))
    }

    /// The number of a stem in the index.
    fn stem_number(&self, stem: &str) -> Option<u16> {
        self.stems.terms().term_ord(stem.as_bytes()).ok().flatten().and_then(|number| u16::try_from(number).ok())
    }

    fn parse(&self, text: &str, as_typed: bool) -> Query {
        let text_read = first_letters(text);
        let words = self.analyser.borrow_mut().words(text_read);
        Query::new(self, (text_read, words), as_typed && text.chars().next_back().is_some_and(char::is_alphanumeric))
    }

    /// Reading from memory does not fail on an index that was opened.
    fn retrieve(&self, query: &Query, limit: usize, keep: Keep<'_>) -> Retrieved {
        if query.words.is_empty() {
            Retrieved::default()
        } else {
            retrieve(self, query, limit, keep).unwrap_or_default()
        }
    }
}

/// A query of thousands of words says no more than its first ones.
fn first_letters(text: &str) -> &str {
    let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests;
