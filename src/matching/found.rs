//! What a text says: the roles that it describes, and what ties them to it.

use std::ops::Range;
use std::rc::Rc;

use crate::catalog::RoleId;
use crate::search::{Engine, Found, Passage};

use super::blend;
use super::profile::Use;
use super::text::{Holds, Sentence, Shape, Text};
use super::titles::FoundTitle;

/// How many roles are named.
const MOST: usize = 20;
/// From which likeness on a sentence and a task of the role are tied.
pub const TIED: f32 = 0.28;
/// The same for a task of another role, which has to say more by itself.
pub const TIED_ELSEWHERE: f32 = 0.36;

/// What a text says.
#[derive(Clone, Debug, Default)]
pub struct Matched {
    /// The roles that it describes, the likeliest first; none where it says too little of any work.
    pub roles: Vec<NearRole>,
    /// The titles that it names.
    pub titles: Vec<FoundTitle>,
    /// The sentences that count, by their place in the text, as they were read.
    pub(super) read: Vec<(usize, Rc<Passage>)>,
}

/// A role that a text describes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearRole {
    pub role: RoleId,
    /// How probable it is that its SOC code is the right one: see [`super::PROBABILITY`].
    pub probability: f32,
}

/// What ties a sentence to a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The place of the sentence in the text.
    pub sentence: usize,
    /// What of the role.
    pub found: Found,
    /// How alike they are, 0 to 1; 1 for what is named.
    pub likeness: f32,
    /// The letters of the text that tie them: bytes of the whole text.
    pub marked: Vec<Range<usize>>,
    /// The letters of what was found.
    pub marked_there: Vec<Range<usize>>,
}

impl Matched {
    pub(super) fn of(engine: &Engine, text: &Text, read: Vec<(usize, Rc<Passage>)>, titles: Vec<FoundTitle>) -> Self {
        let words: usize = read.iter().map(|(_, passage)| passage.words).sum();
        let roles = if words < super::FEWEST_WORDS && titles.is_empty() {
            Vec::new()
        } else {
            blend::roles(engine, text, &read, &titles, MOST)
        };
        Self { roles, titles, read }
    }

    /// What ties the text to a role, in the order of the text.
    pub fn ties(&self, engine: &Engine, text: &Text, role: RoleId) -> Vec<Tie> {
        let catalog = engine.catalog();
        let Some(known) = catalog.role(role) else { return Vec::new() };
        let mut ties = Vec::new();
        for title in &self.titles {
            let Some(candidate) = title.coding.candidates.iter().find(|candidate| candidate.role == role) else {
                continue;
            };
            let there = candidate.matched.found.text(catalog, known);
            let said = text.letters.get(title.range.clone()).unwrap_or_default();
            let (marked, marked_there) = engine.shared_words(said, there);
            ties.push(Tie {
                sentence: title.sentence,
                found: candidate.matched.found,
                likeness: candidate.confidence,
                marked: moved(marked, title.range.start),
                marked_there,
            });
        }
        for (at, sentence, passage) in self.spoken(text) {
            let near = engine.near_tasks(passage, role).into_iter().next();
            if let Some(near) = near.filter(|near| near.likeness >= TIED) {
                let wording = known.tasks.get(usize::from(near.place)).map_or("", |task| task.wording);
                let (marked, marked_there) = engine.shared_words(text.said(sentence), wording);
                ties.push(Tie {
                    sentence: at,
                    found: Found::Task(near.place),
                    likeness: near.likeness,
                    marked: moved(marked, sentence.range.start),
                    marked_there,
                });
            }
        }
        for (at, passage) in &self.read {
            let start = text.sentences.get(*at).map_or(0, |sentence| sentence.range.start);
            for named in passage.names.iter().filter(|named| Use::of(known, named.found) != Use::No) {
                let there = named.found.text(catalog, known).len();
                ties.push(Tie {
                    sentence: *at,
                    found: named.found,
                    likeness: 1.0,
                    marked: moved(std::iter::once(named.range.clone()).collect(), start),
                    marked_there: std::iter::once(0..there).collect(),
                });
            }
        }
        ties.sort_by_key(|tie| tie.sentence);
        ties
    }

    /// The sentences that count and say something by themselves: all but headings.
    pub(super) fn spoken<'m>(&'m self, text: &'m Text) -> impl Iterator<Item = (usize, &'m Sentence, &'m Passage)> {
        let known = self.read.iter().filter_map(|(at, passage)| Some((*at, text.sentences.get(*at)?, &**passage)));
        known.filter(|(_, sentence, _)| sentence.shape != Shape::Heading)
    }

    /// Those that are duties: told for some, or taken in by the user.
    pub(super) fn duties<'m>(&'m self, text: &'m Text) -> impl Iterator<Item = (usize, &'m Passage)> {
        let is_duty = |holds: Holds, by_user: bool| holds == Holds::Duty || (by_user && holds != Holds::Title);
        let duties = self.spoken(text).filter(move |(_, sentence, _)| is_duty(sentence.holds, sentence.by_user));
        duties.map(|(at, _, passage)| (at, passage))
    }
}

fn moved(ranges: Vec<Range<usize>>, by: usize) -> Vec<Range<usize>> {
    ranges.into_iter().map(|range| range.start + by..range.end + by).collect()
}
