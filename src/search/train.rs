//! Teaching the classifier: which words and letters stand in the titles of which roles.
//!
//! Plain stochastic gradient descent on the cross-entropy, one title after the other in an order drawn with a fixed
//! seed. Only additions, multiplications, divisions and square roots in a fixed order, so every machine makes the same
//! bytes.

use std::collections::HashMap;

use super::analyse::{Analyser, Word};
use super::classifier::{Features, RUN_ROWS, Row, WIDTH, exp, write};
use super::corpus::Dictionaries;
use super::query::is_little;
use crate::catalog::{Catalog, Role};

/// How often every title is shown.
const ROUNDS: u16 = 5;
/// The step at the beginning; it falls to nothing in a straight line.
const STEP: f32 = 0.3;
/// How much slower the bias of a role learns: how many titles a role has says little about a title.
const BIAS: f32 = 0.1;
/// A word is left out so often, so that the letters learn what words say.
const LEFT_OUT: f32 = 0.2;
/// How many titles a word must be the head of to have a row as a head.
const OFTEN_HEAD: u32 = 4;
/// An error that nothing is learnt from: most roles are as unlikely as they should be.
const NEGLIGIBLE: f32 = 0.001;
/// What a role learns from the titles of the others in its broad occupation, and in its minor group: a part of what they
/// learn from their own, so that roles with few titles know what is usual around them.
const NEIGHBOURS: f32 = 0.3;
/// How many letters of a code name its minor group (`15-1`) and its broad occupation (`15-125`).
const LEVELS: [usize; 2] = [4, 6];
/// How much a part of a title counts that stands for all of it, and how much a role's summary.
const PART: f32 = 0.5;
const SUMMARY: f32 = 0.5;

struct Example {
    role: usize,
    counts: f32,
    features: Features,
}

/// Teaches a classifier the titles of a catalog; the same bytes for the same catalog.
pub fn teach(catalog: &Catalog<'_>, dictionaries: &Dictionaries) -> Option<Vec<u8>> {
    let (of_stems, word_rows, examples) = examples(catalog, dictionaries);
    let mut pupil = Pupil::new(word_rows, catalog);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut all = 0.0_f32;
    (0..ROUNDS).for_each(|_| examples.iter().for_each(|_| all += 1.0));
    let mut done = 0.0_f32;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, pupil.draw.below(at + 1));
        }
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            done += 1.0;
            pupil.learn(example, STEP * example.counts * (1.0 - done / all));
        }
    }
    let (words, runs) = pupil.rows.split_at_checked(word_rows)?;
    write(&of_stems, words, runs, &pupil.roles, &pupil.bias)
}

