//! The consumer price index (BLS CPI-U: US city average, all items, not seasonally adjusted), of which May is kept, as OEWS
//! is of May. BLS's flat file (`cu.data.1.AllItems`), its workbook of the one series, or FRED's CSV of it.

use super::published::{Address, BLS, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use super::read::Read;
use super::sheet::{Field, Form, Once, Sheet, has_cells, has_columns};
use super::tables::ConsumerPriceRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::consumer_prices::{
    BOOK_MAY, BOOK_SERIES, BOOK_YEAR, DATES, FRED, MAY, NO_VALUE, PERIOD, SERIES, SERIES_ID, VALUE, YEAR,
};

pub static DATASET: Dataset = Dataset {
    id: SourceId::ConsumerPrices,
    name: "BLS Consumer Price Index for All Urban Consumers (CPI-U)",
    release: "May of each year",
    is_only: true,
    publisher: BLS,
    address: "https://www.bls.gov/cpi/data.htm",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Consumer Price Index for All Urban Consumers, U.S. city average, \
        all items, not seasonally adjusted (CUUR0000SA0).",
    option: Some(CommandOption::new(
        "consumer-prices",
        "the consumer price index (CPI-U)",
        "The consumer price index CUUR0000SA0: BLS's flat file or workbook, or FRED's CSV",
    )),
    files: &[Published {
        dataset: SourceId::ConsumerPrices,
        what: "the consumer price index (CPI-U)",
        name: File::ConsumerPrices.name(),
        others: &["CPIAUCNS.csv", "SeriesReport-*.xlsx"],
        recognise: |file| shape(file).is_some(),
        read: |file, found| keep(file, found),
        download: Some(Address {
            folder: "https://download.bls.gov/pub/time.series/cu",
            file: "cu.data.1.AllItems",
            size: 2_500_000,
            sha256: None,
        }),
    }],
    place: |tables, found| tables.consumer_prices = std::mem::take(&mut found.tables.consumer_prices),
    ..Dataset::PLAIN
};

/// How the index comes.
#[derive(Clone, Copy)]
enum Shape {
    /// Many series, a line a month.
    Flat,
    /// The one series, a line a month, which is in the column of that name.
    Fred(&'static str),
    /// The one series, a row a year and a column a month.
    Book,
}

fn shape(file: &SourceFile) -> Option<Shape> {
    if has_cells(file, Form::First, &[BOOK_SERIES, SERIES]) && has_columns(file, Form::First, &[BOOK_YEAR, BOOK_MAY]) {
        return Some(Shape::Book);
    }
    let is_there = |line: &[u8]| line.starts_with(SERIES.as_bytes());
    if has_columns(file, Form::Tab, &[SERIES_ID, YEAR, PERIOD, VALUE])
        && file.bytes.split(|byte| *byte == b'\n').any(is_there)
    {
        return Some(Shape::Flat);
    }
    DATES.into_iter().find(|date| has_columns(file, Form::Comma, &[date, FRED])).map(Shape::Fred)
}

fn keep(file: &SourceFile, found: &mut Read) -> Result<Intake, BadInput> {
    let (rows, intake) = read(file)?;
    if let [first, .., last] = rows.as_slice() {
        found.releases.push((SourceId::ConsumerPrices, format!("May {} to May {}", first.year, last.year)));
    }
    found.tables.consumer_prices = rows;
    Ok(intake)
}

/// Reads the index of May, by year.
///
/// # Errors
/// When the table is another one, a month stands twice, or a value is none.
pub fn read(file: &SourceFile) -> Result<(Vec<ConsumerPriceRow>, Intake), BadInput> {
    let mut mays = Mays { rows: Vec::new(), intake: Intake::of(file), once: Once::default() };
    match shape(file) {
        Some(Shape::Book) => book(file, &mut mays)?,
        Some(Shape::Fred(date)) => fred(file, date, &mut mays)?,
        Some(Shape::Flat) | None => flat(file, &mut mays)?,
    }
    let Mays { mut rows, intake, .. } = mays;
    if rows.is_empty() {
        return Err(BadInput::file(&file.path, format!("no May of {SERIES} is in this file")));
    }
    rows.sort_by_key(|row| row.year);
    Ok((rows, intake))
}

struct Mays {
    rows: Vec<ConsumerPriceRow>,
    intake: Intake,
    once: Once<(u16, u8)>,
}

impl Mays {
    /// Takes the index of a month, from 1; all but May is left out.
    fn take(&mut self, (year, month): (u16, u8), key: Field<'_>, value: Field<'_>) -> Result<(), BadInput> {
        self.once.note((year, month), key)?;
        let is_none = matches!(value.value(), "" | "." | NO_VALUE);
        let index = if is_none { None } else { Some(value.decimals(3, &(1.0..=100_000.0))?) };
        match index {
            _ if month != 5 => self.intake.leave_out("other months"),
            None => self.intake.leave_out("months without an index"),
            Some(index) => {
                self.intake.keep();
                self.rows.push(ConsumerPriceRow { year, index });
            }
        }
        Ok(())
    }
}

fn flat(file: &SourceFile, mays: &mut Mays) -> Result<(), BadInput> {
    let sheet = Sheet::read(file, Form::Tab, &[SERIES_ID, YEAR, PERIOD, VALUE])?;
    for row in sheet.rows() {
        if row.field(SERIES_ID)?.value() != SERIES {
            mays.intake.leave_out("rows of other series");
            continue;
        }
        let (year, period) = (row.field(YEAR)?.number(&YEARS)?, row.field(PERIOD)?);
        let month = period.value().strip_prefix('M').filter(|month| month.len() == 2);
        match month.and_then(|month| month.parse::<u8>().ok()) {
            Some(13) => mays.intake.leave_out("averages of years"),
            Some(month @ 1..=12) => mays.take((year, month), period, row.field(VALUE)?)?,
            _ => return Err(period.bad(&format!("a month such as {MAY}"))),
        }
    }
    Ok(())
}

fn fred(file: &SourceFile, date: &str, mays: &mut Mays) -> Result<(), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[date, FRED])?;
    for row in sheet.rows() {
        let day = row.field(date)?;
        let month = || {
            let (year, rest) = day.value().split_once('-')?;
            let month = rest.strip_suffix("-01").filter(|month| month.len() == 2)?.parse::<u8>().ok()?;
            let year = year.parse::<u16>().ok().filter(|year| YEARS.contains(year))?;
            (1..=12).contains(&month).then_some((year, month))
        };
        let month = month().ok_or_else(|| day.bad("the first day of a month, such as 2025-05-01"))?;
        mays.take(month, day, row.field(FRED)?)?;
    }
    Ok(())
}

