//! The roles, each with its lists in the order in which they are shown.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::{BadTable, Tables};
use crate::catalog::{
    Alternate, Code, EducationShare, ElementId, Exposure, Gap, Hundredths, Label, Published, PublishedId, Rating,
    Related, Role, SocCode, SoftwareUse, Survey, Task, TaskKind, TaskLabels, Tier, TitleOrigin, ToolUse,
};
use crate::ingest::tables::{EducationRow, InterestRow, RatingRow, TaskRow, ToolRow};

/// The rows of each role.
struct ByRole<'a, R>(HashMap<Code, Vec<&'a R>>);

impl<'a, R> ByRole<'a, R> {
    fn of(rows: &'a [R], code: impl Fn(&R) -> Code) -> Self {
        let mut by_role: HashMap<Code, Vec<&R>> = HashMap::new();
        for row in rows {
            by_role.entry(code(row)).or_default().push(row);
        }
        Self(by_role)
    }

    fn get(&self, code: Code) -> &[&'a R] {
        self.0.get(&code).map_or(&[], Vec::as_slice)
    }
}

/// Makes all roles; their exposure is filled in later.
pub fn roles<'a>(
    tables: &'a Tables,
    names: &Names<'a>,
    published: &[Published<'a>],
) -> Result<Vec<Role<'a>>, BadTable> {
    let place: HashMap<SocCode, usize> = published.iter().enumerate().map(|(i, p)| (p.soc, i)).collect();
    let crosswalk: HashMap<Code, SocCode> =
        tables.crosswalk.iter().map(|row| (row.code, row.published_under)).collect();
    let reported = ByRole::of(&tables.reported_titles, |row| row.code);
    let job_titles = ByRole::of(&tables.job_titles, |row| row.code);
    let tasks = ByRole::of(&tables.tasks, |row| row.code);
    let task_activities = ByRole::of(&tables.task_activities, |row| row.code);
    let software = ByRole::of(&tables.software, |row| row.code);
    let tools = ByRole::of(&tables.tools, |row| row.code);
    let related = ByRole::of(&tables.related, |row| row.code);
    let education = ByRole::of(&tables.education, |row| row.code);
    let interests = ByRole::of(&tables.interests, |row| row.code);
    let retired = ByRole::of(&tables.retired_labels, |row| row.code);
    let surveys = ByRole::of(&tables.surveys, |row| row.code);
    let capabilities = [&tables.essential_skills, &tables.transferable_skills, &tables.knowledge, &tables.abilities]
        .map(|rows| ByRole::of(rows, |row| row.code));
    let work_activities = ByRole::of(&tables.work_activities, |row| row.code);

    tables
        .roles
        .iter()
        .map(|row| {
            let code = row.code;
            let mut activities: HashMap<u32, Vec<_>> = HashMap::new();
            for row in task_activities.get(code) {
                let id = names.activities.get(row.activity.as_str()).ok_or_else(|| {
                    BadTable::new("task_activities.csv", format!("{} is not in activities.csv", row.activity))
                })?;
                activities.entry(row.task_id).or_default().push(*id);
            }
            let mut ratings = Vec::new();
            for family in &capabilities {
                ratings.extend_from_slice(family.get(code));
            }
            let activity_ratings = work_activities.get(code);
            Ok(Role {
                code,
                title: &row.title,
                summary: &row.summary,
                job_zone: row.job_zone,
                alternates: alternates(reported.get(code), job_titles.get(code)),
                tasks: task_list(tasks.get(code), &mut activities)?,
                capabilities: rating_list(&ratings, names, tables)?,
                work_activities: rating_list(activity_ratings, names, tables)?,
                withheld: withheld(ratings.iter().chain(activity_ratings), names),
                software: software_list(software.get(code), names),
                tools: tool_list(tools.get(code), names),
                related: related
                    .get(code)
                    .iter()
                    .map(|row| {
                        let role = names.roles.get(&row.related).ok_or_else(|| {
                            BadTable::new("related.csv", format!("{} is not in roles.csv", row.related))
                        })?;
                        Ok(Related { role: *role, tier: tier(&row.tier)? })
                    })
                    .collect::<Result<_, BadTable>>()?,
                education: education.get(code).iter().map(|row| share(row)).collect::<Result<_, _>>()?,
                interests: interests.get(code).first().map(|row| six_interests(row)).transpose()?,
                at_home: None,
                retired: retired
                    .get(code)
                    .iter()
                    .filter_map(|row| {
                        Some((row.task_id, task_labels(row.task_id, [&row.gpt4_label, &row.human_label]).transpose()?))
                    })
                    .map(|(id, labels)| Ok((id, labels?)))
                    .collect::<Result<_, BadTable>>()?,
                surveys: surveys
                    .get(code)
                    .iter()
                    .map(|row| Survey { table: row.table, oldest: row.oldest, newest: row.newest })
                    .collect(),
                published: crosswalk
                    .get(&code)
                    .and_then(|soc| place.get(soc))
                    .and_then(|place| u16::try_from(*place).ok())
                    .map(PublishedId),
                exposure: Exposure::default(),
            })
        })
        .collect()
}

