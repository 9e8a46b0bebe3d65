//! How probable it is that a candidate's SOC code is the right one.
//!
//! The softmax of the blend's scores says how a candidate stands among the others, not how often such a one is right:
//! a title that nobody lists may be far from all of them. A logistic regression (Platt's method) on that softmax, on how
//! the title is listed and on whether meaning agrees with words makes a probability of it. `scripts/fit_blend.py` fits
//! it on titles with known codes and checks it on those left out.

use super::blend::Known;
use super::listing::Listing;
use super::rank::Scored;
use crate::catalog::{Catalog, SocCode};

/// What a candidate has without any evidence.
const BIAS: f32 = -0.975;
/// How the log odds of the softmax count where no title is listed word for word, and where one is.
const ODDS: [f32; 2] = [0.660, 0.623];
/// That a role lists the title in its very words, and in its very letters.
const LISTED: [f32; 2] = [0.220, 0.269];
/// That it is the nearest by meaning, and how near it is.
const MEANING: [f32; 2] = [-0.256, 1.541];
/// How well a text of it fits, where none is listed word for word.
const FIT: f32 = -0.300;
/// That it says by the same word what somebody is.
const HEAD: f32 = 0.419;
/// Odds beyond these say no more.
const LEAST: f32 = 1e-4;

/// The confidence in each of the first candidates, for candidates that stand best first: of the first as above; the others
/// share what is left as their softmax has it.
pub fn confidences(catalog: &Catalog<'_>, scored: &[Scored], top: usize) -> Vec<f32> {
    let Some(first) = scored.first() else { return Vec::new() };
    let code = |scored: &Scored| catalog.role(scored.role).map(|role| role.code.soc());
    let shares = softmax(scored.iter().map(|scored| scored.score));
    let of_code = |wanted: Option<SocCode>| -> f32 {
        scored.iter().zip(&shares).filter(|(scored, _)| code(scored) == wanted).map(|(_, share)| share).sum()
    };
    let share = of_code(code(first));
    let confidence = calibrated(&first.known, share);
    let rest = (1.0 - share).max(LEAST);
    let top = scored.iter().take(top);
    top.map(|scored| {
        if code(scored) == code(first) {
            return confidence;
        }
        (of_code(code(scored)) / rest * (1.0 - confidence)).min(confidence)
    })
    .collect()
}

fn calibrated(known: &Known, share: f32) -> f32 {
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let share = share.clamp(LEAST, 1.0 - LEAST);
    let odds = (share / (1.0 - share)).ln();
    let is_listed = known.listing >= Listing::Words;
    let sum = BIAS
        + if is_listed { ODDS[1] * odds + LISTED[0] } else { ODDS[0] * odds }
        + LISTED[1] * flag(known.listing == Listing::Letters)
        + MEANING[0] * flag(known.is_nearest && known.listing == Listing::Not)
        + MEANING[1] * known.near
        + FIT * known.best * flag(known.listing == Listing::Not)
        + HEAD * flag(known.has_head);
    1.0 / (1.0 + (-sum).exp())
}

fn softmax(scores: impl Iterator<Item = f32> + Clone) -> Vec<f32> {
    let highest = scores.clone().fold(f32::MIN, f32::max);
    let mut shares: Vec<f32> = scores.map(|score| (score - highest).exp()).collect();
    let all: f32 = shares.iter().sum();
    for share in &mut shares {
        *share /= all;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::RoleId;
    use crate::fixture;
    use crate::search::blend::Known;

    fn scored(role: u16, score: f32, listing: Listing) -> Scored {
        Scored { role: RoleId(role), score, known: Known { listing, has_head: true, near: 0.5, ..Known::default() } }
    }

    #[test]
    fn a_clear_lead_is_more_certain_than_a_narrow_one_and_no_other_is_more_certain_than_the_first() {
        let catalog = fixture::engine().catalog();
        let soc = |role: u16| catalog.role(RoleId(role)).unwrap().code.soc();
        let other = (1..100).find(|role| soc(*role) != soc(0)).unwrap();
        let of = |scores: &[f32]| {
            let scored: Vec<Scored> =
                [0, other].into_iter().zip(scores).map(|(role, score)| scored(role, *score, Listing::Not)).collect();
            confidences(catalog, &scored, 9)
        };
        let (clear, narrow) = (of(&[9.0, 2.0]), of(&[9.0, 8.9]));
        assert!(clear[0] > narrow[0], "{clear:?} {narrow:?}");
        for confidences in [clear, narrow] {
            assert!(confidences.iter().all(|confidence| (0.0..=1.0).contains(confidence)));
            assert!(confidences.windows(2).all(|pair| pair[0] >= pair[1]));
            assert!(confidences.iter().sum::<f32>() <= 1.0 + 1e-5);
        }
        assert!(confidences(catalog, &[], 9).is_empty());
    }
}
