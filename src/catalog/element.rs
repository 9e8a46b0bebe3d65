//! Things that roles share: content-model elements, software, tools, detailed work activities.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::survey::Surveyed;

/// An element of O*NET's content model: a kind of knowledge, a skill, an ability or a work activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element<'a> {
    /// Element ID, such as `2.B.3.a`.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What kind of element it is.
    pub family: Family,
}

impl Element<'_> {
    /// Whether the page of skills in demand calls it specialized: technical (2.B.3) and systems (2.B.4) skills.
    /// O*NET publishes no such list; this rule is the project's own.
    pub fn is_specialized(&self) -> bool {
        self.id.starts_with("2.B.3") || self.id.starts_with("2.B.4")
    }
}

/// The kinds of elements, in the order that breaks ties of importance in a role's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// One of the ten essential skills.
    EssentialSkill,
    /// One of the 25 transferable skills.
    TransferableSkill,
    /// One of the 33 kinds of knowledge.
    Knowledge,
    /// One of the 52 abilities.
    Ability,
    /// One of the 41 generalized work activities.
    WorkActivity,
}

impl Family {
    /// The word of the role page: `essential_skill`, `knowledge` …
    pub const fn label(self) -> &'static str {
        match self {
            Self::EssentialSkill => "essential_skill",
            Self::TransferableSkill => "transferable_skill",
            Self::Knowledge => "knowledge",
            Self::Ability => "ability",
            Self::WorkActivity => "work_activity",
        }
    }

    /// The table whose dates say how old its ratings are.
    pub const fn surveyed(self) -> Surveyed {
        match self {
            Self::EssentialSkill | Self::TransferableSkill => Surveyed::Skills,
            Self::Knowledge => Surveyed::Knowledge,
            Self::Ability => Surveyed::Abilities,
            Self::WorkActivity => Surveyed::Activities,
        }
    }

    /// The word for people: `essential skill`, `knowledge` …
    pub const fn word(self) -> &'static str {
        match self {
            Self::EssentialSkill => "essential skill",
            Self::TransferableSkill => "transferable skill",
            Self::Knowledge => "knowledge",
            Self::Ability => "ability",
            Self::WorkActivity => "work activity",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A software product that workplaces use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Software<'a> {
    /// The product, such as `Microsoft Excel`.
    pub name: &'a str,
}

/// A physical tool or machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool<'a> {
    /// The tool, such as `10-key calculators`.
    pub name: &'a str,
}

/// A detailed work activity: what tasks of several roles have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity<'a> {
    /// Element ID, such as `4.A.1.a.1.a.1`.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
}
