//! The axes: their lines, round numbers, the bands of exposure, the median, and the figures under the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Map, write};
use crate::catalog::{Band, Metric, Unit};
use crate::screens::map::MARGIN;
use crate::ui::fit;
use crate::ui::look::Look;

/// Where the bands of exposure meet: half way between the last percentile of one and the first of the next.
const MEETINGS: [f64; 2] = [33.5, 66.5];
const BANDS: [Band; 3] = [Band::Low, Band::Moderate, Band::High];

/// A figure in at most six cells, for an axis: `$109k`, `+8.2%`, `31.3k`, `97`.
pub(super) fn label(metric: Metric, value: f64) -> String {
    match metric.unit() {
        Unit::DollarsAYear => format!("${}", compact(value)),
        Unit::Percent => {
            let sign = if value > 0.0 { "+" } else { "" };
            format!("{sign}{}%", trimmed(format!("{value:.1}")))
        }
        Unit::People | Unit::Jobs => compact(value),
        _ => format!("{value:.0}"),
    }
}

/// A count in three digits: `950`, `1.5k`, `439k`, `3.99M`.
fn compact(value: f64) -> String {
    let (scaled, unit) = match value {
        v if v >= 999_500.0 => (v / 1e6, "M"),
        v if v >= 999.5 => (v / 1e3, "k"),
        v => (v, ""),
    };
    let text = match scaled {
        s if s >= 99.95 || unit.is_empty() => format!("{s:.0}"),
        s if s >= 9.995 => format!("{s:.1}"),
        s => format!("{s:.2}"),
    };
    format!("{}{unit}", trimmed(text))
}

fn trimmed(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn either(look: Look, unicode: &'static str, ascii: &'static str) -> &'static str {
    if look.ascii() { ascii } else { unicode }
}

/// Thin lines behind the roles: between the bands of exposure, and at the median of the figure up.
pub(super) fn guides(frame: &mut Frame<'_>, plot: Rect, map: &Map<'_>) {
    let (grid, look, scatter) = (map.room.grid, map.look, &map.view.scatter);
    let meetings = scatter.scale_across.map(|scale| MEETINGS.map(|meeting| grid.column(scale.place(meeting))));
    for column in meetings.into_iter().flatten() {
        for row in 0..plot.height {
            write(frame, plot, (column, row), either(look, "│", ":"), look.quiet());
        }
    }
    if let (Some(median), Some(scale)) = (scatter.median, scatter.scale_up) {
        let row = grid.row(scale.place(median));
        write(frame, plot, (0, row), &look.rule().repeat(usize::from(plot.width)), look.quiet());
        for column in meetings.into_iter().flatten() {
            write(frame, plot, (column, row), either(look, "┼", "+"), look.quiet());
        }
    }
}

/// The axis up, left of the plot; the cursor's figure stands in its row.
pub(super) fn up(frame: &mut Frame<'_>, plot: Rect, map: &Map<'_>) {
    let (look, scatter) = (map.look, &map.view.scatter);
    let margin = Rect { x: plot.x - MARGIN, width: MARGIN, ..plot };
    let wall = MARGIN - 1;
    for row in 0..plot.height {
        write(frame, margin, (wall, row), look.wall(), look.border());
    }
    let mut last = None;
    if let Some(scale) = scatter.scale_up {
        for tick in scale.ticks(usize::from(plot.height / 3).clamp(2, 12)) {
            let row = map.room.grid.row(scale.place(tick));
            // On a low plot round numbers may meet in one row: the first is written.
            if last.replace(row) != Some(row) {
                let text = look.to_the_right(&label(scatter.up.metric, tick), usize::from(wall));
                write(frame, margin, (0, row), &text, look.quiet());
                write(frame, margin, (wall, row), either(look, "┤", "+"), look.border());
            }
        }
    }
    if let (Some(cell), Some((_, role))) = (map.cell(), map.role())
        && let Some(value) = scatter.up.metric.value(map.catalog, role)
    {
        let floor = if scatter.up.metric.is_floor(map.catalog, role) { "≥" } else { "" };
        let text = format!("{floor}{}", label(scatter.up.metric, value));
        write(frame, margin, (0, cell.row), &look.to_the_right(&text, usize::from(wall)), look.heading());
        write(frame, margin, (wall, cell.row), look.glyphs.cursor, look.title());
    }
}

