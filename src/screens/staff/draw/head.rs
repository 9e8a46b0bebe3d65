//! What stands above every face: how much is counted and how surely, how far the decisions are, what is read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::catalog::grouped;
use crate::staff::columns::Holds;
use crate::ui::{fit, print, print_all};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    let cells = usize::from(area.width).saturating_sub(2);
    // What is done and what is read take a row each where there are as many.
    let (done, read) = (u16::from(area.height >= 2), u16::from(area.height >= 3));
    let most = usize::from(area.height - done - read);
    let full = look.wrap(&view.summary.coverage(), cells, most + 1);
    let said = if full.len() > most { look.wrap(&view.summary.brief(), cells, most) } else { full };
    let mut row = u16::try_from(said.len()).unwrap_or(0);
    print_all(frame, area, 0, said.into_iter().map(|line| Line::styled(format!(" {line}"), look.heading())));
    if done > 0 {
        print(frame, area, row, decisions(scene, cells));
        row += 1;
    }
    if read > 0 {
        print(frame, area, row, Line::styled(format!(" {}", columns(scene, cells)), look.quiet()));
    }
}

/// How many decisions were made, whether they are saved, and how far the work is.
fn decisions(scene: &Scene<'_>, cells: usize) -> Line<'static> {
    let Scene { view, staff, look, .. } = *scene;
    let made = match view.summary.made {
        0 => "no decisions yet".to_owned(),
        1 => "1 decision".to_owned(),
        made => format!("{} decisions", grouped(made as u64)),
    };
    let dot = look.glyphs.dot;
    let mut spans = vec![Span::raw(format!(" {made}"))];
    if !staff.is_saved() {
        spans.push(Span::styled(", not saved", look.error()));
    } else if !made.starts_with("no") {
        spans.push(Span::raw(", saved"));
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let progress = view.summary.progress().map(|text| format!(" {dot} {text}"));
    let fitting = progress.into_iter().find(|text| used + fit::width(text) <= cells + 1);
    spans.extend(fitting.map(|text| Span::styled(text, look.quiet())));
    Line::from(spans)
}

/// What is read from which column, and what is remarked, as much as fits.
fn columns(scene: &Scene<'_>, cells: usize) -> String {
    let Scene { staff, look, .. } = *scene;
    let read = |holds: Holds| Some(format!("{} {:?}", holds.word(), staff.columns.name_of(holds)?));
    let read: Vec<String> = Holds::ALL.into_iter().filter_map(read).collect();
    let remarks = match staff.remarks.len() {
        0 => "C shows and changes it".to_owned(),
        1 => "1 remark: C".to_owned(),
        count => format!("{count} remarks: C"),
    };
    let read = format!("{} rows: {}", grouped(staff.rows.len() as u64), read.join(", "));
    let room = cells.saturating_sub(fit::width(&remarks) + 3);
    format!("{} {} {remarks}", look.cut(&read, room), look.glyphs.dot)
}
