//! What is known of the roles, looked up by id. No input or output here: a catalog is read from a pack.

pub mod activity_use;
pub mod at_home;
pub mod code;
pub mod codes;
pub mod date;
pub mod demand;
pub mod difference;
pub mod element;
pub mod entry;
pub mod estimates;
pub mod exposure;
pub mod figures;
pub mod headcounts;
pub mod integrity;
pub mod labour;
pub mod lens;
pub mod metric;
pub mod naming;
pub mod own;
pub mod pack;
pub mod place;
pub mod place_names;
pub mod prices;
pub mod provenance;
pub mod role;
pub mod shared;
pub mod source;
pub mod study;
pub mod survey;
pub mod task;
pub mod trend;
pub mod unit;
pub mod usage;
pub mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use activity_use::IntermediateActivity;
pub use at_home::AtHome;
pub use code::{BadCode, CipCode, Code, ShortCode, SocCode};
pub use codes::Crosswalks;
pub use date::{Age, Date, Month};
pub use demand::Demanded;
pub use element::{Activity, Element, Family, Software, Tool};
pub use entry::EntryEducation;
pub use estimates::{Estimate, Estimates};
pub use exposure::{Exposure, FRAME, Index, Measure, Reading, Study};
pub use figures::{
    Band, Gap, Hundredths, NOT_PUBLISHED, PercentTenths, Percentile, Period, Rated, Thousands, Thousandths, WITHHELD,
    Wage, grouped, observed_text, raw_value, whole_percent,
};
pub use headcounts::Headcounts;
pub use labour::{AiCategory, NextOutlook, Outlook, Pay, Published, PublishedFor, WageRange};
pub use lens::{Dollars, Lens, Vintage};
pub use metric::Metric;
pub use place::{Industry, Place, Year};
pub use place_names::NoPlace;
pub use provenance::{Figure, Provenance};
pub use role::{Alternate, EducationShare, Rating, Related, Role, SoftwareUse, Tier, TitleOrigin, ToolUse};
pub use shared::Shared;
pub use source::{Source, SourceId};
pub use study::{Handbook, HandbookPage, Programme, Programmes};
pub use survey::{Survey, Surveyed};
pub use task::{Label, Task, TaskKind, TaskLabels};
pub use trend::{Sparkline, YearPoint};
pub use unit::Unit;
pub use usage::{Millionths, RoleUsage, TaskUsage, Way};

/// A place in a list of the catalog; a catalog's own ids are always in range.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);
    )*};
}

ids! {
    /// A role, by its place in [`Catalog::roles`].
    RoleId,
    /// An element, by its place in [`Catalog::elements`].
    ElementId,
    /// A software product, by its place in [`Catalog::software`].
    SoftwareId,
    /// A tool, by its place in [`Catalog::tools`].
    ToolId,
    /// A kind of software or of tool, by its place in [`Catalog::kinds`].
    KindId,
    /// A detailed work activity, by its place in [`Catalog::activities`].
    ActivityId,
    /// Published figures, by their place in [`Catalog::published`].
    PublishedId,
    /// A place, by its place in [`Catalog::places`].
    PlaceId,
}

