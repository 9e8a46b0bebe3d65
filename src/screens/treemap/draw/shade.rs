//! The shades of tiles, in glyph and colour.

use ratatui::style::{Color, Modifier, Style};

use crate::catalog::{Band, Metric};
use crate::compare::groups::BANDS;
use crate::compare::treemap::LEVELS;
use crate::ui::look::Look;

/// The colours of figures that are no exposure, the lowest level first: none that is faint on a light ground or a dark one.
const COLOURS: [Color; LEVELS] = [Color::Blue, Color::Cyan, Color::Green, Color::Magenta];

/// The glyph of a level, the heavier the higher.
pub(super) fn glyph(look: Look, level: usize) -> &'static str {
    let glyphs: [&str; LEVELS] = if look.ascii() { [":", "+", "%", "#"] } else { ["░", "▒", "▓", "█"] };
    glyphs.get(level).copied().unwrap_or_default()
}

/// The colour of a level of a figure: that of its band where it is exposure.
pub(super) fn style(look: Look, metric: Metric, level: usize) -> Style {
    if metric.is_exposure() {
        let band = BANDS.get(level).copied().unwrap_or(Band::Low);
        // Weight would change the glyph itself.
        return look.band(band).remove_modifier(Modifier::BOLD);
    }
    let colour = COLOURS.get(level).copied().filter(|_| look.colour);
    colour.map_or_else(Style::new, |colour| Style::new().fg(colour))
}

/// The glyph of a tile that a query does not select.
pub(super) fn dimmed(look: Look) -> &'static str {
    look.glyphs.empty
}

/// The glyph of a tile without the figure.
pub(super) fn missing(look: Look) -> &'static str {
    if look.ascii() { "/" } else { "╱" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::look::ASCII;

    #[test]
    fn each_level_has_a_glyph_of_its_own_and_dimmed_tiles_another() {
        for look in [Look::default(), Look { colour: false, glyphs: ASCII }] {
            let mut glyphs: Vec<&str> = (0..LEVELS).map(|level| glyph(look, level)).collect();
            glyphs.extend([dimmed(look), missing(look)]);
            assert!(glyphs.iter().enumerate().all(|(place, glyph)| !glyphs[..place].contains(glyph)), "{glyphs:?}");
            assert!(!look.ascii() || glyphs.iter().all(|glyph| glyph.is_ascii()));
        }
    }
}
