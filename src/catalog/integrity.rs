//! Whether a catalog holds together: ids that name something, figures in their range, order, percentiles recomputed.

use std::collections::HashSet;

use super::exposure::{LEAST_STUDIES, Measure, mid_rank};
use super::{Catalog, Place, Published, Rated, Role, Source, SourceId, TaskUsage};

/// How far a percentile may be from the one computed anew: rounding of the last bits only.
const CLOSE: f64 = 1e-9;

/// Everything that does not hold together, in words; empty for a sound catalog.
pub fn problems(catalog: &Catalog<'_>) -> Vec<String> {
    let mut problems = Vec::new();
    order(catalog, &mut problems);
    for role in &catalog.roles {
        references(catalog, role, &mut problems);
        ranges(role, &mut problems);
    }
    estimates(catalog, &mut problems);
    use_and_study(catalog, &mut problems);
    percentiles(catalog, &mut problems);
    sources(catalog, &mut problems);
    problems
}

/// Lists that are looked up by key must be in its order.
fn order(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let mut rising = |name: &str, is_rising: bool| {
        if !is_rising {
            problems.push(format!("the {name} are out of order, or one stands twice"));
        }
    };
    rising("roles", catalog.roles.windows(2).all(|pair| pair[0].code < pair[1].code));
    rising("SOC titles", catalog.socs.windows(2).all(|pair| pair[0].0 < pair[1].0));
    rising("codes of the crosswalks", catalog.crosswalks.is_in_order());
    rising("elements", catalog.elements.windows(2).all(|pair| pair[0].id < pair[1].id));
    rising("activities", catalog.activities.windows(2).all(|pair| pair[0].id < pair[1].id));
    rising("years", catalog.years.windows(2).all(|pair| pair[0].year < pair[1].year));
    rising("intermediate activities", catalog.intermediate.windows(2).all(|pair| pair[0].id < pair[1].id));
    rising("uses of tasks", catalog.usage.windows(2).all(|pair| pair[0].task < pair[1].task));
    rising("programmes", catalog.programmes.list.windows(2).all(|pair| pair[0].code < pair[1].code));
    rising("occupations of programmes", catalog.programmes.leading_to.windows(2).all(|pair| pair[0].0 < pair[1].0));
    rising("codes of the handbook", catalog.handbook.page_of.windows(2).all(|pair| pair[0].0 < pair[1].0));
    rising("published codes", catalog.published.windows(2).all(|pair| pair[0].soc < pair[1].soc));
    rising("places", catalog.places.windows(2).all(|pair| pair[0].area < pair[1].area));
    rising("industries", catalog.industries.windows(2).all(|pair| pair[0].naics < pair[1].naics));
    let tasks: Vec<u32> = catalog.roles.iter().flat_map(|role| &role.tasks).map(|task| task.id).collect();
    let distinct: HashSet<u32> = tasks.iter().copied().collect();
    if distinct.len() != tasks.len() {
        problems.push(format!("{} Task IDs stand twice", tasks.len() - distinct.len()));
    }
}

fn references(catalog: &Catalog<'_>, role: &Role<'_>, problems: &mut Vec<String>) {
    let mut check = |what: &str, holds: bool| {
        if !holds {
            problems.push(format!("{}: {what} that is not in the catalog", role.code));
        }
    };
    let mut ratings = role.capabilities.iter().chain(&role.work_activities);
    check("an element", ratings.all(|rating| catalog.element(rating.element).is_some()));
    check("software", role.software.iter().all(|used| catalog.software(used.software).is_some()));
    check("a tool", role.tools.iter().all(|used| catalog.tool(used.tool).is_some()));
    check("a withheld element", role.withheld.iter().all(|id| catalog.element(*id).is_some()));
    let categories = role.software.iter().map(|used| used.category);
    let mut kinds = categories.chain(role.tools.iter().map(|used| used.commodity));
    check("a kind of software or tool", kinds.all(|id| usize::from(id.0) < catalog.kinds.len()));
    check("a related role", role.related.iter().all(|related| catalog.role(related.role).is_some()));
    let mut activities = role.tasks.iter().flat_map(|task| &task.activities);
    check("an activity", activities.all(|id| catalog.activity(*id).is_some()));
    check("a published figure", role.published.is_none() || catalog.published(role).is_some());
}

/// What is known of places and industries, read to its end.
fn estimates(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let places = catalog.places.iter().map(|place| (place.name, &place.estimates));
    let industries = catalog.industries.iter().map(|industry| (industry.title, &industry.estimates));
    for (name, estimates) in places.chain(industries) {
        if !estimates.is_whole() {
            problems.push(format!("{name}: the estimates cannot be read to their end"));
        }
        if estimates.iter().any(|estimate| usize::from(estimate.published.0) >= catalog.published.len()) {
            problems.push(format!("{name}: an estimate of a code that is not in the catalog"));
        }
    }
}

