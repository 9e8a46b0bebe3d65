//! The roles that share a task's activities, a skill, a product or a tool.

pub mod draw;
pub mod keys;

use std::cmp::Reverse;

use crate::app::reload::Change;
use crate::app::target::Target;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Screen, Step};
use crate::catalog::{ActivityId, Catalog, ElementId, Figure, Hundredths, Rating, Role, RoleId, SoftwareId, ToolId};
use crate::compare::provenance::Ask;
use crate::screens::role::RoleView;

#[derive(Clone, Debug)]
pub struct Sharing {
    pub target: Target,
    /// The role that it was opened from.
    pub from: RoleId,
    /// The roles that share it, in the order of [`Sharing::order`].
    pub rows: Vec<Sharer>,
    /// Which of them the cursor is on.
    pub cursor: usize,
}

/// A role that shares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharer {
    pub role: RoleId,
    /// In what way.
    pub how: How,
}

/// The way in which a role shares something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Its task at `place` belongs to `activities` of the same detailed work activities.
    Task {
        /// Place in the role's tasks.
        place: u16,
        /// How many detailed work activities both tasks belong to.
        activities: usize,
    },
    /// The element has that importance, 1 to 5.
    Importance(Hundredths),
    Software {
        /// Frequent in employers' postings across all roles.
        hot: bool,
        /// Frequent in employers' postings for this role.
        in_demand: bool,
    },
    Tool,
}

/// It has no keys of its own.
pub use std::convert::Infallible as Action;

pub fn act(_: &mut App, action: Action) -> Vec<Effect> {
    match action {}
}

impl Sharing {
    /// Finds the roles that share `target`, as seen from the role `from`.
    pub fn new(target: Target, from: RoleId, catalog: &Catalog<'_>) -> Self {
        let rows = match target {
            Target::Task { role, place } => tasks(catalog, role, place),
            Target::Element(element) => rated(catalog, element),
            Target::Software(software) => using(catalog, software),
            Target::Tool(tool) => holding(catalog, tool),
            Target::Role(_) => Vec::new(),
        };
        Self { target, from, rows, cursor: 0 }
    }

    /// The thing that is shared, in the catalog's words.
    pub fn thing<'c>(&self, catalog: &'c Catalog<'_>) -> &'c str {
        match self.target {
            Target::Task { role, place } => {
                catalog.role(role).and_then(|role| role.tasks.get(usize::from(place))).map_or("", |task| task.wording)
            }
            Target::Element(id) => catalog.element(id).map_or("", |element| element.name),
            Target::Software(id) => catalog.software(id).map_or("", |software| software.name),
            Target::Tool(id) => catalog.tool(id).map_or("", |tool| tool.name),
            Target::Role(id) => catalog.role(id).map_or("", |role| role.title),
        }
    }

    /// What kind of thing it is: `task`, `transferable skill`, `software`, `tool`.
    pub fn kind(&self, catalog: &Catalog<'_>) -> &'static str {
        match self.target {
            Target::Task { .. } => "task",
            Target::Element(id) => catalog.element(id).map_or("skill", |element| element.family.word()),
            Target::Software(_) => "software",
            Target::Tool(_) => "tool",
            Target::Role(_) => "role",
        }
    }

    /// The order of the rows, in words.
    pub const fn order(&self) -> &'static str {
        match self.target {
            Target::Task { .. } => "most shared work activities first",
            Target::Element(_) => "most important first (1 to 5)",
            Target::Software(_) => "in demand for the role first",
            Target::Tool(_) | Target::Role(_) => "by code",
        }
    }

    /// Why there is no row, where there is none.
    pub const fn why_empty(&self) -> &'static str {
        match self.target {
            Target::Task { .. } => "No task of another role belongs to the same detailed work activities.",
            Target::Element(_) => "No role has a published importance for it.",
            _ => "No other role lists it.",
        }
    }

    /// The names of the detailed work activities that a shared task is found by.
    pub fn activities<'c>(&self, catalog: &'c Catalog<'_>) -> Vec<&'c str> {
        let Target::Task { role, place } = self.target else { return Vec::new() };
        task_activities(catalog, role, place).iter().filter_map(|id| Some(catalog.activity(*id)?.name)).collect()
    }
}

impl View for Sharing {
    fn name(&self, catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        format!("{} {}", self.kind(catalog), self.thing(catalog))
    }

    fn role(&self) -> Option<RoleId> {
        self.rows.get(self.cursor).map(|row| row.role)
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        let Some(sharer) = self.rows.get(self.cursor) else { return Vec::new() };
        let mut figures = match sharer.how {
            How::Task { place, .. } => Figure::of_task(place).to_vec(),
            _ => vec![self.target.figure()],
        };
        figures.extend([Figure::Index, Figure::PAY, Figure::Change]);
        Ask::each(sharer.role, figures)
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.cursor = step.from(self.cursor, self.rows.len(), around.page());
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        Some(Screen::Role(RoleView::new(around.catalog(), self.role()?)))
    }

    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let (target, from) = (change.target(self.target), change.role(self.from));
        let (Some(target), Some(from)) = (target, from) else { return Err(self.thing(change.from).to_owned()) };
        let role = self.role().and_then(|id| change.role(id));
        *self = Self::new(target, from, around.catalog());
        self.cursor = self.rows.iter().position(|row| Some(row.role) == role).unwrap_or(0);
        Ok(())
    }
}

