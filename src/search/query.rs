//! From words to documents: each word is looked up as a stem, as the beginning of a word, or with one typing error.

use std::collections::HashSet;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::Engine;
use super::analyse::{Word, one_typing_error};
use super::index::Fields;
use super::layout::Document;
use crate::catalog::RoleId;

/// The most words that a beginning may stand for: the commonest ones.
const MOST_EXPANSIONS: usize = 40;
/// Words that say little about which role is meant.
const LITTLE_WORDS: [&str; 14] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// A query's words.
pub struct Query {
    pub words: Vec<QueryWord>,
}

/// A word of a query with what it may stand for.
pub struct QueryWord {
    pub word: Word,
    /// How much it tells: the logarithm of how rare it is.
    pub weight: f32,
    /// It is the last one and may be the beginning of a word.
    pub is_prefix: bool,
    /// Words of the corpus that it is the beginning of.
    pub beginnings: Vec<String>,
    /// Stems of the corpus that one typing error makes into it.
    pub near: Vec<String>,
}

/// All stems of the corpus with the number of their documents.
pub struct Vocabulary(Vec<(String, u32)>);

impl Query {
    /// Looks the words up. With `open_end`, the last one may be the beginning of a word.
    pub fn new(engine: &Engine, words: Vec<Word>, open_end: bool) -> Self {
        let last = words.len().saturating_sub(1);
        let meaningful = words.iter().any(|word| !LITTLE_WORDS.contains(&word.folded.as_str()));
        let mut seen = HashSet::new();
        let words = words
            .into_iter()
            .enumerate()
            .filter(|(at, word)| {
                !meaningful || !LITTLE_WORDS.contains(&word.folded.as_str()) || (open_end && *at == last)
            })
            .filter(|(_, word)| seen.insert(word.folded.clone()))
            .take(24)
            .map(|(at, word)| QueryWord::new(engine, word, open_end && at == last))
            .collect();
        Self { words }
    }
}

impl QueryWord {
    fn new(engine: &Engine, word: Word, is_prefix: bool) -> Self {
        let known = frequency(engine, engine.fields.stems, &word.stem);
        let beginnings = if is_prefix { beginning_with(engine, &word.folded) } else { Vec::new() };
        let near = if known == 0 && beginnings.is_empty() && word.folded.len() >= 4 {
            engine.vocabulary.get_or_init(|| Vocabulary::of(engine)).near(&word)
        } else {
            Vec::new()
        };
        let sum = |field, words: &[String]| words.iter().map(|word| frequency(engine, field, word)).sum::<u64>();
        let documents =
            if known == 0 { sum(engine.fields.words, &beginnings) + sum(engine.fields.stems, &near) } else { known };
        #[allow(clippy::cast_precision_loss, reason = "counts of at most some 100,000")]
        let weight = (1.0 + engine.layout.len() as f32 / (documents as f32 + 1.0)).ln();
        Self { word, weight, is_prefix, beginnings, near }
    }
}

impl QueryWord {
    /// The terms beside its own stem that it may stand for.
    fn other_terms(&self, fields: Fields) -> impl Iterator<Item = Term> {
        let words = self.beginnings.iter().map(move |word| Term::from_field_text(fields.words, word));
        words.chain(self.near.iter().map(move |stem| Term::from_field_text(fields.stems, stem)))
    }
}

fn frequency(engine: &Engine, field: Field, text: &str) -> u64 {
    engine.searcher.doc_freq(&Term::from_field_text(field, text)).unwrap_or(0)
}

/// The commonest words with a beginning.
fn beginning_with(engine: &Engine, prefix: &str) -> Vec<String> {
    let mut words = Vec::new();
    let Ok(index) = engine.searcher.segment_reader(0).inverted_index(engine.fields.words) else {
        return Vec::new();
    };
    let Ok(mut stream) = index.terms().range().ge(prefix.as_bytes()).into_stream() else {
        return Vec::new();
    };
    while let Some((word, info)) = stream.next() {
        if !word.starts_with(prefix.as_bytes()) {
            break;
        }
        words.push((info.doc_freq, String::from_utf8_lossy(word).into_owned()));
    }
    words.sort_unstable_by(|a, b| b.cmp(a));
    words.truncate(MOST_EXPANSIONS);
    words.into_iter().map(|(_, word)| word).collect()
}

