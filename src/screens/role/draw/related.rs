//! Related roles and sources.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::{Metric, Related, Source};
use crate::compare::moves::Shift;
use crate::ui::role_line::{STUDIES_LEGEND, studies_mark};

/// Cells of the columns after the title: index, its difference, median pay, its difference, closeness.
const COLUMNS: [usize; 5] = [7, 6, 9, 11, 9];

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
                text.push_str(&self.look.to_the_right(&figure, cells));
            }
        }
        Line::from(vec![
            Span::styled(self.look.padded(title, self.width.saturating_sub(taken).min(60)), style),
            Span::styled(text, self.look.quiet()),
        ])
    }

    /// What the columns of related roles are.
    pub(super) fn related_heads(&self) -> Line<'static> {
        let heads = ["index ", "", "pay", "", "how near"].map(str::to_owned);
        let narrow = ["", "index ", "", "pay", ""].map(str::to_owned);
        let [whole, ..] = self.columns_of_related();
        self.related_row(STUDIES_LEGEND, if whole { heads } else { narrow }, self.look.quiet())
    }

    /// A related role with its figures and how they differ from this role's.
    pub(super) fn related(&self, related: Related, selected: bool) -> Vec<Line<'static>> {
        let Some(other) = self.catalog.role(related.role) else { return Vec::new() };
        let absent = || "-".to_owned();
        let index = other.exposure.index;
        let figure = |metric: Metric| match metric.short(self.catalog, other) {
            Some(text) => self.look.text(&text),
            None => absent(),
        };
        let mark = index.map_or(" ", studies_mark);
        let change = |metric| match Shift::of(metric, self.catalog, other, self.role) {
            Shift::Unknown => absent(),
            shift => self.look.text(&shift.to_string()),
        };
        let [whole, ..] = self.columns_of_related();
        let pin = if self.pins.has(related.role) { format!("{} ", self.look.pin()) } else { String::new() };
        let line = self.related_row(
            &format!("{pin}{}", other.title),
            [
                index.map_or_else(absent, |index| index.percentile.to_string()) + mark,
                change(Metric::Index) + if whole { "" } else { mark },
                figure(Metric::Pay),
                change(Metric::Pay),
                related.tier.word().to_owned(),
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
