//! Related roles and sources.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::{Period, Related, Role, Source, Tier, Wage};
use crate::ui::fit::{padded, to_the_right};

/// Cells of the columns after the title: index, its difference, median pay, its difference, closeness.
const COLUMNS: [usize; 5] = [7, 6, 9, 8, 9];

impl Page<'_> {
    /// Which of the columns there is room for.
    fn columns_of_related(&self) -> [bool; 5] {
        match self.width {
            ..34 => [false, true, false, false, false],
            34..52 => [false, true, false, true, false],
            52..66 => [true, true, true, true, false],
            _ => [true; 5],
        }
    }

    fn related_row(&self, title: &str, figures: [String; 5], style: Style) -> Line<'static> {
        let shown = self.columns_of_related();
        let taken: usize = COLUMNS.into_iter().zip(shown).filter_map(|(cells, shown)| shown.then_some(cells)).sum();
        let mut text = String::new();
        for ((figure, cells), shown) in figures.into_iter().zip(COLUMNS).zip(shown) {
            if shown {
                text.push_str(&to_the_right(self.look, &figure, cells));
            }
        }
        Line::from(vec![
            Span::styled(padded(self.look, title, self.width.saturating_sub(taken).min(60)), style),
            Span::styled(text, self.look.quiet()),
        ])
    }

    /// What the columns of related roles are.
    pub(super) fn related_heads(&self) -> Line<'static> {
        let heads = ["index", "", "pay", "", "how near"].map(str::to_owned);
        let narrow = ["", "index", "", "pay", ""].map(str::to_owned);
        let [whole, ..] = self.columns_of_related();
        self.related_row("", if whole { heads } else { narrow }, self.look.quiet())
    }

    /// A related role with its figures and how they differ from this role's.
    pub(super) fn related(&self, related: Related, selected: bool) -> Vec<Line<'static>> {
        let Some(other) = self.catalog.role(related.role) else { return Vec::new() };
        let absent = || "-".to_owned();
        let index = |role: &Role<'_>| Some(role.exposure.index?.percentile);
        let points = index(other).zip(index(self.role)).map(|(there, here)| signed((there.0 - here.0).round(), "", ""));
        let median = |role: &Role<'_>| self.catalog.pay(role)?.annual.median;
        let pay = median(other).zip(median(self.role)).and_then(|wages| match wages {
            // Where a wage is only known to be at or above the ceiling, so is the difference.
            (Wage::Cents(there), Wage::Cents(here)) => {
                Some(signed(((f64::from(there) - f64::from(here)) / 100_000.0).round(), "$", "k"))
            }
            _ => None,
        });
        let near = match related.tier {
            Tier::PrimaryShort => "closest",
            Tier::PrimaryLong => "close",
            Tier::Supplemental => "further",
        };
        let pin = if self.pins.has(related.role) { format!("{} ", self.look.pin()) } else { String::new() };
        let line = self.related_row(
            &format!("{pin}{}", other.title),
            [
                index(other).map_or_else(absent, |percentile| percentile.to_string()),
                points.unwrap_or_else(absent),
                median(other).map_or_else(absent, |wage| ascii_aware(self, wage)),
                pay.unwrap_or_else(absent),
                near.to_owned(),
            ],
            Style::new(),
        );
        self.with_whole(line, &[other.title], selected)
    }

    /// A dataset: release, publisher, licence, address, attribution.
    pub(super) fn source(&self, source: &Source<'_>) -> Vec<Line<'static>> {
        let look = self.look;
        let title = format!("{} {}", source.name, source.release);
        let dot = look.glyphs.dot;
        let mut lines = self.paragraph(&title, look.heading());
        let about = format!("{} {dot} {} {dot} {}", source.publisher, source.date, source.licence);
        lines.extend(self.paragraph(&about, look.quiet()));
        lines.extend(self.paragraph(source.address, look.quiet()));
        lines.extend(self.paragraph(source.attribution, Style::new()));
        lines.push(Line::default());
        lines
    }
}

/// A difference with its sign: `+3`, `-$12k`, `=` where there is none.
fn signed(difference: f64, before: &str, after: &str) -> String {
    let sign = if difference < 0.0 { "-" } else { "+" };
    if difference == 0.0 { "=".to_owned() } else { format!("{sign}{before}{:.0}{after}", difference.abs()) }
}

fn ascii_aware(page: &Page<'_>, wage: Wage) -> String {
    match (wage, page.look.ascii()) {
        (Wage::TopCoded, true) => wage.text(Period::Year).replace("at or above $239,200", ">=$239k"),
        _ => wage.short(),
    }
}
