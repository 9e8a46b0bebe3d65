//! Whether a text leads to its occupation: made-up advertisements, notices, CVs and lists of duties with their right SOC
//! codes, each with and without what is not work, and the official task lists where they are at hand.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod judged;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

use rolescope::catalog::RoleId;
use rolescope::matching::{Chosen, Matched, Reader, Text};
use rolescope::search::Engine;

/// The least share of texts whose right code comes first, and within five.
const FLOORS: (f64, f64) = (0.86, 0.95);
/// The most that noise may cost of either.
const MOST_LOST: f64 = 0.03;
/// The largest mean distance between probability and share of right codes, in five bins.
const MOST_ECE: f64 = 0.08;
/// The least share of official task lists, without titles, that lead to their own code.
const OFFICIAL: f64 = 0.97;

/// A text with every code that is right.
struct Sample {
    name: String,
    kind: String,
    codes: HashSet<String>,
    letters: String,
}

impl Sample {
    /// The text as it stands, or without the lines that are marked as noise.
    fn text(&self, only_work: bool) -> Text {
        let lines = self.letters.lines().filter(|line| !(only_work && line.starts_with("~ ")));
        let lines: Vec<&str> = lines.map(|line| line.strip_prefix("~ ").unwrap_or(line)).collect();
        Text::of(&lines.join("\n"), &Chosen::default())
    }
}

fn samples() -> Vec<Sample> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/texts/benchmark");
    let mut samples = Vec::new();
    for index in ["index-a.csv", "index-b.csv"] {
        for row in csv::Reader::from_path(folder.join(index)).unwrap().records() {
            let row = row.unwrap();
            let [name, kind, codes] = [0, 1, 2].map(|at| row[at].to_owned());
            let letters = std::fs::read_to_string(folder.join(&name)).unwrap();
            samples.push(Sample { name, kind, codes: codes.split('|').map(str::to_owned).collect(), letters });
        }
    }
    samples
}

fn soc(engine: &Engine, role: RoleId) -> String {
    engine.catalog().role(role).unwrap().code.soc().to_string()
}

/// The codes of the likeliest roles, each once, and how probable the first one is in all its roles.
fn answer(engine: &Engine, matched: &Matched) -> (Vec<String>, f64) {
    let mut codes: Vec<String> = Vec::new();
    for near in &matched.roles {
        let code = soc(engine, near.role);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let of_first = matched.roles.iter().filter(|near| codes.first() == Some(&soc(engine, near.role)));
    let probability = of_first.map(|near| f64::from(near.probability)).sum();
    (codes, probability)
}

#[derive(Default)]
struct Figures {
    asked: f64,
    first: f64,
    five: f64,
    sure: Vec<(f64, bool)>,
}

impl Figures {
    fn add(&mut self, codes: &[String], probability: f64, right: &HashSet<String>) {
        let is_first = codes.first().is_some_and(|code| right.contains(code));
        self.asked += 1.0;
        self.first += f64::from(u8::from(is_first));
        self.five += f64::from(u8::from(codes.iter().take(5).any(|code| right.contains(code))));
        self.sure.push((probability, is_first));
    }

    fn shares(&self) -> (f64, f64) {
        (self.first / self.asked, self.five / self.asked)
    }

    /// The mean distance between probability and share of right answers, in five bins.
    #[allow(clippy::cast_precision_loss, reason = "a hundred texts")]
    fn calibration_error(&self) -> f64 {
        let in_bin =
            |sure: f64, bin: u8| sure * 5.0 >= f64::from(bin) && (sure * 5.0 < f64::from(bin) + 1.0 || bin == 4);
        let of_bin = |bin: u8| {
            let such = || self.sure.iter().filter(move |(sure, _)| in_bin(*sure, bin));
            let sure: f64 = such().map(|(sure, _)| sure).sum();
            let right = such().filter(|(_, right)| *right).count() as f64;
            (sure - right).abs() / self.asked
        };
        (0..5).map(of_bin).sum()
    }
}

#[test]
fn a_text_leads_to_its_occupation_whatever_stands_around_the_work() {
    let engine = rolescope::snapshot::open().unwrap();
    let samples = samples();
    assert!(samples.len() >= 80, "{}", samples.len());
    let groups: BTreeSet<&str> = samples.iter().flat_map(|sample| &sample.codes).map(|code| &code[..2]).collect();
    assert_eq!(groups.len(), 23, "{groups:?}");
    let mut reader = Reader::default();
    let mut of_kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut noisy = [Figures::default(), Figures::default()];
    let mut all = [Figures::default(), Figures::default()];
    for sample in &samples {
        let is_noisy = sample.letters.lines().any(|line| line.starts_with("~ "));
        for (only_work, (all, noisy)) in [false, true].into_iter().zip(all.iter_mut().zip(&mut noisy)) {
            let text = sample.text(only_work);
            let (codes, probability) = answer(&engine, &reader.read(&engine, &text));
            all.add(&codes, probability, &sample.codes);
            if is_noisy {
                noisy.add(&codes, probability, &sample.codes);
            }
            if !only_work {
                of_kinds.entry(&sample.kind).or_default().add(&codes, probability, &sample.codes);
                if !codes.first().is_some_and(|code| sample.codes.contains(code)) {
                    println!("{}: {:?}, not {:?}", sample.name, &codes[..codes.len().min(3)], sample.codes);
                }
            }
        }
    }
    for (kind, figures) in &of_kinds {
        println!("{kind:<14} {} {:.3?}", figures.asked, figures.shares());
    }
    let [all, only_work] = all;
    let [with_noise, without] = noisy;
    println!("all            {} {:.3?}, calibration error {:.3}", all.asked, all.shares(), all.calibration_error());
    println!("only work      {} {:.3?}", only_work.asked, only_work.shares());
    println!("noisy ones     {} {:.3?}, without noise {:.3?}", with_noise.asked, with_noise.shares(), without.shares());
    let (first, five) = all.shares();
    assert!(first >= FLOORS.0 && five >= FLOORS.1, "{first:.3} {five:.3}");
    let ((first, five), (first_without, five_without)) = (with_noise.shares(), without.shares());
    assert!(first >= first_without - MOST_LOST && five >= five_without - MOST_LOST);
    assert!(all.calibration_error() <= MOST_ECE, "{:.3}", all.calibration_error());
}

#[test]
fn an_official_task_list_leads_to_its_own_code() {
    let Some(shared) = judged::shared() else { return };
    let engine = rolescope::snapshot::open().unwrap();
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (code, task) in judged::statements(&shared) {
        lists.entry(code).or_default().push(task);
    }
    assert!(lists.len() > 900, "{}", lists.len());
    let mut figures = Figures::default();
    for (code, tasks) in &lists {
        let text = Text::of(&tasks.join("\n"), &Chosen::default());
        let (codes, probability) = answer(&engine, &Reader::default().read(&engine, &text));
        let right = HashSet::from([code[..7].to_owned()]);
        figures.add(&codes, probability, &right);
    }
    println!(
        "official lists {} {:.3?}, calibration error {:.3}",
        figures.asked,
        figures.shares(),
        figures.calibration_error()
    );
    assert!(figures.shares().0 >= OFFICIAL, "{:.3?}", figures.shares());
}
