//! Where it comes from how AI is used: for tasks, for a role, and for the activities that tasks belong to.

use super::{Figure, File, Origins, Provenance, PublishedCell, Raw, names};
use crate::catalog::usage::{MONTHS, NOTE, share_text};
use crate::catalog::{Hundredths, IntermediateActivity, Millionths, Role, Task, TaskUsage, Way, activity_use};

const BY_TEXT: &str = "The files name tasks by their text alone: joined by it, in lower case, and where O*NET has worded the \
    task anew since, by its words without punctuation and little words such as and, or, the. Shares are in percent of all \
    conversations of the month and rounded to 0.0001; tasks that were seen too seldom are not listed.";

const WAYS: &str = "Handed over: directive and feedback loop. Done together: task iteration, learning and validation. The \
    rest could not be classified.";

/// The files of shares, and of when.
fn files() -> impl Iterator<Item = (File, usize)> {
    (0..).map(File::ClaudeUse).zip(0..MONTHS.len())
}

impl Origins<'_> {
    pub(super) fn task_usage(&self, role: &Role<'_>, place: u16) -> Provenance {
        use names::claude_use::{SHARE, TASK, TASK_NAME, WAYS as COLUMNS};
        let task = role.tasks.get(usize::from(place));
        let id = task.map_or_else(|| "?".to_owned(), |task| task.id.to_string());
        let usage = task.and_then(|task| self.catalog.usage(task));
        let shown = usage.map(|usage| {
            let split = usage.split().map_or_else(String::new, |split| format!("; {}", split.text()));
            format!("{}{split}", usage.shares_text())
        });
        let name = format!("use of AI for task {id} (Anthropic Economic Index, 2025-26)");
        let mut provenance = Self::traced(role, Figure::TaskUsage(place), name, shown);
        let text = format!("the official text of Task ID {id}");
        let missing = || "no row with the official text of the task".to_owned();
        let share = |share: Option<Millionths>| Raw::or(share.map(|share| format!("{:.4}", share.percent())), missing);
        let row = [(TASK_NAME, text.clone())];
        let shares = files().map(|(file, month)| (file, usage.and_then(|usage| usage.shares.get(month).copied()?)));
        let shares = shares.chain([(File::ClaudeApiUse, usage.and_then(|usage| usage.api))]);
        provenance.cells = shares.map(|(file, found)| self.cell(file, &row, SHARE, share(found))).collect();
        let ways = usage.and_then(|usage| usage.ways);
        for (place, column) in COLUMNS.into_iter().enumerate() {
            let part = ways.and_then(|ways| ways.get(place).copied());
            let raw = Raw::or(part.map(|part| format!("{:.4}", part.value() / 100.0)), missing);
            provenance.cells.push(self.cell(File::ClaudeWays, &[(TASK, text.clone())], column, raw));
        }
        let steps = &mut provenance.computation;
        steps.push(BY_TEXT.to_owned());
        steps.extend(usage.and_then(split_step));
        if let Some(note) = usage.and_then(TaskUsage::shared_note) {
            steps.push(format!("The figures are {note}: they are those of all of them together."));
        }
        steps.push(NOTE.to_owned());
        provenance
    }

    pub(super) fn role_usage(&self, role: &Role<'_>) -> Provenance {
        use names::claude_use::{SHARE, TASK_NAME};
        let usage = self.catalog.role_usage(role);
        let shown =
            usage.map(|usage| format!("{}; {}; {}", usage.shares_text(), usage.split_text(), usage.coverage_text()));
        let name = "use of AI for its tasks (Anthropic Economic Index, 2025-26)";
        let mut provenance = Self::traced(role, Figure::Usage, name, shown);
        let row = [(TASK_NAME, format!("the official texts of the {} tasks of {}", role.tasks.len(), role.code))];
        let cells = files().map(|(file, month)| {
            let share = usage.and_then(|usage| usage.shares.get(month).copied()?);
            let raw = share.map(|share| format!("{share:.4} in all"));
            self.cell(file, &row, SHARE, Raw::or(raw, || "no row with the text of one of its tasks".to_owned()))
        });
        provenance.cells = cells.collect();
        let steps = &mut provenance.computation;
        steps.push(BY_TEXT.to_owned());
        steps.push("Sum of its tasks' shares; of a text that several tasks have, each has an equal part.".to_owned());
        if let Some(usage) = usage {
            let last = MONTHS.last().copied().unwrap_or_default();
            steps.push(format!(
                "The way of use is the mean of the {} tasks that are listed in {last}, each weighted by its share of that \
                 month. {WAYS}",
                usage.listed_last
            ));
        }
        steps.push(NOTE.to_owned());
        provenance
    }

    pub(super) fn activity_use(&self, role: &Role<'_>, place: u16) -> Provenance {
        let task = role.tasks.get(usize::from(place));
        let activities = task.map_or_else(Vec::new, |task| self.catalog.intermediate_of(task));
        let id = task.map_or_else(|| "?".to_owned(), |task: &Task<'_>| task.id.to_string());
        let shown: Vec<String> = activities.iter().filter_map(|activity| in_words(activity)).collect();
        let shown = (!shown.is_empty()).then(|| shown.join("; "));
        let name = format!("ChatGPT and Copilot in the activities of task {id}");
        let mut provenance = Self::traced(role, Figure::ActivityUse(place), name, shown);
        provenance.cells = activities.iter().flat_map(|activity| self.activity_cells(activity)).collect();
        if provenance.cells.is_empty() {
            let row = [(names::chatgpt_use::ACTIVITY, format!("the activities of Task ID {id}"))];
            let raw = Raw::Missing("no activity that the studies list".to_owned());
            provenance.cells.push(self.cell(File::ChatgptUse, &row, names::chatgpt_use::SHARE, raw));
        }
        provenance.computation.extend([
            "From the task to its detailed work activities, and from these to the intermediate ones, with whose IDs theirs \
             begin; the studies go by the IDs from before O*NET 30.3, which Copilot's file leads to those of today by name."
                .to_owned(),
            "ChatGPT: mean of the twelve months of 2025, where the activity is listed in each; noise is added and each month \
             rounded to 0.001 by OpenAI."
                .to_owned(),
            activity_use::NOTE.to_owned(),
        ]);
        provenance
    }

    fn activity_cells(&self, activity: &IntermediateActivity<'_>) -> [PublishedCell; 4] {
        use names::{chatgpt_use, copilot_use};
        let id = if activity.earlier_id.is_empty() { activity.id } else { activity.earlier_id }.to_owned();
        let text = |share: Option<Hundredths>| share.map(|share| format!("{:.4}", share.value() / 100.0));
        let months = format!("{0}-01-01 to {0}-12-01", chatgpt_use::YEAR);
        let row = [(chatgpt_use::ACTIVITY, id.clone()), (chatgpt_use::MONTH, months)];
        let mean = |share| text(share).map(|mean| format!("{mean} in the mean"));
        let chatgpt = |file, share| {
            self.cell(file, &row, chatgpt_use::SHARE, Raw::or(mean(share), || "not listed in every month".to_owned()))
        };
        let copilot = |column, share| {
            let raw = Raw::or(text(share), || "no row for it".to_owned());
            self.cell(File::CopilotUse, &[(copilot_use::ACTIVITY, id.clone())], column, raw)
        };
        [
            chatgpt(File::ChatgptUse, activity.chatgpt),
            chatgpt(File::ChatgptWorkUse, activity.chatgpt_at_work),
            copilot(copilot_use::GOAL, activity.copilot_goal),
            copilot(copilot_use::ACTION, activity.copilot_action),
        ]
    }
}

