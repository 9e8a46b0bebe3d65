//! What can stand beside the roles.

use crate::matching::Form;

/// A part of what is told of the text beside one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The sentences that tie the text to the role, and what of the role.
    Why,
    /// Each duty with its nearest task.
    Duties,
    /// What the text names.
    Things,
    /// Tasks of the role that it does not mention.
    Missing,
    /// The exposure of the mix.
    Exposure,
    /// For a CV: the roles that it fits, beside the last title held.
    LastTitle,
}

impl Side {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 6] = [Self::Why, Self::Duties, Self::Things, Self::Missing, Self::Exposure, Self::LastTitle];

    /// Those that a text has: a last title has only a CV.
    pub const fn of(form: Form) -> &'static [Self] {
        match form {
            Form::Cv => &Self::ALL,
            _ => Self::ALL.split_at(Self::ALL.len() - 1).0,
        }
    }

    /// Its name, and the same in fewer letters.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Why => ["Why", "Why"],
            Self::Duties => ["Duties", "Duties"],
            Self::Things => ["Tools and skills", "Tools"],
            Self::Missing => ["Not mentioned", "Missing"],
            Self::Exposure => ["Exposure of the mix", "Mix"],
            Self::LastTitle => ["From the last title", "Last"],
        }
    }

    /// Whether exposure stands in it, beside which the frame sentence must stand.
    pub const fn has_exposure(self) -> bool {
        matches!(self, Self::Duties | Self::Missing | Self::Exposure | Self::LastTitle)
    }
}
