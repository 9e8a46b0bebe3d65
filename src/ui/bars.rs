//! Bars and gauges.

use std::cmp::Ordering;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::look::Look;
use crate::catalog::{Label, Percentile, Period, Sparkline, Wage, WageRange};

/// A bar of `width` cells, filled to a share from 0 to 1.
pub fn bar(look: Look, share: f64, width: usize, style: Style) -> [Span<'static>; 2] {
    let full = cells(share, width);
    [
        Span::styled(look.glyphs.full.repeat(full), style),
        Span::styled(look.glyphs.empty.repeat(width - full), look.quiet()),
    ]
}

/// A percentile's bar, in the style of its band.
pub fn percentile_bar(look: Look, percentile: Percentile, width: usize) -> [Span<'static>; 2] {
    bar(look, percentile.0 / 100.0, width, look.band(percentile.band()))
}

/// How many of `width` cells a share from 0 to 1 fills.
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

/// How values spread, and where one of them stands.
#[derive(Clone, Debug)]
pub struct Distribution {
    /// A column for each cell, as high as there are values.
    pub heights: Line<'static>,
    /// The mark under the one value.
    pub mark: Line<'static>,
    pub low: f64,
    pub high: f64,
}

/// The distribution of `values` in `width` cells with a mark under `value`; none where they do not spread.
#[allow(clippy::cast_precision_loss, reason = "a thousand roles at most")]
pub fn distribution(look: Look, values: &[f64], value: f64, width: usize, mark: Style) -> Option<Distribution> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let last = width.checked_sub(1)?;
    if low.partial_cmp(&high) != Some(Ordering::Less) {
        return None;
    }
    let place = |value: f64| cells((value - low) / (high - low), last);
    let mut counts = vec![0_usize; width];
    for value in values {
        if let Some(count) = counts.get_mut(place(*value)) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let own = place(value);
    let columns = counts.iter().enumerate().map(|(at, count)| {
        let glyph = match count {
            0 => " ",
            // Roots keep the few visible beside the many.
            _ => look.glyphs.heights.get(cells((*count as f64 / most as f64).sqrt(), 7)).copied().unwrap_or(" "),
        };
        Span::styled(glyph, if at == own { mark } else { look.quiet() })
    });
    let under = format!("{}{}", " ".repeat(own), look.glyphs.mark);
    Some(Distribution { heights: columns.collect(), mark: Line::styled(under, mark), low, high })
}

/// How a median went, a cell a year, with a line where the series breaks.
pub fn sparkline(look: Look, line: &Sparkline) -> String {
    let mut text = String::new();
    for (level, breaks) in line.levels() {
        if breaks {
            text.push_str(look.wall());
        }
        text.push_str(match level.checked_sub(1) {
            Some(height) => look.glyphs.heights.get(usize::from(height)).copied().unwrap_or(" "),
            None => " ",
        });
    }
    text
}

/// A part of a whole, 0 to 1; 0 of nothing.
#[allow(clippy::cast_precision_loss, reason = "some hundred tasks at most")]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The glyph of a task label in [`mix_bar`].
pub fn label_glyph(look: Look, label: Label) -> &'static str {
    match (label, look.ascii()) {
        (Label::E1, false) => "█",
        (Label::E2, false) => "▒",
        (Label::E1, true) => "#",
        (Label::E2, true) => "=",
        (Label::E0, _) => look.glyphs.empty,
    }
}

/// How many tasks have each label, stacked in one bar of `width` cells in the order given; empty without tasks.
pub fn mix_bar(look: Look, counts: [(Label, usize); 3], width: usize) -> Vec<Span<'static>> {
    let all = counts.iter().map(|(_, count)| count).sum();
    let (mut sum, mut at) = (0, 0);
    let mut spans = Vec::new();
    for (label, count) in counts {
        sum += count;
        // Ends are rounded, not lengths: the bar is full whatever the shares.
        let end = cells(share(sum, all), width);
        spans.push(Span::styled(label_glyph(look, label).repeat(end.saturating_sub(at)), look.label(label)));
        at = end;
    }
    spans
}

