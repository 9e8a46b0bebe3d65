//! How many roles the sections of a page and the datasets cover: counted once, for the data screen and the reports.

use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

use crate::catalog::{
    Catalog, Family, IntermediateActivity, Measure, Metric, Period, Place, PublishedId, Role, SourceId, Study, Wording,
};

/// How many roles a section covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The section, or the key of a measure.
    pub section: &'static str,
    pub roles: usize,
}

/// Whether a study has a figure for the role.
pub fn measured(role: &Role<'_>, study: Study) -> bool {
    study.measures().iter().any(|measure| role.exposure.reading(*measure).is_some())
}

/// Whether a page of the role shows anything of a dataset.
pub fn draws_on(catalog: &Catalog<'_>, role: &Role<'_>, id: SourceId) -> bool {
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
        SourceId::OnetTaskRatings => role.tasks.iter().any(|task| task.importance.is_ok()),
        SourceId::OnetTools => !role.tools.is_empty(),
        SourceId::Oews => catalog.pay(role).is_some(),
        SourceId::Projections => catalog.outlook(role).is_some(),
        SourceId::OewsYears => role.published.is_some_and(|code| codes_of_years(catalog).contains(&code)),
        SourceId::NextProjections => {
            catalog.published(role).is_some_and(|published| published.next.is_some() || published.ai.is_some())
        }
        SourceId::Crosswalk => role.published.is_some(),
        SourceId::OewsStates => catalog.place().is_some_and(Place::is_state) && catalog.estimate(role).is_some(),
        SourceId::OewsAreas => {
            catalog.place().is_some_and(|place| !place.is_state()) && catalog.estimate(role).is_some()
        }
        SourceId::OewsIndustries | SourceId::PriceLevels => false,
        SourceId::ConsumerPrices => catalog.dollars_year().is_some() && draws_on(catalog, role, SourceId::OewsYears),
        SourceId::WorkAtHome => role.at_home.is_some(),
        SourceId::ClaudeUse => role.tasks.iter().any(|task| catalog.usage(task).is_some()),
        SourceId::ChatgptUse => has_activity(catalog, role, |activity| activity.chatgpt_text().is_some()),
        SourceId::CopilotUse => has_activity(catalog, role, |activity| activity.copilot_text().is_some()),
        SourceId::Programmes => catalog.programmes(role).len() > 0,
        // Lists of codes have none: they lead to roles, and no figure of a page is theirs.
        other => {
            let of_tasks = match other {
                SourceId::Gpts => role.tasks.iter().any(|task| task.labels.is_some()),
                SourceId::Anthropic => role.tasks.iter().any(|task| task.observed_use.is_some()),
                _ => false,
            };
            let mut measures = Measure::ALL.into_iter().filter(|measure| measure.source() == other);
            of_tasks || measures.any(|measure| role.exposure.reading(measure).is_some())
        }
    }
}

/// The codes that have figures in any year.
fn codes_of_years(catalog: &Catalog<'_>) -> BTreeSet<PublishedId> {
    catalog.years.iter().flat_map(|year| year.estimates.iter()).map(|estimate| estimate.published).collect()
}

/// Whether one of the role's intermediate activities has something.
fn has_activity(catalog: &Catalog<'_>, role: &Role<'_>, has: fn(&IntermediateActivity<'_>) -> bool) -> bool {
    role.tasks.iter().any(|task| catalog.intermediate_of(task).into_iter().any(has))
}

/// How many roles have something of a dataset, or are led to by codes that it has.
pub fn roles(catalog: &Catalog<'_>, id: SourceId) -> usize {
    if id.is_of_codes() {
        return catalog.roles.iter().filter(|role| catalog.crosswalks.lead_to(role.code, id)).count();
    }
    if id.is_of_parts() {
        return of_parts(catalog, id);
    }
    if matches!(id, SourceId::OewsYears | SourceId::ConsumerPrices) {
        let known = codes_of_years(catalog);
        return catalog.roles.iter().filter(|role| role.published.is_some_and(|code| known.contains(&code))).count();
    }
    catalog.roles.iter().filter(|role| draws_on(catalog, role, id)).count()
}

/// How many roles have something of a dataset of places or of industries, whichever of them is looked at.
fn of_parts(catalog: &Catalog<'_>, id: SourceId) -> usize {
    let of_places = catalog.places.iter().filter(|place| match id {
        SourceId::OewsAreas => !place.is_state(),
        SourceId::PriceLevels => place.price_level.is_some(),
        _ => place.is_state(),
    });
    let known: HashSet<PublishedId> = if id == SourceId::OewsIndustries {
        catalog.industries.iter().flat_map(|industry| industry.estimates.iter()).map(|e| e.published).collect()
    } else {
        of_places.flat_map(|place| place.estimates.iter()).map(|estimate| estimate.published).collect()
    };
    catalog.roles.iter().filter(|role| role.published.is_some_and(|id| known.contains(&id))).count()
}

/// How many roles have each section of a page, and a figure of each measure.
pub fn sections(catalog: &Catalog<'_>) -> Vec<Coverage> {
    let count = |section, has: &dyn Fn(&Role<'_>) -> bool| Coverage {
        section,
        roles: catalog.roles.iter().filter(|role| has(role)).count(),
    };
    let family = |section, families: &[Family]| {
        count(section, &|role: &Role<'_>| {
            let mut elements = role.capabilities.iter().filter_map(|rating| catalog.element(rating.element));
            elements.any(|element| families.contains(&element.family))
        })
    };
    let by = |role: &Role<'_>, of: Period| Metric::Pay.wage(catalog, role).is_some_and(|(_, period)| period == of);
    let mut coverage = vec![
        count("tasks", &|role| role.is_surveyed()),
        count("task importance", &|role| role.tasks.iter().any(|task| task.importance.is_ok())),
        count("task labels", &|role| role.tasks.iter().any(|task| task.labels.is_some())),
        count("observed use of tasks", &|role| role.tasks.iter().any(|task| task.observed_use.is_some())),
        count("alternate titles", &|role| !role.alternates.is_empty()),
        family("skills", &[Family::EssentialSkill, Family::TransferableSkill]),
        family("knowledge", &[Family::Knowledge]),
        family("abilities", &[Family::Ability]),
        count("work activities", &|role| !role.work_activities.is_empty()),
        count("software", &|role| !role.software.is_empty()),
        count("physical tools", &|role| !role.tools.is_empty()),
        count("related roles", &|role| !role.related.is_empty()),
        count("job zone", &|role| role.job_zone.is_some()),
        count("education", &|role| role.education.iter().any(|share| share.percent.is_ok())),
        count("interests", &|role| role.interests.is_some()),
        count("work at home", &|role| role.at_home.is_some()),
        count("use of AI by task", &|role| catalog.role_usage(role).is_some()),
        count("programmes of study", &|role| catalog.programmes(role).len() > 0),
        count("page in the Outlook Handbook", &|role| catalog.handbook_page(role).is_some()),
        count("pay", &|role| catalog.pay(role).is_some()),
        count("median pay", &|role| by(role, Period::Year)),
        count("median pay by the hour only", &|role| by(role, Period::Hour)),
        count("outlook", &|role| catalog.outlook(role).is_some()),
        count("exposure index", &|role| role.exposure.index.is_some()),
    ];
    coverage.extend(
        Measure::ALL.map(|measure| count(measure.key(), &|role: &Role<'_>| role.exposure.reading(measure).is_some())),
    );
    coverage
}
