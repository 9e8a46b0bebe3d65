//! The figures that the program shows of a role.

mod asked;

use super::Point;
use crate::catalog::role::INTERESTS;
use crate::catalog::{Demanded, ElementId, Measure, Metric, Period, Role, RoleId, SoftwareId, SourceId, ToolId};

/// How many skills in demand a role's page lists.
pub const LISTED_IN_DEMAND: usize = 12;

/// A figure, or another fact, that the program shows of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The joint exposure index: percentile, band, mean.
    Index,
    /// A measure of exposure: raw value, percentile, band.
    Measure(Measure),
    /// A wage.
    Wage(Period, Point),
    /// People employed (OEWS).
    Employment,
    /// The newest median pay, where it is newer than the base year's.
    PayNewest,
    /// Median pay in a year.
    YearPay(u16),
    /// People employed in a year.
    YearEmployment(u16),
    /// Change in percent by the projections after those of the base year.
    ChangeNext,
    /// Openings a year by them.
    OpeningsNext,
    /// BLS's relative AI exposure category.
    BlsAi,
    /// Jobs in the base year of the projections.
    BaseJobs,
    /// Jobs in their target year.
    TargetJobs,
    /// Change in jobs.
    ChangeJobs,
    /// Change in percent.
    Change,
    /// Openings a year.
    Openings,
    /// Share of self-employed people.
    SelfEmployed,
    /// Relative error of the employment in a place.
    EmploymentError,
    /// Location quotient in a place.
    LocationQuotient,
    /// Jobs per 1,000 jobs of a place.
    JobsPer1000,
    /// Price level of a place.
    PriceLevel,
    /// Typical education needed for entry.
    Entry,
    /// Related experience.
    Experience,
    /// On-the-job training.
    Training,
    /// The SOC code that BLS publishes under.
    Code,
    /// Importance and level of an element of the content model.
    Rating(ElementId),
    /// Wording and type of a task, by its place in the role's list.
    Task(u16),
    /// Importance and relevance of a task.
    TaskRating(u16),
    /// Exposure labels of a task.
    TaskLabels(u16),
    /// Share of observed use of a task.
    TaskUse(u16),
    /// How AI is used for a task, by month.
    TaskUsage(u16),
    /// How two assistants are used for the activities that a task belongs to.
    ActivityUse(u16),
    /// How AI is used for all tasks.
    Usage,
    /// The programmes of study that lead to it.
    Programmes,
    /// The page of the Occupational Outlook Handbook.
    Handbook,
    /// How the tasks divide into E0, E1 and E2.
    TaskMix {
        /// By people's labels, else by GPT-4's.
        human: bool,
    },
    /// The job zone.
    JobZone,
    /// The share of respondents who say that the job requires a level of education, 1 to 12.
    Education(u8),
    /// A career interest, by its place in RIASEC order.
    Interest(u8),
    /// Whether the work can be done at home.
    AtHome,
    /// A software product and its flags.
    Software(SoftwareId),
    /// A tool.
    Tool(ToolId),
    /// A skill in demand.
    InDemand(Demanded),
    /// A related role and how close it is.
    Related(RoleId),
    /// Alternate titles, by their places in the role's list.
    Titles {
        /// The first.
        from: u16,
        /// How many.
        count: u16,
    },
    /// The title.
    Title,
    /// The major group.
    Group,
    /// The summary.
    Summary,
    /// A list that has nothing for the role.
    Nothing(List),
    /// A dataset as a whole.
    Dataset(SourceId),
    /// People of the staff that is counted.
    Headcount,
}

/// A list that may have nothing for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Reported titles and job titles.
    Titles,
    /// Tasks.
    Tasks,
    /// Ratings of knowledge, skills and abilities.
    Ratings,
    /// Ratings of work activities.
    Activities,
    /// Software.
    Software,
    /// Tools.
    Tools,
    /// Related roles.
    Related,
    /// Exposure labels of tasks.
    Labels,
    /// Skills in demand.
    InDemand,
}

