//! How the rows and columns of the terminal are shared out.

/// The parts of the list of titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Rows of what is said above the list.
    pub head: u16,
    /// Rows for titles.
    pub rows: u16,
    /// Columns of the candidates beside the list; 0 where they stand below it.
    pub beside: u16,
    /// Rows of the candidates below the list; 0 where they stand beside it, or nowhere.
    pub below: u16,
}

impl Room {
    /// Of a body of that size.
    pub const fn of(columns: u16, body: u16) -> Self {
        let head = match body {
            ..5 => 0,
            5..9 => 1,
            9..14 => 2,
            _ if columns < 110 && body >= 18 => 4,
            _ => 3,
        };
        let beside = if columns >= 100 { columns / 20 * 7 } else { 0 };
        let below = match body {
            _ if beside > 0 => 0,
            ..9 => 0,
            9..14 => 3,
            _ => body / 5 * 2,
        };
        // The heads of the columns take a row.
        let heads = if body < 5 { 0 } else { 1 };
        Self { head, rows: body.saturating_sub(head + heads + below), beside, below }
    }
}
