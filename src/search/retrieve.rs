//! From words to documents: reads the postings of every word and adds up how much of the query each document says.

use std::io;

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocSet};

use super::Engine;
use super::language::RoleSet;
use super::layout::Kind;
use super::query::{BEGINNING, Query, QueryWord, SAME_STEM};
use crate::catalog::RoleId;

/// The most words that one or two typed letters stand for, and that more letters do: the commonest ones.
const MOST_BEGINNINGS: [usize; 2] = [48, 200];

/// A beginning of more words than this finds no documents of its own beside other words.
const VAGUE: usize = 400;

/// A document that promises less than this share of the best one's is not ranked word by word.
const FAR_BEHIND: f32 = 0.3;

/// What a search writes on; kept between searches so that none has to clear a hundred thousand documents.
#[derive(Debug, Default)]
pub struct Scratch {
    documents: Vec<Sum>,
    touched: Vec<u32>,
}

/// What a document says of the query so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    weight: f32,
    /// The last word of the query that it holds, counted from 1.
    last: u8,
    /// How many words it holds.
    words: u8,
}

/// Which documents are ranked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keep<'a> {
    /// Those of these roles; of all roles where none are given.
    pub roles: Option<&'a RoleSet>,
    /// Those of this kind; of all kinds where none is given.
    pub only: Option<Kind>,
    /// Not these; a flag for each document, or none at all.
    pub without: &'a [bool],
}

impl Keep<'_> {
    fn leaves_out(self, document: u32) -> bool {
        usize::try_from(document).ok().and_then(|at| self.without.get(at)) == Some(&true)
    }

    fn has(self, engine: &Engine, document: u32, (role, kind): (Option<RoleId>, Kind)) -> bool {
        if self.only.is_some_and(|only| only != kind) {
            return false;
        }
        let Some(roles) = self.roles else { return true };
        role.map_or_else(|| engine.users(document).any(|role| roles.has(role)), |role| roles.has(role))
    }
}

/// Documents that match a query.
#[derive(Debug, Default)]
pub struct Retrieved {
    pub best: Vec<u32>,
    /// For each word of the query: how often each role's titles and tasks hold it.
    pub counts: Vec<WordCounts>,
    /// How many roles have a document that holds every word.
    pub roles: usize,
    /// Which roles these are, whatever is kept.
    pub found: Vec<bool>,
    /// How many tasks hold every word.
    pub tasks: usize,
}

/// How often roles hold a word.
#[derive(Debug)]
pub struct WordCounts {
    /// Titles of each role.
    pub titles: Vec<u16>,
    /// Tasks of each role.
    pub tasks: Vec<u16>,
    /// Titles of all roles.
    pub all_titles: u32,
}

/// Looks the query up.
pub fn retrieve(engine: &Engine, query: &Query, limit: usize, keep: Keep<'_>) -> io::Result<Retrieved> {
    let scratch = &mut *engine.scratch.borrow_mut();
    scratch.documents.resize(engine.corpus.documents(), Sum::default());
    let roles = engine.catalog.roles.len();
    let mut counts = Vec::with_capacity(query.words.len());
    for (place, word) in (1_u8..).zip(&query.words) {
        let mut of_word = WordCounts { titles: vec![0; roles], tasks: vec![0; roles], all_titles: 0 };
        each_posting(engine, word, |document, likeness| {
            let Some(sum) = usize::try_from(document).ok().and_then(|at| scratch.documents.get_mut(at)) else { return };
            if sum.last == place {
                return;
            }
            // One letter after other words only orders what those have found.
            if sum.last == 0 {
                if place > 1 && word.beginnings.len() > VAGUE {
                    return;
                }
                scratch.touched.push(document);
            }
            sum.last = place;
            sum.words += 1;
            sum.weight += word.weight * likeness;
            if let (Some(role), kind) = engine.layout.owner(document) {
                let at = usize::from(role.0);
                let list = if kind == Kind::Title {
                    of_word.all_titles += 1;
                    &mut of_word.titles
                } else {
                    &mut of_word.tasks
                };
                list.get_mut(at).into_iter().for_each(|count| *count = count.saturating_add(1));
            }
        })?;
        counts.push(of_word);
    }
    let mut retrieved = Retrieved { counts, ..choose(engine, query, scratch, limit, keep) };
    retrieved.best.sort_unstable();
    for document in scratch.touched.drain(..) {
        if let Some(sum) = usize::try_from(document).ok().and_then(|at| scratch.documents.get_mut(at)) {
            *sum = Sum::default();
        }
    }
    Ok(retrieved)
}

