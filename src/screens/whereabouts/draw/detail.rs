//! All figures of the place under the cursor, beside those of the nation and of the places that are chosen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Unit};
use crate::compare::places::{Missing, PlaceFigure, Row, Scope, Whose};
use crate::ui::bars::wage_range_on;
use crate::ui::look::Look;
use crate::ui::{fit, print_all};

/// Cells of the names of figures, and the fewest of a column.
const NAMES: usize = 20;
const COLUMN: usize = 13;

/// The rows that stand beside one another: under the cursor, the second place, the nation, the place.
fn beside_one_another(scene: &Scene<'_>) -> Vec<(Row, String)> {
    let Some(selected) = scene.view.selected() else { return Vec::new() };
    let release = scene.nation_release();
    let others = scene.view.chosen.iter().filter(|row| row.whose != selected.whose);
    let mut others = others.map(|row| (*row, row.name(scene.catalog).to_owned()));
    let mut rows = vec![(*selected, selected.name(scene.catalog).to_owned())];
    rows.extend(others.next());
    rows.push((scene.view.places.nation, format!("Nation, {release}")));
    rows.extend(others);
    rows
}

/// The figures in a table, a column a place.
pub(super) fn table(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let look = scene.look;
    let width = usize::from(area.width).saturating_sub(2);
    let rows = beside_one_another(scene);
    let fitting = (width.saturating_sub(NAMES) / COLUMN).clamp(1, 4).min(rows.len().max(1));
    let cells = (width.saturating_sub(NAMES) / fitting).min(30);
    let rows = rows.get(..fitting).unwrap_or(&rows);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut heads = vec![Span::styled(look.padded(" ", NAMES), look.quiet())];
    for (row, name) in rows {
        let style = if row.whose == Whose::Nation { look.quiet() } else { look.heading() };
        heads.push(Span::styled(look.to_the_right(&look.cut(name, cells.saturating_sub(1)), cells), style));
    }
    lines.push(Line::from(heads));
    for (name, figure) in figures(scene) {
        let mut spans = vec![Span::styled(look.padded(&format!(" {name}"), NAMES), look.quiet())];
        for (row, _) in rows {
            let text = look.text(&figure(row));
            let style = if text.contains(|c: char| c.is_ascii_digit()) { Style::new() } else { look.quiet() };
            spans.push(Span::styled(look.to_the_right(&text, cells), style));
        }
        lines.push(Line::from(spans));
    }
    let note = scene.view.selected().and_then(|row| note(scene, row));
    lines.extend(note.map(|note| Line::styled(format!(" {}", look.cut(&note, width)), look.quiet())));
    let left = usize::from(area.height).saturating_sub(lines.len());
    if left > rows.len() + 2 {
        lines.extend(spreads(rows, width, look));
    }
    print_all(frame, area, 0, lines);
}

/// The spreads of pay of the places on one scale, from the 10th to the 90th percentile.
fn spreads(rows: &[(Row, String)], width: usize, look: Look) -> Vec<Line<'static>> {
    let Some((_, period)) = rows.first().and_then(|(row, _)| row.wage(Point::Median).ok()) else { return Vec::new() };
    // An hour and a year have no scale in common.
    let range = |row: &Row| row.wages().ok().filter(|(_, own)| *own == period).map(|(range, _)| *range);
    let ends = rows.iter().filter_map(|(row, _)| range(row)).flat_map(|range| range.points());
    let dollars: Vec<f64> = ends.filter_map(|(_, wage)| Some(wage?.dollars(period))).collect();
    let low = dollars.iter().copied().fold(f64::INFINITY, f64::min);
    let high = dollars.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let room = width.saturating_sub(NAMES + 1);
    let bars = rows.iter().filter_map(|(row, name)| {
        let mut line = wage_range_on(look, &range(row)?, period, room, (low, high))?;
        line.spans.insert(0, Span::styled(look.padded(&format!(" {name}"), NAMES), look.quiet()));
        Some(line)
    });
    let bars: Vec<Line<'static>> = bars.collect();
    if bars.is_empty() {
        return bars;
    }
    let unit = if period == Period::Year { Unit::DollarsAYear } else { Unit::DollarsAnHour };
    let (from, to) = (unit.text(low), unit.text(high));
    let fill = " ".repeat(room.saturating_sub(fit::width(&from) + fit::width(&to)));
    let scale = format!("{}{from}{fill}{to}", look.padded(" pay on one scale", NAMES));
    [Line::default(), Line::styled(scale, look.quiet())].into_iter().chain(bars).collect()
}

type Written = Box<dyn Fn(&Row) -> String>;

