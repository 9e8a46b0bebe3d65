//! What kind of text it is.

use super::sentences::Piece;

/// What kind of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Of an employer: an advertisement, a notice.
    #[default]
    Advertisement,
    /// Of an applicant: what was done in the jobs held.
    Cv,
    /// Duties and nothing around them.
    Duties,
}

impl Form {
    /// What it is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Advertisement => "job advertisement",
            Self::Cv => "CV",
            Self::Duties => "list of duties",
        }
    }

    /// Its stable key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Advertisement => "advertisement",
            Self::Cv => "cv",
            Self::Duties => "duties",
        }
    }

    /// Tells it from the text.
    pub fn of(letters: &str, pieces: &[Piece]) -> Self {
        let small = letters.to_lowercase();
        let signs = [
            "resume of",
            "curriculum vitae",
            "work experience",
            "professional experience",
            "employment history",
            "present",
            "references available",
        ];
        let signs = signs.iter().filter(|sign| small.contains(**sign)).count();
        match signs {
            2.. => Self::Cv,
            _ if pieces.len() < 2 => Self::Duties,
            _ => Self::Advertisement,
        }
    }
}
