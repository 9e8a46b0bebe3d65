//! The staff: its titles, the least certain and the largest first, to be decided on with one key each; and the columns of its
//! file.

mod act;
mod as_view;
pub mod columns;
pub mod draw;
pub mod keys;
mod room;
pub mod rows;
#[cfg(test)]
mod tests;

pub use act::act;
pub use room::Room;

use crate::app::filter_box::FilterBox;
use crate::app::query_box::QueryBox;
use crate::app::view::Around;
use crate::app::{Msg, ScreenAction};
use crate::catalog::{Catalog, RoleId, grouped};
use crate::search::{Candidate, Engine};
use crate::staff::counts::Counts;
use crate::staff::decisions::Decision;
use crate::staff::{Paper, Staff, Title, words};
use columns::Choice;
use rows::Sort;

/// Once so much of the people is likely right (0 to 1), the rest changes little.
pub const ENOUGH: f64 = 0.95;
/// So many roles are offered to a search for another role.
const FOUND: usize = 50;

#[derive(Clone, Debug)]
pub struct StaffView {
    pub face: Face,
    /// All titles in their order, as it was when they were last sorted: nothing moves under the cursor.
    order: Vec<usize>,
    /// Those of them that are listed.
    pub rows: Vec<usize>,
    pub sort: Sort,
    /// Whether only titles were listed that waited for a decision.
    pub only_waiting: bool,
    /// Words of titles or roles that are listed.
    pub filter: FilterBox,
    /// Which row the cursor is on.
    pub cursor: usize,
    /// Which candidate of the title under the cursor is looked at.
    pub candidate: usize,
    /// What is typed to find another role.
    pub search: FilterBox,
    /// The roles that it finds, best first.
    pub found: Vec<RoleId>,
    pub found_cursor: usize,
    /// Which columns are to be read.
    pub choice: Choice,
    pub summary: Summary,
    /// The role that is looked at.
    role: Option<RoleId>,
}

/// What the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The list of titles, with the candidates of one.
    Titles,
    /// One title: its candidates side by side.
    Title,
    /// The search for another role for it.
    Search,
    /// What each column of the file is read as.
    Columns,
}

/// What is said of the staff at the head of every face.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub counts: Counts,
    /// How many titles are decided.
    pub made: usize,
    /// How many more decisions make [`ENOUGH`] of the people likely right.
    pub to_go: usize,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Staff(Action::Open));

/// What a key of this screen does, beside those of every list, and what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// To the titles; from them, to the columns.
    Columns,
    /// Orders by something else.
    NextSort,
    PreviousSort,
    /// Orders anew, by what has been decided since.
    SortAgain,
    /// Lists only what waits for a decision, or everything.
    OnlyWaiting,
    EditFilter,
    KeepFilter,
    LeaveFilter,
    /// Takes the candidate of that number, 1 to 9.
    Pick(u8),
    /// Takes the candidate that is looked at.
    Accept,
    NoOccupation,
    LeaveOut,
    /// Takes the decision on the title back.
    TakeBack,
    /// Takes the last decision back.
    Undo,
    NextCandidate,
    PreviousCandidate,
    /// Types for another role.
    Search,
    /// Takes the role that was found.
    TakeFound,
    /// Opens the page of the role that is looked at.
    Page,
    /// Reads something from the next column, or from the one before.
    NextColumn,
    PreviousColumn,
    /// Goes on with the columns as they are chosen.
    Confirm,
    Save(Paper),
    /// It was written.
    Saved(Paper),
}

impl StaffView {
    /// The titles, the cursor on the one on which a decision is worth most.
    pub fn new(staff: &Staff, engine: &Engine) -> Self {
        let mut view = Self {
            face: Face::Titles,
            order: Vec::new(),
            rows: Vec::new(),
            sort: Sort::Doubt,
            only_waiting: false,
            filter: FilterBox::default(),
            cursor: 0,
            candidate: 0,
            search: FilterBox::default(),
            found: Vec::new(),
            found_cursor: 0,
            choice: Choice::of(&staff.columns),
            summary: Summary::of(staff),
            role: None,
        };
        view.filter.keep();
        view.sort_again(staff, engine.catalog());
        view.look_at(staff);
        view
    }

