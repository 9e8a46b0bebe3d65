//! What a sentence holds: the work, or what stands around it.

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
