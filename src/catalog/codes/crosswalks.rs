//! Codes of other and older classifications, and what they lead to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, Shared, ShortCode, SocCode, SourceId};

/// Pairs of codes, each list by its first code. An old code that was split stands once for each part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crosswalks<'a> {
    /// Minor and broad groups of SOC 2018 with their titles.
    #[serde(borrow)]
    pub groups: Shared<(SocCode, &'a str)>,
    /// SOC 2010 to SOC 2018.
    pub soc_2010: Shared<(SocCode, SocCode)>,
    /// The titles of SOC 2010.
    #[serde(borrow)]
    pub soc_2010_titles: Shared<(SocCode, &'a str)>,
    /// O*NET-SOC 2010 codes that no role has any more, with the role of the same title where there is one.
    pub onet_2010: Shared<(Code, Option<Code>)>,
    /// Census 2018 to SOC 2018.
    pub census_2018: Shared<(ShortCode, SocCode)>,
    /// Census 2010 to Census 2018, where that is another code.
    pub census_2010: Shared<(ShortCode, ShortCode)>,
    /// ISCO-08 to SOC 2010.
    pub isco_08: Shared<(ShortCode, SocCode)>,
}

impl Crosswalks<'_> {
    /// The title of a minor or broad group.
    pub fn group(&self, code: SocCode) -> Option<&str> {
        leading(&self.groups, code).next()
    }

    /// The title of a code of SOC 2010.
    pub fn soc_2010_title(&self, code: SocCode) -> Option<&str> {
        leading(&self.soc_2010_titles, code).next()
    }

    /// The code of SOC 2010 whose figures hold for one of SOC 2018 that has a title: its own number where that was kept,
    /// the one that was only renumbered to it, or the single one that it was parted from under the same title. None
    /// where several were joined or only the number is left, as no weights are published.
    pub fn before_2018(&self, soc: SocCode, title: &str) -> Option<Before> {
        let parents: Vec<SocCode> = self.soc_2010.iter().filter(|(_, new)| *new == soc).map(|(old, _)| *old).collect();
        let parts = |old: SocCode| leading(&self.soc_2010, old).count();
        let content = |old: SocCode| match (parents.len(), parts(old)) {
            (2.., _) => Content::Wider,
            (_, 2..) => Content::Narrower,
            _ => Content::Same,
        };
        let is_kept = parents.is_empty() || parents.contains(&soc);
        let renumbered = |old: &SocCode| parts(*old) == 1 || self.soc_2010_title(*old) == Some(title);
        let code = match parents.as_slice() {
            _ if is_kept => soc,
            [one] if renumbered(one) => *one,
            _ => return None,
        };
        Some(Before { code, content: content(code) })
    }

    /// The code under which BLS published in terms of SOC 2010 what it publishes under `soc` today, which has these parts
    /// (detailed codes of SOC 2018): the one code that all of it and nothing else was, or, where `soc` joins codes that
    /// came of others among themselves, `soc` itself. None where anything came from elsewhere, or went there.
    pub fn one_to_one_in_2010(&self, soc: SocCode, parts: &[SocCode]) -> Option<SocCode> {
        let parents: BTreeSet<SocCode> =
            self.soc_2010.iter().filter(|(_, new)| parts.contains(new)).map(|(old, _)| *old).collect();
        let stays = |old: &SocCode| leading(&self.soc_2010, *old).all(|new| parts.contains(&new));
        if parents.is_empty() || !parents.iter().all(stays) {
            return None;
        }
        match (parents.len(), parents.first()) {
            (1, Some(one)) => Some(*one),
            _ => (!parts.contains(&soc)).then_some(soc),
        }
    }

    /// Whether a code of a dataset leads to a role.
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
    pub fn is_in_order(&self) -> bool {
        self.groups.is_sorted_by(|a, b| a.0 < b.0)
            && self.soc_2010.is_sorted_by(|a, b| a < b)
            && self.soc_2010_titles.is_sorted_by(|a, b| a.0 < b.0)
            && self.onet_2010.is_sorted_by(|a, b| a.0 < b.0)
            && self.census_2018.is_sorted_by(|a, b| a < b)
            && self.census_2010.is_sorted_by(|a, b| a < b)
            && self.isco_08.is_sorted_by(|a, b| a < b)
    }
}

