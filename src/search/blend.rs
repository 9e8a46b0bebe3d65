//! The last word on the order of roles: what words, letters, meaning, lists of titles and the number of people say of
//! each, weighed against one another.
//!
//! A conditional logit: the score of a role is a weighted sum of its features, and the softmax of the scores over all
//! candidates is how probable each is. `scripts/fit_blend.py` fits the weights on titles with known codes.

use super::fit::{Extent, Fit};
use super::listing::Listing;

/// How many features there are.
pub const FEATURES: usize = 35;

/// What is known of a role before a word is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// The natural logarithm of how many work in it, self-employed included, against a usual 30,000.
    pub workforce: f32,
    /// It stands for what no other role is.
    pub is_catch_all: bool,
    /// It is one of several roles into which O*NET divides a SOC code, and not the first of them.
    pub is_detailed: bool,
    /// Nobody in it is a civilian.
    pub is_military: bool,
    /// The natural logarithm of how many titles it has.
    pub titles: f32,
}

/// What is known of a role as an answer to a query.
#[allow(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    pub lexical: f32,
    pub best: f32,
    pub pointing: f32,
    pub likely: f32,
    pub has_head: bool,
    /// It lists the head's part.
    pub lists_part: bool,
    pub listing: Listing,
    pub listings: u16,
    pub origin: u8,
    pub sources: u16,
    pub words: usize,
    /// How near the query is to the role's titles by meaning, -1 to 1.
    pub near: f32,
    pub is_nearest: bool,
    /// How well its own title fits.
    pub title: Fit,
    /// Of the roles that list the query, it is the only one that O*NET's source 04 names.
    pub is_only_of_source_04: bool,
}

/// The features of a role: what is known of it, in itself and where it lists the query word for word.
pub fn features(known: &Known, standing: &Standing) -> [f32; FEATURES] {
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let listed = flag(known.listing >= Listing::Whole);
    let else_found = 1.0 - listed;
    let workforce = standing.workforce;
    let source = |code: u32| flag(known.sources >> code & 1 == 1) * listed;
    let sources = u8::try_from(known.sources.count_ones()).map_or(0.0, f32::from) * listed;
    let words = u16::try_from(known.words.max(1)).map_or(100.0, f32::from);
    let rivals = f32::from(known.listings.max(1)).ln() * listed;
    [
        known.lexical,
        known.best * else_found,
        known.pointing,
        known.likely / 10.0 * else_found,
        known.likely / 10.0 * listed,
        known.near * else_found,
        known.near * listed,
        flag(known.is_nearest) * else_found,
        flag(known.has_head),
        workforce * else_found,
        workforce * else_found / words,
        workforce * listed,
        workforce * rivals,
        flag(standing.is_catch_all),
        flag(standing.is_catch_all) * listed,
        flag(standing.is_military),
        flag(standing.is_military) * listed,
        flag(standing.is_detailed),
        flag(standing.is_detailed) * listed,
        flag(known.listing >= Listing::Words),
        flag(known.listing >= Listing::Letters),
        source(4),
        source(2),
        sources,
        flag(known.origin == 1) * listed,
        flag(known.origin == 2) * listed,
        flag(known.origin == 3) * listed,
        standing.titles * listed,
        flag(known.is_only_of_source_04),
        known.title.score * listed,
        flag(known.title.extent >= Extent::Whole) * listed,
        known.title.score * else_found,
        flag(known.title.has_head) * listed,
        flag(known.lists_part) * else_found,
        flag(known.lists_part) * else_found * workforce,
    ]
}

/// How each feature counts, in their order.
const WEIGHTS: [f32; FEATURES] = [
    2.148, 0.944, 2.209, 1.421, 1.457, 5.378, 5.328, 0.487, -0.510, 0.176, 0.374, 0.455, 0.214, -0.083, 0.414, 1.371,
    2.494, -0.545, -0.770, -0.491, 0.475, 0.285, 0.372, 0.398, 0.441, 0.383, 2.296, -0.029, 1.504, 1.298, -1.561,
    0.465, -0.150, 0.590, 0.382,
];

/// The score of a role: the natural logarithm of its likelihood up to a constant.
pub fn score(known: &Known, standing: &Standing) -> f32 {
    features(known, standing).iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum()
}
