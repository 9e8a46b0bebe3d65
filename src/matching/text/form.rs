//! What kind of text it is.

use super::heading::{self, Section};
use super::sentences::Piece;
use super::small::Small;
use super::{Holds, Shape};

/// What kind of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Of an employer: an advertisement, a notice.
    #[default]
    Advertisement,
    /// Of an applicant: what was done in the jobs held.
    Cv,
    /// Duties and nothing around them.
    Duties,
}

impl Form {
    /// What it is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Advertisement => "job advertisement",
            Self::Cv => "CV",
            Self::Duties => "list of duties",
        }
    }

    /// Its stable key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Advertisement => "advertisement",
            Self::Cv => "cv",
            Self::Duties => "duties",
        }
    }

    /// Tells it from what its pieces hold, and from whether it is a CV.
    pub(super) fn of(letters: &str, pieces: &[Piece], holds: &[Holds], is_cv: bool) -> Self {
        if is_cv {
            return Self::Cv;
        }
        // A list of duties begins with no title, or says what list it is; it has next to nothing but work, and seeks nobody.
        let said =
            |place: usize| pieces.get(place).and_then(|piece| letters.get(piece.range.clone())).unwrap_or_default();
        let of_first = |first: usize, list: &[&str]| (0..first).map(|place| words_of(said(place), list)).sum::<usize>();
        let names_title = holds.iter().take(3).any(|holds| *holds == Holds::Title) && of_first(2, &LISTS) == 0;
        let (mut work, mut noise, mut seeking) = (0, 0, 0);
        for (place, holds) in holds.iter().enumerate() {
            *if holds.is_work() { &mut work } else { &mut noise } += words(said(place)).count();
            seeking += words_of(said(place), &SEEKING);
        }
        let seeks = (seeking > 0 && seeking * 80 > work) || of_first(3, &SEEKING) > 0;
        if names_title || noise * 5 > work || seeks { Self::Advertisement } else { Self::Duties }
    }
}

/// Words that name a list of duties at its top.
const LISTS: [&str; 22] = [
    "agreement",
    "breakdown",
    "calendar",
    "card",
    "checklist",
    "chart",
    "description",
    "element",
    "elements",
    "expectations",
    "handbook",
    "internal",
    "list",
    "plan",
    "rev",
    "sheet",
    "standard",
    "standards",
    "statement",
    "task",
    "tasks",
    "yearly",
];

/// Words with which somebody is sought.
const SEEKING: [&str; 25] = [
    "applicant",
    "applicants",
    "apply",
    "benefits",
    "candidate",
    "candidates",
    "hire",
    "hiring",
    "interview",
    "join",
    "looking",
    "need",
    "needed",
    "needs",
    "offer",
    "our",
    "resume",
    "salary",
    "seeking",
    "seeks",
    "us",
    "vacancy",
    "wanted",
    "wants",
    "we",
];

/// How many signs of a CV there are, with the one that is always there.
pub const SIGNS: usize = 16;

/// What each says, fitted by `scripts/fit_passages.py`.
const WEIGHTS: [f32; SIGNS] =
    [-1.15, -1.52, 0.17, 1.93, 1.29, 3.25, 1.07, 4.36, 2.56, 0.74, 1.11, 1.02, 0.97, -1.39, -2.58, -0.21];

/// Whether a text is a CV.
pub fn is_cv(letters: &str, pieces: &[Piece]) -> bool {
    signs_of_cv(letters, pieces).iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum::<f32>() > 0.0
}

fn words(said: &str) -> impl Iterator<Item = &str> {
    said.split(|letter: char| !(letter.is_alphanumeric() || letter == '\'')).filter(|word| !word.is_empty())
}

fn words_of(said: &str, list: &[&str]) -> usize {
    words(said).filter(|word| list.contains(&Small::of(word).as_str())).count()
}

