//! The text: what counts plain, what is left out dim with the reason beside it, what ties it to the role marked.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::text_box::Row;
use crate::matching::{Sentence, Shape};
use crate::screens::matching::as_view::scrolled;
use crate::screens::matching::room::GUTTER;
use crate::screens::matching::{Focus, MatchView};
use crate::ui::{fit, print};

/// What every row needs.
struct Page<'s> {
    view: &'s MatchView,
    scene: &'s Scene<'s>,
    /// The sentence that is looked at.
    looked_at: Option<usize>,
    /// The byte at which letters are typed.
    cursor: Option<usize>,
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let view = scene.view;
    let rows = view.text.rows();
    let cursor = (view.focus == Focus::Typing && view.prompt.is_none()).then(|| view.text.cursor());
    // On a terminal of another size than the text was laid out for, at least the cursor is seen.
    let wanted = cursor.map(|cursor| rows.row_of(cursor)).map(|row| row..row + 1);
    let top = scrolled(view.top, wanted, rows.len(), usize::from(area.height).max(1));
    let page = Page { view, scene, looked_at: view.looked_at(), cursor };
    for (at, row) in (0..area.height).zip(rows.from(top)) {
        print(frame, area, at, page.line(*row, usize::from(area.width)));
    }
}

impl Page<'_> {
    fn line(&self, row: Row, width: usize) -> Line<'static> {
        let start = self.view.text.rows().start_of(row.line) + row.from;
        let letters = self.view.text.row_text(row);
        let range = start..start + letters.len();
        let first = self.first_sentence(range.start);
        let sentences = self.view.cut.sentences.get(first..).unwrap_or_default();
        let margin = usize::from(self.scene.room.margin);
        let cells = width.saturating_sub(usize::from(GUTTER) + margin);
        let mut spans = vec![self.gutter(first, &range), Span::raw(" ")];
        spans.extend(self.letters(letters, start, sentences));
        let used = fit::width(letters.trim_end());
        if let Some((note, style)) = self.note(first, &range) {
            // In the margin, or at the end where the row has room left.
            let room = if margin > 0 { margin - 2 } else { cells.saturating_sub(used + 2) };
            let long = fit::width(note);
            if long <= room || margin > 0 {
                let look = self.scene.look;
                let shown = fit::width(letters);
                let at = if margin > 0 { cells + 1 } else { cells.saturating_sub(long + 1) };
                spans.push(Span::raw(" ".repeat(at.saturating_sub(shown))));
                spans.push(Span::styled(look.cut(note, room), style));
            }
        }
        Line::from(spans)
    }

    /// The first sentence that ends behind a byte.
    fn first_sentence(&self, byte: usize) -> usize {
        self.view.cut.sentences.partition_point(|sentence| sentence.range.end <= byte)
    }

    fn within(&self, first: usize, range: &Range<usize>) -> impl Iterator<Item = (usize, &Sentence)> {
        let end = range.end.max(range.start + 1);
        let sentences = self.view.cut.sentences.iter().enumerate().skip(first);
        sentences.take_while(move |(_, sentence)| sentence.range.start < end)
    }

    /// The mark of the sentence that is looked at, or that nothing of the row counts.
    fn gutter(&self, first: usize, range: &Range<usize>) -> Span<'static> {
        let look = self.scene.look;
        let mut left_out = None;
        for (at, sentence) in self.within(first, range) {
            if self.looked_at == Some(at) {
                return look.cursor(true);
            }
            left_out = Some(left_out.unwrap_or(true) && !sentence.counts);
        }
        if left_out == Some(true) { Span::styled(look.glyphs.empty, look.left_out()) } else { Span::raw(" ") }
    }

    /// Why something on the row is left out, or that the user has taken it in: where a sentence ends.
    fn note(&self, first: usize, range: &Range<usize>) -> Option<(&'static str, Style)> {
        let look = self.scene.look;
        let ends = self.within(first, range).filter(|(_, sentence)| sentence.range.end <= range.end);
        let (_, sentence) = ends.filter(|(_, sentence)| !sentence.counts || sentence.by_user).last()?;
        Some(match (sentence.counts, sentence.by_user) {
            (true, _) => ("taken in by you", look.key()),
            (false, true) => ("left out by you", look.key()),
            (false, false) => (sentence.holds.word(), look.left_out().add_modifier(Modifier::ITALIC)),
        })
    }

    /// The letters of a row, each in its style.
    fn letters(&self, letters: &str, start: usize, sentences: &[Sentence]) -> Vec<Span<'static>> {
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut marks = self.marks_from(start);
        let mut sentences = sentences.iter().peekable();
        let mut run = (String::new(), Style::new());
        for (at, letter) in letters.char_indices().map(|(at, letter)| (start + at, letter)) {
            while sentences.next_if(|sentence| sentence.range.end <= at).is_some() {}
            while let Some((_, rest)) = marks.split_first().filter(|(mark, _)| mark.end <= at) {
                marks = rest;
            }
            let sentence = sentences.peek().filter(|sentence| sentence.range.start <= at);
            let is_marked = marks.first().is_some_and(|mark| mark.start <= at);
            let style = self.style(at, sentence.copied(), is_marked);
            if style != run.1 && !run.0.is_empty() {
                spans.push(Span::styled(std::mem::take(&mut run.0), run.1));
            }
            run.1 = style;
            run.0.push(letter);
        }
        spans.extend((!run.0.is_empty()).then(|| Span::styled(run.0, run.1)));
        // Behind the last letter of a line.
        let end = start + letters.len();
        let is_behind =
            self.cursor == Some(end) && self.view.text.rows().row_of(end) == self.view.text.rows().row_of(start);
        if is_behind || (self.view.text.is_selected() && letters.is_empty()) {
            spans.push(Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED)));
        }
        spans
    }

    fn marks_from(&self, start: usize) -> &[Range<usize>] {
        let marks = &self.view.marks;
        marks.get(marks.partition_point(|mark| mark.end <= start)..).unwrap_or_default()
    }

    fn style(&self, at: usize, sentence: Option<&Sentence>, is_marked: bool) -> Style {
        let look = self.scene.look;
        let base = match sentence {
            Some(sentence) if !sentence.counts => look.left_out(),
            Some(sentence) if sentence.shape == Shape::Heading => look.heading(),
            _ => look.plain(),
        };
        let style = if is_marked { base.patch(look.tied()) } else { base };
        let is_reversed = self.view.text.is_selected() || self.cursor == Some(at);
        if is_reversed { style.add_modifier(Modifier::REVERSED) } else { style }
    }
}
