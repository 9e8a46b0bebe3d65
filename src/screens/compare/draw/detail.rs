//! What the cell under the cursor says, in full.

use ratatui::text::Line;

use crate::catalog::{Band, Catalog, Figure, Metric, Unit, raw_value};
use crate::compare::side_by_side::Picture;
use crate::screens::compare::{CompareView, Item};
use crate::ui::look::Look;

/// What the differences of the sentences at the top count.
const VERDICT: &str = "Overlap: points of the index percentile. Growth: points of the projected change. Skills: points of \
                       importance, 1 to 5.";

/// The cell in words, in at most `most` lines; nothing where the cursor is on no row.
pub fn lines(
    view: &CompareView,
    catalog: &Catalog<'_>,
    (cells, most): (usize, usize),
    look: Look,
) -> Vec<Line<'static>> {
    let text = text(view, catalog).unwrap_or_default();
    let lines = look.wrap(&text, cells.saturating_sub(3), most);
    // Half an explanation explains nothing.
    if text == VERDICT && lines.last().is_some_and(|line| line.ends_with(look.glyphs.more)) {
        return Vec::new();
    }
    lines.into_iter().map(|line| Line::styled(format!("  {line}"), look.quiet())).collect()
}

fn text(view: &CompareView, catalog: &Catalog<'_>) -> Option<String> {
    let comparison = &view.comparison;
    let (section, row) = match view.under()? {
        Item::Row { section, row } => (section, row),
        Item::Verdict(_) | Item::VerdictSkills { .. } => return Some(VERDICT.to_owned()),
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
    let figures = row.figures_of(view.column);
    let is_index = figures.contains(&Figure::Index);
    let raw = cell.raw.map(|raw| if is_index { format!("mean percentile {raw:.1}") } else { raw_value(raw) });
    let figure = match (cell.is_missing, row.unit) {
        (false, Unit::Percentile) => format!("{} percentile", cell.text),
        _ if cell.text.is_empty() => "not listed".to_owned(),
        _ => cell.text.to_string(),
    };
    let word = cell.band.map_or(cell.mark, Band::word);
    let word = if word.is_empty() { String::new() } else { format!(" ({word})") };
    let reference = comparison.title(comparison.reference);
    let gap = cell.gap.as_ref().map(|gap| {
        if gap.is_none() { format!("the same as {reference}") } else { format!("{} against {reference}", gap.text) }
    });
    let scale = match cell.picture {
        Picture::Range { scale: (low, high), .. } => {
            let [low, high] = [low, high].map(|dollars| Metric::Pay.value_text(dollars));
            Some(format!("all on one scale from {low} to {high}, the middle half heavier, the median marked"))
        }
        _ => None,
    };
    let first: Vec<String> =
        [Some(format!("{title}: {}", row.label)), raw, Some(figure + &word)].into_iter().flatten().collect();
    let published = cell.published_for.and_then(|soc| catalog.shared_note(soc));
    let study = figures.iter().find_map(|figure| match figure {
        Figure::Measure(measure) => Some(format!("{} {}", measure.study().name(), measure.study().what())),
        _ => None,
    });
    let all: Vec<String> = [Some(first.join(", ")), gap, scale, published, study].into_iter().flatten().collect();
    Some(all.join("; "))
}
