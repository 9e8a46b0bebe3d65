//! What each section of the role screen holds, row by row. How a row looks is the affair of `ui`.

use super::role_view::{Section, Target};
use crate::catalog::demand::skills_in_demand;
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::{
    Catalog, Demanded, Measure, NOT_PUBLISHED, Period, Rating, Related, Role, RoleId, SoftwareUse, Source, SourceId,
    Study, ToolId, Wage, grouped,
};

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
    /// The sentence that frames exposure figures.
    Frame,
    /// A label and its figure.
    Fact(&'static str, String),
    /// A task, by its place in the role's list.
    Task(u16),
    /// What the marks of tasks mean.
    Marks,
    /// An element of the content model with its importance.
    Rated(Rating),
    /// A skill in demand.
    InDemand(Demanded),
    /// A software product.
    Software(SoftwareUse),
    /// A tool.
    Tool(ToolId),
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
    /// The spread of wages.
    Wages(Period),
    /// A share in percent of something named.
    Share(&'static str, f64),
    /// A career interest, 1 to 7.
    Interest(&'static str, f64),
    /// A related role.
    Related(Related),
    /// A dataset.
    Source(Source<'a>),
}

impl Row<'_> {
    /// Whether the cursor can rest on it.
    #[must_use]
    pub const fn is_stop(&self) -> bool {
        !matches!(self, Self::Gap | Self::Heading(_) | Self::Remark(_) | Self::Frame | Self::Marks)
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
            Self::Tool(tool) => Some(Target::Tool(*tool)),
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
        Section::Skills => skills(role),
        Section::Activities => {
            let rated = role.work_activities.iter().copied().map(Row::Rated);
            listed("Work activities, most important first", rated, role, "no work activities")
        }
        Section::Tools => tools(role),
        Section::Exposure => exposure(catalog, role),
        Section::Outlook => outlook(catalog, role),
        Section::Related => related(role),
        Section::Sources => sources(catalog, role),
    }
}

/// Why a part is empty, in words.
fn nothing<'a>(role: &Role<'_>, what: &str) -> Row<'a> {
    if role.is_surveyed() {
        return Row::Remark(format!("O*NET publishes {what} for this role."));
    }
    Row::Remark(format!(
        "O*NET has not surveyed this role, so it publishes {what}: it gathers work that has no code of its own, or \
         military work."
    ))
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
    rows.push(Row::Gap);
    rows.push(Row::Heading("Also known as".into()));
    let names: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).take(12).collect();
    if names.is_empty() {
        rows.push(nothing(role, "no other titles"));
    } else {
        let more = role.alternates.len() - names.len();
        let more = if more > 0 { format!(" … and {more} more titles") } else { String::new() };
        rows.push(Row::Text(format!("{}{more}", names.join(" · "))));
    }
    rows.push(Row::Gap);
    rows.extend(listed("Most important tasks", (0..).map(Row::Task).take(role.tasks.len().min(6)), role, "no tasks"));
    rows.push(Row::Gap);
    rows.extend(preparation(catalog, role));
    rows
}

fn preparation<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Preparation".into())];
    rows.push(Row::Fact("Job zone", role.job_zone.map_or_else(|| NOT_PUBLISHED.into(), zone)));
    if let Some(outlook) = catalog.outlook(role) {
        rows.push(Row::Fact("Typical entry (BLS)", outlook.education.unwrap_or(NOT_PUBLISHED).into()));
    }
    let mut shares: Vec<_> = role.education.iter().filter(|share| share.percent.0 > 0).collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.percent));
    if !shares.is_empty() {
        rows.push(Row::Remark("What people in the work say it requires (O*NET)".into()));
        rows.extend(shares.iter().take(4).map(|share| Row::Share(education_level(share.level), share.percent.value())));
    }
    if let Some(interests) = role.interests {
        rows.push(Row::Gap);
        rows.push(Row::Heading("Career interests, 1 to 7".into()));
        rows.extend(INTERESTS.into_iter().zip(interests).map(|(name, value)| Row::Interest(name, value.value())));
    }
    rows
}

/// A job zone in words.
fn zone(zone: u8) -> String {
    let words = match zone {
        1 | 2 => "very little to some preparation",
        3 => "medium preparation",
        4 => "considerable preparation",
        _ => "extensive preparation",
    };
    let name = if zone == 2 { "1-2".to_owned() } else { zone.to_string() };
    format!("{name}: {words}")
}

fn tasks<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Marks, Row::Remark(catalog.wording.note().into()), Row::Gap];
    let places = (0..).map(Row::Task).take(role.tasks.len());
    rows.extend(listed(&format!("{} tasks, most important first", role.tasks.len()), places, role, "no tasks"));
    rows
}

fn skills<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let rated = role.capabilities.iter().copied().map(Row::Rated);
    let mut rows = Vec::new();
    let in_demand = skills_in_demand(role, 12).into_iter().map(Row::InDemand);
    rows.extend(listed("Knowledge, skills and abilities, most important first", rated, role, "no ratings"));
    rows.push(Row::Gap);
    rows.extend(listed("Skills in demand", in_demand, role, "no skills in demand"));
    rows
}

