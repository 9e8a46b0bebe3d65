//! The last word on the order of roles: what words, letters, meaning, lists of titles and the number of people say of
//! each, weighed against one another.
//!
//! A conditional logit: the score of a role is a weighted sum of its features, and the softmax of the scores over all
//! candidates is how probable each is. `scripts/fit_blend.py` fits the weights on titles with known codes.

use super::fit::{Extent, Fit};
use super::listing::Listing;

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
    /// What its documents add up to, with what points to it.
    pub lexical: f32,
    /// How well its best document fits, its kind's worth included.
    pub best: f32,
    /// How strongly the words point to it.
    pub pointing: f32,
    /// The natural logarithm of its likelihood by the classifier.
    pub likely: f32,
    /// Its best document is headed by the query's head.
    pub has_head: bool,
    /// It lists the head's part.
    pub lists_part: bool,
    /// How it lists the query.
    pub listing: Listing,
    /// How many roles list it as exactly, or more so.
    pub listings: u16,
    /// Where the listed title comes from, 0 to 3, and which of O*NET's sources name it, a bit each.
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
        flag(known.title.extent >= Extent::Alike) * listed,
        known.title.score * else_found,
        flag(known.title.has_head) * listed,
        flag(known.lists_part) * else_found,
        flag(known.lists_part) * else_found * workforce,
    ]
}

/// How each feature counts, in their order.
const WEIGHTS: [f32; FEATURES] = [
    1.196, 1.915, 3.972, 1.987, 0.968, 5.375, 5.985, 0.457, -0.505, 0.188, 0.402, 0.479, 0.198, -0.208, 0.521, 1.311,
    2.749, -0.607, -0.661, 0.034, 0.466, 0.607, 0.202, 0.403, 0.510, 0.574, 5.052, 0.093, 1.605, 1.375, -3.995, 0.291,
    -0.119, 0.450, 0.392,
];

/// The score of a role: the natural logarithm of its likelihood up to a constant.
pub fn score(known: &Known, standing: &Standing) -> f32 {
    features(known, standing).iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum()
}
