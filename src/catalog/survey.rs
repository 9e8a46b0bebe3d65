//! When O*NET collected the tables of a role.

use serde::{Deserialize, Serialize};

use super::date::Month;

/// A table of O*NET that states when its rows were collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surveyed {
    /// Task Statements.
    Tasks,
    /// Task Ratings.
    TaskRatings,
    /// Essential and transferable skills.
    Skills,
    /// Knowledge.
    Knowledge,
    /// Abilities.
    Abilities,
    /// Work activities.
    Activities,
    /// Job zones.
    JobZone,
    /// Education.
    Education,
    /// Career interests.
    Interests,
}

impl Surveyed {
    /// What it is called in a list.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::TaskRatings => "task ratings",
            Self::Skills => "skills",
            Self::Knowledge => "knowledge",
            Self::Abilities => "abilities",
            Self::Activities => "work activities",
            Self::JobZone => "job zone",
            Self::Education => "education",
            Self::Interests => "interests",
        }
    }
}

/// When a table's rows of a role were collected, by O*NET's column `Date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Survey {
    /// The table.
    pub table: Surveyed,
    /// The oldest row.
    pub oldest: Month,
    /// The newest row.
    pub newest: Month,
}

impl Survey {
    /// `2019-07`, or `2014-07 to 2023-08` where the rows are of several months.
    pub fn text(self) -> String {
        if self.oldest == self.newest {
            return self.oldest.to_string();
        }
        format!("{} to {}", self.oldest, self.newest)
    }
}
