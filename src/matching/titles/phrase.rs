//! A title among words: where it begins and ends, without what stands around it.

use std::ops::Range;

use super::lists::{BEFORE, LINKS, ORGANISATIONS, STOPS, TERMS};
use super::words::{Gap, Words};

/// A title found among words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words.
    pub words: Range<usize>,
    /// The same with what follows and tells it more exactly: a bracket, a field behind a dash or a comma.
    pub wide: Option<Range<usize>>,
    /// Whether other words stand before it in its line.
    pub is_later: bool,
}

/// The most words of a title.
const LONGEST: usize = 8;

impl Words<'_> {
    /// The first title among the words of a line.
    pub fn title_of_line(&self, line: Range<usize>) -> Option<Phrase> {
        let pieces = self.pieces(line.clone());
        let mut depth = false;
        for (place, piece) in pieces.iter().enumerate() {
            depth = match self.gap(piece.start) {
                Gap::Open => true,
                Gap::Space | Gap::Slash => depth,
                _ => false,
            };
            if depth && place > 0 {
                continue;
            }
            let Some(words) = self.title_of_piece(piece.clone()) else { continue };
            let wide = self.widened(&words, piece, pieces.get(place + 1));
            return Some(Phrase { is_later: place > 0, words, wide });
        }
        None
    }

    /// All titles among the words of a line, brackets left out.
    pub fn titles_of_line(&self, line: Range<usize>) -> Vec<Range<usize>> {
        let pieces = self.pieces(line);
        pieces
            .into_iter()
            .filter(|piece| self.gap(piece.start) != Gap::Open)
            .filter_map(|piece| self.title_of_piece(piece))
            .collect()
    }

    /// Words between marks.
    fn pieces(&self, line: Range<usize>) -> Vec<Range<usize>> {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for at in line.clone() {
            match pieces.last_mut() {
                Some(piece) if matches!(self.gap(at), Gap::Space | Gap::Slash) => piece.end = at + 1,
                _ => pieces.push(at..at + 1),
            }
        }
        pieces
    }

    /// The title in a piece of a line: up to the last word of its first part that says what somebody is.
    fn title_of_piece(&self, piece: Range<usize>) -> Option<Range<usize>> {
        let is_link = |at: &usize| *at > piece.start && LINKS.contains(&self.small(*at));
        let end = piece.clone().find(is_link).unwrap_or(piece.end);
        let head = (piece.start..end).rev().find(|at| self.is_head(*at))?;
        let behind = head + 1..end;
        // `Cook County Hospital`, `Nurse Staffing`: whose name it is, not what somebody is.
        if behind
            .clone()
            .any(|at| ORGANISATIONS.contains(&self.small(at)) || self.small(at).len() > 3 && !self.is_term(at))
            && !self.is_head_before_more(head, &behind)
        {
            return None;
        }
        let words = self.begun(piece.start, head);
        (!words.is_empty()).then_some(words)
    }

    /// Whether what follows a head tells what somebody is it of: `Director Nursing`.
    fn is_head_before_more(&self, head: usize, behind: &Range<usize>) -> bool {
        behind.len() <= 5
            && !behind.clone().any(|at| ORGANISATIONS.contains(&self.small(at)))
            && behind
                .clone()
                .all(|at| self.use_of(self.small(at)).titles > 0 || self.small(at).len() <= 3 || self.is_term(at))
            && self.use_of(self.small(head)).says_what > 500
    }

    fn is_term(&self, at: usize) -> bool {
        let small = self.small(at);
        TERMS.contains(&small) || small.chars().any(|letter| letter.is_ascii_digit())
    }

    /// The title that ends with a head: from the first word that belongs to it.
    pub fn begun(&self, first: usize, head: usize) -> Range<usize> {
        let mut start = head;
        let is_title_case = self.is_capital(head);
        while start > first && head + 1 - start < LONGEST {
            let before = start - 1;
            let small = self.small(before);
            let gap = self.gap(start);
            let is_joint = matches!(small, "and" | "of" | "&") && before > first;
            let stays = matches!(gap, Gap::Space | Gap::Slash)
                && (is_joint
                    || !BEFORE.contains(&small)
                        && !small.starts_with(|c: char| c.is_ascii_digit())
                        && (!is_title_case || self.is_capital(before))
                        && (self.use_of(small).titles > 0 || self.is_capital(before) && is_title_case));
            if !stays {
                break;
            }
            start = before;
        }
        while start < head && (BEFORE.contains(&self.small(start)) || matches!(self.small(start), "and" | "of")) {
            start += 1;
        }
        start..head + 1
    }

    /// A title with what tells it more exactly.
    fn widened(&self, words: &Range<usize>, piece: &Range<usize>, next: Option<&Range<usize>>) -> Option<Range<usize>> {
        if words.end < piece.end {
            if self.small(words.end) != "of" && LINKS.contains(&self.small(words.end)) {
                return None;
            }
            // `Director of Facilities`, `Supervisor Grounds`
            let end = (words.end..piece.end.min(words.end + 6))
                .find(|at| {
                    matches!(self.small(*at), "in" | "at" | "with" | "who" | "that" | "needed" | "wanted" | "job")
                })
                .unwrap_or(piece.end.min(words.end + 6));
            return (end > words.end && !self.is_term(end - 1)).then_some(words.start..end);
        }
        let next = next.filter(|next| next.len() <= 5)?;
        let gap = self.gap(next.start);
        let is_noise = next.clone().any(|at| {
            self.is_term(at)
                || ORGANISATIONS.contains(&self.small(at))
                || self.said(at..at + 1) == self.small(at).to_uppercase() && self.small(at).len() == 2
        });
        // A word that no title has is rather a name.
        let mut told = next.clone().filter(|at| self.small(*at).len() > 3).peekable();
        let is_known = told.peek().is_some() && told.all(|at| self.use_of(self.small(at)).titles > 0);
        (matches!(gap, Gap::Open | Gap::Mark | Gap::Comma) && !is_noise && is_known).then_some(words.start..next.end)
    }

    /// The title that follows a word, in a sentence: up to the last word before `stop` that says what somebody is.
    pub fn title_after(&self, from: usize) -> Option<Phrase> {
        let mut at = from;
        let mut start = from;
        let mut found: Option<usize> = None;
        while at < self.all.len() && at < from + 12 {
            let gap = self.gap(at);
            if at > from && gap > Gap::Comma {
                break;
            }
            if at > from && gap == Gap::Comma {
                if found.is_some() {
                    break;
                }
                start = at;
            }
            // `serves as the backup office manager`
            if matches!(self.small(at), "backup" | "back-up") {
                return None;
            }
            if at > start && STOPS.contains(&self.small(at)) {
                if found.is_none() && matches!(self.small(at), "and" | "or") {
                    start = at + 1;
                    at += 1;
                    continue;
                }
                break;
            }
            if self.is_head(at) {
                found = Some(at);
            } else if found.is_some() && self.use_of(self.small(at)).titles == 0 {
                break;
            }
            at += 1;
        }
        let head = found?;
        let words = self.begun(start, head);
        if words.is_empty() {
            return None;
        }
        let wide = (self.small(head + 1) == "of" && self.gap(head + 1) == Gap::Space)
            .then(|| {
                let end = (head + 2..(head + 7).min(self.all.len()))
                    .find(|at| self.gap(*at) != Gap::Space || STOPS.contains(&self.small(*at)))
                    .unwrap_or((head + 7).min(self.all.len()));
                (end > head + 2).then_some(words.start..end)
            })
            .flatten()
            .or_else(|| self.bracketed(&words));
        Some(Phrase { words, wide, is_later: false })
    }

    fn bracketed(&self, words: &Range<usize>) -> Option<Range<usize>> {
        (self.gap(words.end) == Gap::Open).then(|| {
            let line = self.line_end(words.end);
            let end = (words.end + 1..line.min(words.end + 5)).find(|at| self.gap(*at) != Gap::Space);
            self.widened(words, words, Some(&(words.end..end.unwrap_or(words.end + 1))))
        })?
    }
}