fn share(row: &EducationRow) -> Result<EducationShare, BadTable> {
    let percent = match row.percent {
        _ if row.suppress => Err(Gap::Withheld),
        None => Err(Gap::NotRated),
        Some(percent) => Ok(hundredths("education.csv", row.code, percent)?),
    };
    Ok(EducationShare { level: row.level, percent })
}

fn six_interests(row: &InterestRow) -> Result<[Hundredths; 6], BadTable> {
    let mut values = [Hundredths::default(); 6];
    let figures = [row.realistic, row.investigative, row.artistic, row.social, row.enterprising, row.conventional];
    for (value, figure) in values.iter_mut().zip(figures) {
        *value = hundredths("interests.csv", row.code, figure)?;
    }
    Ok(values)
}

/// Reported titles shown on My Next Move, other reported titles, then job titles; a title stands once.
fn alternates<'a>(
    reported: &[&'a crate::ingest::tables::ReportedTitleRow],
    job_titles: &[&'a crate::ingest::tables::JobTitleRow],
) -> Vec<Alternate<'a>> {
    let short: HashMap<&str, &str> =
        job_titles.iter().filter_map(|row| Some((row.title.as_str(), row.short_title.as_deref()?))).collect();
    let sources: HashMap<&str, u16> =
        job_titles.iter().map(|row| (row.title.as_str(), source_bits(&row.sources))).collect();
    let origin = |shown| if shown { TitleOrigin::ReportedShown } else { TitleOrigin::Reported };
    let mut reported: Vec<_> = reported.iter().map(|row| (row.title.as_str(), origin(row.shown))).collect();
    reported.sort_by_key(|(_, origin)| *origin);
    let job_titles = job_titles.iter().map(|row| (row.title.as_str(), TitleOrigin::JobTitle));
    let mut seen = HashSet::new();
    reported
        .into_iter()
        .chain(job_titles)
        .filter(|(title, _)| seen.insert(*title))
        .map(|(title, origin)| Alternate {
            title,
            short: short.get(title).copied(),
            origin,
            sources: sources.get(title).copied().unwrap_or(0),
        })
        .collect()
}

/// The bits of O*NET's source codes, `01,08`.
fn source_bits(codes: &str) -> u16 {
    let codes = codes.split(',').filter_map(|code| code.trim().parse::<u32>().ok());
    codes.fold(0, |bits, code| bits | 1_u16.checked_shl(code).unwrap_or(0))
}

/// By importance where every task has one (ties by Task ID); otherwise in the order of O*NET's Task Statements.
fn task_list<'a>(
    rows: &[&'a TaskRow],
    activities: &mut HashMap<u32, Vec<crate::catalog::ActivityId>>,
) -> Result<Vec<Task<'a>>, BadTable> {
    let mut tasks = rows
        .iter()
        .map(|row| {
            let gap = row.gap.unwrap_or(Gap::NotRated);
            let figure = |figure: Option<f64>| match figure {
                Some(figure) => hundredths("tasks.csv", row.code, figure).map(Ok),
                None => Ok(Err(gap)),
            };
            Ok(Task {
                id: row.task_id,
                wording: &row.wording,
                kind: match row.kind.as_str() {
                    "Core" => TaskKind::Core,
                    "Supplemental" => TaskKind::Supplemental,
                    "" => TaskKind::Unclassified,
                    other => {
                        return Err(BadTable::new(
                            "tasks.csv",
                            format!("task {}: kind {other:?} is not Core, Supplemental or empty", row.task_id),
                        ));
                    }
                },
                importance: figure(row.importance)?,
                relevance: figure(row.relevance)?,
                labels: task_labels(row.task_id, [&row.gpt4_label, &row.human_label])?,
                observed_use: row.observed_use,
                activities: activities.remove(&row.task_id).unwrap_or_default(),
            })
        })
        .collect::<Result<Vec<_>, BadTable>>()?;
    if tasks.iter().all(|task| task.importance.is_ok()) {
        tasks.sort_by_key(|task| (Reverse(task.importance), task.id));
    }
    Ok(tasks)
}

