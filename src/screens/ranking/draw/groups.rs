//! The table of the major groups: how exposure spreads in each, and in which bands its workers are.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::table::{self, Head, Window, window};
use crate::catalog::words::short_group;
use crate::catalog::{Band, Catalog, Percentile, grouped};
use crate::compare::groups::{BANDS, Group, GroupColumn, Spread};
use crate::screens::ranking::GroupTable;
use crate::ui::bars::cells as cells_of;
use crate::ui::look::Look;
use crate::ui::{print, print_list};

/// Cells of the two pictures: the spread beside the median, the bands beside the share of the low one.
struct Layout {
    window: Window,
    spread: usize,
    bands: usize,
}

impl Layout {
    fn of(groups: &GroupTable, cells: usize) -> Self {
        let (spread, bands, least) = match cells {
            ..60 => (0, 0, 16),
            60..100 => (13, 10, 18),
            100..140 => (21, 16, 24),
            140..180 => (31, 24, 34),
            _ => (41, 30, 46),
        };
        let widths: Vec<usize> = GroupColumn::ALL.iter().skip(1).map(|column| width(*column, spread, bands)).collect();
        Self { window: window(&widths, groups.column.checked_sub(1), cells, least), spread, bands }
    }
}

fn width(column: GroupColumn, spread: usize, bands: usize) -> usize {
    match column {
        GroupColumn::Code => 0,
        GroupColumn::Median => 8 + if spread > 0 { spread + 1 } else { 0 },
        GroupColumn::Band(Band::Low) => 6 + if bands > 0 { bands + 2 } else { 0 },
        GroupColumn::Band(_) => 6,
        GroupColumn::Workers => 13,
        GroupColumn::Mean | GroupColumn::Roles => 8,
        GroupColumn::Unscored => 10,
    }
}

fn head(column: GroupColumn, catalog: &Catalog<'_>) -> &'static str {
    match column {
        GroupColumn::Code => "group",
        GroupColumn::Mean => "mean",
        GroupColumn::Median => "median",
        GroupColumn::Band(Band::Low) => "Low",
        GroupColumn::Band(Band::Moderate) => "Mod",
        GroupColumn::Band(Band::High) => "High",
        GroupColumn::Workers => catalog.counted_word(2),
        GroupColumn::Roles => "roles",
        GroupColumn::Unscored => "no index",
    }
}

/// Heads and rows.
pub fn draw(frame: &mut Frame<'_>, area: Rect, (groups, catalog): (&GroupTable, &Catalog<'_>), look: Look) {
    let layout = Layout::of(groups, area.width.into());
    let sorted = |column: GroupColumn| (groups.by == column).then_some(groups.direction);
    let name = |column, cells, place| Head {
        name: head(column, catalog),
        cells,
        chosen: groups.column == place,
        sorted: sorted(column),
        left: false,
    };
    let columns = || {
        let shown = layout.window.shown.clone();
        GroupColumn::ALL.into_iter().enumerate().skip(1 + shown.start).take(shown.len())
    };
    let heads = table::heads(
        name(GroupColumn::Code, layout.window.names, 0),
        columns().map(|(place, column)| name(column, width(column, layout.spread, layout.bands), place)),
        look,
    );
    print(frame, area, 0, heads);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    print_list(frame, list, (groups.cursor, groups.rows.len(), 1), |place| {
        let group = groups.rows.get(place)?;
        let mut spans = table::name(short_group(group.title), layout.window.names, place == groups.cursor, look);
        for (_, column) in columns() {
            cell(group, column, &layout, look, &mut spans);
        }
        Some(Line::from(spans))
    });
}

fn cell(group: &Group<'_>, column: GroupColumn, layout: &Layout, look: Look, spans: &mut Vec<Span<'static>>) {
    let mut cells = width(column, layout.spread, layout.bands);
    let (text, style) = match column {
        GroupColumn::Code => return,
        GroupColumn::Mean => percentile(group.mean, look),
        GroupColumn::Median => {
            if layout.spread > 0 {
                spans.push(Span::raw(" "));
                spans.extend(spread_bar(group.spread.as_ref(), layout.spread, look));
                cells -= layout.spread + 1;
            }
            percentile(group.spread.map(|spread| spread.median), look)
        }
        GroupColumn::Band(band) => {
            if band == Band::Low && layout.bands > 0 {
                spans.push(Span::raw("  "));
                spans.extend(band_bar(group, layout.bands, look));
                cells -= layout.bands + 2;
            }
            (group.share_text(band), look.band(band))
        }
        GroupColumn::Workers => (group.summary.workers.text(), Style::new()),
        GroupColumn::Roles => (Some(grouped(group.summary.roles as u64)), Style::new()),
        GroupColumn::Unscored => (Some(group.unscored.roles.to_string()), look.quiet()),
    };
    spans.extend(table::figure(text.as_deref(), "", cells, style, look));
}

