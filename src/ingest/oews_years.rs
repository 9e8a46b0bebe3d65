//! OEWS of several years: every national workbook that is brought, beside the one that pages speak of.

use std::collections::HashSet;

use super::Tables;
use super::oews::Oews;
use super::published::{BLS, Dataset, PUBLIC_DOMAIN};
use super::read::Read;
use super::tables::PayYearRow;
use crate::catalog::SourceId;

pub static DATASET: Dataset = Dataset {
    id: SourceId::OewsYears,
    name: "BLS Occupational Employment and Wage Statistics (OEWS), year by year",
    release: "May 2012 to May 2025",
    date: "2026-05",
    publisher: BLS,
    address: "https://www.bls.gov/oes/tables.htm",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics. BLS warns that OEWS \
        is not designed for comparisons over time.",
    place,
    ..Dataset::PLAIN
};

/// The year of a release: `May 2025`.
pub fn year(release: &str) -> Option<u16> {
    release.rsplit(' ').next()?.parse().ok()
}

/// The rows of a workbook.
pub fn rows(pay: &Oews) -> impl Iterator<Item = PayYearRow> + use<'_> {
    pay.rows.iter().map(|row| PayYearRow::of(&pay.release, row))
}

/// Puts the years that were brought in the place of the same years, and keeps the others.
fn place(tables: &mut Tables, found: &mut Read) {
    let brought = std::mem::take(&mut found.tables.pay_years);
    let replaced: HashSet<&str> = brought.iter().map(|row| row.release.as_str()).collect();
    tables.pay_years.retain(|row| !replaced.contains(row.release.as_str()));
    tables.pay_years.extend(brought);
    tables.pay_years.sort_by_key(|row| (year(&row.release), row.soc));
    if let [first, .., last] = tables.pay_years.as_slice() {
        let span = if first.release == last.release {
            last.release.clone()
        } else {
            format!("{} to {}", first.release, last.release)
        };
        found.releases.push((SourceId::OewsYears, span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::PayRow;

    fn pay(release: &str, employment: u32) -> Oews {
        let row = PayRow {
            soc: "11-1011".parse().unwrap(),
            title: "Chiefs".into(),
            employment: Some(employment),
            hourly_mean: String::new(),
            hourly_p10: String::new(),
            hourly_p25: String::new(),
            hourly_median: String::new(),
            hourly_p75: String::new(),
            hourly_p90: String::new(),
            annual_mean: String::new(),
            annual_p10: String::new(),
            annual_p25: String::new(),
            annual_median: "187000".into(),
            annual_p75: String::new(),
            annual_p90: "#".into(),
        };
        Oews { rows: vec![row], release: release.into() }
    }

    #[test]
    fn brought_years_replace_the_same_years_and_keep_the_others() {
        let rows_of = |list: &[Oews]| list.iter().flat_map(rows).collect::<Vec<_>>();
        let mut tables = Tables { pay_years: rows_of(&[pay("May 2023", 1), pay("May 2024", 2)]), ..Tables::default() };
        let mut found = Read::default();
        found.tables.pay_years = rows_of(&[pay("May 2024", 3), pay("May 2022", 4)]);
        place(&mut tables, &mut found);
        let years: Vec<_> = tables.pay_years.iter().map(|row| (row.release.as_str(), row.employment)).collect();
        assert_eq!(years, [("May 2022", Some(4)), ("May 2023", Some(1)), ("May 2024", Some(3))]);
        assert_eq!(found.releases, [(SourceId::OewsYears, "May 2022 to May 2024".to_owned())]);
        assert_eq!(
            (tables.pay_years[0].annual.as_str(), tables.pay_years[0].hourly.as_str()),
            ("* * 187000 * # *", "")
        );
    }
}
