//! How long a query takes, as typed: every beginning of every text, each the best of five, as percentiles.
//!
//!     cargo run --release --example latency [TITLES.csv]
//!
//! Without a file it types the titles of all roles.

use std::time::{Duration, Instant};

/// How many hits the search screen asks for at first.
const LIMIT: usize = 60;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let engine = rolescope::snapshot::open()?;
    let opened = start.elapsed();
    let texts: Vec<String> = match std::env::args().nth(1) {
        Some(file) => csv::Reader::from_path(file)?
            .records()
            .map(|record| record.map(|record| record.get(0).unwrap_or_default().to_lowercase()))
            .collect::<Result<_, _>>()?,
        None => engine.catalog().roles.iter().map(|role| role.title.to_lowercase()).collect(),
    };
    let mut times: Vec<Duration> = texts
        .iter()
        .flat_map(|text| text.char_indices().map(move |(at, letter)| &text[..at + letter.len_utf8()]))
        .map(|beginning| {
            let time = || {
                let start = Instant::now();
                std::hint::black_box(engine.search(std::hint::black_box(beginning), LIMIT));
                start.elapsed()
            };
            (0..5).map(|_| time()).min().unwrap_or_default()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 1000).copied().unwrap_or_default();
    println!("opened in {opened:.2?}; {} queries of {} texts", times.len(), texts.len());
    println!(
        "p50 {:.2?}  p90 {:.2?}  p99 {:.2?}  p99.9 {:.2?}  most {:.2?}",
        at(500),
        at(900),
        at(990),
        at(999),
        at(1000)
    );
    Ok(())
}
