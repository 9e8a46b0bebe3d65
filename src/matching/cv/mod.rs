//! The jobs of a CV: their titles, employers and years, what is told of each, and how much that counts.

mod dates;
mod jobs;

use std::ops::Range;

use super::found::Matched;
use super::text::{Form, Text};
use super::titles::{self, Words};
use crate::catalog::RoleId;
use crate::search::Engine;

pub(super) use jobs::of_words;

/// A job that a CV names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The sentence with its title, or with its years where it has none.
    pub sentence: usize,
    /// The sentences that tell of it, below its title.
    pub told: Range<usize>,
    /// The bytes of its title.
    pub title: Option<Range<usize>>,
    /// The bytes of the line that names the employer.
    pub employer: Option<Range<usize>>,
    /// The year it began.
    pub from: u16,
    /// The year it ended; none where it goes on.
    pub to: Option<u16>,
}

/// The last job of a CV.
#[derive(Clone, Debug, PartialEq)]
pub struct LastTitle {
    /// As the CV has it.
    pub title: String,
    /// The role that it most likely is.
    pub role: RoleId,
    /// How probable that is.
    pub confidence: f32,
}

/// How much what is told of the last job counts, of the one before, and so on.
const BY_PLACE: [f32; 4] = [1.0, 0.5, 0.3, 0.2];
/// How much counts what stands beside the jobs: a summary, skills.
const BESIDE: f32 = 0.7;

/// The jobs held, the last one first; none in another kind of text.
pub fn held(engine: &Engine, text: &Text) -> Vec<Held> {
    if text.form != Form::Cv {
        return Vec::new();
    }
    of_words(&Words::of(engine, titles::top(text)), text)
}

/// How much each sentence of a text counts for the match beside what it holds, 0 to 1: in a CV what is told of the last job
/// most, of older ones less; in other texts all of it.
pub fn weights(engine: &Engine, text: &Text) -> Vec<f32> {
    let held = held(engine, text);
    let mut weights = vec![if held.is_empty() { 1.0 } else { BESIDE }; text.sentences.len()];
    for (place, job) in held.iter().enumerate() {
        let weight = BY_PLACE.get(place.min(BY_PLACE.len() - 1)).copied().unwrap_or_default();
        for at in job.told.clone().chain([job.sentence]) {
            weights.get_mut(at).into_iter().for_each(|slot| *slot = weight);
        }
    }
    weights
}

impl Matched {
    /// The last title held; none where the text is no CV or names none.
    pub fn last_title(&self, text: &Text) -> Option<LastTitle> {
        if text.form != Form::Cv {
            return None;
        }
        let title = self.titles.first()?;
        let first = title.coding.candidates.first()?;
        Some(LastTitle { title: title.title.clone(), role: first.role, confidence: first.confidence })
    }
}

#[cfg(test)]
mod tests;
