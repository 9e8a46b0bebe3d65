//! What each column of the file is read as, with some of its values; what was remarked while it was read; and that nothing
//! leaves the machine.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::staff::columns::Holds;
use crate::staff::words::PRIVATE;
use crate::ui::{print, print_all, print_list};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, staff, look, .. } = *scene;
    let cells = usize::from(area.width).saturating_sub(3);
    let name = &staff.origin.name;
    let heading = look.cut(&format!(" What is read of {name}"), area.width.into());
    print(frame, area, 0, Line::styled(heading, look.title()));
    let list = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(6), ..area };
    rows(frame, list, scene);
    let next = match (view.choice.is_changed(&staff.columns), staff.origin.path.as_os_str() == "-") {
        (false, _) => "Enter: this is right, on to the titles. Left and right take another column, or none.",
        (true, false) => "Enter reads the file again with these columns. What you have decided is kept.",
        (true, true) => "Standard input cannot be read again: give the file by its name to choose columns.",
    };
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut say = |text: &str, style: Style| {
        lines.extend(look.wrap(text, cells, 3).into_iter().map(|line| Line::styled(format!("  {line}"), style)));
    };
    say(next, look.heading());
    for remark in &staff.remarks {
        say(remark, look.plain());
    }
    say(PRIVATE, look.quiet());
    let gap = u16::from(area.height >= 14);
    print_all(frame, area, 7 + gap, lines);
}

/// A line for each of what can be read.
pub(super) fn rows(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    print_list(frame, area, (scene.view.choice.cursor, Holds::ALL.len(), 1), |place| {
        Holds::ALL.get(place).map(|holds| row(*holds, place, scene, usize::from(area.width)))
    });
}

fn row(holds: Holds, place: usize, scene: &Scene<'_>, cells: usize) -> Line<'static> {
    let Scene { view, staff, look, .. } = *scene;
    let is_here = place == view.choice.cursor;
    let base = if is_here { look.selected() } else { Style::new() };
    let column = view.choice.used.get(place).copied().flatten();
    let name = column.and_then(|column| staff.columns.names.get(column));
    let label = 13.min(cells / 3);
    let width = ((cells.saturating_sub(label + 2)) / 3).max(12);
    let mut spans = vec![look.cursor(is_here), Span::styled(look.padded(holds.word(), label), look.quiet())];
    let room = cells.saturating_sub(label + 1);
    let Some(name) = name else {
        let text = if room >= 24 { format!("none: {}", holds.without()) } else { "none".to_owned() };
        spans.push(Span::styled(look.padded(&text, room), base));
        return Line::from(spans);
    };
    spans.push(Span::styled(look.padded(name, width.min(room)), base.bold()));
    let samples = column.and_then(|column| staff.columns.samples.get(column));
    let samples = samples.map_or_else(String::new, |values| values.join(", "));
    let also = view.choice.other(place).map_or_else(String::new, |other| format!("also the {}; ", other.word()));
    spans.push(Span::styled(
        format!(" {}", look.cut(&format!("{also}{samples}"), room.saturating_sub(width + 1))),
        look.quiet(),
    ));
    Line::from(spans)
}
