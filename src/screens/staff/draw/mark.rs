//! How it stands with a title: a sign, a word, and how sure it is.

use ratatui::style::Style;

use crate::catalog::Band;
use crate::staff::{Standing, Title, words};
use crate::ui::look::Look;

/// The sign of a standing, in one cell.
pub(super) fn sign(standing: Standing, look: Look) -> &'static str {
    match (standing, look.ascii()) {
        (Standing::Decided, false) => "√",
        (Standing::Decided, true) => "*",
        (Standing::Sure, false) => "■",
        (Standing::Sure, true) => "+",
        (Standing::Doubtful, _) => "?",
        (Standing::Open, _) => "!",
        (Standing::NoOccupation, _) => "-",
        (Standing::LeftOut, _) => "x",
    }
}

/// Its style; sign and word always stand beside it.
pub(super) fn style(standing: Standing, look: Look) -> Style {
    match standing {
        Standing::Decided | Standing::Sure => look.band(Band::Low),
        Standing::Doubtful => look.band(Band::Moderate),
        Standing::Open => look.error(),
        Standing::NoOccupation | Standing::LeftOut => look.quiet(),
    }
}

/// `sure 93%`, `open`.
pub(super) fn said(title: &Title) -> String {
    let standing = title.standing();
    match standing {
        Standing::Sure | Standing::Doubtful => format!("{} {}", standing.word(), percent(title.confidence())),
        _ => standing.word().to_owned(),
    }
}

/// `12.5 people`, `1 person`.
pub(super) fn people(count: f64) -> String {
    let text = words::people(count);
    if text == "1" { "1 person".to_owned() } else { format!("{text} people") }
}

/// A confidence from 0 to 1 as a whole percentage.
pub(super) fn percent(confidence: f32) -> String {
    format!("{:.0}%", confidence * 100.0)
}
