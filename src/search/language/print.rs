//! Terms as the language writes them: what is printed reads again as the same filters.

use std::fmt::{Display, Formatter, Result};

use super::bounds::Bounds;
use super::field::name_of;
use super::number::written;
use super::{Filter, Node, Parsed, Place, Term};
use crate::catalog::Metric;

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.without {
            f.write_str("-")?;
        }
        Display::fmt(&self.filter, f)
    }
}

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Text { place, text, phrase, .. } => {
                let quote = if *phrase { "\"" } else { "" };
                match place.name() {
                    Some(name) => write!(f, "{name}:{quote}{text}{quote}"),
                    None => write!(f, "{quote}{text}{quote}"),
                }
            }
            Self::Groups(groups) => {
                let groups: Vec<String> = groups.iter().map(u32::to_string).collect();
                write!(f, "group:{}", groups.join(","))
            }
            Self::Bands(bands) => {
                let bands: Vec<String> = bands.iter().map(|band| band.word().to_lowercase()).collect();
                write!(f, "band:{}", bands.join(","))
            }
            Self::Education(levels) => write!(f, "education:{}", super::chosen::levels_text(levels)),
            Self::Categories(levels) => write!(f, "bls:{}", super::chosen::levels_text(levels)),
            Self::Interests(lists) => write!(f, "interest:{}", super::chosen::interests_text(lists)),
            Self::AtHome(possible) => write!(f, "home:{}", crate::catalog::at_home::word(*possible)),
            Self::Figure(metric, bounds) => {
                write!(f, "{}:{}", name_of(*metric), range(*bounds, *metric))
            }
        }
    }
}

fn range(bounds: Bounds, metric: Metric) -> String {
    let value = |value: f64| written(value, metric);
    match (bounds.low, bounds.high) {
        (None, None) => "..".to_owned(),
        (Some(low), None) => format!(">{}{}", if low.included { "=" } else { "" }, value(low.value)),
        (None, Some(high)) => format!("<{}{}", if high.included { "=" } else { "" }, value(high.value)),
        (Some(low), Some(high)) if low == high && metric == Metric::JobZone => value(low.value),
        (Some(low), Some(high)) if low == high => format!("={}", value(low.value)),
        (Some(low), Some(high)) => format!("{}..{}", value(low.value), value(high.value)),
    }
}

impl Display for Node {
    /// Parts that all hold bind closer than `OR`; brackets stand where they do not.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let each = |f: &mut Formatter<'_>, parts: &[Self], between: &str| {
            for (place, part) in parts.iter().enumerate() {
                f.write_str(if place > 0 { between } else { "" })?;
                let bracketed = matches!(part, Self::Any(_));
                f.write_str(if bracketed { "(" } else { "" })?;
                Display::fmt(part, f)?;
                f.write_str(if bracketed { ")" } else { "" })?;
            }
            Ok(())
        };
        match self {
            Self::Term(term) => Display::fmt(term, f),
            Self::Word { text, .. } => f.write_str(text),
            Self::All(parts) => each(f, parts, " "),
            // Among capitals alone OR would be a word.
            Self::Any(parts) => each(f, parts, if self.is_loud() { " | " } else { " OR " }),
        }
    }
}

impl Node {
    /// Whether it is words without a small letter.
    fn is_loud(&self) -> bool {
        match self {
            Self::Term(_) => false,
            Self::Word { text, .. } => !text.chars().any(char::is_lowercase),
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_loud),
        }
    }
}

impl Parsed {
    /// Its filters alone, as a query; where it has an `OR`, with the words, as they belong to one alternative or another.
    pub fn filters(&self) -> String {
        if let Some(tree) = &self.tree {
            return tree.to_string();
        }
        let terms: Vec<String> = self.terms.iter().map(Term::to_string).collect();
        terms.join(" ")
    }
}

impl Filter {
    /// The same filter when nothing more is typed.
    pub fn finished(self) -> Self {
        match self {
            Self::Text { place, text, phrase, .. } => Self::Text { place, text, phrase, open: false },
            other => other,
        }
    }

    /// Whether it looks for words anywhere.
    pub const fn is_anywhere(&self) -> bool {
        matches!(self, Self::Text { place: Place::Anywhere, .. })
    }
}
