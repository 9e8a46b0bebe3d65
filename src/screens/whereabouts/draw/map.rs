//! The tile map of the states: each a tile with its two letters, shaded by the figure of the order.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use super::Scene;
use crate::compare::places::{Row, STEPS, Shade, tiles};
use crate::ui::look::Look;
use crate::ui::{fit, print};

/// The glyph of a shade; never by colour alone.
const fn glyph(shade: Shade, look: Look, is_ascii: bool) -> &'static str {
    match (shade, is_ascii) {
        (Shade::Step(0), false) => "⡀",
        (Shade::Step(1), false) => "░",
        (Shade::Step(2), false) => "▒",
        (Shade::Step(3), false) => "▓",
        (Shade::Step(_), false) => "█",
        (Shade::Step(0), true) => ":",
        (Shade::Step(1), true) => "-",
        (Shade::Step(2), true) => "=",
        (Shade::Step(3), true) => "%",
        (Shade::Step(_), true) => "#",
        (Shade::Few, _) => "?",
        (Shade::Missing, _) => look.glyphs.dot,
    }
}

/// The colour of a shade, of the terminal's own: none that is faint on a light ground or a dark one.
fn style(shade: Shade, look: Look) -> Style {
    let colour = match shade {
        Shade::Step(0) => Color::Blue,
        Shade::Step(1) => Color::Cyan,
        Shade::Step(2) => Color::Green,
        Shade::Step(3) => Color::Red,
        Shade::Step(_) => Color::Magenta,
        Shade::Few | Shade::Missing => return look.quiet(),
    };
    if look.colour { Style::new().fg(colour) } else { Style::new() }
}

/// Draws heading, map and legend; returns the rows that they take.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, has_keys: bool) -> u16 {
    let Some((width, height)) = scene.room.tile else { return 0 };
    heading(frame, area, scene, has_keys);
    let left = area.x + area.width.saturating_sub(width * tiles::COLUMNS) / 2;
    for (at, row) in scene.view.places.rows.iter().enumerate() {
        let Some(letters) = row.letters(scene.catalog) else { continue };
        let Some(tile) = tiles::tile(letters) else { continue };
        let place = Rect {
            x: left + tile.column * width,
            y: area.y + 1 + tile.row * height,
            // The last column of a wide tile is the gap to the next one.
            width: if width > 3 { width - 1 } else { width },
            height: if height > 3 { height - 1 } else { height },
        };
        let selected = scene.view.selected().is_some_and(|here| here.whose == row.whose);
        let lines = tile_lines(scene, row, letters, scene.view.shades.shade(at), selected, place);
        for (line, y) in lines.into_iter().zip(0..) {
            print(frame, place.intersection(area), y, line);
        }
    }
    let from = 1 + tiles::ROWS * height;
    let most = if scene.room.is_both() { 2 } else { area.height.saturating_sub(from + 1).min(2) };
    let legend = legend(scene, usize::from(area.width).saturating_sub(2), usize::from(most));
    let mut row = from;
    for line in legend {
        print(frame, area, row, line);
        row += 1;
    }
    row
}

fn heading(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, has_keys: bool) {
    let (look, by) = (scene.look, scene.view.listed.by);
    let rule = look.rule();
    let dated = format!("{}, {}", by.name(), scene.view.places.scope.release(scene.catalog));
    let cells = usize::from(area.width).saturating_sub(4);
    let text = if fit::width(&dated) <= cells { dated } else { by.short_name().to_owned() };
    let fill = rule.repeat(usize::from(area.width).saturating_sub(fit::width(&text) + 3));
    let style = if has_keys { look.title() } else { look.quiet() };
    print(
        frame,
        area,
        0,
        Line::from(vec![
            Span::styled(format!("{rule} "), look.border()),
            Span::styled(text, style),
            Span::styled(format!(" {fill}"), look.border()),
        ]),
    );
}

