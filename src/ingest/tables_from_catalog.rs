//! The tables of a catalog: what a dataset that the user does not bring is taken from.
//!
//! Assembled again they give the same catalog, so a pack carries all that another one needs of it. Rows that join no
//! role are not in a catalog; only they are lost on the way.

mod exposure;
mod parts;
mod use_and_study;
mod years;

use std::collections::HashSet;

use super::Tables;
use super::tables::{
    ActivityRow, Census2010Row, Census2018Row, CrosswalkRow, EducationRow, ElementRow, InterestRow, IscoRow,
    JobTitleRow, Onet2010Row, OutlookRow, PayRow, RatingRow, RelatedRow, ReportedTitleRow, RetiredLabelsRow, RoleRow,
    Soc2010Row, SocGroupRow, SocLevel, SocRow, SoftwareRow, SourceRow, SurveyRow, TaskActivityRow, TaskRow, ToolRow,
    WorkAtHomeRow, written_wage,
};
use crate::catalog::{Catalog, Family, Gap, Hundredths, Outlook, Pay, Role, SocCode, Task, TaskKind, TitleOrigin};

/// Makes the tables.
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
    parts::recover(catalog, &mut tables);
    exposure::recover(catalog, &mut tables);
    years::recover(catalog, &mut tables);
    use_and_study::recover(catalog, &mut tables);
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
    let old = |(soc2010, soc): &(SocCode, SocCode)| Soc2010Row {
        soc2010: *soc2010,
        title: walks.soc_2010_title(*soc2010).unwrap_or_default().to_owned(),
        soc: *soc,
    };
    tables.soc_2010 = walks.soc_2010.iter().map(old).collect();
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
            importance: task.importance.ok().map(Hundredths::value),
            relevance: task.relevance.ok().map(Hundredths::value),
            gap: task.importance.err().or(task.relevance.err()),
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
            importance: Some(rating.importance.value()),
            level: rating.level.ok().map(Hundredths::value),
            suppress_importance: false,
            suppress_level: rating.level == Err(Gap::Withheld),
            not_relevant: rating.level == Err(Gap::NotRelevant),
        };
        rating_row(tables, element.family, row);
    }
    for element in role.withheld.iter().filter_map(|id| catalog.element(*id)) {
        let row = RatingRow {
            code: role.code,
            element: element.id.to_owned(),
            importance: None,
            level: None,
            suppress_importance: true,
            suppress_level: false,
            not_relevant: false,
        };
        rating_row(tables, element.family, row);
    }
}

fn rating_row(tables: &mut Tables, family: Family, row: RatingRow) {
    match family {
        Family::EssentialSkill => tables.essential_skills.push(row),
        Family::TransferableSkill => tables.transferable_skills.push(row),
        Family::Knowledge => tables.knowledge.push(row),
        Family::Ability => tables.abilities.push(row),
        Family::WorkActivity => tables.work_activities.push(row),
    }
}

fn uses(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    for used in &role.software {
        let Some(software) = catalog.software(used.software) else { continue };
        tables.software.push(SoftwareRow {
            code: role.code,
            name: software.name.to_owned(),
            category: catalog.kind(used.category).to_owned(),
            hot: used.hot,
            in_demand: used.in_demand,
        });
    }
    let tools = role.tools.iter().filter_map(|used| Some((catalog.tool(used.tool)?, catalog.kind(used.commodity))));
    tables.tools.extend(tools.map(|(tool, commodity)| ToolRow {
        code: role.code,
        name: tool.name.to_owned(),
        commodity: commodity.to_owned(),
    }));
}

fn profile(catalog: &Catalog<'_>, role: &Role<'_>, tables: &mut Tables) {
    let code = role.code;
    tables.retired_labels.extend(role.retired.iter().map(|(task_id, labels)| RetiredLabelsRow {
        code,
        task_id: *task_id,
        gpt4_label: labels.gpt4.word().to_owned(),
        human_label: labels.human.word().to_owned(),
    }));
    for related in &role.related {
        let Some(other) = catalog.role(related.role) else { continue };
        let tier = related.tier.published().to_owned();
        tables.related.push(RelatedRow { code, related: other.code, tier });
    }
    let education = role.education.iter();
    tables.education.extend(education.map(|share| EducationRow {
        code,
        level: share.level,
        percent: share.percent.ok().map(Hundredths::value),
        suppress: share.percent == Err(Gap::Withheld),
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
    let surveys = role.surveys.iter();
    tables.surveys.extend(surveys.map(|survey| SurveyRow {
        code,
        table: survey.table,
        oldest: survey.oldest,
        newest: survey.newest,
    }));
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
    PayRow {
        soc,
        title: title.to_owned(),
        employment: pay.employment,
        hourly_mean: written_wage(pay.hourly.mean),
        hourly_p10: written_wage(pay.hourly.p10),
        hourly_p25: written_wage(pay.hourly.p25),
        hourly_median: written_wage(pay.hourly.median),
        hourly_p75: written_wage(pay.hourly.p75),
        hourly_p90: written_wage(pay.hourly.p90),
        annual_mean: written_wage(pay.annual.mean),
        annual_p10: written_wage(pay.annual.p10),
        annual_p25: written_wage(pay.annual.p25),
        annual_median: written_wage(pay.annual.median),
        annual_p75: written_wage(pay.annual.p75),
        annual_p90: written_wage(pay.annual.p90),
    }
}

#[allow(clippy::cast_precision_loss, reason = "jobs of a country are far below 2^53")]
fn outlook_row(soc: SocCode, title: &str, outlook: &Outlook<'_>) -> OutlookRow {
    let thousands = |figure: crate::catalog::Thousands| figure.0 as f64 / 10.0;
    // The base year has its levels; only the newest vintage comes without.
    let level = |figure: Option<crate::catalog::Thousands>| figure.map_or(0.0, thousands);
    OutlookRow {
        soc,
        title: title.to_owned(),
        employment: level(outlook.employment),
        projected: level(outlook.projected),
        change: level(outlook.change),
        change_percent: outlook.change_percent.value(),
        self_employed: outlook.self_employed.map(crate::catalog::PercentTenths::value),
        openings: thousands(outlook.openings),
        education: outlook.education.map(str::to_owned),
        experience: outlook.experience.map(str::to_owned),
        training: outlook.training.map(str::to_owned),
    }
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
                "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
                catalog.elements,
                catalog.software,
                catalog.kinds,
                catalog.tools,
                catalog.activities,
                catalog.intermediate,
                catalog.usage,
                catalog.programmes,
                catalog.handbook,
                catalog.published,
                catalog.all_occupations,
                catalog.places,
                catalog.industries,
                catalog.years,
                catalog.socs,
                catalog.crosswalks,
                catalog.sources
            )
        };
        assert!(rest(&before) == rest(&after), "lists beside the roles differ");
    }
}
