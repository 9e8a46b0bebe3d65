//! How long a user waits for a text: when the first one is read, for each letter typed into it, and for a long paste.
#![allow(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

use divan::{Bencher, black_box};
use rolescope::matching::{Chosen, Reader, Text};
use rolescope::search::Engine;

fn main() {
    divan::main();
}

fn engine() -> Engine {
    let engine = rolescope::snapshot::open().unwrap();
    engine.get_ready_to_read();
    engine
}

/// Made-up texts one after another, the marks of noise taken away, up to so many bytes.
fn letters(most: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/texts/benchmark");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let mut letters = String::new();
    for text in paths.iter().cycle().map(|path| std::fs::read_to_string(path).unwrap()) {
        let lines = text.lines().map(|line| line.strip_prefix("~ ").unwrap_or(line));
        letters.extend(lines.flat_map(|line| [line, "\n"]));
        if letters.len() > most {
            break;
        }
    }
    letters.truncate(letters.floor_char_boundary(most));
    letters
}

/// Of about 400 words.
const USUAL: usize = 2_600;
/// A long paste.
const LONG: usize = 100_000;

/// What reading needs of the corpus, laid out when the first text comes.
#[divan::bench]
fn get_ready(bencher: Bencher) {
    bencher.with_inputs(|| rolescope::snapshot::open().unwrap()).bench_local_values(|engine| {
        engine.get_ready_to_read();
        engine
    });
}

/// A text is cut, told, read and matched for the first time.
#[divan::bench(args = [USUAL, LONG])]
fn a_text(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    bencher.bench_local(|| {
        let text = Text::of(black_box(&letters), &Chosen::default());
        Reader::default().read(&engine, &text)
    });
}

/// The same after a letter was typed at its end.
#[divan::bench(args = [USUAL, LONG])]
fn a_letter_more(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    let mut reader = Reader::default();
    reader.read(&engine, &Text::of(&letters, &Chosen::default()));
    let typed = format!("{letters} and files");
    bencher.bench_local(|| {
        let text = Text::of(black_box(&typed), &Chosen::default());
        reader.clone().read(&engine, &text)
    });
}

/// The profile beside the likeliest role.
#[divan::bench(args = [USUAL, LONG])]
fn a_profile(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    let text = Text::of(&letters, &Chosen::default());
    let matched = Reader::default().read(&engine, &text);
    let role = matched.roles.first().unwrap().role;
    bencher.bench_local(|| black_box(&matched).profile(&engine, &text, role));
}
