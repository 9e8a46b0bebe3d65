//! Terms as the language writes them: what is printed reads again as the same filters.

use std::fmt::{Display, Formatter, Result};

use super::bounds::Bounds;
use super::field::name_of;
use super::number::written;
use super::{Filter, Parsed, Place, Term};
use crate::catalog::Yardstick;

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
            Self::Figure(yardstick, bounds) => {
                write!(f, "{}:{}", name_of(*yardstick), range(*bounds, *yardstick))
            }
        }
    }
}

fn range(bounds: Bounds, yardstick: Yardstick) -> String {
    let value = |value: f64| written(value, yardstick);
    match (bounds.low, bounds.high) {
        (None, None) => "..".to_owned(),
        (Some(low), None) => format!(">{}{}", if low.included { "=" } else { "" }, value(low.value)),
        (None, Some(high)) => format!("<{}{}", if high.included { "=" } else { "" }, value(high.value)),
        (Some(low), Some(high)) if low == high && yardstick == Yardstick::JobZone => value(low.value),
        (Some(low), Some(high)) if low == high => format!("={}", value(low.value)),
        (Some(low), Some(high)) => format!("{}..{}", value(low.value), value(high.value)),
    }
}

impl Parsed {
    /// Its filters alone, as a query.
    #[must_use]
    pub fn filters(&self) -> String {
        let terms: Vec<String> = self.terms.iter().map(Term::to_string).collect();
        terms.join(" ")
    }
}

impl Filter {
    /// The same filter when nothing more is typed.
    #[must_use]
    pub fn finished(self) -> Self {
        match self {
            Self::Text { place, text, phrase, .. } => Self::Text { place, text, phrase, open: false },
            other => other,
        }
    }

    /// Whether it looks for words anywhere.
    #[must_use]
    pub const fn is_anywhere(&self) -> bool {
        matches!(self, Self::Text { place: Place::Anywhere, .. })
    }
}
