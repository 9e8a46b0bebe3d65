//! Which columns of a staff file hold what: found by their names and by what stands in them, or named by the user.

use std::io;

use csv::StringRecord;

use super::amount::{self, Amount};
use super::file::{Input, invalid, listed, names};
use super::words;
use crate::catalog::{Catalog, codes};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Title,
    /// A SOC or O*NET-SOC code, or another that leads to one.
    Code,
    Headcount,
    Department,
    Pay,
    /// A state, an area or a city.
    Place,
}

/// The columns of a file, and which of them are used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The name of each; `column 2` where it has none.
    pub names: Vec<String>,
    /// The first few values of each.
    pub samples: Vec<Vec<String>>,
    used: [Option<usize>; 6],
}

/// Columns that the user names: by name, by number from 1, or `none`. What is not named is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked(pub [Option<String>; 6]);

/// That a column is not to be used.
pub const NONE: &str = "none";
/// So many values of a column are shown.
const SHOWN: usize = 4;
/// In so many of a hundred values must stand what the name of a column says.
const FITTING: usize = 60;

impl Holds {
    /// All, in the order of the screen.
    pub const ALL: [Self; 6] = [Self::Title, Self::Code, Self::Headcount, Self::Department, Self::Pay, Self::Place];

    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Code => "code",
            Self::Headcount => "headcount",
            Self::Department => "department",
            Self::Pay => "pay",
            Self::Place => "place",
        }
    }

    /// What is done where no column holds it.
    pub const fn without(self) -> &'static str {
        match self {
            Self::Title => "the codes stand for the titles",
            Self::Code => "each title is coded by its words",
            Self::Headcount => "each row counts as one person",
            Self::Department => "no departments",
            Self::Pay => "no pay to compare",
            Self::Place => "pay is compared with that of the chosen place",
        }
    }
}

impl Asked {
    /// What is asked for one kind.
    pub fn of(&self, holds: Holds) -> Option<&str> {
        self.0.get(holds as usize)?.as_deref().map(str::trim)
    }
}

impl Columns {
    /// The column that holds something.
    pub fn of(&self, holds: Holds) -> Option<usize> {
        self.used.get(holds as usize).copied().flatten()
    }

    /// The name of that column.
    pub fn name_of(&self, holds: Holds) -> Option<&str> {
        self.names.get(self.of(holds)?).map(String::as_str)
    }

    /// Whether headcounts are full-time equivalents, as the column's name says.
    pub fn is_fte(&self) -> bool {
        self.name_of(Holds::Headcount).is_some_and(|name| names::words(name).iter().any(|word| word.starts_with("fte")))
    }

