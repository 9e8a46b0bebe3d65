//! Finding by meaning: how near a text is to a role although they share no word.
//!
//! Each piece of a word (as BERT cuts words) has a row of numbers; the rows of a text are added up, and the direction of
//! the sum is held against that of each role's titles. The table was fitted beforehand, so no model runs: see
//! `scripts/fit_vectors.py`. Texts are near each other where a language model for sentences held them for alike.

mod build;
mod pieces;
mod roles;
mod row;
mod weighed;

pub use build::build;

use crate::catalog::RoleId;
use pieces::Pieces;
use roles::Roles;
use row::{Steps, WIDTH};
pub use weighed::Row;

/// The name under which the roles' rows lie beside the index library's files.
pub const FILE: &str = "vectors";

/// The pieces of words and the roles.
#[derive(Clone, Copy, Debug)]
pub struct Vectors {
    pieces: Pieces,
    roles: Roles,
}

/// What a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning(Steps);

impl Vectors {
    /// Opens what [`build()`] has made; `None` when the bytes are something else.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { pieces: Pieces::embedded()?, roles: Roles::open(bytes)? })
    }

    pub const fn roles(&self) -> usize {
        self.roles.count()
    }

    /// What words mean together, each in small letters and without accents; `None` where no piece of them is known.
    pub fn meaning<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Option<Meaning> {
        let (mut sum, mut is_known) = ([0.0; WIDTH], false);
        for word in words {
            self.pieces.cut(word, |piece| {
                self.pieces.add(piece, &mut sum);
                is_known = true;
            });
        }
        is_known.then(|| Meaning(row::steps(&row::unit(sum))))
    }

    /// How near a text is to a role, from -1 to 1.
    pub fn similarity(&self, text: &Meaning, role: RoleId) -> f32 {
        self.roles.similarity(&text.0, role)
    }

    /// The roles whose centres are nearest to a text, with how near they are in all, nearest first.
    pub fn nearest(&self, text: &Meaning, limit: usize) -> Vec<(RoleId, f32)> {
        let nearest = self.roles.nearest(&text.0, limit);
        let mut nearest: Vec<(RoleId, f32)> = nearest.map(|role| (role, self.similarity(text, role))).collect();
        nearest.sort_by(|a, b| b.1.total_cmp(&a.1));
        nearest
    }
}

#[cfg(test)]
mod tests {
    use super::RoleId;
    use crate::fixture;
    use crate::search::Engine;

    fn nearest_of(engine: &Engine, text: &str, limit: usize) -> Vec<(RoleId, f32)> {
        let words = engine.analyser.borrow_mut().words(text);
        let meaning = engine.vectors.meaning(words.iter().map(|word| word.folded.as_str()));
        meaning.map_or_else(Vec::new, |meaning| engine.vectors.nearest(&meaning, limit))
    }

    fn nearest(text: &str) -> Vec<&'static str> {
        let engine = fixture::engine();
        let near = nearest_of(&engine, text, 2);
        assert!(near.is_sorted_by(|a, b| a.1 >= b.1), "{near:?}");
        assert!(near.iter().all(|(_, similarity)| (-1.01..=1.01).contains(similarity)), "{near:?}");
        near.iter().filter_map(|(role, _)| Some(engine.catalog().role(*role)?.title)).collect()
    }

    #[test]
    fn a_text_that_shares_no_word_with_a_role_is_near_to_it() {
        assert_eq!(nearest("apiculture")[0], "Beekeepers");
        assert_eq!(nearest("quality examiner")[0], "Hive Inspectors");
    }

    #[test]
    fn a_title_of_the_role_is_nearest_to_it() {
        assert_eq!(nearest("BEEKEEPERS")[0], "Beekeepers");
        assert_eq!(nearest("bee inspector")[0], "Hive Inspectors");
    }

    /// The similarities are those that the fit computes; a little more or less for other titles.
    #[test]
    fn everyday_words_are_near_to_their_roles() {
        let engine = crate::snapshot::open().unwrap();
        for (text, title, expected) in [
            ("registered nurse", "Registered Nurses", 0.898),
            ("fix cars", "Automotive Service Technicians and Mechanics", 0.738),
            ("help kids learn to read", "Tutors", 0.587),
        ] {
            let near = nearest_of(&engine, text, 3);
            let found = near.iter().find(|(role, _)| engine.catalog().role(*role).unwrap().title == title);
            let similarity = found.unwrap_or_else(|| panic!("{text} is not near to {title}")).1;
            assert!((similarity - expected).abs() < 0.03, "{text}: {similarity}");
        }
    }

    #[test]
    fn what_has_no_known_piece_means_nothing() {
        for text in ["", " \t", "-", "\u{1F41D}", "蜂"] {
            assert!(nearest(text).is_empty(), "{text}");
        }
        assert_eq!(nearest(&"bee ".repeat(10_000)).len(), 2);
    }
}
