//! What matters most of a role, in a few lines.

use ratatui::text::{Line, Span};

use crate::catalog::{Catalog, FRAME, NOT_PUBLISHED, Percentile, Period, Role, Study};
use crate::ui::bars::{fit, padded, percentile_bar, wrapped};
use crate::ui::look::Look;

/// The sentence that frames an exposure figure where the whole one has no room.
pub const SHORT_FRAME: &str = "task overlap, not a forecast";

/// Title and key figures on two or three lines.
pub fn head(catalog: &Catalog<'_>, role: &Role<'_>, look: Look, width: usize) -> Vec<Line<'static>> {
    let code = role.code.to_string();
    let title = fit(look, role.title, width.saturating_sub(code.len() + 1));
    let frame = format!("({SHORT_FRAME})");
    let index = role.exposure.index.map_or_else(
        || "exposure not published".to_owned(),
        |index| format!("exposure {} {}", index.percentile, index.percentile.band()),
    );
    let figures = [wage(catalog, role), change(catalog, role)].join(&format!(" {} ", look.glyphs.dot));
    let mut lines =
        vec![Line::from(vec![Span::styled(title, look.title()), Span::styled(format!(" {code}"), look.quiet())])];
    if width >= 72 {
        lines.push(Line::raw(fit(look, &format!("{index} {frame} {} {figures}", look.glyphs.dot), width)));
    } else {
        lines.push(Line::raw(fit(look, &format!("{index} {} {figures}", look.glyphs.dot), width)));
        lines.push(Line::styled(fit(look, &frame, width), look.frame()));
    }
    lines
}

/// Title, group, gauges, pay and outlook for a narrow column.
pub fn facts(catalog: &Catalog<'_>, role: &Role<'_>, look: Look, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> =
        wrapped(look, role.title, width).into_iter().map(|line| Line::styled(line, look.title())).collect();
    if let Some(group) = catalog.major_group(role.code) {
        lines.push(Line::styled(fit(look, group, width), look.quiet()));
    }
    lines.push(Line::default());
    match role.exposure.index {
        Some(index) => lines.push(gauge("Index", index.percentile, look, width)),
        None => lines.push(Line::raw("Exposure: not published")),
    }
    for study in Study::ALL {
        if let Some(reading) = study.measures().first().and_then(|measure| role.exposure.reading(*measure)) {
            let name = study.measures().first().map_or("", |measure| measure.short_name());
            lines.push(gauge(name, reading.percentile, look, width));
        }
    }
    if role.exposure.index.is_some() {
        lines.extend(wrapped(look, FRAME, width).into_iter().map(|line| Line::styled(line, look.frame())));
    }
    lines.push(Line::default());
    for (label, value) in [
        ("Median pay", wage(catalog, role)),
        ("Outlook", change(catalog, role)),
        (
            "Job zone",
            role.job_zone.map_or_else(
                || NOT_PUBLISHED.to_owned(),
                |zone| if zone == 2 { "1-2".into() } else { zone.to_string() },
            ),
        ),
    ] {
        let value = fit(look, &value, width.saturating_sub(11));
        lines.push(Line::from(vec![Span::styled(padded(look, label, 11), look.quiet()), Span::raw(value)]));
    }
    lines
}

/// One percentile with its name, bar, figure and band word.
fn gauge(name: &str, percentile: Percentile, look: Look, width: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(padded(look, name, 10))];
    spans.extend(percentile_bar(look, percentile, width.saturating_sub(24).min(12)));
    spans.push(Span::raw(format!(" {:>4} ", percentile.to_string())));
    spans.push(Span::styled(percentile.band().word(), look.band(percentile.band())));
    Line::from(spans)
}

fn wage(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    let annual = catalog.pay(role).and_then(|pay| pay.annual.median).map(|wage| wage.text(Period::Year));
    let hourly =
        || catalog.pay(role).and_then(|pay| pay.hourly.median).map(|wage| wage.text(Period::Hour) + " an hour");
    annual.or_else(hourly).unwrap_or_else(|| format!("pay {NOT_PUBLISHED}"))
}

fn change(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    catalog.outlook(role).map_or_else(
        || format!("outlook {NOT_PUBLISHED}"),
        |outlook| format!("{} {}", outlook.change_percent.signed(), outlook.words()),
    )
}
