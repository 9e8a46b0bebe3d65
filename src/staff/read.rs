//! From the rows of a file to a staff.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use csv::StringRecord;

use super::amount::{self, Amount};
use super::columns::{Asked, Columns, Holds};
use super::file::{Input, invalid};
use super::{Origin, Row, Staff, Title, words};
use crate::catalog::{Catalog, PlaceId, grouped};

/// No file has more rows: beyond, it is not a staff.
const MOST_ROWS: usize = 5_000_000;

impl Staff {
    /// Reads every row; titles are not coded yet.
    ///
    /// # Errors
    /// Those of the reader; a file without rows; a column that the user names and that is not there.
    pub fn read(input: &mut Input<'_>, catalog: &Catalog<'_>, origin: Origin, asked: &Asked) -> io::Result<Self> {
        let columns = Columns::found(input, catalog, asked)?;
        let hourly = columns.is_hourly();
        let mut staff = Self { origin, columns, layout: input.layout.clone(), ..Self::default() };
        staff.remarks.extend(input.remark.take());
        let mut titles: HashMap<(String, String), u32> = HashMap::new();
        // The same letters are the same title; only others are brought to what makes two titles the same.
        let mut written: HashMap<(String, String), u32> = HashMap::new();
        let mut same = Same::default();
        let mut departments: HashMap<String, u32> = HashMap::new();
        let mut places: HashMap<String, Option<PlaceId>> = HashMap::new();
        let mut odd = [Odd::new("headcount"), Odd::new("pay")];
        let mut row = StringRecord::new();
        while input.next(&mut row)? {
            if is_blank(&row) {
                continue;
            }
            same.count(&row);
            if staff.rows.len() >= MOST_ROWS {
                return Err(invalid(format!("more than {} rows: give a part of the file", grouped(MOST_ROWS as u64))));
            }
            let line = row.position().map_or(staff.rows.len() as u64 + 1, csv::Position::line);
            let cell = |holds: Holds| staff.columns.of(holds).map(|column| row.get(column).unwrap_or_default().trim());
            let people = match cell(Holds::Headcount) {
                None => 1.0,
                Some(text) => odd[0].number(amount::headcount(text), text, line).unwrap_or(0.0),
            };
            let pay = cell(Holds::Pay).and_then(|text| odd[1].number(amount::pay(text, hourly), text, line));
            let department = cell(Holds::Department).filter(|name| !name.is_empty()).map(|name| {
                let next = u32::try_from(departments.len()).unwrap_or(u32::MAX);
                departments.get(name).copied().unwrap_or_else(|| {
                    departments.insert(name.to_owned(), next);
                    staff.departments.push(words::plain(name));
                    next
                })
            });
            let place = cell(Holds::Place).filter(|name| !name.is_empty()).and_then(|name| {
                *places.entry(name.to_owned()).or_insert_with(|| catalog.place_named(name).ok().flatten())
            });
            let title = title_of(&staff.columns, &row);
            let at = match written.entry((title.text.clone(), title.code.clone())) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let next = u32::try_from(titles.len()).unwrap_or(u32::MAX);
                    let at = *titles.entry(title.key()).or_insert(next);
                    if at == next {
                        staff.titles.push(title);
                    }
                    *new.insert(at)
                }
            };
            if let Some(title) = staff.titles.get_mut(at as usize) {
                title.rows += 1;
                title.people += people;
            }
            staff.rows.push(Row { title: at, department, people, pay, place });
        }
        if staff.rows.is_empty() {
            return Err(invalid("no row stands below the header: there is nobody in this file"));
        }
        if let Some(name) = staff.columns.name_of(Holds::Headcount).filter(|_| staff.columns.is_fte()) {
            staff.remarks.push(format!("headcounts are full-time equivalents, of column {name:?}: half a post is 0.5"));
        }
        staff.remarks.extend(odd.into_iter().filter_map(Odd::remark));
        staff.remarks.extend(same.remark(&staff));
        staff.remarks.extend(input.meter.remarks());
        Ok(staff)
    }
}

/// Whether nothing stands in a row: it is none of the staff's.
pub fn is_blank(row: &StringRecord) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// What a row says of its title.
pub fn title_of(columns: &Columns, row: &StringRecord) -> Title {
    let cell = |holds| columns.of(holds).and_then(|column| row.get(column)).unwrap_or_default();
    Title { text: words::plain(cell(Holds::Title)), code: words::plain(cell(Holds::Code)), ..Title::default() }
}

/// Rows that say the same in every cell.
#[derive(Default)]
struct Same {
    seen: HashSet<u64>,
    rows: usize,
}

impl Same {
    fn count(&mut self, row: &StringRecord) {
        let mut hasher = DefaultHasher::new();
        row.iter().for_each(|cell| cell.hash(&mut hasher));
        self.rows += usize::from(!self.seen.insert(hasher.finish()));
    }

    /// What is said of them, where rows are otherwise told apart: by a number or a name in a column that is not used.
    fn remark(self, staff: &Staff) -> Option<String> {
        let used = Holds::ALL.iter().filter(|holds| staff.columns.of(**holds).is_some()).count();
        let is_told_apart = staff.columns.names.len() > used && self.rows * 2 < staff.rows.len();
        let rows = grouped(self.rows as u64);
        let they = if self.rows == 1 {
            "1 row is the same as one".to_owned()
        } else {
            format!("{rows} rows are the same as others")
        };
        (self.rows > 0 && is_told_apart).then(|| {
            format!("{they} above in every cell: each is counted. If somebody is there twice, remove one from the file")
        })
    }
}

/// Cells without a number where one should stand.
struct Odd {
    what: &'static str,
    missing: usize,
    unreadable: usize,
    /// The first of them: its line, and its beginning.
    first: Option<(u64, String)>,
}

impl Odd {
    const fn new(what: &'static str) -> Self {
        Self { what, missing: 0, unreadable: 0, first: None }
    }

    /// The number, where it is one; else it is counted.
    fn number(&mut self, amount: Amount, text: &str, line: u64) -> Option<f64> {
        match amount {
            Amount::Number(number) => return Some(number),
            Amount::Missing => self.missing += 1,
            Amount::Unreadable => {
                self.unreadable += 1;
                self.first.get_or_insert_with(|| (line, text.chars().take(40).collect()));
            }
        }
        None
    }

    /// What is said of them.
    fn remark(self) -> Option<String> {
        let effect =
            if self.what == "headcount" { "they count nobody" } else { "they are left out where pay is compared" };
        let rows = |count: usize| format!("{} {}", grouped(count as u64), if count == 1 { "row" } else { "rows" });
        let mut parts = Vec::new();
        if self.missing > 0 {
            parts.push(format!("{} without a {}", rows(self.missing), self.what));
        }
        if let Some((line, text)) = self.first {
            parts.push(format!(
                "{} with a {} that is no number (line {line}: {text:?})",
                rows(self.unreadable),
                self.what
            ));
        }
        (!parts.is_empty()).then(|| format!("{}: {effect}", parts.join(", ")))
    }
}
