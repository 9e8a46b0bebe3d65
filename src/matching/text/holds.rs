//! What a sentence holds: the work, or what stands around it.

use super::form::Form;
use super::{Sentence, Shape, heading};

/// What a sentence holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holds {
    /// The title of the job, or of one held.
    Title,
    /// What is done.
    #[default]
    Duty,
    /// What one has to know and to handle for it: skills, tools, software, licences of the trade.
    Skill,
    /// What the employer says of itself.
    Employer,
    /// Pay and benefits.
    Offer,
    /// Equal opportunity, law and privacy.
    Legal,
    /// How to apply, and how applications are judged.
    Application,
    /// Where and when the work is done.
    PlaceAndHours,
    /// Schooling and years of experience.
    Education,
    /// Manners and character that any job asks for.
    Manner,
    /// What the body has to bear, and checks before one is taken on.
    Conditions,
    /// Who the applicant is: name, address, interests, references.
    Person,
}

impl Holds {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Duty,
        Self::Skill,
        Self::Employer,
        Self::Offer,
        Self::Legal,
        Self::Application,
        Self::PlaceAndHours,
        Self::Education,
        Self::Manner,
        Self::Conditions,
        Self::Person,
    ];

    /// Whether it is work, and counts unless the user says otherwise.
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Title | Self::Duty | Self::Skill)
    }

    /// What it is, in a few words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Duty => "duty",
            Self::Skill => "skills and tools",
            Self::Employer => "about the employer",
            Self::Offer => "pay and benefits",
            Self::Legal => "equal opportunity and law",
            Self::Application => "how to apply",
            Self::PlaceAndHours => "place and hours",
            Self::Education => "education and experience",
            Self::Manner => "manner and character",
            Self::Conditions => "physical demands and checks",
            Self::Person => "about the person",
        }
    }

    /// Its stable key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Duty => "duty",
            Self::Skill => "skill",
            Self::Employer => "employer",
            Self::Offer => "offer",
            Self::Legal => "legal",
            Self::Application => "application",
            Self::PlaceAndHours => "place_and_hours",
            Self::Education => "education",
            Self::Manner => "manner",
            Self::Conditions => "conditions",
            Self::Person => "person",
        }
    }
}

/// Words that a sentence of each kind says, in small letters.
const CUES: [(Holds, &[&str]); 8] = [
    (
        Holds::Legal,
        &[
            "equal opportunity",
            "regardless of race",
            "without regard to",
            "e-verify",
            "protected veteran",
            "reasonable accommodation",
            "privacy",
            "sexual orientation",
        ],
    ),
    (
        Holds::Offer,
        &[
            "401(k)",
            "401k",
            "benefits",
            "paid time off",
            "pto",
            "dental",
            "tuition",
            "per hour",
            "salary",
            "bonus",
            "competitive pay",
        ],
    ),
    (
        Holds::Application,
        &["apply", "resume", "cover letter", "applicants", "closing date", "recruiter", "interview", "submit"],
    ),
    (
        Holds::Education,
        &["degree", "diploma", "ged", "years of experience", "years' experience", "years experience", "bachelor"],
    ),
    (
        Holds::Conditions,
        &["background check", "drug test", "drug screen", "lift up to", "physical demands", "security clearance"],
    ),
    (Holds::PlaceAndHours, &["monday", "full-time", "part-time", "shift", "location:", "hours:"]),
    (
        Holds::Manner,
        &[
            "team player",
            "self-starter",
            "communication skills",
            "fast-paced",
            "detail-oriented",
            "attention to detail",
        ],
    ),
    (Holds::Employer, &["founded", "our mission", "we are a leading", "about us", "family-owned", "award"]),
];

/// Tells what every sentence holds.
pub fn tell(letters: &str, form: Form, sentences: &mut [Sentence]) {
    let mut section = None;
    for (at, sentence) in sentences.iter_mut().enumerate() {
        let said = letters.get(sentence.range.clone()).unwrap_or_default();
        if sentence.shape == Shape::Heading {
            section = heading::section(said);
            sentence.holds = section.unwrap_or(if at == 0 && form != Form::Cv { Holds::Title } else { Holds::Duty });
            continue;
        }
        let small = said.to_lowercase();
        let cue = CUES.iter().find(|(_, cues)| cues.iter().any(|cue| small.contains(cue))).map(|(holds, _)| *holds);
        sentence.holds = match (section, cue) {
            (Some(section), _) if !section.is_work() => section,
            (_, Some(cue)) => cue,
            (Some(section), None) => section,
            (None, None) if at == 0 && form != Form::Cv && said.split_whitespace().count() <= 10 => Holds::Title,
            (None, None) => Holds::Duty,
        };
    }
}
