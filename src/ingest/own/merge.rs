//! The user's datasets over those of a pack: a dataset is the user's as a whole, or the pack's as a whole.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::imported_files::Given;
use crate::catalog::source::NOT_STATED;
use crate::catalog::{Code, SourceId, Surveyed, Wording};
use crate::ingest::gpts::{self, LabelledTask};
use crate::ingest::onet::OnetRows;
use crate::ingest::tables::{ElementRow, RatingRow, RetiredLabelsRow, SourceRow, SurveyRow, TaskRow};
use crate::ingest::{Tables, anthropic, soc, sources};

/// Puts the user's datasets in the place of those of `tables`, and says whose sentences the tables carry then.
pub fn over(mut tables: Tables, given: &mut Given, wording: Wording) -> (Tables, Wording) {
    let brought: HashSet<SourceId> = given.files.iter().map(|file| file.id).collect();
    let mut replaced = Vec::new();
    let wording = if let Some(onet) = given.onet.take() {
        replaced = apart(&onet);
        over_onet(&mut tables, onet);
        Wording::Official
    } else {
        wording
    };
    let mut socs = given.socs.take().map(|structure| {
        tables.soc_groups = structure.groups;
        structure.socs
    });
    if let Some(crosswalk) = given.crosswalk.take() {
        tables.crosswalk = crosswalk.rows;
        tables.socs = soc::with_combined(
            socs.take().unwrap_or_else(|| {
                let combined =
                    |row: &crate::ingest::tables::SocRow| row.level == crate::ingest::tables::SocLevel::Combined;
                std::mem::take(&mut tables.socs).into_iter().filter(|row| !combined(row)).collect()
            }),
            &crosswalk.titles,
        );
    } else if let Some(socs) = socs {
        let known: HashSet<_> = socs.iter().map(|row| row.code).collect();
        let combined = std::mem::take(&mut tables.socs).into_iter().filter(|row| !known.contains(&row.code));
        tables.socs = socs.into_iter().chain(combined).collect();
        tables.socs.sort_by_key(|row| row.code);
    }
    if let Some(pay) = given.oews.take() {
        tables.pay = pay.rows;
    }
    if let Some(projections) = given.projections.take() {
        tables.outlook = projections.rows;
    }
    if let Some(microsoft) = given.microsoft.take() {
        tables.microsoft = microsoft;
    }
    if let Some(aioe) = given.aioe.take() {
        tables.aioe = aioe;
    }
    studies_of_tasks(&mut tables, given);
    only_known(&mut tables);
    tables.sources = merged_sources(&tables, given, &brought, &replaced, wording);
    tables.source_files.clone_from(&given.files);
    (tables, wording)
}

/// O*NET itself, and of what it publishes apart the user's where it is there, else the pack's.
fn over_onet(tables: &mut Tables, onet: OnetRows) {
    let earlier: HashMap<(Code, u32), TaskRow> =
        std::mem::take(&mut tables.tasks).into_iter().map(|task| ((task.code, task.task_id), task)).collect();
    let labels = known_labels(&earlier, std::mem::take(&mut tables.retired_labels));
    let brought = apart(&onet);
    let is_rated = brought.contains(&SourceId::OnetTaskRatings);
    tables.tasks = onet.tasks;
    for task in &mut tables.tasks {
        let Some(known) = earlier.get(&(task.code, task.task_id)) else { continue };
        task.observed_use = known.observed_use;
        if !is_rated {
            (task.importance, task.relevance, task.gap) = (known.importance, known.relevance, known.gap);
        }
    }
    tables.retired_labels = gpts::label(&mut tables.tasks, labels);
    tables.roles = onet.roles;
    tables.reported_titles = onet.reported_titles;
    tables.job_titles = onet.job_titles;
    tables.task_activities = onet.task_activities;
    tables.activities = onet.activities;
    tables.essential_skills = onet.essential_skills;
    tables.transferable_skills = onet.transferable_skills;
    tables.software = onet.software;
    tables.related = onet.related;
    tables.education = onet.education;
    tables.interests = onet.interests;
    surveys(tables, onet.surveys, &brought);
    if !onet.tools.is_empty() {
        tables.tools = onet.tools;
    }
    let take = |rows: Vec<RatingRow>, own: &mut Vec<RatingRow>| {
        if !rows.is_empty() {
            *own = rows;
        }
    };
    take(onet.knowledge, &mut tables.knowledge);
    take(onet.abilities, &mut tables.abilities);
    take(onet.work_activities, &mut tables.work_activities);
    // Of an element that both name the user's name counts.
    let mut elements: BTreeMap<String, ElementRow> =
        std::mem::take(&mut tables.elements).into_iter().map(|row| (row.id.clone(), row)).collect();
    elements.extend(onet.elements.into_iter().map(|row| (row.id.clone(), row)));
    let rated: HashSet<&str> = [
        &tables.essential_skills,
        &tables.transferable_skills,
        &tables.knowledge,
        &tables.abilities,
        &tables.work_activities,
    ]
    .into_iter()
    .flatten()
    .map(|row| row.element.as_str())
    .collect();
    elements.retain(|id, _| rated.contains(id.as_str()));
    tables.elements = elements.into_values().collect();
}

