//! Rows of pay, outlook, exposure and sources: one fact each.

use serde::{Deserialize, Serialize};

use crate::catalog::{AiCategory, Code, Role, SocCode, SourceId};
use crate::ingest::Intake;

/// Employment and wages of detailed occupations (OEWS), by code. Wages in dollars; `#` at or above the ceiling;
/// empty: not published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayRow {
    /// OEWS code.
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
    pub annual_median: String,
    /// 75th percentile.
    pub annual_p75: String,
    /// 90th percentile.
    pub annual_p90: String,
}

/// Employment and wages of detailed occupations in each year (OEWS), by year and by the code of that year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayYearRow {
    /// The release: `May 2012`.
    pub release: String,
    /// OEWS code of that year: of SOC 2010 until 2018.
    pub soc: SocCode,
    /// People employed.
    pub employment: Option<u32>,
    /// Yearly wages in dollars: 10th, 25th, 50th, 75th, 90th percentile and mean, with spaces between them; `#` at or above
    /// the ceiling of that year, `*` not published. Empty where none is.
    pub annual: String,
    /// Hourly wages, in the same way.
    pub hourly: String,
}

impl PayYearRow {
    /// The row of a release.
    pub fn of(release: &str, row: &PayRow) -> Self {
        let wages = |points: [&String; 6]| {
            let text = |wage: &String| if wage.is_empty() { "*".to_owned() } else { wage.clone() };
            let is_there = points.iter().any(|wage| !wage.is_empty());
            if is_there { points.map(text).join(" ") } else { String::new() }
        };
        Self {
            release: release.to_owned(),
            soc: row.soc,
            employment: row.employment,
            annual: wages([
                &row.annual_p10,
                &row.annual_p25,
                &row.annual_median,
                &row.annual_p75,
                &row.annual_p90,
                &row.annual_mean,
            ]),
            hourly: wages([
                &row.hourly_p10,
                &row.hourly_p25,
                &row.hourly_median,
                &row.hourly_p75,
                &row.hourly_p90,
                &row.hourly_mean,
            ]),
        }
    }
}

/// Employment Projections 2025-35 as they were transcribed, and BLS's relative AI exposure category, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextOutlookRow {
    /// National Employment Matrix code.
    pub soc: SocCode,
    /// The category.
    pub ai: Option<AiCategory>,
    /// Change in percent.
    pub change_percent: Option<f64>,
    /// Openings, annual average, in thousands.
    pub openings: Option<f64>,
}

/// Employment Projections, Table 1.2, line items, by code. Counts in thousands with one decimal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlookRow {
    /// National Employment Matrix code.
    pub soc: SocCode,
    /// Matrix title.
    pub title: String,
    /// Employment in the base year.
    pub employment: f64,
    /// Employment in the target year.
    pub projected: f64,
    pub change: f64,
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
    pub soc2010: SocCode,
    pub aioe: Option<f64>,
    /// `Language Modeling AIOE`.
    pub language: Option<f64>,
}

/// Anthropic's observed exposure by SOC code, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnthropicRow {
    pub soc: SocCode,
    /// `observed_exposure`.
    pub observed: f64,
}

/// Which work can be done at home, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkAtHomeRow {
    /// O*NET-SOC code.
    pub code: Code,
    /// 1: it can; 0: it cannot.
    pub value: u8,
    /// The O*NET-SOC 2010 codes that say so, with spaces between them.
    pub from: String,
}

impl WorkAtHomeRow {
    /// The row of a role.
    pub fn new<'c>(code: Code, possible: bool, from: impl Iterator<Item = &'c Code>) -> Self {
        let from: Vec<String> = from.map(Code::to_string).collect();
        Self { code, value: possible.into(), from: from.join(" ") }
    }

    /// The row of a role of the catalog, where it has a value.
    pub fn of(role: &Role<'_>) -> Option<Self> {
        let known = role.at_home.as_ref()?;
        Some(Self::new(role.code, known.possible, known.from.iter()))
    }
}

/// The datasets, in the order of [`SourceId`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRow {
    /// Which dataset.
    pub id: SourceId,
    pub name: String,
    pub release: String,
    pub publisher: String,
    pub address: String,
    pub licence: String,
    /// Date of the release.
    pub date: String,
    /// SHA-256 over the dataset's lines `sha256  file\n` of `source_files.csv`, in that order.
    pub sha256: String,
    pub attribution: String,
}

#[cfg(test)]
impl SourceRow {
    /// A dataset of which nothing is known but its release.
    pub fn blank(id: SourceId, release: &str) -> Self {
        let text = String::new;
        Self {
            id,
            name: text(),
            release: release.to_owned(),
            publisher: text(),
            address: text(),
            licence: text(),
            date: text(),
            sha256: text(),
            attribution: text(),
        }
    }
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
    pub rows_read: usize,
    pub rows_used: usize,
    /// Rows left out, with the reasons: `17 summary rows; 4 footnotes`.
    pub left_out: String,
}

impl SourceFileRow {
    /// What was taken of a file of a dataset.
    pub fn of(id: SourceId, intake: &Intake) -> Self {
        Self {
            id,
            file: intake.file.clone(),
            bytes: intake.bytes as u64,
            sha256: intake.sha256.clone(),
            rows_read: intake.read,
            rows_used: intake.used,
            left_out: intake.left_out_text(),
        }
    }
}
