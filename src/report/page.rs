//! The facts of a role page, gathered once; Markdown, text and JSON only write them down.

pub mod exposure;
pub mod labour;
pub mod work;

use serde::Serialize;

use super::numbers;
use crate::catalog::{
    Catalog, Code, Gap, Hundredths, Role, SocCode, Source, SourceId, Survey, Surveyed, Tier, Wording,
};

pub use exposure::ExposureFacts;
pub use labour::{OutlookFacts, PayFacts};
pub use work::{Capabilities, SkillsInDemand, SoftwareFacts, Tasks, ToolFacts, WorkActivities};

/// A statement about what the figures mean, and that each can be traced: the frame of the page.
pub const FRAME_LINE: &str = "\"AI exposure\" means task overlap (how codifiable the work is), not jobs lost or a \
    forecast. Every figure below is traced to a named public dataset.";

/// What the frame of the page cannot say of the figures that no dataset has.
pub const OWN_RULES: &str = "The exposure index, the spread of the studies and the skills in demand are made by \
    rolescope's own rules from those datasets.";

/// All that the page of a role tells. Serialized, it is the contract of `docs/JSON.md`.
#[derive(Debug, Serialize)]
pub struct Page<'c> {
    /// O*NET-SOC code.
    #[serde(serialize_with = "numbers::shown")]
    pub code: Code,
    /// SOC 2018 code.
    #[serde(serialize_with = "numbers::shown")]
    pub soc: SocCode,
    pub title: &'c str,
    /// Title of the major group.
    pub major_group: Option<&'c str>,
    /// The role's page at O*NET OnLine.
    pub url: String,
    /// What exposure means and does not mean.
    pub frame: &'static str,
    /// Whose wording tasks and summary carry.
    pub wording: WordingFacts,
    /// What the work is.
    pub summary: &'c str,
    /// Whether O*NET has surveyed the role.
    pub surveyed: bool,
    /// Alternate titles.
    pub also_known_as: Titles<'c>,
    pub tasks: Tasks<'c>,
    /// Knowledge, skills and abilities.
    pub capabilities: Capabilities<'c>,
    /// Generalized work activities.
    pub work_activities: WorkActivities<'c>,
    pub skills_in_demand: SkillsInDemand<'c>,
    pub software: SoftwareFacts<'c>,
    /// Physical tools and machines.
    pub tools: ToolFacts<'c>,
    /// Exposure to AI by study.
    pub exposure: ExposureFacts<'c>,
    /// Projected employment.
    pub outlook: OutlookFacts<'c>,
    /// Employment and wages.
    pub pay: PayFacts<'c>,
    /// Preparation that the work needs.
    pub job_zone: JobZone,
    /// What respondents say the job requires.
    pub education: Education,
    /// Career interests.
    pub interests: Interests,
    /// Whether the work can be done at home.
    pub work_at_home: WorkAtHome,
    pub related: RelatedRoles<'c>,
    /// When O*NET collected the rows of its tables for the role.
    pub surveys: Vec<SurveyFacts>,
    /// The datasets, in the order of the page.
    pub sources: Vec<Source<'c>>,
}

/// Whose wording tasks and summary carry.
#[derive(Debug, Serialize)]
pub struct WordingFacts {
    /// Where the sentences come from.
    pub source: SourceId,
    /// The line that says so.
    pub note: &'static str,
}

/// Alternate titles.
#[derive(Debug, Serialize)]
pub struct Titles<'c> {
    /// Where they come from.
    pub source: SourceId,
    /// The titles, those on My Next Move first.
    pub items: Vec<Title<'c>>,
}

/// An alternate title.
#[derive(Debug, Serialize)]
pub struct Title<'c> {
    pub title: &'c str,
    /// Its short form.
    pub short: Option<&'c str>,
    /// `reported_shown`, `reported` or `job_title`.
    pub origin: &'static str,
}

/// Preparation that the work needs.
#[derive(Debug, Serialize)]
pub struct JobZone {
    /// Where it comes from.
    pub source: SourceId,
    /// 2 to 5.
    pub zone: Option<u8>,
}

/// Required education.
#[derive(Debug, Serialize)]
pub struct Education {
    /// Where it comes from.
    pub source: SourceId,
    /// Shares by level.
    pub items: Vec<EducationLevel>,
    /// What the published shares add up to in percent, where some are withheld.
    pub published_percent: Option<f64>,
}

#[derive(Debug, Serialize)]
pub struct EducationLevel {
    /// 1 to 12.
    pub level: u8,
    pub name: &'static str,
    /// Percent of respondents.
    pub percent: Option<f64>,
    /// Why there is no share.
    pub gap: Option<&'static str>,
}

/// Career interests.
#[derive(Debug, Serialize)]
pub struct Interests {
    /// Where they come from.
    pub source: SourceId,
    /// The six interests with their score 1 to 7, in RIASEC order; empty where none is published.
    pub items: Vec<Interest>,
}

/// A career interest.
#[derive(Debug, Serialize)]
pub struct Interest {
    pub name: &'static str,
    /// 1 to 7.
    pub score: f64,
}

/// Whether the work can be done at home.
#[derive(Debug, Serialize)]
pub struct WorkAtHome {
    /// Where it comes from.
    pub source: SourceId,
    /// Whether it can.
    pub possible: Option<bool>,
    /// The O*NET-SOC 2010 codes that say so.
    pub from: Vec<String>,
    /// What it means.
    pub note: &'static str,
}

/// When the rows of a table were collected.
#[derive(Debug, Serialize)]
pub struct SurveyFacts {
    pub table: Surveyed,
    /// The month of the oldest row, `2014-07`.
    pub oldest: String,
    /// The month of the newest row.
    pub newest: String,
    /// Both in words.
    #[serde(skip)]
    pub text: String,
}

