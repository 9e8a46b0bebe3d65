//! Rows of the use of AI, of programmes of study and of the handbook: one fact each.

use serde::{Deserialize, Serialize};

use crate::catalog::{CipCode, Code, SocCode};

/// How AI is used for tasks, by code in the order of tasks. All figures in percent; empty: not listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskUsageRow {
    /// O*NET-SOC code.
    pub code: Code,
    pub task_id: u32,
    /// How many tasks have the same text, this one among them.
    pub sharing: u16,
    /// Share of the use of Claude.ai in August 2025 (`task_pct_v3.csv`), with four decimals as all shares.
    pub august_2025: Option<f64>,
    /// In November 2025 (`task_pct_v4.csv`).
    pub november_2025: Option<f64>,
    /// In February 2026 (`task_pct_v5.csv`).
    pub february_2026: Option<f64>,
    /// Share of the use through the API in February 2026 (`task_pct_api_v5.csv`).
    pub api_february_2026: Option<f64>,
    /// Part of its conversations on Claude.ai in February 2026, with two decimals as all ways.
    pub directive: Option<f64>,
    pub feedback_loop: Option<f64>,
    pub task_iteration: Option<f64>,
    pub learning: Option<f64>,
    pub validation: Option<f64>,
}

/// Intermediate work activities, by Element ID. Shares in percent with two decimals; empty: not listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntermediateRow {
    /// Element ID.
    pub id: String,
    /// The ID before O*NET 30.3, by which the studies go.
    pub earlier_id: String,
    pub name: String,
    /// Share of ChatGPT's messages in the US, mean of the months of 2025.
    pub chatgpt: Option<f64>,
    /// The same of messages that have to do with work.
    pub chatgpt_at_work: Option<f64>,
    /// `share_user` of "Working with AI".
    pub copilot_goal: Option<f64>,
    /// `share_ai` of "Working with AI".
    pub copilot_action: Option<f64>,
}

/// Programmes of study of CIP 2020, by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeRow {
    pub code: CipCode,
    /// Its title, without the full stop at its end.
    pub title: String,
}

/// An occupation that a programme of study leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeOccupationRow {
    pub soc: SocCode,
    pub programme: CipCode,
}

/// Pages of the Occupational Outlook Handbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandbookRow {
    /// The code that BLS publishes under.
    pub soc: SocCode,
    pub title: String,
    /// The address of the page, without what all begin and end with.
    pub path: String,
}
