//! Where the figures come from.

use serde::{Deserialize, Serialize};

/// A dataset that the catalog draws on. Every figure names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceId {
    /// O*NET database: titles, tasks, skills, software, job zones, related roles.
    Onet,
    /// O*NET knowledge, where it comes from another release.
    OnetKnowledge,
    /// O*NET abilities, where they come from another release.
    OnetAbilities,
    /// O*NET work activities, where they come from another release.
    OnetActivities,
    /// O*NET task ratings, where they come from another release.
    OnetTaskRatings,
    /// O*NET tools used, which ended with release 30.2.
    OnetTools,
    /// Occupational Employment and Wage Statistics.
    Oews,
    /// Employment Projections.
    Projections,
    /// O*NET-SOC to National Employment Matrix crosswalk.
    Crosswalk,
    /// SOC 2018 structure.
    Soc,
    /// "GPTs are GPTs".
    Gpts,
    /// "Working with AI".
    Microsoft,
    /// AI Occupational Exposure.
    Aioe,
    /// Anthropic Economic Index.
    Anthropic,
    /// SOC 2010 to SOC 2018.
    SocCrosswalk,
    /// Occupation codes of the Census Bureau.
    Census,
    /// ISCO-08 to SOC 2010.
    Isco,
    /// Which work can be done at home, by O*NET-SOC 2010 code; it tells what these codes lead to, too.
    WorkAtHome,
    /// Occupational Employment and Wage Statistics by state.
    OewsStates,
    /// Occupational Employment and Wage Statistics by metropolitan and nonmetropolitan area.
    OewsAreas,
    /// Occupational Employment and Wage Statistics of the nation by industry.
    OewsIndustries,
    /// Price levels of the states.
    PriceLevels,
    /// Occupational Employment and Wage Statistics of several years.
    OewsYears,
    /// What is known of the Employment Projections after those of the base year.
    NextProjections,
    /// How AI is used for tasks, by month (Anthropic Economic Index).
    ClaudeUse,
    /// What of "Working with AI" goes by intermediate work activity.
    CopilotUse,
    /// ChatGPT's messages by intermediate work activity (OpenAI Signals).
    ChatgptUse,
    /// Programmes of study and the occupations that they lead to.
    Programmes,
    /// The project's own wording of tasks and summaries.
    Wording,
    /// Consumer price index.
    ConsumerPrices,
}

impl SourceId {
    /// Whether it tells what codes lead to, and no figure of a role comes from it.
    pub const fn is_of_codes(self) -> bool {
        matches!(self, Self::SocCrosswalk | Self::Census | Self::Isco)
    }

    /// Whether it tells of places or of single industries, which the page of a role in the whole nation does not.
    pub const fn is_of_parts(self) -> bool {
        matches!(self, Self::OewsStates | Self::OewsAreas | Self::OewsIndustries | Self::PriceLevels)
    }

    /// Whether the snapshot leaves it out: a user brings or downloads it.
    pub const fn is_only_brought(self) -> bool {
        matches!(self, Self::OewsAreas | Self::OewsIndustries | Self::ConsumerPrices)
    }

    /// The dataset that a user brings or downloads to have it; none where it comes with the program alone.
    pub const fn brought_as(self) -> Option<Self> {
        match self {
            Self::OnetKnowledge
            | Self::OnetAbilities
            | Self::OnetActivities
            | Self::OnetTaskRatings
            | Self::OnetTools => Some(Self::Onet),
            Self::OewsYears => Some(Self::Oews),
            Self::SocCrosswalk
            | Self::Census
            | Self::Isco
            | Self::WorkAtHome
            | Self::NextProjections
            | Self::PriceLevels
            | Self::ClaudeUse
            | Self::CopilotUse
            | Self::ChatgptUse
            | Self::Programmes
            | Self::Wording => None,
            itself => Some(itself),
        }
    }

    /// Whether it comes with the program alone: no user brings or downloads it.
    pub const fn is_embedded(self) -> bool {
        self.brought_as().is_none()
    }
}

/// Stands for a release or a date that a user's files do not say of themselves.
pub const NOT_STATED: &str = "not stated";

/// What a dataset is, and what its licence asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source<'a> {
    /// Which one.
    pub id: SourceId,
    /// Its name.
    pub name: &'a str,
    /// Its release, as its publisher names it: `30.3`, `May 2024`, `2024-34`.
    pub release: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Where it is published.
    pub address: &'a str,
    /// Its licence.
    pub licence: &'a str,
    /// When the release was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as is known, or [`NOT_STATED`].
    pub date: &'a str,
    /// SHA-256 over the list of its files and their SHA-256 (`source_files.csv`).
    pub sha256: &'a str,
    /// The attribution to show.
    pub attribution: &'a str,
}

impl Source<'_> {
    /// When the release was published, in words: `released 2026-05`.
    pub fn released(&self) -> String {
        if self.date == NOT_STATED { "release date not stated".to_owned() } else { format!("released {}", self.date) }
    }
}
