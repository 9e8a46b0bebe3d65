//! Where the work comes from: ratings, tasks and their labels, software, tools.

use super::{Figure, File, LISTED_IN_DEMAND, List, Origins, Provenance, Raw, names};
use crate::catalog::demand::skills_in_demand;
use crate::catalog::{
    Demanded, ElementId, Family, Gap, Label, Rated, Role, SoftwareId, Surveyed, Task, TaskKind, TaskLabels, ToolId,
    Wording, observed_text, whole_percent, words,
};

const SCALE_VALUE: &str = "Shown as published: a mean of ratings, on its scale.";

impl Origins<'_> {
    pub(super) fn rating(&self, role: &Role<'_>, id: ElementId) -> Provenance {
        use names::onet::{CODE, ELEMENT, IMPORTANCE, LEVEL, SCALE, VALUE};
        let (element, name, family) =
            self.catalog.element(id).map_or(("?", "an element", Family::Knowledge), |e| (e.id, e.name, e.family));
        let rating = role.capabilities.iter().chain(&role.work_activities).find(|rating| rating.element == id);
        let shown =
            rating.map(|rating| format!("importance {}, level {}", rating.importance, words::rated(rating.level)));
        let name = format!("{name} ({})", family.word());
        let withheld = role.withheld.contains(&id);
        let shown = shown.or_else(|| withheld.then(|| format!("importance {}", Gap::Withheld.word())));
        let mut provenance = Self::traced(role, Figure::Rating(id), name, shown);
        let missing = Err(if withheld { Gap::Withheld } else { Gap::NotRated });
        let figures = [
            (IMPORTANCE, rating.map_or(missing, |rating| Ok(rating.importance))),
            (LEVEL, rating.map_or(missing, |rating| rating.level)),
        ];
        for (scale, figure) in figures {
            let row = [(CODE, role.code.to_string()), (ELEMENT, element.to_owned()), (SCALE, scale.to_owned())];
            provenance.cells.push(self.cell(File::Ratings(family), &row, VALUE, raw(figure)));
        }
        provenance.computation.extend(collected(role, family.surveyed()));
        if !self.catalog.has_advice(family) {
            provenance.computation.push(
                "This copy of the table has no columns Recommend Suppress and Not Relevant: what O*NET marks so is \
                 shown like any other figure."
                    .to_owned(),
            );
        }
        provenance.computation.push("Shown as published: importance (IM) from 1 to 5, level (LV) from 0 to 7.".into());
        let list = if family == Family::WorkActivity { &role.work_activities } else { &role.capabilities };
        if let Some(place) = list.iter().position(|rating| rating.element == id) {
            let among = if family == Family::WorkActivity {
                "work activities"
            } else {
                "kinds of knowledge, skills and abilities"
            };
            provenance.computation.push(format!(
                "Number {} of {} {among} by importance; equal ones by kind, then by Element ID.",
                place + 1,
                list.len()
            ));
        }
        provenance
    }

    pub(super) fn in_demand(&self, role: &Role<'_>, demanded: Demanded) -> Provenance {
        let mut provenance = match demanded {
            Demanded::Element(id) => self.rating(role, id),
            Demanded::Software(id) => self.software(role, id),
        };
        provenance.key = Figure::InDemand(demanded).key();
        let kind = if demanded.is_specialized(self.catalog) {
            "specialized: software, technical skills (2.B.3) or systems skills (2.B.4)"
        } else {
            "common: no software, technical or systems skill"
        };
        provenance.computation.push(format!(
            "In the list of skills in demand by rolescope's own rule, as nobody publishes one: elements by importance, \
             then software in demand, which has a third of the places. It is {kind}."
        ));
        provenance
    }

    pub(super) fn task(&self, role: &Role<'_>, place: u16) -> Provenance {
        use names::onet::{CODE, TASK};
        let task = role.tasks.get(usize::from(place));
        let id = task_id(task);
        let shown = task.map(|task| format!("{} ({})", task.wording, task.kind.word()));
        let mut provenance = Self::traced(role, Figure::Task(place), format!("task {id}"), shown);
        let row = [(CODE, role.code.to_string()), (TASK, id.clone())];
        let wording = task.map_or_else(|| Raw::Missing("no such task".into()), |task| Raw::Value(task.wording.into()));
        let kind = match task.map(|task| task.kind) {
            Some(TaskKind::Unclassified) => Raw::Value("n/a".to_owned()),
            Some(kind) => Raw::Value(kind.word().to_owned()),
            None => Raw::Missing("no such task".to_owned()),
        };
        provenance.cells.push(match self.catalog.wording {
            Wording::Official => self.cell(File::Tasks, &row, "Task", wording),
            Wording::Own => {
                use names::wording::{CODE, TASK, WORDING};
                let row = [(CODE, role.code.to_string()), (TASK, id)];
                self.cell(File::WordedTasks, &row, WORDING, wording)
            }
        });
        provenance.cells.push(self.cell(File::Tasks, &row, "Task Type", kind));
        provenance.computation.push(self.catalog.wording.of_tasks().to_owned());
        provenance.computation.extend(collected(role, Surveyed::Tasks));
        let rated = role.tasks.iter().all(|task| task.importance.is_ok());
        provenance.computation.push(format!(
            "Number {} of {} tasks, {}.",
            place + 1,
            role.tasks.len(),
            if rated { "by importance; equal ones by Task ID" } else { "in the order of Task Statements" }
        ));
        provenance
    }

    pub(super) fn task_rating(&self, role: &Role<'_>, place: u16) -> Provenance {
        use names::onet::{CODE, IMPORTANCE, RELEVANCE, SCALE, TASK, TASK_RATINGS, VALUE};
        let task = role.tasks.get(usize::from(place));
        let id = task_id(task);
        let importance = task.map_or(Err(Gap::NotRated), |task| task.importance);
        let relevance = task.map_or(Err(Gap::NotRated), |task| task.relevance);
        let shown = match (importance, relevance) {
            (Err(gap), Err(other)) if gap == other => format!("importance and relevance {}", gap.word()),
            _ => {
                format!("importance {}, relevance {}", words::rated(importance), words::rated(relevance))
            }
        };
        let name = format!("importance and relevance of task {id}");
        let mut provenance = Self::traced(role, Figure::TaskRating(place), name, Some(shown));
        let key = [(CODE, role.code.to_string()), (TASK, id.clone())];
        let figures = [(IMPORTANCE, TASK_RATINGS[0], importance), (RELEVANCE, TASK_RATINGS[1], relevance)];
        // One row a task with a column a figure, or one row a figure.
        let a_row_a_task = self.file(File::TaskRatings).variant == Some(0);
        for (scale, column, figure) in figures {
            let raw = raw(figure);
            provenance.cells.push(if a_row_a_task {
                self.cell(File::TaskRatings, &key, column, raw)
            } else {
                let [code, task] = key.clone();
                self.cell(File::TaskRatings, &[code, task, (SCALE, scale.to_owned())], VALUE, raw)
            });
        }
        provenance.computation.extend(collected(role, Surveyed::TaskRatings));
        provenance.computation.push(format!(
            "{SCALE_VALUE} Importance from 1 to 5; relevance is the percent of respondents for whom the task is part \
             of the job."
        ));
        provenance
    }

    pub(super) fn task_labels(&self, role: &Role<'_>, place: u16) -> Provenance {
        use names::gpts::{GPT4, HUMAN, TASK};
        let task = role.tasks.get(usize::from(place));
        let (id, labels) = (task_id(task), task.and_then(|task| task.labels));
        let shown = labels.map(|labels| format!("{} by GPT-4, {} by people", labels.gpt4.word(), labels.human.word()));
        let name = format!("exposure labels of task {id} (GPTs are GPTs, 2023)");
        let mut provenance = Self::traced(role, Figure::TaskLabels(place), name, shown);
        provenance.is_exposure = true;
        for (column, label) in [(GPT4, labels.map(|l| l.gpt4)), (HUMAN, labels.map(|l| l.human))] {
            let missing = || Raw::Missing(format!("no row for Task ID {id}.0"));
            let raw = label.map_or_else(missing, |label: Label| Raw::Value(label.word().to_owned()));
            provenance.cells.push(self.cell(File::GptsTasks, &[(TASK, format!("{id}.0"))], column, raw));
        }
        let meanings = [Label::E0, Label::E1, Label::E2].map(|label| format!("{} {}", label.word(), label.meaning()));
        provenance.computation.push(format!("Shown as published: {}.", meanings.join(", ")));
        provenance
    }

    pub(super) fn task_use(&self, role: &Role<'_>, place: u16) -> Provenance {
        use names::anthropic::{PENETRATION, TASK};
        let task = role.tasks.get(usize::from(place));
        let (id, used) = (task_id(task), task.and_then(|task| task.observed_use));
        let name = format!("observed use of task {id} (Anthropic Economic Index, 2026)");
        let shown = used.map(|used| format!("{used:.3}, {}", observed_text(used)));
        let raw =
            Raw::or(used.map(|used| format!("{used:?}")), || "no row with the official text of the task".to_owned());
        let row = [(TASK, format!("the official text of Task ID {id}"))];
        let step = "The file names tasks by their text alone: joined by it, in lower case. The value (\"penetration\") is a \
             weight and no share of the work: 0 where the study saw the task too seldom (under its threshold of \
             conversations), else from 0.5, where people were only helped, to 1, where all of it was handed over.";
        let cell = self.cell(File::AnthropicTasks, &row, PENETRATION, raw);
        let traced = Self::traced(role, Figure::TaskUse(place), name, shown).from([cell], None, [step]);
        Provenance { is_exposure: true, ..traced }
    }

    pub(super) fn task_mix(&self, role: &Role<'_>, human: bool) -> Provenance {
        use names::gpts::{CODE, GPT4, HUMAN};
        let of = |labels: TaskLabels| if human { labels.human } else { labels.gpt4 };
        let labels: Vec<Label> = role.tasks.iter().filter_map(|task| task.labels).map(of).collect();
        let retired: Vec<Label> = role.retired.iter().map(|(_, labels)| of(*labels)).collect();
        let (all, count) = (labels.len(), |label: Label| labels.iter().filter(|one| **one == label).count());
        let rows = |label: Label| count(label) + retired.iter().filter(|one| **one == label).count();
        let share = |part: usize| whole_percent(part, all);
        let kinds = [Label::E1, Label::E2, Label::E0];
        let shown =
            kinds.map(|label| format!("{} {} ({})", label.word(), share(count(label)), count(label))).join(", ");
        let (who, column) = if human { ("people", HUMAN) } else { ("GPT-4", GPT4) };
        let name = format!("labels of the tasks, rated by {who} (GPTs are GPTs, 2023)");
        let shown = (all > 0).then_some(shown);
        let mut provenance = Self::traced(role, Figure::TaskMix { human }, name, shown);
        provenance.is_exposure = true;
        let raw = if all + retired.len() == 0 {
            Raw::Missing(format!("no row for a task of {}", role.code))
        } else {
            Raw::Value(kinds.map(|label| format!("{} in {} rows", label.word(), rows(label))).join(", "))
        };
        let row = [(CODE, role.code.to_string())];
        provenance.cells = vec![self.cell(File::GptsTasks, &row, column, raw)];
        provenance.computation.push(format!(
            "{all} of the role's {} tasks are labelled; the shares are of those {all}, rounded.",
            role.tasks.len()
        ));
        if !retired.is_empty() {
            provenance.computation.push(format!(
                "{} of the rows label tasks that O*NET has retired since: they count in the study's scores, not here.",
                retired.len()
            ));
        }
        provenance
    }

    pub(super) fn software(&self, role: &Role<'_>, id: SoftwareId) -> Provenance {
        let used = role.software.iter().find(|used| used.software == id);
        let name = self.catalog.software(id).map_or("software", |software| software.name);
        let shown = used.map(|used| {
            let marks = [used.hot.then_some("hot technology"), used.in_demand.then_some("in demand")];
            let marks: Vec<&str> = marks.into_iter().flatten().collect();
            if marks.is_empty() { "used, neither hot nor in demand".to_owned() } else { marks.join(", ") }
        });
        let older = self.file(File::Software).variant == Some(1);
        let (product, category) =
            if older { ("Example", "Commodity Title") } else { ("Workplace Example", "Element Name") };
        let kind = used.map(|used| self.catalog.kind(used.category));
        let flag = |on: bool| if on { "Y" } else { "N" };
        let columns = [
            ("Hot Technology", used.map(|used| flag(used.hot))),
            ("In Demand", used.map(|used| flag(used.in_demand))),
            (category, kind),
        ];
        let cells = columns.map(|(column, value)| {
            let raw = Raw::or(value, || format!("no row for {}", role.code));
            self.of_role(role, (File::Software, &[(product, name)]), column, raw)
        });
        let step = "Shown as published: hot is frequent in employers' postings of all roles, in demand in those for this role.";
        Self::traced(role, Figure::Software(id), name, shown).from(cells, None, [step])
    }

    pub(super) fn tool(&self, role: &Role<'_>, id: ToolId) -> Provenance {
        let name = self.catalog.tool(id).map_or("tool", |tool| tool.name);
        let commodity = role.tools.iter().find(|used| used.tool == id).map(|used| self.catalog.kind(used.commodity));
        let shown = commodity.map(|commodity| format!("used ({commodity})"));
        let raw = Raw::or(commodity, || "no such row".to_owned());
        let cell = self.of_role(role, (File::Tools, &[("Example", name)]), "Commodity Title", raw);
        let step = "Shown as published, A-Z; O*NET ended the table with release 30.2.";
        Self::traced(role, Figure::Tool(id), name, shown).from([cell], None, [step])
    }

    /// That a list has nothing for the role, and where it was looked for.
    pub(super) fn nothing(&self, role: &Role<'_>, list: List) -> Provenance {
        use Family::{Ability, EssentialSkill, Knowledge, TransferableSkill, WorkActivity};
        let (what, files, count): (&str, &[File], usize) = match list {
            List::Titles => ("other titles", &[File::ReportedTitles, File::JobTitles], role.alternates.len()),
            List::Tasks => ("tasks", &[File::Tasks], role.tasks.len()),
            List::Ratings => (
                "ratings of knowledge, skills and abilities",
                &[
                    File::Ratings(EssentialSkill),
                    File::Ratings(TransferableSkill),
                    File::Ratings(Knowledge),
                    File::Ratings(Ability),
                ],
                role.capabilities.len(),
            ),
            List::Activities => ("work activities", &[File::Ratings(WorkActivity)], role.work_activities.len()),
            List::Software => ("software", &[File::Software], role.software.len()),
            List::Tools => ("physical tools", &[File::Tools], role.tools.len()),
            List::Related => ("related roles", &[File::Related], role.related.len()),
            List::Labels => {
                let labelled = role.tasks.iter().filter(|task| task.labels.is_some()).count();
                ("exposure labels of tasks", &[File::GptsTasks], labelled)
            }
            List::InDemand => (
                "skills in demand",
                &[File::Ratings(EssentialSkill), File::Ratings(TransferableSkill), File::Software],
                skills_in_demand(role, LISTED_IN_DEMAND).len(),
            ),
        };
        let shown = (count > 0).then(|| format!("{count} rows"));
        let cells = files.iter().map(|file| {
            let rows = (count > 0).then(|| format!("{count} rows in all"));
            let raw = Raw::or(rows, || format!("no row for {} that could be used", role.code));
            self.of_role(role, (*file, &[]), "the whole row", raw)
        });
        let step = if role.is_surveyed() {
            "O*NET has surveyed the role: it has tasks."
        } else {
            "O*NET has not surveyed the role: it has no tasks, and almost no data."
        };
        let traced = Self::traced(role, Figure::Nothing(list), what, shown).from(cells, None, [step]);
        Provenance { is_exposure: list == List::Labels, ..traced }
    }
}

/// A figure of O*NET's as the file has it, or why there is none.
pub(super) fn raw(figure: Rated) -> Raw {
    figure.map_or_else(|gap| Raw::Missing(gap.reason().to_owned()), |figure| Raw::Value(figure.to_string()))
}

/// When a table's rows of a role were collected; nothing where the table states no dates.
pub(super) fn collected(role: &Role<'_>, table: Surveyed) -> Option<String> {
    let survey = role.survey(table)?;
    Some(format!("Collected {}, by O*NET's column Date.", survey.text()))
}

fn task_id(task: Option<&Task<'_>>) -> String {
    task.map_or_else(|| "of no number".to_owned(), |task| task.id.to_string())
}
