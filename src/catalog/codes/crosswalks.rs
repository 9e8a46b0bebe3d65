//! Codes of other and older classifications, and what they lead to.

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, ShortCode, SocCode, SourceId};

/// Pairs of codes, each list by its first code. An old code that was split stands once for each part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crosswalks<'a> {
    /// Minor and broad groups of SOC 2018 with their titles.
    #[serde(borrow)]
    pub groups: Vec<(SocCode, &'a str)>,
    /// SOC 2010 to SOC 2018.
    pub soc_2010: Vec<(SocCode, SocCode)>,
    /// O*NET-SOC 2010 codes that no role has any more, with the role of the same title where there is one.
    pub onet_2010: Vec<(Code, Option<Code>)>,
    /// Census 2018 to SOC 2018.
    pub census_2018: Vec<(ShortCode, SocCode)>,
    /// Census 2010 to Census 2018, where that is another code.
    pub census_2010: Vec<(ShortCode, ShortCode)>,
    /// ISCO-08 to SOC 2010.
    pub isco_08: Vec<(ShortCode, SocCode)>,
}

impl Crosswalks<'_> {
    /// The title of a minor or broad group.
    #[must_use]
    pub fn group(&self, code: SocCode) -> Option<&str> {
        leading(&self.groups, code).next()
    }

    /// Whether a code of a dataset leads to a role.
    #[must_use]
    pub fn lead_to(&self, role: Code, dataset: SourceId) -> bool {
        let soc = role.soc();
        let from_2010 = |old: SocCode| leading(&self.soc_2010, old).any(|new| new == soc);
        match dataset {
            SourceId::SocCrosswalk => self.soc_2010.iter().any(|(_, new)| *new == soc),
            SourceId::Census => self.census_2018.iter().any(|(_, new)| *new == soc),
            SourceId::Isco => self.isco_08.iter().any(|(_, old)| from_2010(*old)),
            _ => false,
        }
    }

    /// Whether every list is in the order of its codes, and no pair stands twice.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.groups.is_sorted_by(|a, b| a.0 < b.0)
            && self.soc_2010.is_sorted_by(|a, b| a < b)
            && self.onet_2010.is_sorted_by(|a, b| a.0 < b.0)
            && self.census_2018.is_sorted_by(|a, b| a < b)
            && self.census_2010.is_sorted_by(|a, b| a < b)
            && self.isco_08.is_sorted_by(|a, b| a < b)
    }
}

/// What a code leads to in a list of pairs that is ordered by code.
pub(super) fn leading<K: Ord + Copy, V: Copy>(pairs: &[(K, V)], code: K) -> impl Iterator<Item = V> + '_ {
    let first = pairs.partition_point(|(key, _)| *key < code);
    pairs.iter().skip(first).take_while(move |(key, _)| *key == code).map(|(_, to)| *to)
}
