//! Rows of roles, codes and O*NET's tables: one fact each.

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, Family, Gap, Month, SocCode, Surveyed};
use crate::ingest::table_file::{maybe_gap, month, yes_no};

/// Every role of O*NET-SOC 2019, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub title: String,
    /// Summary, in the project's wording or O*NET's.
    pub summary: String,
    /// Job zone, 2 to 5.
    pub job_zone: Option<u8>,
}

/// SOC 2018: major groups and detailed occupations, and the combined codes of the National Employment Matrix, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SocRow {
    pub code: SocCode,
    /// `major`, `detailed` or `combined`.
    pub level: SocLevel,
    pub title: String,
}

/// Under which code BLS publishes a role, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// SOC code, detailed or combined.
    pub published_under: SocCode,
}

/// Titles that people who do the work reported, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedTitleRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub title: String,
    /// Shown on My Next Move: `Y` or `N`.
    #[serde(with = "yes_no")]
    pub shown: bool,
}

/// Job titles, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JobTitleRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub title: String,
    pub short_title: Option<String>,
    /// O*NET's source codes, as published: `01,08`.
    pub sources: String,
}

/// Tasks with what studies say of them, by code in the order of O*NET's Task Statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub task_id: u32,
    /// The task, in the project's wording or O*NET's.
    pub wording: String,
    /// `Core`, `Supplemental` or empty.
    pub kind: String,
    /// Importance 1 to 5, as published (up to two decimals).
    pub importance: Option<f64>,
    /// Relevance 0 to 100, as published (up to two decimals).
    pub relevance: Option<f64>,
    /// Why one of the two is missing; empty where both are there.
    #[serde(with = "maybe_gap")]
    pub gap: Option<Gap>,
    /// GPT-4's label (`gpt4_exposure`): `E0`, `E1`, `E2` or empty.
    pub gpt4_label: String,
    /// The human label (`human_exposure_agg`): `E0`, `E1`, `E2` or empty.
    pub human_label: String,
    /// Anthropic's penetration, joined by task text: 0, or 0.5 to 1.
    pub observed_use: Option<f64>,
}

/// Labels of "GPTs are GPTs" for tasks that O*NET has retired since, by code and Task ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetiredLabelsRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub task_id: u32,
    /// GPT-4's label (`gpt4_exposure`): `E0`, `E1` or `E2`.
    pub gpt4_label: String,
    /// The human label (`human_exposure_agg`): `E0`, `E1` or `E2`.
    pub human_label: String,
}

/// Detailed work activities of a task, by code and Task ID in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskActivityRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub task_id: u32,
    /// DWA Element ID.
    pub activity: String,
}

/// Detailed work activities, by Element ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityRow {
    /// DWA Element ID.
    pub id: String,
    /// DWA Element Name.
    pub name: String,
}

/// Elements of the content model that are rated, by Element ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementRow {
    pub id: String,
    pub family: Family,
    pub name: String,
}

/// Importance and level of an element for a role: a row of five tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Element ID.
    pub element: String,
    /// Importance (IM); the one of a pack is empty where it is to be suppressed.
    pub importance: Option<f64>,
    /// Level (LV).
    pub level: Option<f64>,
    /// `Recommend Suppress` of the importance; `N` where the source has no such column.
    #[serde(with = "yes_no")]
    pub suppress_importance: bool,
    /// `Recommend Suppress` of the level; `N` where the source has no such column.
    #[serde(with = "yes_no")]
    pub suppress_level: bool,
    /// `Not Relevant` of the level; `N` where the source has no such column.
    #[serde(with = "yes_no")]
    pub not_relevant: bool,
}

/// Software, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SoftwareRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Workplace Example.
    pub name: String,
    /// Element Name: the category.
    pub category: String,
    /// Hot technology.
    #[serde(with = "yes_no")]
    pub hot: bool,
    #[serde(with = "yes_no")]
    pub in_demand: bool,
}

/// Physical tools and machines, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Example.
    pub name: String,
    /// Commodity Title.
    pub commodity: String,
}

/// Related roles, by code in the order of their index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelatedRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Related O*NET-SOC code.
    pub related: Code,
    /// Tier, as published.
    pub tier: String,
}

/// Required level of education, by code and level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Level, 1 to 12.
    pub level: u8,
    /// Percent of respondents; empty where it is withheld.
    pub percent: Option<f64>,
    /// `Recommend Suppress`.
    #[serde(with = "yes_no")]
    pub suppress: bool,
}

/// When the rows of a table of O*NET were collected, by code and table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub table: Surveyed,
    #[serde(with = "month")]
    pub oldest: Month,
    #[serde(with = "month")]
    pub newest: Month,
}

/// Career interests, by code and Element ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterestRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// Realistic, 1 to 7.
    pub realistic: f64,
    pub investigative: f64,
    pub artistic: f64,
    pub social: f64,
    pub enterprising: f64,
    pub conventional: f64,
}

/// Levels of [`SocRow`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SocLevel {
    /// A major group, such as `15-0000`.
    Major,
    /// A detailed occupation.
    Detailed,
    /// A code of the National Employment Matrix that stands for several.
    Combined,
}
