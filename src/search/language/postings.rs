//! Which documents hold the words of a text term, read from the index.

use std::io;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use super::super::Engine;
use super::super::analyse::Word;

/// What the documents are to hold.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'t> {
    pub text: &'t str,
    /// Its words must stand next to each other.
    pub phrase: bool,
    /// Its last word may be the beginning of one.
    pub open: bool,
}

/// The documents that hold every word, in the order of their numbers; none where too little is typed to tell.
pub fn documents(engine: &Engine, asked: Asked<'_>) -> Option<Vec<u32>> {
    let mut words = engine.analyser.borrow_mut().words(asked.text);
    let begun = if asked.open { words.pop() } else { None };
    // One letter begins a tenth of all words.
    let begun = begun.filter(|word| word.folded.len() > 1);
    if words.is_empty() && begun.is_none() {
        return None;
    }
    // Reading from memory does not fail on an index that was opened.
    Some(read(engine, &words, begun.as_ref(), asked.phrase).unwrap_or_default())
}

fn read(engine: &Engine, words: &[Word], begun: Option<&Word>, phrase: bool) -> io::Result<Vec<u32>> {
    let begun = match begun {
        Some(word) => Some(beginning(engine, word)?),
        None => None,
    };
    let Some(mut found) = whole(engine, words, phrase && words.len() > 1)? else {
        let all = begun.unwrap_or_default();
        return Ok((0..).zip(all).filter(|(_, holds)| *holds).map(|(document, _)| document).collect());
    };
    if let Some(holds) = begun {
        let holds = |document: &u32| usize::try_from(*document).ok().and_then(|at| holds.get(at)) == Some(&true);
        found.retain(holds);
    }
    Ok(found)
}

/// The documents that hold whole words, whatever their endings; none where no word is asked for.
fn whole(engine: &Engine, words: &[Word], phrase: bool) -> io::Result<Option<Vec<u32>>> {
    let record = if phrase { IndexRecordOption::WithFreqsAndPositions } else { IndexRecordOption::Basic };
    let mut lists: Vec<SegmentPostings> = Vec::with_capacity(words.len());
    for word in words {
        match engine.stems.terms().get(word.stem.as_bytes())? {
            Some(info) => lists.push(engine.stems.read_postings_from_terminfo(&info, record)?),
            None => return Ok(Some(Vec::new())),
        }
    }
    // The rarest word leads.
    let Some(leader) = (0..lists.len()).min_by_key(|at| lists.get(*at).map_or(u32::MAX, DocSet::size_hint)) else {
        return Ok(None);
    };
    let mut found = Vec::new();
    let mut document = lists.get(leader).map_or(TERMINATED, DocSet::doc);
    while document != TERMINATED {
        // The first list that does not have the document says which one may be next.
        let next = lists.iter_mut().map(|list| seek(list, document)).find(|at| *at != document);
        match next {
            Some(TERMINATED) => break,
            Some(next) => document = lists.get_mut(leader).map_or(TERMINATED, |list| seek(list, next)),
            None => {
                if !phrase || side_by_side(&mut lists) {
                    found.push(document);
                }
                document = lists.get_mut(leader).map_or(TERMINATED, DocSet::advance);
            }
        }
    }
    Ok(Some(found))
}

fn seek(list: &mut SegmentPostings, document: u32) -> u32 {
    if list.doc() < document { list.seek(document) } else { list.doc() }
}

/// Whether the words stand next to each other in the document that all lists are at.
fn side_by_side(lists: &mut [SegmentPostings]) -> bool {
    let mut starts: Vec<u32> = Vec::new();
    let mut places = Vec::new();
    for (offset, list) in (0_u32..).zip(lists) {
        list.positions(&mut places);
        if offset == 0 {
            starts.clone_from(&places);
        } else {
            starts.retain(|start| places.binary_search(&(start + offset)).is_ok());
        }
    }
    !starts.is_empty()
}

/// For each document whether it holds a word that begins with some letters, or one of the same stem.
fn beginning(engine: &Engine, word: &Word) -> io::Result<Vec<bool>> {
    let mut holds = vec![false; usize::try_from(engine.layout.len()).unwrap_or(0)];
    let mut mark = |mut list: SegmentPostings| {
        let mut document = list.doc();
        while document != TERMINATED {
            usize::try_from(document).ok().and_then(|at| holds.get_mut(at)).into_iter().for_each(|holds| *holds = true);
            document = list.advance();
        }
    };
    if let Some(info) = engine.stems.terms().get(word.stem.as_bytes())? {
        mark(engine.stems.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?);
    }
    let letters = word.folded.as_bytes();
    let mut terms = engine.words.terms().range().ge(letters).into_stream()?;
    while terms.advance() && terms.key().starts_with(letters) {
        mark(engine.words.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?);
    }
    Ok(holds)
}
