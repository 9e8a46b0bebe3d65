//! The query: what is typed, its filters and faults marked in place, what Tab would add, and how much is found.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::catalog::{Catalog, grouped};
use crate::screens::search::SearchView;
use crate::search::language::Order;
use crate::ui::look::Look;
use crate::ui::{fit, print};

const PLACEHOLDER: [&str; 3] = [
    "Type any word of a job: a title, a task, a tool, a skill, or a code like 15-1252",
    "Type a title, a task, a tool, a skill or a code",
    "Type a job",
];

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, look: Look) {
    let counts = counts(view, app.catalog(), look);
    let cells = usize::from(area.width);
    let counts_fit = cells >= fit::width(&counts) + 24;
    let style = if view.typing { look.title() } else { look.quiet() };
    print(frame, area, 0, Line::from(vec![Span::raw(" "), Span::styled(look.prompt(), style)]));
    let taken = if counts_fit { fit::width(&counts) + 3 } else { 0 };
    let room = u16::try_from(cells.saturating_sub(3 + taken)).unwrap_or(0);
    let input = Rect { x: area.x + area.width.min(3), width: room, ..area };
    if !input.is_empty() {
        frame.render_widget(view.query.widget(), input);
        mark(frame, input, view, look);
        if view.query.text().is_empty() {
            let room = usize::from(input.width).saturating_sub(1);
            let hint = PLACEHOLDER.into_iter().find(|hint| hint.len() <= room).unwrap_or_default();
            let beside = Rect { x: input.x + 1, width: input.width - 1, ..input };
            print(frame, beside, 0, Line::styled(hint, look.quiet()));
        }
    }
    if counts_fit {
        // A line's style covers its area: not that of what is typed.
        let width = u16::try_from(fit::width(&counts)).unwrap_or(area.width).min(area.width);
        let right = Rect { x: area.x + area.width.saturating_sub(width + 1), width, ..area };
        print(frame, right, 0, Line::styled(counts, look.quiet()));
    }
}

/// Styles the filters and the faults where they stand, and shows behind the cursor what Tab would add.
fn mark(frame: &mut Frame<'_>, input: Rect, view: &SearchView, look: Look) {
    let text = view.query.text();
    let scrolled = usize::from(view.query.scrolled());
    let cell = |byte: usize| text.get(..byte).map_or(0, fit::width).saturating_sub(scrolled);
    let wide = usize::from(input.width);
    let mut style = |span: &std::ops::Range<usize>, style: Style| {
        let (from, to) = (cell(span.start).min(wide), cell(span.end).min(wide));
        let number = |cells: usize| u16::try_from(cells).unwrap_or(0);
        frame.buffer_mut().set_style(Rect { x: input.x + number(from), width: number(to - from), ..input }, style);
    };
    for term in &view.parsed.terms {
        style(&term.span, look.key());
    }
    for operator in &view.parsed.operators {
        style(operator, look.key().add_modifier(Modifier::BOLD));
    }
    for problem in &view.parsed.problems {
        let fault = if problem.unfinished { look.quiet() } else { look.error() };
        style(&problem.span, fault.add_modifier(Modifier::UNDERLINED));
    }
    if let Some(ghost) = view.completing.ghost(text).filter(|_| view.typing) {
        // The cursor stands on the first letter that Tab would add.
        let at = cell(text.len());
        if at + 1 < wide {
            let from = u16::try_from(at).unwrap_or(0);
            let beside = Rect { x: input.x + from, width: input.width - from, ..input };
            let mut letters = ghost.chars();
            let first: String = letters.next().into_iter().collect();
            let cursor = look.quiet().add_modifier(Modifier::REVERSED);
            print(
                frame,
                beside,
                0,
                Line::from(vec![Span::styled(first, cursor), Span::styled(letters.as_str(), look.quiet())]),
            );
        }
    }
}

/// How much is found.
fn counts(view: &SearchView, catalog: &Catalog<'_>, look: Look) -> String {
    let count = |number: usize, one: &str, many: &str| {
        format!("{} {}", grouped(number as u64), if number == 1 { one } else { many })
    };
    if let Some(tasks) = &view.tasks {
        let results = &tasks.results;
        return match (view.parsed.is_blank(), results.is_full) {
            (true, _) => format!("{} in all", count(catalog.task_count(), "task", "tasks")),
            (false, true) => count(results.tasks, "task", "tasks"),
            (false, false) if results.hits.is_empty() => "no task".to_owned(),
            (false, false) => "no full match, similar tasks".to_owned(),
        };
    }
    let dot = look.glyphs.dot;
    match &view.results {
        Some(results) if results.order != Order::Words => {
            let roles = count(results.roles, "role", "roles");
            let figures = results.figures.map(|figures| count(figures, "published figure", "published figures"));
            figures.map_or(roles.clone(), |figures| format!("{roles}, {figures}"))
        }
        Some(results) if results.roles == 0 && !results.hits.is_empty() => "no full match, similar roles".to_owned(),
        Some(results) => {
            let found = count(results.roles, "role", "roles");
            let similar = if results.hits.len() > results.roles { ", then similar" } else { "" };
            format!("{found} {dot} {}{similar}", count(results.tasks, "task", "tasks"))
        }
        None => format!(
            "{} {dot} {}",
            count(catalog.roles.len(), "role", "roles"),
            count(view.groups.len(), "group", "groups")
        ),
    }
}

/// A figure's name as the terminal can print it.
pub(super) fn ascii(name: &str, look: Look) -> String {
    if look.ascii() {
        name.replace('α', "alpha").replace('β', "beta").replace('γ', "gamma")
    } else {
        name.to_owned()
    }
}

/// What stands over the list: roles or tasks, and their order where it is not that of the words.
pub(super) fn head(view: &SearchView, look: Look) -> String {
    match &view.results {
        None => "All roles".to_owned(),
        Some(results) => match results.order {
            Order::Words => "Roles".to_owned(),
            Order::Figure(metric) => {
                let shared = if results.figures.is_some() { ", * shared code" } else { "" };
                format!("Roles by {}{shared}", ascii(metric.name(), look))
            }
            Order::Texts => "Roles, closest first".to_owned(),
            Order::Code => "Roles by code".to_owned(),
        },
    }
}
