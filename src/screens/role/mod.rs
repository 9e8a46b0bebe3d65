//! The role screen's state: which section is open, and which of its rows is under the cursor.

pub mod draw;
pub mod keys;
pub mod rows;
pub mod section;

use crate::app::reload::Change;
use crate::app::target::Target;
use crate::app::view::{Around, View};
use crate::app::{App, Effect, Screen, Step, look};
use crate::catalog::{Catalog, Dollars, HandbookPage, Lens, Metric, RoleId};
use crate::compare::provenance::Ask;
use crate::screens::sharing::Sharing;
use rows::{Row, rows};
use section::Section;

#[derive(Clone, Debug, PartialEq)]
pub struct RoleView {
    pub role: RoleId,
    pub section: Section,
    /// Its rows.
    pub rows: Vec<Row<'static>>,
    /// What stands beside it where there is room for two sections.
    pub beside: (Section, Vec<Row<'static>>),
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
    /// Put the address of the role's page in the Occupational Outlook Handbook on the clipboard.
    CopyHandbook,
    /// Read the years in the dollars of the last one, or of each again.
    Dollars,
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::CopyHandbook => return copy_handbook(app),
        Action::Dollars => turn_dollars(app),
        _ => {}
    }
    if let Some((view, around)) = app.front_as_mut::<RoleView>() {
        view.act(around.catalog(), action);
    }
    Vec::new()
}

/// The address of the role's page in the handbook; none where it has none.
pub fn handbook_address(app: &App) -> Option<String> {
    let catalog = app.catalog();
    let role = catalog.role(app.front_as::<RoleView>()?.role)?;
    catalog.handbook_page(role).map(HandbookPage::address)
}

fn copy_handbook(app: &mut App) -> Vec<Effect> {
    let Some(address) = handbook_address(app) else { return Vec::new() };
    app.notice = Some(format!("Copied {address}"));
    vec![Effect::Copy(address)]
}

/// Turns the dollars of the years everywhere; pay stays as it is published.
fn turn_dollars(app: &mut App) {
    let lens = app.catalog().lens();
    let dollars = if lens.dollars == Dollars::Last { Dollars::Nominal } else { Dollars::Last };
    look(app, Lens { dollars, ..lens });
    app.notice = Some(match app.catalog().dollars_text() {
        Some(text) => format!("The years (Outlook & pay) are {text} now; other pay stays as published"),
        None => "The years (Outlook & pay) are in nominal dollars again, those of each year".to_owned(),
    });
}

impl RoleView {
    /// The role's overview.
    pub fn new(catalog: &'static Catalog<'static>, role: RoleId) -> Self {
        let (section, beside) = (Section::Overview, (Section::Exposure, Vec::new()));
        let mut view = Self { role, section, rows: Vec::new(), beside, cursors: [None; Section::ALL.len()] };
        view.open_section(catalog, section);
        view
    }

    fn act(&mut self, catalog: &'static Catalog<'static>, action: Action) {
        let (here, all) = (self.section as usize, Section::ALL.len());
        let place = match action {
            Action::NextSection => (here + 1) % all,
            Action::PreviousSection => (here + all - 1) % all,
            Action::Section(number) => usize::from(number).wrapping_sub(1),
            Action::CopyHandbook | Action::Dollars => return,
        };
        if let Some(section) = Section::ALL.get(place) {
            self.open_section(catalog, *section);
        }
    }

    /// Opens a section; its cursor stands where it was left.
    pub fn open_section(&mut self, catalog: &'static Catalog<'static>, section: Section) {
        self.section = section;
        self.rows = rows(catalog, self.role, section);
        // What the open section does not show by itself.
        let beside = if section == Section::Exposure { Section::Tasks } else { Section::Exposure };
        self.beside = (beside, rows(catalog, self.role, beside));
    }

    /// Opens the tasks with the cursor on one of them.
    pub fn open_task(&mut self, catalog: &'static Catalog<'static>, place: u16) {
        self.open_section(catalog, Section::Tasks);
        let wanted = Target::Task { role: self.role, place };
        self.cursors[self.section as usize] = self.rows.iter().position(|row| row.target(self.role) == Some(wanted));
    }

