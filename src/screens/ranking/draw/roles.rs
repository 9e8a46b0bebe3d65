//! The table of roles.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::table::{self, CURSOR, Head, Window, window};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Metric, Role, RoleId, grouped};
use crate::compare::ranking::{Column, Direction, is_shared};
use crate::screens::ranking::RankingView;
use crate::ui::bars::{percentile_bar, sparkline};
use crate::ui::look::Look;
use crate::ui::role_line::studies_mark;
use crate::ui::{fit, print, print_list};

/// Cells of the place in the order, before the title.
const RANK: usize = 5;
/// Cells of a bar of the index, where there is room.
const BAR: usize = 10;
/// Cells of the years of the pay, a cell each and one for the break, where there is room.
const YEARS: usize = 15;
/// Cells of the name of a group: at least, and at most.
const GROUP: (usize, usize) = (26, 46);

/// Which columns a table of a given width has.
struct Layout {
    window: Window,
    rank: usize,
    /// Cells of what stands beside a figure: the bar of the index, the years of the pay.
    beside: Beside,
    group: usize,
}

#[derive(Clone, Copy, Default)]
struct Beside {
    bar: usize,
    years: usize,
}

impl Layout {
    fn of(view: &RankingView, cells: usize) -> Self {
        let rank = if cells >= 60 { RANK } else { 0 };
        let least = if cells >= 60 { 24 } else { 16 };
        let (mut beside, mut group) = (Beside::default(), GROUP.0);
        let fitting = |beside: Beside, group: usize| {
            let widths: Vec<usize> = view.columns.iter().skip(1).map(|column| width(*column, beside, group)).collect();
            window(&widths, view.column.checked_sub(1), cells.saturating_sub(rank), least)
        };
        let mut fitted = fitting(beside, group);
        // What titles do not need goes to the bar, then to the years, then to the names of groups.
        if fitted.names >= 44 {
            beside.bar = BAR;
            fitted = fitting(beside, group);
            if fitted.names >= 56 && view.sparklines.iter().any(Option::is_some) {
                beside.years = YEARS;
                fitted = fitting(beside, group);
            }
            group = GROUP.1.min(group + fitted.names.saturating_sub(56));
        }
        Self { window: fitting(beside, group), rank, beside, group }
    }

    fn columns<'v>(&self, view: &'v RankingView) -> impl Iterator<Item = (usize, Column, usize)> + use<'v> {
        let (beside, group) = (self.beside, self.group);
        let (first, count) = (self.window.shown.start, self.window.shown.len());
        view.columns
            .iter()
            .enumerate()
            .skip(1 + first)
            .take(count)
            .map(move |(place, column)| (place, *column, width(*column, beside, group)))
    }
}

/// The cells of a column: room for its name, its longest figure, the arrow of the order and a gap.
fn width(column: Column, Beside { bar, years }: Beside, group: usize) -> usize {
    match column {
        Column::Group => group,
        Column::Title => 0,
        Column::Figure(Metric::Index) if bar > 0 => bar + 9,
        Column::Figure(Metric::Index) => 8,
        Column::Figure(Metric::Pay) if years > 0 => years + 10,
        Column::Figure(Metric::Pay | Metric::Change) => 9,
        Column::Figure(Metric::Employment | Metric::Education | Metric::EntryPay | Metric::BlsCategory) => 12,
        Column::Figure(metric) => (fit::width(metric.short_name()) + 3).max(7),
    }
}

/// Whether a figure of exposure is in view.
pub fn has_exposure(view: &RankingView, cells: usize) -> bool {
    let layout = Layout::of(view, cells);
    layout.columns(view).any(|(_, column, _)| column.metric().is_some_and(Metric::is_exposure))
}

fn head(
    name: &str,
    cells: usize,
    (column, place): (Column, usize),
    (chosen, by): (usize, (Column, Direction)),
) -> Head<'_> {
    Head {
        name,
        cells,
        chosen: chosen == place,
        sorted: (by.0 == column).then_some(by.1),
        left: column == Column::Group,
    }
}

