//! STAND-IN until the role screen is there.
use crate::catalog::{Catalog, ElementId, RoleId, SoftwareId, ToolId};

/// A part of the role screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Section {
    Overview,
    Tasks,
    Skills,
    Activities,
    Tools,
    Exposure,
    Outlook,
    Related,
    Sources,
}

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Move {
    Up,
    Down,
    PageUp(usize),
    PageDown(usize),
    Top,
    Bottom,
}

/// What Enter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Target {
    Task { role: RoleId, place: u16 },
    Element(ElementId),
    Software(SoftwareId),
    Tool(ToolId),
    Role(RoleId),
}

/// The role screen's state.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct RoleView {
    pub role: RoleId,
    pub section: Section,
    cursor: usize,
}

const ALL: [Section; 9] = [
    Section::Overview,
    Section::Tasks,
    Section::Skills,
    Section::Activities,
    Section::Tools,
    Section::Exposure,
    Section::Outlook,
    Section::Related,
    Section::Sources,
];

#[allow(missing_docs)]
impl RoleView {
    #[must_use]
    pub fn new(role: RoleId) -> Self {
        Self { role, section: Section::Overview, cursor: 0 }
    }

    pub fn step(&mut self, catalog: &Catalog, step: Move) {
        let len = catalog.role(self.role).map_or(0, |role| match self.section {
            Section::Tasks => role.tasks.len(),
            Section::Skills => role.capabilities.len(),
            Section::Tools => role.software.len(),
            Section::Related => role.related.len(),
            _ => 0,
        });
        self.cursor = match step {
            Move::Up => self.cursor.saturating_sub(1),
            Move::Down => self.cursor + 1,
            Move::PageUp(n) => self.cursor.saturating_sub(n),
            Move::PageDown(n) => self.cursor + n,
            Move::Top => 0,
            Move::Bottom => len,
        }
        .min(len.saturating_sub(1));
    }

    pub fn next_section(&mut self) {
        self.turn(1);
    }

    pub fn previous_section(&mut self) {
        self.turn(ALL.len() - 1);
    }

    fn turn(&mut self, by: usize) {
        let at = ALL.iter().position(|s| *s == self.section).unwrap_or(0);
        self.open_section(ALL.get((at + by) % ALL.len()).copied().unwrap_or(Section::Overview));
    }

    pub fn open_section(&mut self, section: Section) {
        self.section = section;
        self.cursor = 0;
    }

    #[must_use]
    pub fn selected(&self, catalog: &Catalog) -> Option<Target> {
        let role = catalog.role(self.role)?;
        match self.section {
            Section::Tasks => role.tasks.get(self.cursor).map(|_| Target::Task {
                role: self.role,
                place: u16::try_from(self.cursor).unwrap_or(0),
            }),
            Section::Skills => role.capabilities.get(self.cursor).map(|r| Target::Element(r.element)),
            Section::Tools => role.software.get(self.cursor).map(|s| Target::Software(s.software)),
            Section::Related => role.related.get(self.cursor).map(|r| Target::Role(r.role)),
            _ => None,
        }
    }
}
