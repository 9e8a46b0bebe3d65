//! Amounts and ranges as people type them: `100k`, `$95,000`, `>5%`, `60..90k`, `90th`.

use super::bounds::Bounds;
use crate::catalog::{Metric, Unit};

/// Why an amount or a range could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Something is still missing.
    Missing,
    /// It is one amount without a comparison, where that would match next to nothing.
    Bare,
    /// It is no amount.
    NoAmount,
}

/// The range of a value such as `>=100k`, `60k..90k`, `..90k`, `4`.
pub fn bounds(text: &str, metric: Metric) -> Result<Bounds, Unread> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Unread::Missing);
    }
    let amount = |text: &str| amount(text, metric).map(|amount| amount.value);
    if let Some((rest, sign)) = comparison(text) {
        if rest.is_empty() {
            return Err(Unread::Missing);
        }
        let value = amount(rest).ok_or(Unread::NoAmount)?;
        return Ok(match sign {
            Sign::More => Bounds::from(value, false),
            Sign::AtLeast => Bounds::from(value, true),
            Sign::Less => Bounds::up_to(value, false),
            Sign::AtMost => Bounds::up_to(value, true),
            Sign::Equal => Bounds::between(value, value),
        });
    }
    if let Some((low, high)) = range(text) {
        return match (low, high) {
            ("", "") => Ok(Bounds::default()),
            ("", high) => Ok(Bounds::up_to(amount(high).ok_or(Unread::NoAmount)?, true)),
            (low, "") => Ok(Bounds::from(amount(low).ok_or(Unread::NoAmount)?, true)),
            (low, high) => both(low, high, metric).ok_or(Unread::NoAmount),
        };
    }
    let value = amount(text).ok_or(Unread::NoAmount)?;
    match metric.unit() {
        Unit::Zone | Unit::Percentile => Ok(Bounds::between(value, value)),
        _ => Err(Unread::Bare),
    }
}

#[derive(Clone, Copy)]
enum Sign {
    More,
    AtLeast,
    Less,
    AtMost,
    Equal,
}

/// A comparison at the start, and what follows it.
fn comparison(text: &str) -> Option<(&str, Sign)> {
    let signs = [
        (">=", Sign::AtLeast),
        ("=>", Sign::AtLeast),
        ("≥", Sign::AtLeast),
        ("<=", Sign::AtMost),
        ("=<", Sign::AtMost),
        ("≤", Sign::AtMost),
        ("==", Sign::Equal),
        (">", Sign::More),
        ("<", Sign::Less),
        ("=", Sign::Equal),
    ];
    signs.into_iter().find_map(|(sign, of)| Some((text.strip_prefix(sign)?.trim_start(), of)))
}

/// The two sides of a range.
fn range(text: &str) -> Option<(&str, &str)> {
    if let Some((low, high)) = text.split_once("..") {
        return Some((low, high.trim_start_matches('.')));
    }
    if let Some(sides) = text.split_once('…').or_else(|| text.split_once('–')) {
        return Some(sides);
    }
    // A minus at the start is a sign; between two digits it makes a range.
    let place = text.char_indices().skip(1).find(|(_, letter)| *letter == '-')?.0;
    let (low, high) = (text.get(..place)?, text.get(place + 1..)?);
    (!high.is_empty()).then_some((low, high))
}

/// A range with both ends; a unit that only the second one has counts for both: `60..90k`.
fn both(low: &str, high: &str, metric: Metric) -> Option<Bounds> {
    let (low, high) = (amount(low, metric)?, amount(high, metric)?);
    let unit = if low.unit > 1.0 || low.value * high.unit > high.value { 1.0 } else { high.unit };
    Some(Bounds::between(low.value * unit, high.value))
}

#[derive(Clone, Copy)]
struct Amount {
    value: f64,
    /// 1, a thousand or a million.
    unit: f64,
}

