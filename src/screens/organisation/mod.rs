//! The organisation: a staff as a whole, or one of its departments, from several sides.

pub mod draw;
pub mod keys;
pub mod rows;
#[cfg(test)]
mod tests;

use crate::app::reload::Change;
use crate::app::target::Target;
use crate::app::view::{Around, OF_STAFF, View};
use crate::app::{App, Effect, Msg, Screen, ScreenAction, Step, turned};
use crate::catalog::{Catalog, Figure, RoleId};
use crate::compare::provenance::Ask;
use crate::screens::role::RoleView;
use crate::screens::sharing::Sharing;
use crate::staff::whole::Whole;
use crate::staff::whole::departments::Who;
use crate::staff::whole::words::TOO_FEW;
use crate::staff::{Staff, words};
use rows::{Leads, Row};

/// A side from which the organisation is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Exposure and the mix of tasks.
    Overview,
    /// Roles and major groups.
    Roles,
    /// What most people share.
    Shared,
    /// Outlook and pay.
    Pay,
    Departments,
    /// Moves within the house.
    Moves,
}

#[derive(Clone, Debug)]
pub struct Organisation {
    pub face: Face,
    /// The department that is shown; none for all.
    pub department: Option<u32>,
    /// Its figures; none where there are fewer than five people.
    pub whole: Option<Whole>,
    /// The rows of the face.
    pub rows: Vec<Row>,
    /// Whose figures they are, in a line.
    pub whose: String,
    /// How much of the headcount is counted, and how surely.
    pub coverage: String,
    /// Another department, or all, from the same side, where two stand side by side.
    pub beside: Option<Box<Self>>,
    /// The row under the cursor, of each face.
    cursors: [usize; Face::ALL.len()],
    /// The staff's revision that the figures are of.
    revision: u64,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Organisation(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    NextFace,
    PreviousFace,
    /// To the face of that number, 1 to 6.
    Face(u8),
    NextDepartment,
    PreviousDepartment,
    /// Keeps what is shown beside what is chosen next, or takes it away.
    Beside,
}

/// From so many columns on two stand side by side.
pub const TWO: u16 = 160;

pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        if let Some(staff) = &app.staff {
            let view = Organisation::new(staff, app.catalog());
            app.push(Screen::Organisation(view));
        }
    } else if let Some((view, around)) = app.front_as_mut::<Organisation>()
        && let Some(staff) = around.staff
    {
        view.act(action, staff, around.catalog());
    }
    Vec::new()
}

impl Face {
    /// All, in the order of their keys 1 to 6.
    pub const ALL: [Self; 6] = [Self::Overview, Self::Roles, Self::Shared, Self::Pay, Self::Departments, Self::Moves];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Roles => "Roles & groups",
            Self::Shared => "Shared",
            Self::Pay => "Pay & outlook",
            Self::Departments => "Departments",
            Self::Moves => "Moves within the house",
        }
    }

    /// Its name in at most seven cells, for tabs.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Overview => "Whole",
            Self::Roles => "Roles",
            Self::Pay => "Pay",
            Self::Departments => "Depts",
            Self::Moves => "Moves",
            Self::Shared => self.name(),
        }
    }

    /// Whether the frame sentence must stand below it.
    pub const fn has_exposure(self) -> bool {
        !matches!(self, Self::Shared | Self::Pay)
    }
}

impl Organisation {
    /// The whole staff.
    pub fn new(staff: &Staff, catalog: &Catalog<'_>) -> Self {
        let mut view = Self {
            face: Face::Overview,
            department: None,
            whole: None,
            rows: Vec::new(),
            whose: String::new(),
            coverage: String::new(),
            beside: None,
            cursors: [0; Face::ALL.len()],
            revision: 0,
        };
        view.count(staff, catalog);
        view
    }

    /// Counts anew.
    fn count(&mut self, staff: &Staff, catalog: &Catalog<'_>) {
        self.revision = staff.revision();
        self.whole = Whole::of(staff, self.department, catalog);
        if self.whole.is_none() && self.department.is_some() {
            // Its people have become too few to be told.
            self.department = None;
            self.whole = Whole::of(staff, None, catalog);
        }
        self.coverage = self.whole.as_ref().map_or_else(String::new, |whole| words::coverage(&whole.counts));
        self.tell(staff, catalog);
    }

    /// Counts both anew.
    fn count_both(&mut self, staff: &Staff, catalog: &Catalog<'_>) {
        self.count(staff, catalog);
        if let Some(beside) = &mut self.beside {
            beside.count(staff, catalog);
        }
    }

    /// Makes the rows.
    fn tell(&mut self, staff: &Staff, catalog: &Catalog<'_>) {
        self.rows = match &self.whole {
            Some(whole) => rows::rows(self.face, whole, staff, catalog),
            None => vec![Row::Said(TOO_FEW.to_owned())],
        };
        self.whose = rows::whose(self.whole.as_ref(), staff);
        self.rest();
    }

