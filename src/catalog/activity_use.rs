//! Intermediate work activities, the groups of O*NET's detailed ones, and how much of the use of two assistants is of their
//! kind. All tasks of an activity have these figures together: they are context, and tell of no single task.

use serde::{Deserialize, Serialize};

use super::figures::Hundredths;
use super::{Catalog, Task};

/// What the figures are, for whoever reads them.
pub const NOTE: &str = "Shares of messages by intermediate work activity: all tasks of an activity have them together, and \
    they tell of none alone.";

/// An intermediate work activity. Shares are in percent of all messages or conversations of the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntermediateActivity<'a> {
    /// Element ID since O*NET 30.3: `4.A.1.a.1.a`.
    pub id: &'a str,
    /// The ID before, `4.A.1.a.1.I01`, by which the studies go; empty where no study lists it.
    pub earlier_id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Share of ChatGPT's messages in the US, mean of the months of 2025 (OpenAI Signals).
    pub chatgpt: Option<Hundredths>,
    /// The same of messages that have to do with work.
    pub chatgpt_at_work: Option<Hundredths>,
    /// Share of what people bring to Copilot ("Working with AI", user goals).
    pub copilot_goal: Option<Hundredths>,
    /// Share of what Copilot does for them ("Working with AI", AI actions).
    pub copilot_action: Option<Hundredths>,
}

/// A share of conversations in percent: `7.3%`, `0.04%`.
fn copilot_share(share: Hundredths) -> String {
    match share.0 {
        0 => "under 0.01%".to_owned(),
        100.. => format!("{:.1}%", share.value()),
        _ => format!("{share}%"),
    }
}

/// A share of messages in percent: `7.3%`. A tenth of a percent is the least that OpenAI publishes, with noise.
fn chatgpt_share(share: Hundredths) -> String {
    if share.0 < 5 { "under 0.1%".to_owned() } else { format!("{:.1}%", share.value()) }
}

impl IntermediateActivity<'_> {
    /// `7.3% of US messages in 2025, 9.2% of those about work`; none where the study lists neither.
    pub fn chatgpt_text(&self) -> Option<String> {
        Some(match (self.chatgpt.map(chatgpt_share), self.chatgpt_at_work.map(chatgpt_share)) {
            (None, None) => return None,
            (Some(all), None) => format!("{all} of US messages in 2025"),
            (None, Some(work)) => format!("{work} of US messages about work in 2025"),
            (Some(all), Some(work)) => format!("{all} of US messages in 2025, {work} of those about work"),
        })
    }

    /// `1.9% of what people bring, 0.5% of what it does`; none where the study does not list it.
    pub fn copilot_text(&self) -> Option<String> {
        let [goal, action] = [self.copilot_goal?, self.copilot_action?].map(copilot_share);
        Some(format!("{goal} of what people bring, {action} of what it does"))
    }
}

impl<'a> Catalog<'a> {
    /// The intermediate activity that a detailed one belongs to: its ID begins with that one's, in the form of today or in
    /// the earlier one.
    pub fn intermediate(&self, detailed: &str) -> Option<&IntermediateActivity<'a>> {
        let (group, _) = detailed.rsplit_once('.')?;
        match self.intermediate.binary_search_by_key(&group, |activity| activity.id) {
            Ok(place) => self.intermediate.get(place),
            Err(_) => self.intermediate.iter().find(|activity| activity.earlier_id == group),
        }
    }

    /// The intermediate activities of a task, in the order of its detailed ones.
    pub fn intermediate_of(&self, task: &Task<'_>) -> Vec<&IntermediateActivity<'a>> {
        let mut found: Vec<&IntermediateActivity<'a>> = Vec::new();
        let detailed = task.activities.iter().filter_map(|id| self.activity(*id));
        for activity in detailed.filter_map(|detailed| self.intermediate(detailed.id)) {
            if found.iter().all(|known| known.id != activity.id) {
                found.push(activity);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_activity_is_found_by_both_forms_of_its_id() {
        let catalog = fixture::catalog();
        let name = |detailed: &str| catalog.intermediate(detailed).map(|activity| activity.name);
        assert_eq!(name("4.A.1.a.1.a.7"), Some("Care for animals."));
        assert_eq!(name("4.A.1.a.1.I01.D07"), Some("Care for animals."));
        assert_eq!((name("4.A.1.a.1.b.7"), name("4")), (None, None));
    }

    #[test]
    fn shares_name_their_whole() {
        let catalog = fixture::catalog();
        let [activity] = catalog.intermediate_of(&catalog.roles[0].tasks[0])[..] else { return };
        assert_eq!(
            activity.chatgpt_text().as_deref(),
            Some("7.3% of US messages in 2025, under 0.1% of those about work")
        );
        assert_eq!(activity.copilot_text().as_deref(), Some("1.9% of what people bring, under 0.01% of what it does"));
        let less = IntermediateActivity { chatgpt: None, copilot_goal: None, ..*activity };
        assert_eq!(less.chatgpt_text().as_deref(), Some("under 0.1% of US messages about work in 2025"));
        assert_eq!(less.copilot_text(), None);
    }
}
