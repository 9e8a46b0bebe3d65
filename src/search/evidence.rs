//! Why a role was found.

use std::ops::Range;

use crate::catalog::{Catalog, ElementId, Role, SoftwareId, ToolId};

/// Something of a role that a query matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What matches.
    pub found: Found,
    /// The matched letters: byte ranges of the text of `found`, in order, on character boundaries.
    pub marked: Vec<Range<usize>>,
}

/// The part of a role that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// Its code.
    Code,
    /// Its title.
    Title,
    /// An alternate title, by its place in the role's list.
    Alternate(u16),
    /// A task, by its place in the role's list.
    Task(u16),
    /// A software product that it uses.
    Software(SoftwareId),
    /// A tool that it uses.
    Tool(ToolId),
    /// Knowledge, a skill or an ability that matters for it.
    Skill(ElementId),
}

impl Found {
    /// The matching text; empty where the role has no such part.
    pub fn text<'a>(self, catalog: &Catalog<'a>, role: &Role<'a>) -> &'a str {
        match self {
            Self::Code | Self::Title => role.title,
            Self::Alternate(place) => role.alternates.get(usize::from(place)).map_or("", |a| a.title),
            Self::Task(place) => role.tasks.get(usize::from(place)).map_or("", |task| task.wording),
            Self::Software(_) | Self::Tool(_) | Self::Skill(_) => self.name(catalog).unwrap_or_default(),
        }
    }

    /// The name of a product, a tool or an element; what belongs to one role alone has none.
    pub fn name<'a>(self, catalog: &Catalog<'a>) -> Option<&'a str> {
        match self {
            Self::Software(id) => catalog.software(id).map(|software| software.name),
            Self::Tool(id) => catalog.tool(id).map(|tool| tool.name),
            Self::Skill(id) => catalog.element(id).map(|element| element.name),
            Self::Code | Self::Title | Self::Alternate(_) | Self::Task(_) => None,
        }
    }

    /// What it is, in a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Title => "title",
            Self::Alternate(_) => "alternate title",
            Self::Task(_) => "task",
            Self::Software(_) => "software",
            Self::Tool(_) => "tool",
            Self::Skill(_) => "skill",
        }
    }
}
