//! The last word on the order of roles: what words, letters, meaning, lists of titles and the number of people say of
//! each, weighed against one another.
//!
//! A conditional logit: the score of a role is a weighted sum of its features, and the softmax of the scores over all
//! candidates is how probable each is. `scripts/fit_blend.py` fits the weights on titles with known codes.

use super::listing::Listing;
use super::rank::Known;

/// How many features there are.
pub const FEATURES: usize = 28;

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
        source(4),
        source(2),
        sources,
        flag(known.origin == 1) * listed,
        flag(known.origin == 2) * listed,
        flag(known.origin == 3) * listed,
        standing.titles * listed,
        flag(known.is_only_of_source_04),
    ]
}

/// What a title listed in its very words, and in its very letters, is worth: no likeness outweighs it.
const LISTED: f32 = 20.0;

/// How each feature counts, in their order.
const WEIGHTS: [f32; FEATURES] = [
    2.634, 0.716, 5.667, 1.207, 1.050, 4.630, 4.647, 0.510, -0.402, 0.256, 0.291, 0.659, 0.176, -0.204, 0.639, 0.743,
    4.157, -0.783, 0.140, 0.000, -0.503, 0.310, 0.598, 0.669, 1.156, 1.359, -0.246, 1.119,
];

/// The score of a role: the natural logarithm of its likelihood up to a constant, and what its listing is worth.
pub fn score(known: &Known, standing: &Standing) -> f32 {
    let features = features(known, standing);
    listed(known.listing) + features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum::<f32>()
}

/// What a listing is worth.
pub fn listed(listing: Listing) -> f32 {
    match listing {
        Listing::Not | Listing::Whole => 0.0,
        Listing::Words => LISTED,
        Listing::Letters => 2.0 * LISTED,
    }
}
