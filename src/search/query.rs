//! From letters to words: what each word of a query may stand for in the corpus.

use std::borrow::Cow;
use std::ops::Range;

use super::Engine;
use super::analyse::Word;
use super::classifier::Features;
use super::corpus::Corpus;
use super::parts::{self, LINKS, Part, Parts};
use super::vectors::Meaning;
use super::{spelling, synonyms};

/// Words that say little about which role is meant.
const LITTLE_WORDS: [&str; 15] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "with"];
/// Words with which lists of occupations say that they leave something open: not specified, not elsewhere classified.
const LEFT_OPEN: [&str; 8] = ["ns", "nec", "nos", "specified", "unspecified", "elsewhere", "any", "etc"];
/// Words after which a title names what it is not, or leaves open what else it is: `Assistant, nec or other`.
const ENDS: [&str; 8] = ["except", "exc", "excluding", "excl", "ns", "nec", "nos", "any"];
/// What stands in an official title before what the role is not.
const EXCEPT: &str = "except";
/// Words before `degree`, which says what somebody has learnt, not what they do.
const DEGREES: [&str; 4] = ["associate", "bachelors", "masters", "professional"];
/// Levels within an occupation: they tell little about which one it is.
pub const LEVELS: [&str; 14] = [
    "senior",
    "sr",
    "junior",
    "jr",
    "entry",
    "level",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "experienced",
    "certified",
    "intern",
];
/// How much a level counts of what another word of its frequency would.
const LEVEL_WEIGHT: f32 = 0.35;
/// The weight from which a word is rare: some three titles of 65,000 hold it.
const RARE: f32 = 9.5;
/// How much less a common word tells that a rare one may be a misspelling of: it is twenty times as frequent.
const COMMONER: f32 = 3.0;
/// What a word loses that is assumed although the typed one may be meant.
const LESS_LIKELY: f32 = 0.1;
/// The weight of a word that nothing is known of.
const UNKNOWN: f32 = 6.0;
/// Up to how many capitals are an abbreviation.
pub const ABBREVIATION: usize = 4;
/// Of more words than this it is no title, but a sentence.
pub const LONGEST_TITLE: usize = 6;
/// A query of more words than this says no more than its first ones.
const MOST_WORDS: usize = 24;

/// How much a word of the same stem is alike.
pub const SAME_STEM: f32 = 0.98;
/// How much a word is alike that the typed letters begin.
pub const BEGINNING: f32 = 0.9;
/// The same, where the typed letters are a word of their own.
const BEGINNING_BESIDE_WORD: f32 = 0.78;
/// How much a synonym is alike.
const SYNONYM: f32 = 0.8;
/// How much two words are alike that are one when written together, or the other way round.
const COMPOUND: f32 = 0.93;

/// Whether a word says little about which role is meant.
pub fn is_little(folded: &str) -> bool {
    LITTLE_WORDS.contains(&folded) || LEFT_OPEN.contains(&folded)
}

/// The words of the corpus that say little, by number.
#[derive(Debug, Default)]
pub struct Little {
    all: Vec<u16>,
    links: Vec<u16>,
    except: Option<u16>,
}

impl Little {
    /// Those that a corpus has.
    pub fn of(corpus: &Corpus) -> Self {
        let numbers = |words: &[&str]| words.iter().filter_map(|word| corpus.find(word)).collect();
        Self { all: numbers(&LITTLE_WORDS), links: numbers(&LINKS), except: corpus.find(EXCEPT) }
    }

    /// Whether what follows a word in an official title is what the role is not.
    pub fn is_except(&self, word: u16) -> bool {
        self.except == Some(word)
    }

    /// Whether a word says little.
    #[inline]
    pub fn contains(&self, word: u16) -> bool {
        self.all.contains(&word)
    }

    /// Whether a word links what a person is to what they are it of.
    pub fn is_link(&self, word: u16) -> bool {
        self.links.contains(&word)
    }
}

