//! What is said around the plot: which figures, which roles, what the glyphs mean, what is left out.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dots::{STEPS, glyphs, unlit};
use super::{Map, pane};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Measure, Metric, Period, SourceId, Wage, grouped};
use crate::compare::scatter::Axis;
use crate::search::language::groups;
use crate::ui::{fit, frame_sentence};

/// The name of an axis with its dataset and year, and its scale where that is not the usual one.
pub(super) fn axis(map: &Map<'_>, axis: Axis) -> String {
    let text = figure(map.catalog, axis.metric);
    if axis.log { format!("{text}, log scale") } else { text }
}

/// The name of a figure with its dataset and year.
pub fn figure(catalog: &Catalog<'_>, metric: Metric) -> String {
    let release = |id: SourceId| catalog.source(id).map_or("", |source| source.release);
    let name = metric.name_in(catalog);
    let text = match (metric, metric.source_in(catalog)) {
        (Metric::Measure(measure), _) => format!("{name}, percentile ({})", measure.year()),
        (Metric::Headcount, _) => format!("{name} ({})", catalog.headcounts().map_or("", |staff| staff.name.as_str())),
        (_, None) => {
            let years = Measure::IN_INDEX.map(Measure::year);
            let (first, last) = (years.iter().min().copied(), years.iter().max().copied());
            let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
            format!("{name}, percentile ({} studies, {first} to {last})", years.len())
        }
        (metric, _) if metric.is_of_place() => {
            format!("{name} (OEWS {})", catalog.pay_release().unwrap_or_default())
        }
        (_, Some(id)) => {
            let dataset = match id {
                SourceId::Projections | SourceId::NextProjections => "EP ",
                SourceId::Onet => "O*NET ",
                _ => "",
            };
            format!("{name} ({dataset}{})", release(id))
        }
    };
    text.replace(" )", ")").replace(" (OEWS)", "").replace(" (EP)", "")
}