/// `Develop plans: ChatGPT 7.3% of US messages in 2025, Copilot 1.9% of what people bring, …`; none where nothing is known.
fn in_words(activity: &IntermediateActivity<'_>) -> Option<String> {
    let chatgpt = activity.chatgpt_text().map(|text| format!("ChatGPT {text}"));
    let copilot = activity.copilot_text().map(|text| format!("Copilot {text}"));
    let known: Vec<String> = chatgpt.into_iter().chain(copilot).collect();
    (!known.is_empty()).then(|| format!("{}: {}", activity.name.trim_end_matches('.'), known.join("; ")))
}

/// How the ways add up.
fn split_step(usage: &TaskUsage) -> Option<String> {
    let split = usage.split()?;
    let parts = usage.ways?.into_iter().zip(Way::ALL).map(|(part, way)| format!("{} {part}%", way.name()));
    let api = usage.api.map_or_else(String::new, |api| format!(" Through the API: {}.", share_text(api.percent())));
    Some(format!(
        "{}: {:.2}% handed over, {:.2}% done together. {WAYS}{api}",
        parts.collect::<Vec<_>>().join(", "),
        split.handed_over,
        split.done_together
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::RoleId;
    use crate::fixture;

    fn of(role: u16, figure: Figure) -> Provenance {
        Origins { catalog: fixture::catalog(), record: None }.of(RoleId(role), figure).unwrap()
    }

    #[test]
    fn the_use_of_a_task_names_each_file() {
        let usage = of(0, Figure::TaskUsage(0));
        let values: Vec<String> =
            usage.cells.iter().map(|cell| format!("{} {}", cell.file, cell.value_text())).collect();
        assert_eq!(
            values[..4],
            [
                "task_pct_v3.csv pct = 0.0400",
                "task_pct_v4.csv pct: no row with the official text of the task",
                "task_pct_v5.csv pct = 0.0600",
                "task_pct_api_v5.csv pct = 0.0090",
            ]
        );
        assert_eq!(values[4], "automation_vs_augmentation_by_task_v5.csv directive = 0.4000");
        assert!(usage.computation.iter().any(|step| step.contains("48.00% handed over, 32.00% done together")));
        assert!(
            of(0, Figure::TaskUsage(1)).computation.iter().any(|step| step.contains("another task of the same text"))
        );
        assert_eq!(of(1, Figure::TaskUsage(0)).shown, "not published");
    }

    #[test]
    fn the_use_of_a_role_says_how_it_is_summed_up() {
        let usage = of(0, Figure::Usage);
        assert!(usage.shown.starts_with("0.040% in Aug 2025, "), "{}", usage.shown);
        assert_eq!(usage.cells[2].value_text(), "pct = 0.0800 in all");
        assert!(usage.computation.iter().any(|step| step.contains("the 2 tasks that are listed in February 2026")));
        assert_eq!(of(2, Figure::Usage).shown, "not published");
    }

    #[test]
    fn the_use_of_an_activity_is_said_to_be_that_of_all_its_tasks() {
        let used = of(0, Figure::ActivityUse(0));
        assert!(used.shown.starts_with("Care for animals: ChatGPT 7.3% of US messages in 2025"), "{}", used.shown);
        assert_eq!(used.cells[0].row_text(), "iwa_cleaned 4.A.1.a.1.I01, month 2025-01-01 to 2025-12-01");
        assert!(used.computation.iter().any(|step| step.contains("all tasks of an activity have them together")));
    }
}
