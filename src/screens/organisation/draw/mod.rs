//! The organisation: whose figures they are, the sides, the rows of one; below them how much is counted and what exposure is.

mod columns;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::rows::Row;
use super::{Face, Organisation, TWO};
use crate::app::App;
use crate::app::pins::Pins;
use crate::catalog::{Catalog, RoleId};
use crate::staff::words::FOLDED;
use crate::ui::look::Look;
use crate::ui::size::first_row;
use crate::ui::{FRAMED_COLUMNS, fit, print, print_all, print_frame, wall};
use columns::Columns;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &Organisation, app: &App, look: Look) {
    let Some(other) = view.beside.as_deref().filter(|_| area.width >= TWO) else {
        return pane(frame, area, (view, view.cursor(), true), app, look);
    };
    let half = area.width / 2;
    pane(frame, Rect { width: half, ..area }, (view, view.cursor(), true), app, look);
    wall(frame, Rect { x: area.x + half, width: 1, ..area }, look);
    let right = Rect { x: area.x + half + 1, width: area.width - half - 1, ..area };
    pane(frame, right, (other, view.cursor(), false), app, look);
}

/// One of them: `cursor` is the row that stays in view, and whether the cursor is on it.
fn pane(frame: &mut Frame<'_>, area: Rect, (view, cursor, here): (&Organisation, usize, bool), app: &App, look: Look) {
    let cells = usize::from(area.width).saturating_sub(2);
    if area.width < FRAMED_COLUMNS || area.height < 6 {
        // No exposure where there is no room for its frame.
        let said = [&view.whose, &view.coverage];
        let lines = said.into_iter().flat_map(|text| look.wrap(text, cells, 3));
        return print_all(frame, area, 0, lines.map(|line| Line::raw(format!(" {line}"))));
    }
    print(frame, area, 0, Line::styled(format!(" {}", look.cut(&view.whose, cells)), look.heading()));
    print(frame, area, 1, tabs(view.face, look, area.width.into()));
    let below = below(view, area, look);
    let framed = u16::from(view.face.has_exposure());
    let height = u16::try_from(below.len()).unwrap_or_default() + framed;
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + height), ..area };
    let beside = view.whole.as_ref().and_then(|whole| whole.beside.first()).map_or("", String::as_str);
    List { rows: &view.rows, cursor, here, beside, catalog: app.catalog(), pins: &app.pins, look }.draw(frame, list);
    let at = area.height.saturating_sub(height);
    print_all(frame, area, at, below.into_iter().map(|line| Line::styled(format!("  {line}"), look.quiet())));
    if framed > 0 {
        print_frame(frame, area, area.height - 1, look);
    }
}

/// What stands below every side.
fn below(view: &Organisation, area: Rect, look: Look) -> Vec<String> {
    let cells = usize::from(area.width).saturating_sub(3);
    let mut lines = look.wrap(&view.coverage, cells, if area.height >= 16 { 4 } else { 2 });
    if area.height >= 16 {
        lines.extend(look.wrap(FOLDED, cells, 2));
    }
    lines
}

/// The sides' names on one line; where they do not fit, only the one that is shown.
fn tabs(open: Face, look: Look, width: usize) -> Line<'static> {
    let room =
        |name: fn(Face) -> &'static str| Face::ALL.iter().map(|face| fit::width(name(*face)) + 3).sum::<usize>() - 1;
    let name = if room(Face::name) <= width { Face::name } else { Face::short_name };
    let all = room(name) <= width;
    let mut line = Line::default();
    for (face, number) in Face::ALL.into_iter().zip(1..) {
        let style = if face == open { look.selected() } else { look.quiet() };
        let text = if all || face == open { format!("{number} {}", name(face)) } else { number.to_string() };
        line.spans.extend([Span::styled(text, style), Span::raw(" ")]);
    }
    line
}

/// Rows to draw.
struct List<'l> {
    rows: &'l [Row],
    cursor: usize,
    /// Whether the cursor is in this list.
    here: bool,
    /// Whose share the strokes on the bars are.
    beside: &'l str,
    catalog: &'l Catalog<'static>,
    pins: &'l Pins,
    look: Look,
}

impl List<'_> {
    /// Draws the rows that are in view, the one under the cursor in the middle while there is more on both sides.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(area.width).saturating_sub(4);
        let said = |text: &str| self.look.wrap(text, cells, 9);
        let height = |row: &Row| if let Row::Said(text) = row { said(text).len() } else { 1 };
        let heights: Vec<usize> = self.rows.iter().map(height).collect();
        let above: usize = heights.iter().take(self.cursor).sum();
        let first = first_row(above, heights.iter().sum(), area.height.into());
        let (mut at, mut row, mut top) = (0, 0, None);
        for (place, height) in heights.iter().enumerate() {
            let skipped = first.saturating_sub(at);
            at += height;
            if at > first && row < area.height {
                top = top.or(Some(place));
                let columns = self.columns(place, area.width.into());
                for line in self.lines(place, &columns, &said).into_iter().skip(skipped) {
                    print(frame, area, row, line);
                    row += 1;
                }
            }
        }
        // Where the heads have gone out of view they take the place of the first row.
        if let Some(place) = top.filter(|place| area.height >= 6 && matches!(self.rows.get(*place), Some(Row::Item(_))))
        {
            let heads = self.rows.get(..place).unwrap_or_default().iter().rfind(|row| matches!(row, Row::Heads(_)));
            if let Some(Row::Heads(heads)) = heads {
                let columns = self.columns(place, area.width.into());
                frame.render_widget(Clear, Rect { height: 1, ..area });
                print(frame, area, 0, columns.heads(heads, self.beside, self.look));
            }
        }
    }

    /// The columns of the items among which a row stands.
    fn columns(&self, place: usize, width: usize) -> Columns {
        let rows = self.rows.get(..=place).unwrap_or_default();
        let start = rows.iter().rposition(|row| matches!(row, Row::Heads(_))).unwrap_or(place);
        let block = self.rows.get(start..).unwrap_or_default();
        let ends = |row: &Row| matches!(row, Row::Heads(_) | Row::Heading(_));
        let end = block.iter().skip(1).position(ends).map_or(block.len(), |end| end + 1);
        Columns::of(block.get(..end).unwrap_or_default(), width)
    }

    fn lines(&self, place: usize, columns: &Columns, said: &dyn Fn(&str) -> Vec<String>) -> Vec<Line<'static>> {
        let (look, selected) = (self.look, self.here && place == self.cursor);
        match self.rows.get(place) {
            None | Some(Row::Gap) => vec![Line::default()],
            Some(Row::Heading(text)) => vec![Line::styled(format!(" {text}"), look.title())],
            Some(Row::Heads(heads)) => vec![columns.heads(heads, self.beside, look)],
            Some(Row::Said(text)) => {
                let lines = said(text).into_iter().enumerate();
                let line = |(at, text): (usize, String)| {
                    Line::from(vec![
                        look.cursor(selected && at == 0),
                        Span::styled(format!(" {text}"), if selected { look.plain() } else { look.quiet() }),
                    ])
                };
                lines.map(line).collect()
            }
            Some(Row::Item(item)) => {
                let is_pinned = |role: &RoleId| self.pins.roles().contains(role) && self.catalog.role(*role).is_some();
                let pinned = item.role().as_ref().is_some_and(is_pinned);
                vec![columns.line(item, (selected, pinned), look)]
            }
        }
    }
}