#[derive(Debug, Default)]
pub struct Query {
    pub text: String,
    pub words: Vec<QueryWord>,
    /// The weight of all words together.
    pub weight: f32,
    /// The place of the word that most often says what a person is: of `manager, sales` the first.
    pub head: usize,
    /// What short forms and the like in it mean, where they mean something.
    pub meant: Option<Box<Query>>,
}

/// A word of a query with what it may stand for.
#[derive(Debug)]
pub struct QueryWord {
    pub word: Word,
    /// How much it tells.
    pub weight: f32,
    pub number: Option<u16>,
    pub stem: Option<u16>,
    /// Words that it is the beginning of; empty where it is taken as a whole word.
    pub beginnings: Range<usize>,
    /// Other words that it may stand for, by number, each with how much it is alike.
    pub others: Vec<(u16, f32)>,
    /// The part of the title in which it stands.
    pub part: Part,
}

impl Query {
    /// Looks the words up. With `open_end`, the last one may be the beginning of a word.
    pub fn new(engine: &Engine, (text, words): (&str, Vec<Word>), open_end: bool) -> Self {
        let last = words.len().saturating_sub(1);
        let is_end = |at: usize, word: &Word| {
            let next = words.get(at + 1).map_or("", |next| next.folded.as_str());
            let folded = word.folded.as_str();
            let is_learnt = (folded == "less" && next == "than") || (next == "degree" && DEGREES.contains(&folded));
            at > 0 && (ENDS.contains(&folded) || is_learnt)
        };
        let end = words.iter().enumerate().position(|(at, word)| is_end(at, word));
        // `OR` among words in small letters is an abbreviation: the operating room.
        let all_capitals = !words.iter().any(|word| word.is_small);
        let little = |word: &Word| (word.is_small || all_capitals || word.folded.len() < 2) && is_little(&word.folded);
        let meaningful = words.iter().any(|word| !little(word));
        let mut kept: Vec<QueryWord> = Vec::new();
        let mut parts = Parts::default();
        for (at, word) in words.into_iter().enumerate().take(end.unwrap_or(usize::MAX)) {
            let may_begin = open_end && at == last;
            parts.go_on(text, &word);
            let part = parts.of(text, &word);
            if parts::is_owners(text, &word)
                || (meaningful && little(&word) && !may_begin)
                || kept.iter().any(|k| k.word.folded == word.folded)
            {
                continue;
            }
            if kept.len() >= MOST_WORDS {
                break;
            }
            kept.extend(QueryWord::all_of(engine, word, may_begin).into_iter().map(|word| QueryWord { part, ..word }));
        }
        join_neighbours(&engine.corpus, &mut kept);
        let head = parts::head(engine, &kept);
        if kept.len() <= LONGEST_TITLE {
            parts::weigh(&mut kept, head);
        }
        let weight = kept.iter().map(|word| word.weight).sum();
        Self { text: text.trim().to_lowercase(), words: kept, weight, head, meant: None }
    }
}

impl Query {
    /// The same, with what its words mean besides.
    pub fn meaning_also(self, engine: &Engine, text: &str, words: Option<&[Word]>) -> Self {
        let meant = words.map(|words| Box::new(Self::new(engine, (text, words.to_vec()), false)));
        Self { meant, ..self }
    }

    /// What the words mean together; a misspelt one as what it most likely stands for.
    pub fn meaning(&self, engine: &Engine) -> Option<Meaning> {
        let words: Vec<Cow<'_, str>> = self.words.iter().map(|word| word.likeliest_letters(&engine.corpus)).collect();
        engine.vectors.meaning(words.iter().map(AsRef::as_ref))
    }

    /// Whether a word of it is known, or like one that is.
    pub fn is_known(&self) -> bool {
        self.words.iter().any(|word| word.weight > 0.0 && (word.stem.is_some() || !word.others.is_empty()))
    }