fn book(file: &SourceFile, mays: &mut Mays) -> Result<(), BadInput> {
    let sheet = Sheet::read(file, Form::First, &[BOOK_YEAR, BOOK_MAY])?;
    for row in sheet.rows() {
        let year = row.field(BOOK_YEAR)?;
        mays.take((year.number(&YEARS)?, 5), year, row.field(BOOK_MAY)?)?;
    }
    Ok(())
}

/// The years that the index can be of: BLS has it from 1913 on.
const YEARS: std::ops::RangeInclusive<u16> = 1913..=2100;

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::{file, workbook};
    use super::*;

    /// As BLS pads it, with the empty footnote at the end.
    const FLAT: &str = "series_id        \tyear\tperiod\t       value\tfootnote_codes\r\n\
        CUSR0000SA0      \t2024\tM05\t     313.100\t\r\n\
        CUUR0000SA0      \t2024\tM04\t     313.548\t\r\n\
        CUUR0000SA0      \t2024\tM05\t     314.069\t\r\n\
        CUUR0000SA0      \t2024\tM13\t     313.689\t\r\n\
        CUUR0000SA0      \t2025\tM05\t     321.465\t\r\n\
        CUUR0000SA0      \t2025\tM10\t           -\tX\r\n";

    fn read_as(file: &SourceFile) -> (Vec<(u16, f64)>, String) {
        assert!((DATASET.files[0].recognise)(file));
        let (rows, intake) = read(file).unwrap();
        let left_out = format!("{} of {}: {}", intake.used, intake.read, intake.left_out_text());
        (rows.into_iter().map(|row| (row.year, row.index)).collect(), left_out)
    }

    #[test]
    fn may_is_read_from_each_table_that_the_index_comes_in() {
        let mays = vec![(2024, 314.069), (2025, 321.465)];
        let left_out = "2 of 6: 1 averages of years; 2 other months; 1 rows of other series";
        assert_eq!(read_as(&file(FLAT)), (mays.clone(), left_out.to_owned()));
        for date in DATES {
            let text = format!("{date},CPIAUCNS\n2024-05-01,314.069\n2025-05-01,321.465\n2025-10-01,\n");
            assert_eq!(read_as(&file(&text)), (mays.clone(), "2 of 3: 1 other months".to_owned()));
        }
        let missing = file("DATE,CPIAUCNS\n2023-05-01,.\n2024-05-01,314.069\n");
        assert_eq!(read_as(&missing).1, "1 of 2: 1 months without an index");
        let months = "Year|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|HALF1|HALF2";
        let year = |year: u16, may: &str| format!("{year}|308|310|312|313|{may}|314");
        let series = ["Consumer Price Index for All Urban Consumers (CPI-U)", "", "Series Id:|CUUR0000SA0"];
        let rows = [year(2024, "314.069"), year(2025, "321.465"), year(2026, "")];
        let sheet = [&series[..], &[months, &rows[0], &rows[1], &rows[2]]].concat();
        let expected = (mays, "2 of 3: 1 months without an index".to_owned());
        assert_eq!(read_as(&workbook(&[("BLS Data Series", &sheet)])), expected);
        let other: Vec<&str> =
            sheet.iter().map(|row| if row.contains("CUUR") { "Series Id:|CUSR0000SA0" } else { row }).collect();
        assert!(shape(&workbook(&[("BLS Data Series", &other)])).is_none(), "another series");
        assert!(shape(&file(&FLAT.replace("CUUR0000SA0", "CUUR0000SA1"))).is_none(), "another series");
    }

    #[test]
    fn what_is_no_index_of_a_month_is_refused() {
        for (good, bad, expected) in [
            ("314.069", "314.0691", "is not a number from 1 to 100000 with at most 3 decimals"),
            ("314.069", "n/a", "column \"value\": \"n/a\" is not a number"),
            ("2025\tM05", "2024\tM05", "column \"period\": \"M05\" is not new"),
            ("M04", "M14", "\"M14\" is not a month such as M05"),
            ("M04", "S01", "\"S01\" is not a month such as M05"),
            ("2024\tM04", "24\tM04", "column \"year\": \"24\" is not a number from 1913 to 2100"),
        ] {
            let error = read(&file(&FLAT.replacen(good, bad, 1))).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        for day in ["2024-05-02", "2024-13-01", "05/01/2024", "24-05-01"] {
            let error = read(&file(&format!("DATE,CPIAUCNS\n{day},314.069\n"))).unwrap_err().to_string();
            assert!(error.contains("is not the first day of a month"), "{error}");
        }
        let none = read(&file("DATE,CPIAUCNS\n2024-04-01,313.548\n")).unwrap_err().to_string();
        assert!(none.contains("no May of CUUR0000SA0"), "{none}");
    }
}
