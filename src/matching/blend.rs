//! Which roles a text describes: what its title and its sentences say of each, weighed against one another.
//!
//! A conditional logit, fitted by `scripts/fit_matching.py` on `tests/texts/fitting`: the score of a role is a weighted sum of
//! what is known of it, and the softmax of the scores over all roles is how probable each is.

use std::rc::Rc;

use crate::catalog::RoleId;
use crate::search::{Engine, Passage, Signs};

use super::found::NearRole;
use super::text::{Holds, Text};
use super::titles::FoundTitle;

/// How much is known of a role.
pub const FEATURES: usize = 8;
/// Certainty that no title takes away.
const LEAST: f32 = 0.05;

const WEIGHTS: [f32; FEATURES] = [0.8, 11.24, 18.17, 9.47, 16.88, 11.59, 0.48, -1.61];

/// How much a sentence counts by what it holds.
const fn weight(holds: Holds) -> f32 {
    match holds {
        Holds::Title | Holds::Duty => 1.0,
        Holds::Skill => 0.6,
        _ => 0.5,
    }
}

/// What is known of a role.
fn features(signs: &Signs, by_title: f32) -> [f32; FEATURES] {
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

/// What is known of every role.
pub fn known(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
) -> Vec<[f32; FEATURES]> {
    let of_jobs = super::cv::weights(engine, text);
    let weighed: Vec<(&Passage, f32)> = read
        .iter()
        .filter_map(|(at, passage)| {
            let of_job = of_jobs.get(*at).copied().unwrap_or(1.0);
            Some((&**passage, weight(text.sentences.get(*at)?.holds) * of_job))
        })
        .collect();
    let signs = engine.signs(&weighed);
    let by_title = by_title(titles, signs.len());
    signs.iter().zip(by_title).map(|(signs, by_title)| features(signs, by_title)).collect()
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
            if let Some(probability) = probable.get_mut(usize::from(candidate.role.0)) {
                *probability += share * candidate.confidence;
            }
            told = f32::max(told, candidate.confidence);
        }
        left -= share * told;
    }
    let each = left.max(LEAST) / roles.max(1) as f32;
    probable.into_iter().map(|probability| (probability + each).ln()).collect()
}

/// The likeliest roles, the likeliest first.
pub fn roles(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
    most: usize,
) -> Vec<NearRole> {
    let score = |known: [f32; FEATURES]| known.iter().zip(WEIGHTS).map(|(known, weight)| known * weight).sum::<f32>();
    let scores: Vec<f32> = known(engine, text, read, titles).into_iter().map(score).collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    let mut roles: Vec<NearRole> = (0..)
        .map(RoleId)
        .zip(scores)
        .map(|(role, score)| NearRole { role, probability: (score - highest).exp() / all })
        .collect();
    roles.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.role.cmp(&b.role)));
    roles.truncate(most);
    roles
}