/// The spread of wages in `width` cells, from the lowest published point to the highest: the middle half heavier,
/// the median marked. None where fewer than two different points are published.
pub fn wage_range(look: Look, range: &WageRange, period: Period, width: usize) -> Option<Line<'static>> {
    let published: Vec<f64> = range.points().into_iter().filter_map(|(_, wage)| Some(wage?.dollars(period))).collect();
    let (low, high) = (*published.first()?, *published.last()?);
    wage_range_on(look, range, period, width, (low, high))
}

/// The same on a scale from `low` to `high`, in dollars, that several spreads share.
pub fn wage_range_on(
    look: Look,
    range: &WageRange,
    period: Period,
    width: usize,
    (low, high): (f64, f64),
) -> Option<Line<'static>> {
    let last = width.checked_sub(1)?;
    if low >= high {
        return None;
    }
    let place = |wage: Option<Wage>| wage.map(|wage| cells((wage.dollars(period) - low) / (high - low), last));
    let points: Vec<usize> = range.points().into_iter().filter_map(|(_, wage)| place(wage)).collect();
    let (first, end) = (*points.first()?, *points.last()?);
    let (from, middle, to) = (place(range.p25), place(range.median), place(range.p75));
    let (left, right, half) = if look.ascii() { ("|", "|", "=") } else { ("├", "┤", "━") };
    let cell = |at: usize| match at {
        at if at < first || at > end => Span::raw(" "),
        at if Some(at) == middle => Span::styled(look.glyphs.full, look.key()),
        at if from.is_some_and(|from| from <= at) && to.is_some_and(|to| at <= to) => Span::raw(half),
        at if at == first => Span::styled(left, look.quiet()),
        at if at == end => Span::styled(right, look.quiet()),
        _ => Span::styled(look.rule(), look.quiet()),
    };
    Some((0..width).map(cell).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_their_width() {
        let look = Look::default();
        for share in [-1.0, 0.0, 0.33, 1.0, 7.0, f64::NAN] {
            let cells: usize = bar(look, share, 10, Style::new()).iter().map(Span::width).sum();
            assert_eq!(cells, 10);
        }
        for width in 0..30 {
            let mix = mix_bar(look, [(Label::E1, 1), (Label::E2, 1), (Label::E0, 1)], width);
            assert_eq!(mix.iter().map(Span::width).sum::<usize>(), width);
        }
        let mix = Line::from(mix_bar(look, [(Label::E1, 1), (Label::E2, 2), (Label::E0, 1)], 8));
        assert_eq!(mix.to_string(), "██▒▒▒▒··");
        assert!(mix_bar(look, [(Label::E1, 0), (Label::E2, 0), (Label::E0, 0)], 8).iter().all(|s| s.width() == 0));
    }

    #[test]
    fn a_role_stands_under_its_place() {
        let shown = distribution(Look::default(), &[0.0, 0.0, 1.0], 1.0, 5, Style::new()).unwrap();
        assert_eq!(shown.heights.to_string(), "█   ▆");
        assert_eq!(shown.mark.to_string(), "    ▲");
        for values in [&[][..], &[1.0, 1.0]] {
            assert!(distribution(Look::default(), values, 1.0, 5, Style::new()).is_none());
        }
    }

    #[test]
    fn a_range_marks_its_middle_half_and_its_median() {
        let cents = |dollars: u32| Some(Wage::Cents(dollars * 100));
        let mut range =
            WageRange { p10: cents(10), p25: cents(30), median: cents(50), p75: cents(70), p90: cents(90), mean: None };
        let text = |range: &WageRange| wage_range(Look::default(), range, Period::Year, 9).map(|line| line.to_string());
        assert_eq!(text(&range).as_deref(), Some("├─━━■━━─┤"));
        let on = |scale| wage_range_on(Look::default(), &range, Period::Year, 9, scale).map(|line| line.to_string());
        assert_eq!(on((10.0, 170.0)).as_deref(), Some("├━■━┤    "), "on a longer scale");
        range.p75 = None;
        assert_eq!(text(&range).as_deref(), Some("├───■───┤"));
        assert_eq!(text(&WageRange { p10: cents(10), ..WageRange::default() }), None);
    }
}
