//! Exposure: how far AI overlaps the tasks of a role, by study, and the index that joins three of them.

use serde::{Deserialize, Serialize};

use super::code::SocCode;
use super::figures::Percentile;
use super::source::SourceId;

/// The sentence that stands beside every exposure figure.
pub const FRAME: &str = "Exposure means task overlap (how codifiable the work is): not jobs lost, not a forecast.";

/// The name of the index of [`Exposure::index`], with its version: another rule gets another number.
pub const INDEX_NAME: &str = "rolescope-index-v2";

/// How many studies of the index must have a figure for a role: one study is its own gauge, and no composite.
pub const LEAST_STUDIES: u8 = 2;

/// Raw values nearer than this are one value: published files carry the noise of floating-point sums
/// (0.9999999999999999 beside 1.0).
pub(super) const TIE: f64 = 1e-9;

/// A study that measures exposure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Study {
    /// "GPTs are GPTs", Eloundou et al. 2023.
    Gpts,
    /// "Working with AI", Microsoft Research 2025.
    Microsoft,
    /// AI Occupational Exposure, Felten, Raj and Seamans 2021 (language modeling: 2023).
    Aioe,
    /// Anthropic Economic Index, labor market impacts, 2026.
    Anthropic,
}

impl Study {
    /// All studies, in the order of the screens.
    pub const ALL: [Self; 4] = [Self::Gpts, Self::Microsoft, Self::Aioe, Self::Anthropic];

    /// Its short name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gpts => "GPTs are GPTs",
            Self::Microsoft => "Working with AI",
            Self::Aioe => "AIOE",
            Self::Anthropic => "Anthropic Economic Index",
        }
    }

    /// What it measures, in a sentence that goes on from its name.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Gpts => {
                "rates tasks: could a language model, alone or with tools built on it, halve the time that each takes? \
                 Core tasks count 1, supplemental ones 1/2."
            }
            Self::Microsoft => {
                "watches use: how much of a role's activities people brought to Copilot in 2024, and how well it went. \
                 The gauge is its user-goal half, what people wanted help with; the headline adds what the AI did."
            }
            Self::Aioe => {
                "rates abilities: how far progress in ten kinds of AI touches the abilities that a role needs. It rates no \
                 task and watches no use."
            }
            Self::Anthropic => {
                "watches use: which tasks of a role were seen in work conversations with Claude, weighted by how far they \
                 were handed over. 0 means seen too seldom to count."
            }
        }
    }

    /// The same in a few words: `rates tasks`, `watches use`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Gpts => "rates tasks",
            Self::Aioe => "rates abilities",
            Self::Microsoft | Self::Anthropic => "watches use",
        }
    }

    /// Its measures; the first is the study's gauge.
    pub const fn measures(self) -> &'static [Measure] {
        match self {
            Self::Gpts => &[
                Measure::Gpt4Gamma,
                Measure::Gpt4Beta,
                Measure::Gpt4Alpha,
                Measure::HumanGamma,
                Measure::HumanBeta,
                Measure::HumanAlpha,
            ],
            Self::Microsoft => &[Measure::MicrosoftUser, Measure::MicrosoftHeadline],
            Self::Aioe => &[Measure::Aioe, Measure::LanguageAioe],
            Self::Anthropic => &[Measure::AnthropicObserved],
        }
    }
}

/// A figure that a study publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Share of tasks exposed to a model or to tools on it (E1 + E2), rated by GPT-4; 0 to 1.
    Gpt4Gamma,
    /// E1 + half of E2, rated by GPT-4; 0 to 1.
    Gpt4Beta,
    /// E1 alone, rated by GPT-4; 0 to 1.
    Gpt4Alpha,
    /// E1 + E2, rated by people; 0 to 1.
    HumanGamma,
    /// E1 + half of E2, rated by people; 0 to 1.
    HumanBeta,
    /// E1 alone, rated by people; 0 to 1.
    HumanAlpha,
    /// Applicability to what users want done (user goals); 0 to 1.
    MicrosoftUser,
    /// Applicability, mean of user goals and AI actions: the study's headline; 0 to 1.
    MicrosoftHeadline,
    /// AI Occupational Exposure; standardized, about -2.7 to 1.6.
    Aioe,
    /// The same for language modeling alone; standardized.
    LanguageAioe,
    /// Observed exposure: tasks seen in use, weighted by time and automation; 0 to 1.
    AnthropicObserved,
}

impl Measure {
    /// How many measures there are.
    pub const COUNT: usize = 11;

