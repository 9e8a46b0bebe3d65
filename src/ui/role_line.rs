//! A role in a list: its title, and its figures in columns.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::bars::percentile_bar;
use super::fit;
use super::look::Look;
use crate::app::pins::{MOST_PINS, Pins};
use crate::catalog::{Catalog, Code, Index, Metric, Role};

/// What the mark of [`studies_mark`] means.
pub const STUDIES_LEGEND: &str = "' of two studies";

/// The mark beside an index that rests on two of its three studies, in one cell.
pub fn studies_mark(index: Index) -> &'static str {
    if index.is_partial() { "'" } else { " " }
}

/// Which columns a list of a given width has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleColumns {
    title: usize,
    bar: usize,
    index: bool,
    pay: bool,
    outlook: bool,
    /// Cells of the newest pay beside that of the base year.
    newest: usize,
    /// The codes of the pinned roles, which carry a mark.
    pinned: [Option<Code>; MOST_PINS],
}

const CURSOR: usize = 2;
const INDEX: usize = 5;
const PAY: usize = 9;
const NEWEST: usize = 8;
const OUTLOOK: usize = 9;

impl RoleColumns {
    /// The columns that fit `width` cells and leave the titles room.
    pub const fn of(width: usize) -> Self {
        let (bar, index, pay, outlook) = match width {
            ..30 => (0, false, false, false),
            30..46 => (0, true, false, false),
            46..56 => (0, true, true, false),
            56..74 => (5, true, true, true),
            _ => (10, true, true, true),
        };
        let mut taken = CURSOR;
        if index {
            taken += index_cells(bar);
        }
        if pay {
            taken += PAY;
        }
        if outlook {
            taken += OUTLOOK;
        }
        Self { title: width.saturating_sub(taken), bar, index, pay, outlook, newest: 0, pinned: [None; MOST_PINS] }
    }

    /// The same columns with the newest pay beside that of the base year, where both are known and the titles keep room.
    pub fn with_newest(mut self, catalog: &Catalog<'_>) -> Self {
        if self.pay && self.title >= NEWEST + 36 && catalog.pay_years().is_some() {
            self.newest = NEWEST;
            self.title -= NEWEST;
        }
        self
    }

    /// The same columns with a mark beside the roles that are pinned.
    pub fn with_pins(mut self, pins: &Pins, catalog: &Catalog<'_>) -> Self {
        for (mark, pinned) in self.pinned.iter_mut().zip(pins.roles()) {
            *mark = catalog.role(*pinned).map(|role| role.code);
        }
        self
    }

    /// The same columns with as much room for titles as `width` cells leave beside the cursor.
    pub const fn with_title(mut self, width: usize) -> Self {
        self.title = width.saturating_sub(CURSOR);
        self
    }

    /// Whether exposure figures are shown, which must not stand without the frame sentence.
    pub const fn has_exposure(self) -> bool {
        self.index
    }

