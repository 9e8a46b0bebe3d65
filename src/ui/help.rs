//! The help: every key of the key table, over whatever is in front.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::fit;
use super::look::Look;
use super::{print, print_all};
use crate::keys::{Context, HelpLine, help};

const KEYS: usize = 28;

pub(super) fn draw(frame: &mut Frame<'_>, body: Rect, here: Context, scroll: usize, look: Look) {
    let lines = help(here, look.ascii());
    let width = body.width.min(86);
    let height = body.height.min(u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
    if area.is_empty() {
        return;
    }
    frame.render_widget(Clear, area);
    // Where it is tiny, the keys matter more than a border.
    let framed = area.width >= 20 && area.height >= 6;
    let inner = if framed {
        let block = look.block("Keys");
        let inner = block.inner(area);
        frame.render_widget(block, area);
        Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
    } else {
        area
    };
    let seen = usize::from(inner.height);
    let first = scroll.min(lines.len().saturating_sub(seen));
    print_all(frame, inner, 0, lines.iter().skip(first).map(|line| drawn(line, inner.width.into(), look)));
    if framed && lines.len() > seen {
        let text = format!(" {}-{} of {} ", first + 1, (first + seen).min(lines.len()), lines.len());
        let line = Line::styled(text, look.quiet()).right_aligned();
        print(frame, Rect { width: area.width - 2, ..area }, area.height - 1, line);
    }
}

fn drawn(line: &HelpLine, cells: usize, look: Look) -> Line<'static> {
    match line {
        HelpLine::Blank => Line::default(),
        HelpLine::Heading(words) => Line::styled(*words, look.heading()),
        HelpLine::Keys(keys, does) => {
            let wide = if cells >= 60 { KEYS } else { fit::width(keys) + 2 };
            let keys = look.cut(keys, wide.saturating_sub(1));
            let gap = " ".repeat(wide.saturating_sub(fit::width(&keys)));
            let does = look.cut(does, cells.saturating_sub(wide));
            Line::from(vec![Span::styled(keys, look.key()), Span::raw(gap), Span::raw(does)])
        }
    }
}
