//! The comparison: heads of the columns, the rows under them, what the cell under the cursor says in full.

mod cells;
mod columns;
mod detail;
mod list;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::CompareView;
use crate::app::App;
use crate::catalog::Metric;
use crate::ui::look::Look;
use crate::ui::size::Size;
use crate::ui::{FRAMED_COLUMNS, fit, print_all, print_frame, print_list};
use columns::CompareColumns;

/// From this height on, the heads have all their lines.
const TALL: u16 = 15;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &CompareView, app: &App, look: Look) {
    if view.comparison.columns.is_empty() {
        return;
    }
    if Size::of(frame.area()) == Size::Tiny || area.width < FRAMED_COLUMNS {
        tiny(frame, area, view, app, look);
    } else {
        let columns = CompareColumns::of(view, usize::from(area.width));
        let mut top = heads(frame, area, view, &columns, look);
        if view.comparison.columns.len() == 1 {
            top += alone(frame, Rect { y: area.y + top, height: area.height - top, ..area }, look);
        }
        let most = match area.height {
            ..10 => 0,
            10..20 => 1,
            _ => 2,
        };
        let details = detail::lines(view, app.catalog(), (usize::from(area.width), usize::from(most)), look);
        let bottom = most + 1;
        let height = area.height.saturating_sub(top + bottom);
        list::draw(frame, Rect { y: area.y + top, height, ..area }, view, &columns, look);
        print_all(frame, area, area.height.saturating_sub(bottom), details);
        print_frame(frame, area, area.height - 1, look);
    }
}

/// The titles of the columns, their codes, which is the reference; how many rows they take.
fn heads(frame: &mut Frame<'_>, area: Rect, view: &CompareView, columns: &CompareColumns, look: Look) -> u16 {
    let comparison = &view.comparison;
    let (titles, ruled) = if area.height >= TALL { (2, true) } else { (1, false) };
    let mut lines = vec![Vec::new(); titles + 1 + usize::from(ruled)];
    let beside = columns.beside(view, titles + 1, look);
    for (line, text) in lines.iter_mut().zip(beside.into_iter().chain([String::new()])) {
        line.push(Span::styled(look.padded(&text, columns.label), look.quiet()));
    }
    if ruled && let Some(line) = lines.last_mut() {
        *line = vec![Span::styled(look.rule().repeat(columns.label), look.border())];
    }
    for place in columns.shown.iter().copied() {
        let Some(column) = comparison.columns.get(place) else { continue };
        let is_here = place == view.column;
        let cells = columns.each.saturating_sub(2);
        let style = if is_here { look.title() } else { look.heading() };
        let glyph = if is_here { look.glyphs.cursor } else { " " };
        let wrapped = look.wrap(column.role.title, cells, titles);
        let code = column.role.code.to_string();
        let code = match (comparison.columns.len(), place == comparison.reference) {
            (2.., true) if columns.each < 22 => format!("{code} ref."),
            (2.., true) => format!("{code} reference"),
            _ => code,
        };
        // A short title stands right above its code.
        let blank = titles - wrapped.len();
        let texts = std::iter::repeat_n(String::new(), blank).chain(wrapped);
        for (line, text) in lines.iter_mut().zip(texts) {
            let glyph = if text.is_empty() { " " } else { glyph };
            line.push(Span::styled(glyph, look.title()));
            line.push(Span::styled(look.padded(&text, columns.each - 1), style));
        }
        if let Some(line) = lines.get_mut(titles) {
            line.push(Span::styled(look.padded(&format!(" {code}"), columns.each), look.quiet()));
        }
        if ruled && let Some(line) = lines.last_mut() {
            let (rule, style) = if is_here { (look.heavy_rule(), look.title()) } else { (look.rule(), look.border()) };
            line.push(Span::styled(rule.repeat(columns.each.saturating_sub(1)), style));
            line.push(Span::styled(look.rule(), look.border()));
        }
    }
    let count = u16::try_from(lines.len()).unwrap_or(1);
    print_all(frame, area, 0, lines.into_iter().map(Line::from));
    count.min(area.height)
}

/// What to do when there is nothing to compare with; how many rows it takes.
fn alone(frame: &mut Frame<'_>, area: Rect, look: Look) -> u16 {
    let text = "One role is pinned. Pin a second one to compare: / searches, Space pins (F2 while typing), c comes \
                back here.";
    let cells = usize::from(area.width).saturating_sub(4);
    let lines = look.wrap(text, cells, usize::from(area.height / 3).min(3));
    let count = u16::try_from(lines.len()).unwrap_or(0);
    print_all(frame, area, 0, lines.into_iter().map(|line| Line::styled(format!("  {line}"), look.heading())));
    count
}

/// A line a role: its title, and pay, which needs no frame sentence.
fn tiny(frame: &mut Frame<'_>, area: Rect, view: &CompareView, app: &App, look: Look) {
    let comparison = &view.comparison;
    let room = usize::from(area.width).saturating_sub(1);
    print_list(frame, area, (view.column, comparison.columns.len(), 1), |place| {
        let column = comparison.columns.get(place)?;
        let pay = Metric::Pay.short(app.catalog(), column.role).unwrap_or_else(|| look.glyphs.dot.to_owned());
        let pay = if room >= 16 { format!(" {pay}") } else { String::new() };
        let title = look.padded(column.role.title, room.saturating_sub(fit::width(&pay)));
        Some(Line::from(vec![look.cursor(place == view.column), Span::raw(format!("{title}{pay}"))]))
    });
}
