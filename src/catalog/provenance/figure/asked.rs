//! Which figures of a role a text asks for.

use super::{Figure, LISTED_IN_DEMAND};
use crate::catalog::demand::skills_in_demand;
use crate::catalog::{Catalog, ElementId, Metric, Role};

impl Figure {
    /// The figures that a text names for a role: a key, what [`Metric::from_key`] knows, a Task ID, an Element ID,
    /// or the name of a skill, a software product or a tool of the role. Empty where it names none.
    pub fn named(catalog: &Catalog<'_>, role: &Role<'_>, text: &str) -> Vec<Self> {
        let wanted = text.trim().to_lowercase();
        let shares = role.education.iter().map(|share| Self::Education(share.level));
        let years = Self::of_years(catalog);
        let keyed = Self::of_whole().chain(Self::OF_PLACE).chain(shares).chain(years).chain((0..6).map(Self::Interest));
        if let Some(figure) = keyed.into_iter().find(|figure| figure.key() == wanted) {
            return vec![figure];
        }
        if let Some(list) = Self::of_list(catalog, role, &wanted) {
            return list;
        }
        if let Some(metric) = Metric::from_key(&wanted) {
            // The order of interests is made of all of them.
            if metric == Metric::Interest {
                return (0..6).map(Self::Interest).collect();
            }
            return vec![metric.into()];
        }
        if let Some(place) = role.tasks.iter().position(|task| task.id.to_string() == wanted) {
            return u16::try_from(place).map_or_else(|_| Vec::new(), |place| Self::of_task(place).to_vec());
        }
        let is_named = |id: ElementId| {
            catalog.element(id).is_some_and(|e| e.id.to_lowercase() == wanted || e.name.to_lowercase() == wanted)
        };
        let ratings = role.capabilities.iter().chain(&role.work_activities).map(|rating| rating.element);
        let elements = ratings.chain(role.withheld.iter().copied()).filter(|id| is_named(*id)).map(Self::Rating);
        let software = role.software.iter().map(|used| used.software);
        let software = software.filter(|id| catalog.software(*id).is_some_and(|s| s.name.to_lowercase() == wanted));
        let tools = role.tools.iter().map(|used| used.tool);
        let tools = tools.filter(|id| catalog.tool(*id).is_some_and(|tool| tool.name.to_lowercase() == wanted));
        let titles = (0..).zip(&role.alternates).filter(|(_, known)| known.title.to_lowercase() == wanted);
        let titles = titles.map(|(from, _)| Self::Titles { from, count: 1 });
        elements.chain(software.map(Self::Software)).chain(tools.map(Self::Tool)).chain(titles).collect()
    }

    /// The figures of a whole list of a role, by what it is called.
    fn of_list(catalog: &Catalog<'_>, role: &Role<'_>, name: &str) -> Option<Vec<Self>> {
        let places = || (0..).take(role.tasks.len());
        Some(match name {
            "titles" => vec![Self::all_titles(role)],
            "education" => role.education.iter().map(|share| Self::Education(share.level)).collect(),
            "interests" => (0..6).map(Self::Interest).collect(),
            "skills_in_demand" | "skills in demand" | "in_demand" => {
                skills_in_demand(role, LISTED_IN_DEMAND).into_iter().map(Self::InDemand).collect()
            }
            "tasks" => places().map(Self::Task).collect(),
            "task_ratings" => places().map(Self::TaskRating).collect(),
            "task_labels" => places().map(Self::TaskLabels).collect(),
            "observed_use" => places().map(Self::TaskUse).collect(),
            "task_usage" => places().map(Self::TaskUsage).collect(),
            "activity_use" => places().map(Self::ActivityUse).collect(),
            "software" => role.software.iter().map(|used| Self::Software(used.software)).collect(),
            "tools" => role.tools.iter().map(|used| Self::Tool(used.tool)).collect(),
            "ratings" => role.capabilities.iter().map(|rating| Self::Rating(rating.element)).collect(),
            "work_activities" => role.work_activities.iter().map(|rating| Self::Rating(rating.element)).collect(),
            "related" => role.related.iter().map(|related| Self::Related(related.role)).collect(),
            "years" => Self::of_years(catalog).collect(),
            _ => return None,
        })
    }

    /// The lists that [`Figure::named`] knows, with how many figures each has for a role.
    pub fn lists(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<(&'static str, usize)> {
        const NAMES: [&str; 16] = [
            "titles",
            "tasks",
            "task_ratings",
            "task_labels",
            "observed_use",
            "task_usage",
            "activity_use",
            "ratings",
            "work_activities",
            "skills_in_demand",
            "software",
            "tools",
            "education",
            "interests",
            "related",
            "years",
        ];
        let count = |name| match name {
            "titles" => role.alternates.len(),
            name => Self::of_list(catalog, role, name).map_or(0, |figures| figures.len()),
        };
        NAMES.map(|name| (name, count(name))).to_vec()
    }

    /// Pay and employment of each year.
    fn of_years(catalog: &Catalog<'_>) -> impl Iterator<Item = Self> {
        catalog.years.iter().flat_map(|known| [Self::YearPay(known.year), Self::YearEmployment(known.year)])
    }
}
