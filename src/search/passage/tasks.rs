//! All tasks, laid out to find those that a passage is near to: by the words that they share, and by meaning.

use super::super::Engine;
use super::super::corpus::BREAK;
use super::super::vectors::{Meaning, Row};
use super::{NearTask, Passage, Signs};
use crate::catalog::RoleId;

/// How much a word tells that no task holds.
pub const UNKNOWN: f32 = 6.0;
/// From which on a word says something of its own.
pub const SAYS: f32 = 2.2;
/// How many tasks a passage is near to.
const NEAR: usize = 160;
/// How much of the likeness lies in the meaning, the rest in shared words.
const MEANING: f32 = 0.5;

/// The tasks of all roles, numbered in their order.
pub struct Tasks {
    owners: Vec<(RoleId, u16)>,
    /// Where the tasks of each stem begin in `holding`; one more for the end.
    starts: Vec<u32>,
    holding: Vec<u16>,
    /// How much each stem tells: the natural logarithm of how rare it is among tasks.
    tells: Vec<f32>,
    /// The length of each task as a vector of what its words tell.
    lengths: Vec<f32>,
    meanings: Vec<Row>,
}

impl Tasks {
    pub fn of(engine: &Engine) -> Self {
        let corpus = &engine.corpus;
        let mut owners = Vec::new();
        let mut words_of = Vec::new();
        for (role, known) in engine.base.roles_with_ids() {
            for (document, place) in engine.layout.tasks(role).zip(0..).take(known.tasks.len()) {
                owners.push((role, place));
                words_of.push(corpus.document(document).filter(|word| *word != BREAK).collect::<Vec<u16>>());
            }
        }
        let stems_of: Vec<Vec<u16>> = words_of
            .iter()
            .map(|words| {
                let said = words.iter().filter(|word| !engine.little.contains(**word));
                let mut stems: Vec<u16> = said.filter_map(|word| corpus.stem(*word)).collect();
                stems.sort_unstable();
                stems.dedup();
                stems
            })
            .collect();
        let stems = stems_of.iter().filter_map(|stems| stems.last()).max().map_or(0, |last| usize::from(*last) + 1);
        let (starts, holding) = turned_round(stems, &stems_of);
        let all = owners.len();
        let tells: Vec<f32> = starts.windows(2).map(|ends| tells(all, held(ends))).collect();
        let told = |stem: u16| tells.get(usize::from(stem)).copied().unwrap_or(UNKNOWN);
        let lengths =
            stems_of.iter().map(|stems| stems.iter().map(|stem| told(*stem).powi(2)).sum::<f32>().sqrt()).collect();
        let mut meant = engine.vectors.remembering(|word| corpus.word(usize::from(word)));
        let meanings = words_of
            .iter()
            .map(|words| meant.row(words.iter().map(|word| (*word, corpus.stem(*word).map_or(UNKNOWN, told)))))
            .collect();
        Self { owners, starts, holding, tells, lengths, meanings }
    }

    /// How much a stem tells.
    pub fn tells(&self, stem: u16) -> f32 {
        self.tells.get(usize::from(stem)).copied().unwrap_or(UNKNOWN)
    }

    /// The meanings of the tasks with the roles that they belong to.
    pub fn meanings(&self) -> impl Iterator<Item = (RoleId, &Row)> {
        self.owners.iter().map(|(role, _)| *role).zip(&self.meanings)
    }

    fn holding(&self, stem: u16) -> &[u16] {
        let at = usize::from(stem);
        let end = |at: usize| self.starts.get(at).and_then(|start| usize::try_from(*start).ok());
        end(at).zip(end(at + 1)).and_then(|(start, end)| self.holding.get(start..end)).unwrap_or_default()
    }

    /// The tasks that are nearest to words and their meaning.
    pub fn near(&self, stems: &[u16], meaning: Option<&Meaning>) -> Vec<NearTask> {
        if stems.is_empty() {
            return Vec::new();
        }
        let mut shared = vec![0.0_f32; self.owners.len()];
        for stem in stems {
            let told = self.tells(*stem).powi(2);
            for task in self.holding(*stem) {
                shared.get_mut(usize::from(*task)).into_iter().for_each(|shared| *shared += told);
            }
        }
        let length = stems.iter().map(|stem| self.tells(*stem).powi(2)).sum::<f32>().sqrt();
        let mut near: Vec<(u16, f32)> = Vec::with_capacity(shared.len());
        for (task, ((shared, own), row)) in (0..).zip(shared.into_iter().zip(&self.lengths).zip(&self.meanings)) {
            let of_words = if shared > 0.0 { shared / (length * own) } else { 0.0 };
            let of_meaning = meaning.map_or(0.0, |meaning| meaning.product(row).max(0.0));
            near.push((task, (1.0 - MEANING) * of_words + MEANING * of_meaning));
        }
        let nearest_first = |a: &(u16, f32), b: &(u16, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if near.len() > NEAR {
            near.select_nth_unstable_by(NEAR, nearest_first);
            near.truncate(NEAR);
        }
        near.sort_unstable_by(nearest_first);
        let task = |(task, likeness): (u16, f32)| {
            let (role, place) = *self.owners.get(usize::from(task))?;
            Some(NearTask { role, place, likeness })
        };
        near.into_iter().filter_map(task).collect()
    }

    /// How near passages are to the nearest task of each role, on average.
    pub fn nearest_of_each(&self, passages: &[(&Passage, f32)], signs: &mut [Signs]) {
        let all: f32 = passages.iter().filter(|(reading, _)| !reading.tasks.is_empty()).map(|(_, weight)| weight).sum();
        if all <= 0.0 {
            return;
        }
        let mut best = vec![0.0_f32; signs.len()];
        for (reading, weight) in passages {
            // What is not among the nearest is as near as the last of them at most.
            let least = reading.tasks.last().map_or(0.0, |last| last.likeness);
            for near in &reading.tasks {
                if let Some(best) = best.get_mut(usize::from(near.role.0)) {
                    *best = best.max(near.likeness - least);
                }
            }
            for (best, signs) in best.iter_mut().zip(&mut *signs) {
                signs.nearest += weight * *best / all;
                *best = 0.0;
            }
        }
    }
}

/// For each stem the lists that hold it: where they begin, and all of them.
pub fn turned_round(stems: usize, lists: &[Vec<u16>]) -> (Vec<u32>, Vec<u16>) {
    let mut starts = vec![0_u32; stems + 1];
    for stem in lists.iter().flatten() {
        starts.get_mut(usize::from(*stem) + 1).into_iter().for_each(|start| *start += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut holding = vec![0_u16; usize::try_from(sum).unwrap_or(0)];
    for (list, stems) in (0..).zip(lists) {
        for stem in stems {
            let Some(at) = next.get_mut(usize::from(*stem)) else { continue };
            holding.get_mut(usize::try_from(*at).unwrap_or(usize::MAX)).into_iter().for_each(|slot| *slot = list);
            *at += 1;
        }
    }
    (starts, holding)
}

/// How many lists lie between two ends.
pub fn held(ends: &[u32]) -> u32 {
    if let [start, end] = ends { end - start } else { 0 }
}

/// The natural logarithm of how rare something is that so many of all have.
#[allow(clippy::cast_precision_loss, reason = "counts of some thousand")]
pub fn tells(all: usize, held: u32) -> f32 {
    if held == 0 { UNKNOWN } else { (1.0 + (all as f32 - held as f32 + 0.5).max(0.0) / (held as f32 + 0.5)).ln() }
}
