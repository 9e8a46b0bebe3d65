//! What the readers of the single tables share: which rows are left out and why, and which must not come twice.

use std::collections::HashSet;

use super::sheet::{Row, Sheet};
use crate::catalog::Code;
use crate::ingest::{BadInput, Intake};

pub(super) const UNKNOWN_CODE: &str = "for a code that is not in Occupation Data";
pub(super) const UNKNOWN_RELATED: &str = "related to a code that is not in Occupation Data";
pub(super) const UNKNOWN_TASK: &str = "for a task that is not in Task Statements";
pub(super) const OTHER_ROLE: &str = "for a task of another role";
pub(super) const UNNAMED_ACTIVITY: &str = "for an activity that no file names";
pub(super) const UNUSED_SCALE: &str = "on a scale that is not used";
pub(super) const UNUSED_ELEMENT: &str = "on an element that is not used";
pub(super) const SUPPRESSED: &str = "O*NET recommends to suppress";
pub(super) const NO_FIGURE: &str = "without a figure";
pub(super) const SUPERSEDED: &str = "superseded";

/// The codes of Occupation Data.
pub(super) type Codes = HashSet<Code>;

/// Reads a table whose every row is a fact of its own, sorted by code; rows of one code keep their order.
pub(super) fn by_code<R>(
    sheet: &Sheet<'_>,
    codes: &Codes,
    intake: &mut Intake,
    make: impl Fn(Code, &Row<'_>) -> Result<R, BadInput>,
) -> Result<Vec<R>, BadInput> {
    let column = sheet.column("O*NET-SOC Code")?;
    let mut found = Vec::new();
    for row in sheet.rows() {
        let code = row.code(column)?;
        let fact = make(code, &row)?;
        if codes.contains(&code) {
            intake.keep();
            found.push((code, fact));
        } else {
            intake.leave_out(UNKNOWN_CODE);
        }
    }
    found.sort_by_key(|(code, _)| *code);
    Ok(found.into_iter().map(|(_, fact)| fact).collect())
}
