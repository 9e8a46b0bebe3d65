//! Whether the tables fit each other where no join would tell: a row of an unknown role, figures of an unnamed source.

use std::collections::HashSet;

use super::{BadTable, Tables};
use crate::catalog::{Code, SourceId};

/// Checks the tables before they are joined.
///
/// # Errors
/// A row whose role is not in `roles.csv`, and a table whose dataset is not in `sources.csv`.
pub fn check(tables: &Tables) -> Result<(), BadTable> {
    let roles: HashSet<Code> = tables.roles.iter().map(|row| row.code).collect();
    macro_rules! of_known_roles {
        ($($list:ident = $file:literal,)*) => {
            $(known(&roles, $file, tables.$list.iter().map(|row| row.code))?;)*
        };
    }
    of_known_roles! {
        crosswalk = "crosswalk.csv",
        reported_titles = "reported_titles.csv",
        job_titles = "job_titles.csv",
        tasks = "tasks.csv",
        task_activities = "task_activities.csv",
        essential_skills = "essential_skills.csv",
        transferable_skills = "transferable_skills.csv",
        knowledge = "knowledge.csv",
        abilities = "abilities.csv",
        work_activities = "work_activities.csv",
        software = "software.csv",
        tools = "tools.csv",
        related = "related.csv",
        education = "education.csv",
        interests = "interests.csv",
        gpts = "exposure_gpts.csv",
        work_at_home = "work_at_home.csv",
        task_usage = "task_usage.csv",
    }
    let named: HashSet<SourceId> = tables.sources.iter().map(|row| row.id).collect();
    for (file, rows, source) in [
        ("roles.csv", tables.roles.len(), SourceId::Onet),
        ("soc.csv", tables.socs.len(), SourceId::Soc),
        ("crosswalk.csv", tables.crosswalk.len(), SourceId::Crosswalk),
        ("soc_2010.csv", tables.soc_2010.len(), SourceId::SocCrosswalk),
        ("onet_soc_2010.csv", tables.onet_2010.len(), SourceId::WorkAtHome),
        ("work_at_home.csv", tables.work_at_home.len(), SourceId::WorkAtHome),
        ("census_2018.csv", tables.census_2018.len(), SourceId::Census),
        ("isco_08.csv", tables.isco_08.len(), SourceId::Isco),
        ("pay.csv", tables.pay.len(), SourceId::Oews),
        ("outlook.csv", tables.outlook.len(), SourceId::Projections),
        ("pay_states.csv", tables.pay_states.len(), SourceId::OewsStates),
        ("pay_areas.csv", tables.pay_areas.len(), SourceId::OewsAreas),
        ("pay_industries.csv", tables.pay_industries.len(), SourceId::OewsIndustries),
        ("price_levels.csv", tables.price_levels.len(), SourceId::PriceLevels),
        ("consumer_prices.csv", tables.consumer_prices.len(), SourceId::ConsumerPrices),
        ("pay_years.csv", tables.pay_years.len(), SourceId::OewsYears),
        ("outlook_next.csv", tables.outlook_next.len(), SourceId::NextProjections),
        ("exposure_gpts.csv", tables.gpts.len(), SourceId::Gpts),
        ("exposure_microsoft.csv", tables.microsoft.len(), SourceId::Microsoft),
        ("exposure_aioe.csv", tables.aioe.len(), SourceId::Aioe),
        ("exposure_anthropic.csv", tables.anthropic.len(), SourceId::Anthropic),
        ("task_usage.csv", tables.task_usage.len(), SourceId::ClaudeUse),
        ("programmes.csv", tables.programmes.len(), SourceId::Programmes),
        ("handbook.csv", tables.handbook.len(), SourceId::Crosswalk),
    ] {
        if rows > 0 && !named.contains(&source) {
            return Err(BadTable::new("sources.csv", format!("{source:?}, the dataset of {file}, is not there")));
        }
    }
    let unnamed = tables.source_files.iter().find(|file| !named.contains(&file.id));
    unnamed.map_or(Ok(()), |file| {
        Err(BadTable::new("sources.csv", format!("{:?}, the dataset of the file {}, is not there", file.id, file.file)))
    })
}

fn known(roles: &HashSet<Code>, file: &'static str, codes: impl Iterator<Item = Code>) -> Result<(), BadTable> {
    // Line 1 is the header; no row of these tables has a line break in it.
    match codes.zip(2..).find(|(code, _)| !roles.contains(code)) {
        Some((code, line)) => Err(BadTable::new(file, format!("line {line}: {code} is not in roles.csv"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::{AnthropicRow, JobTitleRow, RoleRow, SourceRow};

    fn role(code: &str) -> RoleRow {
        RoleRow { code: code.parse().unwrap(), title: "Bakers".into(), summary: String::new(), job_zone: None }
    }

    fn titled(code: &str) -> JobTitleRow {
        JobTitleRow { code: code.parse().unwrap(), title: "Baker".into(), short_title: None, sources: String::new() }
    }

    #[test]
    fn a_row_of_no_role_is_named_with_its_line() {
        let mut tables = Tables {
            roles: vec![role("51-3011.00")],
            sources: vec![SourceRow::blank(SourceId::Onet, "")],
            job_titles: vec![titled("51-3011.00")],
            ..Tables::default()
        };
        assert_eq!(check(&tables), Ok(()));
        tables.job_titles.push(titled("99-9999.00"));
        assert_eq!(check(&tables).unwrap_err().to_string(), "job_titles.csv: line 3: 99-9999.00 is not in roles.csv");
    }

    #[test]
    fn figures_without_their_source_are_refused() {
        let mut tables = Tables { roles: vec![role("51-3011.00")], ..Tables::default() };
        assert!(check(&tables).unwrap_err().to_string().starts_with("sources.csv: Onet, the dataset of roles.csv"));
        tables.sources.push(SourceRow::blank(SourceId::Onet, ""));
        tables.anthropic.push(AnthropicRow { soc: "51-3011".parse().unwrap(), observed: 0.1 });
        let problem = check(&tables).unwrap_err().to_string();
        assert!(problem.starts_with("sources.csv: Anthropic, the dataset of exposure_anthropic.csv"), "{problem}");
    }
}
