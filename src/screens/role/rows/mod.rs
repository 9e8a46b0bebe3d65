//! What each section of the role screen holds, row by row; `ui` decides how a row looks.

mod labour;
mod place;
mod preparation;
mod row;
mod sources;
mod study;
mod usage;

use super::section::Section;
use crate::catalog::demand::{self, skills_in_demand};
use crate::catalog::provenance::{LISTED_IN_DEMAND, List};
use crate::catalog::{
    AiCategory, Catalog, ElementId, Figure, Gap, Metric, Role, RoleId, Study, Surveyed, TaskKind, WITHHELD,
};
use crate::compare::coverage::measured;
pub use row::{Row, Told};

/// How many tasks, skills and tools the overview shows.
const TOP: usize = 6;
/// How many other titles the overview shows at its start, and in a paragraph at its end.
const TITLES: usize = 12;

/// The rows of a section; never empty for a role of the catalog.
pub fn rows<'a>(catalog: &Catalog<'a>, id: RoleId, section: Section) -> Vec<Row<'a>> {
    let Some(role) = catalog.role(id) else { return vec![Row::remark("This role is not in the data.", [])] };
    match section {
        Section::Overview => overview(catalog, role),
        Section::Tasks => tasks(catalog, role),
        Section::Skills => with_what_exists(catalog, role, List::Ratings, skills(catalog, role)),
        Section::Activities => {
            let rated = role.work_activities.iter().copied().map(Row::Rated);
            let heading = match role.work_activities.len() {
                0 => "Work activities".to_owned(),
                count => format!("{count} work activities, most important first"),
            };
            let mut rows = listed(&heading, rated, role, List::Activities);
            rows.extend(withheld(catalog, role, true));
            with_what_exists(catalog, role, List::Activities, rows)
        }
        Section::Tools => with_what_exists(catalog, role, List::Tools, tools(role)),
        Section::Exposure => exposure(catalog, role),
        Section::Outlook => labour::outlook(catalog, role),
        Section::Related => with_what_exists(catalog, role, List::Related, related(role)),
        Section::Sources => sources::sources(catalog, role),
    }
}

/// Why a list is empty, in words.
fn nothing<'a>(role: &Role<'_>, list: List) -> Row<'a> {
    let what = list.none();
    let about = [Figure::Nothing(list)];
    let why = match role {
        role if role.is_surveyed() => return Row::remark(format!("O*NET publishes {what} for this role."), about),
        role if role.code.major_group() == MILITARY => "it lists military occupations without surveying them",
        role if role.title.contains("All Other") => {
            "it stands for the occupations of its group that have no code of their own"
        }
        _ => "it has not come to it yet",
    };
    Row::remark(format!("O*NET has not surveyed this role, so it publishes {what}: {why}."), about)
}

const MILITARY: u32 = 55;

/// Adds what there is to see of a role that O*NET has not surveyed, below a list that is empty.
fn with_what_exists<'a>(catalog: &Catalog<'_>, role: &Role<'_>, list: List, mut rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    if role.is_surveyed() {
        return rows;
    }
    let studies = Study::ALL.into_iter().filter(|study| measured(role, *study)).count();
    let there_is = [
        (!role.alternates.is_empty()).then(|| format!("{} other titles (Overview)", role.alternates.len())),
        (studies > 0).then(|| format!("figures of {studies} of {} studies (Exposure)", Study::ALL.len())),
        catalog.outlook(role).map(|_| "a projection (Outlook & pay)".to_owned()),
        catalog.pay(role).map(|_| "wages (Outlook & pay)".to_owned()),
    ];
    let there_is: Vec<String> = there_is.into_iter().flatten().collect();
    if !there_is.is_empty() {
        let text = format!("Available for this role: {}.", there_is.join(", "));
        rows.extend([Row::Gap, Row::remark(text, [Figure::Nothing(list)])]);
    }
    rows
}

fn listed<'a>(heading: &str, items: impl Iterator<Item = Row<'a>>, role: &Role<'_>, list: List) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading(heading.to_owned())];
    rows.extend(items);
    if rows.len() == 1 {
        rows.push(nothing(role, list));
    }
    rows
}

