//! The places: what is typed, then each with the employment and the median pay of all occupations there.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{PlacesView, Row};
use crate::app::App;
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Thousandths, grouped};
use crate::ui::look::Look;
use crate::ui::size::Size;
use crate::ui::{fit, print, print_list, print_nothing};

/// Cells of the cursor.
const CURSOR: usize = 2;
const STATES: [&str; 2] = ["a state, or its two letters: texas, TX", "texas, TX"];
const AREAS: [&str; 2] = ["a state, its two letters, or a city: texas, TX, Austin", "texas, TX, Austin"];

/// The columns after the name, with their cells.
#[derive(Clone, Copy)]
struct Columns {
    name: usize,
    employed: usize,
    pay: usize,
    price: usize,
}

impl Columns {
    const fn of(width: usize) -> Self {
        let (employed, pay, price) = match width {
            ..40 => (0, 0, 0),
            40..56 => (0, 12, 0),
            56..72 => (14, 14, 0),
            _ => (14, 14, 14),
        };
        Self { name: width.saturating_sub(CURSOR + employed + pay + price + 1), employed, pay, price }
    }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &PlacesView, _: &App, look: Look) {
    if area.is_empty() {
        return;
    }
    let is_tiny = Size::of(frame.area()) == Size::Tiny;
    query(frame, Rect { height: 1, ..area }, view, look);
    let columns = Columns::of(if is_tiny { 0 } else { area.width.into() });
    let columns =
        if is_tiny { Columns { name: usize::from(area.width).saturating_sub(CURSOR), ..columns } } else { columns };
    let mut row = 1;
    if !is_tiny && area.height >= 5 {
        print(frame, area, row, heads(columns, look));
        row += 1;
    }
    let notes =
        if area.height >= 16 { notes(view, usize::from(area.width).saturating_sub(3), look) } else { Vec::new() };
    let below = u16::try_from(notes.len()).unwrap_or(0);
    let list = Rect { y: area.y + row.min(area.height), height: area.height.saturating_sub(row + below), ..area };
    if view.rows.is_empty() {
        nothing(frame, list, view, look);
    }
    print_list(frame, list, (view.cursor, view.rows.len(), 1), |place| {
        view.rows.get(place).map(|row| line(row, view, columns, place == view.cursor, look))
    });
    for (note, row) in notes.into_iter().zip(area.height.saturating_sub(below)..) {
        print(frame, area, row, Line::styled(format!("  {note}"), look.quiet()));
    }
}

/// What is typed, and how many places there are.
fn query(frame: &mut Frame<'_>, area: Rect, view: &PlacesView, look: Look) {
    let cells = usize::from(area.width);
    let label = if cells >= 40 { " place " } else { " " };
    let start = u16::try_from(fit::width(label) + 2).unwrap_or(0);
    print(
        frame,
        area,
        0,
        Line::from(vec![Span::styled(label, look.title()), Span::styled(look.prompt(), look.title())]),
    );
    let count = match view.rows.len() {
        1 => "1 choice".to_owned(),
        count => format!("{} choices", grouped(count as u64)),
    };
    let counted = cells >= 48;
    let taken = if counted { u16::try_from(fit::width(&count) + 2).unwrap_or(0) } else { 0 };
    let width = area.width.saturating_sub(start + taken);
    let input = Rect { x: area.x + start.min(area.width), width, ..area };
    if !input.is_empty() {
        frame.render_widget(view.query.widget(), input);
        if view.query.text().is_empty() {
            let room = usize::from(width).saturating_sub(1);
            let hints = if view.has_areas { AREAS } else { STATES };
            let hint = hints.into_iter().find(|hint| hint.len() <= room).unwrap_or_default();
            print(frame, Rect { x: input.x + 1, width: width - 1, ..input }, 0, Line::styled(hint, look.quiet()));
        }
    }
    if counted {
        let right = Rect { x: area.x + area.width.saturating_sub(taken - 1), width: taken - 1, ..area };
        print(frame, right, 0, Line::styled(count, look.quiet()));
    }
}

