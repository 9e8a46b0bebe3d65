//! The ranking screen: the filter, what it selects, and the table of roles or of groups.

mod chooser;
mod groups;
mod roles;
mod table;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keys::RANKING;
use super::{Action, Face, RankingView};
use crate::app::{App, Msg, ScreenAction, View};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Metric, Percentile, Unit, grouped};
use crate::compare::filter::Facet;
use crate::compare::groups::GroupColumn;
use crate::compare::ranking::{Column, Direction, Summary};
use crate::compare::workforce::percent_text;
use crate::keys::name_of;
use crate::ui::look::Look;
use crate::ui::role_line::RoleColumns;
use crate::ui::role_line::STUDIES_LEGEND;
use crate::ui::size::Size;
use crate::ui::{FRAMED_COLUMNS, fit, frame_sentence, print, print_all, print_list, print_nothing};

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &RankingView, app: &App, look: Look) {
    if Size::of(frame.area()) == Size::Tiny || area.width < FRAMED_COLUMNS {
        return tiny(frame, area, view, app, look);
    }
    let cells = usize::from(area.width);
    filter_line(frame, Rect { height: 1, ..area }, view, look);
    let mut above = summary(view, app, cells.saturating_sub(1), look);
    let mut below = notes(view, app, cells.saturating_sub(1), usize::from(area.height), look);
    // Where rows are few, the table matters more than what is said about it.
    above.truncate(usize::from(area.height.saturating_sub(4) / 2).max(1));
    below.truncate(usize::from(area.height.saturating_sub(6) / 2).max(1));
    let row = 1 + u16::try_from(above.len()).unwrap_or(0);
    print_all(frame, area, 1, above);
    let height = area.height.saturating_sub(row + u16::try_from(below.len()).unwrap_or(0));
    let list = Rect { y: area.y + row.min(area.height), height, ..area };
    let empty = match view.face {
        Face::Roles => view.ranking.roles().is_empty(),
        Face::Groups => view.groups.rows.is_empty(),
    };
    match view.face {
        _ if empty => nothing(frame, list, view, app, look),
        Face::Roles => roles::draw(frame, list, view, app.catalog(), look),
        Face::Groups => groups::draw(frame, list, (&view.groups, app.catalog()), look),
    }
    print_all(frame, area, row + height, below);
    if let Some(chosen) = view.chooser {
        chooser::draw(frame, area, (view, app.catalog()), chosen, look);
    }
}

/// Names alone: figures would need their frame sentence, and there is no room for it.
fn tiny(frame: &mut Frame<'_>, area: Rect, view: &RankingView, app: &App, look: Look) {
    let cells = usize::from(area.width);
    let columns = RoleColumns::of(0).with_title(cells);
    let (cursor, len) = match view.face {
        Face::Roles => (view.cursor, view.ranking.roles().len()),
        Face::Groups => (view.groups.cursor, view.groups.rows.len()),
    };
    if len == 0 {
        return print(frame, area, 0, Line::raw(look.cut("No role matches", cells)));
    }
    let room = cells.saturating_sub(table::CURSOR);
    print_list(frame, area, (cursor, len, 1), |row| match view.face {
        Face::Roles => {
            let role = view.ranking.roles().get(row).and_then(|id| app.catalog().role(*id));
            role.map(|role| columns.line(role, app.catalog(), (&[], ""), row == cursor, look))
        }
        Face::Groups => {
            let title = view.groups.rows.get(row).map(|group| short_group(group.title));
            title.map(|title| Line::from(table::name(title, room, row == cursor, look)))
        }
    });
}

