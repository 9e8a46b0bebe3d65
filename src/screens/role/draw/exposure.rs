//! Exposure: the index, a gauge for each study over the distribution of all roles, and how the tasks divide.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::{Label, Measure, NOT_PUBLISHED, Percentile, raw_value, whole_percent};
use crate::ui::bars::{Distribution, distribution, mix_bar, percentile_bar};

/// From this width on, a gauge stands at the left of its distribution.
const SIDE_BY_SIDE: usize = 74;
/// Cells of the gauge's side.
const SIDE: usize = 41;

impl Page<'_> {
    /// The index over the distribution of all roles, and how far the studies disagree.
    pub(super) fn index(&self) -> Vec<Line<'static>> {
        let look = self.look;
        let Some(index) = self.role.exposure.index else {
            let none = "AI task-overlap index: none, as fewer than two of its studies cover this role.";
            return self.paragraph(none, Style::new());
        };
        let surveyed = self.catalog.roles.iter().filter(|role| role.is_surveyed());
        let means: Vec<f64> = surveyed.filter_map(|role| Some(role.exposure.index?.mean)).collect();
        let gauge = self.percentile_line(None, index.percentile);
        let studies = format!("{INDEX_NAME}, {}", index.rests_on());
        let mean = format!("mean percentile {:.1}, ranked again", index.mean);
        let quiet = |text: &str| Line::styled(look.cut(text, self.width), look.quiet());
        let mut lines = self.over(
            vec![Line::styled("AI task-overlap index", look.heading()), gauge, quiet(&studies), quiet(&mean)],
            &means,
            index.mean,
            index.percentile,
            |value| format!("mean {value:.0}"),
        );
        if let Some((low, high)) = self.role.exposure.spread() {
            let apart = high.rounded() - low.rounded();
            let text =
                format!("The studies place it between the {low} and the {high} percentile, {apart} points apart.");
            lines.extend(self.paragraph(&text, look.quiet()));
        }
        lines
    }

    /// `0.93  ■■■■■■■■■·  95th High`.
    fn percentile_line(&self, raw: Option<f64>, percentile: Percentile) -> Line<'static> {
        let band = percentile.band();
        let mut spans = Vec::new();
        if let Some(raw) = raw {
            spans.push(Span::raw(format!("{:<7}", raw_value(raw))));
        }
        spans.extend(percentile_bar(self.look, percentile, self.width.saturating_sub(24).clamp(4, 16)));
        spans.push(Span::raw(format!(" {percentile} ")));
        spans.push(Span::styled(band.word(), self.look.band(band)));
        Line::from(spans)
    }

    /// A study's gauge over the distribution of all surveyed roles.
    pub(super) fn gauge(&self, measure: Measure) -> Vec<Line<'static>> {
        let look = self.look;
        let year = format!("  {}", measure.year());
        let name = look.cut(measure.name(), self.width.saturating_sub(year.len()));
        let title = Line::from(vec![Span::styled(name, look.heading()), Span::styled(year, look.quiet())]);
        let Some(reading) = self.role.exposure.reading(measure) else {
            return vec![title, Line::styled(format!("{NOT_PUBLISHED} for this role"), look.quiet())];
        };
        let surveyed = self.catalog.roles.iter().filter(|role| role.is_surveyed());
        let values: Vec<f64> = surveyed.filter_map(|role| Some(role.exposure.reading(measure)?.raw)).collect();
        let about = Line::styled(format!("among {} surveyed roles", values.len()), look.quiet());
        self.over(
            vec![title, self.percentile_line(Some(reading.raw), reading.percentile), about],
            &values,
            reading.raw,
            reading.percentile,
            raw_value,
        )
    }

    /// Lines beside a distribution, or above it where there is no room.
    fn over(
        &self,
        side: Vec<Line<'static>>,
        values: &[f64],
        value: f64,
        percentile: Percentile,
        figure: impl Fn(f64) -> String,
    ) -> Vec<Line<'static>> {
        let beside = self.width >= SIDE_BY_SIDE;
        let room = if beside { self.width - SIDE - 1 } else { self.width }.min(60);
        let style = self.look.band(percentile.band());
        let Some(Distribution { heights, mark, low, high }) = distribution(self.look, values, value, room, style)
        else {
            return side;
        };
        let (low, high) = (figure(low), figure(high));
        let scale = format!("{low}{}", self.look.to_the_right(&high, room.saturating_sub(low.len())));
        let picture = vec![heights, mark, Line::styled(scale, self.look.quiet())];
        if !beside {
            return side.into_iter().chain(picture).collect();
        }
        let mut lines = Vec::new();
        let (mut side, mut picture) = (side.into_iter(), picture.into_iter());
        loop {
            let (left, right) = (side.next(), picture.next());
            if left.is_none() && right.is_none() {
                return lines;
            }
            let mut line = left.unwrap_or_default();
            // A line's own style would reach into the picture.
            let own = std::mem::take(&mut line.style);
            for span in &mut line.spans {
                span.style = own.patch(span.style);
            }
            if let Some(right) = right {
                line.spans.push(Span::raw(" ".repeat((SIDE + 1).saturating_sub(line.width()))));
                line.spans.extend(right.spans.into_iter().map(|span| span.patch_style(right.style)));
            }
            lines.push(line);
        }
    }

    /// A further figure of a study.
    pub(super) fn reading(&self, measure: Measure) -> Vec<Line<'static>> {
        let Some(reading) = self.role.exposure.reading(measure) else { return Vec::new() };
        let band = reading.percentile.band();
        let figures = format!("{:>7} {:>5} ", raw_value(reading.raw), reading.percentile.to_string());
        let room = self.width.saturating_sub(figures.len() + 2 + 8).min(38);
        let name = if room >= 35 { measure.name() } else { measure.short_name() };
        vec![Line::from(vec![
            Span::styled(format!("  {}", self.look.padded(name, room)), self.look.quiet()),
            Span::raw(figures),
            Span::styled(band.word(), self.look.band(band)),
        ])]
    }

    /// How the labelled tasks divide into E1, E2 and E0.
    pub(super) fn mix(&self, human: bool) -> Vec<Line<'static>> {
        let look = self.look;
        let [e0, e1, e2] = self.role.task_mix(human);
        let who = if human { "people" } else { "GPT-4" };
        let counts = [(Label::E1, e1), (Label::E2, e2), (Label::E0, e0)];
        let mut spans = vec![Span::styled(look.padded(who, 7), look.quiet())];
        spans.extend(mix_bar(look, counts, self.width.saturating_sub(7).min(53)));
        let mut figures = vec![Span::raw(" ".repeat(7))];
        for (label, count) in counts {
            figures.push(Span::styled(
                format!("{} {}", crate::ui::bars::label_glyph(look, label), label.word()),
                look.label(label),
            ));
            figures.push(Span::raw(format!(" {}", whole_percent(count, e0 + e1 + e2))));
            let count = if self.width >= 44 { format!(" ({count})   ") } else { "  ".to_owned() };
            figures.push(Span::styled(count, look.quiet()));
        }
        vec![Line::from(spans), Line::from(figures)]
    }
}
