//! Reading a passage of a longer text, a sentence or an item of a list: the products, tools and skills that it names, the
//! words with which it speaks for roles, and how near it is to their tasks.
//!
//! What this needs of the corpus is laid out when the first passage is read; nobody who only searches waits for it.

mod names;
mod profiles;
mod tasks;
mod words;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::Engine;
use super::analyse::Word;
use super::query::is_little;
use super::vectors::Meaning;
use crate::catalog::RoleId;
pub use names::Named;
use names::Names;
use profiles::Profiles;
use tasks::Tasks;

/// How much a word tells that no task holds.
const UNKNOWN: f32 = 6.0;
/// From which on a word says something of its own: fewer than a fifth of the roles have it in their tasks.
const SAYS: f32 = 1.6;

/// What reading needs, made once from the corpus.
pub struct Passages {
    profiles: Profiles,
    names: Names,
    /// The tasks of the roles that passages were held against.
    /// Shared by counting that threads may do, as an engine goes to another thread.
    tasks: RefCell<HashMap<RoleId, Arc<Tasks>>>,
}

/// A passage as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// What it names, in its order.
    pub names: Vec<Named>,
    /// How many words it has, little ones included.
    pub words: usize,
    /// Its words that say something, in their order, by the number of the stem.
    stems: Vec<u16>,
    /// What it means.
    meaning: Option<Meaning>,
}

/// A task that a passage is near to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearTask {
    /// Whose task.
    pub role: RoleId,
    /// Its place in the role's list.
    pub place: u16,
    /// How near, 0 to 1: the mean of what their words share and how alike their meanings are.
    pub likeness: f32,
}

/// What passages together say of a role; each figure is 0 where nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signs {
    /// What share of the passages' words, by how much each tells, the role's tasks and summary hold; above 1 where they hold
    /// them often.
    pub tasks: f32,
    /// The same for its titles.
    pub titles: f32,
    /// The same for the software and tools that it works with, and their kinds.
    pub things: f32,
    /// The same for pairs of words that stand side by side in its titles and tasks.
    pub pairs: f32,
    /// How near the passages' meaning is to that of its titles, -1 to 1.
    pub meaning: f32,
    /// The natural logarithm of how many work in it, against a usual 30,000.
    pub workforce: f32,
    /// Whether it stands for what no other role is.
    pub is_catch_all: bool,
}

/// Where two texts say the same: byte ranges of the one and of the other.
pub type Shared = (Vec<Range<usize>>, Vec<Range<usize>>);

impl Engine {
    fn passages(&self) -> &Passages {
        self.passages.get_or_init(|| {
            let profiles = Profiles::of(self);
            Passages { names: Names::of(self, &profiles), profiles, tasks: RefCell::default() }
        })
    }

    /// Lays out what reading needs, so that the first passage does not wait for it.
    pub fn get_ready_to_read(&self) {
        self.passages();
        self.in_titles("");
    }

    /// How much a stem tells: the natural logarithm of how rare it is among the roles' tasks.
    fn tells(&self, stem: u16) -> f32 {
        self.passages().profiles.tells(stem)
    }

    /// Reads a passage.
    pub fn read_passage(&self, text: &str) -> Passage {
        let words = self.analyser.borrow_mut().words(text);
        let stems: Vec<Option<u16>> = words.iter().map(|word| self.stem_number(&word.stem)).collect();
        let told = stems.iter().map(|stem| stem.map_or(UNKNOWN, |stem| self.tells(stem)));
        let meaning = self.vectors.weighed(words.iter().map(|word| word.folded.as_str()).zip(told));
        let names = self.passages().names.in_words(text, &words, &stems);
        let telling = words.iter().zip(stems).filter(|(word, _)| !is_little(&word.folded));
        Passage { names, words: words.len(), stems: telling.filter_map(|(_, stem)| stem).collect(), meaning }
    }

    /// The words of a text that say something, by the number of the stem; those that the corpus does not know are left out.
    fn telling_stems(&self, text: &str) -> Vec<u16> {
        let words = self.analyser.borrow_mut().words(text);
        words.iter().filter(|word| !is_little(&word.folded)).filter_map(|word| self.stem_number(&word.stem)).collect()
    }

    /// What passages say of every role together, each with how much it counts; by role.
    pub fn signs(&self, passages: &[(&Passage, f32)]) -> Vec<Signs> {
        let mut signs = self.passages().profiles.signs(passages);
        let meanings = passages.iter().filter_map(|(passage, weight)| Some((passage.meaning?, *weight)));
        let together = Meaning::together(meanings);
        for ((role, _), signs) in self.base.roles_with_ids().zip(&mut signs) {
            let standing = self.standing(role);
            signs.workforce = standing.workforce;
            signs.is_catch_all = standing.is_catch_all;
            signs.meaning = together.map_or(0.0, |together| self.vectors.similarity(&together, role));
        }
        signs
    }

    /// The words that two texts share and that say something, marked in both.
    pub fn shared_words(&self, one: &str, other: &str) -> Shared {
        let mut analyser = self.analyser.borrow_mut();
        let (ones, others) = (analyser.words(one), analyser.words(other));
        drop(analyser);
        let says = |stem: &str| self.stem_number(stem).is_some_and(|stem| self.tells(stem) >= SAYS);
        let marks = |words: &[Word], beside: &[Word]| {
            let said = words.iter().filter(|word| !is_little(&word.folded) && says(&word.stem));
            let shared = said.filter(|word| beside.iter().any(|other| other.stem == word.stem));
            shared.map(|word| word.start..word.end).collect()
        };
        (marks(&ones, &others), marks(&others, &ones))
    }
}

#[cfg(test)]
mod tests;
