//! What is said above everything: what was read and what was left out, how far reading is; or the path that is typed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::catalog::grouped;
use crate::matching::STAYS_HERE;
use crate::matching::words::count;
use crate::screens::matching::{Prompt, Purpose};
use crate::ui::{fit, print};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    let cells = usize::from(area.width).saturating_sub(2);
    if view.prompt.is_some() {
        return prompt(frame, area, scene);
    }
    let progress = progress(scene);
    let all = said(scene);
    let room = cells.saturating_sub(if progress.is_empty() { 0 } else { fit::width(&progress) + 2 });
    let text = all.iter().find(|text| fit::width(text) <= room).or(all.last()).cloned().unwrap_or_default();
    let mut spans = vec![Span::raw(" "), Span::styled(look.cut(&text, room), look.heading())];
    spans.push(Span::styled(format!("  {progress}"), look.key()));
    print(frame, area, 0, Line::from(spans));
    let below = if view.text.is_empty() { STAYS_HERE } else { &view.summary.left_out };
    let second = view.remark.as_deref().unwrap_or(below);
    let style = if view.remark.is_some() { look.heading() } else { look.plain() };
    print(frame, area, 1, Line::styled(format!(" {}", look.cut(second, cells)), style));
}

/// What was read, and the same in ever fewer words.
fn said(scene: &Scene<'_>) -> Vec<String> {
    let view = scene.view;
    if view.text.is_empty() {
        return vec!["Which roles does a text describe?".to_owned(), "Match a text".to_owned()];
    }
    let (work, left_out) = view.summary.words;
    let read_as = &view.summary.read_as;
    let (work, left_out) = (grouped(work as u64), grouped(left_out as u64));
    vec![
        format!("{read_as} Nothing of it leaves this machine."),
        read_as.clone(),
        format!("{work} words of work read, {left_out} left out"),
        format!("{work} read, {left_out} left out"),
        format!("{work}/{left_out}"),
    ]
}

/// How far reading is.
fn progress(scene: &Scene<'_>) -> String {
    let view = scene.view;
    let (read, all) = view.progress;
    match &view.opening {
        Some(path) => format!("opening {path}"),
        None if view.is_done() || view.text.is_empty() => String::new(),
        None if scene.room.results > 0 || scene.room.text >= 60 => {
            format!("reading {} of {}", grouped(read as u64), count(all, "sentence", "sentences"))
        }
        None => format!("{}/{}", grouped(read as u64), grouped(all as u64)),
    }
}

/// The path that is typed, and below it what it is for or what it may be completed to.
pub(super) fn prompt(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    let Some(Prompt { purpose, path, offers, .. }) = &view.prompt else { return };
    let (label, help) = match purpose {
        Purpose::Open => ("open", "A text, Markdown, HTML, Word or PDF file; Tab completes. It is only read."),
        Purpose::Save => ("save as", "The ending says how: .md, .html, .json or .txt. No file is replaced unasked."),
    };
    let label = if area.width >= 40 { format!(" {label} {} ", look.prompt()) } else { format!("{} ", look.prompt()) };
    let start = u16::try_from(fit::width(&label)).unwrap_or(0).min(area.width);
    print(frame, area, 0, Line::styled(label, look.title()));
    let input = Rect { x: area.x + start, width: area.width - start, height: area.height.min(1), ..area };
    if !input.is_empty() {
        frame.render_widget(path.widget(), input);
    }
    let below = if offers.is_empty() { help.to_owned() } else { offers.join("  ") };
    print(frame, area, 1, Line::raw(format!(" {}", look.cut(&below, usize::from(area.width).saturating_sub(2)))));
}
