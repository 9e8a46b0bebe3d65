//! How AI is used for a role's tasks, and for the activities that they belong to: on the page and in JSON.

use serde::Serialize;

use super::Page;
use super::document::{Block, Item};
use crate::catalog::usage::{MONTHS, NOTE, Split, share_text};
use crate::catalog::{IntermediateActivity, Millionths, NOT_PUBLISHED, SourceId, Task, TaskUsage, Way, activity_use};
use crate::report::json::object;

pub fn blocks(page: Page<'_>) -> Vec<Block> {
    let Page { catalog, role } = page;
    let mut blocks = vec![Block::Heading("How AI is used"), Block::Remark(NOTE.to_owned())];
    let Some(known) = catalog.role_usage(role) else {
        blocks.push(Block::fact("Share of the use of Claude.ai", NOT_PUBLISHED));
        blocks.extend(assistants(page));
        return blocks;
    };
    let last = MONTHS.last().copied().unwrap_or_default();
    blocks.push(Block::fact("Share of the use of Claude.ai", format!("{}.", known.shares_text())));
    blocks.push(Block::fact(format!("Way of use ({last}, weighted by use)"), format!("{}.", known.split_text())));
    blocks.push(Block::fact("Covered", format!("{}.", known.coverage_text())));
    let tasks = role.tasks.iter().filter_map(|task| Some((task, catalog.usage(task)?)));
    blocks.push(Block::list(
        "Tasks seen on Claude.ai",
        Some("handed over: directive, feedback loop; done together: task iteration, learning, validation".to_owned()),
        tasks.map(|(task, usage)| Item::new(task.wording, Some(usage_text(usage)))),
    ));
    blocks.extend(assistants(page));
    blocks
}

/// All that is known of a task.
fn usage_text(usage: &TaskUsage) -> String {
    let api = usage.api.map(|api| format!("API {}", share_text(api.percent())));
    let split = usage.split().map(Split::text);
    let parts = std::iter::once(usage.shares_text()).chain(api).chain(split).chain(usage.shared_note());
    parts.collect::<Vec<_>>().join("; ")
}

/// The intermediate activities of the role that a study lists, with how many of its tasks each has.
fn activities(page: Page<'_>) -> Vec<(&IntermediateActivity<'_>, usize)> {
    let mut found: Vec<(&IntermediateActivity<'_>, usize)> = Vec::new();
    for activity in page.role.tasks.iter().flat_map(|task| page.catalog.intermediate_of(task)) {
        match found.iter_mut().find(|(known, _)| known.id == activity.id) {
            Some((_, tasks)) => *tasks += 1,
            None => found.push((activity, 1)),
        }
    }
    found.retain(|(activity, _)| activity.chatgpt_text().is_some() || activity.copilot_text().is_some());
    found.sort_by_key(|(_, tasks)| std::cmp::Reverse(*tasks));
    found
}

fn assistants(page: Page<'_>) -> Option<Block> {
    let found = activities(page);
    let item = |(activity, tasks): (&IntermediateActivity<'_>, usize)| {
        let chatgpt = activity.chatgpt_text().map(|text| format!("ChatGPT {text}"));
        let copilot = activity.copilot_text().map(|text| format!("Copilot {text}"));
        let tasks = if tasks == 1 { "1 of its tasks".to_owned() } else { format!("{tasks} of its tasks") };
        let parts: Vec<String> = std::iter::once(tasks).chain(chatgpt).chain(copilot).collect();
        Item::new(activity.name.trim_end_matches('.'), Some(parts.join("; ")))
    };
    let note = format!("OpenAI Signals; Working with AI. {}", activity_use::NOTE);
    (!found.is_empty()).then(|| Block::list("ChatGPT and Copilot by activity", Some(note), found.into_iter().map(item)))
}

/// The role's use for JSON: `null` where none of its tasks is listed.
pub fn of_role(page: Page<'_>) -> impl Serialize {
    let figures = page.catalog.role_usage(page.role).map(|usage| {
        let shares = usage.shares.map(|share| share.map(|percent| rounded(percent, 10_000.0)));
        let months = MONTHS.into_iter().zip(shares);
        object!(Usage {
            tasks: usage.tasks,
            listed: usage.listed,
            listed_last: usage.listed_last,
            shares: months.map(|(month, percent)| object!(Share { month, percent })).collect::<Vec<_>>(),
            split: usage.split.map(split),
        })
    });
    object!(AiUse { source: SourceId::ClaudeUse, note: NOTE, figures })
}

/// A task's use for JSON.
pub fn of_task(page: Page<'_>, task: &Task<'_>) -> Option<impl Serialize + use<>> {
    page.catalog.usage(task).map(|usage| {
        let months = MONTHS.into_iter().zip(usage.shares);
        let share = |share: Option<Millionths>| share.map(Millionths::percent);
        let ways = usage.ways.map(|ways| {
            let ways = Way::ALL.into_iter().zip(ways);
            ways.map(|(way, percent)| object!(Part { way: way.name(), percent })).collect::<Vec<_>>()
        });
        object!(Usage {
            sharing: usage.sharing,
            shares: months.map(|(month, found)| object!(Share { month, percent: share(found) })).collect::<Vec<_>>(),
            api_percent: share(usage.api),
            split: usage.split().map(split),
            ways,
        })
    })
}

/// A percentage to so many parts of one percent.
fn rounded(percent: f64, parts: f64) -> f64 {
    (percent * parts).round() / parts
}

fn split(split: Split) -> impl Serialize + use<> {
    object!(Split {
        handed_over_percent: rounded(split.handed_over, 100.0),
        done_together_percent: rounded(split.done_together, 100.0),
        not_classified_percent: rounded(split.not_classified(), 100.0),
    })
}

/// The activities' use for JSON.
pub fn of_activities(page: Page<'_>) -> impl Serialize {
    let items = activities(page).into_iter().map(|(activity, tasks)| {
        object!(Activity {
            id: activity.id,
            name: activity.name,
            tasks,
            chatgpt_percent: activity.chatgpt,
            chatgpt_at_work_percent: activity.chatgpt_at_work,
            copilot_goal_percent: activity.copilot_goal,
            copilot_action_percent: activity.copilot_action,
        })
    });
    let sources = object!(Sources { chatgpt: SourceId::ChatgptUse, copilot: SourceId::CopilotUse });
    object!(Assistants { sources, note: activity_use::NOTE, items: items.collect::<Vec<_>>() })
}
