//! A role: one O*NET-SOC occupation with everything that is known of it.

use serde::{Deserialize, Serialize};

use super::at_home::AtHome;
use super::code::Code;
use super::exposure::Exposure;
use super::figures::{Hundredths, Rated};
use super::survey::{Survey, Surveyed};
use super::task::{Label, Task, TaskLabels};
use super::{ElementId, KindId, PublishedId, RoleId, SoftwareId, ToolId};

/// One of the 1,016 occupations of O*NET-SOC 2019. Lists stand in the order in which they are shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Role<'a> {
    /// Its O*NET-SOC code.
    pub code: Code,
    /// Its title.
    pub title: &'a str,
    /// What the work is, in the wording that the catalog carries (see [`super::Wording`]).
    pub summary: &'a str,
    /// Job zone, 2 to 5 (2 stands for 1-2 since O*NET 30): how much preparation the work needs.
    pub job_zone: Option<u8>,
    /// Titles that people use for the role: reported ones shown on My Next Move, other reported ones, job titles.
    #[serde(borrow)]
    pub alternates: Vec<Alternate<'a>>,
    /// Tasks, most important first.
    #[serde(borrow)]
    pub tasks: Vec<Task<'a>>,
    /// Knowledge, skills and abilities, most important first.
    pub capabilities: Vec<Rating>,
    /// Generalized work activities, most important first.
    pub work_activities: Vec<Rating>,
    /// Elements whose importance O*NET advises to suppress, by Element ID; they stand in no list of ratings.
    pub withheld: Vec<ElementId>,
    /// Software: hot technologies first, then those in demand, then A-Z.
    pub software: Vec<SoftwareUse>,
    /// Physical tools and machines, A-Z.
    pub tools: Vec<ToolUse>,
    /// Related roles in O*NET's order.
    pub related: Vec<Related>,
    /// What respondents say the job requires, by level 1 to 12 (see [`education_level`]); withheld shares among them.
    pub education: Vec<EducationShare>,
    /// Career interests (RIASEC order), 1 to 7.
    pub interests: Option<[Hundredths; 6]>,
    /// Whether the work can be done at home; none where the study does not say.
    pub at_home: Option<AtHome>,
    /// How old what O*NET asked and judged is, by table; tables without dates are not here.
    pub surveys: Vec<Survey>,
    /// Labels of tasks that O*NET has retired since, by Task ID: the scores of "GPTs are GPTs" count them.
    pub retired: Vec<(u32, TaskLabels)>,
    /// Where pay and outlook are published.
    pub published: Option<PublishedId>,
    /// How far AI overlaps its tasks, by study.
    pub exposure: Exposure,
}

impl Role<'_> {
    /// Its interests as places in [`INTERESTS`], the highest first; equal ones in that order. None where O*NET has none.
    pub fn interest_order(&self) -> Option<[u8; 6]> {
        let scores = self.interests?;
        let mut order = [0, 1, 2, 3, 4, 5];
        order.sort_by_key(|place| std::cmp::Reverse(scores.get(usize::from(*place)).copied()));
        Some(order)
    }

    /// The share in percent of respondents whose answer on the required education is published, where some is withheld.
    pub fn education_told(&self) -> Option<Hundredths> {
        let is_withheld = self.education.iter().any(|share| share.percent.is_err());
        let told = self.education.iter().filter_map(|share| share.percent.ok()).map(|percent| percent.0).sum();
        is_withheld.then_some(Hundredths(told))
    }

    /// How many of its tasks are labelled E0, E1 and E2, by people or by GPT-4.
    pub fn task_mix(&self, human: bool) -> [usize; 3] {
        let labels = self.tasks.iter().filter_map(|task| task.labels);
        let labels = labels.map(|labels| if human { labels.human } else { labels.gpt4 });
        let count = |label| labels.clone().filter(|other| *other == label).count();
        [Label::E0, Label::E1, Label::E2].map(count)
    }

    /// When a table's rows of the role were collected.
    pub fn survey(&self, table: Surveyed) -> Option<Survey> {
        self.surveys.iter().copied().find(|survey| survey.table == table)
    }

    /// Whether O*NET has surveyed the role: 93 ("All Other" and military roles) have no tasks and almost no data.
    pub fn is_surveyed(&self) -> bool {
        !self.tasks.is_empty()
    }
}

