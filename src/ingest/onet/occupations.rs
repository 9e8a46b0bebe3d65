//! Roles with their job zones, titles and related roles.

use std::collections::BTreeMap;

use super::rows::{Codes, UNKNOWN_CODE, UNKNOWN_RELATED, by_code};
use super::sheet::Sheet;
use crate::catalog::Code;
use crate::ingest::sheet::Once;
use crate::ingest::tables::{JobTitleRow, RelatedRow, ReportedTitleRow, RoleRow};
use crate::ingest::{BadInput, Intake};

/// Occupation Data: the roles, by code, without their job zones. The summary is the official description.
pub(super) fn roles(sheet: &Sheet<'_>, intake: &mut Intake) -> Result<Vec<RoleRow>, BadInput> {
    let (code, title) = (sheet.column("O*NET-SOC Code")?, sheet.column("Title")?);
    let description = sheet.column("Description")?;
    let mut once = Once::default();
    let mut roles = Vec::new();
    for row in sheet.rows() {
        let code = row.code(code)?;
        once.check(code, &row, || format!("the code {code}"))?;
        let (title, summary) = (row.text(title)?.to_owned(), row.text(description)?.to_owned());
        roles.push(RoleRow { code, title, summary, job_zone: None });
        intake.keep();
    }
    roles.sort_by_key(|role| role.code);
    Ok(roles)
}

/// Job Zones: 2 to 5, and 1 in releases before 30.
pub(super) fn job_zones(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<BTreeMap<Code, u8>, BadInput> {
    let (code, zone) = (sheet.column("O*NET-SOC Code")?, sheet.column("Job Zone")?);
    let mut once = Once::default();
    let mut zones = BTreeMap::new();
    for row in sheet.rows() {
        let code = row.code(code)?;
        once.check(code, &row, || format!("the job zone of {code}"))?;
        match (row.number(zone, 1..=5)?, codes.contains(&code)) {
            (_, false) => intake.leave_out(UNKNOWN_CODE),
            (None, true) => intake.leave_out(super::rows::NO_FIGURE),
            (Some(zone), true) => {
                zones.insert(code, zone);
                intake.keep();
            }
        }
    }
    Ok(zones)
}

/// Sample of Reported Titles.
pub(super) fn reported_titles(
    sheet: &Sheet<'_>,
    codes: &Codes,
    intake: &mut Intake,
) -> Result<Vec<ReportedTitleRow>, BadInput> {
    let (title, shown) = (sheet.column("Reported Job Title")?, sheet.column("Shown in My Next Move")?);
    by_code(sheet, codes, intake, |code, row| {
        Ok(ReportedTitleRow { code, title: row.text(title)?.to_owned(), shown: row.flag(shown)? })
    })
}

/// Job Titles, named Alternate Titles before 30.3.
pub(super) fn job_titles(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<JobTitleRow>, BadInput> {
    let title = sheet.any_column(&["Job Title", "Alternate Title"])?;
    let (short, sources) = (sheet.column("Short Title")?, sheet.column("Source(s)")?);
    by_code(sheet, codes, intake, |code, row| {
        Ok(JobTitleRow {
            code,
            title: row.text(title)?.to_owned(),
            short_title: row.maybe(short).map(str::to_owned),
            sources: row.maybe(sources).unwrap_or_default().to_owned(),
        })
    })
}

/// Related Occupations, by code and index.
pub(super) fn related(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<RelatedRow>, BadInput> {
    let (code, other) = (sheet.column("O*NET-SOC Code")?, sheet.column("Related O*NET-SOC Code")?);
    let (tier, place) = (sheet.column("Relatedness Tier")?, sheet.column("Index")?);
    let mut once = Once::default();
    let mut found = BTreeMap::new();
    for row in sheet.rows() {
        let (code, related) = (row.code(code)?, row.code(other)?);
        let place: u32 = row.figure(place, 1..=1000)?;
        once.check((code, place), &row, || format!("the index {place} of {code}"))?;
        let tier = match row.raw(tier) {
            known @ ("Primary-Short" | "Primary-Long" | "Supplemental") => known.to_owned(),
            _ => return Err(row.bad(tier, "Primary-Short, Primary-Long or Supplemental")),
        };
        if !codes.contains(&code) {
            intake.leave_out(UNKNOWN_CODE);
        } else if !codes.contains(&related) {
            intake.leave_out(UNKNOWN_RELATED);
        } else {
            found.insert((code, place), RelatedRow { code, related, tier });
            intake.keep();
        }
    }
    Ok(found.into_values().collect())
}
