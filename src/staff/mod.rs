//! A staff: the posts of an organisation as its file has them, each title coded, decided on by the user, and counted by
//! role. Nothing of a row is kept but its title, department, headcount, pay and place; nothing says who it is.

pub mod amount;
pub mod batch;
mod carry;
pub mod columns;
pub mod counts;
pub mod decisions;
pub mod file;
pub mod read;
pub mod title;
pub mod whole;
pub mod words;

#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::catalog::{Catalog, Headcounts, PlaceId, RoleId};
use crate::search::Coding;
use batch::{Finder, coded};
use columns::Columns;
use counts::Counts;
use decisions::{Decision, Decisions};
use file::Layout;
pub use title::{Standing, Title};

/// So many candidates of a title are offered.
pub const CANDIDATES: usize = 9;
/// A group with fewer people is folded into others in every report: what is said is never said of a person.
pub const LEAST_PEOPLE: f64 = 5.0;

/// A staff file, read.
#[derive(Clone, Debug, Default)]
pub struct Staff {
    pub origin: Origin,
    pub columns: Columns,
    /// How its rows stand in the file.
    pub layout: Layout,
    /// The different titles, in the order of the file: case and spaces make none different.
    pub titles: Vec<Title>,
    /// The different departments, in the order of the file.
    pub departments: Vec<String>,
    /// Every row of the file, in its order.
    pub rows: Vec<Row>,
    /// What the user may want to know of the file.
    pub remarks: Vec<String>,
    /// Why it could not be read again when that was last asked for, until it is told.
    pub problem: Option<String>,
    /// Decisions on titles that are not in this file: they are kept.
    others: Decisions,
    /// Another number after each change of a decision.
    revision: u64,
    /// What was decided, newest last: which title, and what stood before.
    history: Vec<(usize, Option<Decision>)>,
    /// How long that was when the decisions were saved; [`NEVER`] once what was saved cannot be come back to by undoing.
    saved: usize,
}

/// No history is as long.
const NEVER: usize = usize::MAX;

/// Where a staff was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the file is called in messages.
    pub name: String,
    pub path: PathBuf,
    /// The sheet of a workbook that was asked for.
    pub sheet: Option<String>,
    /// Each line is a title, as the user said.
    pub only_lines: bool,
    /// The file of decisions that was named, or that they were saved in.
    pub decisions: Option<PathBuf>,
    /// The size of the file in bytes and when it was changed last, as it was read; none of standard input.
    pub stamp: Option<(u64, SystemTime)>,
}

impl Origin {
    /// What the file is called without its folders, as it may be shown anywhere.
    pub fn file_name(&self) -> String {
        let name = Path::new(&self.name).file_name().map_or(self.name.as_str().into(), OsStr::to_string_lossy);
        words::plain(&name)
    }
}

/// What of a staff can be written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The decisions on titles.
    Decisions,
    /// The file with the codes appended.
    Codes,
    /// The report.
    Report,
}

/// A row of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Which of [`Staff::titles`].
    pub title: u32,
    /// Which of [`Staff::departments`].
    pub department: Option<u32>,
    /// Posts or people; half a post is 0.5. 0 where the file has no number.
    pub people: f64,
    /// Dollars a year; an hourly rate is taken 2,080 times, as BLS does.
    pub pay: Option<f64>,
    /// Where the post is, as far as its pay is published for it.
    pub place: Option<PlaceId>,
}

impl Staff {
    /// Codes every title that no code of the file stands for; `watch` is told how many are done.
    pub fn code(&mut self, finders: &mut [impl Finder], watch: &dyn Fn(usize)) {
        /// So many titles are coded before the next news.
        const TOGETHER: usize = 1024;
        let mut done = 0;
        for titles in self.titles.chunks_mut(TOGETHER) {
            let codings = coded(titles.iter().map(|title| title.code.as_str()), finders, CANDIDATES);
            // Where a code leaves nothing to choose, its title is not asked.
            let is_asked = |(title, of_code): (&Title, &Coding)| title.code.is_empty() || of_code.candidates.len() > 1;
            let asked: Vec<bool> = titles.iter().zip(&codings).map(is_asked).collect();
            let texts = titles.iter().zip(&asked).filter(|(_, asked)| **asked).map(|(title, _)| title.text.as_str());
            let mut of_titles = coded(texts, finders, CANDIDATES).into_iter();
            for ((title, of_code), asked) in titles.iter_mut().zip(codings).zip(asked) {
                let of_title = if asked { of_titles.next().unwrap_or_default() } else { Coding::default() };
                title.coding = if title.code.is_empty() { of_title } else { by_code(of_code, &of_title) };
            }
            done += titles.len();
            watch(done);
        }
    }

