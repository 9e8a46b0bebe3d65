//! Bars, gauges and fitted text.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::look::Look;
use crate::catalog::{Label, Measure, Percentile, Period, Role, WageRange};

/// A text in at most `width` cells, with a mark where it was cut.
#[must_use]
pub fn fit(look: Look, text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let more = look.glyphs.more;
    let Some(room) = width.checked_sub(more.width()) else { return String::new() };
    let mut used = 0;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= room
        })
        .collect();
    cut.push_str(more);
    cut
}

/// A text in exactly `width` cells.
#[must_use]
pub fn padded(look: Look, text: &str, width: usize) -> String {
    let mut text = fit(look, text, width);
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    text
}

/// A paragraph in lines of at most `width` cells; a word longer than a line is cut.
#[must_use]
pub fn wrapped(look: Look, text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&fit(look, word, width));
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// A bar of `width` cells, filled to a share from 0 to 1.
#[must_use]
pub fn bar(look: Look, share: f64, width: usize, style: Style) -> [Span<'static>; 2] {
    let full = cells(share, width);
    [
        Span::styled(look.glyphs.full.repeat(full), style),
        Span::styled(look.glyphs.empty.repeat(width - full), look.quiet()),
    ]
}

/// A percentile's bar, in the style of its band.
#[must_use]
pub fn percentile_bar(look: Look, percentile: Percentile, width: usize) -> [Span<'static>; 2] {
    bar(look, percentile.0 / 100.0, width, look.band(percentile.band()))
}

/// How many of `width` cells a share from 0 to 1 fills.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "0 to 1 of some hundred cells"
)]
pub fn cells(share: f64, width: usize) -> usize {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    (share * width as f64).round() as usize
}

/// How the values of all roles spread over the scale of a measure, with the place of one value under it.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a thousand roles at most")]
pub fn distribution(look: Look, values: &[f64], value: f64, width: usize, mark: Style) -> [Line<'static>; 2] {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = high - low;
    if width == 0 || span.is_nan() || span <= 0.0 {
        return [Line::default(), Line::default()];
    }
    let place = |value: f64| cells((value - low) / span, width - 1);
    let mut counts = vec![0_usize; width];
    for value in values {
        counts[place(*value)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let heights: String = counts
        .iter()
        .map(|count| match count {
            0 => " ",
            // Roots keep the few visible beside the many.
            _ => look.glyphs.heights[cells((*count as f64 / most as f64).sqrt(), 7)],
        })
        .collect();
    let under = format!("{}{}", " ".repeat(place(value)), look.glyphs.mark);
    [Line::styled(heights, look.quiet()), Line::styled(under, mark)]
}

/// The values of a measure over all roles that have it.
#[must_use]
pub fn values(roles: &[Role<'_>], measure: Measure) -> Vec<f64> {
    roles.iter().filter_map(|role| Some(role.exposure.reading(measure)?.raw)).collect()
}

/// How tasks divide into E0, E1 and E2, as one bar of `width` cells and its figures.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "some dozens of tasks")]
pub fn task_mix(look: Look, labels: &[Label], width: usize) -> [Line<'static>; 2] {
    let all = labels.len().max(1) as f64;
    let share = |label: Label| labels.iter().filter(|l| **l == label).count() as f64 / all;
    let (direct, with_tools) = (cells(share(Label::E1), width), cells(share(Label::E2), width));
    let none = width.saturating_sub(direct + with_tools);
    let glyphs = ["█", "▓", "·"];
    let glyphs = if look.glyphs.full == "#" { ["#", "=", "."] } else { glyphs };
    let part = |label: Label, glyph: &str, cells: usize| Span::styled(glyph.repeat(cells), look.label(label));
    let bar = Line::from(vec![
        part(Label::E1, glyphs[0], direct),
        part(Label::E2, glyphs[1], with_tools.min(width - direct.min(width))),
        part(Label::E0, glyphs[2], none),
    ]);
    let mut figures = Vec::new();
    for (label, glyph) in [(Label::E1, glyphs[0]), (Label::E2, glyphs[1]), (Label::E0, glyphs[2])] {
        figures.push(Span::styled(format!("{glyph} {}", label.word()), look.label(label)));
        figures.push(Span::raw(format!(" {:.0}%  ", share(label) * 100.0)));
    }
    [bar, Line::from(figures)]
}

/// The spread of wages on one line of `width` cells: from the 10th to the 90th percentile, the middle half heavier.
#[must_use]
pub fn wage_range(look: Look, range: &WageRange, period: Period, width: usize) -> Option<Line<'static>> {
    let low = range.p10?.dollars(period);
    let high = range.p90?.dollars(period);
    let span = (high - low).max(1.0);
    let place =
        |wage: Option<crate::catalog::Wage>| Some(cells((wage?.dollars(period) - low) / span, width.checked_sub(1)?));
    let (from, middle, to) = (place(range.p25), place(range.median)?, place(range.p75));
    let (ends, half, line) = if look.glyphs.full == "#" { ("|", "=", "-") } else { ("┃", "━", "─") };
    let text: String = (0..width)
        .map(|at| match at {
            at if at == middle => look.glyphs.full,
            0 => ends,
            at if at + 1 == width => ends,
            at if from.is_some_and(|from| at >= from) && to.is_some_and(|to| at <= to) => half,
            _ => line,
        })
        .collect();
    Some(Line::raw(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_their_cells() {
        let look = Look::default();
        assert_eq!(fit(look, "Penetration Testers", 8), "Penetra…");
        assert_eq!(fit(look, "日本語", 4), "日…");
        assert_eq!(padded(look, "ab", 4), "ab  ");
        for width in 0..12 {
            assert_eq!(padded(look, "日本語 abc", width).width(), width);
            assert!(wrapped(look, "a long-winded paragraph of words", width).iter().all(|line| line.width() <= width));
        }
        assert_eq!(wrapped(look, "one two three", 7), ["one two", "three"]);
    }

    #[test]
    fn bars_have_their_width() {
        let look = Look::default();
        for share in [-1.0, 0.0, 0.33, 1.0, 7.0, f64::NAN] {
            let cells: usize = bar(look, share, 10, Style::new()).iter().map(Span::width).sum();
            assert_eq!(cells, 10);
        }
        let labels = [Label::E1, Label::E2, Label::E0];
        for width in 0..30 {
            assert!(task_mix(look, &labels, width)[0].width() <= width.max(1), "{width}");
        }
    }

    #[test]
    fn a_role_stands_under_its_place() {
        let [heights, mark] = distribution(Look::default(), &[0.0, 0.0, 1.0], 1.0, 5, Style::new());
        assert_eq!(heights.to_string(), "█   ▆");
        assert_eq!(mark.to_string(), "    ▲");
    }
}