fn heads(columns: Columns, look: Look) -> Line<'static> {
    let rule = look.rule();
    let name = look.cut("All occupations together", (columns.name + CURSOR).saturating_sub(3));
    let fill = (columns.name + CURSOR).saturating_sub(fit::width(&name) + 3);
    let mut spans = vec![
        Span::styled(format!("{rule} "), look.border()),
        Span::styled(name, look.title()),
        Span::styled(format!(" {}", rule.repeat(fill)), look.border()),
    ];
    for (head, cells) in [("employed", columns.employed), ("median pay", columns.pay), ("price level", columns.price)] {
        if cells > 0 {
            let fill = rule.repeat(cells.saturating_sub(fit::width(head) + 2));
            spans.extend([Span::styled(format!(" {fill} "), look.border()), Span::styled(head, look.quiet())]);
        }
    }
    Line::from(spans)
}

fn line(row: &Row, view: &PlacesView, columns: Columns, selected: bool, look: Look) -> Line<'static> {
    let base = if selected { look.selected() } else { Style::new() };
    let mark = match row.spot {
        spot if spot.is_chosen(view.lens) => " chosen",
        spot if spot.is_beside(view.lens) => " beside",
        _ => "",
    };
    let mark = if fit::width(mark) + 4 <= columns.name { mark } else { "" };
    let name = look.padded(&look.text(&row.name), columns.name.saturating_sub(fit::width(mark)));
    let mut spans = vec![
        look.cursor(selected),
        Span::styled(" ", base),
        Span::styled(name, base.bold()),
        Span::styled(mark, base.patch(look.key())),
    ];
    let median = row.all.as_ref().and_then(|pay| Point::Median.wage(pay));
    let employed = row.all.and_then(|pay| pay.employment);
    for (text, cells) in [
        (employed.map(|people| grouped(people.into())), columns.employed),
        (
            median.map(|(wage, period)| if period == Period::Year { wage.text(period) } else { wage.in_full(period) }),
            columns.pay,
        ),
        (row.price_level.map(level), columns.price),
    ] {
        if cells > 0 {
            let style = if text.is_some() { Style::new() } else { look.quiet() };
            let text = text.unwrap_or_else(|| look.glyphs.dot.to_owned());
            spans.push(Span::styled(look.to_the_right(&text, cells), style));
        }
    }
    Line::from(spans)
}

/// A price level with one decimal, as BEA tells it.
fn level(level: Thousandths) -> String {
    format!("{:.1}", level.value())
}

/// Below the list: what the figures are, and what else could be chosen.
fn notes(view: &PlacesView, cells: usize, look: Look) -> Vec<String> {
    let mut said = Vec::new();
    if view.rows.iter().any(|row| row.price_level.is_some()) {
        said.push("Price level: BEA's, of which the nation's is 100; no pay is changed by it.");
    }
    if !view.has_places {
        said.push("Your data have no states: F7 fetches or imports them.");
    } else if !view.has_areas {
        said.push("Metropolitan and nonmetropolitan areas come by F7: fetch or import them.");
    }
    said.into_iter().flat_map(|text| look.wrap(text, cells, 2)).collect()
}

fn nothing(frame: &mut Frame<'_>, area: Rect, view: &PlacesView, look: Look) {
    let mut lines = vec![(format!("No place is called \"{}\".", view.query.text().trim()), look.heading())];
    let what = if view.has_areas {
        "Write a state (texas, TX) or a city that an area is named after."
    } else {
        "Write a state: texas, TX. Cities and areas are not in your data."
    };
    lines.push((what.to_owned(), look.plain()));
    lines.push(("Esc goes back.".to_owned(), look.plain()));
    print_nothing(frame, area, lines, look);
}