fn task_activities<'c>(catalog: &'c Catalog<'_>, role: RoleId, place: u16) -> &'c [ActivityId] {
    let task = catalog.role(role).and_then(|role| role.tasks.get(usize::from(place)));
    task.map_or(&[], |task| &task.activities)
}

/// For each other role the task that shares most; among equals the more important one.
fn tasks(catalog: &Catalog<'_>, from: RoleId, place: u16) -> Vec<Sharer> {
    let wanted = task_activities(catalog, from, place);
    let best = |role: &Role<'_>| {
        let shared = role.tasks.iter().zip(0..).filter_map(|(task, place)| {
            let activities = task.activities.iter().filter(|id| wanted.contains(id)).count();
            (activities > 0).then_some((activities, task.importance, Reverse(place)))
        });
        shared.max()
    };
    let mut found: Vec<_> = catalog
        .roles_with_ids()
        .filter(|(id, _)| *id != from)
        .filter_map(|(id, role)| {
            best(role).map(|(activities, importance, Reverse(place))| (id, activities, importance, place))
        })
        .collect();
    found.sort_by_key(|(id, activities, importance, _)| (Reverse(*activities), Reverse(*importance), *id));
    found
        .into_iter()
        .map(|(role, activities, _, place)| Sharer { role, how: How::Task { place, activities } })
        .collect()
}

fn rated(catalog: &Catalog<'_>, element: ElementId) -> Vec<Sharer> {
    let importance = |ratings: &[Rating]| ratings.iter().find(|rating| rating.element == element).map(|r| r.importance);
    let mut found: Vec<_> = catalog
        .roles_with_ids()
        .filter_map(|(id, role)| {
            Some((id, importance(&role.capabilities).or_else(|| importance(&role.work_activities))?))
        })
        .collect();
    found.sort_by_key(|(id, importance)| (Reverse(*importance), *id));
    found.into_iter().map(|(role, importance)| Sharer { role, how: How::Importance(importance) }).collect()
}

fn using(catalog: &Catalog<'_>, software: SoftwareId) -> Vec<Sharer> {
    let mut found: Vec<_> = catalog
        .roles_with_ids()
        .filter_map(|(id, role)| Some((id, role.software.iter().find(|used| used.software == software)?)))
        .collect();
    found.sort_by_key(|(id, used)| (!used.in_demand, *id));
    let how = |hot, in_demand| How::Software { hot, in_demand };
    found.into_iter().map(|(role, used)| Sharer { role, how: how(used.hot, used.in_demand) }).collect()
}

fn holding(catalog: &Catalog<'_>, tool: ToolId) -> Vec<Sharer> {
    let holders = catalog.roles_with_ids().filter(|(_, role)| role.tools.iter().any(|used| used.tool == tool));
    holders.map(|(role, _)| Sharer { role, how: How::Tool }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn titles(sharing: &Sharing, catalog: &Catalog<'_>) -> Vec<String> {
        sharing.rows.iter().filter_map(|row| Some(catalog.role(row.role)?.title.to_owned())).collect()
    }

    #[test]
    fn a_task_is_shared_through_its_work_activities() {
        let catalog = fixture::catalog();
        let sharing = Sharing::new(Target::Task { role: RoleId(0), place: 0 }, RoleId(0), catalog);
        assert_eq!(titles(&sharing, catalog), ["Hive Inspectors"]);
        assert_eq!(sharing.rows[0].how, How::Task { place: 0, activities: 1 });
        assert_eq!(sharing.activities(catalog), ["Look after hives."]);
        // Of the three tasks of the other role that share the activity, the most important is named.
        let back = Sharing::new(Target::Task { role: RoleId(1), place: 0 }, RoleId(1), catalog);
        assert_eq!(back.rows[0].how, How::Task { place: 0, activities: 1 });
        let none = Sharing::new(Target::Task { role: RoleId(2), place: 0 }, RoleId(2), catalog);
        assert!(none.rows.is_empty());
    }

    #[test]
    fn a_skill_ranks_roles_by_its_importance() {
        let catalog = fixture::catalog();
        let sharing = Sharing::new(Target::Element(ElementId(0)), RoleId(0), catalog);
        assert_eq!(titles(&sharing, catalog), ["Hive Inspectors", "Beekeepers"]);
        assert_eq!(sharing.rows[0].how, How::Importance(Hundredths(475)));
        let activity = Sharing::new(Target::Element(ElementId(3)), RoleId(0), catalog);
        assert_eq!(titles(&activity, catalog), ["Beekeepers"]);
    }

    #[test]
    fn software_in_demand_comes_first() {
        let catalog = fixture::catalog();
        let sharing = Sharing::new(Target::Software(SoftwareId(0)), RoleId(1), catalog);
        assert_eq!(titles(&sharing, catalog), ["Beekeepers", "Hive Inspectors"]);
        assert_eq!(sharing.rows[0].how, How::Software { hot: false, in_demand: true });
        let tool = Sharing::new(Target::Tool(ToolId(0)), RoleId(1), catalog);
        assert_eq!(titles(&tool, catalog), ["Beekeepers"]);
    }
}
