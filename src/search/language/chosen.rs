//! Values that are few and have names: levels of education, BLS's categories, interests.

use super::Filter;
use super::value::Fault;
use crate::catalog::role::INTERESTS;
use crate::catalog::{AiCategory, EntryEducation};

/// Values that stand in an order and have names.
pub trait Level: Copy + Ord + 'static {
    /// All, from the lowest.
    const ALL: &'static [Self];

    /// Its word in queries.
    fn word(self) -> &'static str;

    /// The level that a word names which is no beginning of its own; in lower case, with dashes.
    fn everyday(word: &str) -> Option<Self>;

    /// What is meant by words that name several levels.
    fn several(_field: &str, _word: &str) -> Option<Vec<Self>> {
        None
    }
}

impl Level for EntryEducation {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.word()
    }

    fn everyday(word: &str) -> Option<Self> {
        Some(match word {
            "no" | "nothing" | "no-credential" => Self::None,
            "hs" | "highschool" | "diploma" | "ged" | "secondary" => Self::HighSchool,
            "college" | "somecollege" => Self::SomeCollege,
            "certificate" | "award" | "postsecondary" | "non-degree" | "vocational" => Self::Nondegree,
            "aa" | "as" | "associates" => Self::Associate,
            "ba" | "bs" | "bachelors" | "undergraduate" => Self::Bachelor,
            "ma" | "ms" | "mba" | "masters" | "graduate" => Self::Master,
            "phd" | "md" | "jd" | "doctor" | "doctorate" | "professional" => Self::Doctoral,
            _ => return None,
        })
    }

    /// A degree without another word is a bachelor's.
    fn several(field: &str, word: &str) -> Option<Vec<Self>> {
        let by_degree = field == "degree";
        match word {
            "no-degree" | "nodegree" => from_to(None, Some((Self::Bachelor, false))),
            "none" | "no" if by_degree => from_to(None, Some((Self::Bachelor, false))),
            "degree" | "any" => from_to(Some((Self::Bachelor, true)), None),
            "yes" if by_degree => from_to(Some((Self::Bachelor, true)), None),
            _ => None,
        }
    }
}

impl Level for AiCategory {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.word()
    }

    fn everyday(word: &str) -> Option<Self> {
        match word {
            "veryhigh" | "highest" => Some(Self::VeryHigh),
            "medium" | "mid" | "middle" => Some(Self::Moderate),
            _ => None,
        }
    }
}

/// A word as levels are named: in lower case, with dashes.
fn named(word: &str) -> String {
    word.trim().trim_matches('"').to_lowercase().replace([' ', '_'], "-").replace(['\'', '’'], "")
}

/// The level that a word names: its own, a beginning of it, or an everyday one.
fn level<L: Level>(word: &str) -> Option<L> {
    let word = named(word);
    let begun = |level: &L| word.len() > 1 && level.word().starts_with(&word);
    L::everyday(&word).or_else(|| L::ALL.iter().copied().find(begun))
}

/// `education:bachelor`, `education:<bachelor`, `education:none,high-school`, `education:associate..master`,
/// `education:no-degree`.
pub fn education(name: &str, value: &str) -> Result<Filter, Fault> {
    levels(name, value).map(Filter::Education)
}

/// `bls:very-high`, `bls:>=high`, `bls:low,moderate`.
pub fn categories(name: &str, value: &str) -> Result<Filter, Fault> {
    levels(name, value).map(Filter::Categories)
}