/// The code of SOC 2010 whose figures hold for a code of SOC 2018.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// The code of SOC 2010.
    pub code: SocCode,
    /// What the code of today holds beside it.
    pub content: Content,
}

/// What a code of SOC 2018 holds beside the code of SOC 2010 that it continues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The same.
    Same,
    /// Less: a part of the old code went elsewhere.
    Narrower,
    /// More: other codes, or parts of them, were added.
    Wider,
}

/// What a code leads to in a list of pairs that is ordered by code.
pub(super) fn leading<K: Ord + Copy, V: Copy>(pairs: &[(K, V)], code: K) -> impl Iterator<Item = V> + '_ {
    let first = pairs.partition_point(|(key, _)| *key < code);
    pairs.iter().skip(first).take_while(move |(key, _)| *key == code).map(|(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn soc(code: &str) -> SocCode {
        code.parse().unwrap()
    }

    /// Kept, renumbered, parted and published as one, joined and published as one; parted, or joined.
    #[test]
    fn figures_of_2010_are_those_of_a_code_that_nothing_came_to_and_nothing_left() {
        let pairs = [
            ("11-1011", "11-1011"),
            ("13-1021", "13-1021"),
            ("13-1022", "13-1022"),
            ("13-2021", "13-2022"),
            ("13-2021", "13-2023"),
            ("15-1131", "15-1251"),
            ("15-1141", "15-1242"),
            ("15-1141", "15-1243"),
            ("39-1021", "39-9991"),
            ("39-1022", "39-9991"),
        ];
        let soc_2010 = pairs.map(|(old, new)| (soc(old), soc(new))).to_vec().into();
        let walks = Crosswalks { soc_2010, ..Crosswalks::default() };
        let before = |code: &str, parts: &[&str]| {
            let parts: Vec<SocCode> = parts.iter().map(|part| soc(part)).collect();
            walks.one_to_one_in_2010(soc(code), &parts).map(|code| code.to_string())
        };
        let some = |code: &str| Some(code.to_owned());
        assert_eq!(before("11-1011", &["11-1011"]), some("11-1011"));
        assert_eq!(before("15-1251", &["15-1251"]), some("15-1131"));
        assert_eq!(before("13-2020", &["13-2022", "13-2023"]), some("13-2021"));
        assert_eq!(before("13-1020", &["13-1021", "13-1022"]), some("13-1020"));
        assert_eq!(before("13-2020", &["13-2022"]), None);
        assert_eq!(before("15-1242", &["15-1242"]), None);
        assert_eq!(before("39-9991", &["39-9991"]), None);
        assert_eq!(before("55-3011", &["55-3011"]), None);
    }

    /// Kept, renumbered, parted under the same title, parted under another, joined.
    #[test]
    fn figures_of_2010_follow_a_code_as_far_as_its_content_does() {
        let pairs = [
            ("11-1011", "11-1011"),
            ("15-1131", "15-1251"),
            ("15-1141", "15-1242"),
            ("15-1141", "15-1243"),
            ("29-2054", "29-2099"),
            ("29-2099", "29-2036"),
            ("29-2099", "29-2099"),
            ("39-1021", "39-9991"),
            ("39-1022", "39-9991"),
        ];
        let titles = [("15-1131", "Programmers"), ("15-1141", "Database Administrators")];
        let walks = Crosswalks {
            soc_2010: pairs.map(|(old, new)| (soc(old), soc(new))).to_vec().into(),
            soc_2010_titles: titles.map(|(code, title)| (soc(code), title)).to_vec().into(),
            ..Crosswalks::default()
        };
        let before = |code: &str, title: &str| {
            walks.before_2018(soc(code), title).map(|before| (before.code.to_string(), before.content))
        };
        let some = |code: &str, content| Some((code.to_owned(), content));
        assert_eq!(before("11-1011", "Chiefs"), some("11-1011", Content::Same));
        assert_eq!(before("15-1251", "Computer Programmers"), some("15-1131", Content::Same));
        assert_eq!(before("15-1242", "Database Administrators"), some("15-1141", Content::Narrower));
        assert_eq!(before("15-1243", "Database Architects"), None);
        assert_eq!(before("29-2036", "Dosimetrists"), None);
        assert_eq!(before("29-2099", "Technicians, All Other"), some("29-2099", Content::Wider));
        assert_eq!(before("39-9991", "Joined"), None);
        assert_eq!(before("55-3011", "Not in the crosswalk"), some("55-3011", Content::Same));
    }
}
