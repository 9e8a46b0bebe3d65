//! The role screen's state: which section is open, and which of its rows is under the cursor.

use super::role_rows::{Row, rows};
use crate::catalog::{Catalog, Demanded, ElementId, Figure, RoleId, SoftwareId, ToolId};

/// A part of the role screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the work is, at a glance.
    Overview,
    /// Tasks with their exposure marks.
    Tasks,
    /// Knowledge, skills, abilities, skills in demand.
    Skills,
    /// Generalized work activities.
    Activities,
    /// Software and physical tools.
    Tools,
    /// The gauges of all studies.
    Exposure,
    /// Outlook and pay.
    Outlook,
    /// Related roles.
    Related,
    /// Where the figures come from.
    Sources,
}

impl Section {
    /// All sections, in the order of their keys 1 to 9.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Tasks,
        Self::Skills,
        Self::Activities,
        Self::Tools,
        Self::Exposure,
        Self::Outlook,
        Self::Related,
        Self::Sources,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Tasks => "Tasks",
            Self::Skills => "Skills",
            Self::Activities => "Activities",
            Self::Tools => "Tools",
            Self::Exposure => "Exposure",
            Self::Outlook => "Outlook & pay",
            Self::Related => "Related",
            Self::Sources => "Sources",
        }
    }

    /// Its name in at most eight cells, for tabs.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Activities => "Work",
            Self::Outlook => "Pay",
            _ => self.name(),
        }
    }
}

/// A move of the cursor; pages in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    /// Several up.
    PageUp(usize),
    /// Several down.
    PageDown(usize),
    /// To the first.
    Top,
    /// To the last.
    Bottom,
}

/// What Enter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A task, by its place in its role's list: the roles that share its activities.
    Task {
        /// Whose task.
        role: RoleId,
        place: u16,
    },
    /// The roles for which an element matters.
    Element(ElementId),
    /// The roles that use a software product.
    Software(SoftwareId),
    /// The roles that use a tool.
    Tool(ToolId),
    /// Another role.
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

/// The role screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView {
    pub role: RoleId,
    /// Which section is open.
    pub section: Section,
    /// The row under the cursor, of each section in which it has moved.
    cursors: [Option<usize>; Section::ALL.len()],
}

impl RoleView {
    /// The role's overview.
    pub const fn new(role: RoleId) -> Self {
        Self { role, section: Section::Overview, cursors: [None; Section::ALL.len()] }
    }

    /// The row under the cursor, by its place in [`rows`].
    pub fn cursor(&self, catalog: &Catalog<'_>) -> usize {
        self.cursor_among(&rows(catalog, self.role, self.section))
    }

    /// At first the cursor is on what leads on, except on the overview, which is read from its start.
    fn cursor_among(&self, rows: &[Row<'_>]) -> usize {
        let moved = self.cursors[self.section as usize];
        let item = || match self.section {
            Section::Overview => None,
            _ => rows.iter().position(|row| row.target(self.role).is_some()),
        };
        resting(rows, moved.or_else(item).unwrap_or(0), Move::Down).unwrap_or(0)
    }

    /// Moves the cursor to another row on which it can rest.
    pub fn step(&mut self, catalog: &Catalog<'_>, step: Move) {
        let rows = rows(catalog, self.role, self.section);
        let at = self.cursor_among(&rows);
        let last = rows.len().saturating_sub(1);
        let wanted = match step {
            Move::Up => at.saturating_sub(1),
            Move::Down => at.saturating_add(1),
            Move::PageUp(by) => at.saturating_sub(by),
            Move::PageDown(by) => at.saturating_add(by),
            Move::Top => 0,
            Move::Bottom => last,
        }
        .min(last);
        let (first_choice, second_choice) = match step {
            Move::Up | Move::PageUp(_) | Move::Bottom => (Move::Up, Move::Down),
            Move::Down | Move::PageDown(_) | Move::Top => (Move::Down, Move::Up),
        };
        let found = resting(&rows, wanted, first_choice).or_else(|| resting(&rows, wanted, second_choice));
        self.cursors[self.section as usize] = Some(found.unwrap_or(at));
    }

    /// Opens the next section, after the last one the first.
    pub fn next_section(&mut self) {
        self.turn(1);
    }

    /// Opens the previous section.
    pub fn previous_section(&mut self) {
        self.turn(Section::ALL.len() - 1);
    }

    fn turn(&mut self, by: usize) {
        self.section = Section::ALL[(self.section as usize + by) % Section::ALL.len()];
    }

    /// Opens a section; its cursor stands where it was left.
    pub const fn open_section(&mut self, section: Section) {
        self.section = section;
    }

    /// Opens the tasks with the cursor on one of them.
    pub fn open_task(&mut self, catalog: &Catalog<'_>, place: u16) {
        self.section = Section::Tasks;
        let wanted = Target::Task { role: self.role, place };
        let rows = rows(catalog, self.role, self.section);
        self.cursors[self.section as usize] = rows.iter().position(|row| row.target(self.role) == Some(wanted));
    }

    /// What Enter goes to from the row under the cursor.
    pub fn selected(&self, catalog: &Catalog<'_>) -> Option<Target> {
        rows(catalog, self.role, self.section).get(self.cursor(catalog))?.target(self.role)
    }
}

/// The nearest row from `at` in a direction on which the cursor can rest.
fn resting(rows: &[Row<'_>], at: usize, direction: Move) -> Option<usize> {
    match direction {
        Move::Up => (0..=at.min(rows.len().checked_sub(1)?)).rev().find(|place| rows[*place].is_stop()),
        _ => (at..rows.len()).find(|place| rows[*place].is_stop()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_cursor_rests_on_rows_only() {
        let catalog = fixture::catalog();
        for (id, _) in catalog.roles_with_ids() {
            for section in Section::ALL {
                let mut view = RoleView::new(id);
                view.open_section(section);
                for step in [Move::Down, Move::Bottom, Move::Up, Move::PageUp(3), Move::PageDown(99), Move::Top] {
                    view.step(catalog, step);
                    let rows = rows(catalog, id, section);
                    let any = rows.iter().any(Row::is_stop);
                    assert_eq!(rows[view.cursor(catalog)].is_stop(), any, "{section:?} {step:?}");
                }
            }
        }
    }

    #[test]
    fn a_task_leads_to_the_roles_that_share_it() {
        let catalog = fixture::catalog();
        let mut view = RoleView::new(RoleId(0));
        view.open_section(Section::Tasks);
        assert_eq!(view.selected(catalog), Some(Target::Task { role: RoleId(0), place: 0 }), "at once");
        view.step(catalog, Move::Down);
        assert_eq!(view.selected(catalog), Some(Target::Task { role: RoleId(0), place: 1 }));
        view.next_section();
        view.previous_section();
        assert_eq!(view.selected(catalog), Some(Target::Task { role: RoleId(0), place: 1 }), "the cursor is kept");
    }

    #[test]
    fn sections_go_round() {
        let mut view = RoleView::new(RoleId(0));
        view.previous_section();
        assert_eq!(view.section, Section::Sources);
        view.next_section();
        assert_eq!(view.section, Section::Overview);
    }
}