fn levels<L: Level>(name: &str, value: &str) -> Result<Vec<L>, Fault> {
    let words: Vec<&str> = L::ALL.iter().map(|level| level.word()).collect();
    let fault = |is_short, instead| Fault {
        message: format!("{name}: takes {}; or < <= > >= before one", words.join(", ")),
        instead,
        is_short,
    };
    let mut levels: Vec<L> = Vec::new();
    for part in value.split([',', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        let known = part.strip_prefix(':').unwrap_or(part);
        let Some(matching) = L::several(name, &named(known)).or_else(|| compared(known)) else {
            let bare = known.trim_start_matches(super::scan::COMPARISONS);
            let near = words.iter().find(|word| strsim::osa_distance(word, &bare.to_lowercase()) <= 2);
            let sign = known.strip_suffix(bare).unwrap_or_default();
            return Err(fault(bare.len() < 2, near.map(|word| format!("{name}:{sign}{word}"))));
        };
        levels.extend(matching);
    }
    levels.sort_unstable();
    levels.dedup();
    if levels.is_empty() { Err(fault(value.trim().is_empty(), None)) } else { Ok(levels) }
}

type Edge<L> = Option<(L, bool)>;

/// The levels from one to another, each with whether it belongs to them.
#[allow(clippy::unnecessary_wraps, reason = "as the other ways to read a value")]
fn from_to<L: Level>(low: Edge<L>, high: Edge<L>) -> Option<Vec<L>> {
    let above = |level: &L| low.is_none_or(|(low, with)| *level > low || (with && *level == low));
    let below = |level: &L| high.is_none_or(|(high, with)| *level < high || (with && *level == high));
    Some(L::ALL.iter().copied().filter(above).filter(below).collect())
}

/// The levels of a comparison, a range or one level.
fn compared<L: Level>(text: &str) -> Option<Vec<L>> {
    let signs = [(">=", false, true), ("=>", false, true), ("≥", false, true), (">", false, false)];
    let down = [("<=", true, true), ("=<", true, true), ("≤", true, true), ("<", true, false)];
    for (sign, is_high, with) in signs.into_iter().chain(down) {
        if let Some(rest) = text.strip_prefix(sign) {
            let edge = Some((level(rest)?, with));
            return if is_high { from_to(None, edge) } else { from_to(edge, None) };
        }
    }
    if let Some((low, high)) = text.split_once("..") {
        let edge = |text: &str| if text.is_empty() { Some(None) } else { level(text).map(|level| Some((level, true))) };
        return from_to(edge(low)?, edge(high)?);
    }
    Some(vec![level(text.trim_start_matches('='))?])
}

/// Levels as the language writes them: up to a level, from one on, or each by name.
pub fn levels_text<L: Level>(levels: &[L]) -> String {
    let all = L::ALL;
    let of = |level: Option<&L>| level.map_or("", |level| level.word());
    match levels.len() {
        count if count == all.len() => "..".to_owned(),
        2.. if all.starts_with(levels) => format!("<{}", of(all.get(levels.len()))),
        2.. if all.ends_with(levels) => format!(">={}", of(levels.first())),
        _ => levels.iter().map(|level| level.word()).collect::<Vec<_>>().join(","),
    }
}

/// `interest:social`, `interest:SA`, `interest:artistic,social`: the first interests, in that order.
pub fn interests(name: &str, value: &str) -> Result<Filter, Fault> {
    let mut lists: Vec<Vec<u8>> = Vec::new();
    for part in value.split([',', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        match interest_list(part) {
            Some(list) if !lists.contains(&list) => lists.push(list),
            Some(_) => {}
            None => {
                let lower = part.to_lowercase();
                let near = INTERESTS.iter().find(|known| strsim::osa_distance(&known.to_lowercase(), &lower) <= 2);
                return Err(Fault {
                    message: format!("{name}: takes {}, or their letters: SA", INTERESTS.join(", ").to_lowercase()),
                    instead: near.map(|near| format!("{name}:{}", near.to_lowercase())),
                    is_short: false,
                });
            }
        }
    }
    if lists.is_empty() {
        let message = format!("{name}: takes an interest or letters of RIASEC: {name}:social, {name}:SA");
        return Err(Fault { message, instead: None, is_short: true });
    }
    Ok(Filter::Interests(lists))
}

/// One interest by the beginning of its name, or several by their letters, each once.
fn interest_list(text: &str) -> Option<Vec<u8>> {
    let lower = text.to_lowercase();
    let place = |begun: &str| (0..).zip(INTERESTS).find(|(_, name)| name.to_lowercase().starts_with(begun));
    // Letters first: SE is Social and Enterprising, soc a beginning.
    let mut places: Vec<u8> = Vec::new();
    for letter in lower.chars() {
        match place(&letter.to_string()) {
            Some((place, _)) if !places.contains(&place) => places.push(place),
            _ => return Some(vec![place(&lower).filter(|_| lower.len() > 1)?.0]),
        }
    }
    // `rea` is no code, as its letters are: the whole of a name's beginning is read as the name from three letters on.
    match place(&lower) {
        Some((place, _)) if lower.len() > 2 => Some(vec![place]),
        _ => (!places.is_empty()).then_some(places),
    }
}

/// Interests as the language writes them.
pub fn interests_text(lists: &[Vec<u8>]) -> String {
    let name = |place: &u8| INTERESTS.get(usize::from(*place)).copied().unwrap_or_default();
    let each = lists.iter().map(|list| match list.as_slice() {
        [one] => name(one).to_lowercase(),
        several => several.iter().filter_map(|place| name(place).chars().next()).collect(),
    });
    each.collect::<Vec<_>>().join(",")
}

/// `yes` or `no`, or an everyday word for it.
pub fn yes_or_no(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// `home:yes`, `home:no`
pub fn at_home(name: &str, value: &str) -> Result<Filter, Fault> {
    let value = value.trim().trim_start_matches('=').trim();
    if let Some(possible) = yes_or_no(value) {
        return Ok(Filter::AtHome(possible));
    }
    let lower = value.to_lowercase();
    let near = |word: &&str| word.starts_with(&lower) || strsim::osa_distance(&lower, word) <= 1;
    let instead = ["yes", "no"].into_iter().filter(|_| !value.is_empty()).find(near);
    Err(Fault {
        message: format!("{name}: takes yes or no: {name}:yes"),
        instead: instead.map(|word| format!("{name}:{word}")),
        is_short: "yes".starts_with(&lower),
    })
}

/// The words that are offered for work at home.
pub fn at_home_words() -> Vec<(String, &'static str)> {
    vec![("yes".to_owned(), "its tasks can be done at home"), ("no".to_owned(), "they cannot")]
}

/// The words that are offered for education, each with its meaning.
pub fn education_words() -> Vec<(String, &'static str)> {
    EntryEducation::ALL.map(|level| (level.word().to_owned(), level.name())).to_vec()
}

/// The words that are offered for BLS's category.
pub fn category_words() -> Vec<(String, &'static str)> {
    AiCategory::ALL.map(|category| (category.word().to_owned(), "BLS's relative AI exposure")).to_vec()
}

/// The words that are offered for interests.
pub fn interest_words() -> Vec<(String, &'static str)> {
    INTERESTS.map(|name| (name.to_lowercase(), "first interest")).to_vec()
}
