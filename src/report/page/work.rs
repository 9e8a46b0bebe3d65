//! What the work is and what it needs: tasks, ratings, skills in demand, software and tools.

use serde::Serialize;

use super::{onet_or, wording_source};
use crate::catalog::demand::{self, skills_in_demand};
use crate::catalog::provenance::LISTED_IN_DEMAND;
use crate::catalog::{self, Catalog, Demanded, Family, Gap, Hundredths, Rating, Role, SourceId, TaskKind};
use crate::report::numbers;

/// Tasks, most important first.
#[derive(Debug, Serialize)]
pub struct Tasks<'c> {
    /// Where each of their figures comes from.
    pub sources: TaskSources,
    pub items: Vec<TaskFacts<'c>>,
}

/// Where the figures of tasks come from.
#[derive(Debug, Serialize)]
pub struct TaskSources {
    /// The sentences.
    pub wording: SourceId,
    /// Core or Supplemental.
    pub kind: SourceId,
    /// Importance and relevance.
    pub ratings: SourceId,
    /// E0, E1, E2.
    pub labels: SourceId,
    pub observed_use: SourceId,
}

#[derive(Debug, Serialize)]
pub struct TaskFacts<'c> {
    /// O*NET's Task ID.
    pub id: u32,
    pub wording: &'c str,
    /// `Core`, `Supplemental` or `Unclassified`.
    pub kind: &'static str,
    /// 1 to 5.
    #[serde(serialize_with = "numbers::rated")]
    pub importance: catalog::Rated,
    /// Percent of respondents.
    #[serde(serialize_with = "numbers::rated")]
    pub relevance: catalog::Rated,
    /// Why one of the two is missing.
    pub gap: Option<&'static str>,
    /// GPT-4's label.
    pub gpt4_label: Option<&'static str>,
    /// The label by people.
    pub human_label: Option<&'static str>,
    /// The weight of observed use: 0, or 0.5 to 1.
    pub observed_use: Option<f64>,
}

impl<'c> Tasks<'c> {
    /// What a list of the most telling tasks is called, where they come from, and of which kind they are: the core tasks
    /// where O*NET has classified any, else whatever there is.
    pub fn leading(&self) -> (&'static str, &'static str, &'static str) {
        let has = |kind: TaskKind| self.items.iter().any(|task| task.kind == kind.word());
        match () {
            () if has(TaskKind::Core) => ("Core tasks", "O*NET", TaskKind::Core.word()),
            () if has(TaskKind::Supplemental) => {
                ("Supplemental tasks", "O*NET; none is core", TaskKind::Supplemental.word())
            }
            () => ("Tasks", "O*NET; not classified as core or supplemental", TaskKind::Unclassified.word()),
        }
    }

    pub(super) fn of(catalog: &Catalog<'_>, role: &'c Role<'c>) -> Self {
        let sources = TaskSources {
            wording: wording_source(catalog),
            kind: SourceId::Onet,
            ratings: onet_or(catalog, SourceId::OnetTaskRatings),
            labels: SourceId::Gpts,
            observed_use: SourceId::Anthropic,
        };
        let items = role.tasks.iter().map(|task| TaskFacts {
            id: task.id,
            wording: task.wording,
            kind: task.kind.word(),
            importance: task.importance,
            relevance: task.relevance,
            gap: task.importance.err().or(task.relevance.err()).map(Gap::key),
            gpt4_label: task.labels.map(|labels| labels.gpt4.word()),
            human_label: task.labels.map(|labels| labels.human.word()),
            observed_use: task.observed_use,
        });
        Self { sources, items: items.collect() }
    }
}

/// Knowledge, skills and abilities, most important first.
#[derive(Debug, Serialize)]
pub struct Capabilities<'c> {
    /// The ratings.
    pub items: Vec<Rated<'c>>,
    /// Elements whose importance is withheld, as too few answered.
    pub withheld: Vec<&'c str>,
}

/// Generalized work activities, most important first.
#[derive(Debug, Serialize)]
pub struct WorkActivities<'c> {
    /// The ratings.
    pub items: Vec<Rated<'c>>,
    /// Activities whose importance is withheld, as too few answered.
    pub withheld: Vec<&'c str>,
}

/// An element with its ratings.
#[derive(Debug, Serialize)]
pub struct Rated<'c> {
    /// Element ID.
    pub id: &'c str,
    pub name: &'c str,
    pub family: Family,
    /// The dataset.
    pub source: SourceId,
    /// 1 to 5.
    #[serde(serialize_with = "numbers::hundredths")]
    pub importance: Hundredths,
    /// 0 to 7.
    #[serde(serialize_with = "numbers::rated")]
    pub level: catalog::Rated,
    /// Why there is no level.
    pub level_gap: Option<&'static str>,
}

