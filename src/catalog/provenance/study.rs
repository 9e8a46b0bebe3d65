//! Where exposure comes from: the measures of the studies, and the index that joins three of them.

use super::rank::MidRank;
use super::{Figure, File, Origins, Provenance, PublishedCell, Raw, names};
use crate::catalog::codes::Content;
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::{Band, Measure, Percentile, Role, SocCode};

/// The file of a measure, the column of its codes, and its own.
pub const fn place(measure: Measure) -> (File, &'static str, &'static str) {
    match measure {
        Measure::Gpt4Alpha => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[0]),
        Measure::Gpt4Beta => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[1]),
        Measure::Gpt4Gamma => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[2]),
        Measure::HumanAlpha => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[3]),
        Measure::HumanBeta => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[4]),
        Measure::HumanGamma => (File::GptsRoles, names::gpts::CODE, names::gpts::SCORES[5]),
        Measure::MicrosoftUser => (File::MicrosoftUser, names::microsoft::CODE, names::microsoft::USER),
        Measure::MicrosoftHeadline => (File::MicrosoftHeadline, names::microsoft::CODE, names::microsoft::HEADLINE),
        Measure::Aioe => (File::Aioe, names::aioe::CODE, names::aioe::AIOE.1),
        Measure::LanguageAioe => (File::LanguageAioe, names::aioe::CODE, names::aioe::LANGUAGE.1),
        Measure::AnthropicObserved => (File::AnthropicRoles, names::anthropic::CODE, names::anthropic::OBSERVED),
    }
}

/// What a measure measures, with its range.
fn meaning(measure: Measure) -> String {
    let labelled = |who: &str, what: &str| {
        format!(
            "The raw value is the part of the tasks that {who} {what}, so weighted, 0 to 1. Tasks retired since count too."
        )
    };
    let text = match measure {
        Measure::Gpt4Gamma => return labelled("GPT-4 labels", "E1 or E2"),
        Measure::Gpt4Beta => return labelled("GPT-4 labels", "E1, and half of those E2"),
        Measure::Gpt4Alpha => return labelled("GPT-4 labels", "E1"),
        Measure::HumanGamma => return labelled("people label", "E1 or E2"),
        Measure::HumanBeta => return labelled("people label", "E1, and half of those E2"),
        Measure::HumanAlpha => return labelled("people label", "E1"),
        Measure::MicrosoftUser => {
            "The raw value is the study's applicability score of user goals, 0 to 1: one half of its headline score."
        }
        Measure::MicrosoftHeadline => {
            "The raw value is the study's headline applicability score, the mean of user goals and AI actions, 0 to 1."
        }
        Measure::Aioe => "The raw value is standardized by the study: in standard deviations, about -2.7 to 1.6.",
        Measure::LanguageAioe => "The raw value, for language modeling alone, is standardized by the study.",
        Measure::AnthropicObserved => {
            "The raw value is the study's observed exposure, 0 to 1: the tasks that were seen in use, each with its weight; \
             0 where none was seen often enough."
        }
    };
    text.to_owned()
}

/// Whether a study's codes are of SOC 2010.
const fn is_of_2010(measure: Measure) -> bool {
    matches!(measure, Measure::Aioe | Measure::LanguageAioe)
}

