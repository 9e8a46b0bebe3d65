//! A title of a staff file: how many people have it, and which role they are counted in.

use crate::catalog::RoleId;
use crate::search::{Candidate, Coding, Note};

use super::decisions::Decision;

/// A title as the file has it.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// As it is written where it comes first; empty for rows without one.
    pub text: String,
    /// The code that the file has beside it; empty where there is none.
    pub code: String,
    /// Rows of the file.
    pub rows: u32,
    /// Posts or people of all these rows.
    pub people: f64,
    /// What it was coded as.
    pub coding: Coding,
    /// What the user says it is.
    pub decision: Option<Decision>,
}

/// How it stands with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The user has said which role it is.
    Decided,
    /// Its first candidate has a confidence of 0.7 or more, or the file has its code.
    Sure,
    /// It is counted in its first candidate, which is less certain.
    Doubtful,
    /// It is counted in no role: nothing was found, or it fits too many.
    Open,
    /// It names no occupation; so the user says, or its own words do (`retired`, `vacant`).
    NoOccupation,
    /// It does not belong to the staff, the user says: it is counted nowhere.
    LeftOut,
}

impl Standing {
    /// All, in the order of the reports.
    pub const ALL: [Self; 6] =
        [Self::Decided, Self::Sure, Self::Doubtful, Self::Open, Self::NoOccupation, Self::LeftOut];

    /// In a word or two.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Sure => "sure",
            Self::Doubtful => "doubtful",
            Self::Open => "open",
            Self::NoOccupation => "no occupation",
            Self::LeftOut => "left out",
        }
    }

    /// Whether a decision on it would make the counts surer.
    pub const fn waits(self) -> bool {
        matches!(self, Self::Doubtful | Self::Open)
    }

    /// Whether people with such a title are counted in a role.
    pub const fn has_role(self) -> bool {
        matches!(self, Self::Decided | Self::Sure | Self::Doubtful)
    }
}

impl Title {
    /// What makes two titles the same, the title and the code beside it: case and spaces do not count.
    pub fn key(&self) -> (String, String) {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        (words(&self.text), words(&self.code))
    }

    /// The likeliest role, whatever was decided.
    pub fn first(&self) -> Option<&Candidate> {
        self.coding.candidates.first()
    }

    pub fn standing(&self) -> Standing {
        match (self.decision, self.coding.note) {
            (Some(Decision::Role(_)), _) => Standing::Decided,
            (Some(Decision::NoOccupation), _) | (None, Some(Note::NoOccupation)) => Standing::NoOccupation,
            (Some(Decision::LeftOut), _) => Standing::LeftOut,
            (None, Some(Note::Blank | Note::TooGeneral | Note::Date(_) | Note::UnknownCode)) => Standing::Open,
            (None, _) if self.coding.clear().is_some() => Standing::Sure,
            (None, _) if self.first().is_some() => Standing::Doubtful,
            (None, _) => Standing::Open,
        }
    }

    /// The role that its people are counted in.
    pub fn role(&self) -> Option<RoleId> {
        match self.decision {
            Some(Decision::Role(role)) => Some(role),
            _ => self.first().filter(|_| self.standing().has_role()).map(|first| first.role),
        }
    }

    /// How probable it is that the SOC code of its role is right, 0 to 1; 1 once the user has decided, 0 without a role.
    pub fn confidence(&self) -> f32 {
        match self.standing() {
            Standing::Decided => 1.0,
            standing if standing.has_role() => self.first().map_or(0.0, |first| first.confidence),
            _ => 0.0,
        }
    }

    /// How many of its people are likely to stand in a wrong role or in none; nobody once it is decided, and of an empty
    /// cell, on which there is little to decide.
    pub fn doubt(&self) -> f64 {
        match self.standing() {
            _ if self.text.is_empty() && self.code.is_empty() => 0.0,
            Standing::Sure | Standing::Doubtful | Standing::Open => self.people * f64::from(1.0 - self.confidence()),
            Standing::Decided | Standing::NoOccupation | Standing::LeftOut => 0.0,
        }
    }
}