/// `filter ❯ band:high`, and the keys that change it.
fn filter_line(frame: &mut Frame<'_>, area: Rect, view: &RankingView, look: Look) {
    let cells = usize::from(area.width);
    let label = if cells >= 50 { " filter " } else { " " };
    let style = if view.filter.is_edited() { look.title() } else { look.quiet() };
    let prompt = vec![Span::styled(label, style), Span::styled(look.prompt(), style)];
    let start = u16::try_from(fit::width(label) + 2).unwrap_or(0);
    print(frame, area, 0, Line::from(prompt));
    let needed = usize::from(start) + fit::width(view.filter.text()).max(14) + 3;
    let keys = if view.filter.is_edited() { Vec::new() } else { keys(view, cells.saturating_sub(needed), look) };
    let long: usize = keys.iter().map(Span::width).sum();
    let room = if long > 0 {
        let at = Rect { width: area.width.saturating_sub(1), ..area };
        print(frame, at, 0, Line::from(keys).right_aligned());
        cells - long - 2
    } else {
        cells
    };
    let width = u16::try_from(room).unwrap_or(0).saturating_sub(start);
    let input = Rect { x: area.x + start.min(area.width), width, ..area };
    if input.is_empty() {
        return;
    }
    frame.render_widget(view.filter.line().widget(), input);
    if view.filter.text().is_empty() {
        let hint =
            if view.filter.is_edited() { " words, group:15, pay:>=100k, study:microsoft>80" } else { "all roles" };
        let hint = look.cut(hint, input.width.into());
        print(frame, input, 0, Line::styled(hint, look.quiet()));
        if view.filter.is_edited() {
            // The cursor stands before the hint.
            frame.render_widget(Span::raw(" ").style(look.selected()), Rect { width: 1, ..input });
        }
    }
}

/// The keys that edit the filter, by name, as many as fit.
fn keys(view: &RankingView, cells: usize, look: Look) -> Vec<Span<'static>> {
    let named = [
        (Action::EditFilter, "type"),
        (Action::Next(Facet::Zone), "zone"),
        (Action::Next(Facet::Band), "band"),
        (Action::Next(Facet::Pay), "pay"),
        (Action::Next(Facet::Growth), "growth"),
        (Action::ItsGroup, "its group"),
    ];
    let here = |action| action != Action::ItsGroup || view.face == Face::Roles;
    let (mut spans, mut used) = (Vec::new(), 0);
    for (action, word) in named.into_iter().filter(|(action, _)| here(*action)) {
        let Some(key) = name_of(RANKING, &Msg::In(ScreenAction::Ranking(action)), look.ascii()) else {
            continue;
        };
        used += fit::width(&key) + fit::width(word) + 3;
        if used > cells {
            break;
        }
        spans.extend([Span::styled(key, look.key()), Span::styled(format!(" {word}  "), look.quiet())]);
    }
    spans
}

/// How much of the labour market the table holds, in what order it stands, and what the filter could not say.
fn summary(view: &RankingView, app: &App, cells: usize, look: Look) -> Vec<Line<'static>> {
    let ranking = &view.ranking;
    let selection = match view.face {
        Face::Roles => ranking.summary,
        Face::Groups => view.groups.summary.unwrap_or(ranking.summary),
    };
    let dot = format!(" {} ", look.glyphs.dot);
    let order = match view.face {
        Face::Roles => {
            let short = (ranking.without() > 0).then(|| format!("{} unranked", grouped(ranking.without() as u64)));
            let join = |parts: &[&str], more: Option<&String>| {
                parts.iter().copied().chain(more.map(String::as_str)).collect::<Vec<_>>().join(&dot)
            };
            let codes = ranking.codes_text().map_or_else(String::new, |codes| format!(", {codes}"));
            let order = format!("{}{codes}", ranking.order());
            match better(view, app) {
                Some([full, shorter]) => {
                    vec![join(&[&full, &order], None), join(&[&shorter, &order], None), full, shorter]
                }
                None => vec![join(&[&order], ranking.left_out().as_ref()), join(&[&order], short.as_ref())],
            }
        }
        Face::Groups => [true, false].map(|in_full| group_order(view, app.catalog(), in_full)).to_vec(),
    };
    let counts = fit_first(&counts(&selection, view, app.catalog(), &dot), cells, look);
    let mut lines = vec![
        Line::styled(format!(" {counts}"), look.heading()),
        Line::styled(format!(" {}", fit_first(&order, cells, look)), look.plain()),
    ];
    if !view.remarks.is_empty() {
        let remarks = look.text(&view.remarks.join(&dot));
        lines.push(Line::styled(format!(" {}", look.cut(&remarks, cells)), look.quiet()));
    }
    lines
}

