//! Scores of studies: a SOC code and a figure a row.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::sheet::{Form, Once, Sheet};
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SocCode;

/// Scores, by code.
pub type Scores = Vec<(SocCode, f64)>;

/// Reads a column of scores.
///
/// # Errors
/// When a column is missing, a code is none or stands twice, or a score is out of its range, with its place.
pub fn read(
    file: &SourceFile,
    form: Form,
    code: &str,
    score: &str,
    range: &RangeInclusive<f64>,
) -> Result<(Scores, Intake), BadInput> {
    let sheet = Sheet::read(file, form, &[code, score])?;
    let (mut scores, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let soc = row.field(code)?.soc_code()?;
        once.note(soc, row.field(code)?)?;
        scores.push((soc, row.field(score)?.number(range)?));
        intake.keep();
    }
    scores.sort_by_key(|(soc, _)| *soc);
    Ok((scores, intake))
}

/// Two scores of each code, in the codes' order; a code that one of the lists lacks has none there.
pub fn pairs(first: &Scores, second: &Scores) -> BTreeMap<SocCode, (Option<f64>, Option<f64>)> {
    let mut pairs: BTreeMap<SocCode, (Option<f64>, Option<f64>)> = BTreeMap::new();
    for (code, score) in first {
        pairs.entry(*code).or_default().0 = Some(*score);
    }
    for (code, score) in second {
        pairs.entry(*code).or_default().1 = Some(*score);
    }
    pairs
}
