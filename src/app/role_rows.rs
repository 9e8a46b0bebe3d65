//! What each section of the role screen holds, row by row. How a row looks is the affair of `ui`.

mod labour;
mod preparation;
mod sources;

use super::role_view::{Section, Target};
use crate::catalog::demand::{self, skills_in_demand};
use crate::catalog::provenance::LISTED_IN_DEMAND;
use crate::catalog::{
    Catalog, Demanded, EducationShare, Gap, Measure, Rating, Related, Role, RoleId, SoftwareUse, Source, Study,
    Surveyed, TaskKind, ToolUse, WITHHELD,
};
use crate::compare::coverage::measured;

/// How many tasks, skills and tools the overview shows.
const TOP: usize = 6;
/// How many other titles the overview shows at its start, and in a paragraph at its end.
pub(super) const TITLES: usize = 12;

/// A row of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Row<'a> {
    /// Space between two parts.
    Gap,
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A remark.
    Remark(String),
    /// A remark about a whole list, which the cursor passes by.
    Note(String),
    /// The sentence that frames exposure figures.
    Frame,
    /// A label and its figure.
    Fact(&'static str, String),
    /// What the columns of tasks are.
    TaskHeads,
    /// A task, by its place in the role's list.
    Task(u16),
    /// What the marks of tasks mean.
    Marks,
    /// Whose the marks are, and where two stand.
    WhoseMarks,
    /// An element of the content model with its importance.
    Rated(Rating),
    /// A skill in demand.
    InDemand(Demanded),
    /// A software product.
    Software(SoftwareUse),
    /// A tool.
    Tool(ToolUse),
    /// The index.
    Index,
    /// A study's gauge over the distribution of all roles.
    Gauge(Measure),
    /// A further figure of a study.
    Reading(Measure),
    /// How the tasks divide into E0, E1 and E2, by GPT-4's labels or by people's.
    TaskMix {
        /// By people's labels.
        human: bool,
    },
    /// What the columns of wages are.
    WageHeads,
    /// A wage by its place: the 10th, 25th, 50th, 75th and 90th percentile, then the mean.
    Wage(usize),
    /// The spread of wages as a bar.
    WageRange,
    /// What part of those who were asked say that the work requires a level of education.
    Share {
        /// The level and its share.
        share: EducationShare,
        /// Whether it may be drawn: not where most of the answers are withheld.
        bar: bool,
    },
    /// A career interest, 1 to 7.
    Interest(&'static str, f64),
    /// What the columns of related roles are.
    RelatedHeads,
    /// A related role.
    Related(Related),
    /// A dataset.
    Source(Source<'a>),
}

impl Row<'_> {
    /// Whether the cursor can rest on it. On remarks too, so that small screens can be read to their end.
    #[must_use]
    pub const fn is_stop(&self) -> bool {
        !matches!(
            self,
            Self::Gap
                | Self::Heading(_)
                | Self::Note(_)
                | Self::Frame
                | Self::Marks
                | Self::WhoseMarks
                | Self::TaskHeads
                | Self::RelatedHeads
                | Self::WageHeads
        )
    }

    /// What Enter goes to from it.
    #[must_use]
    pub const fn target(&self, role: RoleId) -> Option<Target> {
        match self {
            Self::Task(place) => Some(Target::Task { role, place: *place }),
            Self::Rated(rating) => Some(Target::Element(rating.element)),
            Self::InDemand(Demanded::Element(id)) => Some(Target::Element(*id)),
            Self::InDemand(Demanded::Software(id)) => Some(Target::Software(*id)),
            Self::Software(used) => Some(Target::Software(used.software)),
            Self::Tool(used) => Some(Target::Tool(used.tool)),
            Self::Related(related) => Some(Target::Role(related.role)),
            _ => None,
        }
    }
}

/// The rows of a section; never empty for a role of the catalog.
#[must_use]
pub fn rows<'a>(catalog: &Catalog<'a>, id: RoleId, section: Section) -> Vec<Row<'a>> {
    let Some(role) = catalog.role(id) else { return vec![Row::Remark("This role is not in the data.".into())] };
    match section {
        Section::Overview => overview(catalog, role),
        Section::Tasks => tasks(catalog, role),
        Section::Skills => with_what_exists(catalog, role, skills(catalog, role)),
        Section::Activities => {
            let rated = role.work_activities.iter().copied().map(Row::Rated);
            let heading = match role.work_activities.len() {
                0 => "Work activities".to_owned(),
                count => format!("{count} work activities, most important first"),
            };
            let mut rows = listed(&heading, rated, role, "no work activities");
            rows.extend(withheld(catalog, role, true).map(Row::Remark));
            with_what_exists(catalog, role, rows)
        }
        Section::Tools => with_what_exists(catalog, role, tools(role)),
        Section::Exposure => exposure(catalog, role),
        Section::Outlook => labour::outlook(catalog, role),
        Section::Related => with_what_exists(catalog, role, related(role)),
        Section::Sources => sources::sources(catalog, role),
    }
}

