//! Which sentences count: walked through, left out and taken in.

use super::MatchView;
use crate::app::Step;
use crate::matching::Sentence;

/// So many choices can be taken back.
const REMEMBERED: usize = 100;

impl MatchView {
    /// The sentence of the walk.
    pub fn walked(&self) -> Option<&Sentence> {
        self.cut.sentences.get(self.sentence)
    }

    /// Leaves the sentence out, or takes it in; the same sentence elsewhere in the text goes with it.
    pub(super) fn turn_sentence(&mut self) {
        let Some(sentence) = self.walked() else { return };
        let (said, counts, told) = (self.cut.said(sentence).to_owned(), !sentence.counts, sentence.holds.is_work());
        self.remember();
        if counts == told {
            self.chosen.forget(&said);
        } else {
            self.chosen.choose(&said, counts);
        }
        self.is_changed();
    }

    fn remember(&mut self) {
        if self.before.len() >= REMEMBERED {
            self.before.remove(0);
        }
        self.before.push(self.chosen.clone());
    }

    /// Whether a choice can be taken back.
    pub const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub(super) fn undo_choice(&mut self) {
        if let Some(before) = self.before.pop() {
            self.chosen = before;
            self.is_changed();
        }
    }

    pub(super) fn forget_choices(&mut self) {
        self.remember();
        self.chosen = crate::matching::Chosen::default();
        self.is_changed();
    }

    /// The sentences that are walked.
    pub fn walk(&self) -> Vec<usize> {
        let sentences = self.cut.sentences.iter().enumerate();
        // The one under the cursor stays until the cursor leaves it.
        let is_shown =
            |(at, sentence): &(usize, &Sentence)| !self.only_left_out || !sentence.counts || *at == self.sentence;
        sentences.filter(is_shown).map(|(at, _)| at).collect()
    }

    pub(super) fn walk_on(&mut self, step: Step, page: usize) {
        let walk = self.walk();
        let at = walk.partition_point(|sentence| *sentence < self.sentence);
        if let Some(sentence) = walk.get(step.from(at, walk.len(), page)) {
            self.sentence = *sentence;
        }
    }

    /// Begins the walk at the cursor of the text.
    pub(super) fn start_walk(&mut self) {
        let cursor = self.text.cursor();
        let before = self.cut.sentences.partition_point(|sentence| sentence.range.end < cursor);
        self.sentence = before.min(self.cut.sentences.len().saturating_sub(1));
    }

    /// The cursor of the text goes where the walk has come to.
    pub(super) fn end_walk(&mut self) {
        if let Some(start) = self.walked().map(|sentence| sentence.range.start).filter(|_| self.is_cut) {
            self.text.go_to(start);
        }
    }
}
