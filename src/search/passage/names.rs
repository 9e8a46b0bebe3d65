//! The products, tools and skills that a text names.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::super::analyse::Word;
use super::super::corpus::BREAK;
use super::super::{Engine, Found};
use super::profiles::Profiles;
use crate::catalog::{ElementId, SoftwareId, ToolId};

/// Words with which names of products end, and without which people name them.
const ENDINGS: [&str; 6] = ["software", "systems", "system", "application", "applications", "program"];
/// So many products that begin with a word make it the name of their maker.
const MAKERS: usize = 4;
/// A word that tells less than this of roles is an everyday one: more than some twelve roles have it in their tasks.
const EVERYDAY: f32 = 4.4;
/// So many words on, a product stands beside another.
const BESIDE: usize = 4;

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
    by_first: HashMap<u16, Vec<Name>>,
}

struct Name {
    /// The stems behind the first.
    rest: Vec<u16>,
    found: Found,
    kind: Kind,
}

/// When a word, or several, name a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Wherever they stand.
    Sure,
    /// A word that people call a product without its maker, `Outlook`: with a capital, or beside another product.
    Short,
    /// An everyday word that is a product's name, `Word`: with a capital, beside another product.
    Product,
    /// An everyday word for a tool.
    Tool,
}

/// The words of a name, by number, and their stems.
type Said = Vec<(u16, u16)>;

impl Names {
    pub fn of(engine: &Engine, profiles: &Profiles) -> Self {
        let (catalog, corpus, layout) = (engine.base, &engine.corpus, &engine.layout);
        let letters = |word: u16| corpus.word(usize::from(word));
        let said = |document| -> Said {
            let words = corpus.document(document).filter(|word| *word != BREAK);
            words.filter_map(|word| Some((word, corpus.stem(word)?))).collect()
        };
        let is_ending = |word: u16| ENDINGS.iter().any(|ending| ending.as_bytes() == letters(word));
        let is_everyday = |said: &[(u16, u16)]| {
            said.iter()
                .all(|(word, stem)| letters(*word).len() < 3 || profiles.tells(*stem) < EVERYDAY || is_ending(*word))
        };
        let mut names = Self { by_first: HashMap::new() };
        let mut add = |said: &[(u16, u16)], found: Found, kind: Kind| {
            let Some(((first, stem), rest)) = said.split_first() else { return };
            // A letter or a number alone names too much.
            if rest.is_empty() && (letters(*first).len() < 2 || letters(*first).iter().all(u8::is_ascii_digit)) {
                return;
            }
            let rest: Vec<u16> = rest.iter().map(|(_, stem)| *stem).collect();
            let of_first = names.by_first.entry(*stem).or_default();
            if of_first.iter().all(|name| name.rest != rest) {
                of_first.push(Name { rest, found, kind });
            }
        };
        let products = (0..).map(SoftwareId).zip(&catalog.software).map(|(id, _)| (id, said(layout.of_software(id))));
        let products: Vec<(SoftwareId, Said)> = products.collect();
        let mut makers: HashMap<u16, usize> = HashMap::new();
        for (first, _) in products.iter().filter(|(_, said)| said.len() > 1).filter_map(|(_, said)| said.first()) {
            *makers.entry(*first).or_default() += 1;
        }
        for (id, said) in &products {
            let found = Found::Software(*id);
            // What only says what kind of software it is needs the word: job costing is work, `Job costing software` a product.
            add(said, found, if said.len() < 2 && is_everyday(said) { Kind::Product } else { Kind::Sure });
            let short = said.split_last().filter(|((last, _), front)| !front.is_empty() && is_ending(*last));
            let short = short.map_or(&said[..], |(_, front)| front);
            if short.len() < said.len() && !is_everyday(short) {
                add(short, found, Kind::Sure);
            }
            if let Some((maker, rest)) = short.split_first()
                && makers.get(&maker.0).is_some_and(|products| *products >= MAKERS)
                && !is_everyday(&[*maker])
            {
                let kind = match rest.len() {
                    _ if is_everyday(rest) => Kind::Product,
                    1 => Kind::Short,
                    _ => Kind::Sure,
                };
                add(rest, found, kind);
            }
        }
        for (id, _) in (0..).map(ToolId).zip(&catalog.tools) {
            let said = said(layout.of_tool(id));
            add(&said, Found::Tool(id), if said.len() < 2 && is_everyday(&said) { Kind::Tool } else { Kind::Sure });
        }
        for (id, _) in (0..).map(ElementId).zip(&catalog.elements) {
            let said = said(layout.of_element(id));
            // `Writing` and `Speaking` are in every text; `Critical Thinking` is a skill.
            if said.len() > 1 {
                add(&said, Found::Skill(id), Kind::Sure);
            }
        }
        names
    }

    /// What words name, each with the number of its stem; the longest name first where several begin at a word.
    pub fn in_words(&self, text: &str, words: &[Word], stems: &[Option<u16>]) -> Vec<Named> {
        let mut named: Vec<(Named, Kind, usize)> = Vec::new();
        let mut at = 0;
        while let (Some(word), Some(stem)) = (words.get(at), stems.get(at)) {
            let behind = stems.get(at + 1..).unwrap_or_default();
            let begun = stem.and_then(|stem| self.by_first.get(&stem)).map_or(&[][..], Vec::as_slice);
            let said = |name: &&Name| {
                name.rest.len() <= behind.len() && name.rest.iter().zip(behind).all(|(stem, said)| Some(*stem) == *said)
            };
            let Some(name) = begun.iter().filter(said).max_by_key(|name| (name.rest.len(), Reverse(name.found))) else {
                at += 1;
                continue;
            };
            let end = words.get(at + name.rest.len()).map_or(word.end, |last| last.end);
            let is_sure = name.kind != Kind::Tool;
            named.push((Named { found: name.found, range: word.start..end, is_sure }, name.kind, at));
            at += 1 + name.rest.len();
        }
        let has_capital =
            |named: &Named| text.get(named.range.start..).is_some_and(|text| text.starts_with(char::is_uppercase));
        let is_known = |(named, kind, _): &&(Named, Kind, usize)| match kind {
            Kind::Sure => matches!(named.found, Found::Software(_)),
            Kind::Short => has_capital(named),
            Kind::Product | Kind::Tool => false,
        };
        let known: Vec<usize> = named.iter().filter(is_known).map(|(.., at)| *at).collect();
        named.retain(|(named, kind, at)| {
            let is_beside = known.iter().any(|known| known.abs_diff(*at) <= BESIDE);
            match kind {
                Kind::Sure | Kind::Tool => true,
                Kind::Short => has_capital(named) || is_beside,
                // The first word of a sentence has a capital, whatever it means.
                Kind::Product => *at > 0 && has_capital(named) && is_beside,
            }
        });
        named.into_iter().map(|(named, ..)| named).collect()
    }
}
