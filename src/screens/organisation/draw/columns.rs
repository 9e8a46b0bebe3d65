//! The columns of rows with figures: as many as fit beside the names, and a bar beside the nation's where room is left.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::screens::organisation::rows::{Bar, Item, Row};
use crate::ui::bars;
use crate::ui::fit;
use crate::ui::look::Look;

/// The cursor and the pin.
const CURSOR: usize = 2;
/// Between two columns.
const GAP: usize = 2;
/// A bar that says anything.
const LEAST_BAR: usize = 8;
const MOST_BAR: usize = 60;
/// Names have so many cells before a column goes.
const NAME: usize = 18;

/// How wide the columns of some items are.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    name: usize,
    /// Those that fit, the first ones first.
    cells: Vec<usize>,
    /// Cells of the bar; 0 without one.
    bar: usize,
    /// The share that fills it.
    most: f64,
    /// Whether bars have a doubtful part, and a stroke for those beside the staff.
    parts: (bool, bool),
}

impl Columns {
    /// The columns of a head and the items below it.
    pub fn of(block: &[Row], width: usize) -> Self {
        let items = || block.iter().filter_map(|row| if let Row::Item(item) = row { Some(item) } else { None });
        let heads =
            block.first().and_then(|row| if let Row::Heads(heads) = row { Some(heads.as_slice()) } else { None });
        let (first, heads) = heads.and_then(<[String]>::split_first).map_or(("", &[][..]), |(name, rest)| (name, rest));
        let longest = items().map(|item| fit::width(&item.name)).chain([fit::width(first)]).max().unwrap_or(0);
        let room = width.saturating_sub(CURSOR + 1);
        let needed = longest.min(NAME.max(room * 2 / 5));
        let bars = || items().filter_map(|item| item.bar);
        let has_bar = bars().next().is_some();
        let mut columns = Self {
            parts: (bars().any(|bar| bar.doubtful > 0.0), bars().any(|bar| bar.beside.is_some())),
            ..Self::default()
        };
        let mut used = 0;
        for (place, head) in heads.iter().enumerate() {
            let cells = items().filter_map(|item| item.cells.get(place)).map(|cell| fit::width(cell));
            let cells = cells.chain([fit::width(head)]).max().unwrap_or(0);
            // After the share of those beside it the bar says more than any other figure.
            let kept = if has_bar && place >= 3 { GAP + LEAST_BAR } else { 0 };
            if needed + used + GAP + cells + kept > room {
                break;
            }
            used += GAP + cells;
            columns.cells.push(cells);
        }
        let kept = if has_bar { GAP + LEAST_BAR } else { 0 };
        let free = room.saturating_sub(used);
        columns.name = longest.min(free.saturating_sub(kept).max(needed.min(free)));
        let left = room.saturating_sub(used + columns.name + GAP);
        columns.bar = if has_bar && left >= LEAST_BAR { left.min(MOST_BAR) } else { 0 };
        let shares = bars().flat_map(|bar| [bar.staff, bar.beside]).flatten();
        columns.most = shares.fold(0.0, f64::max);
        columns
    }

    pub fn heads(&self, heads: &[String], beside: &str, look: Look) -> Line<'static> {
        let Some((name, rest)) = heads.split_first() else { return Line::default() };
        let mut spans = vec![Span::raw(" ".repeat(CURSOR)), Span::styled(look.padded(name, self.name), look.heading())];
        for (head, cells) in rest.iter().zip(&self.cells) {
            spans.push(Span::styled(format!("{}{}", " ".repeat(GAP), look.to_the_right(head, *cells)), look.quiet()));
        }
        if self.bar > 0 {
            let (doubt, stroke) = self.parts;
            let named = [
                Some(format!("{} the staff", look.glyphs.full)),
                doubt.then(|| format!("{} in doubt", unsure(look))),
                stroke.then(|| format!("{} {beside}", look.wall())),
            ];
            let legend = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let legend = if fit::width(&legend) <= self.bar { legend } else { String::new() };
            spans.push(Span::styled(format!("{}{legend}", " ".repeat(GAP)), look.quiet()));
        }
        Line::from(spans)
    }

    pub fn line(&self, item: &Item, (selected, pinned): (bool, bool), look: Look) -> Line<'static> {
        let base = if selected { look.selected() } else { Style::new() };
        let name = if item.role().is_some() { base.bold() } else { base };
        let pin = if pinned { look.pin() } else { " " };
        let mut spans = vec![
            look.cursor(selected),
            Span::styled(pin, look.key()),
            Span::styled(look.padded(&item.name, self.name), name),
        ];
        for (cells, place) in self.cells.iter().zip(0..) {
            let text = item.cells.get(place).map_or("", String::as_str);
            let text = look.to_the_right(&look.text(text), *cells);
            let style = if matches!(text.trim(), "-" | "folded") { look.quiet() } else { Style::new() };
            spans.push(Span::styled(format!("{}{text}", " ".repeat(GAP)), style));
        }
        if let Some(bar) = item.bar.filter(|_| self.bar > 0) {
            spans.push(Span::raw(" ".repeat(GAP)));
            spans.extend(self.bar(bar, look));
        }
        Line::from(spans)
    }

    /// The staff's share as a bar, its doubtful part at the end, the nation's as a stroke on it.
    fn bar(&self, bar: Bar, look: Look) -> Vec<Span<'static>> {
        let share = |percent: f64| if self.most > 0.0 { percent / self.most } else { 0.0 };
        let full = bars::cells(share(bar.staff.unwrap_or(0.0)), self.bar);
        let sure = bars::cells(share(bar.staff.unwrap_or(0.0) - bar.doubtful), self.bar);
        let stroke = bar.beside.map(|beside| bars::cells(share(beside), self.bar - 1));
        let style = bar.band.map_or_else(|| look.plain(), |band| look.band(band));
        let cell = |at: usize| match at {
            at if Some(at) == stroke => Span::styled(look.wall(), look.key()),
            at if at < sure => Span::styled(look.glyphs.full, style),
            at if at < full => Span::styled(unsure(look), style),
            _ => Span::styled(look.glyphs.empty, look.quiet()),
        };
        (0..self.bar).map(cell).collect()
    }
}

/// A cell of a bar that stands for people in doubt.
fn unsure(look: Look) -> &'static str {
    if look.ascii() { "=" } else { "▒" }
}
