//! The last word on the order of roles: what words, letters, meaning, lists of titles and the number of people say of
//! each, weighed against one another.
//!
//! A conditional logit: the score of a role is a weighted sum of its features, and the softmax of the scores over all
//! candidates is how probable each is. `scripts/fit_blend.py` fits the weights on titles with known codes.

use super::listing::Listing;
use super::rank::Known;

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
        flag(known.title.is_whole) * listed,
        known.title.score * else_found,
        flag(known.title.has_head) * listed,
        flag(known.lists_part) * else_found,
        flag(known.lists_part) * else_found * workforce,
    ]
}

/// How each feature counts, in their order.
const WEIGHTS: [f32; FEATURES] = [
    1.658, 1.361, 3.352, 1.647, 1.363, 5.236, 5.657, 0.499, -0.476, 0.193, 0.380, 0.456, 0.216, -0.152, 0.502,
    1.242, 2.696, -1.255, 0.040, -0.066, 0.228, 0.423, 0.364, 0.406, 0.363, 0.379, 2.089, 0.020, 1.516, 1.300,
    -1.399, 0.458, -0.149, 0.561, 0.372,
];

/// The score of a role: the natural logarithm of its likelihood up to a constant.
pub fn score(known: &Known, standing: &Standing) -> f32 {
    features(known, standing).iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum()
}
