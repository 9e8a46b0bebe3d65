//! Pay and outlook, by the SOC code that BLS publishes them under.

use std::collections::HashMap;

use super::{BadTable, Tables};
use crate::catalog::{Outlook, Pay, PercentTenths, Published, Role, SocCode, Thousands, WageRange};
use crate::ingest::tables::{OutlookRow, PayRow, SocLevel, read_wage};

/// What BLS publishes, by SOC code: every code that the crosswalk names.
pub fn published(tables: &Tables) -> Result<Vec<Published<'_>>, BadTable> {
    let titles: HashMap<SocCode, &str> = tables.socs.iter().map(|row| (row.code, row.title.as_str())).collect();
    let pay: HashMap<SocCode, &PayRow> = tables.pay.iter().map(|row| (row.soc, row)).collect();
    let outlook: HashMap<SocCode, &OutlookRow> = tables.outlook.iter().map(|row| (row.soc, row)).collect();
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
                next: None,
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

#[allow(clippy::cast_possible_truncation, reason = "range checked before the cast")]
fn tenths(table: &'static str, soc: SocCode, figure: f64) -> Result<i32, BadTable> {
    let scaled = figure * 10.0;
    if scaled.abs() < 2e9 && (scaled - scaled.round()).abs() < 1e-4 {
        return Ok(scaled.round() as i32);
    }
    Err(BadTable::new(table, format!("{soc}: {figure} is not a figure with one decimal")))
}
