//! The same queries over the same documents, one after the other in one run: this program's search, tantivy with its
//! default parser, SQLite FTS5, and nucleo's fuzzy matcher. Prints how often each answers, and how long it takes.
#![allow(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

#[path = "../tests/judged/mod.rs"]
mod judged;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use judged::{Figures, Judged};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use rolescope::catalog::{Catalog, RoleId};
use rolescope::search::Engine;
use rusqlite::Connection;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{INDEXED, STORED, Schema, TEXT, Value};
use tantivy::{Index, Searcher, TantivyDocument};

/// How many roles are asked for.
const ROLES: usize = 10;
/// How many documents a peer may name for them: many stand for the same role.
const DOCUMENTS: usize = 200;
/// Of a file of titles so many are asked, evenly spaced: the fuzzy matcher reads every document each time.
const TITLES: usize = 300;
/// A skill is rated for nearly every role: these need it most.
const MOST_BY_SKILL: usize = 40;

/// A text with the roles that it stands for.
struct Document {
    text: String,
    roles: Vec<RoleId>,
}

/// What is searched: titles and tasks, and the software, tools and skills that roles share.
fn documents(catalog: &Catalog<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut software = vec![Vec::new(); catalog.software.len()];
    let mut tools = vec![Vec::new(); catalog.tools.len()];
    let mut skills = vec![Vec::new(); catalog.elements.len()];
    for (id, role) in catalog.roles_with_ids() {
        let titles = std::iter::once(role.title).chain(role.alternates.iter().map(|alternate| alternate.title));
        let texts = titles.chain(role.tasks.iter().map(|task| task.wording));
        documents.extend(texts.map(|text| Document { text: text.to_owned(), roles: vec![id] }));
        role.software.iter().for_each(|used| software[usize::from(used.software.0)].push((!used.in_demand, id)));
        role.tools.iter().for_each(|used| tools[usize::from(used.tool.0)].push(id));
        role.capabilities
            .iter()
            .for_each(|rating| skills[usize::from(rating.element.0)].push((std::cmp::Reverse(rating.importance), id)));
    }
    for (product, mut users) in catalog.software.iter().zip(software) {
        users.sort_unstable();
        let roles = users.into_iter().map(|(_, id)| id).collect();
        documents.push(Document { text: product.name.to_owned(), roles });
    }
    for (tool, roles) in catalog.tools.iter().zip(tools) {
        documents.push(Document { text: tool.name.to_owned(), roles });
    }
    for (skill, mut users) in catalog.elements.iter().zip(skills) {
        users.sort_unstable();
        let roles = users.into_iter().take(MOST_BY_SKILL).map(|(_, id)| id).collect();
        documents.push(Document { text: skill.name.to_owned(), roles });
    }
    documents
}

/// Names documents for a query, best first.
trait Peer {
    fn name(&self) -> &'static str;
    fn search(&mut self, query: &str) -> Vec<usize>;
}

struct Tantivy {
    parser: QueryParser,
    searcher: Searcher,
    number: tantivy::schema::Field,
}

impl Tantivy {
    fn new(documents: &[Document]) -> Self {
        let mut schema = Schema::builder();
        let (text, number) = (schema.add_text_field("text", TEXT), schema.add_u64_field("number", INDEXED | STORED));
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 100_000_000).unwrap();
        for (at, document) in (0_u64..).zip(documents) {
            let mut row = TantivyDocument::default();
            row.add_text(text, &document.text);
            row.add_u64(number, at);
            writer.add_document(row).unwrap();
        }
        writer.commit().unwrap();
        let searcher = index.reader().unwrap().searcher();
        Self { parser: QueryParser::for_index(&index, vec![text]), searcher, number }
    }
}

impl Peer for Tantivy {
    fn name(&self) -> &'static str {
        "tantivy's parser"
    }

    fn search(&mut self, query: &str) -> Vec<usize> {
        let (query, _) = self.parser.parse_query_lenient(query);
        let found = self.searcher.search(&query, &TopDocs::with_limit(DOCUMENTS).order_by_score()).unwrap();
        let number = |address| {
            let row: TantivyDocument = self.searcher.doc(address).unwrap();
            usize::try_from(row.get_first(self.number).and_then(|value| value.as_u64()).unwrap()).unwrap()
        };
        found.into_iter().map(|(_, address)| number(address)).collect()
    }
}

struct Sqlite(Connection);

impl Sqlite {
    fn new(documents: &[Document]) -> Self {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute("CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'porter')", []).unwrap();
        let transaction = connection.transaction().unwrap();
        for (at, document) in (1_i64..).zip(documents) {
            let row = rusqlite::params![at, document.text];
            transaction.execute("INSERT INTO found (rowid, text) VALUES (?1, ?2)", row).unwrap();
        }
        transaction.commit().unwrap();
        Self(connection)
    }
}

