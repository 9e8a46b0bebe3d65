//! What ranking needs of every document, laid out once by the builder and read in place: its words in order, what
//! each word weighs, and which roles use a thing that roles share.
//!
//! Layout, numbers little-endian: the six counts of `Counts` (4 bytes each), then the sections in the order of
//! [`Corpus`]'s fields.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::analyse::Analyser;
use super::layout::{Kind, SHORT, documents};
use crate::catalog::{Catalog, RoleId};

/// The name under which it lies beside the index library's files.
pub const FILE: &str = "corpus";
/// Stands in a document's words where a parenthesis or the short form of a title begins or ends.
pub const BREAK: u16 = u16::MAX;
/// Stands for a word that has no number of its own: only the first 65,000 words of the alphabet have one.
const OTHER: u16 = u16::MAX - 1;
/// The most words of a document that are ranked.
const LONGEST: usize = 250;
/// A skill is rated by nearly every role; only those that need it most are found by it.
const MOST_BY_SKILL: usize = 40;
/// Steps of a word's weight.
const WEIGHT_STEPS: f32 = 16.0;

/// Numbers in place of their bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shorts(pub &'static [u8]);

impl Shorts {
    #[inline]
    pub fn get(self, at: usize) -> Option<u16> {
        let (number, _) = self.0.get(at * 2..)?.split_first_chunk()?;
        Some(u16::from_le_bytes(*number))
    }
}

#[derive(Debug)]
pub struct Corpus {
    /// Where each document's words begin; one more than there are documents.
    starts: Vec<u32>,
    tokens: Shorts,
    /// The stem's number of each word.
    stems: Shorts,
    /// The weight of each stem.
    weights: &'static [u8],
    ends: &'static [u8],
    letters: &'static [u8],
    /// Where the users of each shared document end, counted from the first shared document.
    user_ends: &'static [u8],
    users: Shorts,
    words: usize,
}

impl Corpus {
    /// Opens what [`build`] has written; `None` when the bytes are something else.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut section = |length: usize| -> Option<&'static [u8]> {
            let (section, after) = rest.split_at_checked(length)?;
            rest = after;
            Some(section)
        };
        let header = section(24)?;
        let count = |at: usize| number(header, at);
        let (documents, tokens, words, stems) = (count(0)?, count(1)?, count(2)?, count(3)?);
        let (letters, shared) = (count(4)?, count(5)?);
        let lengths = section(documents)?;
        let mut starts = Vec::with_capacity(documents + 1);
        let mut next = 0_u32;
        starts.push(next);
        starts.extend(lengths.iter().map(|length| {
            next = next.saturating_add(u32::from(*length));
            next
        }));
        let corpus = Self {
            starts,
            tokens: Shorts(section(tokens * 2)?),
            stems: Shorts(section(words * 2)?),
            weights: section(stems)?,
            ends: section(words * 4)?,
            letters: section(letters)?,
            user_ends: section(shared * 4)?,
            users: Shorts(rest),
            words,
        };
        (usize::try_from(next) == Ok(tokens)).then_some(corpus)
    }

    pub const fn documents(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The words of a document, by number.
    #[inline]
    pub fn document(&self, number: u32) -> impl Iterator<Item = u16> + use<'_> {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let start = self.starts.get(at).copied().unwrap_or(0);
        let end = self.starts.get(at.saturating_add(1)).copied().unwrap_or(start);
        (start..end).filter_map(|at| self.tokens.get(usize::try_from(at).ok()?))
    }

    #[inline]
    pub fn length(&self, number: u32) -> u32 {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let start = self.starts.get(at).copied().unwrap_or(0);
        self.starts.get(at.saturating_add(1)).map_or(0, |end| end - start)
    }

    #[inline]
    pub fn word(&self, word: usize) -> &'static [u8] {
        let start = word.checked_sub(1).map_or(Some(0), |before| number(self.ends, before));
        let (Some(start), Some(end)) = (start, number(self.ends, word)) else { return &[] };
        self.letters.get(start..end).unwrap_or_default()
    }

    pub fn find(&self, word: &str) -> Option<u16> {
        let at = self.first_not_before(word.as_bytes());
        (at < self.words && self.word(at) == word.as_bytes()).then(|| u16::try_from(at).ok())?
    }

    /// The words that begin with some letters.
    pub fn beginning_with(&self, letters: &[u8]) -> std::ops::Range<usize> {
        let start = self.first_not_before(letters);
        let (mut low, mut high) = (start, self.words);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle).starts_with(letters) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start..low
    }

    fn first_not_before(&self, letters: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.words);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < letters {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    #[inline]
    pub fn stem(&self, word: u16) -> Option<u16> {
        self.stems.get(usize::from(word))
    }

    /// How much a stem tells: the logarithm of how rare it is among titles.
    #[inline]
    pub fn weight_of_stem(&self, stem: u16) -> f32 {
        self.weights.get(usize::from(stem)).map_or(8.0, |steps| f32::from(*steps) / WEIGHT_STEPS)
    }

    /// How much a word tells.
    #[inline]
    pub fn weight(&self, word: u16) -> f32 {
        self.stem(word).map_or(8.0, |stem| self.weight_of_stem(stem))
    }

    /// The roles of a shared document, counted from the first shared one.
    pub fn users(&self, shared: u32) -> impl Iterator<Item = RoleId> + use<'_> {
        let at = usize::try_from(shared).unwrap_or(usize::MAX);
        let start = at.checked_sub(1).map_or(Some(0), |before| number(self.user_ends, before)).unwrap_or(0);
        let end = number(self.user_ends, at).unwrap_or(start);
        (start..end).filter_map(|at| self.users.get(at)).map(RoleId)
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let (number, _) = bytes.get(at.checked_mul(4)?..)?.split_first_chunk()?;
    usize::try_from(u32::from_le_bytes(*number)).ok()
}

