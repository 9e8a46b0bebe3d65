//! The table of word pieces: what each adds to the meaning of a text.
//!
//! `scripts/fit_vectors.py` makes `assets/vectors.bin`. Layout, numbers little-endian: `PIECES01`; the numbers in a row,
//! the pieces that begin a word, those that continue one (4 bytes each); for each piece, in this order and A-Z in each
//! part, where its letters begin (4 bytes; one more for the end of the last); all letters; for each piece a scale (2
//! bytes, the upper half of its `f32`) and the steps (1 byte each).

use super::WIDTH;
use super::row::{self, ROW, Vector};

/// How a table of pieces begins.
const MAGIC: &[u8] = b"PIECES01";

/// The table, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Pieces {
    begins: &'static [[u8; 4]],
    letters: &'static [u8],
    rows: &'static [u8],
    /// How many pieces begin a word.
    heads: usize,
    /// How many there are.
    all: usize,
    /// Letters of the longest.
    longest: usize,
}

impl Pieces {
    /// The table that the program carries.
    pub fn embedded() -> Option<Self> {
        Self::open(include_bytes!("../../../assets/vectors.bin"))
    }

    /// Opens a table; `None` when the bytes are something else.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (counts, rest) = rest.split_at_checked(12)?;
        let mut counts = counts.as_chunks().0.iter().map(|count| usize::try_from(u32::from_le_bytes(*count)).ok());
        let (width, heads, tails) = (counts.next()??, counts.next()??, counts.next()??);
        let all = heads.checked_add(tails)?;
        let (begins, rest) = rest.split_at_checked(all.checked_add(1)?.checked_mul(4)?)?;
        let begins = begins.as_chunks().0;
        let end = usize::try_from(u32::from_le_bytes(*begins.last()?)).ok()?;
        let (letters, rows) = rest.split_at_checked(end)?;
        if width != WIDTH || rows.len() != all.checked_mul(ROW)? {
            return None;
        }
        let mut pieces = Self { begins, letters, rows, heads, all, longest: 0 };
        pieces.longest = (0..all).filter_map(|piece| pieces.letters(piece)).map(<[u8]>::len).max()?;
        Some(pieces)
    }

    fn letters(&self, piece: usize) -> Option<&'static [u8]> {
        let at = |piece: usize| usize::try_from(u32::from_le_bytes(*self.begins.get(piece)?)).ok();
        self.letters.get(at(piece)?..at(piece + 1)?)
    }

    /// The piece with exactly these letters.
    fn find(&self, letters: &[u8], begins_word: bool) -> Option<usize> {
        let (mut from, mut to) = if begins_word { (0, self.heads) } else { (self.heads, self.all) };
        while from < to {
            let middle = from.midpoint(to);
            match self.letters(middle)?.cmp(letters) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// Cuts a word, in small letters without accents, into the longest pieces from its front on (as BERT does); what no
    /// piece begins with is left out.
    pub fn cut(&self, word: &str, mut take: impl FnMut(usize)) {
        let mut rest = word.as_bytes();
        while !rest.is_empty() {
            let begins_word = rest.len() == word.len();
            let found = (1..=rest.len().min(self.longest)).rev().find_map(|length| {
                let (front, behind) = rest.split_at_checked(length)?;
                Some((self.find(front, begins_word)?, behind))
            });
            let Some((piece, behind)) = found else { return };
            take(piece);
            rest = behind;
        }
    }

    /// Adds what a piece means to the sum of a text.
    pub fn add(&self, piece: usize, sum: &mut Vector) {
        if let Some(bytes) = piece.checked_mul(ROW).and_then(|at| self.rows.get(at..at + ROW)) {
            row::add(bytes, sum);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(pieces: &Pieces, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for word in crate::search::analyse::Analyser::new().words(text) {
            pieces.cut(&word.folded, |piece| {
                let mark = if piece < pieces.heads { "" } else { "##" };
                found.push(format!("{mark}{}", std::str::from_utf8(pieces.letters(piece).unwrap()).unwrap()));
            });
        }
        found
    }

    /// `pieces.txt` holds some titles and the pieces, without punctuation, into which the tokeniser of all-MiniLM-L6-v2
    /// cuts them.
    #[test]
    fn words_are_cut_as_the_model_cuts_them() {
        let pieces = Pieces::embedded().unwrap();
        let lines: Vec<_> = include_str!("pieces.txt").lines().collect();
        assert!(lines.len() > 200);
        for line in lines {
            let (title, expected) = line.split_once('\t').unwrap();
            assert_eq!(cut(&pieces, title).join(" "), expected, "{title}");
        }
    }

    #[test]
    fn unknown_letters_end_a_word_early() {
        let pieces = Pieces::embedded().unwrap();
        assert_eq!(cut(&pieces, "Enfermera señor"), cut(&pieces, "enfermera SENOR"));
        assert!(cut(&pieces, "蜂 \u{1F41D}").is_empty());
        assert_eq!(cut(&pieces, "nurse蜂"), ["nurse"]);
    }

    #[test]
    fn other_bytes_are_no_table() {
        let whole = include_bytes!("../../../assets/vectors.bin");
        assert!(Pieces::open(whole).is_some());
        for end in [0, 7, 8, 19, 20, 1000, whole.len() / 2, whole.len() - 1] {
            assert!(Pieces::open(&whole[..end]).is_none(), "{end}");
        }
    }
}
