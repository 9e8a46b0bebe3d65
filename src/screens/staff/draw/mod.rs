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

/// One line that can be read, and more titles where there are rows.
fn tiny(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let cells = usize::from(area.width);
    match scene.view.face {
        Face::Columns => columns::rows(frame, area, scene),
        Face::Search => roles::rows(frame, area, scene),
        _ if scene.view.rows.is_empty() => {
            print(frame, area, 0, Line::raw(scene.look.cut("No title is listed", cells)));
        }
        _ => list::rows(frame, area, scene),
    }
}