/// Words and stems of the index, each in the order of the alphabet.
pub struct Dictionaries {
    pub words: Vec<String>,
    pub stems: Vec<String>,
}

/// Lays out the corpus of a catalog.
pub fn build(catalog: &Catalog<'_>, dictionaries: &Dictionaries) -> Option<Vec<u8>> {
    let numbered = |list: &[String]| -> HashMap<String, u16> { list.iter().cloned().zip(0..OTHER).collect() };
    let (word_numbers, stem_numbers) = (numbered(&dictionaries.words), numbered(&dictionaries.stems));
    let mut stems = vec![OTHER; dictionaries.words.len()];
    let mut found_in = vec![0_u32; dictionaries.stems.len()];
    let mut titles = 0_u32;
    let (mut lengths, mut tokens) = (Vec::new(), Vec::new());
    let mut analyser = Analyser::new();
    for (kind, text) in documents(catalog) {
        titles += u32::from(kind == Kind::Title);
        let start = tokens.len();
        let mut seen = Vec::new();
        let mut last_end = 0;
        for word in analyser.words(&text) {
            if text.get(last_end..word.start).is_some_and(|between| between.contains(['(', ')', SHORT])) {
                tokens.push(BREAK);
            }
            last_end = word.end;
            let number = word_numbers.get(&word.folded).copied().unwrap_or(OTHER);
            let stem = stem_numbers.get(&word.stem).copied().unwrap_or(OTHER);
            if let Some(of_word) = stems.get_mut(usize::from(number)) {
                *of_word = stem;
            }
            tokens.push(number);
            if kind == Kind::Title && !seen.contains(&stem) {
                seen.push(stem);
                found_in.get_mut(usize::from(stem)).into_iter().for_each(|count| *count += 1);
            }
        }
        tokens.truncate(start + LONGEST);
        lengths.push(u8::try_from(tokens.len() - start).ok()?);
    }
    let weights = found_in.into_iter().map(|count| weight(titles, count));
    let (user_ends, users) = users(catalog)?;
    let (ends, letters) = joined(&dictionaries.words)?;
    let mut bytes = Vec::new();
    for count in [lengths.len(), tokens.len(), stems.len(), weights.len(), letters.len(), user_ends.len()] {
        bytes.extend(u32::try_from(count).ok()?.to_le_bytes());
    }
    bytes.extend(lengths);
    bytes.extend(tokens.into_iter().flat_map(u16::to_le_bytes));
    bytes.extend(stems.into_iter().flat_map(u16::to_le_bytes));
    bytes.extend(weights);
    bytes.extend(ends.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend(letters);
    bytes.extend(user_ends.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend(users.into_iter().flat_map(|role| role.0.to_le_bytes()));
    Some(bytes)
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "logarithms of counts: 0 to 12"
)]
fn weight(titles: u32, found_in: u32) -> u8 {
    ((1.0 + titles as f32 / (found_in as f32 + 1.0)).ln() * WEIGHT_STEPS).round() as u8
}

/// All words in one run of letters, with where each ends.
fn joined(words: &[String]) -> Option<(Vec<u32>, Vec<u8>)> {
    let mut letters = Vec::new();
    let mut ends = Vec::new();
    for word in words {
        letters.extend(word.as_bytes());
        ends.push(u32::try_from(letters.len()).ok()?);
    }
    Some((ends, letters))
}

/// The roles of all software, tools and elements in one run, the most typical ones first, with where each one's end.
fn users(catalog: &Catalog<'_>) -> Option<(Vec<u32>, Vec<RoleId>)> {
    let mut wanted = vec![Vec::new(); catalog.software.len()];
    let mut software = vec![Vec::new(); catalog.software.len()];
    let mut tools = vec![Vec::new(); catalog.tools.len()];
    let mut rated = vec![Vec::new(); catalog.elements.len()];
    for (id, role) in catalog.roles_with_ids() {
        for used in &role.software {
            software.get_mut(usize::from(used.software.0))?.push(id);
            if used.in_demand {
                wanted.get_mut(usize::from(used.software.0))?.push(id);
            }
        }
        for used in &role.tools {
            tools.get_mut(usize::from(used.tool.0))?.push(id);
        }
        for rating in role.capabilities.iter().chain(&role.work_activities) {
            rated.get_mut(usize::from(rating.element.0))?.push((Reverse(rating.importance), id));
        }
    }
    let most = |mut roles: Vec<(Reverse<_>, RoleId)>| -> Vec<RoleId> {
        roles.sort_unstable();
        roles.into_iter().take(MOST_BY_SKILL).map(|(_, id)| id).collect()
    };
    let mut software = typical_first(software, catalog.roles.len());
    for (roles, wanted) in software.iter_mut().zip(wanted) {
        // Roles whose employers ask for a product come first.
        roles.sort_by_key(|role| !wanted.contains(role));
    }
    let tools = typical_first(tools, catalog.roles.len());
    let lists = software.into_iter().chain(tools).chain(rated.into_iter().map(most));
    let (mut ends, mut users) = (Vec::new(), Vec::new());
    for list in lists {
        users.extend(list);
        ends.push(u32::try_from(users.len()).ok()?);
    }
    Some((ends, users))
}

/// Orders the users of each thing by how typical it is of them: what share of the users of a role's other things also
/// use it. A stethoscope is typical of nurses, whose other things go with it, and not of mechanics, whose do not.
#[allow(clippy::cast_precision_loss, reason = "counts of at most 1,016 roles")]
fn typical_first(mut users: Vec<Vec<RoleId>>, roles: usize) -> Vec<Vec<RoleId>> {
    let mut things: Vec<Vec<usize>> = vec![Vec::new(); roles];
    for (thing, list) in users.iter().enumerate() {
        for role in list {
            things.get_mut(usize::from(role.0)).into_iter().for_each(|things| things.push(thing));
        }
    }
    let counts: Vec<f32> = users.iter().map(|list| list.len() as f32).collect();
    let of_role = |role: RoleId| things.get(usize::from(role.0)).map_or(&[][..], Vec::as_slice);
    for list in &mut users {
        let mut together = vec![0.0_f32; counts.len()];
        for thing in list.iter().flat_map(|role| of_role(*role)) {
            together.get_mut(*thing).into_iter().for_each(|count| *count += 1.0);
        }
        let typical = |role: RoleId| {
            let of_role = of_role(role);
            let shares = of_role.iter().filter_map(|thing| Some(together.get(*thing)? / counts.get(*thing)?));
            shares.sum::<f32>() / of_role.len().max(1) as f32
        };
        let mut order: Vec<(f32, RoleId)> = list.iter().map(|role| (typical(*role), *role)).collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        *list = order.into_iter().map(|(_, role)| role).collect();
    }
    users
}
