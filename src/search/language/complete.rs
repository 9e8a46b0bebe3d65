//! What the word at the cursor may be completed to: fields, comparisons, units, and values that are few.

use std::ops::Range;

use super::Parsed;
use super::chosen;
use super::field::{self, Field, GUIDE, HEADCOUNT, STUDIES, groups};
use super::scan::{COMPARISONS, Piece, pieces};
use super::value::names_group;
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, Metric, Unit};

/// What may stand in place of a part of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the text that an offer replaces.
    pub span: Range<usize>,
    /// What may stand there, the likeliest first; never empty.
    pub offers: Vec<Offer>,
}

/// One way to complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is put in.
    pub text: String,
    /// What it means, in a few words.
    pub means: String,
}

/// The shortest word that is taken for the beginning of a field.
const SHORTEST: usize = 2;

/// What the word that ends at the cursor may be completed to, or what a problem of the query suggests; `None` where
/// nothing fits.
pub fn complete(text: &str, cursor: usize, parsed: &Parsed, catalog: &Catalog<'_>) -> Option<Completion> {
    let piece = pieces(text).into_iter().find(|piece| piece.span.end == cursor);
    let at_cursor = piece.and_then(|piece| {
        let typed = text.get(piece.span.clone()).unwrap_or_default();
        let mut offers = offers(text, &piece, catalog);
        offers.retain(|offer| offer.text != typed);
        (!offers.is_empty()).then_some(Completion { span: piece.span, offers })
    });
    at_cursor.or_else(|| meant(cursor, parsed))
}

/// What a problem suggests: the one at the cursor, or the first.
fn meant(cursor: usize, parsed: &Parsed) -> Option<Completion> {
    let suggested = parsed.problems.iter().filter_map(|problem| Some((&problem.span, problem.instead.clone()?)));
    let (span, text) = suggested.min_by_key(|(span, _)| span.end != cursor)?;
    Some(Completion { span: span.clone(), offers: vec![Offer { text, means: "as suggested".to_owned() }] })
}

fn offers(text: &str, piece: &Piece, catalog: &Catalog<'_>) -> Vec<Offer> {
    let part = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let minus = if piece.without { "-" } else { "" };
    let (name, value) = (part(&piece.name), part(&piece.value));
    if piece.quoted {
        return Vec::new();
    }
    if name.is_empty() {
        return fields(value, minus, catalog);
    }
    let colon = if piece.colon { ":" } else { "" };
    let with =
        |value: &str, means: &str| Offer { text: format!("{minus}{name}{colon}{value}"), means: means.to_owned() };
    match Field::of(name) {
        Some(Field::Group) if piece.colon => group_offers(value, catalog, &with),
        Some(Field::Band) if piece.colon => {
            let lower = value.to_lowercase();
            let bands = [("low", "up to the 33rd"), ("moderate", "34th to 66th"), ("high", "from the 67th on")];
            bands.iter().filter(|(band, _)| band.starts_with(&lower)).map(|(band, means)| with(band, means)).collect()
        }
        Some(Field::Study) if piece.colon => study_offers(value, &with),
        Some(Field::Education) => chosen_offers(value, &chosen::education_words(), &with),
        Some(Field::Category) => chosen_offers(value, &chosen::category_words(), &with),
        Some(Field::Interest) if piece.colon => chosen_offers(value, &chosen::interest_words(), &with),
        Some(Field::AtHome) if piece.colon => chosen_offers(value, &chosen::at_home_words(), &with),
        Some(Field::Figure(Metric::Headcount)) if catalog.headcounts().is_none() => Vec::new(),
        Some(Field::Figure(metric)) => figure_offers(value, metric, &with),
        // Words are found while they are typed.
        _ => Vec::new(),
    }
}

fn fields(word: &str, minus: &str, catalog: &Catalog<'_>) -> Vec<Offer> {
    let lower = word.to_lowercase();
    if lower.len() < SHORTEST {
        return Vec::new();
    }
    field::names(catalog)
        .filter(|name| name.starts_with(&lower))
        .map(|name| {
            let guide = GUIDE.iter().map(|(known, _, means)| (*known, *means)).chain([HEADCOUNT]);
            let means = guide.into_iter().find(|(known, _)| *known == name).map(|(_, means)| means);
            let means = means.unwrap_or("percentile of that study");
            Offer { text: format!("{minus}{name}:"), means: means.to_owned() }
        })
        .collect()
}

fn group_offers(value: &str, catalog: &Catalog<'_>, with: &dyn Fn(&str, &str) -> Offer) -> Vec<Offer> {
    let fits = |digits: u32, title: &str| {
        let digits = format!("{digits:02}");
        value.is_empty() || digits.starts_with(value) || names_group(value, digits.parse().unwrap_or(0), title)
    };
    groups(catalog)
        .filter(|(digits, title)| fits(*digits, title))
        .map(|(digits, title)| with(&format!("{digits:02}"), short_group(title)))
        .collect()
}

