//! Queries whose right answers are known, and how well a ranking does on them.
#![allow(dead_code, reason = "each test and benchmark uses a part")]
#![allow(clippy::unwrap_used, reason = "tests and benchmarks may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};

/// A query with the codes that answer it.
#[derive(Clone)]
pub struct Judged {
    /// What kind of query it is.
    pub kind: String,
    /// The query as typed.
    pub query: String,
    /// O*NET-SOC codes, or SOC codes that stand for all roles of theirs.
    pub codes: Vec<String>,
}

impl Judged {
    /// The place of the first right code in a list of codes, from 1.
    pub fn rank(&self, codes: impl Iterator<Item = String>) -> Option<usize> {
        codes.zip(1..).find(|(code, _)| self.codes.iter().any(|right| code.starts_with(right))).map(|(_, rank)| rank)
    }
}

/// The queries of `tests/queries.csv`: tasks in plain words, half-typed words and mixtures, judged by hand with the
/// tables of titles and tasks; tools, software and skills with the roles that the tables name for them (of software
/// those whose employers ask for it, of a skill the forty that need it most).
pub fn queries() -> Vec<Judged> {
    judged("queries.csv")
}

/// The queries of `tests/everyday.csv`, as people type them in a search box: descriptions, tools, short forms, newer jobs,
/// half-typed, misspelt and Spanish words, slang; judged by hand with what a counsellor would accept.
pub fn everyday() -> Vec<Judged> {
    judged("everyday.csv")
}

/// The titles of `tests/titles.csv`: those that most people have, and titles as employers write them, judged by hand.
pub fn people() -> Vec<Judged> {
    judged("titles.csv")
}

/// Answers that name no occupation, of `tests/not_a_job.txt`.
pub fn not_a_job() -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/not_a_job.txt")).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn judged(file: &str) -> Vec<Judged> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.deserialize().map(|row| row.unwrap());
    rows.map(|(kind, query, codes): (String, String, String)| Judged { kind, query, codes: split(&codes) }).collect()
}

/// The folder of published files; none, with a word of it, where it is absent.
pub fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if folder.join("data").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: ../shared with the published files is absent");
    None
}

/// Job titles with the SOC codes that an agency gave them.
pub fn titles(shared: &Path, file: &str) -> Vec<Judged> {
    let mut reader = csv::Reader::from_path(shared.join("bench").join(file)).unwrap();
    let kind = file.trim_end_matches(".csv").to_owned();
    let rows = reader.deserialize().map(|row| row.unwrap());
    rows.map(|(query, codes, _): (String, String, String)| Judged { kind: kind.clone(), query, codes: split(&codes) })
        .collect()
}

/// The official statements of tasks: code and sentence.
pub fn statements(shared: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(shared.join("data/onet-30.3/db_30_3_text/Task Statements.txt")).unwrap();
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| (row[0].to_owned(), row[2].to_owned())).collect()
}

fn split(codes: &str) -> Vec<String> {
    codes.split_whitespace().map(str::to_owned).collect()
}

/// How well a ranking does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    asked: u32,
    first: u32,
    five: u32,
    ten: u32,
    reciprocal: f64,
}

impl Figures {
    /// Counts a query, by the place of its first right answer.
    pub fn add(&mut self, rank: Option<usize>) {
        let within = |places: usize| u32::from(rank.is_some_and(|rank| rank <= places));
        self.asked += 1;
        self.first += within(1);
        self.five += within(5);
        self.ten += within(10);
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64::from(u32::try_from(rank).unwrap_or(u32::MAX)));
    }

    fn share(&self, of: u32) -> f64 {
        f64::from(of) / f64::from(self.asked.max(1))
    }

    /// How many queries were asked.
    pub fn asked(&self) -> u32 {
        self.asked
    }

    /// The share of queries answered by the first hit.
    pub fn first(&self) -> f64 {
        self.share(self.first)
    }

    /// The share answered within five.
    pub fn five(&self) -> f64 {
        self.share(self.five)
    }

    /// The share answered within ten.
    pub fn ten(&self) -> f64 {
        self.share(self.ten)
    }

    /// The mean of the reciprocal ranks.
    pub fn mean_reciprocal(&self) -> f64 {
        self.reciprocal / f64::from(self.asked.max(1))
    }
}
