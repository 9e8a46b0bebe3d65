//! The role under the cursor, beside the plot or below it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Map, words};
use crate::catalog::{Metric, Percentile, Role, Unit, grouped};
use crate::compare::scatter::Axis;
use crate::ui::bars::percentile_bar;
use crate::ui::role_line::{STUDIES_LEGEND, studies_mark};
use crate::ui::size::first_row;
use crate::ui::{fit, print, print_all};

/// Cells of the names of figures.
const NAME: usize = 18;

/// The pane at the side.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, map: &Map<'_>) {
    let look = map.look;
    let code = map.role().map(|(_, role)| role.code.to_string()).unwrap_or_default();
    let fill = look.rule().repeat(usize::from(area.width).saturating_sub(fit::width(&code) + 4));
    let head = vec![
        Span::styled(format!("{}{} ", look.joint(), look.rule()), look.border()),
        Span::styled(code, look.title()),
        Span::styled(format!(" {fill}"), look.border()),
    ];
    print(frame, area, 0, Line::from(head));
    // One column wide: the style of a line is that of its whole area.
    let wall = Rect { width: 1, ..area };
    for row in 1..area.height {
        print(frame, wall, row, Line::styled(look.wall(), look.border()));
    }
    let inner = Rect { x: area.x + 2, y: area.y + 1, width: area.width - 3, height: area.height - 1 };
    let Some((_, role)) = map.role() else { return };
    let cells = usize::from(inner.width);
    let mut lines = about(map, role, cells);
    let reading = reading(map, cells);
    // The roles of the cell take what the rest leaves; they are what the cursor steps through.
    let rows = usize::from(inner.height).saturating_sub(lines.len());
    let others = in_cell(map, cells, rows.saturating_sub(reading.len() + 1).max(4));
    lines.extend(others);
    let first = usize::from(inner.height).saturating_sub(reading.len());
    if lines.len() < first {
        lines.resize(first, Line::default());
        lines.extend(reading);
    }
    print_all(frame, inner, 0, lines);
}

/// Title, group, every figure, and for whom the figures are published.
fn about(map: &Map<'_>, role: &Role<'static>, cells: usize) -> Vec<Line<'static>> {
    let look = map.look;
    let mut lines = Vec::new();
    let text = |lines: &mut Vec<Line<'static>>, text: &str, most: usize, style: Style| {
        let wrapped = look.wrap(text, cells, most);
        lines.extend(wrapped.into_iter().map(|line| Line::styled(line, style)));
    };
    text(&mut lines, role.title, 2, look.heading());
    text(&mut lines, map.catalog.major_group(role.code).unwrap_or_default(), 1, look.quiet());
    lines.push(Line::default());
    let scatter = &map.view.scatter;
    for metric in Metric::ALL.into_iter().chain(map.catalog.headcounts().map(|_| Metric::Headcount)) {
        let is_axis = [scatter.across.metric, scatter.up.metric].contains(&metric);
        lines.push(figure(map, role, metric, is_axis, cells));
        if let Some((newest, release)) = map.catalog.newest_pay(role).filter(|_| metric == Metric::Pay) {
            let name = Span::styled(look.padded(&format!("  in {release}"), NAME), look.quiet());
            lines.push(Line::from(vec![Span::raw(" "), name, Span::raw(look.text(&newest))]));
        }
    }
    let shared = [scatter.up.metric, scatter.across.metric]
        .into_iter()
        .filter_map(|metric| map.catalog.shared_note(metric.published_for(map.catalog, role)?));
    if let Some(note) = shared.into_iter().next() {
        text(&mut lines, &note, 3, look.quiet());
    }
    if let Some(note) = few_studies(role) {
        text(&mut lines, &note, 2, look.quiet());
    }
    if let Some(why) = absent(map, role) {
        text(&mut lines, &why, 2, look.heading());
    }
    lines.push(Line::default());
    lines
}

