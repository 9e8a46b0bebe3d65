//! A text of many lines with a cursor: typed, pasted, taken back. Beside the query box the only place that names the text
//! area type.

mod clean;
mod rows;
#[cfg(test)]
mod tests;

use tui_textarea::{CursorMove, TextArea};

use super::query_box::Edit;
pub use rows::{Row, Rows};

/// The longest text, in bytes: a longer paste is cut.
pub const LONGEST: usize = crate::matching::LONGEST;
/// So many changes can be taken back; a letter is one.
const REMEMBERED: usize = 4_000;

/// A text with a cursor, in the rows in which it is seen.
#[derive(Clone, Debug)]
pub struct TextBox {
    area: TextArea<'static>,
    /// How many changes of the area each step back takes: a word is typed as one.
    done: Vec<usize>,
    undone: Vec<usize>,
    /// Whether the next letter belongs to the last step.
    is_in_word: bool,
    rows: Rows,
    /// The cell that the cursor keeps to while it goes up and down.
    wish: Option<usize>,
}

impl Default for TextBox {
    fn default() -> Self {
        let mut area = TextArea::default();
        area.set_max_histories(REMEMBERED);
        let rows = Rows::of(area.lines(), usize::MAX);
        Self { area, done: Vec::new(), undone: Vec::new(), is_in_word: false, rows, wish: None }
    }
}

impl TextBox {
    /// The whole text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Its length in bytes.
    fn len(&self) -> usize {
        self.rows.start_of(self.area.lines().len().saturating_sub(1)) + self.area.lines().last().map_or(0, String::len)
    }

    /// The rows in which it is seen.
    pub const fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The letters of a row.
    pub fn row_text(&self, row: Row) -> &str {
        self.area.lines().get(row.line).and_then(|line| line.get(row.from..row.to)).unwrap_or_default()
    }

    /// Lays it out in rows of so many cells.
    pub fn lay_out(&mut self, cells: usize) {
        if self.rows.cells() != cells {
            self.rows = Rows::of(self.area.lines(), cells);
        }
    }

    /// Whether all of it is selected.
    pub fn is_selected(&self) -> bool {
        self.area.is_selecting()
    }

    /// Selects all of it, so that the next letter starts afresh.
    pub fn select_all(&mut self) {
        if !self.is_empty() {
            self.area.select_all();
        }
    }

    /// Takes all of it away, in one step that can be taken back.
    pub fn clear(&mut self) {
        self.change(|area| usize::from(area.clear()));
    }

