//! Which row is the header, and which column holds the titles.

use std::collections::HashSet;

use csv::StringRecord;

use super::names::{self, Says};

/// In how many rows from the top a header is looked for: titles and blank rows may stand above it.
const HEADER_WITHIN: usize = 20;
/// How many different values of a column are looked at.
const VALUES: usize = 30;
/// How sure the coding of a column's values must be on average for it to look like titles.
const LIKELY: f32 = 0.3;

/// How sure the first code of a title is, 0 to 1; 0 where it has none.
pub type Judge<'a> = dyn FnMut(&str) -> f32 + 'a;

/// What the columns of a table are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The name of each; `column 2` where it has none.
    pub names: Vec<String>,
    /// Which of them holds the titles.
    pub title: usize,
    /// So many rows stand before the first title.
    pub skip: usize,
    /// The header, which printed lists repeat on each page.
    pub header: Option<StringRecord>,
    /// The first rows below it.
    pub below: Vec<StringRecord>,
    /// What the user may want to know of the choice.
    pub remark: Option<String>,
}

/// Finds header and titles by the first rows of a table.
///
/// # Errors
/// What to say where that cannot be known: the names of the columns, and how to say which.
pub fn found(rows: &[StringRecord], wanted: Option<&str>, judge: &mut Judge<'_>) -> Result<Columns, String> {
    let width = rows.iter().map(filled).max().unwrap_or_default();
    let number = wanted.and_then(|wanted| wanted.trim().parse::<usize>().ok());
    // A number may be a name too, but then of a header; among values it would be found anywhere.
    let mut place = wanted.filter(|_| number.is_none()).and_then(|wanted| named(rows, wanted));
    let by_number = number.filter(|number| (1..=width).contains(number)).map(|number| number - 1);
    let header = match place {
        Some((row, _)) => Some(row),
        None => known_header(rows).or_else(|| by_look(rows, by_number, judge)),
    };
    if let (Some(_), Some(row), Some(wanted)) = (number, header, wanted) {
        let cells = rows.get(row).map(|header| header.iter().position(|name| name.trim() == wanted.trim()));
        place = cells.flatten().map(|column| (row, column));
    }
    let names = column_names(header.and_then(|header| rows.get(header)), width);
    let skip = header.map_or(0, |header| header + 1);
    let header_row = header.and_then(|header| rows.get(header)).cloned();
    let below = rows.get(skip..).unwrap_or_default();
    let columns = Columns { names, title: 0, skip, header: header_row, below: below.to_vec(), remark: None };
    let (title, remark) = match (wanted, place.map(|(_, column)| column).or(by_number)) {
        (_, Some(title)) => (title, None),
        (Some(wanted), None) => {
            let has = if header.is_some() {
                format!("the columns are {}", listed(&columns.names))
            } else {
                format!("the columns have no names, their numbers are 1 to {width}")
            };
            return Err(format!("there is no column {wanted:?}; {has}"));
        }
        (None, None) if width == 1 => (0, None),
        (None, None) => titles(&columns, below, header.is_some(), judge)?,
    };
    Ok(Columns { title, remark, ..columns })
}

/// Whether rows have a header that names something known, and cells for it below.
pub fn has_header(rows: &[StringRecord]) -> bool {
    let Some((place, header)) = known_header(rows).and_then(|place| Some((place, rows.get(place)?))) else {
        return false;
    };
    let names = || header.iter().filter(|name| !name.trim().is_empty());
    let below = || rows.iter().skip(place + 1).filter(|row| filled(row) > 0);
    let fitting = below().filter(|row| row.len() >= filled(header)).count();
    let least = match () {
        // No title is written so, and what follows may be short.
        () if place == 0 && names().count() > 2 => 0,
        () if names().all(|name| names::says(name) > Says::Nothing) => 60,
        () if below().next().is_none() => return false,
        () => 90,
    };
    fitting * 100 >= least * below().count()
}

/// Row and column of a name; as it is written before any that is like it.
pub fn named(rows: &[StringRecord], wanted: &str) -> Option<(usize, usize)> {
    let find =
        |is: &dyn Fn(&str) -> bool| tops(rows).find_map(|(row, record, _)| Some((row, record.iter().position(is)?)));
    find(&|name| name.trim() == wanted.trim()).or_else(|| find(&|name| names::are_alike(name, wanted)))
}