/// The first text that fits, or the last one cut.
fn fit_first(texts: &[String], cells: usize, look: Look) -> String {
    let texts: Vec<String> = texts.iter().map(|text| look.text(text)).collect();
    let fitting = texts.iter().find(|text| fit::width(text) <= cells).or(texts.last());
    fitting.map_or_else(String::new, |text| look.cut(text, cells))
}

/// Roles, workers, share: in full, shorter, shortest.
fn counts(summary: &Summary, view: &RankingView, catalog: &Catalog<'_>, dot: &str) -> Vec<String> {
    let groups = (view.face == Face::Groups).then(|| match view.groups.rows.len() {
        1 => "1 group".to_owned(),
        count => format!("{count} groups"),
    });
    let full = groups.iter().cloned().chain(std::iter::once(summary.roles_text())).chain(summary.workers_text(catalog));
    let further = summary.notes().into_iter().skip(usize::from(summary.workers.approximate));
    let full: Vec<String> = full.collect();
    let noted: Vec<String> = full.iter().cloned().chain(further).collect();
    let word = catalog.counted_word(summary.workers.count);
    let workers = summary.workers.short().map(|workers| format!("{workers} {word}"));
    let (all, brief) = match catalog.headcounts() {
        Some(_) => (" of the staff", " of staff"),
        None => (" of OEWS", " OEWS"),
    };
    let share = summary.percent().map(|percent| format!("{}{}{all}", summary.workers.about(), percent_text(percent)));
    let short = |roles: String| {
        let parts: Vec<String> = std::iter::once(roles).chain(workers.clone()).chain(share.clone()).collect();
        parts.join(dot)
    };
    vec![
        noted.join(dot),
        full.join(dot),
        short(summary.roles_text()),
        short(format!("{} roles", grouped(summary.roles as u64))),
        short(format!("{} roles", grouped(summary.roles as u64))).replace(all, brief).replace(dot, ", "),
    ]
}

/// What the filter asks for in comparison with a role: in full, and shorter.
fn better(view: &RankingView, app: &App) -> Option<[String; 2]> {
    let catalog = app.catalog();
    let role = catalog.role(view.better_than?)?;
    let figure = |metric: Metric| metric.text_in(catalog, role);
    let (pay, index) = (figure(Metric::Pay), figure(Metric::Index));
    Some([
        format!("pay like {} ({pay}) or more, less overlap than its {index}", role.title),
        format!("pay like {} or more, less overlap", role.title),
    ])
}

/// How the groups are ordered; in full with what a mean is weighted by.
fn group_order(view: &RankingView, catalog: &Catalog<'_>, in_full: bool) -> String {
    let weight = if in_full { format!(", weighted by {}", Metric::counted(catalog).key()) } else { String::new() };
    let word = catalog.counted_word(2);
    let by = match view.groups.by {
        GroupColumn::Code => "code".to_owned(),
        GroupColumn::Mean => format!("mean index{weight}"),
        GroupColumn::Median => "median index of the roles".to_owned(),
        GroupColumn::Band(band) => format!("share of {word} in the band {band}"),
        GroupColumn::Workers => word.to_owned(),
        GroupColumn::Roles => "number of roles".to_owned(),
        GroupColumn::Unscored => "roles without an index".to_owned(),
    };
    let first = if view.groups.direction == Direction::Descending { "highest first" } else { "lowest first" };
    format!("by {by}, {first}")
}

