//! The fields of the language.

use super::Place;
use crate::catalog::{Catalog, Measure, Metric, SocCode, Study};

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `title:`, `task:`, `tool:`, `skill:`
    Text(Place),
    /// `group:`
    Group,
    /// `band:`
    Band,
    /// `study:`
    Study,
    /// `education:`
    Education,
    /// `interest:`
    Interest,
    /// `bls:`
    Category,
    /// `home:`
    AtHome,
    /// `pay:`, `zone:`, `exposure:` and every other figure.
    Figure(Metric),
}

/// The fields as they are offered and listed, with an example and what it asks for.
pub const GUIDE: [(&str, &str, &str); 22] = [
    ("title", "title:nurse", "a word of the title or an alternate title"),
    ("task", "task:\"lesson plan\"", "words of a task; quotes keep them together"),
    ("tool", "tool:drill", "software and tools"),
    ("skill", "skill:programming", "skills, knowledge, abilities of importance 3 and more"),
    ("group", "group:15", "a major group, by number or by words of its name"),
    ("zone", "zone:3..4", "job zone, 2 to 5"),
    ("band", "band:high", "band of the exposure index: low, moderate, high"),
    ("exposure", "exposure:>80", "percentile of the exposure index"),
    ("study", "study:microsoft>80", "percentile of one study: gpts, microsoft, aioe, anthropic"),
    ("bls", "bls:very-high", "BLS's relative AI exposure category: low, moderate, high, very-high"),
    ("pay", "pay:60k..90k", "median annual pay in dollars"),
    ("entry-pay", "entry-pay:>=40k", "annual pay that a tenth earn less than (10th percentile)"),
    ("hourly", "hourly:>=25", "median hourly pay in dollars"),
    ("education", "education:<bachelor", "education typical for entry (BLS)"),
    ("interest", "interest:SA", "first interests: realistic, investigative, artistic, social, ..."),
    ("growth", "growth:>5", "projected change in percent"),
    ("openings", "openings:>10k", "annual openings"),
    ("employment", "employment:<=5k", "people employed"),
    ("self-employed", "self-employed:>20", "share of self-employed people in percent"),
    ("home", "home:yes", "work whose tasks can be done at home, by a study of 2020: yes, no"),
    ("OR", "nurse OR zone:5", "any of several; brackets group, NOT leaves out, spaces say and"),
    ("-", "-manager", "without a word or a \"phrase\"; -tool:excel without a field"),
];

/// Everyday names beside those of [`Metric::from_key`].
const ALSO: [(&str, Field); 11] = [
    ("titles", Field::Text(Place::Title)),
    ("tasks", Field::Text(Place::Task)),
    ("tools", Field::Text(Place::Tool)),
    ("software", Field::Text(Place::Tool)),
    ("skills", Field::Text(Place::Skill)),
    ("groups", Field::Group),
    ("bands", Field::Band),
    ("salary", Field::Figure(Metric::Pay)),
    ("income", Field::Figure(Metric::Pay)),
    ("earnings", Field::Figure(Metric::Pay)),
    ("employed", Field::Figure(Metric::Employment)),
];

impl Field {
    /// The field of a name, in any case.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Some(match name.as_str() {
            "title" => Self::Text(Place::Title),
            "task" => Self::Text(Place::Task),
            "tool" => Self::Text(Place::Tool),
            "skill" => Self::Text(Place::Skill),
            "group" => Self::Group,
            "band" => Self::Band,
            "study" => Self::Study,
            "education" | "degree" => Self::Education,
            "bls" | "bls-ai" => Self::Category,
            "interest" | "interests" | "riasec" => Self::Interest,
            "home" | "remote" | "telework" | "wfh" | "at-home" => Self::AtHome,
            name if name == HEADCOUNT.0 => Self::Figure(Metric::Headcount),
            name => match ALSO.into_iter().find(|(also, _)| *also == name) {
                Some((_, field)) => field,
                None => Self::Figure(Metric::from_key(name)?),
            },
        })
    }
}

impl Place {
    /// The name of its field; none for anywhere.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Anywhere => None,
            Self::Title => Some("title"),
            Self::Task => Some("task"),
            Self::Tool => Some("tool"),
            Self::Skill => Some("skill"),
        }
    }
}

