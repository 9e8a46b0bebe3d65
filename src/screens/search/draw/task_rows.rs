//! Single tasks in a list: the task with its exposure mark, below it its role.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::catalog::{Catalog, Label, grouped};
use crate::screens::search::SearchView;
use crate::screens::search::task_list::TaskList;
use crate::search::language::TaskHit;
use crate::ui::look::Look;
use crate::ui::role_line::RoleColumns;
use crate::ui::{fit, print, print_frame, print_list, print_nothing};

/// Rows below the list: what the marks mean, and the frame sentence.
const BELOW: u16 = 2;

/// Cells from which the frame sentence says what matters.
const FRAMED_CELLS: usize = 31;

/// The head of the list, the tasks, and what their marks mean.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, tasks: &TaskList, look: Look) {
    if area.is_empty() {
        return;
    }
    let cells = usize::from(area.width);
    let marks = area.height >= 6 && cells >= FRAMED_CELLS && !tasks.results.hits.is_empty();
    let headed = area.height >= 4;
    if headed {
        print(
            frame,
            area,
            0,
            RoleColumns::of(0).with_title(cells).heads("Tasks, each with its role", app.catalog(), look),
        );
    }
    let rows = area.height.saturating_sub(u16::from(headed) + if marks { BELOW } else { 0 });
    let list = Rect { y: area.y + u16::from(headed), height: rows, ..area };
    if tasks.results.hits.is_empty() {
        return empty(frame, list, view, app, look);
    }
    print_list(frame, list, (tasks.cursor, tasks.results.hits.len(), 2), |place| {
        let hit = tasks.results.hits.get(place);
        hit.into_iter().flat_map(move |hit| lines(hit, app.catalog(), (place == tasks.cursor, marks), cells, look))
    });
    if marks {
        let legend = legend(cells.saturating_sub(3), look);
        print(frame, area, area.height - 2, Line::styled(format!("  {legend}"), look.quiet()));
        print_frame(frame, area, area.height - 1, look);
    }
}

fn lines<'c>(
    hit: &TaskHit,
    catalog: &Catalog<'c>,
    (selected, marked): (bool, bool),
    cells: usize,
    look: Look,
) -> [Line<'c>; 2] {
    let Some(role) = catalog.role(hit.role) else { return [Line::default(), Line::default()] };
    let task = role.tasks.get(usize::from(hit.place));
    let base = if selected { look.selected() } else { look.plain() };
    let cursor = || look.cursor(selected);
    let mut first = vec![cursor(), Span::raw(" ")];
    // Exposure marks need the sentence below the list.
    let label = task.and_then(|task| task.labels).filter(|_| marked);
    first.push(match label {
        Some(labels) => Span::styled(format!("{} ", labels.gpt4.word()), look.label(labels.gpt4)),
        None => Span::raw("   "),
    });
    let wording = task.map_or("", |task| task.wording);
    let styles = (base, base.patch(look.matched()));
    first.extend(look.marked(wording, &hit.marked, cells.saturating_sub(6), styles));
    let title = look.cut(role.title, cells.saturating_sub(18));
    let second = vec![
        cursor(),
        Span::raw("    "),
        Span::styled(title, look.quiet()),
        Span::styled(format!("  {}", role.code), look.quiet()),
    ];
    [Line::from(first), Line::from(second)]
}

fn legend(cells: usize, look: Look) -> String {
    let marks = [Label::E0, Label::E1, Label::E2].map(|label| format!("{} {}", label.word(), label.meaning()));
    let long = format!("GPT-4's label: {} (GPTs are GPTs, 2023)", marks.join(", "));
    let texts = [long, marks.join(", "), "E0 none, E1 direct, E2 with tools".to_owned()];
    let shortest = look.cut(&texts[2], cells);
    texts.into_iter().find(|text| fit::width(text) <= cells).unwrap_or(shortest)
}

fn empty(frame: &mut Frame<'_>, area: Rect, view: &SearchView, app: &App, look: Look) {
    let count = grouped(app.catalog().task_count() as u64);
    let lines = if view.parsed.is_blank() {
        [
            (format!("Type words of a task to search all {count} tasks."), look.heading()),
            ("For example: draw blood, \"lesson plan\", group:29 schedule.".to_owned(), look.plain()),
            ("Ctrl-T lists roles again.".to_owned(), look.plain()),
        ]
    } else {
        [
            (format!("No task has words like \"{}\".", view.query.text().trim()), look.heading()),
            ("Try fewer words, or take a filter away with Ctrl-X.".to_owned(), look.plain()),
            ("Ctrl-T searches titles, tools and skills too.".to_owned(), look.plain()),
        ]
    };
    print_nothing(frame, area, lines, look);
}
