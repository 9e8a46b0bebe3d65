//! Which document is which: documents are numbered in the catalog's order, so a document's number says what it holds.

use std::borrow::Cow;

use super::Found;
use crate::catalog::{Alternate, Catalog, ElementId, RoleId, SoftwareId, Task, ToolId, Wording};

/// Stands between a title and its short form in the document of both.
pub const SHORT: char = '\u{1F}';

/// What a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A role's title or one of its alternates.
    Title,
    Task,
    /// A software product, a tool or an element, which several roles share.
    Shared,
}

/// What documents stand for.
#[derive(Debug)]
pub struct Layout {
    /// The number of each role's title; its alternates and then its tasks follow it.
    firsts: Vec<u32>,
    /// The role of each document that belongs to one, and its kind: every posting of a query asks.
    owners: Vec<(RoleId, Kind)>,
    tasks_from: Vec<u32>,
    software: u32,
    tools: u32,
    elements: u32,
    end: u32,
}

/// All documents with their texts, in the order of their numbers.
pub fn documents<'c>(catalog: &'c Catalog<'_>) -> impl Iterator<Item = (Kind, Cow<'c, str>)> {
    let roles = catalog.roles.iter().flat_map(|role| {
        let titles = std::iter::once(Cow::Borrowed(role.title)).chain(role.alternates.iter().map(alternate_text));
        let tasks = role.tasks.iter().map(|task| (Kind::Task, task_text(catalog, task)));
        titles.map(|text| (Kind::Title, text)).chain(tasks)
    });
    let software = catalog.software.iter().map(|software| software.name);
    let tools = catalog.tools.iter().map(|tool| tool.name);
    let elements = catalog.elements.iter().map(|element| element.name);
    roles.chain(software.chain(tools).chain(elements).map(|name| (Kind::Shared, Cow::Borrowed(name))))
}

/// A task, and behind our own wording of it the detailed work activities that it belongs to: O*NET's names for what it is.
fn task_text<'c>(catalog: &Catalog<'_>, task: &Task<'c>) -> Cow<'c, str> {
    if catalog.wording == Wording::Official {
        return Cow::Borrowed(task.wording);
    }
    let names = task.activities.iter().filter_map(|id| catalog.activity(*id)).map(|activity| activity.name);
    names.fold(Cow::Borrowed(task.wording), |text, name| Cow::Owned(format!("{text}{SHORT}{name}")))
}

/// A title, and its short form where the title does not show it already.
fn alternate_text<'c>(alternate: &'c Alternate<'_>) -> Cow<'c, str> {
    match alternate.short {
        Some(short) if !alternate.title.contains(short) => Cow::Owned(format!("{}{SHORT}{short}", alternate.title)),
        _ => Cow::Borrowed(alternate.title),
    }
}

impl Layout {
    pub fn of(catalog: &Catalog<'_>) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut next = 0_u32;
        let (mut firsts, mut tasks_from, mut owners) = (Vec::new(), Vec::new(), Vec::new());
        for (id, role) in catalog.roles_with_ids() {
            let titles = 1 + role.alternates.len();
            firsts.push(next);
            tasks_from.push(next.saturating_add(count(titles)));
            owners.resize(owners.len() + titles, (id, Kind::Title));
            owners.resize(owners.len() + role.tasks.len(), (id, Kind::Task));
            next = next.saturating_add(count(titles + role.tasks.len()));
        }
        let software = next;
        let tools = software.saturating_add(count(catalog.software.len()));
        let elements = tools.saturating_add(count(catalog.tools.len()));
        let end = elements.saturating_add(count(catalog.elements.len()));
        Self { firsts, owners, tasks_from, software, tools, elements, end }
    }

    pub const fn len(&self) -> u32 {
        self.end
    }

    pub const fn roles(&self) -> usize {
        self.firsts.len()
    }

    /// The role of a document and its kind; no role for a shared one.
    #[inline]
    pub fn owner(&self, number: u32) -> (Option<RoleId>, Kind) {
        let owner = usize::try_from(number).ok().and_then(|at| self.owners.get(at));
        owner.map_or((None, Kind::Shared), |(role, kind)| (Some(*role), *kind))
    }

    /// The place of a shared document among the shared ones.
    pub const fn shared(&self, number: u32) -> Option<u32> {
        number.checked_sub(self.software)
    }

    /// What a document is, for the roles that it belongs to.
    pub fn found(&self, number: u32) -> Option<Found> {
        let id = |base: u32| u16::try_from(number - base).ok();
        match number {
            n if n >= self.end => None,
            n if n >= self.elements => id(self.elements).map(|id| Found::Skill(ElementId(id))),
            n if n >= self.tools => id(self.tools).map(|id| Found::Tool(ToolId(id))),
            n if n >= self.software => id(self.software).map(|id| Found::Software(SoftwareId(id))),
            n => {
                let role = usize::from(self.owner(n).0?.0);
                let (first, tasks_from) = (*self.firsts.get(role)?, *self.tasks_from.get(role)?);
                if n >= tasks_from {
                    return id(tasks_from).map(Found::Task);
                }
                id(first).map(|place| place.checked_sub(1).map_or(Found::Title, Found::Alternate))
            }
        }
    }

    pub fn of_software(&self, SoftwareId(id): SoftwareId) -> u32 {
        self.software + u32::from(id)
    }

    pub fn of_tool(&self, ToolId(id): ToolId) -> u32 {
        self.tools + u32::from(id)
    }

    pub fn of_element(&self, ElementId(id): ElementId) -> u32 {
        self.elements + u32::from(id)
    }

    pub fn title(&self, role: RoleId) -> u32 {
        self.firsts.get(usize::from(role.0)).copied().unwrap_or(self.end)
    }

    /// The numbers of a role's tasks, and of what follows them.
    pub fn tasks(&self, role: RoleId) -> impl Iterator<Item = u32> + use<> {
        self.tasks_from.get(usize::from(role.0)).copied().unwrap_or(self.end)..self.end
    }

    pub fn titles(&self, role: RoleId) -> u32 {
        let at = usize::from(role.0);
        self.firsts.get(at).zip(self.tasks_from.get(at)).map_or(0, |(first, tasks)| tasks - first)
    }
}