impl Peer for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite FTS5"
    }

    fn search(&mut self, query: &str) -> Vec<usize> {
        let words = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let query = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ");
        if query.is_empty() {
            return Vec::new();
        }
        let sql = format!("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rank LIMIT {DOCUMENTS}");
        let mut statement = self.0.prepare_cached(&sql).unwrap();
        let rows = statement.query_map([query], |row| row.get::<_, i64>(0)).unwrap();
        rows.map(|row| usize::try_from(row.unwrap() - 1).unwrap()).collect()
    }
}

struct Nucleo {
    matcher: Matcher,
    texts: Vec<Utf32String>,
}

impl Peer for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo"
    }

    fn search(&mut self, query: &str) -> Vec<usize> {
        let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let texts = self.texts.iter().enumerate();
        let mut found: Vec<(u32, usize)> =
            texts.filter_map(|(at, text)| Some((pattern.score(text.slice(..), &mut self.matcher)?, at))).collect();
        // Among equals the shorter text, as its own picker has it.
        found.sort_unstable_by_key(|(score, at)| (std::cmp::Reverse(*score), self.texts[*at].len(), *at));
        found.into_iter().take(DOCUMENTS).map(|(_, at)| at).collect()
    }
}

/// The roles of documents, in their order, each once.
fn roles(documents: &[Document], found: &[usize]) -> Vec<RoleId> {
    let mut roles = Vec::new();
    for role in found.iter().flat_map(|at| &documents[*at].roles) {
        if roles.len() < ROLES && !roles.contains(role) {
            roles.push(*role);
        }
    }
    roles
}

/// What is asked: our own queries, and where they are at hand titles with codes.
fn asked() -> Vec<Judged> {
    let mut asked = judged::queries();
    if let Some(shared) = judged::shared() {
        for file in ["titles_dev.csv", "census_dev.csv"] {
            let titles = judged::titles(&shared, file);
            let step = titles.len().div_ceil(TITLES);
            asked.extend(titles.into_iter().step_by(step));
        }
    }
    asked
}

type Board = BTreeMap<(String, usize), (Figures, Duration)>;

fn main() {
    let engine: Engine = rolescope::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let documents = documents(catalog);
    let texts = documents.iter().map(|document| Utf32String::from(document.text.as_str())).collect();
    let mut peers: Vec<Box<dyn Peer>> = vec![
        Box::new(Tantivy::new(&documents)),
        Box::new(Sqlite::new(&documents)),
        Box::new(Nucleo { matcher: Matcher::new(Config::DEFAULT), texts }),
    ];
    let mut board = Board::new();
    for judged in asked() {
        let is_title = judged.kind.ends_with("_dev");
        let mut count = |who: usize, roles: Vec<RoleId>, took: Duration| {
            let codes = roles.into_iter().map(|role| catalog.role(role).unwrap().code.to_string());
            let (figures, time) = board.entry((judged.kind.clone(), who)).or_default();
            figures.add(judged.rank(codes));
            *time += took;
        };
        let start = Instant::now();
        let ours: Vec<RoleId> = if is_title {
            engine.code(&judged.query, ROLES).candidates.into_iter().map(|candidate| candidate.role).collect()
        } else {
            engine.search(&judged.query, ROLES).hits.into_iter().map(|hit| hit.role).collect()
        };
        count(0, ours, start.elapsed());
        for (who, peer) in (1..).zip(&mut peers) {
            let start = Instant::now();
            let found = roles(&documents, &peer.search(&judged.query));
            count(who, found, start.elapsed());
        }
    }
    let names: Vec<&str> = std::iter::once("rolescope").chain(peers.iter().map(|peer| peer.name())).collect();
    print(&board, &names, documents.len());
}

/// Quality and time per query of each kind; in parentheses the peer's time as a multiple of ours.
fn print(board: &Board, names: &[&str], documents: usize) {
    println!("{documents} documents; share answered first, share answered within five, mean reciprocal rank");
    for ((kind, who), (figures, time)) in board {
        let per_query = |(figures, time): &(Figures, Duration)| time.as_secs_f64() * 1e6 / f64::from(figures.asked());
        let ours = board.get(&(kind.clone(), 0)).map_or(1.0, per_query);
        let took = per_query(&(*figures, *time));
        println!(
            "{kind:<12} {:<17} {:>4} queries  {:.3} {:.3} {:.3}  {took:>8.0} \u{b5}s ({:.1}x)",
            names[*who],
            figures.asked(),
            figures.first(),
            figures.five(),
            figures.mean_reciprocal(),
            took / ours
        );
    }
}
