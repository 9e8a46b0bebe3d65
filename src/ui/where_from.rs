//! Where the figures under the cursor come from, over whatever is in front.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::look::Look;
use super::size::first_row;
use super::{FRAMED_COLUMNS, fit, frame_sentence, print, print_all};
use crate::app::where_from::{Item, WhereView};

/// Cells of the labels, where they stand in a column of their own.
const LABEL: usize = 10;
/// From this width on they do.
const IN_COLUMNS: usize = 50;
/// The widest that the panel gets: longer lines are harder to read.
const WIDEST: u16 = 112;
/// Rows from which a border leaves room for what it frames.
const BORDERED: u16 = 14;

pub(super) fn draw(frame: &mut Frame<'_>, body: Rect, view: &WhereView, look: Look) {
    if body.is_empty() {
        return;
    }
    let bordered = body.width >= 40 && body.height >= BORDERED;
    let around = if bordered { 2 } else { 0 };
    let width = if body.width >= 100 { (body.width - 6).min(WIDEST) } else { body.width };
    let cells = usize::from(width - if bordered { 4 } else { 0 });
    // Without room for the frame sentence no exposure figure is shown.
    let bare = view.is_exposure() && (body.width < FRAMED_COLUMNS || body.height < 3);
    let framed = view.is_exposure() && !bare;
    let (lines, at) = lines(view, cells, bare, look);
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(around + u16::from(framed));
    let height = body.height.min(wanted);
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
    frame.render_widget(Clear, area);
    let mut inner = area;
    if bordered {
        let block = look.block("Where from");
        let inside = block.inner(area);
        frame.render_widget(block, area);
        inner = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    }
    let list = Rect { height: inner.height.saturating_sub(u16::from(framed)), ..inner };
    let seen = usize::from(list.height);
    // The whole item under the cursor, or its start where it is taller than the panel.
    let top = if at.len() >= seen { at.start } else { first_row(at.start + at.len() / 2, lines.len(), seen) };
    let total = lines.len();
    print_all(frame, list, 0, lines.into_iter().skip(top));
    if framed {
        let sentence = frame_sentence(usize::from(inner.width).saturating_sub(2));
        print(frame, inner, list.height, Line::styled(format!("  {sentence}"), look.frame()));
    }
    if bordered {
        let more = if total > seen { format!(" lines {}-{} of {total} ", top + 1, top + seen) } else { String::new() };
        let figure = match view.figures.len() {
            1 => String::new(),
            all => format!(" figure {} of {all} ", view.at() + 1),
        };
        let line = Line::styled(format!("{figure}{more}"), look.quiet()).right_aligned();
        print(frame, Rect { width: area.width - 2, ..area }, area.height - 1, line);
    }
}

/// All lines, and which of them the cursor is on.
fn lines(view: &WhereView, cells: usize, bare: bool, look: Look) -> (Vec<Line<'static>>, std::ops::Range<usize>) {
    let (mut lines, mut at) = (Vec::new(), 0..0);
    let mut label = "";
    for (place, item) in view.items.iter().enumerate() {
        if matches!(item, Item::Figure(at) if *at > 0) {
            lines.push(Line::default());
        }
        let start = lines.len();
        let selected = place == view.cursor;
        // A label stands once over several lines of its kind.
        let again = matches!(item, Item::Field(field) if field.label == label);
        label = if let Item::Field(field) = item { field.label } else { "" };
        for (nth, mut line) in drawn(view, item, (cells.saturating_sub(2), again), bare, look).into_iter().enumerate() {
            let glyph = if selected && nth == 0 { look.glyphs.cursor } else { " " };
            line.spans.insert(0, Span::styled(format!("{glyph} "), look.title()));
            lines.push(line);
        }
        if selected {
            at = start..lines.len();
        }
    }
    (lines, at)
}

/// The lines of an item. Without room for the frame sentence, those of an exposure figure say no number.
fn drawn(view: &WhereView, item: &Item, (cells, again): (usize, bool), bare: bool, look: Look) -> Vec<Line<'static>> {
    let wrapped = |text: &str, cells: usize| look.wrap(&plain(text, look), cells, usize::MAX);
    match item {
        Item::Figure(place) => {
            let Some(figure) = view.figures.get(*place) else { return Vec::new() };
            let text = if bare { figure.name.clone() } else { figure.head() };
            wrapped(&text, cells).into_iter().map(|line| Line::styled(line, look.heading())).collect()
        }
        Item::Field(field) if bare && field.label == "computed" => Vec::new(),
        Item::Field(field) => {
            let text = if bare { field.text.split(" = ").next().unwrap_or_default() } else { &field.text };
            let aside = if cells >= IN_COLUMNS { LABEL } else { 0 };
            let label = look.padded(field.label, aside.max(fit::width(field.label) + 1));
            if aside == 0 {
                let lines = wrapped(&format!("{label}{text}"), cells);
                return lines
                    .into_iter()
                    .enumerate()
                    .map(|(nth, line)| match line.strip_prefix(label.as_str()) {
                        Some(rest) if nth == 0 => {
                            Line::from(vec![Span::styled(label.clone(), look.quiet()), Span::raw(rest.to_owned())])
                        }
                        _ => Line::raw(line),
                    })
                    .collect();
            }
            wrapped(text, cells.saturating_sub(aside))
                .into_iter()
                .enumerate()
                .map(|(nth, line)| {
                    let label = if nth == 0 && !again { label.clone() } else { " ".repeat(aside) };
                    Line::from(vec![Span::styled(label, look.quiet()), Span::raw(line)])
                })
                .collect()
        }
    }
}

/// The text, in ASCII where the look asks for it.
fn plain(text: &str, look: Look) -> String {
    let text = look.text(text);
    if !look.ascii() {
        return text;
    }
    let pairs = [("½", "1/2"), ("×", "x"), ("√", "sqrt"), ("≥", ">="), ("≤", "<="), ("≈", "~"), ("…", "...")];
    pairs.into_iter().fold(text, |text, (from, to)| text.replace(from, to))
}
