//! The treemap: tiles of roles in the frames of their groups.

mod shade;
mod tiles;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Room, TreemapView};
use crate::app::App;
use crate::catalog::{Catalog, Role, RoleId};
use crate::compare::treemap::Plan;
use crate::ui::look::Look;
use crate::ui::{fit, print, print_all};

/// What the parts of the screen are drawn from.
#[derive(Clone, Copy)]
struct Treemap<'a> {
    view: &'a TreemapView,
    app: &'a App,
    catalog: &'static Catalog<'static>,
    plan: &'a Plan,
    look: Look,
}

impl Treemap<'_> {
    /// The role under the cursor.
    fn role(&self) -> Option<(RoleId, &'static Role<'static>)> {
        self.view.role.and_then(|id| Some((id, self.catalog.role(id)?)))
    }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &TreemapView, app: &App, look: Look) {
    let room = Room::of(area.width, area.height);
    let plan = view.plan(room.grid);
    let map = Treemap { view, app, catalog: app.catalog(), plan: &plan, look };
    if !room.is_drawn {
        return print_all(frame, area, 0, words::without_tiles(&map, area));
    }
    let cells = usize::from(area.width).saturating_sub(2);
    if view.filter.is_edited() {
        query(frame, Rect { height: 1, ..area }, &map);
    } else {
        print(frame, area, 0, words::heading(&map, usize::from(area.width)));
    }
    let plot = Rect { x: area.x + 1, y: area.y + 1, width: room.grid.columns, height: room.grid.rows };
    if plan.tiles.is_empty() {
        let said = match map.catalog.headcounts() {
            Some(_) => "Nobody of the staff is counted here.",
            None => "No employment is published here.",
        };
        let said = look.cut(said, cells);
        print(frame, plot, 1, Line::styled(said, look.heading()));
    }
    tiles::draw(frame, plot, &map);
    let mut row = 1 + room.grid.rows;
    let mut say = |frame: &mut Frame<'_>, lines: Vec<Line<'static>>, most: u16| {
        for line in lines.into_iter().take(usize::from(most)) {
            print(frame, area, row, line);
            row += 1;
        }
    };
    say(frame, words::below(&map, cells), room.role);
    say(frame, vec![words::legend(&map, cells)], room.legend);
    say(frame, vec![words::left_out(&map, cells)], room.left_out);
    say(frame, vec![words::foot(&map, cells)], 1);
}

/// `dim all but ❯ nurse zone:4`, and how much that is.
fn query(frame: &mut Frame<'_>, area: Rect, map: &Treemap<'_>) {
    let (look, view) = (map.look, map.view);
    let label = if area.width >= 50 { " dim all but " } else { " " };
    print(frame, area, 0, Line::styled(format!("{label}{}", look.prompt()), look.title()));
    let start = u16::try_from(fit::width(label) + 2).unwrap_or(0).min(area.width);
    let scope = words::scope(map, usize::from(area.width).saturating_sub(usize::from(start) + 26));
    let long = u16::try_from(fit::width(&scope)).unwrap_or(0);
    let input = Rect { x: area.x + start, width: area.width.saturating_sub(start + long + 2), ..area };
    if !input.is_empty() {
        frame.render_widget(view.filter.line().widget(), input);
        if view.filter.text().is_empty() {
            let hint = look.cut(" words, group:15, pay:>=100k", usize::from(input.width));
            print(frame, input, 0, Line::styled(hint, look.quiet()));
            // The cursor stands before the hint.
            frame.render_widget(Span::raw(" ").style(look.selected()), Rect { width: 1, ..input });
        }
    }
    let at = Rect { width: area.width.saturating_sub(1), ..area };
    let beside = Rect { x: at.x + at.width.saturating_sub(long), width: long.min(at.width), ..at };
    print(frame, beside, 0, Line::styled(scope, look.heading()));
}
