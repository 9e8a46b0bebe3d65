//! What is said around the tiles: which figure, how many workers, what the shades mean, what is left out.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Treemap, shade};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Metric, NOT_PUBLISHED, Role, RoleId, Unit, grouped};
use crate::compare::workforce::{Workers, percent_text};
use crate::screens::map::draw::figure;
use crate::search::language::groups;
use crate::ui::{FRAMED_COLUMNS, fit, frame_sentence};

/// How those are counted who make the tiles, for those who read them.
fn rule(catalog: &Catalog<'_>) -> [String; 3] {
    match catalog.headcounts() {
        None => [
            "Workers: OEWS employment, without the self-employed, farms, households and the military.".to_owned(),
            "Workers: OEWS employment, without self-employed".to_owned(),
            "OEWS employment".to_owned(),
        ],
        Some(staff) => [
            format!("People: the headcounts of {}, each title counted in one role or in none.", staff.name),
            format!("People: the headcounts of {}", staff.name),
            "headcounts".to_owned(),
        ],
    }
}

/// What they are a share of, as briefly as a tile's line has room for.
fn whole(catalog: &Catalog<'_>) -> &'static str {
    if catalog.headcounts().is_some() { "the staff" } else { "the employed" }
}

/// The first text that fits, or nothing.
fn fitting(texts: impl IntoIterator<Item = String>, cells: usize) -> String {
    texts.into_iter().find(|text| fit::width(text) <= cells).unwrap_or_default()
}

/// The heading in the rule across: the figure of the shades, the group or the place, how much is selected. The figure and
/// the count become shorter before the group does.
pub(super) fn heading(map: &Treemap<'_>, cells: usize) -> Line<'static> {
    let look = map.look;
    let metric = map.view.shades.metric;
    let names = [figure(map.catalog, metric), metric.name().to_owned(), metric.short_name().to_owned()];
    let scopes = scopes(map);
    let shorter = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (2, 4)];
    let variants = || shorter.into_iter().filter_map(|(name, scope)| Some([names.get(name)?, scopes.get(scope)?]));
    // A rule and two spaces around each part, a rule at the end.
    let spare = |[name, scope]: [&String; 2]| cells.checked_sub(fit::width(name) + fit::width(scope) + 2 * 3 + 1);
    let with = |shown: &str, least: usize| {
        let room = |parts| spare(parts).and_then(|spare| spare.checked_sub(3)).filter(|room| *room >= least);
        variants().find_map(|parts| Some((parts, look.cut(shown, room(parts)?))))
    };
    let shown = shown(map).unwrap_or_default();
    let found = if shown.is_empty() { None } else { with(&shown, fit::width(&shown)).or_else(|| with(&shown, 12)) };
    let found = found.or_else(|| Some((variants().find(|parts| spare(*parts).is_some())?, String::new())));
    let parts = found.map(|([name, scope], shown)| vec![name.clone(), shown, scope.clone()]).unwrap_or_default();
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let used: usize = parts.iter().map(|part| fit::width(part) + 3).sum();
    let rule = look.rule();
    let spare = cells.saturating_sub(used + 1);
    let mut spans = vec![Span::styled(rule, look.border())];
    for (place, part) in parts.iter().enumerate() {
        let style = if place == 0 { look.title() } else { look.heading() };
        spans.push(Span::styled(format!(" {part} "), style));
        spans.push(Span::styled(rule.repeat(1 + if place == 0 { spare } else { 0 }), look.border()));
    }
    Line::from(spans)
}

/// The group that fills the screen, and the place; none where all groups of the nation are shown.
fn shown(map: &Treemap<'_>) -> Option<String> {
    let place = map.catalog.place().map(|place| place.name.to_owned());
    let parts: Vec<String> = map.view.group.map(|digits| group_name(map, digits)).into_iter().chain(place).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn group_name(map: &Treemap<'_>, digits: u32) -> String {
    let title = groups(map.catalog).find(|(known, _)| *known == digits).map_or("", |(_, title)| short_group(title));
    format!("{digits:02} {title}")
}

/// What is not dimmed, in that many cells.
pub(super) fn scope(map: &Treemap<'_>, cells: usize) -> String {
    fitting(scopes(map), cells)
}

/// The same, shorter and shorter: `12 of 1,016 roles of "nurse", 4,512,310 workers, 2.9% of the employed`, `4.5M workers`.
fn scopes(map: &Treemap<'_>) -> Vec<String> {
    let (view, summary) = (map.view, map.view.summary);
    let roles = summary.roles_text();
    let asked = if view.filter.is_blank() || view.filter.is_edited() {
        String::new()
    } else {
        format!(" of \"{}\"", view.filter.text().trim())
    };
    let (word, all) = (map.catalog.counted_word(summary.workers.count), whole(map.catalog));
    let Some(short) = summary.workers.short() else {
        let none = if summary.roles == 0 { format!("0 {word}") } else { "employment not published".to_owned() };
        return vec![format!("{roles}{asked}, {none}"), format!("{roles}, {none}"), roles];
    };
    let full = summary.workers.text().unwrap_or_default();
    let percent = percent(map, summary.workers);
    vec![
        format!("{roles}{asked}, {full} {word}, {percent} of {all}"),
        format!("{roles}{asked}, {short} {word}, {percent}"),
        format!("{roles}, {short} {word}, {percent}"),
        format!("{roles}, {short} {word}"),
        format!("{short} {word}"),
    ]
}

/// Which share of all who are counted some workers are, marked where it is an estimate.
fn percent(map: &Treemap<'_>, workers: Workers) -> String {
    let percent = workers.percent_of(map.view.workforce.all());
    percent.map(|percent| format!("{}{}", workers.about(), percent_text(percent))).unwrap_or_default()
}

/// Below the tiles: the role under the cursor in two lines of at most `cells` cells.
pub(super) fn below(map: &Treemap<'_>, cells: usize) -> Vec<Line<'static>> {
    let look = map.look;
    let Some((id, role)) = map.role() else { return vec![Line::default()] };
    let figures = figures(map, (id, role), true);
    // The title is worth more cells than the names of the figures, which the heading shows too.
    let wanted = fit::width(role.title).min(cells);
    let fits = |least: usize| figures.iter().find(|text| fit::width(text) + 2 + least <= cells);
    let figures = fits(wanted).or_else(|| fits(14)).cloned().unwrap_or_default();
    let room = cells.saturating_sub(if figures.is_empty() { 0 } else { fit::width(&figures) + 2 });
    let between = if figures.is_empty() { "" } else { ": " };
    let title = Span::styled(look.cut(role.title, room), look.heading());
    let first = vec![Span::raw(" "), title, Span::raw(between), Span::raw(figures)];
    let second = look.cut(&about_group(map, (id, role), true, cells), cells);
    vec![Line::from(first), Line::styled(format!(" {second}"), look.quiet())]
}

/// The workers of a role and its figure, shorter and shorter; without exposure where its frame sentence has no room.
fn figures(map: &Treemap<'_>, (id, role): (RoleId, &Role<'_>), is_framed: bool) -> Vec<String> {
    let metric = map.view.shades.metric;
    let value = metric.text(map.catalog, role);
    let figure =
        |name: &str| if is_framed || !metric.is_exposure() { format!(", {name}{value}") } else { String::new() };
    let (full, short_name) = (figure(&format!("{} ", metric.name())), figure(&format!("{} ", metric.short_name())));
    let workers = map.view.workforce.sum([id]);
    let is_nobody = map.catalog.headcounts().is_some() && workers.count == 0;
    let (Some(number), Some(short), false) = (workers.text(), workers.short(), is_nobody) else {
        let why = if is_nobody { "nobody of the staff" } else { "no employment published" };
        let none = format!("{why}: no tile");
        return vec![format!("{none}{full}"), none, "no tile".to_owned()];
    };
    let percent = percent(map, workers);
    let (word, all) = (map.catalog.counted_word(workers.count), whole(map.catalog));
    let newest = map.catalog.newest_median(role).filter(|_| metric == Metric::Pay);
    let mut texts = newest.map_or_else(Vec::new, |newest| {
        vec![
            format!("{number} {word}, {percent} of {all}{full} ({newest})"),
            format!("{number} {word}, {percent}{short_name} ({newest})"),
            format!("{short} {word}{short_name} ({newest})"),
        ]
    });
    texts.extend([
        format!("{number} {word}, {percent} of {all}{full}"),
        format!("{number} {word}, {percent}{full}"),
        format!("{number} {word}, {percent}{short_name}"),
        format!("{short} {word}{short_name}"),
        format!("{short}{short_name}"),
        format!("{short}{}", figure("")),
    ]);
    texts
}

/// Its group with workers and the middle of their figure; how the figure is published where it is not the role's own.
fn about_group(map: &Treemap<'_>, (id, role): (RoleId, &Role<'_>), has_figure: bool, cells: usize) -> String {
    let metric = map.view.shades.metric;
    let name = group_name(map, role.code.major_group());
    let Some((group, _)) = map.view.map.find(id) else { return name };
    let workers = map.view.workforce.sum(group.tiles.iter().map(|tile| tile.role));
    let percent = percent(map, workers);
    let middle = group.middle(map.catalog, metric);
    let figure = [("mean", middle.mean_text(metric)), ("median", middle.median_text(metric))];
    let figure =
        figure.into_iter().find_map(|(word, text)| Some(format!(", {word} {} {}", metric.short_name(), text?)));
    let figure = figure.filter(|_| has_figure && is_number(metric)).unwrap_or_default();
    let short = workers.short().unwrap_or_default();
    let word = map.catalog.counted_word(workers.count);
    let brief = format!("{name}: {short} {word}, {percent}");
    let note =
        [metric, Metric::counted(map.catalog)].into_iter().find_map(|metric| metric.published_for(map.catalog, role));
    let note = note.and_then(|soc| map.catalog.shared_note(soc)).map(|note| format!("; {note}")).unwrap_or_default();
    let texts = [format!("{brief}{figure}{note}"), format!("{brief}{figure}"), brief];
    Some(fitting(texts, cells)).filter(|text| !text.is_empty()).unwrap_or(name)
}

/// Whether a middle of the figure is a number that means something without a word beside it.
const fn is_number(metric: Metric) -> bool {
    !matches!(metric.unit(), Unit::Entry)
}

/// What the shades mean, as much as fits.
pub(super) fn legend(map: &Treemap<'_>, cells: usize) -> Line<'static> {
    let (look, view) = (map.look, map.view);
    let metric = view.shades.metric;
    let shaded =
        |level: usize, name: &str| (shade::glyph(look, level), name.to_owned(), shade::style(look, metric, level));
    let mut items: Vec<(&str, String, Style)> =
        view.shades.names().enumerate().map(|(level, name)| shaded(level, name)).collect();
    let drawn = || view.map.tiles(view.group).filter_map(|tile| map.catalog.role(tile.role));
    if drawn().any(|role| view.shades.level(map.catalog, role).is_none()) {
        items.push((shade::missing(look), NOT_PUBLISHED.to_owned(), look.quiet()));
    }
    // Of a staff many roles have no tile at all.
    let is_dimmed = || view.map.tiles(view.group).any(|tile| !view.is_lit(tile.role));
    if view.summary.roles < view.summary.of && (map.catalog.headcounts().is_none() || is_dimmed()) {
        items.push((shade::dimmed(look), "not selected".to_owned(), look.quiet()));
    }
    if map.app.pins.roles().iter().any(|role| map.plan.tile(*role).is_some()) {
        items.push(("1", "pinned".to_owned(), look.key()));
    }
    let name = format!("{}:", metric.short_name());
    let line = |name: &str, is_brief: bool| {
        let mut spans = vec![Span::styled(format!(" {name}"), look.quiet())];
        for (glyph, text, style) in &items {
            // The number of a pin stands once.
            let times = if is_brief || *style == look.key() { 1 } else { 2 };
            let (between, text) = if is_brief { (" ", brief(text)) } else { ("  ", format!(" {text}")) };
            spans.extend([Span::raw(between), Span::styled(glyph.repeat(times), *style)]);
            spans.push(Span::styled(text, look.plain()));
        }
        Line::from(spans)
    };
    // Where not all of it fits, shorter words say more than fewer.
    let fits = |line: &Line<'_>| line.width() <= cells + 1;
    [line(&name, false), line(&name, true)].into_iter().find(fits).unwrap_or_else(|| line("", true))
}

/// The name of a level in few cells: `<$38k`, `$38k+`.
fn brief(name: &str) -> String {
    let short = name.replace(",000", "k").replace("not published", "none").replace("not selected", "other");
    match (short.strip_prefix("under "), short.strip_prefix("from ")) {
        (Some(bound), _) => format!("<{bound}"),
        (_, Some(bound)) => format!("{bound}+"),
        _ => short,
    }
}

/// What the query could not use; else how many roles have no tile, and how many are smaller than a cell.
pub(super) fn left_out(map: &Treemap<'_>, cells: usize) -> Line<'static> {
    let (view, look) = (map.view, map.look);
    if let Some(first) = view.remarks.first() {
        return Line::styled(format!(" {}", look.cut(first, cells)), look.heading());
    }
    let roles = |count: usize| format!("{} {}", grouped(count as u64), if count == 1 { "role" } else { "roles" });
    let is_hidden = view.role.and_then(|role| map.plan.tile(role)).is_some_and(|tile| tile.area.is_empty());
    if is_hidden {
        let texts = ["This role is smaller than a cell: Enter shows its group larger", "smaller than a cell"];
        return Line::styled(format!(" {}", fitting(texts.map(str::to_owned), cells)), look.heading());
    }
    let (without, hidden) = (view.without(map.catalog), map.plan.hidden());
    let (has, is) = (if without == 1 { "has" } else { "have" }, if hidden == 1 { "is" } else { "are" });
    let none = if without == 0 {
        "Every role has a tile".to_owned()
    } else {
        let nobody = match map.catalog.headcounts() {
            Some(_) => "nobody of the staff",
            None => "no published employment",
        };
        format!("{} {has} {nobody} and no tile", roles(without))
    };
    let few = if without == 0 {
        "every role has a tile".to_owned()
    } else {
        let none = if map.catalog.headcounts().is_some() { "anybody" } else { "employment" };
        format!("{} without {none}", roles(without))
    };
    let more = if view.group.is_none() { ": Enter shows the group larger" } else { ": n goes to each" };
    let small = |more: &str| {
        if hidden == 0 { String::new() } else { format!("; {} {is} smaller than a cell{more}", grouped(hidden as u64)) }
    };
    let texts = [
        format!("{none}{}", small(more)),
        format!("{none}{}", small("")),
        format!("{few}{}", small("")),
        few,
        format!("{} without", grouped(without as u64)),
    ];
    Line::styled(format!(" {}", fitting(texts, cells)), look.quiet())
}

/// The frame sentence beside exposure; otherwise how workers are counted.
pub(super) fn foot(map: &Treemap<'_>, cells: usize) -> Line<'static> {
    if map.view.shades.metric.is_exposure() {
        return Line::styled(format!(" {}", frame_sentence(cells)), map.look.frame());
    }
    Line::styled(format!(" {}", fitting(rule(map.catalog), cells)), map.look.quiet())
}

/// The role under the cursor in words, where there is no room for tiles.
pub(super) fn without_tiles(map: &Treemap<'_>, area: Rect) -> Vec<Line<'static>> {
    let cells = usize::from(area.width).saturating_sub(1);
    let is_framed = area.width >= FRAMED_COLUMNS && area.height >= 2;
    let text = |text: &str, style| Line::styled(format!(" {}", map.look.cut(text, cells)), style);
    let Some((id, role)) = map.role() else {
        let nobody =
            map.catalog.headcounts().map_or("No employment is published", |_| "Nobody of the staff is counted");
        return vec![text(nobody, map.look.heading())];
    };
    let said = fitting(figures(map, (id, role), is_framed), cells);
    let group = about_group(map, (id, role), is_framed, cells);
    let mut lines =
        vec![text(role.title, map.look.heading()), text(&said, map.look.plain()), text(&group, map.look.quiet())];
    if area.height >= 4 {
        lines.push(left_out(map, cells));
    }
    if area.height >= 2 {
        lines.truncate(usize::from(area.height) - 1);
        lines.push(foot(map, cells));
    }
    lines
}
