//! Filters are query text: the one place that writes terms of the query language, such as `group:15` or `pay:>=100k`.

use crate::catalog::{Band, Catalog, Metric, Percentile, Role, grouped};
use crate::search::Engine;
use crate::search::language::{LeftOut, Parsed};

/// What a term of a filter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The major group, by two digits.
    Group,
    /// The job zone.
    Zone,
    /// The band of the index.
    Band,
    /// The median wage of a year.
    Pay,
    /// The projected change in percent.
    Growth,
    /// The index.
    Exposure,
}

impl Facet {
    /// The word before the colon.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Zone => "zone",
            Self::Band => "band",
            Self::Pay => "pay",
            Self::Growth => "growth",
            Self::Exposure => "exposure",
        }
    }

    /// The values that a key goes through, after the last of which there is no term.
    pub const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Zone => &["2", "3", "4", "5"],
            Self::Band => &["low", "moderate", "high"],
            Self::Pay => &[">=50k", ">=75k", ">=100k", ">=150k"],
            Self::Growth => &[">0", ">=3", ">=7", "<0"],
            Self::Group | Self::Exposure => &[],
        }
    }

    /// The term with a value.
    pub fn term(self, value: &str) -> String {
        format!("{}:{value}", self.key())
    }
}

/// The term of a band.
pub fn band(band: Band) -> String {
    Facet::Band.term(&band.word().to_ascii_lowercase())
}

/// Whether a word joins alternatives.
fn is_or(word: &str) -> bool {
    matches!(word, "OR" | "or" | "|" | "||")
}

/// Whether a text has alternatives outside brackets: a term behind it would belong to the last one alone.
pub fn is_open(text: &str) -> bool {
    words(text).into_iter().any(is_or)
}

/// Two queries of which both hold.
pub fn both(one: &str, other: &str) -> String {
    let bracketed = |text: &str| if is_open(text) { format!("({text})") } else { text.to_owned() };
    match (one.trim(), other.trim()) {
        ("", only) | (only, "") => only.to_owned(),
        (one, other) => format!("{} {}", bracketed(one), bracketed(other)),
    }
}

/// The words of a text; what stands in quotes is one, and what stands in brackets where there are operators.
fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start, mut quoted, mut depth) = (Vec::new(), 0, false, 0_usize);
    let groups = text.split_whitespace().any(|word| is_or(word) || word == "NOT" || word == "AND");
    for (at, letter) in text.char_indices() {
        quoted ^= letter == '"';
        match letter {
            '(' if groups && !quoted => depth += 1,
            ')' if groups && !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter.is_whitespace() && !quoted && depth == 0 {
            words.push((start, at));
            start = at + letter.len_utf8();
        }
    }
    words.push((start, text.len()));
    words.into_iter().filter_map(|(from, to)| text.get(from..to)).filter(|word| !word.is_empty()).collect()
}

fn value_in(word: &str, facet: Facet) -> Option<&str> {
    let (key, value) = word.split_once(':')?;
    key.eq_ignore_ascii_case(facet.key()).then_some(value)
}

/// The value of the first term about something.
pub fn value(text: &str, facet: Facet) -> Option<&str> {
    if is_open(text) { None } else { words(text).into_iter().find_map(|word| value_in(word, facet)) }
}

/// The text with one term about something, or with none; the term stays where it stood, a new one comes last.
pub fn with(text: &str, facet: Facet, value: Option<&str>) -> String {
    let mut new = value.map(|value| facet.term(value));
    if is_open(text) {
        return new.map_or_else(|| text.to_owned(), |new| both(text, &new));
    }
    let mut kept: Vec<String> = Vec::new();
    for word in words(text) {
        if value_in(word, facet).is_none() {
            kept.push(word.to_owned());
        } else {
            kept.extend(new.take());
        }
    }
    kept.extend(new);
    kept.join(" ")
}

/// The text with the next value of what a key goes through.
pub fn next(text: &str, facet: Facet) -> String {
    let steps = facet.steps();
    let next = match value(text, facet) {
        Some(value) => match steps.iter().position(|step| step.eq_ignore_ascii_case(value)) {
            Some(place) => steps.get(place + 1),
            None => steps.first(),
        },
        None => steps.first(),
    };
    with(text, facet, next.copied())
}

