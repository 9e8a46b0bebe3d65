//! Wages: their spread as a table, a year and an hour, and as a bar.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Wage};
use crate::ui::bars::wage_range;

/// Cells of the names of the points.
const NAME: usize = 8;

impl Page<'_> {
    fn wage_cells(&self) -> usize {
        (self.width.saturating_sub(NAME) / 2).min(22)
    }

    /// What the columns of wages are.
    pub(super) fn wage_heads(&self) -> Line<'static> {
        let (look, cells) = (self.look, self.wage_cells());
        let heads = ["a year", "an hour"].map(|head| look.to_the_right(head, cells)).concat();
        Line::styled(format!("{}{heads}", look.padded("wages", NAME)), look.quiet())
    }

    /// A point of the spread, or the mean, a year and an hour.
    pub(super) fn wage(&self, point: Point) -> Option<Line<'static>> {
        let (look, cells) = (self.look, self.wage_cells());
        let pay = self.catalog.pay(self.role)?;
        let text = |wage: Option<Wage>, period| {
            let text = wage.map_or_else(|| self.catalog.no_wage(self.role).into_owned(), |wage| wage.text(period));
            // The words take more cells than a narrow column has.
            let text = if text.len() > cells { text.replace("at or above ", ">= ") } else { text };
            look.to_the_right(&text, cells)
        };
        let name = point.name().trim_end_matches(" percentile");
        let style = if point == Point::Median { look.heading() } else { Style::new() };
        Some(Line::from(vec![
            Span::styled(look.padded(name, NAME), look.quiet()),
            Span::styled(text(point.of(&pay.annual), Period::Year), style),
            Span::raw(text(point.of(&pay.hourly), Period::Hour)),
        ]))
    }

    /// The spread as a bar, a year where that is published, with its ends.
    pub(super) fn wage_range(&self) -> Vec<Line<'static>> {
        let look = self.look;
        let Some(pay) = self.catalog.pay(self.role) else { return Vec::new() };
        let yearly = pay.annual.points().iter().any(|(_, wage)| wage.is_some());
        let (range, period) = if yearly { (&pay.annual, Period::Year) } else { (&pay.hourly, Period::Hour) };
        let room = self.width.min(60);
        let Some(bar) = wage_range(look, range, period, room) else { return Vec::new() };
        let published: Vec<Wage> = range.points().into_iter().filter_map(|(_, wage)| wage).collect();
        let end = |wage: Option<&Wage>| wage.map_or_else(String::new, |wage| wage.text(period));
        let low = end(published.first());
        let high = look.to_the_right(&end(published.last()), room.saturating_sub(low.len() + 1));
        vec![bar, Line::styled(look.cut(&format!("{low} {high}"), room), look.quiet())]
    }
}
