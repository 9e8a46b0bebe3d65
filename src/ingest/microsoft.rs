//! "Working with AI" (Microsoft): the user-goal score (`soc_metrics.csv`) and the headline score
//! (`soc_ai_applicability_scores.csv`), by SOC code.

use super::published::{Address, CC_BY, CommandOption, Dataset, Published};
use super::read::keep;
use super::scores::{self, Scores};
use super::sheet::{Form, SHARE, has_columns};
use super::tables::MicrosoftRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::microsoft::{CODE, HEADLINE, USER};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Microsoft,
    name: "Microsoft “Working with AI”",
    release: "working-with-ai",
    is_only: true,
    date: "2025-08-29",
    publisher: "Microsoft Research",
    address: "https://github.com/microsoft/working-with-ai",
    licence: CC_BY,
    attribution: "Tomlinson, K., Jaffe, S., Wang, W., Counts, S., Suri, S. (2025). Working with AI: Measuring the \
        Applicability of Generative AI to Occupations. arXiv:2507.07935. Data by Microsoft under CC BY 4.0; ranked \
        into percentiles by rolescope.",
    option: Some(CommandOption::new(
        "microsoft",
        "Working with AI",
        "Working with AI: soc_metrics.csv and soc_ai_applicability_scores.csv, or a folder with both",
    )),
    files: &[
        Published {
            dataset: SourceId::Microsoft,
            what: "Microsoft's metrics",
            name: File::MicrosoftUser.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Comma, &[CODE, USER]),
            read: |file, found| keep(&mut found.user, read_user(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/microsoft/working-with-ai/main",
                file: File::MicrosoftUser.name(),
                size: 183_429,
                sha256: Some("111390f0a0d60e287dfa694b299d144f88eaebf2c4c41e910ae258f17d364a04"),
            }),
        },
        Published {
            dataset: SourceId::Microsoft,
            what: "Microsoft's applicability scores",
            name: File::MicrosoftHeadline.name(),
            others: &["ai_applicability_scores.csv"],
            recognise: |file| has_columns(file, Form::Comma, &[CODE, HEADLINE]),
            read: |file, found| keep(&mut found.headline, read_headline(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/microsoft/working-with-ai/main",
                file: File::MicrosoftHeadline.name(),
                size: 49_995,
                sha256: Some("2a077dbe90ff377813adac04b2acef6aee51c4b13505a4760ea84ca3efc9039a"),
            }),
        },
    ],
    is_in_parts: false,
    place: |tables, found| tables.microsoft = join(&found.user, &found.headline),
};

/// Reads the user-goal score, 0 to 1, by code.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_user(file: &SourceFile) -> Result<(Scores, Intake), BadInput> {
    scores::read(file, Form::Comma, CODE, USER, &SHARE)
}

/// Reads the headline score, 0 to 1, by code.
///
/// # Errors
/// As [`read_user`].
pub fn read_headline(file: &SourceFile) -> Result<(Scores, Intake), BadInput> {
    scores::read(file, Form::Comma, CODE, HEADLINE, &SHARE)
}

pub fn join(user: &Scores, headline: &Scores) -> Vec<MicrosoftRow> {
    let pairs = scores::pairs(user, headline).into_iter();
    pairs.map(|(soc, (user, headline))| MicrosoftRow { soc, user, headline }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    #[test]
    fn both_scores_are_read_and_joined() -> Result<(), BadInput> {
        let users = file("SOC Code,title,ai_applicability_score_user\n15-1299,B,0.5\n11-1011,A,0.25\n");
        let headlines = file("SOC Code,title,ai_applicability_score\n11-1011,A,0.125\n13-1020,C,1\n");
        assert!(is_file(0, &users) && !is_file(1, &users));
        assert!(is_file(1, &headlines) && !is_file(0, &headlines));
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
