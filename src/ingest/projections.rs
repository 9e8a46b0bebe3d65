//! Employment Projections: Table 1.2 of `occupation.xlsx`.

use super::published::{Address, BLS, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use super::read::keep;
use super::sheet::{self, Field, Form, NOT_NEGATIVE, Once, Row, Sheet, has_columns};
use super::tables::OutlookRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::projections::{
    self as names, EDUCATION, EXPERIENCE, KIND, LINE_ITEM, NO_VALUE, TRAINING,
};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Projections,
    name: "BLS Employment Projections",
    release: "2024–2034",
    date: "2025-08",
    publisher: BLS,
    address: "https://www.bls.gov/emp/",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections, Table 1.2.",
    option: Some(CommandOption::new(
        "projections",
        "Employment Projections",
        "Employment Projections: occupation.xlsx",
    )),
    files: &[Published {
        dataset: SourceId::Projections,
        what: "the Employment Projections",
        name: File::Projections.name(),
        others: &[],
        recognise: |file| has_columns(file, SHEET, &[KIND, EDUCATION, EXPERIENCE, TRAINING]),
        read: |file, found| keep(&mut found.projections, read(file).map(|(found, intake)| (Some(found), intake))),
        download: Some(Address {
            folder: "https://www.bls.gov/emp/ind-occ-matrix",
            file: File::Projections.name(),
            size: 407_365,
            sha256: Some("bebf85e71d3a274eb0531077a9fe1bbcd1167e0a14c59e33071f61cbda9d3a57"),
        }),
    }],
    place: |tables, found| tables.outlook = found.projections.take().map(|found| found.rows).unwrap_or_default(),
    ..Dataset::PLAIN
};

const SHEET: Form = Form::Named(names::SHEET);

/// Projections, and the years that they are between.
#[derive(Clone, Debug, PartialEq)]
pub struct Projections {
    /// Line items, by code.
    pub rows: Vec<OutlookRow>,
    /// The base year and the target year: 2024 and 2034. The official address does not name them.
    pub years: (u16, u16),
}

/// Reads the line items.
///
/// # Errors
/// When the workbook is not what it should be, or a value is not: with its row and column.
pub fn read(file: &SourceFile) -> Result<(Projections, Intake), BadInput> {
    let title = sheet::title(file, SHEET)?;
    let years = years(Field::new(&file.path, 1, "A", &title))?;
    let columns = YearColumns::of(years);
    let sheet = Sheet::read(file, SHEET, &columns.all())?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let kind = row.field(KIND)?;
        // Notes under the table stand alone in their row.
        if kind.value().is_empty() && row.filled() == 1 && !row.field(&columns.title)?.value().is_empty() {
            intake.leave_out("footnotes");
        } else if kind.one_of(&[LINE_ITEM, "Summary"])? == "Summary" {
            intake.leave_out("summary rows");
        } else {
            let outlook = columns.outlook(&row)?;
            once.note(outlook.soc, row.field(&columns.code)?)?;
            intake.keep();
            rows.push(outlook);
        }
    }
    if rows.is_empty() {
        return Err(BadInput::file(&file.path, "there is no line item in Table 1.2"));
    }
    rows.sort_by_key(|row| row.soc);
    Ok((Projections { rows, years }, intake))
}

/// The years of a title such as `Table 1.2 Occupational projections, 2024–2034, and worker characteristics`.
fn years(title: Field<'_>) -> Result<(u16, u16), BadInput> {
    let year = |text: &str| (text.len() == 4).then(|| text.parse().ok())?;
    let pair = |part: &str| {
        let (base, target) = part.trim().split_once(['–', '-'])?;
        Some((year(base)?, year(target)?)).filter(|(base, target)| base < target)
    };
    let found = title.value().split(',').find_map(pair);
    // Earlier editions say `2019 and projected 2029`, and have other columns.
    let words = title.value().split(|letter: char| !letter.is_ascii_digit());
    let named: Vec<u16> = words.filter_map(year).collect();
    found.ok_or_else(|| match named.as_slice() {
        [base, target, ..] => {
            let edition =
                format!("the years as later editions have them (2024–2034); this is that of {base} to {target}");
            title.bad(&edition).next("take the newest edition; `rolescope data fetch --dry-run` lists it")
        }
        _ => title.bad("a title with the years of the projections, such as 2024–2034"),
    })
}