/// The labels of the tasks of a release, its retired ones among them.
fn known_labels(tasks: &HashMap<(Code, u32), TaskRow>, retired: Vec<RetiredLabelsRow>) -> Vec<LabelledTask> {
    let labelled = tasks.values().filter(|task| !task.gpt4_label.is_empty());
    let labelled = labelled.map(|task| (task.task_id, task.code, task.gpt4_label.clone(), task.human_label.clone()));
    labelled.chain(retired.into_iter().map(|row| (row.task_id, row.code, row.gpt4_label, row.human_label))).collect()
}

/// The dates of what O*NET publishes apart stay the pack's where its rows do; all others are the user's.
fn surveys(tables: &mut Tables, brought: Vec<SurveyRow>, replaced: &[SourceId]) {
    tables.surveys.retain(|row| {
        let apart = match row.table {
            Surveyed::Knowledge => SourceId::OnetKnowledge,
            Surveyed::Abilities => SourceId::OnetAbilities,
            Surveyed::Activities => SourceId::OnetActivities,
            Surveyed::TaskRatings => SourceId::OnetTaskRatings,
            _ => return false,
        };
        !replaced.contains(&apart)
    });
    tables.surveys.extend(brought);
    tables.surveys.sort_by_key(|row| (row.code, row.table));
}

/// Labels join by Task ID, observed use by the official sentence.
fn studies_of_tasks(tables: &mut Tables, given: &mut Given) {
    if let Some((scores, labels)) = given.gpts.take() {
        tables.gpts = scores;
        tables.retired_labels = gpts::label(&mut tables.tasks, labels);
    }
    if let Some((observed, penetration)) = given.anthropic.take() {
        tables.anthropic = observed;
        let used: HashMap<&str, f64> = penetration.iter().map(|(text, used)| (text.as_str(), *used)).collect();
        for task in &mut tables.tasks {
            task.observed_use = used.get(anthropic::task_key(&task.wording).as_str()).copied();
        }
    }
}

/// Rows of roles and tasks that the user's O*NET does not have join nothing.
fn only_known(tables: &mut Tables) {
    let roles: HashSet<Code> = tables.roles.iter().map(|role| role.code).collect();
    macro_rules! only_known_roles {
        ($($list:ident),*) => { $(tables.$list.retain(|row| roles.contains(&row.code));)* };
    }
    only_known_roles!(
        crosswalk,
        knowledge,
        abilities,
        work_activities,
        tools,
        gpts,
        work_at_home,
        surveys,
        retired_labels
    );
    let titled: HashSet<_> = tables.socs.iter().map(|row| row.code).collect();
    tables.crosswalk.retain(|row| titled.contains(&row.published_under));
}

/// Of the datasets that O*NET publishes apart, or has ended, those that the user's files hold.
fn apart(onet: &OnetRows) -> Vec<SourceId> {
    let is_rated = onet.tasks.iter().any(|task| task.importance.is_some() || task.relevance.is_some());
    [
        (SourceId::OnetKnowledge, !onet.knowledge.is_empty()),
        (SourceId::OnetAbilities, !onet.abilities.is_empty()),
        (SourceId::OnetActivities, !onet.work_activities.is_empty()),
        (SourceId::OnetTaskRatings, is_rated),
        (SourceId::OnetTools, !onet.tools.is_empty()),
    ]
    .into_iter()
    .filter_map(|(id, is_there)| is_there.then_some(id))
    .collect()
}

/// The user's datasets as their files say; the others as the pack has them, where anything of them is left.
fn merged_sources(
    tables: &Tables,
    given: &Given,
    brought: &HashSet<SourceId>,
    replaced: &[SourceId],
    wording: Wording,
) -> Vec<SourceRow> {
    let is_left = |id: SourceId| match id {
        SourceId::Wording => wording == Wording::Own,
        id => !replaced.contains(&id),
    };
    let kept = tables.sources.iter().filter(|row| !brought.contains(&row.id) && is_left(row.id)).cloned();
    let stated = Stated { releases: &given.releases, dates: &given.dates };
    let mut merged: Vec<SourceRow> = sources::rows(&given.files, stated.releases)
        .into_iter()
        .map(|row| {
            let known = tables.sources.iter().find(|known| known.id == row.id && known.sha256 == row.sha256);
            known.cloned().unwrap_or_else(|| stated.unknown(row))
        })
        .chain(kept)
        .collect();
    merged.sort_by_key(|row| row.id);
    merged
}

/// What the files say of themselves.
struct Stated<'g> {
    releases: &'g [(SourceId, String)],
    dates: &'g [(SourceId, String)],
}

impl Stated<'_> {
    /// A dataset whose files are not the known ones: nothing is claimed of it that no file says.
    fn unknown(&self, row: SourceRow) -> SourceRow {
        let of = |list: &[(SourceId, String)]| list.iter().find(|(id, _)| *id == row.id).map(|(_, text)| text.clone());
        // These are names of the only publication, not numbers of a release.
        let named = matches!(row.id, SourceId::Gpts | SourceId::Microsoft | SourceId::Aioe | SourceId::Soc);
        let release =
            of(self.releases).unwrap_or_else(|| if named { row.release.clone() } else { NOT_STATED.to_owned() });
        let attribution = sources::credit(row.id, &release);
        SourceRow { release, attribution, date: of(self.dates).unwrap_or_else(|| NOT_STATED.to_owned()), ..row }
    }
}