/// Words with which an employer speaks to applicants.
const OF_EMPLOYERS: [&str; 36] = [
    "applicant",
    "applicants",
    "apply",
    "benefits",
    "candidate",
    "candidates",
    "closing",
    "hire",
    "hiring",
    "hour",
    "join",
    "looking",
    "must",
    "needed",
    "needs",
    "offer",
    "opening",
    "our",
    "paid",
    "pay",
    "position",
    "preferred",
    "require",
    "required",
    "requirements",
    "salary",
    "seeking",
    "send",
    "us",
    "vacancy",
    "wanted",
    "we",
    "will",
    "you",
    "your",
    "youll",
];
/// Words with which an applicant speaks of oneself.
const OF_APPLICANTS: [&str; 12] =
    ["i", "me", "my", "now", "objective", "present", "current", "references", "resume", "seeking", "today", "till"];

/// The signs of a CV: how many there are of them in a text, on a scale that grows ever slower.
pub fn signs_of_cv(letters: &str, pieces: &[Piece]) -> [f32; SIGNS] {
    let mut count = Counts::default();
    for (place, piece) in pieces.iter().enumerate() {
        count.add(place, piece.shape, letters.get(piece.range.clone()).unwrap_or_default());
    }
    let of = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    let hundreds = of(count.words.max(40)) / 100.0;
    let often = |count: usize| (of(count) / hundreds).ln_1p();
    [
        1.0,
        often(count.of_employers),
        often(count.of_applicants),
        often(count.of_self),
        often(count.experience),
        often(count.wants),
        often(count.money),
        often(count.spans),
        often(count.years),
        of(count.addresses).ln_1p(),
        often(count.past),
        of(count.jobs.min(2)),
        of(count.personal.min(3)),
        of(count.offered.min(4)),
        of(count.words.max(1)).ln() / 5.0,
        of(usize::from(count.of_employers == 0)),
    ]
}

#[derive(Default)]
struct Counts {
    words: usize,
    of_employers: usize,
    of_applicants: usize,
    /// "I" and "my".
    of_self: usize,
    experience: usize,
    /// Words with which work is looked for.
    wants: usize,
    money: usize,
    /// Pieces from year to year.
    spans: usize,
    years: usize,
    /// Telephones and mail near the top.
    addresses: usize,
    /// Pieces that begin with what was done.
    past: usize,
    /// Headings of jobs held, of the person, and of what employers write.
    jobs: usize,
    personal: usize,
    offered: usize,
}

impl Counts {
    fn add(&mut self, place: usize, shape: Shape, said: &str) {
        let mut years = 0;
        for (at, word) in words(said).enumerate() {
            self.words += 1;
            let small = Small::of(word);
            self.of_employers += usize::from(OF_EMPLOYERS.contains(&small.as_str()));
            self.of_applicants += usize::from(OF_APPLICANTS.contains(&small.as_str()));
            self.of_self += usize::from(matches!(small.as_str(), "i" | "my" | "im" | "i'm" | "ive" | "i've" | "me"));
            self.experience += usize::from(matches!(small.as_str(), "experience" | "experienced"));
            self.wants +=
                usize::from(matches!(small.as_str(), "looking" | "seeking" | "search" | "available" | "references"));
            let is_year = word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.bytes().all(|byte| byte.is_ascii_digit());
            years += usize::from(is_year || matches!(small.as_str(), "present" | "current" | "now" | "today"));
            self.past += usize::from(at == 0 && word.len() > 4 && word.ends_with("ed"));
        }
        self.years += usize::from(years > 0);
        self.spans += usize::from(years > 1);
        let has_money = said.contains('$');
        self.money += usize::from(has_money);
        let digits = said.bytes().filter(u8::is_ascii_digit).count();
        self.addresses += usize::from(place < 6 && !has_money && (said.contains('@') || (10..16).contains(&digits)));
        if shape != Shape::Heading {
            return;
        }
        match heading::section(said) {
            Section::Experience => self.jobs += 1,
            Section::Of(Holds::Education | Holds::Person | Holds::Manner) => self.personal += 1,
            Section::Requirements => self.offered += 1,
            Section::Of(holds) if !holds.is_work() => self.offered += 1,
            _ => {}
        }
    }
}
