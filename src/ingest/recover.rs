//! The tables of a catalog: what a dataset that the user does not bring is taken from.
//!
//! Assembled again they give the same catalog, so a pack carries all that another one needs of it. Rows that join no
//! role are not in a catalog; only they are lost on the way.

use std::collections::{BTreeMap, HashSet};

use super::Tables;
use super::tables::{
    ActivityRow, AioeRow, AnthropicRow, Census2010Row, Census2018Row, CrosswalkRow, EducationRow, ElementRow, GptsRow,
    InterestRow, IscoRow, JobTitleRow, MicrosoftRow, Onet2010Row, OutlookRow, PayRow, RatingRow, RelatedRow,
    ReportedTitleRow, RoleRow, Soc2010Row, SocGroupRow, SocLevel, SocRow, SoftwareRow, SourceRow, TaskActivityRow,
    TaskRow, ToolRow, WorkAtHomeRow,
};
use crate::catalog::{
    Catalog, Family, Hundredths, Measure, Outlook, Pay, Role, SocCode, Task, TaskKind, Tier, TitleOrigin, Wage,
};

/// Makes the tables.
#[must_use]
pub fn tables(catalog: &Catalog<'_>) -> Tables {
    let mut tables = Tables {
        socs: socs(catalog),
        elements: catalog
            .elements
            .iter()
            .map(|e| ElementRow { id: e.id.to_owned(), family: e.family, name: e.name.to_owned() })
            .collect(),
        activities: catalog
            .activities
            .iter()
            .map(|a| ActivityRow { id: a.id.to_owned(), name: a.name.to_owned() })
            .collect(),
        sources: sources(catalog),
        ..Tables::default()
    };
    for role in &catalog.roles {
        titles(role, &mut tables);
        tasks(catalog, role, &mut tables);
        ratings(catalog, role, &mut tables);
        uses(catalog, role, &mut tables);
        profile(catalog, role, &mut tables);
    }
    tables.work_at_home = catalog.roles.iter().filter_map(WorkAtHomeRow::of).collect();
    old_codes(catalog, &mut tables);
    labour(catalog, &mut tables);
    exposure(catalog, &mut tables);
    tables
}

fn sources(catalog: &Catalog<'_>) -> Vec<SourceRow> {
    let row = |source: &crate::catalog::Source<'_>| SourceRow {
        id: source.id,
        name: source.name.to_owned(),
        release: source.release.to_owned(),
        publisher: source.publisher.to_owned(),
        address: source.address.to_owned(),
        licence: source.licence.to_owned(),
        date: source.date.to_owned(),
        sha256: source.sha256.to_owned(),
        attribution: source.attribution.to_owned(),
    };
    catalog.sources.iter().map(row).collect()
}

fn socs(catalog: &Catalog<'_>) -> Vec<SocRow> {
    let detailed: HashSet<SocCode> = catalog.roles.iter().map(|role| role.code.soc()).collect();
    let published: HashSet<SocCode> = catalog.published.iter().map(|published| published.soc).collect();
    let level = |code: SocCode| match () {
        () if code == code.group() => SocLevel::Major,
        () if published.contains(&code) && !detailed.contains(&code) => SocLevel::Combined,
        () => SocLevel::Detailed,
    };
    catalog
        .socs
        .iter()
        .map(|(code, title)| SocRow { code: *code, level: level(*code), title: (*title).to_owned() })
        .collect()
}

fn old_codes(catalog: &Catalog<'_>, tables: &mut Tables) {
    let walks = &catalog.crosswalks;
    let groups = walks.groups.iter();
    tables.soc_groups = groups.map(|(code, title)| SocGroupRow { code: *code, title: (*title).to_owned() }).collect();
    tables.soc_2010 = walks.soc_2010.iter().map(|(soc2010, soc)| Soc2010Row { soc2010: *soc2010, soc: *soc }).collect();
    tables.onet_2010 = walks.onet_2010.iter().map(|(code, role)| Onet2010Row { code: *code, role: *role }).collect();
    let census = walks.census_2018.iter();
    tables.census_2018 = census.map(|(census, soc)| Census2018Row { census: *census, soc: *soc }).collect();
    let changes = walks.census_2010.iter();
    tables.census_2010 = changes.map(|(old, new)| Census2010Row { census2010: *old, census: *new }).collect();
    tables.isco_08 = walks.isco_08.iter().map(|(isco, soc2010)| IscoRow { isco: *isco, soc2010: *soc2010 }).collect();
}