impl List {
    const fn key(self) -> &'static str {
        match self {
            Self::Titles => "no_titles",
            Self::Tasks => "no_tasks",
            Self::Ratings => "no_ratings",
            Self::Activities => "no_activities",
            Self::Software => "no_software",
            Self::Tools => "no_tools",
            Self::Related => "no_related",
            Self::Labels => "no_labels",
            Self::InDemand => "no_skills_in_demand",
        }
    }

    /// What a source that has nothing for it publishes: `no tasks`.
    pub const fn none(self) -> &'static str {
        match self {
            Self::Titles => "no other titles",
            Self::Tasks => "no tasks",
            Self::Ratings => "no ratings",
            Self::Activities => "no work activities",
            Self::Software => "no software",
            Self::Tools => "no physical tools",
            Self::Related => "no related roles",
            Self::Labels => "no exposure labels of tasks",
            Self::InDemand => "no skills in demand",
        }
    }
}

impl Figure {
    /// Median annual pay.
    pub const PAY: Self = Self::Wage(Period::Year, Point::Median);

    /// The spread of annual pay, from the 10th percentile to the 90th.
    pub const PAY_RANGE: [Self; 5] = [
        Self::Wage(Period::Year, Point::P10),
        Self::Wage(Period::Year, Point::P25),
        Self::PAY,
        Self::Wage(Period::Year, Point::P75),
        Self::Wage(Period::Year, Point::P90),
    ];

    /// The figures that have a fixed key: those of a role as a whole.
    pub const FIXED: [Self; 30] = [
        Self::Index,
        Self::Employment,
        Self::PayNewest,
        Self::ChangeNext,
        Self::OpeningsNext,
        Self::BlsAi,
        Self::BaseJobs,
        Self::TargetJobs,
        Self::ChangeJobs,
        Self::Change,
        Self::Openings,
        Self::SelfEmployed,
        Self::Entry,
        Self::Experience,
        Self::Training,
        Self::Code,
        Self::TaskMix { human: false },
        Self::TaskMix { human: true },
        Self::JobZone,
        Self::AtHome,
        Self::Usage,
        Self::Programmes,
        Self::Handbook,
        Self::Title,
        Self::Group,
        Self::Summary,
        Self::Nothing(List::Tasks),
        Self::Nothing(List::Ratings),
        Self::Nothing(List::Software),
        Self::Nothing(List::Tools),
    ];

    /// The figures that a place alone has.
    pub const OF_PLACE: [Self; 4] =
        [Self::EmploymentError, Self::LocationQuotient, Self::JobsPer1000, Self::PriceLevel];

    /// The figures of a role as a whole, in the order of its page.
    pub fn of_whole() -> impl Iterator<Item = Self> {
        let wages = [Period::Year, Period::Hour].into_iter().flat_map(|p| Point::ALL.map(|point| Self::Wage(p, point)));
        let fixed = Self::FIXED.into_iter().filter(|figure| !matches!(figure, Self::Nothing(_)));
        fixed.chain(Measure::ALL.map(Self::Measure)).chain(wages)
    }

