//! The role screen's state: which section is open, and which of its rows is under the cursor.

pub mod draw;
pub mod keys;
pub mod rows;
pub mod section;

use crate::app::reload::Change;
use crate::app::target::Target;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Screen, Step};
use crate::catalog::{Catalog, Metric, RoleId};
use crate::compare::provenance::Ask;
use crate::screens::sharing::Sharing;
use rows::{Row, rows};
use section::Section;

/// The role screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView {
    pub role: RoleId,
    /// Which section is open.
    pub section: Section,
    /// The row under the cursor, of each section in which it has moved.
    cursors: [Option<usize>; Section::ALL.len()],
}

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    NextSection,
    PreviousSection,
    /// To the section of that number, 1 to 9.
    Section(u8),
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some((view, _)) = app.front_as_mut::<RoleView>() else { return Vec::new() };
    match action {
        Action::NextSection => view.next_section(),
        Action::PreviousSection => view.previous_section(),
        Action::Section(number) => {
            let section = usize::from(number).checked_sub(1).and_then(|place| Section::ALL.get(place));
            view.section = section.copied().unwrap_or(view.section);
        }
    }
    Vec::new()
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
        resting(rows, moved.or_else(item).unwrap_or(0), true).unwrap_or(0)
    }

    /// Moves the cursor to another row on which it can rest.
    pub fn step(&mut self, catalog: &Catalog<'_>, step: Step, page: usize) {
        let rows = rows(catalog, self.role, self.section);
        let at = self.cursor_among(&rows);
        let wanted = step.from(at, rows.len(), page);
        let forward = matches!(step, Step::Down | Step::HalfDown | Step::PageDown | Step::Top);
        let found = resting(&rows, wanted, forward).or_else(|| resting(&rows, wanted, !forward));
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
fn resting(rows: &[Row<'_>], at: usize, forward: bool) -> Option<usize> {
    if forward {
        (at..rows.len()).find(|place| rows[*place].is_stop())
    } else {
        (0..=at.min(rows.len().checked_sub(1)?)).rev().find(|place| rows[*place].is_stop())
    }
}

impl View for RoleView {
    fn name(&self, catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        catalog.role(self.role).map_or("role", |role| role.title).to_owned()
    }

    fn role(&self, catalog: &Catalog<'static>) -> Option<RoleId> {
        match self.selected(catalog) {
            Some(Target::Role(related)) => Some(related),
            _ => Some(self.role),
        }
    }

    fn figures(&self, catalog: &Catalog<'static>) -> Vec<Ask> {
        let rows = rows(catalog, self.role, self.section);
        let Some(row) = rows.get(self.cursor_among(&rows)) else { return Vec::new() };
        asked(self.role, row)
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.step(around.catalog(), step, around.page());
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        Some(match self.selected(around.catalog())? {
            Target::Role(role) => Screen::Role(Self::new(role)),
            shared => Screen::Sharing(Sharing::new(shared, self.role, around.catalog())),
        })
    }

    fn reload(&mut self, change: Change, _around: Around<'_>) -> Result<(), String> {
        self.role = change.role(self.role).ok_or_else(|| change.title(self.role))?;
        Ok(())
    }
}

/// What a row shows; of a related role the differences too.
pub fn asked(role: RoleId, row: &Row<'_>) -> Vec<Ask> {
    let mut asked = Ask::each(role, row.figures());
    if let Row::Related(related) = row {
        asked.extend([Metric::Index, Metric::Pay].map(|metric| Ask::Shift(metric, role, related.role)));
    }
    asked
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
                for step in [Step::Down, Step::Bottom, Step::Up, Step::PageUp, Step::PageDown, Step::Top] {
                    view.step(catalog, step, 9);
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
        view.step(catalog, Step::Down, 9);
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
