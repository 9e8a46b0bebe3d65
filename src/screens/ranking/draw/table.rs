//! What the tables of roles and of groups have in common: which columns fit, their heads, their cells.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::compare::ranking::Direction;
use crate::ui::fit;
use crate::ui::look::Look;

/// The cursor and a gap.
pub const CURSOR: usize = 2;

/// Which columns fit beside the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Cells of the column of names.
    pub names: usize,
    pub shown: Range<usize>,
}

/// As many columns as fit from the first on, or up to the chosen one where that is further right; names always stay,
/// with at least `least` cells where there are so many.
pub fn window(widths: &[usize], chosen: Option<usize>, cells: usize, least: usize) -> Window {
    let room = cells.saturating_sub(CURSOR + least);
    let taken = |from: usize, to: usize| widths.get(from..to).unwrap_or_default().iter().sum::<usize>();
    let mut shown = 0..0;
    while shown.end < widths.len() && taken(0, shown.end + 1) <= room {
        shown.end += 1;
    }
    if let Some(chosen) = chosen.filter(|chosen| *chosen >= shown.end && *chosen < widths.len()) {
        shown = chosen..chosen + 1;
        while shown.start > 0 && taken(shown.start - 1, shown.end) <= room {
            shown.start -= 1;
        }
        if taken(shown.start, shown.end) > cells.saturating_sub(CURSOR) {
            shown = 0..0;
        }
    }
    let names = cells.saturating_sub(CURSOR + taken(shown.start, shown.end));
    Window { names, shown }
}

#[derive(Clone, Copy, Debug)]
pub struct Head<'t> {
    pub name: &'t str,
    pub cells: usize,
    /// Whether the keys for columns are at it.
    pub chosen: bool,
    /// Which way the rows are ordered by it, if they are.
    pub sorted: Option<Direction>,
    /// Whether its cells begin at the left.
    pub left: bool,
}

/// The heads in a rule across: the first one to the left, the others above the right ends of their figures.
pub fn heads<'t>(first: Head<'_>, others: impl IntoIterator<Item = Head<'t>>, look: Look) -> Line<'static> {
    let rule = look.rule();
    let named = |head: &Head<'_>, room: usize| {
        let name = look.text(fit::start(head.name, room));
        let style = if head.chosen { look.title().add_modifier(Modifier::REVERSED) } else { look.quiet() };
        let style = if head.sorted.is_some() { style.add_modifier(Modifier::BOLD) } else { style };
        let arrow = head.sorted.map_or(" ", |direction| look.sort_arrow(direction == Direction::Descending));
        (fit::width(&name), [Span::styled(name, style), Span::styled(arrow, look.heading())])
    };
    let (used, text) = named(&first, first.cells.saturating_sub(1));
    let mut spans = vec![Span::styled(format!("{rule} "), look.border())];
    spans.extend(text);
    spans.push(Span::styled(rule.repeat((first.cells + CURSOR).saturating_sub(used + 3)), look.border()));
    for head in others {
        let (used, text) = named(&head, head.cells.saturating_sub(2));
        let fill = rule.repeat(head.cells.saturating_sub(used + if head.left { 3 } else { 2 }));
        if head.left {
            spans.push(Span::styled(format!("{rule} "), look.border()));
            spans.extend(text);
            spans.push(Span::styled(fill, look.border()));
        } else {
            spans.push(Span::styled(format!("{fill} "), look.border()));
            spans.extend(text);
        }
    }
    Line::from(spans)
}

/// The start of a row: the cursor, and a name in its cells.
pub fn name(text: &str, cells: usize, selected: bool, look: Look) -> Vec<Span<'static>> {
    let base = if selected { look.selected() } else { Style::new() };
    let text = look.cut(text, cells);
    let fill = " ".repeat(cells.saturating_sub(fit::width(&text)));
    vec![look.cursor(selected), Span::raw(" "), Span::styled(text, base.bold()), Span::styled(fill, base)]
}

/// A figure at the right end of its cells; a quiet dot where none is published. `after` stands close behind it and is
/// left out of the alignment.
pub fn figure(text: Option<&str>, after: &str, cells: usize, style: Style, look: Look) -> Vec<Span<'static>> {
    let (text, style) = text.map_or((look.glyphs.dot.to_owned(), look.quiet()), |text| (look.text(text), style));
    let after = if after.is_empty() { " " } else { after };
    let fill = cells.saturating_sub(fit::width(&text) + fit::width(after));
    vec![Span::raw(" ".repeat(fill)), Span::styled(text, style), Span::styled(after.to_owned(), look.quiet())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_cut_to_what_fits_and_paged() {
        let widths = [10, 10, 10, 10];
        assert_eq!(window(&widths, None, 100, 20), Window { names: 58, shown: 0..4 });
        assert_eq!(window(&widths, Some(0), 45, 20), Window { names: 23, shown: 0..2 });
        assert_eq!(window(&widths, Some(3), 45, 20), Window { names: 23, shown: 2..4 });
        assert_eq!(window(&widths, Some(3), 20, 20), Window { names: 8, shown: 3..4 });
        assert_eq!(window(&widths, Some(3), 8, 20), Window { names: 6, shown: 0..0 });
        assert_eq!(window(&[], Some(3), 0, 20), Window { names: 0, shown: 0..0 });
    }

    #[test]
    fn heads_stand_above_their_cells() {
        let head = |name, cells, sorted| Head { name, cells, chosen: false, sorted, left: false };
        let line = heads(head("role", 10, None), [head("pay", 9, Some(Direction::Descending))], Look::default());
        assert_eq!(line.to_string(), "─ role ───────── pay▼");
        assert_eq!(line.width(), CURSOR + 10 + 9);
    }
}
