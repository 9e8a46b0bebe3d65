//! Where Enter leads from a figure.

use crate::catalog::{Demanded, ElementId, Figure, RoleId, SoftwareId, ToolId};

/// What Enter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A task, by its place in its role's list: the roles that share its activities.
    Task {
        role: RoleId,
        place: u16,
    },
    /// The roles for which an element matters.
    Element(ElementId),
    /// The roles that use a software product.
    Software(SoftwareId),
    Tool(ToolId),
    Role(RoleId),
}

impl Target {
    /// Where a figure of a role leads: none where nothing is shared with other roles.
    pub const fn of(role: RoleId, figure: Figure) -> Option<Self> {
        match figure {
            Figure::Task(place) => Some(Self::Task { role, place }),
            Figure::Rating(element) | Figure::InDemand(Demanded::Element(element)) => Some(Self::Element(element)),
            Figure::Software(software) | Figure::InDemand(Demanded::Software(software)) => {
                Some(Self::Software(software))
            }
            Figure::Tool(tool) => Some(Self::Tool(tool)),
            Figure::Related(related) => Some(Self::Role(related)),
            _ => None,
        }
    }

    /// The figure of a role that it stands for: the other way.
    pub const fn figure(self) -> Figure {
        match self {
            Self::Task { place, .. } => Figure::Task(place),
            Self::Element(element) => Figure::Rating(element),
            Self::Software(software) => Figure::Software(software),
            Self::Tool(tool) => Figure::Tool(tool),
            Self::Role(role) => Figure::Related(role),
        }
    }
}