fn rated<'c>(catalog: &'c Catalog<'c>, ratings: &[Rating]) -> Vec<Rated<'c>> {
    let items = ratings.iter().filter_map(|rating| {
        let element = catalog.element(rating.element)?;
        let source = match element.family {
            Family::EssentialSkill | Family::TransferableSkill => SourceId::Onet,
            Family::Knowledge => onet_or(catalog, SourceId::OnetKnowledge),
            Family::Ability => onet_or(catalog, SourceId::OnetAbilities),
            Family::WorkActivity => onet_or(catalog, SourceId::OnetActivities),
        };
        Some(Rated {
            id: element.id,
            name: element.name,
            family: element.family,
            source,
            importance: rating.importance,
            level: rating.level,
            level_gap: rating.level.err().map(Gap::key),
        })
    });
    items.collect()
}

fn withheld<'c>(catalog: &'c Catalog<'c>, role: &Role<'_>, activities: bool) -> Vec<&'c str> {
    catalog.withheld(role, activities).into_iter().map(|(_, name)| name).collect()
}

impl<'c> Capabilities<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        Self { items: rated(catalog, &role.capabilities), withheld: withheld(catalog, role, false) }
    }
}

impl<'c> WorkActivities<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        Self { items: rated(catalog, &role.work_activities), withheld: withheld(catalog, role, true) }
    }
}

#[derive(Debug, Serialize)]
pub struct SkillsInDemand<'c> {
    /// The rule, as no list is published.
    pub rule: &'static str,
    pub items: Vec<Skill<'c>>,
}

#[derive(Debug, Serialize)]
pub struct Skill<'c> {
    pub name: &'c str,
    /// `Common Skill` or `Specialized Skill`.
    pub kind: &'static str,
    /// The dataset.
    pub source: SourceId,
}

impl<'c> SkillsInDemand<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let items = skills_in_demand(role, LISTED_IN_DEMAND).into_iter().map(|demanded| Skill {
            name: demanded.name(catalog),
            kind: if demanded.is_specialized(catalog) { "Specialized Skill" } else { "Common Skill" },
            source: match demanded {
                Demanded::Software(_) => SourceId::Onet,
                Demanded::Element(id) => match catalog.element(id).map(|element| element.family) {
                    Some(Family::Knowledge) => onet_or(catalog, SourceId::OnetKnowledge),
                    Some(Family::Ability) => onet_or(catalog, SourceId::OnetAbilities),
                    _ => SourceId::Onet,
                },
            },
        });
        Self { rule: demand::RULE, items: items.collect() }
    }
}

/// Software: hot technologies first, then those in demand, then A-Z.
#[derive(Debug, Serialize)]
pub struct SoftwareFacts<'c> {
    /// The dataset.
    pub source: SourceId,
    /// The products.
    pub items: Vec<SoftwareItem<'c>>,
}

/// A product.
#[derive(Debug, Serialize)]
pub struct SoftwareItem<'c> {
    pub name: &'c str,
    pub category: &'c str,
    /// Hot technology.
    pub hot: bool,
    pub in_demand: bool,
}

impl SoftwareItem<'_> {
    /// Its flags in words.
    pub const fn flags(&self) -> Option<&'static str> {
        match (self.hot, self.in_demand) {
            (true, true) => Some("hot technology, in demand"),
            (true, false) => Some("hot technology"),
            (false, true) => Some("in demand"),
            (false, false) => None,
        }
    }
}

impl<'c> SoftwareFacts<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let items = role.software.iter().filter_map(|used| {
            let name = catalog.software(used.software)?.name;
            let (hot, in_demand) = (used.hot, used.in_demand);
            Some(SoftwareItem { name, category: catalog.kind(used.category), hot, in_demand })
        });
        Self { source: SourceId::Onet, items: items.collect() }
    }
}

/// Physical tools and machines, A-Z.
#[derive(Debug, Serialize)]
pub struct ToolFacts<'c> {
    /// The dataset.
    pub source: SourceId,
    pub release: Option<&'c str>,
    pub items: Vec<ToolItem<'c>>,
}

#[derive(Debug, Serialize)]
pub struct ToolItem<'c> {
    pub name: &'c str,
    /// The kind of commodity.
    pub commodity: &'c str,
}

impl<'c> ToolFacts<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let source = onet_or(catalog, SourceId::OnetTools);
        let items = role.tools.iter().filter_map(|used| {
            Some(ToolItem { name: catalog.tool(used.tool)?.name, commodity: catalog.kind(used.commodity) })
        });
        Self { source, release: catalog.source(source).map(|source| source.release), items: items.collect() }
    }
}
