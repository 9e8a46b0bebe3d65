//! Headings: which lines are one, and what stands below them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Holds;

/// The most words of a heading.
const MOST_WORDS: usize = 9;
/// The most bytes of a heading that is told by its shape alone.
const LONGEST: usize = 80;

/// What stands below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// One kind, mostly.
    Of(Holds),
    /// What the job is, or what the applicant is, and often talk.
    Summary,
    /// What is demanded: skills, schooling, manners and checks side by side.
    Requirements,
    /// The jobs held, or the years demanded.
    Experience,
    /// None: a line of a web page's controls, such as "Help" or "Apply now", below which goes on what stood above.
    Button,
    /// A heading that is not known.
    Other,
}

impl Section {
    fn of(key: &str) -> Option<Self> {
        match key {
            "summary" => Some(Self::Summary),
            "requirements" => Some(Self::Requirements),
            "experience" => Some(Self::Experience),
            "button" => Some(Self::Button),
            _ => Holds::ALL.into_iter().find(|holds| holds.key() == key).map(Self::Of),
        }
    }

    /// Its stable key: in the table of headings, and in that of the passages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Of(holds) => holds.key(),
            Self::Summary => "summary",
            Self::Requirements => "requirements",
            Self::Experience => "experience",
            Self::Button => "button",
            Self::Other => "other",
        }
    }

    /// What the heading itself holds.
    pub const fn holds(self) -> Holds {
        match self {
            Self::Of(holds) => holds,
            Self::Summary | Self::Experience | Self::Other => Holds::Duty,
            Self::Requirements => Holds::Skill,
            Self::Button => Holds::Application,
        }
    }
}

/// The headings of `assets/words/headings.csv`.
static KNOWN: LazyLock<HashMap<&'static str, Section>> =
    LazyLock::new(|| rows().filter_map(|(said, holds, _)| Some((said, Section::of(holds)?))).collect());

/// Those below which a line or two stand, and no more.
static BRIEF: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows().filter(|(_, _, lasts)| *lasts == "line").map(|(said, ..)| said).collect());

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("../../../assets/words/headings.csv").lines().skip(1);
    lines.filter_map(|line| {
        let (said, rest) = line.split_once(',')?;
        let (holds, lasts) = rest.split_once(',')?;
        Some((said, holds, lasts))
    })
}

/// Whether a line or two stand below a heading, and no more: "Salary".
pub fn is_brief(heading: &str) -> bool {
    words(heading).is_some_and(|said| BRIEF.contains(said.as_str()))
}

/// Words of a line as the table has them, in small letters, one space between them; nothing where it is too long for a heading.
fn words(line: &str) -> Option<String> {
    if line.len() > 2 * LONGEST {
        return None;
    }
    let mut said = String::with_capacity(line.len());
    let mut count = 0;
    let mut in_word = false;
    for letter in line.chars() {
        if letter.is_alphanumeric() || letter == '&' {
            if !in_word {
                if count == MOST_WORDS {
                    return None;
                }
                count += 1;
                if count > 1 {
                    said.push(' ');
                }
            }
            match letter {
                '&' => said.push_str("and"),
                _ => said.extend(letter.to_lowercase()),
            }
            in_word = letter != '&';
        } else if !matches!(letter, '\'' | '’') {
            in_word = false;
        }
    }
    (count > 0).then_some(said)
}

/// What stands below a line that is a known heading word for word.
pub fn known(line: &str) -> Option<Section> {
    let said = words(line)?;
    KNOWN.get(said.as_str()).copied()
}

/// What stands below a heading, known word for word or by words in it.
pub fn section(heading: &str) -> Section {
    let Some(said) = words(heading) else { return Section::Other };
    if let Some(section) = KNOWN.get(said.as_str()) {
        return *section;
    }
    let starts = || std::iter::once(0).chain(said.match_indices(' ').map(|(at, _)| at + 1));
    let ends = || said.match_indices(' ').map(|(at, _)| at).chain([said.len()]);
    let parts = starts().flat_map(|start| ends().filter_map(move |end| Some((start, end)).filter(|_| end > start)));
    let inside = parts.filter_map(|(start, end)| {
        let part = said.get(start..end)?;
        // A single word says what a heading is only at its end: "Sales Duties", but no "City of Reno".
        let opens = start == 0 && matches!(part, "about" | "why");
        let is_enough = part.contains(' ') || (end == said.len() && part.len() > 4) || opens;
        KNOWN.get(part).filter(|_| is_enough).map(|section| (part.len(), *section))
    });
    inside.max_by_key(|(length, _)| *length).map_or(Section::Other, |(_, section)| section)
}