/// A title that people use for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternate<'a> {
    /// The title.
    pub title: &'a str,
    /// Its short form or abbreviation, where one is given.
    pub short: Option<&'a str>,
    /// Where it comes from.
    pub origin: TitleOrigin,
    /// Which of O*NET's sources of job titles name it: bit n for the source with code n; 0 where none is given.
    pub sources: u16,
}

/// Where an alternate title comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleOrigin {
    /// Reported by people who do the work, and shown on My Next Move.
    ReportedShown,
    /// Reported by people who do the work.
    Reported,
    /// From O*NET's list of job titles.
    JobTitle,
}

/// How much an element of the content model matters for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Which element.
    pub element: ElementId,
    /// Importance, 1 to 5 (scale IM).
    pub importance: Hundredths,
    /// Level, 0 to 7 (scale LV).
    pub level: Rated,
}

/// A software product that a role uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftwareUse {
    /// Which product.
    pub software: SoftwareId,
    /// What O*NET counts it as for this role: one product may be of several kinds.
    pub category: KindId,
    /// Frequent in employers' postings across all roles.
    pub hot: bool,
    /// Frequent in employers' postings for this role.
    pub in_demand: bool,
}

impl SoftwareUse {
    /// Its flags in words.
    pub const fn flags(self) -> Option<&'static str> {
        match (self.hot, self.in_demand) {
            (true, true) => Some("hot technology, in demand"),
            (true, false) => Some("hot technology"),
            (false, true) => Some("in demand"),
            (false, false) => None,
        }
    }
}

/// A physical tool or machine that a role uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ToolUse {
    /// Which tool.
    pub tool: ToolId,
    /// What O*NET counts it as for this role.
    pub commodity: KindId,
}

/// A role that O*NET relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Which role.
    pub role: RoleId,
    /// How close.
    pub tier: Tier,
}

/// How close a related role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// `Primary-Short`: the five closest.
    PrimaryShort,
    /// `Primary-Long`: the next five.
    PrimaryLong,
    /// Others.
    Supplemental,
}

impl Tier {
    /// The closest first.
    pub const ALL: [Self; 3] = [Self::PrimaryShort, Self::PrimaryLong, Self::Supplemental];

    /// As O*NET's column Relatedness Tier has it.
    pub const fn published(self) -> &'static str {
        match self {
            Self::PrimaryShort => "Primary-Short",
            Self::PrimaryLong => "Primary-Long",
            Self::Supplemental => "Supplemental",
        }
    }

    /// Its stable key in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PrimaryShort => "primary_short",
            Self::PrimaryLong => "primary_long",
            Self::Supplemental => "supplemental",
        }
    }

    /// How close it is, in a word for people.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PrimaryShort => "closest",
            Self::PrimaryLong => "close",
            Self::Supplemental => "further",
        }
    }
}

/// The share of respondents who say that the job requires a level of education.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EducationShare {
    /// Level, 1 to 12.
    pub level: u8,
    /// Percent of respondents.
    pub percent: Rated,
}

impl EducationShare {
    /// `14%`, or why there is no share.
    pub fn text(&self) -> String {
        super::words::rated_as(self.percent, Hundredths::percent)
    }
}

/// The name of a level of education (O*NET's categories of element 2.D.1), empty for a level outside 1 to 12.
pub const fn education_level(level: u8) -> &'static str {
    match level {
        1 => "Less than high school",
        2 => "High school diploma",
        3 => "Post-secondary certificate",
        4 => "Some college",
        5 => "Associate's degree",
        6 => "Bachelor's degree",
        7 => "Post-baccalaureate certificate",
        8 => "Master's degree",
        9 => "Post-master's certificate",
        10 => "First professional degree",
        11 => "Doctoral degree",
        12 => "Post-doctoral training",
        _ => "",
    }
}

/// The names of the six career interests, in the order of [`Role::interests`].
pub const INTERESTS: [&str; 6] = ["Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"];
