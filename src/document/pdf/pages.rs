//! The pages of a PDF as one text: what each repeats goes, what is larger is a heading, what breaks off goes on.

use std::collections::HashMap;

use super::glyphs::Sheet;
use super::order::{self, Row};
use crate::document::marks;
use crate::document::paper::Part;
use crate::document::unwrap::Line;

/// Headers and footers stand within such a share of the page's height.
const EDGE: f64 = 0.12;
/// Letters so many times larger than those of most of the text are a heading.
const LARGER: f64 = 1.15;
/// A longer line is none, however large.
const HEADING: usize = 100;
/// A gap so many times wider than the usual one parts paragraphs.
const WIDER: f64 = 1.25;

/// The lines of all pages.
pub fn lines(sheets: Vec<Sheet>) -> Vec<Line> {
    let mut pages: Vec<(f64, Vec<Row>)> =
        sheets.into_iter().map(|sheet| (sheet.height, order::rows(sheet.chunks))).collect();
    leave_out_repeated(&mut pages);
    let rows: Vec<(usize, Row)> = pages
        .into_iter()
        .enumerate()
        .flat_map(|(page, (_, rows))| rows.into_iter().map(move |row| (page, row)))
        .collect();
    let body = usual(rows.iter().map(|(_, row)| ((row.size * 2.0).round() / 2.0, row.text.len())));
    let leading = usual(rows.windows(2).filter_map(|pair| match pair {
        [(page, row), (of, next)] if page == of => {
            let step = (next.base - row.base) / row.size;
            (step > 0.5 && step < 3.0 && (next.size - row.size).abs() < 0.5).then(|| ((step * 20.0).round() / 20.0, 1))
        }
        _ => None,
    }));
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    let mut before: Option<(usize, Row)> = None;
    for (page, row) in rows {
        let is_large = row.size > body * LARGER
            && row.text.chars().count() <= HEADING
            && marks::item(&row.text).is_none()
            && !marks::is_contact(&row.text);
        let part = is_large.then_some(Part::Heading);
        let is_apart = before.as_ref().is_none_or(|(of, before)| {
            let step = (row.base - before.base) / before.size.max(row.size);
            let is_jump = *of != page || row.is_first || step <= 0.0;
            let runs_on = before.is_full && row.text.starts_with(char::is_lowercase);
            let is_wide = step > leading.max(1.0) * WIDER || (row.size - before.size).abs() > before.size * 0.12;
            // The rows of a table stand together.
            let is_wide = is_wide && !(step < 3.0 && before.text.contains(" | ") && row.text.contains(" | "));
            if is_jump { !runs_on } else { is_wide }
        });
        lines.push(Line { text: row.text.clone(), indent: row.indent, part, is_apart, is_full: row.is_full });
        before = Some((page, row));
    }
    lines
}

/// The value that most weight lies on.
fn usual(values: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut weights: HashMap<u64, usize> = HashMap::new();
    for (value, weight) in values {
        *weights.entry(value.to_bits()).or_default() += weight;
    }
    // Of equals the smaller, whatever the order of the map.
    let most =
        weights.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(f64::from_bits(b.0).total_cmp(&f64::from_bits(a.0))));
    most.map_or(0.0, |(value, _)| f64::from_bits(value))
}

/// Takes out page numbers, and what stands at the edge of page after page.
fn leave_out_repeated(pages: &mut [(f64, Vec<Row>)]) {
    let is_edge = |height: f64, row: &Row| row.base < height * EDGE || row.base > height * (1.0 - EDGE);
    let key = |row: &Row| -> String {
        row.text.chars().map(|letter| if letter.is_ascii_digit() { '#' } else { letter.to_ascii_lowercase() }).collect()
    };
    let mut on: HashMap<String, usize> = HashMap::new();
    for (height, rows) in pages.iter() {
        let mut keys: Vec<String> = rows.iter().filter(|row| is_edge(*height, row)).map(key).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *on.entry(key).or_default() += 1;
        }
    }
    let all = pages.len();
    for (height, rows) in pages {
        let first = rows.iter().map(|row| row.base).fold(f64::INFINITY, f64::min);
        let last = rows.iter().map(|row| row.base).fold(0.0, f64::max);
        rows.retain(|row| {
            let is_repeated = on.get(&key(row)).is_some_and(|pages| *pages > 1 && *pages * 2 >= all);
            let is_outermost = row.base <= first || row.base >= last;
            !(is_repeated && is_edge(*height, row) || is_outermost && is_page_number(&row.text, all))
        });
    }
}

/// `3`, `- 3 -`, `Page 3 of 7`, `3 / 7`.
fn is_page_number(text: &str, pages: usize) -> bool {
    let text = text.to_lowercase();
    let words = || text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let numbers: Vec<usize> = words().filter(|word| word.len() < 4).filter_map(|word| word.parse().ok()).collect();
    let names = words().filter(|word| matches!(*word, "page" | "of" | "p" | "pg")).count();
    let is_counted =
        matches!(numbers.as_slice(), [one] if *one <= pages) || matches!(numbers.as_slice(), [one, all] if one <= all);
    numbers.len() + names == words().count() && (is_counted || names > 0 && numbers.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known() {
        for text in ["3", "- 3 -", "Page 3 of 7", "3 / 7", "p. 12"] {
            assert!(is_page_number(text, 7), "{text}");
        }
        for text in ["2019", "8", "3 nurses", "555 010 2000", "Page", ""] {
            assert!(!is_page_number(text, 7), "{text}");
        }
        assert!(is_page_number("1", 1) && !is_page_number("3", 1));
    }
}
