//! Which file holds what, under the name that its publisher gives it.

use super::Origins;
use crate::catalog::own::Origin;
use crate::catalog::{Catalog, Family, SourceId};

/// A published file, or the two names that a file has had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// OEWS, national.
    Oews,
    /// OEWS, national, of a year.
    OewsYear(u16),
    /// Employment Projections.
    Projections,
    /// Employment Projections 2025-35, transcribed.
    NextProjections,
    /// O*NET-SOC to National Employment Matrix.
    Crosswalk,
    /// SOC 2018.
    Soc,
    /// "GPTs are GPTs", by role.
    GptsRoles,
    /// "GPTs are GPTs", by task.
    GptsTasks,
    /// Microsoft, user goals.
    MicrosoftUser,
    /// Microsoft, headline.
    MicrosoftHeadline,
    /// AIOE.
    Aioe,
    /// AIOE of language modelling.
    LanguageAioe,
    /// Anthropic, by SOC code.
    AnthropicRoles,
    /// Anthropic, by task.
    AnthropicTasks,
    /// Work that can be done at home.
    WorkAtHome,
    /// OEWS, by state.
    OewsStates,
    /// OEWS, by area.
    OewsAreas,
    /// OEWS, by industry.
    OewsIndustries,
    /// Price levels of the states.
    PriceLevels,
    /// Consumer price index.
    ConsumerPrices,
    /// Use by task, by its place in [`crate::catalog::usage::MONTHS`].
    ClaudeUse(u8),
    /// Use by task through the API.
    ClaudeApiUse,
    /// How people use AI for a task.
    ClaudeWays,
    /// Microsoft, by intermediate work activity.
    CopilotUse,
    /// ChatGPT's messages by intermediate work activity.
    ChatgptUse,
    /// Those that have to do with work.
    ChatgptWorkUse,
    /// Programmes of study.
    Programmes,
    /// rolescope's wording of summaries.
    WordedSummaries,
    /// rolescope's wording of tasks.
    WordedTasks,
    /// O*NET's titles and descriptions.
    Occupations,
    /// O*NET's job zones.
    JobZones,
    /// O*NET's reported titles.
    ReportedTitles,
    /// O*NET's job titles.
    JobTitles,
    /// O*NET's tasks.
    Tasks,
    /// O*NET's ratings of tasks.
    TaskRatings,
    /// O*NET's ratings of elements of a family.
    Ratings(Family),
    /// O*NET's software.
    Software,
    /// O*NET's tools.
    Tools,
    /// O*NET's related roles.
    Related,
    /// O*NET's education.
    Education,
    /// O*NET's interests.
    Interests,
}

impl File {
    /// All files of the snapshot, in the order of the datasets.
    pub const ALL: [Self; 57] = [
        Self::Occupations,
        Self::JobZones,
        Self::ReportedTitles,
        Self::JobTitles,
        Self::Tasks,
        Self::Ratings(Family::EssentialSkill),
        Self::Ratings(Family::TransferableSkill),
        Self::Ratings(Family::Knowledge),
        Self::Ratings(Family::Ability),
        Self::Ratings(Family::WorkActivity),
        Self::TaskRatings,
        Self::Software,
        Self::Tools,
        Self::Related,
        Self::Education,
        Self::Interests,
        Self::Oews,
        Self::Projections,
        Self::Crosswalk,
        Self::Soc,
        Self::GptsRoles,
        Self::GptsTasks,
        Self::MicrosoftUser,
        Self::MicrosoftHeadline,
        Self::Aioe,
        Self::LanguageAioe,
        Self::AnthropicRoles,
        Self::AnthropicTasks,
        Self::WorkAtHome,
        Self::OewsStates,
        Self::PriceLevels,
        Self::OewsYear(2012),
        Self::OewsYear(2013),
        Self::OewsYear(2014),
        Self::OewsYear(2015),
        Self::OewsYear(2016),
        Self::OewsYear(2017),
        Self::OewsYear(2018),
        Self::OewsYear(2019),
        Self::OewsYear(2020),
        Self::OewsYear(2021),
        Self::OewsYear(2022),
        Self::OewsYear(2023),
        Self::OewsYear(2024),
        Self::OewsYear(2025),
        Self::NextProjections,
        Self::ClaudeUse(0),
        Self::ClaudeUse(1),
        Self::ClaudeUse(2),
        Self::ClaudeApiUse,
        Self::ClaudeWays,
        Self::CopilotUse,
        Self::ChatgptUse,
        Self::ChatgptWorkUse,
        Self::Programmes,
        Self::WordedSummaries,
        Self::WordedTasks,
    ];

