//! The figures of a row.

use crate::catalog::Wage;
use crate::catalog::provenance::names::oews::{
    ANNUAL, CODE, EMPLOYMENT, ERROR, HOURLY, NO_EMPLOYMENT, NO_WAGE, PER_THOUSAND, QUOTIENT, TOP_CODED,
};
use crate::ingest::BadInput;
use crate::ingest::sheet::{Column, Field, NOT_NEGATIVE, Row, Sheet};
use crate::ingest::tables::{EstimateRow, read_wage};

/// A wage that is published for the other period only; workbooks may leave it blank.
const OTHER_PERIOD: [&str; 2] = ["-", ""];
/// Up to which a location quotient is kept.
const LARGEST_QUOTIENT: f64 = 655.35;

/// Where the figures stand.
pub struct Columns {
    code: Column,
    employment: Column,
    error: Column,
    per_thousand: Column,
    quotient: Column,
    hourly: [Column; 6],
    annual: [Column; 6],
}

impl Columns {
    pub fn of(sheet: &Sheet<'_>) -> Result<Self, BadInput> {
        let six = |[a, b, c, d, e, f]: [&str; 6]| {
            let column = |name| sheet.column(name);
            Ok::<_, BadInput>([column(a)?, column(b)?, column(c)?, column(d)?, column(e)?, column(f)?])
        };
        Ok(Self {
            code: sheet.column(CODE)?,
            employment: sheet.column(EMPLOYMENT)?,
            error: sheet.column(ERROR)?,
            per_thousand: sheet.column(PER_THOUSAND)?,
            quotient: sheet.column(QUOTIENT)?,
            hourly: six(HOURLY)?,
            annual: six(ANNUAL)?,
        })
    }

    /// What a row says of a place or an industry.
    pub fn estimate<K>(&self, row: &Row<'_>, of: K) -> Result<EstimateRow<K>, BadInput> {
        let employment = row.at(self.employment);
        let wages = |place: usize| wages(row.at(self.hourly[place]), row.at(self.annual[place]));
        let [p10, p25, median, p75, p90, mean] = [wages(0)?, wages(1)?, wages(2)?, wages(3)?, wages(4)?, wages(5)?];
        Ok(EstimateRow {
            of,
            soc: row.at(self.code).soc_code()?,
            employment: if is_withheld(employment) { None } else { Some(employment.count()?) },
            error: figure(row.at(self.error), 1, f64::MAX)?,
            per_thousand: figure(row.at(self.per_thousand), 3, 1_000.0)?,
            quotient: figure(row.at(self.quotient), 2, LARGEST_QUOTIENT)?,
            hourly_mean: mean.0,
            hourly_p10: p10.0,
            hourly_p25: p25.0,
            hourly_median: median.0,
            hourly_p75: p75.0,
            hourly_p90: p90.0,
            annual_mean: mean.1,
            annual_p10: p10.1,
            annual_p25: p25.1,
            annual_median: median.1,
            annual_p75: p75.1,
            annual_p90: p90.1,
        })
    }
}

/// BLS's workbooks write `**` for an employment that is withheld, its flat files `*`.
fn is_withheld(field: Field<'_>) -> bool {
    [NO_EMPLOYMENT, NO_WAGE].contains(&field.value())
}

/// A figure of employment; blank where BLS publishes none of its kind, as for industries.
fn figure(field: Field<'_>, decimals: usize, most: f64) -> Result<Option<f64>, BadInput> {
    if field.value().is_empty() || is_withheld(field) {
        return Ok(None);
    }
    field.decimals(decimals, &(0.0..=most)).map(Some)
}

/// The wages of an hour and of a year.
fn wages(hourly: Field<'_>, annual: Field<'_>) -> Result<(Option<Wage>, Option<Wage>), BadInput> {
    let is_other = |field: Field<'_>| OTHER_PERIOD.contains(&field.value());
    if is_other(hourly) && is_other(annual) {
        return Err(hourly.bad("a wage, where none of a year stands either"));
    }
    Ok((wage(hourly, 2)?, wage(annual, 0)?))
}

fn wage(field: Field<'_>, decimals: usize) -> Result<Option<Wage>, BadInput> {
    match field.value() {
        NO_WAGE => Ok(None),
        value if OTHER_PERIOD.contains(&value) => Ok(None),
        TOP_CODED => Ok(Some(Wage::TopCoded)),
        value => {
            field.decimals(decimals, &NOT_NEGATIVE)?;
            read_wage(value).ok_or_else(|| field.bad("a wage in dollars"))
        }
    }
}
