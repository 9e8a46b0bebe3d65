//! The staff: what is said of all of it, then the titles, one of them, or the columns of the file.

mod candidates;
mod columns;
mod head;
mod list;
mod mark;
mod roles;
mod title;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Face, Room, StaffView};
use crate::app::App;
use crate::catalog::Catalog;
use crate::staff::Staff;
use crate::ui::look::Look;
use crate::ui::size::Size;
use crate::ui::{print, wall};

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Scene<'s> {
    view: &'s StaffView,
    staff: &'s Staff,
    catalog: &'static Catalog<'static>,
    look: Look,
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &StaffView, app: &App, look: Look) {
    let Some(staff) = app.staff.as_deref() else { return };
    let scene = Scene { view, staff, catalog: app.catalog(), look };
    if Size::of(frame.area()) == Size::Tiny {
        return tiny(frame, area, &scene);
    }
    let room = Room::of(area.width, area.height);
    let below =
        |rows: u16| Rect { y: area.y + rows.min(area.height), height: area.height.saturating_sub(rows), ..area };
    head::draw(frame, Rect { height: room.head.min(area.height), ..area }, &scene);
    let rest = below(room.head);
    match view.face {
        Face::Titles => titles(frame, rest, &scene, room),
        Face::Title => title::draw(frame, rest, &scene),
        Face::Search => roles::draw(frame, rest, &scene),
        Face::Columns => columns::draw(frame, rest, &scene),
    }
}

/// The list, and the candidates of the title under the cursor beside it or below it.
fn titles(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, room: Room) {
    if room.beside > 0 {
        let left = Rect { width: area.width.saturating_sub(room.beside + 1), ..area };
        let x = left.x + left.width;
        list::draw(frame, left, scene);
        wall(frame, Rect { x, width: 1, ..area }, scene.look);
        return candidates::draw(frame, Rect { x: x + 1, width: room.beside, ..area }, scene);
    }
    let height = area.height.saturating_sub(room.below);
    list::draw(frame, Rect { height, ..area }, scene);
    candidates::draw(frame, Rect { y: area.y + height, height: room.below, ..area }, scene);
}

/// One line that can be read, and more of them where there are rows; what is typed stands above.
fn tiny(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    let typed = match view.face {
        Face::Search => Some(&view.search),
        Face::Titles => Some(&view.filter).filter(|filter| filter.is_edited()),
        Face::Title | Face::Columns => None,
    };
    let mut rest = area;
    if let Some(typed) = typed.filter(|_| area.height >= 2) {
        list::typed(frame, Rect { height: 1, ..area }, ("", typed), look);
        rest = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    let nothing = |text: &str| Line::raw(look.cut(text, area.width.into()));
    match view.face {
        Face::Columns => columns::rows(frame, rest, scene),
        Face::Search if view.found.is_empty() => print(frame, rest, 0, nothing("Nothing is found")),
        Face::Search => roles::rows(frame, rest, scene),
        _ if view.rows.is_empty() => print(frame, rest, 0, nothing("No title is listed")),
        _ => list::rows(frame, rest, scene),
    }
}