    /// The heads of the columns, in a rule across.
    pub fn heads(self, first: &str, catalog: &Catalog<'_>, look: Look) -> Line<'static> {
        let rule = look.rule();
        let head = |name: &str, cells: usize| {
            let name = fit::start(name, cells.saturating_sub(2)).to_owned();
            let fill = cells.saturating_sub(fit::width(&name) + 2);
            vec![
                Span::styled(format!("{} ", rule.repeat(fill)), look.border()),
                Span::styled(name, look.quiet()),
                Span::styled(" ", look.border()),
            ]
        };
        let name = look.cut(first, (self.title + CURSOR).saturating_sub(3));
        let fill = (self.title + CURSOR).saturating_sub(fit::width(&name) + 3);
        let mut spans = vec![Span::styled(format!("{rule} "), look.border()), Span::styled(name, look.title())];
        // The meaning of the mark stands beside the column that has it.
        match fill.checked_sub(STUDIES_LEGEND.len() + 2).filter(|before| self.index && *before > 0) {
            Some(before) => spans.extend([
                Span::styled(format!(" {} ", rule.repeat(before)), look.border()),
                Span::styled(format!("{STUDIES_LEGEND} "), look.quiet()),
            ]),
            None => spans.push(Span::styled(format!(" {}", rule.repeat(fill)), look.border())),
        }
        if self.index {
            let name = if self.bar >= 10 { "task overlap" } else { "overlap" };
            spans.extend(head(name, index_cells(self.bar)));
        }
        if self.pay {
            let years = catalog.pay_years();
            let there = match &years {
                Some([base, _]) => format!("{} {base}", Metric::Pay.short_name()).into(),
                None => Metric::Pay.short_name_in(catalog),
            };
            let fits = fit::width(&there) + 2 <= PAY;
            spans.extend(head(if fits { &there } else { Metric::Pay.short_name() }, PAY));
            if let Some([_, newest]) = years.filter(|_| self.newest > 0) {
                spans.extend(head(&newest, self.newest));
            }
        }
        if self.outlook {
            spans.extend(head("outlook", OUTLOOK + 1));
        }
        Line::from(spans)
    }

    /// A role's line, with a note at the end of the title column.
    pub fn line<'c>(
        self,
        role: &Role<'c>,
        catalog: &Catalog<'c>,
        (marks, note): (&[Range<usize>], &str),
        selected: bool,
        look: Look,
    ) -> Line<'c> {
        let glyphs = look.glyphs;
        let base = if selected { look.selected() } else { Style::new() };
        // The cursor takes the first cell; beside it the pin has the second.
        let pin = if self.pinned.contains(&Some(role.code)) { look.pin() } else { " " };
        let (first, second) = if selected { (glyphs.cursor, pin) } else { (pin, " ") };
        let mut spans = vec![Span::styled(first, look.title()), Span::styled(second, base.patch(look.key()))];
        // A note must leave the title something to say.
        let note = if fit::width(note) + 12 <= self.title { note } else { "" };
        let room = self.title - fit::width(note) - usize::from(!note.is_empty());
        let title = look.marked(role.title, marks, room, (base.bold(), base.patch(look.matched())));
        let used: usize = title.iter().map(Span::width).sum();
        spans.extend(title);
        spans.push(Span::styled(" ".repeat(self.title.saturating_sub(used + fit::width(note))), base));
        spans.push(Span::styled(note.to_owned(), base));
        if self.index {
            self.index_spans(role, look, &mut spans);
        }
        if self.pay {
            let text = Metric::Pay.short(catalog, role).unwrap_or_else(|| glyphs.dot.to_owned());
            spans.push(Span::raw(right(&look.text(&text), PAY)));
        }
        if self.newest > 0 {
            let text = catalog.newest_short(role).unwrap_or_else(|| glyphs.dot.to_owned());
            spans.push(Span::raw(right(&look.text(&text), self.newest)));
        }
        if self.outlook {
            let text = Metric::Change.short(catalog, role).unwrap_or_else(|| glyphs.dot.to_owned());
            spans.push(Span::raw(right(&text, OUTLOOK)));
        }
        Line::from(spans)
    }

    fn index_spans(self, role: &Role<'_>, look: Look, spans: &mut Vec<Span<'_>>) {
        spans.push(Span::raw(" ".repeat(index_cells(self.bar) - self.bar - INDEX)));
        let Some(index) = role.exposure.index else {
            spans.push(Span::styled(right(look.glyphs.dot, self.bar + INDEX), look.quiet()));
            return;
        };
        let style = look.band(index.percentile.band());
        spans.extend(percentile_bar(look, index.percentile, self.bar));
        let figure = format!("{}{}", index.percentile.rounded(), studies_mark(index));
        spans.push(Span::styled(right(&figure, INDEX), style));
    }
}

/// The index column: its bar, its figure, and room for its name.
const fn index_cells(bar: usize) -> usize {
    if bar == 0 { 9 } else { bar + INDEX + 2 }
}

fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(fit::width(text))))
}
