//! Tasks of roles and how two raters label their exposure.

use serde::{Deserialize, Serialize};

use super::ActivityId;
use super::figures::Rated;

/// One of the 18,796 tasks. O*NET gives each its own number, used by one role only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task<'a> {
    /// O*NET's Task ID.
    pub id: u32,
    /// The task, in the wording that the catalog carries.
    pub wording: &'a str,
    /// Core, supplemental or not classified.
    pub kind: TaskKind,
    /// Importance, 1 to 5.
    pub importance: Rated,
    /// Relevance: percent of respondents for whom the task is part of the job.
    pub relevance: Rated,
    /// Exposure labels of "GPTs are GPTs" (Eloundou et al. 2023).
    pub labels: Option<TaskLabels>,
    /// The weight of what was seen of the task in use ("penetration", Anthropic Economic Index): 0 below the study's
    /// threshold, else 0.5 (people were helped) to 1 (it was handed over).
    pub observed_use: Option<f64>,
    /// Detailed work activities that the task belongs to: the link to tasks of other roles.
    pub activities: Vec<ActivityId>,
}

/// How O*NET classifies a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TaskKind {
    /// Relevant to most who do the work, and important.
    Core,
    /// Less relevant or less important.
    Supplemental,
    /// Not yet classified (`n/a`).
    Unclassified,
}

impl TaskKind {
    /// The word that O*NET uses, or `Unclassified`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Core => "Core",
            Self::Supplemental => "Supplemental",
            Self::Unclassified => "Unclassified",
        }
    }
}

/// How the two raters of "GPTs are GPTs" label a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskLabels {
    /// GPT-4's label.
    pub gpt4: Label,
    /// The human annotators' label.
    pub human: Label,
}

/// Whether a language model can halve the time that a task takes (Eloundou et al. 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Label {
    /// No exposure.
    E0,
    /// Direct exposure: with the model alone.
    E1,
    /// Exposure with tools built on the model.
    E2,
}

impl Label {
    /// `E0`, `E1` or `E2`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::E0 => "E0",
            Self::E1 => "E1",
            Self::E2 => "E2",
        }
    }

    /// What the label means, for legends.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::E0 => "no exposure",
            Self::E1 => "direct exposure",
            Self::E2 => "exposed with tools",
        }
    }
}
