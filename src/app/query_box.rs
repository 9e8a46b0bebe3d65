//! The line that a query is typed into: beside the text box the only place that names the text area type.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use tui_textarea::{CursorMove, TextArea};

/// The longest query, in characters: a longer paste is cut.
pub const LONGEST: usize = 400;
/// The longest path, in characters.
const LONGEST_PATH: usize = 4096;

/// A change of the text, or of the cursor in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Takes the letter before the cursor away, or what is selected.
    Backspace,
    /// Takes the letter under the cursor away, or what is selected.
    Delete,
    /// Takes the word before the cursor away.
    DeleteWord,
    DeleteToStart,
    /// Takes everything from the cursor on away.
    DeleteToEnd,
    Left,
    Right,
    WordLeft,
    WordRight,
    Start,
    End,
    Undo,
    /// Does again what was undone.
    Redo,
}

/// One line of text with a cursor.
#[derive(Clone, Debug)]
pub struct QueryBox {
    area: TextArea<'static>,
    longest: usize,
}

impl Default for QueryBox {
    fn default() -> Self {
        Self::new()
    }
}

impl QueryBox {
    /// An empty line that has the keys.
    pub fn new() -> Self {
        let mut area = TextArea::default();
        // No colour of its own: the look decides, and without colour reverse must do.
        area.set_cursor_line_style(Style::new());
        area.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
        Self { area, longest: LONGEST }
    }

    /// An empty line for the path of a file.
    pub fn for_a_path() -> Self {
        Self { longest: LONGEST_PATH, ..Self::new() }
    }

    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Whether nothing but spaces is there.
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Shows the cursor, or hides it where the keys go elsewhere.
    pub fn set_focused(&mut self, focused: bool) {
        let style = if focused { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        self.area.set_cursor_style(style);
        if !focused {
            self.area.cancel_selection();
        }
    }

    /// Selects everything, so that the next letter starts afresh.
    pub fn select_all(&mut self) {
        if !self.text().is_empty() {
            self.area.select_all();
        }
    }

    pub fn clear(&mut self) {
        self.area.clear();
    }

    /// Puts text in at the cursor: what breaks lines becomes a space, other controls go, what is too long is cut.
    pub fn insert(&mut self, text: &str) {
        if self.area.is_selecting() {
            self.area.delete_char();
        }
        let room = self.longest.saturating_sub(self.text().chars().count());
        let line: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .take(room)
            .collect();
        self.area.insert_str(line);
    }

    pub fn edit(&mut self, edit: Edit) {
        let area = &mut self.area;
        if !matches!(edit, Edit::Backspace | Edit::Delete) {
            area.cancel_selection();
        }
        match edit {
            Edit::Backspace => drop(area.delete_char()),
            Edit::Delete => drop(area.delete_next_char()),
            Edit::DeleteWord => drop(area.delete_word()),
            Edit::DeleteToStart => drop(area.delete_line_by_head()),
            Edit::DeleteToEnd => drop(area.delete_line_by_end()),
            Edit::Undo => drop(area.undo()),
            Edit::Redo => drop(area.redo()),
            Edit::Left => area.move_cursor(CursorMove::Back),
            Edit::Right => area.move_cursor(CursorMove::Forward),
            Edit::WordLeft => area.move_cursor(CursorMove::WordBack),
            Edit::WordRight => area.move_cursor(CursorMove::WordForward),
            Edit::Start => area.move_cursor(CursorMove::Head),
            Edit::End => area.move_cursor(CursorMove::End),
        }
    }

    /// The byte of the text at which the cursor stands.
    pub fn cursor(&self) -> usize {
        let column = self.area.cursor().1;
        self.text().char_indices().nth(column).map_or(self.text().len(), |(at, _)| at)
    }

    /// Puts a text in the place of some bytes; the cursor stands behind it.
    pub fn replace(&mut self, span: Range<usize>, with: &str) {
        let letters = |range: Range<usize>| self.text().get(range).map_or(0, |text| text.chars().count());
        let (start, count) = (letters(0..span.start), letters(span));
        self.area.cancel_selection();
        self.area.move_cursor(CursorMove::Jump(0, u16::try_from(start).unwrap_or(u16::MAX)));
        self.area.delete_str(count);
        self.insert(with);
    }

    /// How many cells of the text are scrolled out of sight on the left, since it was last drawn.
    pub fn scrolled(&self) -> u16 {
        self.area.scroll_offset().1
    }

    /// What to draw.
    pub fn widget(&self) -> impl Widget + '_ {
        &self.area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_stays_on_one_line() {
        let mut query = QueryBox::new();
        query.insert("pen\r\ntester\u{7}");
        assert_eq!(query.text(), "pen  tester");
        query.insert(&"x".repeat(1000));
        assert_eq!(query.text().chars().count(), LONGEST);
    }

    #[test]
    fn a_part_is_replaced_and_the_cursor_stands_behind_it() {
        let mut query = QueryBox::new();
        query.insert("é pya:>3 x");
        query.replace(3..9, "pay:>3");
        assert_eq!((query.text(), query.cursor()), ("é pay:>3 x", 9));
        query.edit(Edit::Start);
        assert_eq!(query.cursor(), 0);
        query.replace(0..2, "");
        assert_eq!(query.text(), " pay:>3 x");
    }

    #[test]
    fn the_next_letter_after_select_all_starts_afresh() {
        let mut query = QueryBox::new();
        query.insert("welder");
        query.select_all();
        query.insert("n");
        assert_eq!(query.text(), "n");
        query.insert("urse aide");
        query.edit(Edit::DeleteWord);
        assert_eq!(query.text(), "nurse ");
        query.edit(Edit::DeleteToStart);
        assert!(query.is_blank());
    }
}