    /// Decides on a title, or takes the decision back; undo knows it.
    pub fn decide(&mut self, title: usize, decision: Option<Decision>) {
        let Some(decided) = self.titles.get_mut(title) else { return };
        if decided.decision != decision {
            if self.saved > self.history.len() {
                self.saved = NEVER;
            }
            self.history.push((title, decided.decision));
            decided.decision = decision;
            self.revision += 1;
        }
    }

    /// Takes the last decision back; which title it was about. None where none is left.
    pub fn undo(&mut self) -> Option<usize> {
        let (title, before) = self.history.pop()?;
        self.revision += 1;
        self.titles.get_mut(title)?.decision = before;
        Some(title)
    }

    /// What is computed of a staff holds until this number changes.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// How many decisions can be taken back.
    pub fn decided(&self) -> usize {
        self.history.len()
    }

    /// Whether all decisions stand in the file that they were saved in, or were read from.
    pub const fn is_saved(&self) -> bool {
        self.saved == self.history.len()
    }

    /// Takes note that the decisions were saved as they are.
    pub const fn mark_saved(&mut self) {
        self.saved = self.history.len();
    }

    /// How many more decisions, in the order of [`Self::by_doubt`], make it likely that a share of the people (0 to 1) stand in
    /// the right role: what is left in doubt is then no more than the rest.
    pub fn decisions_to(&self, share: f64) -> usize {
        let belongs = |title: &&Title| title.standing() != Standing::LeftOut;
        let all: f64 = self.titles.iter().filter(belongs).map(|title| title.people).sum();
        let mut doubts: Vec<f64> = self.titles.iter().map(Title::doubt).filter(|doubt| *doubt > 0.0).collect();
        doubts.sort_by(|a, b| b.total_cmp(a));
        let mut left: f64 = doubts.iter().sum();
        // Sums of halves and tenths are not exact.
        let allowed = all * (1.0 - share) + 1e-9;
        let mut count = 0;
        for doubt in doubts {
            if left <= allowed {
                break;
            }
            (left, count) = (left - doubt, count + 1);
        }
        count
    }

    /// Takes decisions that were made before; how many of the titles they are about.
    pub fn take(&mut self, mut decisions: Decisions) -> usize {
        self.revision += 1;
        let mut taken = 0;
        for title in &mut self.titles {
            if let Some(decision) = decisions.remove(&title.key()) {
                (title.decision, taken) = (Some(decision), taken + 1);
            }
        }
        self.others.extend(decisions);
        taken
    }

    /// All decisions, each with the title and the code that the file has beside it; those on titles that this file does not
    /// have come last, by title.
    pub fn decisions(&self) -> Vec<(&str, &str, Decision)> {
        let own =
            self.titles.iter().filter_map(|title| Some((title.text.as_str(), title.code.as_str(), title.decision?)));
        let others = self.others.iter().map(|((title, code), decision)| (title.as_str(), code.as_str(), *decision));
        let mut others: Vec<(&str, &str, Decision)> = others.collect();
        others.sort_by_key(|(title, code, _)| (*title, *code));
        own.chain(others).collect()
    }

    /// The titles by what a decision on them is worth: first those where most people are likely to stand in a wrong role,
    /// those that need no decision last.
    pub fn by_doubt(&self) -> Vec<usize> {
        let doubts = self.titles.iter().enumerate().map(|(place, title)| (title.doubt(), title.people, place));
        let mut order: Vec<(f64, f64, usize)> = doubts.collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        order.into_iter().map(|(.., place)| place).collect()
    }

    /// Who works in which role: of the whole staff, or of one department.
    pub fn counts(&self, department: Option<u32>) -> Counts {
        let mut counts = Counts::default();
        if department.is_none() {
            self.titles.iter().for_each(|title| counts.add(title, title.people));
            return counts;
        }
        for row in self.rows.iter().filter(|row| row.department == department) {
            if let Some(title) = self.titles.get(row.title as usize) {
                counts.add(title, row.people);
            }
        }
        counts
    }

    /// What a catalog counts while the staff is looked at.
    pub fn headcounts(&self, catalog: &Catalog<'_>) -> Headcounts {
        let counts = self.counts(None);
        let roles = counts.roles().into_iter();
        let by_role = roles.filter_map(|(role, held)| Some((catalog.role(role)?.code, held.people)));
        Headcounts::new(self.origin.file_name(), by_role, counts.people())
    }
}

/// What a code of the file says; among the roles of one SOC code the title decides.
fn by_code(mut of_code: Coding, of_title: &Coding) -> Coding {
    let place = |role: RoleId| of_title.candidates.iter().position(|candidate| candidate.role == role);
    of_code.candidates.sort_by_key(|candidate| place(candidate.role).unwrap_or(usize::MAX));
    of_code
}