/// A figure by its name; the two of the axes stand out.
fn figure(map: &Map<'_>, role: &Role<'_>, metric: Metric, is_axis: bool, cells: usize) -> Line<'static> {
    let look = map.look;
    let name = match metric {
        Metric::Measure(measure) => format!("{} {}", measure.short_name(), measure.year()),
        Metric::Headcount => metric.short_name().to_owned(),
        _ => metric.name().to_owned(),
    };
    let style = if is_axis { look.heading() } else { look.plain() };
    let mark = if is_axis { look.glyphs.cursor } else { " " };
    let mut spans = vec![
        Span::styled(mark, look.title()),
        Span::styled(look.padded(&name, NAME), if is_axis { look.heading() } else { look.quiet() }),
    ];
    let value = metric.value(map.catalog, role).filter(|_| metric.unit() == Unit::Percentile).map(Percentile);
    let text = metric.text_in(map.catalog, role);
    match value {
        Some(percentile) => {
            let bar = cells.saturating_sub(1 + NAME + 5 + 10).min(20);
            spans.extend(percentile_bar(look, percentile, bar));
            spans.push(Span::styled(look.to_the_right(&text, 5), style));
            spans.push(Span::styled(format!(" {}", percentile.band().word()), look.band(percentile.band())));
        }
        None => spans.push(Span::styled(text, style)),
    }
    Line::from(spans)
}

/// What is said of an index that does not rest on all of its studies.
fn few_studies(role: &Role<'_>) -> Option<String> {
    let index = role.exposure.index.filter(|index| index.is_partial())?;
    Some(format!("index of {}", index.rests_on()))
}

/// Why a role has no place on the plot; none where it has one.
fn absent(map: &Map<'_>, role: &Role<'_>) -> Option<String> {
    if map.cell().is_some() {
        return None;
    }
    let scatter = &map.view.scatter;
    let missing: Vec<&str> = [scatter.across.metric, scatter.up.metric]
        .into_iter()
        .filter(|metric| metric.value(map.catalog, role).is_none())
        .map(Metric::name)
        .collect();
    Some(format!("Not on this map: {} not published", missing.join(" and ")))
}

/// The roles of the cell with the cursor among them, in at most `rows` lines.
fn in_cell(map: &Map<'_>, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let look = map.look;
    let (Some(cell), Some((place, count))) = (map.cell(), map.place_in_cell()) else { return Vec::new() };
    if count == 1 {
        return vec![Line::styled("Alone in its cell", look.quiet())];
    }
    let metrics = [map.view.scatter.across.metric, map.view.scatter.up.metric];
    let legend = if metrics.contains(&Metric::Index) { format!("   {STUDIES_LEGEND}") } else { String::new() };
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{place} of {} in this cell", grouped(count as u64)), look.heading()),
        Span::styled(format!("  Tab: the next{legend}"), look.quiet()),
    ])];
    let seen = rows.saturating_sub(1);
    let first = first_row(place - 1, count, seen);
    for (at, role) in map.cells.at(cell).enumerate().skip(first).take(seen) {
        let Some(role) = map.catalog.role(role) else { continue };
        let figures: Vec<String> = metrics
            .iter()
            .filter_map(|metric| {
                let text = metric.short(map.catalog, role)?;
                let index = role.exposure.index.filter(|_| *metric == Metric::Index);
                Some(index.map_or(text.clone(), |index| text + studies_mark(index)))
            })
            .collect();
        let figures = figures.join("  ");
        let selected = at + 1 == place;
        let style = if selected { look.selected() } else { look.plain() };
        let room = cells.saturating_sub(3 + fit::width(&figures));
        lines.push(Line::from(vec![
            look.cursor(selected),
            Span::styled(look.padded(role.title, room), style),
            Span::styled(format!("  {figures}"), look.quiet()),
        ]));
    }
    lines
}

