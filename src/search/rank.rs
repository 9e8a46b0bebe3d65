//! From documents to roles.
//!
//! A role's score is its best document's fit, plus a little for everything else of it that fits, plus how strongly
//! the query's words point to the role: among roles with the same title, the one whose other titles and tasks say
//! these words comes first. What the classifier holds likely is added; where a title is coded, it may name roles too.

use super::blend::{self, Known};
use super::fit::{Extent, Fit, fit, fit_of_title};
use super::highlight::marks;
use super::layout::Kind;
use super::listing::{Listing, listed};
use super::query::Query;
use super::retrieve::Retrieved;
use super::worth::worth;
use super::{Engine, Evidence, Found, Hit};
use crate::catalog::{RoleId, naming};

/// What each e-fold of people in a role adds to what a query finds, and how near it is by meaning, from -1 to 1.
const MORE_PEOPLE: f32 = 0.12;
const NEARER: f32 = 1.2;
/// Of more words than this, a task in a sentence, the words say all that is to be said.
const BRIEF: usize = 4;
/// So many roles that are nearest by meaning are looked at, whatever their words.
const NEAREST: usize = 12;
/// At least so many roles are looked at closely.
pub const SHORTLIST: usize = 80;
/// What stands in a title before what the role is not.
const EXCEPT: &str = ", Except";
/// How much the documents of a role beside the best one add.
const ADDED: f32 = 0.04;
/// What a place further down in the list of a shared thing's roles costs.
const USED_LESS: f32 = 0.0002;

/// What each e-fold of a role's likelihood by the classifier counts.
const LIKELIER: f32 = 0.05;
/// The same for a role that has a text that says the query word for word: likelihood only orders such roles.
const LIKELIER_WORD_FOR_WORD: f32 = 0.02;
/// From which fit on a text says the query word for word.
const WORD_FOR_WORD: f32 = 1.5;
/// A role that is less likely than this, as a logarithm, is as unlikely as any.
const UNLIKELY: f32 = -12.0;

/// In so many titles words stand that are words of titles.
const IN_TITLES: u32 = 20;

/// The classifier has learnt from titles: of more words than this it says less.
const LIKE_A_TITLE: f32 = 4.0;
/// The same where the query may be anything.
const LIKE_A_QUERY: f32 = 3.0;

/// Which roles may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that have a text with a word of the query, which may be anything.
    Found,
    /// The likely ones too: the query is a title.
    Likely,
}

impl Reach {
    /// How far what is learnt from titles is trusted with so many words, 0 to 1.
    fn trust(self, words: usize) -> f32 {
        let words = u16::try_from(words).map_or(100.0, f32::from);
        match self {
            Self::Likely => (LIKE_A_TITLE / words).min(1.0),
            // Of many words it is no title, but a task in a sentence.
            Self::Found => (LIKE_A_QUERY / words).min(1.0).powi(2),
        }
    }
}

/// What a role's documents add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    best: f32,
    /// Squares of the fits of its own documents beside the best one.
    rest: f32,
    has_head: bool,
    lists_part: bool,
    listing: Listing,
    /// Of the title by which it lists the query, 0 to 3: as [`listed`] says.
    origin: u8,
    sources: u16,
}

