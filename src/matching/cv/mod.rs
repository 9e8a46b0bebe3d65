//! The jobs of a CV.

use super::found::Matched;
use super::text::{Form, Holds, Text};
use crate::catalog::RoleId;

/// A job that a CV names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The sentence with its title.
    pub sentence: usize,
    /// The sentences that tell of it.
    pub told: std::ops::Range<usize>,
}

/// The last job of a CV.
#[derive(Clone, Debug, PartialEq)]
pub struct LastTitle {
    /// As the CV has it.
    pub title: String,
    /// The role that it most likely is.
    pub role: RoleId,
    /// How probable that is.
    pub confidence: f32,
}

impl Text {
    /// The jobs held, as the CV has them: most begin with the last. None in another kind of text.
    pub fn held(&self) -> Vec<Held> {
        if self.form != Form::Cv {
            return Vec::new();
        }
        let titles: Vec<usize> = (0..)
            .zip(&self.sentences)
            .filter(|(_, sentence)| sentence.holds == Holds::Title)
            .map(|(at, _)| at)
            .collect();
        let ends = titles.iter().skip(1).copied().chain([self.sentences.len()]);
        titles.iter().zip(ends).map(|(title, end)| Held { sentence: *title, told: title + 1..end }).collect()
    }
}

impl Matched {
    /// The last title held; none where the text is no CV or names none.
    pub fn last_title(&self, text: &Text) -> Option<LastTitle> {
        if text.form != Form::Cv {
            return None;
        }
        let title = self.titles.first()?;
        let first = title.coding.candidates.first()?;
        Some(LastTitle { title: title.title.clone(), role: first.role, confidence: first.confidence })
    }
}
