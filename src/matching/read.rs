//! Reading a text sentence by sentence.

use std::collections::HashMap;
use std::rc::Rc;

use crate::search::{Engine, Passage};

use super::blend;
use super::found::Matched;
use super::text::Text;
use super::titles;

/// Reads texts, and remembers the sentences that it has read: after a letter typed, one sentence is new.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    known: HashMap<String, Rc<Passage>>,
}

/// So many sentences are remembered beside those of the text.
const REMEMBERED: usize = 4096;

impl Reader {
    /// Reads up to so many sentences of a text that it does not know yet; whether it knows all of them now.
    pub fn go_on(&mut self, engine: &Engine, text: &Text, most: usize) -> bool {
        if self.known.len() > REMEMBERED + text.sentences.len() {
            self.known.clear();
        }
        let mut left = most;
        for sentence in text.sentences.iter().filter(|sentence| sentence.counts) {
            let said = text.said(sentence);
            if self.known.contains_key(said) {
                continue;
            }
            if left == 0 {
                return false;
            }
            left -= 1;
            self.known.insert(said.to_owned(), Rc::new(engine.read_passage(said)));
        }
        true
    }

    /// How many of the sentences that count are read, and how many there are.
    pub fn progress(&self, text: &Text) -> (usize, usize) {
        let counting = text.sentences.iter().filter(|sentence| sentence.counts);
        counting.fold((0, 0), |(read, all), sentence| {
            (read + usize::from(self.known.contains_key(text.said(sentence))), all + 1)
        })
    }

    /// What is known of every role, for fitting the blend.
    pub fn features(&mut self, engine: &Engine, text: &Text) -> Vec<[f32; blend::FEATURES]> {
        self.go_on(engine, text, usize::MAX);
        blend::known(engine, text, &self.those_read(text), &titles::found(engine, text))
    }

    fn those_read(&self, text: &Text) -> Vec<(usize, Rc<Passage>)> {
        text.sentences
            .iter()
            .enumerate()
            .filter(|(_, sentence)| sentence.counts)
            .filter_map(|(at, sentence)| Some((at, Rc::clone(self.known.get(text.said(sentence))?))))
            .collect()
    }

    /// What all sentences say together that are read so far.
    pub fn matched(&self, engine: &Engine, text: &Text) -> Matched {
        Matched::of(engine, text, self.those_read(text), titles::found(engine, text))
    }

    /// Reads all of a text.
    pub fn read(&mut self, engine: &Engine, text: &Text) -> Matched {
        self.go_on(engine, text, usize::MAX);
        self.matched(engine, text)
    }
}