fn titles(role: &Role<'_>, tables: &mut Tables) {
    let code = role.code;
    tables.roles.push(RoleRow {
        code,
        title: role.title.to_owned(),
        summary: role.summary.to_owned(),
        job_zone: role.job_zone,
    });
    for title in &role.alternates {
        if title.origin != TitleOrigin::JobTitle {
            let shown = title.origin == TitleOrigin::ReportedShown;
            tables.reported_titles.push(ReportedTitleRow { code, title: title.title.to_owned(), shown });
        }
        // A reported title that is a job title too has its short form and its sources from there.
        if title.origin == TitleOrigin::JobTitle || title.short.is_some() || title.sources != 0 {
            let sources = (0..16).filter(|bit| title.sources & (1 << bit) != 0).map(|bit| format!("{bit:02}"));
            tables.job_titles.push(JobTitleRow {
                code,
                title: title.title.to_owned(),
                short_title: title.short.map(str::to_owned),
                sources: sources.collect::<Vec<_>>().join(","),
            });
        }
    }
}

fn tasks(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    let kind = |task: &Task<'_>| match task.kind {
        TaskKind::Unclassified => String::new(),
        kind => kind.word().to_owned(),
    };
    for task in &role.tasks {
        tables.tasks.push(TaskRow {
            code: role.code,
            task_id: task.id,
            wording: task.wording.to_owned(),
            kind: kind(task),
            importance: task.importance.map(Hundredths::value),
            relevance: task.relevance.map(Hundredths::value),
            gpt4_label: task.labels.map_or_else(String::new, |labels| labels.gpt4.word().to_owned()),
            human_label: task.labels.map_or_else(String::new, |labels| labels.human.word().to_owned()),
            observed_use: task.observed_use,
        });
        let activities = task.activities.iter().filter_map(|id| catalog.activity(*id));
        tables.task_activities.extend(activities.map(|activity| TaskActivityRow {
            code: role.code,
            task_id: task.id,
            activity: activity.id.to_owned(),
        }));
    }
}

fn ratings(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    for rating in role.capabilities.iter().chain(&role.work_activities) {
        let Some(element) = catalog.element(rating.element) else { continue };
        let row = RatingRow {
            code: role.code,
            element: element.id.to_owned(),
            importance: rating.importance.value(),
            level: rating.level.map(Hundredths::value),
            suppress_importance: false,
            suppress_level: false,
            not_relevant: false,
        };
        match element.family {
            Family::EssentialSkill => tables.essential_skills.push(row),
            Family::TransferableSkill => tables.transferable_skills.push(row),
            Family::Knowledge => tables.knowledge.push(row),
            Family::Ability => tables.abilities.push(row),
            Family::WorkActivity => tables.work_activities.push(row),
        }
    }
}

fn uses(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    for used in &role.software {
        let Some(software) = catalog.software(used.software) else { continue };
        tables.software.push(SoftwareRow {
            code: role.code,
            name: software.name.to_owned(),
            category: software.category.to_owned(),
            hot: used.hot,
            in_demand: used.in_demand,
        });
    }
    let tools = role.tools.iter().filter_map(|id| catalog.tool(*id));
    tables.tools.extend(tools.map(|tool| ToolRow {
        code: role.code,
        name: tool.name.to_owned(),
        commodity: tool.commodity.to_owned(),
    }));
}

fn profile(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    let code = role.code;
    for related in &role.related {
        let Some(other) = catalog.role(related.role) else { continue };
        let tier = match related.tier {
            Tier::PrimaryShort => "Primary-Short",
            Tier::PrimaryLong => "Primary-Long",
            Tier::Supplemental => "Supplemental",
        };
        tables.related.push(RelatedRow { code, related: other.code, tier: tier.to_owned() });
    }
    let education = role.education.iter();
    tables.education.extend(education.map(|share| EducationRow {
        code,
        level: share.level,
        percent: share.percent.value(),
    }));
    if let Some([realistic, investigative, artistic, social, enterprising, conventional]) =
        role.interests.map(|interests| interests.map(Hundredths::value))
    {
        tables.interests.push(InterestRow {
            code,
            realistic,
            investigative,
            artistic,
            social,
            enterprising,
            conventional,
        });
    }
    if let Some(published) = catalog.published(role) {
        tables.crosswalk.push(CrosswalkRow { code, published_under: published.soc });
    }
}

