//! A place in the list: its rank, its name and its figures in columns.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::compare::places::{ListedRow, Missing, PlaceFigure, Row, Scope, Standing};
use crate::ui::look::Look;
use crate::ui::{fit, print_list};

/// Cells of the cursor, of the mark of a chosen place, and of the rank.
const CURSOR: usize = 1;
const MARK: usize = 2;
const RANK: usize = 4;
/// The fewest cells of a name.
const NAME: usize = 11;

/// Which columns fit, in their order.
#[derive(Clone, Debug)]
pub(super) struct ListColumns {
    name: usize,
    rank: usize,
    figures: Vec<PlaceFigure>,
}

/// Cells of a figure, the gap before it among them.
const fn cells(figure: PlaceFigure) -> usize {
    match figure {
        PlaceFigure::Error => 7,
        PlaceFigure::Share => 12,
        PlaceFigure::PerThousand | PlaceFigure::Quotient => 10,
        PlaceFigure::Employment | PlaceFigure::P10 | PlaceFigure::Median | PlaceFigure::P90 | PlaceFigure::UsPrices => {
            11
        }
    }
}

impl ListColumns {
    /// The columns that fit: first the one of the order, then employment and pay.
    pub fn of(width: usize, scope: Scope, by: PlaceFigure) -> Self {
        let wanted = [
            by,
            PlaceFigure::Employment,
            PlaceFigure::Median,
            PlaceFigure::Quotient,
            PlaceFigure::Error,
            PlaceFigure::UsPrices,
            PlaceFigure::PerThousand,
            PlaceFigure::Share,
            PlaceFigure::P10,
            PlaceFigure::P90,
        ];
        let least = match scope {
            Scope::States if width >= 60 => 20,
            Scope::States => NAME,
            _ if width >= 72 => 34,
            _ => NAME,
        };
        let mut room = width.saturating_sub(CURSOR + MARK + RANK + least);
        let mut shown = Vec::new();
        for figure in wanted.into_iter().filter(|figure| figure.is_of(scope)) {
            if !shown.contains(&figure) && cells(figure) <= room {
                room -= cells(figure);
                shown.push(figure);
            }
        }
        let figures: Vec<PlaceFigure> = PlaceFigure::ALL.into_iter().filter(|figure| shown.contains(figure)).collect();
        let taken: usize = figures.iter().map(|figure| cells(*figure)).sum();
        Self { name: width.saturating_sub(CURSOR + MARK + RANK + taken), rank: RANK, figures }
    }

    /// Names alone.
    pub const fn names(width: usize) -> Self {
        Self { name: width.saturating_sub(CURSOR + MARK), rank: 0, figures: Vec::new() }
    }

    /// The heads in a rule across, above the ends of the figures; that of the order stands out.
    pub fn heads(&self, scene: &Scene<'_>, has_keys: bool) -> Line<'static> {
        let Scene { view, look, .. } = *scene;
        let rule = look.rule();
        let fill = |cells: usize| Span::styled(rule.repeat(cells), look.border());
        let name = view.places.scope.of_one();
        let name = look.cut(name, (self.name + self.rank).saturating_sub(2));
        let used = fit::width(&name) + 2;
        let style = if has_keys { look.title() } else { look.quiet() };
        let mut spans = vec![fill(1), Span::styled(format!(" {name} "), style)];
        spans.push(fill((CURSOR + MARK + self.rank + self.name).saturating_sub(used + 1)));
        for figure in &self.figures {
            let is_order = *figure == view.listed.by;
            let arrow = if is_order { look.sort_arrow(!view.listed.reversed) } else { "" };
            let head = format!("{}{arrow}", figure.short_name());
            let room = cells(*figure).saturating_sub(fit::width(&head) + 1);
            let style = if is_order { look.title() } else { look.quiet() };
            spans.extend([fill(room), Span::raw(" "), Span::styled(head, style)]);
        }
        Line::from(spans)
    }

    fn line(&self, row: &Row, listed: ListedRow, selected: bool, scene: &Scene<'_>) -> Line<'static> {
        let Scene { view, look, .. } = *scene;
        let base = if selected { look.selected() } else { Style::new() };
        let name = look.padded(row.name(scene.catalog), self.name.saturating_sub(1));
        let rank = match listed.standing {
            Standing::Ranked => listed.rank.map_or_else(String::new, |rank| rank.to_string()),
            Standing::Few => "few".to_owned(),
            Standing::Missing => look.glyphs.dot.to_owned(),
        };
        let weight = if listed.standing == Standing::Ranked { Style::new() } else { look.quiet() };
        let mut spans = vec![look.cursor(selected), Span::styled(format!("{} ", scene.mark(row)), look.key())];
        if self.rank > 0 {
            spans.push(Span::styled(format!("{} ", look.to_the_right(&rank, self.rank - 1)), look.quiet()));
        }
        spans.push(Span::styled(format!("{name} "), base));
        if row.estimate.is_none() {
            // One word says it for all figures.
            let room = self.figures.iter().map(|figure| cells(*figure)).sum();
            spans.push(Span::styled(look.to_the_right("no estimate", room), look.quiet()));
            return Line::from(spans);
        }
        for figure in &self.figures {
            let is_order = *figure == view.listed.by;
            let style = if is_order && listed.standing == Standing::Ranked { look.heading() } else { weight };
            spans.push(Span::styled(cell(*figure, row, look), style));
        }
        Line::from(spans)
    }
}

/// A figure in its column; where it is missing the word that fits, or a dot.
fn cell(figure: PlaceFigure, row: &Row, look: Look) -> String {
    let room = cells(figure) - 1;
    let missing = || match figure.value(row).err().map(Missing::word) {
        Some(word) if fit::width(word) <= room => word.to_owned(),
        _ => look.glyphs.dot.to_owned(),
    };
    let text = figure.brief(row).map(|text| if figure == PlaceFigure::Error { format!("±{text}") } else { text });
    let text = look.text(&text.unwrap_or_else(missing));
    format!(" {}", look.to_the_right(&text, room))
}

/// The rows in view.
pub(super) fn rows(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, columns: &ListColumns) {
    let (cursor, len) = (scene.view.cursor, scene.view.listed.rows.len());
    print_list(frame, area, (cursor, len, 1), |place| {
        let listed = *scene.view.listed.rows.get(place)?;
        Some(columns.line(scene.view.places.rows.get(listed.at)?, listed, place == cursor, scene))
    });
}
