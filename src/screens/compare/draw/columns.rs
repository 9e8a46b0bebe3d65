//! Which columns are in view, and how wide they are.

use crate::screens::compare::CompareView;
use crate::ui::look::Look;

/// The narrowest column in which figure and difference can be read.
const LEAST: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareColumns {
    /// Cells of the rows' names, the cursor among them.
    pub label: usize,
    /// Cells of each column.
    pub each: usize,
    /// Which columns, in their order; where not all fit, the reference comes first.
    pub shown: Vec<usize>,
}

impl CompareColumns {
    /// The columns that fit `width` cells, the one under the cursor among them.
    pub fn of(view: &CompareView, width: usize) -> Self {
        let comparison = &view.comparison;
        let count = comparison.columns.len();
        let (label, most) = match width {
            ..60 => (17.min(width / 2), 60),
            60..100 => (20, 40),
            100..160 => (26, 44),
            _ => (38, 56),
        };
        let room = width.saturating_sub(label);
        let fits = (room / LEAST).clamp(1, count.max(1));
        let each = (room / fits).clamp(1, most);
        let shown = if fits >= count {
            (0..count).collect()
        } else if fits == 1 {
            vec![view.column]
        } else {
            let others: Vec<usize> = (0..count).filter(|place| *place != comparison.reference).collect();
            let at = others.iter().position(|place| *place == view.column).unwrap_or(0);
            let start = at.saturating_sub(fits - 2).min(others.len() - (fits - 1));
            std::iter::once(comparison.reference).chain(others.into_iter().skip(start).take(fits - 1)).collect()
        };
        Self { label, each, shown }
    }

    /// What stands above the names of the rows: which columns are in view, and what was asked for.
    pub fn beside(&self, view: &CompareView, lines: usize, look: Look) -> Vec<String> {
        let count = view.comparison.columns.len();
        let mut texts = Vec::new();
        if self.shown.len() < count {
            let shown: Vec<String> = self.shown.iter().map(|place| (place + 1).to_string()).collect();
            let (left, right) = if look.ascii() { ("Left", "Right") } else { ("←", "→") };
            texts.push(format!(" role {} of {count}", shown.join(", ")));
            texts.push(format!(" {left} {right} the others"));
        }
        let asked = match (view.all, view.by_gap && count > 1) {
            (true, true) => " all, by gap",
            (true, false) => " all figures",
            (false, true) => " by gap",
            (false, false) => "",
        };
        texts.push(asked.to_owned());
        // What was asked for stands right above the rows.
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).take(lines).collect();
        std::iter::repeat_n(String::new(), lines - texts.len()).chain(texts).collect()
    }
}
