//! When the rows of O*NET's tables were collected, by their column `Date`.

use std::collections::BTreeMap;

use super::rows::Codes;
use super::sheet::Sheet;
use crate::catalog::{Code, Month, Surveyed};
use crate::ingest::BadInput;
use crate::ingest::tables::SurveyRow;

/// The oldest and the newest month of a role's rows, table by table.
#[derive(Default)]
pub(super) struct Surveys(BTreeMap<(Code, Surveyed), (Month, Month)>);

impl Surveys {
    /// Notes the dates of a table; of a table without the column there is nothing to note.
    pub fn note(&mut self, table: Surveyed, sheet: &Sheet<'_>) -> Result<(), BadInput> {
        let (code, Some(date)) = (sheet.column("O*NET-SOC Code")?, sheet.optional("Date")) else { return Ok(()) };
        for row in sheet.rows() {
            let Some(text) = row.maybe(date) else { continue };
            let month = month(text).ok_or_else(|| row.bad(date, "a month like 08/2023"))?;
            let (oldest, newest) = self.0.entry((row.code(code)?, table)).or_insert((month, month));
            (*oldest, *newest) = ((*oldest).min(month), (*newest).max(month));
        }
        Ok(())
    }

    /// As rows, of the roles that there are.
    pub fn rows(self, codes: &Codes) -> Vec<SurveyRow> {
        let known = self.0.into_iter().filter(|((code, _), _)| codes.contains(code));
        known.map(|((code, table), (oldest, newest))| SurveyRow { code, table, oldest, newest }).collect()
    }
}

/// A month as O*NET writes it: `08/2023`.
fn month(text: &str) -> Option<Month> {
    let (month, year) = text.split_once('/')?;
    Month::new(year.parse().ok()?, month.parse().ok()?)
}
