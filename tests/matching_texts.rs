//! That only the work counts: of the texts of `tests/texts/benchmark`, whose noise is marked line by line, how much of the
//! work is kept and how much of the noise left out; and how many are told for what they are.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use rolescope::matching::{Chosen, Form, Text};

/// A text with its marked lines, and its kind.
struct Marked {
    name: String,
    kind: String,
    letters: String,
    /// Each line that says something, and whether it is noise.
    lines: Vec<(Range<usize>, bool)>,
}

fn benchmark() -> Vec<Marked> {
    let folder = Path::new("tests/texts/benchmark");
    let mut texts = Vec::new();
    for index in ["index-a.csv", "index-b.csv"] {
        let index = std::fs::read_to_string(folder.join(index)).unwrap();
        for row in index.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let (name, kind) = (cells[0].to_owned(), cells[1].to_owned());
            let (mut letters, mut lines) = (String::new(), Vec::new());
            for line in std::fs::read_to_string(folder.join(&name)).unwrap().lines() {
                let bare = line.strip_prefix("~ ");
                let start = letters.len();
                letters.push_str(bare.unwrap_or(line));
                if line.contains(char::is_alphanumeric) {
                    lines.push((start..letters.len(), bare.is_some()));
                }
                letters.push('\n');
            }
            texts.push(Marked { name, kind, letters, lines });
        }
    }
    texts
}

/// How many lines, and words, of the work are kept, and of the noise left out.
#[derive(Clone, Copy, Default)]
struct Count {
    work: [usize; 2],
    kept: [usize; 2],
    noise: [usize; 2],
    out: [usize; 2],
}

impl Count {
    fn add(&mut self, is_noise: bool, counted: usize, left_out: usize) {
        let words = counted + left_out;
        let (all, right, of_right) = if is_noise {
            (&mut self.noise, &mut self.out, left_out)
        } else {
            (&mut self.work, &mut self.kept, counted)
        };
        all[0] += 1;
        all[1] += words;
        right[0] += usize::from(of_right * 2 >= words);
        right[1] += of_right;
    }

    /// Work kept and noise left out, by lines (0) or words (1).
    fn shares(&self, by: usize) -> (f64, f64) {
        (share(self.kept[by], self.work[by]), share(self.out[by], self.noise[by]))
    }
}

#[allow(clippy::cast_precision_loss, reason = "they are few")]
fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

/// The words of a line that count, and those that are left out.
fn words(text: &Text, line: &Range<usize>) -> (usize, usize) {
    let (mut counted, mut left_out) = (0, 0);
    for sentence in &text.sentences {
        let shared = sentence.range.start.max(line.start)..sentence.range.end.min(line.end);
        if shared.start < shared.end {
            let words = text.letters[shared].split_whitespace().count();
            *if sentence.counts { &mut counted } else { &mut left_out } += words;
        }
    }
    (counted, left_out)
}

#[test]
fn the_work_counts_and_the_noise_is_left_out() {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for marked in benchmark() {
        let text = Text::of(&marked.letters, &Chosen::default());
        for (line, is_noise) in &marked.lines {
            let (counted, left_out) = words(&text, line);
            for kind in [marked.kind.as_str(), "all"] {
                counts.entry(kind.to_owned()).or_default().add(*is_noise, counted, left_out);
            }
        }
    }
    for (kind, count) in &counts {
        let (lines, words) = (count.shares(0), count.shares(1));
        let precision = share(count.kept[1], count.kept[1] + count.noise[1] - count.out[1]);
        println!(
            "{kind:14} work kept {:.3} of {} lines, {:.3} of words; noise left out {:.3} of {} lines, {:.3} of words; {precision:.3} of the words that count are work",
            lines.0, count.work[0], words.0, lines.1, count.noise[0], words.1
        );
    }
    let all = counts["all"];
    let (lines, words) = (all.shares(0), all.shares(1));
    assert!(
        lines.0 >= 0.955 && words.0 >= 0.97,
        "too little of the work is kept: {lines:?} of lines, {words:?} of words"
    );
    assert!(lines.1 >= 0.935 && words.1 >= 0.935, "too much noise counts: {lines:?} of lines, {words:?} of words");
}

#[test]
fn texts_are_told_for_what_they_are() {
    let texts = benchmark();
    let wrong: Vec<String> = texts
        .iter()
        .filter_map(|marked| {
            let told = Text::of(&marked.letters, &Chosen::default()).form;
            let right = match marked.kind.as_str() {
                "cv" => Form::Cv,
                "duties" => Form::Duties,
                _ => Form::Advertisement,
            };
            (told != right).then(|| format!("{} is no {}", marked.name, told.word()))
        })
        .collect();
    let right = share(texts.len() - wrong.len(), texts.len());
    println!("told for what they are: {right:.3}");
    assert!(right >= 0.97, "{right:.3}: {wrong:#?}");
}

#[test]
fn a_long_text_is_told_while_keys_are_struck() {
    let one = &benchmark()[0].letters;
    let text = one.repeat(100_000 / one.len() + 1);
    let start = std::time::Instant::now();
    let sentences = Text::of(&text, &Chosen::default()).sentences.len();
    let took = start.elapsed();
    println!("{sentences} sentences of {} bytes in {took:?}", text.len());
    // Ten times what a release build may take: 60 ms.
    assert!(took.as_millis() < 600, "{took:?}");
}
