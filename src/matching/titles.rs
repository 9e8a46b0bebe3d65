//! The titles that a text names, and the roles that they belong to.

use crate::search::{Coding, Engine};

use super::text::{Form, Holds, Shape, Text};

/// Words before a title.
const LABELS: [&str; 8] =
    ["job title:", "position title:", "position:", "title:", "job:", "role:", "now hiring:", "hiring:"];
/// The most words of a title.
const LONGEST: usize = 12;

/// A title that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTitle {
    /// The sentence that it stands in.
    pub sentence: usize,
    /// The title.
    pub title: String,
    /// The roles that it may belong to.
    pub coding: Coding,
}

/// How many roles of a title are asked for.
const CANDIDATES: usize = 25;

/// The titles of a text, the likeliest to be the job's first.
pub fn found(engine: &Engine, text: &Text) -> Vec<FoundTitle> {
    let titles =
        text.sentences.iter().enumerate().filter(|(_, sentence)| sentence.holds == Holds::Title && sentence.counts);
    titles
        .filter_map(|(at, sentence)| {
            let said = text.said(sentence);
            let small = said.to_lowercase();
            let label = LABELS.iter().find(|label| small.starts_with(**label)).map_or(0, |label| label.len());
            let title = said.get(label..)?.trim_start_matches('#').trim();
            if title.split_whitespace().count() > LONGEST {
                return None;
            }
            let coding = engine.code(title, CANDIDATES);
            (!coding.candidates.is_empty()).then(|| FoundTitle { sentence: at, title: title.to_owned(), coding })
        })
        .take(match text.form {
            Form::Cv => 1,
            _ => 2,
        })
        .filter(|_| text.sentences.iter().any(|sentence| sentence.shape != Shape::Heading || sentence.counts))
        .collect()
}
