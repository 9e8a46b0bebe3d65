//! Readings and percentiles of every measure, and the index.
//!
//! Percentiles are positions among the surveyed roles (the 923 that have tasks): an "All Other" role that borrows a
//! figure published for its SOC code is placed on that scale but does not shape it.

use std::collections::{BTreeMap, HashMap};

use super::Tables;
use crate::catalog::exposure::{LEAST_STUDIES, mid_rank};
use crate::catalog::{Code, Exposure, Index, Measure, Reading, Role, SocCode};

/// Fills in the exposure of every role.
pub fn measure(tables: &Tables, roles: &mut [Role<'_>]) {
    let published_under: HashMap<Code, SocCode> =
        tables.crosswalk.iter().map(|row| (row.code, row.published_under)).collect();
    let continued = continued(tables);
    for measure in Measure::ALL {
        let values = values(tables, measure, &continued);
        let found: Vec<Option<(f64, Option<SocCode>)>> =
            roles.iter().map(|role| values.of(role.code, published_under.get(&role.code).copied())).collect();
        let scale = sorted(
            roles.iter().zip(&found).filter(|(role, _)| role.is_surveyed()).filter_map(|(_, v)| Some(v.as_ref()?.0)),
        );
        for (role, value) in roles.iter_mut().zip(found) {
            role.exposure.readings[measure as usize] =
                value.map(|(raw, published_for)| Reading { raw, percentile: mid_rank(&scale, raw), published_for });
        }
    }
    let means: Vec<Option<(f64, u8)>> = roles.iter().map(|role| mean(&role.exposure)).collect();
    let scale = sorted(
        roles.iter().zip(&means).filter(|(role, _)| role.is_surveyed()).filter_map(|(_, m)| Some(m.as_ref()?.0)),
    );
    for (role, mean) in roles.iter_mut().zip(means) {
        role.exposure.index = mean.map(|(mean, studies)| Index { percentile: mid_rank(&scale, mean), mean, studies });
    }
}

fn mean(exposure: &Exposure) -> Option<(f64, u8)> {
    let mut studies = 0_u8;
    let mut sum = 0.0;
    for reading in Measure::IN_INDEX.into_iter().filter_map(|measure| exposure.reading(measure)) {
        studies += 1;
        sum += reading.percentile.0;
    }
    (studies >= LEAST_STUDIES).then(|| (sum / f64::from(studies), studies))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The code of SOC 2010 that each code of today continues.
type Continued = HashMap<SocCode, SocCode>;

fn continued(tables: &Tables) -> Continued {
    let walks = super::crosswalks(tables);
    let titled = tables.socs.iter().map(|row| (row.code, row.title.as_str()));
    titled.filter_map(|(soc, title)| Some((soc, walks.before_2018(soc, title)?.code))).collect()
}

/// The published values of a measure.
enum Values<'a> {
    ByRole(BTreeMap<Code, f64>),
    BySoc(BTreeMap<SocCode, f64>),
    /// By SOC 2010 code: joins where [`crate::catalog::Crosswalks::before_2018`] knows the code that one of today continues.
    BySoc2010(BTreeMap<SocCode, f64>, &'a Continued),
}

impl Values<'_> {
    /// The value of a role: its own, that of its SOC code, or that of the combined code that BLS publishes it under.
    fn of(&self, code: Code, published_under: Option<SocCode>) -> Option<(f64, Option<SocCode>)> {
        match self {
            Self::ByRole(values) => Some((*values.get(&code)?, None)),
            Self::BySoc2010(values, continued) => {
                let old = continued.get(&code.soc())?;
                Some((*values.get(old)?, Some(code.soc())))
            }
            Self::BySoc(values) => [Some(code.soc()), published_under]
                .into_iter()
                .flatten()
                .find_map(|soc| Some((*values.get(&soc)?, Some(soc)))),
        }
    }
}

fn values<'a>(tables: &Tables, measure: Measure, continued: &'a Continued) -> Values<'a> {
    let gpts = |value: fn(&crate::ingest::tables::GptsRow) -> f64| {
        Values::ByRole(tables.gpts.iter().map(|row| (row.code, value(row))).collect())
    };
    match measure {
        Measure::Gpt4Gamma => gpts(|row| row.gpt4_gamma),
        Measure::Gpt4Beta => gpts(|row| row.gpt4_beta),
        Measure::Gpt4Alpha => gpts(|row| row.gpt4_alpha),
        Measure::HumanGamma => gpts(|row| row.human_gamma),
        Measure::HumanBeta => gpts(|row| row.human_beta),
        Measure::HumanAlpha => gpts(|row| row.human_alpha),
        Measure::MicrosoftUser => {
            Values::BySoc(tables.microsoft.iter().filter_map(|row| Some((row.soc, row.user?))).collect())
        }
        Measure::MicrosoftHeadline => {
            Values::BySoc(tables.microsoft.iter().filter_map(|row| Some((row.soc, row.headline?))).collect())
        }
        Measure::Aioe => {
            let values = tables.aioe.iter().filter_map(|row| Some((row.soc2010, row.aioe?)));
            Values::BySoc2010(values.collect(), continued)
        }
        Measure::LanguageAioe => {
            let values = tables.aioe.iter().filter_map(|row| Some((row.soc2010, row.language?)));
            Values::BySoc2010(values.collect(), continued)
        }
        Measure::AnthropicObserved => {
            Values::BySoc(tables.anthropic.iter().map(|row| (row.soc, row.observed)).collect())
        }
    }
}
