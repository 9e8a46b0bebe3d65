//! The search for another role: what is typed, what it finds, and what that role is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Scene, list, title};
use crate::ui::{FRAMED_COLUMNS, print, print_frame, print_list, print_nothing, wall};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, staff, look, .. } = *scene;
    let name = view.title(staff).map_or_else(String::new, list::name);
    let text = format!(" Another role for {name:?}");
    print(frame, area, 0, Line::styled(look.cut(&text, area.width.into()), look.title()));
    let row = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(1), ..area };
    list::typed(frame, row, ("role", &view.search), look);
    let body = Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    if view.found.is_empty() {
        let text = "Nothing is found: type other words, or a code.";
        return print_nothing(frame, body, [(text.to_owned(), look.plain())], look);
    }
    let is_wide = area.width >= 100;
    if !is_wide && area.height < 14 {
        return rows(frame, body, scene);
    }
    let (names, page) = if is_wide {
        let width = area.width / 2;
        wall(frame, Rect { x: body.x + width, width: 1, ..body }, look);
        let x = body.x + width + 2;
        (Rect { width, ..body }, Rect { x, width: area.width.saturating_sub(width + 3), ..body })
    } else {
        let height = body.height / 2;
        let page = Rect { x: body.x + 1, y: body.y + height, width: body.width - 2, height: body.height - height };
        (Rect { height: height.saturating_sub(1), ..body }, page)
    };
    rows(frame, names, scene);
    let framed = area.width >= FRAMED_COLUMNS && page.height > title::WITH_FIGURES;
    let page = Rect { height: page.height.saturating_sub(u16::from(framed)), ..page };
    if let Some(role) = view.found.get(view.found_cursor).copied() {
        let lines = title::role(role, scene, (page.width.into(), page.height), framed);
        title::finish(frame, page, role, lines, scene);
    }
    if framed {
        print_frame(
            frame,
            Rect { x: page.x.saturating_sub(1), width: page.width, ..body },
            body.height.saturating_sub(1),
            look,
        );
    }
}

pub(super) fn rows(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, catalog, look, .. } = *scene;
    let cells = usize::from(area.width).saturating_sub(3);
    print_list(frame, area, (view.found_cursor, view.found.len(), 1), |row| {
        let role = view.found.get(row).and_then(|role| catalog.role(*role));
        role.map(|role| {
            let is_here = row == view.found_cursor;
            let base = if is_here { look.selected() } else { Style::new() };
            let text = if cells >= 40 { format!("{} {}", role.code, role.title) } else { role.title.to_owned() };
            Line::from(vec![look.cursor(is_here), Span::raw(" "), Span::styled(look.padded(&text, cells), base)])
        })
    });
}
