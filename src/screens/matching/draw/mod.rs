//! The match screen: the text, the roles that it describes, and what ties it to one of them.

mod head;
mod list;
mod nothing;
mod roles;
mod row;
mod side;
mod text;
mod walk;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Focus, MatchView, Room};
use crate::app::App;
use crate::app::pins::Pins;
use crate::catalog::Catalog;
use crate::ui::look::Look;
use crate::ui::wall;

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Scene<'s> {
    view: &'s MatchView,
    catalog: &'static Catalog<'static>,
    pins: &'s Pins,
    look: Look,
    room: Room,
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &MatchView, app: &App, look: Look) {
    let room = Room::around(view, area.width, area.height);
    let scene = Scene { view, catalog: app.catalog(), pins: &app.pins, look, room };
    head::draw(frame, Rect { height: room.head.min(area.height), ..area }, &scene);
    // Where there is no row for a head, a path that is typed takes the place of everything.
    let body = if room.head == 0 && view.prompt.is_some() {
        let row = area.height.min(1);
        head::prompt(frame, Rect { height: row, ..area }, &scene);
        Rect { y: area.y + row, height: area.height - row, ..area }
    } else {
        Rect { y: area.y + room.head.min(area.height), height: area.height.saturating_sub(room.head), ..area }
    };
    if view.text.is_empty() {
        return nothing::draw(frame, body, &scene);
    }
    if room.text > 0 {
        pane(frame, Rect { width: room.text, ..body }, &scene);
    }
    if room.results > 0 {
        let x = area.x + area.width - room.results;
        if room.text > 0 {
            wall(frame, Rect { x: x - 1, width: 1, ..body }, look);
        }
        let results = Rect { x, width: room.results, ..body };
        let roles = Rect { height: room.roles.min(results.height), ..results };
        if room.roles > 0 {
            roles::draw(frame, roles, &scene);
        }
        if room.side > 0 {
            let y = results.y + roles.height;
            side::draw(frame, Rect { y, height: results.height - roles.height, ..results }, &scene);
        }
    }
}

/// The text, or of it what is left out, and below it what the sentence is that is looked at.
fn pane(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let said = scene.room.said.min(area.height);
    let rows = Rect { height: area.height - said, ..area };
    if scene.view.focus == Focus::Sentences && scene.view.only_left_out {
        walk::draw(frame, rows, scene);
    } else {
        text::draw(frame, rows, scene);
    }
    walk::said(frame, Rect { y: area.y + rows.height, height: said, ..area }, scene);
}