/// The axis across, below the plot: its line with the words of the bands, and its figures.
pub(super) fn across(frame: &mut Frame<'_>, plot: Rect, map: &Map<'_>) {
    let (look, scatter, grid) = (map.look, &map.view.scatter, map.room.grid);
    let below = Rect { y: plot.y + plot.height, height: 2, ..plot };
    let corner = Rect { x: plot.x - 1, width: 1, height: 1, ..below };
    write(frame, corner, (0, 0), either(look, "└", "+"), look.border());
    write(frame, below, (0, 0), &look.rule().repeat(usize::from(plot.width)), look.border());
    let Some(scale) = scatter.scale_across else { return };
    let own = map.cell().map(|cell| cell.column);
    let figure = own.zip(map.role()).and_then(|(column, (_, role))| {
        let value = scatter.across.metric.value(map.catalog, role)?;
        let text = label(scatter.across.metric, value);
        Some((centred(column, &text, plot.width), text))
    });
    let mut free = 0;
    for tick in scale.ticks(usize::from(plot.width / 8).clamp(2, 11)) {
        let column = grid.column(scale.place(tick));
        write(frame, below, (column, 0), either(look, "┴", "+"), look.border());
        let text = label(scatter.across.metric, tick);
        let from = centred(column, &text, plot.width);
        let end = from + cells(&text);
        let is_clear = figure.as_ref().is_none_or(|(at, own)| end < *at || from > at + cells(own));
        if from >= free && is_clear {
            write(frame, below, (from, 1), &text, look.quiet());
            free = end + 1;
        }
    }
    bands(frame, below, map, own);
    if let Some(column) = own {
        write(frame, below, (column, 0), look.glyphs.mark, look.title());
    }
    if let Some((from, text)) = figure {
        write(frame, below, (from, 1), &text, look.heading());
    }
}

/// The word of each band in its part of the axis line, clear of the cursor's mark.
fn bands(frame: &mut Frame<'_>, line: Rect, map: &Map<'_>, mark: Option<u16>) {
    let Some(scale) = map.view.scatter.scale_across else { return };
    let column = |percentile: f64| map.room.grid.column(scale.place(percentile));
    let ends = [0, column(MEETINGS[0]), column(MEETINGS[1]), line.width];
    for (band, part) in BANDS.into_iter().zip(ends.windows(2)) {
        let &[from, to] = part else { continue };
        let word = format!(" {} ", band.word());
        let width = cells(&word);
        let Some(spare) = (to - from).checked_sub(width + 2) else { continue };
        // In the middle, or beside the mark where that stands in the word.
        let places = [from + 1 + spare / 2, from + 1, from + 1 + spare];
        let is_clear = |at: &u16| mark.is_none_or(|mark| mark < *at || mark >= at + width);
        if let Some(at) = places.into_iter().find(is_clear) {
            write(frame, line, (at, 0), &word, map.look.band(band));
        }
    }
}

/// The column from which a text stands in the middle over `column`, within `width`.
fn centred(column: u16, text: &str, width: u16) -> u16 {
    column.saturating_sub(cells(text) / 2).min(width.saturating_sub(cells(text)))
}

fn cells(text: &str) -> u16 {
    u16::try_from(fit::width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_axes_are_short() {
        let pay = |value| label(Metric::Pay, value);
        assert_eq!(
            [pay(50_000.0), pay(108_970.0), pay(239_200.0), pay(51_500.0)],
            ["$50k", "$109k", "$239k", "$51.5k"]
        );
        let change = |value| label(Metric::Change, value);
        assert_eq!([change(8.2), change(-20.0), change(0.0), change(49.9)], ["+8.2%", "-20%", "0%", "+49.9%"]);
        let count = |value| label(Metric::Employment, value);
        assert_eq!(
            [count(180.0), count(1e3), count(439_380.0), count(3_988_140.0), count(1e6)],
            ["180", "1k", "439k", "3.99M", "1M"]
        );
        assert_eq!([label(Metric::Openings, 31_300.0), label(Metric::Index, 96.97)], ["31.3k", "97"]);
        for value in [0.0, 1.0, 99.96, 999.6, 1_234.0, 99_960.0, 999_600.0, 123_456_789.0] {
            assert!(fit::width(&count(value)) <= 6, "{}", count(value));
        }
    }

    #[test]
    fn figures_stay_within_their_axis() {
        assert_eq!([centred(0, "100", 50), centred(25, "100", 50), centred(49, "100", 50)], [0, 24, 47]);
        assert_eq!(centred(3, "a long one", 5), 0);
    }
}
