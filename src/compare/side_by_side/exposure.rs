//! Exposure: the index, every measure, how the tasks are labelled, and which exposed tasks matter most.

use super::cell::{percentile, share};
use super::{Cell, Compared, Gap, Part, Picture, Row, Section, Unit, lists, notes};
use crate::catalog::{AiCategory, Figure, Label, Measure, Metric, Role, SourceId, Study};

/// How many exposed tasks are shown at first.
const TASKS: usize = 5;

/// The labels in the order in which they are stacked.
const LABELS: [Label; 3] = [Label::E1, Label::E2, Label::E0];

/// The index, the gauge of each study, and behind them the further measures.
pub(super) fn measures<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let mut rows = vec![measure(table, Metric::Index)];
    for study in Study::ALL {
        for (place, one) in study.measures().iter().enumerate() {
            let mut row = measure(table, Metric::Measure(*one));
            row.is_main = place == 0;
            row.label = format!("{} {}", one.name(), one.year()).into();
            row.short = format!("{} {}", one.short_name(), one.year()).into();
            rows.push(row);
        }
    }
    let has_category = table.columns.iter().any(|column| table.catalog.ai_category(column.role).is_some());
    if has_category {
        rows.push(Row { is_main: true, ..table.metric(Metric::BlsCategory) });
    }
    let mut section = Section::new(Part::Exposure, rows);
    section.remarks = notes::exposure(table);
    if has_category {
        section.remarks.push(AiCategory::SENTENCE.to_owned());
    }
    section
}

fn measure<'c>(table: Compared<'_, 'c>, metric: Metric) -> Row<'c> {
    let mut row = table.metric(metric);
    for (cell, column) in row.cells.iter_mut().zip(table.columns) {
        cell.raw = match metric {
            Metric::Measure(measure) => column.role.exposure.reading(measure).map(|reading| reading.raw),
            _ => column.role.exposure.index.map(|index| index.mean),
        };
        if metric == Metric::Index {
            cell.studies = column.role.exposure.index.map(|index| index.studies);
        }
        (cell.band, cell.picture) = percentile(cell.value);
        cell.short = None;
    }
    if metric == Metric::Index {
        row.sources = Measure::IN_INDEX.map(Measure::source).to_vec();
    }
    row
}

/// How the labelled tasks divide into E1, E2 and E0: by GPT-4, and behind that by people.
pub(super) fn mix<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let mut rows = Vec::new();
    for human in [false, true] {
        let who = if human { "people" } else { "GPT-4" };
        let key = |what: &str| format!("{}_{what}", if human { "human" } else { "gpt4" });
        let counts = |role: &Role<'_>| {
            let [e0, e1, e2] = role.task_mix(human);
            [e1, e2, e0]
        };
        let row = |key: String, label: String, short: String, unit, cells| Row {
            short: short.into(),
            sources: vec![SourceId::Gpts],
            is_main: !human,
            figures: vec![Figure::TaskMix { human }],
            ..Row::new(key, label, unit, cells)
        };
        let bars = table.cells(|role| match counts(role) {
            [0, 0, 0] => Cell::missing(),
            counts => Cell {
                text: LABELS
                    .iter()
                    .zip(counts)
                    .map(|(label, count)| {
                        let percent = share(count, counts.iter().sum()).unwrap_or_default();
                        format!("{} {percent:.0}%", label.word())
                    })
                    .collect::<Vec<_>>()
                    .join(" ")
                    .into(),
                picture: Picture::Mix(counts),
                ..Cell::default()
            },
        });
        let label = format!("rated by {who}");
        rows.push(row(key("mix"), label.clone(), label, Unit::Entry, bars));
        let parts: [(&str, &str, &[usize]); 4] = [
            ("exposed", "E1 or E2", &[0, 1]),
            ("E1", "E1 direct exposure", &[0]),
            ("E2", "E2 exposed with tools", &[1]),
            ("E0", "E0 no exposure", &[2]),
        ];
        for (what, name, places) in parts {
            let mut cells = table.cells(|role| {
                let counts = counts(role);
                let part: usize = places.iter().map(|place| counts[*place]).sum();
                share(part, counts.iter().sum()).map_or_else(Cell::missing, |percent| Cell {
                    text: format!("{percent:.0}% ({part})").into(),
                    value: Some(percent),
                    ..Cell::default()
                })
            });
            lists::differences(&mut cells, table.reference, |difference| Gap::exact(difference, 0, " pts"));
            // The first row of each rater says whose labels follow.
            let label = if human { format!("people: {name}") } else { name.to_owned() };
            let short = if human { format!("people: {what}") } else { name.replace("exposed with", "with") };
            rows.push(
                row(key(what), label, short, Unit::Percent, cells).measured_by(table.reference, |share| share / 100.0),
            );
        }
    }
    let mut section = Section::new(Part::TaskMix, rows);
    let without: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.role.tasks.iter().all(|task| task.labels.is_none()))
        .map(|(place, _)| place)
        .collect();
    if !without.is_empty() {
        section.remarks.push(format!("The study labels no task of {}.", table.names(&without)));
    }
    section
}

/// The tasks that GPT-4 labels E1 or E2, most important first: why a role is exposed.
pub(super) fn tasks<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let exposed = table
        .columns
        .iter()
        .map(|column| {
            let tasks = (0..).zip(&column.role.tasks);
            tasks
                .filter_map(|(place, task)| {
                    let label = task.labels?.gpt4;
                    (label != Label::E0).then(|| Cell {
                        text: task.wording.into(),
                        mark: label.word(),
                        label: Some(label),
                        figures: Figure::of_task(place).to_vec(),
                        ..Cell::default()
                    })
                })
                .collect()
        })
        .collect();
    let sources = vec![SourceId::Gpts];
    let mut section = lists::columns(Part::ExposedTasks, exposed, &sources);
    section.at_first = TASKS;
    if section.rows.is_empty() {
        section.remarks.push("The study labels no task of theirs E1 or E2.".to_owned());
    } else {
        section.remarks.push(table.catalog.wording.of_tasks().to_owned());
    }
    section
}
