//! A role's places: the list, the tile map of the states, and all figures of the place under the cursor.

mod detail;
mod list;
mod map;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::{Pane, Room, Whereabouts};
use crate::app::App;
use crate::catalog::{Catalog, Published};
use crate::compare::places::{FLOOR_WORDS, Nation, OVERLAP, Row, Scope, Standing, US_PRICES, Whose};
use crate::ui::look::Look;
use crate::ui::size::Size;
use crate::ui::{print, print_all, print_nothing, wall};
use list::ListColumns;

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Scene<'s> {
    view: &'s Whereabouts,
    catalog: &'static Catalog<'static>,
    room: Room,
    look: Look,
}

impl Scene<'_> {
    /// The release of the nation beside the places.
    fn nation_release(&self) -> &'static str {
        Nation::release(self.catalog)
    }

    /// The mark of a place that is looked at, 1, or that stands beside it, 2.
    fn mark(&self, row: &Row) -> &'static str {
        let lens = self.catalog.lens();
        match row.whose {
            Whose::Place(id) if lens.place == Some(id) => "1",
            Whose::Place(id) if lens.beside == Some(id) => "2",
            _ => " ",
        }
    }

    fn is_of_industries(&self) -> bool {
        matches!(self.view.places.scope, Scope::Industries(_))
    }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &Whereabouts, app: &App, look: Look) {
    let room = Room::of(area.width, area.height, view.has_map());
    let scene = Scene { view, catalog: app.catalog(), room, look };
    if let Some(why) = view.places.why_nothing(scene.catalog) {
        return nothing(frame, area, &scene, &why);
    }
    if Size::of(frame.area()) == Size::Tiny {
        return list::rows(frame, area, &scene, &ListColumns::names(usize::from(area.width)));
    }
    if room.is_both() {
        let left = Rect { width: area.width.saturating_sub(room.side + 1), ..area };
        let x = left.x + left.width;
        listed(frame, left, &scene, view.pane == Pane::List);
        wall(frame, Rect { x, width: 1, ..area }, look);
        aside(frame, Rect { x: x + 1, width: room.side, ..area }, &scene);
    } else if view.pane == Pane::Map && room.tile.is_some() {
        map_alone(frame, area, &scene);
    } else {
        listed(frame, area, &scene, true);
    }
}

/// The list with what is said above and below it.
fn listed(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, has_keys: bool) {
    let Scene { view, look, room, .. } = *scene;
    let cells = usize::from(area.width).saturating_sub(2);
    print(frame, area, 0, Line::styled(format!(" {}", heading(scene, cells)), look.quiet()));
    let columns = ListColumns::of(usize::from(area.width), view.places.scope, view.listed.by);
    print(frame, area, 1, columns.heads(scene, has_keys));
    let rules = rules(scene, cells.saturating_sub(1), usize::from(room.rules));
    let rule_rows = u16::try_from(rules.len()).unwrap_or(0);
    let height = area.height.saturating_sub(2 + room.detail + rule_rows);
    list::rows(frame, Rect { y: area.y + 2, height, ..area }, scene, &columns);
    let below = Rect { y: area.y + 2 + height, height: room.detail, ..area };
    print_all(frame, below, 0, detail::lines(scene, cells, usize::from(room.detail)));
    let at = area.height.saturating_sub(rule_rows);
    print_all(frame, area, at, rules.into_iter().map(|line| Line::styled(format!("  {line}"), look.quiet())));
}

/// The map above the table of figures; the table alone where there is no map.
fn aside(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let mut row = 0;
    if scene.room.tile.is_some() {
        row = map::draw(frame, area, scene, scene.view.pane == Pane::Map);
        row += 1;
    }
    let rest = Rect { y: area.y + row.min(area.height), height: area.height.saturating_sub(row), ..area };
    detail::table(frame, rest, scene);
}

fn map_alone(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let row = map::draw(frame, area, scene, true);
    let rest = Rect { y: area.y + row.min(area.height), height: area.height.saturating_sub(row), ..area };
    let cells = usize::from(area.width).saturating_sub(2);
    print_all(frame, rest, 0, detail::lines(scene, cells, usize::from(rest.height)));
}

/// What is listed and how, as much as fits.
fn heading(scene: &Scene<'_>, cells: usize) -> String {
    let Scene { view, catalog, look, .. } = *scene;
    let words = view.listed.words(view.places.scope);
    let dated = format!("OEWS {}: {words}", view.places.scope.release(catalog));
    let published = catalog.role(view.role).and_then(|role| catalog.published(role));
    let shared = published.filter(|published| published.roles > 1).and_then(Published::shared_note);
    let brief = format!("{} {}, {}", view.listed.rows.len(), view.places.scope.name(), view.listed.by.order());
    let brief = if view.listed.reversed { words.split(';').next().unwrap_or_default().to_owned() } else { brief };
    let full = shared.map_or_else(|| dated.clone(), |note| format!("{dated}; {note}"));
    let fitting = [full, dated, words, brief].into_iter().find(|text| crate::ui::fit::width(text) <= cells);
    fitting.unwrap_or_else(|| look.cut(&view.listed.words(view.places.scope), cells))
}

/// The rules of the list: what few workers means, what is in US prices, why nothing is added up.
fn rules(scene: &Scene<'_>, cells: usize, most: usize) -> Vec<String> {
    let Scene { view, look, .. } = *scene;
    let mut rules = Vec::new();
    if scene.is_of_industries() {
        rules.push(OVERLAP);
    }
    if view.listed.count(Standing::Few) > 0 {
        rules.push(FLOOR_WORDS);
    }
    if view.places.scope == Scope::States {
        rules.push(US_PRICES);
    }
    let mut lines: Vec<String> = rules.into_iter().flat_map(|rule| look.wrap(rule, cells, 4)).collect();
    if lines.len() > most && most == 1 {
        // One line has no room for the rule, only for its name.
        lines = look.wrap("few workers: under 200, or under 1,000 with an error above 30%", cells, 1);
        lines.retain(|_| view.listed.count(Standing::Few) > 0);
    }
    lines.truncate(most);
    lines
}

fn nothing(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, why: &str) {
    let look = scene.look;
    let keys = match scene.view.places.scope {
        Scope::States => "i lists industries, a areas.",
        Scope::Areas => "a lists the states again, d shows what can be imported.",
        Scope::Industries(_) => "i lists the states again, d shows what can be imported.",
    };
    let lines: [(String, Style); 2] = [(why.to_owned(), look.plain()), (keys.to_owned(), look.quiet())];
    print_nothing(frame, area, lines, look);
}
