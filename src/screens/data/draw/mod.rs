//! The data screen: what is loaded, the datasets with their ages, and beside them what is known or asked of them.

mod list;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{DataView, Line as Said, Pane, Prompt, Room, Tone, head, pane_lines};
use crate::app::App;
use crate::ui::bars::bar;
use crate::ui::look::Look;
use crate::ui::{fit, print, print_all, wall};

/// Cells of a bar at most.
const BAR: usize = 40;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &DataView, app: &App, look: Look) {
    let whole = frame.area();
    let around = app.around_on((whole.width, whole.height));
    let room = Room::of(view, around);
    let cells = usize::from(area.width.saturating_sub(2));
    let mut lines = head(around, cells);
    if lines.len() > usize::from(room.head) {
        lines.truncate(room.head.into());
        if let Some(Said::Text { text, .. }) = lines.last_mut() {
            *text = look.cut(&format!("{text}{}", look.glyphs.more), cells);
        }
    }
    print_all(frame, area, 0, lines.iter().map(|line| styled(line, cells, " ", look)));
    let top = room.head.min(area.height);
    let below = Rect { y: area.y + top, height: area.height - top, ..area };
    let left = room.list.min(area.width);
    list::draw(frame, Rect { width: left, ..below }, view, app, look);
    if room.pane > 0 {
        let mut at = below.x + left;
        if left > 0 {
            wall(frame, Rect { x: at, width: 1, ..below }, look);
            at += 1;
        }
        let width = room.pane.min((below.x + below.width).saturating_sub(at));
        pane(frame, Rect { x: at, width, ..below }, view, (app, room), look);
    }
}

fn pane(frame: &mut Frame<'_>, area: Rect, view: &DataView, (app, room): (&App, Room), look: Look) {
    let lines = pane_lines(view, app.around(), room.cells());
    let has_heading = room.head > 0;
    let mut inner = Rect {
        x: area.x + area.width.min(1),
        y: area.y + u16::from(has_heading && area.height > 0),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(u16::from(has_heading)),
    };
    if let Pane::Import(prompt) = &view.pane {
        path_line(frame, inner, prompt, look);
        let taken = inner.height.min(if inner.height > 6 { 2 } else { 1 });
        inner = Rect { y: inner.y + taken, height: inner.height - taken, ..inner };
    }
    let seen = usize::from(inner.height);
    let first = view.scroll.min(lines.len().saturating_sub(seen));
    print_all(frame, inner, 0, lines.iter().skip(first).map(|line| styled(line, room.cells(), "", look)));
    if !has_heading || area.height == 0 {
        return;
    }
    let place = if lines.len() > seen && seen > 0 {
        format!(" {}-{} of {} ", first + 1, (first + seen).min(lines.len()), lines.len())
    } else {
        String::new()
    };
    let name = format!("{} ", name(view, app));
    let style = if matches!(view.pane, Pane::Source) { look.quiet() } else { look.title() };
    let fill = usize::from(area.width).saturating_sub(2 + fit::width(&name) + fit::width(&place) + 1);
    print(
        frame,
        area,
        0,
        Line::from(vec![
            Span::styled(format!("{} ", look.rule()), look.border()),
            Span::styled(name, style),
            Span::styled(look.rule().repeat(fill), look.border()),
            Span::styled(place, look.quiet()),
            Span::styled(look.rule(), look.border()),
        ]),
    );
}

/// What the pane is about.
fn name(view: &DataView, app: &App) -> String {
    match (&view.pane, &app.data.running, &app.data.ended) {
        (Pane::Source | Pane::Details, ..) => "dataset".to_owned(),
        (Pane::Import(_), ..) => "import".to_owned(),
        (Pane::Fetch(_), ..) => "fetch".to_owned(),
        (Pane::Reset, ..) => "reset".to_owned(),
        (Pane::Job, Some(running), _) => running.brief(),
        (Pane::Job, None, Some(ended)) => ended.brief(),
        (Pane::Job, None, None) => "progress".to_owned(),
    }
}

fn path_line(frame: &mut Frame<'_>, area: Rect, prompt: &Prompt, look: Look) {
    if area.is_empty() {
        return;
    }
    let label = if area.width >= 40 { "path " } else { "" };
    print(
        frame,
        area,
        0,
        Line::from(vec![Span::styled(label, look.quiet()), Span::styled(look.prompt(), look.title())]),
    );
    let start = u16::try_from(fit::width(label) + 2).unwrap_or(2).min(area.width);
    let input = Rect { x: area.x + start, width: area.width - start, height: 1, ..area };
    if input.is_empty() {
        return;
    }
    frame.render_widget(prompt.path.widget(), input);
    if prompt.path.text().is_empty() && input.width > 1 {
        let hint = look.cut("a folder, a zip or a file", usize::from(input.width) - 1);
        print(frame, Rect { x: input.x + 1, width: input.width - 1, ..input }, 0, Line::styled(hint, look.quiet()));
    }
}

/// A line of what is said, behind an indent.
fn styled(line: &Said, cells: usize, indent: &'static str, look: Look) -> Line<'static> {
    match line {
        Said::Bar(share) => {
            let mut spans = vec![Span::raw(indent)];
            spans.extend(bar(look, *share, cells.saturating_sub(6).min(BAR), look.title()));
            spans.push(Span::raw(format!(" {:>3.0} %", share * 100.0)));
            Line::from(spans)
        }
        Said::Text { tone, text, label } => {
            let (label, text) = text.split_at_checked(*label).unwrap_or(("", text));
            let style = match tone {
                Tone::Plain => Style::new(),
                Tone::Heading => look.heading(),
                Tone::Quiet => look.quiet(),
                Tone::Error => look.error(),
            };
            Line::from(vec![
                Span::raw(indent),
                Span::styled(label.to_owned(), look.quiet()),
                Span::styled(text.to_owned(), style),
            ])
        }
    }
}