fn overview<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let about = [Figure::Summary];
    let mut rows = vec![
        Row::Heading("What this work is".into()),
        Row::text(format!("{}.", role.summary.trim_end_matches('.')), about),
        Row::remark(catalog.wording.note(), about),
    ];
    rows.extend(collected(role).map(|text| Row::remark(text, about)));
    rows.push(Row::Gap);
    rows.push(Row::Heading("Also known as".into()));
    let names: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).take(TITLES).collect();
    if names.is_empty() {
        rows.push(nothing(role, List::Titles));
    } else {
        let more = role.alternates.len() - names.len();
        let more = if more > 0 { format!(" … and {more} more titles below") } else { String::new() };
        rows.push(Row::text(format!("{}{more}", names.join(" · ")), [titles(0, names.len())]));
    }
    rows.push(Row::Gap);
    rows.extend(listed(
        "Most important tasks",
        (0..).map(Row::Task).take(role.tasks.len().min(TOP)),
        role,
        List::Tasks,
    ));
    if role.is_surveyed() {
        rows.extend([Row::Marks, Row::WhoseMarks, Row::Frame]);
    } else {
        rows = with_what_exists(catalog, role, List::Tasks, rows);
    }
    rows.push(Row::Gap);
    rows.extend(labour::key_figures(catalog, role));
    if !role.capabilities.is_empty() {
        rows.extend([Row::Gap, Row::Heading("Most important skills".into())]);
        rows.extend(role.capabilities.iter().take(TOP).copied().map(Row::Rated));
    }
    if role.is_surveyed() {
        rows.extend([Row::Gap, Row::Heading("Tools and technology".into())]);
        let software = role.software.iter().copied().map(Row::Software);
        let tools = role.tools.iter().copied().map(Row::Tool);
        rows.extend(software.chain(tools).take(TOP));
    }
    rows.push(Row::Gap);
    rows.extend(preparation::preparation(catalog, role));
    rows.extend(study::study(catalog, role));
    let further: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).skip(TITLES).collect();
    if !further.is_empty() {
        rows.extend([Row::Gap, Row::Heading(format!("{} more titles", further.len()))]);
        // In portions, so that the cursor can go through them on a small screen.
        let portions = (1..).zip(further.chunks(TITLES));
        rows.extend(portions.map(|(at, names)| Row::text(names.join(" · "), [titles(at * TITLES, names.len())])));
    }
    rows
}

/// So many alternate titles, from a place on.
fn titles(from: usize, count: usize) -> Figure {
    let place = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Figure::Titles { from: place(from), count: place(count) }
}

/// How old the tables are that tell most of a role; the sources section has all.
fn collected(role: &Role<'_>) -> Option<String> {
    let telling = [Surveyed::Tasks, Surveyed::Skills, Surveyed::Knowledge];
    let surveys = telling.into_iter().filter_map(|table| role.survey(table));
    let parts: Vec<String> = surveys.map(|survey| format!("{} {}", survey.table.word(), survey.text())).collect();
    (!parts.is_empty()).then(|| format!("Collected by O*NET: {}.", parts.join(", ")))
}

fn tasks<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let all = role.tasks.len();
    if all == 0 {
        let rows = vec![Row::Heading("Tasks".into()), nothing(role, List::Tasks)];
        return with_what_exists(catalog, role, List::Tasks, rows);
    }
    let labelled = role.tasks.iter().filter(|task| task.labels.is_some()).count();
    let exceptions = if labelled == all { String::new() } else { format!("; {labelled} with marks") };
    let rated = role.tasks.iter().all(|task| task.importance.is_ok());
    let classified = role.tasks.iter().any(|task| task.kind == TaskKind::Core);
    let order = match (rated, classified) {
        (true, _) => "most important first",
        (false, true) => "core first, in O*NET's order",
        (false, false) => "in O*NET's order",
    };
    // The remarks come last: on a small screen the tasks are what one came for.
    let mut rows = vec![Row::Heading(format!("{all} tasks, {order}{exceptions}")), Row::Marks, Row::TaskHeads];
    rows.extend((0..).map(Row::Task).take(all));
    rows.extend([Row::Gap, Row::WhoseMarks, Row::Frame]);
    rows.extend(unrated(role).map(Row::Note));
    rows.push(Row::Note(catalog.wording.note().into()));
    rows
}