impl Origins<'_> {
    pub(super) fn measure(&self, role: &Role<'_>, measure: Measure) -> Provenance {
        let reading = role.exposure.reading(measure);
        let name = format!("{} ({})", measure.name(), measure.year());
        let shown = reading.map(|reading| reading.percentile).map(percentile_text);
        let mut provenance = Self::traced(role, Figure::Measure(measure), name, shown);
        provenance.is_exposure = true;
        provenance.cells = vec![self.measure_cell(role, measure)];
        let steps = &mut provenance.computation;
        match reading {
            None => {
                steps.extend(is_of_2010(measure).then(|| self.not_continued(role)).flatten());
                steps.push("Without a raw value there is no percentile.".to_owned());
            }
            Some(reading) => {
                steps.push(format!("{} {}", measure.study().name(), measure.study().what()));
                steps.push(meaning(measure));
                if let Some(soc) = reading.published_for {
                    steps.push(joined(role, soc));
                    steps.extend(is_of_2010(measure).then(|| self.continued(soc)).flatten());
                    provenance.published_for = self.published_for(soc);
                }
                let rank = MidRank::of_measure(self.catalog, reading.raw, measure);
                steps.extend(ranked(role, rank, reading.percentile, "have this measure"));
            }
        }
        provenance
    }

    /// The cell of a measure, or where it was looked for.
    pub(super) fn measure_cell(&self, role: &Role<'_>, measure: Measure) -> PublishedCell {
        let (file, key, column) = place(measure);
        let reading = role.exposure.reading(measure);
        let published = self.catalog.published(role).map(|published| published.soc);
        let by_role = file == File::GptsRoles;
        let (row, raw) = match reading {
            Some(reading) => {
                let soc = reading.published_for;
                let soc = if is_of_2010(measure) { soc.map(|soc| self.code_of_2010(soc)) } else { soc };
                let code = soc.map_or_else(|| role.code.to_string(), |soc| soc.to_string());
                (code, Raw::Value(format!("{:?}", reading.raw)))
            }
            None if by_role => (role.code.to_string(), Raw::Missing(format!("no row for {}", role.code))),
            None => {
                let soc = role.code.soc();
                let soc = if is_of_2010(measure) { self.code_of_2010(soc) } else { soc };
                let other = published.filter(|other| *other != role.code.soc() && !is_of_2010(measure));
                let other =
                    other.map_or_else(String::new, |other| format!(", and none for {other}, BLS's code for it"));
                (soc.to_string(), Raw::Missing(format!("no row for {soc}{other}")))
            }
        };
        self.cell(file, &[(key, row)], column, raw)
    }

    /// The code of SOC 2010 that a code of today continues; its own where none does.
    fn code_of_2010(&self, soc: SocCode) -> SocCode {
        let title = self.catalog.soc_title(soc).unwrap_or_default();
        self.catalog.crosswalks.before_2018(soc, title).map_or(soc, |before| before.code)
    }

    /// How a code of today came to the value of one of SOC 2010.
    fn continued(&self, soc: SocCode) -> Option<String> {
        let walks = &self.catalog.crosswalks;
        let before = walks.before_2018(soc, self.catalog.soc_title(soc)?)?;
        let old = walks.soc_2010_title(before.code).map_or_else(String::new, |title| format!(" {title}"));
        let code = before.code;
        let content = match before.content {
            Content::Same if code == soc => "which is the same occupation in SOC 2018",
            Content::Same => "which SOC 2018 only gave another number (BLS's crosswalk maps one to one)",
            Content::Narrower => "which was wider: a part of it has a code of its own since SOC 2018",
            Content::Wider => "which was narrower: SOC 2018 added other occupations to it",
        };
        Some(format!("The study's codes are of SOC 2010: {code}{old}, {content}."))
    }

    /// Why a role has no value of a study that goes by SOC 2010.
    fn not_continued(&self, role: &Role<'_>) -> Option<String> {
        let soc = role.code.soc();
        let is_continued = self.catalog.crosswalks.before_2018(soc, self.catalog.soc_title(soc)?).is_some();
        Some(if is_continued {
            "The study has no value for this code of SOC 2010.".to_owned()
        } else {
            format!(
                "The study's codes are of SOC 2010. BLS's crosswalk makes {soc} of parts of other codes, or of several, and no \
                 weights are published for them."
            )
        })
    }

    pub(super) fn index(&self, role: &Role<'_>) -> Provenance {
        let index = role.exposure.index;
        let shown = index.map(|index| percentile_text(index.percentile));
        let name = format!("exposure index ({INDEX_NAME})");
        let mut provenance = Self::traced(role, Figure::Index, name, shown);
        provenance.is_exposure = true;
        provenance.cells = Measure::IN_INDEX.map(|measure| self.measure_cell(role, measure)).to_vec();
        let mut published_for = "rolescope's own index of three studies; no dataset publishes it".to_owned();
        let mut shared: Vec<String> = Vec::new();
        for soc in Measure::IN_INDEX.iter().filter_map(|m| role.exposure.reading(*m)?.published_for) {
            let note = self.catalog.shared_note(soc);
            shared.extend(note.filter(|note| !shared.contains(note)));
        }
        if !shared.is_empty() {
            published_for.extend([". A raw value of it is ", &shared.join("; ")]);
        }
        provenance.published_for = published_for;
        let steps = &mut provenance.computation;
        let (mut known, mut missing) = (Vec::new(), Vec::new());
        for measure in Measure::IN_INDEX {
            let name = format!("{} ({})", measure.name(), measure.year());
            match role.exposure.reading(measure) {
                Some(reading) => {
                    known.push(reading.percentile.0);
                    let rank = MidRank::of_measure(self.catalog, reading.raw, measure);
                    steps.push(format!("{name}: percentile {}.", rank.text()));
                }
                None => missing.push(name),
            }
        }
        if !missing.is_empty() {
            steps.push(format!("No figure, so not in the mean: {}.", missing.join("; ")));
        }
        let Some(index) = index else {
            steps.push(
                "Fewer than two studies of the index cover the role: one alone is its own gauge, and no index."
                    .to_owned(),
            );
            return provenance;
        };
        let sum: Vec<String> = known.iter().map(|percentile| format!("{percentile:.2}")).collect();
        let sum = if sum.len() > 1 { format!("({}) / {}", sum.join(" + "), sum.len()) } else { sum.concat() };
        steps.push(format!("Mean of the percentiles: {sum} = {:.2}.", index.mean));
        steps.extend(ranked(role, MidRank::of_mean(self.catalog, index.mean), index.percentile, "have such a mean"));
        provenance
    }
}

/// `93rd, High`.
fn percentile_text(percentile: Percentile) -> String {
    format!("{percentile}, {}", percentile.band())
}

/// How a value got its percentile and its band.
fn ranked(role: &Role<'_>, rank: MidRank, percentile: Percentile, have: &str) -> Vec<String> {
    let mut steps = vec![format!(
        "Percentile by mid-rank among the {} surveyed roles that {have}: {}, shown as {percentile}.",
        rank.of,
        rank.text()
    )];
    if !role.is_surveyed() {
        steps.push("The role is not surveyed by O*NET: it is placed on that scale and does not shape it.".to_owned());
    }
    let band = match percentile.band() {
        Band::Low => "Band Low: the 33rd and below.",
        Band::Moderate => "Band Moderate: the 34th to the 66th.",
        Band::High => "Band High: the 67th and above.",
    };
    steps.push(band.to_owned());
    steps
}

/// How a role came to the SOC code of its value.
fn joined(role: &Role<'_>, soc: SocCode) -> String {
    if soc == role.code.soc() {
        return format!("Joined by SOC code: {soc} is the first seven characters of {}.", role.code);
    }
    let own = role.code.soc();
    format!("The study has no row for {own}: {soc} is taken, the code under which BLS publishes {}.", role.code)
}
