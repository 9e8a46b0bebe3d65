//! How AI is used for tasks: what was observed on Claude.ai, month by month. It is use, not exposure, and no forecast.

use serde::{Deserialize, Serialize};

use super::figures::Hundredths;
use super::{Catalog, Role, Task};

/// The sentence that stands beside the figures.
pub const NOTE: &str =
    "Use observed on Claude.ai, by O*NET's tasks. It is not exposure, not the use of all AI, and no forecast.";

/// The months of [`TaskUsage::shares`].
pub const MONTHS: [&str; 3] = ["August 2025", "November 2025", "February 2026"];

/// The same, where there is little room.
pub const SHORT_MONTHS: [&str; 3] = ["Aug 2025", "Nov 2025", "Feb 2026"];

/// A share of all use in millionths, which are ten-thousandths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Millionths(pub u32);

impl Millionths {
    /// The share in percent.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

/// A share of all use in percent, to two figures: `1.2%`, `0.012%`.
pub fn share_text(percent: f64) -> String {
    let decimals = match percent {
        1.0.. => 1,
        0.1.. => 2,
        0.01.. => 3,
        _ => 4,
    };
    format!("{percent:.decimals$}%")
}

/// How people use AI for a task, as the Anthropic Economic Index classifies conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The work is handed over whole.
    Directive,
    /// The work is handed over, and what comes of it is told back.
    FeedbackLoop,
    /// People and AI refine the work in turns.
    TaskIteration,
    /// People ask to understand.
    Learning,
    /// People have their own work checked.
    Validation,
}

impl Way {
    /// All ways, in the order of [`TaskUsage::ways`]: the first two hand the work over.
    pub const ALL: [Self; 5] =
        [Self::Directive, Self::FeedbackLoop, Self::TaskIteration, Self::Learning, Self::Validation];

    /// Its name in the index, in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Directive => "directive",
            Self::FeedbackLoop => "feedback loop",
            Self::TaskIteration => "task iteration",
            Self::Learning => "learning",
            Self::Validation => "validation",
        }
    }
}

/// What was observed of a task. The index goes by the text of tasks: where several tasks have the same text, its figures are
/// those of all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskUsage {
    /// Task ID.
    pub task: u32,
    /// How many tasks have its text, the task itself among them.
    pub sharing: u16,
    /// Its share of the use of Claude.ai in each of [`MONTHS`]; none where the index does not list it.
    pub shares: [Option<Millionths>; 3],
    /// Its share of the use through the API in the last of [`MONTHS`].
    pub api: Option<Millionths>,
    /// The part of its conversations in each [`Way`] in the last of [`MONTHS`], in percent; the rest is not classified.
    pub ways: Option<[Hundredths; 5]>,
}

/// The part of conversations in which the work is handed over, in which it is done together, and which is not classified;
/// in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Directive and feedback loop.
    pub handed_over: f64,
    /// Task iteration, learning and validation.
    pub done_together: f64,
}

impl Split {
    /// What is not classified, in percent.
    pub fn not_classified(self) -> f64 {
        (100.0 - self.handed_over - self.done_together).max(0.0)
    }

    /// `handed over 49%, done together 38%, not classified 13%`.
    pub fn text(self) -> String {
        let Self { handed_over, done_together } = self;
        let rest = self.not_classified();
        let parts = format!("handed over {handed_over:.0}%, done together {done_together:.0}%");
        if rest < 0.5 { parts } else { format!("{parts}, not classified {rest:.0}%") }
    }
}

impl TaskUsage {
    /// How its conversations divide; none where none of them is classified.
    pub fn split(&self) -> Option<Split> {
        let [directive, feedback, iteration, learning, validation] = self.ways?.map(Hundredths::value);
        let split = Split { handed_over: directive + feedback, done_together: iteration + learning + validation };
        (split.handed_over + split.done_together > 0.0).then_some(split)
    }

    /// `0.012% in Aug 2025, 0.015% in Nov 2025, not listed in Feb 2026`.
    pub fn shares_text(&self) -> String {
        let said = |(share, month): (Option<Millionths>, &str)| match share {
            Some(share) => format!("{} in {month}", share_text(share.percent())),
            None => format!("not listed in {month}"),
        };
        self.shares.into_iter().zip(SHORT_MONTHS).map(said).collect::<Vec<_>>().join(", ")
    }

    /// That other tasks have the same figures; none where none does.
    pub fn shared_note(&self) -> Option<String> {
        let others = self.sharing.checked_sub(1).filter(|others| *others > 0)?;
        let tasks = if others == 1 { "another task" } else { "other tasks" };
        let number = if others == 1 { String::new() } else { format!("{others} ") };
        Some(format!("shared with {number}{tasks} of the same text"))
    }

    /// The share of a month that falls to the task alone where several have its text: an equal part, in percent.
    fn own_share(&self, month: usize) -> Option<f64> {
        let share = self.shares.get(month).copied().flatten()?;
        Some(share.percent() / f64::from(self.sharing.max(1)))
    }
}

