//! O*NET, releases 28 to 31: the published text files (or their xlsx twins) to rows of the tables.

mod datasets;
mod kind;
mod occupations;
mod profile;
mod ratings;
mod rows;
mod sheet;
mod software;
mod surveys;
mod tasks;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;

use super::tables::{
    ActivityRow, EducationRow, ElementRow, InterestRow, IntermediateRow, JobTitleRow, RatingRow, RelatedRow,
    ReportedTitleRow, RoleRow, SoftwareRow, SurveyRow, TaskActivityRow, TaskRow, ToolRow,
};
use super::{BadInput, Intake, SourceFile};
use crate::catalog::{Family, SourceId};
pub use datasets::{ABILITIES, ACTIVITIES, DATABASE, KNOWLEDGE, READ_ME, RELEASE, TABLE, TASK_RATINGS, TOOLS};
use kind::OnetTable;
pub use kind::{complaint, is_called, recognise};
use sheet::Sheet;
use tasks::TaskRating;

/// The rows that O*NET's files give, each list ordered as its table is. A table that no file holds is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnetRows {
    /// Roles; the summary is the official description.
    pub roles: Vec<RoleRow>,
    /// Sample of Reported Titles.
    pub reported_titles: Vec<ReportedTitleRow>,
    pub job_titles: Vec<JobTitleRow>,
    /// Tasks; the wording is the official statement, labels and observed use are empty.
    pub tasks: Vec<TaskRow>,
    /// Detailed work activities of tasks.
    pub task_activities: Vec<TaskActivityRow>,
    /// Detailed work activities.
    pub activities: Vec<ActivityRow>,
    /// Intermediate work activities, without the figures of studies.
    pub intermediate: Vec<IntermediateRow>,
    /// Elements that the five tables of ratings name.
    pub elements: Vec<ElementRow>,
    pub essential_skills: Vec<RatingRow>,
    pub transferable_skills: Vec<RatingRow>,
    pub knowledge: Vec<RatingRow>,
    pub abilities: Vec<RatingRow>,
    /// Generalized work activities.
    pub work_activities: Vec<RatingRow>,
    pub software: Vec<SoftwareRow>,
    /// Physical tools and machines.
    pub tools: Vec<ToolRow>,
    /// Related roles.
    pub related: Vec<RelatedRow>,
    /// Required level of education.
    pub education: Vec<EducationRow>,
    /// Career interests.
    pub interests: Vec<InterestRow>,
    /// When the rows of tables were collected.
    pub surveys: Vec<SurveyRow>,
}

/// The release of the database, such as `30.3`, from the first line of its Read Me.
pub fn release(files: &[SourceFile]) -> Option<String> {
    files.iter().find_map(|file| {
        let line = file.bytes.split(|byte| *byte == b'\n').next()?;
        let line = std::str::from_utf8(line).ok()?.trim_start_matches('\u{feff}').trim();
        Some(line.strip_prefix("O*NET ")?.strip_suffix(" Database")?.to_owned())
    })
}

/// When the release was published, `2026-05`, from the second line of its Read Me: `May 2026 Release`.
pub fn released(files: &[SourceFile]) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let read_me = files.iter().find(|file| release(std::slice::from_ref(file)).is_some())?;
    let line = std::str::from_utf8(read_me.bytes.split(|byte| *byte == b'\n').nth(1)?).ok()?;
    let (month, year) = line.trim().strip_suffix(" Release")?.split_once(' ')?;
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let year: u16 = year.parse().ok()?;
    Some(format!("{year}-{month:02}"))
}

/// Reads all tables that the files hold, and says of each file what became of its rows and which dataset it counts
/// as. Files that hold no table of O*NET, or one that is not needed, are passed over.
///
/// # Errors
/// When Occupation Data or Task Statements are missing, two different files hold the same table, or a file does not
/// hold what it should: with file, line, column, the value and what was expected.
pub fn read(files: &[SourceFile]) -> Result<(OnetRows, Vec<(SourceId, Intake)>), BadInput> {
    let mut reading = Reading { files: kind::sorted(files)?, ..Reading::default() };
    for table in [OnetTable::OccupationData, OnetTable::TaskStatements] {
        if !reading.files.iter().any(|(found, _)| *found == table) {
            let place = files.first().and_then(|file| file.path.parent()).unwrap_or(Path::new("."));
            return Err(BadInput::file(place, format!("no file holds {}", table.name()))
                .next("download the text release of the O*NET database and give its folder or zip"));
        }
    }
    let rows = reading.read()?;
    Ok((rows, reading.intakes))
}

/// A reading in progress.
#[derive(Default)]
struct Reading<'f> {
    files: Vec<(OnetTable, &'f SourceFile)>,
    codes: rows::Codes,
    intakes: Vec<(SourceId, Intake)>,
    surveys: surveys::Surveys,
}

