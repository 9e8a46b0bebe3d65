//! What a job title is coded as: the roles it may belong to, how sure the first one is, and what is to be said of a
//! title that names no occupation.

use super::{Evidence, Hit};
use crate::catalog::codes::{Dated, Scheme};
use crate::catalog::{Catalog, RoleId};

/// The confidence from which the first candidate is taken without asking.
const CLEAR: f32 = 0.7;

/// What a job title is coded as.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coding {
    /// Roles that the title may belong to, best first; none where it names no occupation.
    pub candidates: Vec<Candidate>,
    /// What is to be said beside them, or instead of them.
    pub note: Option<Note>,
}

/// A role that a job title may belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Which role.
    pub role: RoleId,
    /// Higher is better, within one title: the natural logarithm of its likelihood up to a constant.
    pub score: f32,
    /// How probable it is that the role's SOC code is the right one, 0 to 1.
    pub confidence: f32,
    /// What of the role the title resembles most; its own title without a mark where no text holds a word of it.
    pub matched: Evidence,
}

/// What is to be said of a title that is no plain name of an occupation, or no code of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nothing stands in it.
    Blank,
    /// It names no occupation: `retired`, `n/a`, `see resume`.
    NoOccupation,
    /// It names a stage or a rank of many occupations: `manager`, `intern`.
    TooGeneral,
    /// A code that a spreadsheet has made into a date: `Nov-21` was 11-2021, 11-3021 or another.
    Date(Dated),
    /// A code of an older or another classification; its roles are those that a crosswalk gives.
    Code(Scheme),
    /// A code that no role has.
    UnknownCode,
}

impl Note {
    /// What it says, in a few words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Blank => "empty",
            Self::NoOccupation => "no occupation in it",
            Self::TooGeneral => "too general for one code",
            Self::Date(_) => "a code that a spreadsheet made into a date",
            Self::Code(scheme) => scheme.reason(),
            Self::UnknownCode => "no role has this code",
        }
    }

    /// The same with the codes that a date may have been.
    pub fn words(self, catalog: &Catalog<'_>) -> String {
        match self {
            Self::Date(dated) => format!("{}: {}", self.label(), dated.alternatives(catalog)),
            note => note.label().to_owned(),
        }
    }
}

impl Candidate {
    /// Of a hit, by what it resembles most; `None` where nothing says that.
    pub(super) fn of(hit: Hit, confidence: f32) -> Option<Self> {
        let matched = hit.evidence.into_iter().next()?;
        Some(Self { role: hit.role, score: hit.score, confidence, matched })
    }
}

impl Coding {
    /// The role that the title names beyond doubt.
    pub fn clear(&self) -> Option<RoleId> {
        let is_plain = matches!(self.note, None | Some(Note::Code(_)));
        let first = self.candidates.first().filter(|first| is_plain && first.confidence >= CLEAR)?;
        Some(first.role)
    }
}
