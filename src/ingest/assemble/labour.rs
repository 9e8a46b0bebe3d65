//! Pay and outlook, by the SOC code that BLS publishes them under.

use std::collections::HashMap;

use super::{BadTable, Tables};
use crate::catalog::{
    NextOutlook, Outlook, Pay, PercentTenths, Published, Role, SocCode, SourceId, Thousands, WageRange,
};
use crate::ingest::tables::{NextOutlookRow, OutlookRow, PayRow, SocLevel, read_wage};

/// What BLS publishes, by SOC code: every code that the crosswalk names.
pub fn published(tables: &Tables) -> Result<Vec<Published<'_>>, BadTable> {
    let titles: HashMap<SocCode, &str> = tables.socs.iter().map(|row| (row.code, row.title.as_str())).collect();
    let pay: HashMap<SocCode, &PayRow> = tables.pay.iter().map(|row| (row.soc, row)).collect();
    let outlook: HashMap<SocCode, &OutlookRow> = tables.outlook.iter().map(|row| (row.soc, row)).collect();
    let next: HashMap<SocCode, &NextOutlookRow> = tables.outlook_next.iter().map(|row| (row.soc, row)).collect();
    let from = |id| tables.sources.iter().find(|row| row.id == id).and_then(|row| row.release.get(..4));
    let is_newer = from(SourceId::NextProjections) > from(SourceId::Projections);
    let mut codes: Vec<SocCode> = tables.crosswalk.iter().map(|row| row.published_under).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
        .into_iter()
        .map(|soc| {
            Ok(Published {
                soc,
                title: titles
                    .get(&soc)
                    .ok_or_else(|| BadTable::new("crosswalk.csv", format!("{soc} is not in soc.csv")))?,
                roles: 0,
                pay: pay.get(&soc).map(|row| pay_of(row)).transpose()?,
                outlook: outlook.get(&soc).map(|row| outlook_of(row)).transpose()?,
                next: next.get(&soc).and_then(|row| next_of(row, is_newer)).transpose()?,
                ai: next.get(&soc).and_then(|row| row.ai),
            })
        })
        .collect()
}

/// Employment and wages of all occupations together.
pub fn all_occupations(tables: &Tables) -> Result<Option<Pay>, BadTable> {
    tables.pay.iter().find(|row| row.soc == SocCode::ALL_OCCUPATIONS).map(pay_of).transpose()
}

/// Counts the roles that share each code.
pub fn count_sharing(roles: &[Role<'_>], published: &mut [Published<'_>]) {
    for id in roles.iter().filter_map(|role| role.published) {
        if let Some(published) = published.get_mut(usize::from(id.0)) {
            published.roles += 1;
        }
    }
}

/// The titles of all SOC codes.
pub fn soc_titles(tables: &Tables) -> Vec<(SocCode, &str)> {
    tables
        .socs
        .iter()
        .filter(|row| row.level != SocLevel::Combined || !row.title.is_empty())
        .map(|row| (row.code, row.title.as_str()))
        .collect()
}

fn pay_of(row: &PayRow) -> Result<Pay, BadTable> {
    let wage = |text: &str| {
        read_wage(text)
            .ok_or_else(|| BadTable::new("pay.csv", format!("{}: wage {text:?} is not dollars, # or empty", row.soc)))
    };
    Ok(Pay {
        employment: row.employment,
        annual: WageRange {
            p10: wage(&row.annual_p10)?,
            p25: wage(&row.annual_p25)?,
            median: wage(&row.annual_median)?,
            p75: wage(&row.annual_p75)?,
            p90: wage(&row.annual_p90)?,
            mean: wage(&row.annual_mean)?,
        },
        hourly: WageRange {
            p10: wage(&row.hourly_p10)?,
            p25: wage(&row.hourly_p25)?,
            median: wage(&row.hourly_median)?,
            p75: wage(&row.hourly_p75)?,
            p90: wage(&row.hourly_p90)?,
            mean: wage(&row.hourly_mean)?,
        },
    })
}

fn outlook_of(row: &OutlookRow) -> Result<Outlook<'_>, BadTable> {
    let figure = |figure: f64| tenths("outlook.csv", row.soc, figure);
    let percent = |f: f64| figure(f).map(PercentTenths);
    let thousands = |f: f64| figure(f).map(|tenths| Thousands(tenths.into()));
    Ok(Outlook {
        employment: Some(thousands(row.employment)?),
        projected: Some(thousands(row.projected)?),
        change: Some(thousands(row.change)?),
        change_percent: percent(row.change_percent)?,
        openings: thousands(row.openings)?,
        self_employed: row.self_employed.map(percent).transpose()?,
        education: row.education.as_deref(),
        experience: row.experience.as_deref(),
        training: row.training.as_deref(),
    })
}

/// The projections after those of the base year, where they are newer than these.
fn next_of(row: &NextOutlookRow, is_newer: bool) -> Option<Result<NextOutlook, BadTable>> {
    let (change, openings) = (row.change_percent?, row.openings?);
    let figure = |figure: f64| tenths("outlook_next.csv", row.soc, figure);
    let both = || {
        Ok(NextOutlook {
            change_percent: PercentTenths(figure(change)?),
            openings: Thousands(figure(openings)?.into()),
        })
    };
    is_newer.then(both)
}

#[allow(clippy::cast_possible_truncation, reason = "range checked before the cast")]
fn tenths(table: &'static str, soc: SocCode, figure: f64) -> Result<i32, BadTable> {
    let scaled = figure * 10.0;
    if scaled.abs() < 2e9 && (scaled - scaled.round()).abs() < 1e-4 {
        return Ok(scaled.round() as i32);
    }
    Err(BadTable::new(table, format!("{soc}: {figure} is not a figure with one decimal")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::AiCategory;
    use crate::ingest::tables::{CrosswalkRow, SocRow, SourceRow};

    /// Once the whole projections of the same years are there, the transcribed change and openings are not asked for any
    /// more; the category is a measure of its own.
    #[test]
    fn the_next_projections_stand_beside_older_ones_alone() {
        let soc: SocCode = "11-1011".parse().unwrap();
        let known = |release: &str| {
            let tables = Tables {
                socs: vec![SocRow { code: soc, level: SocLevel::Detailed, title: "Chiefs".into() }],
                crosswalk: vec![CrosswalkRow { code: "11-1011.00".parse().unwrap(), published_under: soc }],
                outlook_next: vec![NextOutlookRow {
                    soc,
                    ai: Some(AiCategory::High),
                    change_percent: Some(-3.7),
                    openings: Some(2.3),
                }],
                sources: vec![
                    SourceRow::blank(SourceId::Projections, release),
                    SourceRow::blank(SourceId::NextProjections, "2025–2035"),
                ],
                ..Tables::default()
            };
            let published = published(&tables).unwrap();
            (published[0].next, published[0].ai)
        };
        let next = NextOutlook { change_percent: PercentTenths(-37), openings: Thousands(23) };
        assert_eq!(known("2024–2034"), (Some(next), Some(AiCategory::High)));
        assert_eq!(known("2025–2035"), (None, Some(AiCategory::High)));
        assert_eq!(known("2026–2036"), (None, Some(AiCategory::High)));
    }
}
