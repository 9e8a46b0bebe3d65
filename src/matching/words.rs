//! What is said of a text on the screen and in every report.

use std::ops::Range;

use super::text::{Holds, Sentence, Text};
use super::{Duty, FEWEST_WORDS, LastTitle, Mix, NearRole, Profile, Tie, Use};
use crate::catalog::words::{listed, plain};
use crate::catalog::{Catalog, Label, RoleId, SoftwareId, grouped};
use crate::search::Found;

/// What the words for likeness mean.
pub const LIKENESS: &str = "Likeness: how much a duty and a task share in words and in meaning, 0 to 1: close from 0.6, near from \
    0.45, else loosely near.";

/// What stands where none of the tasks is near a duty.
pub const NO_TASK: &str = "no task is near";

/// What to do about a text that says too little.
pub const SAY_MORE: &str =
    "Say what is done and with which tools and machines, best in a line a duty, or put the job's title first.";

/// What of a text is left out, of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub holds: Holds,
    pub sentences: usize,
    pub words: usize,
}

/// What is left out of a text by kind, the most words first; what the user left out stands with what it holds.
pub fn left_out(text: &Text) -> Vec<LeftOut> {
    let mut kinds: Vec<LeftOut> =
        Holds::ALL.into_iter().map(|holds| LeftOut { holds, sentences: 0, words: 0 }).collect();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.counts) {
        for kind in kinds.iter_mut().filter(|kind| kind.holds == sentence.holds) {
            kind.sentences += 1;
            kind.words += text.said(sentence).split_whitespace().count();
        }
    }
    kinds.retain(|kind| kind.sentences > 0);
    kinds.sort_by(|a, b| b.words.cmp(&a.words).then(a.holds.cmp(&b.holds)));
    kinds
}

/// A sentence as it may be shown anywhere, in one line.
pub fn said(text: &Text, sentence: &Sentence) -> String {
    plain(text.said(sentence)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number of things: `1 word`, `1,240 words`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number as u64), if number == 1 { one } else { many })
}

fn words_of(number: usize) -> String {
    count(number, "word", "words")
}

/// What the text was read as, and how much of it counts: `Read as a CV: 212 words of work, 168 words left out.`
pub fn read_as(text: &Text) -> String {
    let (work, left_out) = text.words();
    format!("Read as a {}: {} of work, {} left out.", text.form.word(), words_of(work), words_of(left_out))
}

/// Why no role is named.
pub fn too_little(text: &Text) -> String {
    let (work, _) = text.words();
    format!("Too little work in it: {}. It takes at least {FEWEST_WORDS}, or a job title.", words_of(work))
}

impl NearRole {
    /// Its probability in percent.
    pub fn percent(&self) -> String {
        percent(self.probability)
    }

    /// The same in a word.
    pub const fn word(&self) -> &'static str {
        match self.probability {
            0.75.. => "likely",
            0.35.. => "possible",
            0.1.. => "doubtful",
            _ => "unlikely",
        }
    }
}

impl LastTitle {
    /// How it was read: `Last title held: “RN, Med-Surg”, most likely Registered Nurses (92%).`
    pub fn words(&self, catalog: &Catalog<'_>) -> String {
        let role = title(catalog, self.role);
        format!("Last title held: “{}”, most likely {role} ({}).", plain(&self.title), percent(self.confidence))
    }
}

/// A probability in percent: `83%`; what would round to 0 or 100 says that it is neither.
pub fn percent(share: f32) -> String {
    match share {
        share if share < 0.005 => "<1%".to_owned(),
        share if share >= 0.995 => ">99%".to_owned(),
        share => format!("{:.0}%", share * 100.0),
    }
}

fn title<'c>(catalog: &'c Catalog<'_>, role: RoleId) -> &'c str {
    catalog.role(role).map_or("", |role| role.title)
}

/// How near a duty is to a task, in a word.
pub const fn likeness(likeness: f32) -> &'static str {
    match likeness {
        0.6.. => "close",
        0.45.. => "near",
        _ => "loosely near",
    }
}

/// GPT-4's label of a task: `E1 (direct exposure)`.
pub fn label(label: Option<Label>) -> String {
    label.map_or_else(|| "not labelled".to_owned(), |label| format!("{} ({})", label.word(), label.meaning()))
}

impl Duty {
    /// The wording of the nearest task; none where none is near.
    pub fn task<'c>(&self, catalog: &'c Catalog<'_>) -> Option<&'c str> {
        let near = self.nearest?;
        Some(catalog.role(near.role)?.tasks.get(usize::from(near.place))?.wording)
    }

    /// How near its task is and whose it is: `close, its own`, `near, of Nursing Assistants`.
    pub fn near_words(&self, catalog: &Catalog<'_>) -> Option<String> {
        let near = self.nearest?;
        let whose = if self.is_own { "its own".to_owned() } else { format!("of {}", title(catalog, near.role)) };
        Some(format!("{}, {whose}", likeness(near.likeness)))
    }
}

impl Use {
    /// How a role uses a thing: `in demand for the role`, `the role has it`, `not listed for the role`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::No => "not listed for the role",
            Self::Software(used) if used.in_demand => "in demand for the role",
            Self::Software(_) | Self::Yes => "the role has it",
        }
    }
}

/// Whether a product is a hot technology: frequent in employers' postings across all roles.
pub fn is_hot(catalog: &Catalog<'_>, product: SoftwareId) -> bool {
    let mut used = catalog.roles.iter().flat_map(|role| &role.software);
    used.any(|used| used.software == product && used.hot)
}

impl Mix {
    /// Its exposure in percent; of none labelled that there is none.
    pub fn exposure_text(&self) -> String {
        self.exposure().map_or_else(|| "none labelled".to_owned(), |share| format!("{:.0}%", share * 100.0))
    }
}

impl Profile {
    /// How much of the text stands behind its mix: `9 of 13 duties have a labelled task near.`
    pub fn coverage(&self) -> String {
        let have = if self.mix.labelled() == 1 { "has" } else { "have" };
        format!("{} of {} {have} a labelled task near.", self.mix.labelled(), count(self.mix.all, "duty", "duties"))
    }
}

/// So many things that a text names are told of a role in short.
const NAMED: usize = 4;

/// What ties a text to a role in short: `title “RN”; 7 duties near its tasks; names Epic Systems and infusion pumps`.
pub fn ties(catalog: &Catalog<'_>, role: RoleId, ties: &[Tie]) -> String {
    let Some(role) = catalog.role(role) else { return String::new() };
    let mut parts = Vec::new();
    let is_title = |tie: &&Tie| matches!(tie.found, Found::Code | Found::Title | Found::Alternate(_));
    parts.extend(ties.iter().find(is_title).map(|tie| format!("title “{}”", tie.found.text(catalog, role))));
    let near = ties.iter().filter(|tie| matches!(tie.found, Found::Task(_))).count();
    if near > 0 {
        parts.push(format!("{} near its tasks", count(near, "sentence", "sentences")));
    }
    let mut names: Vec<&str> = Vec::new();
    for tie in ties {
        let name = tie.found.name(catalog).filter(|name| !names.contains(name));
        names.extend(name);
    }
    let more = names.len().saturating_sub(NAMED);
    let others = format!("{more} more");
    names.truncate(NAMED);
    if more > 0 {
        names.push(&others);
    }
    if !names.is_empty() {
        parts.push(format!("names {}", listed(&names)));
    }
    if parts.is_empty() { "its words and their meaning as a whole".to_owned() } else { parts.join("; ") }
}

/// Ranges in their order, none of which overlaps another.
pub fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
