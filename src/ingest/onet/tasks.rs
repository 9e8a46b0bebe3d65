//! Tasks, how they are rated, and the detailed work activities that they belong to.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::rows::{
    Codes, NO_FIGURE, OTHER_ROLE, SUPERSEDED, SUPPRESSED, UNKNOWN_CODE, UNKNOWN_TASK, UNNAMED_ACTIVITY, UNUSED_SCALE,
    by_code,
};
use super::sheet::Sheet;
use crate::catalog::{Code, Gap};
use crate::ingest::sheet::Once;
use crate::ingest::tables::{ActivityRow, IntermediateRow, TaskActivityRow, TaskRow};
use crate::ingest::{BadInput, Intake};

const TASK_IDS: std::ops::RangeInclusive<u32> = 1..=u32::MAX;

/// The role of each task.
pub(super) type TaskRoles = HashMap<u32, Code>;

/// Importance and relevance of a task, and why one of them is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct TaskRating {
    pub importance: Option<f64>,
    pub relevance: Option<f64>,
    pub gap: Option<Gap>,
}

impl TaskRating {
    /// The rating of a task of which a file of all ratings says nothing.
    pub const NOT_RATED: Self = Self { importance: None, relevance: None, gap: Some(Gap::NotRated) };

    /// The rating of a task that no file of ratings at hand has: O*NET rates all that it calls core or supplemental.
    pub fn not_held(kind: &str) -> Self {
        Self { gap: Some(if kind.is_empty() { Gap::NotRated } else { Gap::NotHeld }), ..Self::default() }
    }
}

/// Task Statements: the wording is the official statement; neither rated nor labelled yet.
pub(super) fn statements(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<TaskRow>, BadInput> {
    let (id, task, kind) = (sheet.column("Task ID")?, sheet.column("Task")?, sheet.column("Task Type")?);
    let once = std::cell::RefCell::new(Once::default());
    by_code(sheet, codes, intake, |code, row| {
        let task_id = row.figure(id, TASK_IDS)?;
        once.borrow_mut().check(task_id, row, || format!("the Task ID {task_id}"))?;
        let kind = match row.maybe(kind) {
            None => "",
            Some(known @ ("Core" | "Supplemental")) => known,
            Some(_) => return Err(row.bad(kind, "Core, Supplemental or n/a")),
        };
        Ok(TaskRow {
            code,
            task_id,
            wording: row.text(task)?.to_owned(),
            kind: kind.to_owned(),
            importance: None,
            relevance: None,
            gap: TaskRating::not_held(kind).gap,
            gpt4_label: String::new(),
            human_label: String::new(),
            observed_use: None,
        })
    })
}

/// Why a row about a task is left out, if it is.
fn left_out(code: Code, task: u32, codes: &Codes, tasks: &TaskRoles) -> Option<&'static str> {
    match tasks.get(&task) {
        _ if !codes.contains(&code) => Some(UNKNOWN_CODE),
        None => Some(UNKNOWN_TASK),
        Some(role) if *role != code => Some(OTHER_ROLE),
        Some(_) => None,
    }
}

/// Task Ratings: importance (IM, 1 to 5) and relevance (RT, 0 to 100).
pub(super) fn ratings(
    sheet: &Sheet<'_>,
    codes: &Codes,
    tasks: &TaskRoles,
    intake: &mut Intake,
) -> Result<HashMap<u32, TaskRating>, BadInput> {
    let (code, id) = (sheet.column("O*NET-SOC Code")?, sheet.column("Task ID")?);
    let (scale, value) = (sheet.column("Scale ID")?, sheet.column("Data Value")?);
    let suppress = sheet.optional("Recommend Suppress");
    let mut once = Once::default();
    let mut found = HashMap::<u32, TaskRating>::new();
    for row in sheet.rows() {
        let (code, task) = (row.code(code)?, row.figure(id, TASK_IDS)?);
        let scale = row.text(scale)?;
        let figure = match scale {
            "IM" => row.number(value, 1.0..=5.0)?,
            "RT" => row.number(value, 0.0..=100.0)?,
            _ => {
                intake.leave_out(UNUSED_SCALE);
                continue;
            }
        };
        once.check((task, scale), &row, || format!("the {scale} of task {task}"))?;
        let suppressed = row.advice(suppress)?;
        if let Some(reason) = left_out(code, task, codes, tasks) {
            intake.leave_out(reason);
        } else if suppressed {
            found.entry(task).or_default().gap = Some(Gap::Withheld);
            intake.leave_out(SUPPRESSED);
        } else if figure.is_none() {
            intake.leave_out(NO_FIGURE);
        } else {
            let rating = found.entry(task).or_default();
            let place = if scale == "IM" { &mut rating.importance } else { &mut rating.relevance };
            *place = figure;
            intake.keep();
        }
    }
    Ok(found)
}

