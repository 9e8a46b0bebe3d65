//! Texts into cells: cut, wrapped, with matched letters marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::look::Look;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

impl Look {
    /// The text in at most `cells` cells, with a mark at its end where something had to go.
    pub fn cut(self, text: &str, cells: usize) -> String {
        if text.width() <= cells {
            return text.to_owned();
        }
        let more = self.glyphs.more;
        if more.width() > cells {
            return String::new();
        }
        let end = end_within(text, cells - more.width());
        format!("{}{more}", text.get(..end).unwrap_or_default().trim_end())
    }

    /// The text in lines of at most `cells` cells, broken between words; at most `most` lines, the last one cut.
    pub fn wrap(self, text: &str, cells: usize, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        if cells == 0 || most == 0 {
            return lines;
        }
        let mut rest = text.trim();
        while !rest.is_empty() {
            if lines.len() + 1 == most {
                lines.push(self.cut(rest, cells));
                break;
            }
            let hard = end_within(rest, cells);
            let end = if hard == rest.len() || rest.get(hard..).is_some_and(|rest| rest.starts_with(' ')) {
                hard
            } else {
                rest.get(..hard).and_then(|line| line.rfind(' ')).filter(|at| *at > 0).unwrap_or(hard)
            };
            // A letter wider than the line still has to go somewhere.
            let end = if end == 0 { rest.chars().next().map_or(rest.len(), char::len_utf8) } else { end };
            let (line, tail) = rest.split_at(end);
            lines.push(line.trim_end().to_owned());
            rest = tail.trim_start();
        }
        lines
    }

    /// A text in exactly `cells` cells.
    pub fn padded(self, text: &str, cells: usize) -> String {
        let mut text = self.cut(text, cells);
        text.extend(std::iter::repeat_n(' ', cells.saturating_sub(text.width())));
        text
    }

    /// A text in exactly `cells` cells, its start padded: for figures.
    pub fn to_the_right(self, text: &str, cells: usize) -> String {
        let text = self.cut(text, cells);
        format!("{}{text}", " ".repeat(cells.saturating_sub(text.width())))
    }

    /// A paragraph in lines of at most `cells` cells; one empty line for an empty text.
    pub fn wrapped(self, text: &str, cells: usize) -> Vec<String> {
        let lines = self.wrap(text, cells, usize::MAX);
        if lines.is_empty() { vec![String::new()] } else { lines }
    }

    /// The text in at most `cells` cells, with the letters in `marks` in another style; where the first mark lies beyond the
    /// edge, the start of the text gives way to it.
    pub fn marked<'t>(
        self,
        text: &'t str,
        marks: &[Range<usize>],
        cells: usize,
        (plain, strong): (Style, Style),
    ) -> Vec<Span<'t>> {
        let more = self.glyphs.more;
        let start = start_for(text, marks, cells, more);
        let mut spans = Vec::new();
        let mut room = cells;
        if start > 0 {
            spans.push(Span::styled(more, plain));
            room = room.saturating_sub(more.width());
        }
        let shown = text.get(start..).unwrap_or_default();
        let whole = shown.width() <= room;
        let end = start + if whole { shown.len() } else { end_within(shown, room.saturating_sub(more.width())) };
        let mut at = start;
        let mut push = |from: usize, to: usize, style: Style| {
            if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
                spans.push(Span::styled(part, style));
            }
        };
        for mark in marks {
            let (from, to) = (mark.start.clamp(at, end), mark.end.clamp(at, end));
            // A mark that cuts a letter in two marks nothing: better plain than lost.
            if from < to && text.is_char_boundary(from) && text.is_char_boundary(to) {
                push(at, from, plain);
                push(from, to, strong);
                at = to;
            }
        }
        push(at, end, plain);
        if !whole && room >= more.width() {
            spans.push(Span::styled(more, plain));
        }
        spans
    }
}

/// The start of the text, as much as `cells` cells hold.
pub fn start(text: &str, cells: usize) -> &str {
    text.get(..end_within(text, cells)).unwrap_or_default().trim_end()
}

/// The byte at which the text has filled `cells` cells.
fn end_within(text: &str, cells: usize) -> usize {
    let mut used = 0;
    for (at, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > cells {
            return at;
        }
    }
    text.len()
}

fn start_for(text: &str, marks: &[Range<usize>], cells: usize, more: &str) -> usize {
    let Some(first) = marks.first() else { return 0 };
    let needed = text.get(..first.end).map_or(0, UnicodeWidthStr::width) + more.width();
    if text.width() <= cells || needed <= cells {
        return 0;
    }
    let lead = text.get(..first.start).unwrap_or_default();
    // A few words before the mark say what it is about.
    let back = cells / 3;
    let mut used = 0;
    let mut start = first.start;
    for (at, letter) in lead.char_indices().rev() {
        used += letter.width().unwrap_or(0);
        if used > back {
            break;
        }
        if letter == ' ' {
            start = at + 1;
        }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::look::UNICODE;

    const LOOK: Look = Look { colour: true, glyphs: UNICODE };

    #[test]
    fn what_is_too_long_is_cut_by_cells() {
        assert_eq!(LOOK.cut("welder", 6), "welder");
        assert_eq!(LOOK.cut("welders", 6), "welde…");
        assert_eq!(LOOK.cut("漢字漢字", 5), "漢字…");
        assert_eq!(LOOK.cut("welder", 0), "");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(LOOK.wrap("look for ways into a network", 9, 9), ["look for", "ways into", "a network"]);
        assert_eq!(LOOK.wrap("look for ways into a network", 9, 2), ["look for", "ways int…"]);
        assert_eq!(LOOK.wrap("incomprehensible", 6, 9), ["incomp", "rehens", "ible"]);
        assert!(LOOK.wrap("word", 0, 9).is_empty());
    }

    #[test]
    fn texts_fit_their_cells() {
        let look = Look::default();
        assert_eq!(look.cut("Penetration Testers", 8), "Penetra…");
        assert_eq!(look.cut("日本語", 4), "日…");
        assert_eq!(look.padded("ab", 4), "ab  ");
        assert_eq!(look.to_the_right("ab", 4), "  ab");
        for width in 0..12 {
            assert_eq!(look.padded("日本語 abc", width).width(), width);
            assert!(look.wrapped("a long-winded paragraph of words", width).iter().all(|line| line.width() <= width));
        }
        assert_eq!(look.wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(look.wrapped("", 7), [""]);
    }

    #[test]
    fn marks_stay_in_view() {
        let style = (Style::new(), Style::new().bold());
        let text = "look for ways into a network before others do";
        let at = text.find("others").unwrap();
        let spans = LOOK.marked(text, std::slice::from_ref(&(at..at + 6)), 20, style);
        let shown: String = spans.iter().map(|span| span.content.as_ref()).collect();
        assert!(shown.contains("others") && width(&shown) <= 20, "{shown}");
        assert!(spans.iter().any(|span| span.content == "others" && span.style == style.1));
        for cells in 0..60 {
            let cells_used: usize = LOOK.marked(text, &[0..4, at..at + 6], cells, style).iter().map(Span::width).sum();
            assert!(cells_used <= cells, "{cells_used} > {cells}");
        }
        let half_a_letter = [std::ops::Range { start: 0, end: 1 }];
        assert_eq!(LOOK.marked("é", &half_a_letter, 5, style).len(), 1);
    }
}