/// The names of the columns, most of which name the years.
struct YearColumns {
    title: String,
    code: String,
    employment: String,
    projected: String,
    change: String,
    change_percent: String,
    self_employed: String,
    openings: String,
}

impl YearColumns {
    fn of(years @ (base, target): (u16, u16)) -> Self {
        Self {
            title: format!("{base} National Employment Matrix title"),
            code: names::code(base),
            employment: names::employment(base),
            projected: names::employment(target),
            change: names::change(years),
            change_percent: names::change_percent(years),
            self_employed: names::self_employed(base),
            openings: names::openings(years),
        }
    }

    fn all(&self) -> [&str; 12] {
        [
            &self.title,
            &self.code,
            KIND,
            &self.employment,
            &self.projected,
            &self.change,
            &self.change_percent,
            &self.self_employed,
            &self.openings,
            EDUCATION,
            EXPERIENCE,
            TRAINING,
        ]
    }

    fn outlook(&self, row: &Row<'_>) -> Result<OutlookRow, BadInput> {
        let jobs = |column| row.field(column)?.decimals(1, &NOT_NEGATIVE);
        let words = |column| row.field(column)?.text().map(|text| (text != NO_VALUE).then(|| text.to_owned()));
        let self_employed = row.field(&self.self_employed)?;
        Ok(OutlookRow {
            soc: row.field(&self.code)?.soc_code()?,
            title: row.field(&self.title)?.text()?.to_owned(),
            employment: jobs(&self.employment)?,
            projected: jobs(&self.projected)?,
            change: row.field(&self.change)?.decimals(1, &(f64::MIN..=f64::MAX))?,
            change_percent: row.field(&self.change_percent)?.decimals(1, &(-100.0..=f64::MAX))?,
            self_employed: match self_employed.value() {
                NO_VALUE => None,
                _ => Some(self_employed.decimals(1, &(0.0..=100.0))?),
            },
            openings: jobs(&self.openings)?,
            education: words(EDUCATION)?,
            experience: words(EXPERIENCE)?,
            training: words(TRAINING)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    const TITLE: &str =
        "Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (in thousands)";
    const ITEM: &str =
        "      Legislators|11-1031|Line item|27.7|28.6|0.9|3.4|—|2.2|>=$239,200|Bachelor's degree|—|None";

    fn file(title: &str, rows: &[&str]) -> SourceFile {
        let columns = YearColumns::of((2024, 2034));
        let mut names = columns.all().to_vec();
        names.insert(9, "Median annual wage, dollars, 2024[1]");
        let header = names.join("|");
        workbook(&[("Index", &["Contents"]), ("Table 1.2", &[&[title, &header], rows].concat())])
    }

    fn error(row: &str) -> String {
        read(&file(TITLE, &[row])).unwrap_err().to_string()
    }

    #[test]
    fn line_items_are_taken_and_the_others_counted() -> Result<(), BadInput> {
        let file = file(
            TITLE,
            &[
                "Total, all occupations|00-0000|Summary|1|1|0|0|5.8|1|49500|—|—|—",
                "  Teachers|25-1000|Line item|40|25.6|-14.4|-36|100|3|5|Some|Less than 5 years|—",
                ITEM,
                "Footnotes:",
                "Note: Data are not there for values denoted with a dash.",
            ],
        );
        assert!(is_file(0, &file));
        let (Projections { rows, years }, intake) = read(&file)?;
        assert_eq!(years, (2024, 2034));
        assert_eq!(rows[0].title, "Legislators");
        assert_eq!((rows[0].employment, rows[0].projected, rows[0].change, rows[0].openings), (27.7, 28.6, 0.9, 2.2));
        assert_eq!((rows[0].self_employed, rows[0].experience.as_deref()), (None, None));
        assert_eq!(rows[0].training.as_deref(), Some("None"));
        assert_eq!((rows[1].change, rows[1].change_percent, rows[1].self_employed), (-14.4, -36.0, Some(100.0)));
        assert_eq!((rows[1].experience.as_deref(), rows[1].training.as_deref()), (Some("Less than 5 years"), None));
        assert_eq!((intake.read, intake.used), (5, 2));
        assert_eq!(intake.left_out_text(), "2 footnotes; 1 summary rows");
        Ok(())
    }

    /// The next edition: only the years in its title and its headings are others.
    #[test]
    fn the_edition_of_2025_is_read_by_its_own_headings() -> Result<(), BadInput> {
        let title = TITLE.replace("2034", "2035").replace("2024", "2025");
        let header = YearColumns::of((2025, 2035)).all().join("|");
        assert!(header.contains("Employment, 2025|") && header.contains("2025 National Employment Matrix code|"));
        let item = ITEM.replace(">=$239,200|", "");
        let file = workbook(&[("Table 1.2", &[&title, &header, &item])]);
        assert!(is_file(0, &file));
        let (Projections { rows, years }, _) = read(&file)?;
        assert_eq!((years, rows.len(), rows[0].employment), ((2025, 2035), 1, 27.7));
        Ok(())
    }

    #[test]
    fn values_that_do_not_fit_are_refused() {
        for (good, bad, expected) in [
            ("27.7", "-27.7", "column \"Employment, 2024\": \"-27.7\" is not a number from 0 with"),
            ("27.7", "27.75", "column \"Employment, 2024\": \"27.75\" is not a number from 0 with at most 1 decimals"),
            ("27.7", "—", "column \"Employment, 2024\": \"—\" is not a number"),
            ("|3.4|", "|-100.1|", "\"-100.1\" is not a number from -100"),
            ("|—|2.2", "|100.1|2.2", "column \"Percent self employed, 2024\": \"100.1\" is not a number from 0 to 100"),
            ("Line item", "Item", "column \"Occupation type\": \"Item\" is not Line item or Summary"),
            ("Line item", "", "column \"Occupation type\": \"\" is not Line item or Summary"),
            ("|None", "|", "\"\" is not a text"),
            ("11-1031", "", "\"\" is not a SOC code"),
        ] {
            let text = error(&ITEM.replacen(good, bad, 1));
            assert!(text.starts_with("sample.xlsx:3, ") && text.contains(expected), "{text}");
        }
        assert!(read(&file(TITLE, &[ITEM, ITEM])).unwrap_err().to_string().contains("is not new: it stands in line 3"));
        assert!(error("Footnotes:").contains("no line item"));
    }

    #[test]
    fn the_title_names_the_years_that_the_columns_have() {
        let text = read(&file("Table 1.2", &[ITEM])).unwrap_err().to_string();
        assert!(text.contains(":1, column \"A\": \"Table 1.2\" is not a title with the years"), "{text}");
        let old = "Table 1.2 Employment by detailed occupation, 2019 and projected 2029";
        let text = read(&file(old, &[ITEM])).unwrap_err().to_string();
        assert!(text.contains("this is that of 2019 to 2029\n  next: take the newest edition"), "{text}");
        let text = read(&file(&TITLE.replace("2034", "2035"), &[ITEM])).unwrap_err().to_string();
        assert!(text.contains(":2: sheet \"Table 1.2\" has 0 columns \"Employment, 2035\""), "{text}");
        let other = workbook(&[("Table 1.1", &[TITLE])]);
        assert!(!is_file(0, &other));
        assert!(read(&other).unwrap_err().to_string().contains("there is no sheet \"Table 1.2\""));
    }
}
