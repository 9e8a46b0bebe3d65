//! The scores of the studies, by the codes that they go by.

use std::collections::BTreeMap;

use super::Tables;
use crate::catalog::{Catalog, Measure, SocCode};
use crate::ingest::tables::{AioeRow, AnthropicRow, GptsRow, MicrosoftRow};

pub(super) fn recover(catalog: &Catalog<'_>, tables: &mut Tables) {
    let mut microsoft: BTreeMap<SocCode, MicrosoftRow> = BTreeMap::new();
    let mut aioe: BTreeMap<SocCode, AioeRow> = BTreeMap::new();
    let mut anthropic: BTreeMap<SocCode, AnthropicRow> = BTreeMap::new();
    for role in &catalog.roles {
        let raw = |measure| role.exposure.reading(measure).map(|reading| reading.raw);
        let by_soc = |measure| {
            let reading = role.exposure.reading(measure)?;
            Some((reading.published_for?, reading.raw))
        };
        let scores = [
            Measure::Gpt4Alpha,
            Measure::Gpt4Beta,
            Measure::Gpt4Gamma,
            Measure::HumanAlpha,
            Measure::HumanBeta,
            Measure::HumanGamma,
        ];
        if let [
            Some(gpt4_alpha),
            Some(gpt4_beta),
            Some(gpt4_gamma),
            Some(human_alpha),
            Some(human_beta),
            Some(human_gamma),
        ] = scores.map(raw)
        {
            tables.gpts.push(GptsRow {
                code: role.code,
                gpt4_alpha,
                gpt4_beta,
                gpt4_gamma,
                human_alpha,
                human_beta,
                human_gamma,
            });
        }
        let ms = |soc| MicrosoftRow { soc, user: None, headline: None };
        if let Some((soc, user)) = by_soc(Measure::MicrosoftUser) {
            microsoft.entry(soc).or_insert_with(|| ms(soc)).user = Some(user);
        }
        if let Some((soc, headline)) = by_soc(Measure::MicrosoftHeadline) {
            microsoft.entry(soc).or_insert_with(|| ms(soc)).headline = Some(headline);
        }
        // The study's codes are of SOC 2010.
        let before = |soc| catalog.crosswalks.before_2018(soc, catalog.soc_title(soc)?).map(|before| before.code);
        let felten = |soc2010| AioeRow { soc2010, aioe: None, language: None };
        let by_old = |measure| by_soc(measure).and_then(|(soc, score)| Some((before(soc)?, score)));
        if let Some((soc, score)) = by_old(Measure::Aioe) {
            aioe.entry(soc).or_insert_with(|| felten(soc)).aioe = Some(score);
        }
        if let Some((soc, score)) = by_old(Measure::LanguageAioe) {
            aioe.entry(soc).or_insert_with(|| felten(soc)).language = Some(score);
        }
        if let Some((soc, observed)) = by_soc(Measure::AnthropicObserved) {
            anthropic.insert(soc, AnthropicRow { soc, observed });
        }
    }
    tables.microsoft = microsoft.into_values().collect();
    tables.aioe = aioe.into_values().collect();
    tables.anthropic = anthropic.into_values().collect();
}
