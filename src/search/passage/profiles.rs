//! What each role is known by as a whole: the words of its tasks and summary, those of its titles, and what its tasks
//! mean together.

use super::super::Engine;
use super::super::corpus::BREAK;
use super::super::vectors::{Meaning, Row};
use super::tasks::{Tasks, held, tells};
use super::{Passage, Signs};
use crate::catalog::RoleId;

/// How soon a word counts no more the oftener it stands in a role's texts (BM25's k1), and how much the length of the texts
/// is allowed for (its b).
const SOON: f32 = 1.4;
const LENGTH: f32 = 0.6;

/// The profiles of all roles.
pub struct Profiles {
    tasks: Words,
    titles: Words,
    meanings: Vec<Row>,
}

/// The words of one kind of a role's texts.
struct Words {
    starts: Vec<u32>,
    /// The roles of each stem.
    roles: Vec<u16>,
    /// How much the stem counts for each of them.
    counts: Vec<f32>,
    /// How much each stem tells.
    tells: Vec<f32>,
}

impl Words {
    /// Of texts, by role: the stems of each, repeated as often as they stand there.
    #[allow(clippy::cast_precision_loss, reason = "a role has some thousand words")]
    fn of(stems: usize, mut texts: Vec<Vec<u16>>) -> Self {
        let words: usize = texts.iter().map(Vec::len).sum();
        let usual = (words as f32 / texts.len().max(1) as f32).max(1.0);
        let mut counted = Vec::with_capacity(texts.len());
        for text in &mut texts {
            let long = SOON * (1.0 - LENGTH + LENGTH * text.len() as f32 / usual);
            text.sort_unstable();
            let counts: Vec<f32> = text
                .chunk_by(|a, b| a == b)
                .map(|same| same.len() as f32 * (SOON + 1.0) / (same.len() as f32 + long))
                .collect();
            text.dedup();
            counted.push(counts);
        }
        let roles_of = texts.len();
        let (starts, roles) = super::tasks::turned_round(stems, &texts);
        let tells = starts.windows(2).map(|ends| tells(roles_of, held(ends))).collect();
        let mut next = starts.clone();
        let mut counts = vec![0.0; roles.len()];
        for (stem, count) in texts.iter().flatten().zip(counted.into_iter().flatten()) {
            let Some(at) = next.get_mut(usize::from(*stem)) else { continue };
            counts.get_mut(usize::try_from(*at).unwrap_or(usize::MAX)).into_iter().for_each(|slot| *slot = count);
            *at += 1;
        }
        Self { starts, roles, counts, tells }
    }

    /// What share of words, each with how often it is said, each role's texts hold, by how much the words tell.
    fn held(&self, said: &[(u16, f32)], roles: usize) -> Vec<f32> {
        let mut held = vec![0.0_f32; roles];
        let mut all = 0.0;
        for (stem, said) in said {
            let at = usize::from(*stem);
            let told = said * self.tells.get(at).copied().unwrap_or(0.0);
            all += told;
            let end = |at: usize| self.starts.get(at).and_then(|start| usize::try_from(*start).ok());
            let Some((start, end)) = end(at).zip(end(at + 1)) else { continue };
            let roles = self.roles.get(start..end).unwrap_or_default();
            for (role, count) in roles.iter().zip(self.counts.get(start..end).unwrap_or_default()) {
                held.get_mut(usize::from(*role)).into_iter().for_each(|held| *held += told * count);
            }
        }
        if all > 0.0 {
            held.iter_mut().for_each(|held| *held /= all);
        }
        held
    }
}

impl Profiles {
    pub fn of(engine: &Engine, tasks: &Tasks) -> Self {
        let corpus = &engine.corpus;
        let stems_of = |documents: &mut dyn Iterator<Item = u32>| {
            let words = documents.flat_map(|document| corpus.document(document));
            let said = words.filter(|word| *word != BREAK && !engine.little.contains(*word));
            said.filter_map(|word| corpus.stem(word)).collect::<Vec<u16>>()
        };
        let (mut of_tasks, mut of_titles) = (Vec::new(), Vec::new());
        let mut analyser = engine.analyser.borrow_mut();
        for (id, role) in engine.base.roles_with_ids() {
            let mut stems = stems_of(&mut engine.layout.tasks(id).take(role.tasks.len()));
            let summary = analyser.words(role.summary);
            stems.extend(
                summary
                    .iter()
                    .filter(|word| !super::is_little(&word.folded))
                    .filter_map(|word| engine.stem_number(&word.stem)),
            );
            of_tasks.push(stems);
            let first = engine.layout.title(id);
            of_titles.push(stems_of(&mut (first..first + engine.layout.titles(id))));
        }
        let last = of_tasks.iter().chain(&of_titles).flatten().max();
        let stems = last.map_or(0, |last| usize::from(*last) + 1);
        let mut sums = vec![Vec::new(); of_tasks.len()];
        for (role, row) in tasks.meanings() {
            sums.get_mut(usize::from(role.0)).into_iter().for_each(|rows: &mut Vec<&Row>| rows.push(row));
        }
        let meanings = sums.iter().map(|rows| Row::middle(rows)).collect();
        Self { tasks: Words::of(stems, of_tasks), titles: Words::of(stems, of_titles), meanings }
    }

    /// How near a text is to what a role's tasks mean together.
    pub fn meaning(&self, role: RoleId, text: &Meaning) -> f32 {
        self.meanings.get(usize::from(role.0)).map_or(0.0, |row| text.product(row))
    }

    /// What the words of passages say of each role.
    pub fn signs(&self, passages: &[(&Passage, f32)]) -> Vec<Signs> {
        let mut said: Vec<(u16, f32)> =
            passages.iter().flat_map(|(reading, weight)| reading.stems.iter().map(|stem| (*stem, *weight))).collect();
        said.sort_unstable_by_key(|(stem, _)| *stem);
        let said: Vec<(u16, f32)> = said
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter_map(|same| Some((same.first()?.0, (1.0 + same.iter().map(|(_, weight)| weight).sum::<f32>()).ln())))
            .collect();
        let roles = self.meanings.len();
        let (tasks, titles) = (self.tasks.held(&said, roles), self.titles.held(&said, roles));
        tasks.into_iter().zip(titles).map(|(tasks, titles)| Signs { tasks, titles, ..Signs::default() }).collect()
    }
}
