//! The titles: how it stands with each, how many people have it, and the role that they are counted in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Scene, mark};
use crate::app::filter_box::FilterBox;
use crate::catalog::grouped;
use crate::search::Note;
use crate::staff::{Title, words};
use crate::ui::look::Look;
use crate::ui::{fit, print, print_list, print_nothing};

/// The cells of each column; those of 0 are not there.
#[derive(Clone, Copy)]
struct Columns {
    title: usize,
    people: usize,
    standing: usize,
    role: usize,
    matched: usize,
}

/// Cells of the cursor and of the sign.
const BEFORE: usize = 4;

impl Columns {
    fn of(width: usize) -> Self {
        let (people, standing) = match width {
            ..24 => (0, 0),
            24..50 => (7, 0),
            _ => (8, 14),
        };
        let rest = width.saturating_sub(BEFORE + people + standing + 1);
        let (role, matched) = match width {
            ..60 => (0, 0),
            60..110 => (rest * 3 / 5, 0),
            _ => (rest * 2 / 5, rest / 4),
        };
        Self { title: rest.saturating_sub(role + matched), people, standing, role, matched }
    }
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    print(frame, area, 0, heads(scene, usize::from(area.width)));
    let list = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
    if view.filter.is_edited() {
        typed(frame, Rect { height: area.height.min(1), ..area }, ("filter", &view.filter), look);
    }
    if view.rows.is_empty() {
        let why = if view.filter.is_blank() { "No title waits for a decision." } else { "No title has these words." };
        let how = if view.filter.is_blank() {
            "Tab lists all titles."
        } else {
            "f changes them; Tab turns to all titles, or back."
        };
        let said = [(why.to_owned(), look.heading()), (how.to_owned(), look.plain())];
        return print_nothing(frame, list, said, look);
    }
    rows(frame, list, scene);
}

pub(super) fn rows(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let columns = Columns::of(usize::from(area.width));
    let view = scene.view;
    print_list(frame, area, (view.cursor, view.rows.len(), 1), |row| {
        let title = view.rows.get(row).and_then(|title| scene.staff.titles.get(*title));
        title.map(|title| line(title, scene, columns, row == view.cursor))
    });
}

/// What is typed, after what it is.
pub(super) fn typed(frame: &mut Frame<'_>, area: Rect, (label, typed): (&str, &FilterBox), look: Look) {
    let label = if area.width >= 40 { format!(" {label} ") } else { " ".to_owned() };
    let start = u16::try_from(fit::width(&label) + 2).unwrap_or(0);
    let blank = " ".repeat(usize::from(area.width));
    print(frame, area, 0, Line::raw(blank));
    print(
        frame,
        area,
        0,
        Line::from(vec![Span::styled(label, look.title()), Span::styled(look.prompt(), look.title())]),
    );
    let input = Rect { x: area.x + start.min(area.width), width: area.width.saturating_sub(start), ..area };
    if !input.is_empty() {
        frame.render_widget(typed.line().widget(), input);
    }
}

/// The heads of the columns, in a rule across.
fn heads(scene: &Scene<'_>, width: usize) -> Line<'static> {
    let Scene { view, look, .. } = *scene;
    let (columns, rule) = (Columns::of(width), look.rule());
    let count = grouped(view.rows.len() as u64);
    let what = match (view.only_waiting, view.rows.len()) {
        (true, 1) => "1 title that waits".to_owned(),
        (true, _) => format!("{count} titles that wait"),
        (false, 1) => "1 title".to_owned(),
        (false, _) => format!("{count} titles"),
    };
    let words = view.filter.text().trim();
    let what = if words.is_empty() { what } else { format!("{what} with {words:?}") };
    let first = columns.title + BEFORE;
    let [long, short] = view.sort.words().map(|words| format!("{what}, {words}"));
    let name = [long, short].into_iter().find(|name| fit::width(name) + 4 <= first).unwrap_or(what);
    let parts = [
        (name, first, false),
        ("people".to_owned(), columns.people, true),
        ("standing".to_owned(), columns.standing, false),
        ("role".to_owned(), columns.role, false),
        ("matched".to_owned(), columns.matched, false),
    ];
    let mut spans = vec![Span::styled(format!("{rule} "), look.border())];
    let mut used = 2;
    let mut end = 0;
    for (place, (text, cells, to_the_right)) in parts.into_iter().enumerate() {
        if cells == 0 {
            continue;
        }
        let from = end + usize::from(place > 1);
        end += cells;
        let text = look.cut(&text, end.saturating_sub(used + 1));
        let long = fit::width(&text);
        let at = if to_the_right { end.saturating_sub(long) } else { from.max(used) };
        spans.push(Span::styled(rule.repeat(at.saturating_sub(used + 1)), look.border()));
        spans.push(Span::raw(" ".repeat(usize::from(at > used))));
        spans.push(Span::styled(format!("{text} "), if place == 0 { look.title() } else { look.quiet() }));
        used = used.max(at) + long + 1;
    }
    spans.push(Span::styled(rule.repeat(width.saturating_sub(used)), look.border()));
    Line::from(spans)
}

fn line<'s>(title: &'s Title, scene: &Scene<'s>, columns: Columns, selected: bool) -> Line<'s> {
    let Scene { catalog, look, .. } = *scene;
    let base = if selected { look.selected() } else { Style::new() };
    let standing = title.standing();
    let style = mark::style(standing, look);
    let mut spans = vec![
        look.cursor(selected),
        Span::raw(" "),
        Span::styled(mark::sign(standing, look), style),
        Span::raw(" "),
        Span::styled(look.padded(&name(title), columns.title), base.bold()),
    ];
    if columns.people > 0 {
        spans.push(Span::raw(look.to_the_right(&words::people(title.people), columns.people)));
    }
    if columns.standing > 0 {
        spans.push(Span::styled(format!(" {}", look.padded(&mark::said(title), columns.standing - 1)), style));
    }
    if columns.role > 0 {
        let (text, style) = role(title, scene);
        spans.push(Span::styled(format!(" {}", look.padded(&text, columns.role - 1)), style));
    }
    if columns.matched > 0 {
        let shown = title.coding.candidates.iter().find(|candidate| title.role() == Some(candidate.role));
        let matched = shown.and_then(|candidate| Some((candidate.matched.found, catalog.role(candidate.role)?)));
        let text = matched.map_or("", |(found, role)| found.text(catalog, role));
        spans.push(Span::styled(format!(" {}", look.cut(text, columns.matched - 1)), look.quiet()));
    }
    Line::from(spans)
}

/// The title as the file has it, or that it has none.
pub(super) fn name(title: &Title) -> String {
    match (title.text.is_empty(), title.code.is_empty()) {
        (false, true) => title.text.clone(),
        (false, false) => format!("{} ({})", title.text, title.code),
        (true, false) => title.code.clone(),
        (true, true) => "(empty)".to_owned(),
    }
}

/// The role that its people are counted in, or why they are in none.
fn role(title: &Title, scene: &Scene<'_>) -> (String, Style) {
    let look = scene.look;
    if let Some(role) = title.role() {
        return (super::super::role_words(scene.catalog, role), look.plain());
    }
    let why = match (title.decision, title.coding.note) {
        (Some(_), _) => "you say so".to_owned(),
        (None, Some(Note::Blank)) => "the cell is empty".to_owned(),
        (None, Some(note)) => note.words(scene.catalog),
        (None, None) => "nothing was found".to_owned(),
    };
    (why, look.quiet())
}
