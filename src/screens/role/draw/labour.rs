//! Wages: their spread as a table, a year and an hour, and as a bar.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Wage, YearPoint, grouped};
use crate::ui::bars::{wage_range, wage_range_on};

/// Cells of a year, its median, its employment, and the least that a bar takes.
const YEAR: usize = 5;
const MEDIAN: usize = 10;
const EMPLOYED: usize = 12;
const BAR: usize = 12;
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

    /// Cells of the bar of a year, of the wages beside it, and of its employment; nothing where there is no room.
    fn year_cells(&self) -> (usize, usize) {
        let figures = YEAR + MEDIAN + EMPLOYED;
        (self.width.saturating_sub(figures + 2).min(48), if self.width >= figures { EMPLOYED } else { 0 })
    }

    /// What the columns of years are.
    pub(super) fn year_heads(&self) -> Line<'static> {
        let (look, (bar, employed)) = (self.look, self.year_cells());
        let range = if bar >= BAR { look.padded("  10th to 90th, median marked", bar + 2) } else { String::new() };
        let heads = format!(
            "{}{}{range}{}",
            look.padded("year", YEAR),
            look.to_the_right("median", MEDIAN),
            look.to_the_right("employed", employed)
        );
        Line::styled(heads.trim_end().to_owned(), look.quiet())
    }

    /// The nation in a year: its median, the spread on the scale of all years, the people employed.
    pub(super) fn year(&self, point: &YearPoint, scale: (f64, f64)) -> Line<'static> {
        let (look, (bar, employed)) = (self.look, self.year_cells());
        let median = point.wages.median.map_or_else(
            || look.glyphs.dot.to_owned(),
            |wage| {
                look.text(
                    &point
                        .text(Some(wage))
                        .replace("at or above ", "≥")
                        .replace(" an hour", "/h")
                        .replace(" index for ", " CPI "),
                )
            },
        );
        let mut spans = vec![
            Span::styled(look.padded(&point.year.to_string(), YEAR), look.quiet()),
            Span::styled(look.to_the_right(&median, MEDIAN), look.heading()),
        ];
        if bar >= BAR {
            let line = wage_range_on(look, &point.range(), point.period, bar, scale);
            let line = line.map_or_else(|| vec![Span::raw(" ".repeat(bar))], |line| line.spans);
            spans.push(Span::raw("  "));
            spans.extend(line);
        }
        if employed > 0 {
            let people = point.employment.map_or_else(|| look.glyphs.dot.to_owned(), |people| grouped(people.into()));
            spans.push(Span::raw(look.to_the_right(&people, employed)));
        }
        Line::from(spans)
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
