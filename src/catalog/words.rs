//! How figures of a role read in words, wherever there is room for words: on its pages, in comparisons and reports. What
//! columns have room for stands with [`super::Metric`].

mod place;

use super::figures::{Hundredths, Percentile, Rated};
use super::labour::Outlook;
use super::{Catalog, Role, SourceId, Vintage};
pub use place::NATION;

impl Percentile {
    /// `97th percentile (High)`.
    pub fn in_full(self) -> String {
        format!("{self} percentile ({})", self.band())
    }
}

/// The title of a major group as lists show it: `Sales and Related`.
pub fn short_group(title: &str) -> &str {
    title.strip_suffix(" Occupations").unwrap_or(title)
}

/// A figure of O*NET's surveys, or why there is none: `4.12`, `not relevant`.
pub fn rated(figure: Rated) -> String {
    rated_as(figure, |figure| figure.to_string())
}

/// The same, the figure written as `form` does.
pub fn rated_as(figure: Rated, form: impl FnOnce(Hundredths) -> String) -> String {
    figure.map_or_else(|gap| gap.word().to_owned(), form)
}

impl Outlook<'_> {
    /// The projected change: `8.2% growth (Growing fast)`.
    pub fn change_text(&self) -> String {
        format!("{} ({})", self.change_percent.change(), self.words())
    }

    /// Jobs in the base year and in the target year: `472k → 457.4k jobs`; none where no levels are published.
    pub fn jobs_text(&self) -> Option<String> {
        Some(format!("{} → {} jobs", self.employment?, self.projected?))
    }
}

impl Catalog<'_> {
    /// The projections after those that are shown, which come without levels: `Newer, 2025–2035: +5.6%, 180.8k openings a
    /// year (transcribed, without levels)`.
    pub fn next_text(&self, role: &Role<'_>) -> Option<String> {
        let next = self.published(role)?.next.filter(|_| self.lens().vintage == Vintage::Base)?;
        let years = self.source(SourceId::NextProjections)?.release;
        let change = next.change_percent.signed();
        Some(format!("Newer, {years}: {change}, {} openings a year (transcribed, without levels)", next.openings))
    }
}

/// Job zones, 2 to 5; 2 stands for 1 and 2 since O*NET 30.
pub mod zone {
    /// `1-2`, `3`.
    pub fn number(zone: u8) -> String {
        if zone == 2 { "1-2".to_owned() } else { zone.to_string() }
    }

    /// `3: medium preparation`, on the role's page.
    pub fn text(zone: u8) -> String {
        let words = match zone {
            1 | 2 => "very little to some preparation",
            3 => "medium preparation",
            4 => "considerable preparation",
            _ => "extensive preparation",
        };
        format!("{}: {words}", number(zone))
    }

    /// A word or two beside the number, in comparisons.
    pub const fn mark(zone: u8) -> &'static str {
        match zone {
            1 | 2 => "1-2, up to some",
            3 => "medium",
            4 => "considerable",
            _ => "extensive",
        }
    }

    /// `3 of 5`, on the printed page.
    pub fn of_five(zone: u8) -> String {
        match zone {
            2 => "2 (little or some preparation; stands for 1 and 2) of 5".to_owned(),
            zone => format!("{zone} of 5"),
        }
    }
}

/// A text from outside as it may be shown anywhere, in one line: controls and what turns the direction of writing are blanks.
pub fn plain(text: &str) -> String {
    let is_hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.replace(is_hidden, " ").trim().to_owned()
}

/// `pay, outlook and Microsoft`.
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(listed(&["pay"]), "pay");
        assert_eq!(listed(&["pay", "outlook", "AIOE"]), "pay, outlook and AIOE");
    }
}
