//! Completing the word at the cursor: what is offered, and which offer stands in the query.

use std::ops::Range;

use crate::app::query_box::QueryBox;
use crate::catalog::Catalog;
use crate::search::language::{Completion, Offer, Parsed, complete};

/// What the word at the cursor may be completed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completing {
    completion: Option<Completion>,
    /// The offer that stands in the query.
    taken: Option<usize>,
}

impl Completing {
    /// What the word before the cursor may become.
    pub fn of(query: &QueryBox, parsed: &Parsed, catalog: &Catalog<'_>) -> Self {
        Self { completion: complete(query.text(), query.cursor(), parsed, catalog), taken: None }
    }

    pub fn offers(&self) -> &[Offer] {
        self.completion.as_ref().map_or(&[], |completion| &completion.offers)
    }

    /// The offer that stands in the query.
    pub const fn taken_offer(&self) -> Option<usize> {
        self.taken
    }

    /// Whether there is something to put in: an offer, or the next of several.
    pub fn can_go_on(&self) -> bool {
        self.offers().len() > usize::from(self.taken.is_some())
    }

    /// What the next offer replaces, and its text.
    pub fn take_next(&mut self) -> Option<(Range<usize>, String)> {
        let completion = self.completion.as_ref()?;
        let at = self.taken.map_or(0, |taken| (taken + 1) % completion.offers.len().max(1));
        let text = completion.offers.get(at)?.text.clone();
        self.taken = Some(at);
        Some((completion.span.clone(), text))
    }

    /// The same, now that an offer of `length` bytes stands in the query.
    pub fn taken(mut self, length: usize) -> Self {
        if let Some(completion) = &mut self.completion {
            completion.span.end = completion.span.start + length;
        }
        self
    }

    /// What the first offer adds behind what is typed.
    pub fn ghost<'a>(&'a self, text: &str) -> Option<&'a str> {
        let completion = self.completion.as_ref().filter(|_| self.taken.is_none())?;
        let typed = text.get(completion.span.clone())?;
        let offer = &completion.offers.first()?.text;
        let front = offer.get(..typed.len())?;
        (completion.span.end == text.len() && front.eq_ignore_ascii_case(typed)).then(|| offer.get(typed.len()..))?
    }
}