impl Reading<'_> {
    /// Reads one table, if a file holds it, and notes what became of the file's rows.
    fn table<T: Default>(
        &mut self,
        table: OnetTable,
        reader: impl FnOnce(&Sheet<'_>, &rows::Codes, &mut Intake) -> Result<T, BadInput>,
    ) -> Result<T, BadInput> {
        let Some((_, file)) = self.files.iter().find(|(found, _)| *found == table) else { return Ok(T::default()) };
        let database = self.files.iter().find(|(found, _)| *found == OnetTable::OccupationData);
        let source = kind::source(table, file, database.and_then(|(_, file)| file.path.parent()));
        let mut intake = Intake::of(file);
        let sheet = sheet::read(file)?;
        let rows = reader(&sheet, &self.codes, &mut intake)?;
        if let Some(surveyed) = table.surveyed() {
            self.surveys.note(surveyed, &sheet)?;
        }
        self.intakes.push((source, intake));
        Ok(rows)
    }

    fn read(&mut self) -> Result<OnetRows, BadInput> {
        use OnetTable as T;
        let mut found = OnetRows {
            roles: self.table(T::OccupationData, |sheet, _, intake| occupations::roles(sheet, intake))?,
            ..OnetRows::default()
        };
        self.codes = found.roles.iter().map(|role| role.code).collect();
        let zones = self.table(T::JobZones, occupations::job_zones)?;
        for role in &mut found.roles {
            role.job_zone = zones.get(&role.code).copied();
        }
        found.reported_titles = self.table(T::ReportedTitles, occupations::reported_titles)?;
        found.job_titles = self.table(T::JobTitles, occupations::job_titles)?;
        self.read_tasks(&mut found)?;
        self.read_ratings(&mut found)?;
        found.software = self.table(T::Software, software::software)?;
        found.tools = self.table(T::Tools, software::tools)?;
        found.related = self.table(T::Related, occupations::related)?;
        found.education = self.table(T::Education, profile::education)?;
        found.interests = self.table(T::Interests, profile::interests)?;
        found.surveys = std::mem::take(&mut self.surveys).rows(&self.codes);
        Ok(found)
    }

    fn read_tasks(&mut self, found: &mut OnetRows) -> Result<(), BadInput> {
        use OnetTable as T;
        found.tasks = self.table(T::TaskStatements, tasks::statements)?;
        let roles: tasks::TaskRoles = found.tasks.iter().map(|task| (task.task_id, task.code)).collect();
        let mut ratings: HashMap<_, _> =
            self.table(T::TaskRatings, |sheet, codes, intake| tasks::ratings(sheet, codes, &roles, intake))?;
        let is_complete = !ratings.is_empty();
        ratings.extend(self.table(T::TaskRatingsStandIn, |sheet, codes, intake| {
            tasks::stand_in_ratings(sheet, codes, &roles, intake)
        })?);
        for task in &mut found.tasks {
            let unrated = if is_complete { TaskRating::NOT_RATED } else { TaskRating::not_held(&task.kind) };
            let rating = ratings.get(&task.task_id).copied().unwrap_or(unrated);
            (task.importance, task.relevance) = (rating.importance, rating.relevance);
            let is_whole = rating.importance.is_some() && rating.relevance.is_some();
            task.gap = if is_whole { None } else { rating.gap.or(unrated.gap) };
        }
        found.activities = self.table(T::Activities, |sheet, _, intake| tasks::activities(sheet, intake))?;
        found.intermediate =
            self.table(T::IntermediateActivities, |sheet, _, intake| tasks::intermediate(sheet, intake))?;
        found.task_activities = self.table(T::TasksToDwas, |sheet, codes, intake| {
            tasks::task_activities(sheet, codes, &roles, &found.activities, intake)
        })?;
        Ok(())
    }

    fn read_ratings(&mut self, found: &mut OnetRows) -> Result<(), BadInput> {
        use OnetTable as T;
        let mut elements = ratings::Elements::new();
        for table in
            [T::Skills, T::EssentialSkills, T::TransferableSkills, T::Knowledge, T::Abilities, T::WorkActivities]
        {
            let rows = self.table(table, |sheet, codes, intake| {
                ratings::ratings(sheet, table.families(), codes, &mut elements, intake)
            })?;
            for (family, row) in rows {
                match family {
                    Family::EssentialSkill => found.essential_skills.push(row),
                    Family::TransferableSkill => found.transferable_skills.push(row),
                    Family::Knowledge => found.knowledge.push(row),
                    Family::Ability => found.abilities.push(row),
                    Family::WorkActivity => found.work_activities.push(row),
                }
            }
        }
        found.elements = ratings::element_rows(elements);
        Ok(())
    }
}