/// Heads and rows.
pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &RankingView, catalog: &Catalog<'static>, look: Look) {
    let layout = Layout::of(view, area.width.into());
    let ranking = &view.ranking;
    let (chosen, by) = (view.column, (ranking.by, ranking.direction));
    // Where it is stands in the head as far as there is room; the title line says it too.
    let with_name = |(place, column, cells): (usize, Column, usize)| {
        let name = column.short_name_in(catalog);
        let name = if fit::width(&name) + 2 > cells { column.short_name().into() } else { name };
        (name, cells, column, place)
    };
    let names: Vec<_> = layout.columns(view).map(with_name).collect();
    let heads = table::heads(
        head("role", layout.rank + layout.window.names, (Column::Title, 0), (chosen, by)),
        names.iter().map(|(name, cells, column, place)| head(name, *cells, (*column, *place), (chosen, by))),
        look,
    );
    print(frame, area, 0, heads);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    // Between the ordered roles and those without the figure stands a line that says so.
    let split = if ranking.without() > 0 { ranking.ordered() } else { usize::MAX };
    let line_of = |row: usize| row + usize::from(row >= split);
    let total = line_of(ranking.roles().len());
    print_list(frame, list, (line_of(view.cursor), total, 1), |line| {
        if line == split {
            return Some(divider(&ranking.left_out().unwrap_or_default(), area.width.into(), look));
        }
        let row = line - usize::from(line > split);
        let id = *ranking.roles().get(row)?;
        Some(role_line(view, &layout, (row, id, catalog.role(id)?), catalog, look))
    });
}

fn divider(text: &str, cells: usize, look: Look) -> Line<'static> {
    let text = look.text(&look.cut(text, cells.saturating_sub(4)));
    let fill = look.rule().repeat(cells.saturating_sub(fit::width(&text) + 3));
    Line::styled(format!("{} {text} {fill}", look.rule()), look.quiet())
}

fn role_line(
    view: &RankingView,
    layout: &Layout,
    (row, id, role): (usize, RoleId, &Role<'_>),
    catalog: &Catalog<'static>,
    look: Look,
) -> Line<'static> {
    let title = view.ranking.title(catalog, id);
    let mut spans = table::name(&title, layout.window.names, row == view.cursor, look);
    if layout.rank > 0 {
        let place = view.ranking.rank(row).map_or(look.glyphs.dot.to_owned(), |rank| grouped(rank as u64));
        spans.insert(CURSOR, Span::styled(format!("{place:>0$} ", layout.rank - 1), look.quiet()));
    }
    for (_, column, cells) in layout.columns(view) {
        match column {
            column if !view.ranking.is_one(catalog, id, column) => {
                spans.extend(table::figure(Some("varies"), "", cells, look.quiet(), look));
            }
            Column::Figure(Metric::Index) => index(role, layout.beside.bar, cells, look, &mut spans),
            Column::Figure(metric) => {
                let is_code = !view.ranking.stands_for(id).is_empty();
                let shared = if is_shared(catalog, id, metric) && !is_code { "*" } else { "" };
                let text = metric.short(catalog, role);
                let years = if metric == Metric::Pay { layout.beside.years } else { 0 };
                let line = role.published.and_then(|published| view.sparklines.get(usize::from(published.0))?.as_ref());
                let drawn = line.filter(|_| years > 0).map_or_else(String::new, |line| sparkline(look, line));
                spans.push(Span::styled(look.to_the_right(&drawn, years), look.quiet()));
                spans.extend(table::figure(text.as_deref(), shared, cells - years, Style::new(), look));
            }
            Column::Group => {
                let title = catalog.major_group(role.code).map(short_group).unwrap_or_default();
                let title = look.cut(title, cells.saturating_sub(2));
                let fill = " ".repeat(cells.saturating_sub(fit::width(&title) + 1));
                spans.extend([Span::raw(" "), Span::styled(format!(" {title}"), look.quiet()), Span::raw(fill)]);
            }
            Column::Title => {}
        }
    }
    Line::from(spans)
}

/// The index: its bar where there is room, its figure, the letter of its band.
fn index(role: &Role<'_>, bar: usize, cells: usize, look: Look, spans: &mut Vec<Span<'_>>) {
    let Some(index) = role.exposure.index else {
        spans.extend(table::figure(None, "", cells, Style::new(), look));
        return;
    };
    let band = index.percentile.band();
    let letter = band.word().get(..1).unwrap_or_default();
    let text = format!("{:>3} {letter}{}", index.percentile.rounded(), studies_mark(index));
    let beside = if bar > 0 { bar + 1 } else { 0 };
    spans.push(Span::raw(" ".repeat(cells.saturating_sub(fit::width(&text) + beside))));
    if bar > 0 {
        spans.extend(percentile_bar(look, index.percentile, bar));
        spans.push(Span::raw(" "));
    }
    spans.push(Span::styled(text, look.band(band)));
}