/// The rows that may be a header, each with its number of filled cells: above a header stands less than in it.
fn tops(rows: &[StringRecord]) -> impl Iterator<Item = (usize, &StringRecord, usize)> {
    let mut widest = 0;
    rows.iter().take(HEADER_WITHIN).enumerate().filter_map(move |(place, row)| {
        let cells = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let is_top = cells > widest;
        widest = widest.max(cells);
        is_top.then_some((place, row, cells))
    })
}

/// How many cells of a row are there, without empty ones at its end.
fn filled(row: &StringRecord) -> usize {
    row.iter().zip(1..).filter(|(cell, _)| !cell.trim().is_empty()).map(|(_, place)| place).last().unwrap_or_default()
}

/// The row that names titles, or nothing but what staff files have columns for.
fn known_header(rows: &[StringRecord]) -> Option<usize> {
    let width = rows.iter().map(filled).max().unwrap_or_default();
    let mut tops = tops(rows);
    let header = tops.find(|(_, row, cells)| {
        let says = || row.iter().filter(|cell| !cell.trim().is_empty()).map(names::says);
        let has_titles = says().any(|says| says >= Says::AtLength);
        let known = says().filter(|says| *says > Says::Nothing).count();
        (width == 1 && has_titles) || (*cells >= 2 && (has_titles || (known >= 2 && known * 2 > *cells)))
    });
    header.map(|(place, ..)| place)
}

/// The row that looks like a header although none of its names is known: the first that is no heading of the whole.
fn by_look(rows: &[StringRecord], title: Option<usize>, judge: &mut Judge<'_>) -> Option<usize> {
    let width = rows.iter().map(filled).max().filter(|width| *width > 1)?;
    let (place, ..) = tops(rows).find(|(.., cells)| cells * 2 >= width)?;
    let (first, below) = rows.get(place..)?.split_first()?;
    let mut is_like_below = false;
    for (column, name) in first.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
        let values = || below.iter().filter_map(move |row| row.get(column)).filter(|value| !value.trim().is_empty());
        let all = values().count();
        if all == 0 {
            continue;
        }
        let figures = values().filter(|value| is_figure(value)).count();
        if figures * 5 >= all * 4 && !is_figure(name) {
            return Some(place);
        }
        is_like_below |=
            (is_figure(name) && !is_year(name) && figures * 2 >= all) || values().any(|value| value == name);
    }
    let title = title.and_then(|column| first.get(column));
    (!is_like_below && title.is_none_or(|name| judge(name) < 0.5)).then_some(place)
}

/// Names for all columns: those of the header, each once.
fn column_names(header: Option<&StringRecord>, width: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    let width = width.max(header.map_or(0, filled));
    (0..width)
        .map(|column| {
            let name = header.and_then(|header| header.get(column)).unwrap_or_default().trim();
            let name = if name.is_empty() { format!("column {}", column + 1) } else { name.to_owned() };
            let mut once = name.clone();
            let mut number = 2;
            while !seen.insert(once.clone()) {
                once = format!("{name} ({number})");
                number += 1;
            }
            once
        })
        .collect()
}