    fn act(&mut self, action: Action, staff: &Staff, catalog: &Catalog<'_>) {
        let here = self.face as usize;
        let place = match action {
            Action::NextFace => turned(here, Face::ALL.len(), true),
            Action::PreviousFace => turned(here, Face::ALL.len(), false),
            Action::Face(number) => usize::from(number).wrapping_sub(1),
            Action::NextDepartment | Action::PreviousDepartment => {
                return self.turn(action == Action::NextDepartment, staff, catalog);
            }
            Action::Beside => {
                let other = Self { beside: None, ..self.clone() };
                self.beside = if self.beside.is_some() { None } else { Some(Box::new(other)) };
                return;
            }
            Action::Open => return,
        };
        if let Some(face) = Face::ALL.get(place) {
            self.face = *face;
            self.tell(staff, catalog);
            if let Some(beside) = &mut self.beside {
                beside.face = *face;
                beside.tell(staff, catalog);
            }
        }
    }

    /// The departments that can be chosen, most people first.
    pub fn departments(&self) -> Vec<u32> {
        let all = self.whole.iter().flat_map(|whole| &whole.departments);
        all.filter_map(|department| if let Who::Of(number) = department.who { Some(number) } else { None }).collect()
    }

    /// To the next department, or the previous one; between the last and the first stand all together.
    fn turn(&mut self, forward: bool, staff: &Staff, catalog: &Catalog<'_>) {
        let ring: Vec<Option<u32>> = [None].into_iter().chain(self.departments().into_iter().map(Some)).collect();
        let here = ring.iter().position(|department| *department == self.department).unwrap_or(0);
        self.choose(ring.get(turned(here, ring.len(), forward)).copied().flatten(), staff, catalog);
    }

    fn choose(&mut self, department: Option<u32>, staff: &Staff, catalog: &Catalog<'_>) {
        self.department = department;
        self.count(staff, catalog);
    }

    /// The row under the cursor, by its place.
    pub const fn cursor(&self) -> usize {
        self.cursors[self.face as usize]
    }

    /// Whether the cursor can be on a row.
    fn is_stop(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(Row::is_stop)
    }

    /// Puts the cursor on a row that it can be on: the nearest below, else above.
    fn rest(&mut self) {
        let at = self.cursor().min(self.rows.len().saturating_sub(1));
        let is_stop = |at: &usize| self.is_stop(*at);
        let found = (at..self.rows.len()).find(is_stop).or_else(|| (0..at).rev().find(is_stop));
        self.cursors[self.face as usize] = found.unwrap_or(0);
    }

    /// Where Enter leads from the row under the cursor.
    pub fn leads(&self) -> Option<Leads> {
        match self.rows.get(self.cursor())? {
            Row::Item(item) => item.leads,
            _ => None,
        }
    }
}

impl View for Organisation {
    fn name(&self, _: &Catalog<'static>, _: Option<&Screen>) -> String {
        "organisation".to_owned()
    }

    fn role(&self) -> Option<RoleId> {
        match self.leads()? {
            Leads::To(Target::Role(role), _) => Some(role),
            _ => None,
        }
    }

    fn query(&self) -> Option<&str> {
        Some(OF_STAFF)
    }

    fn is_of_staff(&self) -> bool {
        true
    }

    fn figures(&self, _: &Catalog<'static>) -> Vec<Ask> {
        self.role().map_or_else(Vec::new, |role| Ask::each(role, [Figure::Index, Figure::PAY, Figure::Change]))
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        let at = self.cursor();
        let wanted = step.from(at, self.rows.len(), around.page());
        let is_stop = |at: &usize| self.is_stop(*at);
        let (below, above) = (|| (wanted..self.rows.len()).find(is_stop), || (0..=wanted).rev().find(is_stop));
        let forward = matches!(step, Step::Down | Step::HalfDown | Step::PageDown | Step::Top);
        let found = if forward { below().or_else(above) } else { above().or_else(below) };
        self.cursors[self.face as usize] = found.unwrap_or(at);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        match self.leads()? {
            Leads::To(Target::Role(role), _) => Some(Screen::Role(RoleView::new(around.catalog(), role))),
            Leads::To(shared, from) => Some(Screen::Sharing(Sharing::new(shared, from, around.catalog()))),
            Leads::Department(department) => {
                self.choose(department, around.staff?, around.catalog());
                None
            }
        }
    }

    /// Counts anew after a decision.
    fn follow(&mut self, around: Around<'_>) -> bool {
        let Some(staff) = around.staff else { return false };
        if staff.revision() != self.revision {
            self.count_both(staff, around.catalog());
        }
        true
    }

    fn reload(&mut self, _: Change, around: Around<'_>) -> Result<(), String> {
        let staff = around.staff.ok_or_else(|| "organisation".to_owned())?;
        self.count_both(staff, around.catalog());
        Ok(())
    }
}
