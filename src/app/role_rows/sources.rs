//! Which datasets the pages of a role draw on.

use super::Row;
use crate::catalog::{Catalog, Family, Role, SourceId, Study, Wording};

pub(super) fn sources<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Where the figures of this page come from".into())];
    rows.extend(catalog.sources.iter().filter(|source| is_used(catalog, role, source.id)).copied().map(Row::Source));
    rows
}

/// Whether a study has a figure for the role.
pub(super) fn measured(role: &Role<'_>, study: Study) -> bool {
    study.measures().iter().any(|measure| role.exposure.reading(*measure).is_some())
}

/// Whether a page of the role shows anything of a dataset.
fn is_used(catalog: &Catalog<'_>, role: &Role<'_>, id: SourceId) -> bool {
    let rated = |family: Family| {
        let mut elements = role.capabilities.iter().filter_map(|rating| catalog.element(rating.element));
        elements.any(|element| element.family == family)
    };
    match id {
        SourceId::Onet | SourceId::Soc => true,
        SourceId::Wording => catalog.wording == Wording::Own,
        SourceId::OnetKnowledge => rated(Family::Knowledge),
        SourceId::OnetAbilities => rated(Family::Ability),
        SourceId::OnetActivities => !role.work_activities.is_empty(),
        SourceId::OnetTaskRatings => role.tasks.iter().any(|task| task.importance.is_some()),
        SourceId::OnetTools => !role.tools.is_empty(),
        SourceId::Oews => catalog.pay(role).is_some(),
        SourceId::Projections => catalog.outlook(role).is_some(),
        SourceId::Crosswalk => role.published.is_some(),
        SourceId::Gpts => measured(role, Study::Gpts) || role.tasks.iter().any(|task| task.labels.is_some()),
        SourceId::Microsoft => measured(role, Study::Microsoft),
        SourceId::Aioe => measured(role, Study::Aioe),
        SourceId::Anthropic => {
            measured(role, Study::Anthropic) || role.tasks.iter().any(|task| task.observed_use.is_some())
        }
    }
}