    /// What is counted, as the column of headcounts is called.
    pub fn unit(&self) -> &'static str {
        if self.is_fte() { "full-time equivalents" } else { "people" }
    }

    /// Whether pay is by the hour; none where the column's name does not say.
    pub fn is_hourly(&self) -> Option<bool> {
        let words = names::words(self.name_of(Holds::Pay)?);
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        match () {
            () if has(&["hour", "hourly", "hr", "hrly"]) => Some(true),
            () if has(&["annual", "annually", "yearly", "year", "yr", "salary"]) => Some(false),
            () => None,
        }
    }

    /// Finds the columns of a file.
    ///
    /// # Errors
    /// A column that the user names and that is not there.
    pub fn found(input: &Input<'_>, catalog: &Catalog<'_>, asked: &Asked) -> io::Result<Self> {
        let names: Vec<String> = input.names.iter().map(|name| words::plain(name)).collect();
        let sample = |column: usize| {
            let mut values: Vec<String> = Vec::new();
            for value in input.below.iter().filter_map(|row| row.get(column)).map(str::trim) {
                if values.len() < SHOWN && !value.is_empty() && !values.iter().any(|known| known == value) {
                    values.push(words::plain(value).chars().take(60).collect());
                }
            }
            values
        };
        let samples = (0..names.len()).map(sample).collect();
        let mut columns = Self { names, samples, used: [None; 6] };
        for holds in Holds::ALL {
            let column = match (holds, asked.of(holds)) {
                (Holds::Title, _) => Some(input.title),
                (_, Some(NONE)) => None,
                (_, Some(wanted)) => Some(columns.named(wanted)?),
                (_, None) => columns.looked_for(holds, &input.below, catalog),
            };
            if let Some(used) = columns.used.get_mut(holds as usize) {
                *used = column;
            }
        }
        Ok(columns)
    }

    /// The column of a name, or of a number from 1.
    fn named(&self, wanted: &str) -> io::Result<usize> {
        let by_name = self.names.iter().position(|name| name.trim() == wanted);
        let by_name = by_name.or_else(|| self.names.iter().position(|name| names::are_alike(name, wanted)));
        let by_number = || wanted.parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < self.names.len());
        by_name
            .or_else(by_number)
            .ok_or_else(|| invalid(format!("there is no column {wanted:?}; the columns are {}", listed(&self.names))))
    }

    /// The column whose name says it most clearly, and in which it stands. None holds two things.
    fn looked_for(&self, holds: Holds, rows: &[StringRecord], catalog: &Catalog<'_>) -> Option<usize> {
        let named = self.names.iter().enumerate().filter_map(|(column, name)| Some((says(name, holds)?, column)));
        let mut named: Vec<(u8, usize)> = named.filter(|(_, column)| !self.used.contains(&Some(*column))).collect();
        named.sort_by_key(|(rank, column)| (std::cmp::Reverse(*rank), *column));
        let fits = |column: &usize| {
            let values = || rows.iter().filter_map(|row| row.get(*column)).map(str::trim).filter(|v| !v.is_empty());
            let fitting = values().filter(|value| fits(value, holds, catalog)).count();
            fitting > 0 && fitting * 100 >= FITTING * values().count()
        };
        named.into_iter().map(|(_, column)| column).find(fits)
    }
}

/// How clearly a name says that a column holds something; none where it does not.
fn says(name: &str, holds: Holds) -> Option<u8> {
    let words = names::words(name);
    let has = |known: &str| words.iter().any(|word| known.split(' ').any(|known| known == word));
    let only = |known: &str| words.len() == 1 && has(known);
    let rank = |ranks: &[(bool, u8)]| ranks.iter().find(|(is, _)| *is).map(|(_, rank)| *rank);
    match holds {
        Holds::Title => None,
        Holds::Code => rank(&[
            (names::is_code(name) && (has("onet onetsoc") || has("net")), 3),
            (names::is_code(name), 2),
            (has("census") && has("code"), 1),
        ]),
        Holds::Headcount => rank(&[
            (has("headcount hc") || (has("head") && has("count")), 4),
            (has("employees people staff workers persons incumbents") && has("number no num count n total of"), 3),
            (only("employees people incumbents heads count qty positions posts"), 2),
            (has("fte ftes"), 1),
        ])
        .filter(|_| !has("code id status type")),
        Holds::Department => rank(&[
            (has("department dept departments"), 5),
            (has("division div"), 4),
            (has("team unit"), 3),
            (has("agency office branch section directorate organisation organization org function"), 2),
            (has("center centre") && has("cost"), 1),
        ])
        .filter(|_| !has("code id number no num head manager phone type")),
        Holds::Pay => rank(&[
            (has("salary") && has("annual base"), 4),
            (has("salary pay wage wages compensation earnings"), 3),
            (has("rate") && has("hourly hour pay base"), 2),
        ])
        .filter(|_| {
            !has("grade band group range frequency type status step plan scale code class overtime bonus min max minimum \
                  maximum basis period title")
        }),
        Holds::Place => rank(&[(has("state"), 3), (has("location site place city"), 2), (has("area region county"), 1)])
            .filter(|_| !has("code id type manager")),
    }
}

/// Whether a value is what a column of a kind holds.
fn fits(value: &str, holds: Holds, catalog: &Catalog<'_>) -> bool {
    match holds {
        Holds::Title | Holds::Department => true,
        Holds::Code => codes::read(value, catalog).is_some_and(|reading| !reading.named.is_empty()),
        Holds::Headcount => amount::headcount(value) != Amount::Unreadable,
        Holds::Pay => amount::pay(value, None) != Amount::Unreadable,
        Holds::Place => catalog.place_named(value).is_ok(),
    }
}