/// All titles and summaries with their features, what the classifier says of every stem, and how many rows words have.
fn examples(catalog: &Catalog<'_>, dictionaries: &Dictionaries) -> (Vec<[u16; 3]>, usize, Vec<Example>) {
    let numbers: HashMap<&str, usize> = dictionaries.stems.iter().map(String::as_str).zip(0..).collect();
    let mut analyser = Analyser::new();
    let mut texts: Vec<(Example, Vec<usize>)> = Vec::new();
    let mut found = vec![Counted::default(); dictionaries.stems.len()];
    for (role, of_role) in catalog.roles.iter().enumerate() {
        for (text, counts) in texts_of(of_role) {
            let (mut features, mut stems) = (Features::default(), Vec::<usize>::new());
            let words: Vec<Word> = analyser.words(&text).into_iter().filter(|word| !is_little(&word.folded)).collect();
            for word in &words {
                features.add_runs(&word.folded);
                stems.extend(numbers.get(word.stem.as_str()));
            }
            for [before, word] in words.array_windows() {
                features.add_pair(&before.stem, &word.stem);
            }
            for stem in &stems {
                found.get_mut(*stem).into_iter().for_each(|found| found.all += 1);
            }
            if let Some(found) = stems.last().and_then(|stem| found.get_mut(*stem)) {
                found.last += u64::from(counts >= 1.0);
            }
            texts.push((Example { role, counts, features }, stems));
        }
    }
    let headship = |stem: usize| found.get(stem).map_or(0, Counted::headship);
    let heads: Vec<Option<usize>> =
        texts.iter().map(|(_, stems)| stems.iter().copied().max_by_key(|stem| headship(*stem))).collect();
    let mut led = vec![0_u32; found.len()];
    for head in heads.iter().flatten() {
        led.get_mut(*head).into_iter().for_each(|led| *led += 1);
    }
    let mut next = 0_u16;
    let mut row = |is_one: bool| {
        next += u16::from(is_one);
        if is_one { next } else { 0 }
    };
    let of_stems: Vec<[u16; 3]> = found
        .iter()
        .zip(led)
        .map(|(found, led)| [row(found.all > 0), row(led >= OFTEN_HEAD), found.headship()])
        .collect();
    let examples = texts.into_iter().zip(heads).map(|((mut example, stems), head)| {
        let of_stem = |stem: usize| of_stems.get(stem).copied().unwrap_or_default();
        let words = stems.iter().map(|stem| of_stem(*stem)[0]).chain(head.map(|stem| of_stem(stem)[1]));
        example.features.words = words.filter_map(|row| usize::from(row).checked_sub(1)).collect();
        example
    });
    let examples = examples.collect();
    (of_stems, usize::from(next), examples)
}

/// How often a stem was found.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    all: u64,
    /// As the last word of a title.
    last: u64,
}

impl Counted {
    /// The share of a stem's titles that end with it, in steps of a thousandth; lower where there are few titles.
    fn headship(&self) -> u16 {
        u16::try_from(1000 * self.last / (self.all + 2)).unwrap_or(1000)
    }
}

/// What stands for a role: its titles, the parts of them that stand for the whole, its summary.
fn texts_of(role: &Role<'_>) -> Vec<(String, f32)> {
    let mut texts = vec![(role.summary.to_owned(), SUMMARY)];
    let alternates = role.alternates.iter().map(|alternate| (alternate.title, alternate.short));
    for (title, short) in std::iter::once((role.title, None)).chain(alternates) {
        let mut outside = String::new();
        for (place, part) in title.split(['(', ')']).enumerate() {
            if place % 2 == 0 {
                outside.push_str(part);
            } else {
                texts.push((part.to_owned(), PART));
            }
        }
        texts.push((outside, 1.0));
        texts.extend(short.map(|short| (short.to_owned(), PART)));
    }
    texts
}

/// What learns.
struct Pupil {
    rows: Vec<Row>,
    word_rows: usize,
    roles: Vec<Row>,
    bias: Vec<f32>,
    /// For each level how many roles each group has, in the order of their codes.
    groups: [Vec<usize>; LEVELS.len()],
    /// How far each role's likelihood is from the truth.
    errors: Vec<f32>,
    /// The same with what the groups' roles learn from each other.
    shared: Vec<f32>,
    draw: Draw,
}

impl Pupil {
    fn new(word_rows: usize, catalog: &Catalog<'_>) -> Self {
        let roles = catalog.roles.len();
        let mut draw = Draw(7);
        let run_rows = usize::try_from(RUN_ROWS).unwrap_or(0);
        let rows = (0..word_rows + run_rows).map(|_| std::array::from_fn(|_| (draw.share() - 0.5) / 16.0)).collect();
        let zeros = vec![0.0; roles];
        Self {
            rows,
            word_rows,
            roles: vec![[0.0; WIDTH]; roles],
            bias: zeros.clone(),
            groups: LEVELS.map(|letters| groups(catalog, letters)),
            errors: zeros.clone(),
            shared: zeros,
            draw,
        }
    }