/// The lists beside the roles: places in each other, shares of a whole.
fn use_and_study(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let mut check = |what: &str, holds: bool| {
        if !holds {
            problems.push(format!("{what} that is not in the catalog, or is outside its range"));
        }
    };
    let mut places = catalog.programmes.leading_to.iter().flat_map(|(_, places)| places);
    check("a programme", places.all(|place| usize::from(*place) < catalog.programmes.list.len()));
    let mut pages = catalog.handbook.page_of.iter();
    check("a page of the handbook", pages.all(|(_, page)| usize::from(*page) < catalog.handbook.pages.len()));
    let is_part = |usage: &TaskUsage| {
        let shares = usage.shares.iter().flatten().chain(&usage.api);
        let ways = usage.ways.map_or(0, |ways| ways.iter().map(|part| u32::from(part.0)).sum());
        // Each of the five is rounded.
        usage.sharing > 0 && shares.map(|share| share.percent()).all(|share| share <= 100.0) && ways <= 10_003
    };
    check("a use of a task", catalog.usage.iter().all(is_part));
}

fn ranges(role: &Role<'_>, problems: &mut Vec<String>) {
    let mut check = |what: &str, holds: bool| {
        if !holds {
            problems.push(format!("{}: {what} outside its range", role.code));
        }
    };
    let within = |figure: Rated, least: u16, most: u16| {
        figure.ok().is_none_or(|figure| (least * 100..=most * 100).contains(&figure.0))
    };
    check("a job zone", role.job_zone.is_none_or(|zone| (1..=5).contains(&zone)));
    check("an importance", role.tasks.iter().all(|task| within(task.importance, 1, 5)));
    check("a relevance", role.tasks.iter().all(|task| within(task.relevance, 0, 100)));
    check("an observed use", role.tasks.iter().all(|task| task.observed_use.is_none_or(|u| (0.0..=1.0).contains(&u))));
    let mut ratings = role.capabilities.iter().chain(&role.work_activities);
    check("a rating", ratings.all(|rating| within(Ok(rating.importance), 1, 5) && within(rating.level, 0, 7)));
    check("an interest", role.interests.is_none_or(|scores| scores.iter().all(|score| within(Ok(*score), 1, 7))));
    let education = role.education.iter();
    let is_share = |share: &super::EducationShare| (1..=12).contains(&share.level) && within(share.percent, 0, 100);
    check("a share of education", education.clone().all(is_share));
    let readings = role.exposure.readings.iter().flatten();
    check("a percentile", readings.clone().all(|reading| (0.0..=100.0).contains(&reading.percentile.0)));
    check("an exposure score", readings.clone().all(|reading| (-4.0..=4.0).contains(&reading.raw)));
}

/// Percentiles and the index, computed anew from the raw scores.
fn percentiles(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let sorted = |values: Vec<f64>| {
        let mut values = values;
        values.sort_by(f64::total_cmp);
        values
    };
    let surveyed = || catalog.roles.iter().filter(|role| role.is_surveyed());
    for measure in Measure::ALL {
        let raw = |role: &Role<'_>| role.exposure.reading(measure).map(|reading| reading.raw);
        let scale = sorted(surveyed().filter_map(raw).collect());
        let differs = |role: &&Role<'_>| {
            let reading = role.exposure.reading(measure);
            reading.is_some_and(|r| (mid_rank(&scale, r.raw).0 - r.percentile.0).abs() > CLOSE)
        };
        if let Some(role) = catalog.roles.iter().find(differs) {
            problems.push(format!("{}: the percentile of {} is another when computed anew", role.code, measure.key()));
        }
    }
    let mean = |role: &Role<'_>| {
        let found: Vec<f64> =
            Measure::IN_INDEX.iter().filter_map(|m| Some(role.exposure.reading(*m)?.percentile.0)).collect();
        let studies = u8::try_from(found.len()).unwrap_or(u8::MAX);
        (studies >= LEAST_STUDIES).then(|| (found.iter().sum::<f64>() / f64::from(studies), studies))
    };
    let scale = sorted(surveyed().filter_map(|role| Some(mean(role)?.0)).collect());
    for role in &catalog.roles {
        let holds = match (mean(role), role.exposure.index) {
            (None, None) => true,
            (Some((mean, studies)), Some(index)) => {
                studies == index.studies
                    && (mean - index.mean).abs() <= CLOSE
                    && (mid_rank(&scale, mean).0 - index.percentile.0).abs() <= CLOSE
            }
            _ => false,
        };
        if !holds {
            problems.push(format!("{}: the exposure index is another when computed anew", role.code));
            return;
        }
    }
}