/// The name of a metric's field.
pub(super) const fn name_of(metric: Metric) -> &'static str {
    match metric {
        Metric::Index => "exposure",
        Metric::Change => "growth",
        Metric::EntryPay => "entry-pay",
        Metric::SelfEmployed => "self-employed",
        Metric::Measure(Measure::Gpt4Gamma) => "gpts",
        Metric::Measure(Measure::MicrosoftUser) => "microsoft",
        Metric::Measure(Measure::Aioe) => "aioe",
        Metric::Measure(Measure::AnthropicObserved) => "anthropic",
        other => other.key(),
    }
}

/// The names of the studies, for `study:`.
pub(super) const STUDIES: [(&str, Study); 4] =
    [("gpts", Study::Gpts), ("microsoft", Study::Microsoft), ("aioe", Study::Aioe), ("anthropic", Study::Anthropic)];

/// The field of a staff, where one is counted, and what it asks for.
pub(super) const HEADCOUNT: (&str, &str) = ("headcount", "people of the staff");

/// Every name that may stand before a colon and is offered.
pub(super) fn names(catalog: &Catalog<'_>) -> impl Iterator<Item = &'static str> + use<> {
    let guide = GUIDE.iter().map(|(name, ..)| *name).filter(|name| !matches!(*name, "-" | "OR"));
    guide.chain(STUDIES.iter().map(|(name, _)| *name)).chain(catalog.headcounts().map(|_| HEADCOUNT.0))
}

/// The field name that is most like a name; where `far`, however little alike.
pub(super) fn nearest(name: &str, far: bool, catalog: &Catalog<'_>) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let (distance, nearest) = names(catalog).map(|known| (strsim::osa_distance(&name, known), known)).min()?;
    let near = match name.len() {
        // `may:` is not `pay:`, but `pya:` is.
        3 if same_letters(&name, nearest) => 1,
        ..4 => 0,
        4..=6 => 1,
        _ => 2,
    };
    (distance <= near || (far && distance <= 2 && name.len() > 2)).then_some(nearest)
}

fn same_letters(a: &str, b: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters = text.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

/// The major groups: their two digits and titles.
pub fn groups<'c>(catalog: &Catalog<'c>) -> impl Iterator<Item = (u32, &'c str)> {
    let is_group = |soc: SocCode| soc == soc.group() && soc != SocCode::ALL_OCCUPATIONS;
    catalog.socs.iter().filter(move |(soc, _)| is_group(*soc)).map(|(soc, title)| (soc.major_group(), *title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_name_of_the_guide_is_a_field() {
        for name in names(&fixture::staffed()) {
            assert!(Field::of(name).is_some(), "{name}");
            assert_eq!(Field::of(&name.to_uppercase()), Field::of(name));
        }
        for metric in Metric::ALL.into_iter().chain(Measure::ALL.map(Metric::Measure)) {
            assert_eq!(Field::of(name_of(metric)), Some(Field::Figure(metric)));
        }
        for metric in [Metric::EntryPay, Metric::Hourly, Metric::SelfEmployed] {
            assert_eq!(Field::of(name_of(metric)), Some(Field::Figure(metric)));
        }
        for name in
            ["entry_pay", "selfemployed", "wage", "salary", "income", "degree", "riasec", "remote", "telework", "WFH"]
        {
            assert!(Field::of(name).is_some(), "{name}");
        }
        assert_eq!(Field::of("day"), None);
    }

    #[test]
    fn near_names_are_suggested_and_words_of_titles_are_not() {
        let nearest = |name, catalog| nearest(name, false, catalog);
        let (nation, staffed) = (fixture::catalog(), fixture::staffed());
        assert_eq!(nearest("pya", nation), Some("pay"));
        assert_eq!(nearest("titel", nation), Some("title"));
        assert_eq!(nearest("exposre", nation), Some("exposure"));
        assert_eq!((nearest("hedcount", nation), nearest("hedcount", &staffed)), (None, Some("headcount")));
        for word in ["day", "may", "lead", "c", "note", "https"] {
            assert_eq!(nearest(word, nation), None, "{word}");
        }
    }
}