    /// The dataset, the one that stands in for a table of O*NET from another release, and the names: that in the snapshot
    /// (`assets/tables/source_files.csv` lists them), then how older releases call it.
    const fn row(self) -> (SourceId, Option<SourceId>, &'static [&'static str]) {
        use SourceId::{
            Aioe, Anthropic, ChatgptUse, ClaudeUse, ConsumerPrices, CopilotUse, Crosswalk, Gpts, Microsoft,
            NextProjections, Oews, OewsAreas, OewsIndustries, OewsStates, OewsYears, Onet, OnetAbilities,
            OnetActivities, OnetKnowledge, OnetTaskRatings, OnetTools, PriceLevels, Programmes, Projections, Soc,
            Wording, WorkAtHome,
        };
        match self {
            Self::Occupations => (Onet, None, &["Occupation Data.txt"]),
            Self::JobZones => (Onet, None, &["Job Zones.txt"]),
            Self::ReportedTitles => (Onet, None, &["Sample of Reported Titles.txt"]),
            Self::JobTitles => (Onet, None, &["Job Titles.txt", "Alternate Titles.txt"]),
            Self::Tasks => (Onet, None, &["Task Statements.txt"]),
            Self::Ratings(Family::EssentialSkill) => (Onet, None, &["Essential Skills.txt", "Skills.txt"]),
            Self::Ratings(Family::TransferableSkill) => (Onet, None, &["Transferable Skills.txt", "Skills.txt"]),
            Self::Ratings(Family::Knowledge) => (Onet, Some(OnetKnowledge), &["Knowledge.txt"]),
            Self::Ratings(Family::Ability) => (Onet, Some(OnetAbilities), &["Abilities.IM_LV.txt", "Abilities.txt"]),
            Self::Ratings(Family::WorkActivity) => {
                (Onet, Some(OnetActivities), &["Work Activities.IM_LV.txt", "Work Activities.txt"])
            }
            Self::TaskRatings => (Onet, Some(OnetTaskRatings), &["Task Ratings.IM_RT.txt", "Task Ratings.txt"]),
            Self::Software => (Onet, None, &["Software Skills.txt", "Technology Skills.txt"]),
            Self::Tools => (Onet, Some(OnetTools), &["Tools Used.xlsx"]),
            Self::Related => (Onet, None, &["Related Occupations.txt"]),
            Self::Education => (Onet, None, &["Education.txt", "Education, Training, and Experience.txt"]),
            Self::Interests => (Onet, None, &["Career Interest Types.txt", "Interests.txt"]),
            Self::Oews => (Oews, None, &["national_M2024_dl.xlsx"]),
            Self::OewsYear(year) => (OewsYears, None, national(year)),
            Self::NextProjections => (NextProjections, None, &["bls_ai_exposure_growth_openings_2025-35.csv"]),
            Self::Projections => (Projections, None, &["occupation.xlsx"]),
            Self::Crosswalk => (Crosswalk, None, &["nem_onet_to_soc_crosswalk_2025-08-28.xlsx"]),
            Self::Soc => (Soc, None, &["soc_structure_2018.xlsx"]),
            Self::GptsRoles => (Gpts, None, &["occ_level.csv"]),
            Self::GptsTasks => (Gpts, None, &["full_labelset.tsv"]),
            Self::MicrosoftUser => (Microsoft, None, &["soc_metrics.csv"]),
            Self::MicrosoftHeadline => (Microsoft, None, &["soc_ai_applicability_scores.csv"]),
            Self::Aioe => (Aioe, None, &["AIOE_DataAppendix.xlsx"]),
            Self::LanguageAioe => (Aioe, None, &["Language Modeling AIOE and AIIE.xlsx"]),
            Self::AnthropicRoles => (Anthropic, None, &["job_exposure.csv"]),
            Self::AnthropicTasks => (Anthropic, None, &["task_penetration.csv"]),
            Self::WorkAtHome => (WorkAtHome, None, &["occupations_workathome.csv"]),
            Self::OewsStates => (OewsStates, None, &["oews_m2025_state.csv", "state_M2025_dl.xlsx"]),
            Self::OewsAreas => (OewsAreas, None, &["MSA_M2025_dl.xlsx", "oews_m2025_metro_nonmetro.csv"]),
            Self::OewsIndustries => {
                (OewsIndustries, None, &["natsector_M2025_dl.xlsx", "oews_m2025_national_by_industry.csv"])
            }
            Self::PriceLevels => (PriceLevels, None, &["regional_price_parities_2024.csv"]),
            Self::ConsumerPrices => {
                (ConsumerPrices, None, &["cu.data.1.AllItems", "CPIAUCNS.csv", "SeriesReport.xlsx"])
            }
            Self::ClaudeUse(0) => (ClaudeUse, None, &["task_pct_v3.csv"]),
            Self::ClaudeUse(1) => (ClaudeUse, None, &["task_pct_v4.csv"]),
            Self::ClaudeUse(_) => (ClaudeUse, None, &["task_pct_v5.csv"]),
            Self::ClaudeApiUse => (ClaudeUse, None, &["task_pct_api_v5.csv"]),
            Self::ClaudeWays => (ClaudeUse, None, &["automation_vs_augmentation_by_task_v5.csv"]),
            Self::CopilotUse => (CopilotUse, None, &["iwa_metrics.csv"]),
            Self::ChatgptUse => (ChatgptUse, None, &["usa_share_of_messages_by_onet_iwa_month.csv"]),
            Self::ChatgptWorkUse => (ChatgptUse, None, &["usa_share_of_work_related_messages_by_onet_iwa_month.csv"]),
            Self::Programmes => (Programmes, None, &["CIP2020_SOC2018_Crosswalk.xlsx"]),
            Self::WordedSummaries => (Wording, None, &["occupations.csv"]),
            Self::WordedTasks => (Wording, None, &["tasks.csv"]),
        }
    }

    const fn sources(self) -> (SourceId, Option<SourceId>) {
        let (usual, stand_in, _) = self.row();
        (usual, stand_in)
    }

    const fn known_as(self) -> &'static [&'static str] {
        self.row().2
    }

    /// Its name in the snapshot.
    pub const fn name(self) -> &'static str {
        self.known_as()[0]
    }

    /// The sheet of a workbook.
    pub const fn sheet(self) -> Option<&'static str> {
        match self {
            Self::Projections => Some(super::names::projections::SHEET),
            Self::Programmes => Some(super::names::programmes::SHEET),
            Self::Aioe => Some(super::names::aioe::AIOE.0),
            Self::LanguageAioe => Some(super::names::aioe::LANGUAGE.0),
            _ => None,
        }
    }
}

