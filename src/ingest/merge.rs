//! From what files say to tables: each dataset comes whole from the files, or whole from the tables that are there.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::activity_use;
use super::gpts::{self, LabelledTask};
use super::onet::OnetRows;
use super::published::{not_embedded, rows};
use super::read::Read;
use super::tables::{ElementRow, RatingRow, RetiredLabelsRow, SourceRow, SurveyRow, TaskRow};
use super::{DATASETS, Tables};
use crate::catalog::{Code, SourceId, Surveyed, Wording};

/// Puts the datasets that were read in the place of those of `tables`, and says whose sentences the tables carry then.
pub fn over(mut tables: Tables, read: &mut Read, wording: Wording) -> (Tables, Wording) {
    let mut replaced = Vec::new();
    let wording = if let Some(onet) = read.onet.take() {
        replaced = apart(&onet);
        over_onet(&mut tables, onet);
        Wording::Official
    } else {
        wording
    };
    let brought: HashSet<SourceId> = read.files.iter().map(|file| file.id).collect();
    for dataset in DATASETS.iter().filter(|dataset| brought.contains(&dataset.id)) {
        (dataset.place)(&mut tables, read);
    }
    only_known(&mut tables);
    tables.sources = merged_sources(&tables, read, &replaced, wording);
    tables.source_files.clone_from(&read.files);
    (tables, wording)
}

/// O*NET itself, and of what it publishes apart what was read, else what is in the tables.
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
    tables.intermediate = activity_use::carried(onet.intermediate, std::mem::take(&mut tables.intermediate));
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
    // Where both name an element, the brought name counts.
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

/// The dates of what O*NET publishes apart stay where its rows stay; all others are those of the files.
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

/// Rows of roles and tasks that O*NET does not have join nothing.
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
    let tasks: HashSet<(Code, u32)> = tables.tasks.iter().map(|task| (task.code, task.task_id)).collect();
    tables.task_usage.retain(|row| tasks.contains(&(row.code, row.task_id)));
    let titled: HashSet<_> = tables.socs.iter().map(|row| row.code).collect();
    tables.crosswalk.retain(|row| titled.contains(&row.published_under));
}

/// Of the datasets that O*NET publishes apart, or has ended, those that the files hold.
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

/// The datasets that were read as their files say; the others as they were, where anything of them is left.
fn merged_sources(tables: &Tables, read: &Read, replaced: &[SourceId], wording: Wording) -> Vec<SourceRow> {
    let is_left = |id: SourceId| match id {
        SourceId::Wording => wording == Wording::Own,
        id => !replaced.contains(&id),
    };
    let brought: HashSet<SourceId> = read.files.iter().map(|file| file.id).collect();
    let kept = tables.sources.iter().filter(|row| !brought.contains(&row.id) && is_left(row.id)).cloned();
    let mut merged: Vec<SourceRow> = rows(&read.files, &read.releases)
        .into_iter()
        .map(|row| {
            let known = tables.sources.iter().find(|known| known.id == row.id && known.sha256 == row.sha256);
            known.cloned().unwrap_or_else(|| not_embedded(row, &read.releases, &read.dates))
        })
        .chain(kept)
        .collect();
    merged.sort_by_key(|row| row.id);
    merged
}
