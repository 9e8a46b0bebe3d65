//! How the rows and columns of the terminal are shared out.

use super::{Focus, MatchView};

/// Columns from which on text and roles stand side by side.
const WIDE: u16 = 100;
/// Columns from which on the reasons for leaving out have a margin of their own.
const WITH_MARGIN: u16 = 170;
/// Cells of that margin.
pub const MARGIN: u16 = 28;
/// Cells before the text: the mark of the sentence that is looked at, or that it is left out.
pub const GUTTER: u16 = 2;

/// The parts of the screen; those of 0 are not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Rows of what is said above everything.
    pub head: u16,
    /// Columns of the text with all that stands beside it.
    pub text: u16,
    /// Cells of the margin beside it.
    pub margin: u16,
    /// Rows of the text.
    pub text_rows: u16,
    /// Rows below the text that say what the sentence is that is looked at.
    pub said: u16,
    /// Columns of the roles and what stands beside them.
    pub results: u16,
    /// Rows of the roles, with their head.
    pub roles: u16,
    /// Rows of the side, with its head.
    pub side: u16,
}

impl Room {
    /// Of a body of that size, by what has the keys.
    pub fn of(columns: u16, body: u16, focus: Focus) -> Self {
        let is_of_text = matches!(focus, Focus::Typing | Focus::Sentences);
        let is_tiny = columns < 20 || body < 4;
        let head = match body {
            _ if is_tiny => 0,
            ..18 => 1,
            _ => 2,
        };
        let rows = body.saturating_sub(head);
        let (text, results) = match columns {
            WIDE.. if !is_tiny => (columns * 23 / 50, columns - columns * 23 / 50 - 1),
            _ if is_of_text => (columns, 0),
            _ => (0, columns),
        };
        let margin = if columns >= WITH_MARGIN && text > 0 { MARGIN } else { 0 };
        // In a narrow terminal the likeliest role stands below the text.
        let said = match rows {
            _ if text == 0 || is_tiny => 0,
            ..6 => 0,
            6..9 => 1,
            _ if results > 0 => 1,
            _ => 3,
        };
        let (roles, side) = match (results, focus) {
            (0, _) => (0, 0),
            _ if is_tiny && focus == Focus::Side => (0, rows),
            _ if is_tiny => (rows, 0),
            _ if rows < 10 && focus == Focus::Side => (0, rows),
            _ if rows < 10 => (rows, 0),
            _ => {
                let roles = (rows / 3).clamp(4, 13);
                (roles, rows - roles)
            }
        };
        Self { head, text, margin, text_rows: rows.saturating_sub(said), said, results, roles, side }
    }

    /// The same for a view.
    pub fn around(view: &MatchView, columns: u16, body: u16) -> Self {
        Self::of(columns, body, view.focus)
    }

    /// Cells of a row of the text.
    pub fn cells(self) -> usize {
        // The last cell is kept for the cursor behind the last letter.
        usize::from(self.text.saturating_sub(self.margin + GUTTER + 1)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_body_and_no_more() {
        for focus in [Focus::Typing, Focus::Sentences, Focus::Roles, Focus::Side] {
            for columns in 0..260 {
                for body in 0..90 {
                    let room = Room::of(columns, body, focus);
                    let walls = u16::from(room.text > 0 && room.results > 0);
                    assert_eq!(room.text + walls + room.results, columns);
                    assert_eq!(room.head + room.text_rows + room.said, body);
                    assert!(
                        room.results == 0 || room.head + room.roles + room.side == body,
                        "{columns}x{body} {focus:?}"
                    );
                    assert!(room.text == 0 || room.text_rows > 0 || body < 2);
                }
            }
        }
    }
}
