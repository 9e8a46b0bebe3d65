//! A text beside one role.

use super::Report;
use crate::catalog::words::rated_as;
use crate::catalog::{FRAME, NOT_PUBLISHED, Role};
use crate::matching::words::{self, NO_TASK};
use crate::matching::{Duty, FORMULA, Mix, Profile, Thing};
use crate::report::sections::Part;
use crate::report::table::{Align, Table};
use crate::search::Found;

/// How many tasks of the role that the text does not mention are listed.
const MISSING: usize = 10;

pub fn parts(report: &Report<'_>, profile: &Profile) -> Vec<Part> {
    let Some(role) = report.catalog.role(profile.role) else { return Vec::new() };
    vec![duties(report, profile, role), mix(profile, role), things(report, profile), missing(profile, role)]
}

fn duties(report: &Report<'_>, profile: &Profile, role: &Role<'_>) -> Part {
    let heading = format!("Its duties beside {} {}", role.code, role.title);
    if profile.duties.is_empty() {
        return Part { heading, said: vec!["No sentence of it says what is done.".to_owned()], ..Part::default() };
    }
    let mut table = Table::default();
    table.sentence("duty");
    table.sentence("nearest task");
    table.column("likeness", Align::Left);
    table.column("exposure", Align::Left);
    for duty in &profile.duties {
        let task = duty.task(report.catalog);
        table.row(vec![
            said(report, duty.sentence),
            task.unwrap_or(NO_TASK).to_owned(),
            duty.near_words(report.catalog).unwrap_or_default(),
            task.map(|_| words::label(duty.label(report.catalog))).unwrap_or_default(),
        ]);
    }
    let own = profile.duties.iter().filter(|duty| duty.is_own).count();
    let near = |duty: &&Duty| duty.nearest.is_some();
    let said = format!(
        "{} of {} are near a task, {own} of them near one of the role's own.",
        profile.duties.iter().filter(near).count(),
        words::count(profile.duties.len(), "duty", "duties")
    );
    Part { heading, tables: vec![table], said: vec![said] }
}

fn said(report: &Report<'_>, sentence: usize) -> String {
    let text = report.asked.text;
    text.sentences.get(sentence).map_or_else(String::new, |sentence| words::said(text, sentence))
}

/// The exposure of the text's mix beside the role's own.
fn mix(profile: &Profile, role: &Role<'_>) -> Part {
    let mut table = Table::default();
    table.title("mix of");
    for head in ["exposure", "E0", "E1", "E2", "labelled"] {
        table.column(head, Align::Right);
    }
    let mut row = |name: &str, mix: &Mix| {
        let mut cells = vec![name.to_owned(), mix.exposure_text()];
        cells.extend(mix.labels.map(|count| count.to_string()));
        cells.push(format!("{} of {}", mix.labelled(), mix.all));
        table.row(cells);
    };
    row("this text", &profile.mix);
    row(role.title, &profile.own);
    let said = vec![profile.coverage(), FORMULA.to_owned(), FRAME.to_owned()];
    Part { heading: "Exposure of the mix".to_owned(), tables: vec![table], said }
}

/// The products, tools and skills that the text names.
fn things(report: &Report<'_>, profile: &Profile) -> Part {
    let heading = "Tools and skills that it names".to_owned();
    if profile.things.is_empty() {
        return Part { heading, said: vec!["It names none that O*NET lists.".to_owned()], ..Part::default() };
    }
    let mut table = Table::default();
    table.title("name");
    table.column("kind", Align::Left);
    table.column("hot technology", Align::Left);
    table.column("in the role", Align::Left);
    for Thing { found, usage, .. } in &profile.things {
        let hot = match found {
            Found::Software(product) if words::is_hot(report.catalog, *product) => "hot",
            _ => "",
        };
        table.row(vec![
            found.name(report.catalog).unwrap_or_default().to_owned(),
            found.word().to_owned(),
            hot.to_owned(),
            usage.words().to_owned(),
        ]);
    }
    Part { heading, tables: vec![table], said: Vec::new() }
}

/// The role's tasks that no sentence is near to.
fn missing(profile: &Profile, role: &Role<'_>) -> Part {
    let heading = format!("Typical tasks of {} that it does not mention", role.title);
    if role.tasks.is_empty() {
        return Part { heading, said: vec![NOT_PUBLISHED.to_owned()], ..Part::default() };
    }
    if profile.missing.is_empty() {
        return Part { heading, said: vec!["None: each of them is near a duty.".to_owned()], ..Part::default() };
    }
    let mut table = Table::default();
    table.sentence("task");
    table.column("importance", Align::Left);
    table.column("exposure", Align::Left);
    let tasks = profile.missing.iter().filter_map(|place| role.tasks.get(usize::from(*place)));
    for task in tasks.take(MISSING) {
        let label = words::label(task.labels.map(|labels| labels.gpt4));
        table.row(vec![
            task.wording.to_owned(),
            rated_as(task.importance, |importance| format!("{importance} of 5")),
            label,
        ]);
    }
    let more = profile.missing.len().saturating_sub(MISSING);
    let all = words::count(role.tasks.len(), "task", "tasks");
    let said = format!("{} of its {all} are not mentioned, the most important first", profile.missing.len());
    let said = if more > 0 { format!("{said}; {more} more are not listed here.") } else { format!("{said}.") };
    Part { heading, tables: vec![table], said: vec![said] }
}