fn percentile(value: Option<f64>, look: Look) -> (Option<String>, Style) {
    let Some(value) = value.map(Percentile) else { return (None, Style::new()) };
    let letter = value.band().word().get(..1).unwrap_or_default();
    (Some(format!("{} {letter}", value.rounded())), look.band(value.band()))
}

/// The spread on the scale from 0 to 100: ends, the middle half heavier, the median marked.
fn spread_bar(spread: Option<&Spread>, width: usize, look: Look) -> Vec<Span<'static>> {
    let Some(spread) = spread else { return vec![Span::raw(" ".repeat(width))] };
    let place = |value: f64| cells_of(value / 100.0, width.saturating_sub(1));
    let [low, from, middle, to, high] =
        [spread.low, spread.lower_quartile, spread.median, spread.upper_quartile, spread.high].map(place);
    let (left, right, half) = if look.ascii() { ("|", "|", "=") } else { ("├", "┤", "━") };
    let cell = |at: usize| match at {
        at if at == middle => Span::styled(look.glyphs.full, look.key()),
        at if from <= at && at <= to => Span::raw(half),
        at if at == low => Span::styled(left, look.quiet()),
        at if at == high => Span::styled(right, look.quiet()),
        at if low < at && at < high => Span::styled(look.rule(), look.quiet()),
        _ => Span::raw(" "),
    };
    (0..width).map(cell).collect()
}

/// The workers of a group in one bar: Low, Moderate, High, each in its own glyph, and blank for roles without an index.
fn band_bar(group: &Group<'_>, width: usize, look: Look) -> Vec<Span<'static>> {
    let (mut sum, mut at) = (0.0, 0);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for band in BANDS {
        sum += group.percent_in(band).unwrap_or(0.0);
        // Ends are rounded, not lengths, so that the whole keeps its length.
        let end = cells_of(sum / 100.0, width);
        spans.push(Span::styled(band_glyph(band, look).repeat(end.saturating_sub(at)), look.band(band)));
        at = end;
    }
    spans.push(Span::raw(" ".repeat(width.saturating_sub(at))));
    spans
}

/// The glyph of a band in the bars.
pub fn band_glyph(band: Band, look: Look) -> &'static str {
    match (band, look.ascii()) {
        (Band::Low, false) => "░",
        (Band::Moderate, false) => "▒",
        (Band::High, false) => "█",
        (Band::Low, true) => ".",
        (Band::Moderate, true) => "=",
        (Band::High, true) => "#",
    }
}

fn counted(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number as u64), if number == 1 { "" } else { "s" })
}

/// What the pictures mean.
pub fn legend(catalog: &Catalog<'_>, look: Look) -> String {
    let (low, half, high) = if look.ascii() { ("|", "=", "|") } else { ("├", "━", "┤") };
    let bands = BANDS.map(|band| format!("{} {band}", band_glyph(band, look)));
    format!(
        "roles: {low} lowest {half} middle half {} median {high} highest; {}: {}",
        look.glyphs.full,
        catalog.counted_word(2),
        bands.join(" ")
    )
}

/// What the group under the cursor holds, in words.
pub fn detail(groups: &GroupTable, catalog: &Catalog<'_>) -> Option<String> {
    let group = groups.rows.get(groups.cursor)?;
    let ranked = groups.rows.iter().filter(|group| groups.by.value(group).is_some()).count();
    let place = groups.by.value(group).map(|_| format!("place {} of {ranked}", groups.cursor + 1));
    let summary = group.summary;
    let none = match group.unscored.roles {
        0 => String::new(),
        count => format!(", {count} without an index"),
    };
    let mut workers = summary.workers_text(catalog).join(", ");
    if summary.workers.roles > 0 && summary.workers.without > 0 {
        workers = format!("{workers} ({} roles not published)", summary.workers.without);
    }
    let bands = BANDS.map(|band| {
        let part = group.part(band);
        let workers = part.workers.short().unwrap_or_else(|| "0".to_owned());
        let word = catalog.counted_word(part.workers.count);
        format!("{band} {workers} {word} in {}", counted(part.roles, "role"))
    });
    let bands = bands.into_iter().rev().filter(|_| summary.workers.roles > 0);
    let roles = format!("{}{none}", counted(summary.roles, "role"));
    let parts: Vec<String> = place.into_iter().chain([roles, workers]).chain(bands).collect();
    Some(parts.join(" · "))
}