    /// Changes it, by so many changes of the area, as one step.
    fn change(&mut self, how: impl FnOnce(&mut TextArea<'static>) -> usize) -> bool {
        let changes = how(&mut self.area);
        if changes > 0 {
            match self.done.last_mut().filter(|_| self.is_in_word) {
                Some(last) => *last += changes,
                None => self.done.push(changes),
            }
            self.undone.clear();
            self.lay_out_again();
        }
        self.is_in_word = false;
        changes > 0
    }

    fn lay_out_again(&mut self) {
        self.wish = None;
        self.rows = Rows::of(self.area.lines(), self.rows.cells());
    }

    /// Puts text in at the cursor, in the place of what is selected. Lines stay lines; controls and what turns the direction
    /// of letters go. Whether all of it found room.
    pub fn insert(&mut self, text: &str) -> bool {
        let left = if self.is_selected() { LONGEST } else { LONGEST.saturating_sub(self.len()) };
        let (clean, is_whole) = clean::cleaned(text, left);
        let is_letter = clean.chars().nth(1).is_none() && clean != "\n" && !self.is_selected();
        self.is_in_word &= is_letter;
        self.change(|area| {
            let replaced = area.is_selecting() && area.delete_char();
            usize::from(replaced) + usize::from(area.insert_str(&clean))
        });
        self.is_in_word = is_letter && !clean.ends_with(char::is_whitespace);
        is_whole
    }

    /// Changes it, or moves the cursor by letters and words; whether the text is another now.
    pub fn edit(&mut self, edit: Edit) -> bool {
        if !matches!(edit, Edit::Backspace | Edit::Delete) {
            self.area.cancel_selection();
        }
        self.wish = None;
        match edit {
            Edit::Undo => return self.undo(),
            Edit::Redo => return self.redo(),
            Edit::Backspace => return self.change(|area| usize::from(area.delete_char())),
            Edit::Delete => return self.change(|area| usize::from(area.delete_next_char())),
            Edit::DeleteWord => return self.change(|area| usize::from(area.delete_word())),
            Edit::DeleteToStart => return self.change(|area| usize::from(area.delete_line_by_head())),
            Edit::DeleteToEnd => return self.change(|area| usize::from(area.delete_line_by_end())),
            Edit::Left => self.area.move_cursor(CursorMove::Back),
            Edit::Right => self.area.move_cursor(CursorMove::Forward),
            Edit::WordLeft => self.area.move_cursor(CursorMove::WordBack),
            Edit::WordRight => self.area.move_cursor(CursorMove::WordForward),
            Edit::Start => self.go_to_end_of_row(false),
            Edit::End => self.go_to_end_of_row(true),
        }
        self.is_in_word = false;
        false
    }

    fn undo(&mut self) -> bool {
        let Some(changes) = self.done.pop() else { return false };
        let undone = (0..changes).take_while(|_| self.area.undo()).count();
        self.undone.push(undone);
        self.is_in_word = false;
        self.lay_out_again();
        undone > 0
    }

    fn redo(&mut self) -> bool {
        let Some(changes) = self.undone.pop() else { return false };
        let redone = (0..changes).take_while(|_| self.area.redo()).count();
        self.done.push(redone);
        self.is_in_word = false;
        self.lay_out_again();
        redone > 0
    }

    /// To the start or the end of the row that is seen; from there, of its line.
    fn go_to_end_of_row(&mut self, forward: bool) {
        let cursor = self.cursor();
        let Some(row) = self.rows.get(self.rows.row_of(cursor)) else { return };
        let start = self.rows.start_of(row.line);
        // Behind the last letter of a row that goes on stands the first of the next one.
        let end = start + row.from + self.row_text(row).trim_end().len();
        let line = self.area.lines().get(row.line).map_or(0, String::len);
        let wanted = match forward {
            true if cursor < end => end,
            true => start + line,
            false if cursor > start + row.from => start + row.from,
            false => start,
        };
        self.go_to(wanted);
    }

    /// The byte of the text at which the cursor stands.
    pub fn cursor(&self) -> usize {
        let (line, column) = (self.area.cursor().0, self.area.cursor().1);
        let letters = self.area.lines().get(line).map_or("", String::as_str);
        let at = letters.char_indices().nth(column).map_or(letters.len(), |(at, _)| at);
        self.rows.start_of(line) + at
    }

    /// Puts the cursor at a byte of the text.
    pub fn go_to(&mut self, byte: usize) {
        let line = self.rows.line_of(byte);
        let letters = self.area.lines().get(line).map_or("", String::as_str);
        let at = letters.floor_char_boundary(byte.saturating_sub(self.rows.start_of(line)));
        let column = letters.get(..at).map_or(0, |before| before.chars().count());
        let number = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        self.area.cancel_selection();
        self.area.move_cursor(CursorMove::Jump(number(line), number(column)));
        self.is_in_word = false;
    }

    /// Moves the cursor to another row, to the cell that it keeps to.
    pub fn go_to_row(&mut self, row: usize) {
        let here = self.rows.row_of(self.cursor());
        let wish = self.wish.unwrap_or_else(|| {
            let row = self.rows.get(here);
            let before = row.map_or(0, |row| self.cursor().saturating_sub(self.rows.start_of(row.line) + row.from));
            row.and_then(|row| self.row_text(row).get(..before)).map_or(0, rows::cells_of)
        });
        let Some(wanted) = self.rows.get(row.min(self.rows.len().saturating_sub(1))) else { return };
        let letters = self.row_text(wanted);
        let is_last = self.area.lines().get(wanted.line).is_none_or(|line| wanted.to == line.len());
        // The end of a row that goes on is the start of the next one.
        let most = if is_last { letters.len() } else { letters.char_indices().next_back().map_or(0, |(at, _)| at) };
        let at = rows::byte_at(letters, wish).min(most);
        self.go_to(self.rows.start_of(wanted.line) + wanted.from + at);
        self.wish = Some(wish);
    }
}
