//! Occupational Employment and Wage Statistics (OEWS): the national workbook, `national_M2024_dl.xlsx`.

use super::published::{Address, BLS, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use super::read::keep;
use super::sheet::{self, Field, Form, NOT_NEGATIVE, Once, Row, Sheet, has_columns};
use super::tables::PayRow;
use super::{BadInput, Intake, SourceFile, estimates};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::oews::{
    ANNUAL, CODE, DESCRIPTIONS, DETAILED, EMPLOYMENT, GROUP, HOURLY, NO_EMPLOYMENT, NO_WAGE, TOP_CODED,
};
use crate::catalog::{SocCode, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Oews,
    name: "BLS Occupational Employment and Wage Statistics (OEWS)",
    release: "May 2024",
    date: "2025-04",
    publisher: BLS,
    address: "https://www.bls.gov/oes/",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.",
    option: Some(CommandOption::new("oews", "OEWS wages", "OEWS wages: the national workbook or its zip")),
    files: &[Published {
        dataset: SourceId::Oews,
        what: "OEWS wages",
        name: File::Oews.name(),
        others: &["national_M*.xlsx"],
        recognise: |file| has_columns(file, Form::First, &COLUMNS) && !estimates::is_of_parts(file),
        read: |file, found| keep(&mut found.tables.pay, read(file).map(|(found, intake)| (found.rows, intake))),
        download: Some(Address {
            folder: "https://www.bls.gov/oes/special-requests",
            file: "oesm{year}nat.zip",
            size: 282_052,
            sha256: None,
        }),
    }],
    place: |tables, found| tables.pay = std::mem::take(&mut found.tables.pay),
    ..Dataset::PLAIN
};

const COLUMNS: [&str; 18] = {
    let [h10, h25, h50, h75, h90, h_mean] = HOURLY;
    let [a10, a25, a50, a75, a90, a_mean] = ANNUAL;
    [
        CODE,
        "OCC_TITLE",
        GROUP,
        "AREA_TYPE",
        "I_GROUP",
        EMPLOYMENT,
        h_mean,
        h10,
        h25,
        h50,
        h75,
        h90,
        a_mean,
        a10,
        a25,
        a50,
        a75,
        a90,
    ]
};

/// Employment and wages, and what the workbook says it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Oews {
    /// All occupations together (00-0000), then the detailed ones, by code.
    pub rows: Vec<PayRow>,
    /// The release: `May 2024`.
    pub release: String,
}

/// Reads the detailed occupations of the whole country and all industries, and the line of all occupations together.
///
/// # Errors
/// When the workbook is not what it should be, or a value is not: with its row and column.
pub fn read(file: &SourceFile) -> Result<(Oews, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::First, &COLUMNS)?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        if let Some(reason) = left_out(&row)? {
            intake.leave_out(&reason);
            continue;
        }
        let pay = pay(&row)?;
        once.note(pay.soc, row.field(CODE)?)?;
        intake.keep();
        rows.push(pay);
    }
    if rows.iter().all(|row| row.soc == SocCode::ALL_OCCUPATIONS) {
        return Err(BadInput::file(
            &file.path,
            "there is no detailed occupation of the whole country in this workbook",
        )
        .next("take the national file, such as national_M2024_dl.xlsx"));
    }
    rows.sort_by_key(|row| row.soc);
    Ok((Oews { rows, release: release_of(file)? }, intake))
}

/// The release that a workbook of OEWS says it is.
///
/// # Errors
/// When it says none.
pub fn release_of(file: &SourceFile) -> Result<String, BadInput> {
    let title = sheet::title(file, Form::Named(DESCRIPTIONS))?;
    release(Field::new(&file.path, 1, "A", &title))
}

fn left_out(row: &Row<'_>) -> Result<Option<String>, BadInput> {
    // The "all data" workbook has the same columns, and rows for states, areas and single industries.
    if row.field("AREA_TYPE")?.text()? != "1" {
        return Ok(Some("rows of states and areas".to_owned()));
    }
    if row.field("I_GROUP")?.text()? != "cross-industry" {
        return Ok(Some("rows of single industries".to_owned()));
    }
    let group = row.field(GROUP)?.one_of(&[DETAILED, "broad", "minor", "major", "total"])?;
    Ok(match group {
        DETAILED | "total" => None,
        group => Some(format!("{group} groups")),
    })
}

fn pay(row: &Row<'_>) -> Result<PayRow, BadInput> {
    let employment = row.field(EMPLOYMENT)?;
    let hourly = |place: usize| wage(row.field(HOURLY[place])?, 2);
    let annual = |place: usize| wage(row.field(ANNUAL[place])?, 0);
    Ok(PayRow {
        soc: row.field(CODE)?.soc_code()?,
        title: row.field("OCC_TITLE")?.text()?.to_owned(),
        employment: if employment.value() == NO_EMPLOYMENT { None } else { Some(employment.count()?) },
        hourly_mean: hourly(5)?,
        hourly_p10: hourly(0)?,
        hourly_p25: hourly(1)?,
        hourly_median: hourly(2)?,
        hourly_p75: hourly(3)?,
        hourly_p90: hourly(4)?,
        annual_mean: annual(5)?,
        annual_p10: annual(0)?,
        annual_p25: annual(1)?,
        annual_median: annual(2)?,
        annual_p75: annual(3)?,
        annual_p90: annual(4)?,
    })
}

