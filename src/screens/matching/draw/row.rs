//! A row of what stands beside the roles, in as many lines as it needs.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::catalog::{Label, Metric};
use crate::matching::words::NO_TASK;
use crate::matching::{Mix, Use};
use crate::screens::matching::rows::{Marked, Row};
use crate::search::Found;
use crate::ui::bars::{bar, mix_bar};
use crate::ui::fit;
use crate::ui::look::Look;

/// Lines of a sentence or a task; under the cursor it unfolds.
const MOST: [usize; 2] = [2, 12];

/// Its lines in so many cells; exposure only where the frame sentence stands beside it.
pub(super) fn lines(
    row: &Row,
    scene: &Scene<'_>,
    cells: usize,
    (is_here, is_framed): (bool, bool),
) -> Vec<Line<'static>> {
    let look = scene.look;
    let most = MOST[usize::from(is_here)];
    match row {
        Row::Tie { said, kind, near, there, .. } => {
            let kind = if near.is_empty() { (*kind).to_owned() } else { format!("{near} {kind}") };
            let mut lines = marked(look, said, (cells, most), ("", look.plain()));
            lines.extend(marked(look, there, (cells, most), (&format!("  {kind}: "), look.left_out())));
            lines
        }
        Row::Duty { said, task, label, .. } => {
            let mark = if is_framed { mark(look, *label) } else { Vec::new() };
            let before: usize = mark.iter().map(Span::width).sum();
            let room = cells.saturating_sub(before);
            let mut lines = with_start(look.wrap(said, room, most), mark, before, Style::new());
            let indent = before.max(2);
            let text = match task {
                Some((_, wording, whose)) => format!("{} {wording} ({whose})", look.glyphs.arrow),
                None => format!("{} {NO_TASK}", look.glyphs.arrow),
            };
            let task = look.wrap(&text, cells.saturating_sub(indent), most);
            lines.extend(
                task.into_iter().map(|line| Line::styled(format!("{}{line}", " ".repeat(indent)), look.left_out())),
            );
            lines
        }
        Row::Thing { name, is_hot, usage, found, .. } => thing(look, cells, (name, *found), *is_hot, *usage),
        Row::Task { wording, label, importance, .. } => {
            let mut start = if is_framed { mark(look, *label) } else { Vec::new() };
            if cells >= 40 {
                start.push(Span::styled(look.padded(importance, 5), look.left_out()));
            }
            let before: usize = start.iter().map(Span::width).sum();
            with_start(look.wrap(wording, cells.saturating_sub(before), most), start, before, Style::new())
        }
        Row::Mix { name, mix, .. } if is_framed => mixed(look, name, mix, cells),
        Row::Mix { name, .. } => vec![Line::raw(look.cut(name, cells))],
        Row::Way { row, probability, asks, brings, .. } => {
            let Some(role) = scene.catalog.role(row.role) else { return Vec::new() };
            let mut lines = vec![Line::from(vec![
                Span::styled(look.padded(role.title, cells.saturating_sub(5)), look.heading()),
                Span::raw(look.to_the_right(probability, 5)),
            ])];
            let pay = Metric::Pay.text_in(scene.catalog, role);
            let overlap = if is_framed { format!(", overlap {}", row.overlap) } else { String::new() };
            let alike = row.alike_text().unwrap_or_else(|| "not rated".to_owned());
            let gap = row.gap_text().unwrap_or_else(|| "not rated".to_owned());
            let outlook = Metric::Change.cell(scene.catalog, role);
            let outlook = outlook.unwrap_or_else(|| Metric::Change.missing(scene.catalog, role).into_owned());
            let figures = format!(
                "pay {pay} ({}), outlook {outlook} ({}){overlap}, alike {alike}, gap {gap}",
                row.pay, row.outlook
            );
            for text in [figures, format!("also requires: {asks}"), format!("brought along: {brings}")] {
                let wrapped = look.wrap(&look.text(&text), cells.saturating_sub(2), most);
                lines.extend(wrapped.into_iter().map(|line| Line::raw(format!("  {line}"))));
            }
            lines
        }
        Row::Said(text) => look.wrap(&look.text(text), cells, 6).into_iter().map(Line::raw).collect(),
    }
}

