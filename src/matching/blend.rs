//! Which roles a text describes: what its title and its sentences say of each, weighed against one another.

use std::rc::Rc;

use crate::catalog::RoleId;
use crate::search::{Engine, Passage, Signs};

use super::found::NearRole;
use super::text::{Holds, Text};
use super::titles::FoundTitle;

/// How much a sentence counts by what it holds.
const fn weight(holds: Holds) -> f32 {
    match holds {
        Holds::Title | Holds::Duty => 1.0,
        Holds::Skill => 0.6,
        _ => 0.5,
    }
}

pub const FEATURES: usize = 8;

/// What is known of a role.
pub fn features(signs: &Signs, of_title: f32) -> [f32; FEATURES] {
    [
        of_title,
        signs.tasks,
        signs.titles,
        signs.meaning,
        signs.things,
        signs.pairs,
        signs.workforce,
        f32::from(u8::from(signs.is_catch_all)),
    ]
}

const WEIGHTS: [f32; FEATURES] = [0.74, 6.6, 15.7, 15.2, 15.7, 14.7, 0.55, -1.8];

/// The least probability of a role by a title.
const LEAST: f32 = 0.003;

/// What the signs of every role are, and the natural logarithm of its probability by the titles.
pub fn known(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
) -> Vec<[f32; FEATURES]> {
    let weighed: Vec<(&Passage, f32)> =
        read.iter().filter_map(|(at, passage)| Some((&**passage, weight(text.sentences.get(*at)?.holds)))).collect();
    let signs = engine.signs(&weighed);
    let mut of_title = vec![if titles.is_empty() { 0.0 } else { LEAST.ln() }; signs.len()];
    for title in titles.iter().take(1) {
        for candidate in &title.coding.candidates {
            let slot = of_title.get_mut(usize::from(candidate.role.0));
            slot.into_iter().for_each(|slot| *slot = slot.max(candidate.confidence.max(LEAST).ln()));
        }
    }
    signs.iter().zip(of_title).map(|(signs, of_title)| features(signs, of_title)).collect()
}

/// The likeliest roles.
pub fn roles(
    engine: &Engine,
    text: &Text,
    read: &[(usize, Rc<Passage>)],
    titles: &[FoundTitle],
    most: usize,
) -> Vec<NearRole> {
    let score =
        |features: [f32; FEATURES]| features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum::<f32>();
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
