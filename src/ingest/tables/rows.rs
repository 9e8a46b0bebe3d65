//! The rows of the tables: one fact each.

use serde::{Deserialize, Serialize};

use crate::catalog::{Code, Family, SocCode, SourceId, code};
use crate::ingest::table_file::yes_no;

/// Every role of O*NET-SOC 2019, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Title.
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
    /// SOC code.
    #[serde(with = "code::soc_text")]
    pub code: SocCode,
    /// `major`, `detailed` or `combined`.
    pub level: SocLevel,
    /// Title.
    pub title: String,
}

/// Under which code BLS publishes a role, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// SOC code, detailed or combined.
    #[serde(with = "code::soc_text")]
    pub published_under: SocCode,
}

/// Titles that people who do the work reported, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedTitleRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Title.
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
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Title.
    pub title: String,
    /// Short title.
    pub short_title: Option<String>,
    /// O*NET's source codes, as published: `01,08`.
    pub sources: String,
}

/// Tasks with what studies say of them, by code in the order of O*NET's Task Statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Task ID.
    pub task_id: u32,
    /// The task, in the project's wording or O*NET's.
    pub wording: String,
    /// `Core`, `Supplemental` or empty.
    pub kind: String,
    /// Importance 1 to 5, as published (up to two decimals).
    pub importance: Option<f64>,
    /// Relevance 0 to 100, as published (up to two decimals).
    pub relevance: Option<f64>,
    /// GPT-4's label (`gpt4_exposure`): `E0`, `E1`, `E2` or empty.
    pub gpt4_label: String,
    /// The human label (`human_exposure_agg`): `E0`, `E1`, `E2` or empty.
    pub human_label: String,
    /// Anthropic's penetration, 0 to 1, joined by task text.
    pub observed_use: Option<f64>,
}

/// Detailed work activities of a task, by code and Task ID in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskActivityRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Task ID.
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
    /// Element ID.
    pub id: String,
    /// Family.
    pub family: Family,
    /// Element Name.
    pub name: String,
}

/// Importance and level of an element for a role: a row of five tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Element ID.
    pub element: String,
    /// Importance (IM).
    pub importance: f64,
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
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Workplace Example.
    pub name: String,
    /// Element Name: the category.
    pub category: String,
    /// Hot technology.
    #[serde(with = "yes_no")]
    pub hot: bool,
    /// In demand.
    #[serde(with = "yes_no")]
    pub in_demand: bool,
}

/// Physical tools and machines, by code in O*NET's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
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
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Related O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub related: Code,
    /// Tier, as published.
    pub tier: String,
}

/// Required level of education, by code and level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Level, 1 to 12.
    pub level: u8,
    /// Percent of respondents.
    pub percent: f64,
}

/// Career interests, by code and Element ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterestRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// Realistic, 1 to 7.
    pub realistic: f64,
    /// Investigative.
    pub investigative: f64,
    /// Artistic.
    pub artistic: f64,
    /// Social.
    pub social: f64,
    /// Enterprising.
    pub enterprising: f64,
    /// Conventional.
    pub conventional: f64,
}

/// Employment and wages of detailed occupations (OEWS), by code. Wages in dollars; `#` at or above the ceiling;
/// empty: not published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayRow {
    /// OEWS code.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
    /// OEWS title.
    pub title: String,
    /// People employed.
    pub employment: Option<u32>,
    /// Hourly wages: mean, 10th, 25th, median, 75th, 90th.
    pub hourly_mean: String,
    /// 10th percentile.
    pub hourly_p10: String,
    /// 25th percentile.
    pub hourly_p25: String,
    /// Median.
    pub hourly_median: String,
    /// 75th percentile.
    pub hourly_p75: String,
    /// 90th percentile.
    pub hourly_p90: String,
    /// Yearly wages: mean.
    pub annual_mean: String,
    /// 10th percentile.
    pub annual_p10: String,
    /// 25th percentile.
    pub annual_p25: String,
    /// Median.
    pub annual_median: String,
    /// 75th percentile.
    pub annual_p75: String,
    /// 90th percentile.
    pub annual_p90: String,
}

/// Employment Projections, Table 1.2, line items, by code. Counts in thousands with one decimal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlookRow {
    /// National Employment Matrix code.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
    /// Matrix title.
    pub title: String,
    /// Employment in the base year.
    pub employment: f64,
    /// Employment in the target year.
    pub projected: f64,
    /// Change.
    pub change: f64,
    /// Change in percent.
    pub change_percent: f64,
    /// Percent self-employed.
    pub self_employed: Option<f64>,
    /// Openings, annual average.
    pub openings: f64,
    /// Typical education needed for entry.
    pub education: Option<String>,
    /// Work experience in a related occupation; `None` is a value.
    pub experience: Option<String>,
    /// Typical on-the-job training; `None` is a value.
    pub training: Option<String>,
}

/// "GPTs are GPTs" by role, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GptsRow {
    /// O*NET-SOC code.
    #[serde(with = "code::code_text")]
    pub code: Code,
    /// `dv_rating_alpha`.
    pub gpt4_alpha: f64,
    /// `dv_rating_beta`.
    pub gpt4_beta: f64,
    /// `dv_rating_gamma`.
    pub gpt4_gamma: f64,
    /// `human_rating_alpha`.
    pub human_alpha: f64,
    /// `human_rating_beta`.
    pub human_beta: f64,
    /// `human_rating_gamma`.
    pub human_gamma: f64,
}

/// "Working with AI" by SOC code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MicrosoftRow {
    /// SOC code, detailed or combined.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
    /// `ai_applicability_score_user` of `soc_metrics.csv`.
    pub user: Option<f64>,
    /// `ai_applicability_score` of `soc_ai_applicability_scores.csv`.
    pub headline: Option<f64>,
}

/// AIOE by SOC 2010 code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AioeRow {
    /// SOC 2010 code.
    #[serde(with = "code::soc_text")]
    pub soc2010: SocCode,
    /// `AIOE`.
    pub aioe: Option<f64>,
    /// `Language Modeling AIOE`.
    pub language: Option<f64>,
}

/// Anthropic's observed exposure by SOC code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnthropicRow {
    /// SOC code.
    #[serde(with = "code::soc_text")]
    pub soc: SocCode,
    /// `observed_exposure`.
    pub observed: f64,
}

/// The datasets, in the order of [`SourceId`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRow {
    /// Which dataset.
    pub id: SourceId,
    /// Name.
    pub name: String,
    /// Release.
    pub release: String,
    /// Publisher.
    pub publisher: String,
    /// Address.
    pub address: String,
    /// Licence.
    pub licence: String,
    /// Date of the release.
    pub date: String,
    /// SHA-256 over the dataset's lines `sha256  file\n` of `source_files.csv`, in that order.
    pub sha256: String,
    /// Attribution.
    pub attribution: String,
}

/// The files that the tables were made from, by dataset and name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFileRow {
    /// Which dataset.
    pub id: SourceId,
    /// File name, without its folder.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Rows read.
    pub rows_read: usize,
    /// Rows used.
    pub rows_used: usize,
    /// Rows left out, with the reasons: `17 summary rows; 4 footnotes`.
    pub left_out: String,
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
