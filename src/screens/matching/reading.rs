//! From the text as it is typed to what it says, in steps of some milliseconds.

use super::{Focus, MatchView, Summary, rows};
use crate::app::reload::Change;
use crate::catalog::grouped;
use crate::matching::{Matched, Reader, Text, words};
use crate::search::Engine;

/// So many sentences are read in a step, less than a millisecond: before each, all sentences are looked through.
const A_STEP: usize = 32;
/// After so many sentences it is told for the first time what they say.
const FIRST: usize = 24;

impl Summary {
    fn of(text: &Text) -> Self {
        let kinds = words::left_out(text).into_iter();
        let kinds: Vec<String> =
            kinds.map(|kind| format!("{} {}", kind.holds.word(), grouped(kind.words as u64))).collect();
        let left_out = match kinds.as_slice() {
            [] => "Nothing is left out.".to_owned(),
            kinds => format!("Left out, in words: {}.", kinds.join(", ")),
        };
        Self { words: text.words(), read_as: words::read_as(text), left_out }
    }
}

impl MatchView {
    /// The text is another now.
    pub(super) const fn is_changed(&mut self) {
        self.is_cut = false;
    }

    /// One step of what is to be done: cuts the text anew, or reads some of its sentences.
    pub(super) fn read_on(&mut self, engine: &Engine) {
        if !self.is_cut {
            return self.cut_anew();
        }
        engine.get_ready_to_read();
        self.is_read = self.reader.go_on(engine, &self.cut, A_STEP);
        self.progress = self.reader.progress(&self.cut);
        if self.is_read || self.progress.0 >= self.next {
            // The more there is, the longer it takes to say what it says together.
            self.next = (self.progress.0 * 2).max(FIRST);
            self.matched = self.reader.matched(engine, &self.cut);
            self.keep_role(engine);
        }
    }

    fn cut_anew(&mut self) {
        let under = self.cut.sentences.get(self.sentence).map(|sentence| self.cut.said(sentence).to_owned());
        self.cut = Text::of(&self.text.text(), &self.chosen);
        self.summary = Summary::of(&self.cut);
        // The walk goes on where it was.
        let is_under = |at: usize| {
            let said = self.cut.sentences.get(at).map(|sentence| self.cut.said(sentence));
            said.is_some() && said == under.as_deref()
        };
        if !is_under(self.sentence) {
            let found = (0..self.cut.sentences.len()).find(|at| is_under(*at));
            self.sentence = found.unwrap_or(self.sentence).min(self.cut.sentences.len().saturating_sub(1));
        }
        (self.is_cut, self.is_read, self.next) = (true, false, FIRST);
        // What was marked stood elsewhere.
        self.marks.clear();
        self.progress = self.reader.progress(&self.cut);
    }

    /// The cursor stays on the role that the user went to, where it is still named.
    fn keep_role(&mut self, engine: &Engine) {
        let kept = self.picked.and_then(|picked| self.matched.roles.iter().position(|near| near.role == picked));
        self.cursor = kept.unwrap_or(0);
        if kept.is_none() {
            self.picked = None;
        }
        self.look_at_role(engine);
    }

    /// Holds the text against the role under the cursor.
    pub(super) fn look_at_role(&mut self, engine: &Engine) {
        let Some(role) = self.near() else {
            (self.profile, self.rows, self.marks) = (None, Vec::new(), Vec::new());
            if self.focus == Focus::Side {
                self.focus = Focus::Roles;
            }
            return;
        };
        self.profile = Some(self.matched.profile(engine, &self.cut, role));
        let ties = self.matched.ties(engine, &self.cut, role);
        self.marks = words::merged(ties.iter().flat_map(|tie| &tie.marked).cloned().collect());
        self.ties = ties;
        self.fill_side(engine);
    }

    /// Makes the rows of the side that is shown.
    pub(super) fn fill_side(&mut self, engine: &Engine) {
        self.rows = rows::of_side(self, engine);
    }

    /// Shows other data: the text is read anew.
    pub(super) fn renew(&mut self, change: Change) {
        self.catalog = change.to;
        self.reader = Reader::default();
        self.picked = self.picked.and_then(|role| change.role(role));
        self.matched = Matched::default();
        (self.profile, self.rows, self.marks, self.ties) = (None, Vec::new(), Vec::new(), Vec::new());
        self.is_cut = false;
    }
}
