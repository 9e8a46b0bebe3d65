//! The roles that the text describes, each with its probability as a share, a bar and a word.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::matching::words::{SAY_MORE, too_little};
use crate::matching::{NearRole, PROBABILITY};
use crate::screens::matching::Focus;
use crate::ui::bars::bar;
use crate::ui::{fit, print, print_list, print_nothing};

/// The cells of what stands behind the title.
#[derive(Clone, Copy)]
struct Columns {
    bar: usize,
    word: usize,
}

impl Columns {
    const fn of(width: usize) -> Self {
        match width {
            ..30 => Self { bar: 0, word: 0 },
            30..56 => Self { bar: 5, word: 0 },
            56..76 => Self { bar: 10, word: 9 },
            _ => Self { bar: 16, word: 9 },
        }
    }

    fn behind(self) -> usize {
        // A space and four cells for the share.
        5 + if self.bar > 0 { self.bar + 1 } else { 0 } + if self.word > 0 { self.word + 1 } else { 0 }
    }
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, room, .. } = *scene;
    let has_head = area.height > 2 && room.head > 0;
    let rows = Rect { y: area.y + u16::from(has_head), height: area.height - u16::from(has_head), ..area };
    let roles = &view.matched.roles;
    if has_head {
        print(frame, area, 0, heads(scene, usize::from(area.width)));
    }
    if roles.is_empty() {
        if !view.is_done() {
            return print_nothing(frame, rows, [("Reading.".to_owned(), look.plain())], look);
        }
        let said = [(too_little(&view.cut), look.heading()), (SAY_MORE.to_owned(), look.plain())];
        return print_nothing(frame, rows, said, look);
    }
    // What a probability is stands below where there is room for both.
    let cells = usize::from(area.width).saturating_sub(2);
    let meaning = if rows.height >= 9 { look.wrap(PROBABILITY, cells, 3) } else { Vec::new() };
    let below = u16::try_from(meaning.len()).unwrap_or(0);
    let list = Rect { height: rows.height - below, ..rows };
    let columns = Columns::of(usize::from(area.width));
    print_list(frame, list, (view.cursor, roles.len(), 1), |row| {
        roles.get(row).map(|near| line(*near, scene, columns, (row == view.cursor, usize::from(area.width))))
    });
    let under = Rect { y: list.y + list.height, height: below, ..rows };
    for (row, line) in (0..).zip(meaning) {
        print(frame, under, row, Line::styled(format!(" {line}"), look.left_out()));
    }
}

fn heads(scene: &Scene<'_>, width: usize) -> Line<'static> {
    let Scene { view, look, .. } = *scene;
    let rule = look.rule();
    let name = match view.matched.titles.first().filter(|_| width >= 60) {
        Some(title) => format!("Nearest roles, title {:?}", title.title),
        None => "Nearest roles".to_owned(),
    };
    let end = if width >= 40 { " probability " } else { "" };
    let name = look.cut(&name, width.saturating_sub(fit::width(end) + 4));
    let fill = width.saturating_sub(fit::width(&name) + fit::width(end) + 4);
    let style = if view.focus == Focus::Roles { look.title() } else { look.heading() };
    Line::from(vec![
        Span::styled(format!("{rule} "), look.border()),
        Span::styled(name, style),
        Span::styled(format!(" {}", rule.repeat(fill)), look.border()),
        Span::raw(end),
        Span::styled(rule, look.border()),
    ])
}

fn line(near: NearRole, scene: &Scene<'_>, columns: Columns, (is_here, width): (bool, usize)) -> Line<'static> {
    let Scene { view, catalog, look, pins, .. } = *scene;
    let title = catalog.role(near.role).map_or("", |role| role.title);
    let has_keys = view.focus == Focus::Roles;
    let base = match is_here {
        true if has_keys => look.selected(),
        true => look.heading(),
        false => Style::new(),
    };
    let pin = if pins.has(near.role) { look.pin() } else { " " };
    let cells = width.saturating_sub(2 + columns.behind() + 1);
    let mut spans = vec![look.cursor(is_here), Span::styled(pin, look.key())];
    spans.push(Span::styled(look.padded(title, cells), base));
    if columns.bar > 0 {
        spans.push(Span::raw(" "));
        spans.extend(bar(look, f64::from(near.probability), columns.bar, look.key()));
    }
    spans.push(Span::raw(look.to_the_right(&near.percent(), 5)));
    if columns.word > 0 {
        spans.push(Span::raw(format!(" {}", look.padded(near.word(), columns.word))));
    }
    Line::from(spans)
}
