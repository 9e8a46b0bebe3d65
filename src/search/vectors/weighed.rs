//! The meaning of longer texts, in which each word counts by how much it tells.

use super::row::{self, ROW, Vector, WIDTH};
use super::{Meaning, Vectors};

/// What a text means, written in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row([u8; ROW]);

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
        self.sum(words).map(|sum| Meaning(row::steps(&sum)))
    }

    /// The same, written; nothing where no piece is known.
    pub fn weighed_row<'a>(&self, words: impl Iterator<Item = (&'a str, f32)>) -> Row {
        Row(row::write(&self.sum(words).unwrap_or([0.0; WIDTH])))
    }

    fn sum<'a>(&self, words: impl Iterator<Item = (&'a str, f32)>) -> Option<Vector> {
        let (mut sum, mut is_known) = ([0.0; WIDTH], false);
        for (word, weight) in words {
            let mut of_word = [0.0; WIDTH];
            self.pieces.cut(word, |piece| {
                self.pieces.add(piece, &mut of_word);
                is_known = true;
            });
            sum.iter_mut().zip(of_word).for_each(|(sum, number)| *sum += weight * number);
        }
        is_known.then(|| row::unit(sum))
    }
}
