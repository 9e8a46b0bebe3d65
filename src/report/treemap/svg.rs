//! The treemap as a picture. Places are those of the CSV and JSON forms: areas are in exact proportion.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use super::{RATIO, Report};
use crate::catalog::words::short_group;
use crate::catalog::{Metric, NOT_PUBLISHED, Role, RoleId};
use crate::compare::ranking::Column;
use crate::compare::treemap::{Group, Placed, Rect};
use crate::compare::workforce::percent_text;
use crate::report::xml::escaped;

/// The width of the picture, the margin around what it shows, and the height of its head, in its units.
const WIDTH: f64 = 1600.0;
const MARGIN: f64 = 20.0;
const HEAD: f64 = 76.0;
/// The lines below the tiles are that far from each other, and hold so many letters.
const LINE: f64 = 18.0;
const LETTERS: usize = 230;
/// How wide a letter is on average, also a bold one, and how far lines are from each other, for letters of size 1.
const LETTER: f64 = 0.56;
const BOLD: f64 = 0.67;
const LEADING: f64 = 1.15;
/// Sizes of titles, the largest that fits first.
const SIZES: [f64; 5] = [16.0, 13.0, 11.0, 9.0, 7.0];
/// The size of the name of a group, and the room that it takes of the tiles below it.
const GROUP: f64 = 13.0;
const GROUP_ROOM: f64 = 18.0;

/// Shades that differ in lightness, so that they do without colours: of exposure, and of other figures.
const EXPOSURE: [&str; 3] = ["#ece5f3", "#bba6d4", "#7a58a5"];
const OTHER: [&str; 4] = ["#e4eef6", "#a8cbe3", "#5d9cc9", "#27659a"];
/// On these letters are white.
const DARK: [&str; 2] = [EXPOSURE[2], OTHER[3]];
const DIMMED: &str = "#f2f2f2";
const MISSING: &str = "url(#missing)";

pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let picture = picture(report).map_err(io::Error::other)?;
    out.write_all(picture.as_bytes())
}

/// The tiles' rectangle in the picture.
fn plot() -> Rect {
    let width = WIDTH - 2.0 * MARGIN;
    Rect { left: MARGIN, top: HEAD, right: MARGIN + width, bottom: HEAD + width / RATIO }
}

fn picture(report: &Report<'_>) -> Result<String, fmt::Error> {
    let plot = plot();
    let notes: Vec<String> = notes(report);
    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    let height = plot.bottom + 44.0 + LINE * notes.len() as f64 + MARGIN / 2.0;
    let title = heading(report);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" width=\"{WIDTH:.0}\" \
         height=\"{height:.0}\" font-family=\"'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif\" role=\"img\">\n\
         <title>{0}</title>\n<defs><pattern id=\"missing\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><path d=\"M0 6L6 0\" stroke=\"#cccccc\"/></pattern></defs>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
         <text x=\"{MARGIN}\" y=\"34\" font-size=\"22\" font-weight=\"bold\" fill=\"#222222\">{0}</text>\n",
        escaped(&title)
    );
    let said = report.said().into_iter().next().unwrap_or_default();
    writeln!(svg, "<text x=\"{MARGIN}\" y=\"58\" font-size=\"14\" fill=\"#555555\">{}</text>", escaped(&said))?;
    for group in report.map.shown(report.group) {
        whole_group(&mut svg, report, group)?;
    }
    legend(&mut svg, report, plot.bottom + 26.0)?;
    let mut y = plot.bottom + 44.0;
    for line in notes {
        y += LINE;
        writeln!(
            svg,
            "<text x=\"{MARGIN}\" y=\"{:.1}\" font-size=\"12\" fill=\"#555555\">{}</text>",
            y - 6.0,
            escaped(&line)
        )?;
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// `Employment in Texas by role, shaded by median annual pay`.
fn heading(report: &Report<'_>) -> String {
    let place = report.catalog.place().map_or("the United States", |place| place.name);
    let group = report.map.shown(report.group).next().filter(|_| report.group.is_some());
    let group = group.map(|group| format!("{}: ", report.title(group))).unwrap_or_default();
    format!("{group}Employment in {place} by role, shaded by {}", Column::Figure(report.metric()).name())
}

/// What stands below the legend, in lines: all that is said but the first, which stands above.
fn notes(report: &Report<'_>) -> Vec<String> {
    let wrapped =
        |text: &String| textwrap::wrap(text, LETTERS).into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
    report.said().iter().skip(1).chain(&report.remarks()).flat_map(wrapped).collect()
}

/// A place in the picture.
fn scaled(place: Rect) -> Rect {
    let plot = plot();
    Rect {
        left: plot.left + place.left * plot.width(),
        right: plot.left + place.right * plot.width(),
        top: plot.top + place.top * plot.height(),
        bottom: plot.top + place.bottom * plot.height(),
    }
}

/// The tiles of a group, its edge, and its name over them.
fn whole_group(svg: &mut String, report: &Report<'_>, group: &Group) -> fmt::Result {
    let place = scaled(report.around(group.digits));
    let name = format!("{:02} {}", group.digits, short_group(report.title(group)));
    let name = cut(&name, letters(place.width() - 10.0, GROUP * BOLD / LETTER));
    #[allow(clippy::cast_precision_loss, reason = "letters of a title")]
    let long = name.chars().count() as f64 * GROUP * BOLD;
    let is_named = place.height() >= GROUP_ROOM && name.chars().count() >= 4;
    writeln!(svg, "<g>")?;
    for (placed, role) in report.tiles().filter(|(placed, _)| placed.digits == group.digits) {
        let rect = scaled(placed.place);
        let is_below = is_named && rect.top < place.top + GROUP_ROOM && rect.left < place.left + long + 8.0;
        let room = if is_below { place.top + GROUP_ROOM - rect.top } else { 0.0 };
        tile(svg, report, (placed, role), room)?;
    }
    writeln!(
        svg,
        "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4\"/>",
        place.left,
        place.top,
        place.width(),
        place.height()
    )?;
    if is_named {
        writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{GROUP}\" font-weight=\"bold\" fill=\"#222222\" stroke=\"#ffffff\" \
             stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>",
            place.left + 6.0,
            place.top + GROUP + 2.0,
            escaped(&name)
        )?;
    }
    writeln!(svg, "</g>")
}

