//! The sharing screen: what is shared, and the roles that share it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{How, Sharer, Sharing};
use crate::app::App;
use crate::catalog::{Catalog, RoleId, Task, grouped};
use crate::ui::look::Look;
use crate::ui::role_line::RoleColumns;
use crate::ui::size::Size;
use crate::ui::{fit, print, print_all, print_frame, print_list};

pub fn draw(frame: &mut Frame<'_>, area: Rect, sharing: &Sharing, app: &App, look: Look) {
    let catalog = app.catalog();
    let tiny = Size::of(frame.area()) == Size::Tiny;
    let cells = usize::from(area.width);
    let mut row = 0;
    if !tiny {
        // Where rows are few, the list matters more than the whole heading.
        let most = usize::from(area.height / 3).max(1);
        for line in heading(sharing, catalog, cells.saturating_sub(2), look).into_iter().take(most) {
            print(frame, area, row, line);
            row += 1;
        }
    }
    let columns = if tiny { RoleColumns::of(0).with_title(cells) } else { RoleColumns::of(cells).with_newest(catalog) };
    if !tiny {
        let count = format!("{} roles", grouped(sharing.rows.len() as u64));
        let head = if sharing.rows.len() == 1 { "1 role".to_owned() } else { count };
        print(frame, area, row, columns.heads(&format!("{head}, {}", sharing.order()), catalog, look));
        row += 1;
    }
    let framed = !tiny && columns.has_exposure() && !sharing.rows.is_empty();
    let height = area.height.saturating_sub(row + u16::from(framed));
    let list = Rect { y: area.y + row.min(area.height), height, ..area };
    if sharing.rows.is_empty() {
        let lines = look.wrap(sharing.why_empty(), cells.saturating_sub(4), 4);
        print_all(frame, list, u16::from(!tiny), lines.into_iter().map(|line| Line::raw(format!("  {line}"))));
    }
    rows(frame, list, sharing, catalog, columns.with_pins(&app.pins, catalog), look);
    if framed && area.height > row {
        print_frame(frame, area, area.height - 1, look);
    }
}

fn heading<'c>(sharing: &Sharing, catalog: &'c Catalog<'_>, cells: usize, look: Look) -> Vec<Line<'c>> {
    let kind = sharing.kind(catalog);
    let mut lines = Vec::new();
    let from = catalog.role(sharing.from).map_or("", |role| role.title);
    let said = match sharing.rows.iter().position(|row| row.role == sharing.from) {
        Some(place) if matches!(sharing.rows.get(place).map(|row| row.how), Some(How::Importance(_))) => {
            format!("{kind}, place {} for {from}", grouped(place as u64 + 1))
        }
        _ => format!("{kind} of {from}"),
    };
    for line in look.wrap(sharing.thing(catalog), cells, 2) {
        lines.push(Line::styled(format!(" {line}"), look.heading()));
    }
    lines.push(Line::styled(format!(" {}", look.cut(&said, cells)), look.quiet()));
    if sharing.rows.iter().any(|row| matches!(row.how, How::Software { hot: true, .. })) {
        lines.push(Line::styled(" hot technology: frequent in employers' postings", look.quiet()));
    }
    let activities = sharing.activities(catalog);
    if !activities.is_empty() {
        let between = format!(" {} ", look.glyphs.dot);
        let text = format!("through {}", activities.join(&between));
        for line in look.wrap(&text, cells, 2) {
            lines.push(Line::styled(format!(" {line}"), look.quiet()));
        }
    }
    lines
}

fn rows(
    frame: &mut Frame<'_>,
    area: Rect,
    sharing: &Sharing,
    catalog: &Catalog<'static>,
    columns: RoleColumns,
    look: Look,
) {
    // Below each role stands the task by which it shares; all else fits beside its title.
    let each = if matches!(sharing.rows.first().map(|row| row.how), Some(How::Task { .. })) { 2 } else { 1 };
    print_list(frame, area, (sharing.cursor, sharing.rows.len(), each), |place| {
        let selected = place == sharing.cursor;
        let Some(sharer) = sharing.rows.get(place) else { return Vec::new() };
        let Some(role) = catalog.role(sharer.role) else { return Vec::new() };
        let mut lines = vec![columns.line(role, catalog, (&[], &note(sharer, sharing.from)), selected, look)];
        if let How::Task { place, activities } = sharer.how {
            let task = role.tasks.get(usize::from(place));
            lines.push(task_line(task, activities, selected, usize::from(area.width), look));
        }
        lines
    });
}

/// How a role shares the thing, where a word or a figure says it.
fn note(sharer: &Sharer, from: RoleId) -> String {
    let how = match sharer.how {
        How::Importance(importance) => importance.to_string(),
        How::Software { in_demand: true, .. } => "in demand".to_owned(),
        How::Software { .. } | How::Task { .. } | How::Tool => String::new(),
    };
    let here = if sharer.role == from { "(from here)" } else { "" };
    format!("{here} {how}").trim().to_owned()
}

fn task_line<'c>(task: Option<&Task<'c>>, activities: usize, selected: bool, cells: usize, look: Look) -> Line<'c> {
    let mut spans = vec![look.cursor(selected), Span::raw("   ")];
    let Some(task) = task else { return Line::from(spans) };
    if let Some(labels) = task.labels {
        spans.push(Span::styled(format!("{} ", labels.gpt4.word()), look.label(labels.gpt4)));
    }
    let shared = if activities > 1 { format!("{activities} shared: ") } else { String::new() };
    let room = cells.saturating_sub(8 + fit::width(&shared));
    spans.push(Span::styled(shared, look.quiet()));
    spans.push(Span::raw(look.cut(task.wording, room)));
    Line::from(spans)
}