/// The stand-in for Task Ratings: one row a task, with a status that says whether the rating still holds in 30.3.
pub(super) fn stand_in_ratings(
    sheet: &Sheet<'_>,
    codes: &Codes,
    tasks: &TaskRoles,
    intake: &mut Intake,
) -> Result<HashMap<u32, TaskRating>, BadInput> {
    let (code, id) = (sheet.column("O*NET-SOC Code")?, sheet.column("Task ID")?);
    let (importance, relevance) = (sheet.column("Importance")?, sheet.column("Relevance")?);
    let status = sheet.column("Status in 30.3")?;
    let mut once = Once::default();
    let mut found = HashMap::new();
    for row in sheet.rows() {
        let (code, task) = (row.code(code)?, row.figure(id, TASK_IDS)?);
        once.check(task, &row, || format!("the rating of task {task}"))?;
        let rating = TaskRating {
            importance: row.number(importance, 1.0..=5.0)?,
            relevance: row.number(relevance, 0.0..=100.0)?,
            gap: None,
        };
        let superseded = match row.raw(status) {
            "current" => false,
            "superseded" => true,
            _ => return Err(row.bad(status, "current or superseded")),
        };
        if let Some(reason) = left_out(code, task, codes, tasks) {
            intake.leave_out(reason);
        } else if superseded {
            found.insert(task, TaskRating { gap: Some(Gap::Superseded), ..TaskRating::default() });
            intake.leave_out(SUPERSEDED);
        } else if rating == TaskRating::default() {
            intake.leave_out(NO_FIGURE);
        } else {
            found.insert(task, rating);
            intake.keep();
        }
    }
    Ok(found)
}

/// GWAs to IWAs to DWAs, named DWA Reference before 30.3, by Element ID.
pub(super) fn activities(sheet: &Sheet<'_>, intake: &mut Intake) -> Result<Vec<ActivityRow>, BadInput> {
    let id = sheet.any_column(&["DWA Element ID", "DWA ID"])?;
    let name = sheet.any_column(&["DWA Element Name", "DWA Title"])?;
    let mut once = Once::default();
    let mut found = BTreeMap::new();
    for row in sheet.rows() {
        let id = row.text(id)?;
        once.check(id, &row, || format!("the activity {id}"))?;
        found.insert(id, row.text(name)?);
        intake.keep();
    }
    Ok(found.into_iter().map(|(id, name)| ActivityRow { id: id.to_owned(), name: name.to_owned() }).collect())
}

/// GWAs to IWAs, named IWA Reference before 30.3, by Element ID.
pub(super) fn intermediate(sheet: &Sheet<'_>, intake: &mut Intake) -> Result<Vec<IntermediateRow>, BadInput> {
    let id = sheet.any_column(&["IWA Element ID", "IWA ID"])?;
    let name = sheet.any_column(&["IWA Element Name", "IWA Title"])?;
    let mut once = Once::default();
    let mut found = BTreeMap::new();
    for row in sheet.rows() {
        let id = row.text(id)?;
        once.check(id, &row, || format!("the activity {id}"))?;
        let (earlier_id, name) = (String::new(), row.text(name)?.to_owned());
        let (chatgpt, chatgpt_at_work, copilot_goal, copilot_action) = (None, None, None, None);
        let id = id.to_owned();
        let row = IntermediateRow { id, earlier_id, name, chatgpt, chatgpt_at_work, copilot_goal, copilot_action };
        found.insert(row.id.clone(), row);
        intake.keep();
    }
    Ok(found.into_values().collect())
}

/// Tasks to DWAs, by code and Task ID; the activities of a task keep their order.
pub(super) fn task_activities(
    sheet: &Sheet<'_>,
    codes: &Codes,
    tasks: &TaskRoles,
    activities: &[ActivityRow],
    intake: &mut Intake,
) -> Result<Vec<TaskActivityRow>, BadInput> {
    let (code, id) = (sheet.column("O*NET-SOC Code")?, sheet.column("Task ID")?);
    let activity = sheet.any_column(&["DWA Element ID", "DWA ID"])?;
    let named: HashSet<&str> = activities.iter().map(|activity| activity.id.as_str()).collect();
    let mut once = Once::default();
    let mut found = Vec::new();
    for row in sheet.rows() {
        let (code, task_id, activity) = (row.code(code)?, row.figure(id, TASK_IDS)?, row.text(activity)?);
        once.check((task_id, activity), &row, || format!("the activity {activity} of task {task_id}"))?;
        if let Some(reason) = left_out(code, task_id, codes, tasks) {
            intake.leave_out(reason);
        } else if !named.contains(activity) {
            intake.leave_out(UNNAMED_ACTIVITY);
        } else {
            found.push(TaskActivityRow { code, task_id, activity: activity.to_owned() });
            intake.keep();
        }
    }
    found.sort_by_key(|row| (row.code, row.task_id));
    Ok(found)
}
