//! What a job requires and whom it suits: level of education and career interests.

use std::collections::BTreeMap;

use super::rows::{Codes, NO_FIGURE, UNKNOWN_CODE, UNUSED_ELEMENT, UNUSED_SCALE};
use super::sheet::Sheet;
use crate::catalog::Code;
use crate::catalog::provenance::names::onet::INTERESTS;
use crate::ingest::sheet::Once;
use crate::ingest::tables::{EducationRow, InterestRow};
use crate::ingest::{BadInput, Intake};

const LACKS_OTHERS: &str = "for a role that lacks one of the six interests";

/// Education; before 30.3 part of Education, Training, and Experience. By code and level.
pub(super) fn education(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<EducationRow>, BadInput> {
    let (code, element) = (sheet.column("O*NET-SOC Code")?, sheet.column("Element ID")?);
    let (scale, level, value) = (sheet.column("Scale ID")?, sheet.column("Category")?, sheet.column("Data Value")?);
    let suppress = sheet.optional("Recommend Suppress");
    let mut once = Once::default();
    let mut found = BTreeMap::new();
    for row in sheet.rows() {
        let code = row.code(code)?;
        if row.text(element)? != "2.D.1" {
            intake.leave_out(UNUSED_ELEMENT);
            continue;
        }
        if row.text(scale)? != "RL" {
            intake.leave_out(UNUSED_SCALE);
            continue;
        }
        let (level, percent) = (row.figure(level, 1..=12)?, row.number(value, 0.0..=100.0)?);
        once.check((code, level), &row, || format!("the level {level} of {code}"))?;
        let suppressed = row.advice(suppress)?;
        match percent {
            _ if !codes.contains(&code) => intake.leave_out(UNKNOWN_CODE),
            None if !suppressed => intake.leave_out(NO_FIGURE),
            // That a share is withheld is told; the share itself goes no further.
            percent => {
                let percent = percent.filter(|_| !suppressed);
                found.insert((code, level), EducationRow { code, level, percent, suppress: suppressed });
                intake.keep();
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Career Interest Types, named Interests before: the six of RIASEC on the scale OI (1 to 7).
pub(super) fn interests(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<InterestRow>, BadInput> {
    let (code, element) = (sheet.column("O*NET-SOC Code")?, sheet.column("Element ID")?);
    let (scale, value) = (sheet.column("Scale ID")?, sheet.column("Data Value")?);
    let mut once = Once::default();
    let mut found = BTreeMap::<Code, [Option<f64>; 6]>::new();
    for row in sheet.rows() {
        let (code, element) = (row.code(code)?, row.text(element)?);
        if row.text(scale)? != "OI" {
            intake.leave_out(UNUSED_SCALE);
            continue;
        }
        let Some(place) = INTERESTS.iter().position(|id| *id == element) else {
            intake.leave_out(UNUSED_ELEMENT);
            continue;
        };
        let figure = row.number(value, 1.0..=7.0)?;
        once.check((code, place), &row, || format!("the interest {element} of {code}"))?;
        if !codes.contains(&code) {
            intake.leave_out(UNKNOWN_CODE);
        } else if figure.is_none() {
            intake.leave_out(NO_FIGURE);
        } else if let Some(slot) = found.entry(code).or_default().get_mut(place) {
            *slot = figure;
        }
    }
    Ok(found.into_iter().filter_map(|(code, six)| complete(code, six, intake)).collect())
}

fn complete(code: Code, six: [Option<f64>; 6], intake: &mut Intake) -> Option<InterestRow> {
    if let [
        Some(realistic),
        Some(investigative),
        Some(artistic),
        Some(social),
        Some(enterprising),
        Some(conventional),
    ] = six
    {
        for _ in six {
            intake.keep();
        }
        return Some(InterestRow { code, realistic, investigative, artistic, social, enterprising, conventional });
    }
    for _ in six.iter().flatten() {
        intake.leave_out(LACKS_OTHERS);
    }
    None
}
