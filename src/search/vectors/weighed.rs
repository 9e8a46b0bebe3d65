//! The meaning of longer texts, in which each word counts by how much it tells.

use std::collections::HashMap;

use super::row::{self, ROW, Vector, WIDTH};
use super::{Meaning, Vectors};

/// What a text means, written in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row([u8; ROW]);

impl Row {
    /// The middle of several, each as long as the others; nothing where there are none.
    pub fn middle(rows: &[&Self]) -> Self {
        let mut sum = [0.0; WIDTH];
        rows.iter().for_each(|written| row::add(&written.0, &mut sum));
        Self(row::write(&row::unit(sum)))
    }
}

impl Meaning {
    /// How near it is to a written one, -1 to 1.
    pub fn product(&self, written: &Row) -> f32 {
        row::product_with(&written.0, &self.0)
    }

    /// What texts mean together, each with how much it counts; `None` without one.
    pub fn together(meanings: impl Iterator<Item = (Self, f32)>) -> Option<Self> {
        let (mut sum, mut is_known) = ([0.0; WIDTH], false);
        for (Self(steps), weight) in meanings {
            sum.iter_mut().zip(steps).for_each(|(sum, step)| *sum += weight * f32::from(step));
            is_known = true;
        }
        is_known.then(|| Self(row::steps(&row::unit(sum))))
    }
}

impl Vectors {
    /// What words mean together, each with how much it tells; `None` where no piece of them is known.
    pub fn weighed<'a>(&self, words: impl Iterator<Item = (&'a str, f32)>) -> Option<Meaning> {
        let (mut sum, mut is_known) = ([0.0; WIDTH], false);
        for (word, weight) in words {
            let Some(of_word) = self.of_word(word) else { continue };
            sum.iter_mut().zip(of_word).for_each(|(sum, number)| *sum += weight * number);
            is_known = true;
        }
        is_known.then(|| Meaning(row::steps(&row::unit(sum))))
    }

    fn of_word(&self, word: &str) -> Option<Vector> {
        let (mut sum, mut is_known) = ([0.0; WIDTH], false);
        self.pieces.cut(word, |piece| {
            self.pieces.add(piece, &mut sum);
            is_known = true;
        });
        is_known.then_some(sum)
    }

    /// Reads many texts whose words have numbers: what a word means is looked up once.
    pub fn remembering<'w>(&self, letters: impl Fn(u16) -> &'w [u8]) -> Remembering<'w, impl Fn(u16) -> &'w [u8]> {
        Remembering { vectors: *self, letters, known: HashMap::new() }
    }
}

/// Words that were looked up.
pub struct Remembering<'w, L: Fn(u16) -> &'w [u8]> {
    vectors: Vectors,
    letters: L,
    known: HashMap<u16, Option<Vector>>,
}

impl<'w, L: Fn(u16) -> &'w [u8]> Remembering<'w, L> {
    /// What words mean together, each with how much it tells.
    pub fn row(&mut self, words: impl Iterator<Item = (u16, f32)>) -> Row {
        let mut sum = [0.0; WIDTH];
        for (word, weight) in words {
            let (vectors, letters) = (&self.vectors, &self.letters);
            let of_word = self
                .known
                .entry(word)
                .or_insert_with(|| std::str::from_utf8(letters(word)).ok().and_then(|word| vectors.of_word(word)));
            let Some(of_word) = of_word else { continue };
            sum.iter_mut().zip(of_word).for_each(|(sum, number)| *sum += weight * *number);
        }
        Row(row::write(&row::unit(sum)))
    }
}
