//! AI Occupational Exposure (Felten, Raj, Seamans) by SOC 2010 code: the data appendix, and the workbook for language
//! modelling.

use std::ops::RangeInclusive;

use super::published::{Address, CommandOption, Dataset, Published};
use super::read::keep;
use super::scores::{self, Scores};
use super::sheet::{Form, has_columns};
use super::tables::AioeRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::aioe::{AIOE, CODE, LANGUAGE};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Aioe,
    name: "AI Occupational Exposure (Felten, Raj, Seamans)",
    release: "2021; language modeling 2023",
    is_only: true,
    date: "2021",
    publisher: "Felten, Raj, Seamans",
    address: "https://github.com/AIOE-Data/AIOE",
    licence: "None stated; cite the article",
    attribution: "Felten, E., Raj, M., Seamans, R. (2021). Occupational, industry, and geographic exposure to \
        artificial intelligence: A novel dataset and its potential uses. Strategic Management Journal 42(12), \
        2195-2217. Language modeling: Felten, E., Raj, M., Seamans, R. (2023). How will Language Modelers like ChatGPT \
        Affect Occupations and Industries? arXiv:2303.01157.",
    option: Some(CommandOption::new(
        "aioe",
        "AI Occupational Exposure",
        "AIOE: AIOE_DataAppendix.xlsx and Language Modeling AIOE and AIIE.xlsx, or a folder with both",
    )),
    files: &[
        Published {
            dataset: SourceId::Aioe,
            what: "the AIOE data appendix",
            name: File::Aioe.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Named(AIOE.0), &[CODE, AIOE.1]),
            read: |file, found| keep(&mut found.aioe, read(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/AIOE-Data/AIOE/main",
                file: File::Aioe.name(),
                size: 170_359,
                sha256: Some("c123b4c64840aff3568ae6c97256678719b88a74d45b6362dbefb5af34667b95"),
            }),
        },
        Published {
            dataset: SourceId::Aioe,
            what: "the language modeling AIOE",
            name: File::LanguageAioe.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Named(LANGUAGE.0), &[CODE, LANGUAGE.1]),
            read: |file, found| keep(&mut found.language, read_language(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/AIOE-Data/AIOE/main",
                file: File::LanguageAioe.name(),
                size: 55_714,
                sha256: Some("ccdd1fb916dfa404914367eafde7c00b7148ea86f18fe616240bc85cf6131c8b"),
            }),
        },
    ],
    is_in_parts: false,
    place: |tables, found| tables.aioe = join(&found.aioe, &found.language),
};

/// The scores are standardized: in standard deviations from the mean.
const RANGE: RangeInclusive<f64> = -4.0..=4.0;

/// Reads the AIOE, -4 to 4, by SOC 2010 code.
///
/// # Errors
/// When the workbook is not what it should be, or a value is not: with its row and column.
pub fn read(file: &SourceFile) -> Result<(Scores, Intake), BadInput> {
    scores::read(file, Form::Named(AIOE.0), CODE, AIOE.1, &RANGE)
}

/// Reads the language modelling AIOE, -4 to 4, by SOC 2010 code.
///
/// # Errors
/// As [`read`].
pub fn read_language(file: &SourceFile) -> Result<(Scores, Intake), BadInput> {
    scores::read(file, Form::Named(LANGUAGE.0), CODE, LANGUAGE.1, &RANGE)
}

pub fn join(aioe: &Scores, language: &Scores) -> Vec<AioeRow> {
    let pairs = scores::pairs(aioe, language).into_iter();
    pairs.map(|(soc2010, (aioe, language))| AioeRow { soc2010, aioe, language }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    #[test]
    fn both_workbooks_are_read_and_joined() -> Result<(), BadInput> {
        let header = "SOC Code|Occupation Title|AIOE";
        let scores = workbook(&[
            ("Index", &["Contents"]),
            ("Appendix A", &[header, "53-7121|B|-1.38776", "11-1011|A|1.334246"]),
        ]);
        let language =
            workbook(&[("LM AIOE", &["SOC Code|Title|Language Modeling AIOE", "11-1011|A|1.3", "11-1021|C|0"])]);
        assert!(is_file(0, &scores) && !is_file(1, &scores));
        assert!(is_file(1, &language) && !is_file(0, &language));
        let ((scores, intake), (language, _)) = (read(&scores)?, read_language(&language)?);
        assert_eq!((intake.read, intake.used), (2, 2));
        let rows = join(&scores, &language);
        let rows: Vec<_> = rows.iter().map(|row| (row.soc2010.to_string(), row.aioe, row.language)).collect();
        let expected =
            [("11-1011", Some(1.334_246), Some(1.3)), ("11-1021", None, Some(0.0)), ("53-7121", Some(-1.38776), None)];
        assert_eq!(rows, expected.map(|(soc, aioe, language)| (soc.to_owned(), aioe, language)));
        Ok(())
    }

    #[test]
    fn scores_that_do_not_fit_are_refused() {
        for (row, expected) in [
            ("11-1011|A|4.5", ":2, column \"AIOE\": \"4.5\" is not a number from -4 to 4"),
            ("11-1011|A|", ":2, column \"AIOE\": \"\" is not a number"),
            ("1133|A|1", ":2, column \"SOC Code\": \"1133\" is not a SOC code"),
        ] {
            let text = read(&workbook(&[("Appendix A", &["SOC Code|T|AIOE", row])])).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
        let row = "11-1011|A|1";
        let text = read(&workbook(&[("Appendix A", &["SOC Code|T|AIOE", row, row])])).unwrap_err().to_string();
        assert!(text.contains(":3, column \"SOC Code\": \"11-1011\" is not new"), "{text}");
        let other = workbook(&[("Appendix B", &["SOC Code|T|AIOE", row])]);
        assert!(!is_file(0, &other));
        assert!(read(&other).unwrap_err().to_string().contains("there is no sheet \"Appendix A\""));
    }
}