/// A tile with its tooltip, and its title where that fits below the `room` that the name of its group takes.
fn tile(svg: &mut String, report: &Report<'_>, (placed, role): (&Placed, &Role<'_>), room: f64) -> fmt::Result {
    let rect = scaled(placed.place);
    let fill = colour(report, placed.tile.role, role);
    writeln!(
        svg,
        "<g><title>{}</title><rect class=\"tile\" x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"{fill}\" \
         stroke=\"#ffffff\" stroke-width=\"0.8\"/>",
        escaped(&tooltip(report, placed, role)),
        rect.left,
        rect.top,
        rect.width(),
        rect.height()
    )?;
    let ink = match fill {
        DIMMED => "#9a9a9a",
        fill if DARK.contains(&fill) => "#ffffff",
        _ => "#222222",
    };
    if let Some((size, lines)) = fitted(role.title, rect.width() - 8.0, rect.height() - room - 5.0) {
        let mut y = rect.top + room + 1.0;
        for line in lines {
            y += size * LEADING;
            let text = escaped(&line);
            writeln!(
                svg,
                "<text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{ink}\">{text}</text>",
                rect.left + 4.0
            )?;
        }
    }
    writeln!(svg, "</g>")
}

fn tooltip(report: &Report<'_>, placed: &Placed, role: &Role<'_>) -> String {
    let share = report.percent(placed.tile.workers).map(percent_text).unwrap_or_default();
    format!(
        "{} {}\n{}\n{} workers, {share} of the employed\n{}: {}",
        role.code,
        role.title,
        report.catalog.major_group(role.code).unwrap_or_default(),
        report.workers_text(placed.tile.role),
        Column::Figure(report.metric()).name(),
        report.metric().text(report.catalog, role)
    )
}

fn colour(report: &Report<'_>, id: RoleId, role: &Role<'_>) -> &'static str {
    if !report.lit.contains(&id) {
        return DIMMED;
    }
    report.shades.level(report.catalog, role).map_or(MISSING, |level| shade(report.metric(), level))
}

fn shade(metric: Metric, level: usize) -> &'static str {
    let shades: &[&str] = if metric.is_exposure() { &EXPOSURE } else { &OTHER };
    shades.get(level).copied().unwrap_or(MISSING)
}

/// The title in the largest letters in which all of it fits into that width and height, with its lines.
fn fitted(title: &str, width: f64, height: f64) -> Option<(f64, Vec<String>)> {
    SIZES.into_iter().find_map(|size| {
        let lines = textwrap::wrap(title, textwrap::Options::new(letters(width, size)).break_words(false));
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let high = lines.len() as f64 * size * LEADING;
        let is_narrow = lines.iter().all(|line| line.chars().count() <= letters(width, size));
        (high <= height && is_narrow).then(|| (size, lines.into_iter().map(std::borrow::Cow::into_owned).collect()))
    })
}

/// How many letters of a size a width holds.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred letters")]
fn letters(width: f64, size: f64) -> usize {
    (width / (size * LETTER)).max(0.0) as usize
}

fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// What the shades mean.
fn legend(svg: &mut String, report: &Report<'_>, y: f64) -> fmt::Result {
    let levels =
        report.shades.names().enumerate().map(|(level, name)| (shade(report.metric(), level), name.to_owned()));
    let mut items: Vec<(&str, String)> = levels.collect();
    let fills = || report.tiles().map(|(placed, role)| colour(report, placed.tile.role, role));
    items.extend(fills().any(|fill| fill == MISSING).then(|| (MISSING, NOT_PUBLISHED.to_owned())));
    items.extend(fills().any(|fill| fill == DIMMED).then(|| (DIMMED, "not selected".to_owned())));
    let name = Column::Figure(report.metric()).name();
    writeln!(
        svg,
        "<text x=\"{MARGIN}\" y=\"{y:.1}\" font-size=\"14\" font-weight=\"bold\" fill=\"#222222\">{}</text>",
        escaped(&name)
    )?;
    #[allow(clippy::cast_precision_loss, reason = "letters of a name")]
    let long = |text: &str| text.chars().count() as f64 * 14.0 * BOLD;
    let mut x = MARGIN + long(&name) + 24.0;
    for (fill, name) in items {
        writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"18\" height=\"14\" fill=\"{fill}\" stroke=\"#888888\" stroke-width=\"0.5\"/>\
             <text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"14\" fill=\"#222222\">{}</text>",
            y - 12.0,
            x + 24.0,
            escaped(&name)
        )?;
        x += 24.0 + long(&name) + 22.0;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_whole_or_not_at_all() {
        let (size, lines) = fitted("Registered Nurses", 200.0, 40.0).unwrap();
        assert_eq!((size, lines), (16.0, vec!["Registered Nurses".to_owned()]));
        assert!(fitted("Registered Nurses", 70.0, 30.0).is_some_and(|(size, lines)| size < 13.0 && lines.len() == 2));
        assert!(
            fitted("Registered Nurses", 20.0, 200.0).is_none() && fitted("Registered Nurses", -4.0, -4.0).is_none()
        );
    }
}
