//! Tasks: their exposure marks, importance and what else is known of them.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::usage::{Split, share_text};
use crate::catalog::{Hundredths, Label, Task, TaskKind, observed_text};
use crate::ui::bars::bar;

/// Which columns a list of tasks has before the wording.
#[derive(Clone, Copy)]
struct TaskColumns {
    /// Cells of the marks: GPT-4's, and people's where the two differ for some task.
    marks: usize,
    /// Cells of the bar of importance; 0 where no task has one or there is no room.
    bar: usize,
    importance: bool,
    kind: bool,
    used: bool,
}

impl Page<'_> {
    fn columns(&self) -> TaskColumns {
        let tasks = &self.role.tasks;
        let differ = tasks.iter().filter_map(|task| task.labels).any(|labels| labels.gpt4 != labels.human);
        let rated = tasks.iter().any(|task| task.importance.is_ok());
        TaskColumns {
            marks: if differ { 5 } else { 2 },
            bar: if rated && self.width >= 60 { 5 } else { 0 },
            importance: rated && self.width >= 46,
            kind: self.width >= 60 && tasks.iter().any(|task| task.kind == TaskKind::Supplemental),
            used: self.width >= 74 && tasks.iter().any(|task| task.observed_use.is_some_and(|used| used > 0.0)),
        }
    }

    /// What the marks of tasks mean.
    pub(super) fn marks(&self) -> Vec<Line<'static>> {
        let look = self.look;
        let mut spans = Vec::new();
        for (at, label) in [Label::E1, Label::E2, Label::E0].into_iter().enumerate() {
            let gap = if at == 0 { "" } else { "   " };
            spans.push(Span::raw(gap));
            spans.push(Span::styled(label.word(), look.label(label)));
            spans.push(Span::styled(format!(" {}", label.meaning()), look.quiet()));
        }
        let line = Line::from(spans);
        if line.width() <= self.width { vec![line] } else { self.paragraph(&line.to_string(), look.quiet()) }
    }

    /// Whose the marks are, and where two stand.
    pub(super) fn whose_marks(&self) -> Vec<Line<'static>> {
        let how = if self.columns().marks > 2 {
            "E2/E1: rated by GPT-4 / by people, where they differ (GPTs are GPTs, 2023)"
        } else {
            "rated alike by GPT-4 and by people (GPTs are GPTs, 2023)"
        };
        self.paragraph(how, self.look.quiet())
    }

    /// What the columns of tasks are.
    pub(super) fn task_heads(&self) -> Line<'static> {
        let columns = self.columns();
        let mut text = self.look.padded("", columns.marks + 1);
        if columns.importance {
            text.push_str(&self.look.padded("importance", if columns.bar > 0 { columns.bar + 6 } else { 5 }));
        }
        if columns.kind {
            text.push_str("kind  ");
        }
        let end = if columns.used { "in use" } else { "" };
        let text = self.look.padded(&format!("{text}task"), self.width.saturating_sub(end.len()));
        Line::styled(format!("{text}{end}"), self.look.quiet())
    }

    /// A task on one line; under the cursor it unfolds.
    pub(super) fn task(&self, place: usize, selected: bool) -> Vec<Line<'static>> {
        let look = self.look;
        let Some(task) = self.role.tasks.get(place) else { return Vec::new() };
        let columns = self.columns();
        let mut spans = self.mark(task, columns.marks);
        if columns.bar > 0 {
            match task.importance {
                Ok(importance) => spans.extend(bar(look, (importance.value() - 1.0) / 4.0, columns.bar, look.key())),
                Err(_) => spans.push(Span::raw(" ".repeat(columns.bar))),
            }
            spans.push(Span::raw(" "));
        }
        if columns.importance {
            let figure = task.importance.map_or_else(|_| "  - ".to_owned(), |importance| importance.to_string());
            spans.push(Span::styled(format!("{figure} "), look.quiet()));
        }
        if columns.kind {
            let kind = if task.kind == TaskKind::Supplemental { "Supp. " } else { "Core  " };
            spans.push(Span::styled(kind, look.quiet()));
        }
        let before: usize = spans.iter().map(Span::width).sum();
        let used = if columns.used { used_in_cells(task) } else { String::new() };
        let room = self.width.saturating_sub(before + if columns.used { 7 } else { 0 });
        let indent = " ".repeat(before);
        let mut wording = if selected { look.wrapped(task.wording, room.max(8)) } else { Vec::new() }.into_iter();
        let first = wording.next().unwrap_or_else(|| look.cut(task.wording, room));
        let style = if selected { look.heading() } else { Style::new() };
        spans.push(Span::styled(look.padded(&first, room), style));
        if columns.used {
            spans.push(Span::styled(format!("{used:>7}"), look.quiet()));
        }
        let mut lines = vec![Line::from(spans)];
        lines.extend(wording.map(|text| Line::from(vec![Span::raw(indent.clone()), Span::styled(text, style)])));
        if selected {
            lines.extend(self.about(task));
        }
        lines
    }

    /// GPT-4's mark, and people's where it differs.
    fn mark(&self, task: &Task<'_>, cells: usize) -> Vec<Span<'static>> {
        let look = self.look;
        let Some(labels) = task.labels else {
            return vec![Span::styled(look.padded("--", cells + 1), look.quiet())];
        };
        let mut spans = vec![Span::styled(labels.gpt4.word(), look.label(labels.gpt4))];
        if labels.gpt4 != labels.human && cells > 2 {
            spans.push(Span::styled("/", look.quiet()));
            spans.push(Span::styled(labels.human.word(), look.label(labels.human)));
        }
        let taken: usize = spans.iter().map(Span::width).sum();
        spans.push(Span::raw(" ".repeat((cells + 1).saturating_sub(taken))));
        spans
    }

    /// What else is known of a task, a line a fact.
    fn about(&self, task: &Task<'_>) -> Vec<Line<'static>> {
        let dot = self.look.glyphs.dot;
        let importance = |importance| format!("importance {importance} of 5");
        let relevance = |relevance: Hundredths| format!("part of the job for {}", relevance.percent());
        let rated = match (task.importance, task.relevance) {
            (Err(gap), Err(other)) if gap == other => format!("importance and relevance {}", gap.word()),
            (rated, part) => {
                let rated = rated.map_or_else(|gap| format!("importance {}", gap.word()), importance);
                let part = part.map_or_else(|gap| format!("relevance {}", gap.word()), relevance);
                format!("{rated} {dot} {part}")
            }
        };
        let labels = task.labels.map_or_else(
            || "not labelled by the study".to_owned(),
            |labels| {
                let say = |label: Label| format!("{} {}", label.word(), label.meaning());
                format!("GPT-4 says {} {dot} people say {}", say(labels.gpt4), say(labels.human))
            },
        );
        let mut lines = self.detail("O*NET", &format!("{} {dot} {rated}", task.kind.word()));
        lines.extend(self.detail("exposure", &labels));
        if let Some(used) = task.observed_use {
            lines.extend(self.detail("in use", &format!("{} (Anthropic Economic Index)", observed_text(used))));
        }
        if let Some(usage) = self.catalog.usage(task) {
            let api = usage.api.map(|api| format!("API {}", share_text(api.percent())));
            let shares: Vec<String> = std::iter::once(usage.shares_text()).chain(api).collect();
            lines.extend(self.detail("Claude", &shares.join(&format!(" {dot} "))));
            let split = usage.split().map_or_else(|| "way of use not classified".to_owned(), Split::text);
            let how: Vec<String> = std::iter::once(split).chain(usage.shared_note()).collect();
            lines.extend(self.detail("", &how.join(&format!(" {dot} "))));
        }
        let mut label = "activity";
        for activity in task.activities.iter().filter_map(|id| self.catalog.activity(*id)) {
            lines.extend(self.detail(label, activity.name.trim_end_matches('.')));
            label = "";
        }
        let mut label = "ChatGPT";
        for activity in self.catalog.intermediate_of(task) {
            let Some(share) = activity.chatgpt_text() else { continue };
            let name = activity.name.trim_end_matches('.');
            lines.extend(self.detail(label, &format!("{name}: {share} (all its tasks together)")));
            label = "";
        }
        lines
    }

    /// A fact of what has unfolded, indented under it.
    fn detail(&self, label: &str, text: &str) -> Vec<Line<'static>> {
        let look = self.look;
        let (indent, label_width) = if self.width >= 50 { (3, 9) } else { (1, 0) };
        let label = look.padded(label, label_width);
        let room = self.width.saturating_sub(indent + label_width).max(8);
        let mut label = Some(label);
        look.wrapped(text, room)
            .into_iter()
            .map(|text| {
                let label = label.take().unwrap_or_else(|| " ".repeat(label_width));
                Line::from(vec![Span::styled(format!("{}{label}", " ".repeat(indent)), look.quiet()), Span::raw(text)])
            })
            .collect()
    }
}

/// The weight of observed use in a column, empty where the task was not seen: no percentage, as it is no share.
fn used_in_cells(task: &Task<'_>) -> String {
    task.observed_use.filter(|used| *used > 0.0).map_or_else(String::new, |used| format!("{used:.2}"))
}