/// Whether most lines of a text are in capitals, so that capitals make no heading.
pub fn shouts<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (mut capitals, mut all) = (0usize, 0usize);
    for line in lines.filter(|line| line.len() > 20) {
        all += 1;
        capitals += usize::from(is_in_capitals(line));
    }
    capitals * 2 > all
}

/// Whether all letters of a line are capitals.
pub fn is_in_capitals(line: &str) -> bool {
    let mut letters = 0;
    for letter in line.chars().filter(|letter| letter.is_alphabetic()) {
        if letter.is_lowercase() {
            return false;
        }
        letters += 1;
    }
    letters > 2
}

/// What a label before a colon opens, where it is a known one, or reads like a heading and has known words in it.
pub fn label(said: &str) -> Option<Section> {
    let said = said.trim();
    if let Some(section) = known(said) {
        return Some(section);
    }
    let words = || said.split_whitespace();
    let is_capital = |word: &&str| word.starts_with(|first: char| !first.is_lowercase());
    let is_heading =
        words().take(MOST_WORDS).count() < 7 && words().filter(is_capital).count() * 3 >= words().count() * 2;
    Some(section(said)).filter(|section| is_heading && *section != Section::Other)
}

/// Whether a line by itself is a heading: a known one, or by its shape.
pub fn is_heading(line: &str, is_item: bool, shouting: bool) -> bool {
    if line.len() > 2 * LONGEST || !line.contains(char::is_alphabetic) {
        return false;
    }
    let bare = line.trim_matches(['*', '_', ' ']);
    let colon = bare.ends_with(':');
    if is_item {
        return colon && known(bare).is_some();
    }
    if line.starts_with('#') {
        return true;
    }
    let words = bare.split_whitespace().count();
    if words > MOST_WORDS || line.len() > LONGEST {
        return false;
    }
    if known(bare).is_some() && (colon || bare.starts_with(|first: char| !first.is_lowercase())) {
        return true;
    }
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let is_bold = (line.starts_with("**") && line.ends_with("**")) || (line.starts_with("__") && line.ends_with("__"));
    let ends_in_capitals =
        || !shouting && digits < 4 && is_in_capitals(bare) && !bare.contains(['@', '|', '$']) && !bare.ends_with('.');
    is_bold || (colon && !bare.contains(". ")) || ends_in_capitals()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests may stop where they stand")]
mod tests {
    use super::*;

    #[test]
    fn a_known_heading_is_known_however_it_is_written() {
        for line in [
            "Duties",
            "DUTIES:",
            "## Duties",
            "**Duties & Responsibilities:**",
            "What You’ll Do",
            "duties/responsibilities",
        ] {
            assert_eq!(section(line), Section::Of(Holds::Duty), "{line}");
        }
        assert_eq!(section("How You Will Be Evaluated"), Section::Of(Holds::Application));
        assert_eq!(section("About Norrland Foods"), Section::Of(Holds::Employer));
        assert_eq!(section("Norrland Foods"), Section::Other);
        assert_eq!(section("Our Amazing Employee Benefits"), Section::Of(Holds::Offer));
    }

    #[test]
    fn the_shape_tells_an_unknown_heading() {
        assert!(is_heading("NATURE OF THE BEAST", false, false));
        assert!(!is_heading("NATURE OF THE BEAST", false, true), "where all is in capitals, capitals tell nothing");
        assert!(is_heading("A week at the mill:", false, false));
        assert!(!is_heading("Clean rooms.", false, false));
        assert!(!is_heading("SQL", true, false));
        assert!(!is_heading("", false, false) && !is_heading("---", false, false));
    }

    #[test]
    fn every_line_of_the_table_is_one_that_a_text_can_have() {
        for (said, holds, lasts) in rows() {
            assert!(Section::of(holds).is_some(), "{said}: no such kind");
            assert!(matches!(lasts, "" | "line"), "{said}: lasts a line, or until the next heading");
            assert_eq!(words(said).as_deref(), Some(said), "{said}: at most {MOST_WORDS} words in small letters");
        }
    }
}
