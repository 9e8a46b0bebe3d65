//! The products, tools and skills that a text names.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::super::analyse::Word;
use super::super::{Engine, Found};
use super::profiles::Profiles;
use crate::catalog::{ElementId, SoftwareId, ToolId};

/// Words with which names of products end, and without which people name them.
const ENDINGS: [&str; 6] = ["software", "systems", "system", "application", "applications", "program"];
/// So many products that begin with a word make it the name of their maker.
const MAKERS: usize = 4;
/// A word that tells less than this of roles is an everyday one: more than some twelve roles have it in their tasks.
const EVERYDAY: f32 = 4.4;

/// Something that a passage names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The product, the tool, or the skill, knowledge or ability.
    pub found: Found,
    /// The letters that name it.
    pub range: Range<usize>,
    /// Whether nothing else is meant: an everyday word names a thing only for a role that works with it.
    pub is_sure: bool,
}

/// All names by their first stem.
pub struct Names {
    by_first: HashMap<String, Vec<Name>>,
}

struct Name {
    /// The stems behind the first.
    rest: Vec<String>,
    found: Found,
    kind: Kind,
}

/// When a word, or several, name a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Wherever they stand.
    Sure,
    /// An everyday word that is a product's name: with a capital, beside another product.
    Product,
    /// An everyday word for a tool.
    Tool,
}

impl Names {
    pub fn of(engine: &Engine, profiles: &Profiles) -> Self {
        let catalog = engine.base;
        let mut analyser = engine.analyser.borrow_mut();
        let tells = |word: &Word| engine.stem_number(&word.stem).map_or(super::UNKNOWN, |stem| profiles.tells(stem));
        let is_everyday = |words: &[Word]| {
            words.iter().all(|word| word.folded.len() < 3 || tells(word) < EVERYDAY || ENDINGS.contains(&&*word.folded))
        };
        let mut names = Self { by_first: HashMap::new() };
        let products: Vec<Vec<Word>> = catalog.software.iter().map(|software| analyser.words(software.name)).collect();
        let mut makers: HashMap<&str, usize> = HashMap::new();
        for first in products.iter().filter(|words| words.len() > 1).filter_map(|words| words.first()) {
            *makers.entry(first.folded.as_str()).or_default() += 1;
        }
        for (id, words) in (0..).map(SoftwareId).zip(&products) {
            let found = Found::Software(id);
            // What only says what kind of software it is needs the word: job costing is work, `Job costing software` a product.
            let kind = |words: &[Word]| if words.len() < 2 && is_everyday(words) { Kind::Product } else { Kind::Sure };
            names.add(words, found, kind(words));
            let short =
                words.split_last().filter(|(last, front)| !front.is_empty() && ENDINGS.contains(&&*last.folded));
            let short = short.map_or(&words[..], |(_, front)| front);
            if short.len() < words.len() && !is_everyday(short) {
                names.add(short, found, Kind::Sure);
            }
            if let Some((maker, rest)) = short.split_first()
                && makers.get(maker.folded.as_str()).is_some_and(|products| *products >= MAKERS)
                && !is_everyday(&[maker.clone()])
            {
                names.add(rest, found, if is_everyday(rest) { Kind::Product } else { Kind::Sure });
            }
        }
        for (id, tool) in (0..).map(ToolId).zip(&catalog.tools) {
            let words = analyser.words(tool.name);
            let kind = if words.len() < 2 && is_everyday(&words) { Kind::Tool } else { Kind::Sure };
            names.add(&words, Found::Tool(id), kind);
        }
        for (id, element) in (0..).map(ElementId).zip(&catalog.elements) {
            let words = analyser.words(element.name);
            if words.len() > 1 {
                names.add(&words, Found::Skill(id), Kind::Sure);
            }
        }
        names
    }

    fn add(&mut self, words: &[Word], found: Found, kind: Kind) {
        let is_number = |word: &Word| word.folded.bytes().all(|letter| letter.is_ascii_digit());
        let Some((first, rest)) = words.split_first() else { return };
        if rest.is_empty() && (first.folded.len() < 2 || is_number(first)) {
            return;
        }
        let rest: Vec<String> = rest.iter().map(|word| word.stem.clone()).collect();
        let names = self.by_first.entry(first.stem.clone()).or_default();
        if names.iter().all(|name| name.rest != rest) {
            names.push(Name { rest, found, kind });
        }
    }

    /// What words name, the longest name first where several begin at a word.
    pub fn in_words(&self, text: &str, words: &[Word]) -> Vec<Named> {
        let mut named: Vec<(Named, Kind, usize)> = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let behind = words.get(at + 1..).unwrap_or_default();
            let names = self.by_first.get(&word.stem).map_or(&[][..], Vec::as_slice);
            let said = |name: &&Name| {
                name.rest.len() <= behind.len() && name.rest.iter().zip(behind).all(|(stem, word)| *stem == word.stem)
            };
            let Some(name) = names.iter().filter(said).max_by_key(|name| (name.rest.len(), Reverse(name.found))) else {
                at += 1;
                continue;
            };
            let end = words.get(at + name.rest.len()).map_or(word.end, |last| last.end);
            let has_capital = text.get(word.start..).is_some_and(|text| text.starts_with(char::is_uppercase));
            if name.kind != Kind::Product || (at > 0 && has_capital) {
                let is_sure = name.kind == Kind::Sure;
                named.push((Named { found: name.found, range: word.start..end, is_sure }, name.kind, at));
            }
            at += 1 + name.rest.len();
        }
        // An everyday word with a capital is a product where one stands beside it: `Word, Excel and Outlook`.
        let is_product = |named: &Named| matches!(named.found, Found::Software(_));
        let sure: Vec<usize> = named
            .iter()
            .filter(|(named, kind, _)| *kind == Kind::Sure && is_product(named))
            .map(|(.., at)| *at)
            .collect();
        named.retain(|(_, kind, at)| *kind != Kind::Product || sure.iter().any(|sure| sure.abs_diff(*at) <= BESIDE));
        let kept = named.into_iter();
        kept.map(|(named, kind, _)| Named { is_sure: kind != Kind::Tool, ..named }).collect()
    }
}

/// So many words on, a product stands beside another.
const BESIDE: usize = 4;