fn labour(catalog: &Catalog<'_>, tables: &mut Tables) {
    tables
        .pay
        .extend(catalog.all_occupations.iter().map(|pay| pay_row(SocCode::ALL_OCCUPATIONS, "All Occupations", pay)));
    for published in &catalog.published {
        tables.pay.extend(published.pay.iter().map(|pay| pay_row(published.soc, published.title, pay)));
        let outlook = published.outlook.iter();
        tables.outlook.extend(outlook.map(|outlook| outlook_row(published.soc, published.title, outlook)));
    }
}

fn pay_row(soc: SocCode, title: &str, pay: &Pay) -> PayRow {
    let wage = |wage: Option<Wage>| match wage {
        None => String::new(),
        Some(Wage::TopCoded) => "#".to_owned(),
        Some(Wage::Cents(cents)) => format!("{}.{:02}", cents / 100, cents % 100),
    };
    PayRow {
        soc,
        title: title.to_owned(),
        employment: pay.employment,
        hourly_mean: wage(pay.hourly.mean),
        hourly_p10: wage(pay.hourly.p10),
        hourly_p25: wage(pay.hourly.p25),
        hourly_median: wage(pay.hourly.median),
        hourly_p75: wage(pay.hourly.p75),
        hourly_p90: wage(pay.hourly.p90),
        annual_mean: wage(pay.annual.mean),
        annual_p10: wage(pay.annual.p10),
        annual_p25: wage(pay.annual.p25),
        annual_median: wage(pay.annual.median),
        annual_p75: wage(pay.annual.p75),
        annual_p90: wage(pay.annual.p90),
    }
}

#[allow(clippy::cast_precision_loss, reason = "jobs of a country are far below 2^53")]
fn outlook_row(soc: SocCode, title: &str, outlook: &Outlook<'_>) -> OutlookRow {
    let thousands = |figure: crate::catalog::Thousands| figure.0 as f64 / 10.0;
    OutlookRow {
        soc,
        title: title.to_owned(),
        employment: thousands(outlook.employment),
        projected: thousands(outlook.projected),
        change: thousands(outlook.change),
        change_percent: outlook.change_percent.value(),
        self_employed: outlook.self_employed.map(crate::catalog::PercentTenths::value),
        openings: thousands(outlook.openings),
        education: outlook.education.map(str::to_owned),
        experience: outlook.experience.map(str::to_owned),
        training: outlook.training.map(str::to_owned),
    }
}

fn exposure(catalog: &Catalog<'_>, tables: &mut Tables) {
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
        let felten = |soc2010| AioeRow { soc2010, aioe: None, language: None };
        if let Some((soc, score)) = by_soc(Measure::Aioe) {
            aioe.entry(soc).or_insert_with(|| felten(soc)).aioe = Some(score);
        }
        if let Some((soc, score)) = by_soc(Measure::LanguageAioe) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::assemble;

    /// What is taken from the snapshot is the snapshot: not a figure, a name or an order is lost on the way.
    #[test]
    fn the_tables_of_the_embedded_catalog_make_it_again() {
        let before = crate::snapshot::pack().unwrap().catalog;
        let tables = tables(&before);
        let after = assemble::catalog(&tables, before.wording).unwrap();
        assert_eq!(before.roles.len(), after.roles.len());
        for (before, after) in before.roles.iter().zip(&after.roles) {
            assert_eq!(format!("{before:?}"), format!("{after:?}"));
        }
        let rest = |catalog: &Catalog<'_>| {
            format!(
                "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
                catalog.elements,
                catalog.software,
                catalog.tools,
                catalog.activities,
                catalog.published,
                catalog.all_occupations,
                catalog.socs,
                catalog.crosswalks,
                catalog.sources
            )
        };
        assert!(rest(&before) == rest(&after), "lists beside the roles differ");
    }
}