    /// What the classifier makes of the words.
    pub fn features(&self, engine: &Engine) -> Features {
        let mut features = Features::default();
        for (place, word) in self.words.iter().enumerate() {
            features.add_runs(&word.word.folded);
            if let Some(before) = place.checked_sub(1).and_then(|at| self.words.get(at)) {
                features.add_pair(&before.word.stem, &word.word.stem);
            }
            let Some(stem) = word.likeliest(&engine.corpus) else { continue };
            features.words.extend(engine.classifier.row(stem, false));
            if place == self.head {
                features.words.extend(engine.classifier.row(stem, true));
            }
        }
        features
    }
}

impl QueryWord {
    /// Its stem, or that of the word that a misspelt one most likely stands for.
    pub fn likeliest(&self, corpus: &Corpus) -> Option<u16> {
        if self.stem.is_some() {
            return self.stem;
        }
        let (word, _) = self.others.iter().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        corpus.stem(*word)
    }

    /// Its letters, or those of the word that a misspelt one most likely stands for.
    fn likeliest_letters(&self, corpus: &Corpus) -> Cow<'_, str> {
        if self.stem.is_none()
            && let Some((word, _)) = self.others.iter().max_by(|(_, a), (_, b)| a.total_cmp(b))
            && let Ok(letters) = std::str::from_utf8(corpus.word(usize::from(*word)))
        {
            return Cow::Borrowed(letters);
        }
        Cow::Borrowed(&self.word.folded)
    }

    /// A word as typed; two where it is two known words written together.
    fn all_of(engine: &Engine, word: Word, may_begin: bool) -> Vec<Self> {
        let corpus = &engine.corpus;
        let number = corpus.find(&word.folded);
        let stem = engine.stem_number(&word.stem);
        let beginnings = if may_begin { corpus.beginning_with(word.folded.as_bytes()) } else { 0..0 };
        let mut weight = match (stem, beginnings.len()) {
            (Some(stem), 0 | 1) => corpus.weight_of_stem(stem),
            (None, 0) => 0.0,
            (stem, _) => {
                let heaviest = beginnings.clone().take(400).filter_map(|at| u16::try_from(at).ok());
                let lightest = heaviest.map(|at| corpus.weight(at)).fold(f32::INFINITY, f32::min);
                stem.map_or(lightest, |stem| lightest.min(corpus.weight_of_stem(stem)))
            }
        };
        if LEVELS.contains(&word.folded.as_str()) {
            weight *= LEVEL_WEIGHT;
        }
        let known = Self { word, weight, number, stem, beginnings, others: Vec::new(), part: Part::default() };
        if known.stem.is_some() || !known.beginnings.is_empty() {
            return vec![known.or_commoner(corpus).or_synonyms(corpus)];
        }
        let everyday = synonyms::of_everyday(&known.word.folded).iter().filter_map(|word| corpus.find(word));
        let mut others: Vec<(u16, f32)> = everyday.map(|number| (number, SYNONYM)).collect();
        others.sort_unstable_by_key(|(other, _)| *other);
        // Capitals alone are an abbreviation that nobody listed, not a misspelt word.
        let is_abbreviation = !known.word.is_small && known.word.folded.len() <= ABBREVIATION;
        if is_abbreviation && others.is_empty() && !may_begin {
            return vec![Self { weight: UNKNOWN, ..known }];
        }
        if others.is_empty() {
            others = spelling::near(corpus, &known.word.folded);
        }
        if others.is_empty() && may_begin {
            others = spelling::near_beginning(corpus, &known.word.folded);
        }
        if others.is_empty()
            && let Some(two) = known.split(engine)
        {
            return two;
        }
        let others = if others.is_empty() { spelling::akin(corpus, &known.word.folded) } else { others };
        let lightest = others.iter().map(|(other, _)| corpus.weight(*other)).fold(f32::INFINITY, f32::min);
        let weight = if lightest.is_finite() { lightest } else { UNKNOWN };
        vec![Self { weight, others, ..known }]
    }

    /// A rare word may be a misspelt common one, `manger` for `manager`; so may a word that the corpus knows only in
    /// other forms, `inspecter` by `inspected`.
    fn or_commoner(mut self, corpus: &Corpus) -> Self {
        let (heaviest, less) = match self.number {
            None if self.beginnings.is_empty() => (f32::INFINITY, 2.0 * LESS_LIKELY),
            Some(_) if self.beginnings.len() < 2 && self.weight > RARE => (self.weight - COMMONER, LESS_LIKELY),
            _ => return self,
        };
        let mut near = spelling::near(corpus, &self.word.folded);
        near.retain(|(other, _)| corpus.weight(*other) < heaviest && corpus.stem(*other) != self.stem);
        self.others = near.into_iter().map(|(other, likeness)| (other, likeness - less)).collect();
        self
    }

    /// What people call the same thing.
    fn or_synonyms(mut self, corpus: &Corpus) -> Self {
        for number in synonyms::of(&self.word.folded).filter_map(|word| corpus.find(word)) {
            if self.number != Some(number) && self.others.iter().all(|(other, _)| *other != number) {
                self.others.push((number, SYNONYM));
            }
        }
        self.others.sort_unstable_by_key(|(other, _)| *other);
        self
    }

    /// Two known words that were written together.
    fn split(&self, engine: &Engine) -> Option<Vec<Self>> {
        let folded = &self.word.folded;
        let at = (3..folded.len().saturating_sub(2))
            .filter_map(|at| Some((at, folded.split_at_checked(at)?)))
            .filter_map(|(at, (a, b))| Some((at, engine.corpus.find(a)?, engine.corpus.find(b)?)))
            .min_by(|(_, a, b), (_, c, d)| {
                let weight = |a: &u16, b: &u16| engine.corpus.weight(*a).max(engine.corpus.weight(*b));
                weight(a, b).total_cmp(&weight(c, d))
            })
            .map(|(at, ..)| at)?;
        let half = |folded: &str, start, end| {
            let word = engine.analyser.borrow_mut().words(folded).pop()?;
            let number = engine.corpus.find(folded);
            let stem = engine.stem_number(&word.stem);
            let weight = stem.map_or(0.0, |stem| engine.corpus.weight_of_stem(stem));
            let word = Word { start, end, ..word };
            Some(Self { word, weight, number, stem, beginnings: 0..0, others: Vec::new(), part: self.part })
        };
        let (a, b) = folded.split_at_checked(at)?;
        let middle = self.word.start + at;
        Some(vec![half(a, self.word.start, middle)?, half(b, middle, self.word.end)?])
    }

    /// Whether a word of the corpus is one that the typed letters begin, and nothing nearer.
    pub fn is_only_begun(&self, word: u16, stem: Option<u16>) -> bool {
        self.beginnings.contains(&usize::from(word))
            && self.number != Some(word)
            && (self.stem.is_none() || self.stem != stem)
    }

    /// How much a word of the corpus is alike, 0 to 1.
    #[inline]
    pub fn likeness(&self, word: u16, stem: Option<u16>) -> f32 {
        if self.number == Some(word) {
            return 1.0;
        }
        if self.stem.is_some() && self.stem == stem {
            return SAME_STEM;
        }
        if self.beginnings.contains(&usize::from(word)) {
            return if self.number.is_some() { BEGINNING_BESIDE_WORD } else { BEGINNING };
        }
        match self.others.binary_search_by_key(&word, |(other, _)| *other) {
            Ok(at) => self.others.get(at).map_or(0.0, |(_, likeness)| *likeness),
            Err(_) => 0.0,
        }
    }
}

/// Two neighbours that are one word when written together may both stand for it: `ware house`, `data base`.
fn join_neighbours(corpus: &Corpus, words: &mut [QueryWord]) {
    for at in 1..words.len() {
        let [.., before, here] = &mut words[..=at] else { return };
        let joined = format!("{}{}", before.word.folded, here.word.folded);
        if let Some(number) = corpus.find(&joined) {
            for word in [before, here] {
                word.others.push((number, COMPOUND));
                word.others.sort_unstable_by_key(|(other, _)| *other);
            }
        }
    }
}
