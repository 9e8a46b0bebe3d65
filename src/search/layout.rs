//! Which document is which: documents are numbered in the catalog's order, so a document's number says what it holds.

use crate::catalog::{Catalog, ElementId, RoleId, SoftwareId, ToolId};

/// What a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// A role's title.
    Title(RoleId),
    /// An alternate title, by its place in the role's list.
    Alternate(RoleId, u16),
    /// A task, by its place in the role's list.
    Task(RoleId, u16),
    /// A software product.
    Software(SoftwareId),
    /// A tool.
    Tool(ToolId),
    /// An element of the content model.
    Skill(ElementId),
}

/// The numbers of the documents.
#[derive(Debug)]
pub struct Layout {
    /// The number of each role's title; its alternates and tasks follow it.
    roles: Vec<u32>,
    software: u32,
    tools: u32,
    elements: u32,
    end: u32,
}

/// All documents with their texts, in the order of their numbers.
pub fn documents<'c>(catalog: &'c Catalog<'_>) -> impl Iterator<Item = (Document, &'c str)> {
    let roles = catalog.roles_with_ids().flat_map(|(id, role)| {
        let title = std::iter::once((Document::Title(id), role.title));
        let alternates = (0..).zip(&role.alternates).map(move |(place, a)| (Document::Alternate(id, place), a.title));
        let tasks = (0..).zip(&role.tasks).map(move |(place, task)| (Document::Task(id, place), task.wording));
        title.chain(alternates).chain(tasks)
    });
    let software = (0..).map(SoftwareId).zip(&catalog.software).map(|(id, s)| (Document::Software(id), s.name));
    let tools = (0..).map(ToolId).zip(&catalog.tools).map(|(id, tool)| (Document::Tool(id), tool.name));
    let elements = (0..).map(ElementId).zip(&catalog.elements).map(|(id, e)| (Document::Skill(id), e.name));
    roles.chain(software).chain(tools).chain(elements)
}

impl Layout {
    /// The layout of a catalog's documents.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut next = 0_u32;
        let roles = catalog
            .roles
            .iter()
            .map(|role| {
                let first = next;
                next = next.saturating_add(count(1 + role.alternates.len() + role.tasks.len()));
                first
            })
            .collect();
        let software = next;
        let tools = software.saturating_add(count(catalog.software.len()));
        let elements = tools.saturating_add(count(catalog.tools.len()));
        Self { roles, software, tools, elements, end: elements.saturating_add(count(catalog.elements.len())) }
    }

    /// How many documents there are.
    pub const fn len(&self) -> u32 {
        self.end
    }

    /// What a document holds.
    pub fn document(&self, number: u32, catalog: &Catalog<'_>) -> Option<Document> {
        let id = |base: u32| u16::try_from(number - base).ok();
        match number {
            n if n >= self.end => None,
            n if n >= self.elements => id(self.elements).map(|id| Document::Skill(ElementId(id))),
            n if n >= self.tools => id(self.tools).map(|id| Document::Tool(ToolId(id))),
            n if n >= self.software => id(self.software).map(|id| Document::Software(SoftwareId(id))),
            n => {
                let place = self.roles.partition_point(|first| *first <= n).checked_sub(1)?;
                let role = catalog.roles.get(place)?;
                let id = RoleId(u16::try_from(place).ok()?);
                let within = usize::try_from(n - self.roles.get(place)?).ok()?;
                match within.checked_sub(1) {
                    None => Some(Document::Title(id)),
                    Some(at) if at < role.alternates.len() => Some(Document::Alternate(id, u16::try_from(at).ok()?)),
                    Some(at) => Some(Document::Task(id, u16::try_from(at - role.alternates.len()).ok()?)),
                }
            }
        }
    }
}
