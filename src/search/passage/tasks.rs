//! How near a passage is to single tasks of a role: by the words that they share, and by meaning.

use std::sync::Arc;

use super::super::Engine;
use super::super::corpus::BREAK;
use super::super::vectors::Row;
use super::{NearTask, Passage};
use crate::catalog::RoleId;

/// How much of the likeness lies in the meaning, the rest in shared words.
const MEANING: f32 = 0.5;

/// The tasks of a role, laid out to be held against passages.
pub struct Tasks(Vec<Task>);

struct Task {
    /// Its words that say something, each once, in the order of their numbers.
    stems: Vec<u16>,
    /// Its length as a vector of what its words tell.
    length: f32,
    meaning: Row,
}

impl Tasks {
    pub fn of(engine: &Engine, role: RoleId) -> Self {
        let own = engine.base.role(role).map_or(0, |role| role.tasks.len());
        let task = |document| {
            let words: Vec<u16> = engine.corpus.document(document).filter(|word| *word != BREAK).collect();
            let said = words.iter().filter(|word| !engine.little.contains(**word));
            let mut stems: Vec<u16> = said.filter_map(|word| engine.corpus.stem(*word)).collect();
            stems.sort_unstable();
            stems.dedup();
            let letters = words.iter().filter_map(|word| {
                let letters = std::str::from_utf8(engine.corpus.word(usize::from(*word))).ok()?;
                Some((letters, engine.corpus.stem(*word).map_or(super::UNKNOWN, |stem| engine.tells(stem))))
            });
            Task { length: length(engine, &stems), meaning: engine.vectors.weighed_row(letters), stems }
        };
        Self(engine.layout.tasks(role).take(own).map(task).collect())
    }

    /// How near a passage is to each of them, by their places, nearest first.
    pub fn near(&self, engine: &Engine, role: RoleId, passage: &Passage) -> Vec<NearTask> {
        let mut stems = passage.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        let own = length(engine, &stems);
        let likeness = |task: &Task| {
            let shared = stems.iter().filter(|stem| task.stems.binary_search(stem).is_ok());
            let shared: f32 = shared.map(|stem| engine.tells(*stem).powi(2)).sum();
            let of_words = if shared > 0.0 { shared / (own * task.length) } else { 0.0 };
            let of_meaning = passage.meaning.map_or(0.0, |meaning| meaning.product(&task.meaning).max(0.0));
            (1.0 - MEANING) * of_words + MEANING * of_meaning
        };
        let mut near: Vec<NearTask> =
            self.0.iter().zip(0..).map(|(task, place)| NearTask { role, place, likeness: likeness(task) }).collect();
        near.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.place.cmp(&b.place)));
        near
    }
}

/// The length of words as a vector of what they tell.
fn length(engine: &Engine, stems: &[u16]) -> f32 {
    stems.iter().map(|stem| engine.tells(*stem).powi(2)).sum::<f32>().sqrt()
}

impl Engine {
    /// The tasks of a role, the nearest to a passage first; none for a role without tasks.
    pub fn near_tasks(&self, passage: &Passage, role: RoleId) -> Vec<NearTask> {
        let known = self.passages().tasks.borrow().get(&role).map(Arc::clone);
        let tasks = known.unwrap_or_else(|| {
            let tasks = Arc::new(Tasks::of(self, role));
            self.passages().tasks.borrow_mut().insert(role, Arc::clone(&tasks));
            tasks
        });
        tasks.near(self, role, passage)
    }
}