    /// Which title is under the cursor.
    pub fn selected(&self) -> Option<usize> {
        self.rows.get(self.cursor).copied()
    }

    /// The title under the cursor.
    pub fn title<'s>(&self, staff: &'s Staff) -> Option<&'s Title> {
        staff.titles.get(self.selected()?)
    }

    /// The candidate that is looked at.
    pub fn looked_at<'s>(&self, staff: &'s Staff) -> Option<&'s Candidate> {
        self.title(staff)?.coding.candidates.get(self.candidate)
    }

    /// Takes note of the role that is looked at.
    fn look_at(&mut self, staff: &Staff) {
        let candidates = self.title(staff).map_or(0, |title| title.coding.candidates.len());
        self.candidate = self.candidate.min(candidates.saturating_sub(1));
        self.role = match self.face {
            Face::Columns => None,
            Face::Search => self.found.get(self.found_cursor).copied(),
            Face::Titles if self.candidate == 0 => {
                self.title(staff).and_then(|title| title.role().or_else(|| title.first().map(|first| first.role)))
            }
            Face::Titles | Face::Title => self.looked_at(staff).map(|candidate| candidate.role),
        };
    }

    /// Decides on the title under the cursor, and goes on to the next on which a decision is worth something.
    fn decide(&mut self, staff: &mut Staff, decision: Option<Decision>) -> Option<String> {
        let title = self.selected()?;
        staff.decide(title, decision);
        self.summary = Summary::of(staff);
        self.face = Face::Titles;
        match decision {
            Some(_) => self.go_on(staff),
            None => None,
        }
    }

    /// To the next title that may be wrong, also where its role is called sure, from the top again after the last: in the
    /// order of doubt each is worth less than the one before. Says so where none is left.
    fn go_on(&mut self, staff: &Staff) -> Option<String> {
        let is_in_doubt = |row: &usize| {
            let title = self.rows.get(*row).and_then(|title| staff.titles.get(*title));
            title.is_some_and(|title| title.doubt() > 0.0)
        };
        let next = (self.cursor + 1..self.rows.len()).chain(0..self.cursor).find(is_in_doubt);
        match next {
            Some(row) => {
                (self.cursor, self.candidate) = (row, 0);
                None
            }
            None if self.filter.is_blank() => Some("No title is in doubt any more".to_owned()),
            None => Some("No title that is listed is in doubt any more".to_owned()),
        }
    }

    /// Takes the last decision back, and goes to its title.
    fn undo(&mut self, staff: &mut Staff) -> String {
        let Some(title) = staff.undo() else { return "There is nothing to undo".to_owned() };
        self.summary = Summary::of(staff);
        if let Some(row) = self.rows.iter().position(|other| *other == title) {
            (self.cursor, self.candidate) = (row, 0);
        }
        let text = staff.titles.get(title).map_or("", |title| title.text.as_str());
        format!("Undone: {text:?} is what it was before")
    }

    fn act(&mut self, staff: &mut Staff, engine: &Engine, action: Action) -> Option<String> {
        let catalog = engine.catalog();
        let role = |candidate: &Candidate| Decision::Role(candidate.role);
        let candidates = self.title(staff).map_or(0, |title| title.coding.candidates.len());
        let mut told = None;
        match action {
            Action::Columns if self.face == Face::Columns => self.face = Face::Titles,
            Action::Columns => self.face = Face::Columns,
            Action::NextSort => self.sort_by(self.sort.turned(true), staff, catalog),
            Action::PreviousSort => self.sort_by(self.sort.turned(false), staff, catalog),
            Action::SortAgain => self.sort_by(self.sort, staff, catalog),
            Action::OnlyWaiting => {
                self.only_waiting = !self.only_waiting;
                self.list(staff, catalog);
            }
            Action::EditFilter => self.filter.start(),
            Action::KeepFilter => self.filter.keep(),
            Action::LeaveFilter => {
                let before = self.filter.leave();
                self.filter.set(&before);
                self.list(staff, catalog);
            }
            Action::Pick(number) => {
                let candidate =
                    self.title(staff).and_then(|title| title.coding.candidates.get(usize::from(number) - 1));
                match candidate.map(role) {
                    Some(decision) => told = self.decide(staff, Some(decision)),
                    None => told = Some(format!("There is no candidate {number}: r searches for another role")),
                }
            }
            Action::Accept => {
                if let Some(decision) = self.looked_at(staff).map(role) {
                    told = self.decide(staff, Some(decision));
                }
            }
            Action::NoOccupation => told = self.decide(staff, Some(Decision::NoOccupation)),
            Action::LeaveOut => told = self.decide(staff, Some(Decision::LeftOut)),
            Action::TakeBack => told = self.decide(staff, None),
            Action::Undo => told = Some(self.undo(staff)),
            Action::NextCandidate => self.candidate = (self.candidate + 1).min(candidates.saturating_sub(1)),
            Action::PreviousCandidate => self.candidate = self.candidate.saturating_sub(1),
            Action::Search => self.start_search(staff, engine),
            Action::TakeFound => {
                if let Some(role) = self.found.get(self.found_cursor).copied() {
                    self.search.keep();
                    told = self.decide(staff, Some(Decision::Role(role)));
                }
            }
            Action::NextColumn => self.choice.turn(staff.columns.names.len(), true),
            Action::PreviousColumn => self.choice.turn(staff.columns.names.len(), false),
            Action::Open | Action::Page | Action::Confirm | Action::Save(_) | Action::Saved(_) => {}
        }
        self.look_at(staff);
        told
    }

    /// The search begins with the words of the title: often one of them needs only to be taken away.
    fn start_search(&mut self, staff: &Staff, engine: &Engine) {
        let text = self.title(staff).map_or(String::new(), |title| title.text.clone());
        self.face = Face::Search;
        self.search.set(&text);
        self.search.start();
        self.search.change(QueryBox::select_all);
        self.find(engine);
    }

    /// Finds roles for what is typed.
    fn find(&mut self, engine: &Engine) {
        let hits = engine.find(&engine.read(self.search.text()), FOUND).hits;
        self.found = hits.into_iter().map(|hit| hit.role).collect();
        self.found_cursor = 0;
    }

    /// Rows of the list that are seen.
    fn page(around: Around<'_>) -> usize {
        usize::from(Room::of(around.columns, around.body).rows).max(1)
    }
}

