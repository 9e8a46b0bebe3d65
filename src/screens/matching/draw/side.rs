//! What stands beside the roles: its name among the others, its rows, and the frame sentence where exposure stands in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Scene;
use super::list::print_items;
use super::row;
use crate::screens::matching::Focus;
use crate::screens::matching::side::Side;
use crate::ui::{FRAMED_COLUMNS, fit, print, print_frame};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, room, .. } = *scene;
    let has_head = area.height > 2 && room.head > 0;
    if has_head {
        print(frame, area, 0, heads(scene, usize::from(area.width)));
    }
    // Without room for the frame sentence no exposure is shown.
    let is_framed = view.side.has_exposure() && area.width >= FRAMED_COLUMNS && area.height >= 4;
    let head = u16::from(has_head);
    let height = area.height.saturating_sub(head + u16::from(is_framed));
    let rows = Rect { y: area.y + head, height, ..area };
    let cells = usize::from(area.width).saturating_sub(2);
    print_items(frame, rows, (view.row(), view.rows.len()), |place| {
        let Some(row) = view.rows.get(place) else { return Vec::new() };
        let is_here = place == view.row() && view.focus == Focus::Side;
        let mut lines = row::lines(row, scene, cells, (is_here, is_framed));
        for (nth, line) in lines.iter_mut().enumerate() {
            let cursor = look.cursor(is_here && nth == 0);
            line.spans.insert(0, Span::styled(cursor.content, cursor.style));
        }
        lines
    });
    if is_framed {
        print_frame(frame, area, area.height - 1, look);
    }
}

/// All sides by their keys, the one that is shown among them.
fn heads(scene: &Scene<'_>, width: usize) -> Line<'static> {
    let Scene { view, look, .. } = *scene;
    let sides = Side::of(view.cut.form);
    let rule = look.rule();
    let long = |names: usize| -> usize {
        sides.iter().map(|side| side.names().get(names).map_or(0, |name| fit::width(name)) + 4).sum::<usize>() + 2
    };
    let form = (0..2).find(|names| long(*names) <= width);
    let mut spans = vec![Span::styled(rule, look.border())];
    let mut used = 1;
    for (number, side) in (1..).zip(sides) {
        let is_shown = *side == view.side;
        let name = side.names().get(form.unwrap_or(1)).copied().unwrap_or_default();
        // Where not even the short names fit, numbers must do for the others.
        let name = if form.is_none() && !is_shown { "" } else { name };
        let style = match is_shown {
            true if view.focus == Focus::Side => look.title().patch(look.selected()),
            true => look.title(),
            false => look.plain(),
        };
        let text = if name.is_empty() { format!(" {number}") } else { format!(" {number} {name}") };
        used += fit::width(&text) + 1;
        if used > width {
            break;
        }
        spans.extend([Span::styled(text, style), Span::raw(" ")]);
    }
    spans.push(Span::styled(rule.repeat(width.saturating_sub(used)), look.border()));
    Line::from(spans)
}
