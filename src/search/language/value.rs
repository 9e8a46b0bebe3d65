//! From what stands behind a colon to a filter.

use super::bounds::Bounds;
use super::chosen;
use super::field::{Field, STUDIES, groups};
use super::number::{self, Unread};
use super::scan::COMPARISONS;
use super::{Filter, Place};
use crate::catalog::{Band, Catalog, Metric, Unit};

/// Why a value could not be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, or what is missing.
    pub message: String,
    /// What to write instead of name and value.
    pub instead: Option<String>,
    /// Whether more letters may make it right.
    pub is_short: bool,
}

/// The filter of a value.
pub fn filter(name: &str, field: Field, value: &str, quoted: bool, catalog: &Catalog<'_>) -> Result<Filter, Fault> {
    match field {
        Field::Text(place) => text(name, place, value, quoted),
        Field::Group => group(value, catalog),
        Field::Band => bands(value),
        Field::Study => study(value),
        Field::Education => chosen::education(name, value),
        Field::Category => chosen::categories(name, value),
        Field::Interest => chosen::interests(name, value),
        Field::AtHome => chosen::at_home(name, value),
        Field::Figure(Metric::Index) if bands(value).is_ok() => bands(value),
        Field::Figure(Metric::Headcount) if catalog.headcounts().is_none() => Err(no_staff(name)),
        Field::Figure(metric) => figure(name, metric, value),
    }
}

fn text(name: &str, place: Place, value: &str, phrase: bool) -> Result<Filter, Fault> {
    if value.chars().any(char::is_alphanumeric) {
        return Ok(Filter::Text { place, text: value.to_owned(), phrase, open: false });
    }
    let example = match place {
        Place::Tool => "tool:\"power drill\"",
        Place::Task => "task:\"lesson plan\"",
        Place::Skill => "skill:programming",
        _ => "title:nurse",
    };
    Err(missing(format!("{name}: takes a word or a \"phrase\", without a space before it: {example}")))
}

/// Without a staff there is nobody to count, whatever the value.
fn no_staff(name: &str) -> Fault {
    let message = format!("{name}: no staff is open; `rolescope staff FILE` opens one");
    Fault { message, instead: None, is_short: false }
}

const fn missing(message: String) -> Fault {
    Fault { message, instead: None, is_short: true }
}

