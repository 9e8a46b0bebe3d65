//! Titles that have a line for themselves, or a label before them.

use std::ops::Range;

use super::phrase::Phrase;
use super::words::{Gap, Words};

/// Last words of labels that stand before the job's title, and how sure it is behind them (logits).
const LABELS: [(&str, f32); 18] = [
    ("title", 2.6),
    ("jobtitle", 2.8),
    ("positiontitle", 2.8),
    ("position", 2.0),
    ("classification", 2.0),
    ("class", 1.6),
    ("role", 1.6),
    ("job", 1.6),
    ("vacancy", 2.0),
    ("opening", 1.6),
    ("hiring", 2.0),
    ("wanted", 1.8),
    ("posting", 1.2),
    ("occupation", 1.8),
    ("opportunity", 1.2),
    ("recruitment", 1.2),
    ("series", 1.0),
    ("description", 0.8),
];
/// Labels of what is no title of the job.
const OTHER: [&str; 34] = [
    "reports",
    "report",
    "reporting",
    "supervisor",
    "supervises",
    "supervision",
    "supervised",
    "contact",
    "recruiter",
    "manager",
    "employer",
    "company",
    "department",
    "dept",
    "location",
    "locations",
    "references",
    "requirements",
    "skills",
    "education",
    "direct",
    "agency",
    "to",
    "responsibilities",
    "duties",
    "experience",
    "benefits",
    "category",
    "industry",
    "license",
    "note",
    "email",
    "qualifications",
    "certifications",
];
/// Words of a sentence: a line that has one is no title by itself.
const SENTENCE: [&str; 34] = [
    "is", "are", "was", "be", "will", "we", "you", "i", "my", "who", "what", "when", "how", "this", "these", "must",
    "may", "should", "has", "have", "do", "does", "can", "you'll", "we're", "it", "they", "if", "then", "your",
    "there", "please", "our", "reports",
];
/// How many lines from the top a title may stand by itself.
const TOP: usize = 14;
/// The most words of a line that is a title.
const LONGEST: usize = 16;

/// A title with a line for itself, or with a label.
pub struct Lined {
    pub phrase: Phrase,
    pub logit: f32,
}

/// The titles of lines.
pub fn lined(words: &Words<'_>, most: usize) -> Vec<Lined> {
    let mut found = Vec::new();
    let (mut at, mut place) = (0, 0);
    let mut is_below_text = 0.0;
    while at < words.all.len().min(most) {
        let line = at..words.line_end(at);
        at = line.end;
        let label = labelled(words, &line);
        // `Data Entry Job in Las Vegas`
        if let Some(job) =
            (line.start + 1..line.end).find(|at| words.small(*at) == "job" && words.small(at + 1) == "in")
            && line.len() < LONGEST
            && place < 3
        {
            let said = words.title_of_line(line.start..job).map_or(line.start..job, |phrase| phrase.words);
            found.push(Lined { phrase: Phrase { words: said, wide: None, is_later: false }, logit: 2.2 });
            place += 1;
            continue;
        }
        let is_sentence = is_sentence(words, &line);
        match label {
            Some(Label::Title(value, logit)) => {
                let phrase = words.title_of_line(value).filter(|phrase| phrase.words.len() <= LONGEST);
                found.extend(
                    phrase.map(|phrase| Lined { logit: logit - if phrase.is_later { 0.6 } else { 0.0 }, phrase }),
                );
            }
            None if place < TOP && line.len() <= LONGEST && !is_sentence && !is_listed(words, &line, place) => {
                if let Some(phrase) = words.title_of_line(line.clone()) {
                    let logit = alone(words, &line, &phrase, place) - is_below_text;
                    found.push(Lined { phrase, logit });
                }
            }
            // What was a line of its own before the text lost its line breaks.
            None if place < 3 => found.extend(opening(words, &line)),
            Some(Label::Other) | None => {}
        }
        if line.len() > 30 {
            is_below_text += 0.5;
        }
        place += 1;
    }
    found
}

/// Whether a line has a word that a title has not; the `I` of `Clerk I` is a numeral.
fn is_sentence(words: &Words<'_>, line: &Range<usize>) -> bool {
    line.clone()
        .any(|at| SENTENCE.contains(&words.small(at)) && (words.small(at) != "i" || !words.is_head(at.max(1) - 1)))
}

/// The title that a long line begins with: `Design Engineer Ameron Pole Products, a manufacturer of`.
fn opening(words: &Words<'_>, line: &Range<usize>) -> Option<Lined> {
    let end = line.clone().take(9).find(|at| {
        *at > line.start && (words.gap(*at) >= Gap::Mark || words.small(*at) == "with")
            || !words.is_capital(*at) && !matches!(words.small(*at), "of" | "and" | "&")
    })?;
    let head = (line.start..end).find(|at| words.is_head(*at) && !words.is_head(at + 1))?;
    let begun = words.begun(line.start, head);
    let ends_here = head + 1 == end || words.is_capital(head + 1) || words.small(head + 1) == "of";
    if begun.start != line.start && !words.small(line.start).ends_with("time") || !ends_here {
        return None;
    }
    let wide = (head + 1 < end).then_some(begun.start..end);
    Some(Lined { phrase: Phrase { words: begun, wide, is_later: false }, logit: 0.4 })
}

fn is_listed(words: &Words<'_>, line: &Range<usize>, place: usize) -> bool {
    place > 0 && words.all.get(line.start).is_some_and(|word| word.in_list)
}

/// How sure a title is that stands by itself in a line.
fn alone(words: &Words<'_>, line: &Range<usize>, phrase: &Phrase, place: usize) -> f32 {
    let mut logit: f32 = match place {
        0 => 1.8,
        1 => 1.4,
        2..=4 => 1.0,
        _ => 0.4,
    };
    let before = words.letters.get(..words.range(line).start).unwrap_or_default();
    if before.ends_with("# ") || before.ends_with("**") {
        logit += 0.8;
    }
    if phrase.is_later {
        logit -= 0.8;
    }
    // In small letters or with a stop at its end a line is rather the beginning of a sentence.
    let head = phrase.words.end.saturating_sub(1);
    let ends = words.letters.get(words.range(line).end..).is_some_and(|rest| rest.starts_with('.'));
    let is_small = !words.is_capital(phrase.words.start) && !words.is_capital(head);
    if is_small || ends {
        logit -= if phrase.is_later { 1.8 } else { 0.8 };
    }
    if line.len() > phrase.words.len() + 7 {
        logit -= 0.5;
    }
    logit
}

enum Label {
    /// Words behind it, and how sure it is that they are the title.
    Title(Range<usize>, f32),
    Other,
}

/// The label that a line begins with.
fn labelled(words: &Words<'_>, line: &Range<usize>) -> Option<Label> {
    let colon = (line.start + 1..line.end.min(line.start + 8)).find(|at| words.gap(*at) == Gap::Colon)?;
    let label = line.start..colon;
    if let Some((_, logit)) = LABELS.iter().find(|(word, _)| *word == words.small(colon - 1)) {
        if label.clone().any(|at| OTHER.contains(&words.small(at)) && words.small(at) != "manager") {
            return Some(Label::Other);
        }
        return Some(Label::Title(colon..line.end, *logit));
    }
    label.clone().any(|at| OTHER.contains(&words.small(at))).then_some(Label::Other)
}
