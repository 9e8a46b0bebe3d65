//! Which columns of the file are to be read as what.

use crate::app::turned;
use crate::staff::columns::{Asked, Columns, Holds, NONE};

/// What the user chooses of the columns of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The column of each of [`Holds::ALL`]; none where there is none.
    pub used: [Option<usize>; 6],
    /// Which of them the cursor is on.
    pub cursor: usize,
}

impl Choice {
    /// The columns that are read now.
    pub fn of(columns: &Columns) -> Self {
        Self { used: Holds::ALL.map(|holds| columns.of(holds)), cursor: 0 }
    }

    /// Whether other columns are chosen than are read now.
    pub fn is_changed(&self, columns: &Columns) -> bool {
        self.used != Self::of(columns).used
    }

    /// Takes the next of `len` columns, or the one before; after the last comes none, but for the titles.
    pub fn turn(&mut self, len: usize, forward: bool) {
        let may_be_none = Holds::ALL.get(self.cursor) != Some(&Holds::Title);
        let Some(used) = self.used.get_mut(self.cursor) else { return };
        // None has the place after the last.
        let places = len + usize::from(may_be_none);
        let next = turned(used.unwrap_or(len), places, forward);
        *used = (next < len).then_some(next);
    }

    /// What else a column is read as.
    pub fn other(&self, place: usize) -> Option<Holds> {
        let column = self.used.get(place).copied().flatten()?;
        let others = Holds::ALL.into_iter().zip(self.used).enumerate();
        let mut same = others.filter(|(other, (_, used))| *other != place && *used == Some(column));
        same.next().map(|(_, (holds, _))| holds)
    }

    /// How to ask for these columns when the file is read again: by name, or by number where a name says too little.
    pub fn asked(&self, columns: &Columns) -> Asked {
        let names = &columns.names;
        let ask = |column: usize| {
            let name = names.get(column).map_or("", |name| name.trim());
            let is_clear = names.iter().filter(|other| other.trim() == name).count() == 1
                && names.len() > 1
                && !name.is_empty()
                && name != NONE
                && name.parse::<usize>().is_err()
                && name != format!("column {}", column + 1);
            if is_clear { name.to_owned() } else { (column + 1).to_string() }
        };
        Asked(self.used.map(|used| Some(used.map_or_else(|| NONE.to_owned(), ask))))
    }
}