/// `group:15`, `group:computer`, `group:15,13`
fn group(value: &str, catalog: &Catalog<'_>) -> Result<Filter, Fault> {
    let mut wanted: Vec<u32> = Vec::new();
    for part in value.split(',').map(str::trim).filter(|part| part.chars().any(char::is_alphanumeric)) {
        let before = wanted.len();
        wanted.extend(groups(catalog).filter(|(digits, title)| names_group(part, *digits, title)).map(|(d, _)| d));
        if wanted.len() == before {
            return Err(no_group(part, catalog));
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Err(missing("group: takes the number of a major group or a word of its name: group:15".to_owned()));
    }
    Ok(Filter::Groups(wanted))
}

/// Whether a value names a group: its digits, or the beginnings of words of its title.
pub fn names_group(value: &str, digits: u32, title: &str) -> bool {
    let number = value.trim_end_matches("-0000").trim_end_matches('-');
    if number.bytes().all(|b| b.is_ascii_digit()) {
        return number.parse() == Ok(digits);
    }
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let value = value.to_lowercase();
    let mut asked = value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    // Every group is one of occupations.
    asked.peek().is_some() && asked.all(|word| word != "occupations" && words.iter().any(|w| w.starts_with(word)))
}

fn no_group(value: &str, catalog: &Catalog<'_>) -> Fault {
    let is_number = value.bytes().all(|b| b.is_ascii_digit());
    let message = if is_number {
        let (first, last) = groups(catalog).fold((99, 0), |(first, last), (d, _)| (d.min(first), d.max(last)));
        format!("group: {value} is no major group; they run from {first} to {last}")
    } else {
        format!("group: no major group has \"{value}\" in its name")
    };
    let value = value.to_lowercase();
    let words = groups(catalog).flat_map(|(_, title)| title.split(|c: char| !c.is_alphanumeric()));
    let nearest = words
        .filter(|word| word.len() > 3)
        .map(|word| (strsim::osa_distance(&value, &word.to_lowercase()), word.to_lowercase()))
        .min()
        .filter(|(distance, _)| !is_number && *distance <= 2);
    // A single digit is the first of two.
    let is_short = is_number && value.len() < 2;
    Fault { message, instead: nearest.map(|(_, word)| format!("group:{word}")), is_short }
}

/// `band:high`, `band:low,moderate`, `band:h`
fn bands(value: &str) -> Result<Filter, Fault> {
    const BANDS: [Band; 3] = [Band::Low, Band::Moderate, Band::High];
    let mut wanted = Vec::new();
    for part in value.split([',', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        let part = part.to_lowercase();
        let Some(band) = BANDS.into_iter().find(|band| band.word().to_lowercase().starts_with(&part)) else {
            let near = |band: &Band| strsim::osa_distance(&part, &band.word().to_lowercase()) <= 2;
            let instead = match part.as_str() {
                "medium" | "mid" | "middle" | "average" => Some(Band::Moderate),
                _ => BANDS.into_iter().find(near),
            };
            return Err(Fault {
                message: "band: takes low, moderate or high".to_owned(),
                instead: instead.map(|band| format!("band:{}", band.word().to_lowercase())),
                is_short: false,
            });
        };
        wanted.push(band);
    }
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        Err(missing("band: takes low, moderate or high".to_owned()))
    } else {
        Ok(Filter::Bands(wanted))
    }
}

/// `study:microsoft>80`, `study:aioe:70..90`, `study:anthropic`
fn study(value: &str) -> Result<Filter, Fault> {
    let list = "gpts, microsoft, aioe or anthropic";
    let end = value.find(|c: char| c == ':' || COMPARISONS.contains(&c)).unwrap_or(value.len());
    let (name, rest) = value.split_at_checked(end).unwrap_or((value, ""));
    if name.is_empty() {
        return Err(missing(format!("study: takes {list} and a comparison: study:microsoft>80")));
    }
    let known = Metric::from_key(name).filter(|metric| matches!(metric, Metric::Measure(_)));
    let Some(metric) = known else {
        let lower = name.to_lowercase();
        let begun = STUDIES.iter().find(|(key, _)| key.starts_with(&lower));
        let near = STUDIES.iter().find(|(key, _)| strsim::osa_distance(&lower, key) <= 2);
        return Err(Fault {
            message: format!("study: takes {list}"),
            instead: begun.or(near).map(|(key, _)| format!("study:{key}{rest}")),
            is_short: begun.is_some() && rest.is_empty(),
        });
    };
    let rest = rest.trim_start_matches(':');
    if rest.is_empty() { Ok(Filter::Figure(metric, Bounds::default())) } else { figure("study", metric, rest) }
}

fn figure(name: &str, metric: Metric, value: &str) -> Result<Filter, Fault> {
    let fault = |is_short| Fault { message: format!("{name}: takes {}", metric.takes()), instead: None, is_short };
    match number::bounds(value, metric) {
        Ok(bounds) if is_possible(metric, bounds) => Ok(Filter::Figure(metric, bounds)),
        Err(Unread::Missing) => Err(fault(true)),
        Err(Unread::Bare) => {
            // The field in the words of the one who typed it.
            let value = value.trim();
            Err(Fault {
                message: format!("{name}:{value} would mean exactly that"),
                instead: Some(format!("{name}:>={value}")),
                is_short: true,
            })
        }
        Ok(_) | Err(Unread::NoAmount) => Err(fault(false)),
    }
}

/// Whether some role could have such a figure.
fn is_possible(metric: Metric, bounds: Bounds) -> bool {
    let scale = match metric.unit() {
        Unit::Zone => (2.0, 5.0),
        Unit::Percentile => (0.0, 100.0),
        Unit::Percent if metric == Metric::SelfEmployed => (0.0, 100.0),
        _ => return true,
    };
    let starts_in = bounds.low.is_none_or(|end| end.value < scale.1 || (end.included && end.value <= scale.1));
    let ends_in = bounds.high.is_none_or(|end| end.value > scale.0 || (end.included && end.value >= scale.0));
    starts_in && ends_in
}