/// The heading in the rule across: the axis up, the lit group, how many roles; shorter where room is short.
pub(super) fn heading(map: &Map<'_>, cells: usize) -> Line<'static> {
    let (look, scatter) = (map.look, &map.view.scatter);
    let (up, across) = (scatter.up.metric, scatter.across.metric);
    let plotted = grouped(scatter.points.len() as u64);
    let of = format!("{plotted} of {} roles", grouped(map.view.roles as u64));
    let (scope, few) = if map.view.is_narrowed {
        (format!("{of} of \"{}\"", map.view.query), format!("{of} found"))
    } else {
        (of.clone(), of)
    };
    let [name, brief] = [up.name_in(map.catalog), up.short_name_in(map.catalog)].map(Cow::into_owned);
    let short = format!("{brief} / {}", across.short_name());
    let variants = [
        (axis(map, scatter.up), scope.clone()),
        (name.clone(), scope),
        (name, few.clone()),
        (short.clone(), few.clone()),
        (brief.clone(), few),
        (short, plotted.clone()),
        (brief, plotted),
    ];
    let shown = |least: usize, variants: &[(String, String)]| {
        variants.iter().find_map(|(name, scope)| {
            // A rule and two spaces around each part, a rule at the end.
            let room = cells.checked_sub(fit::width(name) + fit::width(scope) + 2 * 3 + 1)?;
            let lit = match map.view.lit {
                Some(group) => Some(lit_group(map, group, least, room.checked_sub(3)?)?),
                None => None,
            };
            Some([Some(name.clone()), lit, Some(scope.clone())].into_iter().flatten().collect::<Vec<_>>())
        })
    };
    // The whole title of the lit group is worth more than the dataset's name beside the axis, not more than how many
    // roles there are.
    let (with_scope, _) = variants.split_at(variants.len() - 2);
    let shown = shown(usize::MAX, with_scope).or_else(|| shown(16, &variants)).or_else(|| shown(0, &variants));
    let shown = shown.unwrap_or_default();
    let used: usize = shown.iter().map(|part| fit::width(part) + 3).sum();
    let rule = look.rule();
    let mut spans = vec![Span::styled(rule, look.border())];
    let spare = cells.saturating_sub(used + 1);
    for (place, part) in shown.iter().enumerate() {
        let style = if place == 0 { look.title() } else { look.heading() };
        spans.push(Span::styled(format!(" {part} "), style));
        spans.push(Span::styled(rule.repeat(1 + if place == 0 { spare } else { 0 }), look.border()));
    }
    if shown.is_empty() {
        spans.push(Span::styled(rule.repeat(spare), look.border()));
    }
    Line::from(spans)
}

/// `lit: 15 Computer and Mathematical, 36 roles` in at most `cells` cells, with `least` of the title or all of it; none
/// where that does not fit.
fn lit_group(map: &Map<'_>, digits: u32, least: usize, cells: usize) -> Option<String> {
    let title = groups(map.catalog).find(|(group, _)| *group == digits).map_or("", |(_, title)| short_group(title));
    let roles = map.view.lit_roles(map.catalog);
    let count = if roles == 1 { "1 role".to_owned() } else { format!("{roles} roles") };
    let room = cells.checked_sub(fit::width(&format!("lit: {digits:02}, {count}")))?;
    if least > 0 && room <= least.min(fit::width(title)) {
        return None;
    }
    let title = map.look.cut(title, room.saturating_sub(1));
    // A few letters of a title say less than its number alone.
    let title = if fit::width(&title) < 8 { String::new() } else { format!(" {title}") };
    Some(format!("lit: {digits:02}{title}, {count}"))
}

/// The name of the axis across, under the middle of the plot.
pub(super) fn caption(map: &Map<'_>, cells: usize) -> Line<'static> {
    let text = axis(map, map.view.scatter.across);
    let text = map.look.cut(&text, cells.saturating_sub(8));
    let before = cells.saturating_sub(8 + fit::width(&text)) / 2 + 7;
    Line::from(vec![Span::raw(" ".repeat(before)), Span::styled(text, map.look.title())])
}

/// What the glyphs and lines mean, as much as fits.
pub(super) fn legend(map: &Map<'_>, cells: usize) -> Line<'static> {
    let (look, scatter) = (map.look, &map.view.scatter);
    let mut items: Vec<(&str, String, Style)> = Vec::new();
    for (place, glyph) in glyphs(look).into_iter().enumerate() {
        let from = STEPS.get(place).copied().unwrap_or_default();
        let many = match STEPS.get(place + 1) {
            Some(next) if next - from == 1 => from.to_string(),
            Some(next) => format!("{from}-{}", next - 1),
            None => format!("{from}+"),
        };
        let roles = if place > 0 {
            ""
        } else if map.view.lit.is_some() {
            " lit role"
        } else {
            " role"
        };
        items.push((glyph, format!("{many}{roles}"), look.plain()));
    }
    if map.view.lit.is_some() {
        items.push((unlit(look), "other groups".to_owned(), look.quiet()));
    }
    if let Some(median) = scatter.median {
        items.push((look.rule(), format!("median {}", scatter.up.metric.value_text(median)), look.quiet()));
    }
    if map.app.pins.roles().iter().any(|role| scatter.point(*role).is_some()) {
        items.push(("1", "pinned".to_owned(), look.key()));
    }
    let mut spans = Vec::new();
    let mut used = 1;
    for (glyph, text, style) in items {
        let width = fit::width(glyph) + 1 + fit::width(&text) + 3;
        if used + width > cells + 3 {
            break;
        }
        used += width;
        let before = if spans.is_empty() { " " } else { "   " };
        spans.extend([Span::raw(before), Span::styled(glyph.to_owned(), style)]);
        spans.push(Span::styled(format!(" {text}"), look.quiet()));
    }
    Line::from(spans)
}

/// How many roles are left out and for want of which figure; how many stand at an end of the axis.
pub(super) fn left_out(map: &Map<'_>, cells: usize) -> Line<'static> {
    let scatter = &map.view.scatter;
    let (across, up) = (scatter.across.metric, scatter.up.metric);
    let why = |across: &str, up: &str, both: &str| {
        let counts = [(scatter.left_out.across, across), (scatter.left_out.up, up), (scatter.left_out.both, both)];
        let parts: Vec<String> =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{what} {count}")).collect();
        parts.join(", ")
    };
    let total = scatter.left_out.total();
    let (long, short) = if total == 0 {
        ("No role is left out".to_owned(), "none left out".to_owned())
    } else {
        let (long, short) = (why(across.name(), up.name(), "both"), why(across.short_name(), up.short_name(), "both"));
        (format!("{total} roles left out, not published: {long}"), format!("{total} left out, not published: {short}"))
    };
    let (mut ends, mut end) = (String::new(), String::new());
    if scatter.floors > 0 {
        let ceiling = Wage::TopCoded.text(Period::Year);
        ends = format!("; {} roles {ceiling} stand on top", scatter.floors);
        end = format!("; {} at {}", scatter.floors, Wage::TopCoded.short());
    }
    if scatter.zeros > 0 {
        let zero = if up == Metric::Headcount { "with nobody of the staff" } else { "published as 0" };
        ends = format!("; {} {zero} stand at the foot", scatter.zeros);
        end = format!("; {} at 0", scatter.zeros);
    }
    let texts = [
        format!("{long}{ends}"),
        format!("{short}{ends}"),
        format!("{short}{end}"),
        long,
        short,
        format!("{total} left out"),
    ];
    let text = texts.into_iter().find(|text| fit::width(text) <= cells).unwrap_or_default();
    Line::styled(format!(" {text}"), map.look.quiet())
}

/// Why the plot is empty, and what to press.
pub(super) fn nothing(map: &Map<'_>) -> Vec<(String, Style)> {
    let (view, look) = (map.view, map.look);
    let first = if view.roles == 0 {
        format!("No role is found by \"{}\".", view.query)
    } else {
        format!("None of these {} roles has both figures published.", grouped(view.roles as u64))
    };
    let mut lines = vec![(first, look.heading())];
    if view.roles > 0 {
        lines.push(("x and a change the axes.".to_owned(), look.plain()));
    }
    if view.is_narrowed {
        lines.push(("f shows all roles.".to_owned(), look.plain()));
    }
    lines
}

/// The role under the cursor in words, where there is no room for a plot.
pub(super) fn without_plot(map: &Map<'_>, area: Rect) -> Vec<Line<'static>> {
    let cells = usize::from(area.width).saturating_sub(1);
    let look = map.look;
    let text = |text: &str, style| Line::styled(format!(" {}", look.cut(text, cells)), style);
    let mut lines = match map.role() {
        None => nothing(map).into_iter().map(|(said, style)| text(&said, style)).collect(),
        Some((_, role)) if area.height >= 4 => {
            let scatter = &map.view.scatter;
            let figure = |axis: Axis| {
                let metric = axis.metric;
                let value = metric.text_in(map.catalog, role);
                let long = format!("{} {value}", metric.name());
                let short = format!("{} {value}", metric.short_name());
                text(if fit::width(&long) <= cells { &long } else { &short }, look.plain())
            };
            let mut lines = vec![text(role.title, look.heading()), figure(scatter.across), figure(scatter.up)];
            lines.extend(pane::below(map, cells).into_iter().skip(1));
            lines.push(left_out(map, cells));
            lines
        }
        Some(_) => pane::below(map, cells),
    };
    if area.height >= 2 {
        lines.truncate(usize::from(area.height) - 1);
        lines.push(Line::styled(format!(" {}", frame_sentence(cells)), look.frame()));
    }
    lines
}
