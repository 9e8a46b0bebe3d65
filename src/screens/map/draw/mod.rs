//! The map: roles in the plane of two figures.

mod axes;
mod dots;
mod pane;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{MARGIN, MapView, Room};
use crate::app::App;
use crate::catalog::{Catalog, Role, RoleId};
use crate::compare::scatter::{Cell, Cells};
use crate::ui::look::Look;
use crate::ui::{frame_sentence, print, print_all};

pub use words::figure;

/// What the parts of the screen are drawn from.
#[derive(Clone, Copy)]
struct Map<'a> {
    view: &'a MapView,
    app: &'a App,
    catalog: &'static Catalog<'static>,
    room: Room,
    cells: &'a Cells,
    look: Look,
}

impl Map<'_> {
    /// The role under the cursor.
    fn role(&self) -> Option<(RoleId, &'static Role<'static>)> {
        self.view.role.and_then(|id| Some((id, self.catalog.role(id)?)))
    }

    /// The cell under the cursor; none where its role has no place on the plot.
    fn cell(&self) -> Option<Cell> {
        self.cells.of(self.view.role?)
    }

    /// Where the role under the cursor stands among those of its cell, from 1, and how many they are.
    fn place_in_cell(&self) -> Option<(usize, usize)> {
        let roles = self.cells.at(self.cell()?);
        Some((roles.clone().position(|role| Some(role) == self.view.role)? + 1, roles.len()))
    }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &MapView, app: &App, look: Look) {
    let room = Room::of(area.width, area.height);
    let cells = view.cells(room.grid);
    let map = Map { view, app, catalog: app.catalog(), room, cells: &cells, look };
    if room.is_plotted {
        plotted(frame, area, &map);
    } else {
        print_all(frame, area, 0, words::without_plot(&map, area));
    }
}

fn plotted(frame: &mut Frame<'_>, area: Rect, map: &Map<'_>) {
    let room = map.room;
    let left = Rect { width: area.width - room.pane, ..area };
    print(frame, left, 0, words::heading(map, usize::from(left.width)));
    let plot = Rect { x: area.x + MARGIN, y: area.y + 1, width: room.grid.columns, height: room.grid.rows };
    axes::guides(frame, plot, map);
    dots::draw(frame, plot, map);
    axes::up(frame, plot, map);
    axes::across(frame, plot, map);
    if map.view.scatter.points.is_empty() {
        let room = usize::from(plot.width).saturating_sub(3);
        let said = words::nothing(map).into_iter();
        let lines = said.map(|(text, style)| Line::styled(format!("  {}", map.look.cut(&text, room)), style));
        print_all(frame, plot, 1, lines);
    }
    // Two rows of the axis across stand between the plot and what is said below it.
    let mut row = 1 + room.grid.rows + 2;
    let cells = usize::from(left.width).saturating_sub(2);
    let mut say = |frame: &mut Frame<'_>, lines: Vec<Line<'static>>, most: u16| {
        for line in lines.into_iter().take(usize::from(most)) {
            print(frame, left, row, line);
            row += 1;
        }
    };
    say(frame, vec![words::caption(map, usize::from(left.width))], room.caption);
    say(frame, pane::below(map, cells), room.role);
    say(frame, vec![words::legend(map, cells)], room.legend);
    say(frame, vec![words::left_out(map, cells)], room.left_out);
    let sentence = frame_sentence(cells);
    print(frame, left, area.height - 1, Line::styled(format!(" {sentence}"), map.look.frame()));
    if room.pane > 0 {
        let beside = Rect { x: area.x + left.width, width: room.pane, ..area };
        pane::draw(frame, beside, map);
    }
}

/// Writes a text into cells of an area over what was there, cut at its right edge; nothing where it starts outside.
pub fn write(frame: &mut Frame<'_>, area: Rect, (column, row): (u16, u16), text: &str, style: Style) {
    if column < area.width && row < area.height {
        let at = Rect { x: area.x + column, y: area.y + row, width: area.width - column, height: 1 };
        frame.render_widget(Span::styled(text.to_owned(), Style::reset().patch(style)), at);
    }
}
