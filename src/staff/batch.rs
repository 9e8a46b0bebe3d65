//! Titles that are coded together, on several threads.

use std::collections::HashMap;
use std::io;

use csv::StringRecord;

use super::file::Input;
use crate::search::{Coding, Engine, Note, SearchError};

/// Codes a title, with at most so many candidates: one for each thread.
pub trait Finder: FnMut(&str, usize) -> Coding + Send {}

impl<F: FnMut(&str, usize) -> Coding + Send> Finder for F {}

/// How many codings a thread remembers.
const REMEMBERED: usize = 4096;

/// Codes titles by an engine; a staff has many people of one title, which is coded once.
fn remembering(engine: Engine) -> impl Finder {
    let (mut remembered, mut of_top) = (HashMap::<String, Coding>::new(), 0);
    move |title, top| {
        if top != of_top || remembered.len() >= REMEMBERED {
            remembered.clear();
            of_top = top;
        }
        if let Some(coding) = remembered.get(title) {
            return coding.clone();
        }
        let coding = engine.code(title, top);
        remembered.insert(title.to_owned(), coding.clone());
        coding
    }
}

/// Rows that are coded together; their memory is used again.
#[derive(Default)]
pub struct Batch {
    rows: Vec<StringRecord>,
    filled: usize,
}

impl Batch {
    /// Enough for the threads to have more to do than to wait for each other; some 50 ms of work.
    const ROWS: usize = 1024;
    const BYTES: usize = 1024 * 1024;

    /// Takes the next rows; `false` when they are the last.
    pub fn fill(&mut self, input: &mut Input<'_>) -> io::Result<bool> {
        self.filled = 0;
        let mut bytes = 0;
        while self.filled < Self::ROWS && bytes < Self::BYTES {
            if self.rows.len() == self.filled {
                self.rows.push(StringRecord::new());
            }
            let Some(row) = self.rows.get_mut(self.filled) else { break };
            if !input.next(row)? {
                return Ok(false);
            }
            bytes += row.as_slice().len();
            self.filled += 1;
        }
        Ok(true)
    }

    pub fn rows(&self) -> &[StringRecord] {
        self.rows.get(..self.filled).unwrap_or_default()
    }

    /// The coding of each row's title.
    pub fn code(&self, title: usize, finders: &mut [impl Finder], top: usize) -> Vec<Coding> {
        let titles = self.rows().iter().map(|row| row.get(title).unwrap_or_default());
        coded(titles, finders, top)
    }
}

/// The coding of each title, in order: the threads take turns, so that none gets all the long ones.
pub fn coded<'t>(titles: impl Iterator<Item = &'t str>, finders: &mut [impl Finder], top: usize) -> Vec<Coding> {
    let titles: Vec<&str> = titles.collect();
    let threads = finders.len().max(1);
    let mut codings: Vec<Coding> = vec![Coding::default(); titles.len()];
    let mut parts: Vec<Vec<(&str, &mut Coding)>> = (0..threads).map(|_| Vec::new()).collect();
    for (place, pair) in titles.into_iter().zip(&mut codings).enumerate() {
        if let Some(part) = parts.get_mut(place % threads) {
            part.push(pair);
        }
    }
    std::thread::scope(|scope| {
        let mut work = finders.iter_mut().zip(parts).map(|(finder, part)| {
            move || {
                for (title, coding) in part {
                    *coding = if title.trim().is_empty() { blank() } else { finder(title, top) };
                }
            }
        });
        let own = work.next();
        for others in work {
            scope.spawn(others);
        }
        if let Some(work) = own {
            work();
        }
    });
    codings
}

/// The coding of a title in which nothing stands.
fn blank() -> Coding {
    Coding { candidates: Vec::new(), note: Some(Note::Blank) }
}

/// How sure the first code of a title is; 0 where there is none, or a title is too general for one.
pub fn judge(finders: &mut [impl Finder]) -> impl FnMut(&str) -> f32 {
    |title| match finders.first_mut().map(|finder| finder(title, 1)) {
        Some(Coding { candidates, note: None }) => candidates.first().map_or(0.0, |first| first.confidence),
        _ => 0.0,
    }
}

/// A finder for each thread of the machine.
///
/// # Errors
/// None for an engine that is open.
pub fn finders(engine: &Engine) -> Result<Vec<impl Finder + use<>>, SearchError> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    // An engine for each thread: they share all bytes, and open in less than a millisecond.
    (0..threads).map(|_| Ok(remembering(engine.again()?))).collect()
}