/// The most promising documents: those that say most of the query in the fewest words.
fn choose(engine: &Engine, query: &Query, scratch: &Scratch, limit: usize, keep: Keep<'_>) -> Retrieved {
    let mut role_found = vec![false; engine.catalog.roles.len()];
    let (mut tasks, mut most) = (0, 0.0_f32);
    let mut promising: Vec<(f32, u32)> = Vec::with_capacity(scratch.touched.len());
    for document in &scratch.touched {
        let Some(sum) = usize::try_from(*document).ok().and_then(|at| scratch.documents.get(at)) else { continue };
        if keep.leaves_out(*document) {
            continue;
        }
        let (role, kind) = engine.layout.owner(*document);
        let kept = keep.has(engine, *document, (role, kind));
        if usize::from(sum.words) == query.words.len() {
            tasks += usize::from(kept && kind == Kind::Task);
            match role {
                Some(role) => mark(&mut role_found, role),
                None => engine.users(*document).for_each(|role| mark(&mut role_found, role)),
            }
        }
        if !kept {
            continue;
        }
        let weight = if kind == Kind::Title { 1.0 } else { 0.8 } * sum.weight;
        // Most documents hold a common word alone: what they leave unsaid need not be counted.
        if weight < FAR_BEHIND * most {
            continue;
        }
        let length = u16::try_from(engine.corpus.length(*document)).map_or(250.0, f32::from);
        let unsaid = (length - f32::from(sum.words)).max(0.0);
        let promise = weight / (1.0 + 0.12 * unsaid.min(8.0));
        most = most.max(promise);
        promising.push((promise, *document));
    }
    promising.retain(|(promise, _)| *promise >= FAR_BEHIND * most);
    if promising.len() > limit {
        promising.select_nth_unstable_by(limit, |(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
        promising.truncate(limit);
    }
    let best = promising.into_iter().map(|(_, document)| document).collect();
    let roles = role_found.iter().filter(|found| **found).count();
    Retrieved { best, roles, found: role_found, tasks, counts: Vec::new() }
}

fn mark(found: &mut [bool], role: RoleId) {
    found.get_mut(usize::from(role.0)).into_iter().for_each(|found| *found = true);
}

/// Calls back for each document that holds a word or what it may stand for, the likest first.
fn each_posting(engine: &Engine, word: &QueryWord, mut add: impl FnMut(u32, f32)) -> io::Result<()> {
    let basic = IndexRecordOption::Basic;
    if word.stem.is_some()
        && let Some(info) = engine.stems.terms().get(word.word.stem.as_bytes())?
    {
        read(engine.stems.read_postings_from_terminfo(&info, basic)?, |document| add(document, SAME_STEM));
    }
    if !word.beginnings.is_empty() {
        for info in beginnings(engine, word)? {
            read(engine.words.read_postings_from_terminfo(&info, basic)?, |document| add(document, BEGINNING));
        }
    }
    for (other, likeness) in &word.others {
        if let Some(info) = engine.words.terms().get(engine.corpus.word(usize::from(*other)))? {
            read(engine.words.read_postings_from_terminfo(&info, basic)?, |document| add(document, *likeness));
        }
    }
    Ok(())
}

/// The commonest words that a word is the beginning of.
fn beginnings(engine: &Engine, word: &QueryWord) -> io::Result<Vec<TermInfo>> {
    let numbers = word.beginnings.clone().filter_map(|number| u16::try_from(number).ok());
    let mut words: Vec<(f32, u16)> = numbers.map(|number| (engine.corpus.weight(number), number)).collect();
    let most = MOST_BEGINNINGS[usize::from(word.word.folded.len() > 2)];
    if words.len() > most {
        words.select_nth_unstable_by(most, |(a, x), (b, y)| a.total_cmp(b).then(x.cmp(y)));
        words.truncate(most);
    }
    let mut infos = Vec::with_capacity(words.len());
    for (_, number) in words {
        infos.extend(engine.words.terms().get(engine.corpus.word(usize::from(number)))?);
    }
    Ok(infos)
}

fn read(mut postings: SegmentPostings, mut add: impl FnMut(u32)) {
    let mut buffer = [0_u32; COLLECT_BLOCK_BUFFER_LEN];
    loop {
        let filled = postings.fill_buffer(&mut buffer);
        buffer.iter().take(filled).for_each(|document| add(*document));
        if filled < buffer.len() {
            return;
        }
    }
}