fn amount(text: &str, metric: Metric) -> Option<Amount> {
    let text = text.trim();
    let (minus, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let counts = counts(metric);
    let is_wage = matches!(metric.unit(), Unit::DollarsAYear | Unit::DollarsAnHour);
    let text = if is_wage { text.strip_prefix('$').unwrap_or(text) } else { text };
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(digits)?;
    let is_percentile = metric.unit() == Unit::Percentile;
    let unit = match unit.to_lowercase().as_str() {
        "" => 1.0,
        "k" if counts => 1e3,
        "m" if counts => 1e6,
        "%" if is_percentile || metric.unit() == Unit::Percent => 1.0,
        "th" | "st" | "nd" | "rd" | "t" if is_percentile => 1.0,
        _ => return None,
    };
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let value: f64 = number.replace(',', "").parse().ok()?;
    let value = minus * value * unit;
    value.is_finite().then_some(Amount { value, unit })
}

/// Whether its amounts may be counted in thousands.
const fn counts(metric: Metric) -> bool {
    matches!(metric.unit(), Unit::DollarsAYear | Unit::People | Unit::Jobs)
}

/// An amount as the language writes it: `100k`, `2.5m`, `8.2`.
pub fn written(value: f64, metric: Metric) -> String {
    let counts = counts(metric);
    let whole_tenths = |unit: f64| (value / unit * 10.0).fract() == 0.0;
    match value.abs() {
        size if counts && size >= 1e6 && whole_tenths(1e6) => format!("{}m", value / 1e6),
        size if counts && size >= 1e3 && whole_tenths(1e3) => format!("{}k", value / 1e3),
        _ => format!("{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pay(text: &str) -> Result<Bounds, Unread> {
        bounds(text, Metric::Pay)
    }

    #[test]
    fn comparisons_and_units() {
        for text in [">=100k", "≥$100,000", "=>100000", "100k..", ">= 100K", ">=0.1m"] {
            assert_eq!(pay(text), Ok(Bounds::from(100_000.0, true)), "{text}");
        }
        assert_eq!(pay("<90k"), Ok(Bounds::up_to(90_000.0, false)));
        assert_eq!(bounds(">-2.5%", Metric::Change), Ok(Bounds::from(-2.5, false)));
        assert_eq!(bounds(">=90th", Metric::Index), Ok(Bounds::from(90.0, true)));
    }

    #[test]
    fn ranges_with_one_end_or_two() {
        for text in ["60k..90k", "60..90k", "$60,000..$90,000", "90k..60k", "60k-90k", "60k–90k", "60k…90k"] {
            assert_eq!(pay(text), Ok(Bounds::between(60_000.0, 90_000.0)), "{text}");
        }
        assert_eq!(pay("..90k"), Ok(Bounds::up_to(90_000.0, true)));
        assert_eq!(pay(".."), Ok(Bounds::default()));
        assert_eq!(bounds("-5..-1", Metric::Change), Ok(Bounds::between(-5.0, -1.0)));
        assert_eq!(bounds("3-4", Metric::JobZone), Ok(Bounds::between(3.0, 4.0)));
        assert_eq!(pay("500..90k"), Ok(Bounds::between(500.0, 90_000.0)), "five hundred thousand is more than ninety");
    }

    #[test]
    fn what_is_no_amount_is_not_read() {
        for text in ["abc", ">x", "1x", "..x", "12k%", "1..2..3", "$", "--1", "1e5", ".", "∞", "９"] {
            assert_eq!(pay(text), Err(Unread::NoAmount), "{text}");
        }
        assert_eq!(pay(&format!(">{}", "9".repeat(400))), Err(Unread::NoAmount));
        assert_eq!((pay(""), pay(">"), pay("100k")), (Err(Unread::Missing), Err(Unread::Missing), Err(Unread::Bare)));
        assert_eq!(bounds(">5k", Metric::JobZone), Err(Unread::NoAmount));
    }

    #[test]
    fn amounts_are_written_as_they_are_read() {
        for (value, text) in [(100_000.0, "100k"), (95_500.0, "95.5k"), (2_500_000.0, "2.5m"), (108_970.0, "108970")] {
            assert_eq!(written(value, Metric::Pay), text);
        }
        assert_eq!(written(8.2, Metric::Change), "8.2");
    }
}
