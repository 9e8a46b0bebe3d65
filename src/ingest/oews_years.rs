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
    use crate::ingest::SourceFile;
    use crate::ingest::inbox::{Inbox, Request};
    use crate::ingest::observer::NoProgress;
    use crate::ingest::sheet::samples::workbook;
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

    fn brought(files: &[&SourceFile]) -> Read {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            std::fs::write(folder.path().join(file.name()), &file.bytes).unwrap();
        }
        let request = Request { any: Some(folder.path().to_owned()), ..Request::default() };
        let inbox = Inbox::of(&request, &mut NoProgress).unwrap();
        Read::of(&request, inbox, false, Some(2024)).unwrap()
    }

    fn national(year: u16) -> SourceFile {
        let row = |group: &str, more: &str| format!("11-1011|Chiefs|{group}|{more}9|1|1|1|1|1|1|1|1|1|1|1|1");
        let wages =
            "TOT_EMP|H_MEAN|H_PCT10|H_PCT25|H_MEDIAN|H_PCT75|H_PCT90|A_MEAN|A_PCT10|A_PCT25|A_MEDIAN|A_PCT75|A_PCT90";
        let (header, row) = if year < 2019 {
            (format!("OCC_CODE|OCC_TITLE|OCC_GROUP|{wages}"), row("detailed", ""))
        } else {
            let header = format!("OCC_CODE|OCC_TITLE|O_GROUP|AREA_TYPE|I_GROUP|{wages}");
            (header, row("detailed", "'1|cross-industry|"))
        };
        let title = format!("May {year} OEWS Estimates");
        let book = workbook(&[("national", &[&header, &row]), ("Field Descriptions", &[&title])]);
        SourceFile { path: format!("national_M{year}_dl.xlsx").into(), ..book }
    }

    /// Pages keep to the year that the projections start from; the other files are years, and those in the codes of SOC
    /// 2010 are nothing else.
    #[test]
    fn every_national_file_joins_the_years_and_one_is_the_pages() {
        let of = |read: &Read, id| read.files.iter().filter(|file| file.id == id).count();
        let release = |read: &Read| read.releases.iter().find(|(id, _)| *id == SourceId::Oews).map(|(_, r)| r.clone());
        let read = brought(&[&national(2018), &national(2024), &national(2025)]);
        assert_eq!(release(&read).as_deref(), Some("May 2024"));
        assert_eq!((of(&read, SourceId::Oews), of(&read, SourceId::OewsYears)), (1, 3));
        let years: Vec<_> = read.tables.pay_years.iter().map(|row| row.release.as_str()).collect();
        assert_eq!(years, ["May 2018", "May 2024", "May 2025"]);
        assert!(
            read.notes[0].contains("May 2018 joins the years, where its codes are those of today"),
            "{:?}",
            read.notes
        );
        assert!(read.notes[1].contains("May 2025 joins the years; pages speak of May 2024"), "{:?}", read.notes);

        let newer = brought(&[&national(2025)]);
        assert_eq!((release(&newer).as_deref(), of(&newer, SourceId::OewsYears)), (Some("May 2025"), 1));
        let old = brought(&[&national(2018)]);
        assert_eq!((release(&old), of(&old, SourceId::Oews), of(&old, SourceId::OewsYears)), (None, 0, 1));
        assert!(old.tables.pay.is_empty());
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
