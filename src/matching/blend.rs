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

const WEIGHTS: [f32; FEATURES] = [0.82, 10.88, 18.27, 9.48, 16.84, 12.66, 0.48, -1.36];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Candidate, Coding, Evidence, Found};

    fn title(sureness: f32, confidences: &[(u16, f32)]) -> FoundTitle {
        let matched = Evidence { found: Found::Title, marked: Vec::new() };
        let candidate = |(role, confidence): &(u16, f32)| Candidate {
            role: RoleId(*role),
            score: 0.0,
            confidence: *confidence,
            matched: matched.clone(),
        };
        let coding = Coding { candidates: confidences.iter().map(candidate).collect(), note: None };
        FoundTitle { sentence: 0, range: 0..0, title: String::new(), sureness, is_another: false, coding }
    }

    #[test]
    fn without_a_title_all_roles_are_alike_and_a_sure_one_leaves_others_little() {
        let even = by_title(&[], 4);
        assert!(even.iter().all(|role| (role - even[0]).abs() < 1e-6));
        let sure = by_title(&[title(1.0, &[(2, 0.9)])], 4);
        let doubtful = by_title(&[title(0.5, &[(2, 0.9)])], 4);
        let lead = |of: &[f32]| of[2] - of[0];
        assert!(lead(&sure) > lead(&doubtful) && lead(&doubtful) > 0.0, "{sure:?} {doubtful:?}");
        assert!(sure.iter().all(|role| role.is_finite()));
    }

    #[test]
    fn a_second_title_takes_what_the_first_has_left() {
        let both = by_title(&[title(0.9, &[(1, 0.9)]), title(0.9, &[(3, 0.9)])], 4);
        assert!(both[1] > both[3] && both[3] > both[0], "{both:?}");
    }
}
