//! How the rows and columns of the data screen are shared out.

use super::{DataView, Pane, head};
use crate::app::view::Around;

/// Columns from which on the pane stands beside the list.
const WIDE: u16 = 100;
/// The fewest columns and rows that hold more than names.
const LEAST: (u16, u16) = (20, 6);

/// The room of the data screen on this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Rows of what is said of all data.
    pub head: u16,
    /// Columns of the list; 0 where the pane takes its place.
    pub list: u16,
    /// Columns of the pane; 0 where there is the list alone.
    pub pane: u16,
    /// Rows of list and pane, with the head of the list.
    pub rows: u16,
}

impl Room {
    /// The room that the screen has on a terminal.
    pub fn of(view: &DataView, around: Around<'_>) -> Self {
        let (width, height, body) = (around.columns, around.rows, around.body);
        let is_list = matches!(view.pane, Pane::Source);
        if width < LEAST.0 || height < LEAST.1 {
            let (list, pane) = if is_list { (width, 0) } else { (0, width) };
            return Self { head: 0, list, pane, rows: body };
        }
        // Where rows are few, the list matters more than what is said about it.
        let most = usize::from(body.saturating_sub(4) / 3).max(1);
        let said = head(around, usize::from(width.saturating_sub(2))).len().min(most);
        let head = u16::try_from(said).unwrap_or(1);
        let rows = body.saturating_sub(head);
        let (list, pane) = match width {
            WIDE.. => {
                let list = width * 5 / 8;
                // A wall stands between them.
                (list, width - list - 1)
            }
            width if is_list => (width, 0),
            width => (0, width),
        };
        Self { head, list, pane, rows }
    }

    /// Cells of a line of the pane, which has a space on either side.
    pub fn cells(self) -> usize {
        usize::from(self.pane.saturating_sub(2))
    }

    /// Rows of the pane below its heading, where it has one.
    pub fn pane_rows(self) -> usize {
        usize::from(self.rows.saturating_sub(u16::from(self.head > 0)))
    }
}
