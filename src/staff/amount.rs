//! Headcounts and pay as people write them.

use crate::catalog::figures::HOURS;

/// What a cell says that should hold a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Number(f64),
    /// Nothing, or a sign for nothing: `-`, `n/a`, `tbd`.
    Missing,
    /// Something that is no such number.
    Unreadable,
}

/// What stands for no number.
const MISSING: &str = "- -- — – . n/a na #n/a n.a. nil none null nan tbd tba unknown ? x";
/// What may stand behind a headcount.
const UNITS: &str =
    "fte ftes people persons person employees employee staff heads head posts post positions position ea hc";
/// No organisation has as many people in a row.
const MOST_PEOPLE: f64 = 10_000_000.0;
/// Below this an amount of dollars is an hour's pay, above it a year's, where the file does not say.
const MOST_AN_HOUR: f64 = 500.0;
/// No pay of a year is larger.
const MOST_DOLLARS: f64 = 1e9;

/// A headcount: `12`, `1,240`, `1,5`, `0.8 FTE`.
pub fn headcount(text: &str) -> Amount {
    let text = text.trim();
    if is_missing(text) {
        return Amount::Missing;
    }
    let number = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.' || letter == ' ');
    let unit = text.get(number.len()..).unwrap_or_default().trim().trim_matches('.').to_lowercase();
    let is_known = unit.is_empty() || UNITS.split(' ').any(|known| known == unit);
    match parsed(number).filter(|people| is_known && (0.0..=MOST_PEOPLE).contains(people)) {
        Some(people) => Amount::Number(people),
        None => Amount::Unreadable,
    }
}

/// Dollars a year: `$58,240`, `28.75` an hour, `58k`, `28.75/hr`. `hourly` says what the name of the column says; without
/// it the cell or the size decides.
pub fn pay(text: &str, hourly: Option<bool>) -> Amount {
    let text = text.trim().trim_start_matches("USD").trim_start_matches("US").trim_start();
    let text = text.trim_start_matches('$').trim();
    if is_missing(text) {
        return Amount::Missing;
    }
    let number = text.trim_end_matches(|letter: char| letter.is_alphabetic() || "/. $".contains(letter));
    let behind = text.get(number.len()..).unwrap_or_default().to_lowercase();
    let words: Vec<&str> =
        behind.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let (mut times, mut is_hourly) = (1.0, hourly);
    for word in words {
        match word {
            "k" => times = 1000.0,
            "h" | "hr" | "hour" | "hourly" => is_hourly = Some(true),
            "yr" | "year" | "annum" | "annual" | "annually" | "pa" => is_hourly = Some(false),
            "per" | "a" | "an" | "usd" | "dollars" => {}
            _ => return Amount::Unreadable,
        }
    }
    let Some(dollars) = parsed(number).map(|dollars| dollars * times) else { return Amount::Unreadable };
    let dollars = if is_hourly.unwrap_or(dollars < MOST_AN_HOUR) { dollars * HOURS } else { dollars };
    match dollars {
        d if d <= 0.0 => Amount::Missing,
        d if d < MOST_DOLLARS => Amount::Number(d),
        _ => Amount::Unreadable,
    }
}

fn is_missing(text: &str) -> bool {
    text.is_empty() || MISSING.split(' ').any(|missing| text.eq_ignore_ascii_case(missing))
}

/// A number with marks between its digits: the last mark is the decimal one where one or two digits follow it, or where
/// another mark stands before it; else marks part thousands.
fn parsed(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let (whole, part) = match text.rfind(['.', ',']) {
        None => (text.as_str(), ""),
        Some(at) => {
            let (whole, part) = (text.get(..at)?, text.get(at + 1..)?);
            let mark = text.get(at..=at)?;
            let is_decimal = part.len() != 3
                || (mark == "." && !whole.contains('.') && whole.len() > 3)
                || whole.contains(|letter| matches!(letter, '.' | ',') && !mark.contains(letter))
                || whole == "0";
            if is_decimal { (whole, part) } else { (text.as_str(), "") }
        }
    };
    let digits = |text: &str| text.chars().filter(|letter| !matches!(letter, '.' | ',')).collect::<String>();
    let number = format!("{}.{}", digits(whole), if part.is_empty() { "0" } else { part });
    let is_number = number.chars().all(|letter| letter.is_ascii_digit() || letter == '.') && number.len() > 2;
    (is_number && text.chars().any(|letter| letter.is_ascii_digit())).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headcounts_are_read_as_people_write_them() {
        for (text, people) in [
            ("1", 1.0),
            (" 12 ", 12.0),
            ("1,5", 1.5),
            ("0.8", 0.8),
            ("0.8 FTE", 0.8),
            ("12 FTE", 12.0),
            ("12FTEs", 12.0),
            ("1,240", 1240.0),
            ("1.240,5", 1240.5),
            ("1 240", 1240.0),
            ("3 employees", 3.0),
            ("0", 0.0),
            ("12.", 12.0),
            ("0.125", 0.125),
        ] {
            assert_eq!(headcount(text), Amount::Number(people), "{text}");
        }
        for text in ["", " ", "-", "n/a", "N/A", "—", "TBD"] {
            assert_eq!(headcount(text), Amount::Missing, "{text}");
        }
        for text in ["many", "-3", "(3)", "12 apples", "1e9", "99999999999", "FTE"] {
            assert_eq!(headcount(text), Amount::Unreadable, "{text}");
        }
    }

    #[test]
    fn pay_is_brought_to_a_year() {
        for (text, hourly, dollars) in [
            ("$58,240", None, 58_240.0),
            ("58240.50", None, 58_240.5),
            ("28.75", None, 28.75 * 2080.0),
            ("28.75", Some(true), 28.75 * 2080.0),
            ("$28.75/hr", Some(false), 28.75 * 2080.0),
            ("58k", None, 58_000.0),
            ("58.240,00", None, 58_240.0),
            ("USD 61,000 per year", None, 61_000.0),
            ("650", Some(true), 650.0 * 2080.0),
        ] {
            assert_eq!(pay(text, hourly), Amount::Number(dollars), "{text}");
        }
        assert_eq!([pay("", None), pay("0", None)], [Amount::Missing; 2]);
        for text in ["ask", "12-15", "$9,999,999,999", "30 apples"] {
            assert_eq!(pay(text, None), Amount::Unreadable, "{text}");
        }
    }
}
