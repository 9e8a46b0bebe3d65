//! The three sizes of every screen.

use ratatui::layout::Rect;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 100 columns and more: panes side by side.
    Wide,
    /// One pane.
    Narrow,
    /// One line that can be read, and what else fits.
    Tiny,
}

impl Size {
    pub const fn of(area: Rect) -> Self {
        match (area.width, area.height) {
            (..20, _) | (_, ..6) => Self::Tiny,
            (..100, _) => Self::Narrow,
            _ => Self::Wide,
        }
    }
}

/// The first list row to draw, so that the cursor's rows stay in the middle while there is more on both sides.
pub fn first_row(cursor: usize, total: usize, seen: usize) -> usize {
    cursor.saturating_sub(seen / 2).min(total.saturating_sub(seen))
}
