//! What matters most of a role, in a few lines.

use ratatui::text::{Line, Span};

use crate::catalog::words::zone;
use crate::catalog::{Catalog, FRAME, Metric, NOT_PUBLISHED, Percentile, Role, Study};
use crate::ui::bars::percentile_bar;
use crate::ui::look::Look;

/// The sentence that frames an exposure figure where the whole one has no room.
pub const SHORT_FRAME: &str = "task overlap, not a forecast";

/// Title, what the work is where there is room, and the key figures with the frame.
pub fn head(catalog: &Catalog<'_>, role: &Role<'_>, look: Look, width: usize, height: u16) -> Vec<Line<'static>> {
    let dot = look.glyphs.dot;
    let mut code = role.code.to_string();
    if width >= 60 {
        let zone = role.job_zone.map_or_else(String::new, |zone| format!(" {dot} job zone {}", zone::number(zone)));
        code.push_str(&zone);
    }
    let room = width.saturating_sub(code.len() + 1);
    let mut lines = vec![Line::from(vec![
        Span::styled(look.padded(role.title, room), look.title()),
        Span::styled(format!(" {code}"), look.quiet()),
    ])];
    if height >= 30 && !role.summary.is_empty() {
        let mut summary = look.wrapped(role.summary, width);
        if let Some(rest) = summary.get(1..).filter(|rest| !rest.is_empty()).map(|rest| rest.join(" ")) {
            summary.truncate(1);
            summary.push(look.cut(&rest, width));
        }
        lines.extend(summary.into_iter().map(Line::raw));
    }
    let (mut wage, change) = (wage(catalog, role), change(catalog, role));
    if width >= 72 && !wage.starts_with("pay") {
        wage.insert_str(0, "median ");
    }
    let Some(index) = role.exposure.index else {
        let text = format!("exposure {NOT_PUBLISHED} {dot} {wage} {dot} {change}");
        lines.extend(look.wrapped(&text, width).into_iter().take(2).map(Line::raw));
        lines.extend(shows_exposure(role).then(|| Line::styled(crate::ui::frame_sentence(width), look.frame())));
        return lines;
    };
    let percentile = index.percentile;
    let band = Span::styled(format!("{percentile} {}", percentile.band()), look.band(percentile.band()));
    let mut spans = Vec::new();
    if width >= 72 {
        spans.push(Span::styled("index ", look.quiet()));
        spans.extend(percentile_bar(look, percentile, 10));
        spans.push(Span::raw(" "));
    }
    spans.push(band);
    if width < 60 {
        // The frame comes before all else that may stand beside the figure.
        let frame = Span::styled(SHORT_FRAME, look.frame());
        if Line::from(spans.clone()).width() + SHORT_FRAME.len() + 3 <= width {
            spans.extend([Span::raw(format!(" {dot} ")), frame]);
            lines.push(Line::from(spans));
        } else {
            lines.extend([Line::from(spans), Line::from(frame)]);
        }
        if height >= 14 {
            lines.push(Line::raw(look.cut(&format!("{wage} {dot} {change}"), width)));
        }
        return lines;
    }
    let taken: usize = spans.iter().map(Span::width).sum();
    spans.push(Span::raw(look.cut(&format!("   {wage}   {change}"), width.saturating_sub(taken))));
    lines.push(Line::from(spans));
    let sentence = crate::ui::frame_sentence(width);
    lines.push(Line::styled(sentence, look.frame()));
    lines
}

/// Whether some section shows an exposure figure: the role's own, or a related role's.
fn shows_exposure(role: &Role<'_>) -> bool {
    role.exposure.index.is_some() || role.exposure.readings.iter().any(Option::is_some) || !role.related.is_empty()
}

/// Lines of [`facts`] when they are short.
pub const SHORT_FACTS: usize = 6;

/// Title, group, gauges, pay and outlook for a narrow column; in at most [`SHORT_FACTS`] lines where there is no room
/// for more.
pub fn facts(catalog: &Catalog<'_>, role: &Role<'_>, look: Look, width: usize, short: bool) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if short {
        lines.push(Line::styled(look.cut(role.title, width), look.title()));
    } else {
        lines.extend(look.wrapped(role.title, width).into_iter().map(|line| Line::styled(line, look.title())));
        let group = catalog.major_group(role.code);
        let group = look.wrapped(group.unwrap_or_default(), width);
        lines.extend(group.into_iter().map(|line| Line::styled(line, look.quiet())));
    }
    if !short {
        lines.push(Line::default());
    }
    match role.exposure.index {
        Some(index) => lines.push(gauge("Index", index.percentile, look, width)),
        None => lines.push(Line::raw("Exposure: not published")),
    }
    for study in Study::ALL.into_iter().filter(|_| !short) {
        if let Some(reading) = study.measures().first().and_then(|measure| role.exposure.reading(*measure)) {
            let name = study.measures().first().map_or("", |measure| measure.short_name());
            lines.push(gauge(name, reading.percentile, look, width));
        }
    }
    if shows_exposure(role) {
        let sentence = if short { SHORT_FRAME } else { FRAME };
        lines.extend(look.wrapped(sentence, width).into_iter().map(|line| Line::styled(line, look.frame())));
    }
    if !short {
        lines.push(Line::default());
    }
    for (label, value) in [
        ("Median pay", wage(catalog, role)),
        ("Outlook", change(catalog, role)),
        ("Job zone", role.job_zone.map_or_else(|| NOT_PUBLISHED.to_owned(), zone::number)),
    ] {
        let value = look.cut(&value, width.saturating_sub(11));
        lines.push(Line::from(vec![Span::styled(look.padded(label, 11), look.quiet()), Span::raw(value)]));
    }
    lines
}

/// One percentile with its name, bar, figure and band word.
fn gauge(name: &str, percentile: Percentile, look: Look, width: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(look.padded(name, 10))];
    spans.extend(percentile_bar(look, percentile, width.saturating_sub(24).min(12)));
    spans.push(Span::raw(format!(" {:>4} ", percentile.to_string())));
    spans.push(Span::styled(percentile.band().word(), look.band(percentile.band())));
    Line::from(spans)
}

fn wage(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    match Metric::Pay.wage(catalog, role) {
        Some(_) => Metric::Pay.text_in(catalog, role),
        None => format!("pay {}", catalog.no_wage(role)),
    }
}

fn change(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    catalog.outlook(role).map_or_else(
        || format!("outlook {NOT_PUBLISHED}"),
        |outlook| format!("{} {}", outlook.change_percent.signed(), outlook.words()),
    )
}
