//! A move in the list: title, how it is found, and its figures in columns.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::catalog::{Catalog, Metric};
use crate::compare::moves::{Move, Order, Shift};
use crate::ui::bars::bar;
use crate::ui::fit;
use crate::ui::look::Look;

/// Cells of the cursor.
const CURSOR: usize = 2;
/// Cells of the bar of similarity.
const BAR: usize = 6;

/// The columns after the title with their cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveColumns {
    title: usize,
    found: usize,
    bar: usize,
    alike: usize,
    gap: usize,
    overlap: usize,
    pay: usize,
    outlook: usize,
    openings: usize,
}

impl MoveColumns {
    /// The columns that fit `width` cells.
    pub const fn of(width: usize) -> Self {
        let none = Self { title: 0, found: 0, bar: 0, alike: 0, gap: 5, overlap: 8, pay: 0, outlook: 0, openings: 0 };
        let columns = match width {
            ..50 => none,
            50..66 => Self { pay: 11, ..none },
            66..76 => Self { pay: 11, outlook: 10, ..none },
            // How a role is found stands in its detail too; how many chances there are only here.
            76..96 => Self { pay: 11, outlook: 10, openings: 9, alike: 6, ..none },
            96..112 => Self { pay: 12, outlook: 10, found: 9, openings: 10, alike: 6, gap: 6, overlap: 9, ..none },
            _ => Self { pay: 12, outlook: 10, openings: 10, found: 15, bar: BAR, alike: 6, gap: 6, overlap: 9, ..none },
        };
        Self { title: width.saturating_sub(CURSOR + columns.figures()), ..columns }
    }

    /// The title alone.
    pub const fn titles(width: usize) -> Self {
        let title = width.saturating_sub(CURSOR);
        Self { title, found: 0, bar: 0, alike: 0, gap: 0, overlap: 0, pay: 0, outlook: 0, openings: 0 }
    }

    const fn figures(self) -> usize {
        self.found + self.bar + self.alike + self.gap + self.overlap + self.pay + self.outlook + self.openings
    }

    /// The heads in a rule across, above the ends of the figures; that of the order stands out.
    pub fn heads(self, order: Order, catalog: &Catalog<'_>, look: Look) -> Line<'static> {
        let rule = look.rule();
        let fill = |cells: usize| Span::styled(rule.repeat(cells), look.border());
        let head = |name: &str, column| {
            Span::styled(name.to_owned(), if column == order { look.title() } else { look.quiet() })
        };
        let pay = Metric::Pay.short_name_in(catalog);
        let pay = if fit::width(&pay) + 2 > self.pay { Metric::Pay.short_name() } else { &*pay };
        let mut spans = vec![fill(1), Span::raw(" "), head("moves", Order::Title), Span::raw(" ")];
        spans.push(fill((CURSOR + self.title).saturating_sub(9)));
        spans.push(Span::raw(" "));
        if self.found > 0 {
            spans.extend([head("found", Order::Related), Span::raw(" "), fill(self.found - 6)]);
        }
        for (name, column, cells) in [
            ("alike", Order::Alike, self.bar + self.alike),
            ("gap", Order::Gap, self.gap),
            ("overlap", Order::Overlap, self.overlap),
            (pay, Order::Pay, self.pay),
            ("outlook", Order::Outlook, self.outlook),
            ("openings", Order::Openings, self.openings),
        ] {
            if let Some(room) = cells.checked_sub(name.len() + 2).filter(|_| cells > 0) {
                spans.extend([Span::raw(" "), fill(room), Span::raw(" "), head(name, column)]);
            } else if cells > 0 {
                spans.extend([Span::raw(" "), head(name, column)]);
            }
        }
        Line::from(spans)
    }

    pub fn line(self, row: &Move, title: &str, selected: bool, look: Look) -> Line<'static> {
        let base = if selected { look.selected() } else { Style::new() };
        let title = look.padded(title, self.title.saturating_sub(1));
        let mut spans = vec![
            look.cursor(selected),
            Span::styled(format!(" {title} "), base),
            Span::styled(look.padded(&self.found(row), self.found), look.quiet()),
        ];
        self.alike(row, look, &mut spans);
        for (text, cells) in [
            (row.gap_text().unwrap_or_else(|| look.glyphs.dot.to_owned()), self.gap),
            (shown(row.overlap, look), self.overlap),
            (shown(row.pay, look), self.pay),
            (shown(row.outlook, look), self.outlook),
            (row.openings_text().unwrap_or_else(|| look.glyphs.dot.to_owned()), self.openings),
        ] {
            spans.push(Span::raw(look.to_the_right(&look.text(&text), cells)));
        }
        Line::from(spans)
    }

    fn found(self, row: &Move) -> String {
        let short = row.found().unwrap_or("");
        if self.found < 15 {
            return short.to_owned();
        }
        match (row.tier(), row.is_near()) {
            (Some(tier), true) => format!("{tier}, near"),
            (Some(tier), false) => tier.to_owned(),
            (None, _) => short.to_owned(),
        }
    }

    fn alike(self, row: &Move, look: Look, spans: &mut Vec<Span<'static>>) {
        if self.alike == 0 {
            return;
        }
        let Some((similarity, text)) = row.similarity.zip(row.alike_text()) else {
            spans.push(Span::raw(look.to_the_right(look.glyphs.dot, self.bar + self.alike)));
            return;
        };
        if self.bar > 0 {
            spans.extend(bar(look, similarity, self.bar, Style::new()));
        }
        spans.push(Span::raw(look.to_the_right(&text, self.alike)));
    }
}

/// A change in a column; a dot where it is not published.
fn shown(shift: Shift, look: Look) -> String {
    match shift {
        Shift::Unknown => look.glyphs.dot.to_owned(),
        shift => shift.to_string(),
    }
}