    /// All measures, in the order of [`Exposure::readings`].
    pub const ALL: [Self; Self::COUNT] = [
        Self::Gpt4Gamma,
        Self::Gpt4Beta,
        Self::Gpt4Alpha,
        Self::HumanGamma,
        Self::HumanBeta,
        Self::HumanAlpha,
        Self::MicrosoftUser,
        Self::MicrosoftHeadline,
        Self::Aioe,
        Self::LanguageAioe,
        Self::AnthropicObserved,
    ];

    /// The measures that [`Exposure::index`] joins.
    pub const IN_INDEX: [Self; 3] = [Self::Gpt4Gamma, Self::MicrosoftUser, Self::Aioe];

    /// The study that publishes it.
    pub const fn study(self) -> Study {
        match self {
            Self::Gpt4Gamma
            | Self::Gpt4Beta
            | Self::Gpt4Alpha
            | Self::HumanGamma
            | Self::HumanBeta
            | Self::HumanAlpha => Study::Gpts,
            Self::MicrosoftUser | Self::MicrosoftHeadline => Study::Microsoft,
            Self::Aioe | Self::LanguageAioe => Study::Aioe,
            Self::AnthropicObserved => Study::Anthropic,
        }
    }

    /// The dataset that it comes from.
    pub const fn source(self) -> SourceId {
        match self.study() {
            Study::Gpts => SourceId::Gpts,
            Study::Microsoft => SourceId::Microsoft,
            Study::Aioe => SourceId::Aioe,
            Study::Anthropic => SourceId::Anthropic,
        }
    }

    /// The year of its publication.
    pub const fn year(self) -> u16 {
        match self {
            Self::Aioe => 2021,
            Self::MicrosoftUser | Self::MicrosoftHeadline => 2025,
            Self::AnthropicObserved => 2026,
            _ => 2023,
        }
    }

    /// Its name on gauges.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gpt4Gamma => "GPTs are GPTs γ, rated by GPT-4",
            Self::Gpt4Beta => "GPTs are GPTs β, rated by GPT-4",
            Self::Gpt4Alpha => "GPTs are GPTs α, rated by GPT-4",
            Self::HumanGamma => "GPTs are GPTs γ, rated by people",
            Self::HumanBeta => "GPTs are GPTs β, rated by people",
            Self::HumanAlpha => "GPTs are GPTs α, rated by people",
            Self::MicrosoftUser => "Microsoft applicability, user goals",
            Self::MicrosoftHeadline => "Microsoft applicability, headline",
            Self::Aioe => "Felten AIOE",
            Self::LanguageAioe => "Felten AIOE, language modeling",
            Self::AnthropicObserved => "Anthropic observed exposure",
        }
    }

    /// A name of at most twelve cells, for columns.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Gpt4Gamma => "GPT-4 γ",
            Self::Gpt4Beta => "GPT-4 β",
            Self::Gpt4Alpha => "GPT-4 α",
            Self::HumanGamma => "human γ",
            Self::HumanBeta => "human β",
            Self::HumanAlpha => "human α",
            Self::MicrosoftUser => "MS user",
            Self::MicrosoftHeadline => "MS headline",
            Self::Aioe => "AIOE",
            Self::LanguageAioe => "AIOE lang",
            Self::AnthropicObserved => "Anthropic",
        }
    }

    /// Its stable key in JSON, CSV and queries.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gpt4Gamma => "eloundou_gamma",
            Self::Gpt4Beta => "eloundou_beta",
            Self::Gpt4Alpha => "eloundou_alpha",
            Self::HumanGamma => "eloundou_human_gamma",
            Self::HumanBeta => "eloundou_human_beta",
            Self::HumanAlpha => "eloundou_human_alpha",
            Self::MicrosoftUser => "microsoft_applicability",
            Self::MicrosoftHeadline => "microsoft_applicability_headline",
            Self::Aioe => "felten_aioe",
            Self::LanguageAioe => "felten_aioe_language",
            Self::AnthropicObserved => "anthropic_observed",
        }
    }
}

/// A role's value of one measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// As published; the measure says its range.
    pub raw: f64,
    /// Position among the surveyed roles (those with tasks) that have the measure.
    pub percentile: Percentile,
    /// The SOC code that the study publishes it under; none where it is published for the role itself.
    pub published_for: Option<SocCode>,
}

/// The index of a role: the mean of the percentiles of [`Measure::IN_INDEX`], ranked again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// Position of the mean among the surveyed roles.
    pub percentile: Percentile,
    /// The mean itself, 0 to 100.
    pub mean: f64,
    /// How many of the three studies have a figure for the role: two or three.
    pub studies: u8,
}