/// A tile: letters among its shade, the figure below where there are rows, and more shade.
fn tile_lines(
    scene: &Scene<'_>,
    row: &Row,
    letters: &str,
    shade: Shade,
    selected: bool,
    place: Rect,
) -> Vec<Line<'static>> {
    let look = scene.look;
    let cells = usize::from(place.width);
    let glyph = glyph(shade, look, look.ascii());
    let shading = |count: usize| Span::styled(glyph.repeat(count), style(shade, look));
    let mark = scene.mark(row);
    let name = if mark == " " { letters.to_owned() } else { format!("{letters}{mark}") };
    let emphasis = match (selected, shade) {
        (true, _) => look.selected().add_modifier(Modifier::BOLD),
        (_, Shade::Step(_)) => look.heading(),
        _ => look.quiet(),
    };
    let name = look.padded(&name, fit::width(&name).min(cells));
    let first = if cells >= 7 {
        let name = format!(" {name} ");
        let before = (cells - fit::width(&name)) / 2;
        let after = cells - before - fit::width(&name);
        vec![shading(before), Span::styled(name, emphasis), shading(after)]
    } else {
        let after = cells.saturating_sub(fit::width(&name));
        vec![Span::styled(name, emphasis), shading(after)]
    };
    let mut lines = vec![Line::from(first)];
    if place.height > 1 {
        lines.push(figure_line(scene, row, shade, cells, &shading));
    }
    for _ in 2..place.height {
        lines.push(Line::from(vec![shading(cells)]));
    }
    lines
}

/// The figure in the middle of its tile; shade where it has no room or is missing.
fn figure_line(
    scene: &Scene<'_>,
    row: &Row,
    shade: Shade,
    cells: usize,
    shading: &dyn Fn(usize) -> Span<'static>,
) -> Line<'static> {
    let look = scene.look;
    let short = scene.view.listed.by.short(row).map(|text| look.text(&text));
    // Without its sign a sum of money is still read by the heading.
    let plain = short.as_ref().map(|text| text.trim_start_matches('$').to_owned());
    let hours = plain.as_ref().and_then(|text| text.split('.').next()).map(str::to_owned);
    let is_money = scene.view.listed.by.point().is_some() || short.as_ref().is_some_and(|text| text.starts_with('$'));
    let hours = hours.filter(|_| is_money);
    let fitting = [short, plain, hours].into_iter().flatten().find(|text| fit::width(text) <= cells);
    let Some(text) = fitting else { return Line::from(vec![shading(cells)]) };
    let style = if matches!(shade, Shade::Step(_)) { look.plain() } else { look.quiet() };
    let before = (cells - fit::width(&text)) / 2;
    let after = cells - before - fit::width(&text);
    Line::from(vec![Span::raw(" ".repeat(before)), Span::styled(text, style), Span::raw(" ".repeat(after))])
}

/// What the shades mean: the lowest and the highest figure of each, few workers, nothing published.
fn legend(scene: &Scene<'_>, cells: usize, most: usize) -> Vec<Line<'static>> {
    let Scene { view, look, .. } = *scene;
    let (by, shades) = (view.listed.by, &view.shades);
    let row = |at: usize| view.places.rows.get(at);
    let mut items: Vec<(Shade, String)> = Vec::new();
    for step in 0..STEPS {
        let Some((low, high)) = shades.ends.get(step).copied().flatten() else { continue };
        let ends = [row(low), row(high)].map(|row| row.and_then(|row| by.short(row)).unwrap_or_default());
        let [low, high] = ends;
        items.push((Shade::Step(step), if low == high { low } else { format!("{low}-{high}") }));
    }
    for (shade, word) in [(Shade::Few, "few workers"), (Shade::Missing, "not published")] {
        if shades.shades.contains(&shade) {
            items.push((shade, word.to_owned()));
        }
    }
    let mut lines: Vec<Vec<Span<'static>>> = Vec::new();
    let mut used = cells + 1;
    for (shade, text) in items {
        let text = look.text(&text);
        let width = 5 + fit::width(&text) + 1;
        if used + width > cells + 2 {
            if lines.len() == most {
                break;
            }
            lines.push(vec![Span::raw(" ")]);
            used = 1;
        }
        used += width;
        if let Some(line) = lines.last_mut() {
            line.push(Span::styled(glyph(shade, look, look.ascii()).repeat(2), style(shade, look)));
            line.push(Span::styled(format!(" {text}  "), look.plain()));
        }
    }
    lines.into_iter().map(Line::from).collect()
}
