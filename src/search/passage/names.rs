//! The products, tools and skills that a text names.

use std::collections::HashMap;
use std::ops::Range;

use super::super::analyse::Word;
use super::super::{Engine, Found};
use super::{Passage, Signs};
use crate::catalog::{ElementId, RoleId, SoftwareId, ToolId};

/// Words with which names of products end, and without which people name them.
const ENDINGS: [&str; 6] = ["software", "systems", "system", "application", "applications", "program"];
/// So many products that begin with a word make it the name of their maker.
const MAKERS: usize = 4;
/// A word that more tasks than this hold is no product by itself, whatever product is called so.
const EVERYDAY: f32 = 6.2;

/// Something that a passage names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The product, the tool, or the skill, knowledge or ability.
    pub found: Found,
    /// The letters that name it.
    pub range: Range<usize>,
}

/// All names by their first stem.
pub struct Names {
    by_first: HashMap<String, Vec<Name>>,
}

struct Name {
    /// The stems behind the first.
    rest: Vec<String>,
    found: Found,
    /// An everyday word: it names the product only beside another name, or with a capital.
    is_everyday: bool,
}

impl Names {
    pub fn of(engine: &Engine) -> Self {
        let catalog = engine.base;
        let mut analyser = engine.analyser.borrow_mut();
        let mut by_first: HashMap<String, Vec<Name>> = HashMap::new();
        let mut add = |stems: &[String], found: Found, is_everyday: bool| {
            let Some((first, rest)) = stems.split_first() else { return };
            let names = by_first.entry(first.clone()).or_default();
            if names.iter().all(|name| name.rest != rest || name.found > found) {
                names.push(Name { rest: rest.to_vec(), found, is_everyday });
            }
        };
        let products: Vec<Vec<Word>> = catalog.software.iter().map(|software| analyser.words(software.name)).collect();
        let mut makers: HashMap<&str, usize> = HashMap::new();
        for words in &products {
            if let [first, _, ..] = &words[..] {
                *makers.entry(first.folded.as_str()).or_default() += 1;
            }
        }
        let stems = |words: &[Word]| words.iter().map(|word| word.stem.clone()).collect::<Vec<String>>();
        let everyday = |words: &[Word]| {
            let [word] = words else { return false };
            word.folded.len() < 3
                || engine.stem_number(&word.stem).is_some_and(|stem| engine.corpus.weight_of_stem(stem) < EVERYDAY)
        };
        for (id, words) in (0..).map(SoftwareId).zip(&products) {
            let mut words = &words[..];
            let found = Found::Software(id);
            add(&stems(words), found, everyday(words));
            if let Some((last, front)) = words.split_last()
                && !front.is_empty()
                && ENDINGS.contains(&last.folded.as_str())
            {
                words = front;
                add(&stems(words), found, everyday(words));
            }
            if let Some((first, rest)) = words.split_first()
                && !rest.is_empty()
                && makers.get(first.folded.as_str()).is_some_and(|products| *products >= MAKERS)
            {
                add(&stems(rest), found, everyday(rest));
            }
        }
        for (id, tool) in (0..).map(ToolId).zip(&catalog.tools) {
            let words = analyser.words(tool.name);
            add(&stems(&words), Found::Tool(id), false);
        }
        for (id, element) in (0..).map(ElementId).zip(&catalog.elements) {
            let words = analyser.words(element.name);
            if words.len() > 1 {
                add(&stems(&words), Found::Skill(id), false);
            }
        }
        Self { by_first }
    }

    /// What words name, the longest name first where several begin at a word.
    pub fn in_words(&self, _engine: &Engine, text: &str, words: &[Word]) -> Vec<Named> {
        let mut named: Vec<(Named, bool)> = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let behind = words.get(at + 1..).unwrap_or_default();
            let names = self.by_first.get(&word.stem).map_or(&[][..], Vec::as_slice);
            let said = |name: &&Name| {
                name.rest.len() <= behind.len() && name.rest.iter().zip(behind).all(|(stem, word)| *stem == word.stem)
            };
            let longest = names.iter().filter(said).max_by_key(|name| (name.rest.len(), std::cmp::Reverse(name.found)));
            let Some(name) = longest else {
                at += 1;
                continue;
            };
            let end = words.get(at + name.rest.len()).map_or(word.end, |last| last.end);
            let has_capital = at > 0 && text.get(word.start..).is_some_and(|text| text.starts_with(char::is_uppercase));
            let is_sure = !name.is_everyday;
            if is_sure || has_capital {
                named.push((Named { found: name.found, range: word.start..end }, is_sure));
            }
            at += 1 + name.rest.len();
        }
        // An everyday word with a capital is a product where another one stands beside it.
        let has_product = named.iter().any(|(named, sure)| *sure && matches!(named.found, Found::Software(_)));
        named.retain(|(_, sure)| *sure || has_product);
        named.into_iter().map(|(named, _)| named).collect()
    }

    /// How much what is named tells of each role: rarer among roles, more.
    #[allow(clippy::cast_precision_loss, reason = "counts of some thousand")]
    pub fn tell(&self, engine: &Engine, passages: &[(&Passage, f32)], signs: &mut [Signs]) {
        let mut found: Vec<Found> =
            passages.iter().flat_map(|(reading, _)| &reading.names).map(|named| named.found).collect();
        found.sort_unstable();
        found.dedup();
        let catalog = engine.base;
        for found in found {
            let uses = |role: &crate::catalog::Role<'_>| match found {
                Found::Software(id) => role.software.iter().any(|used| used.software == id),
                Found::Tool(id) => role.tools.iter().any(|used| used.tool == id),
                _ => false,
            };
            let users: Vec<RoleId> =
                catalog.roles_with_ids().filter(|(_, role)| uses(role)).map(|(id, _)| id).collect();
            let told = (signs.len() as f32 / (1.0 + users.len() as f32)).ln().max(0.0);
            for role in users {
                signs.get_mut(usize::from(role.0)).into_iter().for_each(|signs| signs.names += told);
            }
        }
    }
}