/// All that is known. Strings are borrowed from the pack's bytes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Catalog<'a> {
    /// Whose wording tasks and summaries carry.
    pub wording: Wording,
    /// The roles, by code.
    #[serde(borrow)]
    pub roles: Shared<Role<'a>>,
    /// Content-model elements, by Element ID.
    #[serde(borrow)]
    pub elements: Shared<Element<'a>>,
    /// Software products, A-Z.
    #[serde(borrow)]
    pub software: Shared<Software<'a>>,
    /// Physical tools and machines, A-Z.
    #[serde(borrow)]
    pub tools: Shared<Tool<'a>>,
    /// Kinds of software and of tools, A-Z.
    #[serde(borrow)]
    pub kinds: Shared<&'a str>,
    /// Detailed work activities, by Element ID.
    #[serde(borrow)]
    pub activities: Shared<Activity<'a>>,
    /// Intermediate work activities, by Element ID.
    #[serde(borrow)]
    pub intermediate: Shared<IntermediateActivity<'a>>,
    /// How AI is used for tasks, by Task ID.
    pub usage: Shared<TaskUsage>,
    /// Programmes of study, by the occupations that they lead to.
    #[serde(borrow)]
    pub programmes: Programmes<'a>,
    /// The Occupational Outlook Handbook, by the SOC code that BLS publishes under.
    #[serde(borrow)]
    pub handbook: Handbook<'a>,
    /// Pay and outlook, by the SOC code that they are published under.
    #[serde(borrow)]
    pub published: Shared<Published<'a>>,
    /// Employment and wages of all occupations together (OEWS 00-0000) in the nation, of the base year.
    pub all_occupations: Option<Pay>,
    /// The places, states first by BLS's code.
    #[serde(borrow)]
    pub places: Shared<Place<'a>>,
    /// The industries, by NAICS code; a user brings them.
    #[serde(borrow)]
    pub industries: Shared<Industry<'a>>,
    /// The years of the nation, the newest last.
    #[serde(borrow)]
    pub years: Shared<Year<'a>>,
    /// Titles of SOC codes (major groups, and each code that a figure is published under), by code.
    #[serde(borrow)]
    pub socs: Shared<(SocCode, &'a str)>,
    /// Codes of other and older classifications, and what they lead to.
    #[serde(borrow)]
    pub crosswalks: Crosswalks<'a>,
    /// The datasets.
    #[serde(borrow)]
    pub sources: Vec<Source<'a>>,
    /// The tables that the catalog was made from, with their number of rows.
    #[serde(borrow)]
    pub rows: Vec<(&'a str, u32)>,
    /// The consumer price index of May, by year; a user brings it.
    pub prices: Shared<(u16, Thousandths)>,
    /// What is seen of a place and a year in the place of the nation and the base year.
    #[serde(skip)]
    pub seen: Option<Arc<lens::Seen<'a>>>,
    /// The staff that is counted in the place of the nation's workers.
    #[serde(skip)]
    pub counted: Option<Arc<Headcounts>>,
}

/// Whose wording tasks and summaries carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wording {
    /// rolescope's own, written after O*NET's statements.
    #[default]
    Own,
    /// O*NET's official statements, imported by the user.
    Official,
}

impl Wording {
    /// One line that says whose wording is shown.
    pub const fn note(self) -> &'static str {
        match self {
            Self::Own => "Tasks and summary in rolescope's own wording; import O*NET to read the official statements.",
            Self::Official => "Tasks and summary in O*NET's official wording.",
        }
    }

    /// The same for lists that quote tasks among other things.
    pub const fn of_tasks(self) -> &'static str {
        match self {
            Self::Own => "Tasks in rolescope's own wording.",
            Self::Official => "Tasks in O*NET's official wording.",
        }
    }

    /// `own` or `official`, for columns.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Official => "official",
        }
    }
}