/// The rows of the table: each figure with its name.
fn figures(scene: &Scene<'_>) -> Vec<(&'static str, Written)> {
    let of = |figure: PlaceFigure| -> Written { Box::new(move |row| brief(figure, row)) };
    let wage = |point: Point| -> Written {
        Box::new(move |row| {
            row.wage(point).map_or_else(
                |missing| missing.word().to_owned(),
                |(wage, period)| {
                    let text = wage.text(period).replace("at or above ", "≥");
                    if period == Period::Hour { format!("{text}/h") } else { text }
                },
            )
        })
    };
    let mut figures: Vec<(&'static str, Written)> = vec![
        ("employed", of(PlaceFigure::Employment)),
        ("relative error", of(PlaceFigure::Error)),
        ("share of the nation", of(PlaceFigure::Share)),
    ];
    if !scene.is_of_industries() {
        figures.push(("jobs per 1,000 jobs", of(PlaceFigure::PerThousand)));
        figures.push(("location quotient", of(PlaceFigure::Quotient)));
    }
    figures.extend([
        ("10th percentile", wage(Point::P10)),
        ("25th percentile", wage(Point::P25)),
        ("median pay", wage(Point::Median)),
        ("75th percentile", wage(Point::P75)),
        ("90th percentile", wage(Point::P90)),
    ]);
    if scene.view.places.scope == Scope::States {
        figures.push(("median in US prices", of(PlaceFigure::UsPrices)));
        figures.push(("price level (BEA)", Box::new(Row::price_level_text)));
    }
    figures
}

/// A figure in its column, or why it is missing.
fn brief(figure: PlaceFigure, row: &Row) -> String {
    match figure.brief(row) {
        Some(text) => text,
        // Errors of the nation are small and not in the catalog.
        None if row.whose == Whose::Nation && figure == PlaceFigure::Error => "not shown".to_owned(),
        None => figure.value(row).err().map_or("", Missing::word).to_owned(),
    }
}

/// What is to be said of a row beside its figures.
fn note(scene: &Scene<'_>, row: &Row) -> Option<String> {
    let reason = scene.view.listed.by.rank_value(row).err().map(Missing::reason);
    let few = row.is_few().then_some("Few workers, or a number that is withheld: the figures are uncertain.");
    reason.or(few).map(str::to_owned)
}

/// The same in at most `most` lines, below the list or the map.
pub(super) fn lines(scene: &Scene<'_>, cells: usize, most: usize) -> Vec<Line<'static>> {
    let look = scene.look;
    let rows = beside_one_another(scene);
    let Some(((selected, name), rest)) = rows.split_first() else { return Vec::new() };
    if most == 0 {
        return Vec::new();
    }
    let has_prices = scene.view.places.scope == Scope::States;
    let mut lines = vec![titled(name, &work(selected, most == 1), cells, look)];
    if most > 1 {
        let text = note(scene, selected).filter(|_| selected.estimate.is_none());
        let text = text.unwrap_or_else(|| pay(selected, has_prices, cells));
        lines.push(Line::raw(format!("   {}", look.text(&look.cut(&text, cells.saturating_sub(2))))));
    }
    let shown = if selected.is_few() && most > 3 {
        let text = note(scene, selected).unwrap_or_default();
        lines.push(Line::styled(format!("   {}", look.cut(&text, cells.saturating_sub(2))), look.quiet()));
        1
    } else {
        2
    };
    for (row, name) in rest.iter().take(shown) {
        let text = format!("{}; {}", work(row, true), pay(row, false, 60));
        lines.push(titled(name, &text, cells, look));
    }
    lines.truncate(most);
    lines
}

fn titled(name: &str, text: &str, cells: usize, look: Look) -> Line<'static> {
    let name = look.cut(name, cells / 2);
    let text = look.text(&look.cut(text, cells.saturating_sub(fit::width(&name) + 2)));
    Line::from(vec![Span::raw(" "), Span::styled(name, look.heading()), Span::raw(format!(": {text}"))])
}

/// How many work there: `4,000 ±3.0% employed, 20.0% of the nation, 1.20 per 1,000 jobs, quotient 0.40`.
fn work(row: &Row, is_brief: bool) -> String {
    if row.estimate.is_none() {
        return "no estimate".to_owned();
    }
    let mut parts = vec![format!("{} employed", row.employment_text())];
    let mut part = |figure: PlaceFigure, before: &str, after: &str| {
        if let Some(text) = figure.brief(row) {
            parts.push(format!("{before}{text}{after}"));
        }
    };
    if is_brief {
        if row.whose != Whose::Nation {
            part(PlaceFigure::Quotient, "quotient ", "");
        }
    } else {
        part(PlaceFigure::Share, "", " of the nation");
        part(PlaceFigure::PerThousand, "", " per 1,000 jobs");
        part(PlaceFigure::Quotient, "quotient ", "");
    }
    parts.join(", ")
}

/// What it pays there: `median $52,000 ($20,000 to $90,000), $53,608 in US prices (BEA 2024)`.
fn pay(row: &Row, has_prices: bool, cells: usize) -> String {
    let median = PlaceFigure::Median.text(row);
    let spread = row.spread().map_or_else(String::new, |spread| format!(" ({spread})"));
    let plain = format!("median {median}");
    let full = format!("{plain}{spread}");
    if !has_prices {
        return if fit::width(&full) <= cells { full } else { plain };
    }
    let prices = PlaceFigure::UsPrices.text(row);
    let variants = [
        format!("{full}, in US prices {prices} (BEA 2024, price level {})", row.price_level_text()),
        format!("{full}, in US prices {prices} (BEA 2024)"),
        format!("{plain}, in US prices {prices}"),
    ];
    variants.into_iter().find(|text| fit::width(text) <= cells).unwrap_or(plain)
}
