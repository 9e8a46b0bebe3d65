//! Which roles a text describes: what its title and its sentences say of each, weighed against one another.
//!
//! Two conditional logits, fitted by `scripts/fit_matching.py`: one over all roles, by words and meaning; one over its
//! shortlist, with how near the sentences are to single tasks. The softmax of the second is how probable each role is.

use std::rc::Rc;

use crate::catalog::RoleId;
use crate::search::{Engine, Passage, Signs};

use super::found::NearRole;
use super::text::{Holds, Text};
use super::titles::FoundTitle;

/// How many features there are of every role, and of one of the shortlist.
const OF_ALL: usize = 8;
/// The same for one of the shortlist.
pub const FEATURES: usize = OF_ALL + 2;
/// How many roles come to the shortlist.
const SHORTLIST: usize = 40;
/// Of so many sentences at most it is asked how near they are to tasks.
const SENTENCES: usize = 48;
/// A likeness that any two sentences of work may have.
const ANY_LIKENESS: f32 = 0.35;
/// Certainty that no title takes away.
const LEAST: f32 = 0.05;

const WEIGHTS: [f32; OF_ALL] = [0.82, 13.06, 17.92, 9.3, 19.34, 6.55, 0.5, -2.46];
const WEIGHTS_OF_SHORTLIST: [f32; FEATURES] = [0.82, 13.06, 17.92, 9.3, 19.34, 6.55, 0.5, -2.46, 0.0, 0.0];

/// How much a sentence counts by what it holds.
const fn weight(holds: Holds) -> f32 {
    match holds {
        Holds::Title | Holds::Duty => 1.0,
        Holds::Skill => 0.6,
        _ => 0.5,
    }
}

/// What is known of every role.
fn features(signs: &Signs, by_title: f32) -> [f32; OF_ALL] {
    [
        by_title,
        signs.tasks,
        signs.titles,
        signs.meaning,
        signs.things,
        signs.pairs,
        signs.workforce,
        f32::from(u8::from(signs.is_catch_all)),
    ]
}

/// What is known of the roles that come to the shortlist, the likeliest without their single tasks first.
pub fn shortlist(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
) -> Vec<(RoleId, [f32; FEATURES])> {
    let weighed: Vec<(&Passage, f32)> =
        read.iter().filter_map(|(at, passage)| Some((&**passage, weight(text.sentences.get(*at)?.holds)))).collect();
    let signs = engine.signs(&weighed);
    let by_title = by_title(titles, signs.len());
    let known = signs.iter().zip(by_title).map(|(signs, by_title)| features(signs, by_title));
    let mut known: Vec<(RoleId, f32, [f32; OF_ALL])> =
        (0..).map(RoleId).zip(known).map(|(role, known)| (role, score(&known, &WEIGHTS), known)).collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    known.truncate(SHORTLIST);
    let duties: Vec<&Passage> = read
        .iter()
        .filter(|(at, _)| text.sentences.get(*at).is_some_and(|sentence| sentence.holds == Holds::Duty))
        .map(|(_, passage)| &**passage)
        .collect();
    let every = duties.len().div_ceil(SENTENCES).max(1);
    let looked_at: Vec<&Passage> = duties.into_iter().step_by(every).collect();
    known.into_iter().map(|(role, _, known)| (role, with_tasks(engine, &looked_at, role, known))).collect()
}

/// The same with how near the sentences are to the nearest of a role's tasks: on average, and beyond any likeness.
fn with_tasks(engine: &Engine, passages: &[&Passage], role: RoleId, known: [f32; OF_ALL]) -> [f32; FEATURES] {
    let nearest = |passage: &&Passage| engine.near_tasks(passage, role).first().map_or(0.0, |near| near.likeness);
    let (mut near, mut beyond) = (0.0, 0.0);
    for likeness in passages.iter().map(nearest) {
        near += likeness;
        beyond += (likeness - ANY_LIKENESS).max(0.0);
    }
    let count = u16::try_from(passages.len().max(1)).map_or(1.0, f32::from);
    let mut all = [near / count; FEATURES];
    all.iter_mut().zip(known).for_each(|(slot, known)| *slot = known);
    all.last_mut().into_iter().for_each(|slot| *slot = beyond / count);
    all
}

fn score(features: &[f32], weights: &[f32]) -> f32 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}

/// The natural logarithm of each role's probability by the titles alone: each title is the job's as far as it is sure, and
/// what is left of certainty goes to all roles alike.
#[allow(clippy::cast_precision_loss, reason = "a thousand roles")]
fn by_title(titles: &[FoundTitle], roles: usize) -> Vec<f32> {
    let mut probable = vec![0.0; roles];
    let mut left = 1.0;
    for title in titles {
        let share = left * title.sureness;
        let mut told = 0.0;
        for candidate in &title.coding.candidates {
            let slot = probable.get_mut(usize::from(candidate.role.0));
            slot.into_iter().for_each(|slot| *slot += share * candidate.confidence);
            told = f32::max(told, candidate.confidence);
        }
        left -= share * told;
    }
    let each = left.max(LEAST) / roles.max(1) as f32;
    probable.into_iter().map(|probability| (probability + each).ln()).collect()
}

/// The likeliest roles.
pub fn roles(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
    most: usize,
) -> Vec<NearRole> {
    let scores: Vec<(RoleId, f32)> = shortlist(engine, text, read, titles)
        .into_iter()
        .map(|(role, known)| (role, score(&known, &WEIGHTS_OF_SHORTLIST)))
        .collect();
    let highest = scores.iter().map(|(_, score)| *score).fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|(_, score)| (score - highest).exp()).sum();
    let mut roles: Vec<NearRole> =
        scores.into_iter().map(|(role, score)| NearRole { role, probability: (score - highest).exp() / all }).collect();
    roles.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.role.cmp(&b.role)));
    roles.truncate(most);
    roles
}