/// How to read the axes.
fn reading(map: &Map<'_>, cells: usize) -> Vec<Line<'static>> {
    let look = map.look;
    let scatter = &map.view.scatter;
    let mut lines = vec![Line::from(vec![
        Span::styled("Axes", look.heading()),
        Span::styled("  x and a change them", look.quiet()),
    ])];
    let mut say = |key: &'static str, further: &str, axis: Axis| {
        let mut text = format!("{}: further {further}, {}", words::axis(map, axis), axis.metric.higher());
        if let Metric::Measure(measure) = axis.metric {
            text = format!("{text}. {} {}", measure.study().name(), measure.study().what());
        }
        let mut key = key;
        for text in look.wrap(&text, cells.saturating_sub(3), 9) {
            let start = Span::styled(format!("{key}  "), look.key());
            lines.push(Line::from(vec![start, Span::styled(text, look.quiet())]));
            key = " ";
        }
    };
    say("x", "right", scatter.across);
    say("a", "up", scatter.up);
    lines
}

/// The role in one or two lines of at most `cells` cells.
pub(super) fn below(map: &Map<'_>, cells: usize) -> Vec<Line<'static>> {
    let look = map.look;
    let Some((_, role)) = map.role() else { return vec![Line::default()] };
    let scatter = &map.view.scatter;
    let (across, up) = (scatter.across.metric, scatter.up.metric);
    let in_cell = map.place_in_cell().filter(|(_, count)| *count > 1);
    let full = in_cell.map_or(String::new(), |(place, count)| format!(", {place} of {count} in this cell"));
    let brief = in_cell.map_or(String::new(), |(place, count)| format!(", {place} of {count}"));
    let (x, y) = (across.text(map.catalog, role), up.text(map.catalog, role));
    let short = |metric: Metric| metric.short(map.catalog, role).unwrap_or_else(|| look.glyphs.dot.to_owned());
    let newest = map.catalog.newest_median(role).filter(|_| up == Metric::Pay);
    let mut figures: Vec<String> = newest.map_or_else(Vec::new, |newest| {
        vec![
            format!("{} {x}, {} {y} ({newest}){full}", across.name(), up.name()),
            format!("{} {x}, {} {y} ({newest}){brief}", across.short_name(), up.short_name()),
        ]
    });
    figures.extend([
        format!("{} {x}, {} {y}{full}", across.name(), up.name()),
        format!("{} {x}, {} {y}{full}", across.short_name(), up.short_name()),
        format!("{} {x}, {} {y}{brief}", across.short_name(), up.short_name()),
    ]);
    if map.cell().is_some() {
        figures.extend([
            format!("overlap {x}, {y}{brief}"),
            format!("overlap {}, {}{brief}", short(across), short(up)),
            format!("overlap {}, {}", short(across), short(up)),
        ]);
    } else {
        figures.push("not on this map".to_owned());
    }
    // The title is worth more cells than the names of the figures, which the axes show too.
    let wanted = fit::width(role.title).min(cells);
    let fits = |least: usize| figures.iter().find(|text| fit::width(text) + 2 + least <= cells);
    let figures = fits(wanted).or_else(|| fits(14)).cloned().unwrap_or_default();
    let room = cells.saturating_sub(if figures.is_empty() { 0 } else { fit::width(&figures) + 2 });
    let title = look.cut(role.title, room);
    let between = if figures.is_empty() { "" } else { ": " };
    let first = vec![Span::raw(" "), Span::styled(title, look.heading()), Span::raw(between), Span::raw(figures)];
    let published = up.published_for(map.catalog, role).and_then(|soc| map.catalog.shared_note(soc));
    let study = [across, up].into_iter().find_map(|metric| match metric {
        Metric::Measure(measure) => Some(format!("{} {}", measure.study().name(), measure.study().kind())),
        Metric::Index => few_studies(role),
        _ => None,
    });
    let published = published.map(|note| format!("{} {note}", up.short_name()));
    let said: Vec<String> = [study, published].into_iter().flatten().collect();
    let second = absent(map, role)
        .or((!said.is_empty()).then(|| said.join("; ")))
        .unwrap_or_else(|| map.catalog.major_group(role.code).unwrap_or_default().to_owned());
    let second = look.cut(&second, cells);
    vec![Line::from(first), Line::styled(format!(" {second}"), look.quiet())]
}
