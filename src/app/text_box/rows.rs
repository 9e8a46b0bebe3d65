//! The rows in which a text is seen: lines broken between words, by the cells that letters take. A library that breaks
//! lines gives texts; here the places of their letters are wanted, for a megabyte at a time.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A row: a part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which line.
    pub line: usize,
    /// Its bytes in the line; the space at which the line is broken is its last.
    pub from: usize,
    pub to: usize,
}

/// All rows of a text.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    all: Vec<Row>,
    /// At which byte of the text each line starts.
    starts: Vec<usize>,
    cells: usize,
}

impl Rows {
    /// Lays lines out in rows of so many cells.
    pub fn of(lines: &[String], cells: usize) -> Self {
        let mut rows = Self { all: Vec::with_capacity(lines.len()), starts: Vec::with_capacity(lines.len()), cells };
        let mut start = 0;
        for (line, letters) in lines.iter().enumerate() {
            rows.starts.push(start);
            start += letters.len() + 1;
            broken(letters, cells.max(1), |from, to| rows.all.push(Row { line, from, to }));
        }
        rows
    }

    pub const fn cells(&self) -> usize {
        self.cells
    }

    pub const fn len(&self) -> usize {
        self.all.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, row: usize) -> Option<Row> {
        self.all.get(row).copied()
    }

    /// The rows from one on.
    pub fn from(&self, row: usize) -> &[Row] {
        self.all.get(row..).unwrap_or_default()
    }

    /// At which byte of the text a line starts.
    pub fn start_of(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(0)
    }

    /// In which line a byte of the text is.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// In which row a byte of the text is.
    pub fn row_of(&self, byte: usize) -> usize {
        self.all.partition_point(|row| self.start_of(row.line) + row.from <= byte).saturating_sub(1)
    }
}

/// Breaks a line; a word that is longer than a row is broken where the row ends.
fn broken(line: &str, cells: usize, mut push: impl FnMut(usize, usize)) {
    let (mut from, mut used, mut gap) = (0, 0, 0);
    for (at, letter) in line.char_indices() {
        let wide = letter.width().unwrap_or(0);
        // Spaces at its end may hang over the edge.
        if used + wide > cells && at > from && !letter.is_whitespace() {
            let end = if gap > from { gap } else { at };
            push(from, end);
            from = end;
            used = line.get(end..at).map_or(0, cells_of);
        }
        used += wide;
        if letter.is_whitespace() {
            gap = at + letter.len_utf8();
        }
    }
    push(from, line.len());
}

/// How many cells letters take.
pub fn cells_of(letters: &str) -> usize {
    letters.width()
}

/// The byte of a text at a cell: its length where the cell lies behind it.
pub fn byte_at(letters: &str, cell: usize) -> usize {
    let mut used = 0;
    for (at, letter) in letters.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > cell {
            return at;
        }
    }
    letters.len()
}
