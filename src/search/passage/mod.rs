//! Passage a passage of a longer text, a sentence or an item of a list: the tasks that it is nearest to, the products,
//! tools and skills that it names, and the words with which it speaks for roles.
//!
//! What this needs of the corpus is laid out when the first passage is read; nobody who only searches waits for it.

mod names;
mod profiles;
mod tasks;

use std::ops::Range;

use super::Engine;
use super::query::is_little;
use super::vectors::Meaning;
use crate::catalog::RoleId;
pub use names::Named;
use names::Names;
use profiles::Profiles;
use tasks::Tasks;

/// What reading needs, made once from the corpus.
pub struct Passages {
    tasks: Tasks,
    profiles: Profiles,
    names: Names,
}

/// A passage as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The tasks that it is nearest to, nearest first.
    pub tasks: Vec<NearTask>,
    /// What it names, in its order.
    pub names: Vec<Named>,
    /// Its words that say something, each once, by the number of the stem.
    stems: Vec<u16>,
    /// What it means.
    meaning: Option<Meaning>,
    /// How many words it has, little ones included.
    pub words: usize,
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
    /// What share of the passages' words, by how much each tells, the role's tasks hold.
    pub tasks: f32,
    /// The same for its titles.
    pub titles: f32,
    /// How near the passages are to the nearest of its tasks, on average, 0 to 1.
    pub nearest: f32,
    /// How near the passages' meaning is to that of its tasks, -1 to 1.
    pub meaning: f32,
    /// How near it is to that of its titles, -1 to 1.
    pub meaning_of_titles: f32,
    /// How much the products and tools that are named tell of it.
    pub names: f32,
    /// The natural logarithm of how many work in it, against a usual 30,000.
    pub workforce: f32,
    /// Whether it stands for what no other role is.
    pub is_catch_all: bool,
    /// Whether nobody in it is a civilian.
    pub is_military: bool,
}

/// Where two texts say the same: byte ranges of the one and of the other.
pub type Shared = (Vec<Range<usize>>, Vec<Range<usize>>);

impl Engine {
    fn passages(&self) -> &Passages {
        self.passages.get_or_init(|| {
            let tasks = Tasks::of(self);
            Passages { profiles: Profiles::of(self, &tasks), names: Names::of(self), tasks }
        })
    }

    /// Lays out what reading needs, so that the first passage does not wait for it.
    pub fn get_ready_to_read(&self) {
        self.passages();
    }

    /// Reads a passage.
    pub fn read_passage(&self, text: &str) -> Passage {
        let passages = self.passages();
        let words = self.analyser.borrow_mut().words(text);
        let mut stems: Vec<u16> = words
            .iter()
            .filter(|word| !is_little(&word.folded))
            .filter_map(|word| self.stem_number(&word.stem))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let told = |stem: &str| self.stem_number(stem).map_or(tasks::UNKNOWN, |stem| passages.tasks.tells(stem));
        let weighed = words.iter().map(|word| (word.folded.as_str(), told(&word.stem)));
        let meaning = self.vectors.weighed(weighed);
        let tasks = passages.tasks.near(&stems, meaning.as_ref());
        let names = passages.names.in_words(self, text, &words);
        Passage { tasks, names, stems, meaning, words: words.len() }
    }

    /// What passages say of every role together, each with how much it counts; by role.
    pub fn signs(&self, passages: &[(&Passage, f32)]) -> Vec<Signs> {
        let read = self.passages();
        let mut signs = read.profiles.signs(passages);
        read.tasks.nearest_of_each(passages, &mut signs);
        read.names.tell(self, passages, &mut signs);
        for ((role, _), signs) in self.base.roles_with_ids().zip(&mut signs) {
            let standing = self.standing(role);
            signs.workforce = standing.workforce;
            (signs.is_catch_all, signs.is_military) = (standing.is_catch_all, standing.is_military);
        }
        self.meanings(passages, &mut signs);
        signs
    }

    /// How near the meaning of all passages is to each role.
    fn meanings(&self, passages: &[(&Passage, f32)], signs: &mut [Signs]) {
        let together =
            Meaning::together(passages.iter().filter_map(|(reading, weight)| Some((reading.meaning?, *weight))));
        let Some(together) = together else { return };
        let profiles = &self.passages().profiles;
        for ((role, _), signs) in self.base.roles_with_ids().zip(signs) {
            signs.meaning_of_titles = self.vectors.similarity(&together, role);
            signs.meaning = profiles.meaning(role, &together);
        }
    }

    /// The words that two texts share and that say something, marked in both.
    pub fn shared_words(&self, one: &str, other: &str) -> Shared {
        let passages = self.passages();
        let mut analyser = self.analyser.borrow_mut();
        let (ones, others) = (analyser.words(one), analyser.words(other));
        drop(analyser);
        let says = |stem: &str| self.stem_number(stem).is_some_and(|stem| passages.tasks.tells(stem) >= tasks::SAYS);
        let marks = |words: &[super::analyse::Word], beside: &[super::analyse::Word]| {
            let said = words.iter().filter(|word| !is_little(&word.folded) && says(&word.stem));
            let shared = said.filter(|word| beside.iter().any(|other| other.stem == word.stem));
            shared.map(|word| word.start..word.end).collect()
        };
        (marks(&ones, &others), marks(&others, &ones))
    }
}