    /// One step towards an example's role.
    fn learn(&mut self, example: &Example, step: f32) {
        let mut features = example.features.clone();
        features.words.retain(|_| self.draw.share() > LEFT_OUT);
        let (of_word, of_run) = features.weights();
        let runs = features.runs.iter().filter_map(|run| Some(self.word_rows + usize::try_from(*run).ok()?));
        let active: Vec<(usize, f32)> =
            features.words.iter().map(|row| (*row, of_word)).chain(runs.map(|row| (row, of_run))).collect();
        let mut sum: Row = [0.0; WIDTH];
        for (row, weight) in &active {
            let Some(row) = self.rows.get(*row) else { continue };
            add(&mut sum, *weight, row);
        }
        self.guess(&sum, example.role);
        let mut back: Row = [0.0; WIDTH];
        for ((of_role, error), shared) in self.roles.iter_mut().zip(&self.errors).zip(&self.shared) {
            if shared.abs() > NEGLIGIBLE {
                add(&mut back, *error, of_role);
                add(of_role, step * shared, &sum);
            }
        }
        add(&mut self.bias, step * BIAS, &self.errors);
        for (row, weight) in active {
            let Some(row) = self.rows.get_mut(row) else { continue };
            add(row, step * weight, &back);
        }
    }

    /// Puts how far the likelihoods are from the truth into `errors` and `shared`.
    fn guess(&mut self, sum: &Row, truth: usize) {
        for ((score, of_role), bias) in self.errors.iter_mut().zip(&self.roles).zip(&self.bias) {
            *score = bias + product(of_role, sum);
        }
        let highest =
            self.errors.iter().fold(f32::MIN, |highest, score| if *score > highest { *score } else { highest });
        self.errors.iter_mut().for_each(|score| *score = exp(*score - highest));
        let share = -1.0 / in_lanes(self.errors.as_chunks().0, self.errors.as_chunks::<8>().1);
        self.errors.iter_mut().for_each(|score| *score *= share);
        self.errors.get_mut(truth).into_iter().for_each(|score| *score += 1.0);
        self.shared.copy_from_slice(&self.errors);
        for groups in &self.groups {
            let (mut errors, mut shared) = (self.errors.as_slice(), self.shared.as_mut_slice());
            for roles in groups {
                let (of_group, after) = errors.split_at(*roles);
                let (to_group, rest) = shared.split_at_mut(*roles);
                let learnt = NEIGHBOURS * of_group.iter().sum::<f32>();
                for shared in to_group {
                    *shared += learnt;
                }
                (errors, shared) = (after, rest);
            }
        }
    }
}

/// How many roles each group has: those whose codes begin with the same letters stand side by side.
fn groups(catalog: &Catalog<'_>, letters: usize) -> Vec<usize> {
    let group = |role: &Role<'_>| role.code.to_string().chars().take(letters).collect::<String>();
    catalog.roles.chunk_by(|a, b| group(a) == group(b)).map(<[Role<'_>]>::len).collect()
}

fn add(to: &mut [f32], times: f32, numbers: &[f32]) {
    to.iter_mut().zip(numbers).for_each(|(to, number)| *to += times * number);
}

fn product(a: &Row, b: &Row) -> f32 {
    let products: Row = std::array::from_fn(|at| a[at] * b[at]);
    in_lanes(products.as_chunks().0, &[])
}

/// A sum in eight lanes whose order is fixed.
fn in_lanes(numbers: &[[f32; 8]], rest: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for numbers in numbers {
        lanes.iter_mut().zip(numbers).for_each(|(lane, number)| *lane += number);
    }
    let pairs: [f32; 4] = std::array::from_fn(|at| lanes[2 * at] + lanes[2 * at + 1]);
    rest.iter().fold((pairs[0] + pairs[1]) + (pairs[2] + pairs[3]), |sum, number| sum + number)
}

/// Numbers that look drawn by lot, the same each time (a linear congruential generator).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 40).unwrap_or(0)
    }

    /// At least 0, less than 1.
    #[allow(clippy::cast_precision_loss, reason = "24 bits fit")]
    fn share(&mut self) -> f32 {
        self.next() as f32 / 16_777_216.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % end
    }
}
