//! How AI is used for tasks and activities, programmes of study, and the handbook.

use super::Tables;
use crate::catalog::{Catalog, Hundredths, IntermediateActivity, Millionths, Role};
use crate::ingest::tables::{HandbookRow, IntermediateRow, ProgrammeOccupationRow, ProgrammeRow, TaskUsageRow};

pub(super) fn recover(catalog: &Catalog<'_>, tables: &mut Tables) {
    tables.task_usage = catalog.roles.iter().flat_map(|role| usage(catalog, role)).collect();
    tables.intermediate = catalog.intermediate.iter().map(intermediate).collect();
    let programmes = &catalog.programmes.list;
    tables.programmes =
        programmes.iter().map(|known| ProgrammeRow { code: known.code, title: known.title.to_owned() }).collect();
    let pairs = catalog.programmes.leading_to.iter().flat_map(|(soc, places)| {
        let known = places.iter().filter_map(|place| programmes.get(usize::from(*place)));
        known.map(|known| ProgrammeOccupationRow { soc: *soc, programme: known.code })
    });
    tables.programme_occupations = pairs.collect();
    let pages = catalog.handbook.page_of.iter().filter_map(|(soc, page)| {
        let page = catalog.handbook.pages.get(usize::from(*page))?;
        Some(HandbookRow { soc: *soc, title: page.title.to_owned(), path: page.path.to_owned() })
    });
    tables.handbook = pages.collect();
}

fn usage(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<TaskUsageRow> {
    let known = role.tasks.iter().filter_map(|task| catalog.usage(task));
    let row = |usage: &crate::catalog::TaskUsage| {
        let [august_2025, november_2025, february_2026] = usage.shares.map(|share| share.map(Millionths::percent));
        let way = |place: usize| usage.ways.and_then(|ways| ways.get(place).copied()).map(Hundredths::value);
        TaskUsageRow {
            code: role.code,
            task_id: usage.task,
            sharing: usage.sharing,
            august_2025,
            november_2025,
            february_2026,
            api_february_2026: usage.api.map(Millionths::percent),
            directive: way(0),
            feedback_loop: way(1),
            task_iteration: way(2),
            learning: way(3),
            validation: way(4),
        }
    };
    known.map(row).collect()
}

fn intermediate(activity: &IntermediateActivity<'_>) -> IntermediateRow {
    let share = |share: Option<Hundredths>| share.map(Hundredths::value);
    IntermediateRow {
        id: activity.id.to_owned(),
        earlier_id: activity.earlier_id.to_owned(),
        name: activity.name.to_owned(),
        chatgpt: share(activity.chatgpt),
        chatgpt_at_work: share(activity.chatgpt_at_work),
        copilot_goal: share(activity.copilot_goal),
        copilot_action: share(activity.copilot_action),
    }
}
