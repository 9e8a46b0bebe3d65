//! The reviewed tables of `assets/tables`: one CSV file a table, one row a fact, sorted by code and then in the
//! source's order where that order means something. A missing figure is an empty field.

mod bls_and_study_rows;
mod code_rows;
mod estimate_rows;
mod onet_rows;
mod use_and_study_rows;

use std::path::Path;

use super::BadInput;
use super::table_file;
pub use bls_and_study_rows::*;
pub use code_rows::*;
pub use estimate_rows::*;
pub use onet_rows::*;
pub use use_and_study_rows::*;

/// Declares the list of tables once: the struct that holds them, and how it is read, written and counted.
macro_rules! tables {
    ($($(#[$doc:meta])* $list:ident: $row:ty = $file:literal,)*) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Tables {
            $($(#[$doc])* pub $list: Vec<$row>,)*
        }

        impl Tables {
            /// Each table's file name with its number of rows.
            pub fn counts(&self) -> Vec<(&'static str, usize)> {
                vec![$(($file, self.$list.len()),)*]
            }

            /// Reads all tables of a folder.
            ///
            /// # Errors
            /// A table that is missing, or a row that does not fit it, with file and line.
            pub fn read(folder: &Path) -> Result<Self, BadInput> {
                Ok(Self { $($list: table_file::read_rows(&folder.join($file))?,)* })
            }

            /// Writes all tables into a folder.
            ///
            /// # Errors
            /// When a file cannot be written.
            pub fn write(&self, folder: &Path) -> Result<(), BadInput> {
                $(table_file::write_rows(&folder.join($file), &self.$list)?;)*
                Ok(())
            }
        }
    };
}

tables! {
    /// Every role of O*NET-SOC 2019, by code.
    roles: RoleRow = "roles.csv",
    /// SOC 2018: major groups and detailed occupations, and the combined codes of the National Employment Matrix, by code.
    socs: SocRow = "soc.csv",
    /// Minor and broad groups of SOC 2018, by code.
    soc_groups: SocGroupRow = "soc_groups.csv",
    /// SOC 2010 to SOC 2018, by code.
    soc_2010: Soc2010Row = "soc_2010.csv",
    /// O*NET-SOC 2010 codes that no role has any more, with the role of the same title, by code.
    onet_2010: Onet2010Row = "onet_soc_2010.csv",
    /// Census 2018 to SOC 2018, by code.
    census_2018: Census2018Row = "census_2018.csv",
    /// Census 2010 to Census 2018, where that is another code, by code.
    census_2010: Census2010Row = "census_2010.csv",
    /// ISCO-08 to SOC 2010, by code.
    isco_08: IscoRow = "isco_08.csv",
    /// Under which code BLS publishes a role, by code.
    crosswalk: CrosswalkRow = "crosswalk.csv",
    /// Titles that people who do the work reported, by code in O*NET's order.
    reported_titles: ReportedTitleRow = "reported_titles.csv",
    /// Job titles, by code in O*NET's order.
    job_titles: JobTitleRow = "job_titles.csv",
    /// Tasks with what studies say of them, by code in the order of O*NET's Task Statements.
    tasks: TaskRow = "tasks.csv",
    /// Detailed work activities of a task, by code and Task ID in O*NET's order.
    task_activities: TaskActivityRow = "task_activities.csv",
    /// Detailed work activities, by Element ID.
    activities: ActivityRow = "activities.csv",
    /// Elements of the content model that are rated, by Element ID.
    elements: ElementRow = "elements.csv",
    /// Essential skills, by code and Element ID.
    essential_skills: RatingRow = "essential_skills.csv",
    /// Transferable skills, by code and Element ID.
    transferable_skills: RatingRow = "transferable_skills.csv",
    /// Knowledge, by code and Element ID.
    knowledge: RatingRow = "knowledge.csv",
    /// Abilities, by code and Element ID.
    abilities: RatingRow = "abilities.csv",
    /// Generalized work activities, by code and Element ID.
    work_activities: RatingRow = "work_activities.csv",
    /// Software, by code in O*NET's order.
    software: SoftwareRow = "software.csv",
    /// Physical tools and machines, by code in O*NET's order.
    tools: ToolRow = "tools.csv",
    /// Related roles, by code in the order of their index.
    related: RelatedRow = "related.csv",
    /// Required level of education, by code and level.
    education: EducationRow = "education.csv",
    /// When the rows of a table of O*NET were collected, by code and table.
    surveys: SurveyRow = "surveys.csv",
    /// Career interests, by code and Element ID.
    interests: InterestRow = "interests.csv",
    /// Employment and wages of detailed occupations (OEWS), by code. Wages in dollars; `#` at or above the ceiling;
    /// empty: not published.
    pay: PayRow = "pay.csv",
    /// Employment and wages of detailed occupations in each year (OEWS), by year and by the code of that year.
    pay_years: PayYearRow = "pay_years.csv",
    /// Employment Projections, Table 1.2, line items, by code. Counts in thousands with one decimal.
    outlook: OutlookRow = "outlook.csv",
    /// Employment Projections 2025-35 as they were transcribed, and BLS's relative AI exposure category, by code.
    outlook_next: NextOutlookRow = "outlook_next.csv",
    /// "GPTs are GPTs" by role, by code.
    gpts: GptsRow = "exposure_gpts.csv",
    /// Labels of "GPTs are GPTs" for tasks that O*NET has retired since, by code and Task ID.
    retired_labels: RetiredLabelsRow = "retired_labels.csv",
    /// "Working with AI" by SOC code, by code.
    microsoft: MicrosoftRow = "exposure_microsoft.csv",
    /// AIOE by SOC 2010 code, by code.
    aioe: AioeRow = "exposure_aioe.csv",
    /// Anthropic's observed exposure by SOC code, by code.
    anthropic: AnthropicRow = "exposure_anthropic.csv",
    /// Which work can be done at home, by code.
    work_at_home: WorkAtHomeRow = "work_at_home.csv",
    /// States and areas, by code.
    places: PlaceRow = "places.csv",
    /// Price levels of the states (BEA), by state.
    price_levels: PriceLevelRow = "price_levels.csv",
    /// Consumer price index of May, by year; a user brings it.
    consumer_prices: ConsumerPriceRow = "consumer_prices.csv",
    /// Employment and wages by state (OEWS), by state and code.
    pay_states: EstimateRow<u32> = "pay_states.csv",
    /// The same by metropolitan and nonmetropolitan area; a user brings it.
    pay_areas: EstimateRow<u32> = "pay_areas.csv",
    /// Industries, by NAICS code; a user brings them.
    industries: IndustryRow = "industries.csv",
    /// Employment and wages of the nation by industry (OEWS), by NAICS code and code.
    pay_industries: EstimateRow<String> = "pay_industries.csv",
    /// How AI is used for tasks, by code in the order of tasks.
    task_usage: TaskUsageRow = "task_usage.csv",
    /// Intermediate work activities and what of two assistants' use is of their kind, by Element ID.
    intermediate: IntermediateRow = "intermediate_activities.csv",
    /// Programmes of study of CIP 2020 that lead to an occupation, by code.
    programmes: ProgrammeRow = "programmes.csv",
    /// The occupations that programmes of study lead to, by SOC code and programme.
    programme_occupations: ProgrammeOccupationRow = "programme_occupations.csv",
    /// Pages of the Occupational Outlook Handbook, by the code that BLS publishes under.
    handbook: HandbookRow = "handbook.csv",
    /// The datasets, in the order of [`crate::catalog::SourceId`].
    sources: SourceRow = "sources.csv",
    /// The files that the tables were made from, by dataset and name.
    source_files: SourceFileRow = "source_files.csv",
}