/// Every figure names a dataset, so each dataset that is drawn on must be listed.
fn sources(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let has = |id: SourceId| catalog.source(id).is_some();
    let mut check = |id: SourceId, used: bool| {
        if used && !has(id) {
            problems.push(format!("figures come from {id:?}, which is not among the datasets"));
        }
    };
    check(SourceId::Onet, !catalog.roles.is_empty());
    check(SourceId::Oews, catalog.published.iter().any(|published| published.pay.is_some()));
    check(SourceId::Projections, catalog.published.iter().any(|published| published.outlook.is_some()));
    check(SourceId::OewsStates, catalog.places.iter().any(Place::is_state));
    check(SourceId::OewsAreas, catalog.places.iter().any(|place| !place.is_state()));
    check(SourceId::OewsIndustries, !catalog.industries.is_empty());
    check(SourceId::PriceLevels, catalog.places.iter().any(|place| place.price_level.is_some()));
    check(SourceId::OewsYears, !catalog.years.is_empty());
    check(SourceId::ConsumerPrices, !catalog.prices.is_empty());
    let has_next = |published: &Published<'_>| published.next.is_some() || published.ai.is_some();
    check(SourceId::NextProjections, catalog.published.iter().any(has_next));
    for measure in Measure::ALL {
        check(measure.source(), catalog.roles.iter().any(|role| role.exposure.reading(measure).is_some()));
    }
    let is_bare =
        |source: &&Source<'_>| source.name.is_empty() || source.release.is_empty() || source.licence.is_empty();
    if let Some(source) = catalog.sources.iter().find(is_bare) {
        problems.push(format!("the dataset {:?} lacks its name, release or licence", source.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{ElementId, Hundredths, KindId, Percentile, RoleId};

    fn changed(change: impl FnOnce(&mut Catalog<'static>)) -> Vec<String> {
        let mut catalog = crate::fixture::catalog().clone();
        // The small catalog's scores are written down, not ranked: none of them here.
        for role in &mut catalog.roles {
            role.exposure = crate::catalog::Exposure::default();
        }
        let mut sources = catalog.sources.clone();
        for id in [
            SourceId::Oews,
            SourceId::Projections,
            SourceId::OewsStates,
            SourceId::OewsAreas,
            SourceId::PriceLevels,
            SourceId::OewsYears,
        ] {
            sources.extend(catalog.sources.first().map(|source| Source { id, ..*source }));
        }
        catalog.sources = sources;
        change(&mut catalog);
        problems(&catalog)
    }

    #[test]
    fn a_sound_catalog_has_no_problem() {
        assert_eq!(changed(|_| {}), Vec::<String>::new());
    }

    #[test]
    fn each_kind_of_damage_is_named() {
        let one = |change: fn(&mut Catalog<'static>), expected: &str| {
            let problems = changed(change);
            assert!(problems.iter().any(|problem| problem.contains(expected)), "{expected}: {problems:?}");
        };
        one(|c| c.roles.reverse(), "the roles are out of order");
        one(|c| c.roles[0].tasks[1].id = c.roles[0].tasks[0].id, "1 Task IDs stand twice");
        one(|c| c.roles[0].capabilities[0].element = ElementId(99), "45-2093.01: an element that is not");
        one(|c| c.roles[0].related[0].role = RoleId(99), "45-2093.01: a related role that is not");
        one(|c| c.roles[0].withheld = vec![ElementId(99)], "a withheld element that is not");
        one(|c| c.roles[0].software[0].category = KindId(999), "a kind of software or tool that is not");
        one(|c| c.roles[0].job_zone = Some(9), "45-2093.01: a job zone outside its range");
        one(|c| c.roles[0].tasks[0].importance = Ok(Hundredths(501)), "an importance outside");
        one(|c| c.sources.retain(|s| s.id != SourceId::Oews), "figures come from Oews");
        one(|c| c.sources.retain(|s| s.id != SourceId::OewsAreas), "figures come from OewsAreas");
        one(|c| c.places.reverse(), "the places are out of order");
        one(|c| c.published = Vec::new().into(), "Texas: an estimate of a code that is not in the catalog");
        one(
            |c| {
                let reading = crate::catalog::Reading { raw: 0.5, percentile: Percentile(7.0), published_for: None };
                c.roles[0].exposure.readings[Measure::HumanBeta as usize] = Some(reading);
            },
            "the percentile of eloundou_human_beta is another",
        );
        one(
            |c| {
                let reading = crate::catalog::Reading { raw: 0.5, percentile: Percentile(50.0), published_for: None };
                c.roles[0].exposure.readings[Measure::Gpt4Gamma as usize] = Some(reading);
                c.roles[0].exposure.readings[Measure::MicrosoftUser as usize] = Some(reading);
            },
            "the exposure index is another",
        );
    }
}
