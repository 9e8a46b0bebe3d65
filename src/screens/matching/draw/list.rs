//! A list whose items take as many lines as they need.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::ui::print_all;

/// Prints what is in view of `len` items, the one under the cursor in the middle while there is more on both sides. Only
/// those are made that are seen.
pub(super) fn print_items<'l>(
    frame: &mut Frame<'_>,
    area: Rect,
    (cursor, len): (usize, usize),
    item: impl Fn(usize) -> Vec<Line<'l>>,
) {
    let seen = usize::from(area.height);
    let mut lines = if cursor < len { item(cursor) } else { Vec::new() };
    let (mut start, mut own) = (0, lines.len());
    let mut next = cursor + 1;
    while next < len && lines.len() < seen + own {
        lines.extend(item(next));
        next += 1;
    }
    let mut first = cursor.min(len);
    // Above the cursor half of the room; more where nothing is left below.
    let wanted = |below: usize| (seen / 2).max(seen.saturating_sub(below));
    let below = lines.len();
    let mut above: Vec<Vec<Line<'l>>> = Vec::new();
    while first > 0 && start < wanted(below) {
        first -= 1;
        let lines = item(first);
        start += lines.len();
        above.push(lines);
    }
    own = own.min(seen);
    let all: Vec<Line<'l>> = above.into_iter().rev().flatten().chain(lines).collect();
    // The whole item is seen, or its start where it is taller than the area.
    let most = all.len().saturating_sub(seen);
    let top = start.saturating_sub(seen.saturating_sub(own) / 2).min(most);
    print_all(frame, area, 0, all.into_iter().skip(top));
}