impl SurveyFacts {
    fn of(survey: Survey) -> Self {
        let (oldest, newest) = (survey.oldest.to_string(), survey.newest.to_string());
        Self { table: survey.table, oldest, newest, text: format!("{} {}", survey.table.word(), survey.text()) }
    }
}

#[derive(Debug, Serialize)]
pub struct RelatedRoles<'c> {
    /// Where they come from.
    pub source: SourceId,
    /// In O*NET's order.
    pub items: Vec<RelatedRole<'c>>,
}

#[derive(Debug, Serialize)]
pub struct RelatedRole<'c> {
    #[serde(serialize_with = "numbers::shown")]
    pub code: Code,
    pub title: &'c str,
    /// How close it is.
    #[serde(serialize_with = "numbers::tier")]
    pub tier: Tier,
}

impl<'c> Page<'c> {
    /// Gathers the facts of a role of the catalog.
    pub fn of(catalog: &'c Catalog<'c>, role: &'c Role<'c>) -> Self {
        Self {
            code: role.code,
            soc: role.code.soc(),
            title: role.title,
            major_group: catalog.major_group(role.code),
            url: onet_online(role.code),
            frame: FRAME_LINE,
            wording: WordingFacts { source: wording_source(catalog), note: catalog.wording.note() },
            summary: role.summary,
            surveyed: role.is_surveyed(),
            also_known_as: titles(role),
            tasks: Tasks::of(catalog, role),
            capabilities: Capabilities::of(catalog, role),
            work_activities: WorkActivities::of(catalog, role),
            skills_in_demand: SkillsInDemand::of(catalog, role),
            software: SoftwareFacts::of(catalog, role),
            tools: ToolFacts::of(catalog, role),
            exposure: ExposureFacts::of(catalog, role),
            outlook: OutlookFacts::of(catalog, role),
            pay: PayFacts::of(catalog, role),
            job_zone: JobZone { source: SourceId::Onet, zone: role.job_zone },
            education: education(role),
            interests: interests(role),
            work_at_home: work_at_home(role),
            related: related(catalog, role),
            surveys: role.surveys.iter().map(|survey| SurveyFacts::of(*survey)).collect(),
            sources: sources(catalog),
        }
    }

    /// A dataset's release, as its publisher names it.
    pub fn release(&self, id: SourceId) -> Option<&'c str> {
        self.sources.iter().find(|source| source.id == id).map(|source| source.release)
    }
}

/// The page of O*NET OnLine for a role.
pub fn onet_online(code: Code) -> String {
    format!("https://www.onetonline.org/link/summary/{code}")
}

/// The dataset of a stand-in table where the catalog has it, otherwise the O*NET database itself.
pub(super) fn onet_or(catalog: &Catalog<'_>, stand_in: SourceId) -> SourceId {
    catalog.source(stand_in).map_or(SourceId::Onet, |source| source.id)
}

/// Where the sentences of tasks and summary come from.
pub(super) fn wording_source(catalog: &Catalog<'_>) -> SourceId {
    match catalog.wording {
        Wording::Own => SourceId::Wording,
        Wording::Official => SourceId::Onet,
    }
}

fn titles<'c>(role: &'c Role<'c>) -> Titles<'c> {
    let items = role.alternates.iter().map(|alternate| Title {
        title: alternate.title,
        short: alternate.short,
        origin: alternate.origin.key(),
    });
    Titles { source: SourceId::Onet, items: items.collect() }
}

fn education(role: &Role<'_>) -> Education {
    let items = role.education.iter().map(|share| EducationLevel {
        level: share.level,
        name: crate::catalog::role::education_level(share.level),
        percent: share.percent.ok().map(Hundredths::value),
        gap: share.percent.err().map(Gap::key),
    });
    let published_percent = role.education_told().map(Hundredths::value);
    Education { source: SourceId::Onet, items: items.collect(), published_percent }
}

fn interests(role: &Role<'_>) -> Interests {
    let names = crate::catalog::role::INTERESTS;
    let scores = role.interests.iter().flatten();
    let items = names.into_iter().zip(scores).map(|(name, score)| Interest { name, score: score.value() });
    Interests { source: SourceId::Onet, items: items.collect() }
}

fn work_at_home(role: &Role<'_>) -> WorkAtHome {
    let known = role.at_home.as_ref();
    WorkAtHome {
        source: SourceId::WorkAtHome,
        possible: known.map(|known| known.possible),
        from: known.iter().flat_map(|known| &known.from).map(Code::to_string).collect(),
        note: crate::catalog::at_home::NOTE,
    }
}

fn related<'c>(catalog: &'c Catalog<'c>, role: &Role<'_>) -> RelatedRoles<'c> {
    let items = role.related.iter().filter_map(|related| {
        let other = catalog.role(related.role)?;
        Some(RelatedRole { code: other.code, title: other.title, tier: related.tier })
    });
    RelatedRoles { source: SourceId::Onet, items: items.collect() }
}

/// The datasets: first those that the published role page names, in its order, then the others.
fn sources<'c>(catalog: &'c Catalog<'c>) -> Vec<Source<'c>> {
    const FIRST: [SourceId; 5] =
        [SourceId::Onet, SourceId::Oews, SourceId::Projections, SourceId::Microsoft, SourceId::Gpts];
    let first = FIRST.into_iter().filter_map(|id| catalog.source(id));
    let is_other = |id: SourceId| !FIRST.contains(&id) && !id.is_of_codes();
    let others = catalog.sources.iter().filter(|source| is_other(source.id));
    first.chain(others).copied().collect()
}