impl Tally {
    /// What its documents beside the best one add.
    fn added(self) -> f32 {
        // Most roles have one document or none.
        if self.rest > 0.0 { ADDED * (1.0 + self.rest).ln() } else { 0.0 }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Scored {
    pub role: RoleId,
    pub score: f32,
    pub known: Known,
}

/// A document with how well it fits, its kind's worth included.
#[derive(Clone, Copy, Debug)]
pub struct Fitting {
    pub document: u32,
    pub score: f32,
    fit: Fit,
}

/// The best roles, best first, and how well the documents fit.
pub fn roles(
    engine: &Engine,
    query: &Query,
    retrieved: &Retrieved,
    limit: usize,
    reach: Reach,
) -> (Vec<Scored>, Vec<Fitting>) {
    let fits = fits(engine, query, retrieved);
    let (mut tallies, is_shared) = tallies(engine, query, &fits);
    if fits.is_empty() && reach == Reach::Found {
        return (Vec::new(), fits);
    }
    let likely = engine.classifier.logarithms(&query.features(engine));
    let trust = if is_shared { 0.0 } else { reach.trust(query.words.len()) };
    let likelihood = |role: RoleId, best: f32| {
        let at = usize::from(role.0);
        let logarithm = likely.get(at).copied().unwrap_or(UNLIKELY).max(UNLIKELY) - UNLIKELY;
        if best > WORD_FOR_WORD {
            return trust * LIKELIER_WORD_FOR_WORD * logarithm;
        }
        trust * (LIKELIER * logarithm + engine.standing(role).gain()).max(0.0)
    };
    let meaning = query.meaning(engine);
    let near: Vec<RoleId> =
        meaning.iter().flat_map(|meaning| engine.vectors.nearest(meaning, NEAREST)).map(|(role, _)| role).collect();
    let mut scored: Vec<Scored> = (0..)
        .map(RoleId)
        .zip(&tallies)
        .filter(|(_, tally)| tally.best > 0.0 || reach == Reach::Likely)
        .map(|(role, tally)| Scored {
            role,
            score: tally.best + tally.added() + likelihood(role, tally.best),
            known: Known::default(),
        })
        .filter(|scored| scored.score > 0.0)
        .collect();
    if let Some(last) = limit.max(SHORTLIST).checked_sub(1).filter(|last| *last < scored.len()) {
        scored.select_nth_unstable_by(last, |a, b| b.score.total_cmp(&a.score));
        let mut place = 0;
        scored.retain(|scored| {
            place += 1;
            place <= last + 1 || near.contains(&scored.role)
        });
    }
    let titles: Vec<Fit> = scored.iter().map(|scored| fit_of_title(engine, query, scored.role)).collect();
    for (scored, title) in scored.iter().zip(&titles) {
        if let Some(tally) = tallies
            .get_mut(usize::from(scored.role.0))
            .filter(|_| title.extent >= Extent::Whole && is_named(engine, query, scored.role))
        {
            // What is the official title, spelt out, is listed as such.
            (tally.listing, tally.origin) = (Listing::Letters, 3);
        }
    }
    let is_of_source_04 = |tally: &Tally| tally.listing >= Listing::Whole && tally.sources >> 4 & 1 == 1;
    let of_source_04 = tallies.iter().filter(|tally| is_of_source_04(tally)).count();
    let mut listings = [0_u16; 4];
    for tally in &tallies {
        listings.get_mut(tally.listing as usize).into_iter().for_each(|count| *count += 1);
    }
    let listings = [listings[0], listings[1] + listings[2] + listings[3], listings[2] + listings[3], listings[3]];
    for (scored, title) in scored.iter_mut().zip(titles) {
        let at = usize::from(scored.role.0);
        let tally = tallies.get(at).copied().unwrap_or_default();
        let pointing = pointing(engine, query, retrieved, scored.role);
        scored.known = Known {
            lexical: scored.score + pointing,
            best: tally.best,
            pointing,
            likely: likely.get(at).copied().unwrap_or(UNLIKELY).max(UNLIKELY),
            has_head: tally.has_head,
            lists_part: tally.lists_part,
            listing: tally.listing,
            listings: listings.get(tally.listing as usize).copied().unwrap_or(0),
            origin: tally.origin,
            sources: tally.sources,
            words: query.words.len(),
            near: meaning.map_or(0.0, |meaning| engine.vectors.similarity(&meaning, scored.role)),
            is_nearest: near.first() == Some(&scored.role),
            title,
            is_only_of_source_04: of_source_04 == 1 && is_of_source_04(&tally),
        };
        scored.score += pointing;
    }
    weigh(engine, &mut scored, &fits, reach);
    scored.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
    listed_first(engine, &mut scored, reach);
    scored.truncate(limit);
    (scored, fits)
}

/// Whether a query, or what it means, is a role's own title but for the number and for what the role is not.
fn is_named(engine: &Engine, query: &Query, role: RoleId) -> bool {
    let title = engine.catalog.role(role).map_or("", |role| role.title);
    let name = naming::key(title.split_once(EXCEPT).map_or(title, |(name, _)| name));
    let asked = naming::key(&query.text);
    let words = |query: &Query| query.words.iter().map(|word| word.word.folded.as_str()).collect::<Vec<_>>().join(" ");
    asked == name
        || asked == naming::key(title)
        || query.meant.as_ref().is_some_and(|meant| naming::key(&words(meant)) == name)
}

/// Brings the likeliest of those roles to the front that list the query most exactly: no likeness passes for the word.
fn listed_first(engine: &Engine, scored: &mut [Scored], reach: Reach) {
    let most = scored.iter().map(|scored| scored.known.listing).max().unwrap_or_default();
    if most < Listing::Words {
        return;
    }
    let score = |scored: &Scored| match reach {
        Reach::Likely => scored.score,
        Reach::Found => blend::score(&scored.known, &engine.standing(scored.role)),
    };
    let listed = scored.iter().enumerate().filter(|(_, scored)| scored.known.listing == most);
    let first = listed.map(|(at, scored)| (at, score(scored))).max_by(|(_, a), (_, b)| a.total_cmp(b));
    if let Some((at, _)) = first {
        lead(scored, at);
    }
}

/// Brings a role to the front; none scores more than the first.
pub fn lead(scored: &mut [Scored], at: usize) {
    let highest = scored.first().map_or(0.0, |first| first.score);
    if let Some(front) = scored.get_mut(..=at) {
        front.rotate_right(1);
    }
    if let Some(first) = scored.first_mut() {
        first.score = first.score.max(highest);
    }
}

/// Weighs what is known of each role.
fn weigh(engine: &Engine, scored: &mut [Scored], fits: &[Fitting], reach: Reach) {
    // Who uses a software product is said by its list, not by what its name means.
    let is_software = fits
        .iter()
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .is_some_and(|best| matches!(engine.layout.found(best.document), Some(Found::Software(_))));
    for scored in scored {
        let standing = engine.standing(scored.role);
        match reach {
            Reach::Likely => scored.score = blend::score(&scored.known, &standing),
            Reach::Found if is_software => {}
            Reach::Found if scored.known.words > BRIEF => {}
            Reach::Found => {
                let added = MORE_PEOPLE * standing.workforce + NEARER * scored.known.near;
                scored.score += reach.trust(scored.known.words) * added;
            }
        }
    }
}

/// What the documents of each role add up to, and whether the best one of all is one that roles share.
fn tallies(engine: &Engine, query: &Query, fits: &[Fitting]) -> (Vec<Tally>, bool) {
    let mut tallies = vec![Tally::default(); engine.catalog.roles.len()];
    let (mut best_own, mut best_shared) = (0.0_f32, 0.0_f32);
    for fitting in fits {
        let mut add = |role: RoleId, score: f32, is_own: bool| {
            if let Some(tally) = tallies.get_mut(usize::from(role.0)) {
                let lesser = tally.best.min(score);
                if score > tally.best {
                    tally.best = score;
                    tally.has_head = fitting.fit.has_head;
                }
                tally.rest += if is_own { lesser * lesser } else { 0.0 };
            }
        };
        if let (Some(role), kind) = engine.layout.owner(fitting.document) {
            best_own = best_own.max(fitting.score);
            add(role, fitting.score, true);
            if kind == Kind::Title && fitting.fit.extent == Extent::Part {
                tallies.get_mut(usize::from(role.0)).into_iter().for_each(|tally| tally.lists_part = true);
            }
            if kind == Kind::Title && fitting.fit.extent >= Extent::Alike {
                let listed = listed(engine, query, role, fitting.document, fitting.fit.extent == Extent::Exact);
                if let (Some(tally), Some((listing, origin, sources))) = (tallies.get_mut(usize::from(role.0)), listed)
                    && listing >= tally.listing
                {
                    let origin = if listing > tally.listing { origin } else { origin.max(tally.origin) };
                    let sources = if listing > tally.listing { sources } else { sources | tally.sources };
                    *tally = Tally { listing, origin, sources, ..*tally };
                }
            }
        } else {
            best_shared = best_shared.max(fitting.score);
            let users = engine.users(fitting.document).zip(0_u16..);
            users.for_each(|(role, place)| add(role, fitting.score - USED_LESS * f32::from(place), false));
        }
    }
    (tallies, best_shared > best_own)
}

fn fits(engine: &Engine, query: &Query, retrieved: &Retrieved) -> Vec<Fitting> {
    let documents = &retrieved.best;
    // What titles say as well is no product by its name alone: the front desk is a place before it is software.
    let is_of_titles = query.words.len() > 1 && retrieved.counts.iter().all(|word| word.all_titles >= IN_TITLES);

    let mut words: Vec<u16> = Vec::new();
    let mut fits = Vec::with_capacity(documents.len());
    for document in documents {
        words.clear();
        words.extend(engine.corpus.document(*document));
        let mut fit = fit(engine, query, &words);
        if is_of_titles && matches!(engine.layout.found(*document), Some(Found::Software(_))) {
            fit.score = fit.score.min(1.0);
        }
        let Some(worth) = worth(engine, *document, fit.extent >= Extent::Alike) else { continue };
        if fit.score * worth > 0.0 {
            fits.push(Fitting { document: *document, score: fit.score * worth, fit });
        }
    }
    fits
}

/// How strongly the query's words point to a role.
fn pointing(engine: &Engine, query: &Query, retrieved: &Retrieved, role: RoleId) -> f32 {
    let at = usize::from(role.0);
    let count = |list: &[u16]| list.get(at).map_or(0.0, |count| f32::from(*count));
    let titles = u16::try_from(engine.layout.titles(role)).map_or(1000.0, f32::from);
    let tasks = engine.catalog.role(role).and_then(|role| u16::try_from(role.tasks.len()).ok()).map_or(0.0, f32::from);
    let mut sum = 0.0;
    for (word, counts) in query.words.iter().zip(&retrieved.counts) {
        let (in_titles, in_tasks) = (count(&counts.titles), count(&counts.tasks));
        #[allow(clippy::cast_precision_loss, reason = "counts of at most some 100,000")]
        let all_titles = counts.all_titles as f32;
        // The share of the word's titles that are the role's, of the role's titles and of its tasks that hold the word.
        let of_word = 0.13 * in_titles / (all_titles + 4.3);
        let of_titles = 0.04 * (1.0 + 98.0 * in_titles / (titles + 13.5)).ln();
        let of_tasks = 0.08 * (1.0 + 12.0 * in_tasks / (tasks + 5.0)).ln();
        sum += word.weight * (of_word + of_titles + of_tasks);
    }
    if query.weight > 0.0 { sum / query.weight } else { 0.0 }
}

/// The hits, best first, each with its best evidence.
pub fn hits(engine: &Engine, query: &Query, scored: &[Scored], fits: &[Fitting], most_evidence: usize) -> Vec<Hit> {
    let mut places = vec![None; engine.catalog.roles.len()];
    for (place, scored) in scored.iter().enumerate() {
        places.get_mut(usize::from(scored.role.0)).into_iter().for_each(|at| *at = Some(place));
    }
    let mut evidence: Vec<Vec<(f32, u32)>> = vec![Vec::new(); scored.len()];
    for Fitting { document, score, .. } in fits {
        let mut add = |role: RoleId| {
            let place = places.get(usize::from(role.0)).copied().flatten();
            if let Some(list) = place.and_then(|place| evidence.get_mut(place)) {
                list.push((*score, *document));
            }
        };
        match engine.layout.owner(*document).0 {
            Some(role) => add(role),
            None => engine.users(*document).for_each(add),
        }
    }
    let shown = |role: RoleId, (_, document): &(f32, u32)| {
        let found = engine.layout.found(*document)?;
        let text = found.text(engine.catalog, engine.catalog.role(role)?);
        Some(Evidence { found, marked: marks(&engine.corpus, query, *document, text) })
    };
    scored
        .iter()
        .zip(evidence)
        .map(|(scored, mut list)| {
            list.sort_unstable_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
            let evidence = list.iter().take(most_evidence).filter_map(|entry| shown(scored.role, entry));
            let mut evidence: Vec<Evidence> = evidence.collect();
            if evidence.is_empty() {
                // Likely, although no text of it holds a word of the query: no letter of its title is marked.
                evidence.push(Evidence { found: Found::Title, marked: Vec::new() });
            }
            Hit { role: scored.role, score: scored.score, evidence }
        })
        .collect()
}