/// Below the table: what is under the cursor, what the marks mean, the frame sentence.
fn notes(view: &RankingView, app: &App, cells: usize, rows: usize, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let text = |text: &str| format!(" {}", look.cut(&look.text(text), cells));
    let exposure = view.face == Face::Groups || roles::has_exposure(view, cells + 1);
    if exposure {
        lines.push(Line::styled(format!(" {}", frame_sentence(cells)), look.frame()));
    }
    let detail = match view.face {
        Face::Roles => detail(view, app),
        Face::Groups => groups::detail(&view.groups, app.catalog()),
    };
    if let Some(detail) = detail.filter(|_| rows >= 12) {
        lines.insert(0, Line::raw(text(&detail)));
    }
    if rows >= 16 {
        let legend = match view.face {
            Face::Roles => {
                let divided = if app.catalog().headcounts().is_none() { "≈ divided evenly; " } else { "" };
                look.text(&format!("* of a SOC code that several roles share; {divided}{STUDIES_LEGEND}"))
            }
            Face::Groups => groups::legend(app.catalog(), look),
        };
        let legend = look.cut(&legend, cells);
        lines.insert(lines.len().min(1), Line::styled(format!(" {legend}"), look.quiet()));
    }
    // The sentence outlives the others where rows are few.
    if lines.len() * 2 + 5 > rows && exposure {
        lines.rotate_right(1);
    }
    lines
}

/// The chosen figure of the role under the cursor in full, its place, and for whom it is published.
fn detail(view: &RankingView, app: &App) -> Option<String> {
    let catalog = app.catalog();
    let role = catalog.role(view.role()?)?;
    let column = view.columns.get(view.column).copied()?;
    let text = match column {
        Column::Title => format!("{} {}", role.code, role.title),
        Column::Group => format!("{:02} {}", role.code.major_group(), catalog.major_group(role.code).unwrap_or("")),
        Column::Figure(metric) => {
            let mut text = format!("{}: {}", column.name_in(catalog), metric.text(catalog, role));
            if metric.unit() == Unit::Percentile
                && let Some(value) = metric.value(catalog, role)
            {
                text = format!("{text} percentile, {}", Percentile(value).band());
            }
            if let (Metric::Index, Some(index)) = (metric, role.exposure.index) {
                text = format!("{text}, from {}", index.rests_on());
            }
            if let Metric::Measure(measure) = metric {
                let study = measure.study();
                text = format!("{text}; {} {}", study.name(), study.kind());
            }
            if let (Metric::Pay, Some(newest)) = (metric, catalog.newest_median(role)) {
                text = format!("{text}; {newest}");
            }
            if let (Metric::Pay, Some(year)) = (metric, catalog.dollars_year()) {
                text = format!("{text}; its line in {year} dollars (CPI-U)");
            }
            if metric == Metric::BlsCategory {
                text = format!("{text}: a relative ranking from five outside measures, no forecast");
            }
            let shared = metric.published_for(catalog, role).and_then(|soc| catalog.shared_note(soc));
            shared.map_or(text.clone(), |note| format!("{text}, {note}"))
        }
    };
    let rank = view.ranking.rank(view.cursor).map(|rank| {
        format!("place {} of {} {}", grouped(rank as u64), grouped(view.ranking.ordered() as u64), short_order(view))
    });
    Some(rank.into_iter().fold(text, |text, rank| format!("{rank} · {text}")))
}

fn short_order(view: &RankingView) -> String {
    format!("by {}", view.ranking.by.short_name())
}

fn nothing(frame: &mut Frame<'_>, area: Rect, view: &RankingView, app: &App, look: Look) {
    let all = grouped(app.catalog().roles.len() as u64);
    let what = if view.filter.is_edited() {
        "Keep typing, or press Esc to restore the previous filter.".to_owned()
    } else {
        format!("Press f to change the filter, x to show all {all} roles, Esc to go back.")
    };
    let lines = [(format!("No role matches \"{}\".", view.filter.text().trim()), look.heading()), (what, look.plain())];
    print_nothing(frame, area, lines, look);
}