/// The labels of a task by GPT-4 and by people; none where it lacks one.
fn task_labels(task: u32, [gpt4, human]: [&str; 2]) -> Result<Option<TaskLabels>, BadTable> {
    let both = label(task, gpt4)?.zip(label(task, human)?);
    Ok(both.map(|(gpt4, human)| TaskLabels { gpt4, human }))
}

fn label(task: u32, label: &str) -> Result<Option<Label>, BadTable> {
    match label {
        "E0" => Ok(Some(Label::E0)),
        "E1" => Ok(Some(Label::E1)),
        "E2" => Ok(Some(Label::E2)),
        "" => Ok(None),
        other => Err(BadTable::new("tasks.csv", format!("task {task}: label {other:?} is not E0, E1, E2 or empty"))),
    }
}

/// By importance; ties by family, then by Element ID. Ratings that O*NET recommends to suppress stay out.
fn rating_list(rows: &[&RatingRow], names: &Names<'_>, tables: &Tables) -> Result<Vec<Rating>, BadTable> {
    let mut ratings = rows
        .iter()
        .filter_map(|row| Some((row, row.importance.filter(|_| !row.suppress_importance)?)))
        .map(|(row, importance)| {
            let unknown = || BadTable::new("elements.csv", format!("{} of {} is not there", row.element, row.code));
            let element = *names.elements.get(row.element.as_str()).ok_or_else(unknown)?;
            let family = tables.elements.get(usize::from(element.0)).ok_or_else(unknown)?.family;
            let rating = Rating {
                element,
                importance: hundredths("ratings", row.code, importance)?,
                level: match row.level {
                    _ if row.not_relevant => Err(Gap::NotRelevant),
                    _ if row.suppress_level => Err(Gap::Withheld),
                    Some(level) => Ok(hundredths("ratings", row.code, level)?),
                    None => Err(Gap::NotRated),
                },
            };
            Ok((Reverse(rating.importance), family, element, rating))
        })
        .collect::<Result<Vec<_>, BadTable>>()?;
    ratings.sort_by_key(|(importance, family, element, _)| (*importance, *family, *element));
    Ok(ratings.into_iter().map(|(.., rating)| rating).collect())
}

/// The elements whose importance O*NET advises to suppress, by Element ID.
fn withheld<'r>(rows: impl Iterator<Item = &'r &'r RatingRow>, names: &Names<'_>) -> Vec<ElementId> {
    let suppressed = rows.filter(|row| row.suppress_importance);
    let mut withheld: Vec<ElementId> =
        suppressed.filter_map(|row| names.elements.get(row.element.as_str()).copied()).collect();
    withheld.sort_unstable();
    withheld
}

/// A-Z, each with what it counts as for this role.
fn tool_list(rows: &[&ToolRow], names: &Names<'_>) -> Vec<ToolUse> {
    let mut uses: Vec<ToolUse> = rows
        .iter()
        .filter_map(|row| {
            let commodity = *names.kinds.ids.get(row.commodity.as_str())?;
            Some(ToolUse { tool: *names.tools.ids.get(row.name.as_str())?, commodity })
        })
        .collect();
    uses.sort_unstable();
    uses.dedup();
    uses
}

/// Hot technologies first, then those in demand, then A-Z.
fn software_list(rows: &[&crate::ingest::tables::SoftwareRow], names: &Names<'_>) -> Vec<SoftwareUse> {
    let mut uses: Vec<SoftwareUse> = rows
        .iter()
        .filter_map(|row| {
            let software = *names.software.ids.get(row.name.as_str())?;
            let category = *names.kinds.ids.get(row.category.as_str())?;
            Some(SoftwareUse { software, category, hot: row.hot, in_demand: row.in_demand })
        })
        .collect();
    uses.sort_by_key(|used| (Reverse(used.hot), Reverse(used.in_demand), used.software));
    uses.dedup();
    uses
}

fn tier(text: &str) -> Result<Tier, BadTable> {
    Tier::ALL.into_iter().find(|tier| tier.published() == text).ok_or_else(|| {
        BadTable::new("related.csv", format!("tier {text:?} is not Primary-Short, Primary-Long or Supplemental"))
    })
}

/// A published figure as a whole number of hundredths; more decimals than two are an error.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked before the cast")]
fn hundredths(table: &'static str, code: Code, figure: f64) -> Result<Hundredths, BadTable> {
    let scaled = figure * 100.0;
    if (0.0..=65_535.0).contains(&scaled) && (scaled - scaled.round()).abs() < 1e-6 {
        return Ok(Hundredths(scaled.round() as u16));
    }
    Err(BadTable::new(table, format!("{code}: {figure} is not a figure of 0 to 655.35 with two decimals")))
}
