//! What the cell under the cursor says, in full.

use ratatui::text::Line;

use crate::app::compare_view::{CompareView, Item};
use crate::catalog::{Catalog, raw_value};
use crate::compare::side_by_side::Unit;
use crate::ui::fit::wrapped;
use crate::ui::look::Look;

/// What the differences of the sentences at the top count.
const VERDICT: &str = "Overlap: points of the index percentile. Growth: points of the projected change. Skills: points of \
                       importance, 1 to 5.";

/// The cell in words; nothing where the cursor is on no row.
pub fn lines(view: &CompareView, catalog: &Catalog<'_>, cells: usize, look: Look) -> Vec<Line<'static>> {
    let text = text(view, catalog).unwrap_or_default();
    if text.is_empty() {
        return Vec::new();
    }
    wrapped(look, &text, cells.saturating_sub(3))
        .into_iter()
        .map(|line| Line::styled(format!("  {line}"), look.quiet()))
        .collect()
}

fn text(view: &CompareView, catalog: &Catalog<'_>) -> Option<String> {
    let comparison = &view.comparison;
    let (section, row) = match view.under()? {
        Item::Row { section, row } => (section, row),
        Item::Verdict(_) => return Some(VERDICT.to_owned()),
        _ => return None,
    };
    let section = comparison.sections.get(section)?;
    let row = section.rows.get(row)?;
    let cell = row.cells.get(view.column)?;
    let title = comparison.title(view.column);
    if section.part.is_lists() {
        let mark = if cell.mark.is_empty() { String::new() } else { format!(" ({})", cell.mark) };
        return Some(if cell.text.is_empty() { String::new() } else { format!("{title}: {}{mark}", cell.text) });
    }
    let mut text = format!("{title}: {}", row.label);
    if let Some(raw) = cell.raw {
        let raw = if section.rows.first().is_some_and(|first| first.key == row.key) {
            format!("mean percentile {raw:.1}")
        } else {
            raw_value(raw)
        };
        text.push_str(&format!(", {raw}"));
    }
    text.push_str(&format!(", {}", if cell.text.is_empty() { "not listed" } else { &cell.text }));
    if row.unit == Unit::Percentile && !cell.is_missing() {
        text.push_str(" percentile");
    }
    if let Some(band) = cell.band {
        text.push_str(&format!(" ({band})"));
    } else if !cell.mark.is_empty() {
        text.push_str(&format!(" ({})", cell.mark));
    }
    if let Some(gap) = &cell.gap {
        let reference = comparison.title(comparison.reference);
        let how = if gap.is_none() { "the same as".to_owned() } else { format!("{} against", gap.text) };
        text.push_str(&format!("; {how} {reference}"));
    }
    if let Some(note) = cell.published_for.and_then(|soc| catalog.shared_note(soc)) {
        text.push_str(&format!("; {note}"));
    }
    Some(text)
}