/// Offers for the last of several values, behind a comparison or a comma.
fn chosen_offers(value: &str, words: &[(String, &'static str)], with: &dyn Fn(&str, &str) -> Offer) -> Vec<Offer> {
    let at = value.rfind(|c: char| c == ',' || COMPARISONS.contains(&c)).map_or(0, |at| at + 1);
    let (before, typed) = value.split_at_checked(at).unwrap_or(("", value));
    let typed = typed.trim().to_lowercase();
    let begun = words.iter().filter(|(word, _)| word.starts_with(&typed));
    begun.map(|(word, means)| with(&format!("{before}{word}"), means)).collect()
}

fn study_offers(value: &str, with: &dyn Fn(&str, &str) -> Offer) -> Vec<Offer> {
    if let Some(end) = value.find(COMPARISONS) {
        let (study, rest) = value.split_at_checked(end).unwrap_or((value, ""));
        let whole = |value: &str, means: &str| with(&format!("{study}{value}"), means);
        return figure_offers(rest, Metric::Index, &whole);
    }
    let lower = value.to_lowercase();
    if STUDIES.iter().any(|(key, _)| *key == lower) {
        let whole = |sign: &str, means: &str| with(&format!("{value}{sign}"), means);
        return figure_offers("", Metric::Index, &whole);
    }
    STUDIES.iter().filter(|(key, _)| key.starts_with(&lower)).map(|(key, study)| with(key, study.name())).collect()
}

fn figure_offers(value: &str, metric: Metric, with: &dyn Fn(&str, &str) -> Offer) -> Vec<Offer> {
    if value.is_empty() && metric == Metric::JobZone {
        let zones = [("2", "zones 1 and 2"), ("3", "some preparation"), ("4", "much"), ("5", "most")];
        return zones.iter().map(|(zone, means)| with(zone, means)).collect();
    }
    let signs = [(">=", "at least"), ("<=", "at most"), (">", "more than"), ("<", "less than")];
    if value.chars().all(|c| COMPARISONS.contains(&c)) {
        let begun = signs.iter().filter(|(sign, _)| sign.starts_with(value));
        return begun.map(|(sign, means)| with(sign, means)).collect();
    }
    // An amount without a unit.
    let digits = value.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = value.len().checked_sub(digits + 1).and_then(|at| value.as_bytes().get(at));
    if !(1..=3).contains(&digits) || before == Some(&b',') {
        return Vec::new();
    }
    units(metric).iter().map(|(unit, means)| with(&format!("{value}{unit}"), means)).collect()
}

/// The units that an amount may have, each with what it means.
fn units(metric: Metric) -> &'static [(&'static str, &'static str)] {
    match metric.unit() {
        Unit::DollarsAYear | Unit::People | Unit::Jobs => &[("k", "thousand"), ("m", "million")],
        Unit::Percent if metric == Metric::Change => &[("%", "over ten years")],
        Unit::Percent => &[("%", "of all who work there")],
        Unit::Percentile => &[("th", "percentile")],
        Unit::DollarsAnHour | Unit::Zone | Unit::Importance | Unit::Entry => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::fixture;

    fn offered(text: &str) -> Vec<String> {
        offered_of(text, fixture::catalog())
    }

    fn offered_of(text: &str, catalog: &Catalog<'_>) -> Vec<String> {
        let parsed = parse(text, catalog);
        complete(text, text.len(), &parsed, catalog).map_or_else(Vec::new, |completion| {
            completion
                .offers
                .into_iter()
                .map(|offer| format!("{}{}", &text[..completion.span.start], offer.text))
                .collect()
        })
    }

    #[test]
    fn the_headcount_is_offered_where_a_staff_is_counted() {
        let (nation, staffed) = (fixture::catalog(), fixture::staffed());
        assert_eq!(offered_of("headc", &staffed), ["headcount:"]);
        assert_eq!(offered_of("headcount:>", &staffed), ["headcount:>="]);
        assert!(offered_of("headc", nation).is_empty() && offered_of("headcount:>", nation).is_empty());
    }

    #[test]
    fn fields_comparisons_units_and_values_are_completed() {
        assert_eq!(offered("bee pa"), ["bee pay:"]);
        assert_eq!(offered("-gr"), ["-group:", "-growth:"]);
        assert_eq!(offered("pay:"), ["pay:>=", "pay:<=", "pay:>", "pay:<"]);
        assert_eq!(offered("pay:>"), ["pay:>="]);
        assert_eq!(offered("pay:>=100"), ["pay:>=100k", "pay:>=100m"]);
        assert_eq!(offered("pay:60k..90"), ["pay:60k..90k", "pay:60k..90m"]);
        assert_eq!(offered("growth:>5"), ["growth:>5%"]);
        assert_eq!(offered("exposure:>80"), ["exposure:>80th"]);
        assert_eq!(offered("study:aioe>80"), ["study:aioe>80th"]);
        assert_eq!(offered("group:"), ["group:45", "group:55"]);
        assert_eq!(offered("group:farm"), ["group:45"]);
        assert_eq!(offered("band:h"), ["band:high"]);
        assert_eq!(offered("study:a"), ["study:aioe", "study:anthropic"]);
        assert_eq!(offered("study:aioe")[0], "study:aioe>=");
        assert_eq!(offered("zone:").len(), 4);
        assert_eq!(offered("education:<bach"), ["education:<bachelor"]);
        assert_eq!(offered("education:none,hi"), ["education:none,high-school"]);
        assert_eq!(offered("interest:s"), ["interest:social"]);
        assert_eq!(offered("self"), ["self-employed:"]);
        assert_eq!(offered("hom"), ["home:"]);
        assert_eq!(offered("home:"), ["home:yes", "home:no"]);
        assert_eq!(offered("-remote:n"), ["-remote:no"]);
        assert_eq!(offered("(bee OR pa"), ["(bee OR pay:"]);
        assert_eq!(offered("pya:>3"), ["pay:>3"]);
        assert_eq!(offered("pya:>3 nurse"), ["pay:>3"], "a suggestion is taken from behind, too");
        for done in [
            "",
            "bee",
            "t",
            "bee ",
            "pay:>=100k",
            "pay:>=100,000",
            "group:45",
            "band:high",
            "exposure:>80th",
            "zone:3",
            "home:yes",
            "\"pa",
        ] {
            assert!(offered(done).is_empty(), "{done}: {:?}", offered(done));
        }
    }
}