impl Summary {
    fn of(staff: &Staff) -> Self {
        let made = staff.titles.iter().filter(|title| title.decision.is_some()).count();
        Self { counts: staff.counts(None), made, to_go: staff.decisions_to(ENOUGH) }
    }

    /// How much of the staff is counted in roles, and how surely.
    pub fn coverage(&self) -> String {
        words::coverage(&self.counts)
    }

    /// The same where there is room for little.
    pub fn brief(&self) -> String {
        let (counts, all) = (&self.counts, self.counts.people());
        format!("{} in a role, {} surely", words::share(counts.coded(), all), words::share(counts.sure(), all))
    }

    /// How far the work is, and the same in fewer words.
    pub fn progress(&self) -> [String; 2] {
        let count = grouped(self.to_go as u64);
        match self.to_go {
            0 => ["95% of the people are likely right".to_owned(), "95% likely right".to_owned()],
            1 => ["likely right for 95% of the people after 1 more decision".to_owned(), "1 more to 95%".to_owned()],
            _ => [
                format!("likely right for 95% of the people after {count} more decisions"),
                format!("{count} more to 95%"),
            ],
        }
    }
}

/// A role in a few words: `29-1141.00 Registered Nurses`.
pub fn role_words(catalog: &Catalog<'_>, role: RoleId) -> String {
    catalog.role(role).map_or_else(String::new, |role| format!("{} {}", role.code, role.title))
}