/// A wage in dollars with as many decimals as asked; `#` stays, `*` (not published) becomes empty.
fn wage(field: Field<'_>, decimals: usize) -> Result<String, BadInput> {
    match field.value() {
        TOP_CODED => Ok(TOP_CODED.to_owned()),
        NO_WAGE => Ok(String::new()),
        _ => Ok(format!("{:.decimals$}", field.decimals(decimals, &NOT_NEGATIVE)?)),
    }
}

fn release(title: Field<'_>) -> Result<String, BadInput> {
    let name = title.value().strip_suffix("OEWS Estimates").map(str::trim).filter(|name| {
        let parts = name.split_once(' ');
        parts.is_some_and(|(_, year)| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
    });
    name.map(str::to_owned).ok_or_else(|| title.bad("a release such as \"May 2024 OEWS Estimates\""))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    const HEADER: &str = "OCC_CODE|OCC_TITLE|O_GROUP|AREA_TYPE|I_GROUP|TOT_EMP|H_MEAN|H_PCT10|H_PCT25|H_MEDIAN|H_PCT75|\
                          H_PCT90|A_MEAN|A_PCT10|A_PCT25|A_MEDIAN|A_PCT75|A_PCT90";
    const ACTORS: &str = "27-2011|Actors|detailed|'1|cross-industry|57000|37|12.5|17.1|23.33|50.25|#|*|*|*|*|*|*";

    fn file(rows: &[&str]) -> SourceFile {
        workbook(&[("n", &[&[HEADER], rows].concat()), (DESCRIPTIONS, &["May 2024 OEWS Estimates"])])
    }

    fn error(row: &str) -> String {
        read(&file(&[row])).unwrap_err().to_string()
    }

    #[test]
    fn the_total_and_detailed_rows_are_taken_and_the_others_counted() -> Result<(), BadInput> {
        let rows = [
            "00-0000|All|total|'1|cross-industry|9|1|1|1|1|1|1|1|1|1|1|1|1",
            "27-2010|Actors and so on|broad|'1|cross-industry|9|1|1|1|1|1|1|1|1|1|1|1|1",
            ACTORS,
            "11-1011|Chiefs|detailed|1|cross-industry|**|#|#|#|#|#|#|262930|73710|126080|206420|#|#",
            "11-1011|Chiefs|detailed|2|cross-industry|1|1|1|1|1|1|1|1|1|1|1|1|1",
            "11-1011|Chiefs|detailed|1|sector|1|1|1|1|1|1|1|1|1|1|1|1|1",
        ];
        let file = file(&rows);
        assert!(is_file(0, &file));
        let (Oews { rows, release }, intake) = read(&file)?;
        assert_eq!(release, "May 2024");
        assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["All", "Chiefs", "Actors"]);
        assert_eq!(
            (rows[1].employment, rows[1].annual_mean.as_str(), rows[1].annual_p90.as_str()),
            (None, "262930", "#")
        );
        let actors = &rows[2];
        assert_eq!((actors.employment, actors.hourly_mean.as_str()), (Some(57_000), "37.00"));
        assert_eq!(
            (actors.hourly_p10.as_str(), actors.hourly_p90.as_str(), actors.annual_median.as_str()),
            ("12.50", "#", "")
        );
        assert_eq!((intake.read, intake.used), (6, 3));
        assert_eq!(intake.left_out_text(), "1 broad groups; 1 rows of single industries; 1 rows of states and areas");
        Ok(())
    }

    #[test]
    fn wages_that_are_none_are_refused() {
        for (good, bad, expected) in [
            ("12.5", "12.555", "column \"H_PCT10\": \"12.555\" is not a number from 0 with at most 2 decimals"),
            ("12.5", "", "column \"H_PCT10\": \"\" is not a number"),
            ("12.5", "**", "column \"H_PCT10\": \"**\" is not a number"),
            ("12.5", "-1", "column \"H_PCT10\": \"-1\" is not a number"),
            ("57000", "57000.5", "column \"TOT_EMP\": \"57000.5\" is not a whole number"),
            ("57000", "*", "column \"TOT_EMP\": \"*\" is not a whole number"),
            ("*|*|*|*|*|*", "9.5|*|*|*|*|*", "column \"A_MEAN\": \"9.5\" is not a number from 0 without decimals"),
            ("27-2011", "27-201", "column \"OCC_CODE\": \"27-201\" is not a SOC code"),
            ("detailed", "new", "column \"O_GROUP\": \"new\" is not detailed or"),
        ] {
            let text = error(&ACTORS.replacen(good, bad, 1));
            assert!(text.starts_with("sample.xlsx:2, ") && text.contains(expected), "{text}");
        }
    }

    #[test]
    fn other_workbooks_are_refused() {
        let twice = read(&file(&[ACTORS, ACTORS])).unwrap_err().to_string();
        assert!(twice.contains(":3, column \"OCC_CODE\": \"27-2011\" is not new: it stands in line 2"), "{twice}");
        assert!(error(&ACTORS.replacen("'1", "2", 1)).contains("take the national file"));
        let no_label = workbook(&[("n", &[HEADER, ACTORS]), (DESCRIPTIONS, &["Estimates"])]);
        assert!(read(&no_label).unwrap_err().to_string().contains("\"Estimates\" is not a release"));
        let no_sheet = workbook(&[("n", &[HEADER, ACTORS])]);
        assert!(read(&no_sheet).unwrap_err().to_string().contains("there is no sheet \"Field Descriptions\""));
        let no_column = workbook(&[("n", &[&HEADER.replace("A_PCT90", "X")])]);
        assert!(read(&no_column).unwrap_err().to_string().contains(":1: sheet \"n\" has 0 columns \"A_PCT90\""));
    }
}