impl Index {
    /// Whether it rests on fewer studies than it joins.
    pub fn is_partial(self) -> bool {
        usize::from(self.studies) < Measure::IN_INDEX.len()
    }

    /// ` 2/3` beside a figure where it is partial; nothing where all studies cover the role.
    pub fn fraction(self) -> String {
        if self.is_partial() { format!(" {}/{}", self.studies, Measure::IN_INDEX.len()) } else { String::new() }
    }

    /// How many of the studies it rests on: `2 of 3 studies`.
    pub fn rests_on(self) -> String {
        format!("{} of {} studies", self.studies, Measure::IN_INDEX.len())
    }
}

/// How far AI overlaps the tasks of a role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exposure {
    /// The joint index, absent where fewer than [`LEAST_STUDIES`] of it cover the role.
    pub index: Option<Index>,
    /// One entry a measure, in the order of [`Measure::ALL`].
    pub readings: [Option<Reading>; Measure::COUNT],
}

impl Exposure {
    /// The role's value of a measure.
    pub fn reading(&self, measure: Measure) -> Option<Reading> {
        self.readings[measure as usize]
    }

    /// The lowest and the highest percentile among the gauges of the studies: how far they disagree. None where fewer
    /// than two tell roles apart here: an observed exposure of 0 (under the study's threshold) is shared by nearly half of
    /// all roles and says nothing of the place among them.
    pub fn spread(&self) -> Option<(Percentile, Percentile)> {
        let tells = |measure: &Measure, reading: &Reading| *measure != Measure::AnthropicObserved || reading.raw > TIE;
        let gauges = Study::ALL.into_iter().map(|study| study.measures()[0]);
        let percentiles: Vec<f64> = gauges
            .filter_map(|measure| Some((measure, self.reading(measure)?)))
            .filter(|(measure, reading)| tells(measure, reading))
            .map(|(_, reading)| reading.percentile.0)
            .collect();
        let (low, high) =
            percentiles.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), p| (low.min(*p), high.max(*p)));
        (percentiles.len() > 1).then_some((Percentile(low), Percentile(high)))
    }
}

/// Position of `value` in `sorted` by mid-rank: (count below + half of ties) / n * 100. Empty: 50. Values nearer than
/// a billionth are ties.
#[allow(clippy::cast_precision_loss, reason = "a thousand roles at most")]
pub fn mid_rank(sorted: &[f64], value: f64) -> Percentile {
    if sorted.is_empty() {
        return Percentile(50.0);
    }
    let below = sorted.partition_point(|v| *v < value - TIE);
    let up_to = sorted.partition_point(|v| *v <= value + TIE);
    Percentile((below + up_to) as f64 / 2.0 / sorted.len() as f64 * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_of_floating_point_parts_no_tie() {
        let sorted = [0.5, 0.999_999_999_999_999_9, 1.0, 1.0];
        assert!([sorted[1], sorted[2]].map(|v| mid_rank(&sorted, v).0).iter().all(|p| (p - 62.5).abs() < 1e-12));
    }

    #[test]
    fn a_zero_that_half_of_all_share_sets_no_end_of_the_spread() {
        let mut exposure = Exposure::default();
        let mut read = |measure: Measure, raw, percentile| {
            exposure.readings[measure as usize] =
                Some(Reading { raw, percentile: Percentile(percentile), published_for: None });
            exposure.spread().map(|(low, high)| (low.0, high.0))
        };
        assert_eq!(read(Measure::Gpt4Gamma, 0.1, 3.0), None);
        assert_eq!(read(Measure::AnthropicObserved, 0.0, 24.0), None);
        assert_eq!(read(Measure::Aioe, -1.0, 5.0), Some((3.0, 5.0)));
        assert_eq!(read(Measure::AnthropicObserved, 0.1, 60.0), Some((3.0, 60.0)));
    }

    #[test]
    fn mid_rank_halves_ties() {
        let sorted = [1.0, 2.0, 2.0, 3.0];
        let rank = |v| mid_rank(&sorted, v).0;
        assert_eq!(
            [rank(0.0), rank(1.0), rank(2.0), rank(3.0), rank(9.0)].map(|p| format!("{p}")),
            ["0", "12.5", "50", "87.5", "100"]
        );
    }

    #[test]
    fn measures_stand_in_their_own_order() {
        for (i, measure) in Measure::ALL.into_iter().enumerate() {
            assert_eq!(measure as usize, i);
            assert!(measure.study().measures().contains(&measure));
        }
    }
}
