//! The list of columns over the table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::catalog::Catalog;
use crate::screens::ranking::{RankingView, choice};
use crate::ui::look::Look;
use crate::ui::print_list;

pub fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    (view, catalog): (&RankingView, &Catalog<'_>),
    cursor: usize,
    look: Look,
) {
    let choice = choice(catalog);
    let width = body.width.min(58);
    let height = body.height.min(u16::try_from(choice.len() + 2).unwrap_or(u16::MAX));
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
    if width < 10 || height < 3 {
        return;
    }
    frame.render_widget(Clear, area);
    let block = look.block("Columns");
    let inner = block.inner(area);
    frame.render_widget(block, area);
    print_list(frame, inner, (cursor, choice.len(), 1), |place| {
        let column = choice.get(place)?;
        let selected = place == cursor;
        let mark = if view.columns.contains(column) { "[x]" } else { "[ ]" };
        let name = look.cut(&look.text(&column.name()), usize::from(inner.width).saturating_sub(7));
        let style = if selected { look.selected() } else { look.plain() };
        Some(Line::from(vec![look.cursor(selected), Span::styled(format!(" {mark} {name} "), style)]))
    });
}