/// At least the pay of a role and less overlap; none where its pay or its index is missing, or nothing is below it. The
/// index is compared as it is shown, rounded.
pub fn better_than(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<String> {
    let pay = Metric::Pay.value(catalog, role)?;
    let index = Percentile(Metric::Index.value(catalog, role)?).rounded();
    (index > 1)
        .then(|| format!("{} {}", Facet::Pay.term(&format!(">={pay:.0}")), Facet::Exposure.term(&format!("<{index}"))))
}

/// What a filter by a figure left out for want of it.
pub fn left_out_text(left_out: &LeftOut) -> String {
    let has =
        |count: usize| format!("{} {}", grouped(count as u64), if count == 1 { "role has" } else { "roles have" });
    let what = match left_out.metric {
        Metric::Index => "no exposure index".to_owned(),
        metric => format!("no published {}", metric.name()),
    };
    let missing = (left_out.missing > 0).then(|| format!("{} {what}", has(left_out.missing)));
    let above = || format!("{} a pay at or above the survey's ceiling, which may be more", has(left_out.undecided));
    let undecided = (left_out.undecided > 0).then(above);
    let parts: Vec<String> = missing.into_iter().chain(undecided).collect();
    format!("{}: left out by the filter", parts.join(", "))
}

/// What the filter left out and what of it could not be used; while it is typed, not what may still become a term.
pub fn remarks(engine: &Engine, parsed: &Parsed, typing: bool) -> Vec<String> {
    if parsed.text.trim().is_empty() {
        return Vec::new();
    }
    let problems = parsed.problems.iter().filter(|problem| !(typing && problem.unfinished));
    let left_out = engine.find(parsed, 1).left_out;
    problems.map(ToString::to_string).chain(left_out.iter().map(left_out_text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_term_holds_for_every_alternative() {
        assert_eq!(with("nurse OR plumber", Facet::Zone, Some("3")), "(nurse OR plumber) zone:3");
        assert_eq!(with("(nurse OR plumber) zone:3", Facet::Zone, Some("4")), "(nurse OR plumber) zone:4");
        assert_eq!(with("(nurse OR zone:2) zone:3", Facet::Zone, None), "(nurse OR zone:2)");
        assert_eq!(with("zone:2 OR zone:3", Facet::Zone, None), "zone:2 OR zone:3");
        assert_eq!((value("zone:2 OR zone:3", Facet::Zone), value("(a OR b) zone:3", Facet::Zone)), (None, Some("3")));
        assert_eq!(both("a OR b", "c | d"), "(a OR b) (c | d)");
        assert_eq!((both("", "c"), both("a", ""), both("a", "b")), ("c".into(), "a".into(), "a b".into()));
    }

    #[test]
    fn terms_are_put_in_replaced_and_taken_out() {
        assert_eq!(with("", Facet::Zone, Some("4")), "zone:4");
        assert_eq!(with("nurse zone:4  aide", Facet::Zone, Some("5")), "nurse zone:5 aide");
        assert_eq!(with("nurse Zone:4 aide zone:3", Facet::Zone, None), "nurse aide");
        assert_eq!(with("\"zone:4 is quoted\" -x", Facet::Zone, Some("2")), "\"zone:4 is quoted\" -x zone:2");
        assert_eq!(value("a group:15 b", Facet::Group), Some("15"));
        assert_eq!(value("group 15", Facet::Group), None);
    }

    #[test]
    fn a_key_goes_through_its_values_and_out() {
        let mut text = "nurse".to_owned();
        let mut seen = Vec::new();
        for _ in 0..5 {
            text = next(&text, Facet::Zone);
            seen.push(text.clone());
        }
        assert_eq!(seen, ["nurse zone:2", "nurse zone:3", "nurse zone:4", "nurse zone:5", "nurse"]);
        assert_eq!(next("pay:>=61010", Facet::Pay), "pay:>=50k");
        assert_eq!(band(Band::Moderate), "band:moderate");
    }

    #[test]
    fn what_a_filter_leaves_out_is_said() {
        let text = |missing, undecided| left_out_text(&LeftOut { metric: Metric::Pay, missing, undecided });
        assert_eq!(text(1, 0), "1 role has no published median annual pay: left out by the filter");
        assert!(text(2, 3).starts_with("2 roles have no published median annual pay, 3 roles have a pay at or above"));
    }

    #[test]
    fn better_needs_a_pay_and_an_index() {
        let catalog = fixture::catalog();
        let [bees, _, other] = &catalog.roles[..] else { panic!("three roles") };
        assert_eq!(better_than(catalog, bees).as_deref(), Some("pay:>=51230 exposure:<20"));
        assert_eq!(better_than(catalog, other), None);
    }
}