/// A task's label, in three cells.
fn mark(look: Look, label: Option<Label>) -> Vec<Span<'static>> {
    match label {
        Some(label) => vec![Span::styled(label.word(), look.label(label)), Span::raw(" ")],
        None => vec![Span::raw("-- ")],
    }
}

/// Lines of which the first begins with something, the others with as many blanks.
fn with_start(lines: Vec<String>, start: Vec<Span<'static>>, before: usize, style: Style) -> Vec<Line<'static>> {
    let mut start = Some(start);
    let line = |line: String| {
        let mut spans = start.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(before))]);
        spans.push(Span::styled(line, style));
        Line::from(spans)
    };
    lines.into_iter().map(line).collect()
}

/// A text in lines with its marks, behind a label.
fn marked(
    look: Look,
    said: &Marked,
    (cells, most): (usize, usize),
    (label, style): (&str, Style),
) -> Vec<Line<'static>> {
    // Breaks of lines within a sentence are spaces of as many bytes.
    let text = said.text.replace(['\n', '\t'], " ");
    let indent = look.cut(label, cells);
    let room = cells.saturating_sub(fit::width(&indent));
    let mut lines = Vec::new();
    let mut at = 0;
    for piece in look.wrap(&text, room, most) {
        let is_whole = text.get(at..).is_some_and(|rest| rest.trim_start().starts_with(piece.as_str()));
        let from = at + text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let inside: Vec<Range<usize>> = said
            .marks
            .iter()
            .map(|mark| mark.start.max(from).saturating_sub(from)..mark.end.saturating_sub(from).min(piece.len()))
            .filter(|mark| mark.start < mark.end)
            .collect();
        let start = if lines.is_empty() { indent.clone() } else { " ".repeat(fit::width(&indent)) };
        let mut spans = vec![Span::styled(start, style)];
        let own = look.marked(&piece, &inside, room.max(fit::width(&piece)), (style, look.tied()));
        spans.extend(own.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
        lines.push(Line::from(spans));
        at = from + if is_whole { piece.len() } else { 0 };
    }
    lines
}

fn thing(look: Look, cells: usize, (name, found): (&str, Found), is_hot: bool, usage: Use) -> Vec<Line<'static>> {
    let (sign, style) = match usage {
        Use::No => ("-", look.left_out()),
        _ => (if look.ascii() { "+" } else { "√" }, look.key()),
    };
    let mut flags = vec![usage.words()];
    if is_hot {
        flags.insert(0, "hot technology");
    }
    let told = format!("{}, {}", found.word(), flags.join(", "));
    let told = if cells >= 46 { told } else { String::new() };
    let room = cells.saturating_sub(2 + fit::width(&told) + usize::from(!told.is_empty()));
    let name_style = if usage == Use::No { look.left_out() } else { look.plain() };
    vec![Line::from(vec![
        Span::styled(format!("{sign} "), style),
        Span::styled(look.padded(name, room), name_style),
        Span::styled(if told.is_empty() { told } else { format!(" {told}") }, look.left_out()),
    ])]
}

/// A mix: its exposure, how its labels divide, and what stands behind it.
fn mixed(look: Look, name: &str, mix: &Mix, cells: usize) -> Vec<Line<'static>> {
    let [e0, e1, e2] = mix.labels;
    let counts = [(Label::E1, e1), (Label::E2, e2), (Label::E0, e0)];
    let wide = cells.saturating_sub(2).min(60);
    let share = mix.exposure();
    let mut lines = vec![Line::from(vec![
        Span::styled(look.padded(name, cells.saturating_sub(5).min(wide)), look.heading()),
        Span::styled(look.to_the_right(&mix.exposure_text(), 5), look.heading()),
    ])];
    if let Some(share) = share {
        lines.push(Line::from(bar(look, share, wide, look.key()).to_vec()));
        lines.push(Line::from(mix_bar(look, counts, wide)));
    }
    let coverage = mix.coverage().map_or(0.0, |share| share * 100.0);
    let mut spans = Vec::new();
    for (label, count) in counts {
        spans.push(Span::styled(label.word(), look.label(label)));
        spans.push(Span::raw(format!(" {count}  ")));
    }
    spans.push(Span::raw(format!("of {}, {coverage:.0}% labelled", mix.all)));
    lines.push(Line::from(spans));
    lines.push(Line::default());
    lines
}