impl Vocabulary {
    fn of(engine: &Engine) -> Self {
        let mut words = Vec::new();
        if let Ok(index) = engine.searcher.segment_reader(0).inverted_index(engine.fields.stems)
            && let Ok(mut stream) = index.terms().stream()
        {
            while let Some((word, info)) = stream.next() {
                if word.len() >= 3 {
                    words.push((String::from_utf8_lossy(word).into_owned(), info.doc_freq));
                }
            }
        }
        Self(words)
    }

    /// The commonest stems that one typing error makes into a word.
    fn near(&self, typed: &Word) -> Vec<String> {
        let mut near: Vec<_> = self
            .0
            .iter()
            .filter(|(stem, _)| one_typing_error(&typed.stem, stem) || one_typing_error(&typed.folded, stem))
            .collect();
        near.sort_unstable_by_key(|(_, documents)| std::cmp::Reverse(*documents));
        near.into_iter().take(12).map(|(stem, _)| stem.clone()).collect()
    }
}

/// Documents that match a query.
#[derive(Default)]
pub struct Retrieved {
    /// The best ones by BM25.
    pub best: Vec<Document>,
    /// How many roles match in all.
    pub roles: usize,
    /// How many tasks match in all.
    pub tasks: usize,
}

/// Looks the query up.
pub fn retrieve(engine: &Engine, query: &Query, limit: usize) -> tantivy::Result<Retrieved> {
    if query.words.is_empty() {
        return Ok(Retrieved::default());
    }
    let clauses: Vec<_> = query.words.iter().map(|word| (Occur::Should, word_query(engine, word))).collect();
    let everything = BooleanQuery::new(clauses);
    let (best, _) = engine.searcher.search(&everything, &(TopDocs::with_limit(limit).order_by_score(), Count))?;
    let best: Vec<Document> =
        best.into_iter().filter_map(|(_, at)| engine.layout.document(at.doc_id, engine.catalog)).collect();
    let (roles, tasks) = count(engine, query)?;
    Ok(Retrieved { best, roles, tasks })
}

fn word_query(engine: &Engine, word: &QueryWord) -> Box<dyn tantivy::query::Query> {
    let stem = Term::from_field_text(engine.fields.stems, &word.word.stem);
    let mut choices: Vec<Box<dyn tantivy::query::Query>> =
        vec![Box::new(TermQuery::new(stem, IndexRecordOption::WithFreqs))];
    for term in word.other_terms(engine.fields) {
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        choices.push(Box::new(BoostQuery::new(Box::new(query), 0.8)));
    }
    if choices.len() == 1 {
        return choices.swap_remove(0);
    }
    Box::new(DisjunctionMaxQuery::new(choices))
}

/// How many roles and tasks hold every word of the query, in one title, task or name.
fn count(engine: &Engine, query: &Query) -> tantivy::Result<(usize, usize)> {
    let reader = engine.searcher.segment_reader(0);
    let (stems, words) = (reader.inverted_index(engine.fields.stems)?, reader.inverted_index(engine.fields.words)?);
    let mut matching: Option<Vec<u32>> = None;
    for word in &query.words {
        let mut documents = Vec::new();
        let mut add = |postings: Option<tantivy::postings::SegmentPostings>| {
            let Some(mut postings) = postings else { return };
            let mut document = postings.doc();
            while document != TERMINATED {
                documents.push(document);
                document = postings.advance();
            }
        };
        let stem = Term::from_field_text(engine.fields.stems, &word.word.stem);
        add(stems.read_postings(&stem, IndexRecordOption::Basic)?);
        for term in word.other_terms(engine.fields) {
            let index = if term.field() == engine.fields.stems { &stems } else { &words };
            add(index.read_postings(&term, IndexRecordOption::Basic)?);
        }
        documents.sort_unstable();
        documents.dedup();
        matching = Some(match matching {
            None => documents,
            Some(earlier) => earlier.into_iter().filter(|d| documents.binary_search(d).is_ok()).collect(),
        });
    }
    let users = engine.users();
    let mut roles: HashSet<RoleId> = HashSet::new();
    let mut tasks = 0;
    for document in matching.unwrap_or_default() {
        match engine.layout.document(document, engine.catalog) {
            Some(Document::Title(role) | Document::Alternate(role, _)) => {
                roles.insert(role);
            }
            Some(Document::Task(role, _)) => {
                tasks += 1;
                roles.insert(role);
            }
            Some(Document::Software(id)) => roles.extend(users.of_software(id)),
            Some(Document::Tool(id)) => roles.extend(users.of_tool(id)),
            Some(Document::Skill(id)) => roles.extend(users.of_element(id)),
            None => {}
        }
    }
    Ok((roles.len(), tasks))
}