fn tools<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let software = role.software.iter().copied().map(Row::Software);
    let mut rows = listed(
        &format!("{} software products, hot technologies first", role.software.len()),
        software,
        role,
        "no software",
    );
    rows.push(Row::Gap);
    let tools = role.tools.iter().copied().map(Row::Tool);
    rows.extend(listed(&format!("{} physical tools and machines", role.tools.len()), tools, role, "no physical tools"));
    rows
}

fn exposure<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap, Row::Index, Row::Gap];
    for study in Study::ALL {
        let [gauge, further @ ..] = study.measures() else { continue };
        rows.push(Row::Gauge(*gauge));
        rows.extend(further.iter().filter(|m| role.exposure.reading(**m).is_some()).map(|m| Row::Reading(*m)));
        if let Some(soc) = role.exposure.reading(*gauge).and_then(|reading| reading.published_for) {
            rows.extend(catalog.shared_note(soc).map(Row::Remark));
        }
        rows.push(Row::Gap);
    }
    rows.push(Row::Heading("How its tasks are labelled (GPTs are GPTs)".into()));
    if role.tasks.iter().any(|task| task.labels.is_some()) {
        rows.extend([Row::TaskMix { human: false }, Row::TaskMix { human: true }, Row::Marks]);
    } else {
        rows.push(Row::Remark("The study labels none of this role's tasks.".into()));
    }
    rows
}

fn outlook<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let shared = catalog.published(role).and_then(|published| published.shared_note()).map(Row::Remark);
    let mut rows = vec![Row::Heading(format!("Outlook{}", release(catalog, SourceId::Projections)))];
    rows.extend(shared.clone());
    match catalog.outlook(role) {
        None => rows.push(Row::Remark("BLS publishes no projection for this role.".into())),
        Some(outlook) => rows.extend([
            Row::Fact("Projected change", format!("{} ({})", outlook.change_percent.signed(), outlook.words())),
            Row::Fact("Jobs", format!("{} → {} ({})", outlook.employment, outlook.projected, outlook.change)),
            Row::Fact("Openings a year", outlook.openings.to_string()),
            Row::Fact("Self-employed", outlook.self_employed.map_or_else(|| NOT_PUBLISHED.into(), |p| p.to_string())),
            Row::Fact("Typical entry", outlook.education.unwrap_or(NOT_PUBLISHED).into()),
            Row::Fact("Related experience", published_word(outlook.experience)),
            Row::Fact("On-the-job training", published_word(outlook.training)),
        ]),
    }
    rows.push(Row::Gap);
    rows.push(Row::Heading(format!("Pay and employment{}", release(catalog, SourceId::Oews))));
    rows.extend(shared);
    match catalog.pay(role) {
        None => rows.push(Row::Remark("BLS publishes no wages for this role.".into())),
        Some(pay) => {
            let year = |wage: Option<Wage>| wage.map_or_else(|| NOT_PUBLISHED.into(), |w| w.text(Period::Year));
            let employment = pay.employment.map_or_else(|| NOT_PUBLISHED.into(), |n| grouped(n.into()));
            rows.extend([
                Row::Fact("Median wage a year", year(pay.annual.median)),
                Row::Fact("Mean wage a year", year(pay.annual.mean)),
                Row::Fact("People employed", employment),
                Row::Wages(Period::Year),
                Row::Wages(Period::Hour),
            ]);
        }
    }
    rows
}

/// `None` is a value that BLS publishes.
fn published_word(word: Option<&str>) -> String {
    match word {
        None => NOT_PUBLISHED.into(),
        Some("None") => "none".into(),
        Some(word) => word.into(),
    }
}

fn release(catalog: &Catalog<'_>, id: SourceId) -> String {
    catalog.source(id).map_or_else(String::new, |source| format!(" ({}, {})", source.name, source.release))
}

fn related<'a>(role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Frame, Row::Gap];
    rows.extend(listed(
        "Related roles, closest first; differences are against this role",
        role.related.iter().copied().map(Row::Related),
        role,
        "no related roles",
    ));
    rows
}

fn sources<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Where the figures of this page come from".into())];
    rows.extend(catalog.sources.iter().filter(|source| is_used(role, source.id)).copied().map(Row::Source));
    rows
}

/// Whether a page of the role shows anything of a dataset.
fn is_used(role: &Role<'_>, id: SourceId) -> bool {
    let measured = |study: Study| study.measures().iter().any(|measure| role.exposure.reading(*measure).is_some());
    match id {
        SourceId::Onet | SourceId::Soc | SourceId::Wording => true,
        SourceId::OnetKnowledge | SourceId::OnetAbilities => !role.capabilities.is_empty(),
        SourceId::OnetActivities => !role.work_activities.is_empty(),
        SourceId::OnetTaskRatings => role.tasks.iter().any(|task| task.importance.is_some()),
        SourceId::OnetTools => !role.tools.is_empty(),
        SourceId::Oews | SourceId::Projections | SourceId::Crosswalk => role.published.is_some(),
        SourceId::Gpts => measured(Study::Gpts),
        SourceId::Microsoft => measured(Study::Microsoft),
        SourceId::Aioe => measured(Study::Aioe),
        SourceId::Anthropic => measured(Study::Anthropic),
    }
}
