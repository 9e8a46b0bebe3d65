//! Exposure: the index, every measure of every study, and how a role's tasks are labelled.

use serde::Serialize;

use super::labour::PublishedFor;
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::{Catalog, Index, Label, Measure, Percentile, Role, SourceId};

/// Exposure of a role.
#[derive(Debug, Serialize)]
pub struct ExposureFacts<'c> {
    /// The joint index.
    pub index: IndexFacts,
    /// The lowest and the highest percentile among the studies' gauges.
    pub spread: Option<Spread>,
    /// Every measure, in the order of the screens; missing figures included.
    pub measures: Vec<MeasureFacts<'c>>,
    /// How the tasks are labelled.
    pub task_mix: TaskMix,
}

/// The joint index.
#[derive(Debug, Serialize)]
pub struct IndexFacts {
    /// Its name and version.
    pub name: &'static str,
    /// Position among the surveyed roles, 0 to 100.
    pub percentile: Option<Percentile>,
    /// `Low`, `Moderate` or `High`.
    pub band: Option<&'static str>,
    /// The mean that is ranked, 0 to 100.
    pub mean: Option<f64>,
    /// How many studies of the index cover the role.
    pub studies: u8,
    /// The measures that the index joins.
    pub measures: [&'static str; 3],
    /// The datasets of those measures.
    pub sources: [SourceId; 3],
}

/// How far studies disagree.
#[derive(Debug, Serialize)]
pub struct Spread {
    /// Lowest percentile.
    pub low: Percentile,
    /// Highest percentile.
    pub high: Percentile,
}

#[derive(Debug, Serialize)]
pub struct MeasureFacts<'c> {
    /// Its stable key.
    pub key: &'static str,
    #[serde(skip)]
    pub measure: Measure,
    pub name: &'static str,
    pub study: &'static str,
    /// Year of publication.
    pub year: u16,
    /// The dataset.
    pub source: SourceId,
    /// As published.
    pub raw: Option<f64>,
    /// Position among the surveyed roles, 0 to 100.
    pub percentile: Option<Percentile>,
    /// `Low`, `Moderate` or `High`.
    pub band: Option<&'static str>,
    /// The SOC code that it is published for; `null` where it is published for the role itself, or not at all.
    pub published_for: Option<PublishedFor<'c>>,
}

/// How the tasks are labelled.
#[derive(Debug, Serialize)]
pub struct TaskMix {
    /// The dataset.
    pub source: SourceId,
    /// How many tasks the role has.
    pub tasks: usize,
    /// How many of them carry labels.
    pub labelled: usize,
    /// GPT-4's labels.
    pub gpt4: Mix,
    /// The labels by people.
    pub human: Mix,
}

/// Counts of labels.
#[derive(Debug, Default, Serialize)]
pub struct Mix {
    /// No exposure.
    #[serde(rename = "E0")]
    pub e0: usize,
    /// Direct exposure.
    #[serde(rename = "E1")]
    pub e1: usize,
    /// Exposed with tools.
    #[serde(rename = "E2")]
    pub e2: usize,
}

impl Mix {
    fn count(&mut self, label: Label) {
        match label {
            Label::E0 => self.e0 += 1,
            Label::E1 => self.e1 += 1,
            Label::E2 => self.e2 += 1,
        }
    }
}

impl<'c> ExposureFacts<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let spread = role.exposure.spread().map(|(low, high)| Spread { low, high });
        let measures = Measure::ALL.into_iter().map(|measure| MeasureFacts::of(catalog, role, measure)).collect();
        Self { index: IndexFacts::of(role.exposure.index), spread, measures, task_mix: TaskMix::of(role) }
    }

    pub fn measure(&self, measure: Measure) -> Option<&MeasureFacts<'c>> {
        self.measures.iter().find(|facts| facts.measure == measure)
    }
}

impl IndexFacts {
    fn of(index: Option<Index>) -> Self {
        Self {
            name: INDEX_NAME,
            percentile: index.map(|index| index.percentile),
            band: index.map(|index| index.percentile.band().word()),
            mean: index.map(|index| index.mean),
            studies: index.map_or(0, |index| index.studies),
            measures: Measure::IN_INDEX.map(Measure::key),
            sources: Measure::IN_INDEX.map(Measure::source),
        }
    }
}

impl<'c> MeasureFacts<'c> {
    fn of(catalog: &'c Catalog<'c>, role: &Role<'_>, measure: Measure) -> Self {
        let reading = role.exposure.reading(measure);
        let shared = |soc| {
            let same = |role: &&Role<'_>| role.exposure.reading(measure).and_then(|r| r.published_for) == Some(soc);
            PublishedFor { soc, title: catalog.soc_title(soc), roles: catalog.roles.iter().filter(same).count() }
        };
        Self {
            key: measure.key(),
            measure,
            name: measure.name(),
            study: measure.study().name(),
            year: measure.year(),
            source: measure.source(),
            raw: reading.map(|reading| reading.raw),
            percentile: reading.map(|reading| reading.percentile),
            band: reading.map(|reading| reading.percentile.band().word()),
            published_for: reading.and_then(|reading| reading.published_for).map(shared),
        }
    }
}

impl TaskMix {
    fn of(role: &Role<'_>) -> Self {
        let mut mix = Self {
            source: SourceId::Gpts,
            tasks: role.tasks.len(),
            labelled: 0,
            gpt4: Mix::default(),
            human: Mix::default(),
        };
        for labels in role.tasks.iter().filter_map(|task| task.labels) {
            mix.labelled += 1;
            mix.gpt4.count(labels.gpt4);
            mix.human.count(labels.human);
        }
        mix
    }
}