/// Why a part is empty, in words.
fn nothing<'a>(role: &Role<'_>, what: &str) -> Row<'a> {
    let why = match role {
        role if role.is_surveyed() => return Row::Remark(format!("O*NET publishes {what} for this role.")),
        role if role.code.major_group() == MILITARY => "it lists military occupations without surveying them",
        role if role.title.contains("All Other") => {
            "it stands for the occupations of its group that have no code of their own"
        }
        _ => "its turn has not come",
    };
    Row::Remark(format!("O*NET has not surveyed this role, so it publishes {what}: {why}."))
}

/// The major group of military occupations.
const MILITARY: u32 = 55;

/// Adds what there is to see of a role that O*NET has not surveyed.
fn with_what_exists<'a>(catalog: &Catalog<'_>, role: &Role<'_>, mut rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
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
        rows.extend([Row::Gap, Row::Remark(format!("What there is: {}.", there_is.join(", ")))]);
    }
    rows
}

fn listed<'a>(heading: &str, items: impl Iterator<Item = Row<'a>>, role: &Role<'_>, what: &str) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading(heading.to_owned())];
    rows.extend(items);
    if rows.len() == 1 {
        rows.push(nothing(role, what));
    }
    rows
}

fn overview<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows =
        vec![Row::Heading("What this work is".into()), Row::Text(format!("{}.", role.summary.trim_end_matches('.')))];
    rows.push(Row::Remark(catalog.wording.note().into()));
    rows.extend(collected(role).map(Row::Remark));
    rows.push(Row::Gap);
    rows.push(Row::Heading("Also known as".into()));
    let names: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).take(TITLES).collect();
    if names.is_empty() {
        rows.push(nothing(role, "no other titles"));
    } else {
        let more = role.alternates.len() - names.len();
        let more = if more > 0 { format!(" … and {more} more titles below") } else { String::new() };
        rows.push(Row::Text(format!("{}{more}", names.join(" · "))));
    }
    rows.push(Row::Gap);
    rows.extend(listed("Most important tasks", (0..).map(Row::Task).take(role.tasks.len().min(TOP)), role, "no tasks"));
    if role.is_surveyed() {
        rows.extend([Row::Marks, Row::WhoseMarks, Row::Frame]);
    } else {
        rows = with_what_exists(catalog, role, rows);
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
    let further: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).skip(TITLES).collect();
    if !further.is_empty() {
        rows.extend([Row::Gap, Row::Heading(format!("{} more titles", further.len()))]);
        // In portions, so that the cursor can go through them on a small screen.
        rows.extend(further.chunks(TITLES).map(|titles| Row::Text(titles.join(" · "))));
    }
    rows
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
        return with_what_exists(catalog, role, vec![Row::Heading("Tasks".into()), nothing(role, "no tasks")]);
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
fn withheld(catalog: &Catalog<'_>, role: &Role<'_>, activities: bool) -> Option<String> {
    let names = catalog.withheld(role, activities);
    (!names.is_empty()).then(|| format!("{WITHHELD}: {}.", names.join(", ")))
}

fn skills<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let rated = role.capabilities.iter().copied().map(Row::Rated);
    let mut rows = Vec::new();
    let in_demand = skills_in_demand(role, LISTED_IN_DEMAND).into_iter().map(Row::InDemand);
    rows.extend(listed("Knowledge, skills and abilities, most important first", rated, role, "no ratings"));
    rows.extend(withheld(catalog, role, false).map(Row::Remark));
    rows.push(Row::Gap);
    rows.extend(listed("Skills in demand", in_demand, role, "no skills in demand"));
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
    let mut rows = listed(&heading, software, role, "no software");
    rows.push(Row::Gap);
    let tools = role.tools.iter().copied().map(Row::Tool);
    let heading = counted(role.tools.len(), "Physical tools and machines", "physical tools and machines");
    rows.extend(listed(&heading, tools, role, "no physical tools"));
    rows
}

fn exposure<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap, Row::Index, Row::Gap];
    for study in Study::ALL {
        let [gauge, further @ ..] = study.measures() else { continue };
        rows.push(Row::Gauge(*gauge));
        rows.push(Row::Remark(format!("{} {}", study.name(), study.what())));
        rows.extend(further.iter().filter(|m| role.exposure.reading(**m).is_some()).map(|m| Row::Reading(*m)));
        if let Some(soc) = role.exposure.reading(*gauge).and_then(|reading| reading.published_for) {
            rows.extend(catalog.shared_note(soc).map(Row::Remark));
        }
        rows.push(Row::Gap);
    }
    rows.push(Row::Heading("How its tasks are labelled (GPTs are GPTs)".into()));
    if role.tasks.iter().any(|task| task.labels.is_some()) {
        rows.extend([Row::TaskMix { human: false }, Row::TaskMix { human: true }, Row::Marks, Row::WhoseMarks]);
    } else {
        rows.push(Row::Remark("The study labels none of this role's tasks.".into()));
    }
    rows
}

fn related<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap];
    let items = role.related.iter().copied().map(Row::Related);
    rows.extend(listed("Related roles, and how they differ from this one", items, role, "no related roles"));
    if !role.related.is_empty() {
        rows.insert(3, Row::RelatedHeads);
    }
    rows
}
