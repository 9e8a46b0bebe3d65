//! The last line: the keys that work now, as many as fit, or why the last key did nothing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::fit;
use super::look::Look;
use crate::app::App;
use crate::keys::{Hint, hints};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, look: Look) {
    if area.is_empty() {
        return;
    }
    let cells = usize::from(area.width);
    if let Some(notice) = &app.notice {
        let text = look.cut(notice, cells.saturating_sub(1));
        frame.render_widget(Line::from(vec![Span::raw(" "), Span::styled(text, look.heading())]), area);
        return;
    }
    let mut spans = Vec::new();
    for hint in fitting(hints(app, look.ascii()), cells) {
        spans.push(Span::raw(if spans.is_empty() { " " } else { "   " }));
        spans.push(Span::styled(hint.keys, look.key()));
        spans.push(Span::styled(format!(" {}", hint.words), look.quiet()));
    }
    frame.render_widget(Line::from(spans), area);
}

/// The hints of the best ranks that fit, in their order.
fn fitting(mut hints: Vec<Hint>, cells: usize) -> Vec<Hint> {
    let long = |hint: &Hint| fit::width(&hint.keys) + 1 + fit::width(hint.words) + 3;
    while hints.iter().map(long).sum::<usize>() > cells + 2 {
        let Some(worst) = hints.iter().map(|hint| hint.rank).max() else { break };
        let Some(place) = hints.iter().rposition(|hint| hint.rank == worst) else { break };
        hints.remove(place);
    }
    hints
}