impl<'a> Catalog<'a> {
    /// A role; `None` for an id of another catalog.
    pub fn role(&self, id: RoleId) -> Option<&Role<'a>> {
        self.roles.get(usize::from(id.0))
    }

    /// Every role with its id, by code.
    pub fn roles_with_ids(&self) -> impl Iterator<Item = (RoleId, &Role<'a>)> {
        (0..).map(RoleId).zip(&self.roles)
    }

    /// The role that has a code.
    pub fn role_by_code(&self, code: Code) -> Option<RoleId> {
        let place = self.roles.binary_search_by_key(&code, |role| role.code).ok()?;
        u16::try_from(place).ok().map(RoleId)
    }

    /// An element of the content model.
    pub fn element(&self, id: ElementId) -> Option<&Element<'a>> {
        self.elements.get(usize::from(id.0))
    }

    /// A software product.
    pub fn software(&self, id: SoftwareId) -> Option<&Software<'a>> {
        self.software.get(usize::from(id.0))
    }

    /// A tool.
    pub fn tool(&self, id: ToolId) -> Option<&Tool<'a>> {
        self.tools.get(usize::from(id.0))
    }

    /// Whether the ratings of a family carry O*NET's advice on what to suppress and what is not relevant: copies of its
    /// tables may lack those columns.
    pub fn has_advice(&self, family: Family) -> bool {
        let of_family = |id: ElementId| self.element(id).is_some_and(|element| element.family == family);
        self.roles.iter().any(|role| {
            let mut ratings = role.capabilities.iter().chain(&role.work_activities);
            ratings.any(|rating| rating.level.is_err() && of_family(rating.element))
                || role.withheld.iter().any(|id| of_family(*id))
        })
    }

    /// A role's elements whose importance is withheld, with their names: its work activities, or all others.
    pub fn withheld(&self, role: &Role<'_>, activities: bool) -> Vec<(ElementId, &'a str)> {
        let elements = role.withheld.iter().filter_map(|id| Some((*id, self.element(*id)?)));
        let of_list = elements.filter(|(_, element)| (element.family == Family::WorkActivity) == activities);
        of_list.map(|(id, element)| (id, element.name)).collect()
    }

    /// The name of a kind of software or tool.
    pub fn kind(&self, id: KindId) -> &'a str {
        self.kinds.get(usize::from(id.0)).copied().unwrap_or_default()
    }

    /// A detailed work activity.
    pub fn activity(&self, id: ActivityId) -> Option<&Activity<'a>> {
        self.activities.get(usize::from(id.0))
    }

    /// Pay and outlook of a role.
    pub fn published(&self, role: &Role<'_>) -> Option<&Published<'a>> {
        self.published.get(usize::from(role.published?.0))
    }

    /// The title of a SOC code.
    pub fn soc_title(&self, soc: SocCode) -> Option<&'a str> {
        let place = self.socs.binary_search_by_key(&soc, |(code, _)| *code).ok()?;
        self.socs.get(place).map(|(_, title)| *title)
    }

    /// A SOC code that figures are published for, with the roles that share it.
    pub fn published_for(&self, soc: SocCode) -> PublishedFor<'a> {
        if let Some(published) = self.published.iter().find(|published| published.soc == soc) {
            return published.published_for();
        }
        let roles = self.roles.iter().filter(|role| role.code.soc() == soc).count();
        PublishedFor { soc, title: self.soc_title(soc), roles }
    }

    /// The SOC code that a study publishes the role's figure for, with the roles that have the figure from it; none where
    /// it is published for the role itself.
    pub fn measured_for(&self, role: &Role<'_>, measure: Measure) -> Option<PublishedFor<'a>> {
        let of = |role: &Role<'_>| role.exposure.reading(measure)?.published_for;
        let soc = of(role)?;
        let roles = self.roles.iter().filter(|role| of(role) == Some(soc)).count();
        Some(PublishedFor { soc, title: self.soc_title(soc), roles })
    }

    /// The note that a figure is published for a SOC code that several roles share.
    pub fn shared_note(&self, soc: SocCode) -> Option<String> {
        self.published_for(soc).shared_note()
    }

    /// The two digits of a role's major group.
    pub fn group_of(&self, id: RoleId) -> Option<u32> {
        self.role(id).map(|role| role.code.major_group())
    }

    /// The title of a role's major group.
    pub fn major_group(&self, code: Code) -> Option<&'a str> {
        self.soc_title(code.soc().group())
    }

    /// A dataset; absent where the catalog does not draw on it.
    pub fn source(&self, id: SourceId) -> Option<&Source<'a>> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// How many tasks there are in all.
    pub fn task_count(&self) -> usize {
        self.roles.iter().map(|role| role.tasks.len()).sum()
    }
}