    /// Its stable key on the command line and in JSON.
    pub fn key(self) -> String {
        match self {
            Self::Index => "index".into(),
            Self::Measure(measure) => measure.key().into(),
            Self::Wage(Period::Year, Point::Median) => "pay".into(),
            Self::Wage(Period::Hour, Point::Median) => "hourly_pay".into(),
            Self::Wage(Period::Year, point) => format!("pay_{}", point.key()),
            Self::Wage(Period::Hour, point) => format!("hourly_{}", point.key()),
            Self::Employment => "employment".into(),
            Self::PayNewest => "pay_newest".into(),
            Self::YearPay(year) => format!("pay_{year}"),
            Self::YearEmployment(year) => format!("employment_{year}"),
            Self::ChangeNext => "change_next".into(),
            Self::OpeningsNext => "openings_next".into(),
            Self::BlsAi => "bls_ai".into(),
            Self::BaseJobs => "jobs".into(),
            Self::TargetJobs => "projected_jobs".into(),
            Self::ChangeJobs => "change_jobs".into(),
            Self::Change => "change".into(),
            Self::Openings => "openings".into(),
            Self::EmploymentError => "employment_error".into(),
            Self::LocationQuotient => "location_quotient".into(),
            Self::JobsPer1000 => "jobs_per_1000".into(),
            Self::PriceLevel => "price_level".into(),
            Self::SelfEmployed => "self_employed".into(),
            Self::Entry => "typical_entry".into(),
            Self::Experience => "experience".into(),
            Self::Training => "training".into(),
            Self::Code => "soc".into(),
            Self::Rating(_) => "rating".into(),
            Self::Task(_) => "task".into(),
            Self::TaskRating(_) => "task_rating".into(),
            Self::TaskLabels(_) => "task_labels".into(),
            Self::TaskUse(_) => "task_use".into(),
            Self::TaskUsage(_) => "task_usage".into(),
            Self::ActivityUse(_) => "activity_use".into(),
            Self::Usage => "usage".into(),
            Self::Programmes => "programmes".into(),
            Self::Handbook => "handbook".into(),
            Self::TaskMix { human: false } => "gpt4_mix".into(),
            Self::TaskMix { human: true } => "human_mix".into(),
            Self::JobZone => "zone".into(),
            Self::Education(level) => format!("education_{level}"),
            Self::Interest(place) => {
                INTERESTS.get(usize::from(place)).map_or_else(|| "interest".into(), |name| name.to_lowercase())
            }
            Self::AtHome => "home".into(),
            Self::Software(_) => "software".into(),
            Self::Tool(_) => "tool".into(),
            Self::InDemand(_) => "in_demand".into(),
            Self::Related(_) => "related".into(),
            Self::Titles { .. } => "titles".into(),
            Self::Title => "title".into(),
            Self::Group => "group".into(),
            Self::Summary => "summary".into(),
            Self::Nothing(list) => list.key().into(),
            Self::Dataset(_) => "dataset".into(),
            Self::Headcount => "headcount".into(),
        }
    }

    /// The figures of a task.
    pub const fn of_task(place: u16) -> [Self; 6] {
        [
            Self::Task(place),
            Self::TaskRating(place),
            Self::TaskLabels(place),
            Self::TaskUse(place),
            Self::TaskUsage(place),
            Self::ActivityUse(place),
        ]
    }

    /// All alternate titles of a role.
    pub fn all_titles(role: &Role<'_>) -> Self {
        match u16::try_from(role.alternates.len()) {
            Ok(0) => Self::Nothing(List::Titles),
            count => Self::Titles { from: 0, count: count.unwrap_or(u16::MAX) },
        }
    }
}

impl From<Metric> for Figure {
    fn from(metric: Metric) -> Self {
        match metric {
            Metric::Index => Self::Index,
            Metric::Measure(measure) => Self::Measure(measure),
            Metric::Pay => Self::Wage(Period::Year, Point::Median),
            Metric::Employment => Self::Employment,
            Metric::Change => Self::Change,
            Metric::Openings => Self::Openings,
            Metric::JobZone => Self::JobZone,
            Metric::Education => Self::Entry,
            Metric::EntryPay => Self::Wage(Period::Year, Point::P10),
            Metric::Hourly => Self::Wage(Period::Hour, Point::Median),
            Metric::SelfEmployed => Self::SelfEmployed,
            Metric::Interest => Self::Interest(0),
            Metric::AtHome => Self::AtHome,
            Metric::BlsCategory => Self::BlsAi,
            Metric::Headcount => Self::Headcount,
        }
    }
}