/// Of how many tasks the importance is missing, and why.
fn unrated(role: &Role<'_>) -> Option<String> {
    let missing = |gap| role.tasks.iter().filter(|task| task.importance == Err(gap)).count();
    let parts: Vec<String> = [
        (missing(Gap::NotHeld) + missing(Gap::Superseded), "not in rolescope's copy (import O*NET's Task Ratings)"),
        (missing(Gap::NotRated), "not rated by O*NET"),
        (missing(Gap::Withheld), &WITHHELD.to_lowercase()),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, why)| format!("of {count} {why}"))
    .collect();
    (!parts.is_empty()).then(|| format!("Importance of tasks: {}.", parts.join("; ")))
}

/// The elements of a list whose importance is withheld, in words.
fn withheld<'a>(catalog: &Catalog<'_>, role: &Role<'_>, activities: bool) -> Option<Row<'a>> {
    let (elements, names): (Vec<ElementId>, Vec<&str>) = catalog.withheld(role, activities).into_iter().unzip();
    let figures: Vec<Figure> = elements.into_iter().map(Figure::Rating).collect();
    (!names.is_empty()).then(|| Row::remark(format!("{WITHHELD}: {}.", names.join(", ")), figures))
}

fn skills<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let rated = role.capabilities.iter().copied().map(Row::Rated);
    let mut rows = Vec::new();
    let in_demand = skills_in_demand(role, LISTED_IN_DEMAND).into_iter().map(Row::InDemand);
    rows.extend(listed("Knowledge, skills and abilities, most important first", rated, role, List::Ratings));
    rows.extend(withheld(catalog, role, false));
    rows.push(Row::Gap);
    rows.extend(listed("Skills in demand", in_demand, role, List::InDemand));
    rows.push(Row::Note(format!("Skills in demand: {}.", demand::RULE)));
    rows
}

fn tools<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let counted = |count: usize, none: &str, what: &str| match count {
        0 => none.to_owned(),
        _ => format!("{count} {what}"),
    };
    let software = role.software.iter().copied().map(Row::Software);
    let heading = counted(role.software.len(), "Software", "software products, hot technologies first");
    let mut rows = listed(&heading, software, role, List::Software);
    rows.push(Row::Gap);
    let tools = role.tools.iter().copied().map(Row::Tool);
    let heading = counted(role.tools.len(), "Physical tools and machines", "physical tools and machines");
    rows.extend(listed(&heading, tools, role, List::Tools));
    rows
}

fn exposure<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap, Row::Index, Row::Gap];
    for study in Study::ALL {
        let [gauge, further @ ..] = study.measures() else { continue };
        rows.push(Row::Gauge(*gauge));
        let about = [Figure::Measure(*gauge)];
        rows.push(Row::remark(format!("{} {}", study.name(), study.what()), about));
        rows.extend(further.iter().filter(|m| role.exposure.reading(**m).is_some()).map(|m| Row::Reading(*m)));
        if let Some(soc) = role.exposure.reading(*gauge).and_then(|reading| reading.published_for) {
            rows.extend(catalog.shared_note(soc).map(|note| Row::remark(note, about)));
        }
        rows.push(Row::Gap);
    }
    if let Some(category) = catalog.ai_category(role) {
        let about = [Figure::from(Metric::BlsCategory)];
        rows.push(Row::fact(AiCategory::TITLE, category.name(), about));
        rows.push(Row::remark(AiCategory::SENTENCE, about));
        rows.extend(labour::shared_note(catalog, role));
        rows.push(Row::Gap);
    }
    rows.push(Row::Heading("How its tasks are labelled (GPTs are GPTs)".into()));
    if role.tasks.iter().any(|task| task.labels.is_some()) {
        rows.extend([Row::TaskMix { human: false }, Row::TaskMix { human: true }, Row::Marks, Row::WhoseMarks]);
    } else {
        rows.push(Row::remark("The study labels none of this role's tasks.", [Figure::Nothing(List::Labels)]));
    }
    rows.extend(usage::usage(catalog, role));
    rows
}

fn related<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap];
    let items = role.related.iter().copied().map(Row::Related);
    rows.extend(listed("Related roles, and how they differ from this one", items, role, List::Related));
    if !role.related.is_empty() {
        rows.insert(3, Row::RelatedHeads);
    }
    rows
}