/// The column that holds the titles, by name and by what stands in it.
fn titles(
    columns: &Columns,
    below: &[StringRecord],
    has_header: bool,
    judge: &mut Judge<'_>,
) -> Result<(usize, Option<String>), String> {
    let values = |column: usize| {
        let mut seen = HashSet::new();
        let all = below.iter().filter_map(move |row| row.get(column)).map(str::trim);
        all.filter(move |value| !value.is_empty() && seen.insert(*value)).take(VALUES).collect::<Vec<_>>()
    };
    let holds_words = |column: &usize| {
        let values = values(*column);
        let others = values.iter().filter(|value| (is_figure(value) && !is_soc(value)) || is_address(value)).count();
        values.is_empty() || others * 2 < values.len()
    };
    let of_kind = |kind: Says| {
        let named = columns.names.iter().enumerate().filter(move |(_, name)| names::says(name) == kind);
        named.map(|(column, _)| column).filter(holds_words).collect::<Vec<_>>()
    };
    let short = |column: &usize| {
        let values = values(*column);
        values.iter().map(|value| value.len()).sum::<usize>() <= 60 * values.len()
    };
    let mut candidates = if has_header { of_kind(Says::Titles) } else { Vec::new() };
    if candidates.is_empty() && has_header {
        candidates = of_kind(Says::AtLength).into_iter().filter(short).collect();
    }
    if candidates.is_empty() && has_header {
        let is_code = |column: &usize| {
            let (name, values) = (columns.names.get(*column), values(*column));
            name.is_some_and(|name| names::is_code(name)) && !values.is_empty() && values.iter().all(|v| is_soc(v))
        };
        candidates = (0..columns.names.len()).filter(is_code).take(1).collect();
    }
    if let [only] = candidates.as_slice() {
        return Ok((*only, None));
    }
    let asked =
        if candidates.is_empty() { (0..columns.names.len()).filter(holds_words).collect() } else { candidates.clone() };
    let mut judged: Vec<(f32, usize)> = asked
        .iter()
        .map(|column| {
            let values = values(*column);
            let sure: f32 = values.iter().map(|value| judge(value)).sum();
            (sure / f32::from(u16::try_from(values.len()).unwrap_or(u16::MAX).max(1)), *column)
        })
        .collect();
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = match judged.as_slice() {
        [first, rest @ ..] if first.0 >= LIKELY && rest.first().is_none_or(|next| next.0 * 3.0 <= first.0) => {
            columns.names.get(first.1).map(|name| (first.1, name))
        }
        _ => None,
    };
    let name = |column: &usize| columns.names.get(*column).cloned().unwrap_or_default();
    if candidates.is_empty() {
        let hint = best.map(|(_, name)| format!("; {name:?} looks like it")).unwrap_or_default();
        return Err(if has_header {
            format!(
                "no column is named as one of job titles; the columns are {}. Say which holds them: --column NAME{hint}",
                listed(&columns.names)
            )
        } else {
            let first = below.first().map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
            format!(
                "the file has {} columns without names; its first row is {}. Say which column holds the job titles: \
                 --column NUMBER; or --lines, where each line is a title{hint}",
                columns.names.len(),
                listed(&first)
            )
        });
    }
    let all: Vec<String> = candidates.iter().map(name).collect();
    match best {
        Some((column, name)) => {
            let others: Vec<String> = all.iter().filter(|other| *other != name).cloned().collect();
            Ok((column, Some(format!("the titles are taken from column {name:?}, not {}", listed(&others)))))
        }
        None => Err(format!(
            "several columns may hold the job titles: {}. Say which: --column {:?}",
            listed(&all),
            all.first().map_or("", String::as_str)
        )),
    }
}

/// Names in quotation marks; of many the first.
pub fn listed(names: &[String]) -> String {
    const MOST: usize = 40;
    let text = names.iter().take(MOST).map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
    if names.len() > MOST { format!("{text} and {} more", names.len() - MOST) } else { text }
}

/// Whether a value is a number, a sum, a date, a telephone number or an identifier such as `P-00123`.
pub fn is_figure(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|letter| letter.is_alphabetic()).count();
    digits > 0 && (letters == 0 || (letters <= 3 && digits >= 3 && !value.trim().contains(' ')))
}

/// Whether a figure may be the name of a column of figures.
fn is_year(value: &str) -> bool {
    value.trim().parse().is_ok_and(|year| (1900..=2099).contains(&year))
}

/// Whether a value is an occupation's code: `15-1252`, `29-1141.00`, `151252`.
fn is_soc(value: &str) -> bool {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    let others = value.chars().filter(|letter| !letter.is_ascii_digit());
    matches!(digits.len(), 6 | 8)
        && digits.first().is_some_and(|first| ('1'..='5').contains(first))
        && others.clone().count() <= 3
        && others.clone().all(|letter| "-–.=\"".contains(letter))
        && value.get(2..3) == Some("-")
}

/// Whether a value is how a person is addressed or reached, which is called a title too.
fn is_address(value: &str) -> bool {
    const ADDRESSES: [&str; 12] =
        ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "rev", "hon", "mr/ms"];
    value.contains('@') || ADDRESSES.contains(&value.to_lowercase().trim_end_matches('.'))
}

#[cfg(test)]
mod tests;