/// What BLS calls the national workbook of a year.
const fn national(year: u16) -> &'static [&'static str] {
    match year {
        2012 => &["national_M2012_dl.xls"],
        2013 => &["national_M2013_dl.xls"],
        2014 => &["national_M2014_dl.xlsx"],
        2015 => &["national_M2015_dl.xlsx"],
        2016 => &["national_M2016_dl.xlsx"],
        2017 => &["national_M2017_dl.xlsx"],
        2018 => &["national_M2018_dl.xlsx"],
        2019 => &["national_M2019_dl.xlsx"],
        2020 => &["national_M2020_dl.xlsx"],
        2021 => &["national_M2021_dl.xlsx"],
        2022 => &["national_M2022_dl.xlsx"],
        2023 => &["national_M2023_dl.xlsx"],
        2024 => &["national_M2024_dl.xlsx"],
        2025 => &["national_M2025_dl.xlsx"],
        _ => &["the national workbook of that year"],
    }
}

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its dataset.
    pub source: SourceId,
    /// Whose it is.
    pub origin: Origin,
    /// Its name; where the user's files have names of their own, all of the dataset.
    pub name: String,
    /// Which of its names it has, 0 for the snapshot's; none where it has a name of its own.
    pub variant: Option<usize>,
}

/// A name without its ending, in lower case: `Tools Used.xlsx` and `tools used.txt` are the same table.
fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

impl Catalog<'_> {
    /// The dataset of a file: for a table of O*NET that comes from another release, the one that stands in.
    pub fn dataset_of(&self, file: File) -> SourceId {
        let (usual, stand_in) = file.sources();
        stand_in.filter(|id| self.source(*id).is_some()).unwrap_or(usual)
    }
}

impl Origins<'_> {
    /// The file that a figure of this catalog comes from.
    pub(super) fn file(&self, file: File) -> Found {
        let source = self.catalog.dataset_of(file);
        let (origin, known) = (self.origin(source), file.known_as());
        let (Origin::User, Some(record)) = (origin, self.record) else {
            return Found { source, origin, name: known[0].to_owned(), variant: Some(0) };
        };
        let own: Vec<&str> = record.files.iter().filter(|file| file.id == source).map(|file| file.name).collect();
        let by_name = |name: &&str| known.iter().position(|known| stem(known) == stem(name));
        let found = own.iter().find_map(|name| Some((*name, by_name(name)?)));
        // Of the years, a user may bring some; the others stay those of the snapshot.
        let is_kept = matches!(file, File::OewsYear(..=2025));
        match (found, own.as_slice()) {
            (Some((name, variant)), _) => Found { source, origin, name: name.to_owned(), variant: Some(variant) },
            (None, _) if is_kept => {
                Found { source, origin: Origin::Snapshot, name: known[0].to_owned(), variant: Some(0) }
            }
            (None, [only]) => {
                // The one file of a dataset that has one is it, whatever its name.
                let variant = (known.len() == 1).then_some(0);
                Found { source, origin, name: (*only).to_owned(), variant }
            }
            (None, several) => Found { source, origin, name: format!("one of {}", several.join(", ")), variant: None },
        }
    }

    /// The files of a dataset.
    pub(super) fn files_of(&self, id: SourceId) -> Vec<String> {
        match self.record.filter(|record| record.origin(id) == Origin::User) {
            Some(record) => record.files.iter().filter(|file| file.id == id).map(|file| file.name.to_owned()).collect(),
            None => File::ALL
                .into_iter()
                .map(|file| self.file(file))
                .filter(|found| found.source == id)
                .map(|found| found.name)
                .collect(),
        }
    }
}
