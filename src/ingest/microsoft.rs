//! "Working with AI" (Microsoft): the user-goal score (`soc_metrics.csv`) and the headline score
//! (`soc_ai_applicability_scores.csv`), by SOC code.

use std::collections::BTreeMap;

use super::sheet::{Form, Once, SHARE, Sheet, has_columns};
use super::tables::MicrosoftRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SocCode;
use crate::catalog::provenance::names::microsoft::{CODE, HEADLINE, USER};

/// Whether a file has the user-goal score.
pub fn recognise_user(file: &SourceFile) -> bool {
    has_columns(file, Form::Comma, &[CODE, USER])
}

/// Reads the user-goal score, 0 to 1, by code.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_user(file: &SourceFile) -> Result<(Vec<(SocCode, f64)>, Intake), BadInput> {
    scores(file, USER)
}

/// Whether a file has the headline score.
pub fn recognise_headline(file: &SourceFile) -> bool {
    has_columns(file, Form::Comma, &[CODE, HEADLINE])
}

/// Reads the headline score, 0 to 1, by code.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_headline(file: &SourceFile) -> Result<(Vec<(SocCode, f64)>, Intake), BadInput> {
    scores(file, HEADLINE)
}

fn scores(file: &SourceFile, column: &str) -> Result<(Vec<(SocCode, f64)>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[CODE, column])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let code = row.field(CODE)?.soc_code()?;
        once.note(code, row.field(CODE)?)?;
        rows.push((code, row.field(column)?.number(&SHARE)?));
        intake.keep();
    }
    rows.sort_by_key(|row| row.0);
    Ok((rows, intake))
}

/// Joins both scores by code; a code that one of them lacks has none there.
pub fn join(user: &[(SocCode, f64)], headline: &[(SocCode, f64)]) -> Vec<MicrosoftRow> {
    let mut rows: BTreeMap<SocCode, (Option<f64>, Option<f64>)> = BTreeMap::new();
    for (code, score) in user {
        rows.entry(*code).or_default().0 = Some(*score);
    }
    for (code, score) in headline {
        rows.entry(*code).or_default().1 = Some(*score);
    }
    rows.into_iter().map(|(soc, (user, headline))| MicrosoftRow { soc, user, headline }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    #[test]
    fn both_scores_are_read_and_joined() -> Result<(), BadInput> {
        let users = file("SOC Code,title,ai_applicability_score_user\n15-1299,B,0.5\n11-1011,A,0.25\n");
        let headlines = file("SOC Code,title,ai_applicability_score\n11-1011,A,0.125\n13-1020,C,1\n");
        assert!(recognise_user(&users) && !recognise_headline(&users));
        assert!(recognise_headline(&headlines) && !recognise_user(&headlines));
        let ((user, intake), (headline, _)) = (read_user(&users)?, read_headline(&headlines)?);
        assert_eq!((intake.read, intake.used), (2, 2));
        let rows = join(&user, &headline);
        let rows: Vec<_> = rows.iter().map(|row| (row.soc.to_string(), row.user, row.headline)).collect();
        let expected =
            [("11-1011", Some(0.25), Some(0.125)), ("13-1020", None, Some(1.0)), ("15-1299", Some(0.5), None)];
        assert_eq!(rows, expected.map(|(soc, user, headline)| (soc.to_owned(), user, headline)));
        Ok(())
    }

    #[test]
    fn scores_that_do_not_fit_are_refused() {
        for (lines, expected) in [
            ("11-1011,-0.1\n", ":2, column \"ai_applicability_score\": \"-0.1\" is not a number from 0 to 1"),
            ("11-1011,x\n", ":2, column \"ai_applicability_score\": \"x\" is not a number"),
            ("1011,0.1\n", ":2, column \"SOC Code\": \"1011\" is not a SOC code"),
            ("11-1011,0.1\n11-1011,0.1\n", ":3, column \"SOC Code\": \"11-1011\" is not new"),
            ("11-1011,0.1\n11-10", ":3: 1 fields, expected 2"),
        ] {
            let text =
                read_headline(&file(&format!("SOC Code,ai_applicability_score\n{lines}"))).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
        assert!(
            read_user(&file("SOC Code,x\n"))
                .unwrap_err()
                .to_string()
                .contains("0 columns \"ai_applicability_score_user\"")
        );
    }
}