    /// The row under the cursor, by its place. At first that is what leads on, except on the overview, which is read from
    /// its start.
    pub fn cursor(&self) -> usize {
        let moved = self.cursors[self.section as usize];
        let item = || match self.section {
            Section::Overview => None,
            _ => self.rows.iter().position(|row| row.target(self.role).is_some()),
        };
        resting(&self.rows, moved.or_else(item).unwrap_or(0), true).unwrap_or(0)
    }

    /// Moves the cursor to another row on which it can rest.
    fn go(&mut self, step: Step, page: usize) {
        let at = self.cursor();
        let wanted = step.from(at, self.rows.len(), page);
        let forward = matches!(step, Step::Down | Step::HalfDown | Step::PageDown | Step::Top);
        let found = resting(&self.rows, wanted, forward).or_else(|| resting(&self.rows, wanted, !forward));
        self.cursors[self.section as usize] = Some(found.unwrap_or(at));
    }

    /// What Enter goes to from the row under the cursor.
    pub fn selected(&self) -> Option<Target> {
        self.rows.get(self.cursor())?.target(self.role)
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

    fn role(&self) -> Option<RoleId> {
        match self.selected() {
            Some(Target::Role(related)) => Some(related),
            _ => Some(self.role),
        }
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        self.rows.get(self.cursor()).map_or_else(Vec::new, |row| asked(self.role, row))
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.go(step, around.page());
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        Some(match self.selected()? {
            Target::Role(role) => Screen::Role(Self::new(around.catalog(), role)),
            shared => Screen::Sharing(Sharing::new(shared, self.role, around.catalog())),
        })
    }

    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        self.role = change.role(self.role).ok_or_else(|| change.title(self.role))?;
        self.open_section(around.catalog(), self.section);
        Ok(())
    }
}

/// What a row shows; of a related role the differences too.
pub fn asked(role: RoleId, row: &Row<'_>) -> Vec<Ask> {
    let mut asked = row.asks(role);
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
                let mut view = RoleView::new(catalog, id);
                view.open_section(catalog, section);
                for step in [Step::Down, Step::Bottom, Step::Up, Step::PageUp, Step::PageDown, Step::Top] {
                    view.go(step, 9);
                    let any = view.rows.iter().any(Row::is_stop);
                    assert_eq!(view.rows[view.cursor()].is_stop(), any, "{section:?} {step:?}");
                }
            }
        }
    }

    #[test]
    fn a_task_leads_to_the_roles_that_share_it() {
        let catalog = fixture::catalog();
        let mut view = RoleView::new(catalog, RoleId(0));
        view.open_section(catalog, Section::Tasks);
        assert_eq!(view.selected(), Some(Target::Task { role: RoleId(0), place: 0 }), "at once");
        view.go(Step::Down, 9);
        assert_eq!(view.selected(), Some(Target::Task { role: RoleId(0), place: 1 }));
        view.act(catalog, Action::NextSection);
        view.act(catalog, Action::PreviousSection);
        assert_eq!(view.selected(), Some(Target::Task { role: RoleId(0), place: 1 }), "the cursor is kept");
    }

    #[test]
    fn the_address_of_the_handbook_is_copied_where_there_is_one() {
        let mut app = App::new(fixture::engine());
        let mut copied = |role| {
            app.trail = vec![Screen::Role(RoleView::new(fixture::catalog(), RoleId(role)))];
            act(&mut app, Action::CopyHandbook)
        };
        let address = "https://www.bls.gov/ooh/farming-fishing-and-forestry/agricultural-workers.htm";
        assert_eq!(copied(0), [Effect::Copy(address.to_owned())]);
        assert_eq!(copied(2), []);
    }

    #[test]
    fn sections_go_round() {
        let catalog = fixture::catalog();
        let mut view = RoleView::new(catalog, RoleId(0));
        view.act(catalog, Action::PreviousSection);
        assert_eq!(view.section, Section::Sources);
        view.act(catalog, Action::NextSection);
        assert_eq!(view.section, Section::Overview);
    }
}