/// What was observed of a role: the sums over its tasks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleUsage {
    /// How many of its tasks are listed in some month.
    pub listed: usize,
    /// How many of its tasks are listed in the last month.
    pub listed_last: usize,
    /// How many tasks it has.
    pub tasks: usize,
    /// Its tasks' share of the use of Claude.ai in each of [`MONTHS`], in percent; none where none of them is listed.
    pub shares: [Option<f64>; 3],
    /// How the conversations about its tasks divide, each task weighted by its share of the last month; none where none of
    /// them is classified.
    pub split: Option<Split>,
}

impl RoleUsage {
    /// `6 of 22 tasks listed in some month, 5 in Feb 2026`.
    pub fn coverage_text(&self) -> String {
        let last = SHORT_MONTHS.last().copied().unwrap_or_default();
        format!("{} of {} tasks listed in some month, {} in {last}", self.listed, self.tasks, self.listed_last)
    }

    /// How the conversations divide, or that nobody knows.
    pub fn split_text(&self) -> String {
        self.split.map_or_else(|| "not classified".to_owned(), Split::text)
    }

    /// As [`TaskUsage::shares_text`].
    pub fn shares_text(&self) -> String {
        let said = |(share, month): (Option<f64>, &str)| match share {
            Some(share) => format!("{} in {month}", share_text(share)),
            None => format!("not listed in {month}"),
        };
        self.shares.into_iter().zip(SHORT_MONTHS).map(said).collect::<Vec<_>>().join(", ")
    }
}

impl Catalog<'_> {
    /// What was observed of a task; none where the index does not list its text.
    pub fn usage(&self, task: &Task<'_>) -> Option<&TaskUsage> {
        let place = self.usage.binary_search_by_key(&task.id, |usage| usage.task).ok()?;
        self.usage.get(place)
    }

    /// What was observed of a role's tasks on Claude.ai; none where the index lists none of them.
    pub fn role_usage(&self, role: &Role<'_>) -> Option<RoleUsage> {
        let known: Vec<&TaskUsage> = role.tasks.iter().filter_map(|task| self.usage(task)).collect();
        let listed = known.iter().filter(|usage| usage.shares.iter().any(Option::is_some)).count();
        if listed == 0 {
            return None;
        }
        let shares = [0, 1, 2].map(|month| {
            let shares: Vec<f64> = known.iter().filter_map(|usage| usage.own_share(month)).collect();
            (!shares.is_empty()).then(|| shares.iter().sum())
        });
        let last: Vec<(f64, Option<Split>)> =
            known.iter().filter_map(|usage| Some((usage.own_share(MONTHS.len() - 1)?, usage.split()))).collect();
        let whole: f64 = last.iter().map(|(share, _)| share).sum();
        let part = |of: fn(Split) -> f64| -> f64 {
            last.iter().filter_map(|(share, split)| Some(share / whole * of((*split)?))).sum()
        };
        let split = last.iter().any(|(_, split)| split.is_some()).then(|| Split {
            handed_over: part(|split| split.handed_over),
            done_together: part(|split| split.done_together),
        });
        Some(RoleUsage { listed, listed_last: last.len(), tasks: role.tasks.len(), shares, split })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::RoleId;
    use crate::fixture;

    #[test]
    fn shares_are_written_to_two_figures() {
        let texts = [0.0015, 0.0149, 0.123, 1.0, 5.9746].map(share_text);
        assert_eq!(texts, ["0.0015%", "0.015%", "0.12%", "1.0%", "6.0%"]);
    }

    #[test]
    fn tasks_say_what_is_not_listed_not_classified_and_shared() {
        let catalog = fixture::catalog();
        let role = catalog.role(RoleId(0)).unwrap();
        let [first, second, third] = [0, 1, 2].map(|place| catalog.usage(&role.tasks[place]));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!(first.shares_text(), "0.040% in Aug 2025, not listed in Nov 2025, 0.060% in Feb 2026");
        assert_eq!(first.split().unwrap().text(), "handed over 48%, done together 32%, not classified 20%");
        assert_eq!(
            (first.shared_note(), second.shared_note().as_deref()),
            (None, Some("shared with another task of the same text"))
        );
        assert_eq!((second.split(), third), (None, None));
    }

    #[test]
    fn a_role_is_the_sum_of_its_tasks_with_shared_ones_in_equal_parts() {
        let catalog = fixture::catalog();
        let usage = catalog.role_usage(catalog.role(RoleId(0)).unwrap()).unwrap();
        assert_eq!(usage.coverage_text(), "2 of 3 tasks listed in some month, 2 in Feb 2026");
        assert_eq!(usage.shares_text(), "0.040% in Aug 2025, not listed in Nov 2025, 0.080% in Feb 2026");
        // 0.06 of 0.08 is the first task's; of the second nothing is classified.
        assert_eq!(usage.split.unwrap().text(), "handed over 36%, done together 24%, not classified 40%");
        assert_eq!(catalog.role_usage(catalog.role(RoleId(2)).unwrap()), None);
    }
}
